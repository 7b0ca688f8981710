// Sorting in place: stable, n log n in the worst case, and safe with comparators that contradict themselves.
#pragma once

#include "core/error/error_macros.h"
#include "core/os/memory.h"
#include "core/typedefs.h"

template <typename T>
struct _DefaultComparator {
	_FORCE_INLINE_ bool operator()(const T &p_a, const T &p_b) const { return p_a < p_b; }
};

// Comparator()(a, b) says whether a goes before b. Whatever it answers, only elements of the range are touched, and each of
// them is still there afterwards. The elements must stay where they are while it runs.
template <typename T, typename Comparator = _DefaultComparator<T>>
class SortArray {
	static constexpr int64_t RUN = 16; // Below it insertion beats merging.

	void _insertion_sort(int64_t p_first, int64_t p_last, T *p_array) const {
		for (int64_t i = p_first + 1; i < p_last; i++) {
			if (!compare(p_array[i], p_array[i - 1])) {
				continue;
			}
			T value = std::move(p_array[i]);
			int64_t hole = i;
			do {
				p_array[hole] = std::move(p_array[hole - 1]);
				hole--;
			} while (hole > p_first && compare(value, p_array[hole - 1]));
			p_array[hole] = std::move(value);
		}
	}

	// p_scratch holds raw memory for the left half; elements live there only during the call.
	void _merge(int64_t p_first, int64_t p_middle, int64_t p_last, T *p_array, T *p_scratch) const {
		if (!compare(p_array[p_middle], p_array[p_middle - 1])) {
			return; // Already in order, the common case of presorted input.
		}
		const int64_t left_size = p_middle - p_first;
		for (int64_t i = 0; i < left_size; i++) {
			::new (static_cast<void *>(&p_scratch[i])) T(std::move(p_array[p_first + i]));
		}
		int64_t left = 0;
		int64_t right = p_middle;
		int64_t to = p_first;
		while (left < left_size && right < p_last) {
			if (compare(p_array[right], p_scratch[left])) {
				p_array[to++] = std::move(p_array[right++]);
			} else {
				p_array[to++] = std::move(p_scratch[left++]);
			}
		}
		while (left < left_size) {
			p_array[to++] = std::move(p_scratch[left++]);
		}
		for (int64_t i = 0; i < left_size; i++) {
			p_scratch[i].~T();
		}
	}

public:
	Comparator compare;

	void sort_range(int64_t p_first, int64_t p_last, T *p_array) const {
		const int64_t count = p_last - p_first;
		if (count < 2) {
			return;
		}
		for (int64_t i = p_first; i < p_last; i += RUN) {
			_insertion_sort(i, MIN(i + RUN, p_last), p_array);
		}
		if (count <= RUN) {
			return;
		}
		T *scratch = static_cast<T *>(memalloc(size_t(count) * sizeof(T)));
		CRASH_COND(scratch == nullptr);
		for (int64_t width = RUN; width < count; width *= 2) {
			for (int64_t i = p_first; i + width < p_last; i += width * 2) {
				_merge(i, i + width, MIN(i + width * 2, p_last), p_array, scratch);
			}
		}
		memfree(scratch);
	}

	void sort(T *p_array, int64_t p_count) const { sort_range(0, p_count, p_array); }

	// The first place where p_value could go (p_before), or the last, in a sorted array.
	int64_t bisect(const T *p_array, int64_t p_count, const T &p_value, bool p_before) const {
		int64_t low = 0;
		int64_t high = p_count;
		while (low < high) {
			const int64_t middle = low + (high - low) / 2;
			if (p_before ? compare(p_array[middle], p_value) : !compare(p_value, p_array[middle])) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}
};
