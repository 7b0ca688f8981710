// The printing and formatting behind the global functions, for C++ callers.
#pragma once

#include "core/string/ustring.h"
#include "core/variant/variant.h"

struct VariantUtilityFunctions {
	// str(): the arguments' texts one after the other.
	static String join_string(const Variant **p_args, int p_argcount);
	static String type_string(Variant::Type p_type); // As the global function: "int", "Vector2"; "<invalid type>" outside.
	static void push_error(const Variant **p_args, int p_argcount);
	static void push_warning(const Variant **p_args, int p_argcount);
	static bool is_instance_valid(const Variant &p_instance);
};
