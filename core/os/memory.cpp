// Raw memory from the C allocator, and its statistics.
#include "core/os/memory.h"

#include "core/templates/safe_refcount.h"

#include <cstdlib>

#if defined(__GLIBC__) || defined(__EMSCRIPTEN__)
#include <malloc.h>
#endif

static SafeNumeric<uint64_t> highest_usage;

void *Memory::alloc_static(size_t p_bytes) {
	return malloc(p_bytes);
}

void *Memory::realloc_static(void *p_memory, size_t p_bytes) {
	return realloc(p_memory, p_bytes);
}

void Memory::free_static(void *p_memory) {
	free(p_memory);
}

uint64_t Memory::get_mem_usage() {
	uint64_t usage = 0;
#if defined(__EMSCRIPTEN__)
	usage = uint64_t(uint32_t(mallinfo().uordblks));
#elif defined(__GLIBC__)
	const struct mallinfo2 info = mallinfo2();
	// Large blocks are mapped one by one and counted apart.
	usage = uint64_t(info.uordblks) + uint64_t(info.hblkhd);
#endif
	if (usage > highest_usage.get()) {
		highest_usage.set(usage);
	}
	return usage;
}

uint64_t Memory::get_mem_max_usage() {
	get_mem_usage();
	return highest_usage.get();
}
