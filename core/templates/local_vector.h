// LocalVector: a growing array with one owner and no sharing.
#pragma once

#include "core/templates/cow_data.h"
#include "core/templates/sort_array.h"
#include "core/templates/span.h"

#include <initializer_list>

// Cheaper than Vector where nobody shares. Copying copies every element. Pointers go stale when it grows. U is the type of sizes.
// resize() leaves elements of basic types unwritten.
template <typename T, typename U = uint32_t>
class LocalVector {
	U count = 0;
	U capacity = 0;
	T *data = nullptr;

	_NO_INLINE_ void _move_to_capacity(U p_capacity) {
		CRASH_COND(uint64_t(p_capacity) > uint64_t(CowData<T>::MAX_SIZE));
		if constexpr (IsRelocatable<T>::value) {
			data = static_cast<T *>(memrealloc(static_cast<void *>(data), size_t(p_capacity) * sizeof(T)));
			CRASH_COND(data == nullptr);
		} else {
			T *fresh = static_cast<T *>(memalloc(size_t(p_capacity) * sizeof(T)));
			CRASH_COND(fresh == nullptr);
			for (U i = 0; i < count; i++) {
				::new (static_cast<void *>(fresh + i)) T(std::move(data[i]));
				data[i].~T();
			}
			memfree(static_cast<void *>(data));
			data = fresh;
		}
		capacity = p_capacity;
	}

	U _grown() const {
		CRASH_COND(count == U(-1));
		const uint64_t wanted = uint64_t(capacity) + capacity / 2 + 4;
		return wanted > uint64_t(U(-1)) ? U(-1) : U(wanted);
	}

public:
	_FORCE_INLINE_ U size() const { return count; }
	_FORCE_INLINE_ bool is_empty() const { return count == 0; }
	_FORCE_INLINE_ U get_capacity() const { return capacity; }
	_FORCE_INLINE_ T *ptr() { return data; }
	_FORCE_INLINE_ const T *ptr() const { return data; }
	_FORCE_INLINE_ Span<T> span() const { return Span<T>(data, count); }
	_FORCE_INLINE_ operator Span<T>() const { return span(); }

	_FORCE_INLINE_ T &operator[](U p_index) {
		CRASH_COND(p_index >= count);
		return data[p_index];
	}
	_FORCE_INLINE_ const T &operator[](U p_index) const {
		CRASH_COND(p_index >= count);
		return data[p_index];
	}
	_FORCE_INLINE_ T *begin() { return data; }
	_FORCE_INLINE_ T *end() { return data + count; }
	_FORCE_INLINE_ const T *begin() const { return data; }
	_FORCE_INLINE_ const T *end() const { return data + count; }

	void push_back(T p_value) {
		if (unlikely(count == capacity)) {
			_move_to_capacity(_grown());
		}
		::new (static_cast<void *>(data + count)) T(std::move(p_value));
		count++;
	}

	void reserve(U p_capacity) {
		if (p_capacity > capacity) {
			_move_to_capacity(p_capacity);
		}
	}

	void resize(U p_size) {
		if (p_size < count) {
			const U old = count;
			count = p_size;
			if constexpr (!std::is_trivially_destructible_v<T>) {
				[[maybe_unused]] const Detached<T> leaving(data + p_size, old - p_size);
			}
			return;
		}
		reserve(p_size);
		if constexpr (!std::is_trivially_default_constructible_v<T>) {
			for (U i = count; i < p_size; i++) {
				::new (static_cast<void *>(data + i)) T();
			}
		}
		count = p_size;
	}

	void clear() { resize(0); } // Keeps the memory.
	void reset() { // Gives it back.
		clear();
		memfree(static_cast<void *>(data));
		data = nullptr;
		capacity = 0;
	}

	void insert(U p_position, T p_value) {
		CRASH_COND(p_position > count);
		push_back(std::move(p_value));
		for (U i = count - 1; i > p_position; i--) {
			SWAP(data[i], data[i - 1]);
		}
	}
	void remove_at(U p_index) {
		CRASH_COND(p_index >= count);
		[[maybe_unused]] const T removed(std::move(data[p_index])); // Dies last: its destructor may come back to us.
		for (U i = p_index; i + 1 < count; i++) {
			data[i] = std::move(data[i + 1]);
		}
		resize(count - 1);
	}
	// The last element takes the place of the removed one.
	void remove_at_unordered(U p_index) {
		CRASH_COND(p_index >= count);
		[[maybe_unused]] const T removed(std::move(data[p_index]));
		if (p_index != count - 1) {
			data[p_index] = std::move(data[count - 1]);
		}
		resize(count - 1);
	}
	bool erase(const T &p_value) {
		const int64_t index = find(p_value);
		if (index < 0) {
			return false;
		}
		remove_at(U(index));
		return true;
	}

	int64_t find(const T &p_value, U p_from = 0) const { return span().find(p_value, p_from); }
	bool has(const T &p_value) const { return find(p_value) >= 0; }

	void sort() { sort_custom<_DefaultComparator<T>>(); }
	template <typename Comparator>
	void sort_custom() {
		SortArray<T, Comparator> sorter;
		sorter.sort(data, int64_t(count));
	}

	LocalVector() = default;
	LocalVector(std::initializer_list<T> p_values) { _append(p_values.begin(), U(p_values.size())); }
	LocalVector(const LocalVector &p_other) { _append(p_other.data, p_other.count); }
	LocalVector(LocalVector &&p_other) noexcept :
			count(p_other.count), capacity(p_other.capacity), data(p_other.data) {
		p_other.count = 0;
		p_other.capacity = 0;
		p_other.data = nullptr;
	}
	LocalVector &operator=(const LocalVector &p_other) {
		if (this != &p_other) {
			LocalVector fresh(p_other);
			*this = std::move(fresh);
		}
		return *this;
	}
	LocalVector &operator=(LocalVector &&p_other) noexcept {
		SWAP(count, p_other.count);
		SWAP(capacity, p_other.capacity);
		SWAP(data, p_other.data);
		return *this;
	}
	~LocalVector() { reset(); }

private:
	void _append(const T *p_from, U p_count) {
		reserve(count + p_count);
		for (U i = 0; i < p_count; i++) {
			::new (static_cast<void *>(data + count)) T(p_from[i]);
			count++;
		}
	}
};

template <typename T, typename U>
struct IsRelocatable<LocalVector<T, U>> : std::true_type {};
