// Where a thread's stack ends.
#include "core/os/native_stack.h"

#include <cstddef>

#if defined(__EMSCRIPTEN__)
#include <emscripten/stack.h>
#else
#include <pthread.h>
#endif

// What is left below the border: an eighth, for the engine's own functions are of very different depth.
static uintptr_t border_of(uintptr_t p_lowest, size_t p_size) {
	return p_lowest + p_size / 8;
}

uintptr_t NativeStack::find_border() {
#if defined(__EMSCRIPTEN__)
	const uintptr_t lowest = emscripten_stack_get_end();
	return border_of(lowest, emscripten_stack_get_base() - lowest);
#else
	pthread_attr_t attributes;
	if (pthread_getattr_np(pthread_self(), &attributes) != 0) {
		return 0;
	}
	void *lowest = nullptr;
	size_t size = 0;
	pthread_attr_getstack(&attributes, &lowest, &size);
	pthread_attr_destroy(&attributes);
	return border_of(reinterpret_cast<uintptr_t>(lowest), size);
#endif
}
