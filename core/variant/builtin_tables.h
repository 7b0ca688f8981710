// How the tables of builtin_registry.h are stored; for the files of this layer that look things up.
#pragma once

#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"
#include "core/variant/builtin_registry.h"

constexpr int BUILTIN_MAX_ARGUMENTS = 16; // Declared ones, of any method, constructor or global function.

struct BuiltinTypeTable {
	HashMap<StringName, BuiltinMethod> methods;
	LocalVector<BuiltinConstructor> constructors;
	HashMap<StringName, BuiltinMember> members;
	BuiltinIndexing indexing;
	HashMap<StringName, Variant> constants;
	HashMap<StringName, HashMap<StringName, int64_t>> enums;
};

// Made once at start, read-only afterwards.
struct BuiltinTables {
	BuiltinTypeTable types[Variant::VARIANT_MAX];
	HashMap<StringName, UtilityFunction> utilities;
	// Indices into operators, 0 where there is none: far smaller than a table of entries.
	uint16_t operator_index[Variant::OP_MAX][Variant::VARIANT_MAX][Variant::VARIANT_MAX] = {};
	LocalVector<BuiltinOperator> operators;

	BuiltinTables() { operators.push_back(BuiltinOperator()); }
};

extern BuiltinTables *builtin_tables;

inline const BuiltinOperator &find_builtin_operator(Variant::Operator p_op, Variant::Type p_left, Variant::Type p_right) {
	return builtin_tables->operators[builtin_tables->operator_index[p_op][p_left][p_right]];
}

inline const BuiltinMember *find_builtin_member(Variant::Type p_type, const StringName &p_name) {
	return builtin_tables->types[p_type].members.getptr(p_name);
}

inline const BuiltinMethod *find_builtin_method(Variant::Type p_type, const StringName &p_name) {
	return builtin_tables->types[p_type].methods.getptr(p_name);
}
