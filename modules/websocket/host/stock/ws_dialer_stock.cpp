// The steps of a connection attempt; each poll() goes as far as it can without waiting.
#include "modules/websocket/host/stock/ws_dialer_stock.h"

WSDialer::Status WSDialer::start(const String &p_host, uint16_t p_port, int64_t p_now, int64_t p_timeout_msec) {
	host = p_host;
	port = p_port;
	next_attempt_at = p_now;
	if (host.is_valid_ip_address()) {
		addresses.push_back(IPAddress(host));
		status = CONNECTING;
	} else {
		query = IP::get_singleton()->resolve_hostname_queue_item(host);
		status = RESOLVING;
	}
	return poll(p_now);
}

void WSDialer::_forget_query() {
	if (query != IP::RESOLVER_INVALID_ID) {
		IP::get_singleton()->erase_resolve_item(query);
		query = IP::RESOLVER_INVALID_ID;
	}
	for (Attempt *attempt : attempts) {
		memdelete(attempt);
	}
	attempts.reset();
}

WSDialer::Status WSDialer::poll(int64_t p_now) {
	if (status == RESOLVING) {
		_take_answer(p_now);
	}
	if (status == CONNECTING) {
		_look_at_attempts();
	}
	if (status == CONNECTING) {
		_begin_attempts(p_now);
	}
	return status;
}

void WSDialer::_take_answer(int64_t p_now) {
	const IP::ResolverStatus found = query == IP::RESOLVER_INVALID_ID ? IP::RESOLVER_STATUS_ERROR : IP::get_singleton()->get_resolve_item_status(query);
	if (found == IP::RESOLVER_STATUS_WAITING) {
		return;
	}
	LocalVector<IPAddress> families[2]; // That of the first address, and the other.
	if (found == IP::RESOLVER_STATUS_DONE) {
		for (const Variant &item : IP::get_singleton()->get_resolve_item_addresses(query)) {
			const IPAddress parsed(item);
			LocalVector<IPAddress> &first = families[0];
			families[first.is_empty() || parsed.is_ipv4() == first[0].is_ipv4() ? 0 : 1].push_back(parsed);
		}
	}
	for (uint32_t i = 0; i < MAX(families[0].size(), families[1].size()); i++) {
		for (const LocalVector<IPAddress> &family : families) {
			if (i < family.size()) {
				addresses.push_back(family[i]);
			}
		}
	}
	_forget_query();
	status = CONNECTING;
	next_attempt_at = p_now;
	if (addresses.is_empty()) {
		_fail(ERR_CANT_RESOLVE, "The host name \"" + host + "\" could not be resolved. Check its spelling and the network.");
	}
}

void WSDialer::_look_at_attempts() {
	for (uint32_t i = 0; i < attempts.size();) {
		Attempt *const attempt = attempts[i];
		const Error result = attempt->socket.finish_connect();
		if (result == OK) {
			_win(*attempt);
			return;
		}
		if (result == ERR_BUSY) {
			i++;
			continue;
		}
		memdelete(attempt);
		attempts.remove_at(i);
		next_attempt_at = 0;
	}
}

void WSDialer::_begin_attempts(int64_t p_now) {
	while (status == CONNECTING && next_address < addresses.size() && (attempts.is_empty() || p_now >= next_attempt_at)) {
		Attempt *const attempt = memnew(Attempt);
		attempts.push_back(attempt);
		attempt->address = addresses[next_address++];
		address = attempt->address;
		next_attempt_at = p_now + ATTEMPT_DELAY_MSEC;
		Error result = attempt->socket.open(WSSocket::TYPE_TCP, address.is_ipv4() ? WSSocket::FAMILY_IPV4 : WSSocket::FAMILY_IPV6);
		if (result == OK) {
			result = attempt->socket.connect_to_address(address, port);
		}
		if (result == OK) {
			_win(*attempt);
		} else if (result != ERR_BUSY) {
			memdelete(attempt);
			attempts.remove_at(attempts.size() - 1);
			next_attempt_at = 0;
		}
	}
	if (status == CONNECTING && attempts.is_empty()) {
		_fail(ERR_CANT_CONNECT, "No connection to " + host + " port " + itos(port) + " could be made. Is the server running there?");
	}
}

void WSDialer::_win(Attempt &r_attempt) {
	winner = static_cast<WSSocket &&>(r_attempt.socket);
	address = r_attempt.address;
	status = CONNECTED;
	_forget_query();
}

WSSocket WSDialer::take_socket() {
	status = IDLE;
	return static_cast<WSSocket &&>(winner);
}

WSDialer::Status WSDialer::_fail(Error p_error, const String &p_text) {
	_forget_query();
	error = p_error;
	error_text = p_text;
	status = FAILED;
	return status;
}
