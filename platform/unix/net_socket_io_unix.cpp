// NetSocket over BSD sockets: moving bytes. One system call an operation, no allocation.
#include "core/io/net_socket.h"

#include "core/error/error_macros.h"
#include "core/io/socket_poller.h"
#include "platform/unix/socket_address_unix.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <cerrno>
#include <climits>

#if defined(MSG_NOSIGNAL)
static constexpr int SEND_FLAGS = MSG_NOSIGNAL;
#else
static constexpr int SEND_FLAGS = 0; // SO_NOSIGPIPE was set when the socket was opened.
#endif

// The main loop is to hear of the next such event: something was consumed, or there was nothing.
void NetSocket::_await(uint32_t p_event) const {
	SocketPoller *poller = wakes_main_loop ? SocketPoller::get_main() : nullptr;
	if (poller) {
		poller->rearm(handle, p_event);
	}
}

Error NetSocket::_verdict_of_failed_io(uint32_t p_awaited_event) const {
	switch (errno) {
		case EAGAIN:
#if EAGAIN != EWOULDBLOCK
		case EWOULDBLOCK:
#endif
		case ENOBUFS:
			_await(p_awaited_event);
			return ERR_BUSY;
		default:
			return ERR_CONNECTION_ERROR;
	}
}

Error NetSocket::finish_connect() {
	ERR_FAIL_COND_V(!is_open(), ERR_UNCONFIGURED);
	pollfd entry = { int(handle), POLLOUT, 0 };
	if (::poll(&entry, 1, 0) <= 0) {
		_await(SocketPoller::EVENT_WRITABLE);
		return ERR_BUSY;
	}
	int reason = 0;
	socklen_t length = sizeof(reason);
	if (::getsockopt(int(handle), SOL_SOCKET, SO_ERROR, &reason, &length) != 0) {
		return ERR_CANT_CONNECT;
	}
	errno = reason; // For get_last_error_text().
	if (reason == 0) {
		return OK;
	}
	return reason == ETIMEDOUT ? ERR_TIMEOUT : ERR_CANT_CONNECT;
}

Error NetSocket::recv(uint8_t *p_into, int p_capacity, int &r_read) {
	r_read = 0;
	ERR_FAIL_COND_V(!is_open() || p_capacity <= 0, ERR_INVALID_PARAMETER);
	ssize_t count;
	do {
		count = ::recv(int(handle), p_into, size_t(p_capacity), 0);
	} while (count < 0 && errno == EINTR);
	if (likely(count > 0)) {
		r_read = int(count);
		_await(SocketPoller::EVENT_READABLE);
		return OK;
	}
	if (count == 0) {
		return type == TYPE_UDP ? OK : ERR_FILE_EOF;
	}
	return _verdict_of_failed_io(SocketPoller::EVENT_READABLE);
}

Error NetSocket::peek(uint8_t *p_into, int p_capacity, int &r_read) {
	r_read = 0;
	ERR_FAIL_COND_V(!is_open() || p_capacity <= 0, ERR_INVALID_PARAMETER);
	ssize_t count;
	do {
		count = ::recv(int(handle), p_into, size_t(p_capacity), MSG_PEEK);
	} while (count < 0 && errno == EINTR);
	if (count > 0) {
		r_read = int(count);
		return OK;
	}
	if (count == 0) {
		return type == TYPE_UDP ? OK : ERR_FILE_EOF;
	}
	return _verdict_of_failed_io(SocketPoller::EVENT_READABLE);
}

Error NetSocket::send(const uint8_t *p_data, int p_size, int &r_sent) {
	r_sent = 0;
	ERR_FAIL_COND_V(!is_open() || p_size < 0, ERR_INVALID_PARAMETER);
	ssize_t count;
	do {
		count = ::send(int(handle), p_data, size_t(p_size), SEND_FLAGS);
	} while (count < 0 && errno == EINTR);
	if (unlikely(count < 0)) {
		return _verdict_of_failed_io(SocketPoller::EVENT_WRITABLE);
	}
	r_sent = int(count);
	return OK;
}

Error NetSocket::send_chunks(const ByteChunk *p_chunks, int p_count, int64_t &r_sent) {
	r_sent = 0;
	ERR_FAIL_COND_V(!is_open(), ERR_UNCONFIGURED);
	iovec pieces[MAX_CHUNKS];
	for (int next = 0; next < p_count;) {
		int used = 0;
		int64_t offered = 0;
		for (; next < p_count && used < MAX_CHUNKS; next++) {
			if (p_chunks[next].size > 0) {
				pieces[used].iov_base = const_cast<uint8_t *>(p_chunks[next].data);
				pieces[used].iov_len = size_t(p_chunks[next].size);
				offered += p_chunks[next].size;
				used++;
			}
		}
		if (used == 0) {
			break;
		}
		msghdr message = {};
		message.msg_iov = pieces;
		message.msg_iovlen = decltype(message.msg_iovlen)(used);
		ssize_t count;
		do {
			count = ::sendmsg(int(handle), &message, SEND_FLAGS);
		} while (count < 0 && errno == EINTR);
		if (count < 0) {
			const Error verdict = _verdict_of_failed_io(SocketPoller::EVENT_WRITABLE);
			return r_sent > 0 && verdict == ERR_BUSY ? OK : verdict;
		}
		r_sent += count;
		if (count < offered) {
			break;
		}
	}
	return OK;
}

Error NetSocket::recv_from(uint8_t *p_into, int p_capacity, int &r_read, IPAddress &r_address, uint16_t &r_port) {
	r_read = 0;
	ERR_FAIL_COND_V(!is_open() || p_capacity < 0, ERR_INVALID_PARAMETER);
	sockaddr_storage storage = {};
	iovec piece = { p_into, size_t(p_capacity) };
	msghdr message = {};
	message.msg_name = &storage;
	message.msg_namelen = sizeof(storage);
	message.msg_iov = &piece;
	message.msg_iovlen = 1;
	ssize_t count;
	do {
		count = ::recvmsg(int(handle), &message, 0);
	} while (count < 0 && errno == EINTR);
	if (count < 0) {
		return _verdict_of_failed_io(SocketPoller::EVENT_READABLE);
	}
	SocketAddressUnix::read(reinterpret_cast<sockaddr *>(&storage), r_address, r_port);
	_await(SocketPoller::EVENT_READABLE);
	if (message.msg_flags & MSG_TRUNC) {
		return ERR_OUT_OF_MEMORY;
	}
	r_read = int(count);
	return OK;
}

Error NetSocket::send_to(const uint8_t *p_data, int p_size, int &r_sent, const IPAddress &p_address, uint16_t p_port) {
	r_sent = 0;
	ERR_FAIL_COND_V(!is_open() || p_size < 0, ERR_INVALID_PARAMETER);
	sockaddr_storage storage;
	const socklen_t length = SocketAddressUnix::write(storage, p_address, p_port, family != FAMILY_IPV4);
	ssize_t count;
	do {
		count = ::sendto(int(handle), p_data, size_t(p_size), SEND_FLAGS, reinterpret_cast<sockaddr *>(&storage), length);
	} while (count < 0 && errno == EINTR);
	if (count < 0) {
		return _verdict_of_failed_io(SocketPoller::EVENT_WRITABLE);
	}
	r_sent = int(count);
	return OK;
}

Error NetSocket::wait(uint32_t p_events, int64_t p_timeout_usec) const {
	ERR_FAIL_COND_V(!is_open(), ERR_UNCONFIGURED);
	const short asked = short((p_events & SocketPoller::EVENT_READABLE ? POLLIN : 0) | (p_events & SocketPoller::EVENT_WRITABLE ? POLLOUT : 0));
	pollfd entry = { int(handle), asked, 0 };
	const int64_t msec = p_timeout_usec < 0 ? -1 : MIN((p_timeout_usec + 999) / 1000, int64_t(INT_MAX));
	return ::poll(&entry, 1, int(msec)) > 0 ? OK : ERR_TIMEOUT;
}

int NetSocket::get_available_bytes() const {
	int count = 0;
	if (!is_open() || ::ioctl(int(handle), FIONREAD, &count) != 0) {
		return -1;
	}
	if (count == 0) {
		_await(SocketPoller::EVENT_READABLE);
	}
	return count;
}

bool NetSocket::has_waiting_connection() const {
	pollfd entry = { int(handle), POLLIN, 0 };
	if (is_open() && ::poll(&entry, 1, 0) > 0 && (entry.revents & POLLIN)) {
		return true;
	}
	_await(SocketPoller::EVENT_READABLE);
	return false;
}

Error NetSocket::shutdown_sending() {
	return is_open() && ::shutdown(int(handle), SHUT_WR) == 0 ? OK : FAILED;
}
