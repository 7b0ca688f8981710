// From a URL or a stream to a connection, and then handing through.
#include "modules/websocket/wsl_peer.h"

#include "core/os/os.h"

static int64_t _get_now() {
	return int64_t(OS::get_singleton()->get_ticks_msec());
}

WSPeerBackend *WSPeerBackend::create(const WSConnectionSettings *p_settings) {
	return memnew(WSLPeer(p_settings));
}

WSLPeer::~WSLPeer() {
	_reset();
}

void WSLPeer::_reset() {
	if (connector) {
		memdelete(connector);
		connector = nullptr;
	}
	if (connection && owns_connection) {
		memdelete(connection);
	}
	connection = nullptr;
	owns_connection = true;
	connect_error = WSError::NONE;
	connect_error_text = String();
}

Error WSLPeer::connect_to_url(const String &p_url, const Ref<TLSOptions> &p_tls_options, String &r_error) {
	WSUrl parsed;
	const Error result = WSUrl::parse(p_url, parsed, r_error);
	if (result != OK) {
		return result;
	}
	_reset();
	url = parsed;
	connector = memnew(WSConnector(url, p_tls_options));
	connect_deadline = _get_now() + settings->handshake_timeout;
	return OK;
}

Error WSLPeer::accept_stream(const Ref<StreamPeer> &p_stream) {
	_reset();
	connection = memnew(WSConnection(WSRole::SERVER, settings, WSStream(p_stream), _get_now()));
	connection->get_stream().set_no_delay(no_delay);
	return OK;
}

void WSLPeer::poll() {
	const int64_t now = _get_now();
	if (connector) {
		const WSConnector::Status status = connector->poll(now);
		if (status == WSConnector::DONE) {
			connection = memnew(WSConnection(WSRole::CLIENT, settings, connector->take_stream(), now));
			connection->get_stream().set_no_delay(no_delay);
			connection->start_client(url);
		} else if (status == WSConnector::FAILED) {
			connect_error = connector->get_error();
			connect_error_text = connector->get_error_text();
		} else if (now >= connect_deadline) {
			connect_error = WSError::TIMEOUT;
			connect_error_text = "No connection to " + url.host + " could be made in time (handshake_timeout).";
		} else {
			return;
		}
		memdelete(connector);
		connector = nullptr;
	}
	if (connection && owns_connection) {
		connection->process(now);
	}
}

WSSendResult WSLPeer::send(WSMessageType p_type, Span<uint8_t> p_data) {
	return connection ? connection->send(p_type, p_data) : WSSendResult::REFUSED;
}

void WSLPeer::close(int p_code, const CharString &p_reason) {
	if (connection) {
		connection->close(p_code, Span<uint8_t>(reinterpret_cast<const uint8_t *>(p_reason.get_data()), uint64_t(p_reason.length())), _get_now());
	} else {
		_reset();
	}
}

void WSLPeer::abort() {
	if (connection) {
		connection->abort();
	} else {
		_reset();
	}
}

WSPeerBackend::State WSLPeer::get_state() const {
	if (connector) {
		return CONNECTING;
	}
	if (!connection) {
		return CLOSED;
	}
	switch (connection->get_phase()) {
		case WSConnection::HANDSHAKE:
			return CONNECTING;
		case WSConnection::OPEN:
			return OPEN;
		case WSConnection::CLOSING:
			return CLOSING;
		case WSConnection::CLOSED:
			break;
	}
	return CLOSED;
}

int WSLPeer::get_queued_count() const {
	return connection ? connection->get_queued_count() : 0;
}

WSError WSLPeer::get_error() const {
	return connection ? connection->get_error() : connect_error;
}

String WSLPeer::get_error_text() const {
	if (!connection) {
		return connect_error_text;
	}
	const String text = connection->get_error_text();
	return connection->get_http_status() == 0 ? text : text + " (HTTP status " + itos(connection->get_http_status()) + ")";
}

bool WSLPeer::get_peer_address(String &r_host, int &r_port) const {
	if (connector && connector->get_address().is_valid()) {
		r_host = connector->get_address();
		r_port = url.port;
		return true;
	}
	IPAddress address;
	uint16_t port = 0;
	if (!connection || !connection->get_stream().get_peer_address(address, port)) {
		return false;
	}
	r_host = address;
	r_port = port;
	return true;
}

void WSLPeer::set_no_delay(bool p_enabled) {
	no_delay = p_enabled;
	if (connection) {
		connection->get_stream().set_no_delay(p_enabled);
	}
}

void WSLPeer::show(WSConnection *p_connection) {
	_reset();
	connection = p_connection;
	owns_connection = false;
	connection->set_settings(settings);
}

void WSLPeer::adopt() {
	owns_connection = true;
}

void WSLPeer::forget() {
	connection = nullptr;
	owns_connection = true;
}
