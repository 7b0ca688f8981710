// Both heads of the opening handshake; the first byte says where the input is cut in two.
#include "modules/websocket/protocol/ws_handshake.h"
#include "tests/fuzz/fuzz_support.h"

#include <cstdlib>

namespace {

// What a parser says of the input when it comes in two pieces.
WSRequestParser::Status request_verdict(const uint8_t *p_data, size_t p_size, size_t p_cut) {
	WSRequestParser parser;
	int consumed = 0;
	WSRequestParser::Status status = parser.feed(Span<uint8_t>(p_data, p_cut), consumed);
	if (status == WSRequestParser::NEED_MORE) {
		status = parser.feed(Span<uint8_t>(p_data + p_cut, p_size - p_cut), consumed);
	}
	return status;
}

WSResponseParser::Status response_verdict(const uint8_t *p_data, size_t p_size, size_t p_cut) {
	WSExpectedResponse expected;
	expected.key = "dGhlIHNhbXBsZSBub25jZQ==";
	WSResponseParser parser;
	int consumed = 0;
	WSResponseParser::Status status = parser.feed(Span<uint8_t>(p_data, p_cut), expected, consumed);
	if (status == WSResponseParser::NEED_MORE) {
		status = parser.feed(Span<uint8_t>(p_data + p_cut, p_size - p_cut), expected, consumed);
	}
	return status;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	if (p_size < 2) {
		return 0;
	}
	const uint8_t *head = p_data + 1;
	const size_t size = p_size - 1;
	const size_t cut = p_data[0] % (size + 1);
	// However the input is cut, the verdict is the same.
	if (request_verdict(head, size, size) != request_verdict(head, size, cut) || response_verdict(head, size, size) != response_verdict(head, size, cut)) {
		abort();
	}
	return 0;
}
