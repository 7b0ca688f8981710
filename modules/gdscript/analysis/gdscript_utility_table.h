// The signatures of the language's own functions: what GDScript has beside the global functions of the engine.
#pragma once

#include "core/string/string_name.h"
#include "core/variant/variant.h"

struct GDScriptUtilityInfo {
	static constexpr int MAX_PARAMETERS = 4;
	const char *name;
	Variant::Type return_type; // NIL: nothing, or (returns_variant) anything.
	const char *return_class; // Of objects.
	int required;
	int count; // -1: any number.
	Variant::Type parameters[MAX_PARAMETERS]; // NIL: anything.
	bool returns_variant;
	bool is_constant; // The same arguments give the same result, without side effects.
};

constexpr GDScriptUtilityInfo GDSCRIPT_UTILITIES[] = {
	{ "convert", Variant::NIL, "", 2, 2, { Variant::NIL, Variant::INT, Variant::NIL, Variant::NIL }, true, false },
	{ "type_exists", Variant::BOOL, "", 1, 1, { Variant::STRING_NAME, Variant::NIL, Variant::NIL, Variant::NIL }, false, false },
	{ "char", Variant::STRING, "", 1, 1, { Variant::INT, Variant::NIL, Variant::NIL, Variant::NIL }, false, true },
	{ "ord", Variant::INT, "", 1, 1, { Variant::STRING, Variant::NIL, Variant::NIL, Variant::NIL }, false, true },
	{ "range", Variant::ARRAY, "", 0, -1, { Variant::NIL, Variant::NIL, Variant::NIL, Variant::NIL }, false, false },
	{ "load", Variant::OBJECT, "Resource", 1, 1, { Variant::STRING, Variant::NIL, Variant::NIL, Variant::NIL }, false, false },
	{ "inst_to_dict", Variant::DICTIONARY, "", 1, 1, { Variant::OBJECT, Variant::NIL, Variant::NIL, Variant::NIL }, false, false },
	{ "dict_to_inst", Variant::OBJECT, "Object", 1, 1, { Variant::DICTIONARY, Variant::NIL, Variant::NIL, Variant::NIL }, false, false },
	{ "Color8", Variant::COLOR, "", 3, 4, { Variant::INT, Variant::INT, Variant::INT, Variant::INT }, false, true },
	{ "print_debug", Variant::NIL, "", 0, -1, { Variant::NIL, Variant::NIL, Variant::NIL, Variant::NIL }, false, false },
	{ "print_stack", Variant::NIL, "", 0, 0, { Variant::NIL, Variant::NIL, Variant::NIL, Variant::NIL }, false, false },
	{ "get_stack", Variant::ARRAY, "", 0, 0, { Variant::NIL, Variant::NIL, Variant::NIL, Variant::NIL }, false, false },
	{ "len", Variant::INT, "", 1, 1, { Variant::NIL, Variant::NIL, Variant::NIL, Variant::NIL }, false, true },
	{ "is_instance_of", Variant::BOOL, "", 2, 2, { Variant::NIL, Variant::NIL, Variant::NIL, Variant::NIL }, false, false },
};

inline const GDScriptUtilityInfo *gdscript_find_utility(const StringName &p_name) {
	const String name = p_name;
	for (const GDScriptUtilityInfo &info : GDSCRIPT_UTILITIES) {
		if (name == info.name) {
			return &info;
		}
	}
	return nullptr;
}
