// Splits GDScript source text into tokens.
#include "modules/gdscript/syntax/gdscript_tokenizer.h"

#include "modules/gdscript/syntax/gdscript_characters.h"

namespace {

struct Spelling {
	GDScriptToken::Type type;
	const char *text;
	int length;
};

constexpr int length_of(const char *p_text) {
	int length = 0;
	while (p_text[length]) {
		length++;
	}
	return length;
}

#define GDSCRIPT_SPELLING(m_name, m_text) { GDScriptToken::m_name, m_text, length_of(m_text) },
constexpr Spelling SPELLINGS[] = {
	GDSCRIPT_TOKENS_LITERAL(GDSCRIPT_SPELLING)
			GDSCRIPT_TOKENS_SYMBOL(GDSCRIPT_SPELLING)
					GDSCRIPT_TOKENS_KEYWORD(GDSCRIPT_SPELLING)
};
constexpr Spelling KEYWORDS[] = { GDSCRIPT_TOKENS_KEYWORD(GDSCRIPT_SPELLING) };
constexpr Spelling SYMBOLS[] = { GDSCRIPT_TOKENS_SYMBOL(GDSCRIPT_SPELLING) };
#undef GDSCRIPT_SPELLING

bool equals(const char32_t *p_text, int p_length, const Spelling &p_spelling) {
	if (p_length != p_spelling.length) {
		return false;
	}
	for (int i = 0; i < p_length; i++) {
		if (p_text[i] != (char32_t)p_spelling.text[i]) {
			return false;
		}
	}
	return true;
}

uint32_t hash_of(const char32_t *p_text, int p_length) {
	uint32_t hash = 2166136261u;
	for (int i = 0; i < p_length; i++) {
		hash = (hash ^ (uint32_t)p_text[i]) * 16777619u;
	}
	return hash;
}

// Longest first, so that the first that fits is the right one.
struct SymbolIndex {
	// For each ASCII character the symbols that begin with it, ended by NONE.
	GDScriptToken::Type types[128][8] = {};
	SymbolIndex() {
		for (const Spelling &symbol : SYMBOLS) {
			GDScriptToken::Type *list = types[(int)symbol.text[0]];
			int at = 0;
			while (list[at] != GDScriptToken::NONE && SPELLINGS[list[at]].length >= symbol.length) {
				at++;
			}
			for (int i = 6; i >= at; i--) {
				list[i + 1] = list[i];
			}
			list[at] = symbol.type;
		}
	}
};

const SymbolIndex &symbol_index() {
	static const SymbolIndex index;
	return index;
}

constexpr bool is_digit(char32_t p_char, int p_base) {
	return p_base == 16 ? gdscript_hex_value(p_char) >= 0 : p_char >= '0' && p_char < (char32_t)('0' + p_base);
}

} // namespace

const char *GDScriptToken::get_type_name(Type p_type) {
	switch (p_type) {
		case NEWLINE:
			return "end of line";
		case ERROR:
			return "unreadable text";
		case END_OF_FILE:
			return "end of file";
		default:
			return p_type < NEWLINE ? SPELLINGS[p_type].text : "nothing";
	}
}

GDScriptTokenizer::GDScriptTokenizer(const String &p_source) :
		text(p_source.ptr()), size(p_source.length()) {
	// A file has about one token for five characters.
	tokens.reserve(size / 5 + 16);
	scan();
}

void GDScriptTokenizer::begin(GDScriptToken &r_token) const {
	r_token.offset = position;
	r_token.line = line;
	r_token.column = position - line_start + 1;
	r_token.first_on_line = at_line_start;
	r_token.space_before = space_before || at_line_start;
	if (at_line_start) {
		r_token.indent = indent_tabs + indent_spaces;
		r_token.mixed_indent = indent_tabs > 0 && indent_spaces > 0;
		r_token.space_indent = indent_spaces > 0;
	}
}

void GDScriptTokenizer::finish(GDScriptToken &r_token, GDScriptToken::Type p_type) {
	r_token.type = p_type;
	r_token.length = position - r_token.offset;
	r_token.end_line = line;
	r_token.end_column = position - line_start + 1;
	tokens.push_back(r_token);
	at_line_start = false;
	space_before = false;
}

void GDScriptTokenizer::fail(GDScriptToken &r_token, const String &p_message) {
	problems.push_back({ r_token.offset, p_message });
	finish(r_token, GDScriptToken::ERROR);
}

void GDScriptTokenizer::new_line() {
	line++;
	line_start = position;
}

void GDScriptTokenizer::skip_blank() {
	while (position < size) {
		const char32_t c = text[position];
		if (c == '\n') {
			position++;
			new_line();
			at_line_start = true;
			indent_tabs = 0;
			indent_spaces = 0;
		} else if (c == '\t' || c == ' ') {
			if (at_line_start) {
				(c == '\t' ? indent_tabs : indent_spaces)++;
			}
			space_before = true;
			position++;
		} else if (c == '\r') {
			space_before = true;
			position++;
		} else if (c == '#') {
			while (position < size && text[position] != '\n') {
				position++;
			}
		} else {
			return;
		}
	}
}

void GDScriptTokenizer::scan() {
	while (true) {
		skip_blank();
		if (position >= size) {
			break;
		}
		scan_token();
	}
	GDScriptToken end;
	at_line_start = true;
	indent_tabs = 0;
	indent_spaces = 0;
	begin(end);
	finish(end, GDScriptToken::END_OF_FILE);
}

void GDScriptTokenizer::scan_token() {
	GDScriptToken token;
	begin(token);
	const char32_t c = text[position];
	if (is_digit(c, 10) || (c == '.' && is_digit(peek(1), 10))) {
		scan_number(token);
	} else if (c == '"' || c == '\'') {
		scan_string(token, GDScriptToken::STRING, false);
	} else if (c == 'r' && (peek(1) == '"' || peek(1) == '\'')) {
		position++;
		scan_string(token, GDScriptToken::STRING, true);
	} else if ((c == '&' || c == '^') && (peek(1) == '"' || peek(1) == '\'')) {
		position++;
		scan_string(token, c == '&' ? GDScriptToken::STRING_NAME : GDScriptToken::NODE_PATH, false);
	} else if (gdscript_is_identifier_start(c)) {
		scan_word(token);
	} else if (c == '@') {
		position++;
		if (!gdscript_is_identifier_start(peek())) {
			fail(token, "The name of an annotation must follow the \"@\" directly.");
			return;
		}
		while (gdscript_is_identifier_part(peek())) {
			position++;
		}
		finish(token, GDScriptToken::ANNOTATION);
	} else if (c == '\\') {
		scan_continuation(token);
	} else {
		scan_symbol(token);
	}
}

void GDScriptTokenizer::scan_symbol(GDScriptToken &r_token) {
	const char32_t c = text[position];
	if (c < 128) {
		for (GDScriptToken::Type type : symbol_index().types[c]) {
			if (type == GDScriptToken::NONE) {
				break;
			}
			const Spelling &spelling = SPELLINGS[type];
			if (position + spelling.length <= size && equals(text + position, spelling.length, spelling)) {
				position += spelling.length;
				finish(r_token, type);
				return;
			}
		}
	}
	position++;
	if (c == '?') {
		fail(r_token, "Unexpected \"?\". GDScript writes a conditional expression as \"a if condition else b\".");
	} else if (c == '`') {
		fail(r_token, "Unexpected \"`\". Strings are written with \"…\" or '…'.");
	} else if (c < 32 || c == 127) {
		fail(r_token, "There is an invisible control character (U+" + String::num_int64(c, 16).lpad(4, "0") + ") in the source; remove it.");
	} else {
		fail(r_token, "The character \"" + String::chr(c) + "\" (U+" + String::num_int64(c, 16, true).lpad(4, "0") + ") has no meaning here.");
	}
}

void GDScriptTokenizer::scan_continuation(GDScriptToken &r_token) {
	int ahead = 1;
	if (peek(ahead) == '\r') {
		ahead++;
	}
	if (peek(ahead) != '\n') {
		const bool at_end = position + ahead >= size;
		position++;
		fail(r_token, at_end ? "A backslash at the end of the file has no line to continue with." : "A backslash continues the line and must be the last character on it; remove what follows it.");
		return;
	}
	position += ahead + 1;
	new_line();
	// Blank and comment lines after the backslash belong to the continued line.
	const bool was_line_start = at_line_start;
	const int tabs = indent_tabs;
	const int spaces = indent_spaces;
	const bool at_end = position >= size;
	skip_blank();
	if (position >= size && at_end != was_line_start) {
		return; // Let through behind the last line, or on a line of its own before empty ones.
	}
	if (position >= size) {
		begin(r_token);
		fail(r_token, "A backslash at the end of the file has no line to continue with.");
		return;
	}
	at_line_start = was_line_start;
	indent_tabs = tabs;
	indent_spaces = spaces;
	space_before = true;
}

namespace {

// The keyword that a name with letters of other alphabets looks like, or null.
const char *find_lookalike(const char32_t *p_word, int p_length) {
	char32_t ascii[16];
	if (p_length > 15) {
		return nullptr;
	}
	for (int i = 0; i < p_length; i++) {
		ascii[i] = gdscript_get_ascii_twin(p_word[i]);
	}
	for (const Spelling &keyword : KEYWORDS) {
		const bool is_value = keyword.type == GDScriptToken::TRUE || keyword.type == GDScriptToken::FALSE || keyword.type == GDScriptToken::NULL_;
		if (!is_value && equals(ascii, p_length, keyword)) {
			return keyword.text;
		}
	}
	for (const char *constant : { "PI", "TAU", "INF", "NAN" }) {
		if (equals(ascii, p_length, { GDScriptToken::IDENTIFIER, constant, length_of(constant) })) {
			return constant;
		}
	}
	return nullptr;
}

} // namespace

void GDScriptTokenizer::scan_word(GDScriptToken &r_token) {
	bool ascii_lower = true;
	bool is_ascii = true;
	while (position < size && gdscript_is_identifier_part(text[position])) {
		const char32_t c = text[position];
		ascii_lower &= (c >= 'a' && c <= 'z') || c == '_';
		is_ascii &= c < 128;
		position++;
	}
	const int length = position - r_token.offset;
	const char32_t *word = text + r_token.offset;
	if (length == 1 && word[0] == '_') {
		finish(r_token, GDScriptToken::UNDERSCORE);
		return;
	}
	if (ascii_lower && length >= 2 && length <= 10) {
		for (const Spelling &keyword : KEYWORDS) {
			if ((char32_t)keyword.text[0] == word[0] && equals(word, length, keyword)) {
				finish(r_token, keyword.type);
				return;
			}
		}
	}
	const char *lookalike = is_ascii ? nullptr : find_lookalike(word, length);
	if (lookalike) {
		fail(r_token, "The name \"" + String(word, length) + "\" looks like \"" + lookalike + "\", but has letters of another alphabet; choose another name.");
		return;
	}
	finish(r_token, GDScriptToken::IDENTIFIER);
}

void GDScriptTokenizer::scan_digits(int p_base, bool &r_any, bool &r_double_underscore) {
	while (true) {
		const char32_t c = peek();
		if (is_digit(c, p_base)) {
			r_any = true;
		} else if (c == '_' && r_any) {
			r_double_underscore |= peek(1) == '_';
		} else {
			return;
		}
		position++;
	}
}

void GDScriptTokenizer::scan_number(GDScriptToken &r_token) {
	int base = 10;
	if (peek() == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
		base = 16;
	} else if (peek() == '0' && (peek(1) == 'b' || peek(1) == 'B')) {
		base = 2;
	}
	bool any = false;
	bool double_underscore = false;
	const char *problem = nullptr;
	if (base != 10) {
		position += 2;
		scan_digits(base, any, double_underscore);
		if (!any) {
			problem = base == 16 ? "Hexadecimal digits (0-9, A-F) must follow \"0x\"." : "Binary digits (0 or 1) must follow \"0b\".";
		} else if (peek() == '.' && is_digit(peek(1), 10)) {
			problem = "A hexadecimal or binary number cannot have a fraction.";
		}
	} else {
		scan_digits(10, any, double_underscore);
		if (peek() == '.' && peek(1) != '.') {
			position++;
			if (any && peek() == '_') {
				problem = "Digits must follow the decimal point before an underscore.";
			}
			bool fraction = false;
			scan_digits(10, fraction, double_underscore);
		}
		if (peek() == 'e' || peek() == 'E') {
			position++;
			if (peek() == '+' || peek() == '-') {
				position++;
			}
			bool exponent = false;
			scan_digits(10, exponent, double_underscore);
			if (!exponent) {
				problem = "Digits must follow the \"e\" of a number.";
			}
		}
		if (!problem && peek() == '.' && is_digit(peek(1), 10)) {
			problem = "A number cannot have two decimal points.";
		}
	}
	if (!problem && double_underscore) {
		problem = "Only one underscore may stand between two digits.";
	}
	if (!problem && (gdscript_is_identifier_part(peek()))) {
		problem = "A name cannot begin with a digit, and a number cannot end with letters.";
	}
	if (problem) {
		while (gdscript_is_identifier_part(peek()) || (peek() == '.' && is_digit(peek(1), 10))) {
			position++;
		}
		fail(r_token, problem);
		return;
	}
	finish(r_token, GDScriptToken::NUMBER);
}

// Checks one escape sequence, position being behind the backslash. The value is made again in get_string().
bool GDScriptTokenizer::scan_escape(GDScriptToken &r_token, bool &r_failed, String &r_message) {
	const char32_t c = peek();
	if (c == 'u' || c == 'U') {
		const int digits = c == 'u' ? 4 : 6;
		char32_t value = 0;
		for (int i = 1; i <= digits; i++) {
			const int digit = gdscript_hex_value(peek(i));
			if (digit < 0) {
				r_message = c == 'u' ? "Four hexadecimal digits must follow \"\\u\"." : "Six hexadecimal digits must follow \"\\U\".";
				r_failed = true;
				position++;
				return false;
			}
			value = value * 16 + digit;
		}
		position += digits + 1;
		if (value >= 0xD800 && value <= 0xDBFF) {
			char32_t low = 0;
			const bool escaped = peek() == '\\' && (peek(1) == 'u' || peek(1) == 'U');
			const int low_digits = peek(1) == 'U' ? 6 : 4;
			for (int i = 2; escaped && i < 2 + low_digits; i++) {
				low = low * 16 + MAX(gdscript_hex_value(peek(i)), 0);
			}
			if (low < 0xDC00 || low > 0xDFFF) {
				r_message = "The first half of a surrogate pair must be followed by the second (\\uDC00 to \\uDFFF).";
				r_failed = true;
				return false;
			}
			position += 2 + low_digits;
		} else if (value >= 0xDC00 && value <= 0xDFFF) {
			r_message = "The second half of a surrogate pair has no first half before it.";
			r_failed = true;
			return false;
		}
		return true;
	}
	if (c == '\n') {
		position++;
		new_line();
		return true;
	}
	if (c == '\r' && peek(1) == '\n') {
		position += 2;
		new_line();
		return true;
	}
	switch (c) {
		case 'n':
		case 't':
		case 'r':
		case 'a':
		case 'b':
		case 'f':
		case 'v':
		case '\\':
		case '\'':
		case '"':
			position++;
			return true;
		default:
			break;
	}
	r_message = "Unknown escape sequence in a string. To write a backslash, double it (\\\\) or use a raw string (r\"…\").";
	r_failed = true;
	return false;
}

void GDScriptTokenizer::scan_string(GDScriptToken &r_token, GDScriptToken::Type p_type, bool p_raw) {
	const char32_t quote = text[position];
	const bool triple = peek(1) == quote && peek(2) == quote;
	position += triple ? 3 : 1;
	bool failed = false;
	String message;
	while (true) {
		if (position >= size) {
			fail(r_token, triple ? "The string is not closed; three quotes must end it." : "The string is not closed; a quote must end it.");
			return;
		}
		const char32_t c = text[position];
		if (c == quote && (!triple || (peek(1) == quote && peek(2) == quote))) {
			position += triple ? 3 : 1;
			break;
		}
		position++;
		if (c == '\n') {
			new_line();
		} else if (c == '\\') {
			if (p_raw) {
				// The character after it cannot end the string.
				if (peek() == quote || peek() == '\\') {
					position++;
				}
			} else {
				scan_escape(r_token, failed, message);
			}
		}
	}
	if (failed) {
		fail(r_token, message);
		return;
	}
	finish(r_token, p_type);
}

const String &GDScriptTokenizer::get_error(const GDScriptToken &p_token) const {
	for (const Problem &problem : problems) {
		if (problem.offset == p_token.offset) {
			return problem.message;
		}
	}
	static const String unknown("This text cannot be read.");
	return unknown;
}

String GDScriptTokenizer::get_text(const GDScriptToken &p_token) const {
	return String(text + p_token.offset, p_token.length);
}

void GDScriptTokenizer::grow_names() {
	LocalVector<Name> old = std::move(names);
	names.clear();
	names.resize(old.is_empty() ? 256 : old.size() * 2);
	const uint32_t mask = (uint32_t)names.size() - 1;
	for (Name &name : old) {
		if (name.offset < 0) {
			continue;
		}
		uint32_t at = name.hash & mask;
		while (names[at].offset >= 0) {
			at = (at + 1) & mask;
		}
		names[at] = name;
	}
}

StringName GDScriptTokenizer::get_name(const GDScriptToken &p_token) {
	if (name_count * 2 >= (int)names.size()) {
		grow_names();
	}
	const uint32_t mask = (uint32_t)names.size() - 1;
	const char32_t *word = text + p_token.offset;
	const uint32_t hash = hash_of(word, p_token.length);
	uint32_t at = hash & mask;
	while (names[at].offset >= 0) {
		const Name &name = names[at];
		if (name.hash == hash && name.length == p_token.length && memcmp(text + name.offset, word, sizeof(char32_t) * name.length) == 0) {
			return name.name;
		}
		at = (at + 1) & mask;
	}
	Name &name = names[at];
	name.hash = hash;
	name.offset = p_token.offset;
	name.length = p_token.length;
	name.name = StringName(String(word, p_token.length));
	name_count++;
	return name.name;
}

bool GDScriptTokenizer::is_number_too_large(const GDScriptToken &p_token) const {
	const String digits = get_text(p_token).replace("_", "");
	if (digits.begins_with("0x") || digits.begins_with("0X")) {
		const String significant = digits.substr(2).lstrip("0");
		return significant.length() > 16 || (significant.length() == 16 && significant[0] > '7');
	}
	if (digits.begins_with("0b") || digits.begins_with("0B")) {
		return digits.substr(2).lstrip("0").length() > 63;
	}
	if (get_number(p_token).get_type() != Variant::INT) {
		return false;
	}
	// The last digit of the smallest integer is one more than that of the largest.
	const String significant = digits.lstrip("0");
	return significant.length() > 19 || (significant.length() == 19 && significant > "9223372036854775808");
}

Variant GDScriptTokenizer::get_number(const GDScriptToken &p_token, bool p_negative) const {
	const char32_t *digits = text + p_token.offset;
	const int length = p_token.length;
	int base = 10;
	int start = 0;
	if (length > 2 && digits[0] == '0') {
		const char32_t mark = digits[1] | 32;
		base = mark == 'x' ? 16 : (mark == 'b' ? 2 : 10);
		start = base == 10 ? 0 : 2;
	}
	if (base == 10) {
		bool is_float = false;
		String plain;
		for (int i = 0; i < length; i++) {
			is_float |= digits[i] == '.' || digits[i] == 'e' || digits[i] == 'E';
		}
		if (is_float) {
			for (int i = 0; i < length; i++) {
				if (digits[i] != '_') {
					plain += digits[i];
				}
			}
			const double value = plain.to_float();
			return p_negative ? -value : value;
		}
	}
	// One past the largest int is let through, for the sake of the smallest: -9223372036854775808. What is larger sticks to the limit.
	const uint64_t limit = base == 10 ? (uint64_t)1 << 63 : (uint64_t)INT64_MAX;
	uint64_t value = 0;
	for (int i = start; i < length; i++) {
		if (digits[i] == '_') {
			continue;
		}
		const uint64_t digit = (uint64_t)gdscript_hex_value(digits[i]);
		if (value > (limit - digit) / base) {
			return p_negative ? INT64_MIN : INT64_MAX;
		}
		value = value * base + digit;
	}
	return p_negative ? (int64_t)(0 - value) : (int64_t)value;
}

String GDScriptTokenizer::get_string(const GDScriptToken &p_token) const {
	const char32_t *at = text + p_token.offset;
	const char32_t *end = at + p_token.length;
	const bool raw = *at == 'r';
	if (*at != '"' && *at != '\'') {
		at++;
	}
	const int quotes = end - at >= 6 && at[1] == at[0] && at[2] == at[0] ? 3 : 1;
	at += quotes;
	end -= quotes;
	String result;
	while (at < end) {
		// Runs without escapes are copied whole.
		const char32_t *run = at;
		while (at < end && (*at != '\\' || raw) && *at != '\r' && *at != 0) {
			at++;
		}
		if (at > run) {
			result += String(run, (int)(at - run));
			continue;
		}
		if (*at != '\\') {
			if (*at == '\r' && at + 1 < end && at[1] == '\n') {
				at++;
				continue;
			}
			result += *at == 0 ? (char32_t)0xFFFD : *at;
			at++;
			continue;
		}
		at = gdscript_read_escape(at + 1, end, result);
	}
	return result;
}
