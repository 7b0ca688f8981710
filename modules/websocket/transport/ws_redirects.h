// Where the answers of servers send a client, and what it takes along there.
#pragma once

#include "core/templates/local_vector.h"
#include "modules/websocket/transport/ws_url.h"

// From one URL over any number of hops (RFC 9110 §15.4). Cookies that the answers set go along within the same host; what a script gave
// for the first host (Authorization, Cookie, Host) goes to no other one.
class WSRedirects {
public:
	static bool is_redirect(int p_status); // 301, 302, 303, 307 or 308.

	explicit WSRedirects(const WSUrl &p_first) :
			first(p_first) {}

	// p_from answered with p_headers. Null and the next URL, or why there is none (from wss:// nobody is sent to ws://).
	const char *follow(const WSUrl &p_from, const Vector<String> &p_headers, WSUrl &r_next);
	int get_hops() const { return hops; }
	// The lines that go to p_url: p_own less what is not meant for it, and cookies.
	Vector<String> get_headers(const WSUrl &p_url, const Vector<String> &p_own) const;

private:
	struct Cookie {
		WSUrl origin;
		String name;
		String value;
		String path;
		bool is_secure = false;
	};

	void _keep_cookie(const WSUrl &p_from, const String &p_text);

	WSUrl first;
	LocalVector<Cookie> cookies;
	int hops = 0;
};
