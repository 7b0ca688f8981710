// MissingResource: holds the place and the values of a resource whose class this engine does not have.
#pragma once

#include "core/object/resource.h"

class MissingResource : public Resource {
	GDCLASS(MissingResource, Resource);

public:
	void set_original_class(const String &p_class) { original_class = p_class; }
	String get_original_class() const { return original_class; }
	// While on, unknown properties are kept as they are set.
	void set_recording_properties(bool p_enabled) { recording_properties = p_enabled; }
	bool is_recording_properties() const { return recording_properties; }
	// Every value under every name, those that a Resource has as well.
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
	bool recording_properties = false;
};

// Says once for every class that it is not here, and which file wants it. What stands for it keeps its values.
void warn_of_missing_class(const StringName &p_class, const String &p_file);
