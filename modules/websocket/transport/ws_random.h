// Unpredictable bytes for masks and handshake keys, without a system call for each.
#pragma once

#include "core/typedefs.h"

// From the system's generator, fetched in blocks that each thread keeps to itself. Never repeats bytes.
void ws_fill_random(uint8_t *p_into, int p_size);
