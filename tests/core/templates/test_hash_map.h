// HashMap and HashSet: order, stable entries, keys that are hard to hash.
#pragma once

#include "core/templates/hash_set.h"
#include "core/templates/vector.h"
#include "tests/test_macros.h"

#include <cmath>

namespace TestHashMap {

// All keys collide.
struct OneBucket {
	static uint32_t hash(int) { return 5; }
};

template <typename Map>
Vector<int> keys_of(const Map &p_map) {
	Vector<int> keys;
	for (const KeyValue<int, int> &entry : p_map) {
		keys.push_back(entry.key);
	}
	return keys;
}

TEST_CASE("[Templates][HashMap] Entries come in the order of insertion, also after erasing and growing") {
	HashMap<int, int> map;
	for (int i = 0; i < 100; i++) {
		map[i * 37 % 101] = i;
	}
	for (int i = 0; i < 100; i += 2) {
		CHECK(map.erase(i * 37 % 101));
	}
	map[0] = 1; // Anew, at the end.
	map[37] = 5; // It is there and stays in place.
	const Vector<int> keys = keys_of(map);
	CHECK_EQ(keys.size(), 51);
	CHECK_EQ(keys[0], 37);
	CHECK_EQ(keys[1], 3 * 37 % 101);
	CHECK_EQ(keys[50], 0);
}

TEST_CASE("[Templates][HashMap] References survive whatever happens to other entries") {
	HashMap<int, String> map;
	String &first = map[-1];
	first = "here";
	for (int i = 0; i < 10000; i++) {
		map[i] = itos(i);
	}
	for (int i = 0; i < 10000; i += 3) {
		map.erase(i);
	}
	CHECK_EQ(first, "here");
	CHECK_EQ(&first, map.getptr(-1));
}

TEST_CASE("[Templates][HashMap] Colliding keys are told apart") {
	HashMap<int, int, OneBucket> map;
	for (int i = 0; i < 50; i++) {
		map[i] = i * 2;
	}
	for (int i = 0; i < 50; i += 2) {
		map.erase(i);
	}
	for (int i = 0; i < 50; i++) {
		CHECK_EQ(map.has(i), i % 2 == 1);
	}
	CHECK_EQ(map[49], 98);
}

TEST_CASE("[Templates][HashMap] NAN finds itself and both zeros are one key") {
	HashMap<double, int> map;
	map[NAN] = 1;
	map[NAN] = 2;
	map[0.0] = 3;
	map[-0.0] = 4;
	CHECK_EQ(map.size(), 2);
	CHECK_EQ(map[NAN], 2);
	CHECK_EQ(map[0.0], 4);
}

TEST_CASE("[Templates][HashMap] A key can be replaced in place, unless the new one is taken") {
	for (int count : { 3, 30 }) { // Without and with a table.
		HashMap<int, int> map;
		for (int i = 0; i < count; i++) {
			map[i] = i;
		}
		CHECK(map.replace_key(1, 1000));
		CHECK_FALSE(map.replace_key(2, 0));
		CHECK_FALSE(map.replace_key(77, 78));
		CHECK_EQ(keys_of(map)[1], 1000);
		CHECK_EQ(map[1000], 1);
		CHECK_FALSE(map.has(1));
	}
}

TEST_CASE("[Templates][HashMap] Copies are independent, moves leave nothing behind") {
	HashMap<int, int> map = { { 1, 10 }, { 2, 20 } };
	HashMap<int, int> copy = map;
	copy[1] = 11;
	CHECK_EQ(map[1], 10);
	HashMap<int, int> moved = std::move(copy);
	CHECK_EQ(moved[1], 11);
	map = static_cast<const HashMap<int, int> &>(map); // To itself.
	CHECK_EQ(map.size(), 2);
	map.clear();
	CHECK(map.is_empty());
	map[5] = 5;
	CHECK_EQ(map.size(), 1);
}

TEST_CASE("[Templates][HashMap] Sorting orders the entries by key and keeps them findable") {
	HashMap<int, int> map;
	for (int i = 0; i < 40; i++) {
		map[i * 17 % 41] = i;
	}
	map.sort();
	const Vector<int> keys = keys_of(map);
	for (int i = 1; i < keys.size(); i++) {
		CHECK_LT(keys[i - 1], keys[i]);
	}
	CHECK_EQ(map[17], 1);
	CHECK_EQ(map.last()->key, 40);
}

TEST_CASE("[Templates][HashMap] The entry visited may be erased once the next is known") {
	HashMap<int, int> map;
	for (int i = 0; i < 20; i++) {
		map[i] = i;
	}
	for (HashMap<int, int>::Iterator it = map.begin(); it;) {
		HashMap<int, int>::Iterator next = it;
		++next;
		if (it->key % 2 == 0) {
			map.remove(it);
		}
		it = next;
	}
	CHECK_EQ(map.size(), 10);
	CHECK_EQ(map.begin()->key, 1);
}

TEST_CASE("[Templates][HashSet] Keys are kept once, in order") {
	HashSet<String> set = { "b", "a", "b" };
	CHECK_EQ(set.size(), 2);
	CHECK_EQ(*set.begin(), "b");
	CHECK(set.erase("b"));
	CHECK_FALSE(set.erase("b"));
	CHECK(set.has("a"));
}

} // namespace TestHashMap
