// A stack machine over Variant's own operations. What it calls may parse or execute the same Expression again, so each run holds on to its code.
#include "core/object/expression.h"

#include "core/error/error_macros.h"
#include "core/object/class_db.h"
#include "core/variant/dictionary.h"

struct Expression::Run {
	using Step = ExpressionCode::Step;

	const std::shared_ptr<const ExpressionCode> code;
	const Array &inputs;
	Variant self;
	bool const_calls_only;
	LocalVector<Variant> stack;
	String error;

	bool fail(const String &p_error) {
		error = p_error;
		return false;
	}
	Variant pop() {
		const uint32_t last = stack.size() - 1;
		const Variant value = stack[last];
		stack.resize(last);
		return value;
	}
	// Takes p_count values off; the first is the deepest.
	LocalVector<Variant> pop_many(int p_count) {
		LocalVector<Variant> values;
		const uint32_t first = stack.size() - uint32_t(p_count);
		for (uint32_t i = first; i < stack.size(); i++) {
			values.push_back(stack[i]);
		}
		stack.resize(first);
		return values;
	}

	bool get_self(Variant &r_result) {
		r_result = self;
		return self.get_type() == Variant::OBJECT || fail("There is no base object, so that 'self' has no meaning.");
	}
	bool get_input(const Step &p_step, Variant &r_result) {
		if (p_step.index >= inputs.size()) {
			return fail("Input " + itos(p_step.index) + " is missing: " + itos(inputs.size()) + " were given.");
		}
		r_result = inputs[p_step.index];
		return true;
	}
	bool get_member(const Step &p_step, Variant &r_result) {
		bool valid = false;
		const Variant base = pop();
		r_result = base.get_named(p_step.name, valid);
		if (!valid) {
			r_result = Variant();
			return fail("There is no '" + p_step.name + "' in a value of type " + Variant::get_type_name(base.get_type()) + ".");
		}
		return true;
	}
	bool get_index(Variant &r_result) {
		bool valid = false;
		const Variant key = pop();
		const Variant base = pop();
		r_result = base.get(key, &valid);
		return valid || fail("There is no index " + key.stringify() + " in a value of type " + Variant::get_type_name(base.get_type()) + ".");
	}
	bool operate(const Step &p_step, Variant &r_result) {
		const Variant right = p_step.instruction == ExpressionCode::BINARY ? pop() : Variant();
		const Variant left = pop();
		bool valid = false;
		const Variant::Operator meaning = Variant::Operator(p_step.index);
		Variant::evaluate(meaning, left, right, r_result, valid);
		return valid || fail("The operator '" + Variant::get_operator_name(meaning) + "' does not take " + Variant::get_type_name(left.get_type()) + (p_step.instruction == ExpressionCode::BINARY ? " and " + Variant::get_type_name(right.get_type()) + "." : String(".")));
	}
	bool check(const Step &p_step, const Callable::CallError &p_error) {
		return p_error.error == Callable::CallError::CALL_OK || fail("The call of '" + p_step.name + "' failed: its arguments do not fit, or there is no such function.");
	}
	bool is_const(const Variant &p_base, const StringName &p_method) const {
		if (p_base.get_type() != Variant::OBJECT) {
			return Variant::is_builtin_method_const(p_base.get_type(), p_method);
		}
		const Object *object = p_base.get_validated_object();
		const MethodBind *method = object ? ClassDB::get_method(object->get_class_name(), p_method) : nullptr;
		return method && method->is_const();
	}
	bool call_method(const Step &p_step, const Variant **p_args, Variant &r_result) {
		Variant base = pop();
		if (const_calls_only && !is_const(base, p_step.name)) {
			return fail("'" + p_step.name + "' may change something, and only constant methods are allowed here.");
		}
		Callable::CallError call_error;
		base.callp(p_step.name, p_args, p_step.count, r_result, call_error);
		return check(p_step, call_error);
	}
	bool call(const Step &p_step, Variant &r_result) {
		const LocalVector<Variant> values = pop_many(p_step.count);
		LocalVector<const Variant *> arguments;
		for (const Variant &value : values) {
			arguments.push_back(&value);
		}
		Callable::CallError call_error;
		if (p_step.instruction == ExpressionCode::METHOD) {
			return call_method(p_step, arguments.ptr(), r_result);
		}
		if (p_step.instruction == ExpressionCode::CONSTRUCT) {
			Variant::construct(Variant::Type(p_step.index), r_result, arguments.ptr(), p_step.count, call_error);
			if (call_error.error != Callable::CallError::CALL_OK) {
				r_result = Variant();
			}
		} else {
			Variant::call_utility_function(p_step.name, &r_result, arguments.ptr(), p_step.count, call_error);
		}
		return check(p_step, call_error);
	}
	bool gather(const Step &p_step, Variant &r_result) {
		if (p_step.instruction == ExpressionCode::ARRAY) {
			Array array;
			for (const Variant &value : pop_many(p_step.count)) {
				array.push_back(value);
			}
			r_result = array;
			return true;
		}
		const LocalVector<Variant> values = pop_many(p_step.count * 2);
		Dictionary dictionary;
		for (uint32_t i = 0; i < values.size(); i += 2) {
			dictionary[values[i]] = values[i + 1];
		}
		r_result = dictionary;
		return true;
	}
	bool run_step(const Step &p_step, Variant &r_result) {
		switch (p_step.instruction) {
			case ExpressionCode::CONSTANT:
				r_result = code->constants[uint32_t(p_step.index)];
				return true;
			case ExpressionCode::INPUT:
				return get_input(p_step, r_result);
			case ExpressionCode::SELF:
				return get_self(r_result);
			case ExpressionCode::MEMBER:
				return get_member(p_step, r_result);
			case ExpressionCode::INDEX:
				return get_index(r_result);
			case ExpressionCode::UNARY:
			case ExpressionCode::BINARY:
				return operate(p_step, r_result);
			case ExpressionCode::ARRAY:
			case ExpressionCode::DICTIONARY:
				return gather(p_step, r_result);
			default:
				return call(p_step, r_result);
		}
	}
	bool run(Variant &r_result) {
		for (const Step &step : code->steps) {
			r_result = Variant();
			if (!run_step(step, r_result)) {
				return false;
			}
			stack.push_back(r_result);
		}
		return true;
	}
};

Error Expression::parse(const String &p_expression, const Vector<String> &p_input_names) {
	ExpressionParser parser(p_expression, p_input_names);
	const std::shared_ptr<ExpressionCode> parsed = std::make_shared<ExpressionCode>();
	parse_failed = !parser.parse(*parsed);
	error_text = parser.get_error();
	code = parse_failed ? nullptr : parsed;
	return parse_failed ? ERR_INVALID_PARAMETER : OK;
}

Variant Expression::execute(const Array &p_inputs, Object *p_base, bool p_show_error, bool p_const_calls_only) {
	ERR_FAIL_COND_V_MSG(parse_failed, Variant(), "The expression was not understood when it was parsed: " + error_text);
	execute_failed = false;
	if (!code) {
		return Variant();
	}
	Run run{ code, p_inputs, p_base ? Variant(p_base) : Variant(), p_const_calls_only, {}, String() };
	Variant result;
	if (run.run(result)) {
		return result;
	}
	execute_failed = true;
	error_text = run.error;
	ERR_FAIL_COND_V_MSG(p_show_error, result, error_text);
	return result;
}

void Expression::_bind_methods() {
	ClassDB::bind_method(D_METHOD("parse", "expression", "input_names"), &Expression::parse, DEFVAL(Vector<String>()));
	ClassDB::bind_method(D_METHOD("execute", "inputs", "base_instance", "show_error", "const_calls_only"), &Expression::execute, DEFVAL(Array()), DEFVAL(Variant()), DEFVAL(true), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("has_execute_failed"), &Expression::has_execute_failed);
	ClassDB::bind_method(D_METHOD("get_error_text"), &Expression::get_error_text);
}
