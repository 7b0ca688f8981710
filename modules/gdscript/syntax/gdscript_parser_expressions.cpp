// Parsing of operators, calls, indices and attributes.
#include "modules/gdscript/syntax/gdscript_parser.h"

using namespace GDScriptAST;

namespace {

enum Precedence {
	PREC_NONE,
	PREC_CAST, // as
	PREC_TERNARY,
	PREC_OR,
	PREC_AND,
	PREC_NOT,
	PREC_IN,
	PREC_COMPARISON,
	PREC_BIT_OR,
	PREC_BIT_XOR,
	PREC_BIT_AND,
	PREC_SHIFT,
	PREC_ADDITION,
	PREC_FACTOR,
	PREC_SIGN,
	PREC_BIT_NOT,
	PREC_POWER,
	PREC_TYPE_TEST,
	PREC_AWAIT,
	PREC_POSTFIX, // Calls, indices, attributes.
};

// Everything that may follow an operand. All associate to the left, the conditional to the right.
struct Infix {
	GDScriptToken::Type token;
	Precedence precedence;
	Variant::Operator op; // OP_MAX: not a plain binary operator.
};

constexpr Infix INFIXES[] = {
	{ GDScriptToken::AS, PREC_CAST, Variant::OP_MAX },
	{ GDScriptToken::IF, PREC_TERNARY, Variant::OP_MAX },
	{ GDScriptToken::OR, PREC_OR, Variant::OP_OR },
	{ GDScriptToken::PIPE_PIPE, PREC_OR, Variant::OP_OR },
	{ GDScriptToken::AND, PREC_AND, Variant::OP_AND },
	{ GDScriptToken::AMPERSAND_AMPERSAND, PREC_AND, Variant::OP_AND },
	{ GDScriptToken::IN, PREC_IN, Variant::OP_IN },
	{ GDScriptToken::NOT, PREC_IN, Variant::OP_MAX },
	{ GDScriptToken::EQUAL_EQUAL, PREC_COMPARISON, Variant::OP_EQUAL },
	{ GDScriptToken::BANG_EQUAL, PREC_COMPARISON, Variant::OP_NOT_EQUAL },
	{ GDScriptToken::LESS, PREC_COMPARISON, Variant::OP_LESS },
	{ GDScriptToken::LESS_EQUAL, PREC_COMPARISON, Variant::OP_LESS_EQUAL },
	{ GDScriptToken::GREATER, PREC_COMPARISON, Variant::OP_GREATER },
	{ GDScriptToken::GREATER_EQUAL, PREC_COMPARISON, Variant::OP_GREATER_EQUAL },
	{ GDScriptToken::PIPE, PREC_BIT_OR, Variant::OP_BIT_OR },
	{ GDScriptToken::CARET, PREC_BIT_XOR, Variant::OP_BIT_XOR },
	{ GDScriptToken::AMPERSAND, PREC_BIT_AND, Variant::OP_BIT_AND },
	{ GDScriptToken::LESS_LESS, PREC_SHIFT, Variant::OP_SHIFT_LEFT },
	{ GDScriptToken::GREATER_GREATER, PREC_SHIFT, Variant::OP_SHIFT_RIGHT },
	{ GDScriptToken::PLUS, PREC_ADDITION, Variant::OP_ADD },
	{ GDScriptToken::MINUS, PREC_ADDITION, Variant::OP_SUBTRACT },
	{ GDScriptToken::STAR, PREC_FACTOR, Variant::OP_MULTIPLY },
	{ GDScriptToken::SLASH, PREC_FACTOR, Variant::OP_DIVIDE },
	{ GDScriptToken::PERCENT, PREC_FACTOR, Variant::OP_MODULE },
	{ GDScriptToken::STAR_STAR, PREC_POWER, Variant::OP_POWER },
	{ GDScriptToken::IS, PREC_TYPE_TEST, Variant::OP_MAX },
	{ GDScriptToken::PERIOD, PREC_POSTFIX, Variant::OP_MAX },
	{ GDScriptToken::BRACKET_OPEN, PREC_POSTFIX, Variant::OP_MAX },
	{ GDScriptToken::PARENTHESIS_OPEN, PREC_POSTFIX, Variant::OP_MAX },
};

struct InfixTable {
	const Infix *entries[GDScriptToken::TYPE_MAX] = {};
	InfixTable() {
		for (const Infix &infix : INFIXES) {
			entries[infix.token] = &infix;
		}
	}
};

const Infix *find_infix(GDScriptToken::Type p_type) {
	static const InfixTable table;
	return table.entries[p_type];
}

} // namespace

ExpressionNode *GDScriptParser::parse_expression() {
	return parse_precedence(PREC_CAST);
}

ExpressionNode *GDScriptParser::parse_precedence(int p_precedence) {
	Nesting nesting(*this);
	if (!nesting.ok) {
		return nullptr;
	}
	ExpressionNode *left = parse_prefix();
	int chain = 0;
	while (left && !panic) {
		const Infix *infix = find_infix(peek());
		if (!infix || infix->precedence < p_precedence) {
			break;
		}
		if (infix->token == Token::NOT && raw(1).type != Token::IN) {
			break;
		}
		if (++chain > MAX_CHAIN) {
			error("This expression is too long; split it with variables.");
			return nullptr;
		}
		left = parse_infix(left);
	}
	return panic ? nullptr : left;
}

ExpressionNode *GDScriptParser::parse_infix(ExpressionNode *p_left) {
	const Infix *infix = find_infix(peek());
	const Span span = begin_at(p_left);
	switch (infix->token) {
		case Token::AS: {
			advance();
			CastNode *cast = arena.make<CastNode>();
			cast->operand = p_left;
			cast->cast_type = parse_type(false);
			finish(cast, span);
			return cast->cast_type ? cast : nullptr;
		}
		case Token::IF:
			return parse_ternary(p_left);
		case Token::IS:
			return parse_type_test(p_left);
		case Token::PERIOD:
			return parse_attribute(p_left);
		case Token::BRACKET_OPEN:
			return parse_index(p_left);
		case Token::PARENTHESIS_OPEN:
			return parse_call(p_left);
		default:
			break;
	}
	const bool negated = match(Token::NOT);
	advance();
	BinaryNode *binary = arena.make<BinaryNode>();
	binary->op = negated ? Variant::OP_IN : infix->op;
	binary->left = p_left;
	binary->right = parse_precedence(infix->precedence + 1);
	finish(binary, span);
	if (!binary->right) {
		return nullptr;
	}
	if (!negated) {
		return binary;
	}
	UnaryNode *inversion = arena.make<UnaryNode>();
	inversion->op = Variant::OP_NOT;
	inversion->operand = binary;
	finish(inversion, span);
	return inversion;
}

ExpressionNode *GDScriptParser::parse_unary(Variant::Operator p_op, int p_precedence) {
	const Span span = begin();
	advance();
	// A sign before a literal belongs to it: -2 ** 2 is 4, and -9223372036854775808 has no positive counterpart.
	if (p_op == Variant::OP_NEGATE && check(Token::NUMBER) && !raw().space_before) {
		LiteralNode *literal = arena.make<LiteralNode>();
		const Token &number = advance();
		literal->value = tokenizer.get_number(number, true);
		note_large_number(number);
		finish(literal, span);
		return literal;
	}
	UnaryNode *unary = arena.make<UnaryNode>();
	unary->op = p_op;
	unary->operand = parse_precedence(p_precedence);
	finish(unary, span);
	return unary->operand ? unary : nullptr;
}

ExpressionNode *GDScriptParser::parse_ternary(ExpressionNode *p_left) {
	const Span span = begin_at(p_left);
	advance();
	TernaryNode *ternary = arena.make<TernaryNode>();
	ternary->if_true = p_left;
	ternary->condition = parse_expression();
	if (!ternary->condition || !expect(Token::ELSE, "A conditional expression needs \"else\": \"a if condition else b\".")) {
		return nullptr;
	}
	ternary->if_false = parse_precedence(PREC_TERNARY);
	finish(ternary, span);
	return ternary->if_false ? ternary : nullptr;
}

ExpressionNode *GDScriptParser::parse_type_test(ExpressionNode *p_left) {
	const Span span = begin_at(p_left);
	advance();
	const bool negated = match(Token::NOT);
	TypeTestNode *test = arena.make<TypeTestNode>();
	test->operand = p_left;
	test->test_type = parse_type(false);
	finish(test, span);
	if (!test->test_type) {
		return nullptr;
	}
	if (!negated) {
		return test;
	}
	UnaryNode *inversion = arena.make<UnaryNode>();
	inversion->op = Variant::OP_NOT;
	inversion->operand = test;
	finish(inversion, span);
	return inversion;
}

ExpressionNode *GDScriptParser::parse_attribute(ExpressionNode *p_left) {
	const Span span = begin_at(p_left);
	advance();
	// The word itself, even where it is reserved.
	const Token &word = raw();
	if (peek() == Token::NEWLINE || !word.is_attribute_name()) {
		error("Expected the name of a property or method after \".\", but found " + describe_current() + ".");
		return nullptr;
	}
	SubscriptNode *subscript = arena.make<SubscriptNode>();
	subscript->base = p_left;
	subscript->is_attribute = true;
	subscript->attribute = make_identifier(advance());
	finish(subscript, span);
	return subscript;
}

ExpressionNode *GDScriptParser::parse_index(ExpressionNode *p_left) {
	const Span span = begin_at(p_left);
	const Layout before = open_brackets();
	advance();
	SubscriptNode *subscript = arena.make<SubscriptNode>();
	subscript->base = p_left;
	subscript->index = parse_expression();
	if (subscript->index) {
		expect(Token::BRACKET_CLOSE, "Expected \"]\" after the index, but found " + describe_current() + ".");
	}
	close_brackets(before);
	finish(subscript, span);
	return panic ? nullptr : subscript;
}

ExpressionNode *GDScriptParser::parse_call(ExpressionNode *p_left) {
	const Span span = begin_at(p_left);
	CallNode *call = arena.make<CallNode>();
	call->callee = p_left;
	const bool is_attribute = p_left->kind == Node::SUBSCRIPT && static_cast<SubscriptNode *>(p_left)->is_attribute;
	if (p_left->in_parentheses || (p_left->kind != Node::IDENTIFIER && !is_attribute)) {
		error_at(p_left, "Only a named function can be called like this; a Callable is called with \".call(...)\".");
		return nullptr;
	}
	if (is_attribute) {
		const SubscriptNode *subscript = static_cast<SubscriptNode *>(p_left);
		call->base = subscript->base;
		call->function_name = subscript->attribute->name;
	} else {
		call->function_name = static_cast<IdentifierNode *>(p_left)->name;
	}
	const Layout before = open_brackets();
	advance();
	parse_arguments(call->arguments);
	close_brackets(before);
	finish(call, span);
	return panic ? nullptr : call;
}

// Behind the opening parenthesis, to the closing one.
bool GDScriptParser::parse_arguments(LocalVector<ExpressionNode *> &r_arguments) {
	while (!panic && !check(Token::PARENTHESIS_CLOSE) && !check(Token::END_OF_FILE)) {
		ExpressionNode *argument = parse_expression();
		if (!argument) {
			return false;
		}
		if (check(Token::EQUAL)) {
			error("Arguments are given by position; GDScript has no named arguments, and an assignment is no expression.");
			return false;
		}
		r_arguments.push_back(argument);
		if (!match(Token::COMMA)) {
			break;
		}
	}
	if (panic) {
		return false;
	}
	return expect(Token::PARENTHESIS_CLOSE, "Expected \",\" or \")\" in the arguments, but found " + describe_current() + ".");
}

ExpressionNode *GDScriptParser::parse_prefix() {
	switch (peek()) {
		case Token::MINUS:
			return parse_unary(Variant::OP_NEGATE, PREC_SIGN);
		case Token::PLUS:
			return parse_unary(Variant::OP_POSITIVE, PREC_SIGN);
		case Token::TILDE:
			return parse_unary(Variant::OP_BIT_NEGATE, PREC_BIT_NOT);
		case Token::NOT:
		case Token::BANG:
			return parse_unary(Variant::OP_NOT, PREC_NOT);
		case Token::AWAIT:
			return parse_await();
		case Token::NUMBER:
		case Token::STRING:
		case Token::STRING_NAME:
		case Token::NODE_PATH:
		case Token::TRUE:
		case Token::FALSE:
		case Token::NULL_:
			return parse_literal();
		case Token::IDENTIFIER:
		case Token::MATCH:
		case Token::WHEN:
			return make_identifier(advance());
		case Token::SELF: {
			const Span span = begin();
			advance();
			SelfNode *self = make<SelfNode>(span);
			self->current_class = current_class;
			return self;
		}
		case Token::PARENTHESIS_OPEN:
			return parse_grouping();
		case Token::BRACKET_OPEN:
			return parse_array();
		case Token::BRACE_OPEN:
			return parse_dictionary();
		case Token::DOLLAR:
		case Token::PERCENT:
			return parse_get_node();
		case Token::PRELOAD:
			return parse_preload();
		case Token::SUPER:
			return parse_super();
		case Token::FUNC:
			return parse_lambda();
		case Token::YIELD:
			error("\"yield\" is gone; use \"await\".");
			return nullptr;
		default:
			error("Expected an expression, but found " + describe_current() + ".");
			return nullptr;
	}
}

ExpressionNode *GDScriptParser::parse_await() {
	const Span span = begin();
	advance();
	AwaitNode *await = arena.make<AwaitNode>();
	await->operand = parse_precedence(PREC_AWAIT);
	finish(await, span);
	if (!await->operand) {
		return nullptr;
	}
	if (await->operand->kind == Node::CALL) {
		static_cast<CallNode *>(await->operand)->is_awaited = true;
	}
	if (current_function) {
		current_function->is_coroutine = true;
	}
	return await;
}
