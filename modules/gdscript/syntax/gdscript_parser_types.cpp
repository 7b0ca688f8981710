// Parsing of types, signatures and the declarations that members and locals share.
#include "modules/gdscript/syntax/gdscript_parser.h"

using namespace GDScriptAST;

TypeNode *GDScriptParser::parse_type(bool p_allow_void) {
	Nesting nesting(*this);
	if (!nesting.ok) {
		return nullptr;
	}
	const Span span = begin();
	TypeNode *type = arena.make<TypeNode>();
	if (match(Token::VOID)) {
		type->is_void = true;
		finish(type, span);
		if (!p_allow_void) {
			error_at(type, "\"void\" is only a return type; nothing can hold it.");
			return nullptr;
		}
		return type;
	}
	if (!check(Token::IDENTIFIER)) {
		error("Expected a type, but found " + describe_current() + ".");
		return nullptr;
	}
	type->chain.push_back(make_identifier(advance()));
	while (match(Token::PERIOD)) {
		if (!check(Token::IDENTIFIER)) {
			error("Expected the name of an inner type after \".\".");
			return nullptr;
		}
		type->chain.push_back(make_identifier(advance()));
	}
	if (check(Token::BRACKET_OPEN)) {
		const Layout before = open_brackets();
		advance();
		do {
			TypeNode *element = parse_type(false);
			if (!element) {
				close_brackets(before);
				return nullptr;
			}
			if (!element->containers.is_empty()) {
				error_at(element, "The elements of a typed container cannot be typed containers themselves; use a plain Array or Dictionary there.");
			}
			type->containers.push_back(element);
		} while (match(Token::COMMA));
		expect(Token::BRACKET_CLOSE, "Expected \"]\" after the element type.");
		close_brackets(before);
	}
	finish(type, span);
	return type;
}

ParameterNode *GDScriptParser::parse_parameter(bool p_in_signal) {
	const Span span = begin();
	IdentifierNode *identifier = expect_name(p_in_signal ? "a signal parameter" : "a parameter");
	if (!identifier) {
		return nullptr;
	}
	ParameterNode *parameter = arena.make<ParameterNode>();
	parameter->identifier = identifier;
	parameter->name = identifier->name;
	if (match(Token::COLON)) {
		if (check(Token::EQUAL)) {
			parameter->infer_type = true;
		} else if (!check(Token::COMMA) && !check(Token::PARENTHESIS_CLOSE)) { // `a :` is let through like `a`.
			parameter->type_specifier = parse_type(false);
		}
	}
	if (check(Token::EQUAL)) {
		if (p_in_signal) {
			error("Signal parameters cannot have default values.");
			return nullptr;
		}
		advance();
		// `a := )` and `a = )` are let through as a parameter without a default, as scripts in the wild rely on it.
		if (!check(Token::PARENTHESIS_CLOSE) && !check(Token::COMMA)) {
			parameter->default_value = parse_expression();
			if (!parameter->default_value) {
				return nullptr;
			}
		} else {
			parameter->infer_type = false;
		}
	}
	finish(parameter, span);
	return parameter;
}

// From the opening parenthesis to the return type.
bool GDScriptParser::parse_signature(FunctionNode *p_function) {
	if (!check(Token::PARENTHESIS_OPEN)) {
		error("Expected \"(\" and the parameters after the name of a function.");
		return false;
	}
	const Layout before = open_brackets();
	advance();
	bool default_seen = false;
	while (!panic && !check(Token::PARENTHESIS_CLOSE) && !check(Token::END_OF_FILE)) {
		const bool is_rest = match(Token::PERIOD_PERIOD_PERIOD);
		ParameterNode *parameter = parse_parameter(false);
		if (!parameter) {
			break;
		}
		parameter->owner = p_function;
		for (const ParameterNode *other : p_function->parameters) {
			if (other->name == parameter->name) {
				error_at(parameter, "There is already a parameter \"" + String(parameter->name) + "\".");
			}
		}
		if (p_function->rest_parameter) {
			error_at(parameter, "Nothing can follow the rest parameter (\"...\").");
		} else if (is_rest) {
			if (parameter->default_value) {
				error_at(parameter, "A rest parameter cannot have a default value; it is an empty array when nothing is left over.");
			}
			p_function->rest_parameter = parameter;
		} else {
			if (parameter->default_value) {
				default_seen = true;
			} else if (default_seen) {
				error_at(parameter, "A parameter without a default value cannot follow one that has it.");
			} else {
				p_function->required_parameters++;
			}
			p_function->parameters.push_back(parameter);
		}
		if (!match(Token::COMMA)) {
			break;
		}
	}
	if (!panic) {
		expect(Token::PARENTHESIS_CLOSE, "Expected \")\" after the parameters, but found " + describe_current() + ".");
	}
	close_brackets(before);
	if (!panic && match(Token::FORWARD_ARROW)) {
		p_function->return_type_specifier = parse_type(true);
	}
	return !panic;
}

void GDScriptParser::parse_function_body(FunctionNode *p_function, const char *p_after) {
	FunctionNode *outer_function = current_function;
	SuiteNode *outer_suite = current_suite;
	const bool outer_in_loop = in_loop;
	current_function = p_function;
	current_suite = nullptr;
	in_loop = false;
	p_function->body = parse_suite(p_after);
	current_function = outer_function;
	current_suite = outer_suite;
	in_loop = outer_in_loop;
}

// From the name on; `var` is consumed.
VariableNode *GDScriptParser::parse_variable(const Span &p_span, bool p_is_member) {
	IdentifierNode *identifier = expect_name("a variable");
	if (!identifier) {
		return nullptr;
	}
	VariableNode *variable = arena.make<VariableNode>();
	variable->identifier = identifier;
	variable->name = identifier->name;
	bool property_follows = false;
	if (match(Token::COLON)) {
		const bool accessor_word = check_word("get") || check_word("set");
		const Token::Type after = raw(1).type;
		if (check(Token::EQUAL)) {
			variable->infer_type = true;
		} else if (p_is_member && (check(Token::NEWLINE) || (accessor_word && (after == Token::EQUAL || after == Token::COLON || after == Token::PARENTHESIS_OPEN)))) {
			property_follows = true;
		} else {
			variable->type_specifier = parse_type(false);
			if (!variable->type_specifier) {
				return nullptr;
			}
		}
	}
	if (!property_follows && match(Token::EQUAL)) {
		variable->initializer = parse_expression();
		if (!variable->initializer) {
			return nullptr;
		}
	}
	finish(variable, p_span);
	if (!property_follows && p_is_member && match(Token::COLON)) {
		property_follows = true;
	}
	if (property_follows) {
		parse_property(variable);
	} else {
		end_statement("the variable");
	}
	return panic ? nullptr : variable;
}

// From the name on; `const` is consumed.
ConstantNode *GDScriptParser::parse_constant(const Span &p_span) {
	IdentifierNode *identifier = expect_name("a constant");
	if (!identifier) {
		return nullptr;
	}
	ConstantNode *constant = arena.make<ConstantNode>();
	constant->identifier = identifier;
	constant->name = identifier->name;
	if (match(Token::COLON)) {
		if (check(Token::EQUAL)) {
			constant->infer_type = true;
		} else {
			constant->type_specifier = parse_type(false);
			if (!constant->type_specifier) {
				return nullptr;
			}
		}
	}
	if (!expect(Token::EQUAL, "A constant needs a value: \"const NAME = value\".")) {
		return nullptr;
	}
	constant->initializer = parse_expression();
	if (!constant->initializer) {
		return nullptr;
	}
	finish(constant, p_span);
	end_statement("the constant");
	return panic ? nullptr : constant;
}
