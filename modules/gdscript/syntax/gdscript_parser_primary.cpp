// Parsing of operands: literals, containers, node paths, lambdas and the like.
#include "modules/gdscript/syntax/gdscript_parser.h"

#include "core/string/node_path.h"

using namespace GDScriptAST;

void GDScriptParser::note_large_number(const Token &p_token) {
	if (!tokenizer.is_number_too_large(p_token)) {
		return;
	}
	ScriptDiagnostic notice;
	notice.severity = ScriptDiagnostic::NOTICE;
	notice.path = file.path;
	notice.code = SNAME("number_too_large");
	notice.line = p_token.line;
	notice.column = p_token.column;
	notice.end_line = p_token.end_line;
	notice.end_column = p_token.end_column;
	notice.message = "The number " + tokenizer.get_text(p_token) + " is too large for an int, which holds 64 bits: 9223372036854775807 is the largest, and is used here. A float reaches further: add \".0\".";
	file.diagnostics.add(notice);
}

ExpressionNode *GDScriptParser::parse_literal() {
	const Span span = begin();
	const Token &token = advance();
	LiteralNode *literal = arena.make<LiteralNode>();
	switch (token.type) {
		case Token::NUMBER:
			literal->value = tokenizer.get_number(token);
			note_large_number(token);
			break;
		case Token::STRING:
			literal->value = tokenizer.get_string(token);
			break;
		case Token::STRING_NAME:
			literal->value = StringName(tokenizer.get_string(token));
			break;
		case Token::NODE_PATH:
			literal->value = NodePath(tokenizer.get_string(token));
			break;
		case Token::TRUE:
			literal->value = true;
			break;
		case Token::FALSE:
			literal->value = false;
			break;
		default:
			break;
	}
	finish(literal, span);
	return literal;
}

ExpressionNode *GDScriptParser::parse_grouping() {
	const Layout before = open_brackets();
	advance();
	ExpressionNode *expression = parse_expression();
	if (expression) {
		expect(Token::PARENTHESIS_CLOSE, "Expected \")\" to close the parenthesis, but found " + describe_current() + ".");
		expression->in_parentheses = true;
	}
	close_brackets(before);
	return panic ? nullptr : expression;
}

ExpressionNode *GDScriptParser::parse_array() {
	const Span span = begin();
	const Layout before = open_brackets();
	advance();
	ArrayNode *array = arena.make<ArrayNode>();
	while (!panic && !check(Token::BRACKET_CLOSE) && !check(Token::END_OF_FILE)) {
		ExpressionNode *element = parse_expression();
		if (!element) {
			break;
		}
		array->elements.push_back(element);
		if (!match(Token::COMMA)) {
			break;
		}
	}
	if (!panic) {
		expect(Token::BRACKET_CLOSE, "Expected \",\" or \"]\" in the array, but found " + describe_current() + ".");
	}
	close_brackets(before);
	finish(array, span);
	return panic ? nullptr : array;
}

bool GDScriptParser::parse_dictionary_pair(DictionaryNode *p_dictionary, bool p_first) {
	DictionaryNode::Pair pair;
	pair.key = parse_expression();
	if (!pair.key) {
		return false;
	}
	const bool lua_style = check(Token::EQUAL);
	if (!lua_style && !check(Token::COLON)) {
		error("Expected \":\" and a value after the key, but found " + describe_current() + ".");
		return false;
	}
	if (p_first) {
		p_dictionary->lua_style = lua_style;
	} else if (p_dictionary->lua_style != lua_style) {
		error("A dictionary is written either with \"key: value\" or with \"name = value\" throughout.");
		return false;
	}
	advance();
	if (lua_style) {
		const bool is_string = pair.key->kind == Node::LITERAL && static_cast<LiteralNode *>(pair.key)->value.get_type() == Variant::STRING;
		if (pair.key->kind != Node::IDENTIFIER && !is_string) {
			error_at(pair.key, "The key before \"=\" must be a plain name; other keys are written \"key: value\".");
			return false;
		}
		LiteralNode *name = arena.make<LiteralNode>();
		name->value = is_string ? StringName((String) static_cast<LiteralNode *>(pair.key)->value) : static_cast<IdentifierNode *>(pair.key)->name;
		finish(name, begin_at(pair.key));
		pair.key = name;
	}
	pair.value = parse_expression();
	if (!pair.value) {
		return false;
	}
	p_dictionary->elements.push_back(pair);
	return true;
}

ExpressionNode *GDScriptParser::parse_dictionary() {
	const Span span = begin();
	const Layout before = open_brackets();
	advance();
	DictionaryNode *dictionary = arena.make<DictionaryNode>();
	bool first = true;
	while (!panic && !check(Token::BRACE_CLOSE) && !check(Token::END_OF_FILE)) {
		if (!parse_dictionary_pair(dictionary, first)) {
			break;
		}
		first = false;
		if (!match(Token::COMMA)) {
			break;
		}
	}
	if (!panic) {
		expect(Token::BRACE_CLOSE, "Expected \",\" or \"}\" in the dictionary, but found " + describe_current() + ".");
	}
	close_brackets(before);
	finish(dictionary, span);
	return panic ? nullptr : dictionary;
}

// $Name/Other, $"any path", %Unique/Child, $Name/%Unique. A slash right after a name goes on with the path.
ExpressionNode *GDScriptParser::parse_get_node() {
	const Span span = begin();
	GetNodeNode *node = arena.make<GetNodeNode>();
	const bool dollar = match(Token::DOLLAR);
	bool expects_name = true;
	if (dollar && match(Token::SLASH)) {
		node->path = "/";
	}
	while (expects_name) {
		if (match(Token::PERCENT)) {
			node->path += "%";
		}
		if (check(Token::STRING)) {
			node->path += tokenizer.get_string(advance());
		} else if (peek() != Token::NEWLINE && raw().is_attribute_name()) {
			node->path += tokenizer.get_text(advance());
		} else {
			error("Expected the name of a node in the path, but found " + describe_current() + "; names with special characters are written in quotes: $\"a name\".");
			return nullptr;
		}
		expects_name = match(Token::SLASH);
		if (expects_name) {
			node->path += "/";
		}
	}
	finish(node, span);
	return node;
}

ExpressionNode *GDScriptParser::parse_preload() {
	const Span span = begin();
	advance();
	if (!check(Token::PARENTHESIS_OPEN)) {
		error("Expected \"(\" and a path after \"preload\".");
		return nullptr;
	}
	const Layout before = open_brackets();
	advance();
	PreloadNode *preload = arena.make<PreloadNode>();
	preload->path = parse_expression();
	if (preload->path) {
		match(Token::COMMA);
		expect(Token::PARENTHESIS_CLOSE, "Expected \")\" after the path of \"preload\".");
	}
	close_brackets(before);
	finish(preload, span);
	return panic ? nullptr : preload;
}

// `super(...)` calls the function of the same name in the base class, `super.name(...)` another one.
ExpressionNode *GDScriptParser::parse_super() {
	const Span span = begin();
	const Token &keyword = advance();
	CallNode *call = arena.make<CallNode>();
	call->is_super = true;
	if (match(Token::PERIOD)) {
		const Token &word = raw();
		if (peek() == Token::NEWLINE || !word.is_attribute_name()) {
			error("Expected the name of a function after \"super.\".");
			return nullptr;
		}
		call->callee = make_identifier(advance());
		call->function_name = static_cast<IdentifierNode *>(call->callee)->name;
		if (!check(Token::PARENTHESIS_OPEN)) {
			error("\"super\" only calls functions of the base class; properties are shared with it and need no \"super\".");
			return nullptr;
		}
	} else if (!check(Token::PARENTHESIS_OPEN)) {
		error_at(keyword, "\"super\" is no value; use \"super(...)\" or \"super.function(...)\".");
		return nullptr;
	} else {
		FunctionNode *function = current_function;
		if (!function || function->is_lambda) {
			error_at(keyword, function ? "Inside a lambda write \"super.function_name(...)\", since the lambda itself has no function in the base class." : "\"super(...)\" only works inside a function.");
			return nullptr;
		}
		call->function_name = function->name;
		if (String(function->name) == "_init") {
			function->has_super_call_to_init = true;
		}
	}
	const Layout before = open_brackets();
	advance();
	parse_arguments(call->arguments);
	close_brackets(before);
	finish(call, span);
	return panic ? nullptr : call;
}

ExpressionNode *GDScriptParser::parse_lambda() {
	Nesting nesting(*this);
	if (!nesting.ok) {
		return nullptr;
	}
	const Span span = begin();
	advance();
	LambdaNode *lambda = arena.make<LambdaNode>();
	FunctionNode *function = arena.make<FunctionNode>();
	lambda->function = function;
	function->lambda = lambda;
	function->is_lambda = true;
	function->outer = current_function;
	function->owner_class = current_class;
	function->is_static = current_function && current_function->is_static;
	if (raw().is_name() && peek() != Token::NEWLINE) {
		function->identifier = make_identifier(advance());
		function->name = function->identifier->name;
	} else {
		function->name = StringName("<anonymous lambda>");
	}
	LambdaNode *outer_lambda = current_lambda;
	FunctionNode *outer_function = current_function;
	current_lambda = lambda;
	current_function = function;
	const bool signature_ok = parse_signature(function);
	current_function = outer_function;
	finish(function, span);
	if (signature_ok && expect(Token::COLON, "Expected \":\" and the body of the lambda, but found " + describe_current() + ".")) {
		const Layout before = layout;
		layout.in_brackets = !before.lines_matter || before.in_brackets;
		layout.lines_matter = true;
		parse_function_body(function, "the lambda");
		layout = before;
	}
	current_lambda = outer_lambda;
	finish(function, span);
	finish(lambda, span);
	return panic ? nullptr : lambda;
}
