// Walks through values that hold themselves, or share containers so that they have more paths than anybody can walk.
#pragma once

#include "core/io/json.h"
#include "core/io/marshalls.h"
#include "core/variant/callable.h"
#include "core/variant/variant.h"
#include "tests/test_macros.h"

namespace TestContainerWalk {

inline Array holds_itself(int p_times) {
	Array array;
	for (int i = 0; i < p_times; i++) {
		array.push_back(array);
	}
	return array;
}

// 2^p_depth paths.
inline Variant shared(int p_depth, bool p_dictionaries = false) {
	Variant value = 1;
	for (int i = 0; i < p_depth; i++) {
		if (p_dictionaries) {
			Dictionary both;
			both["a"] = value;
			both["b"] = value;
			value = both;
		} else {
			value = Array{ value, value };
		}
	}
	return value;
}

// They would not end before the tests do, if they did not remember where they have been.
TEST_CASE("[Variant][Walk] What is shared without end is hashed, compared, copied and written in a bounded time") {
	ExpectErrors quiet;
	for (const bool dictionaries : { false, true }) {
		const Variant a = shared(60, dictionaries);
		const Variant b = shared(60, dictionaries);
		CHECK_EQ(a.hash(), b.hash());
		CHECK_EQ(a.table_hash(), b.table_hash());
		CHECK(a == b);
		CHECK(a.hash_compare(b));
		CHECK_FALSE(a < b);
		CHECK(a.duplicate(true).hash_compare(a));
		CHECK_GT(a.stringify().length(), 1000);
		CHECK_GT(a.get_construct_string().length(), 1000);
		CHECK_GT(JSON::stringify(a).length(), 1000);
		Vector<uint8_t> bytes;
		CHECK_EQ(encode_variant(a, bytes), ERR_INVALID_PARAMETER);
	}
}

TEST_CASE("[Variant][Walk] What holds itself twice has a hash, a text, an order and copies") {
	ExpectErrors quiet;
	Array a = holds_itself(2);
	Array b = holds_itself(2);
	CHECK_EQ(a.hash(), b.hash());
	CHECK(a == b);
	CHECK_FALSE(a < b);
	CHECK(a.has(b));
	CHECK(Variant(a).stringify().begins_with("[["));
	Array copy = a.duplicate(true);
	CHECK_EQ(copy.size(), 2);
	CHECK_FALSE(copy.is_same_instance(a));
	for (Array *each : { &a, &b, &copy }) {
		each->clear(); // A circle keeps itself alive.
	}
}

TEST_CASE("[Variant][Walk] Short walks copy each place on its own, however often a container is there") {
	const Array inner{ 1 };
	const Array outer{ inner, inner };
	const Array copy = outer.duplicate(true);
	CHECK_FALSE(Array(copy[0]).is_same_instance(copy[1]));
	CHECK_EQ(Variant(outer).stringify(), String("[[1], [1]]"));
}

TEST_CASE("[Variant][Walk] Arrays order element by element at any depth") {
	Variant small = Array{ 1, 2 };
	Variant large = Array{ 1, 3 };
	for (int i = 0; i < 60; i++) {
		small = Array{ 0, small };
		large = Array{ 0, large };
	}
	CHECK(small < large);
	CHECK_FALSE(large < small);
}

TEST_CASE("[Variant][TableHash] Keys that are equal hash equally, and what scripts see stays") {
	CHECK_EQ(Variant("name").table_hash(), Variant(StringName("name")).table_hash());
	CHECK_EQ(Variant("").table_hash(), Variant(StringName()).table_hash());
	CHECK_EQ(Variant(0.0).table_hash(), Variant(-0.0).table_hash());
	CHECK_EQ(Variant(Vector3(0, 1, 2)).table_hash(), Variant(Vector3(-0.0f, 1, 2)).table_hash());
	CHECK_EQ(String("Ez").hash(), String("FY").hash());
	CHECK_NE(String("Ez").table_hash(), String("FY").table_hash());
	String text = "abc";
	const uint32_t before = text.table_hash();
	text += "d";
	CHECK_NE(text.table_hash(), before);
	CHECK_EQ(text.table_hash(), String("abcd").table_hash());
	text.ptrw()[0] = U'A';
	CHECK_EQ(text.table_hash(), String("Abcd").table_hash());
}

TEST_CASE("[Callable] Without the name of a method it is null, and calling it is an error that ends") {
	ExpectErrors quiet;
	const Callable nameless(ObjectID(uint64_t(12345)), StringName());
	CHECK(nameless.is_null());
	CHECK_FALSE(nameless.is_custom());
	CHECK_FALSE(nameless.is_valid());
	CHECK(nameless.call().is_null());
	CHECK_EQ(nameless, Callable());
}

} // namespace TestContainerWalk
