// Both kinds of stream behind the same four verdicts.
#include "modules/websocket/transport/ws_stream.h"

#include "core/io/stream_peer_tcp.h"
#include "core/io/stream_peer_tls.h"

// The TCP connection at the bottom of a StreamPeer, or nullptr.
static StreamPeerTCP *_find_tcp(const Ref<StreamPeer> &p_stream) {
	if (StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(p_stream.ptr())) {
		return Object::cast_to<StreamPeerTCP>(tls->get_stream().ptr());
	}
	return Object::cast_to<StreamPeerTCP>(p_stream.ptr());
}

Error WSStream::_poll_stream() {
	if (StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(stream.ptr())) {
		tls->poll();
		switch (tls->get_status()) {
			case StreamPeerTLS::STATUS_HANDSHAKING:
				return ERR_BUSY;
			case StreamPeerTLS::STATUS_CONNECTED:
				return OK;
			default:
				return ERR_CONNECTION_ERROR;
		}
	}
	if (StreamPeerSocket *peer = Object::cast_to<StreamPeerSocket>(stream.ptr())) {
		peer->poll();
		switch (peer->get_status()) {
			case StreamPeerSocket::STATUS_CONNECTING:
				return ERR_BUSY;
			case StreamPeerSocket::STATUS_CONNECTED:
				return OK;
			default:
				// What arrived before the end can still be there.
				return peer->get_available_bytes() > 0 ? OK : ERR_FILE_EOF;
		}
	}
	return OK;
}

Error WSStream::read(uint8_t *r_into, int p_capacity, int &r_read) {
	r_read = 0;
	if (socket.is_open()) {
		return socket.recv(r_into, p_capacity, r_read);
	}
	if (stream.is_null()) {
		return ERR_CONNECTION_ERROR;
	}
	const Error ready = _poll_stream();
	if (ready != OK) {
		return ready;
	}
	const Error result = stream->get_partial_data(r_into, p_capacity, r_read);
	if (r_read > 0) {
		return OK;
	}
	return result == OK ? ERR_BUSY : result;
}

Error WSStream::write(const ByteChunk *p_chunks, int p_count, int64_t &r_sent) {
	r_sent = 0;
	if (socket.is_open()) {
		return socket.send_chunks(p_chunks, p_count, r_sent);
	}
	if (stream.is_null()) {
		return ERR_CONNECTION_ERROR;
	}
	const Error ready = _poll_stream();
	if (ready != OK) {
		return ready;
	}
	const Error result = stream->put_partial_chunks(p_chunks, p_count, r_sent);
	if (r_sent > 0) {
		return OK;
	}
	return result == OK ? ERR_BUSY : result;
}

void WSStream::end_sending() {
	if (socket.is_open()) {
		socket.shutdown_sending();
	}
}

void WSStream::close() {
	socket.close();
	if (StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(stream.ptr())) {
		tls->disconnect_from_stream();
	}
	if (StreamPeerTCP *tcp = _find_tcp(stream)) {
		tcp->disconnect_from_host();
	}
	stream.unref();
}

const NetSocket *WSStream::_find_socket() const {
	if (socket.is_open()) {
		return &socket;
	}
	const StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(stream.ptr());
	const StreamPeerSocket *peer = Object::cast_to<StreamPeerSocket>(tls ? tls->get_stream().ptr() : stream.ptr());
	return peer ? &peer->get_socket() : nullptr;
}

NetSocket::Handle WSStream::get_handle() const {
	const NetSocket *bottom = _find_socket();
	return bottom ? bottom->get_handle() : NetSocket::INVALID_HANDLE;
}

SocketWatch *WSStream::get_watch() const {
	const NetSocket *bottom = _find_socket();
	return bottom ? bottom->get_watch() : nullptr;
}

bool WSStream::get_peer_address(IPAddress &r_address, uint16_t &r_port) const {
	if (socket.is_open()) {
		return socket.get_peer_address(r_address, r_port) == OK;
	}
	if (const StreamPeerTCP *tcp = _find_tcp(stream)) {
		r_address = tcp->get_connected_host();
		r_port = uint16_t(tcp->get_connected_port());
		return true;
	}
	return false;
}

void WSStream::set_no_delay(bool p_enabled) {
	if (socket.is_open()) {
		socket.set_no_delay(p_enabled);
	} else if (StreamPeerTCP *tcp = _find_tcp(stream)) {
		tcp->set_no_delay(p_enabled);
	}
}
