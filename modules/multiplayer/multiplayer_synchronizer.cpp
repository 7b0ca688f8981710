// What the node itself keeps: its settings, and who may see it.
#include "modules/multiplayer/multiplayer_synchronizer.h"

#include "core/object/class_db.h"
#include "core/object/object_db.h"
#include "modules/multiplayer/scene_replication.h"

void MultiplayerSynchronizer::_notification(int p_what) {
	switch (p_what) {
		case NOTIFICATION_ENTER_TREE:
			start();
			break;
		case NOTIFICATION_EXIT_TREE:
			stop();
			break;
		case NOTIFICATION_INTERNAL_PROCESS:
		case NOTIFICATION_INTERNAL_PHYSICS_PROCESS:
			update_visibility();
			break;
	}
}

void MultiplayerSynchronizer::start() {
	Node *root = root_path.is_empty() ? nullptr : get_node_or_null(root_path);
	update_process();
	if (root == nullptr) {
		return;
	}
	root_id = root->get_instance_id();
	api = get_multiplayer();
	if (const Ref<MultiplayerAPI> keeper = api; keeper.is_valid()) {
		keeper->object_configuration_add(root, this);
	}
}

void MultiplayerSynchronizer::stop() {
	const Ref<MultiplayerAPI> keeper = api;
	api.unref();
	update_process();
	if (keeper.is_valid()) {
		keeper->object_configuration_remove(ObjectDB::get_instance(root_id), this);
	}
	root_id = ObjectID();
}

// Only filters can answer otherwise without our knowing.
void MultiplayerSynchronizer::update_process() {
	const bool wanted = !visibility_filters.is_empty();
	set_process_flag(PROCESS_INTERNAL, wanted && visibility_update_mode == VISIBILITY_PROCESS_IDLE);
	set_process_flag(PROCESS_PHYSICS_INTERNAL, wanted && visibility_update_mode == VISIBILITY_PROCESS_PHYSICS);
}

void MultiplayerSynchronizer::set_root_path(const NodePath &p_path) {
	if (p_path == root_path) {
		return;
	}
	root_path = p_path;
	if (is_inside_tree()) {
		stop();
		start();
	}
}

void MultiplayerSynchronizer::set_replication_interval(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds >= 0.0), "replication_interval is a number of seconds, or 0 for every frame.");
	replication_interval = p_seconds;
}

void MultiplayerSynchronizer::set_delta_interval(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds >= 0.0), "delta_interval is a number of seconds, or 0 for every frame.");
	delta_interval = p_seconds;
}

void MultiplayerSynchronizer::set_visibility_update_mode(VisibilityUpdateMode p_mode) {
	ERR_FAIL_INDEX(p_mode, VISIBILITY_PROCESS_NONE + 1);
	visibility_update_mode = p_mode;
	update_process();
}

void MultiplayerSynchronizer::set_visibility_public(bool p_visible) {
	if (visibility_public != p_visible) {
		visibility_public = p_visible;
		update_visibility();
	}
}

void MultiplayerSynchronizer::set_visibility_for(int p_peer, bool p_visible) {
	if (p_peer == 0) {
		set_visibility_public(p_visible);
		return;
	}
	if (visible_peers.has(p_peer) == p_visible) {
		return;
	}
	if (p_visible) {
		visible_peers.insert(p_peer);
	} else {
		visible_peers.erase(p_peer);
	}
	update_visibility(p_peer);
}

void MultiplayerSynchronizer::set_interest_group(int64_t p_group) {
	if (interest_group != p_group) {
		interest_group = p_group;
		if (replication) {
			replication->on_interest_group_changed(this);
		}
	}
}

bool MultiplayerSynchronizer::get_visibility_for(int p_peer) const {
	return p_peer == 0 ? visibility_public : visible_peers.has(p_peer);
}

void MultiplayerSynchronizer::add_visibility_filter(const Callable &p_filter) {
	ERR_FAIL_COND_MSG(p_filter.is_null(), "add_visibility_filter(): the filter is empty.");
	if (!visibility_filters.has(p_filter)) {
		visibility_filters.push_back(p_filter);
		update_process();
	}
}

void MultiplayerSynchronizer::remove_visibility_filter(const Callable &p_filter) {
	if (visibility_filters.erase(p_filter)) {
		update_process();
	}
}

// Only the peer with authority has anybody to show it to.
void MultiplayerSynchronizer::update_visibility(int p_for_peer) {
	if (!is_inside_tree() || !get_multiplayer()->has_multiplayer_peer() || !is_multiplayer_authority()) {
		return;
	}
	const ObjectID self = get_instance_id();
	emit_signal(SNAME("visibility_changed"), p_for_peer);
	if (ObjectDB::get_instance(self) && replication) {
		replication->update_visibility(this, p_for_peer);
	}
}

// A filter may add or remove others, or free this: it is the copy that is asked.
bool MultiplayerSynchronizer::is_visible_to(int p_peer) const {
	const bool is_of_interest = interest_group != 0 && replication && replication->has_interest(p_peer, interest_group);
	const bool chosen = visibility_public || is_of_interest || (p_peer != 0 && visible_peers.has(p_peer));
	if (visibility_filters.is_empty()) {
		return chosen;
	}
	const LocalVector<Callable> filters = visibility_filters;
	for (const Callable &filter : filters) {
		if (!bool(filter.call(p_peer))) {
			return false;
		}
	}
	return chosen;
}

void MultiplayerSynchronizer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_root_path", "path"), &MultiplayerSynchronizer::set_root_path);
	ClassDB::bind_method(D_METHOD("get_root_path"), &MultiplayerSynchronizer::get_root_path);
	ClassDB::bind_method(D_METHOD("set_replication_interval", "milliseconds"), &MultiplayerSynchronizer::set_replication_interval);
	ClassDB::bind_method(D_METHOD("get_replication_interval"), &MultiplayerSynchronizer::get_replication_interval);
	ClassDB::bind_method(D_METHOD("set_delta_interval", "milliseconds"), &MultiplayerSynchronizer::set_delta_interval);
	ClassDB::bind_method(D_METHOD("get_delta_interval"), &MultiplayerSynchronizer::get_delta_interval);
	ClassDB::bind_method(D_METHOD("set_replication_config", "config"), &MultiplayerSynchronizer::set_replication_config);
	ClassDB::bind_method(D_METHOD("get_replication_config"), &MultiplayerSynchronizer::get_replication_config);
	ClassDB::bind_method(D_METHOD("set_visibility_update_mode", "mode"), &MultiplayerSynchronizer::set_visibility_update_mode);
	ClassDB::bind_method(D_METHOD("get_visibility_update_mode"), &MultiplayerSynchronizer::get_visibility_update_mode);
	ClassDB::bind_method(D_METHOD("update_visibility", "for_peer"), &MultiplayerSynchronizer::update_visibility, DEFVAL(0));
	ClassDB::bind_method(D_METHOD("set_visibility_public", "visible"), &MultiplayerSynchronizer::set_visibility_public);
	ClassDB::bind_method(D_METHOD("is_visibility_public"), &MultiplayerSynchronizer::is_visibility_public);
	ClassDB::bind_method(D_METHOD("add_visibility_filter", "filter"), &MultiplayerSynchronizer::add_visibility_filter);
	ClassDB::bind_method(D_METHOD("remove_visibility_filter", "filter"), &MultiplayerSynchronizer::remove_visibility_filter);
	ClassDB::bind_method(D_METHOD("set_visibility_for", "peer", "visible"), &MultiplayerSynchronizer::set_visibility_for);
	ClassDB::bind_method(D_METHOD("get_visibility_for", "peer"), &MultiplayerSynchronizer::get_visibility_for);

	ClassDB::bind_method(D_METHOD("set_interest_group", "group"), &MultiplayerSynchronizer::set_interest_group);
	ClassDB::bind_method(D_METHOD("get_interest_group"), &MultiplayerSynchronizer::get_interest_group);

	ADD_PROPERTY(PropertyInfo(Variant::NODE_PATH, "root_path"), "set_root_path", "get_root_path");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "replication_interval", PROPERTY_HINT_RANGE, "0,5,0.001,suffix:s"), "set_replication_interval", "get_replication_interval");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "delta_interval", PROPERTY_HINT_RANGE, "0,5,0.001,suffix:s"), "set_delta_interval", "get_delta_interval");
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "replication_config", PROPERTY_HINT_RESOURCE_TYPE, "SceneReplicationConfig", PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_EDITOR_INSTANTIATE_OBJECT), "set_replication_config", "get_replication_config");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "visibility_update_mode", PROPERTY_HINT_ENUM, "Idle,Physics,None"), "set_visibility_update_mode", "get_visibility_update_mode");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "public_visibility"), "set_visibility_public", "is_visibility_public");

	ADD_PROPERTY(PropertyInfo(Variant::INT, "interest_group"), "set_interest_group", "get_interest_group");

	ADD_SIGNAL(MethodInfo("synchronized"));
	ADD_SIGNAL(MethodInfo("delta_synchronized"));
	ADD_SIGNAL(MethodInfo("visibility_changed", PropertyInfo(Variant::INT, "for_peer")));

	BIND_ENUM_CONSTANT(VISIBILITY_PROCESS_IDLE);
	BIND_ENUM_CONSTANT(VISIBILITY_PROCESS_PHYSICS);
	BIND_ENUM_CONSTANT(VISIBILITY_PROCESS_NONE);
}
