// The list and its form in files.
#include "modules/multiplayer/scene_replication_config.h"

#include "core/object/class_db.h"

int SceneReplicationConfig::find(const NodePath &p_path) const {
	for (uint32_t i = 0; i < properties.size(); i++) {
		if (properties[i].path == p_path) {
			return int(i);
		}
	}
	return -1;
}

SceneReplicationConfig::ReplicationProperty *SceneReplicationConfig::require(const NodePath &p_path) {
	const int index = find(p_path);
	ERR_FAIL_COND_V_MSG(index < 0, nullptr, vformat("The configuration has no property \"%s\". Add it first with add_property().", String(p_path)));
	return &properties[uint32_t(index)];
}

TypedArray<NodePath> SceneReplicationConfig::get_properties() const {
	TypedArray<NodePath> paths;
	for (const ReplicationProperty &property : properties) {
		paths.push_back(property.path);
	}
	return paths;
}

void SceneReplicationConfig::add_property(const NodePath &p_path, int p_index) {
	ERR_FAIL_COND_MSG(p_path.is_empty(), "add_property(): the path is empty. It is that of a node and a property, like \".:position\".");
	ERR_FAIL_COND_MSG(has_property(p_path), vformat("add_property(): the configuration has \"%s\" already.", String(p_path)));
	ERR_FAIL_COND_MSG(p_index > int(properties.size()), vformat("add_property(): the index %d is past the end; there are %d properties.", p_index, int(properties.size())));
	ReplicationProperty property;
	property.path = p_path;
	properties.insert(p_index < 0 ? properties.size() : uint32_t(p_index), property);
	version++;
}

void SceneReplicationConfig::remove_property(const NodePath &p_path) {
	const int index = find(p_path);
	if (index >= 0) {
		properties.remove_at(uint32_t(index));
		version++;
	}
}

int SceneReplicationConfig::property_get_index(const NodePath &p_path) const {
	const int index = find(p_path);
	ERR_FAIL_COND_V_MSG(index < 0, -1, vformat("The configuration has no property \"%s\".", String(p_path)));
	return index;
}

bool SceneReplicationConfig::property_get_spawn(const NodePath &p_path) {
	const ReplicationProperty *property = require(p_path);
	return property && property->spawn;
}

void SceneReplicationConfig::property_set_spawn(const NodePath &p_path, bool p_enabled) {
	if (ReplicationProperty *property = require(p_path)) {
		property->spawn = p_enabled;
		version++;
	}
}

SceneReplicationConfig::ReplicationMode SceneReplicationConfig::property_get_replication_mode(const NodePath &p_path) {
	const ReplicationProperty *property = require(p_path);
	return property ? property->mode : REPLICATION_MODE_NEVER;
}

void SceneReplicationConfig::property_set_replication_mode(const NodePath &p_path, ReplicationMode p_mode) {
	ERR_FAIL_INDEX(p_mode, REPLICATION_MODE_ON_CHANGE + 1);
	if (ReplicationProperty *property = require(p_path)) {
		property->mode = p_mode;
		version++;
	}
}

// Switching one of them off leaves the other as it is.
void SceneReplicationConfig::switch_mode(const NodePath &p_path, ReplicationMode p_mode, bool p_enabled) {
	if (p_enabled) {
		property_set_replication_mode(p_path, p_mode);
	} else if (property_get_replication_mode(p_path) == p_mode) {
		property_set_replication_mode(p_path, REPLICATION_MODE_NEVER);
	}
}

void SceneReplicationConfig::property_set_sync(const NodePath &p_path, bool p_enabled) {
	switch_mode(p_path, REPLICATION_MODE_ALWAYS, p_enabled);
}

void SceneReplicationConfig::property_set_watch(const NodePath &p_path, bool p_enabled) {
	switch_mode(p_path, REPLICATION_MODE_ON_CHANGE, p_enabled);
}

void SceneReplicationConfig::reset_state() {
	properties.clear();
	version++;
}

bool SceneReplicationConfig::set_part(int p_index, const String &p_part, const Variant &p_value) {
	if (p_part == "path") {
		const NodePath path = p_value;
		if (path.is_empty() || path.get_subname_count() == 0) {
			ERR_FAIL_V_MSG(false, vformat("Property %d of the configuration is not sent: its path \"%s\" names no property. It must be like \".:position\".", p_index, String(path)));
		}
		if (p_index == int(properties.size())) {
			add_property(path);
			return true;
		}
		properties[uint32_t(p_index)].path = path;
		version++;
		return true;
	}
	if (p_index == int(properties.size())) {
		return false; // Nothing without a path.
	}
	const NodePath path = properties[uint32_t(p_index)].path;
	if (p_part == "replication_mode") {
		const int mode = p_value;
		ERR_FAIL_COND_V_MSG(mode < 0 || mode > REPLICATION_MODE_ON_CHANGE, false, vformat("Property \"%s\" of the configuration: there is no replication mode %d.", String(path), mode));
		property_set_replication_mode(path, ReplicationMode(mode));
		return true;
	}
	ERR_FAIL_COND_V_MSG(p_value.get_type() != Variant::BOOL, false, vformat("Property \"%s\" of the configuration: %s must be true or false.", String(path), p_part));
	if (p_part == "spawn") {
		property_set_spawn(path, p_value);
	} else if (p_part == "sync") {
		property_set_sync(path, p_value);
	} else if (p_part == "watch") {
		property_set_watch(path, p_value);
	} else {
		return false;
	}
	return true;
}

bool SceneReplicationConfig::_set(const StringName &p_name, const Variant &p_value) {
	const Vector<String> parts = String(p_name).split("/");
	if (parts.size() != 3 || parts[0] != "properties" || !parts[1].is_valid_int()) {
		return false;
	}
	const int64_t index = parts[1].to_int();
	ERR_FAIL_COND_V_MSG(index < 0 || index > int64_t(properties.size()), false, vformat("\"%s\" of the configuration: there are %d properties, and they are numbered without a gap.", String(p_name), int(properties.size())));
	return set_part(int(index), parts[2], p_value);
}

bool SceneReplicationConfig::_get(const StringName &p_name, Variant &r_value) const {
	const Vector<String> parts = String(p_name).split("/");
	if (parts.size() != 3 || parts[0] != "properties" || !parts[1].is_valid_int()) {
		return false;
	}
	const int64_t index = parts[1].to_int();
	if (index < 0 || index >= int64_t(properties.size())) {
		return false;
	}
	const ReplicationProperty &property = properties[uint32_t(index)];
	if (parts[2] == "path") {
		r_value = property.path;
	} else if (parts[2] == "spawn") {
		r_value = property.spawn;
	} else if (parts[2] == "replication_mode") {
		r_value = int(property.mode);
	} else {
		return false;
	}
	return true;
}

void SceneReplicationConfig::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	for (uint32_t i = 0; i < properties.size(); i++) {
		const String prefix = "properties/" + itos(i) + "/";
		const uint32_t usage = PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_INTERNAL;
		p_list->push_back(PropertyInfo(Variant::STRING, prefix + "path", PROPERTY_HINT_NONE, "", usage));
		p_list->push_back(PropertyInfo(Variant::STRING, prefix + "spawn", PROPERTY_HINT_NONE, "", usage));
		p_list->push_back(PropertyInfo(Variant::INT, prefix + "replication_mode", PROPERTY_HINT_ENUM, "Never,Always,On Change", usage));
	}
}

void SceneReplicationConfig::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_properties"), &SceneReplicationConfig::get_properties);
	ClassDB::bind_method(D_METHOD("add_property", "path", "index"), &SceneReplicationConfig::add_property, DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("has_property", "path"), &SceneReplicationConfig::has_property);
	ClassDB::bind_method(D_METHOD("remove_property", "path"), &SceneReplicationConfig::remove_property);
	ClassDB::bind_method(D_METHOD("property_get_index", "path"), &SceneReplicationConfig::property_get_index);
	ClassDB::bind_method(D_METHOD("property_get_spawn", "path"), &SceneReplicationConfig::property_get_spawn);
	ClassDB::bind_method(D_METHOD("property_set_spawn", "path", "enabled"), &SceneReplicationConfig::property_set_spawn);
	ClassDB::bind_method(D_METHOD("property_get_replication_mode", "path"), &SceneReplicationConfig::property_get_replication_mode);
	ClassDB::bind_method(D_METHOD("property_set_replication_mode", "path", "mode"), &SceneReplicationConfig::property_set_replication_mode);
	ClassDB::bind_method(D_METHOD("property_get_sync", "path"), &SceneReplicationConfig::property_get_sync);
	ClassDB::bind_method(D_METHOD("property_set_sync", "path", "enabled"), &SceneReplicationConfig::property_set_sync);
	ClassDB::bind_method(D_METHOD("property_get_watch", "path"), &SceneReplicationConfig::property_get_watch);
	ClassDB::bind_method(D_METHOD("property_set_watch", "path", "enabled"), &SceneReplicationConfig::property_set_watch);

	BIND_ENUM_CONSTANT(REPLICATION_MODE_NEVER);
	BIND_ENUM_CONSTANT(REPLICATION_MODE_ALWAYS);
	BIND_ENUM_CONSTANT(REPLICATION_MODE_ON_CHANGE);
}
