// The steps of a connection attempt; each poll() goes as far as it can without waiting.
#include "core/io/tcp_connector.h"

#include "core/io/socket_poller.h"
#include "core/os/os.h"

static NetSocket::Family family_of(const IPAddress &p_address) {
	return p_address.is_ipv4() ? NetSocket::FAMILY_IPV4 : NetSocket::FAMILY_IPV6;
}

// RFC 8305 §4: the families take turns, beginning with the resolver's favourite; within a family its order is kept.
static LocalVector<IPAddress> interleave(const LocalVector<IPAddress> &p_addresses, uint32_t p_most) {
	LocalVector<IPAddress> families[2];
	for (const IPAddress &item : p_addresses) {
		families[item.is_ipv4() == p_addresses[0].is_ipv4() ? 0 : 1].push_back(item);
	}
	LocalVector<IPAddress> ordered;
	for (uint32_t i = 0; i < p_addresses.size() && ordered.size() < p_most; i++) {
		for (const LocalVector<IPAddress> &family : families) {
			if (i < family.size() && ordered.size() < p_most) {
				ordered.push_back(family[i]);
			}
		}
	}
	return ordered;
}

TCPConnector::Status TCPConnector::start(const String &p_host, uint16_t p_port, int64_t p_now, int64_t p_timeout_msec) {
	cancel();
	host = p_host;
	port = p_port;
	deadline = p_timeout_msec > 0 ? p_now + p_timeout_msec : 0;
	error = OK;
	last_error = ERR_CANT_CONNECT;
	status = RESOLVING;
	lookup = IP::get_singleton()->look_up(p_host);
	return poll(p_now);
}

TCPConnector::Status TCPConnector::start_bound(NetSocket &&p_socket, const IPAddress &p_address, uint16_t p_port, int64_t p_now, int64_t p_timeout_msec) {
	cancel();
	host = p_address;
	address = p_address;
	port = p_port;
	deadline = p_timeout_msec > 0 ? p_now + p_timeout_msec : 0;
	error = OK;
	status = CONNECTING;
	Attempt attempt;
	attempt.address = p_address;
	attempt.socket = static_cast<NetSocket &&>(p_socket);
	const Error result = attempt.socket.connect_to_address(p_address, p_port);
	if (result == OK || result == ERR_BUSY) {
		attempts.push_back(static_cast<Attempt &&>(attempt));
	} else {
		_note_failure(result);
	}
	return poll(p_now);
}

void TCPConnector::cancel() {
	lookup.cancel();
	addresses.reset();
	attempts.reset();
	winner.close();
	address = IPAddress();
	next_address = 0;
	status = IDLE;
}

TCPConnector::Status TCPConnector::poll(int64_t p_now) {
	if (status == RESOLVING && !lookup.is_waiting()) {
		_take_answer(p_now);
	}
	if (status == CONNECTING) {
		_look_at_attempts();
	}
	if (status == CONNECTING) {
		_begin_attempts(p_now);
	}
	if ((status == RESOLVING || status == CONNECTING) && deadline != 0 && p_now >= deadline) {
		return _fail(status == RESOLVING ? ERR_CANT_RESOLVE : ERR_TIMEOUT, "No connection to " + host + " port " + itos(port) + " could be made in time: " + (status == RESOLVING ? "no name server answered." : "nothing answers there. Is the address right, and does a firewall let it through?"));
	}
	return status;
}

void TCPConnector::_take_answer(int64_t p_now) {
	const Error verdict = lookup.get_error();
	if (verdict != OK && NetSocket::is_forbidden()) {
		_fail(ERR_UNAUTHORIZED, NetSocket::FORBIDDEN_TEXT);
		return;
	}
	if (verdict != OK) {
		_fail(ERR_CANT_RESOLVE, _describe_resolving(verdict));
		return;
	}
	addresses = interleave(lookup.get_addresses(), MAX_ADDRESSES);
	lookup.cancel();
	next_attempt_at = p_now;
	status = CONNECTING;
}

void TCPConnector::_look_at_attempts() {
	for (uint32_t i = 0; i < attempts.size();) {
		const Error result = attempts[i].socket.finish_connect();
		if (result == ERR_BUSY) {
			i++;
			continue;
		}
		if (result == OK) {
			winner = static_cast<NetSocket &&>(attempts[i].socket);
			address = attempts[i].address;
			attempts.reset();
			status = CONNECTED;
			return;
		}
		_note_failure(result);
		attempts.remove_at(i);
		next_attempt_at = 0;
	}
}

void TCPConnector::_begin_attempts(int64_t p_now) {
	while (status == CONNECTING && next_address < addresses.size() && (attempts.is_empty() || p_now >= next_attempt_at)) {
		Attempt attempt;
		attempt.address = addresses[next_address++];
		address = attempt.address;
		next_attempt_at = p_now + ATTEMPT_DELAY_MSEC;
		Error result = attempt.socket.open(NetSocket::TYPE_TCP, family_of(address));
		if (result == OK) {
			result = attempt.socket.connect_to_address(address, port);
		}
		if (result == OK) {
			winner = static_cast<NetSocket &&>(attempt.socket);
			attempts.reset();
			status = CONNECTED;
		} else if (result == ERR_BUSY) {
			attempts.push_back(static_cast<Attempt &&>(attempt));
		} else {
			_note_failure(result);
			next_attempt_at = 0;
		}
	}
	if (status == CONNECTING && attempts.is_empty()) {
		_fail(last_error, _describe_connecting());
	}
}

void TCPConnector::_note_failure(Error p_error) {
	last_error = p_error;
	system_text = NetSocket::get_last_error_text();
}

TCPConnector::Status TCPConnector::_fail(Error p_error, const String &p_text) {
	cancel();
	error = p_error;
	error_text = p_text;
	status = FAILED;
	return status;
}

String TCPConnector::_describe_resolving(Error p_error) const {
	const String subject = "The host name \"" + host + "\" could not be resolved: ";
	switch (p_error) {
		case ERR_DOES_NOT_EXIST:
			return subject + "there is no such name. Check its spelling.";
		case ERR_UNAVAILABLE:
			return subject + "no name server answers. Check the network.";
		default:
			return subject + "the system's resolver failed.";
	}
}

String TCPConnector::_describe_connecting() const {
	const String subject = "No connection to " + host + " port " + itos(port) + " could be made: " + system_text + ".";
	switch (last_error) {
		case ERR_UNAUTHORIZED:
			return NetSocket::FORBIDDEN_TEXT;
		case ERR_CANT_CONNECT:
			return subject + " Is the server running there?";
		case ERR_OUT_OF_MEMORY:
			return subject + " Raise the limit of open files (`ulimit -n`) or close connections.";
		default:
			return subject + " Check the address and the network.";
	}
}

NetSocket TCPConnector::take_socket() {
	status = IDLE;
	return static_cast<NetSocket &&>(winner);
}

const NetSocket *TCPConnector::get_socket() const {
	if (winner.is_open()) {
		return &winner;
	}
	return attempts.is_empty() ? nullptr : &attempts[attempts.size() - 1].socket;
}

void TCPConnector::wait() {
	static constexpr int64_t GLANCE_USEC = 10000; // How long to sleep before clocks and the other attempts are looked at again.
	if (attempts.is_empty()) {
		OS::get_singleton()->delay_usec(GLANCE_USEC / 10);
	} else {
		attempts[attempts.size() - 1].socket.wait(SocketPoller::EVENT_WRITABLE, attempts.size() == 1 ? GLANCE_USEC : GLANCE_USEC / 10);
	}
}
