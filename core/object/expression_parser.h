// ExpressionParser: the text of an Expression to code in postfix order, which needs no recursion to run.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/local_vector.h"
#include "core/templates/vector.h"
#include "core/variant/variant.h"

// What an instruction takes, it takes from the stack, the last on top, and puts one value there.
struct ExpressionCode {
	enum Instruction : uint8_t {
		CONSTANT, // constants[index].
		INPUT, // The input of that index.
		SELF,
		MEMBER, // name of what is on top.
		INDEX, // base, key.
		UNARY, // index is a Variant::Operator.
		BINARY,
		ARRAY, // count elements.
		DICTIONARY, // count keys and values in turn.
		CONSTRUCT, // Type index, count arguments.
		FUNCTION, // A global function.
		METHOD, // base, count arguments.
	};
	struct Step {
		Instruction instruction;
		int index = 0;
		int count = 0;
		StringName name;
	};
	LocalVector<Step> steps;
	LocalVector<Variant> constants;
};

// Reads one expression; what follows a complete one is not looked at, as long as the next word is one. One use.
class ExpressionParser {
public:
	static constexpr int MAX_DEPTH = 256; // Of brackets, arguments and signs inside each other.

	bool parse(ExpressionCode &r_code);
	const String &get_error() const { return error; } // Of a parse() that said false.
	ExpressionParser(const String &p_text, const Vector<String> &p_inputs) :
			text(p_text), inputs(p_inputs) {}

private:
	struct Token {
		enum Kind {
			END,
			VALUE, // value is the constant.
			NAME,
			SELF,
			TYPE, // index is a Variant::Type.
			FUNCTION,
			OPERATOR, // index is a Variant::Operator, of two operands.
			MINUS,
			NOT,
			PUNCTUATION, // letter.
		};
		Kind kind = END;
		int index = 0;
		char32_t letter = 0;
		String name;
		Variant value;
	};

	const String &text;
	const Vector<String> &inputs;
	ExpressionCode *code = nullptr;
	int64_t at = 0;
	Token token; // The one to be looked at next.
	int depth = 0;
	String error;

	bool fail(const String &p_error);
	bool advance();
	bool read_number();
	bool read_string(char32_t p_quote);
	bool read_escape(String &r_string);
	void read_name();
	bool read_operator();
	char32_t peek(int64_t p_offset = 0) const { return at + p_offset < text.length() ? text[at + p_offset] : 0; }
	bool is_letter(char32_t p_letter) const { return token.kind == Token::PUNCTUATION && token.letter == p_letter; }
	bool expect(char32_t p_letter, const char *p_where);

	void add(ExpressionCode::Instruction p_instruction, int p_index = 0, int p_count = 0, const StringName &p_name = StringName());
	bool parse_operators(int p_level);
	bool parse_operand();
	bool parse_value();
	bool parse_suffixes();
	bool parse_list(char32_t p_end, int &r_count);
	bool parse_dictionary();
	bool parse_name();
};
