// Variant itself: what it holds, what copies share, conversion, hash and text.
#pragma once

#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"
#include "tests/test_macros.h"

namespace TestVariant {

TEST_CASE("[Variant][Lifetime] Copies share arrays, dictionaries and packed arrays, and copy texts and matrices") {
	const Variant array = Array{ 1, 2 };
	const Variant same = array;
	VariantInternal::get_array(const_cast<Variant *>(&array)).push_back(3);
	CHECK_EQ(VariantInternal::get_array(&same).size(), 3);

	Variant packed = PackedByteArray({ 1, 2 });
	const Variant packed_too = packed;
	VariantInternal::get<PackedByteArray>(&packed).push_back(3);
	CHECK_EQ(VariantInternal::get<PackedByteArray>(&packed_too).size(), 3);

	Variant transform = Transform2D();
	const Variant transform_before = transform;
	VariantInternal::get<Transform2D>(&transform).columns[2] = Vector2(5, 6);
	CHECK_EQ(VariantInternal::get<Transform2D>(&transform_before).columns[2], Vector2());
}

TEST_CASE("[Variant][Lifetime] A value assigned from inside itself survives") {
	const Variant inner = Array{ 7 };
	Variant nested = Array{ inner };
	nested = VariantInternal::get_array(&nested)[0];
	CHECK_EQ(nested.stringify(), String("[7]"));
}

TEST_CASE("[Variant][Convert] Floats outside the range of integers become the smallest one") {
	CHECK_EQ(int64_t(Variant(1e300)), INT64_MIN);
	CHECK_EQ(int64_t(Variant(Math::NaN)), INT64_MIN);
	CHECK_EQ(int32_t(Variant(Math::INF)), INT32_MIN);
	CHECK_EQ(int64_t(Variant(-2.9)), -2);
	CHECK_EQ(uint8_t(Variant(300)), 44);
}

TEST_CASE("[Variant][Convert] Only related types convert without being asked") {
	CHECK(Variant::can_convert_strict(Variant::INT, Variant::FLOAT));
	CHECK(Variant::can_convert_strict(Variant::STRING, Variant::NODE_PATH));
	CHECK(Variant::can_convert_strict(Variant::ARRAY, Variant::PACKED_COLOR_ARRAY));
	CHECK(Variant::can_convert_strict(Variant::NIL, Variant::OBJECT));
	CHECK_FALSE(Variant::can_convert_strict(Variant::STRING, Variant::INT));
	CHECK_FALSE(Variant::can_convert_strict(Variant::NIL, Variant::INT));
	CHECK_FALSE(Variant::can_convert_strict(Variant::COLOR, Variant::VECTOR4));
	Variant value = "text";
	CHECK_FALSE(Variant::convert_strict(value, Variant::INT));
	CHECK_EQ(value.stringify(), String("text"));
}

TEST_CASE("[Variant][Convert] Vectors of all sizes and kinds turn into each other when asked") {
	CHECK_EQ(Variant(Vector2(1.5f, -2)).operator Vector4i(), Vector4i(1, -2, 0, 0));
	CHECK_EQ(Variant(Vector4i(1, 2, 3, 4)).operator Vector2(), Vector2(1, 2));
	CHECK_EQ(Variant::type_convert(Array{ 1, "2", 3.7 }, Variant::PACKED_INT32_ARRAY).stringify(), String("[1, 2, 3]"));
}

TEST_CASE("[Variant][Hash] Values have the hashes that scripts have always seen") {
	CHECK_EQ(Variant(0).hash(), 720020139u);
	CHECK_EQ(Variant(-1).hash(), 532412650u);
	CHECK_EQ(Variant(1.0).hash(), 3617861189u);
	CHECK_EQ(Variant(-0.0).hash(), Variant(0.0).hash());
	CHECK_EQ(Variant(Vector2i(3, -4)).hash(), 3208528261u);
	CHECK_EQ(Variant(Array{ 3, 1, 2 }).hash(), 1857163861u);
	CHECK_EQ(Variant(Dictionary()).hash(), 2697048408u);
	CHECK_EQ(Variant(PackedInt32Array({ 1, -2, 2147483647 })).hash(), 224203785u);
	CHECK_EQ(Variant(Callable()).hash(), 2661229415u);
	CHECK_EQ(NodePath("/root").hash(), 607873069u);
	CHECK_EQ(NodePath("a/b").hash(), 1780534522u);
	CHECK_EQ(Variant("abc").hash(), Variant(StringName("abc")).hash());
}

TEST_CASE("[Variant][Compare] Containers compare by exact type, and find NAN") {
	CHECK_FALSE(Variant(1).hash_compare(1.0));
	CHECK(Variant(Math::NaN).hash_compare(Math::NaN));
	CHECK_FALSE(Variant(Math::NaN) == Variant(Math::NaN));
	CHECK(Array{ Math::NaN }.has(Math::NaN));
	CHECK_FALSE(Array{ 1 } == Array{ 1.0 });
	CHECK(StringLikeVariantComparator::compare("a", StringName("a")));
	CHECK_FALSE(Variant("a").hash_compare(StringName("a")));
}

TEST_CASE("[Variant][Truth] A value is false when it equals its type's default") {
	CHECK_FALSE(Variant(Color()).booleanize());
	CHECK(Variant(Color(0, 0, 0, 0)).booleanize());
	CHECK_FALSE(Variant(Basis()).booleanize());
	CHECK_FALSE(Variant(Quaternion()).booleanize());
	CHECK(Variant(Math::NaN).booleanize());
	CHECK_FALSE(Variant(Array()).booleanize());
	CHECK(Variant(Array{ Variant() }).booleanize());
}

TEST_CASE("[Variant][Text] Texts are quoted inside containers only") {
	CHECK_EQ(Variant("a\"b").stringify(), String("a\"b"));
	CHECK_EQ(Variant(Array{ "a\"b", StringName("n"), NodePath("p/q"), Variant() }).stringify(), String("[\"a\\\"b\", &\"n\", ^\"p/q\", <null>]"));
	CHECK_EQ(Variant(Dictionary()).stringify(), String("{  }"));
	CHECK_EQ(Variant(PackedVector2Array({ Vector2(1, 2) })).stringify(), String("[(1.0, 2.0)]"));
	CHECK_EQ(Variant(RID()).stringify(), String("RID(0)"));
}

TEST_CASE("[Variant][Text] Containers that contain themselves are cut off everywhere") {
	ExpectErrors quiet;
	Array array;
	array.push_back(array);
	Dictionary dictionary;
	dictionary["self"] = dictionary;
	CHECK(Variant(array).stringify().contains("[...]"));
	CHECK(Variant(dictionary).stringify().contains("{ ... }"));
	CHECK(Variant(array).hash() != 0);
	CHECK(array.duplicate(true).size() == 1);
	CHECK(array == array);
	Array other;
	other.push_back(other);
	CHECK(array == other);
	// What refers to itself would never die.
	array.clear();
	other.clear();
	dictionary.clear();
}

TEST_CASE("[Variant][Iterate] Numbers and vectors count, texts give characters, dictionaries give keys") {
	const auto walk = [](const Variant &p_value) {
		Array seen;
		Variant state;
		bool valid = false;
		for (bool more = p_value.iter_init(state, valid); more && valid; more = p_value.iter_next(state, valid)) {
			seen.push_back(p_value.iter_get(state, valid));
		}
		return Variant(seen).stringify();
	};
	CHECK_EQ(walk(3), String("[0, 1, 2]"));
	CHECK_EQ(walk(2.5), String("[0.0, 1.0, 2.0]"));
	CHECK_EQ(walk(Vector3(1, 0, -0.25)), String("[1.0, 0.75, 0.5, 0.25]"));
	CHECK_EQ(walk(Vector3i(5, 0, 0)), String("[]"));
	CHECK_EQ(walk("ab"), String("[\"a\", \"b\"]"));
	CHECK_EQ(walk(PackedByteArray({ 7 })), String("[7]"));
	Dictionary dictionary;
	dictionary["x"] = 1;
	dictionary[2] = 2;
	CHECK_EQ(walk(dictionary), String("[\"x\", 2]"));
	Variant state;
	bool valid = true;
	CHECK_FALSE(Variant(StringName("ab")).iter_init(state, valid));
	CHECK_FALSE(valid);
}

TEST_CASE("[Variant][Index] A character of a text is exchanged where it is, and only in the copy that is written to") {
	Variant text = String("abc").repeat(20);
	const Variant other = text;
	bool valid = false;
	bool out_of_bounds = false;
	text.set_indexed(1, "X", valid, out_of_bounds);
	const char32_t *place = VariantInternal::get_string(&text).ptr();
	text.set_indexed(-1, "Yz", valid, out_of_bounds);
	CHECK(VariantInternal::get_string(&text).ptr() == place);
	CHECK_EQ(String(text).left(3) + String(text).right(2), "aXcbY");
	CHECK_EQ(String(other), String("abc").repeat(20));
	text.set_indexed(0, "", valid, out_of_bounds);
	CHECK_EQ(String(text).length(), 59);
	text.set_indexed(59, "q", valid, out_of_bounds);
	CHECK(out_of_bounds);
}

} // namespace TestVariant
