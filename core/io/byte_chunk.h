// One piece of a scattered write; the bytes are borrowed for the call that takes it.
#pragma once

#include "core/typedefs.h"

struct ByteChunk {
	const uint8_t *data = nullptr;
	int64_t size = 0;
};
