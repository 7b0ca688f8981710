// The checks behind typed arrays and dictionaries.
#include "core/variant/container_type.h"

#include "core/error/error_macros.h"
#include "core/variant/object_hooks.h"
#include "core/variant/variant_internal.h"

bool ContainerType::operator==(const ContainerType &p_other) const {
	return builtin_type == p_other.builtin_type && class_name == p_other.class_name && script == p_other.script;
}

String ContainerType::get_name() const {
	if (builtin_type == Variant::NIL) {
		return "Variant";
	}
	if (builtin_type != Variant::OBJECT) {
		return Variant::get_type_name(builtin_type);
	}
	if (!script.is_null() && object_hooks.get_script_name != nullptr) {
		return object_hooks.get_script_name(script);
	}
	return class_name.is_empty() ? String("Object") : String(class_name);
}

bool ContainerTypeValidate::can_reference(const ContainerType &p_other) const {
	if (builtin_type == Variant::NIL) {
		return true;
	}
	if (builtin_type != p_other.builtin_type) {
		return false;
	}
	if (builtin_type != Variant::OBJECT || class_name.is_empty()) {
		return true;
	}
	if (p_other.class_name.is_empty() || !object_hooks.is_parent_class(p_other.class_name, class_name)) {
		return false;
	}
	if (script.is_null()) {
		return true;
	}
	return !p_other.script.is_null() && object_hooks.script_inherits(p_other.script, script);
}

bool ContainerTypeValidate::validate(Variant &r_value, const char *p_operation) const {
	if (builtin_type == Variant::NIL) {
		return true;
	}
	const Variant::Type given = r_value.get_type();
	if (given == builtin_type) {
		return builtin_type != Variant::OBJECT || validate_object(r_value, p_operation);
	}
	if (builtin_type == Variant::OBJECT && given == Variant::NIL) {
		return true;
	}
	// null is a value of no other type, and an object only converts for its class.
	if (given != Variant::NIL && given != Variant::OBJECT && Variant::convert_strict(r_value, builtin_type)) {
		return true;
	}
	ERR_PRINT(String("Attempted to ") + p_operation + " a value of type \"" + Variant::get_type_name(given) + "\" in a " + where + " of type \"" + get_name() + "\".");
	return false;
}

bool ContainerTypeValidate::validate_object(const Variant &p_value, const char *p_operation) const {
	if (p_value.get_type() != Variant::NIL && p_value.get_type() != Variant::OBJECT) {
		return validate(const_cast<Variant &>(p_value), p_operation);
	}
	if (fits(p_value)) {
		return true;
	}
	bool freed = false;
	const Object *object = p_value.get_validated_object_with_check(freed);
	const String what = freed ? String("a freed object") : "an object of class \"" + String(object_hooks.get_class_name(object)) + "\"";
	ERR_PRINT(String("Attempted to ") + p_operation + " " + what + " in a " + where + " of type \"" + get_name() + "\".");
	return false;
}

bool ContainerTypeValidate::fits(const Variant &p_value) const {
	if (builtin_type == Variant::NIL) {
		return true;
	}
	if (builtin_type != Variant::OBJECT) {
		return p_value.get_type() == builtin_type;
	}
	if (p_value.get_type() == Variant::NIL) {
		return true;
	}
	if (p_value.get_type() != Variant::OBJECT) {
		return false;
	}
	bool freed = false;
	const Object *object = p_value.get_validated_object_with_check(freed);
	if (object == nullptr) {
		return !freed;
	}
	if (class_name.is_empty()) {
		return true;
	}
	if (!object_hooks.is_class(object, class_name)) {
		return false;
	}
	return script.is_null() || object_hooks.script_inherits(object_hooks.get_script(object), script);
}
