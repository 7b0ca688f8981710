// Verdicts as the module knows them, from those of a stock tree's sockets.
#include "modules/websocket/host/stock/ws_socket_stock.h"

#include "core/object/callable_method_pointer.h"
#include "scene/main/scene_tree.h"

static constexpr int BACKLOG = 4096;

// --- WSSocket.

WSSocket &WSSocket::operator=(WSSocket &&p_other) {
	if (this != &p_other) {
		socket = p_other.socket;
		peer = p_other.peer;
		p_other.socket.unref();
		p_other.peer = NetSocket::Address();
	}
	return *this;
}

Error WSSocket::open(Type p_type, Family p_family) {
	socket = Ref<NetSocket>(NetSocket::create());
	if (socket.is_null()) {
		return ERR_UNAVAILABLE;
	}
	static constexpr IP::Type IP_TYPES[] = { IP::TYPE_IPV4, IP::TYPE_IPV6, IP::TYPE_ANY };
	IP::Type ip_type = p_type == TYPE_UNIX ? IP::TYPE_NONE : IP_TYPES[p_family];
	const Error result = socket->open(p_type == TYPE_UNIX ? NetSocket::Family::UNIX : NetSocket::Family::INET, NetSocket::TYPE_TCP, ip_type);
	if (result != OK) {
		socket.unref();
		return result;
	}
	socket->set_blocking_enabled(false);
	return OK;
}

void WSSocket::close() {
	if (socket.is_valid()) {
		socket->close();
		socket.unref();
	}
}

Error WSSocket::listen(const IPAddress &p_address, uint16_t p_port) {
	socket->set_reuse_address_enabled(true);
	const Error result = socket->bind(NetSocket::Address(p_address, p_port));
	if (result == ERR_UNAVAILABLE) {
		return ERR_ALREADY_IN_USE; // The usual reason; NetSocket does not tell.
	}
	return result == OK ? socket->listen(BACKLOG) : result;
}

Error WSSocket::accept(WSSocket &r_socket, IPAddress &r_address, uint16_t &r_port, MainLoopWake p_wake) {
	if (socket->poll(NetSocket::POLL_TYPE_IN, 0) != OK) {
		return ERR_BUSY;
	}
	NetSocket::Address from;
	r_socket.socket = socket->accept(from);
	if (r_socket.socket.is_null()) {
		return ERR_BUSY;
	}
	r_socket.socket->set_blocking_enabled(false);
	r_socket.peer = from;
	r_address = from.ip();
	r_port = from.port();
	return OK;
}

static Error _get_verdict(Error p_result) {
	return p_result == OK || p_result == ERR_BUSY ? p_result : ERR_CANT_CONNECT;
}

Error WSSocket::connect_to_address(const IPAddress &p_address, uint16_t p_port) {
	peer = NetSocket::Address(p_address, p_port);
	return _get_verdict(socket->connect_to_host(peer));
}

Error WSSocket::connect_to_path(const String &p_path) {
	peer = NetSocket::Address(p_path);
	return _get_verdict(socket->connect_to_host(peer));
}

Error WSSocket::finish_connect() {
	return _get_verdict(socket->connect_to_host(peer)); // To ask again is how NetSocket tells.
}

Error WSSocket::recv(uint8_t *p_into, int p_capacity, int &r_read) {
	r_read = 0;
	const Error result = socket->recv(p_into, p_capacity, r_read);
	if (result == OK) {
		return r_read > 0 ? OK : ERR_FILE_EOF;
	}
	r_read = 0;
	return result == ERR_BUSY ? ERR_BUSY : ERR_CONNECTION_ERROR;
}

Error WSSocket::send(const uint8_t *p_data, int p_size, int &r_sent) {
	r_sent = 0;
	const Error result = socket->send(p_data, p_size, r_sent);
	if (result == OK) {
		return r_sent > 0 || p_size == 0 ? OK : ERR_BUSY;
	}
	r_sent = 0;
	return result == ERR_BUSY ? ERR_BUSY : ERR_CONNECTION_ERROR;
}

Error WSSocket::send_chunks(const ByteChunk *p_chunks, int p_count, int64_t &r_sent) {
	r_sent = 0;
	for (int i = 0; i < p_count; i++) {
		for (int64_t done = 0; done < p_chunks[i].size;) {
			int sent = 0;
			const Error result = send(p_chunks[i].data + done, int(MIN(p_chunks[i].size - done, int64_t(INT32_MAX))), sent);
			if (result != OK) {
				return r_sent > 0 ? OK : result;
			}
			done += sent;
			r_sent += sent;
		}
	}
	return OK;
}

Error WSSocket::get_local_address(IPAddress &r_address, uint16_t &r_port) const {
	NetSocket::Address own;
	const Error result = socket->get_socket_address(&own);
	r_address = own.ip();
	r_port = own.port();
	return result;
}

Error WSSocket::get_peer_address(IPAddress &r_address, uint16_t &r_port) const {
	r_address = peer.ip();
	r_port = peer.port();
	return peer.is_inet() ? OK : ERR_UNAVAILABLE;
}

Error WSSocket::set_no_delay(bool p_enabled) {
	if (!peer.is_unix()) {
		socket->set_tcp_no_delay_enabled(p_enabled);
	}
	return OK;
}

Error ws_listen(WSSocket &r_socket, int p_port, const String &p_bind_address) {
	const IPAddress address(p_bind_address);
	ERR_FAIL_COND_V_MSG(!address.is_valid() && !address.is_wildcard(), ERR_INVALID_PARAMETER, "\"" + p_bind_address + "\" is not an IP address; \"*\" listens on all of them.");
	ERR_FAIL_COND_V_MSG(p_port < 0 || p_port > 65535, ERR_INVALID_PARAMETER, "A port lies between 0 and 65535; 0 lets the system choose.");
	WSSocket::Family family = WSSocket::FAMILY_DUAL;
	if (!address.is_wildcard()) {
		family = address.is_ipv4() ? WSSocket::FAMILY_IPV4 : WSSocket::FAMILY_IPV6;
	}
	Error result = r_socket.open(WSSocket::TYPE_TCP, family);
	if (result == OK) {
		result = r_socket.listen(address, uint16_t(p_port));
	}
	if (result != OK) {
		r_socket.close();
	}
	return result;
}

// --- WSPoller.

WSPoller *WSPoller::create() {
	return memnew(WSPoller);
}

Error WSPoller::add(Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger) {
	registrations[p_handle] = { p_events, p_userdata };
	return OK;
}

Error WSPoller::modify(Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger) {
	return add(p_handle, p_events, p_userdata, p_trigger);
}

int WSPoller::wait(int64_t p_timeout_usec) {
	ready.clear();
	for (const KeyValue<Handle, Registration> &entry : registrations) {
		const Registration &wanted = entry.value;
		uint32_t events = 0;
		// TLS may have closed it.
		const Error readable = entry.key->is_open() ? entry.key->poll(NetSocket::POLL_TYPE_IN, 0) : ERR_FILE_EOF;
		if (readable != OK && readable != ERR_BUSY) {
			events = EVENT_BROKEN | EVENT_READABLE;
		} else if (readable == OK && wanted.events & EVENT_READABLE) {
			events = EVENT_READABLE;
		}
		if (wanted.events & EVENT_WRITABLE && (events & EVENT_BROKEN) == 0 && entry.key->poll(NetSocket::POLL_TYPE_OUT, 0) == OK) {
			events |= EVENT_WRITABLE;
		}
		if (events != 0) {
			ready.push_back({ wanted.userdata, events });
		}
	}
	return int(ready.size());
}

// --- WSTurn.

Mutex WSTurn::mutex;
LocalVector<WSTaker *> WSTurn::takers;
bool WSTurn::is_connected = false;

void WSTurn::attach(WSWatch *p_watch, WSTaker *p_taker) {
	MutexLock lock(mutex);
	if (!p_taker->is_attached) {
		p_taker->is_attached = true;
		takers.push_back(p_taker);
		callable_mp_static(&WSTurn::_connect).call_deferred();
	}
}

void WSTurn::detach(WSWatch *p_watch, WSTaker *p_taker) {
	MutexLock lock(mutex);
	if (p_taker->is_attached) {
		p_taker->is_attached = false;
		takers.erase(p_taker);
	}
}

void WSTurn::_connect() {
	SceneTree *tree = SceneTree::get_singleton();
	if (tree && !is_connected) {
		is_connected = true;
		tree->connect(SNAME("process_frame"), callable_mp_static(&WSTurn::_run));
	}
}

void WSTurn::_run() {
	LocalVector<WSTaker *> copied;
	{
		MutexLock lock(mutex);
		copied = takers;
	}
	for (WSTaker *taker : copied) {
		taker->take_from_network(); // Ends itself alone, on this thread alone.
	}
}
