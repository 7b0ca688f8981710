// This tree's own StreamPeers. See host/ws_streams.h.
#pragma once

#include "core/io/stream_peer_buffer.h"
#include "core/io/stream_peer_tcp.h"
#include "core/io/stream_peer_tls.h"
#include "modules/websocket/host/ws_socket.h"

using WSSocketPtr = NetSocket *; // Good as long as whoever holds the socket is.

inline WSSocketPtr ws_get_socket(StreamPeerSocket *p_peer) {
	return &p_peer->get_socket();
}

// Whether something that came before the end of p_peer's connection can still be read.
inline bool ws_has_input_left(const StreamPeerSocket *p_peer) {
	return p_peer->get_available_bytes() > 0;
}

// p_socket as a StreamPeer.
inline Ref<StreamPeerTCP> ws_wrap_socket(WSSocket &&p_socket, const IPAddress &p_address, uint16_t p_port) {
	Ref<StreamPeerTCP> peer;
	peer.instantiate();
	peer->accept_socket(static_cast<WSSocket &&>(p_socket), p_address, p_port);
	return peer;
}

// As StreamPeer::put_partial_chunks().
inline Error ws_put_chunks(StreamPeer *p_peer, const ByteChunk *p_chunks, int p_count, int64_t &r_sent) {
	return p_peer->put_partial_chunks(p_chunks, p_count, r_sent);
}

// null in a build without TLS.
inline Ref<StreamPeerTLS> ws_create_tls() {
	return Ref<StreamPeerTLS>(StreamPeerTLS::create(false));
}

// ERR_INVALID_PARAMETER, said on stderr, when key and certificate are of no use; ERR_UNAVAILABLE, said too, without TLS. TLS prepares what
// connections share when the first one begins; one over nothing shows here and now whether it can.
inline Error ws_check_tls_server(const Ref<TLSOptions> &p_options) {
	Ref<StreamPeerTLS> tls = Ref<StreamPeerTLS>(StreamPeerTLS::create());
	if (tls.is_null()) {
		return ERR_UNAVAILABLE;
	}
	Ref<StreamPeerBuffer> nothing;
	nothing.instantiate();
	return tls->accept_stream(nothing, p_options);
}

// As the methods of StreamPeerTLS.
inline bool ws_has_tls_output(const StreamPeerTLS *p_tls) {
	return p_tls->has_output();
}
inline void ws_flush_tls(StreamPeerTLS *p_tls) {
	p_tls->flush();
}
inline void ws_end_tls_sending(StreamPeerTLS *p_tls) {
	p_tls->end_sending();
}
inline bool ws_tls_wants_poll(const StreamPeerTLS *p_tls) {
	return p_tls->wants_poll();
}
inline String ws_get_tls_failure(const StreamPeerTLS *p_tls) {
	return p_tls->get_failure_text();
}
