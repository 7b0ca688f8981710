// How much memory the process holds, asked often: unlike Memory::get_mem_usage() it costs a microsecond or two however fragmented the heap is.
#pragma once

#include "core/typedefs.h"

class ResidentMemory {
public:
	// Bytes, to the page; where a sanitizer has the heap, what it has handed out. 0 where the system does not say.
	static uint64_t get();
};
