// Vector: sharing, aliasing, sizes out of range.
#pragma once

#include "core/templates/vector.h"
#include "tests/test_macros.h"

namespace TestVector {

// Counts itself, and looks at the vector that holds it when it dies.
struct Witness {
	static inline int alive = 0;
	static inline const Vector<Witness> *watched = nullptr;
	static inline int64_t largest_seen = 0;
	int value = 0;

	Witness(int p_value = 0) :
			value(p_value) { alive++; }
	Witness(const Witness &p_other) :
			value(p_other.value) { alive++; }
	Witness &operator=(const Witness &p_other) = default;
	bool operator==(const Witness &p_other) const { return value == p_other.value; }
	~Witness() {
		alive--;
		if (watched != nullptr) {
			largest_seen = MAX(largest_seen, watched->size());
		}
	}
};

TEST_CASE("[Templates][Vector] A copy shares its elements until one side writes") {
	Vector<int> a = { 1, 2, 3 };
	Vector<int> b = a;
	CHECK_EQ(a.ptr(), b.ptr());
	b.write[1] = 20;
	CHECK_NE(a.ptr(), b.ptr());
	CHECK_EQ(a, Vector<int>({ 1, 2, 3 }));
	CHECK_EQ(b, Vector<int>({ 1, 20, 3 }));
}

TEST_CASE("[Templates][Vector] An element of the vector itself may be added, inserted and set") {
	Vector<String> v = { "a" };
	for (int i = 0; i < 40; i++) {
		v.push_back(v[0]);
		v.insert(0, v[v.size() - 1]);
	}
	CHECK_EQ(v.size(), 81);
	CHECK_EQ(v.count("a"), 81);
	Vector<String> shared = v;
	v.set(3, v[4]);
	CHECK_EQ(shared, v);
}

TEST_CASE("[Templates][Vector] Appending a vector to itself doubles it") {
	Vector<int> v = { 1, 2, 3 };
	v.append_array(v);
	v.append_array(v);
	CHECK_EQ(v, Vector<int>({ 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3 }));
}

TEST_CASE("[Templates][Vector] Sizes that cannot be change nothing") {
	Vector<int> v = { 1 };
	CHECK_EQ(v.resize(-1), ERR_INVALID_PARAMETER);
	CHECK_EQ(v.resize(INT64_MAX), ERR_OUT_OF_MEMORY);
	CHECK_EQ(v.resize(INT64_MAX / 8), ERR_OUT_OF_MEMORY);
	CHECK_EQ(v.reserve(INT64_MAX), ERR_OUT_OF_MEMORY);
	ExpectErrors silence;
	CHECK_EQ(v.insert(2, 5), ERR_INVALID_PARAMETER);
	v.remove_at(1);
	v.remove_at(-1);
	CHECK_EQ(v, Vector<int>({ 1 }));
}

TEST_CASE("[Templates][Vector] Growing fills with zeros, also where memory is used again") {
	Vector<int> v = { 7, 7, 7, 7 };
	v.resize(1);
	v.resize(4);
	CHECK_EQ(v, Vector<int>({ 7, 0, 0, 0 }));
}

TEST_CASE("[Templates][Vector] Every element made is destroyed once, and never seen half dead") {
	{
		Vector<Witness> v;
		Witness::watched = &v;
		Witness::largest_seen = 0;
		for (int i = 0; i < 20; i++) {
			v.push_back(Witness(i));
		}
		Vector<Witness> copy = v;
		v.remove_at(3);
		v.insert(0, v[5]);
		v.resize(4);
		CHECK_EQ(copy.size(), 20);
		CHECK_EQ(Witness::alive, 24);
		Witness::largest_seen = 0;
		v.clear();
		CHECK_EQ(Witness::largest_seen, 0);
		Witness::watched = nullptr;
	}
	CHECK_EQ(Witness::alive, 0);
}

TEST_CASE("[Templates][Vector] Slices count from both ends and are clamped") {
	const Vector<int> v = { 0, 1, 2, 3, 4 };
	CHECK_EQ(v.slice(1, 3), Vector<int>({ 1, 2 }));
	CHECK_EQ(v.slice(-2), Vector<int>({ 3, 4 }));
	CHECK_EQ(v.slice(0, -1), Vector<int>({ 0, 1, 2, 3 }));
	CHECK_EQ(v.slice(3, 1), Vector<int>());
	CHECK_EQ(v.slice(INT64_MIN, INT64_MAX), v);
	CHECK_EQ(v.slice(9), Vector<int>());
}

TEST_CASE("[Templates][Vector] Searches start where they are told") {
	const Vector<int> v = { 1, 2, 1, 2 };
	CHECK_EQ(v.find(2, 2), 3);
	CHECK_EQ(v.find(1, -1), -1);
	CHECK_EQ(v.find(1, -2), 2);
	CHECK_EQ(v.find(1, -9), -1);
	CHECK_EQ(v.rfind(2, 2), 1);
	CHECK_EQ(v.rfind(1), 2);
	CHECK_EQ(v.rfind(1, 4), -1);
	CHECK_EQ(v.rfind(1, -5), -1);
	CHECK_EQ(Vector<int>().rfind(1), -1);
}

} // namespace TestVector
