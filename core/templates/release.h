// How things leave a container: taken out first, destroyed when the container is whole again, and never as deep as the data is nested.
#pragma once

#include "core/error/error_macros.h"
#include "core/os/memory.h"
#include "core/typedefs.h"

#include <new>
#include <type_traits>

// True for types that may be moved by copying their bytes and forgetting the source. Specialise it beside such a type.
template <typename T>
struct IsRelocatable : std::is_trivially_copyable<T> {};

// Whether the end of p_value runs nothing at all, so that it may be overwritten where it lies. Overload it beside a type that knows more.
template <typename T>
_FORCE_INLINE_ bool ends_quietly(const T &p_value) {
	return std::is_trivially_destructible_v<T>;
}

// Whatever may hold others of its kind (arrays, dictionaries, custom Callables, objects) ends through here. Beyond DEPTH_LIMIT nested
// ends of one thread the rest is put on that thread's list, which the outermost one empties before it returns.
class DeepRelease {
public:
	static constexpr int DEPTH_LIMIT = 100;
	using End = void (*)(void *p_thing);

	// p_end(p_thing) now, or before the outermost call of this thread returns.
	static _FORCE_INLINE_ void end(void *p_thing, End p_end) {
		if (likely(depth > 0 && depth < DEPTH_LIMIT)) {
			depth++;
			p_end(p_thing);
			depth--;
		} else {
			_end_at_border(p_thing, p_end);
		}
	}
	// memdelete() by the same way. p_thing is not nullptr.
	template <typename T>
	static _FORCE_INLINE_ void destroy(T *p_thing) {
		end(p_thing, [](void *p_any) { memdelete(static_cast<T *>(p_any)); });
	}

private:
	static inline thread_local int depth = 0;

	static void _end_at_border(void *p_thing, End p_end);
};

// The elements that leave a container, moved here before it closes their gap: they die with this object, which the container's method
// declares first. What runs then may do anything to the container.
template <typename T>
class Detached {
	static constexpr size_t ROOM = 4;

	T *elements;
	size_t count;
	alignas(T) uint8_t room[ROOM * sizeof(T)];

public:
	// Leaves raw memory at p_from.
	Detached(T *p_from, size_t p_count) :
			elements(reinterpret_cast<T *>(room)), count(p_count) {
		if (count > ROOM) {
			elements = static_cast<T *>(memalloc(count * sizeof(T)));
			CRASH_COND(elements == nullptr);
		}
		for (size_t i = 0; i < count; i++) {
			::new (static_cast<void *>(elements + i)) T(std::move(p_from[i]));
			p_from[i].~T();
		}
	}
	Detached(const Detached &) = delete;
	Detached &operator=(const Detached &) = delete;
	~Detached() {
		for (size_t i = 0; i < count; i++) {
			elements[i].~T();
		}
		if (count > ROOM) {
			memfree(elements);
		}
	}
};
