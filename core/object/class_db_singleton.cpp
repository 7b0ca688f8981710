// The ClassDB that scripts see: names in, dictionaries and packed arrays out.
#include "core/object/class_db_singleton.h"

#include "core/error/error_macros.h"
#include "core/object/known/known_classes.h"
#include "core/object/ref_counted.h"

namespace core_bind {

static PackedStringArray packed(const LocalVector<StringName> &p_names) {
	PackedStringArray array;
	for (const StringName &name : p_names) {
		array.push_back(name);
	}
	return array;
}

template <typename INFO>
static TypedArray<Dictionary> dictionaries_of(const LocalVector<INFO> &p_list) {
	TypedArray<Dictionary> dictionaries;
	for (const INFO &entry : p_list) {
		dictionaries.push_back(Dictionary(entry));
	}
	return dictionaries;
}

PackedStringArray ClassDB::get_class_list() const {
	LocalVector<StringName> names;
	::ClassDB::get_class_list(&names);
	return packed(names);
}

PackedStringArray ClassDB::get_inheriters_from_class(const StringName &p_class) const {
	LocalVector<StringName> names;
	::ClassDB::get_inheriters_from_class(p_class, &names);
	return packed(names);
}

StringName ClassDB::get_parent_class(const StringName &p_class) const {
	return ::ClassDB::get_parent_class(p_class);
}

bool ClassDB::class_exists(const StringName &p_class) const {
	return ::ClassDB::class_exists(p_class);
}

bool ClassDB::is_parent_class(const StringName &p_class, const StringName &p_inherits) const {
	return ::ClassDB::is_parent_class(p_class, p_inherits);
}

bool ClassDB::can_instantiate(const StringName &p_class) const {
	return ::ClassDB::can_instantiate(p_class);
}

Variant ClassDB::instantiate(const StringName &p_class) const {
	return Variant(::ClassDB::instantiate(p_class));
}

ClassDB::APIType ClassDB::class_get_api_type(const StringName &p_class) const {
	return !::ClassDB::class_exists(p_class) ? API_NONE : KnownClasses::is_of_editor(p_class) ? API_EDITOR
																							  : API_CORE;
}

bool ClassDB::class_has_signal(const StringName &p_class, const StringName &p_signal) const {
	return ::ClassDB::has_signal(p_class, p_signal);
}

Dictionary ClassDB::class_get_signal(const StringName &p_class, const StringName &p_signal) const {
	MethodInfo signal;
	return ::ClassDB::get_signal(p_class, p_signal, &signal) ? Dictionary(signal) : Dictionary();
}

TypedArray<Dictionary> ClassDB::class_get_signal_list(const StringName &p_class, bool p_no_inheritance) const {
	LocalVector<MethodInfo> list;
	::ClassDB::get_signal_list(p_class, &list, p_no_inheritance);
	return dictionaries_of(list);
}

TypedArray<Dictionary> ClassDB::class_get_property_list(const StringName &p_class, bool p_no_inheritance) const {
	LocalVector<PropertyInfo> list;
	::ClassDB::get_property_list(p_class, &list, p_no_inheritance);
	return dictionaries_of(list);
}

StringName ClassDB::class_get_property_getter(const StringName &p_class, const StringName &p_property) {
	return ::ClassDB::get_property_getter(p_class, p_property);
}

StringName ClassDB::class_get_property_setter(const StringName &p_class, const StringName &p_property) {
	return ::ClassDB::get_property_setter(p_class, p_property);
}

Variant ClassDB::class_get_property(Object *p_object, const StringName &p_property) const {
	ERR_FAIL_NULL_V(p_object, Variant());
	Variant value;
	::ClassDB::get_property(p_object, p_property, value);
	return value;
}

Error ClassDB::class_set_property(Object *p_object, const StringName &p_property, const Variant &p_value) const {
	ERR_FAIL_NULL_V(p_object, ERR_INVALID_PARAMETER);
	bool valid = false;
	if (!::ClassDB::set_property(p_object, p_property, p_value, &valid)) {
		return ERR_UNAVAILABLE;
	}
	return valid ? OK : ERR_INVALID_DATA;
}

Variant ClassDB::class_get_property_default_value(const StringName &p_class, const StringName &p_property) const {
	return ::ClassDB::class_get_default_property_value(p_class, p_property);
}

bool ClassDB::class_has_method(const StringName &p_class, const StringName &p_method, bool p_no_inheritance) const {
	return ::ClassDB::has_method(p_class, p_method, p_no_inheritance);
}

int ClassDB::class_get_method_argument_count(const StringName &p_class, const StringName &p_method, bool p_no_inheritance) const {
	return ::ClassDB::get_method_argument_count(p_class, p_method, nullptr, p_no_inheritance);
}

TypedArray<Dictionary> ClassDB::class_get_method_list(const StringName &p_class, bool p_no_inheritance) const {
	LocalVector<MethodInfo> list;
	::ClassDB::get_method_list(p_class, &list, p_no_inheritance);
	return dictionaries_of(list);
}

Variant ClassDB::class_call_static(const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	for (int i = 0; i < 2; i++) {
		if (!p_args[i]->is_string()) {
			r_error.error = Callable::CallError::CALL_ERROR_INVALID_ARGUMENT;
			r_error.argument = i;
			r_error.expected = Variant::STRING_NAME;
			return Variant();
		}
	}
	const StringName class_name = *p_args[0];
	const StringName method_name = *p_args[1];
	MethodBind *method = ::ClassDB::get_method(class_name, method_name);
	ERR_FAIL_COND_V_MSG(!method || !method->is_static(), 0, "There is no static method '" + class_name + "." + method_name + "'.");
	return method->call(nullptr, p_args + 2, p_argcount - 2, r_error);
}

PackedStringArray ClassDB::class_get_integer_constant_list(const StringName &p_class, bool p_no_inheritance) const {
	LocalVector<StringName> names;
	::ClassDB::get_integer_constant_list(p_class, &names, p_no_inheritance);
	return packed(names);
}

bool ClassDB::class_has_integer_constant(const StringName &p_class, const StringName &p_name) const {
	return ::ClassDB::has_integer_constant(p_class, p_name);
}

int64_t ClassDB::class_get_integer_constant(const StringName &p_class, const StringName &p_name) const {
	bool found = false;
	const int64_t value = ::ClassDB::get_integer_constant(p_class, p_name, &found);
	ERR_FAIL_COND_V_MSG(!found, 0, "There is no constant '" + p_class + "." + p_name + "'.");
	return value;
}

bool ClassDB::class_has_enum(const StringName &p_class, const StringName &p_name, bool p_no_inheritance) const {
	return ::ClassDB::has_enum(p_class, p_name, p_no_inheritance);
}

PackedStringArray ClassDB::class_get_enum_list(const StringName &p_class, bool p_no_inheritance) const {
	LocalVector<StringName> names;
	::ClassDB::get_enum_list(p_class, &names, p_no_inheritance);
	return packed(names);
}

PackedStringArray ClassDB::class_get_enum_constants(const StringName &p_class, const StringName &p_enum, bool p_no_inheritance) const {
	LocalVector<StringName> names;
	::ClassDB::get_enum_constants(p_class, p_enum, &names, p_no_inheritance);
	return packed(names);
}

StringName ClassDB::class_get_integer_constant_enum(const StringName &p_class, const StringName &p_name, bool p_no_inheritance) const {
	return ::ClassDB::get_integer_constant_enum(p_class, p_name, p_no_inheritance);
}

bool ClassDB::is_class_enum_bitfield(const StringName &p_class, const StringName &p_enum, bool p_no_inheritance) const {
	return ::ClassDB::is_enum_bitfield(p_class, p_enum, p_no_inheritance);
}

bool ClassDB::is_class_enabled(const StringName &p_class) const {
	return ::ClassDB::class_exists(p_class);
}

void ClassDB::_bind_methods() {
	::ClassDB::bind_method(D_METHOD("get_class_list"), &ClassDB::get_class_list);
	::ClassDB::bind_method(D_METHOD("get_inheriters_from_class", "class"), &ClassDB::get_inheriters_from_class);
	::ClassDB::bind_method(D_METHOD("get_parent_class", "class"), &ClassDB::get_parent_class);
	::ClassDB::bind_method(D_METHOD("class_exists", "class"), &ClassDB::class_exists);
	::ClassDB::bind_method(D_METHOD("is_parent_class", "class", "inherits"), &ClassDB::is_parent_class);
	::ClassDB::bind_method(D_METHOD("can_instantiate", "class"), &ClassDB::can_instantiate);
	::ClassDB::bind_method(D_METHOD("instantiate", "class"), &ClassDB::instantiate);
	::ClassDB::bind_method(D_METHOD("class_get_api_type", "class"), &ClassDB::class_get_api_type);
	::ClassDB::bind_method(D_METHOD("class_has_signal", "class", "signal"), &ClassDB::class_has_signal);
	::ClassDB::bind_method(D_METHOD("class_get_signal", "class", "signal"), &ClassDB::class_get_signal);
	::ClassDB::bind_method(D_METHOD("class_get_signal_list", "class", "no_inheritance"), &ClassDB::class_get_signal_list, DEFVAL(false));
	::ClassDB::bind_method(D_METHOD("class_get_property_list", "class", "no_inheritance"), &ClassDB::class_get_property_list, DEFVAL(false));
	::ClassDB::bind_method(D_METHOD("class_get_property_getter", "class", "property"), &ClassDB::class_get_property_getter);
	::ClassDB::bind_method(D_METHOD("class_get_property_setter", "class", "property"), &ClassDB::class_get_property_setter);
	::ClassDB::bind_method(D_METHOD("class_get_property", "object", "property"), &ClassDB::class_get_property);
	::ClassDB::bind_method(D_METHOD("class_set_property", "object", "property", "value"), &ClassDB::class_set_property);
	::ClassDB::bind_method(D_METHOD("class_get_property_default_value", "class", "property"), &ClassDB::class_get_property_default_value);
	::ClassDB::bind_method(D_METHOD("class_has_method", "class", "method", "no_inheritance"), &ClassDB::class_has_method, DEFVAL(false));
	::ClassDB::bind_method(D_METHOD("class_get_method_argument_count", "class", "method", "no_inheritance"), &ClassDB::class_get_method_argument_count, DEFVAL(false));
	::ClassDB::bind_method(D_METHOD("class_get_method_list", "class", "no_inheritance"), &ClassDB::class_get_method_list, DEFVAL(false));
	::ClassDB::bind_vararg_method(METHOD_FLAGS_DEFAULT, "class_call_static", &ClassDB::class_call_static, MethodInfo("class_call_static", PropertyInfo(Variant::STRING_NAME, "class"), PropertyInfo(Variant::STRING_NAME, "method")));
	::ClassDB::bind_method(D_METHOD("class_get_integer_constant_list", "class", "no_inheritance"), &ClassDB::class_get_integer_constant_list, DEFVAL(false));
	::ClassDB::bind_method(D_METHOD("class_has_integer_constant", "class", "name"), &ClassDB::class_has_integer_constant);
	::ClassDB::bind_method(D_METHOD("class_get_integer_constant", "class", "name"), &ClassDB::class_get_integer_constant);
	::ClassDB::bind_method(D_METHOD("class_has_enum", "class", "name", "no_inheritance"), &ClassDB::class_has_enum, DEFVAL(false));
	::ClassDB::bind_method(D_METHOD("class_get_enum_list", "class", "no_inheritance"), &ClassDB::class_get_enum_list, DEFVAL(false));
	::ClassDB::bind_method(D_METHOD("class_get_enum_constants", "class", "enum", "no_inheritance"), &ClassDB::class_get_enum_constants, DEFVAL(false));
	::ClassDB::bind_method(D_METHOD("class_get_integer_constant_enum", "class", "name", "no_inheritance"), &ClassDB::class_get_integer_constant_enum, DEFVAL(false));
	::ClassDB::bind_method(D_METHOD("is_class_enum_bitfield", "class", "enum", "no_inheritance"), &ClassDB::is_class_enum_bitfield, DEFVAL(false));
	::ClassDB::bind_method(D_METHOD("is_class_enabled", "class"), &ClassDB::is_class_enabled);

	BIND_ENUM_CONSTANT(API_CORE);
	BIND_ENUM_CONSTANT(API_EDITOR);
	BIND_ENUM_CONSTANT(API_EXTENSION);
	BIND_ENUM_CONSTANT(API_EDITOR_EXTENSION);
	BIND_ENUM_CONSTANT(API_NONE);
}

} // namespace core_bind
