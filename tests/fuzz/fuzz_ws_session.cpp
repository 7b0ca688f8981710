// Frames from anybody, to either role; the first byte chooses the role and the size of the pieces.
#include "modules/websocket/protocol/ws_session.h"
#include "tests/fuzz/fuzz_support.h"

#include <cstring>

namespace {

struct Counter : WSSessionHandler {
	uint64_t bytes = 0;
	void on_message(WSMessageType, Span<uint8_t> p_data) override { bytes += p_data.size(); }
	void on_assembled_message(WSMessageType, Vector<uint8_t> &&p_data) override { bytes += uint64_t(p_data.size()); }
	bool wants_more() const override { return bytes < 1000000; }
	void on_close(int, Span<uint8_t>) override {}
	void on_ping(Span<uint8_t>) override {}
	void on_pong(Span<uint8_t>) override {}
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	if (p_size < 2) {
		return 0;
	}
	const WSRole role = p_data[0] & 1 ? WSRole::SERVER : WSRole::CLIENT;
	const int step = 1 + (p_data[0] >> 1);
	WSSession session(role, 65536, [](uint8_t *r_bytes, int p_count) { memset(r_bytes, 7, size_t(p_count)); });
	Counter handler;
	uint8_t piece[129];
	for (size_t at = 1; at < p_size;) {
		const int size = int(MIN(size_t(step), p_size - at));
		memcpy(piece, p_data + at, size_t(size)); // Fed bytes are scratch memory.
		const int used = session.feed(piece, size, handler);
		if (used < size) {
			break;
		}
		at += size_t(size);
	}
	return 0;
}
