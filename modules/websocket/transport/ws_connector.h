// Brings a client from a URL to an open byte stream: resolve, connect, proxy, TLS. Never blocks.
#pragma once

#include "modules/websocket/host/ws_tls_options.h"
#include "modules/websocket/protocol/ws_types.h"
#include "modules/websocket/transport/ws_proxy.h"
#include "modules/websocket/transport/ws_stream.h"
#include "modules/websocket/transport/ws_url.h"

// One attempt: WSDialer as far as an open socket (or a Unix socket), a tunnel where there is a proxy, then TLS where the URL asks for it.
class WSConnector {
public:
	enum Status : uint8_t {
		CONNECTING,
		TUNNELLING,
		SECURING,
		DONE, // take_stream()
		FAILED, // get_error()
	};
	// p_proxy as WSProxy::choose() gave it.
	WSConnector(const WSUrl &p_url, const WSUrl &p_proxy, const Ref<TLSOptions> &p_tls_options);
	WSConnector(const WSConnector &) = delete;
	WSConnector &operator=(const WSConnector &) = delete;

	Status poll(int64_t p_now); // p_now in milliseconds.
	WSStream take_stream(); // Once, after DONE.
	// The one in use, the proxy's if there is one, while CONNECTING and later; invalid for Unix sockets.
	const IPAddress &get_address() const { return address; }
	int get_port() const { return _get_first().port; }
	bool wants_poll() const { return status == SECURING && ws_tls_wants_poll(tls.ptr()); } // In the next turn, though nothing may arrive.
	WSWatch *get_watch() const; // Of the socket in use; null while there is none.
	WSError get_error() const { return error; }
	String get_error_text() const { return error_text; }
	String describe_goal() const; // For sentences: the host, and the proxy on the way to it.

private:
	const WSUrl &_get_first() const { return proxy.host.is_empty() ? url : proxy; } // Whom the socket connects to.
	void _connect(int64_t p_now);
	void _connect_to_path();
	void _connected();
	void _tunnel();
	void _begin_tls();
	void _secure();
	void _fail(WSError p_error, const String &p_text);
	void _fail_at_proxy(const String &p_text);

	WSUrl url;
	WSUrl proxy; // No host: none.
	Ref<TLSOptions> tls_options;
	WSDialer dialer;
	IPAddress address;
	WSSocket socket;
	WSTunnel tunnel;
	CharString request; // To the proxy.
	int64_t request_sent = 0;
	Ref<StreamPeerTLS> tls;
	Status status = CONNECTING;
	WSError error = WSError::NONE;
	String error_text;
};
