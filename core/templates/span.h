// A view of consecutive elements that somebody else owns.
#pragma once

#include "core/error/error_macros.h"
#include "core/typedefs.h"

#include <type_traits>

// Read-only. Goes stale when the owner grows, is written to or dies; keep it for a call, never in a member.
template <typename T>
class Span {
	const T *_ptr = nullptr;
	uint64_t _len = 0;

public:
	_FORCE_INLINE_ constexpr Span() = default;
	_FORCE_INLINE_ constexpr Span(const T *p_ptr, uint64_t p_len) :
			_ptr(p_ptr), _len(p_len) {}
	template <size_t N>
	_FORCE_INLINE_ constexpr Span(const T (&p_array)[N]) :
			_ptr(p_array), _len(N) {}

	_FORCE_INLINE_ constexpr uint64_t size() const { return _len; }
	_FORCE_INLINE_ constexpr bool is_empty() const { return _len == 0; }
	_FORCE_INLINE_ constexpr const T *ptr() const { return _ptr; }
	_FORCE_INLINE_ const T &operator[](uint64_t p_index) const {
		CRASH_COND(p_index >= _len);
		return _ptr[p_index];
	}
	_FORCE_INLINE_ constexpr const T *begin() const { return _ptr; }
	_FORCE_INLINE_ constexpr const T *end() const { return _ptr + _len; }

	// The part from p_from on; both bounds are clamped to what is there.
	constexpr Span subspan(uint64_t p_from, uint64_t p_len = UINT64_MAX) const {
		const uint64_t from = p_from < _len ? p_from : _len;
		const uint64_t rest = _len - from;
		return Span(_ptr + from, p_len < rest ? p_len : rest);
	}

	int64_t find(const T &p_value, uint64_t p_from = 0) const {
		for (uint64_t i = p_from; i < _len; i++) {
			if (_ptr[i] == p_value) {
				return int64_t(i);
			}
		}
		return -1;
	}
	bool has(const T &p_value) const { return find(p_value) >= 0; }

	bool operator==(const Span &p_other) const {
		if (_len != p_other._len) {
			return false;
		}
		for (uint64_t i = 0; i < _len; i++) {
			if (!(_ptr[i] == p_other._ptr[i])) {
				return false;
			}
		}
		return true;
	}
	bool operator!=(const Span &p_other) const { return !(*this == p_other); }
};
