// The settings of remote calls that a node carries; SceneMultiplayer acts on them.
#include "core/scene/main/node.h"

#include "core/object/class_db.h"
#include "core/scene/main/node_walk.h"

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

Variant Node::get_node_rpc_config() const {
	Dictionary result;
	if (rpc_settings) {
		for (const KeyValue<StringName, Variant> &entry : *rpc_settings) {
			result[entry.key] = entry.value;
		}
	}
	return result;
}
