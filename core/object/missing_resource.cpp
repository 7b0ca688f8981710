// The recorded values of a resource that cannot be made.
#include "core/object/missing_resource.h"

#include "core/error/error_macros.h"
#include "core/object/class_db.h"
#include "core/templates/hash_set.h"

#include <mutex>

bool MissingResource::_set(const StringName &p_name, const Variant &p_value) {
	if (!recording_properties && !values.has(p_name)) {
		return false;
	}
	values.insert(p_name, p_value);
	return true;
}

bool MissingResource::_get(const StringName &p_name, Variant &r_value) const {
	const Variant *value = values.getptr(p_name);
	if (value) {
		r_value = *value;
	}
	return value != nullptr;
}

void MissingResource::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	for (const KeyValue<StringName, Variant> &entry : values) {
		p_list->push_back(PropertyInfo(entry.value.get_type(), entry.key));
	}
}

void MissingResource::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_original_class", "name"), &MissingResource::set_original_class);
	ClassDB::bind_method(D_METHOD("get_original_class"), &MissingResource::get_original_class);
	ClassDB::bind_method(D_METHOD("set_recording_properties", "enable"), &MissingResource::set_recording_properties);
	ClassDB::bind_method(D_METHOD("is_recording_properties"), &MissingResource::is_recording_properties);
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "original_class", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_original_class", "get_original_class");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "recording_properties", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_recording_properties", "is_recording_properties");
}

void warn_of_missing_class(const StringName &p_class, const String &p_file) {
	static constexpr uint32_t MOST = 256; // Files can name as many classes as they like.
	static std::mutex mutex;
	static HashSet<String> told;
	{
		const std::lock_guard<std::mutex> lock(mutex);
		if (told.size() >= MOST || told.has(p_class)) {
			return;
		}
		told.insert(p_class);
	}
	WARN_PRINT("The class " + String(p_class) + ", first met in " + p_file + ", does not exist in this engine. What is of that class keeps its place and its values, and is saved as it was, but does nothing.");
}
