// Where memory comes from: raw blocks (memalloc), objects (memnew), and what the process uses of it.
#pragma once

#include "core/typedefs.h"

#include <new>

class Memory {
public:
	// Blocks aligned for any basic type; nullptr when the system has none left (also for 0 bytes wanted beyond any limit).
	static void *alloc_static(size_t p_bytes);
	// Moves what fits; on failure the old block stays and nullptr is returned.
	static void *realloc_static(void *p_memory, size_t p_bytes);
	static void free_static(void *p_memory); // nullptr is fine.

	// Bytes handed out and not yet returned, for the whole process. Computed when asked, so allocation pays nothing for it.
	static uint64_t get_mem_usage();
	// The highest value get_mem_usage() has seen.
	static uint64_t get_mem_max_usage();
};

#define memalloc(m_size) Memory::alloc_static(m_size)
#define memrealloc(m_mem, m_size) Memory::realloc_static(m_mem, m_size)
#define memfree(m_mem) Memory::free_static(m_mem)

// Object overloads both: the first runs after construction, the second before destruction and may veto it.
_ALWAYS_INLINE_ void postinitialize_handler(void *) {}
_ALWAYS_INLINE_ bool predelete_handler(void *) {
	return true;
}

template <typename T>
_ALWAYS_INLINE_ T *_post_initialize(T *p_object) {
	postinitialize_handler(p_object);
	return p_object;
}

// memnew(Type) or memnew(Type(arguments)): owned by the caller until memdelete.
#define memnew(m_class) _post_initialize(new m_class)
#define memnew_arr(m_class, m_count) (new m_class[m_count])

template <typename T>
void memdelete(T *p_object) {
	if (predelete_handler(p_object)) {
		delete p_object;
	}
}

template <typename T>
void memdelete_arr(T *p_objects) {
	delete[] p_objects;
}

#define memdelete_notnull(m_object) \
	do { \
		if (m_object) { \
			memdelete(m_object); \
		} \
	} while (false)
