// A block of system entropy per thread.
#include "modules/websocket/transport/ws_random.h"

#include "core/error/error_macros.h"
#include "core/os/os.h"

#include <cstring>

namespace {

struct EntropyBlock {
	uint8_t bytes[1024];
	int left = 0;
};

thread_local EntropyBlock block;

} // namespace

void ws_fill_random(uint8_t *p_into, int p_size) {
	while (p_size > 0) {
		if (block.left == 0) {
			// Going on with predictable masks would be worse than not going on.
			CRASH_COND(OS::get_singleton()->get_entropy(block.bytes, int(sizeof(block.bytes))) != OK);
			block.left = int(sizeof(block.bytes));
		}
		const int size = MIN(p_size, block.left);
		block.left -= size;
		memcpy(p_into, block.bytes + block.left, size_t(size));
		p_into += size;
		p_size -= size;
	}
}
