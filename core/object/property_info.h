// What a property, a method or a signal looks like from outside: names, types, hints and flags (reflection only, no behaviour).
#pragma once

#include "core/object/object_id.h"
#include "core/string/string_name.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"
#include "core/variant/type_info.h"
#include "core/variant/variant.h"

class Dictionary;

enum PropertyHint : int {
	PROPERTY_HINT_NONE = 0,
	PROPERTY_HINT_RANGE = 1,
	PROPERTY_HINT_ENUM = 2,
	PROPERTY_HINT_ENUM_SUGGESTION = 3,
	PROPERTY_HINT_EXP_EASING = 4,
	PROPERTY_HINT_LINK = 5,
	PROPERTY_HINT_FLAGS = 6,
	PROPERTY_HINT_LAYERS_2D_RENDER = 7,
	PROPERTY_HINT_LAYERS_2D_PHYSICS = 8,
	PROPERTY_HINT_LAYERS_2D_NAVIGATION = 9,
	PROPERTY_HINT_LAYERS_3D_RENDER = 10,
	PROPERTY_HINT_LAYERS_3D_PHYSICS = 11,
	PROPERTY_HINT_LAYERS_3D_NAVIGATION = 12,
	PROPERTY_HINT_LAYERS_AVOIDANCE = 37,
	PROPERTY_HINT_FILE = 13,
	PROPERTY_HINT_DIR = 14,
	PROPERTY_HINT_GLOBAL_FILE = 15,
	PROPERTY_HINT_GLOBAL_DIR = 16,
	PROPERTY_HINT_RESOURCE_TYPE = 17,
	PROPERTY_HINT_MULTILINE_TEXT = 18,
	PROPERTY_HINT_EXPRESSION = 19,
	PROPERTY_HINT_PLACEHOLDER_TEXT = 20,
	PROPERTY_HINT_COLOR_NO_ALPHA = 21,
	PROPERTY_HINT_OBJECT_ID = 22,
	PROPERTY_HINT_TYPE_STRING = 23,
	PROPERTY_HINT_NODE_PATH_TO_EDITED_NODE = 24,
	PROPERTY_HINT_OBJECT_TOO_BIG = 25,
	PROPERTY_HINT_NODE_PATH_VALID_TYPES = 26,
	PROPERTY_HINT_SAVE_FILE = 27,
	PROPERTY_HINT_GLOBAL_SAVE_FILE = 28,
	PROPERTY_HINT_INT_IS_OBJECTID = 29,
	PROPERTY_HINT_INT_IS_POINTER = 30,
	PROPERTY_HINT_ARRAY_TYPE = 31,
	PROPERTY_HINT_DICTIONARY_TYPE = 38,
	PROPERTY_HINT_LOCALE_ID = 32,
	PROPERTY_HINT_LOCALIZABLE_STRING = 33,
	PROPERTY_HINT_NODE_TYPE = 34,
	PROPERTY_HINT_HIDE_QUATERNION_EDIT = 35,
	PROPERTY_HINT_PASSWORD = 36,
	PROPERTY_HINT_TOOL_BUTTON = 39,
	PROPERTY_HINT_ONESHOT = 40,
	PROPERTY_HINT_GROUP_ENABLE = 42,
	PROPERTY_HINT_INPUT_NAME = 43,
	PROPERTY_HINT_FILE_PATH = 44,
	PROPERTY_HINT_MAX = 45,
};

enum PropertyUsageFlags : int {
	PROPERTY_USAGE_NONE = 0,
	PROPERTY_USAGE_STORAGE = 2,
	PROPERTY_USAGE_EDITOR = 4,
	PROPERTY_USAGE_INTERNAL = 8,
	PROPERTY_USAGE_CHECKABLE = 16,
	PROPERTY_USAGE_CHECKED = 32,
	PROPERTY_USAGE_GROUP = 64,
	PROPERTY_USAGE_CATEGORY = 128,
	PROPERTY_USAGE_SUBGROUP = 256,
	PROPERTY_USAGE_CLASS_IS_BITFIELD = 512,
	PROPERTY_USAGE_NO_INSTANCE_STATE = 1024,
	PROPERTY_USAGE_RESTART_IF_CHANGED = 2048,
	PROPERTY_USAGE_SCRIPT_VARIABLE = 4096,
	PROPERTY_USAGE_STORE_IF_NULL = 8192,
	PROPERTY_USAGE_UPDATE_ALL_IF_MODIFIED = 16384,
	PROPERTY_USAGE_SCRIPT_DEFAULT_VALUE = 32768,
	PROPERTY_USAGE_CLASS_IS_ENUM = 65536,
	PROPERTY_USAGE_NIL_IS_VARIANT = 131072,
	PROPERTY_USAGE_ARRAY = 262144,
	PROPERTY_USAGE_ALWAYS_DUPLICATE = 524288,
	PROPERTY_USAGE_NEVER_DUPLICATE = 1048576,
	PROPERTY_USAGE_HIGH_END_GFX = 2097152,
	PROPERTY_USAGE_NODE_PATH_FROM_SCENE_ROOT = 4194304,
	PROPERTY_USAGE_RESOURCE_NOT_PERSISTENT = 8388608,
	PROPERTY_USAGE_KEYING_INCREMENTS = 16777216,
	PROPERTY_USAGE_DEFERRED_SET_RESOURCE = 33554432,
	PROPERTY_USAGE_EDITOR_INSTANTIATE_OBJECT = 67108864,
	PROPERTY_USAGE_EDITOR_BASIC_SETTING = 134217728,
	PROPERTY_USAGE_READ_ONLY = 268435456,
	PROPERTY_USAGE_SECRET = 536870912,
	PROPERTY_USAGE_DEFAULT = 6,
	PROPERTY_USAGE_NO_EDITOR = 2,
};

enum MethodFlags : int {
	METHOD_FLAG_NORMAL = 1,
	METHOD_FLAG_EDITOR = 2,
	METHOD_FLAG_CONST = 4,
	METHOD_FLAG_VIRTUAL = 8,
	METHOD_FLAG_VARARG = 16,
	METHOD_FLAG_STATIC = 32,
	METHOD_FLAG_OBJECT_CORE = 64,
	METHOD_FLAG_VIRTUAL_REQUIRED = 128,
	METHOD_FLAGS_DEFAULT = 1,
};

struct PropertyInfo {
	Variant::Type type = Variant::NIL; // NIL with PROPERTY_USAGE_NIL_IS_VARIANT: any type.
	String name;
	StringName class_name; // The class of an OBJECT, or "Class.Enum" of an enum or bitfield.
	PropertyHint hint = PROPERTY_HINT_NONE;
	String hint_string;
	uint32_t usage = PROPERTY_USAGE_DEFAULT;

	PropertyInfo() = default;
	PropertyInfo(Variant::Type p_type, const String &p_name, PropertyHint p_hint = PROPERTY_HINT_NONE, const String &p_hint_string = String(), uint32_t p_usage = PROPERTY_USAGE_DEFAULT, const StringName &p_class_name = StringName());
	// An OBJECT of this class.
	explicit PropertyInfo(const StringName &p_class_name);
	// What a C++ argument or result looks like; without a name.
	explicit PropertyInfo(const TypeDescription &p_type);

	// The dictionary that scripts see: name, class_name, type, hint, hint_string, usage.
	operator Dictionary() const;
	static PropertyInfo from_dict(const Dictionary &p_dict);

	PropertyInfo added_usage(uint32_t p_flags) const;
	bool operator==(const PropertyInfo &p_other) const;
	bool operator!=(const PropertyInfo &p_other) const { return !(*this == p_other); }
	bool operator<(const PropertyInfo &p_other) const { return name < p_other.name; }
};

struct MethodInfo {
	String name;
	PropertyInfo return_val;
	uint32_t flags = METHOD_FLAGS_DEFAULT;
	int id = 0;
	Vector<PropertyInfo> arguments;
	Vector<Variant> default_arguments; // Of the last arguments.
	int return_val_metadata = GodotTypeInfo::METADATA_NONE;
	Vector<int> arguments_metadata; // Empty, or one GodotTypeInfo::Metadata an argument.

	MethodInfo() = default;
	MethodInfo(const String &p_name) :
			name(p_name) {}
	MethodInfo(const char *p_name) :
			name(p_name) {}
	MethodInfo(const StringName &p_name) :
			name(p_name) {}
	template <typename... P>
	MethodInfo(const String &p_name, const PropertyInfo &p_first, const P &...p_arguments) :
			name(p_name) {
		arguments.push_back(p_first);
		(arguments.push_back(p_arguments), ...);
	}
	// With a type in front: what it returns.
	template <typename... P>
	MethodInfo(Variant::Type p_return, const String &p_name, const P &...p_arguments) :
			name(p_name) {
		return_val.type = p_return;
		(arguments.push_back(p_arguments), ...);
	}
	template <typename... P>
	MethodInfo(const PropertyInfo &p_return, const String &p_name, const P &...p_arguments) :
			name(p_name), return_val(p_return) {
		(arguments.push_back(p_arguments), ...);
	}

	int get_argument_meta(int p_index) const;

	// The dictionary that scripts see: name, args, default_args, flags, id, return.
	operator Dictionary() const;
	static MethodInfo from_dict(const Dictionary &p_dict);

	bool operator==(const MethodInfo &p_other) const { return id == p_other.id && name == p_other.name; }
	bool operator<(const MethodInfo &p_other) const { return id == p_other.id ? name < p_other.name : id < p_other.id; }
};
