// Both heads of the opening handshake; the first byte says where the input is cut in two.
#include "modules/websocket/protocol/ws_handshake.h"
#include "tests/fuzz/fuzz_support.h"

#include <cstdlib>

namespace {

template <typename Parser>
int feed_in_two(Parser &r_parser, const uint8_t *p_data, size_t p_size, size_t p_cut) {
	int consumed = 0;
	auto status = r_parser.feed(Span<uint8_t>(p_data, p_cut), consumed);
	if (status == Parser::NEED_MORE) {
		status = r_parser.feed(Span<uint8_t>(p_data + p_cut, p_size - p_cut), consumed);
	}
	return int(status);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	if (p_size < 2) {
		return 0;
	}
	const size_t cut = p_data[0] % p_size;
	p_data++;
	p_size--;
	// However the input is cut, the verdict is the same.
	WSRequestParser whole;
	WSRequestParser halves;
	if (feed_in_two(whole, p_data, p_size, p_size) != feed_in_two(halves, p_data, p_size, MIN(cut, p_size))) {
		abort();
	}
	WSExpectedResponse expected;
	expected.key = "dGhlIHNhbXBsZSBub25jZQ==";
	WSResponseParser response(expected);
	feed_in_two(response, p_data, p_size, MIN(cut, p_size));
	return 0;
}
