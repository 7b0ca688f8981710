// Asks the system, or the sanitizer.
#include "core/os/resident_memory.h"

#if defined(__linux__)

#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

// Only there in sanitized programs, whose pages say little: what is freed stays for a while.
extern "C" size_t __sanitizer_get_current_allocated_bytes() __attribute__((weak));

uint64_t ResidentMemory::get() {
	if (__sanitizer_get_current_allocated_bytes != nullptr) {
		return __sanitizer_get_current_allocated_bytes();
	}
	const int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
	if (file < 0) {
		return 0;
	}
	char text[128];
	const ssize_t size = read(file, text, sizeof(text) - 1);
	close(file);
	text[size > 0 ? size : 0] = 0;
	const char *resident = strchr(text, ' '); // Behind the size of the address space.
	return resident != nullptr ? strtoull(resident, nullptr, 10) * uint64_t(sysconf(_SC_PAGESIZE)) : 0;
}

#else

uint64_t ResidentMemory::get() {
	return 0;
}

#endif
