// Values in the virtual machine: operators, conversions, type tests, iteration, literals.
#include "modules/gdscript/vm/gdscript_vm_slow.h"

#include "core/variant/array.h"
#include "core/variant/dictionary.h"
#include "modules/gdscript/vm/gdscript_lambda_callable.h"

#include <cmath>

// --- Types -----------------------------------------------------------------------------------------------------------

namespace {

bool elements_match(const GDScriptValueType &p_type, const Variant &p_value) {
	if (p_type.builtin_type == Variant::ARRAY) {
		const ContainerType &have = VariantInternal::get_array(&p_value).get_element_type();
		return have == p_type.elements[0];
	}
	const Dictionary &dictionary = VariantInternal::get_dictionary(&p_value);
	const ContainerType &key = dictionary.get_key_type();
	const ContainerType &value = dictionary.get_value_type();
	return key == p_type.elements[0] && value == p_type.elements[1];
}

bool object_matches(const GDScriptValueType &p_type, Object *p_object) {
	if (p_type.kind == GDScriptValueType::NATIVE) {
		if (p_object->is_class(p_type.native_class)) {
			return true;
		}
		// Scripts know no is_class() of their own here: a native class is all that counts.
		return false;
	}
	if (GDScriptInstance *instance = GDScriptVM::get_gdscript_instance(p_object)) {
		for (GDScriptClass *script = instance->get_gdscript(); script; script = script->get_base()) {
			if (script == p_type.script) {
				return true;
			}
		}
		return false;
	}
	ScriptInstance *other = p_object->get_script_instance();
	return other && other->get_script()->inherits_script(Ref<Script>(p_type.script));
}

} // namespace

bool GDScriptValueType::operator==(const GDScriptValueType &p_other) const {
	return kind == p_other.kind && builtin_type == p_other.builtin_type && native_class == p_other.native_class && script == p_other.script && has_elements == p_other.has_elements && elements[0] == p_other.elements[0] && elements[1] == p_other.elements[1];
}

bool GDScriptValueType::matches(const Variant &p_value, bool p_null_fits) const {
	switch (kind) {
		case ANY:
			return true;
		case BUILTIN:
			return p_value.get_type() == builtin_type && (!has_elements || elements_match(*this, p_value));
		case NATIVE:
		case SCRIPT:
			break;
	}
	if (p_value.get_type() == Variant::NIL) {
		return p_null_fits;
	}
	if (p_value.get_type() != Variant::OBJECT) {
		return false;
	}
	bool freed = false;
	Object *object = p_value.get_validated_object_with_check(freed);
	if (!object) {
		return p_null_fits && !freed;
	}
	return object_matches(*this, object);
}

bool GDScriptValueType::convert(const Variant &p_value, Variant &r_value) const {
	if (matches(p_value, true)) {
		r_value = p_value;
		return true;
	}
	if (kind != BUILTIN || p_value.get_type() == builtin_type || !Variant::can_convert_strict(p_value.get_type(), builtin_type) || p_value.get_type() == Variant::NIL) {
		return false;
	}
	Variant converted = p_value;
	if (!Variant::convert_strict(converted, builtin_type)) {
		return false;
	}
	if (has_elements && !elements_match(*this, converted)) {
		return false;
	}
	r_value = converted;
	return true;
}

bool GDScriptValueType::convert_argument(const Variant &p_value, Variant &r_value) const {
	if (kind == BUILTIN && builtin_type == Variant::ARRAY && has_elements && p_value.get_type() >= Variant::PACKED_BYTE_ARRAY && p_value.get_type() < Variant::VARIANT_MAX) {
		Array list(Array(), elements[0]);
		list.assign(p_value);
		r_value = list;
		return true;
	}
	return convert(p_value, r_value);
}

Variant GDScriptValueType::get_default() const {
	if (kind != BUILTIN) {
		return Variant();
	}
	if (builtin_type == Variant::ARRAY) {
		return has_elements ? Array(Array(), elements[0]) : Array();
	}
	if (builtin_type == Variant::DICTIONARY) {
		return has_elements ? Dictionary(Dictionary(), elements[0], elements[1]) : Dictionary();
	}
	Variant value;
	VariantInternal::initialize(&value, builtin_type);
	return value;
}

String GDScriptValueType::get_name() const {
	switch (kind) {
		case ANY:
			return "Variant";
		case NATIVE:
			return native_class;
		case SCRIPT:
			return static_cast<const GDScriptClass *>(script)->get_display_name();
		case BUILTIN:
			break;
	}
	String name = builtin_type == Variant::NIL ? String("null") : Variant::get_type_name(builtin_type);
	if (has_elements) {
		name += "[" + elements[0].get_name() + (builtin_type == Variant::DICTIONARY ? ", " + elements[1].get_name() : String()) + "]";
	}
	return name;
}

// --- Operators -------------------------------------------------------------------------------------------------------

namespace {

String describe_type(const Variant &p_value) {
	if (p_value.get_type() == Variant::OBJECT) {
		bool freed = false;
		Object *object = p_value.get_validated_object_with_check(freed);
		return object ? object->get_class() : (freed ? String("previously freed") : String("null"));
	}
	if (p_value.get_type() == Variant::ARRAY && Array(p_value).is_typed()) {
		return "Array[" + Array(p_value).get_element_type().get_name() + "]";
	}
	return Variant::get_type_name(p_value.get_type());
}

} // namespace

int64_t GDScriptVMSlow::float_to_int(double p_value) {
	// Out of range there is no right answer; the processor's is INT64_MIN, everywhere.
	if (!(p_value >= -9223372036854775808.0 && p_value < 9223372036854775808.0)) {
		return INT64_MIN;
	}
	return int64_t(p_value);
}

bool GDScriptVMSlow::binary(GDScriptFrame *p_frame, Variant::Operator p_operator, const Variant &p_a, const Variant &p_b, Variant &r_result) {
	// Of what is asked of objects, this is asked most.
	if (p_a.get_type() == Variant::OBJECT && p_b.get_type() == Variant::OBJECT && p_operator <= Variant::OP_NOT_EQUAL && VariantInternal::get_object_id(&p_a) == VariantInternal::get_object_id(&p_b)) {
		VariantInternal::set_bool(&r_result, p_operator == Variant::OP_EQUAL);
		return true;
	}
	if (const Variant::ValidatedOperatorEvaluator evaluator = Variant::get_validated_operator_evaluator(p_operator, p_a.get_type(), p_b.get_type())) {
		evaluator(&p_a, &p_b, &r_result);
		return true;
	}
	bool valid = false;
	Variant result;
	Variant::evaluate(p_operator, p_a, p_b, result, valid);
	if (likely(valid)) {
		r_result = static_cast<Variant &&>(result);
		return true;
	}
	if (result.get_type() == Variant::STRING) {
		return fail(p_frame, String(result).trim_suffix(".") + " in operator '" + Variant::get_operator_name(p_operator) + "'.");
	}
	return fail(p_frame, "Invalid operands '" + describe_type(p_a) + "' and '" + describe_type(p_b) + "' in operator '" + Variant::get_operator_name(p_operator) + "'.");
}

bool GDScriptVMSlow::compare(GDScriptFrame *p_frame, Variant::Operator p_operator, const Variant &p_a, const Variant &p_b, bool &r_result) {
	Variant result;
	if (!binary(p_frame, p_operator, p_a, p_b, result)) {
		return false;
	}
	r_result = result.booleanize();
	return true;
}

// --- Assignment, return, casts ---------------------------------------------------------------------------------------

bool GDScriptVMSlow::assign_builtin(GDScriptFrame *p_frame, Variant &r_target, const Variant &p_value, Variant::Type p_type) {
	GDScriptValueType type;
	type.kind = GDScriptValueType::BUILTIN;
	type.builtin_type = p_type;
	return assign_typed(p_frame, r_target, p_value, type);
}

bool GDScriptVMSlow::assign_typed(GDScriptFrame *p_frame, Variant &r_target, const Variant &p_value, const GDScriptValueType &p_type) {
	if (p_type.convert(p_value, r_target)) {
		return true;
	}
	return fail(p_frame, "Cannot assign a value of type '" + describe_type(p_value) + "' to a place of type '" + p_type.get_name() + "'.");
}

bool GDScriptVMSlow::return_builtin(GDScriptFrame *p_frame, Variant &r_target, const Variant &p_value, Variant::Type p_type) {
	GDScriptValueType type;
	type.kind = GDScriptValueType::BUILTIN;
	type.builtin_type = p_type;
	return return_typed(p_frame, r_target, p_value, type);
}

bool GDScriptVMSlow::return_typed(GDScriptFrame *p_frame, Variant &r_target, const Variant &p_value, const GDScriptValueType &p_type) {
	if (p_type.convert(p_value, r_target)) {
		return true;
	}
	return fail(p_frame, "Cannot return a value of type '" + describe_type(p_value) + "' from a function of type '" + p_type.get_name() + "'.");
}

bool GDScriptVMSlow::cast(GDScriptFrame *p_frame, Variant &r_target, const Variant &p_value, const GDScriptValueType &p_type) {
	if (p_type.kind == GDScriptValueType::ANY || p_type.matches(p_value, true)) {
		r_target = p_value;
		return true;
	}
	if (p_type.kind != GDScriptValueType::BUILTIN) {
		bool freed = false;
		if (p_value.get_type() == Variant::OBJECT && !p_value.get_validated_object_with_check(freed) && freed) {
			return fail(p_frame, "Cannot cast a previously freed object.");
		}
		if (p_value.get_type() != Variant::OBJECT && p_value.get_type() != Variant::NIL) {
			return fail(p_frame, "Cannot cast a value of type '" + describe_type(p_value) + "' to '" + p_type.get_name() + "'.");
		}
		r_target = Variant();
		return true;
	}
	if (p_value.get_type() == p_type.builtin_type) {
		r_target = p_value; // Only its elements' type differs: a cast keeps the container.
		return true;
	}
	const Variant *argument = &p_value;
	Callable::CallError error;
	Variant converted;
	Variant::construct(p_type.builtin_type, converted, &argument, 1, error);
	if (error.error == Callable::CallError::CALL_OK) {
		r_target = converted;
		return true;
	}
	return fail(p_frame, "Cannot convert a value of type '" + describe_type(p_value) + "' to '" + p_type.get_name() + "'.");
}

bool GDScriptVMSlow::is_type(GDScriptFrame *p_frame, const Variant &p_value, const GDScriptValueType &p_type, bool &r_result) {
	if (p_type.kind != GDScriptValueType::BUILTIN && p_value.get_type() == Variant::OBJECT) {
		bool freed = false;
		if (!p_value.get_validated_object_with_check(freed) && freed) {
			return fail(p_frame, "Left operand of 'is' is a previously freed object.");
		}
	}
	r_result = p_type.matches(p_value, false);
	return true;
}

bool GDScriptVMSlow::match_value(const Variant &p_value, const Variant &p_pattern) {
	const Variant::Type a = p_value.get_type();
	const Variant::Type b = p_pattern.get_type();
	const bool comparable = a == b || (p_value.is_string() && p_pattern.is_string()) ||
			(a == Variant::NIL && b == Variant::OBJECT) || (a == Variant::OBJECT && b == Variant::NIL);
	if (!comparable) {
		return false;
	}
	bool valid = false;
	Variant result;
	Variant::evaluate(Variant::OP_EQUAL, p_value, p_pattern, result, valid);
	return valid && result.booleanize();
}

bool GDScriptVMSlow::match_array(const Variant &p_value, int p_size, bool p_open) {
	if (p_value.get_type() != Variant::ARRAY) {
		return false;
	}
	const int size = VariantInternal::get_array(&p_value).size();
	return p_open ? size >= p_size : size == p_size;
}

bool GDScriptVMSlow::match_dictionary(const Variant &p_value, int p_size, bool p_open) {
	if (p_value.get_type() != Variant::DICTIONARY) {
		return false;
	}
	const int size = VariantInternal::get_dictionary(&p_value).size();
	return p_open ? size >= p_size : size == p_size;
}

// --- Iteration -------------------------------------------------------------------------------------------------------

namespace {

// Null unless the value is a packed array.
Variant::ValidatedIndexedGetter packed_getter(const Variant &p_value) {
	return p_value.get_type() >= Variant::PACKED_BYTE_ARRAY ? Variant::get_member_validated_indexed_getter(p_value.get_type()) : nullptr;
}

} // namespace

bool GDScriptVMSlow::iterate_begin(GDScriptFrame *p_frame, Variant &r_iterator, const Variant &p_container, Variant &r_value, bool &r_found) {
	if (p_container.get_type() == Variant::INT) {
		r_found = VariantInternal::get_int(&p_container) > 0;
		r_iterator = 0;
		if (r_found) {
			r_value = 0;
		}
		return true;
	}
	if (const Variant::ValidatedIndexedGetter getter = packed_getter(p_container)) {
		r_found = p_container.get_indexed_size() > 0;
		r_iterator = 0;
		if (r_found) {
			bool out_of_bounds = false;
			getter(&p_container, 0, &r_value, &out_of_bounds);
		}
		return true;
	}
	bool valid = true;
	Variant iterator;
	r_found = p_container.iter_init(iterator, valid);
	if (!valid) {
		return fail(p_frame, "Cannot iterate over a value of type '" + describe_type(p_container) + "'.");
	}
	r_iterator = iterator;
	if (r_found) {
		Variant value = p_container.iter_get(iterator, valid);
		if (!valid) {
			return fail(p_frame, "The iterator of '" + describe_type(p_container) + "' gives no value.");
		}
		r_value = static_cast<Variant &&>(value);
	}
	return true;
}

bool GDScriptVMSlow::iterate_next(GDScriptFrame *p_frame, Variant &r_iterator, const Variant &p_container, Variant &r_value, bool &r_found) {
	if (p_container.get_type() == Variant::INT) {
		const int64_t following = VariantInternal::get_int(&r_iterator) + 1;
		r_found = following < VariantInternal::get_int(&p_container);
		if (r_found) {
			VariantInternal::set_int(&r_iterator, following);
			VariantInternal::set_int(&r_value, following);
		}
		return true;
	}
	if (const Variant::ValidatedIndexedGetter getter = packed_getter(p_container)) {
		const int64_t following = VariantInternal::get_int(&r_iterator) + 1;
		bool out_of_bounds = false;
		getter(&p_container, following, &r_value, &out_of_bounds);
		r_found = !out_of_bounds;
		VariantInternal::set_int(&r_iterator, following);
		return true;
	}
	bool valid = true;
	r_found = p_container.iter_next(r_iterator, valid);
	if (valid && r_found) {
		Variant value = p_container.iter_get(r_iterator, valid);
		r_value = static_cast<Variant &&>(value);
	}
	return valid || fail(p_frame, "Cannot go on iterating over a value of type '" + describe_type(p_container) + "'.");
}

// --- Literals --------------------------------------------------------------------------------------------------------

bool GDScriptVMSlow::make_array(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, const uint32_t *p_words, const GDScriptValueType *p_type) {
	const int count = int(p_words[0]);
	Array array;
	array.resize(count);
	if (count) {
		Variant *elements = VariantInternal::array_ptrw(array);
		for (int i = 0; i < count; i++) {
			elements[i] = at(p_bases, p_words[1 + i]);
		}
	}
	if (!p_type) {
		r_result = array;
		return true;
	}
	Array typed;
	typed.set_typed(p_type->elements[0]);
	typed.resize(count);
	for (int i = 0; i < count; i++) {
		Variant value = array[i];
		if (!typed.get_element_type().validate(value, "assign")) {
			return fail(p_frame, "Element " + String::num_int64(i) + " of type '" + describe_type(array[i]) + "' does not fit into an array of type '" + p_type->get_name() + "'.");
		}
		VariantInternal::array_ptrw(typed)[i] = value;
	}
	r_result = typed;
	return true;
}

bool GDScriptVMSlow::make_dictionary(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, const uint32_t *p_words, const GDScriptValueType *p_type) {
	const int count = int(p_words[0]);
	Dictionary dictionary;
	if (p_type) {
		dictionary.set_typed(p_type->elements[0], p_type->elements[1]);
	}
	for (int i = 0; i + 1 < count; i += 2) {
		const Variant &key = at(p_bases, p_words[1 + i]);
		const Variant &value = at(p_bases, p_words[2 + i]);
		if (!p_type) {
			dictionary[key] = value;
		} else if (!dictionary.set(key, value)) {
			return fail(p_frame, "An entry of types '" + describe_type(key) + "' and '" + describe_type(value) + "' does not fit into a dictionary of type '" + p_type->get_name() + "'.");
		}
	}
	r_result = dictionary;
	return true;
}

void GDScriptVMSlow::make_lambda(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, GDScriptFunction *p_function, const uint32_t *p_words) {
	Vector<Variant> captures;
	const int count = int(p_words[0]);
	captures.resize(count);
	for (int i = 0; i < count; i++) {
		captures.write[i] = at(p_bases, p_words[1 + i]);
	}
	r_result = Callable(memnew(GDScriptLambdaCallable(p_function, p_frame->instance, captures)));
}

Variant GDScriptVMSlow::make_callable(const Variant &p_base, const StringName &p_name) {
	return Callable(p_base.get_validated_object(), p_name);
}

Variant GDScriptVMSlow::make_signal(const Variant &p_base, const StringName &p_name) {
	return Signal(p_base.get_validated_object(), p_name);
}
