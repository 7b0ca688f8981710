// CharString: encoded text (UTF-8, Latin-1, UTF-16 …) on its way out of the engine.
#pragma once

#include "core/templates/vector.h"

// Always zero-terminated; copies share the block. The text may hold zeros itself: length() is what counts.
template <typename C>
class CharStringT {
	CowData<C> _data; // Empty, or length() + 1 units.

public:
	_FORCE_INLINE_ int64_t length() const { return _data.is_empty() ? 0 : _data.size() - 1; }
	_FORCE_INLINE_ bool is_empty() const { return length() == 0; }
	// Never nullptr. Goes stale when the CharString changes or dies: `text.utf8().get_data()` lives for the statement only.
	_FORCE_INLINE_ const C *get_data() const {
		static constexpr C NOTHING[1] = { 0 };
		return _data.is_empty() ? NOTHING : _data.ptr();
	}
	_FORCE_INLINE_ const C *ptr() const { return get_data(); }
	_FORCE_INLINE_ operator const C *() const { return get_data(); }
	_FORCE_INLINE_ Span<C> span() const { return Span<C>(get_data(), uint64_t(length())); }
	_FORCE_INLINE_ C get(int64_t p_index) const {
		CRASH_COND(uint64_t(p_index) >= uint64_t(_data.size()));
		return _data.ptr()[p_index];
	}
	_FORCE_INLINE_ C operator[](int64_t p_index) const { return get(p_index); }

	// Makes room for p_length units and their end mark, and returns them for writing; nullptr when there is no memory.
	C *resize_uninitialized(int64_t p_length) {
		if (p_length <= 0) {
			_data.clear();
			return nullptr;
		}
		if (_data.resize_uninitialized(p_length + 1) != OK) {
			return nullptr;
		}
		C *data = _data.ptrw();
		data[p_length] = 0;
		return data;
	}

	bool operator==(const CharStringT &p_other) const { return span() == p_other.span(); }
	bool operator!=(const CharStringT &p_other) const { return !(*this == p_other); }
	bool operator<(const CharStringT &p_other) const {
		const int64_t common = MIN(length(), p_other.length());
		for (int64_t i = 0; i < common; i++) {
			if (get_data()[i] != p_other.get_data()[i]) {
				return get_data()[i] < p_other.get_data()[i];
			}
		}
		return length() < p_other.length();
	}

	CharStringT() = default;
	explicit CharStringT(const C *p_text) {
		int64_t length = 0;
		while (p_text != nullptr && p_text[length] != 0) {
			length++;
		}
		if (length > 0) {
			_data.append(p_text, length + 1);
		}
	}
};

template <typename C>
struct IsRelocatable<CharStringT<C>> : std::true_type {};

using CharString = CharStringT<char>;
using Char16String = CharStringT<char16_t>;
