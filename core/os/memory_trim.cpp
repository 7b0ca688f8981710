// Only glibc keeps whole pages that are free below others in use.
#include "core/os/memory_trim.h"

#include <cstdlib> // Says which library it is.

#ifdef __GLIBC__
#include <malloc.h>
#endif

void give_back_free_memory() {
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}
