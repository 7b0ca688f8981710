// --dump-extension-api: builds the description out of the registration tables and writes it as JSON.
#include "core/main/extension_api_dump.h"

#include "core/config/engine.h"
#include "core/io/file_access.h"
#include "core/io/json.h"
#include "core/object/class_db.h"
#include "core/object/core_constants.h"
#include "core/object/known/known_classes.h"
#include "core/object/known/known_method.h"
#include "core/variant/array.h"
#include "core/variant/builtin_registry.h"
#include "core/variant/dictionary.h"
#include "core/version.h"

namespace {

String builtin_type_name(Variant::Type p_type) {
	return p_type == Variant::NIL ? String("Variant") : Variant::get_type_name(p_type);
}

String type_text(const PropertyInfo &p_info) {
	if (p_info.type == Variant::INT && (p_info.usage & PROPERTY_USAGE_CLASS_IS_ENUM)) {
		return "enum::" + p_info.class_name.get_string();
	}
	if (p_info.type == Variant::INT && (p_info.usage & PROPERTY_USAGE_CLASS_IS_BITFIELD)) {
		return "bitfield::" + p_info.class_name.get_string();
	}
	if (p_info.type == Variant::ARRAY && p_info.hint == PROPERTY_HINT_ARRAY_TYPE) {
		return "typedarray::" + p_info.hint_string;
	}
	if (p_info.type == Variant::DICTIONARY && p_info.hint == PROPERTY_HINT_DICTIONARY_TYPE) {
		return "typeddictionary::" + p_info.hint_string;
	}
	if (p_info.type == Variant::OBJECT) {
		if (p_info.hint == PROPERTY_HINT_RESOURCE_TYPE) {
			return p_info.hint_string;
		}
		return p_info.class_name.is_empty() ? String("Object") : String(p_info.class_name);
	}
	if (p_info.type == Variant::NIL) {
		return (p_info.usage & PROPERTY_USAGE_NIL_IS_VARIANT) ? "Variant" : "void";
	}
	return Variant::get_type_name(p_info.type);
}

void add_meta(Dictionary &r_entry, int p_metadata) {
	static const char *const NAMES[] = { nullptr, "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double", "char16", "char32", "required" };
	if (p_metadata > 0 && p_metadata < int(sizeof(NAMES) / sizeof(NAMES[0]))) {
		r_entry["meta"] = NAMES[p_metadata];
	}
}

Dictionary value_entry(const StringName &p_name, int64_t p_value) {
	Dictionary entry;
	entry["name"] = p_name;
	entry["value"] = p_value;
	return entry;
}

Array global_enums() {
	Array enums;
	for (int i = 0; i < CoreConstants::get_global_enum_count(); i++) {
		const CoreConstants::Enum &source = CoreConstants::get_global_enum(i);
		Array values;
		for (int j = 0; j < source.count; j++) {
			const CoreConstants::Constant &constant = CoreConstants::get_global_constant(source.first + j);
			values.push_back(value_entry(constant.name, constant.value));
		}
		Dictionary entry;
		entry["name"] = source.name;
		entry["is_bitfield"] = source.is_bitfield;
		entry["values"] = values;
		enums.push_back(entry);
	}
	return enums;
}

Array builtin_arguments(const BuiltinSignature &p_signature) {
	Array arguments;
	const int64_t count = p_signature.argument_names.size();
	const int64_t first_default = count - p_signature.defaults.size();
	for (int64_t i = 0; i < count; i++) {
		Dictionary argument;
		argument["name"] = p_signature.argument_names[i];
		argument["type"] = builtin_type_name(i < p_signature.argument_types.size() ? p_signature.argument_types[i] : Variant::NIL);
		// A default of print() and the like only says that it may be called with nothing.
		if (i >= first_default && !p_signature.is_vararg()) {
			argument["default_value"] = p_signature.defaults[i - first_default].get_construct_string();
		}
		arguments.push_back(argument);
	}
	return arguments;
}

void add_builtin_signature(Dictionary &r_entry, const BuiltinSignature &p_signature) {
	if (p_signature.has_return()) {
		r_entry["return_type"] = p_signature.return_class.is_empty() ? builtin_type_name(p_signature.return_type) : p_signature.return_class;
	}
	r_entry["is_vararg"] = p_signature.is_vararg();
	const Array arguments = builtin_arguments(p_signature);
	if (!arguments.is_empty()) {
		r_entry["arguments"] = arguments;
	}
}

Array utility_functions() {
	static const char *const CATEGORIES[] = { "math", "random", "general" };
	Vector<StringName> names;
	Variant::get_utility_function_list(&names);
	Array functions;
	for (const StringName &name : names) {
		const UtilityFunction *function = Variant::get_utility_function_info(name);
		Dictionary entry;
		entry["name"] = name;
		entry["category"] = CATEGORIES[function->category];
		add_builtin_signature(entry, *function);
		functions.push_back(entry);
	}
	return functions;
}

bool is_unary(Variant::Operator p_op) {
	return p_op == Variant::OP_NEGATE || p_op == Variant::OP_POSITIVE || p_op == Variant::OP_BIT_NEGATE || p_op == Variant::OP_NOT;
}

Array builtin_operators(Variant::Type p_type) {
	Array operators;
	for (int op_number = 0; op_number < Variant::OP_MAX; op_number++) {
		const Variant::Operator op = Variant::Operator(op_number);
		for (int right = 0; right < (is_unary(op) ? 1 : int(Variant::VARIANT_MAX)); right++) {
			if (!Variant::has_operator(op, p_type, Variant::Type(right))) {
				continue;
			}
			Dictionary entry;
			entry["name"] = Variant::get_operator_name(op);
			if (!is_unary(op)) {
				entry["right_type"] = builtin_type_name(Variant::Type(right));
			}
			entry["return_type"] = builtin_type_name(Variant::get_operator_return_type(op, p_type, Variant::Type(right)));
			operators.push_back(entry);
		}
	}
	return operators;
}

Array builtin_methods(Variant::Type p_type) {
	Vector<StringName> names;
	Variant::get_builtin_method_list(p_type, &names);
	Array methods;
	for (const StringName &name : names) {
		const BuiltinMethod *method = Variant::get_builtin_method_info(p_type, name);
		Dictionary entry;
		entry["name"] = name;
		add_builtin_signature(entry, *method);
		entry["is_const"] = method->is_const();
		entry["is_static"] = method->is_static();
		methods.push_back(entry);
	}
	return methods;
}

Array builtin_constructors(Variant::Type p_type) {
	Array constructors;
	for (int i = 0; i < Variant::get_constructor_count(p_type); i++) {
		Array arguments;
		for (int j = 0; j < Variant::get_constructor_argument_count(p_type, i); j++) {
			Dictionary argument;
			argument["name"] = Variant::get_constructor_argument_name(p_type, i, j);
			argument["type"] = builtin_type_name(Variant::get_constructor_argument_type(p_type, i, j));
			arguments.push_back(argument);
		}
		Dictionary entry;
		entry["index"] = i;
		if (!arguments.is_empty()) {
			entry["arguments"] = arguments;
		}
		constructors.push_back(entry);
	}
	return constructors;
}

void add_builtin_constants(Dictionary &r_entry, Variant::Type p_type) {
	Vector<StringName> names;
	Variant::get_constants_for_type(p_type, &names);
	Array constants;
	for (const StringName &name : names) {
		const Variant value = Variant::get_constant_value(p_type, name);
		Dictionary constant;
		constant["name"] = name;
		constant["type"] = Variant::get_type_name(value.get_type());
		constant["value"] = value.get_construct_string();
		if (Variant::get_enum_for_enumeration(p_type, name).is_empty()) {
			constants.push_back(constant);
		}
	}
	if (!constants.is_empty()) {
		r_entry["constants"] = constants;
	}
	Vector<StringName> enum_names;
	Variant::get_enums_for_type(p_type, &enum_names);
	Array enums;
	for (const StringName &enum_name : enum_names) {
		Vector<StringName> value_names;
		Variant::get_enumerations_for_enum(p_type, enum_name, &value_names);
		Array values;
		for (const StringName &value_name : value_names) {
			values.push_back(value_entry(value_name, Variant::get_enum_value(p_type, enum_name, value_name)));
		}
		Dictionary entry;
		entry["name"] = enum_name;
		entry["values"] = values;
		enums.push_back(entry);
	}
	if (!enums.is_empty()) {
		r_entry["enums"] = enums;
	}
}

Dictionary builtin_class(Variant::Type p_type) {
	Dictionary entry;
	entry["name"] = Variant::get_type_name(p_type);
	if (Variant::has_indexing(p_type)) {
		entry["indexing_return_type"] = builtin_type_name(Variant::get_indexed_element_type(p_type));
	}
	entry["is_keyed"] = Variant::is_keyed(p_type);
	Vector<StringName> member_names;
	Variant::get_member_list(p_type, &member_names);
	Array members;
	for (const StringName &name : member_names) {
		Dictionary member;
		member["name"] = name;
		member["type"] = Variant::get_type_name(Variant::get_member_type(p_type, name));
		members.push_back(member);
	}
	if (!members.is_empty()) {
		entry["members"] = members;
	}
	add_builtin_constants(entry, p_type);
	entry["operators"] = builtin_operators(p_type);
	const Array methods = builtin_methods(p_type);
	if (!methods.is_empty()) {
		entry["methods"] = methods;
	}
	entry["constructors"] = builtin_constructors(p_type);
	entry["has_destructor"] = p_type >= Variant::DICTIONARY || p_type == Variant::STRING || p_type == Variant::STRING_NAME || p_type == Variant::NODE_PATH || p_type == Variant::CALLABLE || p_type == Variant::SIGNAL;
	return entry;
}

Array builtin_classes() {
	Array classes;
	for (int type = Variant::BOOL; type < Variant::VARIANT_MAX; type++) {
		if (type != Variant::OBJECT) {
			classes.push_back(builtin_class(Variant::Type(type)));
		}
	}
	return classes;
}

Dictionary class_method(const MethodInfo &p_method, bool p_returns) {
	Dictionary entry;
	entry["name"] = p_method.name;
	entry["is_const"] = (p_method.flags & METHOD_FLAG_CONST) != 0;
	entry["is_vararg"] = (p_method.flags & METHOD_FLAG_VARARG) != 0;
	entry["is_static"] = (p_method.flags & METHOD_FLAG_STATIC) != 0;
	entry["is_virtual"] = (p_method.flags & METHOD_FLAG_VIRTUAL) != 0;
	if (p_returns) {
		Dictionary result;
		result["type"] = type_text(p_method.return_val);
		add_meta(result, p_method.return_val_metadata);
		entry["return_value"] = result;
	}
	Array arguments;
	const int64_t count = p_method.arguments.size();
	const int64_t first_default = count - p_method.default_arguments.size();
	for (int64_t i = 0; i < count; i++) {
		PropertyInfo info = p_method.arguments[i];
		if (info.type == Variant::NIL) {
			info.usage |= PROPERTY_USAGE_NIL_IS_VARIANT; // An argument is never void.
		}
		Dictionary argument;
		argument["name"] = info.name;
		argument["type"] = type_text(info);
		add_meta(argument, p_method.get_argument_meta(int(i)));
		if (i >= first_default) {
			argument["default_value"] = p_method.default_arguments[i - first_default].get_construct_string();
		}
		arguments.push_back(argument);
	}
	if (!arguments.is_empty()) {
		entry["arguments"] = arguments;
	}
	return entry;
}

// Of a class or supplement that is known by its facts: what only says that it is not there is left out.
bool does_something(const MethodBind *p_method, bool p_is_known) {
	return !p_is_known || static_cast<const KnownMethod *>(p_method)->get_kind() != KnownMethod::ABSENT;
}

Array class_methods(const ClassDB::ClassInfo *p_class) {
	Array methods;
	for (const KeyValue<StringName, MethodInfo> &entry : p_class->members().virtual_methods) {
		const MethodInfo &method = entry.value;
		if (!(method.flags & METHOD_FLAG_OBJECT_CORE)) {
			methods.push_back(class_method(method, method.return_val.type != Variant::NIL || (method.return_val.usage & PROPERTY_USAGE_NIL_IS_VARIANT)));
		}
	}
	for (const KeyValue<StringName, MethodBind *> &entry : p_class->members().method_map) {
		if (!entry.key.get_string().begins_with("_") && does_something(entry.value, p_class->is_known)) {
			methods.push_back(class_method(entry.value->get_method_info(), entry.value->has_return()));
		}
	}
	return methods;
}

Array class_properties(const ClassDB::ClassInfo *p_class) {
	Array properties;
	for (const PropertyInfo &info : p_class->members().property_list) {
		const ClassDB::PropertySetGet *setget = p_class->members().property_setget.getptr(info.name);
		if (!setget || info.name.begins_with("_")) {
			continue;
		}
		PropertyInfo plain = info;
		plain.usage &= ~uint32_t(PROPERTY_USAGE_CLASS_IS_ENUM | PROPERTY_USAGE_CLASS_IS_BITFIELD);
		Dictionary entry;
		entry["type"] = type_text(plain);
		entry["name"] = info.name;
		if (setget->setter) {
			entry["setter"] = setget->setter;
		}
		if (setget->getter) {
			entry["getter"] = setget->getter;
		}
		if (setget->index >= 0) {
			entry["index"] = setget->index;
		}
		properties.push_back(entry);
	}
	return properties;
}

void add_class_constants(Dictionary &r_entry, const ClassDB::ClassInfo *p_class) {
	Array constants;
	for (const KeyValue<StringName, int64_t> &constant : p_class->members().constant_map) {
		bool in_enum = false;
		for (const KeyValue<StringName, ClassDB::EnumInfo> &source : p_class->members().enum_map) {
			in_enum = in_enum || source.value.constants.find(constant.key) >= 0;
		}
		if (!in_enum) {
			constants.push_back(value_entry(constant.key, constant.value));
		}
	}
	if (!constants.is_empty()) {
		r_entry["constants"] = constants;
	}
	Array enums;
	for (const KeyValue<StringName, ClassDB::EnumInfo> &source : p_class->members().enum_map) {
		Array values;
		for (const StringName &name : source.value.constants) {
			if (const int64_t *value = p_class->members().constant_map.getptr(name)) { // In a supplement, the class itself may have it.
				values.push_back(value_entry(name, *value));
			}
		}
		Dictionary entry;
		entry["name"] = source.key;
		entry["is_bitfield"] = source.value.is_bitfield;
		entry["values"] = values;
		enums.push_back(entry);
	}
	if (!enums.is_empty()) {
		r_entry["enums"] = enums;
	}
}

Array class_signals(const ClassDB::ClassInfo *p_class) {
	Array signals;
	for (const KeyValue<StringName, MethodInfo> &source : p_class->members().signal_map) {
		Dictionary entry = class_method(source.value, false);
		Dictionary signal;
		signal["name"] = source.key;
		if (entry.has("arguments")) {
			signal["arguments"] = entry["arguments"];
		}
		signals.push_back(signal);
	}
	return signals;
}

void add_members(Dictionary &r_entry, const ClassDB::ClassInfo *p_class) {
	add_class_constants(r_entry, p_class);
	const struct {
		const char *kind;
		Array members;
	} kinds[] = { { "methods", class_methods(p_class) }, { "signals", class_signals(p_class) }, { "properties", class_properties(p_class) } };
	for (const auto &entry : kinds) {
		if (!entry.members.is_empty()) {
			r_entry[entry.kind] = entry.members;
		}
	}
}

// What the class has by its facts alone, and works: marked as "known", for the reference describes what is native.
void add_supplement(Dictionary &r_entry, const ClassDB::ClassInfo *p_native) {
	Dictionary more;
	add_members(more, KnownClasses::get_supplement(p_native));
	for (const char *kind : { "constants", "enums", "methods", "signals", "properties" }) {
		const Array added = more.get(kind, Array());
		Array all = r_entry.get(kind, Array());
		for (int64_t i = 0; i < added.size(); i++) {
			Dictionary member = added[i];
			member["known"] = true;
			all.push_back(member);
		}
		if (!all.is_empty()) {
			r_entry[kind] = all;
		}
	}
}

Dictionary class_entry(const ClassDB::ClassInfo *p_class) {
	Dictionary entry;
	entry["name"] = p_class->name;
	entry["is_refcounted"] = p_class->is_ref_counted;
	entry["is_instantiable"] = p_class->creation_func != nullptr;
	if (p_class->inherits) {
		entry["inherits"] = p_class->inherits;
	}
	entry["api_type"] = "core";
	add_members(entry, p_class);
	if (p_class->is_known) {
		entry["known"] = true;
	} else {
		add_supplement(entry, p_class);
	}
	return entry;
}

Array classes() {
	LocalVector<StringName> names;
	ClassDB::get_native_class_list(&names);
	Array list;
	for (const StringName &name : names) {
		const ClassDB::ClassInfo *info = ClassDB::get_class_info(name);
		if (info->exposed) {
			list.push_back(class_entry(info));
		}
	}
	names.clear();
	KnownClasses::get_class_list(&names);
	for (const StringName &name : names) {
		if (!KnownClasses::is_of_editor(name)) {
			list.push_back(class_entry(ClassDB::get_class_info(name)));
		}
	}
	return list;
}

Array singletons() {
	Array list;
	for (const KeyValue<StringName, Engine::Singleton> &source : Engine::get_singleton()->get_singletons()) {
		Dictionary entry;
		entry["name"] = source.key;
		entry["type"] = source.value.class_name.is_empty() ? source.value.ptr->get_class_name() : source.value.class_name;
		list.push_back(entry);
	}
	return list;
}

Dictionary header() {
	Dictionary entry;
	entry["version_major"] = ESTRAGON_API_MAJOR;
	entry["version_minor"] = ESTRAGON_API_MINOR;
	entry["version_patch"] = 0;
	entry["version_status"] = "stable";
	entry["version_build"] = "estragon";
	entry["version_full_name"] = ESTRAGON_VERSION_FULL;
	entry["precision"] = "single";
	return entry;
}

} // namespace

Error dump_extension_api(const String &p_file) {
	Dictionary api;
	api["header"] = header();
	api["global_constants"] = Array();
	api["global_enums"] = global_enums();
	api["utility_functions"] = utility_functions();
	api["builtin_classes"] = builtin_classes();
	api["classes"] = classes();
	api["singletons"] = singletons();
	api["native_structures"] = Array();

	const Error error = FileAccess::save_text(p_file, JSON::stringify(api, "\t", false) + "\n");
	ERR_FAIL_COND_V_MSG(error != OK, error, "Cannot write the API to '" + p_file + "': " + error_names[error] + ".");
	return OK;
}
