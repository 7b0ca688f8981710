// How long to wait before a connection is tried again.
#pragma once

#include "core/typedefs.h"
#include "modules/websocket/transport/ws_random.h"

// Milliseconds: p_first, doubled with every failure up to p_longest, less a random half at most, so that the many clients of a server that went
// do not come back together.
inline int64_t ws_make_retry_delay(int p_failures, int64_t p_first, int64_t p_longest) {
	int64_t delay = MIN(p_first, p_longest);
	for (int i = 0; i < p_failures && delay < p_longest; i++) {
		delay = MIN(delay * 2, p_longest);
	}
	uint16_t random = 0;
	ws_fill_random(reinterpret_cast<uint8_t *>(&random), int(sizeof(random)));
	return delay - delay / 2 * int64_t(random) / UINT16_MAX;
}
