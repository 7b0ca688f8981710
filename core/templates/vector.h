// Vector: an array that copies cheaply and shares its elements until it is written to.
#pragma once

#include "core/templates/cow_data.h"
#include "core/templates/sort_array.h"
#include "core/templates/span.h"

#include <initializer_list>

template <typename T>
class Vector;

// What makes `vector.write[i] = x` say in the source that a shared vector is copied here.
template <typename T>
class VectorWriteProxy {
	T *_unused;

public:
	_FORCE_INLINE_ T &operator[](int64_t p_index);
};

// Contract of memory and threads: see CowData. Every PackedXArray of the scripting API is one of these.
template <typename T>
class Vector {
public:
	union {
		CowData<T> _data;
		VectorWriteProxy<T> write; // Shares the one pointer; only its operator[] is ever used.
	};

	using Size = int64_t;

	_FORCE_INLINE_ int64_t size() const { return _data.size(); }
	_FORCE_INLINE_ bool is_empty() const { return _data.is_empty(); }
	_FORCE_INLINE_ int64_t get_capacity() const { return _data.get_capacity(); }
	_FORCE_INLINE_ const T *ptr() const { return _data.ptr(); }
	// For writing, copies first when shared. Goes stale at the next change of size or copy.
	_FORCE_INLINE_ T *ptrw() { return _data.ptrw(); }
	_FORCE_INLINE_ Span<T> span() const { return Span<T>(ptr(), uint64_t(size())); }
	_FORCE_INLINE_ operator Span<T>() const { return span(); }

	_FORCE_INLINE_ const T &operator[](int64_t p_index) const {
		CRASH_COND(uint64_t(p_index) >= uint64_t(size()));
		return ptr()[p_index];
	}
	_FORCE_INLINE_ const T &get(int64_t p_index) const { return (*this)[p_index]; }
	_FORCE_INLINE_ void set(int64_t p_index, const T &p_value) {
		ERR_FAIL_INDEX(p_index, size());
		T kept(p_value); // It may be an element of the block that we leave.
		ptrw()[p_index] = std::move(kept);
	}

	// Iterating over something that is not const takes write access.
	_FORCE_INLINE_ T *begin() { return ptrw(); }
	_FORCE_INLINE_ T *end() { return ptrw() + size(); }
	_FORCE_INLINE_ const T *begin() const { return ptr(); }
	_FORCE_INLINE_ const T *end() const { return ptr() + size(); }

	// New elements are value-initialised; a negative size changes nothing. Shrinking keeps the memory, clear() gives it back.
	Error resize(int64_t p_size) { return _data.resize(p_size); }
	Error resize_initialized(int64_t p_size) { return _data.resize(p_size); }
	Error resize_uninitialized(int64_t p_size) { return _data.resize_uninitialized(p_size); }
	Error reserve(int64_t p_capacity) { return _data.reserve(p_capacity); }
	void clear() { _data.clear(); }
	void trim() { _data.trim(); } // Gives memory back when most of it holds nothing any more.

	// True, as the scripting API reports success.
	_FORCE_INLINE_ bool push_back(const T &p_value) {
		_data.push_back(p_value);
		return true;
	}
	_FORCE_INLINE_ bool push_back(T &&p_value) {
		_data.push_back(std::move(p_value));
		return true;
	}
	_FORCE_INLINE_ bool append(const T &p_value) { return push_back(p_value); }
	_FORCE_INLINE_ bool append(T &&p_value) { return push_back(std::move(p_value)); }
	Error append_array(const Vector &p_other) { return _data.append(p_other.ptr(), p_other.size()); }
	Error append_span(Span<T> p_other) { return _data.append(p_other.ptr(), int64_t(p_other.size())); }

	// p_position from 0 to size() inclusive.
	Error insert(int64_t p_position, const T &p_value) {
		ERR_FAIL_INDEX_V(p_position, size() + 1, ERR_INVALID_PARAMETER);
		return _data.insert(p_position, p_value);
	}
	void remove_at(int64_t p_index) {
		ERR_FAIL_INDEX(p_index, size());
		_data.remove_at(p_index);
	}
	// Removes the first element equal to p_value; false when there is none.
	bool erase(const T &p_value) {
		const int64_t index = find(p_value);
		if (index < 0) {
			return false;
		}
		_data.remove_at(index);
		return true;
	}

	void fill(const T &p_value) { _data.fill(p_value); }
	void reverse() {
		T *data = ptrw();
		for (int64_t i = 0, j = size() - 1; i < j; i++, j--) {
			SWAP(data[i], data[j]);
		}
	}

	// -1 when there is none. A negative start counts from the end.
	int64_t find(const T &p_value, int64_t p_from = 0) const {
		const int64_t count = size();
		int64_t from = p_from < 0 ? p_from + count : p_from;
		if (from < 0) {
			return -1;
		}
		for (const T *data = ptr(); from < count; from++) {
			if (data[from] == p_value) {
				return from;
			}
		}
		return -1;
	}
	int64_t rfind(const T &p_value, int64_t p_from = -1) const {
		const int64_t count = size();
		int64_t from = p_from < 0 ? p_from + count : p_from;
		if (from >= count) {
			return -1;
		}
		for (const T *data = ptr(); from >= 0; from--) {
			if (data[from] == p_value) {
				return from;
			}
		}
		return -1;
	}
	int64_t count(const T &p_value) const {
		int64_t found = 0;
		for (const T &element : *this) {
			found += element == p_value ? 1 : 0;
		}
		return found;
	}
	bool has(const T &p_value) const { return find(p_value) >= 0; }

	void sort() { sort_custom<_DefaultComparator<T>>(); }
	template <typename Comparator, typename... Args>
	void sort_custom(Args &&...p_args) {
		SortArray<T, Comparator> sorter{ Comparator{ p_args... } };
		sorter.sort(ptrw(), size());
	}
	// Where p_value is or would go in a sorted vector.
	int64_t bsearch(const T &p_value, bool p_before) const {
		SortArray<T> sorter;
		return sorter.bisect(ptr(), size(), p_value, p_before);
	}
	template <typename Comparator, typename Value, typename... Args>
	int64_t bsearch_custom(const Value &p_value, bool p_before, Args &&...p_args) const {
		SortArray<T, Comparator> sorter{ Comparator{ p_args... } };
		return sorter.bisect(ptr(), size(), p_value, p_before);
	}
	void ordered_insert(const T &p_value) { insert(bsearch(p_value, false), p_value); }

	// From p_begin to before p_end; negative positions count from the end, both are clamped.
	Vector slice(int64_t p_begin, int64_t p_end = INT64_MAX) const {
		const int64_t count = size();
		int64_t from = CLAMP(p_begin, -count, count);
		int64_t to = CLAMP(p_end, -count, count);
		from += from < 0 ? count : 0;
		to += to < 0 ? count : 0;
		if (from == 0 && to == count) {
			return *this;
		}
		Vector part;
		part._data.append(ptr() + from, to - from);
		return part;
	}
	Vector duplicate() const { return *this; }

	// The bytes of the elements as they lie in memory.
	Vector<uint8_t> to_byte_array() const;

	bool operator==(const Vector &p_other) const { return ptr() == p_other.ptr() || span() == p_other.span(); }
	bool operator!=(const Vector &p_other) const { return !(*this == p_other); }
	// Order of the shapes first, then of the elements: for use as a key, not for people.
	bool operator<(const Vector &p_other) const {
		const int64_t common = MIN(size(), p_other.size());
		for (int64_t i = 0; i < common; i++) {
			if (ptr()[i] < p_other.ptr()[i]) {
				return true;
			}
			if (p_other.ptr()[i] < ptr()[i]) {
				return false;
			}
		}
		return size() < p_other.size();
	}

	_FORCE_INLINE_ Vector() :
			_data() {}
	Vector(std::initializer_list<T> p_values) :
			_data() { _data.append(p_values.begin(), int64_t(p_values.size())); }
	explicit Vector(Span<T> p_values) :
			_data() { append_span(p_values); }
	_FORCE_INLINE_ Vector(const Vector &p_other) :
			_data(p_other._data) {}
	_FORCE_INLINE_ Vector(Vector &&p_other) noexcept :
			_data(std::move(p_other._data)) {}
	_FORCE_INLINE_ Vector &operator=(const Vector &p_other) {
		_data = p_other._data;
		return *this;
	}
	_FORCE_INLINE_ Vector &operator=(Vector &&p_other) noexcept {
		_data = std::move(p_other._data);
		return *this;
	}
	_FORCE_INLINE_ ~Vector() { _data.~CowData<T>(); }
};

template <typename T>
_FORCE_INLINE_ T &VectorWriteProxy<T>::operator[](int64_t p_index) {
	Vector<T> *vector = reinterpret_cast<Vector<T> *>(this);
	CRASH_COND(uint64_t(p_index) >= uint64_t(vector->size()));
	return vector->ptrw()[p_index];
}

template <typename T>
Vector<uint8_t> Vector<T>::to_byte_array() const {
	static_assert(std::is_trivially_copyable_v<T>, "Only plain elements have bytes of their own.");
	Vector<uint8_t> bytes;
	bytes._data.append(reinterpret_cast<const uint8_t *>(ptr()), size() * int64_t(sizeof(T)));
	return bytes;
}

template <typename T>
struct IsRelocatable<Vector<T>> : std::true_type {};
