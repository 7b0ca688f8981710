// Tokens of GDScript: kinds, positions, values of literals, layout facts, and what cannot be read.
#pragma once

#include "core/string/node_path.h"
#include "modules/gdscript/syntax/gdscript_tokenizer.h"

#include "tests/test_macros.h"

namespace TestGDScriptTokenizer {

// The spelling or kind of every token, joined by spaces, without the end of the file.
inline String kinds(const String &p_source) {
	GDScriptTokenizer tokenizer(p_source);
	String text;
	for (const GDScriptToken &token : tokenizer.get_tokens()) {
		if (token.type != GDScriptToken::END_OF_FILE) {
			text += (text.is_empty() ? "" : " ") + String(GDScriptToken::get_type_name(token.type));
		}
	}
	return text;
}

inline Variant number(const String &p_source, bool p_negative = false) {
	GDScriptTokenizer tokenizer(p_source);
	const GDScriptToken &token = tokenizer.get_tokens()[0];
	return token.type == GDScriptToken::NUMBER ? tokenizer.get_number(token, p_negative) : Variant("refused");
}

inline String text(const String &p_source) {
	GDScriptTokenizer tokenizer(p_source);
	const GDScriptToken &token = tokenizer.get_tokens()[0];
	return token.type == GDScriptToken::ERROR ? String("refused") : tokenizer.get_string(token);
}

TEST_CASE("[GDScript][Tokenizer] The longest symbol wins") {
	CHECK_EQ(kinds("a<<=b**=c...d->e"), "identifier <<= identifier **= identifier ... identifier -> identifier");
	CHECK_EQ(kinds("a>=b>>c!=d&&e||f"), "identifier >= identifier >> identifier != identifier && identifier || identifier");
}

TEST_CASE("[GDScript][Tokenizer] Reserved words are tokens of their own, longer words are names") {
	CHECK_EQ(kinds("if iff not_ match _ __ self"), "if identifier identifier match _ identifier self");
}

TEST_CASE("[GDScript][Tokenizer] Integers are read in three bases, with underscores between digits") {
	CHECK_EQ(number("1_000"), Variant(1000));
	CHECK_EQ(number("0xFF_ff"), Variant(65535));
	CHECK_EQ(number("0B101"), Variant(5));
	CHECK_EQ(number("007"), Variant(7));
	CHECK_EQ(number("1__0"), Variant("refused"));
	CHECK_EQ(number("0x"), Variant("refused"));
	CHECK_EQ(number("0b12"), Variant("refused"));
	CHECK_EQ(number("12abc"), Variant("refused"));
}

TEST_CASE("[GDScript][Tokenizer] Integers that are too large stick to the limit, but the smallest has a literal") {
	CHECK_EQ(number("9223372036854775807"), Variant(INT64_MAX));
	CHECK_EQ(number("9223372036854775808", true), Variant(INT64_MIN));
	CHECK_EQ(number("18446744073709551616"), Variant(INT64_MAX));
	CHECK_EQ(number("0xffffffffffffffff"), Variant(INT64_MAX));
}

TEST_CASE("[GDScript][Tokenizer] Floats need digits on one side of the point and behind the exponent") {
	CHECK_EQ(number("1."), Variant(1.0));
	CHECK_EQ(number(".5"), Variant(0.5));
	CHECK_EQ(number("1.5e-3"), Variant(0.0015));
	CHECK_EQ(number("1e"), Variant("refused"));
	CHECK_EQ(number("1e+"), Variant("refused"));
	CHECK_EQ(number("1.2.3"), Variant("refused"));
	CHECK_EQ(number("1.5f"), Variant("refused"));
}

TEST_CASE("[GDScript][Tokenizer] Strings know escapes, raw and triple quoted forms") {
	CHECK_EQ(text("\"a\\tb\\\"\""), "a\tb\"");
	CHECK_EQ(text("'it\\'s'"), "it's");
	CHECK_EQ(text("r\"a\\nb\\\"c\""), "a\\nb\\\"c");
	CHECK_EQ(text("\"\"\"a \"b\" c\"\"\""), "a \"b\" c");
	CHECK_EQ(text("''''a'''"), "'a");
	CHECK_EQ(text("\"one \\\ntwo\""), "one two");
	CHECK_EQ(text("\"\\u0041\\U000042\""), "AB");
	CHECK_EQ(text("\"\\uD83D\\uDE00\"").length(), 1);
}

TEST_CASE("[GDScript][Tokenizer] Broken strings are refused") {
	CHECK_EQ(text("\"abc"), "refused");
	CHECK_EQ(text("\"\\q\""), "refused");
	CHECK_EQ(text("\"\\u12\""), "refused");
	CHECK_EQ(text("\"\\uD83D\""), "refused");
	CHECK_EQ(text("r'a\\'"), "refused");
}

TEST_CASE("[GDScript][Tokenizer] The first token of a line carries the indentation, comments and blank lines none") {
	const String source = "a\n\t# comment\n\n\tb c\n  \td"; // The tokens point into it.
	GDScriptTokenizer tokenizer(source);
	const LocalVector<GDScriptToken> &tokens = tokenizer.get_tokens();
	CHECK(tokens[0].first_on_line);
	CHECK_EQ(tokens[0].indent, 0);
	CHECK_EQ(tokens[1].indent, 1);
	CHECK_EQ(tokens[1].line, 4);
	CHECK_FALSE(tokens[2].first_on_line);
	CHECK(tokens[3].mixed_indent);
}

TEST_CASE("[GDScript][Tokenizer] A backslash joins lines and nothing may follow it") {
	const String joined_source = "a \\\n\tb";
	GDScriptTokenizer joined(joined_source);
	CHECK_FALSE(joined.get_tokens()[1].first_on_line);
	CHECK_EQ(kinds("a \\ \nb"), "identifier unreadable text identifier");
	CHECK_EQ(kinds("a \\"), "identifier unreadable text");
}

TEST_CASE("[GDScript][Tokenizer] Names may use the letters of all alphabets, symbols are refused") {
	CHECK_EQ(kinds(String::utf8("größe = 数")), "identifier = identifier");
	CHECK_EQ(kinds(String::utf8("a→b")), "identifier unreadable text identifier");
	CHECK_EQ(kinds("a?b`"), "identifier unreadable text identifier unreadable text");
}

TEST_CASE("[GDScript][Tokenizer] The same word gives the same name") {
	const String source = "alpha beta alpha @alpha"; // The tokens point into it.
	GDScriptTokenizer tokenizer(source);
	const LocalVector<GDScriptToken> &tokens = tokenizer.get_tokens();
	CHECK_EQ(tokenizer.get_name(tokens[0]), tokenizer.get_name(tokens[2]));
	CHECK_NE(tokenizer.get_name(tokens[0]), tokenizer.get_name(tokens[1]));
	CHECK_EQ(String(tokenizer.get_name(tokens[3])), "@alpha");
}

} // namespace TestGDScriptTokenizer
