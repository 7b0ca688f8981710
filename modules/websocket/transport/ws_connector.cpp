// The steps of a connection attempt; each poll() goes as far as it can without waiting.
#include "modules/websocket/transport/ws_connector.h"

#include "core/io/stream_peer_tcp.h"

WSConnector::WSConnector(const WSUrl &p_url, const Ref<TLSOptions> &p_tls_options) :
		url(p_url), tls_options(p_tls_options) {
}

WSConnector::~WSConnector() {
	if (resolver_id != IP::RESOLVER_INVALID_ID) {
		IP::get_singleton()->erase_resolve_item(resolver_id);
	}
}

WSConnector::Status WSConnector::poll(int64_t p_now) {
	if (status == RESOLVING) {
		_resolve(p_now);
	}
	if (status == CONNECTING) {
		_connect(p_now);
	}
	if (status == SECURING) {
		_secure();
	}
	return status;
}

void WSConnector::_resolve(int64_t p_now) {
	IP *resolver = IP::get_singleton();
	if (resolver_id == IP::RESOLVER_INVALID_ID) {
		resolver_id = resolver->resolve_hostname_queue_item(url.host);
		if (resolver_id == IP::RESOLVER_INVALID_ID) {
			return; // Too many look-ups are under way; the caller's deadline ends the wait.
		}
	}
	const IP::ResolverStatus resolved = resolver->get_resolve_item_status(resolver_id);
	if (resolved == IP::RESOLVER_STATUS_WAITING) {
		return;
	}
	addresses = resolver->get_resolve_item_address_list(resolver_id);
	resolver->erase_resolve_item(resolver_id);
	resolver_id = IP::RESOLVER_INVALID_ID;
	if (resolved != IP::RESOLVER_STATUS_DONE || addresses.is_empty()) {
		_fail(WSError::RESOLVE, "The host name \"" + url.host + "\" could not be resolved. Check the name and the network (on Android also the INTERNET permission).");
		return;
	}
	status = CONNECTING;
	_try_next_address(p_now);
}

void WSConnector::_try_next_address(int64_t p_now) {
	while (next_address < addresses.size()) {
		address = addresses[next_address++];
		attempt_deadline = next_address < addresses.size() ? p_now + ATTEMPT_DELAY : 0;
		const NetSocket::Family family = address.is_ipv4() ? NetSocket::FAMILY_IPV4 : NetSocket::FAMILY_IPV6;
		if (socket.open(NetSocket::TYPE_TCP, family) != OK) {
			continue;
		}
		const Error result = socket.connect_to_address(address, uint16_t(url.port));
		if (result == OK || result == ERR_BUSY) {
			return;
		}
	}
	socket.close();
	_fail(WSError::CONNECT, "No connection to " + url.host + " port " + itos(url.port) + " could be made: " + NetSocket::get_last_error_text() + ". Is the server running there?");
}

void WSConnector::_connect(int64_t p_now) {
	while (status == CONNECTING) {
		const Error result = socket.finish_connect();
		if (result == OK) {
			_connected();
			return;
		}
		if (result == ERR_BUSY && (attempt_deadline == 0 || p_now < attempt_deadline)) {
			return;
		}
		_try_next_address(p_now);
	}
}

void WSConnector::_connected() {
	if (!url.secure) {
		status = DONE;
		return;
	}
	tls = Ref<StreamPeerTLS>(StreamPeerTLS::create(false));
	if (tls.is_null()) {
		_fail(WSError::TLS, "This build has no TLS, so wss:// URLs cannot be opened.");
		return;
	}
	Ref<StreamPeerTCP> tcp;
	tcp.instantiate();
	tcp->accept_socket(static_cast<NetSocket &&>(socket), address, uint16_t(url.port));
	if (tls->connect_to_stream(tcp, url.host, tls_options) != OK) {
		_fail(WSError::TLS, "TLS with " + url.host + " could not be started.");
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
		case StreamPeerTLS::STATUS_ERROR_HOSTNAME_MISMATCH:
			_fail(WSError::TLS, "The certificate of " + url.host + " is for another name.");
			break;
		default:
			_fail(WSError::TLS, "TLS with " + url.host + " failed: is the certificate trusted (TLSOptions.client) and does the port speak TLS?");
			break;
	}
}

SocketWatch *WSConnector::get_watch() const {
	return tls.is_valid() ? WSStream(Ref<StreamPeer>(tls)).get_watch() : socket.get_watch();
}

WSStream WSConnector::take_stream() {
	if (tls.is_valid()) {
		return WSStream(Ref<StreamPeer>(tls));
	}
	return WSStream(static_cast<NetSocket &&>(socket));
}

void WSConnector::_fail(WSError p_error, const String &p_text) {
	status = FAILED;
	error = p_error;
	error_text = p_text;
}
