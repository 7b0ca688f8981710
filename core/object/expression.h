// Expression: a value computed from a text, as scripts and configuration files give it; operators, methods and global functions as in GDScript.
#pragma once

#include "core/object/expression_parser.h"
#include "core/object/ref_counted.h"
#include "core/variant/array.h"

#include <memory>

class Expression : public RefCounted {
	GDCLASS(Expression, RefCounted);

public:
	// p_input_names are the names by which the text refers to the values that execute() is given. ERR_INVALID_PARAMETER: get_error_text() says why.
	Error parse(const String &p_expression, const Vector<String> &p_input_names = Vector<String>());
	// Names that are no inputs are members of p_base. With p_const_calls_only, methods that may change something are refused.
	// On failure has_execute_failed() says so, and the result is what the failing operation gave.
	Variant execute(const Array &p_inputs = Array(), Object *p_base = nullptr, bool p_show_error = true, bool p_const_calls_only = false);
	bool has_execute_failed() const { return execute_failed; }
	String get_error_text() const { return error_text; }

protected:
	static void _bind_methods();

private:
	struct Run;

	std::shared_ptr<const ExpressionCode> code; // Shared with the runs, which may parse anew.
	String error_text;
	bool parse_failed = false;
	bool execute_failed = false;
};
