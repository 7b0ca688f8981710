// The constants and enums that scripts know without a class: Side, Error, Key, PropertyHint, Variant.Type …
#pragma once

#include "core/string/string_name.h"
#include "core/templates/local_vector.h"

// All static; the tables are built on first use by the main thread and never change.
class CoreConstants {
public:
	struct Constant {
		StringName name;
		StringName enum_name;
		int64_t value = 0;
	};
	struct Enum {
		StringName name;
		bool is_bitfield = false;
		uint32_t first = 0; // Its constants are neighbours.
		uint32_t count = 0;
	};

	static const LocalVector<Constant> &get_constants();
	static const LocalVector<Enum> &get_enums();
	static const Constant *find_constant(const StringName &p_name); // Null when there is none.
	static const Enum *find_enum(const StringName &p_name);

	static int get_global_constant_count() { return int(get_constants().size()); }
	static StringName get_global_constant_name(int p_index) { return get_constants()[uint32_t(p_index)].name; }
	static StringName get_global_constant_enum(int p_index) { return get_constants()[uint32_t(p_index)].enum_name; }
	static int64_t get_global_constant_value(int p_index) { return get_constants()[uint32_t(p_index)].value; }
	static bool is_global_constant(const StringName &p_name) { return find_constant(p_name) != nullptr; }
	static bool is_global_enum(const StringName &p_name) { return find_enum(p_name) != nullptr; }
};
