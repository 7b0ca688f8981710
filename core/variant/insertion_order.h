// How few values are sorted for scripts. Where not all are comparable, the order of the questions shows in the result, and scripts know
// this one: each value is compared with the first, then with those before it from behind.
#pragma once

#include "core/templates/vector.h"
#include "core/variant/variant.h"

// What is sorted so; more are sorted by Vector::sort_custom().
constexpr int INSERTION_ORDER_MAX = 16;

// Stable. The values stay where they are while p_compare(a, b), whether a goes before b, runs; whatever it answers, each is still there afterwards.
template <typename Compare>
void sort_by_insertion(Vector<Variant> &r_values, const Compare &p_compare) {
	Variant *values = r_values.ptrw();
	for (int i = 1; i < r_values.size(); i++) {
		int to = i;
		if (p_compare(values[i], values[0])) {
			to = 0;
		}
		while (to > 0 && p_compare(values[i], values[to - 1])) {
			to--;
		}
		if (to == i) {
			continue;
		}
		Variant value = static_cast<Variant &&>(values[i]);
		for (int hole = i; hole > to; hole--) {
			values[hole] = static_cast<Variant &&>(values[hole - 1]);
		}
		values[to] = static_cast<Variant &&>(value);
	}
}
