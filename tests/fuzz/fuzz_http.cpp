// Heads of both kinds and chunked bodies; the first byte says where the input is cut in two, the second which reader gets it.
#include "core/io/http_codec.h"
#include "tests/fuzz/fuzz_support.h"

#include <cstdlib>
#include <string>

namespace {

// All that a reader says of the input when it comes in two pieces.
std::string head_verdict(const uint8_t *p_data, size_t p_size, size_t p_cut) {
	HTTPHead head(2048);
	int consumed = 0;
	size_t total = 0;
	HTTPHead::Status status = head.feed(Span<uint8_t>(p_data, p_cut), consumed);
	total += size_t(consumed);
	if (status == HTTPHead::NEED_MORE) {
		status = head.feed(Span<uint8_t>(p_data + p_cut, p_size - p_cut), consumed);
		total += size_t(consumed);
	}
	std::string text = std::to_string(int(status)) + " " + std::to_string(int(head.get_error()));
	if (status != HTTPHead::DONE) {
		return text;
	}
	HTTPRequestLine request;
	HTTPStatusLine answer;
	const bool is_request = http_parse_request_line(head.get_start_line(), request);
	const bool is_answer = http_parse_status_line(head.get_start_line(), answer);
	const HTTPFraming framing = is_answer ? http_get_response_framing(head, answer, "GET") : http_get_request_framing(head, request.minor_version);
	text += " " + std::to_string(total) + " " + std::to_string(is_request) + std::to_string(is_answer) + " " + std::to_string(int(framing.kind)) + " " + std::to_string(framing.length) + " " + std::to_string(int(framing.error));
	for (const HTTPHead::Field &field : head.get_fields()) {
		text += "\n" + std::string(field.name) + ":" + std::string(field.value);
	}
	return text;
}

std::string body_verdict(const uint8_t *p_data, size_t p_size, size_t p_cut) {
	HTTPFraming framing;
	framing.kind = HTTPFraming::CHUNKED;
	HTTPBodyReader reader;
	reader.start(framing);
	std::string body;
	size_t total = 0;
	for (Span<uint8_t> piece : { Span<uint8_t>(p_data, p_cut), Span<uint8_t>(p_data + p_cut, p_size - p_cut) }) {
		while (!piece.is_empty() && reader.get_status() == HTTPBodyReader::NEED_MORE) {
			int64_t used = 0;
			Span<uint8_t> data;
			reader.feed(piece, used, data);
			body += std::string(reinterpret_cast<const char *>(data.ptr()), size_t(data.size()));
			piece = piece.subspan(uint64_t(used));
			total += size_t(used);
			if (used == 0) {
				abort(); // A reader that takes nothing never ends.
			}
		}
	}
	return std::to_string(int(reader.get_status())) + " " + std::to_string(int(reader.get_error())) + " " + std::to_string(total) + "\n" + body;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	if (p_size < 3) {
		return 0;
	}
	const uint8_t *input = p_data + 2;
	const size_t size = p_size - 2;
	const size_t cut = p_data[0] % (size + 1);
	// However the input is cut, the verdict is the same.
	const bool same = p_data[1] & 1 ? head_verdict(input, size, size) == head_verdict(input, size, cut) : body_verdict(input, size, size) == body_verdict(input, size, cut);
	if (!same) {
		abort();
	}
	return 0;
}
