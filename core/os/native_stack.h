// NativeStack: how much of its C++ stack a thread has left, so that recursions which the data or a script decide end with an error.
#pragma once

#include "core/typedefs.h"

#include <cstdint>

class NativeStack {
public:
	// The address below which the calling thread should not begin anything new: the end of its stack and a reserve for whoever is called.
	// Asks the system; keep the answer. 0 where it is not known.
	static uintptr_t find_border();
	// Whether the stack has come down to p_border.
	static _FORCE_INLINE_ bool is_used_up(uintptr_t p_border) {
		return reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) < p_border;
	}
};
