// NetSocket over BSD sockets: opening, options and addresses. Data transfer is in net_socket_io_unix.cpp.
#include "core/io/net_socket.h"

#include "core/error/error_macros.h"
#include "core/io/network_turn.h"
#include "core/io/socket_poller.h"
#include "core/io/socket_watch.h"
#include "core/string/ustring.h"
#include "platform/unix/socket_address_unix.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>

static constexpr uint32_t ALL_EVENTS = SocketPoller::EVENT_READABLE | SocketPoller::EVENT_WRITABLE | SocketPoller::EVENT_BROKEN | SocketPoller::EVENT_ENDED;

static int new_descriptor(int p_domain, int p_kind) {
#if defined(SOCK_NONBLOCK) && defined(SOCK_CLOEXEC)
	return ::socket(p_domain, p_kind | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
#else
	const int descriptor = ::socket(p_domain, p_kind, 0);
	if (descriptor >= 0) {
		::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
		::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
	}
	return descriptor;
#endif
}

static Error set_int_option(NetSocket::Handle p_handle, int p_level, int p_option, int p_value) {
	return ::setsockopt(int(p_handle), p_level, p_option, &p_value, sizeof(p_value)) == 0 ? OK : FAILED;
}

Error NetSocket::open(Type p_type, Family p_family, MainLoopWake p_wake) {
	close();
	const int kind = p_type == TYPE_UDP ? SOCK_DGRAM : SOCK_STREAM;
	int descriptor = -1;
	if (p_type == TYPE_UNIX) {
		descriptor = new_descriptor(AF_UNIX, kind);
	} else if (p_family != FAMILY_IPV4) {
		descriptor = new_descriptor(AF_INET6, kind);
		if (descriptor >= 0 && set_int_option(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, p_family == FAMILY_IPV6) != OK && p_family == FAMILY_DUAL) {
			::close(descriptor);
			descriptor = -1;
		}
	}
	if (descriptor < 0 && p_family != FAMILY_IPV6 && p_type != TYPE_UNIX) {
		descriptor = new_descriptor(AF_INET, kind);
		p_family = FAMILY_IPV4;
	}
	if (descriptor < 0) {
		if (errno == EPERM || errno == EACCES) { // Sandboxes; Android without its permission.
			return ERR_UNAUTHORIZED;
		}
		return errno == EMFILE || errno == ENFILE ? ERR_OUT_OF_MEMORY : ERR_CANT_CREATE;
	}
	_adopt(descriptor, p_type, p_family, p_wake);
	return OK;
}

bool NetSocket::is_forbidden() {
	NetSocket probe;
	return probe.open(TYPE_UDP, FAMILY_IPV4, WAKES_NOBODY) == ERR_UNAUTHORIZED;
}

void NetSocket::_adopt(Handle p_handle, Type p_type, Family p_family, MainLoopWake p_wake) {
	handle = int32_t(p_handle);
	type = p_type;
	family = p_family;
	watch = nullptr;
	is_local = p_type == TYPE_UNIX;
#if defined(SO_NOSIGPIPE)
	set_int_option(handle, SOL_SOCKET, SO_NOSIGPIPE, 1);
#endif
	set_wakes_main_loop(p_wake == WAKES_MAIN_LOOP);
}

void NetSocket::close() {
	if (!is_open()) {
		return;
	}
	set_wakes_main_loop(false);
	::close(int(handle));
	handle = int32_t(INVALID_HANDLE);
	type = TYPE_NONE;
	if (is_local) {
		NetworkTurn::note_local_send();
	}
}

NetSocket &NetSocket::operator=(NetSocket &&p_other) {
	if (this != &p_other) {
		close();
		handle = p_other.handle;
		type = p_other.type;
		family = p_other.family;
		watch = p_other.watch;
		is_local = p_other.is_local;
		p_other.handle = int32_t(INVALID_HANDLE);
		p_other.type = TYPE_NONE;
		p_other.watch = nullptr;
	}
	return *this;
}

void NetSocket::set_wakes_main_loop(bool p_wakes) {
	if ((watch != nullptr) == p_wakes || !is_open()) {
		return;
	}
	static constexpr uint32_t BOTH = SocketPoller::EVENT_READABLE | SocketPoller::EVENT_WRITABLE;
	SocketPoller *poller = SocketPoller::get_main();
	SocketWatch *dropped = watch;
	watch = nullptr;
	if (!p_wakes) {
		if (poller) {
			poller->remove(handle);
		}
	} else if (poller) {
		watch = SocketWatch::allocate(BOTH); // Nothing is known yet, so everything is worth a try.
		if (poller->add(handle, BOTH, watch, SocketPoller::TRIGGER_EDGE) != OK) {
			dropped = watch;
			watch = nullptr;
		}
	}
	SocketWatch::release(dropped);
}

Error NetSocket::bind(const IPAddress &p_address, uint16_t p_port) {
	ERR_FAIL_COND_V(!is_open(), ERR_UNCONFIGURED);
	if (!p_address.is_valid() && !p_address.is_wildcard()) {
		return ERR_INVALID_PARAMETER;
	}
	sockaddr_storage storage;
	const socklen_t length = SocketAddressUnix::write(storage, p_address, p_port, family != FAMILY_IPV4);
	if (::bind(int(handle), reinterpret_cast<sockaddr *>(&storage), length) == 0) {
		return OK;
	}
	switch (errno) {
		case EADDRINUSE:
			return ERR_ALREADY_IN_USE;
		case EACCES:
			return ERR_UNAUTHORIZED;
		case EADDRNOTAVAIL:
			return ERR_INVALID_PARAMETER;
		default:
			return ERR_CANT_CREATE;
	}
}

Error NetSocket::listen(int p_backlog) {
	ERR_FAIL_COND_V(!is_open(), ERR_UNCONFIGURED);
	if (::listen(int(handle), p_backlog) == 0) {
		_end(SocketPoller::EVENT_READABLE, true); // Before it listened, the system called it broken.
		return OK;
	}
	return errno == EADDRINUSE ? ERR_ALREADY_IN_USE : ERR_CANT_CREATE;
}

Error NetSocket::accept(NetSocket &r_socket, IPAddress &r_address, uint16_t &r_port, MainLoopWake p_wake) {
	ERR_FAIL_COND_V(!is_open(), ERR_UNCONFIGURED);
	if (!_may(SocketPoller::EVENT_READABLE)) {
		return ERR_BUSY;
	}
	_begin(SocketPoller::EVENT_READABLE);
	sockaddr_storage storage;
	socklen_t length = sizeof(storage);
	int descriptor;
	do {
#if defined(__linux__)
		descriptor = ::accept4(int(handle), reinterpret_cast<sockaddr *>(&storage), &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
#else
		descriptor = ::accept(int(handle), reinterpret_cast<sockaddr *>(&storage), &length);
		if (descriptor >= 0) {
			::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
			::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
		}
#endif
	} while (descriptor < 0 && errno == EINTR);
	if (descriptor < 0) {
		switch (errno) {
			case EMFILE:
			case ENFILE:
			case ENOBUFS:
			case ENOMEM:
				_end(SocketPoller::EVENT_READABLE, true);
				return ERR_OUT_OF_MEMORY;
			default: {
				const Error verdict = _verdict_of_failed_io(SocketPoller::EVENT_READABLE);
				return verdict == ERR_BUSY ? ERR_BUSY : ERR_SKIP;
			}
		}
	}
	SocketAddressUnix::read(reinterpret_cast<sockaddr *>(&storage), r_address, r_port);
	r_socket.close();
	_end_read(0, true);
	r_socket._adopt(descriptor, type, storage.ss_family == AF_INET6 ? FAMILY_IPV6 : FAMILY_IPV4, p_wake);
	r_socket.is_local = type == TYPE_UNIX || r_address.is_loopback();
	return OK;
}

Error NetSocket::connect_to_address(const IPAddress &p_address, uint16_t p_port) {
	ERR_FAIL_COND_V(!is_open(), ERR_UNCONFIGURED);
	if (!p_address.is_valid() || (family == FAMILY_IPV4 && !p_address.is_ipv4())) {
		return ERR_INVALID_PARAMETER;
	}
	sockaddr_storage storage;
	const socklen_t length = SocketAddressUnix::write(storage, p_address, p_port, family != FAMILY_IPV4);
	is_local = p_address.is_loopback();
	_begin(ALL_EVENTS); // What was reported of the unconnected socket says nothing any more.
	if (::connect(int(handle), reinterpret_cast<sockaddr *>(&storage), length) == 0) {
		_end(SocketPoller::EVENT_WRITABLE, true);
		return OK;
	}
	switch (errno) {
		case EINPROGRESS:
		case EINTR: // The attempt goes on in the background (POSIX connect).
		case EALREADY:
			return ERR_BUSY;
		case EISCONN:
			return OK;
		default:
			return SocketAddressUnix::get_connect_error(errno);
	}
}

Error NetSocket::connect_datagrams(const IPAddress &p_address, uint16_t p_port) {
	ERR_FAIL_COND_V(type != TYPE_UDP, ERR_UNCONFIGURED);
	if (!p_address.is_valid() || (family == FAMILY_IPV4 && !p_address.is_ipv4())) {
		return ERR_INVALID_PARAMETER;
	}
	sockaddr_storage storage;
	const socklen_t length = SocketAddressUnix::write(storage, p_address, p_port, family != FAMILY_IPV4);
	is_local = true; // What it sends may be for this process; whether it is does not show.
	return ::connect(int(handle), reinterpret_cast<sockaddr *>(&storage), length) == 0 ? OK : SocketAddressUnix::get_connect_error(errno);
}

static socklen_t write_path(sockaddr_un &r_address, const String &p_path) {
	const CharString path = p_path.utf8();
	r_address = {};
	r_address.sun_family = AF_UNIX;
	if (path.length() == 0 || size_t(path.length()) >= sizeof(r_address.sun_path)) {
		return 0;
	}
	memcpy(r_address.sun_path, path.get_data(), size_t(path.length()));
	return socklen_t(offsetof(sockaddr_un, sun_path) + size_t(path.length()) + 1);
}

Error NetSocket::bind_to_path(const String &p_path) {
	ERR_FAIL_COND_V(type != TYPE_UNIX, ERR_UNCONFIGURED);
	sockaddr_un address;
	const socklen_t length = write_path(address, p_path);
	if (length == 0) {
		return ERR_INVALID_PARAMETER;
	}
	if (::bind(int(handle), reinterpret_cast<sockaddr *>(&address), length) == 0) {
		return OK;
	}
	return errno == EADDRINUSE ? ERR_ALREADY_IN_USE : (errno == EACCES ? ERR_UNAUTHORIZED : ERR_CANT_CREATE);
}

Error NetSocket::connect_to_path(const String &p_path) {
	ERR_FAIL_COND_V(type != TYPE_UNIX, ERR_UNCONFIGURED);
	sockaddr_un address;
	const socklen_t length = write_path(address, p_path);
	if (length == 0) {
		return ERR_INVALID_PARAMETER;
	}
	_begin(ALL_EVENTS);
	if (::connect(int(handle), reinterpret_cast<sockaddr *>(&address), length) == 0) {
		_end(SocketPoller::EVENT_WRITABLE, true);
		return OK;
	}
	switch (errno) {
		case EINPROGRESS:
		case EINTR:
		case EALREADY:
			return ERR_BUSY;
		case ENOENT:
			return ERR_FILE_NOT_FOUND;
		default:
			return ERR_CANT_CONNECT; // EAGAIN, too: the listener's queue is full, and nothing goes on in the background.
	}
}

Error NetSocket::get_local_address(IPAddress &r_address, uint16_t &r_port) const {
	sockaddr_storage storage;
	socklen_t length = sizeof(storage);
	if (!is_open() || ::getsockname(int(handle), reinterpret_cast<sockaddr *>(&storage), &length) != 0) {
		return FAILED;
	}
	return SocketAddressUnix::read(reinterpret_cast<sockaddr *>(&storage), r_address, r_port) ? OK : FAILED;
}

Error NetSocket::get_peer_address(IPAddress &r_address, uint16_t &r_port) const {
	sockaddr_storage storage;
	socklen_t length = sizeof(storage);
	if (!is_open() || ::getpeername(int(handle), reinterpret_cast<sockaddr *>(&storage), &length) != 0) {
		return FAILED;
	}
	return SocketAddressUnix::read(reinterpret_cast<sockaddr *>(&storage), r_address, r_port) ? OK : FAILED;
}

Error NetSocket::set_no_delay(bool p_enabled) {
	return set_int_option(handle, IPPROTO_TCP, TCP_NODELAY, p_enabled);
}

Error NetSocket::set_reuse_address(bool p_enabled) {
	return set_int_option(handle, SOL_SOCKET, SO_REUSEADDR, p_enabled);
}

Error NetSocket::set_reuse_port(bool p_enabled) {
	return set_int_option(handle, SOL_SOCKET, SO_REUSEPORT, p_enabled);
}

Error NetSocket::set_broadcast(bool p_enabled) {
	return set_int_option(handle, SOL_SOCKET, SO_BROADCAST, p_enabled);
}

Error NetSocket::set_send_buffer_size(int p_bytes) {
	return set_int_option(handle, SOL_SOCKET, SO_SNDBUF, p_bytes);
}

Error NetSocket::set_receive_buffer_size(int p_bytes) {
	return set_int_option(handle, SOL_SOCKET, SO_RCVBUF, p_bytes);
}

Error NetSocket::change_multicast_group(const IPAddress &p_group, const String &p_interface, bool p_join) {
	ERR_FAIL_COND_V(!is_open(), ERR_UNCONFIGURED);
	if (!p_group.is_valid()) {
		return ERR_INVALID_PARAMETER;
	}
	const unsigned index = p_interface.is_empty() ? 0 : ::if_nametoindex(p_interface.utf8().get_data());
	if (index == 0 && !p_interface.is_empty()) {
		return ERR_INVALID_PARAMETER;
	}
	if (p_group.is_ipv4()) {
		ip_mreqn request = {};
		memcpy(&request.imr_multiaddr, p_group.get_ipv4(), 4);
		request.imr_ifindex = int(index);
		return ::setsockopt(int(handle), IPPROTO_IP, p_join ? IP_ADD_MEMBERSHIP : IP_DROP_MEMBERSHIP, &request, sizeof(request)) == 0 ? OK : FAILED;
	}
	ipv6_mreq request = {};
	memcpy(&request.ipv6mr_multiaddr, p_group.get_ipv6(), 16);
	request.ipv6mr_interface = index;
	return ::setsockopt(int(handle), IPPROTO_IPV6, p_join ? IPV6_JOIN_GROUP : IPV6_LEAVE_GROUP, &request, sizeof(request)) == 0 ? OK : FAILED;
}

String NetSocket::get_last_error_text() {
	return String::utf8(strerror(errno));
}
