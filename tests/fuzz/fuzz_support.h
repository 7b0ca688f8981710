// What every fuzz target shares: the engine's types without a program, and silence.
#pragma once

#include "core/error/error_macros.h"
#include "core/main/main.h"
#include "core/string/ustring.h"
#include "platform/linux/os_linux.h"

// Called by libFuzzer once, before the first input.
#define FUZZ_WITH_ENGINE \
	extern "C" int LLVMFuzzerInitialize(int *, char ***) { \
		static OS_Linux os; \
		Main::setup_types(); \
		set_error_printing(false); \
		return 0; \
	}

// The input as text; bytes that are not UTF-8 become replacement characters.
inline String fuzz_text(const uint8_t *p_data, size_t p_size) {
	return String::utf8(reinterpret_cast<const char *>(p_data), int(p_size));
}
