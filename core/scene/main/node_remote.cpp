// Remote calls: the settings that a node carries, and the way to the MultiplayerAPI that acts on them.
#include "core/scene/main/node.h"

#include "core/object/class_db.h"
#include "core/scene/main/multiplayer_api.h"
#include "core/scene/main/node_walk.h"
#include "core/scene/main/scene_tree.h"

Ref<MultiplayerAPI> Node::get_multiplayer() const {
	return tree ? tree->get_multiplayer_for(this) : Ref<MultiplayerAPI>();
}

bool Node::is_multiplayer_authority() const {
	ERR_FAIL_COND_V_MSG(!is_inside_tree(), false, "is_multiplayer_authority(): the node is not inside a tree.");
	Ref<MultiplayerAPI> api = get_multiplayer();
	return api.is_valid() && api->get_unique_id() == multiplayer_authority;
}

Error Node::rpcp(int p_peer_id, const StringName &p_method, const Variant **p_args, int p_argcount) {
	ERR_FAIL_COND_V_MSG(!is_inside_tree(), ERR_UNCONFIGURED, vformat("rpc(\"%s\"): the node is not inside a tree.", p_method));
	Ref<MultiplayerAPI> api = get_multiplayer();
	ERR_FAIL_COND_V(api.is_null(), ERR_UNCONFIGURED);
	return api->rpcp(this, p_peer_id, p_method, p_args, p_argcount);
}

// rpc(method, arguments ...)
Variant Node::_rpc_bind(const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	if (p_argcount < 1) {
		r_error.error = Callable::CallError::CALL_ERROR_TOO_FEW_ARGUMENTS;
		r_error.expected = 1;
		return Variant();
	}
	if (!p_args[0]->is_string()) {
		r_error.error = Callable::CallError::CALL_ERROR_INVALID_ARGUMENT;
		r_error.argument = 0;
		r_error.expected = Variant::STRING_NAME;
		return Variant();
	}
	const StringName method = *p_args[0];
	return int(rpcp(MultiplayerPeer::TARGET_PEER_BROADCAST, method, p_args + 1, p_argcount - 1));
}

// rpc_id(peer_id, method, arguments ...)
Variant Node::_rpc_id_bind(const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	if (p_argcount < 2) {
		r_error.error = Callable::CallError::CALL_ERROR_TOO_FEW_ARGUMENTS;
		r_error.expected = 2;
		return Variant();
	}
	if (p_args[0]->get_type() != Variant::INT || !p_args[1]->is_string()) {
		r_error.error = Callable::CallError::CALL_ERROR_INVALID_ARGUMENT;
		r_error.argument = p_args[0]->get_type() != Variant::INT ? 0 : 1;
		r_error.expected = r_error.argument == 0 ? Variant::INT : Variant::STRING_NAME;
		return Variant();
	}
	const int peer_id = *p_args[0];
	const StringName method = *p_args[1];
	return int(rpcp(peer_id, method, p_args + 2, p_argcount - 2));
}

void Node::set_multiplayer_authority(int p_peer_id, bool p_recursive) {
	multiplayer_authority = p_peer_id;
	if (p_recursive) {
		NodeWalk walk;
		walk.run(this, [p_peer_id](Node *p_node) {
			p_node->multiplayer_authority = p_peer_id;
			return true;
		});
	}
}

// A dictionary with rpc_mode, transfer_mode, call_local and channel, as SceneMultiplayer reads it; null takes it back.
void Node::rpc_config(const StringName &p_method, const Variant &p_config) {
	if (!rpc_settings) {
		rpc_settings = memnew((HashMap<StringName, Variant>));
	}
	if (p_config.get_type() == Variant::NIL) {
		rpc_settings->erase(p_method);
	} else {
		ERR_FAIL_COND_MSG(p_config.get_type() != Variant::DICTIONARY, vformat("rpc_config(\"%s\"): the configuration must be a Dictionary or null.", p_method));
		rpc_settings->insert(p_method, p_config);
	}
}

// Null where nothing was ever set.
Variant Node::get_node_rpc_config() const {
	if (!rpc_settings) {
		return Variant();
	}
	Dictionary result;
	for (const KeyValue<StringName, Variant> &entry : *rpc_settings) {
		result[entry.key] = entry.value;
	}
	return result;
}
