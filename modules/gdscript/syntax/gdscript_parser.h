// Builds the syntax tree of one file.
#pragma once

#include "modules/gdscript/syntax/gdscript_source.h"
#include "modules/gdscript/syntax/gdscript_tokenizer.h"

// Recursive descent; binary operators by precedence. Line ends and indentation are judged here, by the first token of a
// line: inside brackets they mean nothing, and inside the body of a lambda inside brackets they mean something again.
// Errors go to the file; after one the parser skips to the next statement, so that several are found. Nesting is bounded.
class GDScriptParser {
public:
	// Deeper nesting of expressions and blocks is an error: it would cost too much stack here and in later stages.
	static constexpr int MAX_DEPTH = 400;
	// Longest chain of binary operators, calls and indices: a + b + c …
	static constexpr int MAX_CHAIN = 1000;

	explicit GDScriptParser(GDScriptSource &r_file);
	// Fills in the file's tree, errors and ignored warnings.
	void parse();

private:
	using Token = GDScriptToken;

	// Which lines and indentation count where we are.
	struct Layout {
		bool lines_matter = true;
		int bracket = -1; // The token that opened the innermost bracket around.
		bool in_brackets = false; // In a lambda whose expression stands inside brackets: a closing bracket or comma ends its body.
		int indent = 0; // Of the statements of the innermost block.
	};
	struct Nesting {
		GDScriptParser &parser;
		bool ok;
		explicit Nesting(GDScriptParser &p_parser);
		~Nesting() { parser.depth--; }
	};
	// Where a node begins; ends it at the last token consumed.
	struct Span {
		int line;
		int column;
	};

	GDScriptSource &file;
	GDScriptArena &arena;
	GDScriptTokenizer tokenizer;
	const LocalVector<Token> &tokens;
	int position = 0;
	int line_start_accepted = -1; // The first token of a line that may be consumed as the start of a statement.
	Layout layout;
	int depth = 0;
	const char *told_hint_follows = ""; // Words, between spaces, that begin the parts of a foreign statement that was told already.
	bool told_braces = false; // Blocks in braces were told: that closing ones begin lines is no news.
	bool panic = false; // An error was reported in this statement: the rest of it is skipped silently.
	bool indent_style_known = false;
	bool indents_with_spaces = false;

	GDScriptAST::ClassNode *current_class = nullptr;
	GDScriptAST::FunctionNode *current_function = nullptr;
	GDScriptAST::SuiteNode *current_suite = nullptr;
	GDScriptAST::LambdaNode *current_lambda = nullptr;
	bool in_loop = false;
	LocalVector<GDScriptAST::AnnotationNode *> pending_annotations;
	LocalVector<GDScriptAST::AnnotationNode *> carried_annotations; // The last things of a block: they are for what follows it.
	bool previous_is_standalone = false; // The annotation read last belongs to no declaration.

	// Cursor (gdscript_parser.cpp).
	const Token &raw(int p_ahead = 0) const;
	const Token &previous() const { return tokens[position > 0 ? position - 1 : 0]; }
	Token::Type peek() const;
	bool check(Token::Type p_type) const { return peek() == p_type; }
	bool check_word(const char *p_word);
	const Token &advance();
	bool match(Token::Type p_type);
	bool expect(Token::Type p_type, const String &p_message);
	// The same for the colon before a block; where only the colon is missing, the block is read all the same.
	bool expect_colon(const String &p_message);
	static bool is_closing(Token::Type p_type) { // What ends a part of an expression in brackets.
		return p_type == Token::COMMA || p_type == Token::PARENTHESIS_CLOSE || p_type == Token::BRACKET_CLOSE || p_type == Token::BRACE_CLOSE;
	}
	bool at_line_of_block() const; // At the first token of a line that has the indentation of this block.
	void accept_line_start() { line_start_accepted = position; }
	String describe_current() const;
	Layout open_brackets();
	void close_brackets(const Layout &p_before) { layout = p_before; }

	// Errors.
	void error(const String &p_message); // At the current token, with a hint where another language shows through.
	void error_at(const Token &p_token, const String &p_message);
	void error_at(const GDScriptAST::Node *p_node, const String &p_message);
	void report(int p_line, int p_column, int p_end_line, int p_end_column, const String &p_message);
	void check_indentation(const Token &p_token);

	// Hints (gdscript_parser_hints.cpp): what to put behind an error at the current token, or nothing.
	String get_hint();
	String hint_for_word(const Token &p_token);
	String hint_for_symbols() const;
	String hint_for_unclosed_bracket() const;
	bool is_bracket_open() const; // Where this line cannot go on, but a bracket of a line before is not closed.
	void note_open_bracket(ScriptDiagnostic &r_diagnostic) const;
	const Token &first_of_line() const;
	bool is_pair(int p_ahead, Token::Type p_first, Token::Type p_second) const; // Two tokens from there on without space between.
	bool continues_told_hint() const;
	bool end_statement(const char *p_what);
	bool skip_semicolons();
	void recover(const Layout &p_layout);

	// Nodes.
	Span begin() const { return { raw().line, raw().column }; }
	Span begin_at(const GDScriptAST::Node *p_node) const { return { p_node->start_line, p_node->start_column }; }
	void finish(GDScriptAST::Node *p_node, const Span &p_span);
	GDScriptAST::IdentifierNode *make_identifier(const Token &p_token);
	GDScriptAST::IdentifierNode *expect_name(const char *p_of_what);
	template <typename T>
	T *make(const Span &p_span) {
		T *node = arena.make<T>();
		finish(node, p_span);
		return node;
	}

	// Blocks: runs p_parse_item for every statement of an indented block, or for those on the rest of this line (p_one_item_a_line:
	// for the first of them only).
	template <typename F>
	bool parse_block(const char *p_after, bool p_one_item_a_line, F p_parse_item);

	// Classes and their members (gdscript_parser_class.cpp).
	void parse_class_item();
	void parse_class_declaration();
	void parse_static_member(const Span &p_span);
	bool parse_annotations(bool p_in_class);
	void parse_annotation(bool p_in_class);
	void place_script_annotation(GDScriptAST::AnnotationNode *p_annotation);
	void place_group_annotation(GDScriptAST::AnnotationNode *p_annotation);
	void take_annotations(uint32_t p_target, GDScriptAST::Node *p_node, LocalVector<GDScriptAST::AnnotationNode *> &r_annotations);
	void take_script_annotations();
	void refuse_pending_annotations();
	void take_carried_annotations();
	void parse_class_name();
	void parse_extends();
	void parse_inner_class();
	bool is_one_line_class_at_its_end();
	void parse_enum();
	void parse_enum_values(GDScriptAST::EnumNode *p_enum);
	void parse_signal();
	void parse_member_variable(const Span &p_span, bool p_is_static);
	void parse_member_constant();
	void parse_function(const Span &p_span, bool p_is_static);
	void parse_property(GDScriptAST::VariableNode *p_variable);
	void parse_accessor(GDScriptAST::VariableNode *p_variable, bool p_one_line);
	void parse_accessor_body(GDScriptAST::VariableNode *p_variable, bool p_is_getter, const Span &p_span);
	void add_member(GDScriptAST::ClassNode::Member::Kind p_kind, const GDScriptAST::IdentifierNode *p_name, GDScriptAST::Node *p_node, int p_enum_index = -1);

	// Types and signatures (gdscript_parser_types.cpp).
	GDScriptAST::TypeNode *parse_type(bool p_allow_void);
	bool parse_signature(GDScriptAST::FunctionNode *p_function);
	GDScriptAST::ParameterNode *parse_parameter(bool p_in_signal);
	GDScriptAST::VariableNode *parse_variable(const Span &p_span, bool p_is_member);
	GDScriptAST::ConstantNode *parse_constant(const Span &p_span);
	void parse_function_body(GDScriptAST::FunctionNode *p_function, const char *p_after);

	// Statements (gdscript_parser_statements.cpp).
	GDScriptAST::SuiteNode *parse_suite(const char *p_after);
	void parse_statement_into(GDScriptAST::SuiteNode *p_suite);
	GDScriptAST::Node *parse_statement();
	GDScriptAST::Node *parse_simple_statement(const Span &p_span);
	GDScriptAST::Node *parse_if();
	GDScriptAST::IfNode *parse_branch();
	GDScriptAST::Node *parse_for();
	GDScriptAST::Node *parse_while();
	GDScriptAST::Node *parse_return();
	GDScriptAST::Node *parse_assert();
	GDScriptAST::Node *parse_expression_statement();
	GDScriptAST::Node *parse_loop_jump();
	bool refuse_misplaced_statement();

	// match (gdscript_parser_match.cpp).
	GDScriptAST::Node *parse_match();
	GDScriptAST::MatchBranchNode *parse_match_branch();
	GDScriptAST::PatternNode *parse_pattern();
	void parse_array_pattern(GDScriptAST::PatternNode *p_pattern);
	void parse_dictionary_pattern(GDScriptAST::PatternNode *p_pattern);

	// Expressions (gdscript_parser_expressions.cpp, gdscript_parser_primary.cpp).
	GDScriptAST::ExpressionNode *parse_expression();
	GDScriptAST::ExpressionNode *parse_precedence(int p_precedence);
	GDScriptAST::ExpressionNode *parse_prefix();
	GDScriptAST::ExpressionNode *parse_infix(GDScriptAST::ExpressionNode *p_left);
	GDScriptAST::ExpressionNode *parse_unary(Variant::Operator p_op, int p_precedence);
	GDScriptAST::ExpressionNode *parse_ternary(GDScriptAST::ExpressionNode *p_left);
	GDScriptAST::ExpressionNode *parse_type_test(GDScriptAST::ExpressionNode *p_left);
	GDScriptAST::ExpressionNode *parse_attribute(GDScriptAST::ExpressionNode *p_left);
	GDScriptAST::ExpressionNode *parse_index(GDScriptAST::ExpressionNode *p_left);
	GDScriptAST::ExpressionNode *parse_call(GDScriptAST::ExpressionNode *p_left);
	bool parse_arguments(LocalVector<GDScriptAST::ExpressionNode *> &r_arguments);
	GDScriptAST::ExpressionNode *parse_literal();
	void note_large_number(const Token &p_token);
	GDScriptAST::ExpressionNode *parse_grouping();
	GDScriptAST::ExpressionNode *parse_array();
	GDScriptAST::ExpressionNode *parse_dictionary();
	bool parse_dictionary_pair(GDScriptAST::DictionaryNode *p_dictionary, bool p_first);
	GDScriptAST::ExpressionNode *parse_get_node();
	GDScriptAST::ExpressionNode *parse_preload();
	GDScriptAST::ExpressionNode *parse_super();
	GDScriptAST::ExpressionNode *parse_await();
	GDScriptAST::ExpressionNode *parse_lambda();
};

template <typename F>
bool GDScriptParser::parse_block(const char *p_after, bool p_one_item_a_line, F p_parse_item) {
	if (panic) {
		return false;
	}
	const Layout before = layout;
	if (!check(Token::NEWLINE) && !check(Token::END_OF_FILE)) {
		// The rest of the line.
		const int line_index = position;
		while (true) {
			p_parse_item();
			if (p_one_item_a_line || panic || position == line_index || peek() == Token::NEWLINE || peek() == Token::END_OF_FILE || raw().first_on_line || previous().type != Token::SEMICOLON) {
				break;
			}
		}
		return true;
	}
	const Token &first = raw();
	if (first.type == Token::END_OF_FILE || first.indent <= layout.indent) {
		const Token &last = previous();
		report(last.line, last.column, last.end_line, last.end_column, String("Expected an indented block after ") + p_after + "; write \"pass\" if there is nothing to do.");
		return false;
	}
	layout.indent = first.indent;
	const int indent = first.indent;
	while (raw().first_on_line && raw().type != Token::END_OF_FILE && raw().indent >= indent) {
		if (!p_one_item_a_line && layout.in_brackets && is_closing(raw().type)) {
			break; // Ends the lambda, however deep it stands.
		}
		if (raw().indent > layout.indent) {
			check_indentation(raw());
			error_at(raw(), "This line is indented deeper than its block; only a line that ends in \":\" is followed by a deeper one.");
			recover(layout);
			continue;
		}
		// One line, which may hold several statements.
		do {
			accept_line_start();
			const int start = position;
			const Layout inside = layout;
			p_parse_item();
			if (panic || position == start) {
				layout = inside;
				if (position == start) {
					position += raw().type == Token::END_OF_FILE ? 0 : 1;
				}
				recover(inside);
				break;
			}
		} while (!raw().first_on_line && previous().type == Token::SEMICOLON);
		if (!raw().first_on_line) {
			break; // The closing bracket after the body of a lambda.
		}
	}
	layout = before;
	if (raw().type != Token::END_OF_FILE && raw().first_on_line && raw().indent > before.indent && raw().indent < indent) {
		check_indentation(raw());
		error_at(raw(), "This line's indentation matches no block around it.");
	}
	return true;
}
