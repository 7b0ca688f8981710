// Sorting: order, stability, and comparators that contradict themselves.
#pragma once

#include "core/templates/pair.h"
#include "core/templates/vector.h"
#include "tests/test_macros.h"

namespace TestSortArray {

using Item = Pair<int, int>; // Key, original place.

struct ByKey {
	bool operator()(const Item &p_a, const Item &p_b) const { return p_a.first < p_b.first; }
};
struct Always {
	bool operator()(const String &, const String &) const { return true; }
};
struct Whimsical {
	bool operator()(const String &, const String &) const {
		static uint32_t state = 1;
		state = state * 1664525 + 1013904223;
		return (state >> 16 & 1) != 0;
	}
};

TEST_CASE("[Templates][SortArray] Equal keys keep their order, whatever the size") {
	for (int count : { 0, 1, 2, 15, 16, 17, 33, 100, 1000 }) {
		Vector<Item> items;
		for (int i = 0; i < count; i++) {
			items.push_back(Item(i * 7919 % 10, i));
		}
		items.sort_custom<ByKey>();
		for (int i = 1; i < count; i++) {
			const bool in_order = items[i - 1].first < items[i].first || (items[i - 1].first == items[i].first && items[i - 1].second < items[i].second);
			REQUIRE(in_order);
		}
	}
}

TEST_CASE_TEMPLATE("[Templates][SortArray] A comparator that contradicts itself loses no element", Comparator, Always, Whimsical) {
	for (int count : { 2, 16, 17, 200 }) {
		Vector<String> items;
		for (int i = 0; i < count; i++) {
			items.push_back(itos(i));
		}
		items.sort_custom<Comparator>();
		REQUIRE_EQ(items.size(), count);
		for (int i = 0; i < count; i++) {
			REQUIRE(items.has(itos(i)));
		}
	}
}

TEST_CASE("[Templates][SortArray] Bisection finds the first and the last place") {
	const Vector<int> v = { 1, 2, 2, 2, 5 };
	CHECK_EQ(v.bsearch(2, true), 1);
	CHECK_EQ(v.bsearch(2, false), 4);
	CHECK_EQ(v.bsearch(0, true), 0);
	CHECK_EQ(v.bsearch(9, true), 5);
}

} // namespace TestSortArray
