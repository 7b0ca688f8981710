// Brings a client from a URL to an open byte stream: resolve, connect, TLS. Never blocks.
#pragma once

#include "core/crypto/tls_options.h"
#include "core/io/stream_peer_tls.h"
#include "core/io/tcp_connector.h"
#include "modules/websocket/protocol/ws_types.h"
#include "modules/websocket/transport/ws_stream.h"
#include "modules/websocket/transport/ws_url.h"

// One attempt: TCPConnector as far as an open socket, then TLS where the URL asks for it.
class WSConnector {
public:
	enum Status : uint8_t {
		CONNECTING,
		SECURING,
		DONE, // take_stream()
		FAILED, // get_error()
	};
	WSConnector(const WSUrl &p_url, const Ref<TLSOptions> &p_tls_options);
	WSConnector(const WSConnector &) = delete;
	WSConnector &operator=(const WSConnector &) = delete;

	Status poll(int64_t p_now); // p_now in milliseconds.
	WSStream take_stream(); // Once, after DONE.
	const IPAddress &get_address() const { return address; } // The one in use, while CONNECTING and later.
	bool wants_poll() const { return status == SECURING && tls->wants_poll(); } // In the next turn, though nothing may arrive.
	SocketWatch *get_watch() const; // Of the socket in use; null while there is none.
	WSError get_error() const { return error; }
	String get_error_text() const { return error_text; }

private:
	void _connect(int64_t p_now);
	void _connected();
	void _secure();
	void _fail(WSError p_error, const String &p_text);

	WSUrl url;
	Ref<TLSOptions> tls_options;
	TCPConnector tcp_connector;
	IPAddress address;
	NetSocket socket;
	Ref<StreamPeerTLS> tls;
	Status status = CONNECTING;
	WSError error = WSError::NONE;
	String error_text;
};
