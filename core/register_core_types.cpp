// Start-up and shutdown of the core, bases before what derives from them.
#include "core/register_core_types.h"

#include "core/config/engine.h"
#include "core/config/project_settings.h"
#include "core/crypto/aes_context.h"
#include "core/crypto/crypto.h"
#include "core/crypto/tls_options.h"
#include "core/io/absent_peer.h"
#include "core/io/config_file.h"
#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/io/http_client.h"
#include "core/io/image.h"
#include "core/io/ip.h"
#include "core/io/json.h"
#include "core/io/json_rpc.h"
#include "core/io/marshalls.h"
#include "core/io/marshalls_singleton.h"
#include "core/io/pack/pack_index.h"
#include "core/io/pack/pck_packer.h"
#include "core/io/pack/zip_classes.h"
#include "core/io/packet_peer.h"
#include "core/io/packet_peer_stream.h"
#include "core/io/packet_peer_udp.h"
#include "core/io/resource_loader.h"
#include "core/io/resource_loader_singleton.h"
#include "core/io/resource_saver_singleton.h"
#include "core/io/resource_uid.h"
#include "core/io/stream_peer.h"
#include "core/io/stream_peer_buffer.h"
#include "core/io/stream_peer_gzip.h"
#include "core/io/stream_peer_tcp.h"
#include "core/io/stream_peer_tls.h"
#include "core/io/stream_peer_uds.h"
#include "core/io/tcp_server.h"
#include "core/io/translation_loader.h"
#include "core/io/udp_server.h"
#include "core/io/uds_server.h"
#include "core/io/xml_parser.h"
#include "core/main/performance.h"
#include "core/object/a_star.h"
#include "core/object/a_star_grid_2d.h"
#include "core/object/class_db_singleton.h"
#include "core/object/core_constants.h"
#include "core/object/encoded_object_as_id.h"
#include "core/object/expression.h"
#include "core/object/geometry_methods.h"
#include "core/object/graveyard.h"
#include "core/object/known/known_classes.h"
#include "core/object/message_queue.h"
#include "core/object/missing_resource.h"
#include "core/object/random_number_generator.h"
#include "core/object/resource.h"
#include "core/object/script_backtrace.h"
#include "core/object/script_language.h"
#include "core/object/undo_redo.h"
#include "core/object/variant_object_hooks.h"
#include "core/os/input.h"
#include "core/os/logger.h"
#include "core/os/main_loop.h"
#include "core/os/optimized_translation.h"
#include "core/os/os_singleton.h"
#include "core/os/thread_bindings.h"
#include "core/os/time.h"
#include "core/os/translation_server.h"
#include "core/os/worker_thread_pool.h"
#include "core/string/print_string.h"
#include "core/variant/object_hooks.h"

namespace {

MessageQueue *message_queue = nullptr;
uint32_t objects_before = 0; // Those of the caller, which outlive the core.
core_bind::ClassDB *class_db_singleton = nullptr;
core_bind::ResourceLoader *resource_loader_singleton = nullptr;
core_bind::ResourceSaver *resource_saver_singleton = nullptr;
ResourceUID *resource_uid_singleton = nullptr;
WorkerThreadPool *worker_thread_pool = nullptr;
Performance *performance_singleton = nullptr;
IP *ip_singleton = nullptr;
core_bind::OS *os_singleton = nullptr;
Time *time_singleton = nullptr;
TranslationServer *translation_server = nullptr;
Ref<TranslationLoader> translation_loader;
Ref<CSVTranslationLoader> csv_translation_loader;
Marshalls *marshalls_singleton = nullptr;
InputMap *input_map_singleton = nullptr;
Input *input_singleton = nullptr;

void register_object_classes() {
	GDREGISTER_CLASS(Object);
	GDREGISTER_CLASS(RefCounted);
	GDREGISTER_CLASS(WeakRef);
	GDREGISTER_CLASS(Resource);
	GDREGISTER_CLASS(MissingResource);
	GDREGISTER_ABSTRACT_CLASS(Script);
	GDREGISTER_ABSTRACT_CLASS(ScriptLanguage);
	GDREGISTER_CLASS(ScriptBacktrace);
	GDREGISTER_CLASS(EncodedObjectAsID);
	GDREGISTER_CLASS(RandomNumberGenerator);
	GDREGISTER_CLASS(core_bind::ClassDB);
	GDREGISTER_CLASS(Engine);
	GDREGISTER_CLASS(ProjectSettings);
	GDREGISTER_CLASS(MainLoop);
	GDREGISTER_CLASS(UndoRedo);
	GDREGISTER_CLASS(Logger);
	GDREGISTER_CLASS(Expression);
	KnownClasses::add_base<Object>();
	KnownClasses::add_base<RefCounted>();
	KnownClasses::add_base<Resource>();
}

void register_io_classes() {
	GDREGISTER_CLASS(ResourceFormatLoader);
	GDREGISTER_CLASS(core_bind::ResourceLoader);
	GDREGISTER_CLASS(ResourceFormatSaver);
	GDREGISTER_CLASS(core_bind::ResourceSaver);
	GDREGISTER_ABSTRACT_CLASS(FileAccess);
	GDREGISTER_ABSTRACT_CLASS(DirAccess);
	GDREGISTER_CLASS(ConfigFile);
	GDREGISTER_CLASS(JSON);
	GDREGISTER_CLASS(JSONRPC);
	GDREGISTER_CLASS(XMLParser);
	GDREGISTER_CLASS(ResourceUID);
	GDREGISTER_CLASS(AStar2D);
	GDREGISTER_CLASS(AStar3D);
	GDREGISTER_CLASS(AStarGrid2D);
	GDREGISTER_CLASS(PCKPacker);
	GDREGISTER_CLASS(ZIPReader);
	GDREGISTER_CLASS(ZIPPacker);
	GDREGISTER_CLASS(Marshalls);
	GDREGISTER_ABSTRACT_CLASS(StreamPeer);
	GDREGISTER_CLASS(StreamPeerBuffer);
	GDREGISTER_ABSTRACT_CLASS(StreamPeerSocket);
	GDREGISTER_CLASS(StreamPeerTCP);
	GDREGISTER_CLASS(StreamPeerUDS);
	GDREGISTER_CLASS(StreamPeerGZIP);
	GDREGISTER_CUSTOM_INSTANCE_CLASS(StreamPeerTLS);
	GDREGISTER_ABSTRACT_CLASS(SocketServer);
	GDREGISTER_CLASS(TCPServer);
	GDREGISTER_CLASS(HTTPClient);
	GDREGISTER_CLASS(UDSServer);
	GDREGISTER_ABSTRACT_CLASS(PacketPeer);
	GDREGISTER_CLASS(PacketPeerStream);
	GDREGISTER_CLASS(PacketPeerUDP);
	GDREGISTER_CLASS(UDPServer);
	GDREGISTER_ABSTRACT_CLASS(TLSOptions);
	GDREGISTER_CUSTOM_INSTANCE_CLASS(CryptoKey);
	GDREGISTER_CUSTOM_INSTANCE_CLASS(X509Certificate);
	GDREGISTER_CUSTOM_INSTANCE_CLASS(Crypto);
	GDREGISTER_CUSTOM_INSTANCE_CLASS(AESContext);
	GDREGISTER_CLASS(HashingContext);
	GDREGISTER_CLASS(HMACContext);
	GDREGISTER_ABSTRACT_CLASS(InputEvent);
	GDREGISTER_CLASS(InputMap);
	GDREGISTER_ABSTRACT_CLASS(Input);
	KnownClasses::add_base<InputEvent>();
	InputEvent::implement_known_methods();
	Input::implement_known_methods();
	implement_geometry_methods();
	KnownClasses::add_base<PacketPeer, AbsentPacketPeer>();
	KnownClasses::add_base<StreamPeer, AbsentStreamPeer>();
}

} // namespace

void register_core_types() {
	Graveyard::set_stress(Graveyard::is_stress_wanted("graveyard"));
	objects_before = ObjectDB::get_object_count();
	install_object_hooks();
	object_hooks.load_resource = [](const String &p_path) -> Variant {
		return ResourceLoader::exists(p_path) ? Variant(ResourceLoader::load(p_path)) : Variant();
	};
	register_variant_types();
	register_marshalls_functions();
	message_queue = memnew(MessageQueue);
	register_object_classes();
	register_io_classes();
	GDREGISTER_CLASS(core_bind::OS);
	GDREGISTER_CLASS(Time);
	GDREGISTER_CLASS(Image);
	GDREGISTER_CLASS(Translation);
	GDREGISTER_CLASS(OptimizedTranslation);
	GDREGISTER_CLASS(TranslationDomain);
	GDREGISTER_ABSTRACT_CLASS(TranslationServer);
	GDREGISTER_CLASS(core_bind::Thread);
	GDREGISTER_CLASS(core_bind::Mutex);
	GDREGISTER_CLASS(core_bind::Semaphore);
	GDREGISTER_ABSTRACT_CLASS(WorkerThreadPool);
	GDREGISTER_CLASS(Performance);
	GDREGISTER_ABSTRACT_CLASS(IP);
}

void register_core_singletons() {
	class_db_singleton = memnew(core_bind::ClassDB);
	resource_loader_singleton = memnew(core_bind::ResourceLoader);
	os_singleton = memnew(core_bind::OS);
	time_singleton = memnew(Time);
	translation_server = memnew(TranslationServer);
	translation_loader.instantiate();
	ResourceLoader::add_resource_format_loader(translation_loader);
	csv_translation_loader.instantiate();
	ResourceLoader::add_resource_format_loader(csv_translation_loader);
	marshalls_singleton = memnew(Marshalls);
	input_map_singleton = memnew(InputMap);
	input_singleton = memnew(Input);
	resource_saver_singleton = memnew(core_bind::ResourceSaver);
	resource_uid_singleton = memnew(ResourceUID);
	performance_singleton = memnew(Performance);
	worker_thread_pool = memnew(WorkerThreadPool);
	ip_singleton = memnew(IP);
	Engine *engine = Engine::get_singleton();
	engine->add_singleton(Engine::Singleton("Engine", engine));
	engine->add_singleton(Engine::Singleton("ProjectSettings", ProjectSettings::get_singleton()));
	engine->add_singleton(Engine::Singleton("OS", os_singleton));
	engine->add_singleton(Engine::Singleton("Time", time_singleton));
	engine->add_singleton(Engine::Singleton("TranslationServer", translation_server));
	engine->add_singleton(Engine::Singleton("IP", ip_singleton, "IP"));
	engine->add_singleton(Engine::Singleton("Marshalls", marshalls_singleton));
	engine->add_singleton(Engine::Singleton("Input", input_singleton));
	engine->add_singleton(Engine::Singleton("InputMap", input_map_singleton));
	engine->add_singleton(Engine::Singleton("ResourceLoader", resource_loader_singleton));
	engine->add_singleton(Engine::Singleton("ResourceSaver", resource_saver_singleton));
	engine->add_singleton(Engine::Singleton("ResourceUID", resource_uid_singleton));
	engine->add_singleton(Engine::Singleton("Performance", performance_singleton));
	engine->add_singleton(Engine::Singleton("WorkerThreadPool", worker_thread_pool));
	engine->add_singleton(Engine::Singleton("ClassDB", class_db_singleton));
}

void unregister_core_types() {
	Graveyard::safe_point();
	translation_loader.unref();
	csv_translation_loader.unref();
	ResourceLoader::cleanup();
	ResourceSaver::cleanup();
	PackIndex::unmount_all();
	memdelete(ip_singleton);
	memdelete(worker_thread_pool);
	memdelete(performance_singleton);
	memdelete(resource_uid_singleton);
	memdelete(resource_saver_singleton);
	memdelete(marshalls_singleton);
	memdelete(input_singleton);
	memdelete(input_map_singleton);
	memdelete(translation_server);
	memdelete(time_singleton);
	memdelete(os_singleton);
	memdelete(resource_loader_singleton);
	memdelete(class_db_singleton);
	memdelete(message_queue);
	Graveyard::safe_point();
	ObjectDB::cleanup(objects_before, is_print_verbose_enabled());
	ClassDB::cleanup();
	CoreConstants::cleanup();
	unregister_variant_types();
}
