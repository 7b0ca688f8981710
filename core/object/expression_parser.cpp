// Words and precedence of expressions. The levels are those of GDScript, but for powers, which go from left to right.
#include "core/object/expression_parser.h"

#include <cmath>

static constexpr double PI_VALUE = 3.14159265358979323846;

namespace {

constexpr int LEVEL_OR = 1;
constexpr int LEVEL_AND = 2;
constexpr int LEVEL_NOT = 3;
constexpr int LEVEL_SIGN = 10;

int level_of(Variant::Operator p_operator) {
	switch (p_operator) {
		case Variant::OP_OR:
			return LEVEL_OR;
		case Variant::OP_AND:
			return LEVEL_AND;
		case Variant::OP_IN:
			return 4;
		case Variant::OP_BIT_OR:
			return 6;
		case Variant::OP_BIT_XOR:
			return 7;
		case Variant::OP_BIT_AND:
			return 8;
		case Variant::OP_SHIFT_LEFT:
		case Variant::OP_SHIFT_RIGHT:
			return 9;
		case Variant::OP_ADD:
		case Variant::OP_SUBTRACT:
			return 10;
		case Variant::OP_MULTIPLY:
		case Variant::OP_DIVIDE:
		case Variant::OP_MODULE:
			return 11;
		case Variant::OP_POWER:
			return 12;
		default:
			return 5; // Comparisons.
	}
}

bool is_digit(char32_t p_letter) {
	return p_letter >= '0' && p_letter <= '9';
}

bool begins_name(char32_t p_letter) {
	return p_letter == '_' || (p_letter >= 'a' && p_letter <= 'z') || (p_letter >= 'A' && p_letter <= 'Z') || p_letter > 127;
}

int digit_of(char32_t p_letter) {
	return is_digit(p_letter) ? int(p_letter - '0') : p_letter >= 'a' && p_letter <= 'f' ? int(p_letter - 'a') + 10
			: p_letter >= 'A' && p_letter <= 'F'										 ? int(p_letter - 'A') + 10
																						 : 99;
}

} // namespace

bool ExpressionParser::fail(const String &p_error) {
	if (error.is_empty()) {
		error = p_error;
	}
	return false;
}

bool ExpressionParser::read_number() {
	token.kind = Token::VALUE;
	const int base = peek() != '0' ? 10 : peek(1) == 'x' ? 16
			: peek(1) == 'b'							 ? 2
														 : 10;
	if (base != 10) {
		uint64_t value = 0;
		for (at += 2; digit_of(peek()) < base; at++) {
			value = value * uint64_t(base) + uint64_t(digit_of(peek()));
		}
		token.value = int64_t(value);
		return true;
	}
	const int64_t begin = at;
	uint64_t whole = 0;
	bool is_float = false;
	for (; is_digit(peek()); at++) {
		whole = whole * 10 + uint64_t(peek() - '0');
	}
	if (peek() == '.') {
		is_float = true;
		for (at++; is_digit(peek());) {
			at++;
		}
	}
	int64_t end = at;
	if (peek() == 'e' || peek() == 'E') {
		is_float = true;
		at += peek(1) == '+' || peek(1) == '-' ? 2 : 1;
		while (is_digit(peek())) {
			end = ++at;
		}
	}
	token.value = is_float ? Variant(text.substr(begin, end - begin).to_float()) : Variant(int64_t(whole));
	return true;
}

bool ExpressionParser::read_escape(String &r_string) {
	const char32_t letter = peek();
	at++;
	static constexpr char NAMES[] = "btnfr";
	static constexpr char VALUES[] = "\b\t\n\f\r";
	for (int i = 0; NAMES[i]; i++) {
		if (letter == char32_t(NAMES[i])) {
			r_string += char32_t(VALUES[i]);
			return true;
		}
	}
	if (letter != 'u' && letter != 'U') {
		r_string += letter;
		return true;
	}
	char32_t value = 0;
	for (int i = 0; i < (letter == 'u' ? 4 : 6); i++, at++) {
		if (digit_of(peek()) >= 16) {
			return fail("An escape \\" + String::chr(letter) + " needs " + itos(letter == 'u' ? 4 : 6) + " hexadecimal digits.");
		}
		value = value * 16 + char32_t(digit_of(peek()));
	}
	r_string += value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) ? char32_t(0xFFFD) : value;
	return true;
}

bool ExpressionParser::read_string(char32_t p_quote) {
	String string;
	for (at++; at < text.length();) {
		const char32_t letter = text[at++];
		if (letter == p_quote) {
			token.kind = Token::VALUE;
			token.value = string;
			return true;
		}
		if (letter != '\\') {
			string += letter;
		} else if (at < text.length() && !read_escape(string)) {
			return false;
		}
	}
	return fail("The string is not closed.");
}

void ExpressionParser::read_name() {
	const int64_t begin = at;
	while (begins_name(peek()) || is_digit(peek())) {
		at++;
	}
	token.name = text.substr(begin, at - begin);
	struct Constant {
		const char *name;
		Variant value;
	};
	const Constant constants[] = { { "null", Variant() }, { "true", true }, { "false", false }, { "PI", PI_VALUE }, { "TAU", PI_VALUE * 2 }, { "INF", INFINITY }, { "NAN", NAN } };
	for (const Constant &constant : constants) {
		if (token.name == constant.name) {
			token.kind = Token::VALUE;
			token.value = constant.value;
			return;
		}
	}
	struct Word {
		const char *name;
		Token::Kind kind;
		Variant::Operator meaning;
	};
	static constexpr Word WORDS[] = { { "and", Token::OPERATOR, Variant::OP_AND }, { "or", Token::OPERATOR, Variant::OP_OR }, { "in", Token::OPERATOR, Variant::OP_IN }, { "not", Token::NOT, Variant::OP_NOT }, { "self", Token::SELF, Variant::OP_MAX } };
	for (const Word &word : WORDS) {
		if (token.name == word.name) {
			token.kind = word.kind;
			token.index = word.meaning;
			return;
		}
	}
	const Variant::Type type = Variant::get_type_by_name(token.name);
	token.kind = type != Variant::VARIANT_MAX ? Token::TYPE : Variant::has_utility_function(token.name) ? Token::FUNCTION
																										: Token::NAME;
	token.index = type;
}

bool ExpressionParser::read_operator() {
	struct Sign {
		const char *text;
		Token::Kind kind;
		Variant::Operator meaning;
	};
	// Longer ones first.
	static constexpr Sign SIGNS[] = { { "**", Token::OPERATOR, Variant::OP_POWER }, { "<<", Token::OPERATOR, Variant::OP_SHIFT_LEFT }, { ">>", Token::OPERATOR, Variant::OP_SHIFT_RIGHT }, { "<=", Token::OPERATOR, Variant::OP_LESS_EQUAL }, { ">=", Token::OPERATOR, Variant::OP_GREATER_EQUAL }, { "==", Token::OPERATOR, Variant::OP_EQUAL }, { "!=", Token::OPERATOR, Variant::OP_NOT_EQUAL }, { "&&", Token::OPERATOR, Variant::OP_AND }, { "||", Token::OPERATOR, Variant::OP_OR }, { "+", Token::OPERATOR, Variant::OP_ADD }, { "-", Token::MINUS, Variant::OP_SUBTRACT }, { "*", Token::OPERATOR, Variant::OP_MULTIPLY }, { "/", Token::OPERATOR, Variant::OP_DIVIDE }, { "%", Token::OPERATOR, Variant::OP_MODULE }, { "<", Token::OPERATOR, Variant::OP_LESS }, { ">", Token::OPERATOR, Variant::OP_GREATER }, { "&", Token::OPERATOR, Variant::OP_BIT_AND }, { "|", Token::OPERATOR, Variant::OP_BIT_OR }, { "^", Token::OPERATOR, Variant::OP_BIT_XOR }, { "!", Token::NOT, Variant::OP_NOT } };
	for (const Sign &sign : SIGNS) {
		if (peek() == char32_t(sign.text[0]) && (!sign.text[1] || peek(1) == char32_t(sign.text[1]))) {
			at += sign.text[1] ? 2 : 1;
			token.kind = sign.kind;
			token.index = sign.meaning;
			return true;
		}
	}
	return fail("Unexpected character '" + String::chr(peek()) + "' at column " + itos(at + 1) + ".");
}

// The next token; false when there is none, for what stands there is no word of the language.
bool ExpressionParser::advance() {
	token = Token();
	while (at < text.length() && text[at] <= 32) {
		at++;
	}
	const char32_t letter = peek();
	if (at >= text.length()) {
		return true;
	}
	if (is_digit(letter) || (letter == '.' && is_digit(peek(1)))) {
		return read_number();
	}
	if (letter == '"' || letter == '\'') {
		return read_string(letter);
	}
	if (begins_name(letter)) {
		read_name();
		return true;
	}
	for (const char *mark = "()[]{},:."; *mark; mark++) {
		if (letter == char32_t(*mark)) {
			token.kind = Token::PUNCTUATION;
			token.letter = letter;
			at++;
			return true;
		}
	}
	return read_operator();
}

bool ExpressionParser::expect(char32_t p_letter, const char *p_where) {
	if (!is_letter(p_letter)) {
		return fail("Expected '" + String::chr(p_letter) + "' " + p_where + ".");
	}
	return advance();
}

void ExpressionParser::add(ExpressionCode::Instruction p_instruction, int p_index, int p_count, const StringName &p_name) {
	code->steps.push_back({ p_instruction, p_index, p_count, p_name });
}

// Up to p_end, which is taken; a comma may stand before it.
bool ExpressionParser::parse_list(char32_t p_end, int &r_count) {
	for (r_count = 0; !is_letter(p_end); r_count++) {
		if (!parse_operators(LEVEL_OR)) {
			return false;
		}
		if (!is_letter(p_end) && !expect(',', "between the elements")) {
			return false;
		}
	}
	return advance();
}

bool ExpressionParser::parse_dictionary() {
	int count = 0;
	for (; !is_letter('}'); count++) {
		if (!parse_operators(LEVEL_OR) || !expect(':', "behind a key") || !parse_operators(LEVEL_OR)) {
			return false;
		}
		if (!is_letter('}') && !expect(',', "between the entries")) {
			return false;
		}
	}
	add(ExpressionCode::DICTIONARY, 0, count);
	return advance();
}

// A method of self, an input, or a property of self.
bool ExpressionParser::parse_name() {
	const String name = token.name;
	if (!advance()) {
		return false;
	}
	if (is_letter('(')) {
		int count = 0;
		add(ExpressionCode::SELF);
		if (!advance() || !parse_list(')', count)) {
			return false;
		}
		add(ExpressionCode::METHOD, 0, count, name);
		return true;
	}
	const int64_t input = inputs.find(name);
	if (input >= 0) {
		add(ExpressionCode::INPUT, int(input));
	} else {
		add(ExpressionCode::SELF);
		add(ExpressionCode::MEMBER, 0, 0, name);
	}
	return true;
}

bool ExpressionParser::parse_value() {
	const Token first = token;
	int count = 0;
	switch (first.kind) {
		case Token::VALUE:
			add(ExpressionCode::CONSTANT, int(code->constants.size()));
			code->constants.push_back(first.value);
			return advance();
		case Token::SELF:
			add(ExpressionCode::SELF);
			return advance();
		case Token::NAME:
			return parse_name();
		case Token::TYPE:
		case Token::FUNCTION:
			if (!advance() || !expect('(', first.kind == Token::TYPE ? "behind the name of a type" : "behind the name of a function") || !parse_list(')', count)) {
				return false;
			}
			add(first.kind == Token::TYPE ? ExpressionCode::CONSTRUCT : ExpressionCode::FUNCTION, first.index, count, first.name);
			return true;
		case Token::PUNCTUATION:
			if (first.letter == '(') {
				return advance() && parse_operators(LEVEL_OR) && expect(')', "to close the bracket");
			}
			if (first.letter == '[') {
				if (!advance() || !parse_list(']', count)) {
					return false;
				}
				add(ExpressionCode::ARRAY, 0, count);
				return true;
			}
			if (first.letter == '{') {
				return advance() && parse_dictionary();
			}
			[[fallthrough]];
		default:
			return fail("Expected a value at column " + itos(at + 1) + ".");
	}
}

bool ExpressionParser::parse_suffixes() {
	while (is_letter('[') || is_letter('.')) {
		if (is_letter('[')) {
			if (!advance() || !parse_operators(LEVEL_OR) || !expect(']', "behind an index")) {
				return false;
			}
			add(ExpressionCode::INDEX);
			continue;
		}
		if (!advance()) {
			return false;
		}
		// Every word may be the name of a member.
		if (token.name.is_empty()) {
			return fail("Expected a name behind '.'.");
		}
		const StringName name = token.name;
		if (!advance()) {
			return false;
		}
		int count = 0;
		if (!is_letter('(')) {
			add(ExpressionCode::MEMBER, 0, 0, name);
		} else if (advance() && parse_list(')', count)) {
			add(ExpressionCode::METHOD, 0, count, name);
		} else {
			return false;
		}
	}
	return true;
}

bool ExpressionParser::parse_operand() {
	if (token.kind == Token::MINUS || token.kind == Token::NOT) {
		const bool is_minus = token.kind == Token::MINUS;
		// A sign takes the powers behind it along, `not` the comparisons.
		if (!advance() || !parse_operators(is_minus ? LEVEL_SIGN + 2 : LEVEL_NOT + 1)) {
			return false;
		}
		add(ExpressionCode::UNARY, is_minus ? Variant::OP_NEGATE : Variant::OP_NOT);
		return true;
	}
	return parse_value() && parse_suffixes();
}

bool ExpressionParser::parse_operators(int p_level) {
	if (depth >= MAX_DEPTH) {
		return fail("The expression is nested more than " + itos(MAX_DEPTH) + " deep.");
	}
	depth++;
	bool good = parse_operand();
	while (good && (token.kind == Token::OPERATOR || token.kind == Token::MINUS)) {
		const Variant::Operator meaning = Variant::Operator(token.index);
		const int level = level_of(meaning);
		if (level < p_level) {
			break;
		}
		good = advance() && parse_operators(level + 1);
		if (good) {
			add(ExpressionCode::BINARY, meaning);
		}
	}
	depth--;
	return good;
}

bool ExpressionParser::parse(ExpressionCode &r_code) {
	code = &r_code;
	return advance() && parse_operators(LEVEL_OR);
}
