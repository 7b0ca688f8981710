// The text format: what is written reads back, and what is malformed is refused with a line.
#pragma once

#include "core/variant/variant.h"
#include "core/variant/variant_parser.h"
#include "tests/test_macros.h"

#include <cmath>
#include <cstring>

namespace TestVariantParser {

inline String round_trip(const Variant &p_value) {
	Variant back;
	Variant::construct_from_string(p_value.get_construct_string(), back);
	return back == p_value ? p_value.get_construct_string() : "lost: " + p_value.get_construct_string();
}

inline Variant read(const char *p_text) {
	Variant value;
	Variant::construct_from_string(p_text, value);
	return value;
}

TEST_CASE("[VariantParser][Values] What is written reads back equal") {
	CHECK_EQ(round_trip(1.0), String("1.0"));
	CHECK_EQ(round_trip(0.1), String("0.1"));
	CHECK_EQ(round_trip(1e20), String("1e+20"));
	CHECK_EQ(round_trip(-Math::INF), String("inf_neg"));
	CHECK_EQ(round_trip(INT64_MIN), itos(INT64_MIN));
	CHECK_EQ(round_trip("q\"b\\s\nn"), String("\"q\\\"b\\\\s\nn\""));
	CHECK_EQ(round_trip(StringName("n")), String("&\"n\""));
	CHECK_EQ(round_trip(NodePath("a/b:c")), String("NodePath(\"a/b:c\")"));
	CHECK_EQ(round_trip(Vector3(0.1f, 1e10f, -2)), String("Vector3(0.1, 10000000000, -2)"));
	CHECK_EQ(round_trip(Transform2D(1, 2, 3, 4, 5, 6)), String("Transform2D(1, 2, 3, 4, 5, 6)"));
	CHECK_EQ(round_trip(PackedColorArray({ Color(1, 0, 0.5f, 1) })), String("PackedColorArray(1, 0, 0.5, 1)"));
	CHECK_EQ(round_trip(PackedStringArray({ "a", "" })), String("PackedStringArray(\"a\", \"\")"));
	CHECK_EQ(round_trip(Array(Array{ 1 }, Variant::INT, StringName(), Variant())), String("Array[int]([1])"));
	Dictionary dictionary;
	dictionary["b"] = Array{ Variant(), true };
	dictionary[1] = Dictionary();
	CHECK_EQ(round_trip(dictionary), String("{\n1: {},\n\"b\": [null, true]\n}"));
}

TEST_CASE("[VariantParser][Values] Old names and odd spacing are understood") {
	CHECK_EQ(read("Quat( 0,0 , 0,1 )").get_type(), Variant::QUATERNION);
	CHECK_EQ(read("ByteArray(1)").get_type(), Variant::PACKED_BYTE_ARRAY);
	CHECK_EQ(read("PackedByteArray(\"AQID\")").stringify(), String("[1, 2, 3]"));
	CHECK_EQ(read("[1, ; a comment\n2,]").stringify(), String("[1, 2]"));
	CHECK_EQ(read("\"\\u0041\\ud83d\\udc4d\"").stringify(), String(U"A\U0001F44D"));
	CHECK_EQ(read("Vector2i(1.9, inf_neg)").stringify(), String("(1, -2147483648)"));
	CHECK_EQ(read("PackedVector2Array(1, 2, 3)").stringify(), String("[(1.0, 2.0)]"));
}

TEST_CASE("[VariantParser][Errors] Nothing malformed is taken for a value") {
	const char *const bad[] = { "", "+1", "'a'", "[1", "[,]", "[1 2]", "{\"a\" 1}", "{\"a\":", "Vector2()", "Vector2(1, \"a\")", "vector2(1, 2)", "NodePath(a)", "Object()", "\"open", "\"\\ud800\"", "\"\\uZZZZ\"", "@", "&", "-", "PackedStringArray(1)", "ExtResource(\"1\")" };
	for (const char *text : bad) {
		Variant value = "untouched";
		String error;
		int line = 0;
		CHECK_MESSAGE(VariantParser::parse(text, value, error, line) != OK, text);
		CHECK_FALSE(error.is_empty());
	}
}

TEST_CASE("[VariantParser][Errors] Nesting is limited and errors know their line") {
	Variant value;
	String error;
	int line = 0;
	CHECK(VariantParser::parse(String("[").repeat(100000), value, error, line) != OK);
	CHECK_EQ(VariantParser::parse("[1,\n2,\n?]", value, error, line), ERR_PARSE_ERROR);
	CHECK_EQ(line, 3);
}

TEST_CASE("[VariantParser][Tags] Tags and assignments come in the order of the file") {
	VariantParser parser("[node name=\"A\" index=2]\nscript = 1\n; comment\nmetadata/x = {\n\"k\": 2\n}\n[gd_scene]\n");
	VariantParser::Tag tag;
	String name;
	Variant value;
	REQUIRE(parser.parse_tag_or_assign(tag, name, value) == OK);
	CHECK_EQ(tag.name, String("node"));
	CHECK_EQ(tag.fields["name"].stringify(), String("A"));
	REQUIRE(parser.parse_tag_or_assign(tag, name, value) == OK);
	CHECK_EQ(name, String("script"));
	REQUIRE(parser.parse_tag_or_assign(tag, name, value) == OK);
	CHECK_EQ(name, String("metadata/x"));
	CHECK_EQ(value.get_type(), Variant::DICTIONARY);
	REQUIRE(parser.parse_tag_or_assign(tag, name, value) == OK);
	CHECK_EQ(tag.name, String("gd_scene"));
	CHECK_EQ(parser.parse_tag_or_assign(tag, name, value), ERR_FILE_EOF);

	VariantParser simple("[a b/c]\n\"quoted key\"=[1, 2]");
	REQUIRE(simple.parse_tag_or_assign(tag, name, value, true) == OK);
	CHECK_EQ(tag.name, String("a b/c"));
	REQUIRE(simple.parse_tag_or_assign(tag, name, value, true) == OK);
	CHECK_EQ(name, String("quoted key"));
}

TEST_CASE("[VariantParser][Resources] References go to whoever loads the file") {
	VariantParser::ResourceHooks hooks;
	hooks.ext_resource = [](void *, const Variant &p_id, Variant &r_value, String &r_error) {
		r_value = "resource " + String(p_id);
		r_error = "No such resource.";
		return String(p_id) == "1_a" ? OK : ERR_PARSE_ERROR;
	};
	Variant value;
	VariantParser parser("[ExtResource(\"1_a\"), ExtResource(\"2\")]", &hooks);
	CHECK_EQ(parser.parse_value(value), ERR_PARSE_ERROR);
	CHECK_EQ(parser.get_error(), String("No such resource."));
}

TEST_CASE("[VariantParser][Floats] Every float that is written reads back equal") {
	uint64_t seed = 99;
	for (int i = 0; i < 4000; i++) {
		seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
		double number;
		memcpy(&number, &seed, sizeof(number));
		const double numbers[] = { number, double(float(number)), std::ldexp(1.0, i - 1070), double(int64_t(seed)), 4294967296.0 * i };
		for (const double each : numbers) {
			if (!std::isfinite(each)) {
				continue;
			}
			REQUIRE_EQ(double(read(VariantWriter::write(each).utf8())), each);
			REQUIRE_EQ(read(VariantWriter::write(PackedFloat64Array({ each })).utf8()), Variant(PackedFloat64Array({ each })));
			REQUIRE_EQ(read(VariantWriter::write(PackedFloat32Array({ float(i) / 7 })).utf8()), Variant(PackedFloat32Array({ float(i) / 7 })));
		}
	}
}

TEST_CASE("[VariantParser][Packed] Numbers go straight into the array, groups that are not full are dropped") {
	CHECK_EQ(read("PackedInt32Array(1, -2, 4294967297, 2.9)").stringify(), "[1, -2, 1, 2]");
	CHECK_EQ(read("PackedInt64Array( 9223372036854775807 , -9223372036854775808)").stringify(), "[9223372036854775807, -9223372036854775808]");
	CHECK_EQ(read("PackedByteArray(1, 256, -1)"), Variant(PackedByteArray({ 1, 0, 255 })));
	CHECK_EQ(read("PackedByteArray(\"AQID\")"), Variant(PackedByteArray({ 1, 2, 3 })));
	CHECK_EQ(read("PackedVector2Array(1, 2, 3)").stringify(), "[(1.0, 2.0)]");
	CHECK_EQ(read("PackedColorArray(1, 0, 0, 1, 0, 1, 0, 1)"), Variant(PackedColorArray({ Color(1, 0, 0, 1), Color(0, 1, 0, 1) })));
	CHECK_EQ(read("PackedFloat64Array()"), Variant(PackedFloat64Array()));
	for (const char *text : { "PackedInt32Array(1,", "PackedInt32Array(1 2)", "PackedInt32Array(1,)", "PackedInt32Array(\"1\")", "PackedInt32Array(true)", "PackedByteArray(\"A\")", "PackedFloat32Array(-)" }) {
		CAPTURE(text);
		Variant value;
		String error;
		int line = 0;
		CHECK_NE(VariantParser::parse(text, value, error, line), OK);
		CHECK_FALSE(error.is_empty());
	}
}

} // namespace TestVariantParser
