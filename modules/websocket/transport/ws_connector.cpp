// The steps of a connection attempt; each poll() goes as far as it can without waiting.
#include "modules/websocket/transport/ws_connector.h"

WSConnector::WSConnector(const WSUrl &p_url, const WSUrl &p_proxy, const Ref<TLSOptions> &p_tls_options) :
		url(p_url), proxy(p_proxy), tls_options(p_tls_options) {
}

WSConnector::Status WSConnector::poll(int64_t p_now) {
	if (status == CONNECTING) {
		_connect(p_now);
	}
	if (status == TUNNELLING) {
		_tunnel();
	}
	if (status == SECURING) {
		_secure();
	}
	return status;
}

String WSConnector::describe_goal() const {
	const String goal = url.socket_path.is_empty() ? url.host : url.socket_path;
	return proxy.host.is_empty() ? goal : goal + " (through the proxy " + proxy.host + ")";
}

static WSError reason_of(Error p_error) {
	switch (p_error) {
		case ERR_CANT_RESOLVE:
			return WSError::RESOLVE;
		case ERR_UNAUTHORIZED:
			return WSError::PERMISSION;
		default:
			return WSError::CONNECT;
	}
}

// The caller's deadline is the only one.
void WSConnector::_connect(int64_t p_now) {
	if (!url.socket_path.is_empty()) {
		_connect_to_path();
		return;
	}
	const WSUrl &goal = _get_first();
	const bool is_begun = dialer.get_status() != WSDialer::IDLE;
	const WSDialer::Status result = is_begun ? dialer.poll(p_now) : dialer.start(goal.host, uint16_t(goal.port), p_now, 0);
	address = dialer.get_address();
	if (result == WSDialer::CONNECTED) {
		socket = dialer.take_socket();
		_connected();
	} else if (result == WSDialer::FAILED && !proxy.host.is_empty()) {
		_fail(WSError::PROXY, "The proxy cannot be reached. " + dialer.get_error_text());
	} else if (result == WSDialer::FAILED) {
		_fail(reason_of(dialer.get_error()), dialer.get_error_text());
	}
}

void WSConnector::_connect_to_path() {
	Error result = OK;
	if (socket.is_open()) {
		result = socket.finish_connect();
	} else {
		result = socket.open(WSSocket::TYPE_UNIX, WSSocket::FAMILY_IPV4);
		result = result == OK ? socket.connect_to_path(url.socket_path) : result;
	}
	if (result == OK) {
		_connected();
	} else if (result == ERR_INVALID_PARAMETER) {
		_fail(WSError::CONNECT, "The path " + url.socket_path + " is too long for a Unix socket.");
	} else if (result != ERR_BUSY) {
		_fail(WSError::CONNECT, "Nobody listens at " + url.socket_path + ": " + WSSocket::get_last_error_text() + ".");
	}
}

void WSConnector::_connected() {
	if (!proxy.host.is_empty()) {
		request = WSTunnel::make_request(url, proxy);
		status = TUNNELLING;
	} else if (url.secure) {
		_begin_tls();
	} else {
		status = DONE;
	}
}

void WSConnector::_tunnel() {
	if (request_sent < request.length()) {
		int sent = 0;
		const Error result = socket.send(reinterpret_cast<const uint8_t *>(request.get_data()) + request_sent, int(request.length() - request_sent), sent);
		request_sent += sent;
		if (result != OK && result != ERR_BUSY) {
			_fail_at_proxy("ended the connection.");
			return;
		}
	}
	uint8_t bytes[4096];
	int size = 0;
	for (Error result = OK; result == OK;) {
		result = socket.recv(bytes, int(sizeof(bytes)), size);
		if (result == ERR_BUSY) {
			return;
		}
		const WSTunnel::Status answer = result == OK ? tunnel.feed(Span<uint8_t>(bytes, uint64_t(size))) : WSTunnel::NEED_MORE;
		if (answer == WSTunnel::DONE) {
			if (url.secure) {
				_begin_tls();
			} else {
				status = DONE;
			}
			return;
		}
		if (answer == WSTunnel::REFUSED) {
			_fail_at_proxy(tunnel.get_error_text());
			return;
		}
	}
	_fail_at_proxy("ended the connection.");
}

void WSConnector::_begin_tls() {
	tls = ws_create_tls();
	if (tls.is_null()) {
		_fail(WSError::TLS, "This build has no TLS, so wss:// URLs cannot be opened.");
		return;
	}
	const Ref<StreamPeerTCP> tcp = ws_wrap_socket(static_cast<WSSocket &&>(socket), address, uint16_t(get_port()));
	if (tls->connect_to_stream(tcp, url.host, tls_options) != OK) {
		_fail(WSError::TLS, "TLS with " + url.host + " could not be started: " + ws_get_tls_failure(tls.ptr()));
		return;
	}
	status = SECURING;
}

void WSConnector::_secure() {
	tls->poll();
	switch (tls->get_status()) {
		case StreamPeerTLS::STATUS_HANDSHAKING:
			break;
		case StreamPeerTLS::STATUS_CONNECTED:
			status = DONE;
			break;
		default:
			_fail(WSError::TLS, "TLS with " + url.host + " failed. " + ws_get_tls_failure(tls.ptr()));
			break;
	}
}

WSWatch *WSConnector::get_watch() const {
	if (status == CONNECTING && url.socket_path.is_empty()) {
		const WSSocket *attempt = dialer.get_socket();
		return attempt ? attempt->get_watch() : nullptr;
	}
	return tls.is_valid() ? WSStream(Ref<StreamPeer>(tls)).get_watch() : socket.get_watch();
}

WSStream WSConnector::take_stream() {
	if (tls.is_valid()) {
		return WSStream(Ref<StreamPeer>(tls));
	}
	return WSStream(static_cast<WSSocket &&>(socket));
}

void WSConnector::_fail(WSError p_error, const String &p_text) {
	status = FAILED;
	error = p_error;
	error_text = p_text;
}

void WSConnector::_fail_at_proxy(const String &p_text) {
	_fail(WSError::PROXY, "The proxy " + proxy.host + ":" + itos(proxy.port) + " " + p_text);
}
