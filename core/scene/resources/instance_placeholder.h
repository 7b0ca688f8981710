// InstancePlaceholder: stands for a scene that is loaded only when asked for, and keeps the values meant for it.
#pragma once

#include "core/scene/main/node.h"
#include "core/scene/resources/packed_scene.h"

class InstancePlaceholder : public Node {
	GDCLASS(InstancePlaceholder, Node);

public:
	void set_instance_path(const String &p_path) { path = p_path; }
	String get_instance_path() const { return path; }
	// The kept values by name; with p_with_order also ".order", their names in order.
	Dictionary get_stored_values(bool p_with_order = false);
	// Loads (or takes p_custom_scene), sets the values and adds the node beside this one, or with p_replace in its place.
	Node *create_instance(bool p_replace = false, const Ref<PackedScene> &p_custom_scene = Ref<PackedScene>());

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;

private:
	String path;
	HashMap<StringName, Variant> values; // In the order they were set.
};
