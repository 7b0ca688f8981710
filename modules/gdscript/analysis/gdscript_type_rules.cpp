// Rules of static types.
#include "modules/gdscript/analysis/gdscript_type_rules.h"

#include "core/object/class_db.h"

using namespace GDScriptAST;

GDScriptType GDScriptTypeRules::make_unknown() {
	Type type = Type::make_variant();
	type.origin = Type::UNDETECTED;
	return type;
}

GDScriptType GDScriptTypeRules::make_meta(Type p_type) {
	p_type.is_meta_type = true;
	p_type.is_constant = true;
	p_type.origin = Type::DECLARED;
	if (p_type.kind == Type::ENUM) {
		p_type.builtin_type = Variant::DICTIONARY;
		p_type.is_read_only = true;
	}
	return p_type;
}

GDScriptType GDScriptTypeRules::make_instance(Type p_type) {
	p_type.is_meta_type = false;
	p_type.is_constant = false;
	p_type.is_read_only = false;
	p_type.is_coroutine = false;
	p_type.is_pseudo = false;
	p_type.origin = Type::DECLARED;
	if (p_type.kind == Type::ENUM) {
		p_type.builtin_type = Variant::INT;
	}
	return p_type;
}

GDScriptType GDScriptTypeRules::type_of_value(const Variant &p_value) {
	Type type = Type::make_builtin(p_value.get_type());
	type.is_constant = true;
	if (p_value.get_type() == Variant::OBJECT) {
		const Object *object = p_value.get_validated_object();
		type = Type::make_native(object ? object->get_class_name() : SNAME("Object"));
		type.is_constant = true;
	}
	type.is_read_only = type.is_builtin(Variant::ARRAY) || type.is_builtin(Variant::DICTIONARY);
	return type;
}

// What is known of a place that got a value of the type, but may get others.
GDScriptType GDScriptTypeRules::type_to_check(const GDScriptAST::ExpressionNode *p_value, const Type &p_target) {
	return p_value->is_constant && !p_value->type.is_firm() && p_target.kind == Type::BUILTIN ? type_of_value(p_value->reduced_value) : p_value->type;
}

GDScriptType GDScriptTypeRules::weak_type_of(Type p_type) {
	if (p_type.is_variant() || p_type.is_void_or_null()) {
		p_type = Type::make_variant();
		p_type.origin = Type::UNDETECTED;
		return p_type;
	}
	p_type.is_constant = false;
	p_type.is_read_only = false;
	p_type.is_coroutine = false;
	p_type.origin = Type::INFERRED;
	return p_type;
}

bool GDScriptTypeRules::is_subclass(const ClassNode *p_class, const ClassNode *p_base) {
	for (const ClassNode *cls = p_class; cls; cls = cls->base_type.class_type) {
		if (cls == p_base || (!cls->fqcn.is_empty() && cls->fqcn == p_base->fqcn)) {
			return true;
		}
	}
	return false;
}

bool GDScriptTypeRules::is_compatible(const Type &p_target, const Type &p_source, bool p_convert) {
	if (p_target.is_variant() || p_source.is_variant()) {
		return true;
	}
	// As a value a class is an object of another class.
	auto as_value = [](const Type &p_type) {
		if (!p_type.is_meta_type) {
			return p_type;
		}
		if (p_type.kind == Type::ENUM) {
			return Type::make_builtin(Variant::DICTIONARY);
		}
		return Type::make_native(p_type.kind == Type::CLASS ? SNAME("GDScript") : SNAME("RefCounted"));
	};
	if (p_target.is_meta_type) {
		if (p_target.kind == Type::ENUM) {
			return p_source.is_meta_type && p_source.same_as(p_target);
		}
		return p_source.is_void_or_null() || (p_source.is_meta_type && p_source.kind != Type::ENUM && p_source.kind != Type::BUILTIN);
	}
	const Type source = as_value(p_source);
	switch (p_target.kind) {
		case Type::BUILTIN: {
			const Variant::Type from = source.variant_type();
			if (source.kind == Type::BUILTIN && from == p_target.builtin_type) {
				for (int i = 0; i < 2; i++) {
					if (p_target.elements[i] && source.elements[i] && !p_target.elements[i]->is_variant() && !p_target.elements[i]->same_as(*source.elements[i])) {
						return false;
					}
				}
				return true;
			}
			if (from == p_target.builtin_type) {
				return true; // An enum in an int.
			}
			if (source.is_object()) {
				return p_convert && p_target.builtin_type == Variant::RID;
			}
			return p_convert && from != Variant::NIL && p_target.builtin_type != Variant::NIL && Variant::can_convert_strict(from, p_target.builtin_type);
		}
		case Type::ENUM:
			if (source.kind == Type::ENUM) {
				return source.same_as(p_target);
			}
			return source.is_builtin(Variant::INT);
		case Type::NATIVE:
			if (source.is_void_or_null()) {
				return true;
			}
			return source.is_object() && ClassDB::is_parent_class(source.native_type, p_target.native_type);
		case Type::CLASS:
			if (source.is_void_or_null()) {
				return true;
			}
			return source.kind == Type::CLASS && is_subclass(source.class_type, p_target.class_type);
		default:
			return true;
	}
}

bool GDScriptTypeRules::needs_runtime_check(const Type &p_target, const Type &p_source) {
	if (!p_target.is_hard() || p_target.is_variant()) {
		return false;
	}
	if (!p_source.is_hard() || p_source.is_variant() || p_source.is_meta_type) {
		return true;
	}
	if (p_target.kind == Type::BUILTIN) {
		return p_source.kind != Type::BUILTIN ? p_source.variant_type() != p_target.builtin_type : !p_target.same_as(p_source);
	}
	if (p_target.kind == Type::ENUM) {
		return p_source.variant_type() != Variant::INT;
	}
	return p_source.is_void_or_null() || !is_compatible(p_target, p_source, false);
}

GDScriptType GDScriptTypeRules::get_operation_type(Variant::Operator p_op, const Type &p_left, const Type &p_right, bool &r_valid) {
	const bool unary = p_op == Variant::OP_NEGATE || p_op == Variant::OP_POSITIVE || p_op == Variant::OP_BIT_NEGATE || p_op == Variant::OP_NOT;
	const bool firm = p_left.is_firm() && (unary || p_right.is_firm());
	r_valid = true;
	if (p_op == Variant::OP_MODULE && p_left.is_builtin(Variant::STRING) && p_right.is_variant()) {
		Type text = Type::make_builtin(Variant::STRING, Type::DECLARED_INFERRED); // Whatever is put into a text gives a text.
		text.limit_origin(p_left.origin);
		return text;
	}
	if (p_left.is_variant() || (!unary && p_right.is_variant())) {
		return make_unknown();
	}
	auto operand_type = [](const Type &p_type) {
		return p_type.is_meta_type && p_type.kind != Type::ENUM ? Variant::OBJECT : p_type.variant_type();
	};
	const Variant::Type result = Variant::get_operator_return_type(p_op, operand_type(p_left), unary ? Variant::NIL : operand_type(p_right));
	if (result == Variant::VARIANT_MAX) {
		r_valid = !firm;
		return make_unknown();
	}
	Type type = result == Variant::NIL ? Type::make_variant() : Type::make_builtin(result, Type::DECLARED_INFERRED);
	type.limit_origin(p_left.origin);
	type.limit_origin(unary ? p_left.origin : p_right.origin);
	if (result == Variant::ARRAY && p_left.is_typed_array() && p_right.is_typed_array() && p_left.same_as(p_right)) {
		type.elements[0] = p_left.elements[0];
	}
	if (result == Variant::NIL) {
		return make_unknown();
	}
	return type;
}

// False where there is nothing to go through.
bool GDScriptTypeRules::get_element_type(const Type &p_list, Type &r_element) {
	switch (p_list.builtin_type) {
		case Variant::INT:
		case Variant::VECTOR2I:
		case Variant::VECTOR3I:
			r_element = Type::make_builtin(Variant::INT);
			return true;
		case Variant::FLOAT:
		case Variant::VECTOR2:
		case Variant::VECTOR3:
			r_element = Type::make_builtin(Variant::FLOAT);
			return true;
		case Variant::STRING:
			r_element = Type::make_builtin(Variant::STRING);
			return true;
		case Variant::ARRAY:
		case Variant::DICTIONARY:
			r_element = p_list.has_elements() ? *p_list.elements[0] : r_element;
			return true;
		default:
			if (p_list.builtin_type <= Variant::ARRAY) {
				return false;
			}
			r_element = Type::make_builtin(Variant::get_indexed_element_type(p_list.builtin_type));
			return true;
	}
}

bool GDScriptTypeRules::check_index_type(const Type &p_base, const Type &p_index, Type &r_result) {
	// What an object or a class is good for is left to the run.
	const bool index_known = !p_index.is_variant() && p_index.kind != Type::CLASS && p_index.kind != Type::NATIVE;
	const Variant::Type index = p_index.variant_type();
	const bool is_number = index == Variant::INT || index == Variant::FLOAT;
	const bool is_name = index == Variant::STRING || index == Variant::STRING_NAME;
	r_result = Type::make_variant();
	r_result.origin = Type::UNDETECTED;
	switch (p_base.builtin_type) {
		case Variant::STRING:
			r_result = Type::make_builtin(Variant::STRING);
			return !index_known || is_number;
		case Variant::VECTOR2:
		case Variant::VECTOR3:
		case Variant::VECTOR4:
			r_result = Type::make_builtin(Variant::FLOAT);
			return !index_known || is_number || is_name;
		case Variant::COLOR:
			r_result = Type::make_builtin(Variant::FLOAT);
			return !index_known || index == Variant::INT || is_name;
		case Variant::QUATERNION:
			r_result = Type::make_builtin(Variant::FLOAT);
			return !index_known || is_name;
		case Variant::VECTOR2I:
		case Variant::VECTOR3I:
		case Variant::VECTOR4I:
			r_result = Type::make_builtin(Variant::INT);
			return !index_known || is_number || is_name;
		case Variant::TRANSFORM2D:
			r_result = Type::make_builtin(Variant::VECTOR2);
			return !index_known || is_number || is_name;
		case Variant::BASIS:
			r_result = Type::make_builtin(Variant::VECTOR3);
			return !index_known || is_number || is_name;
		case Variant::PROJECTION:
			r_result = Type::make_builtin(Variant::VECTOR4);
			return !index_known || is_number || is_name;
		case Variant::TRANSFORM3D:
		case Variant::AABB:
		case Variant::RECT2:
		case Variant::RECT2I:
		case Variant::PLANE:
			return !index_known || is_name || (p_base.builtin_type == Variant::TRANSFORM3D && is_number);
		case Variant::DICTIONARY:
			if (p_base.is_typed_dictionary()) {
				r_result = *p_base.elements[1];
				return !index_known || is_compatible(*p_base.elements[0], p_index, true);
			}
			return true;
		case Variant::ARRAY:
			if (p_base.is_typed_array()) {
				r_result = *p_base.elements[0];
			}
			return !index_known || is_number;
		default:
			break;
	}
	if (p_base.builtin_type > Variant::ARRAY) {
		r_result = Type::make_builtin(Variant::get_indexed_element_type(p_base.builtin_type));
		return !index_known || is_number;
	}
	return false;
}
