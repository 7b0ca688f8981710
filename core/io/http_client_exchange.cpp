// HTTPClient: connecting, sending and reading, as far as each goes without waiting.
#include "core/io/http_client.h"

#include "core/io/socket_poller.h"
#include "core/os/os.h"
#include "core/os/script_interrupt.h"

#include <cstring>

// Sleeps until there may be news, or a moment.
void HTTPClient::_wait() const {
	static constexpr int64_t GLANCE_USEC = 20000;
	static constexpr uint32_t BLIND_USEC = 1000; // For streams that no poller knows.
	const NetSocket *socket = status == STATUS_CONNECTING || status == STATUS_RESOLVING ? nullptr : _find_socket();
	if (socket && socket->is_open()) {
		socket->wait(output_begin < output.size() ? SocketPoller::EVENT_READABLE | SocketPoller::EVENT_WRITABLE : SocketPoller::EVENT_READABLE, GLANCE_USEC);
	} else {
		OS::get_singleton()->delay_usec(BLIND_USEC);
	}
}

const NetSocket *HTTPClient::_find_socket() const {
	const StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(connection.ptr());
	const StreamPeerSocket *peer = Object::cast_to<StreamPeerSocket>(tls ? tls->get_stream().ptr() : connection.ptr());
	return peer ? &peer->get_socket() : nullptr;
}

SocketWatch *HTTPClient::get_watch() const {
	const NetSocket *socket = _find_socket();
	return socket ? socket->get_watch() : nullptr;
}

void HTTPClient::_drop_connection() {
	if (StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(connection.ptr())) {
		tls->disconnect_from_stream();
	}
	if (tcp.is_valid()) {
		tcp->disconnect_from_host();
	}
	connection.unref();
	tcp.unref();
	output.reset();
	input.reset();
	output_begin = input_begin = 0;
}

Error HTTPClient::_fail(Status p_status, const String &p_message) {
	_drop_connection();
	status = p_status;
	error_message = p_message;
	switch (p_status) {
		case STATUS_CANT_RESOLVE:
			return ERR_CANT_RESOLVE;
		case STATUS_CANT_CONNECT:
			return ERR_CANT_CONNECT;
		default:
			return ERR_CONNECTION_ERROR;
	}
}

Error HTTPClient::_refuse(HTTPError p_error) {
	if (status == STATUS_REQUESTING) {
		status_line = HTTPStatusLine(); // There is no response.
	}
	return _fail(STATUS_CONNECTION_ERROR, "The answer of " + host + " " + http_get_error_text(p_error) + ".");
}

Error HTTPClient::poll() {
	Error result = _advance();
	while (blocking && status == STATUS_REQUESTING && result == OK && !ScriptInterrupt::is_interrupted()) {
		_wait();
		result = _advance();
	}
	return result;
}

Error HTTPClient::_advance() {
	switch (status) {
		case STATUS_DISCONNECTED:
			return ERR_UNCONFIGURED;
		case STATUS_RESOLVING:
		case STATUS_CONNECTING:
			return _advance_connecting();
		case STATUS_CONNECTED:
			return _is_idle_connection_alive() ? OK : _fail(STATUS_CONNECTION_ERROR, host + " has ended the connection.");
		case STATUS_REQUESTING:
			return _advance_request();
		case STATUS_BODY:
			return OK;
		case STATUS_CANT_RESOLVE:
			return ERR_CANT_RESOLVE;
		case STATUS_CANT_CONNECT:
			return ERR_CANT_CONNECT;
		case STATUS_CONNECTION_ERROR:
		case STATUS_TLS_HANDSHAKE_ERROR:
			break;
	}
	return ERR_CONNECTION_ERROR;
}

bool HTTPClient::_is_idle_connection_alive() {
	if (StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(connection.ptr())) {
		tls->poll();
		return tls->get_status() == StreamPeerTLS::STATUS_CONNECTED;
	}
	if (StreamPeerSocket *peer = Object::cast_to<StreamPeerSocket>(connection.ptr())) {
		peer->poll();
		return peer->get_status() == StreamPeerSocket::STATUS_CONNECTED;
	}
	return true;
}

Error HTTPClient::_advance_connecting() {
	if (OS::get_singleton()->get_ticks_msec() >= connect_deadline) {
		return _fail(step == STEP_TLS ? STATUS_TLS_HANDSHAKE_ERROR : STATUS_CANT_CONNECT, "No connection to " + host + " port " + itos(port) + " was ready in time (" + (connect_timeout > 0 ? "connect_timeout" : "network/limits/tcp/connect_timeout_seconds") + "): " + (step == STEP_TLS ? "the TLS handshake went on too long." : "nothing answered."));
	}
	switch (step) {
		case STEP_TCP: {
			tcp->poll();
			switch (tcp->get_status()) {
				case StreamPeerTCP::STATUS_CONNECTED:
					return _tcp_is_open();
				case StreamPeerTCP::STATUS_CONNECTING:
					status = tcp->is_resolving() ? STATUS_RESOLVING : STATUS_CONNECTING;
					return OK;
				default:
					return _fail(tcp->get_connection_error() == ERR_CANT_RESOLVE ? STATUS_CANT_RESOLVE : STATUS_CANT_CONNECT, tcp->get_connection_error_message());
			}
		}
		case STEP_PROXY:
			return _advance_proxy();
		case STEP_TLS:
			return _advance_tls();
	}
	return OK;
}

Error HTTPClient::_tcp_is_open() {
	status = STATUS_CONNECTING;
	tcp->set_no_delay(true);
	if (!uses_tls) {
		status = STATUS_CONNECTED;
		return OK;
	}
	if (https_proxy_host.is_empty()) {
		return _begin_tls();
	}
	step = STEP_PROXY;
	method = METHOD_CONNECT;
	may_switch = true;
	output.clear();
	output_begin = 0;
	head.reset();
	const String target = (host.contains(":") ? "[" + host + "]" : host) + ":" + itos(port);
	_append("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n");
	return _advance_proxy();
}

Error HTTPClient::_advance_proxy() {
	const String subject = "The proxy " + https_proxy_host + " port " + itos(https_proxy_port) + " ";
	const Error sent = _send_output();
	if (sent == ERR_BUSY) {
		return OK;
	}
	bool is_done = false;
	if (sent == OK && _read_head(is_done) == OK && !is_done) {
		return OK;
	}
	if (!is_done) {
		return _fail(STATUS_CANT_CONNECT, subject + "ended the connection or did not answer in HTTP.");
	}
	if (!http_parse_status_line(head.get_start_line(), status_line) || status_line.status / 100 != 2) {
		const int code = status_line.status;
		status_line = HTTPStatusLine();
		return _fail(STATUS_CANT_CONNECT, subject + "refused to connect to " + host + " (status " + itos(code) + ").");
	}
	status_line = HTTPStatusLine();
	head.reset();
	return _begin_tls();
}

Error HTTPClient::_begin_tls() {
	step = STEP_TLS;
	const Ref<StreamPeerTLS> tls(StreamPeerTLS::create(false));
	if (tls.is_null()) {
		return _fail(STATUS_TLS_HANDSHAKE_ERROR, "This build has no TLS, so https:// URLs cannot be opened.");
	}
	if (tls->connect_to_stream(tcp, host, tls_options) != OK) {
		return _fail(STATUS_TLS_HANDSHAKE_ERROR, "TLS with " + host + " could not be started. " + tls->get_failure_text());
	}
	connection = tls;
	return _advance_tls();
}

Error HTTPClient::_advance_tls() {
	StreamPeerTLS *tls = Object::cast_to<StreamPeerTLS>(connection.ptr());
	tls->poll();
	switch (tls->get_status()) {
		case StreamPeerTLS::STATUS_HANDSHAKING:
			return OK;
		case StreamPeerTLS::STATUS_CONNECTED:
			status = STATUS_CONNECTED;
			return OK;
		default:
			return _fail(STATUS_TLS_HANDSHAKE_ERROR, "TLS with " + host + " failed. " + tls->get_failure_text());
	}
}

// OK when all is sent, ERR_BUSY when the rest has to wait.
Error HTTPClient::_send_output() {
	while (output_begin < output.size()) {
		int sent = 0;
		const Error error = connection->put_partial_data(output.ptr() + output_begin, int(MIN(output.size() - output_begin, uint32_t(1 << 20))), sent);
		output_begin += uint32_t(sent);
		if (error != OK) {
			return error;
		}
		if (sent == 0) {
			return ERR_BUSY;
		}
	}
	output.reset();
	output_begin = 0;
	return OK;
}

// OK and r_read > 0, ERR_BUSY when nothing is there, ERR_FILE_EOF at the end, else the connection broke.
Error HTTPClient::_read_raw(uint8_t *r_into, int p_capacity, int &r_read) {
	r_read = 0;
	if (input_begin < input.size()) {
		r_read = int(MIN(uint32_t(p_capacity), input.size() - input_begin));
		memcpy(r_into, input.ptr() + input_begin, size_t(r_read));
		input_begin += uint32_t(r_read);
		return OK;
	}
	const Error error = connection->get_partial_data(r_into, p_capacity, r_read);
	if (r_read > 0) {
		return OK;
	}
	return error == OK ? ERR_BUSY : error;
}

// Reads until a head is whole; what comes behind it waits in `input`.
Error HTTPClient::_read_head(bool &r_done) {
	static constexpr int PIECE = 8192;
	uint8_t piece[PIECE];
	r_done = false;
	while (true) {
		int count = 0;
		const Error error = _read_raw(piece, may_switch ? 1 : PIECE, count);
		if (error != OK) {
			return error == ERR_BUSY ? OK : error;
		}
		int used = 0;
		const HTTPHead::Status verdict = head.feed(Span<uint8_t>(piece, uint64_t(count)), used);
		if (verdict == HTTPHead::REFUSED) {
			return ERR_INVALID_DATA;
		}
		if (verdict == HTTPHead::DONE) {
			// What was read too much goes back in front of what waits.
			const uint32_t rest = uint32_t(count - used);
			const uint32_t waiting = input.size() - input_begin;
			LocalVector<uint8_t> joined;
			joined.resize(rest + waiting);
			if (rest > 0) {
				memcpy(joined.ptr(), piece + used, rest);
			}
			if (waiting > 0) {
				memcpy(joined.ptr() + rest, input.ptr() + input_begin, waiting);
			}
			input = std::move(joined);
			input_begin = 0;
			r_done = true;
			return OK;
		}
	}
}

Error HTTPClient::_advance_request() {
	const Error sent = _send_output();
	bool is_done = false;
	const Error verdict = _read_head(is_done); // Also while sending: the answer may be a refusal of what is being sent.
	if (is_done) {
		return _take_response();
	}
	if (verdict == ERR_INVALID_DATA) {
		return _refuse(head.get_error());
	}
	if (verdict != OK || (sent != OK && sent != ERR_BUSY)) {
		return _fail(STATUS_CONNECTION_ERROR, host + " has ended the connection before it answered.");
	}
	return OK;
}

Error HTTPClient::_take_response() {
	if (!http_parse_status_line(head.get_start_line(), status_line)) {
		return _refuse(HTTPError::BAD_START_LINE);
	}
	if (status_line.status < 200 && status_line.status != RESPONSE_SWITCHING_PROTOCOLS) {
		if (++interim_responses > MAX_INTERIM_RESPONSES) {
			return _fail(STATUS_CONNECTION_ERROR, host + " sends interim answers without end.");
		}
		head.reset();
		return _advance_request();
	}
	framing = http_get_response_framing(head, status_line, get_method_name(method));
	if (framing.error != HTTPError::NONE) {
		return _refuse(framing.error);
	}
	if (output_begin < output.size()) {
		framing.keeps_alive = false; // The answer came before the request was sent, and the rest is not wanted.
		output.reset();
		output_begin = 0;
	}
	body_reader.start(framing);
	body_received = 0;
	has_headers = true;
	const bool announces_body = framing.kind != HTTPFraming::NO_BODY || head.count_fields("Content-Length") > 0 || method == METHOD_HEAD;
	if (announces_body) {
		status = STATUS_BODY;
	} else {
		framing.kind = HTTPFraming::UNTIL_CLOSE; // Its length is not known to scripts,
		_end_of_body(); // and there is nothing to read.
	}
	return OK;
}

void HTTPClient::_end_of_body() {
	if (framing.keeps_alive || status_line.status == RESPONSE_SWITCHING_PROTOCOLS) {
		status = STATUS_CONNECTED;
	} else {
		_drop_connection();
		status = STATUS_DISCONNECTED;
	}
}

// Leaves only what belongs to the body, at the front. How much that is.
int HTTPClient::_decode(uint8_t *r_bytes, int p_size) {
	int written = 0;
	Span<uint8_t> rest(r_bytes, uint64_t(p_size));
	while (!rest.is_empty() && body_reader.get_status() == HTTPBodyReader::NEED_MORE) {
		int64_t used = 0;
		Span<uint8_t> data;
		body_reader.feed(rest, used, data);
		if (!data.is_empty() && data.ptr() != r_bytes + written) {
			memmove(r_bytes + written, data.ptr(), size_t(data.size()));
		}
		written += int(data.size());
		rest = rest.subspan(uint64_t(used));
	}
	if (!rest.is_empty()) {
		framing.keeps_alive = false; // More than was announced: whatever it is, it answers nothing that we asked.
	}
	return written;
}

Error HTTPClient::read_body(uint8_t *r_into, int p_capacity, int &r_read) {
	static constexpr int MOST_EMPTY_READS = 16; // Of framing alone.
	r_read = 0;
	ERR_FAIL_COND_V_MSG(status != STATUS_BODY, ERR_UNCONFIGURED, "There is no body to read: wait for STATUS_BODY.");
	for (int i = 0; i < MOST_EMPTY_READS && r_read == 0; i++) {
		if (body_reader.get_status() == HTTPBodyReader::DONE) {
			_end_of_body();
			return ERR_FILE_EOF;
		}
		const int wanted = framing.kind == HTTPFraming::LENGTH ? int(MIN(int64_t(p_capacity), framing.length - body_received)) : p_capacity;
		int count = 0;
		const Error error = _read_raw(r_into, wanted, count);
		if (error == ERR_BUSY) {
			return OK;
		}
		if (error == ERR_FILE_EOF && body_reader.end() == HTTPBodyReader::DONE) {
			continue;
		}
		if (error != OK) {
			return _fail(STATUS_CONNECTION_ERROR, "The connection to " + host + " ended inside the body of its answer.");
		}
		r_read = _decode(r_into, count);
		body_received += r_read;
		if (body_reader.get_status() == HTTPBodyReader::REFUSED) {
			_refuse(body_reader.get_error());
			return ERR_INVALID_DATA;
		}
	}
	return OK;
}

Vector<uint8_t> HTTPClient::read_response_body_chunk() {
	Vector<uint8_t> chunk;
	ERR_FAIL_COND_V_MSG(status != STATUS_BODY, chunk, "There is no body to read: wait for STATUS_BODY.");
	const int64_t most = framing.kind == HTTPFraming::LENGTH ? MIN(int64_t(read_chunk_size), framing.length - body_received) : int64_t(read_chunk_size);
	chunk.resize_uninitialized(most);
	int count = 0;
	Error error = read_body(chunk.ptrw(), int(most), count);
	while (blocking && error == OK && count == 0 && !ScriptInterrupt::is_interrupted()) {
		_wait();
		error = read_body(chunk.ptrw(), int(most), count);
	}
	chunk.resize(count);
	if (error == OK && body_reader.get_status() == HTTPBodyReader::DONE) {
		_end_of_body(); // With the last bytes, so that the caller need not ask once more.
	}
	return chunk;
}
