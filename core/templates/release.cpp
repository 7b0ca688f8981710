// The list of ends that were put off because too many were under way.
#include "core/templates/release.h"

#include "core/error/error_macros.h"

namespace {

struct PutOff {
	void *thing;
	DeepRelease::End end;
};

// Plain data, so that nothing has to be torn down when a thread ends: the list is empty and without memory between two outermost ends.
thread_local PutOff *list = nullptr;
thread_local size_t list_size = 0;
thread_local size_t list_capacity = 0;

void put_off(const PutOff &p_one) {
	if (list_size == list_capacity) {
		const size_t capacity = list_capacity * 2 + 64;
		PutOff *grown = static_cast<PutOff *>(memrealloc(list, capacity * sizeof(PutOff)));
		CRASH_COND(grown == nullptr);
		list = grown;
		list_capacity = capacity;
	}
	list[list_size++] = p_one;
}

} // namespace

void DeepRelease::_end_at_border(void *p_thing, End p_end) {
	if (depth > 0) {
		put_off({ p_thing, p_end });
		return;
	}
	depth = 1;
	p_end(p_thing);
	while (list_size > 0) {
		const PutOff next = list[--list_size]; // The last one first: the nearest to where a nested end would have gone.
		next.end(next.thing);
	}
	depth = 0;
	if (unlikely(list != nullptr)) {
		memfree(list);
		list = nullptr;
		list_capacity = 0;
	}
}
