// The steps of a connection attempt; each poll() goes as far as it can without waiting.
#include "modules/websocket/transport/ws_connector.h"

#include "core/io/stream_peer_tcp.h"

WSConnector::WSConnector(const WSUrl &p_url, const Ref<TLSOptions> &p_tls_options) :
		url(p_url), tls_options(p_tls_options) {
}

WSConnector::Status WSConnector::poll(int64_t p_now) {
	if (status == CONNECTING) {
		_connect(p_now);
	}
	if (status == SECURING) {
		_secure();
	}
	return status;
}

// The caller's deadline is the only one.
void WSConnector::_connect(int64_t p_now) {
	const bool is_begun = tcp_connector.get_status() != TCPConnector::IDLE;
	const TCPConnector::Status result = is_begun ? tcp_connector.poll(p_now) : tcp_connector.start(url.host, uint16_t(url.port), p_now, 0);
	address = tcp_connector.get_address();
	if (result == TCPConnector::CONNECTED) {
		socket = tcp_connector.take_socket();
		_connected();
	} else if (result == TCPConnector::FAILED) {
		_fail(tcp_connector.get_error() == ERR_CANT_RESOLVE ? WSError::RESOLVE : WSError::CONNECT, tcp_connector.get_error_text());
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
		_fail(WSError::TLS, "TLS with " + url.host + " could not be started: " + tls->get_failure_text());
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
			_fail(WSError::TLS, "TLS with " + url.host + " failed. " + tls->get_failure_text());
			break;
	}
}

SocketWatch *WSConnector::get_watch() const {
	if (status == CONNECTING) {
		const NetSocket *attempt = tcp_connector.get_socket();
		return attempt ? attempt->get_watch() : nullptr;
	}
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
