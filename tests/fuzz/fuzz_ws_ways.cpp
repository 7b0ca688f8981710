// What a client reads on its way to a server: URLs, locations, proxies' answers and cookies. The first byte says where an answer is cut.
#include "modules/websocket/protocol/ws_cookies.h"
#include "modules/websocket/transport/ws_proxy.h"
#include "modules/websocket/transport/ws_redirects.h"
#include "tests/fuzz/fuzz_support.h"

#include <cstdlib>

FUZZ_WITH_ENGINE

namespace {

void expect(bool p_holds) {
	if (!p_holds) {
		abort();
	}
}

bool is_clean(const String &p_text) {
	const CharString bytes = p_text.utf8();
	for (int64_t i = 0; i < bytes.length(); i++) {
		if (uint8_t(bytes[i]) <= ' ' || bytes[i] == 0x7F) {
			return false;
		}
	}
	return true;
}

// Whatever came in, nothing in a request can end its line.
void check_url(const WSUrl &p_url) {
	expect(p_url.target.begins_with("/") && is_clean(p_url.target));
	expect(!p_url.host.is_empty() && is_clean(p_url.host) && is_clean(p_url.get_authority(true)) && is_clean(p_url.get_authorization().replace(" ", "")));
	expect(p_url.port >= 1 && p_url.port <= 65535);
}

WSTunnel::Status tunnel_verdict(const uint8_t *p_data, size_t p_size, size_t p_cut) {
	WSTunnel tunnel;
	const WSTunnel::Status status = tunnel.feed(Span<uint8_t>(p_data, p_cut));
	return status == WSTunnel::NEED_MORE ? tunnel.feed(Span<uint8_t>(p_data + p_cut, p_size - p_cut)) : status;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	if (p_size < 2) {
		return 0;
	}
	const uint8_t *bytes = p_data + 1;
	const size_t size = p_size - 1;
	const String text = fuzz_text(bytes, size);
	WSUrl url;
	WSUrl next;
	String error;
	if (WSUrl::parse(text, url, error) == OK) {
		check_url(url);
	} else {
		expect(!error.is_empty());
		url.host = "origin";
	}
	if (url.follow(text, next, error) == OK) {
		check_url(next);
	}
	WSRedirects redirects(url);
	if (!redirects.follow(url, { "Location: " + text, "Set-Cookie: " + text, "Set-Cookie: a=b" }, next)) {
		check_url(next);
		redirects.get_headers(next, { "Cookie: " + text });
	}
	WSProxy::check(text, error);
	WSProxy::is_exempt("some.host", text);
	ws_parse_cookies(std::string_view(reinterpret_cast<const char *>(bytes), size));
	// A cut that leaves a whole answer in front of more is refused later only when more comes; both verdicts refuse or neither is done.
	const WSTunnel::Status whole = tunnel_verdict(bytes, size, size);
	const WSTunnel::Status cut = tunnel_verdict(bytes, size, p_data[0] % (size + 1));
	expect(whole == cut || (whole == WSTunnel::REFUSED && cut == WSTunnel::DONE));
	return 0;
}
