// String: memory, searching, parts and splitting, with every kind of odd argument.
#pragma once

#include "core/string/ustring.h"
#include "tests/test_macros.h"

namespace TestString {

static Vector<String> texts(std::initializer_list<const char *> p_texts) {
	Vector<String> result;
	for (const char *text : p_texts) {
		result.push_back(text);
	}
	return result;
}

TEST_CASE("[String][Core] Copies share until one is written, and always end with a zero") {
	String a = "hello";
	String b = a;
	CHECK_EQ(a.get_data(), b.get_data());
	b.set(0, 'j');
	CHECK_EQ(a, "hello");
	CHECK_EQ(b, "jello");
	CHECK_EQ(b.get_data()[5], 0);
	CHECK_EQ(String().get_data()[0], 0);
	CHECK_EQ(sizeof(String), sizeof(void *));
}

TEST_CASE("[String][Core] A text may be appended to itself, whole and in part") {
	String text = "ab";
	text += text;
	text.append_utf32_unchecked(text.span().subspan(1, 2));
	CHECK_EQ(text, "ababba");
	String shared = text;
	text += U'!';
	CHECK_EQ(shared, "ababba");
}

TEST_CASE("[String][Core] Appending one character at a time does not copy each time") {
	String text;
	int moves = 0;
	const char32_t *data = text.get_data();
	for (int i = 0; i < 100000; i++) {
		text += U'x';
		moves += text.get_data() != data ? 1 : 0;
		data = text.get_data();
	}
	CHECK_EQ(text.length(), 100000);
	CHECK_LT(moves, 100);
}

TEST_CASE("[String][Core] Comparison with bytes reads them as UTF-8") {
	CHECK(String("\xC3\xA9") == "\xC3\xA9");
	CHECK_EQ(String("\xC3\xA9").length(), 1);
	CHECK_FALSE(String("ab") == "abc");
	CHECK_FALSE(String("abc") == "ab");
	CHECK(String() == "");
}

TEST_CASE("[String][Core] Positions outside are answered, not followed") {
	const String text = "hello";
	ExpectErrors silence;
	CHECK_EQ(text.unicode_at(-1), 0);
	CHECK_EQ(text.unicode_at(5), 0);
	for (int64_t odd : { INT64_MIN, INT64_MIN + 1, int64_t(-6), int64_t(5), int64_t(6), INT64_MAX - 1, INT64_MAX }) {
		CHECK_EQ(text.substr(odd), "");
		CHECK_EQ(text.find("l", odd), -1);
		CHECK_EQ(text.find("longer than the text", odd), -1);
		CHECK_EQ(text.rfind("l", odd), -1);
		CHECK_EQ(text.find_char('l', odd), -1);
		CHECK_EQ(text.get_slice("l", odd), "");
	}
	for (int64_t count : { int64_t(5), int64_t(6), INT64_MAX - 1, INT64_MAX }) {
		CHECK_EQ(text.substr(0, count), text);
		CHECK_EQ(text.left(count), text);
		CHECK_EQ(text.right(count), text);
		CHECK_EQ(text.left(-count), "");
		CHECK_EQ(text.right(-count), "");
		CHECK_EQ(text.erase(count), text);
		CHECK_EQ(text.erase(2, count), "he");
		CHECK_EQ(text.insert(count, "!"), "hello!");
		CHECK_EQ(text.count("l", 0, count), 2);
		CHECK_EQ(text.lpad(-count), text);
	}
	CHECK_EQ(text.erase(-1), "");
	CHECK_EQ(text.erase(1, -1), "");
	CHECK_EQ(text.repeat(-1), "");
	CHECK_EQ(text.repeat(INT64_MAX), "");
	CHECK_EQ(text.lpad(INT64_MAX), text);
}

TEST_CASE("[String][Search] Negative starts count back from the last place that fits") {
	const String text = "hello";
	CHECK_EQ(text.find("lo", -1), 3);
	CHECK_EQ(text.find("he", -4), 0);
	CHECK_EQ(text.find("hello", -2), -1);
	CHECK_EQ(text.findn("LO", -2), 3);
	CHECK_EQ(text.rfind("ell", -2), 1);
	CHECK_EQ(text.rfind("he", -5), -1);
	CHECK_EQ(text.rfind("lo", 4), -1);
	CHECK_EQ(text.rfindn("L", 3), 3);
	CHECK_EQ(text.find(""), -1);
	CHECK_EQ(text.rfind(""), -1);
}

TEST_CASE("[String][Search] Wildcards match without ever running away") {
	CHECK(String("hello").match("h*l?"));
	CHECK(String("a*b").match("a*b"));
	CHECK(String("abc").match("***"));
	CHECK_FALSE(String("a.b").match("a?b"));
	CHECK_FALSE(String("").match("*"));
	CHECK_FALSE(String("a").match(""));
	CHECK(String("HeLLo").matchn("h*O"));
	CHECK_FALSE(String("a").repeat(2000).match(String("a*").repeat(30) + "b"));
}

TEST_CASE("[String][Search] Keys are found in the order of the text") {
	int key = -1;
	CHECK_EQ(String("one two").findmk(texts({ "two", "", "ne" }), 0, &key), 1);
	CHECK_EQ(key, 2);
	CHECK_EQ(String("one").findmk({}, 0), -1);
}

TEST_CASE("[String][Split] Parts, empty parts and limits") {
	CHECK_EQ(String("a,b,,c").split(","), texts({ "a", "b", "", "c" }));
	CHECK_EQ(String("a,b,,c").split(",", false), texts({ "a", "b", "c" }));
	CHECK_EQ(String("a,b,c").split(",", true, 1), texts({ "a", "b,c" }));
	CHECK_EQ(String("a,b,c").rsplit(",", true, 1), texts({ "a,b", "c" }));
	CHECK_EQ(String("aaaa").split("aa"), texts({ "", "", "" }));
	CHECK_EQ(String("aaa").rsplit("aa"), texts({ "a", "" }));
	CHECK_EQ(String("abc").split(""), texts({ "a", "b", "c" }));
	CHECK_EQ(String("abc").rsplit("", true, 1), texts({ "ab", "c" }));
	CHECK_EQ(String("").split(","), texts({ "" }));
	CHECK_EQ(String("").split(",", false), texts({}));
	CHECK_EQ(String("").rsplit("", false), texts({}));
	CHECK_EQ(String(" a  b ").split_spaces(), texts({ "a", "b" }));
	CHECK_EQ(String("1 2  3").split_floats(" "), Vector<double>({ 1, 2, 0, 3 }));
	CHECK_EQ(String("").split_floats(","), Vector<double>());
	CHECK_EQ(String(", ").join(texts({ "a", "b" })), "a, b");
	CHECK_EQ(String("x").join({}), "");
}

TEST_CASE("[String][Split] Slices exist for every part, and a text without the delimiter is one") {
	CHECK_EQ(String("a,b,").get_slice(",", 2), "");
	CHECK_EQ(String("a,b,").get_slice_count(","), 3);
	CHECK_EQ(String("abc").get_slice(",", 2), "abc");
	CHECK_EQ(String("abc").get_slice("", 0), "");
	CHECK_EQ(String("a,b").get_slicec(',', 1), "b");
	CHECK_EQ(String("a,b").get_slicec(',', 2), "");
}

TEST_CASE("[String][Edit] Replacing never looks at what it put in") {
	CHECK_EQ(String("aaa").replace("a", "aa"), "aaaaaa");
	CHECK_EQ(String("aAaA").replacen("aa", "b"), "bb");
	CHECK_EQ(String("aaa").replace_first("a", ""), "aa");
	CHECK_EQ(String("abc").replace("", "x"), "abc");
	CHECK_EQ(String("hello").replace_chars("lo", '_'), "he___");
	CHECK_EQ(String("hello").remove_chars("lo"), "he");
	ExpectErrors silence;
	CHECK_EQ(String("abc").replace_char('a', 0), "abc");
}

TEST_CASE("[String][Edit] Indentation is added to lines with text and taken off by the first line's measure") {
	CHECK_EQ(String("a\n\nb").indent("  "), "  a\n\n  b");
	CHECK_EQ(String("").indent("x"), "");
	CHECK_EQ(String("  a\n b\n   c").dedent(), "a\nb\n c");
	CHECK_EQ(String("one\n\t\ttwo\n\t").dedent(), "one\n\t\ttwo\n");
}

TEST_CASE("[String][Edit] Numbers in texts are padded around their period") {
	CHECK_EQ(String("1.999").pad_decimals(2), "1.99");
	CHECK_EQ(String("1").pad_decimals(2), "1.00");
	CHECK_EQ(String("12.5").pad_decimals(-5), "12");
	CHECK_EQ(String("-a1b").pad_zeros(5), "-a0001b");
	CHECK_EQ(String(".5").pad_zeros(2), ".5");
}

TEST_CASE("[String][Compare] Natural order reads numbers, file order puts hidden names first") {
	CHECK_EQ(String("file2").naturalcasecmp_to("file10"), -1);
	CHECK_EQ(String("file02").naturalcasecmp_to("file2"), 0);
	CHECK_EQ(String("12345678901234567890").naturalcasecmp_to("12345678901234567891"), -1);
	CHECK_EQ(String("x 1").naturalcasecmp_to("x1"), 1);
	CHECK_EQ(String("_a").filecasecmp_to(".a"), 1);
	CHECK_EQ(String("a").filecasecmp_to("_a"), 1);
	CHECK_EQ(String("_").filecasecmp_to("_."), 1);
	CHECK_EQ(String(".-").filecasecmp_to("._"), -1);
	CHECK_EQ(String(".").naturalcasecmp_to(""), -1);
	CHECK_EQ(String(".").naturalcasecmp_to("."), 0);
	CHECK_EQ(String("..").naturalcasecmp_to("."), 1);
	CHECK_EQ(String("a_b").nocasecmp_to("aB"), 1);
	CHECK_EQ(String("a").casecmp_to("ab"), -1);
	CHECK_EQ(String("aaaa").similarity("aa"), 1.5);
	CHECK_EQ(String("a").similarity("b"), 0.0);
}

TEST_CASE("[String][Case] Words are told apart by case, digits and separators") {
	CHECK_EQ(String("HTTPServer2Go").to_snake_case(), "http_server_2_go");
	CHECK_EQ(String("Vector3DToString").to_pascal_case(), "Vector3dToString");
	CHECK_EQ(String("  lead and trail  ").to_camel_case(), "leadAndTrail");
	CHECK_EQ(String("  lead  ").to_snake_case(), "__lead__");
	CHECK_EQ(String("i18n_text").capitalize(), "I 18n Text");
	CHECK_EQ(String(U"\u03A3\u0398").to_lower(), String(U"\u03C3\u03B8"));
	CHECK_EQ(String(U"stra\u00DFe \u01C5").to_upper(), String(U"STRA\u00DFE \u01C4"));
	CHECK(String(U"\u65E5_1").is_valid_unicode_identifier());
	CHECK_FALSE(String(U"\u00B2x").is_valid_unicode_identifier());
}

TEST_CASE("[String][Search] Places, counts and replacements are those of a search character by character") {
	const String text = String("abcabcaab").repeat(7) + String(U"\u65E5\U0001F44D");
	for (const char32_t *key : { U"a", U"aa", U"caab", U"abcabcaababc", U"\u65E5\U0001F44D", U"\U0001F44D", U"x", U"aabx" }) {
		const String what = key;
		for (int64_t from = 0; from <= text.length() + 1; from++) {
			int64_t first = -1;
			int64_t found = 0;
			for (int64_t i = from; i + what.length() <= text.length(); i++) {
				if (text.substr(i, what.length()) == what) {
					first = first < 0 ? i : first;
					found++;
					i += what.length() - 1;
				}
			}
			REQUIRE_EQ(text.find(what, from), first);
			REQUIRE_EQ(text.count(what, from), found);
		}
		CHECK_EQ(text.replace(what, "--"), String("--").join(text.split(what)));
		CHECK_EQ(text.replace(what, ""), String().join(text.split(what)));
	}
	CHECK_EQ(String("aaa").replace("aaa", ""), "");
	CHECK_EQ(String("abcab").rfind("ab"), 3);
	CHECK_EQ(String("abcab").rfind("ab", 2), 0);
}

} // namespace TestString
