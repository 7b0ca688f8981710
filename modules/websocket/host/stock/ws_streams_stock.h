// StreamPeers of a stock tree. See host/ws_streams.h.
#pragma once

#include "core/io/stream_peer.h"
#include "core/io/stream_peer_tcp.h"
#include "core/io/stream_peer_tls.h"
#include "modules/websocket/host/ws_socket.h"

// The socket in a StreamPeerSocket, held: as a pointer to a WSSocket.
class WSSocketPtr {
public:
	WSSocketPtr(std::nullptr_t) {}
	WSSocketPtr(const WSSocket *p_socket) :
			held(p_socket->get_stock_socket()) {}
	explicit WSSocketPtr(const Ref<NetSocket> &p_socket) :
			held(p_socket) {}

	explicit operator bool() const { return held.is_open(); }
	WSSocket *operator->() { return &held; }
	const WSSocket *operator->() const { return &held; }

private:
	WSSocket held;
};

inline WSSocketPtr ws_get_socket(StreamPeerSocket *p_peer) {
	struct Access : public StreamPeerSocket {
		static Ref<NetSocket> StreamPeerSocket::*get_member() { return &Access::_sock; }
	};
	return WSSocketPtr(p_peer->*Access::get_member());
}

inline bool ws_has_input_left(const StreamPeerSocket *p_peer) {
	return false; // It ends when all has been read.
}

inline Ref<StreamPeerTCP> ws_wrap_socket(WSSocket &&p_socket, const IPAddress &p_address, uint16_t p_port) {
	Ref<StreamPeerTCP> peer;
	peer.instantiate();
	peer->accept_socket(p_socket.get_stock_socket(), NetSocket::Address(p_address, p_port));
	p_socket = WSSocket();
	return peer;
}

inline Error ws_put_chunks(StreamPeer *p_peer, const ByteChunk *p_chunks, int p_count, int64_t &r_sent) {
	r_sent = 0;
	for (int i = 0; i < p_count; i++) {
		for (int64_t done = 0; done < p_chunks[i].size;) {
			int sent = 0;
			const Error result = p_peer->put_partial_data(p_chunks[i].data + done, int(MIN(p_chunks[i].size - done, int64_t(INT32_MAX))), sent);
			r_sent += sent;
			if (result != OK || sent == 0) {
				return r_sent > 0 ? OK : result;
			}
			done += sent;
		}
	}
	return OK;
}

inline Ref<StreamPeerTLS> ws_create_tls() {
	return StreamPeerTLS::is_available() ? Ref<StreamPeerTLS>(StreamPeerTLS::create()) : Ref<StreamPeerTLS>();
}

inline Error ws_check_tls_server(const Ref<TLSOptions> &p_options) {
	ERR_FAIL_COND_V_MSG(!StreamPeerTLS::is_available(), ERR_UNAVAILABLE, "This build has no TLS.");
	return p_options->is_server() && p_options->get_private_key().is_valid() && p_options->get_own_certificate().is_valid() ? OK : ERR_INVALID_PARAMETER;
}

// What StreamPeerTLS writes leaves at once or not at all, and a handshake is never put off.
inline bool ws_has_tls_output(const StreamPeerTLS *p_tls) {
	return false;
}
inline void ws_flush_tls(StreamPeerTLS *p_tls) {}
inline void ws_end_tls_sending(StreamPeerTLS *p_tls) {}
inline bool ws_tls_wants_poll(const StreamPeerTLS *p_tls) {
	return false;
}
inline String ws_get_tls_failure(const StreamPeerTLS *p_tls) {
	return p_tls->get_status() == StreamPeerTLS::STATUS_ERROR_HOSTNAME_MISMATCH ? "The certificate is for another name." : "The reason was printed.";
}
