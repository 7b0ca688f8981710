// LocalVector: elements are made and destroyed exactly once.
#pragma once

#include "core/templates/local_vector.h"
#include "tests/test_macros.h"

namespace TestLocalVector {

TEST_CASE("[Templates][LocalVector] Own elements may be added, inserted and removed") {
	LocalVector<String> v = { "a", "b" };
	for (int i = 0; i < 20; i++) {
		v.push_back(v[0]);
	}
	v.insert(1, v[21]);
	CHECK_EQ(v.size(), 23);
	CHECK_EQ(v[1], "a");
	CHECK_EQ(v[2], "b");
	v.remove_at(2);
	v.remove_at_unordered(0);
	CHECK_FALSE(v.has("b"));
	CHECK_EQ(v.size(), 21);
}

TEST_CASE("[Templates][LocalVector] Copies are deep, moves are not copies") {
	LocalVector<int> a = { 1, 2, 3 };
	LocalVector<int> b = a;
	b[0] = 9;
	CHECK_EQ(a[0], 1);
	const int *data = b.ptr();
	const LocalVector<int> c = std::move(b);
	CHECK_EQ(c.ptr(), data);
	a.clear();
	CHECK(a.is_empty());
	CHECK_GT(a.get_capacity(), 0);
	a.reset();
	CHECK_EQ(a.get_capacity(), 0);
}

} // namespace TestLocalVector
