// Splits GDScript source text into tokens.
#pragma once

#include "core/string/string_name.h"
#include "core/string/ustring.h"
#include "core/templates/local_vector.h"
#include "core/variant/variant.h"

// Token kinds: X(name, text). The text is how messages call it; for keywords and symbols it is also how they are spelled.
#define GDSCRIPT_TOKENS_LITERAL(X) \
	X(NONE, "nothing") \
	X(IDENTIFIER, "identifier") \
	X(ANNOTATION, "annotation") \
	X(NUMBER, "number") \
	X(STRING, "string") \
	X(STRING_NAME, "StringName") \
	X(NODE_PATH, "NodePath")

#define GDSCRIPT_TOKENS_SYMBOL(X) \
	X(LESS, "<") \
	X(LESS_EQUAL, "<=") \
	X(GREATER, ">") \
	X(GREATER_EQUAL, ">=") \
	X(EQUAL_EQUAL, "==") \
	X(BANG_EQUAL, "!=") \
	X(AMPERSAND_AMPERSAND, "&&") \
	X(PIPE_PIPE, "||") \
	X(BANG, "!") \
	X(AMPERSAND, "&") \
	X(PIPE, "|") \
	X(TILDE, "~") \
	X(CARET, "^") \
	X(LESS_LESS, "<<") \
	X(GREATER_GREATER, ">>") \
	X(PLUS, "+") \
	X(MINUS, "-") \
	X(STAR, "*") \
	X(STAR_STAR, "**") \
	X(SLASH, "/") \
	X(PERCENT, "%") \
	X(EQUAL, "=") \
	X(PLUS_EQUAL, "+=") \
	X(MINUS_EQUAL, "-=") \
	X(STAR_EQUAL, "*=") \
	X(STAR_STAR_EQUAL, "**=") \
	X(SLASH_EQUAL, "/=") \
	X(PERCENT_EQUAL, "%=") \
	X(LESS_LESS_EQUAL, "<<=") \
	X(GREATER_GREATER_EQUAL, ">>=") \
	X(AMPERSAND_EQUAL, "&=") \
	X(PIPE_EQUAL, "|=") \
	X(CARET_EQUAL, "^=") \
	X(BRACKET_OPEN, "[") \
	X(BRACKET_CLOSE, "]") \
	X(BRACE_OPEN, "{") \
	X(BRACE_CLOSE, "}") \
	X(PARENTHESIS_OPEN, "(") \
	X(PARENTHESIS_CLOSE, ")") \
	X(COMMA, ",") \
	X(SEMICOLON, ";") \
	X(PERIOD, ".") \
	X(PERIOD_PERIOD, "..") \
	X(PERIOD_PERIOD_PERIOD, "...") \
	X(COLON, ":") \
	X(DOLLAR, "$") \
	X(FORWARD_ARROW, "->") \
	X(UNDERSCORE, "_")

#define GDSCRIPT_TOKENS_KEYWORD(X) \
	X(AND, "and") \
	X(AS, "as") \
	X(ASSERT, "assert") \
	X(AWAIT, "await") \
	X(BREAK, "break") \
	X(BREAKPOINT, "breakpoint") \
	X(CLASS, "class") \
	X(CLASS_NAME, "class_name") \
	X(CONST, "const") \
	X(CONTINUE, "continue") \
	X(ELIF, "elif") \
	X(ELSE, "else") \
	X(ENUM, "enum") \
	X(EXTENDS, "extends") \
	X(FALSE, "false") \
	X(FOR, "for") \
	X(FUNC, "func") \
	X(IF, "if") \
	X(IN, "in") \
	X(IS, "is") \
	X(MATCH, "match") \
	X(NAMESPACE, "namespace") \
	X(NOT, "not") \
	X(NULL_, "null") \
	X(OR, "or") \
	X(PASS, "pass") \
	X(PRELOAD, "preload") \
	X(RETURN, "return") \
	X(SELF, "self") \
	X(SIGNAL, "signal") \
	X(STATIC, "static") \
	X(SUPER, "super") \
	X(TRAIT, "trait") \
	X(TRUE, "true") \
	X(VAR, "var") \
	X(VOID, "void") \
	X(WHEN, "when") \
	X(WHILE, "while") \
	X(YIELD, "yield")

struct GDScriptToken {
	enum Type : uint8_t {
#define GDSCRIPT_TOKEN_ENUM(m_name, m_text) m_name,
		GDSCRIPT_TOKENS_LITERAL(GDSCRIPT_TOKEN_ENUM)
				GDSCRIPT_TOKENS_SYMBOL(GDSCRIPT_TOKEN_ENUM)
						GDSCRIPT_TOKENS_KEYWORD(GDSCRIPT_TOKEN_ENUM)
#undef GDSCRIPT_TOKEN_ENUM
								NEWLINE, // Never in the list of tokens: what the parser's cursor sees at the start of a line.
		ERROR, // get_error() says why.
		END_OF_FILE,
		TYPE_MAX,
	};

	Type type = NONE;
	bool first_on_line = false; // No other token before it on its (logical) line.
	bool space_before = false;
	bool mixed_indent = false; // Of first tokens: the indentation has tabs and spaces.
	bool space_indent = false; // Of first tokens: the indentation is made of spaces.
	int indent = 0; // Of first tokens: characters before it on the line.
	int offset = 0; // Into the source, and
	int length = 0;
	int line = 1; // Where it starts; both count from 1.
	int column = 1;
	int end_line = 1; // One past its last character.
	int end_column = 1;

	static const char *get_type_name(Type p_type);
	bool is_keyword() const {
		return type >= AND && type <= YIELD;
	}
	// Keywords that are ordinary names wherever a name is due.
	bool is_name() const {
		return type == IDENTIFIER || type == MATCH || type == WHEN;
	}
	// What may follow a dot: any word but the literal ones.
	bool is_attribute_name() const {
		return type == IDENTIFIER || type == UNDERSCORE || (is_keyword() && type != TRUE && type != FALSE && type != NULL_);
	}
};

// Tokenizes a whole file at once. Tokens refer to the source by offset, so that scanning allocates nothing for each; values of
// literals and names are made when the parser asks. Line ends and indentation are facts of the first token of a line, and
// it is the parser that knows when they matter. Never fails: what cannot be read becomes an ERROR token.
class GDScriptTokenizer {
public:
	// The source must outlive the tokenizer.
	explicit GDScriptTokenizer(const String &p_source);

	const LocalVector<GDScriptToken> &get_tokens() const { return tokens; } // Ends with END_OF_FILE.
	// Text of an ERROR token.
	const String &get_error(const GDScriptToken &p_token) const;
	String get_text(const GDScriptToken &p_token) const;
	// The name of a word; interned, so asking again is cheap. Includes the "@" of an annotation.
	StringName get_name(const GDScriptToken &p_token);
	// The value of NUMBER. p_negative: of the number with a minus sign before it.
	// Whether it is a whole number beyond 64 bits; get_number() gives the nearest that is not.
	bool is_number_too_large(const GDScriptToken &p_token) const;
	Variant get_number(const GDScriptToken &p_token, bool p_negative = false) const;
	// The characters that STRING, STRING_NAME or NODE_PATH denotes.
	String get_string(const GDScriptToken &p_token) const;

private:
	struct Name {
		uint32_t hash = 0;
		int offset = -1;
		int length = 0;
		StringName name;
	};

	const char32_t *text = nullptr;
	int size = 0;
	int position = 0;
	int line = 1;
	int line_start = 0; // Offset of column 1.
	bool at_line_start = true;
	bool space_before = false;
	int indent_tabs = 0;
	int indent_spaces = 0;
	LocalVector<GDScriptToken> tokens;
	struct Problem {
		int offset;
		String message;
	};
	LocalVector<Problem> problems;
	LocalVector<Name> names; // Open addressing; the size is a power of two.
	int name_count = 0;

	char32_t peek(int p_ahead = 0) const { return position + p_ahead < size ? text[position + p_ahead] : 0; }
	void scan();
	void skip_blank();
	void new_line();
	void begin(GDScriptToken &r_token) const;
	void finish(GDScriptToken &r_token, GDScriptToken::Type p_type);
	void fail(GDScriptToken &r_token, const String &p_message);
	void scan_token();
	void scan_number(GDScriptToken &r_token);
	void scan_digits(int p_base, bool &r_any, bool &r_double_underscore);
	void scan_word(GDScriptToken &r_token);
	void scan_string(GDScriptToken &r_token, GDScriptToken::Type p_type, bool p_raw);
	bool scan_escape(GDScriptToken &r_token, bool &r_failed, String &r_message);
	void scan_symbol(GDScriptToken &r_token);
	void scan_continuation(GDScriptToken &r_token);
	void grow_names();
};
