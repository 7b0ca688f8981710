// What all implementations share, and the one that asks a script.
#include "core/scene/main/multiplayer_api.h"

// A name must not outlive the table of names, so it is no plain static.
StringName &MultiplayerAPI::default_interface() {
	static StringName *name = new StringName();
	return *name;
}

void MultiplayerAPI::set_default_interface(const StringName &p_class) {
	ERR_FAIL_COND_MSG(!p_class.is_empty() && !ClassDB::is_parent_class(p_class, MultiplayerAPI::get_class_static()), vformat("\"%s\" is no MultiplayerAPI.", p_class));
	default_interface() = p_class;
}

StringName MultiplayerAPI::get_default_interface() {
	return default_interface();
}

Ref<MultiplayerAPI> MultiplayerAPI::create_default_interface() {
	Ref<MultiplayerAPI> api;
	if (!default_interface().is_empty()) {
		api = Ref<MultiplayerAPI>(Object::cast_to<MultiplayerAPI>(ClassDB::instantiate(default_interface())));
	}
	if (api.is_null()) {
		api = Ref<MultiplayerAPI>(memnew(MultiplayerAPIExtension));
	}
	return api;
}

Error MultiplayerAPI::_rpc_bind(int p_peer, Object *p_object, const StringName &p_method, const Array &p_arguments) {
	LocalVector<Variant> values;
	LocalVector<const Variant *> pointers;
	values.resize(uint32_t(p_arguments.size()));
	pointers.resize(uint32_t(p_arguments.size()));
	for (uint32_t i = 0; i < values.size(); i++) {
		values[i] = p_arguments[i];
		pointers[i] = &values[i];
	}
	return rpcp(p_object, p_peer, p_method, pointers.ptr(), int(pointers.size()));
}

void MultiplayerAPI::_bind_methods() {
	ClassDB::bind_method(D_METHOD("has_multiplayer_peer"), &MultiplayerAPI::has_multiplayer_peer);
	ClassDB::bind_method(D_METHOD("get_multiplayer_peer"), &MultiplayerAPI::get_multiplayer_peer);
	ClassDB::bind_method(D_METHOD("set_multiplayer_peer", "peer"), &MultiplayerAPI::set_multiplayer_peer);
	ClassDB::bind_method(D_METHOD("get_unique_id"), &MultiplayerAPI::get_unique_id);
	ClassDB::bind_method(D_METHOD("is_server"), &MultiplayerAPI::is_server);
	ClassDB::bind_method(D_METHOD("get_remote_sender_id"), &MultiplayerAPI::get_remote_sender_id);
	ClassDB::bind_method(D_METHOD("poll"), &MultiplayerAPI::poll);
	ClassDB::bind_method(D_METHOD("rpc", "peer", "object", "method", "arguments"), &MultiplayerAPI::_rpc_bind, DEFVAL(Array()));
	ClassDB::bind_method(D_METHOD("object_configuration_add", "object", "configuration"), &MultiplayerAPI::object_configuration_add);
	ClassDB::bind_method(D_METHOD("object_configuration_remove", "object", "configuration"), &MultiplayerAPI::object_configuration_remove);
	ClassDB::bind_method(D_METHOD("get_peers"), &MultiplayerAPI::get_peer_ids);
	ClassDB::bind_static_method(get_class_static(), D_METHOD("set_default_interface", "interface_name"), &MultiplayerAPI::set_default_interface);
	ClassDB::bind_static_method(get_class_static(), D_METHOD("get_default_interface"), &MultiplayerAPI::get_default_interface);
	ClassDB::bind_static_method(get_class_static(), D_METHOD("create_default_interface"), &MultiplayerAPI::create_default_interface);

	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "multiplayer_peer", PROPERTY_HINT_RESOURCE_TYPE, "MultiplayerPeer", PROPERTY_USAGE_NONE), "set_multiplayer_peer", "get_multiplayer_peer");

	ADD_SIGNAL(MethodInfo("peer_connected", PropertyInfo(Variant::INT, "id")));
	ADD_SIGNAL(MethodInfo("peer_disconnected", PropertyInfo(Variant::INT, "id")));
	ADD_SIGNAL(MethodInfo("connected_to_server"));
	ADD_SIGNAL(MethodInfo("connection_failed"));
	ADD_SIGNAL(MethodInfo("server_disconnected"));

	BIND_ENUM_CONSTANT(RPC_MODE_DISABLED);
	BIND_ENUM_CONSTANT(RPC_MODE_ANY_PEER);
	BIND_ENUM_CONSTANT(RPC_MODE_AUTHORITY);
}

Error MultiplayerAPIExtension::poll() {
	Error error = OK;
	GDVIRTUAL_CALL(_poll, error);
	return error;
}

void MultiplayerAPIExtension::set_multiplayer_peer(const Ref<MultiplayerPeer> &p_peer) {
	GDVIRTUAL_CALL(_set_multiplayer_peer, p_peer);
}

Ref<MultiplayerPeer> MultiplayerAPIExtension::get_multiplayer_peer() {
	Ref<MultiplayerPeer> peer;
	GDVIRTUAL_CALL(_get_multiplayer_peer, peer);
	return peer;
}

int MultiplayerAPIExtension::get_unique_id() {
	int id = 1;
	GDVIRTUAL_CALL(_get_unique_id, id);
	return id;
}

Vector<int32_t> MultiplayerAPIExtension::get_peer_ids() {
	PackedInt32Array ids;
	GDVIRTUAL_CALL(_get_peer_ids, ids);
	return ids;
}

int MultiplayerAPIExtension::get_remote_sender_id() {
	int id = 0;
	GDVIRTUAL_CALL(_get_remote_sender_id, id);
	return id;
}

Error MultiplayerAPIExtension::rpcp(Object *p_object, int p_peer_id, const StringName &p_method, const Variant **p_args, int p_argcount) {
	if (!GDVIRTUAL_IS_OVERRIDDEN(_rpc)) {
		return ERR_UNAVAILABLE;
	}
	Array arguments;
	for (int i = 0; i < p_argcount; i++) {
		arguments.push_back(*p_args[i]);
	}
	Error error = FAILED;
	GDVIRTUAL_CALL(_rpc, p_peer_id, p_object, p_method, arguments, error);
	return error;
}

Error MultiplayerAPIExtension::object_configuration_add(Object *p_object, const Variant &p_configuration) {
	Error error = ERR_UNAVAILABLE;
	GDVIRTUAL_CALL(_object_configuration_add, p_object, p_configuration, error);
	return error;
}

Error MultiplayerAPIExtension::object_configuration_remove(Object *p_object, const Variant &p_configuration) {
	Error error = ERR_UNAVAILABLE;
	GDVIRTUAL_CALL(_object_configuration_remove, p_object, p_configuration, error);
	return error;
}

void MultiplayerAPIExtension::_bind_methods() {
	GDVIRTUAL_BIND(_poll);
	GDVIRTUAL_BIND(_set_multiplayer_peer, "multiplayer_peer");
	GDVIRTUAL_BIND(_get_multiplayer_peer);
	GDVIRTUAL_BIND(_get_unique_id);
	GDVIRTUAL_BIND(_get_peer_ids);
	GDVIRTUAL_BIND(_rpc, "peer", "object", "method", "args");
	GDVIRTUAL_BIND(_get_remote_sender_id);
	GDVIRTUAL_BIND(_object_configuration_add, "object", "configuration");
	GDVIRTUAL_BIND(_object_configuration_remove, "object", "configuration");
}
