// HTTPRequest: connecting, sending, redirects and the body, as far as each goes without waiting.
#include "core/scene/main/http_request.h"

// Whether repeating it does nothing that doing it once would not (RFC 9110 §9.2.2): then a connection that turns out to be closed is
// no failure but a reason to make another.
static bool is_idempotent(HTTPClient::Method p_method) {
	return p_method != HTTPClient::METHOD_POST && p_method != HTTPClient::METHOD_PATCH;
}

static bool is_redirect(int p_code) {
	return p_code == 301 || p_code == 302 || p_code == 303 || p_code == 307 || p_code == 308;
}

bool HTTPRequest::_can_reuse(const HTTPUrl &p_url, HTTPClient::Method p_method) const {
	return client.is_valid() && client->get_status() == HTTPClient::STATUS_CONNECTED && client_url.is_same_origin(p_url) && is_idempotent(p_method) && client->poll() == OK && client->get_connection()->get_available_bytes() == 0;
}

Error HTTPRequest::_start_exchange() {
	is_sent = false;
	has_head = false;
	body_size = -1;
	is_reused = _can_reuse(url, method);
	if (is_reused) {
		return OK;
	}
	if (client.is_null()) {
		client.instantiate();
	}
	client->set_http_proxy(http_proxy_host, http_proxy_port);
	client->set_https_proxy(https_proxy_host, https_proxy_port);
	client_url = url;
	Ref<TLSOptions> options;
	if (url.secure) {
		options = tls_options.is_valid() ? tls_options : TLSOptions::client();
	}
	client->set_connect_timeout(connect_timeout);
	return client->connect_to_host(url.host, url.port, options);
}

bool HTTPRequest::_advance() {
	static constexpr int MOST_STEPS = 64; // A bound for what nobody should reach: redirects come one by one.
	bool has_more = false;
	for (int i = 0; i < MOST_STEPS && !is_done; i++) {
		const HTTPClient::Status before = client->get_status();
		if (before == HTTPClient::STATUS_BODY) {
			if (has_head || _take_head()) {
				has_more = _read_body();
				break;
			}
		} else {
			_advance_status();
		}
		if (!is_done && client->get_status() == before && client->get_status() != HTTPClient::STATUS_BODY) {
			break;
		}
	}
	_follow_socket();
	return has_more && !is_done;
}

void HTTPRequest::_advance_status() {
	switch (client->get_status()) {
		case HTTPClient::STATUS_RESOLVING:
		case HTTPClient::STATUS_CONNECTING:
		case HTTPClient::STATUS_REQUESTING:
			client->poll();
			break;
		case HTTPClient::STATUS_CONNECTED:
			if (!is_sent) {
				_send_request();
			} else if (_take_head()) {
				_end_of_body(); // An answer without a body.
			}
			break;
		case HTTPClient::STATUS_DISCONNECTED:
			if (is_sent && _take_head()) {
				_end_of_body();
			}
			break;
		case HTTPClient::STATUS_CANT_RESOLVE:
			_finish(RESULT_CANT_RESOLVE, client->get_error_message());
			break;
		case HTTPClient::STATUS_CANT_CONNECT:
			_finish(RESULT_CANT_CONNECT, client->get_error_message());
			break;
		case HTTPClient::STATUS_TLS_HANDSHAKE_ERROR:
			_finish(RESULT_TLS_HANDSHAKE_ERROR, client->get_error_message());
			break;
		case HTTPClient::STATUS_CONNECTION_ERROR:
			_finish_lost_connection();
			break;
		case HTTPClient::STATUS_BODY:
			break;
	}
}

void HTTPRequest::_send_request() {
	is_sent = true;
	const Error error = client->request(method, url.target, headers, data.ptr(), int(data.size()));
	if (error != OK && client->get_status() != HTTPClient::STATUS_CONNECTION_ERROR) {
		if (is_reused) {
			_finish_lost_connection();
		} else {
			_finish(RESULT_REQUEST_FAILED, "The request could not be sent.");
		}
	}
}

// The other side may close a connection that served a request before, just when the next one is sent. Then once more, on a new one.
void HTTPRequest::_finish_lost_connection() {
	if (is_reused && !has_head) {
		client->close();
		if (_start_exchange() == OK) {
			return;
		}
	}
	_finish(RESULT_CONNECTION_ERROR, client->get_error_message());
}

// The head of an answer has come. False when there is nothing more to do with it: a redirect, or a failure.
bool HTTPRequest::_take_head() {
	const String location = client->get_response_header("Location");
	const String encoding = client->get_response_header("Content-Encoding").to_lower();
	completion.code = client->get_response_code();
	completion.headers = client->take_response_headers();
	if (is_redirect(completion.code) && !location.is_empty()) {
		return _follow_redirect(location);
	}
	has_head = true;
	body_size = client->is_response_chunked() ? -1 : client->get_response_body_length();
	const bool is_packed = accept_gzip && (encoding == "gzip" || encoding == "x-gzip" || encoding == "deflate");
	if (body_size_limit >= 0 && body_size > body_size_limit) {
		_finish(RESULT_BODY_SIZE_LIMIT_EXCEEDED, "The body has " + itos(body_size) + " bytes, more than body_size_limit.");
		return false;
	}
	const HTTPBodySink::Encoding kind = !is_packed ? HTTPBodySink::ENCODING_NONE : (encoding == "deflate" ? HTTPBodySink::ENCODING_DEFLATE : HTTPBodySink::ENCODING_GZIP);
	if (sink.begin(kind, body_size_limit, download_file) != OK) {
		_finish(RESULT_DOWNLOAD_FILE_CANT_OPEN, "The file \"" + download_file + "\" cannot be written: check that its folder exists.");
		return false;
	}
	return true;
}

// What was meant for one host is not shown to another.
void HTTPRequest::_forget_secrets() {
	Vector<String> kept;
	for (int64_t i = 0; i < headers.size(); i++) {
		const String name = headers[i].get_slicec(':', 0).strip_edges().to_lower();
		if (name != "authorization" && name != "cookie" && name != "proxy-authorization" && name != "host") {
			kept.push_back(headers[i]);
		}
	}
	headers = kept;
}

bool HTTPRequest::_follow_redirect(const String &p_location) {
	if (max_redirects >= 0 && redirects >= max_redirects) {
		_finish(RESULT_REDIRECT_LIMIT_REACHED, "The server redirects more often than max_redirects (" + itos(max_redirects) + ").");
		return false;
	}
	HTTPUrl next;
	String error;
	if (url.follow(p_location, next, error) != OK) {
		_finish(RESULT_REQUEST_FAILED, "The server redirects to where one cannot go. " + error);
		return false;
	}
	if (url.secure && !next.secure && !allow_insecure_redirects) {
		_finish(RESULT_REQUEST_FAILED, "The server redirects from https:// to http://" + next.host + ", which anybody on the way could read and change: set allow_insecure_redirects where that is wanted.");
		return false;
	}
	redirects++;
	if (!next.is_same_origin(url)) {
		_forget_secrets();
	}
	const int code = completion.code;
	const bool becomes_get = code == 303 ? method != HTTPClient::METHOD_HEAD : (code <= 302 && method == HTTPClient::METHOD_POST); // RFC 9110 §15.4.
	if (becomes_get) {
		method = HTTPClient::METHOD_GET;
		data.clear();
	}
	url = next;
	// The body of the redirection is not worth reading: unless there is none, the connection goes.
	const int64_t length = client->get_status() == HTTPClient::STATUS_BODY ? client->get_response_body_length() : 0;
	if (length == 0 && client->get_status() == HTTPClient::STATUS_BODY) {
		client->read_response_body_chunk();
	} else if (length != 0) {
		client->close();
	}
	completion = Completion();
	if (_start_exchange() != OK) {
		_finish(RESULT_REQUEST_FAILED, "The redirection to " + next.host + " could not be followed.");
	}
	return false;
}

// True: more may be there at once.
bool HTTPRequest::_read_body() {
	if (buffer.is_empty()) {
		buffer.resize(uint32_t(download_chunk_size));
	}
	for (int64_t taken = 0; taken < MAX_BYTES_A_TURN;) {
		int count = 0;
		const Error verdict = client->read_body(buffer.ptr(), int(buffer.size()), count);
		if (verdict == ERR_FILE_EOF) {
			_end_of_body();
			return false;
		}
		if (verdict != OK) {
			_finish(verdict == ERR_INVALID_DATA ? RESULT_CHUNKED_BODY_SIZE_MISMATCH : RESULT_CONNECTION_ERROR, client->get_error_message());
			return false;
		}
		if (count == 0) {
			return false;
		}
		taken += count;
		downloaded += count;
		const Error stored = sink.take(Span<uint8_t>(buffer.ptr(), uint64_t(count)));
		if (stored != OK) {
			_finish_failed_sink(stored);
			return false;
		}
		if (count == int(buffer.size()) && download_chunk_size >= DEFAULT_CHUNK_SIZE && count < LARGE_CHUNK_SIZE) {
			buffer.resize(LARGE_CHUNK_SIZE); // The network is faster than we ask, and fewer calls take more.
		}
	}
	return true;
}

void HTTPRequest::_end_of_body() {
	const Error error = sink.finish();
	if (error != OK) {
		_finish_failed_sink(error);
		return;
	}
	completion.body = sink.take_body();
	_finish(RESULT_SUCCESS);
}

void HTTPRequest::_finish_failed_sink(Error p_error) {
	switch (p_error) {
		case ERR_OUT_OF_MEMORY:
			_finish(RESULT_BODY_SIZE_LIMIT_EXCEEDED, "The body is longer than body_size_limit (" + itos(body_size_limit) + " bytes).");
			break;
		case ERR_INVALID_DATA:
			_finish(RESULT_BODY_DECOMPRESS_FAILED, "The body is not what its Content-Encoding says.");
			break;
		default:
			_finish(RESULT_DOWNLOAD_FILE_WRITE_ERROR, "The file \"" + download_file + "\" cannot be written: is the device full?");
			break;
	}
}

void HTTPRequest::_finish(Result p_result, const String &p_message) {
	if (p_result == RESULT_CONNECTION_ERROR) {
		completion = Completion(); // Half an answer must not look like one.
	}
	completion.result = p_result;
	error_message = p_message;
	is_done = true;
	sink.cancel();
	_leave_turns();
	if (p_result != RESULT_SUCCESS) {
		client->close();
	}
}
