// Statements and the declarations of locals.
#include "modules/gdscript/analysis/gdscript_analyzer.h"

using namespace GDScriptAST;

// ---- Blocks ----

bool GDScriptAnalyzer::returns_always(const Node *p_statement) {
	if (!p_statement) {
		return false;
	}
	switch (p_statement->kind) {
		case Node::RETURN:
			return true;
		case Node::SUITE:
			return static_cast<const SuiteNode *>(p_statement)->returns_always;
		case Node::IF: {
			const IfNode *node = static_cast<const IfNode *>(p_statement);
			return node->false_block && node->true_block->returns_always && node->false_block->returns_always;
		}
		case Node::MATCH: {
			bool has_wildcard = false;
			for (const MatchBranchNode *branch : static_cast<const MatchNode *>(p_statement)->branches) {
				if (!branch->block->returns_always) {
					return false;
				}
				has_wildcard |= branch->has_wildcard;
			}
			return has_wildcard;
		}
		default:
			return false;
	}
}

void GDScriptAnalyzer::resolve_suite(SuiteNode *p_suite) {
	const uint32_t first = locals.size();
	const Context outer = context;
	context.suite = p_suite;
	context.first_outer_use = outer_uses.size();
	context.first_ended_local = ended_locals.size();
	resolve_statements(p_suite);
	check_unused_locals(first, false);
	for (uint32_t i = first; i < locals.size(); i++) {
		ended_locals.push_back(locals[i].node);
	}
	locals.resize(first);
	context.suite = outer.suite;
	context.first_outer_use = outer.first_outer_use;
	context.first_ended_local = outer.first_ended_local;
}

void GDScriptAnalyzer::resolve_statements(SuiteNode *p_suite) {
	Depth guard(*this, p_suite);
	if (!guard.ok) {
		return;
	}
	bool ended = false;
	for (Node *statement : p_suite->statements) {
		if (ended) {
			warn(GDScriptWarning::UNREACHABLE_CODE, statement, "This is never reached.");
			ended = false;
		}
		resolve_statement(statement);
		ended = !p_suite->returns_always && returns_always(statement);
		p_suite->returns_always |= ended;
	}
}

void GDScriptAnalyzer::resolve_statement(Node *p_statement) {
	switch (p_statement->kind) {
		case Node::VARIABLE:
			resolve_local_variable(static_cast<VariableNode *>(p_statement));
			break;
		case Node::CONSTANT:
			resolve_local_constant(static_cast<ConstantNode *>(p_statement));
			break;
		case Node::IF:
			resolve_if(static_cast<IfNode *>(p_statement));
			break;
		case Node::FOR:
			resolve_for(static_cast<ForNode *>(p_statement));
			break;
		case Node::WHILE:
			resolve_while(static_cast<WhileNode *>(p_statement));
			break;
		case Node::MATCH:
			resolve_match(static_cast<MatchNode *>(p_statement));
			break;
		case Node::RETURN:
			resolve_return(static_cast<ReturnNode *>(p_statement));
			break;
		case Node::ASSERT:
			resolve_assert(static_cast<AssertNode *>(p_statement));
			break;
		default:
			if (p_statement->is_expression()) {
				resolve_expression_statement(static_cast<ExpressionNode *>(p_statement));
			}
			break;
	}
}

void GDScriptAnalyzer::resolve_expression_statement(ExpressionNode *p_expression) {
	if (p_expression->kind == Node::CALL || p_expression->kind == Node::AWAIT || p_expression->kind == Node::ASSIGNMENT) {
		reduce(p_expression);
		return;
	}
	if (p_expression->kind == Node::TERNARY) {
		static_cast<TernaryNode *>(p_expression)->is_statement = true;
	}
	reduce_value(p_expression);
	if (p_expression->kind == Node::TERNARY) {
		warn(GDScriptWarning::STANDALONE_TERNARY, p_expression, "The value of this conditional expression is dropped.");
	} else if (p_expression->kind == Node::PRELOAD) {
		warn(GDScriptWarning::RETURN_VALUE_DISCARDED, p_expression, "The value of \"preload()\" is not used.");
	} else if (!(p_expression->kind == Node::LITERAL && p_expression->reduced_value.get_type() == Variant::STRING)) {
		warn(GDScriptWarning::STANDALONE_EXPRESSION, p_expression, "This expression has no effect.");
	}
}

// ---- Declarations ----

GDScriptType GDScriptAnalyzer::resolve_declared_type(TypeNode *p_specifier, bool p_infer, ExpressionNode *p_value, const Node *p_node, const StringName &p_name, bool &r_needs_conversion) {
	const Type declared = p_specifier ? resolve_type(p_specifier) : Type();
	const int errors_before = unit.diagnostics.get_error_count();
	if (p_value) {
		reduce_value(p_value);
	}
	if (p_specifier) {
		if (p_value && !check_assignable(declared, p_value, r_needs_conversion)) {
			error(p_value, "A value of type \"" + p_value->type.to_string() + "\" cannot be in \"" + String(p_name) + "\", which is \"" + declared.to_string() + "\".");
		}
		return declared;
	}
	Type type = Type::make_variant();
	if (!p_value || unit.diagnostics.get_error_count() > errors_before) {
		type.origin = Type::UNDETECTED;
		return type;
	}
	if (!p_infer) {
		return Rules::weak_type_of(p_value->type);
	}
	const Type &value = p_value->type;
	if (!value.is_firm()) {
		error(p_node, "The type of \"" + String(p_name) + "\" cannot be taken from its value, whose type is not known; write the type out, or \"=\" instead of \":=\".");
		return type;
	}
	if (value.is_void_or_null()) {
		error(p_node, "The type of \"" + String(p_name) + "\" cannot be taken from null; write the type out.");
		return type;
	}
	if (value.is_variant() || comes_from_variant_function(p_value)) {
		warn(GDScriptWarning::INFERENCE_ON_VARIANT, p_node, "The value of \"" + String(p_name) + "\" can be anything, so that \":=\" gives it no type; write \"=\" or the type.");
		return type;
	}
	type = Rules::weak_type_of(value);
	// A class or an enum itself as a value: code cannot be held to it.
	type.origin = value.is_meta_type ? Type::ASSUMED : Type::DECLARED_INFERRED;
	r_needs_conversion = Rules::needs_runtime_check(type, value);
	return type;
}

void GDScriptAnalyzer::resolve_local_variable(VariableNode *p_variable) {
	p_variable->type = resolve_declared_type(p_variable->type_specifier, p_variable->infer_type, p_variable->initializer, p_variable, p_variable->name, p_variable->needs_conversion);
	p_variable->resolved = true;
	if (!p_variable->initializer && p_variable->type.kind == Type::ENUM && !p_variable->type.enum_info->has_value(0)) {
		warn(GDScriptWarning::ENUM_VARIABLE_WITHOUT_DEFAULT, p_variable, "The variable \"" + String(p_variable->name) + "\" starts as 0, which is no value of its enum; give it a value.");
	}
	if (!p_variable->type_specifier) {
		warn_untyped(p_variable, "variable", p_variable->name, p_variable->infer_type);
	}
	declare_local(p_variable, p_variable->identifier);
}

GDScriptType GDScriptAnalyzer::resolve_constant_value(ConstantNode *p_constant) {
	ContextScope scope(*this);
	context.is_constant = true;
	ExpressionNode *value = p_constant->initializer;
	bool conversion = false;
	const int errors_before = unit.diagnostics.get_error_count();
	Type type = resolve_declared_type(p_constant->type_specifier, p_constant->infer_type && !(value->kind == Node::LITERAL), value, p_constant, p_constant->name, conversion);
	if (!value->is_constant && !value->type.is_constant) {
		if (unit.diagnostics.get_error_count() == errors_before) {
			error(value, "The value of the constant \"" + String(p_constant->name) + "\" is only known when the program runs; use \"var\".");
		}
		return type;
	}
	if (!p_constant->type_specifier) {
		type = value->type;
	}
	if (type.is_void_or_null() && p_constant->infer_type) {
		error(p_constant, "The type of \"" + String(p_constant->name) + "\" cannot be taken from null; write the type out.");
	}
	type.origin = Type::DECLARED;
	type.is_constant = true;
	return type;
}

void GDScriptAnalyzer::resolve_local_constant(ConstantNode *p_constant) {
	p_constant->type = resolve_constant_value(p_constant);
	p_constant->resolved = true;
	if (!p_constant->type_specifier && !p_constant->type.is_meta_type) {
		warn_untyped(p_constant, "constant", p_constant->name, true);
	}
	declare_local(p_constant, p_constant->identifier);
}

// ---- Control flow ----

void GDScriptAnalyzer::resolve_if(IfNode *p_if) {
	LocalVector<IfNode *> row;
	for (IfNode *node = p_if; node; node = node->get_elif()) {
		row.push_back(node);
		reduce_value(node->condition);
		resolve_suite(node->true_block);
	}
	if (SuiteNode *last = row[row.size() - 1]->false_block) {
		resolve_suite(last);
	}
	for (uint32_t i = row.size() - 1; i > 0; i--) {
		row[i - 1]->false_block->returns_always = returns_always(row[i]);
	}
}

void GDScriptAnalyzer::resolve_while(WhileNode *p_while) {
	reduce_value(p_while->condition);
	resolve_suite(p_while->body);
}

// The type of the elements, weak where it is not known.
GDScriptType GDScriptAnalyzer::get_iteration_type(ForNode *p_for) {
	Type unknown = Type::make_variant();
	unknown.origin = Type::UNDETECTED;
	const Type &list = p_for->list->type;
	const CallNode *call = p_for->list->kind == Node::CALL ? static_cast<const CallNode *>(p_for->list) : nullptr;
	if (call && call->target == CallNode::GDSCRIPT_UTILITY && String(call->function_name) == "range") {
		// A loop is compiled into counting, so it cannot leave the number of arguments to the call.
		const int64_t count = call->arguments.size();
		if (count < 1 || count > 3) {
			error(call, "\"range()\" takes 1 to 3 arguments, but is given " + itos(count) + ".");
		}
		return Type::make_builtin(Variant::INT);
	}
	if (list.is_variant() || list.kind == Type::NATIVE || list.kind == Type::CLASS) {
		return unknown; // Objects have _iter_init() and so on.
	}
	Type element = unknown;
	if (!Rules::get_element_type(list, element) && list.is_firm()) {
		error(p_for->list, "\"for\" cannot go through a value of type \"" + list.to_string() + "\".");
	}
	element.limit_origin(list.origin);
	return element;
}

void GDScriptAnalyzer::resolve_for(ForNode *p_for) {
	reduce_value(p_for->list);
	const Type element = get_iteration_type(p_for);
	LoopVariableNode *variable = p_for->variable;
	variable->type = element;
	if (p_for->type_specifier) {
		const Type declared = resolve_type(p_for->type_specifier);
		variable->type = declared;
		p_for->needs_conversion = Rules::needs_runtime_check(declared, element);
		if (element.is_firm() && !element.is_variant() && !declared.is_variant() && !Rules::is_compatible(declared, element, true) && !Rules::is_compatible(element, declared, true)) {
			error(p_for->type_specifier, "The elements are \"" + element.to_string() + "\" and cannot be in a variable of type \"" + declared.to_string() + "\".");
		}
		if (p_for->list->kind == Node::ARRAY && !declared.is_variant() && !p_for->list->type.has_elements()) {
			for (ExpressionNode *item : static_cast<ArrayNode *>(p_for->list)->elements) {
				bool conversion = false;
				if (!check_assignable(declared, item, conversion)) {
					error(item, "An element of type \"" + item->type.to_string() + "\" cannot be in a variable of type \"" + declared.to_string() + "\".");
				}
			}
		}
	} else {
		warn_untyped(variable, "loop variable", variable->name, element.is_firm() && !element.is_variant());
	}
	const uint32_t first = locals.size();
	SuiteNode *outer = context.suite;
	context.suite = nullptr;
	declare_local(variable, variable);
	context.suite = outer;
	resolve_suite(p_for->body);
	locals.resize(first);
}

void GDScriptAnalyzer::resolve_return(ReturnNode *p_return) {
	FunctionNode *function = context.function;
	const Type type = function->return_type;
	const bool is_constructor = !function->is_lambda && (String(function->name) == "_init" || String(function->name) == "_static_init");
	const bool returns_nothing = type.is_firm() && type.is_void_or_null();
	const bool is_undeclared = !function->return_type_specifier && !function->accessor_of && !is_constructor;
	if (!p_return->value) {
		if (is_undeclared) {
			function->return_type = Type::make_builtin(Variant::NIL, Type::INFERRED);
		} else if (type.is_firm() && !type.is_object() && !type.is_void_or_null() && !type.is_variant()) {
			error(p_return, "The function must return a value of type \"" + type.to_string() + "\".");
		}
		return;
	}
	ExpressionNode *value = p_return->value;
	const bool is_setter = function->accessor_of && function->accessor_of->setter == function;
	if (returns_nothing && !is_setter) {
		reduce(value);
		if (is_constructor || value->kind != Node::CALL) {
			error(value, is_constructor ? String("A constructor cannot return a value.") : "A function declared \"-> void\" cannot return a value.");
			return;
		}
		p_return->is_void_return = true;
		warn_void_return(p_return);
		return;
	}
	reduce_value(value);
	if (!check_assignable(type, value, p_return->needs_conversion)) {
		error(value, "A value of type \"" + value->type.to_string() + "\" cannot be returned; the function returns \"" + type.to_string() + "\".");
	}
	if (is_undeclared) {
		// The last one in the text tells what callers further down may take for granted.
		function->return_type = value->type;
		function->return_type.is_constant = false;
		function->return_type.is_read_only = false;
		function->return_type.is_coroutine = false;
		function->return_type.limit_origin(Type::INFERRED);
	}
}

void GDScriptAnalyzer::resolve_assert(AssertNode *p_assert) {
	reduce_value(p_assert->condition);
	if (p_assert->message) {
		reduce_value(p_assert->message);
		const Type &type = p_assert->message->type;
		if (type.is_firm() && !type.is_variant() && !type.is_builtin(Variant::STRING)) {
			error(p_assert->message, "The message of \"assert\" must be a String.");
		}
	}
	const ExpressionNode *condition = p_assert->condition;
	if (!condition->is_constant) {
		return;
	}
	if (condition->reduced_value.booleanize()) {
		warn(GDScriptWarning::ASSERT_ALWAYS_TRUE, p_assert, "This assertion can never fail.");
	} else if (condition->kind != Node::LITERAL || condition->reduced_value.get_type() != Variant::BOOL) {
		warn(GDScriptWarning::ASSERT_ALWAYS_FALSE, p_assert, "This assertion always fails.");
	}
}
