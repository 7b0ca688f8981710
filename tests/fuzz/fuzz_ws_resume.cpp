// The words of sessions that can be resumed, from anybody: what is read says the same when it is written and read again.
#include "modules/websocket/session/ws_resume_note.h"
#include "tests/fuzz/fuzz_support.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	WSResumeNote note;
	if (WSResumeNote::parse(Span<uint8_t>(p_data, p_size), note)) {
		const CharString text = note.write();
		WSResumeNote again;
		CRASH_COND(!WSResumeNote::parse(Span<uint8_t>(reinterpret_cast<const uint8_t *>(text.get_data()), uint64_t(text.length())), again));
		CRASH_COND(again.kind != note.kind || again.token != note.token || again.grace != note.grace || again.count != note.count);
	}
	const WSResumeRequest request = WSResumeRequest::find_in(std::string_view(reinterpret_cast<const char *>(p_data), p_size));
	if (request.kind != WSResumeRequest::NONE) {
		const CharString url = request.add_to("ws://host").utf8();
		const WSResumeRequest again = WSResumeRequest::find_in(std::string_view(url.get_data(), size_t(url.length())));
		CRASH_COND(again.kind != request.kind || again.token != request.token || again.received != request.received);
	}
	// Any address of a user's keeps a parameter that is added to it.
	WSResumeRequest begin;
	begin.kind = WSResumeRequest::BEGIN;
	begin.add_to(fuzz_text(p_data, p_size));
	return 0;
}
