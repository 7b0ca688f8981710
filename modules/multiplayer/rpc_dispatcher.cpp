// Tables of methods, calls out and calls in.
#include "modules/multiplayer/rpc_dispatcher.h"

#include "core/object/script_language.h"
#include "core/scene/main/node.h"
#include "modules/multiplayer/rpc_codec.h"
#include "modules/multiplayer/scene_multiplayer.h"

// ---- Tables ----

void RPCDispatcher::MethodTable::fill(const Variant &p_config, uint16_t p_first_id) {
	if (p_config.get_type() != Variant::DICTIONARY) {
		return;
	}
	const Dictionary config = p_config;
	LocalVector<StringName> sorted;
	for (const Variant &key : config.keys()) {
		sorted.push_back(key);
	}
	sorted.sort_custom<StringName::AlphCompare>();
	for (const StringName &name : sorted) {
		const Variant value = config[name];
		const Dictionary settings = value.get_type() == Variant::DICTIONARY ? Dictionary(value) : Dictionary();
		Method method;
		method.name = name;
		method.mode = MultiplayerAPI::RPCMode(int(settings.get("rpc_mode", MultiplayerAPI::RPC_MODE_AUTHORITY)));
		method.transfer_mode = MultiplayerPeer::TransferMode(int(settings.get("transfer_mode", MultiplayerPeer::TRANSFER_MODE_RELIABLE)));
		method.call_local = settings.get("call_local", false);
		method.channel = settings.get("channel", 0);
		method.id = uint16_t(p_first_id + methods.size());
		methods.push_back(method);
		names += String(name);
	}
}

const RPCDispatcher::Method *RPCDispatcher::MethodTable::find(const StringName &p_name) const {
	for (const Method &method : methods) {
		if (method.name == p_name) {
			return &method;
		}
	}
	return nullptr;
}

const RPCDispatcher::NodeTables &RPCDispatcher::get_tables(const Node *p_node) {
	const ObjectID node_id = p_node->get_instance_id();
	if (const NodeTables *known = nodes.getptr(node_id)) {
		return *known;
	}
	NodeTables tables;
	const Ref<Script> script(p_node->get_script());
	if (script.is_valid()) {
		const ObjectID script_id = script->get_instance_id();
		if (MethodTable **shared = scripts.getptr(script_id)) {
			tables.script = *shared;
		} else {
			tables.script = memnew(MethodTable);
			tables.script->fill(script->get_rpc_config(), 0);
			scripts.insert(script_id, tables.script);
		}
	}
	const Variant own = p_node->get_node_rpc_config();
	if (own.get_type() == Variant::DICTIONARY && !Dictionary(own).is_empty()) {
		tables.own = memnew(MethodTable);
		tables.own->fill(own, OWN_METHODS);
	}
	if (nodes.size() > 64 + 2 * swept_size) {
		sweep_nodes();
	}
	return nodes.insert(node_id, tables)->value;
}

// Nodes go without telling; their tables go when those of the dead would outnumber the others.
void RPCDispatcher::sweep_nodes() {
	LocalVector<ObjectID> gone;
	for (const KeyValue<ObjectID, NodeTables> &entry : nodes) {
		if (!ObjectDB::get_instance(entry.key)) {
			gone.push_back(entry.key);
		}
	}
	for (const ObjectID &id : gone) {
		if (MethodTable *own = nodes[id].own) {
			memdelete(own);
		}
		nodes.erase(id);
	}
	swept_size = nodes.size();
}

void RPCDispatcher::clear() {
	for (const KeyValue<ObjectID, NodeTables> &entry : nodes) {
		if (entry.value.own) {
			memdelete(entry.value.own);
		}
	}
	nodes.clear();
	for (const KeyValue<ObjectID, MethodTable *> &entry : scripts) {
		memdelete(entry.value);
	}
	scripts.clear();
	swept_size = 0;
}

// What the script marks wins over what rpc_config() has set.
const RPCDispatcher::Method *RPCDispatcher::find_method(const Node *p_node, const StringName &p_name) {
	const NodeTables &tables = get_tables(p_node);
	const Method *found = tables.script ? tables.script->find(p_name) : nullptr;
	return !found && tables.own ? tables.own->find(p_name) : found;
}

const RPCDispatcher::Method *RPCDispatcher::find_method(const Node *p_node, uint16_t p_id) {
	const NodeTables &tables = get_tables(p_node);
	const MethodTable *table = p_id >= OWN_METHODS ? tables.own : tables.script;
	const uint32_t index = p_id & (OWN_METHODS - 1);
	return table && index < table->methods.size() ? &table->methods[index] : nullptr;
}

String RPCDispatcher::get_checksum(const Node *p_node) {
	const NodeTables &tables = get_tables(p_node);
	return ((tables.own ? tables.own->names : String()) + (tables.script ? tables.script->names : String())).md5_text();
}

// ---- Out ----

Error RPCDispatcher::call(Object *p_object, int p_peer_id, const StringName &p_method, const Variant **p_args, int p_argcount) {
	const Ref<MultiplayerPeer> peer = multiplayer->get_multiplayer_peer();
	ERR_FAIL_COND_V_MSG(peer.is_null(), ERR_UNCONFIGURED, vformat("rpc(\"%s\"): there is no multiplayer peer; set multiplayer.multiplayer_peer first.", p_method));
	Node *node = Object::cast_to<Node>(p_object);
	ERR_FAIL_COND_V_MSG(!node || !node->is_inside_tree(), ERR_INVALID_PARAMETER, vformat("rpc(\"%s\"): the object must be a Node inside the tree.", p_method));
	ERR_FAIL_COND_V_MSG(peer->get_connection_status() != MultiplayerPeer::CONNECTION_CONNECTED, ERR_CONNECTION_ERROR, vformat("rpc(\"%s\"): the multiplayer peer is not connected.", p_method));
	const Method *found = find_method(node, p_method);
	ERR_FAIL_NULL_V_MSG(found, ERR_INVALID_PARAMETER, vformat("rpc(\"%s\"): \"%s\" has no such method for remote calls; mark it with @rpc in the script, here and at the other side.", p_method, String(node->get_path())));
	const Method method = *found; // Scripts may run before we are through with it.
	const int own_id = multiplayer->get_unique_id();
	ERR_FAIL_COND_V_MSG(p_peer_id == own_id && !method.call_local, ERR_INVALID_PARAMETER, vformat("rpc(\"%s\"): the method is not for calls to oneself; mark it \"call_local\".", p_method));
	const bool here = method.call_local && (p_peer_id == 0 || p_peer_id == own_id || (p_peer_id < 0 && p_peer_id != -own_id));
	const ObjectID node_id = node->get_instance_id();
	if (p_peer_id != own_id) {
		send(node, p_peer_id, method, p_args, p_argcount);
	}
	if (!here || ObjectDB::get_instance(node_id) == nullptr) {
		return OK;
	}
	const int outer_sender = remote_sender;
	remote_sender = own_id;
	Callable::CallError error;
	node->callp(p_method, p_args, p_argcount, error);
	remote_sender = outer_sender;
	ERR_FAIL_COND_V_MSG(error.error != Callable::CallError::CALL_OK, FAILED, vformat("rpc(\"%s\"): the local call failed: %s", p_method, Variant::get_call_error_text(node, p_method, p_args, p_argcount, error)));
	return OK;
}

Error RPCDispatcher::encode_arguments(const Variant **p_args, int p_argcount, Vector<uint8_t> &r_bytes) const {
	for (int i = 0; i < p_argcount; i++) {
		const Error error = encode_argument(*p_args[i], r_bytes, multiplayer->is_object_decoding_allowed());
		if (error != OK) {
			return error;
		}
	}
	return OK;
}

Error RPCDispatcher::send(Node *p_node, int p_peer_id, const Method &p_method, const Variant **p_args, int p_argcount) {
	ERR_FAIL_COND_V_MSG(p_argcount > MAX_RPC_ARGUMENTS, ERR_INVALID_PARAMETER, vformat("rpc(\"%s\"): %d arguments; %d is the most.", p_method.name, p_argcount, MAX_RPC_ARGUMENTS));
	PeerRegistry &registry = multiplayer->get_registry();
	if (p_peer_id != 0 && p_peer_id != -multiplayer->get_unique_id() && !registry.has(ABS(p_peer_id)) && !registry.has_left(ABS(p_peer_id))) {
		ERR_FAIL_V_MSG(ERR_INVALID_PARAMETER, vformat("rpc_id(%d, \"%s\"): there is no peer %d.", p_peer_id, p_method.name, ABS(p_peer_id)));
	}
	LocalVector<int> receivers = std::move(targets);
	receivers.clear();
	const ObjectID node_id = p_node->get_instance_id();
	const bool has_replication = multiplayer->get_replication().has_configurations();
	for (int id : registry.get_ids()) {
		if ((p_peer_id > 0 && id != p_peer_id) || (p_peer_id < 0 && id == -p_peer_id)) {
			continue;
		}
		if (!has_replication || multiplayer->get_replication().is_rpc_visible(node_id, id)) {
			receivers.push_back(id);
		}
	}
	Error error = OK;
	if (!receivers.is_empty()) {
		// A lone array of bytes goes as it is; an empty one would arrive as no argument.
		const bool raw = p_argcount == 0 || (p_argcount == 1 && p_args[0]->get_type() == Variant::PACKED_BYTE_ARRAY && !PackedByteArray(*p_args[0]).is_empty());
		Vector<uint8_t> arguments;
		if (raw && p_argcount == 1) {
			arguments = *p_args[0];
		} else {
			error = encode_arguments(p_args, p_argcount, arguments);
		}
		if (error == OK) {
			Vector<uint8_t> bytes = std::move(packet);
			bytes.resize(0);
			send_packets(p_node, p_method, receivers, bytes, arguments, raw, p_argcount);
			packet = std::move(bytes);
		} else {
			ERR_PRINT(vformat("rpc(\"%s\"): an argument cannot be encoded: it is nested too deep, or contains itself.", p_method.name));
		}
	}
	targets = std::move(receivers);
	return error;
}

// Encoded once: those who have confirmed the node's number get the packet without the path at its end.
void RPCDispatcher::send_packets(Node *p_node, const Method &p_method, const LocalVector<int> &p_targets, Vector<uint8_t> &r_packet, const Vector<uint8_t> &p_arguments, bool p_raw, int p_argcount) {
	PathCache &paths = multiplayer->get_path_cache();
	RPCPacket call;
	call.node_id = paths.get_id(p_node);
	ERR_FAIL_COND_MSG(call.node_id == 0, vformat("rpc(\"%s\"): \"%s\" is not below the root path \"%s\" of its MultiplayerAPI.", p_method.name, String(p_node->get_path()), String(multiplayer->get_root_path())));
	call.method_id = p_method.id;
	call.raw = p_raw;
	call.argument_count = p_raw ? 0 : uint8_t(p_argcount);
	call.arguments = p_arguments.span();
	LocalVector<int> without_path;
	LocalVector<int> with_path;
	const ObjectID node_id = p_node->get_instance_id();
	const bool all_confirmed = paths.make_known(p_node, p_targets.span());
	if (ObjectDB::get_instance(node_id) == nullptr || !p_node->is_inside_tree()) {
		return;
	}
	call.encode(r_packet, !all_confirmed);
	multiplayer->count_calls_out(p_targets.span());
	if (all_confirmed) {
		multiplayer->send_to(r_packet.span(), p_targets.span(), p_method.channel, p_method.transfer_mode);
		return;
	}
	const CharString path = paths.get_relative_path(p_node);
	Vector<uint8_t> long_packet;
	call.has_path = true;
	call.path = Span<uint8_t>(reinterpret_cast<const uint8_t *>(path.get_data()), uint64_t(path.length()));
	call.encode(long_packet);
	for (int id : p_targets) {
		const bool confirmed = paths.is_confirmed(p_node, id);
		multiplayer->send_command(confirmed ? r_packet.span() : long_packet.span(), id, p_method.channel, p_method.transfer_mode);
	}
}

// ---- In ----

bool RPCDispatcher::is_allowed(int p_from, const Node *p_node, const Method &p_method) const {
	switch (p_method.mode) {
		case MultiplayerAPI::RPC_MODE_ANY_PEER:
			return true;
		case MultiplayerAPI::RPC_MODE_AUTHORITY:
			return p_node->get_multiplayer_authority() == p_from;
		default:
			return false;
	}
}

void RPCDispatcher::process_packet(int p_from, Span<uint8_t> p_packet) {
	if (!multiplayer->take_call_rate(p_from)) {
		multiplayer->refuse(p_from, REFUSED_RATE, 0, [&] { return vformat("it calls more often than rpc_rate_limit (%s a second) allows", multiplayer->get_rpc_rate_limit()); });
		return;
	}
	RPCPacket call;
	if (!call.decode(p_packet)) {
		multiplayer->refuse(p_from, REFUSED_MALFORMED, 2, [] { return String("a remote call is malformed"); });
		return;
	}
	PathCache &paths = multiplayer->get_path_cache();
	Node *node = call.has_path ? paths.find_path(call.path) : paths.find(p_from, call.node_id);
	if (!node) {
		multiplayer->refuse(p_from, REFUSED_NODE, 1, [&] { return call.has_path ? vformat("it calls node \"%s\", which is not there", SceneMultiplayer::quote_bytes(call.path)) : vformat("it calls a node by the number %d, which it has not announced or which is gone", call.node_id); });
		return;
	}
	const Method *found = find_method(node, call.method_id);
	if (!found) {
		multiplayer->refuse(p_from, REFUSED_METHOD, 0, [&] { return vformat("it calls method number %d of \"%s\", which has none of that number: give both sides the same script", call.method_id, String(node->get_path())); });
		return;
	}
	const Method method = *found;
	if (!is_allowed(p_from, node, method)) {
		multiplayer->refuse(p_from, REFUSED_PERMISSION, method.name.hash(), [&] {
			const String rule = method.mode == MultiplayerAPI::RPC_MODE_AUTHORITY ? vformat("it is for the authority, which is peer %d", node->get_multiplayer_authority()) : String("it is disabled");
			return vformat("it may not call %s() of \"%s\": %s", method.name, String(node->get_path()), rule);
		});
		return;
	}
	if (!multiplayer->take_call_rate(p_from, method.name)) {
		multiplayer->refuse(p_from, REFUSED_RATE, method.name.hash(), [&] { return vformat("it calls %s() more often than %s times a second", method.name, multiplayer->get_method_rate_limit(method.name)); });
		return;
	}
	const int count = call.raw ? (call.arguments.is_empty() ? 0 : 1) : call.argument_count;
	Variant on_stack[STACK_ARGUMENTS];
	LocalVector<Variant> on_heap;
	if (count > STACK_ARGUMENTS) {
		on_heap.resize(uint32_t(count));
	}
	Variant *values = count > STACK_ARGUMENTS ? on_heap.ptr() : on_stack;
	const Variant *pointers[MAX_RPC_ARGUMENTS];
	if (call.raw && count == 1) {
		PackedByteArray bytes;
		bytes.resize(int64_t(call.arguments.size()));
		memcpy(bytes.ptrw(), call.arguments.ptr(), size_t(call.arguments.size()));
		values[0] = bytes;
	}
	Span<uint8_t> rest = call.arguments;
	for (int i = 0; i < count; i++) {
		pointers[i] = &values[i];
		int length = 0;
		if (!call.raw && decode_argument(values[i], rest, length, multiplayer->is_object_decoding_allowed()) != OK) {
			multiplayer->refuse(p_from, REFUSED_ARGUMENTS, 0, [&] { return vformat("argument %d of its call of %s() of \"%s\" cannot be decoded, or is an object while allow_object_decoding is off", i + 1, method.name, String(node->get_path())); });
			return;
		}
		rest = rest.subspan(uint64_t(length));
	}
	carry_out(p_from, node, method, pointers, count);
}

void RPCDispatcher::carry_out(int p_from, Node *p_node, const Method &p_method, const Variant **p_args, int p_argcount) {
	const ObjectID node_id = p_node->get_instance_id();
	const int outer_sender = remote_sender;
	remote_sender = p_from;
	Callable::CallError error;
	p_node->callp(p_method.name, p_args, p_argcount, error);
	remote_sender = outer_sender;
	if (error.error == Callable::CallError::CALL_OK) {
		if (MultiplayerPeerState *peer = multiplayer->get_registry().get(p_from)) {
			peer->calls_in++;
		}
		return;
	}
	multiplayer->refuse(p_from, REFUSED_ARGUMENTS, p_method.name.hash(), [&] {
		Node *node = ObjectDB::get_instance<Node>(node_id);
		return vformat("its call failed: %s", Variant::get_call_error_text(node, p_method.name, p_args, p_argcount, error));
	});
}
