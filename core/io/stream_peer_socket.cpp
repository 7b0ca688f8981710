// StreamPeerSocket: the stream over a socket, whatever it is connected to.
#include "core/io/stream_peer_socket.h"

#include "core/io/socket_poller.h"
#include "core/object/class_db.h"

static constexpr int64_t CONNECT_GLANCE_USEC = 100000; // How long to sleep before a connect deadline is looked at again.

Error StreamPeerSocket::poll() {
	if (status == STATUS_CONNECTING) {
		_poll_connecting();
		return status == STATUS_ERROR ? ERR_CONNECTION_ERROR : OK;
	}
	if (status == STATUS_CONNECTED && socket.may_have_ended()) {
		uint8_t unused;
		int count = 0;
		_end_of_transfer(socket.peek(&unused, 1, count));
	}
	return OK;
}

void StreamPeerSocket::disconnect_from_host() {
	socket.close();
	status = STATUS_NONE;
}

NetSocket StreamPeerSocket::release_socket() {
	NetSocket released = static_cast<NetSocket &&>(socket);
	disconnect_from_host();
	return released;
}

// OK, ERR_BUSY while connecting, FAILED when there is no connection.
Error StreamPeerSocket::_check_connected() {
	if (status == STATUS_CONNECTING) {
		_poll_connecting();
	}
	if (status == STATUS_CONNECTED) {
		return OK;
	}
	return status == STATUS_CONNECTING ? ERR_BUSY : FAILED;
}

// What scripts are told about a transfer: nothing to do is no error, and a connection that has ended is left at once.
Error StreamPeerSocket::_end_of_transfer(Error p_verdict) {
	switch (p_verdict) {
		case ERR_BUSY:
			return OK;
		case ERR_FILE_EOF:
			disconnect_from_host();
			return ERR_FILE_EOF;
		case ERR_CONNECTION_ERROR:
			disconnect_from_host();
			return FAILED;
		default:
			return p_verdict;
	}
}

void StreamPeerSocket::_wait_connecting() {
	socket.wait(SocketPoller::EVENT_WRITABLE, CONNECT_GLANCE_USEC);
}

void StreamPeerSocket::_wait_for(uint32_t p_events) {
	if (status == STATUS_CONNECTING) {
		_wait_connecting();
	} else {
		socket.wait(p_events, SocketPoller::WAIT_FOREVER);
	}
}

Error StreamPeerSocket::put_data(const uint8_t *p_data, int p_bytes) {
	for (int done = 0; done < p_bytes;) {
		int sent = 0;
		const Error error = put_partial_data(p_data + done, p_bytes - done, sent);
		if (error != OK) {
			return error;
		}
		done += sent;
		if (done < p_bytes) {
			_wait_for(SocketPoller::EVENT_WRITABLE);
		}
	}
	return OK;
}

Error StreamPeerSocket::put_partial_data(const uint8_t *p_data, int p_bytes, int &r_sent) {
	r_sent = 0;
	const Error state = _check_connected();
	return _end_of_transfer(state == OK ? socket.send(p_data, p_bytes, r_sent) : state);
}

Error StreamPeerSocket::put_partial_chunks(const ByteChunk *p_chunks, int p_count, int64_t &r_sent) {
	r_sent = 0;
	const Error state = _check_connected();
	return _end_of_transfer(state == OK ? socket.send_chunks(p_chunks, p_count, r_sent) : state);
}

Error StreamPeerSocket::get_data(uint8_t *p_into, int p_bytes) {
	int received;
	return get_data_counted(p_into, p_bytes, received);
}

Error StreamPeerSocket::get_data_counted(uint8_t *p_into, int p_bytes, int &r_received) {
	r_received = 0;
	while (r_received < p_bytes) {
		int count = 0;
		const Error error = get_partial_data(p_into + r_received, p_bytes - r_received, count);
		if (error != OK) {
			return error;
		}
		r_received += count;
		if (count == 0) {
			_wait_for(SocketPoller::EVENT_READABLE);
		}
	}
	return OK;
}

Error StreamPeerSocket::get_partial_data(uint8_t *p_into, int p_bytes, int &r_received) {
	r_received = 0;
	const Error state = _check_connected();
	if (state != OK || p_bytes <= 0) {
		return state == ERR_BUSY ? OK : state;
	}
	return _end_of_transfer(socket.recv(p_into, p_bytes, r_received));
}

int StreamPeerSocket::get_available_bytes() const {
	return socket.get_available_bytes();
}

void StreamPeerSocket::_bind_methods() {
	ClassDB::bind_method(D_METHOD("poll"), &StreamPeerSocket::poll);
	ClassDB::bind_method(D_METHOD("get_status"), &StreamPeerSocket::get_status);
	ClassDB::bind_method(D_METHOD("disconnect_from_host"), &StreamPeerSocket::disconnect_from_host);

	BIND_ENUM_CONSTANT(STATUS_NONE);
	BIND_ENUM_CONSTANT(STATUS_CONNECTING);
	BIND_ENUM_CONSTANT(STATUS_CONNECTED);
	BIND_ENUM_CONSTANT(STATUS_ERROR);
}
