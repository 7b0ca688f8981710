// Both kinds of stream behind the same four verdicts.
#include "modules/websocket/transport/ws_stream.h"

static constexpr int LARGE_READ = 16 * 1024; // So much at once, and there may be more at hand.

// The TCP connection at the bottom of a StreamPeer, or nullptr.
static StreamPeerTCP *_find_tcp(const Ref<StreamPeer> &p_stream) {
	if (StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(p_stream.ptr())) {
		return Object::cast_to<StreamPeerTCP>(tls->get_stream().ptr());
	}
	return Object::cast_to<StreamPeerTCP>(p_stream.ptr());
}

Error WSStream::_get_ready(bool p_to_read) {
	if (StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(stream.ptr())) {
		// Once connected, reading polls by itself. Writing must not: what that brought would wait unseen, and the network reports it once.
		if (p_to_read && tls->get_status() == StreamPeerTLS::STATUS_HANDSHAKING) {
			tls->poll();
		}
		switch (tls->get_status()) {
			case StreamPeerTLS::STATUS_HANDSHAKING:
				return ERR_BUSY;
			case StreamPeerTLS::STATUS_CONNECTED:
				return OK;
			case StreamPeerTLS::STATUS_DISCONNECTED:
				return ERR_FILE_EOF;
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
				return ws_has_input_left(peer) ? OK : ERR_FILE_EOF;
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
	const Error ready = _get_ready(true);
	if (ready != OK) {
		return ready;
	}
	Error result = OK;
	for (int count = LARGE_READ; count >= LARGE_READ && r_read < p_capacity && result == OK;) {
		result = stream->get_partial_data(r_into + r_read, p_capacity - r_read, count);
		r_read += count;
	}
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
	const Error ready = _get_ready(false);
	if (ready != OK) {
		return ready;
	}
	const Error result = ws_put_chunks(stream.ptr(), p_chunks, p_count, r_sent);
	if (r_sent > 0) {
		return OK;
	}
	return result == OK ? ERR_BUSY : result;
}

void WSStream::end_sending() {
	if (StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(stream.ptr())) {
		ws_end_tls_sending(tls);
	} else if (WSSocketPtr bottom = _find_socket()) {
		bottom->shutdown_sending();
	}
}

bool WSStream::has_output() const {
	const StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(stream.ptr());
	return tls && ws_has_tls_output(tls);
}

void WSStream::flush() {
	if (StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(stream.ptr())) {
		ws_flush_tls(tls);
	}
}

bool WSStream::wants_read() const {
	const StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(stream.ptr());
	return tls && ws_tls_wants_poll(tls);
}

void WSStream::wake_main_loop() {
	if (WSSocketPtr bottom = _find_socket()) {
		bottom->set_wakes_main_loop(true);
	}
}

bool WSStream::is_secure() const {
	return Object::cast_to<StreamPeerTLS>(stream.ptr()) != nullptr;
}

int WSStream::get_unsent_bytes() const {
	const WSSocketPtr bottom = _find_socket();
	return bottom ? bottom->get_unsent_bytes() : 0;
}

void WSStream::close() {
	socket.close();
	const Ref<StreamPeerTCP> tcp(_find_tcp(stream)); // TLS lets go of it.
	if (StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(stream.ptr())) {
		tls->disconnect_from_stream();
	}
	if (tcp.is_valid()) {
		tcp->disconnect_from_host();
	}
	stream.unref();
}

WSSocketPtr WSStream::_find_socket() const {
	if (socket.is_open()) {
		return const_cast<WSSocket *>(&socket);
	}
	const StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(stream.ptr());
	StreamPeerSocket *peer = Object::cast_to<StreamPeerSocket>(tls ? tls->get_stream().ptr() : stream.ptr());
	return peer ? ws_get_socket(peer) : nullptr;
}

WSSocket::Handle WSStream::get_handle() const {
	const WSSocketPtr bottom = _find_socket();
	return bottom ? bottom->get_handle() : WSSocket::INVALID_HANDLE;
}

WSWatch *WSStream::get_watch() const {
	const WSSocketPtr bottom = _find_socket();
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
