// The global constants: the values of the global enums (Error, Key, Variant.Type, ...) by name.
#pragma once

#include "core/string/string_name.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"

// All static; the table is built at the first question, by the main thread.
class CoreConstants {
public:
	struct Constant {
		const char *name;
		int64_t value;
		int enum_index; // Into the enums below.
	};
	struct Enum {
		StringName name;
		bool is_bitfield = false;
		int first = 0; // Its constants lie together: get_constant(first) and the following `count`.
		int count = 0;
	};

	static int get_global_constant_count();
	static const Constant &get_global_constant(int p_index);
	static StringName get_global_constant_enum(int p_index);
	static const char *get_global_constant_name(int p_index) { return get_global_constant(p_index).name; }
	static int64_t get_global_constant_value(int p_index) { return get_global_constant(p_index).value; }
	static int get_global_constant_index(const StringName &p_name); // -1 if there is none.

	static int get_global_enum_count();
	static const Enum &get_global_enum(int p_index);
	static const Enum *find_global_enum(const StringName &p_enum); // Null if there is none.

	static void cleanup(); // Drops the names; before the StringName table goes.
};
