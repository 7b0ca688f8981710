// The ClassDB that scripts see.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/variant/typed_array.h"

namespace core_bind {

class ClassDB : public Object {
	GDCLASS(ClassDB, Object);

public:
	enum APIType : int {
		API_CORE,
		API_EDITOR,
		API_EXTENSION,
		API_EDITOR_EXTENSION,
		API_NONE,
	};

private:
	PackedStringArray get_class_list() const;
	PackedStringArray get_inheriters_from_class(const StringName &p_class) const;
	StringName get_parent_class(const StringName &p_class) const;
	bool class_exists(const StringName &p_class) const;
	bool is_parent_class(const StringName &p_class, const StringName &p_inherits) const;
	bool can_instantiate(const StringName &p_class) const;
	Variant instantiate(const StringName &p_class) const;
	APIType class_get_api_type(const StringName &p_class) const;
	bool class_has_signal(const StringName &p_class, const StringName &p_signal) const;
	Dictionary class_get_signal(const StringName &p_class, const StringName &p_signal) const;
	TypedArray<Dictionary> class_get_signal_list(const StringName &p_class, bool p_no_inheritance) const;
	TypedArray<Dictionary> class_get_property_list(const StringName &p_class, bool p_no_inheritance) const;
	StringName class_get_property_getter(const StringName &p_class, const StringName &p_property);
	StringName class_get_property_setter(const StringName &p_class, const StringName &p_property);
	Variant class_get_property(Object *p_object, const StringName &p_property) const;
	Error class_set_property(Object *p_object, const StringName &p_property, const Variant &p_value) const;
	Variant class_get_property_default_value(const StringName &p_class, const StringName &p_property) const;
	bool class_has_method(const StringName &p_class, const StringName &p_method, bool p_no_inheritance) const;
	int class_get_method_argument_count(const StringName &p_class, const StringName &p_method, bool p_no_inheritance) const;
	TypedArray<Dictionary> class_get_method_list(const StringName &p_class, bool p_no_inheritance) const;
	Variant class_call_static(const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	PackedStringArray class_get_integer_constant_list(const StringName &p_class, bool p_no_inheritance) const;
	bool class_has_integer_constant(const StringName &p_class, const StringName &p_name) const;
	int64_t class_get_integer_constant(const StringName &p_class, const StringName &p_name) const;
	bool class_has_enum(const StringName &p_class, const StringName &p_name, bool p_no_inheritance) const;
	PackedStringArray class_get_enum_list(const StringName &p_class, bool p_no_inheritance) const;
	PackedStringArray class_get_enum_constants(const StringName &p_class, const StringName &p_enum, bool p_no_inheritance) const;
	StringName class_get_integer_constant_enum(const StringName &p_class, const StringName &p_name, bool p_no_inheritance) const;
	bool is_class_enum_bitfield(const StringName &p_class, const StringName &p_enum, bool p_no_inheritance) const;
	bool is_class_enabled(const StringName &p_class) const;

protected:
	static void _bind_methods();
};

} // namespace core_bind

VARIANT_ENUM_CAST(core_bind::ClassDB::APIType);
