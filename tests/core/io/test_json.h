// JSON both ways, and its errors.
#pragma once

#include "core/io/json.h"
#include "tests/test_macros.h"

static String json_error(const String &p_text) {
	Ref<JSON> json;
	json.instantiate();
	const Error error = json->parse(p_text);
	return itos(error) + " " + itos(json->get_error_line()) + " " + json->get_error_message();
}

TEST_CASE("[IO][JSON] Values of every kind are read") {
	const Variant value = JSON::parse_string("{\"a\": [1, -2.5e2, \"x\\u00e9\\ud83d\\ude00\\n\", true, null], \"b\": {}}");
	const Dictionary object = value;
	const Array array = object["a"];
	REQUIRE_EQ(array.size(), 5);
	CHECK(array[0] == Variant(1.0));
	CHECK(array[1] == Variant(-250.0));
	CHECK(array[2] == Variant(String::utf8("xé😀\n")));
	CHECK(array[3] == Variant(true));
	CHECK(array[4].get_type() == Variant::NIL);
	CHECK(object["b"].get_type() == Variant::DICTIONARY);
}

TEST_CASE("[IO][JSON] Every error names its line and what was expected") {
	CHECK_EQ(json_error("[1 2]"), "43 0 Expected ','");
	CHECK_EQ(json_error("{\n\"a\"\n1}"), "43 2 Expected ':'");
	CHECK_EQ(json_error("{1: 2}"), "43 0 Expected key");
	CHECK_EQ(json_error("[1,,2]"), "43 0 Expected value, got '',''");
	CHECK_EQ(json_error("[1"), "43 0 Expected ']'");
	CHECK_EQ(json_error("1 1"), "43 0 Expected 'EOF'");
	CHECK_EQ(json_error("tru"), "43 0 Expected 'true', 'false', or 'null', got 'tru'");
	CHECK_EQ(json_error("\"a"), "43 0 Unterminated string");
	CHECK_EQ(json_error("\"\\u12\""), "43 0 Malformed hex constant in string");
	CHECK_EQ(json_error("+1"), "43 0 Unexpected character");
	CHECK_EQ(json_error("[1,]"), "0 0 "); // Taken, as the scripting API does.
}

TEST_CASE("[IO][JSON] Nesting is limited both ways") {
	const String deep = String("[").repeat(JSON::MAX_DEPTH + 2);
	CHECK_EQ(json_error(String("[").repeat(500) + String("]").repeat(500)), "0 0 ");
	CHECK(json_error(deep).begins_with("6 "));
	ExpectErrors quiet;
	Array self;
	self.push_back(self);
	CHECK(JSON::stringify(self).begins_with("["));
	self.clear();
}

TEST_CASE("[IO][JSON] A failed parse keeps the data of the last good one") {
	Ref<JSON> json;
	json.instantiate();
	REQUIRE_EQ(json->parse("[3]"), OK);
	CHECK_EQ(json->parse("[4,", true), ERR_PARSE_ERROR);
	CHECK(json->get_data() == Variant(Array{ 3.0 }));
	CHECK_EQ(json->get_parsed_text(), "[4,");
}

TEST_CASE("[IO][JSON] Text is compact or indented, keys sorted or not") {
	Dictionary value;
	value["b"] = Array{ 1, 2.0, Variant() };
	value["a"] = "q\"\\\n";
	CHECK_EQ(JSON::stringify(value), "{\"a\":\"q\\\"\\\\\\n\",\"b\":[1,2.0,null]}");
	CHECK_EQ(JSON::stringify(value, "", false), "{\"b\":[1,2.0,null],\"a\":\"q\\\"\\\\\\n\"}");
	CHECK_EQ(JSON::stringify(Array{ 1, Array() }, "\t"), "[\n\t1,\n\t[]\n]");
}

TEST_CASE("[IO][JSON] Floats have fifteen digits, or as many as they need") {
	CHECK_EQ(JSON::stringify(1.0 / 3.0), "0.333333333333333");
	CHECK_EQ(JSON::stringify(1.0 / 3.0, "", true, true), "0.3333333333333333");
	CHECK_EQ(JSON::stringify(3.0), "3.0");
	CHECK_EQ(JSON::stringify(0.0000012), "0.0000012");
	CHECK_EQ(JSON::stringify(1e20), "100000000000000000000.0");
	CHECK_EQ(JSON::stringify(0.0), "0.0");
}

TEST_CASE("[IO][JSON] Native values survive the way through JSON text") {
	Dictionary dictionary;
	dictionary[1] = Vector3i(1, 2, 3);
	dictionary[StringName("n")] = Array{ 1, 2.5, NodePath("a:b"), Color(1, 0.5, 0.25, 1), PackedByteArray({ 1, 2 }), PackedVector2Array({ Vector2(1, 2) }) };
	const String text = JSON::stringify(JSON::from_native(dictionary), "", true, true);
	CHECK(JSON::to_native(JSON::parse_string(text)) == Variant(dictionary));
}

TEST_CASE("[IO][JSON] Native data from outside that does not fit becomes null, quietly for the rest") {
	ExpectErrors quiet;
	for (const char *text : { "\"plain\"", "1.5", "{}", "{\"type\": 3}", "{\"type\": \"Vector2\", \"args\": [1]}", "{\"type\": \"Node\", \"args\": []}", "{\"type\": \"Vector2\", \"args\": 7}" }) {
		CAPTURE(text);
		CHECK_EQ(JSON::to_native(JSON::parse_string(text)).get_type(), Variant::NIL);
	}
}
