// The packets of high-level multiplayer: what decodes is written back, and that decodes to the same.
#include "core/variant/variant.h"
#include "modules/multiplayer/rpc_codec.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	const Span<uint8_t> bytes(p_data, p_size);
	fuzz_there_and_back<RPCPacket>(bytes);
	fuzz_there_and_back<SimplifyPathPacket>(bytes);
	fuzz_there_and_back<ConfirmPathPacket>(bytes);
	fuzz_there_and_back<SysPacket>(bytes);
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
