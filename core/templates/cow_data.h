// The storage of Vector and String: one pointer to a shared block that is copied when a sharer writes.
#pragma once

#include "core/error/error_list.h"
#include "core/error/error_macros.h"
#include "core/os/memory.h"
#include "core/templates/release.h"
#include "core/templates/safe_refcount.h"

#include <cstring>
#include <type_traits>

// The block is {owners, size, capacity} followed by the elements; no block at all means empty. Copies are cheap and share the
// block until one of them asks for write access. Different CowData of one block may live on different threads; one CowData may not.
// What an element's destructor runs may use the container: elements leave it first and die afterwards.
template <typename T>
class CowData {
	struct Header {
		SafeRefCount refcount;
		uint32_t text_hash; // Of characters, where somebody has computed it; 0: unknown.
		int64_t size;
		int64_t capacity;
	};

	static_assert(alignof(T) <= 16, "Blocks from memalloc are aligned to 16 bytes at most.");
	static constexpr size_t DATA_OFFSET = (sizeof(Header) + alignof(T) - 1) / alignof(T) * alignof(T);

	T *_ptr = nullptr;

	_FORCE_INLINE_ static Header *_header_of(T *p_ptr) { return reinterpret_cast<Header *>(reinterpret_cast<uint8_t *>(p_ptr) - DATA_OFFSET); }
	_FORCE_INLINE_ Header *_header() const { return _header_of(_ptr); }

	// Every way to write begins here; the block is our own.
	_FORCE_INLINE_ void _touch() {
		if constexpr (std::is_same_v<T, char32_t>) {
			_header()->text_hash = 0;
		}
	}

	static T *_allocate(int64_t p_capacity) {
		if (unlikely(p_capacity > MAX_SIZE)) {
			return nullptr;
		}
		uint8_t *block = static_cast<uint8_t *>(memalloc(DATA_OFFSET + size_t(p_capacity) * sizeof(T)));
		if (unlikely(block == nullptr)) {
			return nullptr;
		}
		T *data = reinterpret_cast<T *>(block + DATA_OFFSET);
		Header *header = ::new (static_cast<void *>(block)) Header;
		header->refcount.init();
		header->text_hash = 0;
		header->size = 0;
		header->capacity = p_capacity;
		return data;
	}

	static void _destroy(T *p_from, int64_t p_count) {
		if constexpr (!std::is_trivially_destructible_v<T>) {
			for (int64_t i = 0; i < p_count; i++) {
				p_from[i].~T();
			}
		}
	}

	static void _copy_construct(T *p_to, const T *p_from, int64_t p_count) {
		if constexpr (std::is_trivially_copyable_v<T>) {
			if (p_count > 0) {
				memcpy(static_cast<void *>(p_to), static_cast<const void *>(p_from), size_t(p_count) * sizeof(T));
			}
		} else {
			for (int64_t i = 0; i < p_count; i++) {
				::new (static_cast<void *>(p_to + i)) T(p_from[i]);
			}
		}
	}

	static void _release(T *p_ptr) {
		if (p_ptr == nullptr) {
			return;
		}
		Header *header = _header_of(p_ptr);
		if (header->refcount.unref()) {
			_destroy(p_ptr, header->size);
			memfree(reinterpret_cast<uint8_t *>(p_ptr) - DATA_OFFSET);
		}
	}

	// Moves to a block of our own with room for p_capacity >= size. False when there is no memory; nothing has changed then.
	_NO_INLINE_ bool _move_to_own_block(int64_t p_capacity) {
		if (_ptr != nullptr && IsRelocatable<T>::value && _header()->refcount.get() == 1) {
			if (unlikely(p_capacity > MAX_SIZE)) {
				return false;
			}
			void *block = memrealloc(reinterpret_cast<uint8_t *>(_ptr) - DATA_OFFSET, DATA_OFFSET + size_t(p_capacity) * sizeof(T));
			if (unlikely(block == nullptr)) {
				return false;
			}
			_ptr = reinterpret_cast<T *>(static_cast<uint8_t *>(block) + DATA_OFFSET);
			_header()->capacity = p_capacity;
			_touch();
			return true;
		}
		T *fresh = _allocate(p_capacity);
		if (unlikely(fresh == nullptr)) {
			return false;
		}
		const int64_t count = size();
		T *old = _ptr;
		if (count > 0 && _header()->refcount.get() == 1) {
			for (int64_t i = 0; i < count; i++) {
				::new (static_cast<void *>(fresh + i)) T(std::move(old[i]));
			}
		} else {
			_copy_construct(fresh, old, count);
		}
		_header_of(fresh)->size = count;
		_ptr = fresh;
		_release(old);
		return true;
	}

	// Write access with room for p_capacity elements, growing geometrically.
	_FORCE_INLINE_ bool _prepare(int64_t p_capacity) {
		if (likely(_ptr != nullptr && _header()->capacity >= p_capacity && _header()->refcount.get() == 1)) {
			_touch();
			return true;
		}
		return _move_to_own_block(_grown(p_capacity));
	}

	int64_t _grown(int64_t p_wanted) const {
		if (_ptr == nullptr) {
			return p_wanted;
		}
		const int64_t capacity = _header()->capacity;
		if (p_wanted <= capacity) {
			return MAX(p_wanted, size()); // Only a copy is needed.
		}
		const int64_t grown = capacity + capacity / 2 + int64_t(sizeof(T) < 16 ? 32 / sizeof(T) : 2);
		return MAX(p_wanted, MIN(grown, MAX_SIZE));
	}

	template <typename V>
	_FORCE_INLINE_ void _push(V &&p_value) {
		const int64_t count = size();
		if (likely(_ptr != nullptr && _header()->capacity > count && _header()->refcount.get() == 1)) {
			::new (static_cast<void *>(_ptr + count)) T(std::forward<V>(p_value));
			_touch();
		} else {
			T kept(std::forward<V>(p_value)); // It may be one of our own elements, which are about to move.
			CRASH_COND(!_prepare(count + 1));
			::new (static_cast<void *>(_ptr + count)) T(std::move(kept));
		}
		_header()->size = count + 1;
	}

	template <bool INIT>
	Error _resize(int64_t p_size) {
		if (unlikely(p_size < 0)) {
			return ERR_INVALID_PARAMETER;
		}
		const int64_t count = size();
		if (p_size == count) {
			return OK;
		}
		if (p_size < count) {
			_shrink(p_size);
			return OK;
		}
		if (unlikely(!_prepare(p_size))) {
			return ERR_OUT_OF_MEMORY;
		}
		if constexpr (INIT || !std::is_trivially_default_constructible_v<T>) {
			if constexpr (std::is_trivially_default_constructible_v<T>) {
				memset(static_cast<void *>(_ptr + count), 0, size_t(p_size - count) * sizeof(T));
			} else {
				for (int64_t i = count; i < p_size; i++) {
					::new (static_cast<void *>(_ptr + i)) T();
				}
			}
		}
		_header()->size = p_size;
		return OK;
	}

	void _shrink(int64_t p_size) {
		if (_header()->refcount.get() > 1) {
			if (p_size == 0) {
				clear();
				return;
			}
			T *fresh = _allocate(p_size);
			CRASH_COND(fresh == nullptr);
			_copy_construct(fresh, _ptr, p_size);
			_header_of(fresh)->size = p_size;
			T *old = _ptr;
			_ptr = fresh;
			_release(old);
			return;
		}
		_touch();
		[[maybe_unused]] const int64_t count = _header()->size;
		if constexpr (std::is_trivially_destructible_v<T>) {
			_header()->size = p_size;
		} else if (count - p_size == 1) {
			_header()->size = p_size;
			[[maybe_unused]] const T leaving(std::move(_ptr[p_size]));
			_ptr[p_size].~T();
		} else if (p_size == 0) {
			clear();
		} else {
			_header()->size = p_size;
			[[maybe_unused]] const Detached<T> leaving(_ptr + p_size, size_t(count - p_size));
		}
	}

public:
	// So that byte counts and size + 1 never overflow.
	static constexpr int64_t MAX_SIZE = (INT64_MAX / 4) / int64_t(sizeof(T)) < int64_t(SIZE_MAX / 4) ? (INT64_MAX / 4) / int64_t(sizeof(T)) : int64_t(SIZE_MAX / 4 / sizeof(T));

	_FORCE_INLINE_ int64_t size() const { return _ptr == nullptr ? 0 : _header()->size; }
	_FORCE_INLINE_ bool is_empty() const { return size() == 0; }
	_FORCE_INLINE_ int64_t get_capacity() const { return _ptr == nullptr ? 0 : _header()->capacity; }
	_FORCE_INLINE_ const T *ptr() const { return _ptr; }
	// For writing; the pointer is good until the next change of size or copy of the container.
	_FORCE_INLINE_ T *ptrw() {
		if (unlikely(_ptr != nullptr && _header()->refcount.get() != 1)) {
			CRASH_COND(!_move_to_own_block(size()));
		}
		if constexpr (std::is_same_v<T, char32_t>) {
			if (_ptr != nullptr) {
				_touch();
			}
		}
		return _ptr;
	}

	// New elements are value-initialised. Shrinking keeps the memory, but for elements with a destructor at size 0. ERR_INVALID_PARAMETER for a negative size, ERR_OUT_OF_MEMORY when there is none; nothing changes then.
	Error resize(int64_t p_size) { return _resize<true>(p_size); }
	// The same, but new elements of basic types hold garbage until they are written.
	Error resize_uninitialized(int64_t p_size) { return _resize<false>(p_size); }
	// Room for p_capacity elements in all; never shrinks.
	Error reserve(int64_t p_capacity) {
		if (p_capacity <= get_capacity()) {
			return OK;
		}
		return _move_to_own_block(p_capacity) ? OK : ERR_OUT_OF_MEMORY;
	}

	// Gives memory back when most of it holds nothing any more.
	void trim() {
		constexpr int64_t WORTH_IT = 512; // Bytes; less is not worth the move.
		if (_ptr != nullptr && _header()->refcount.get() == 1 && _header()->capacity * int64_t(sizeof(T)) > WORTH_IT && _header()->size < _header()->capacity / 4) {
			_move_to_own_block(MAX(_header()->size * 2, WORTH_IT / 4 / int64_t(sizeof(T)) + 1)); // Without memory for it, it stays as it is.
		}
	}

	_FORCE_INLINE_ void push_back(const T &p_value) { _push(p_value); }
	_FORCE_INLINE_ void push_back(T &&p_value) { _push(std::move(p_value)); }

	// p_source may lie inside this very container.
	Error append(const T *p_source, int64_t p_count) {
		if (p_count <= 0) {
			return OK;
		}
		const int64_t count = size();
		const CowData keep_alive = (p_source >= _ptr && p_source < _ptr + count) ? *this : CowData();
		if (unlikely(p_count > MAX_SIZE - count || !_prepare(count + p_count))) {
			return ERR_OUT_OF_MEMORY;
		}
		_copy_construct(_ptr + count, p_source, p_count);
		_header()->size = count + p_count;
		return OK;
	}

	Error insert(int64_t p_position, const T &p_value) {
		const int64_t count = size();
		if (unlikely(p_position < 0 || p_position > count)) {
			return ERR_INVALID_PARAMETER;
		}
		T kept(p_value);
		if (unlikely(!_prepare(count + 1))) {
			return ERR_OUT_OF_MEMORY;
		}
		T *at = _ptr + p_position;
		if constexpr (IsRelocatable<T>::value) {
			memmove(static_cast<void *>(at + 1), static_cast<const void *>(at), size_t(count - p_position) * sizeof(T));
			::new (static_cast<void *>(at)) T(std::move(kept));
		} else {
			if (p_position == count) {
				::new (static_cast<void *>(at)) T(std::move(kept));
			} else {
				::new (static_cast<void *>(_ptr + count)) T(std::move(_ptr[count - 1]));
				for (int64_t i = count - 1; i > p_position; i--) {
					_ptr[i] = std::move(_ptr[i - 1]);
				}
				*at = std::move(kept);
			}
		}
		_header()->size = count + 1;
		return OK;
	}

	// All elements become p_value.
	void fill(const T &p_value) {
		const int64_t count = size();
		if (count == 0) {
			return;
		}
		const T kept(p_value); // It may be one of our own elements.
		int64_t quiet = 0;
		while (quiet < count && ends_quietly(_ptr[quiet])) {
			quiet++;
		}
		if (quiet == count) {
			T *data = ptrw();
			for (int64_t i = 0; i < count; i++) {
				data[i] = kept;
			}
			return;
		}
		T *fresh = _allocate(count);
		CRASH_COND(fresh == nullptr);
		for (int64_t i = 0; i < count; i++) {
			::new (static_cast<void *>(fresh + i)) T(kept);
		}
		_header_of(fresh)->size = count;
		T *old = _ptr;
		_ptr = fresh;
		_release(old);
	}

	// The hash that was set since the last write, or 0. For texts; several threads that share the block may set it, to the same value.
	_FORCE_INLINE_ uint32_t get_text_hash() const { return _ptr == nullptr ? 0 : __atomic_load_n(&_header()->text_hash, __ATOMIC_RELAXED); }
	_FORCE_INLINE_ void set_text_hash(uint32_t p_hash) const {
		static_assert(std::is_same_v<T, char32_t>, "Only writers of texts forget it again.");
		if (_ptr != nullptr) {
			__atomic_store_n(&_header()->text_hash, p_hash, __ATOMIC_RELAXED);
		}
	}

	// p_position must be valid.
	void remove_at(int64_t p_position) {
		T *data = ptrw();
		const int64_t count = size();
		[[maybe_unused]] T removed(std::move(data[p_position])); // Dies last: its destructor may come back to us.
		if constexpr (IsRelocatable<T>::value) {
			data[p_position].~T();
			memmove(static_cast<void *>(data + p_position), static_cast<const void *>(data + p_position + 1), size_t(count - p_position - 1) * sizeof(T));
		} else {
			for (int64_t i = p_position; i + 1 < count; i++) {
				data[i] = std::move(data[i + 1]);
			}
			data[count - 1].~T();
		}
		_header()->size = count - 1;
	}

	// Gives the memory back.
	void clear() {
		T *old = _ptr;
		_ptr = nullptr; // First: destructors of elements may look at us.
		_release(old);
	}

	CowData() = default;
	_FORCE_INLINE_ CowData(const CowData &p_other) :
			_ptr(p_other._ptr) {
		if (_ptr != nullptr) {
			_header()->refcount.ref();
		}
	}
	_FORCE_INLINE_ CowData(CowData &&p_other) noexcept :
			_ptr(p_other._ptr) { p_other._ptr = nullptr; }
	_FORCE_INLINE_ CowData &operator=(const CowData &p_other) {
		if (_ptr != p_other._ptr) {
			T *old = _ptr;
			_ptr = p_other._ptr;
			if (_ptr != nullptr) {
				_header()->refcount.ref();
			}
			_release(old);
		}
		return *this;
	}
	_FORCE_INLINE_ CowData &operator=(CowData &&p_other) noexcept {
		if (this != &p_other) {
			T *old = _ptr;
			_ptr = p_other._ptr;
			p_other._ptr = nullptr;
			_release(old);
		}
		return *this;
	}
	_FORCE_INLINE_ ~CowData() { _release(_ptr); }
};

template <typename T>
struct IsRelocatable<CowData<T>> : std::true_type {};
