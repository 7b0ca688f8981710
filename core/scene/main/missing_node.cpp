// The recorded values of a node that cannot be made.
#include "core/scene/main/missing_node.h"

#include "core/object/class_db.h"

bool MissingNode::_set(const StringName &p_name, const Variant &p_value) {
	if (!recording_properties && !values.has(p_name)) {
		return false;
	}
	values.insert(p_name, p_value);
	return true;
}

bool MissingNode::_get(const StringName &p_name, Variant &r_value) const {
	const Variant *value = values.getptr(p_name);
	if (value) {
		r_value = *value;
	}
	return value != nullptr;
}

void MissingNode::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	for (const KeyValue<StringName, Variant> &entry : values) {
		p_list->push_back(PropertyInfo(entry.value.get_type(), entry.key));
	}
}

void MissingNode::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_original_class", "name"), &MissingNode::set_original_class);
	ClassDB::bind_method(D_METHOD("get_original_class"), &MissingNode::get_original_class);
	ClassDB::bind_method(D_METHOD("set_original_scene", "name"), &MissingNode::set_original_scene);
	ClassDB::bind_method(D_METHOD("get_original_scene"), &MissingNode::get_original_scene);
	ClassDB::bind_method(D_METHOD("set_recording_properties", "enable"), &MissingNode::set_recording_properties);
	ClassDB::bind_method(D_METHOD("is_recording_properties"), &MissingNode::is_recording_properties);
	ClassDB::bind_method(D_METHOD("set_recording_signals", "enable"), &MissingNode::set_recording_signals);
	ClassDB::bind_method(D_METHOD("is_recording_signals"), &MissingNode::is_recording_signals);
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "original_class", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_original_class", "get_original_class");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "original_scene", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_original_scene", "get_original_scene");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "recording_properties", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_recording_properties", "is_recording_properties");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "recording_signals", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_recording_signals", "is_recording_signals");
}
