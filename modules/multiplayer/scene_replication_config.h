// SceneReplicationConfig: which properties a MultiplayerSynchronizer sends, and when.
#pragma once

#include "core/io/resource.h"
#include "core/string/node_path.h"

// In files: properties/0/path, /spawn, /replication_mode and so on; files of older editors have /sync and /watch in place of the mode.
class SceneReplicationConfig : public Resource {
	GDCLASS(SceneReplicationConfig, Resource);

public:
	enum ReplicationMode : int {
		REPLICATION_MODE_NEVER,
		REPLICATION_MODE_ALWAYS,
		REPLICATION_MODE_ON_CHANGE,
	};

	struct ReplicationProperty {
		NodePath path; // Of a node, relative to the root of the synchronizer, and the property as subnames.
		bool spawn = true;
		ReplicationMode mode = REPLICATION_MODE_ALWAYS;
	};

	const LocalVector<ReplicationProperty> &get_list() const { return properties; }
	// Another number each time that something changes; never 0.
	uint64_t get_version() const { return version; }

	TypedArray<NodePath> get_properties() const;
	void add_property(const NodePath &p_path, int p_index = -1); // Negative: at the end.
	bool has_property(const NodePath &p_path) const { return find(p_path) >= 0; }
	void remove_property(const NodePath &p_path);
	int property_get_index(const NodePath &p_path) const;
	bool property_get_spawn(const NodePath &p_path);
	void property_set_spawn(const NodePath &p_path, bool p_enabled);
	ReplicationMode property_get_replication_mode(const NodePath &p_path);
	void property_set_replication_mode(const NodePath &p_path, ReplicationMode p_mode);

	// The older names for two of the modes.
	bool property_get_sync(const NodePath &p_path) { return property_get_replication_mode(p_path) == REPLICATION_MODE_ALWAYS; }
	void property_set_sync(const NodePath &p_path, bool p_enabled);
	bool property_get_watch(const NodePath &p_path) { return property_get_replication_mode(p_path) == REPLICATION_MODE_ON_CHANGE; }
	void property_set_watch(const NodePath &p_path, bool p_enabled);

	void reset_state() override;

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;

private:
	LocalVector<ReplicationProperty> properties;
	uint64_t version = 1;

	int find(const NodePath &p_path) const;
	ReplicationProperty *require(const NodePath &p_path);
	void switch_mode(const NodePath &p_path, ReplicationMode p_mode, bool p_enabled);
	bool set_part(int p_index, const String &p_part, const Variant &p_value);
};

VARIANT_ENUM_CAST(SceneReplicationConfig::ReplicationMode);
