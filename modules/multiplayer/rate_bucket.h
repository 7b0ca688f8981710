// RateBucket: so many events a second, and no more than a second's worth at once.
#pragma once

#include "core/typedefs.h"

class RateBucket {
	double left = -1.0; // < 0: full, nothing was ever taken.
	uint64_t since_usec = 0;

public:
	// False: too much for now. p_per_second > 0.
	bool take(double p_per_second, uint64_t p_now_usec) {
		const double capacity = p_per_second > 1.0 ? p_per_second : 1.0;
		if (left < 0.0) {
			left = capacity;
		} else {
			left += double(p_now_usec - since_usec) * p_per_second / 1e6;
			left = left < capacity ? left : capacity;
		}
		since_usec = p_now_usec;
		if (left < 1.0) {
			return false;
		}
		left -= 1.0;
		return true;
	}
};
