// Brings a client from a URL to an open byte stream: resolve, connect, TLS. Never blocks.
#pragma once

#include "core/crypto/tls_options.h"
#include "core/io/ip.h"
#include "core/io/stream_peer_tls.h"
#include "modules/websocket/protocol/ws_types.h"
#include "modules/websocket/transport/ws_stream.h"
#include "modules/websocket/transport/ws_url.h"

// One attempt. All addresses of the host are tried in the resolver's order: the next one starts when an attempt fails or makes no
// progress for ATTEMPT_DELAY, and the first that connects wins (RFC 8305, without interleaving races of more than one socket).
class WSConnector {
public:
	enum Status : uint8_t {
		RESOLVING,
		CONNECTING,
		SECURING,
		DONE, // take_stream()
		FAILED, // get_error()
	};
	static constexpr int64_t ATTEMPT_DELAY = 1500; // Milliseconds that one address gets while there are others.

	WSConnector(const WSUrl &p_url, const Ref<TLSOptions> &p_tls_options);
	WSConnector(const WSConnector &) = delete;
	WSConnector &operator=(const WSConnector &) = delete;
	~WSConnector();

	Status poll(int64_t p_now); // p_now in milliseconds.
	WSStream take_stream(); // Once, after DONE.
	const IPAddress &get_address() const { return address; } // The one in use, while CONNECTING and later.
	SocketWatch *get_watch() const; // Of the socket in use; null while there is none.
	WSError get_error() const { return error; }
	String get_error_text() const { return error_text; }

private:
	void _resolve(int64_t p_now);
	void _try_next_address(int64_t p_now);
	void _connect(int64_t p_now);
	void _connected();
	void _secure();
	void _fail(WSError p_error, const String &p_text);

	WSUrl url;
	Ref<TLSOptions> tls_options;
	IP::ResolverID resolver_id = IP::RESOLVER_INVALID_ID;
	LocalVector<IPAddress> addresses;
	uint32_t next_address = 0;
	int64_t attempt_deadline = 0;
	IPAddress address;
	NetSocket socket;
	Ref<StreamPeerTLS> tls;
	Status status = RESOLVING;
	WSError error = WSError::NONE;
	String error_text;
};
