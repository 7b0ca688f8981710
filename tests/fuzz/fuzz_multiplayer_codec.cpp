// The packets of high-level multiplayer: what decodes is written back, and that decodes to the same.
#include "core/variant/variant.h"
#include "modules/multiplayer/rpc_codec.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

template <typename T>
static void there_and_back(Span<uint8_t> p_bytes) {
	T packet;
	if (!packet.decode(p_bytes)) {
		return;
	}
	Vector<uint8_t> first;
	packet.encode(first);
	T again;
	CRASH_COND(!again.decode(first.span()));
	Vector<uint8_t> second;
	again.encode(second);
	CRASH_COND(!(first.span() == second.span()));
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	const Span<uint8_t> bytes(p_data, p_size);
	there_and_back<RPCPacket>(bytes);
	there_and_back<SimplifyPathPacket>(bytes);
	there_and_back<ConfirmPathPacket>(bytes);
	there_and_back<SysPacket>(bytes);
	Span<uint8_t> rest = bytes;
	Variant value;
	int length = 0;
	while (decode_argument(value, rest, length, false) == OK && length > 0) {
		Vector<uint8_t> written;
		encode_argument(value, written, false);
		rest = rest.subspan(uint64_t(length));
	}
	return 0;
}
