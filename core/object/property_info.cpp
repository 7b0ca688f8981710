// PropertyInfo and MethodInfo: their dictionaries, and how a C++ type is described.
#include "core/object/property_info.h"

#include "core/variant/array.h"
#include "core/variant/dictionary.h"
#include "core/variant/typed_array.h"

PropertyInfo::PropertyInfo(Variant::Type p_type, const String &p_name, PropertyHint p_hint, const String &p_hint_string, uint32_t p_usage, const StringName &p_class_name) :
		type(p_type), name(p_name), class_name(p_class_name), hint(p_hint), hint_string(p_hint_string), usage(p_usage) {
	if (p_hint == PROPERTY_HINT_RESOURCE_TYPE && class_name.is_empty()) {
		class_name = p_hint_string;
	}
}

PropertyInfo::PropertyInfo(const StringName &p_class_name) :
		type(Variant::OBJECT), class_name(p_class_name) {}

PropertyInfo::PropertyInfo(const TypeDescription &p_type) :
		type(p_type.type) {
	switch (p_type.kind) {
		case TypeDescription::PLAIN:
			break;
		case TypeDescription::ANY:
			usage |= PROPERTY_USAGE_NIL_IS_VARIANT;
			break;
		case TypeDescription::OBJECT_CLASS:
			class_name = p_type.name;
			break;
		case TypeDescription::ENUM:
			class_name = p_type.name;
			usage |= PROPERTY_USAGE_CLASS_IS_ENUM;
			break;
		case TypeDescription::BITFIELD:
			class_name = p_type.name;
			usage |= PROPERTY_USAGE_CLASS_IS_BITFIELD;
			break;
		case TypeDescription::ARRAY_TYPE:
			hint = PROPERTY_HINT_ARRAY_TYPE;
			hint_string = p_type.name;
			break;
		case TypeDescription::DICTIONARY_TYPE:
			hint = PROPERTY_HINT_DICTIONARY_TYPE;
			hint_string = p_type.name;
			break;
	}
}

PropertyInfo::operator Dictionary() const {
	Dictionary dict;
	dict["name"] = name;
	dict["class_name"] = class_name;
	dict["type"] = int64_t(type);
	dict["hint"] = int64_t(hint);
	dict["hint_string"] = hint_string;
	dict["usage"] = int64_t(usage);
	return dict;
}

PropertyInfo PropertyInfo::from_dict(const Dictionary &p_dict) {
	PropertyInfo info;
	info.type = Variant::Type(int64_t(p_dict.get("type", int64_t(Variant::NIL))));
	info.name = p_dict.get("name", String());
	info.class_name = p_dict.get("class_name", StringName());
	info.hint = PropertyHint(int64_t(p_dict.get("hint", int64_t(PROPERTY_HINT_NONE))));
	info.hint_string = p_dict.get("hint_string", String());
	info.usage = uint32_t(int64_t(p_dict.get("usage", int64_t(PROPERTY_USAGE_DEFAULT))));
	return info;
}

PropertyInfo PropertyInfo::added_usage(uint32_t p_flags) const {
	PropertyInfo info = *this;
	info.usage |= p_flags;
	return info;
}

bool PropertyInfo::operator==(const PropertyInfo &p_other) const {
	return type == p_other.type && name == p_other.name && class_name == p_other.class_name && hint == p_other.hint && hint_string == p_other.hint_string && usage == p_other.usage;
}

int MethodInfo::get_argument_meta(int p_index) const {
	if (p_index == -1) {
		return return_val_metadata;
	}
	return p_index >= 0 && p_index < arguments_metadata.size() ? arguments_metadata[p_index] : int(GodotTypeInfo::METADATA_NONE);
}

MethodInfo::operator Dictionary() const {
	TypedArray<Dictionary> arguments_list;
	for (const PropertyInfo &argument : arguments) {
		arguments_list.push_back(Dictionary(argument));
	}
	Array defaults;
	for (const Variant &value : default_arguments) {
		defaults.push_back(value);
	}
	Dictionary dict;
	dict["name"] = name;
	dict["args"] = arguments_list;
	dict["default_args"] = defaults;
	dict["flags"] = int64_t(flags);
	dict["id"] = id;
	dict["return"] = Dictionary(return_val);
	return dict;
}

MethodInfo MethodInfo::from_dict(const Dictionary &p_dict) {
	MethodInfo info;
	info.name = p_dict.get("name", String());
	const Array arguments_list = p_dict.get("args", Array());
	for (const Variant &argument : arguments_list) {
		info.arguments.push_back(PropertyInfo::from_dict(argument));
	}
	const Array defaults = p_dict.get("default_args", Array());
	for (const Variant &value : defaults) {
		info.default_arguments.push_back(value);
	}
	info.flags = uint32_t(int64_t(p_dict.get("flags", int64_t(METHOD_FLAGS_DEFAULT))));
	info.id = int(int64_t(p_dict.get("id", 0)));
	info.return_val = PropertyInfo::from_dict(p_dict.get("return", Dictionary()));
	return info;
}
