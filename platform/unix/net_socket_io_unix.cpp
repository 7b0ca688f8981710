// NetSocket over BSD sockets: moving bytes. One system call an operation, no allocation.
#include "core/io/net_socket.h"

#include "core/error/error_macros.h"
#include "core/io/network_turn.h"
#include "core/io/socket_poller.h"
#include "core/io/socket_watch.h"
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

static constexpr uint32_t END_EVENTS = SocketPoller::EVENT_BROKEN | SocketPoller::EVENT_ENDED;

static thread_local NetSocket::Traffic traffic;

const NetSocket::Traffic &NetSocket::get_traffic() {
	return traffic;
}

// Whether the system is worth asking for p_events. Everything that happened to a broken socket is worth a look.
bool NetSocket::_may(uint32_t p_events) const {
	if (!watch) {
		return true;
	}
	watch->note_look();
	return watch->may(p_events | SocketPoller::EVENT_BROKEN);
}

// Before the system is asked: an edge from now on sets the bit again.
void NetSocket::_begin(uint32_t p_event) const {
	traffic.calls++;
	if (watch) {
		watch->clear(p_event);
	}
}

// After the system was asked.
void NetSocket::_end(uint32_t p_event, bool p_more) const {
	if (!watch) {
		return;
	}
	if (p_more) {
		watch->set(p_event);
		return;
	}
	SocketPoller *poller = SocketPoller::get_main();
	if (poller) {
		poller->rearm(handle, p_event);
	}
}

void NetSocket::_end_read(int64_t p_bytes, bool p_more) const {
	traffic.reads++;
	traffic.bytes_read += uint64_t(p_bytes);
	_end(SocketPoller::EVENT_READABLE, p_more);
}

Error NetSocket::_verdict_of_failed_io(uint32_t p_awaited_event) const {
	switch (errno) {
		case EAGAIN:
#if EAGAIN != EWOULDBLOCK
		case EWOULDBLOCK:
#endif
		case ENOBUFS:
			_end(p_awaited_event, false);
			return ERR_BUSY;
		default:
			_end(p_awaited_event, true);
			return ERR_CONNECTION_ERROR;
	}
}

Error NetSocket::finish_connect() {
	ERR_FAIL_COND_V(!is_open(), ERR_UNCONFIGURED);
	if (!_may(SocketPoller::EVENT_WRITABLE)) {
		return ERR_BUSY;
	}
	_begin(SocketPoller::EVENT_WRITABLE | SocketPoller::EVENT_BROKEN);
	pollfd entry = { int(handle), POLLOUT, 0 };
	if (::poll(&entry, 1, 0) <= 0) {
		_end(SocketPoller::EVENT_WRITABLE, false);
		return ERR_BUSY;
	}
	_end(SocketPoller::EVENT_WRITABLE, true);
	int reason = 0;
	socklen_t length = sizeof(reason);
	if (::getsockopt(int(handle), SOL_SOCKET, SO_ERROR, &reason, &length) != 0) {
		return ERR_CANT_CONNECT;
	}
	errno = reason; // For get_last_error_text().
	return reason == 0 ? OK : SocketAddressUnix::get_connect_error(reason);
}

Error NetSocket::recv(uint8_t *p_into, int p_capacity, int &r_read) {
	r_read = 0;
	ERR_FAIL_COND_V(!is_open() || p_capacity <= 0, ERR_INVALID_PARAMETER);
	if (!_may(SocketPoller::EVENT_READABLE)) {
		return ERR_BUSY;
	}
	_begin(SocketPoller::EVENT_READABLE);
	ssize_t count;
	do {
		count = ::recv(int(handle), p_into, size_t(p_capacity), 0);
	} while (count < 0 && errno == EINTR);
	if (likely(count > 0)) {
		r_read = int(count);
		// A short read has emptied the system's buffer: what comes later is an edge of its own, and so was the end.
		_end_read(count, count == p_capacity || type != TYPE_TCP || !watch || watch->has(END_EVENTS));
		return OK;
	}
	if (count == 0) {
		_end(SocketPoller::EVENT_READABLE, true);
		return type == TYPE_UDP ? OK : ERR_FILE_EOF;
	}
	return _verdict_of_failed_io(SocketPoller::EVENT_READABLE);
}

Error NetSocket::peek(uint8_t *p_into, int p_capacity, int &r_read) {
	r_read = 0;
	ERR_FAIL_COND_V(!is_open() || p_capacity <= 0, ERR_INVALID_PARAMETER);
	if (!_may(SocketPoller::EVENT_READABLE)) {
		return ERR_BUSY;
	}
	_begin(SocketPoller::EVENT_READABLE);
	ssize_t count;
	do {
		count = ::recv(int(handle), p_into, size_t(p_capacity), MSG_PEEK);
	} while (count < 0 && errno == EINTR);
	if (count >= 0) {
		r_read = int(count);
		_end(SocketPoller::EVENT_READABLE, true);
		return count > 0 || type == TYPE_UDP ? OK : ERR_FILE_EOF;
	}
	return _verdict_of_failed_io(SocketPoller::EVENT_READABLE);
}

Error NetSocket::send(const uint8_t *p_data, int p_size, int &r_sent) {
	r_sent = 0;
	ERR_FAIL_COND_V(!is_open() || p_size < 0, ERR_INVALID_PARAMETER);
	const ByteChunk whole = { p_data, p_size };
	int64_t sent = 0;
	const Error verdict = send_chunks(&whole, 1, sent);
	r_sent = int(sent);
	return verdict;
}

bool NetSocket::_may_send() const {
	return !watch || watch->may(SocketPoller::EVENT_WRITABLE | SocketPoller::EVENT_BROKEN);
}

// One sendmsg(). When the buffer is full it is asked again after the bit is clear, so that no edge is lost in between.
int64_t NetSocket::_send_message(const void *p_message) const {
	for (bool again = watch != nullptr;; again = false) {
		ssize_t count;
		do {
			traffic.calls++;
			count = ::sendmsg(int(handle), static_cast<const msghdr *>(p_message), SEND_FLAGS);
		} while (count < 0 && errno == EINTR);
		if (is_local) {
			NetworkTurn::note_local_send();
		}
		if (count >= 0 || !again || (errno != EAGAIN && errno != EWOULDBLOCK)) {
			return count;
		}
		watch->clear(SocketPoller::EVENT_WRITABLE);
	}
}

Error NetSocket::send_chunks(const ByteChunk *p_chunks, int p_count, int64_t &r_sent) {
	r_sent = 0;
	ERR_FAIL_COND_V(!is_open(), ERR_UNCONFIGURED);
	if (!_may_send()) {
		return ERR_BUSY;
	}
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
		const int64_t count = _send_message(&message);
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
	if (!_may(SocketPoller::EVENT_READABLE)) {
		return ERR_BUSY;
	}
	_begin(SocketPoller::EVENT_READABLE);
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
	_end_read(count, true);
	if (message.msg_flags & MSG_TRUNC) {
		return ERR_OUT_OF_MEMORY;
	}
	r_read = int(count);
	return OK;
}

Error NetSocket::send_to(const uint8_t *p_data, int p_size, int &r_sent, const IPAddress &p_address, uint16_t p_port) {
	r_sent = 0;
	ERR_FAIL_COND_V(!is_open() || p_size < 0, ERR_INVALID_PARAMETER);
	if (!_may_send()) {
		return ERR_BUSY;
	}
	sockaddr_storage storage;
	iovec piece = { const_cast<uint8_t *>(p_data), size_t(p_size) };
	msghdr message = {};
	message.msg_name = &storage;
	message.msg_namelen = SocketAddressUnix::write(storage, p_address, p_port, family != FAMILY_IPV4);
	message.msg_iov = &piece;
	message.msg_iovlen = 1;
	const int64_t count = _send_message(&message);
	NetworkTurn::note_local_send(); // Whoever it was for.
	if (count < 0 && errno == EMSGSIZE) {
		return ERR_OUT_OF_MEMORY;
	}
	if (count < 0) {
		return _verdict_of_failed_io(SocketPoller::EVENT_WRITABLE);
	}
	r_sent = int(count);
	return OK;
}

#if defined(__linux__)
// Fills p_messages from p_datagrams and asks once. How many came, or -1.
static int receive_many(int p_descriptor, NetSocket::Datagram *p_datagrams, int p_count, sockaddr_storage *r_sources, unsigned *r_flags) {
	mmsghdr messages[NetSocket::MAX_DATAGRAMS];
	iovec pieces[NetSocket::MAX_DATAGRAMS];
	for (int i = 0; i < p_count; i++) {
		pieces[i] = { p_datagrams[i].data, size_t(p_datagrams[i].size) };
		messages[i] = {};
		messages[i].msg_hdr.msg_name = &r_sources[i];
		messages[i].msg_hdr.msg_namelen = sizeof(r_sources[i]);
		messages[i].msg_hdr.msg_iov = &pieces[i];
		messages[i].msg_hdr.msg_iovlen = 1;
	}
	const int count = ::recvmmsg(p_descriptor, messages, unsigned(p_count), MSG_DONTWAIT, nullptr);
	for (int i = 0; i < count; i++) {
		p_datagrams[i].size = int(messages[i].msg_len);
		r_flags[i] = unsigned(messages[i].msg_hdr.msg_flags);
	}
	return count;
}
#else
static int receive_many(int p_descriptor, NetSocket::Datagram *p_datagrams, int, sockaddr_storage *r_sources, unsigned *r_flags) {
	iovec piece = { p_datagrams[0].data, size_t(p_datagrams[0].size) };
	msghdr message = {};
	message.msg_name = &r_sources[0];
	message.msg_namelen = sizeof(r_sources[0]);
	message.msg_iov = &piece;
	message.msg_iovlen = 1;
	const ssize_t count = ::recvmsg(p_descriptor, &message, 0);
	p_datagrams[0].size = int(count);
	r_flags[0] = unsigned(message.msg_flags);
	return count < 0 ? -1 : 1;
}
#endif

Error NetSocket::recv_datagrams(Datagram *r_datagrams, int p_count, int &r_received) {
	r_received = 0;
	ERR_FAIL_COND_V(!is_open() || p_count <= 0 || p_count > MAX_DATAGRAMS, ERR_INVALID_PARAMETER);
	if (!_may(SocketPoller::EVENT_READABLE)) {
		return ERR_BUSY;
	}
	_begin(SocketPoller::EVENT_READABLE);
	sockaddr_storage sources[MAX_DATAGRAMS];
	unsigned flags[MAX_DATAGRAMS] = {};
	int count;
	do {
		count = receive_many(int(handle), r_datagrams, p_count, sources, flags);
	} while (count < 0 && errno == EINTR);
	if (count < 0) {
		return _verdict_of_failed_io(SocketPoller::EVENT_READABLE);
	}
	int64_t bytes = 0;
	for (int i = 0; i < count; i++) {
		SocketAddressUnix::read(reinterpret_cast<sockaddr *>(&sources[i]), r_datagrams[i].address, r_datagrams[i].port);
		r_datagrams[i].is_cut = (flags[i] & MSG_TRUNC) != 0;
		bytes += r_datagrams[i].size;
	}
	r_received = count;
	// A batch that is not full has emptied the system's buffer: what comes later is an edge of its own. An error ends batches, too.
	_end_read(bytes, count == p_count || !watch || watch->has(SocketPoller::EVENT_BROKEN));
	return OK;
}

Error NetSocket::send_datagrams(const Datagram *p_datagrams, int p_count, int &r_sent) {
	r_sent = 0;
	ERR_FAIL_COND_V(!is_open(), ERR_UNCONFIGURED);
#if defined(__linux__)
	while (r_sent < p_count) {
		if (!_may_send()) {
			return ERR_BUSY;
		}
		mmsghdr messages[MAX_DATAGRAMS];
		iovec pieces[MAX_DATAGRAMS];
		sockaddr_storage targets[MAX_DATAGRAMS];
		const int offered = MIN(p_count - r_sent, int(MAX_DATAGRAMS));
		for (int i = 0; i < offered; i++) {
			const Datagram &datagram = p_datagrams[r_sent + i];
			pieces[i] = { datagram.data, size_t(datagram.size) };
			messages[i] = {};
			messages[i].msg_hdr.msg_iov = &pieces[i];
			messages[i].msg_hdr.msg_iovlen = 1;
			if (datagram.address.is_valid()) {
				messages[i].msg_hdr.msg_name = &targets[i];
				messages[i].msg_hdr.msg_namelen = SocketAddressUnix::write(targets[i], datagram.address, datagram.port, family != FAMILY_IPV4);
			}
		}
		int count;
		do {
			traffic.calls++;
			count = ::sendmmsg(int(handle), messages, unsigned(offered), SEND_FLAGS);
		} while (count < 0 && errno == EINTR);
		NetworkTurn::note_local_send();
		if (count < 0) {
			return _verdict_of_failed_io(SocketPoller::EVENT_WRITABLE);
		}
		r_sent += count;
	}
	return OK;
#else
	for (; r_sent < p_count; r_sent++) {
		const Datagram &datagram = p_datagrams[r_sent];
		int unused = 0;
		const Error verdict = datagram.address.is_valid() ? send_to(datagram.data, datagram.size, unused, datagram.address, datagram.port) : send(datagram.data, datagram.size, unused);
		if (verdict != OK) {
			return verdict == ERR_BUSY ? ERR_BUSY : ERR_CONNECTION_ERROR;
		}
	}
	return OK;
#endif
}

Error NetSocket::wait(uint32_t p_events, int64_t p_timeout_usec) const {
	ERR_FAIL_COND_V(!is_open(), ERR_UNCONFIGURED);
	const short asked = short((p_events & SocketPoller::EVENT_READABLE ? POLLIN : 0) | (p_events & SocketPoller::EVENT_WRITABLE ? POLLOUT : 0));
	pollfd entry = { int(handle), asked, 0 };
	const int64_t msec = p_timeout_usec < 0 ? -1 : MIN((p_timeout_usec + 999) / 1000, int64_t(INT_MAX));
	if (::poll(&entry, 1, int(msec)) <= 0) {
		return ERR_TIMEOUT;
	}
	if (watch) { // The main poller may tell it later.
		watch->set((entry.revents & POLLIN ? SocketPoller::EVENT_READABLE : 0u) | (entry.revents & POLLOUT ? SocketPoller::EVENT_WRITABLE : 0u) | (entry.revents & (POLLERR | POLLHUP) ? SocketPoller::EVENT_BROKEN : 0u));
	}
	return OK;
}

int NetSocket::get_available_bytes() const {
	if (!is_open()) {
		return -1;
	}
	if (!_may(SocketPoller::EVENT_READABLE)) {
		return 0;
	}
	_begin(SocketPoller::EVENT_READABLE);
	int count = 0;
	if (::ioctl(int(handle), FIONREAD, &count) != 0) {
		return -1;
	}
	_end(SocketPoller::EVENT_READABLE, count > 0 || (watch && watch->has(END_EVENTS))); // The end is there to be read.
	return count;
}

int NetSocket::get_unsent_bytes() const {
	int count = 0;
#ifdef TIOCOUTQ
	if (is_open() && ::ioctl(int(handle), TIOCOUTQ, &count) != 0) {
		count = 0;
	}
#endif
	return count;
}

bool NetSocket::may_have_ended() const {
	if (!watch) {
		return is_open();
	}
	watch->note_look();
	return watch->may(END_EVENTS);
}

bool NetSocket::has_waiting_connection() const {
	if (!is_open() || !_may(SocketPoller::EVENT_READABLE)) {
		return false;
	}
	_begin(SocketPoller::EVENT_READABLE);
	pollfd entry = { int(handle), POLLIN, 0 };
	const bool waits = ::poll(&entry, 1, 0) > 0 && (entry.revents & POLLIN);
	_end(SocketPoller::EVENT_READABLE, waits);
	return waits;
}

Error NetSocket::shutdown_sending() {
	if (is_local) {
		NetworkTurn::note_local_send();
	}
	return is_open() && ::shutdown(int(handle), SHUT_WR) == 0 ? OK : FAILED;
}
