// Parsing of statements.
#include "modules/gdscript/syntax/gdscript_annotations.h"
#include "modules/gdscript/syntax/gdscript_parser.h"

using namespace GDScriptAST;
using Info = GDScriptAnnotationInfo;

namespace {

// The operator of a compound assignment; OP_MAX for plain `=` and for what is no assignment.
Variant::Operator compound_operator(GDScriptToken::Type p_type) {
	switch (p_type) {
		case GDScriptToken::PLUS_EQUAL:
			return Variant::OP_ADD;
		case GDScriptToken::MINUS_EQUAL:
			return Variant::OP_SUBTRACT;
		case GDScriptToken::STAR_EQUAL:
			return Variant::OP_MULTIPLY;
		case GDScriptToken::STAR_STAR_EQUAL:
			return Variant::OP_POWER;
		case GDScriptToken::SLASH_EQUAL:
			return Variant::OP_DIVIDE;
		case GDScriptToken::PERCENT_EQUAL:
			return Variant::OP_MODULE;
		case GDScriptToken::LESS_LESS_EQUAL:
			return Variant::OP_SHIFT_LEFT;
		case GDScriptToken::GREATER_GREATER_EQUAL:
			return Variant::OP_SHIFT_RIGHT;
		case GDScriptToken::AMPERSAND_EQUAL:
			return Variant::OP_BIT_AND;
		case GDScriptToken::PIPE_EQUAL:
			return Variant::OP_BIT_OR;
		case GDScriptToken::CARET_EQUAL:
			return Variant::OP_BIT_XOR;
		default:
			return Variant::OP_MAX;
	}
}

// Annotations before a statement with blocks speak of what stands before its first colon.
int end_line_of_head(const Node *p_statement) {
	const ExpressionNode *head = nullptr;
	switch (p_statement->kind) {
		case Node::IF:
			head = static_cast<const IfNode *>(p_statement)->condition;
			break;
		case Node::FOR:
			head = static_cast<const ForNode *>(p_statement)->list;
			break;
		case Node::WHILE:
			head = static_cast<const WhileNode *>(p_statement)->condition;
			break;
		case Node::MATCH:
			head = static_cast<const MatchNode *>(p_statement)->test;
			break;
		default:
			break;
	}
	return head ? head->end_line : p_statement->start_line;
}

} // namespace

// The block behind a colon.
SuiteNode *GDScriptParser::parse_suite(const char *p_after) {
	const Span span = begin();
	SuiteNode *suite = arena.make<SuiteNode>();
	suite->parent = current_suite;
	suite->is_in_loop = in_loop;
	Nesting nesting(*this);
	if (!nesting.ok) {
		return suite;
	}
	SuiteNode *outer = current_suite;
	current_suite = suite;
	LocalVector<AnnotationNode *> outer_annotations = std::move(pending_annotations);
	pending_annotations.clear();
	parse_block(p_after, false, [this, suite]() { parse_statement_into(suite); });
	if (!panic) {
		refuse_pending_annotations();
	}
	pending_annotations = std::move(outer_annotations);
	current_suite = outer;
	finish(suite, span);
	return suite;
}

void GDScriptParser::parse_statement_into(SuiteNode *p_suite) {
	if (!p_suite->statements.is_empty() && skip_semicolons()) {
		return;
	}
	take_carried_annotations();
	if (check(Token::ANNOTATION)) {
		if (!parse_annotations(false)) {
			return;
		}
	}
	check_indentation(raw());
	if (panic) {
		pending_annotations.clear();
		return;
	}
	LocalVector<AnnotationNode *> annotations = std::move(pending_annotations);
	pending_annotations.clear();
	Node *statement = parse_statement();
	if (panic || !statement) {
		return;
	}
	pending_annotations = std::move(annotations);
	if (!pending_annotations.is_empty()) {
		// Kept with the class: only their lines matter.
		const bool has_block = statement->kind >= Node::IF && statement->kind <= Node::MATCH;
		LocalVector<AnnotationNode *> taken;
		take_annotations(Info::STATEMENT, has_block ? nullptr : statement, taken);
		for (AnnotationNode *annotation : taken) {
			annotation->end_line = MAX(annotation->end_line, end_line_of_head(statement));
			current_class->annotations.push_back(annotation);
		}
	}
	p_suite->statements.push_back(statement);
}

Node *GDScriptParser::parse_statement() {
	const Span span = begin();
	switch (peek()) {
		case Token::VAR:
			advance();
			return parse_variable(span, false);
		case Token::CONST:
			advance();
			return parse_constant(span);
		case Token::IF:
			return parse_if();
		case Token::FOR:
			return parse_for();
		case Token::WHILE:
			return parse_while();
		case Token::MATCH:
			return parse_match(); // A statement cannot begin with a name like that.
		case Token::RETURN:
			return parse_return();
		case Token::ASSERT:
			return parse_assert();
		case Token::BREAK:
		case Token::CONTINUE:
			return parse_loop_jump();
		case Token::PASS:
		case Token::BREAKPOINT:
			return parse_simple_statement(span);
		default:
			return refuse_misplaced_statement() ? nullptr : parse_expression_statement();
	}
}

Node *GDScriptParser::parse_simple_statement(const Span &p_span) {
	const Token::Type type = advance().type;
	Node *node = type == Token::PASS ? (Node *)make<PassNode>(p_span) : (Node *)make<BreakpointNode>(p_span);
	end_statement(type == Token::PASS ? "\"pass\"" : "\"breakpoint\"");
	return node;
}

bool GDScriptParser::refuse_misplaced_statement() {
	const Token::Type type = peek();
	switch (type) {
		case Token::ELIF:
		case Token::ELSE:
			error(String("\"") + Token::get_type_name(type) + "\" has no \"if\" before it at the same indentation.");
			return true;
		case Token::CLASS:
		case Token::CLASS_NAME:
		case Token::ENUM:
		case Token::EXTENDS:
		case Token::SIGNAL:
		case Token::STATIC:
			error(String("\"") + Token::get_type_name(type) + "\" declares a member of a class and cannot stand inside a function.");
			return true;
		case Token::SEMICOLON:
			error("There is no statement before the \";\".");
			return true;
		default:
			return false;
	}
}

Node *GDScriptParser::parse_loop_jump() {
	const Span span = begin();
	const Token &token = advance();
	const bool is_break = token.type == Token::BREAK;
	if (!in_loop) {
		error_at(token, is_break ? "\"break\" only works inside a loop." : "\"continue\" only works inside a loop.");
		return nullptr;
	}
	Node *node = is_break ? (Node *)make<BreakNode>(span) : (Node *)make<ContinueNode>(span);
	end_statement(is_break ? "\"break\"" : "\"continue\"");
	return node;
}

// One `if` or `elif` with its block. The block of an `else` belongs to the last of them.
IfNode *GDScriptParser::parse_branch() {
	const Span span = begin();
	const char *keyword = Token::get_type_name(advance().type);
	IfNode *node = arena.make<IfNode>();
	node->condition = parse_expression();
	if (!node->condition || !expect_colon("Expected \":\" after the condition of \"" + String(keyword) + "\", but found " + describe_current() + ".")) {
		return nullptr;
	}
	finish(node, span);
	node->true_block = parse_suite(keyword);
	if (!panic && at_line_of_block() && raw().type == Token::ELSE) {
		accept_line_start();
		advance();
		if (expect_colon("Expected \":\" after \"else\", but found " + describe_current() + ".")) {
			node->false_block = parse_suite("else");
		}
	}
	finish(node, span);
	return node;
}

// A row of `elif` is nested in the tree, but no recursion here, so that it may be long.
Node *GDScriptParser::parse_if() {
	Nesting nesting(*this);
	if (!nesting.ok) {
		return nullptr;
	}
	SuiteNode *outer = current_suite;
	IfNode *first = parse_branch();
	LocalVector<IfNode *> row;
	for (IfNode *node = first; node;) {
		row.push_back(node);
		if (panic || node->false_block || !at_line_of_block() || raw().type != Token::ELIF) {
			break;
		}
		accept_line_start();
		SuiteNode *suite = arena.make<SuiteNode>();
		suite->parent = current_suite;
		suite->is_in_loop = in_loop;
		current_suite = suite;
		const Span span = begin();
		node->false_block = suite;
		node = parse_branch();
		if (node) {
			suite->statements.push_back(node);
		}
		finish(suite, span);
	}
	current_suite = outer;
	for (IfNode *node : row) {
		node->end_line = row[row.size() - 1]->end_line;
		node->end_column = row[row.size() - 1]->end_column;
		if (node->false_block) {
			node->false_block->end_line = node->end_line;
			node->false_block->end_column = node->end_column;
		}
	}
	return first;
}

Node *GDScriptParser::parse_for() {
	const Span span = begin();
	advance();
	IdentifierNode *identifier = expect_name("the loop variable");
	if (!identifier) {
		return nullptr;
	}
	ForNode *node = arena.make<ForNode>();
	node->variable = arena.make<LoopVariableNode>();
	node->variable->name = identifier->name;
	node->variable->owner = current_function;
	finish(node->variable, begin_at(identifier));
	if (match(Token::COLON)) {
		node->type_specifier = parse_type(false);
		if (!node->type_specifier) {
			return nullptr;
		}
	}
	if (!expect(Token::IN, "Expected \"in\" after the loop variable, but found " + describe_current() + ".")) {
		return nullptr;
	}
	node->list = parse_expression();
	if (!node->list || !expect_colon("Expected \":\" after what \"for\" goes through, but found " + describe_current() + ".")) {
		return nullptr;
	}
	finish(node, span);
	const bool outer_in_loop = in_loop;
	in_loop = true;
	node->body = parse_suite("for");
	in_loop = outer_in_loop;
	return node;
}

Node *GDScriptParser::parse_while() {
	const Span span = begin();
	advance();
	WhileNode *node = arena.make<WhileNode>();
	node->condition = parse_expression();
	if (!node->condition || !expect_colon("Expected \":\" after the condition of \"while\", but found " + describe_current() + ".")) {
		return nullptr;
	}
	finish(node, span);
	const bool outer_in_loop = in_loop;
	in_loop = true;
	node->body = parse_suite("while");
	in_loop = outer_in_loop;
	return node;
}

Node *GDScriptParser::parse_return() {
	const Span span = begin();
	const Token &token = advance();
	if (!current_function) {
		error_at(token, "\"return\" only works inside a function.");
		return nullptr;
	}
	ReturnNode *node = arena.make<ReturnNode>();
	const bool closes = layout.in_brackets && (check(Token::COMMA) || check(Token::PARENTHESIS_CLOSE) || check(Token::BRACKET_CLOSE) || check(Token::BRACE_CLOSE));
	if (!check(Token::NEWLINE) && !check(Token::SEMICOLON) && !check(Token::END_OF_FILE) && !closes) {
		node->value = parse_expression();
		if (!node->value) {
			return nullptr;
		}
		current_function->returns_value = true;
	}
	finish(node, span);
	end_statement("the value that is returned");
	return node;
}

Node *GDScriptParser::parse_assert() {
	const Span span = begin();
	advance();
	if (!check(Token::PARENTHESIS_OPEN)) {
		error("Expected \"(\" after \"assert\": assert(condition, \"message\").");
		return nullptr;
	}
	const Layout before = open_brackets();
	advance();
	LocalVector<ExpressionNode *> arguments;
	parse_arguments(arguments);
	close_brackets(before);
	if (panic) {
		return nullptr;
	}
	AssertNode *node = arena.make<AssertNode>();
	finish(node, span);
	if (arguments.is_empty() || arguments.size() > 2) {
		error_at(node, "\"assert\" takes a condition and, if you like, a message.");
		return nullptr;
	}
	node->condition = arguments[0];
	node->message = arguments.size() > 1 ? arguments[1] : nullptr;
	end_statement("\"assert\"");
	return node;
}

Node *GDScriptParser::parse_expression_statement() {
	const Span span = begin();
	ExpressionNode *expression = parse_expression();
	if (!expression) {
		return nullptr;
	}
	const Token::Type type = peek();
	const Variant::Operator op = compound_operator(type);
	if (op == Variant::OP_MAX && type != Token::EQUAL) {
		if (expression->kind == Node::LAMBDA) {
			error_at(expression, "A function inside a function is a value: assign it to a variable, or move it out of this function.");
			return nullptr;
		}
		if (expression->kind == Node::CALL) {
			static_cast<CallNode *>(expression)->is_statement = true;
		}
		end_statement("the expression");
		return expression;
	}
	if (expression->kind != Node::IDENTIFIER && expression->kind != Node::SUBSCRIPT) {
		error_at(expression, "Only a variable, an attribute or an element can be assigned to.");
		return nullptr;
	}
	advance();
	AssignmentNode *assignment = arena.make<AssignmentNode>();
	assignment->is_compound = op != Variant::OP_MAX;
	assignment->op = op == Variant::OP_MAX ? Variant::OP_ADD : op;
	assignment->target = expression;
	assignment->value = parse_expression();
	if (!assignment->value) {
		return nullptr;
	}
	finish(assignment, span);
	if (check(Token::EQUAL)) {
		error("An assignment has no value, so assignments cannot be chained.");
		return nullptr;
	}
	end_statement("the assignment");
	return assignment;
}
