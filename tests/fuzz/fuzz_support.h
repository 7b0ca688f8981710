// What every fuzz target shares: the engine's types without a program, and silence.
#pragma once

#include "core/error/error_macros.h"
#include "core/main/main.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"
#include "platform/linux/os_linux.h"

// Called by libFuzzer once, before the first input.
#define FUZZ_WITH_ENGINE \
	extern "C" int LLVMFuzzerInitialize(int *, char ***) { \
		static OS_Linux os; \
		Main::setup_types(); \
		set_error_printing(false); \
		return 0; \
	}

// For packets that decode(bytes) and encode(into): what is written decodes again, to what is written the same.
template <typename Packet>
void fuzz_there_and_back(Span<uint8_t> p_bytes) {
	Packet packet;
	if (!packet.decode(p_bytes)) {
		return;
	}
	Vector<uint8_t> first;
	packet.encode(first);
	Packet again;
	CRASH_COND(!again.decode(first.span()));
	Vector<uint8_t> second;
	again.encode(second);
	CRASH_COND(!(first.span() == second.span()));
}

// The input as text; bytes that are not UTF-8 become replacement characters.
inline String fuzz_text(const uint8_t *p_data, size_t p_size) {
	return String::utf8(reinterpret_cast<const char *>(p_data), int(p_size));
}
