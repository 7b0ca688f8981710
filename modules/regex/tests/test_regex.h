// RegEx and RegExMatch.
#pragma once

#include "modules/regex/regex.h"
#include "tests/test_macros.h"

namespace TestRegEx {

inline String all_of(const char *p_pattern, const String &p_subject, int p_offset = 0, int p_end = -1) {
	String text;
	const TypedArray<RegExMatch> matches = RegEx::create_from_string(p_pattern)->search_all(p_subject, p_offset, p_end);
	for (int i = 0; i < matches.size(); i++) {
		text += "[" + Ref<RegExMatch>(matches[i])->get_string() + "]";
	}
	return text;
}

TEST_CASE("[RegEx] A match knows its groups by number and by name") {
	const Ref<RegExMatch> match = RegEx::create_from_string("(?<year>\\d+)-(?<month>\\d+)(x)?")->search("in 2024-05");
	REQUIRE(match.is_valid());
	CHECK_EQ(match->get_string(), "2024-05");
	CHECK_EQ(match->get_string("month"), "05");
	CHECK_EQ(match->get_start(2), 8);
	CHECK_EQ(match->get_end("year"), 7);
	CHECK_EQ(match->get_group_count(), 3);
	CHECK_EQ(match->get_start(3), -1);
	CHECK_EQ(match->get_string(3), "");
	CHECK_EQ(match->get_string("none"), "");
	CHECK_EQ(match->get_strings().size(), 4);
	CHECK_EQ(match->get_names().size(), 2);
}

TEST_CASE("[RegEx] One name for several groups is the first that took part") {
	const Ref<RegEx> regex = RegEx::create_from_string("(?<n>a)|(?<n>b)");
	CHECK_EQ(regex->get_names().size(), 1);
	CHECK_EQ(regex->search("b")->get_string("n"), "b");
	CHECK_EQ(regex->search("b")->get_start(1), -1);
}

TEST_CASE("[RegEx] All matches, the empty ones too, within a range") {
	CHECK_EQ(all_of("\\d+", "a1 22 c333"), "[1][22][333]");
	CHECK_EQ(all_of("x*", "axb"), "[][x][][]");
	CHECK_EQ(all_of("a.", "a1 a2 a3 a4", 3, 8), "[a2][a3]");
	CHECK_EQ(all_of("(?<=a)b", "ab", 1), "[b]");
	CHECK_EQ(all_of(".", U"\U0001F600z"), U"[\U0001F600][z]");
}

TEST_CASE("[RegEx] Replacing") {
	const Ref<RegEx> regex = RegEx::create_from_string("(\\w)(?<d>\\d)");
	CHECK_EQ(regex->sub("a1 b2", "$2${1}"), "1a b2");
	CHECK_EQ(regex->sub("a1 b2", "<${d}$$>", true), "<1$> <2$>");
	CHECK_EQ(regex->sub("a1 b2 c3", "X", true, 2, 6), "a1 X c3");
	CHECK_EQ(RegEx::create_from_string("x")->sub("xx", String("0123456789").repeat(50), true).length(), 1000);
	CHECK_EQ(RegEx::create_from_string("")->sub("ab", "-", true), "-a-b-");
}

TEST_CASE("[RegEx] Mistakes are errors, not crashes") {
	ExpectErrors quiet;
	Ref<RegEx> regex = RegEx::create_from_string("(a");
	CHECK_FALSE(regex->is_valid());
	CHECK_EQ(regex->get_pattern(), "(a");
	CHECK(regex->search("a").is_null());
	CHECK_EQ(regex->sub("a", "b"), "");
	CHECK_EQ(regex->get_group_count(), 0);
	REQUIRE_EQ(regex->compile("a"), OK);
	CHECK(regex->search("a", -1).is_null());
	CHECK(regex->search("a", 2).is_null());
	CHECK_EQ(regex->search_all("aa", 5).size(), 0);
	CHECK_EQ(regex->sub("a", "$7"), "");
	CHECK_EQ(RegExMatch().get_string(), "");
}

TEST_CASE("[RegEx] A text that would draw out a search for ever gives no match") {
	ExpectErrors quiet;
	CHECK(RegEx::create_from_string("^(a+)+$")->search(String("a").repeat(60) + "b").is_null());
	CHECK(RegEx::create_from_string("^(?:(a)|b)*c")->search(String("a").repeat(2000000)).is_null());
}

} // namespace TestRegEx
