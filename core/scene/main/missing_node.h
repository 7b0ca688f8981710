// MissingNode: holds the place and the values of a node whose class this engine does not have.
#pragma once

#include "core/scene/main/node.h"

class MissingNode : public Node {
	GDCLASS(MissingNode, Node);

public:
	void set_original_class(const String &p_class) { original_class = p_class; }
	String get_original_class() const { return original_class; }
	void set_original_scene(const String &p_scene) { original_scene = p_scene; }
	String get_original_scene() const { return original_scene; }
	// While on, unknown properties are kept as they are set.
	void set_recording_properties(bool p_enabled) { recording_properties = p_enabled; }
	bool is_recording_properties() const { return recording_properties; }
	void set_recording_signals(bool p_enabled) { recording_signals = p_enabled; }
	bool is_recording_signals() const { return recording_signals; }
	void record(const StringName &p_name, const Variant &p_value) { values.insert(p_name, p_value); }
	const HashMap<StringName, Variant> &get_recorded() const { return values; } // In the order they were set.

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;

private:
	HashMap<StringName, Variant> values;
	String original_class;
	String original_scene;
	bool recording_properties = false;
	bool recording_signals = false;
};
