// The tables of built-in methods, constructors, members, constants and global functions, and their look-ups.
#include "core/variant/builtin_registry.h"

#include "core/error/error_macros.h"
#include "core/variant/builtin_tables.h"

BuiltinTables *builtin_tables = nullptr;

namespace builtin_registry {

void describe(BuiltinSignature &r_signature, std::initializer_list<const char *> p_names, std::initializer_list<Variant::Type> p_types, std::initializer_list<Variant> p_defaults, uint32_t p_flags, Variant::Type p_return_type) {
	// A call keeps its converted arguments in an array of this size.
	CRASH_COND(p_types.size() > size_t(BUILTIN_MAX_ARGUMENTS) || p_names.size() != p_types.size() || p_defaults.size() > p_types.size());
	for (const char *name : p_names) {
		r_signature.argument_names.push_back(name);
	}
	for (const Variant::Type type : p_types) {
		r_signature.argument_types.push_back(type);
	}
	for (const Variant &value : p_defaults) {
		const Variant::Type type = r_signature.argument_types[int64_t(p_types.size() - p_defaults.size()) + r_signature.defaults.size()];
		r_signature.defaults.push_back(type == Variant::NIL ? value : Variant::type_convert(value, type));
	}
	r_signature.flags = p_flags;
	r_signature.return_type = p_return_type;
}

} // namespace builtin_registry

// --- Registration.

void add_builtin_method(BuiltinMethod &&p_method) {
	BuiltinTypeTable &table = builtin_tables->types[p_method.base_type];
	CRASH_COND(table.methods.has(p_method.name));
	table.methods.insert(p_method.name, static_cast<BuiltinMethod &&>(p_method));
}

void add_builtin_constructor(Variant::Type p_type, BuiltinConstructor &&p_constructor) {
	builtin_tables->types[p_type].constructors.push_back(static_cast<BuiltinConstructor &&>(p_constructor));
}

void add_builtin_member(Variant::Type p_type, const BuiltinMember &p_member) {
	BuiltinTypeTable &table = builtin_tables->types[p_type];
	CRASH_COND(table.members.has(p_member.name));
	table.members.insert(p_member.name, p_member);
}

void add_builtin_indexing(Variant::Type p_type, const BuiltinIndexing &p_indexing) {
	builtin_tables->types[p_type].indexing = p_indexing;
}

void add_builtin_constant(Variant::Type p_type, const char *p_name, const Variant &p_value) {
	builtin_tables->types[p_type].constants.insert(p_name, p_value);
}

void add_builtin_enum_constant(Variant::Type p_type, const char *p_enum, const char *p_name, int64_t p_value) {
	builtin_tables->types[p_type].enums[p_enum].insert(p_name, p_value);
}

void add_utility_function(UtilityFunction &&p_function) {
	CRASH_COND(builtin_tables->utilities.has(p_function.name));
	builtin_tables->utilities.insert(p_function.name, static_cast<UtilityFunction &&>(p_function));
}

void bind_builtin_vararg_method(Variant::Type p_type, const char *p_name, BuiltinVarargFunction p_function, uint32_t p_flags, Variant::Type p_return_type, std::initializer_list<const char *> p_names, std::initializer_list<Variant::Type> p_types) {
	BuiltinMethod method;
	method.name = p_name;
	method.base_type = p_type;
	method.vararg = p_function;
	builtin_registry::describe(method, p_names, p_types, {}, p_flags | BUILTIN_VARARG, p_return_type);
	add_builtin_method(static_cast<BuiltinMethod &&>(method));
}

void bind_vararg_utility_function(const char *p_name, BuiltinVarargFunction p_function, uint32_t p_flags, Variant::Type p_return_type, std::initializer_list<const char *> p_names, Variant::UtilityFunctionType p_category) {
	UtilityFunction function;
	function.name = p_name;
	function.category = p_category;
	function.vararg = p_function;
	for (const char *name : p_names) {
		function.argument_names.push_back(name);
		function.argument_types.push_back(Variant::NIL);
	}
	function.flags = p_flags;
	function.return_type = p_return_type;
	add_utility_function(static_cast<UtilityFunction &&>(function));
}

void register_variant_types() {
	CRASH_COND(builtin_tables != nullptr);
	builtin_tables = memnew(BuiltinTables);
	register_variant_construct();
	register_variant_operators();
	register_variant_indexing();
	register_variant_string_methods();
	register_variant_math();
	register_variant_callable_methods();
	register_variant_dictionary_methods();
	register_variant_array_methods();
	register_variant_packed_methods();
	register_utility_math();
	register_variant_utility_general();
}

void unregister_variant_types() {
	if (builtin_tables != nullptr) {
		memdelete(builtin_tables);
		builtin_tables = nullptr;
	}
}

// --- Members.

bool Variant::has_member(Type p_type, const StringName &p_member) {
	return find_builtin_member(p_type, p_member) != nullptr;
}

Variant::Type Variant::get_member_type(Type p_type, const StringName &p_member) {
	const BuiltinMember *member = find_builtin_member(p_type, p_member);
	return member != nullptr ? member->type : NIL;
}

void Variant::get_member_list(Type p_type, Vector<StringName> *r_members) {
	ERR_FAIL_INDEX(p_type, VARIANT_MAX);
	for (const KeyValue<StringName, BuiltinMember> &entry : builtin_tables->types[p_type].members) {
		r_members->push_back(entry.key);
	}
}

int Variant::get_member_count(Type p_type) {
	ERR_FAIL_INDEX_V(p_type, VARIANT_MAX, 0);
	return int(builtin_tables->types[p_type].members.size());
}

Variant::ValidatedSetter Variant::get_member_validated_setter(Type p_type, const StringName &p_member) {
	const BuiltinMember *member = find_builtin_member(p_type, p_member);
	return member != nullptr ? member->setter : nullptr;
}

Variant::ValidatedGetter Variant::get_member_validated_getter(Type p_type, const StringName &p_member) {
	const BuiltinMember *member = find_builtin_member(p_type, p_member);
	return member != nullptr ? member->getter : nullptr;
}

bool Variant::has_indexing(Type p_type) {
	ERR_FAIL_INDEX_V(p_type, VARIANT_MAX, false);
	return builtin_tables->types[p_type].indexing.getter != nullptr;
}

Variant::Type Variant::get_indexed_element_type(Type p_type) {
	ERR_FAIL_INDEX_V(p_type, VARIANT_MAX, NIL);
	return builtin_tables->types[p_type].indexing.element_type;
}

Variant::ValidatedIndexedSetter Variant::get_member_validated_indexed_setter(Type p_type) {
	ERR_FAIL_INDEX_V(p_type, VARIANT_MAX, nullptr);
	return builtin_tables->types[p_type].indexing.setter;
}

Variant::ValidatedIndexedGetter Variant::get_member_validated_indexed_getter(Type p_type) {
	ERR_FAIL_INDEX_V(p_type, VARIANT_MAX, nullptr);
	return builtin_tables->types[p_type].indexing.getter;
}

// --- Constants.

void Variant::get_constants_for_type(Type p_type, Vector<StringName> *r_constants) {
	ERR_FAIL_INDEX(p_type, VARIANT_MAX);
	for (const KeyValue<StringName, Variant> &entry : builtin_tables->types[p_type].constants) {
		r_constants->push_back(entry.key);
	}
}

bool Variant::has_constant(Type p_type, const StringName &p_name) {
	bool valid = false;
	get_constant_value(p_type, p_name, &valid);
	return valid;
}

Variant Variant::get_constant_value(Type p_type, const StringName &p_name, bool *r_valid) {
	ERR_FAIL_INDEX_V(p_type, VARIANT_MAX, Variant());
	if (r_valid != nullptr) {
		*r_valid = true;
	}
	const BuiltinTypeTable &table = builtin_tables->types[p_type];
	if (const Variant *value = table.constants.getptr(p_name)) {
		return *value;
	}
	for (const KeyValue<StringName, HashMap<StringName, int64_t>> &entry : table.enums) {
		if (const int64_t *value = entry.value.getptr(p_name)) {
			return *value;
		}
	}
	if (r_valid != nullptr) {
		*r_valid = false;
	}
	return Variant();
}

void Variant::get_enums_for_type(Type p_type, Vector<StringName> *r_enums) {
	ERR_FAIL_INDEX(p_type, VARIANT_MAX);
	for (const KeyValue<StringName, HashMap<StringName, int64_t>> &entry : builtin_tables->types[p_type].enums) {
		r_enums->push_back(entry.key);
	}
}

bool Variant::has_enum(Type p_type, const StringName &p_enum) {
	ERR_FAIL_INDEX_V(p_type, VARIANT_MAX, false);
	return builtin_tables->types[p_type].enums.has(p_enum);
}

void Variant::get_enumerations_for_enum(Type p_type, const StringName &p_enum, Vector<StringName> *r_values) {
	ERR_FAIL_INDEX(p_type, VARIANT_MAX);
	const HashMap<StringName, int64_t> *values = builtin_tables->types[p_type].enums.getptr(p_enum);
	ERR_FAIL_NULL(values);
	for (const KeyValue<StringName, int64_t> &entry : *values) {
		r_values->push_back(entry.key);
	}
}

int64_t Variant::get_enum_value(Type p_type, const StringName &p_enum, const StringName &p_value, bool *r_valid) {
	ERR_FAIL_INDEX_V(p_type, VARIANT_MAX, -1);
	const HashMap<StringName, int64_t> *values = builtin_tables->types[p_type].enums.getptr(p_enum);
	const int64_t *value = values != nullptr ? values->getptr(p_value) : nullptr;
	if (r_valid != nullptr) {
		*r_valid = value != nullptr;
	}
	return value != nullptr ? *value : -1;
}

StringName Variant::get_enum_for_enumeration(Type p_type, const StringName &p_value) {
	ERR_FAIL_INDEX_V(p_type, VARIANT_MAX, StringName());
	for (const KeyValue<StringName, HashMap<StringName, int64_t>> &entry : builtin_tables->types[p_type].enums) {
		if (entry.value.has(p_value)) {
			return entry.key;
		}
	}
	return StringName();
}

// --- Global functions.

namespace {

const UtilityFunction *find_utility(const StringName &p_name) {
	return builtin_tables->utilities.getptr(p_name);
}

} // namespace

const UtilityFunction *Variant::get_utility_function_info(const StringName &p_name) {
	return find_utility(p_name);
}

bool Variant::has_utility_function(const StringName &p_name) {
	return find_utility(p_name) != nullptr;
}

void Variant::get_utility_function_list(Vector<StringName> *r_functions) {
	for (const KeyValue<StringName, UtilityFunction> &entry : builtin_tables->utilities) {
		r_functions->push_back(entry.key);
	}
}
