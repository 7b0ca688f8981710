// Computes constant expressions while compiling.
#include "modules/gdscript/analysis/gdscript_constant_fold.h"

#include "core/variant/container_type.h"

using namespace GDScriptAST;

namespace {

constexpr int MAX_ARGUMENTS = 16;

struct Arguments {
	const Variant *pointers[MAX_ARGUMENTS];
	int count = 0;

	explicit Arguments(const LocalVector<ExpressionNode *> &p_arguments) {
		for (const ExpressionNode *argument : p_arguments) {
			if (count < MAX_ARGUMENTS) {
				pointers[count++] = &argument->reduced_value;
			}
		}
	}
};

ContainerType container_type(const GDScriptType *p_type, GDScriptDependencyResolver *p_resolver) {
	ContainerType type;
	if (!p_type || p_type->is_variant()) {
		return type;
	}
	type.builtin_type = p_type->variant_type();
	if (type.builtin_type == Variant::OBJECT) {
		type.class_name = p_type->native_type;
		if (p_type->class_type && p_resolver) {
			type.script = p_resolver->get_class_value(p_type->class_type);
		}
	}
	return type;
}

// Makes the value one of the type, as the typed container would.
bool fit(Variant &r_value, const ContainerType &p_type) {
	if (!p_type.is_typed() || r_value.get_type() == p_type.builtin_type) {
		return true;
	}
	if (p_type.builtin_type == Variant::OBJECT) {
		return r_value.get_type() == Variant::NIL;
	}
	return Variant::convert_strict(r_value, p_type.builtin_type);
}

// `and` and `or` of constants take only what has an obvious truth.
bool has_truth(const Variant &p_value) {
	switch (p_value.get_type()) {
		case Variant::NIL:
		case Variant::BOOL:
		case Variant::INT:
		case Variant::FLOAT:
		case Variant::OBJECT:
			return true;
		default:
			return false;
	}
}

} // namespace

bool GDScriptConstantFold::operate(Variant::Operator p_op, const Variant &p_left, const Variant &p_right, Variant &r_result, String &r_problem) {
	if ((p_op == Variant::OP_SHIFT_LEFT || p_op == Variant::OP_SHIFT_RIGHT) && p_left.get_type() == Variant::INT && p_right.get_type() == Variant::INT && ((int64_t)p_left < 0 || (int64_t)p_right < 0)) {
		r_problem = "Neither side of a shift may be negative.";
		return false;
	}
	bool valid = !(p_op == Variant::OP_AND || p_op == Variant::OP_OR) || (has_truth(p_left) && has_truth(p_right));
	if (valid) {
		Variant::evaluate(p_op, p_left, p_right, r_result, valid);
	}
	if (valid) {
		return true;
	}
	if (r_result.get_type() == Variant::STRING) {
		r_problem = r_result;
	} else {
		const bool unary = p_op == Variant::OP_NEGATE || p_op == Variant::OP_POSITIVE || p_op == Variant::OP_BIT_NEGATE || p_op == Variant::OP_NOT;
		r_problem = "The operator \"" + Variant::get_operator_name(p_op) + "\" does not work on \"" + Variant::get_type_name(p_left.get_type()) + "\"" + (unary ? String() : " and \"" + Variant::get_type_name(p_right.get_type()) + "\"") + ".";
	}
	return false;
}

bool GDScriptConstantFold::construct(Variant::Type p_type, const LocalVector<ExpressionNode *> &p_arguments, Variant &r_result) {
	Arguments arguments(p_arguments);
	Callable::CallError call_error;
	Variant::construct(p_type, r_result, arguments.pointers, arguments.count, call_error);
	return call_error.error == Callable::CallError::CALL_OK;
}

bool GDScriptConstantFold::call_utility(const StringName &p_name, const LocalVector<ExpressionNode *> &p_arguments, Variant &r_result) {
	if (p_arguments.size() > MAX_ARGUMENTS) {
		return false;
	}
	Arguments arguments(p_arguments);
	Callable::CallError call_error;
	Variant::call_utility_function(p_name, &r_result, arguments.pointers, arguments.count, call_error);
	return call_error.error == Callable::CallError::CALL_OK;
}

bool GDScriptConstantFold::call_language_function(const StringName &p_name, const LocalVector<ExpressionNode *> &p_arguments, Variant &r_result) {
	const String name = p_name;
	if (p_arguments.is_empty()) {
		return false;
	}
	const Variant &first = p_arguments[0]->reduced_value;
	if (name == "len") {
		if (first.is_string()) {
			r_result = ((String)first).length();
			return true;
		}
		if (first.get_type() == Variant::DICTIONARY) {
			r_result = ((Dictionary)first).size();
			return true;
		}
		if (first.is_array()) {
			r_result = (int64_t)first.get_indexed_size();
			return true;
		}
		return false;
	}
	if (name == "ord" && first.is_string() && ((String)first).length() == 1) {
		r_result = (int64_t)((String)first)[0];
		return true;
	}
	if (name == "char" && first.is_num() && (int64_t)first >= 0 && (int64_t)first <= 0x10FFFF) {
		r_result = String::chr((char32_t)(int64_t)first);
		return true;
	}
	if (name == "Color8" && p_arguments.size() >= 3) {
		float channels[4] = { 0, 0, 0, 1 };
		for (uint32_t i = 0; i < p_arguments.size() && i < 4; i++) {
			channels[i] = (float)(int64_t)p_arguments[i]->reduced_value / 255.0f;
		}
		r_result = Color(channels[0], channels[1], channels[2], channels[3]);
		return true;
	}
	return false;
}

bool GDScriptConstantFold::make_array(const ArrayNode *p_array, const GDScriptType &p_type, GDScriptDependencyResolver *p_resolver, Variant &r_result) {
	Array array;
	const ContainerType element = container_type(p_type.elements[0], p_resolver);
	if (element.is_typed()) {
		array.set_typed(element);
	}
	for (const ExpressionNode *node : p_array->elements) {
		Variant value = node->reduced_value;
		if (!fit(value, element)) {
			return false;
		}
		array.push_back(value);
	}
	array.make_read_only();
	r_result = array;
	return true;
}

bool GDScriptConstantFold::make_dictionary(const DictionaryNode *p_dictionary, const GDScriptType &p_type, GDScriptDependencyResolver *p_resolver, Variant &r_result) {
	Dictionary dictionary;
	const ContainerType key_type = container_type(p_type.elements[0], p_resolver);
	const ContainerType value_type = container_type(p_type.elements[1], p_resolver);
	if (key_type.is_typed() || value_type.is_typed()) {
		dictionary.set_typed(key_type, value_type);
	}
	for (const DictionaryNode::Pair &pair : p_dictionary->elements) {
		Variant key = pair.key->reduced_value;
		Variant value = pair.value->reduced_value;
		if (!fit(key, key_type) || !fit(value, value_type)) {
			return false;
		}
		dictionary.set(key, value);
	}
	dictionary.make_read_only();
	r_result = dictionary;
	return true;
}

bool GDScriptConstantFold::get(const Variant &p_base, const Variant &p_index, Variant &r_result) {
	bool valid = false;
	r_result = p_base.get(p_index, &valid);
	return valid;
}
