// Dictionary: keys, order, typed and read-only dictionaries.
#pragma once

#include "core/variant/typed_dictionary.h"
#include "core/variant/variant.h"
#include "tests/test_macros.h"

namespace TestDictionary {

inline String text(const Dictionary &p_dictionary) {
	return Variant(p_dictionary).stringify();
}

TEST_CASE("[Dictionary][Keys] A text is one key in both its types, numbers are two") {
	Dictionary d;
	d["a"] = 1;
	d[StringName("a")] = 2;
	d[0] = 3;
	d[0.0] = 4;
	d[-0.0] = 5;
	d[Math::NaN] = 6;
	CHECK_EQ(d.size(), 4);
	CHECK_EQ(d["a"].stringify(), String("2"));
	CHECK_EQ(d[0.0].stringify(), String("5"));
	CHECK(d.has(Math::NaN));
	CHECK_FALSE(d.has(true));
	CHECK(d.getptr(StringName("a")) != nullptr);
}

TEST_CASE("[Dictionary][Order] Entries stay in the order in which keys first came") {
	Dictionary d;
	for (int i = 0; i < 50; i++) {
		d[i] = i;
	}
	d[10] = "again";
	d.erase(3);
	d[3] = "last";
	const Array keys = d.keys();
	CHECK_EQ(int(keys[9]), 10);
	CHECK_EQ(int(keys[49]), 3);
	CHECK_EQ(int(d.get_key_at_index(3)), 4);
	d.sort();
	CHECK_EQ(int(d.get_key_at_index(3)), 3);
}

TEST_CASE("[Dictionary][Values] References stay good while others are added") {
	Dictionary d;
	d["first"] = "value";
	const Variant &kept = d["first"];
	for (int i = 0; i < 1000; i++) {
		d[i] = i;
	}
	CHECK_EQ(kept.stringify(), String("value"));
	d["copy"] = d["first"];
	CHECK_EQ(d["copy"].stringify(), String("value"));
}

TEST_CASE("[Dictionary][Values] Merging keeps what is there unless told otherwise") {
	Dictionary a;
	a["x"] = 1;
	Dictionary b;
	b["x"] = 2;
	b["y"] = 3;
	CHECK_EQ(text(a.merged(b)), String("{ \"x\": 1, \"y\": 3 }"));
	CHECK_EQ(text(a.merged(b, true)), String("{ \"x\": 2, \"y\": 3 }"));
	a.merge(a, true);
	CHECK_EQ(a.size(), 1);
	CHECK_EQ(a.find_key(1).stringify(), String("x"));
	CHECK_EQ(a.get_or_add("z", 5).stringify(), String("5"));
	CHECK(a.get("none", Variant()).is_null());
}

TEST_CASE("[Dictionary][Compare] Equal entries in any order are equal, and deep copies are independent") {
	Dictionary a;
	a["l"] = Array{ 1 };
	a["m"] = 2;
	Dictionary b;
	b["m"] = 2;
	b["l"] = Array{ 1 };
	CHECK(a == b);
	Dictionary shallow = a.duplicate();
	Dictionary deep = a.duplicate(true);
	Array(a["l"]).push_back(9);
	CHECK_EQ(Array(shallow["l"]).size(), 2);
	CHECK_EQ(Array(deep["l"]).size(), 1);
}

TEST_CASE("[Dictionary][Typed] Keys and values are converted or refused") {
	ExpectErrors quiet;
	TypedDictionary<StringName, int64_t> d;
	CHECK(d.set("a", 1.5));
	CHECK_FALSE(d.set(5, 1));
	CHECK_FALSE(d.set("b", "text"));
	d.merge(Dictionary(d.duplicate()), true);
	CHECK_EQ(text(d), String("{ &\"a\": 1 }"));
	Dictionary wrong;
	wrong[1] = 2;
	d.assign(wrong);
	CHECK_EQ(d.size(), 1);
	CHECK_FALSE(d.has(5));
	CHECK(d.keys().is_typed());
}

TEST_CASE("[Dictionary][ReadOnly] Writes are refused, and contents that are not read-only stay open") {
	ExpectErrors quiet;
	Dictionary d;
	d["k"] = Array{ 1 };
	d.make_read_only();
	CHECK_FALSE(d.set("x", 1));
	CHECK_FALSE(d.erase("k"));
	d.clear();
	d["k"] = 5;
	CHECK_EQ(text(d), String("{ \"k\": [1] }"));
	Array(d["k"]).push_back(2);
	CHECK_EQ(text(d), String("{ \"k\": [1, 2] }"));
}

} // namespace TestDictionary
