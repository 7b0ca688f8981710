// HTTPRequest: settings, starting and telling. What happens in between is in http_request_exchange.cpp.
#include "core/scene/main/http_request.h"

#include "core/object/class_db.h"
#include "core/os/os.h"
#include "core/os/thread.h"

static std::string_view view_of(const CharString &p_text) {
	return std::string_view(p_text.get_data(), size_t(p_text.length()));
}

Error HTTPRequest::request(const String &p_url, const Vector<String> &p_headers, HTTPClient::Method p_method, const String &p_data) {
	const CharString bytes = p_data.utf8();
	Vector<uint8_t> raw;
	raw.append_span(Span<uint8_t>(reinterpret_cast<const uint8_t *>(bytes.get_data()), uint64_t(bytes.length())));
	return request_raw(p_url, p_headers, p_method, raw);
}

Error HTTPRequest::request_raw(const String &p_url, const Vector<String> &p_headers, HTTPClient::Method p_method, const Vector<uint8_t> &p_data) {
	ERR_FAIL_COND_V_MSG(!is_inside_tree(), ERR_UNCONFIGURED, "An HTTPRequest works inside the tree only: add it with add_child() first.");
	ERR_FAIL_COND_V_MSG(is_requesting, ERR_BUSY, "This HTTPRequest has a request under way: wait for request_completed, call cancel_request(), or use another one.");
	ERR_FAIL_INDEX_V_MSG(p_method, HTTPClient::METHOD_MAX, ERR_INVALID_PARAMETER, "This is no method: use one of the METHOD_ constants of HTTPClient.");
	ERR_FAIL_COND_V_MSG(p_method == HTTPClient::METHOD_CONNECT, ERR_INVALID_PARAMETER, "CONNECT opens a tunnel and gets no answer to read: use set_https_proxy(), or an HTTPClient.");
	String error;
	ERR_FAIL_COND_V_MSG(HTTPUrl::parse(p_url, url, error) != OK, ERR_INVALID_PARAMETER, error);
	bool names_encoding = false;
	for (int64_t i = 0; i < p_headers.size(); i++) {
		const CharString line = p_headers[i].utf8();
		ERR_FAIL_COND_V_MSG(!http_is_header_line(view_of(line)), ERR_INVALID_PARAMETER, "The header at index " + itos(i) + " is not \"Name: value\": \"" + p_headers[i] + "\".");
		names_encoding |= p_headers[i].to_lower().begins_with("accept-encoding:");
	}
	headers = p_headers;
	if (accept_gzip && !names_encoding) {
		headers.push_back("Accept-Encoding: gzip, deflate");
	}
	method = p_method;
	data = p_data;
	redirects = 0;
	downloaded = 0;
	body_size = -1;
	error_message = String();
	completion = Completion();
	is_done = false;
	is_requesting = true;
	deadline_msec = timeout > 0 ? OS::get_singleton()->get_ticks_msec() + uint64_t(timeout * 1000.0) : 0;
	const Error started = _start_exchange();
	if (started != OK) {
		_stop();
		return started;
	}
	set_process_flag(PROCESS_INTERNAL, true);
	_follow_socket();
	return OK;
}

void HTTPRequest::cancel_request() {
	_stop();
	if (client.is_valid()) {
		client->close();
	}
}

// Ends the request; a connection that can serve another is left open.
void HTTPRequest::_stop() {
	_leave_turns();
	set_process_flag(PROCESS_INTERNAL, false);
	sink.cancel();
	buffer.reset();
	headers.clear();
	data.clear();
	is_requesting = false;
	is_done = false;
	if (client.is_valid() && client->get_status() != HTTPClient::STATUS_CONNECTED) {
		client->close();
	}
}

void HTTPRequest::_notification(int p_what) {
	switch (p_what) {
		case NOTIFICATION_INTERNAL_PROCESS:
			if (!is_requesting) {
				set_process_flag(PROCESS_INTERNAL, false);
				break;
			}
			if (!is_done && deadline_msec != 0 && OS::get_singleton()->get_ticks_msec() >= deadline_msec) {
				client->close();
				completion = Completion();
				_finish(RESULT_TIMEOUT, "No whole answer came within the timeout of " + String::num(timeout) + " seconds.");
			}
			if (!is_done && _advance()) {
				NetworkTurn::request(this);
			}
			if (is_done) {
				_tell(); // The last thing: a handler may free this node.
			}
			break;
		case NOTIFICATION_EXIT_TREE:
			cancel_request();
			break;
	}
}

bool HTTPRequest::take_from_network() {
	if (!is_requesting || is_done) {
		return false;
	}
	const bool has_more = _advance();
	if (is_done) {
		NetworkTurn::announce();
	}
	return has_more;
}

void HTTPRequest::_tell() {
	const Completion told = std::move(completion);
	completion = Completion();
	_stop();
	emit_signal(SNAME("request_completed"), int(told.result), told.code, told.headers, told.body);
}

// Connecting may go through several sockets, and turns belong to the main thread.
void HTTPRequest::_follow_socket() {
	SocketWatch *watch = is_requesting && client.is_valid() && Thread::is_main_thread() ? client->get_watch() : nullptr;
	if (watch == followed) {
		return;
	}
	NetworkTurn::detach(nullptr, this); // A watch that is no longer ours may serve another socket by now.
	followed = watch;
	if (followed) {
		NetworkTurn::attach(followed, this);
	}
}

void HTTPRequest::_leave_turns() {
	const bool is_ours = followed && client.is_valid() && followed == client->get_watch();
	NetworkTurn::detach(is_ours ? followed : nullptr, this);
	followed = nullptr;
}

HTTPClient::Status HTTPRequest::get_http_client_status() const {
	return is_requesting && client.is_valid() ? client->get_status() : HTTPClient::STATUS_DISCONNECTED;
}

void HTTPRequest::set_tls_options(const Ref<TLSOptions> &p_options) {
	ERR_FAIL_COND_MSG(p_options.is_null() || p_options->is_server(), "These options are none for a client: use TLSOptions.client() or TLSOptions.client_unsafe().");
	tls_options = p_options;
	cancel_request(); // A connection that is open was made with other options.
}

void HTTPRequest::set_body_size_limit(int p_bytes) {
	ERR_FAIL_COND_MSG(is_requesting, "The limit of a request that is under way stays: set it before.");
	body_size_limit = p_bytes;
}

void HTTPRequest::set_download_file(const String &p_path) {
	ERR_FAIL_COND_MSG(is_requesting, "The file of a request that is under way stays: set it before.");
	download_file = p_path;
}

void HTTPRequest::set_download_chunk_size(int p_bytes) {
	ERR_FAIL_COND_MSG(is_requesting, "The chunk size of a request that is under way stays: set it before.");
	ERR_FAIL_COND_MSG(p_bytes < 256 || p_bytes > (1 << 24), "The size must lie between 256 bytes and 16 MiB.");
	download_chunk_size = p_bytes;
}

void HTTPRequest::set_timeout(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds >= 0), "The timeout cannot be negative; 0 waits without end.");
	timeout = MIN(p_seconds, 1e9);
}

void HTTPRequest::set_connect_timeout(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds >= 0), "The timeout cannot be negative; 0 leaves it to the project setting network/limits/tcp/connect_timeout_seconds.");
	connect_timeout = MIN(p_seconds, 1e9);
}

void HTTPRequest::set_http_proxy(const String &p_host, int p_port) {
	http_proxy_host = p_host;
	http_proxy_port = p_port;
	cancel_request();
}

void HTTPRequest::set_https_proxy(const String &p_host, int p_port) {
	https_proxy_host = p_host;
	https_proxy_port = p_port;
	cancel_request();
}

HTTPRequest::~HTTPRequest() {
	_leave_turns();
}

void HTTPRequest::_bind_methods() {
	ClassDB::bind_method(D_METHOD("request", "url", "custom_headers", "method", "request_data"), &HTTPRequest::request, DEFVAL(PackedStringArray()), DEFVAL(HTTPClient::METHOD_GET), DEFVAL(String()));
	ClassDB::bind_method(D_METHOD("request_raw", "url", "custom_headers", "method", "request_data_raw"), &HTTPRequest::request_raw, DEFVAL(PackedStringArray()), DEFVAL(HTTPClient::METHOD_GET), DEFVAL(PackedByteArray()));
	ClassDB::bind_method(D_METHOD("cancel_request"), &HTTPRequest::cancel_request);
	ClassDB::bind_method(D_METHOD("set_tls_options", "client_options"), &HTTPRequest::set_tls_options);
	ClassDB::bind_method(D_METHOD("get_http_client_status"), &HTTPRequest::get_http_client_status);
	ClassDB::bind_method(D_METHOD("get_error_message"), &HTTPRequest::get_error_message);
	ClassDB::bind_method(D_METHOD("set_use_threads", "enable"), &HTTPRequest::set_use_threads);
	ClassDB::bind_method(D_METHOD("is_using_threads"), &HTTPRequest::is_using_threads);
	ClassDB::bind_method(D_METHOD("set_accept_gzip", "enable"), &HTTPRequest::set_accept_gzip);
	ClassDB::bind_method(D_METHOD("is_accepting_gzip"), &HTTPRequest::is_accepting_gzip);
	ClassDB::bind_method(D_METHOD("set_body_size_limit", "bytes"), &HTTPRequest::set_body_size_limit);
	ClassDB::bind_method(D_METHOD("get_body_size_limit"), &HTTPRequest::get_body_size_limit);
	ClassDB::bind_method(D_METHOD("set_max_redirects", "amount"), &HTTPRequest::set_max_redirects);
	ClassDB::bind_method(D_METHOD("get_max_redirects"), &HTTPRequest::get_max_redirects);
	ClassDB::bind_method(D_METHOD("set_allow_insecure_redirects", "allow"), &HTTPRequest::set_allow_insecure_redirects);
	ClassDB::bind_method(D_METHOD("are_insecure_redirects_allowed"), &HTTPRequest::are_insecure_redirects_allowed);
	ClassDB::bind_method(D_METHOD("set_download_file", "path"), &HTTPRequest::set_download_file);
	ClassDB::bind_method(D_METHOD("get_download_file"), &HTTPRequest::get_download_file);
	ClassDB::bind_method(D_METHOD("get_downloaded_bytes"), &HTTPRequest::get_downloaded_bytes);
	ClassDB::bind_method(D_METHOD("get_body_size"), &HTTPRequest::get_body_size);
	ClassDB::bind_method(D_METHOD("set_timeout", "timeout"), &HTTPRequest::set_timeout);
	ClassDB::bind_method(D_METHOD("get_timeout"), &HTTPRequest::get_timeout);
	ClassDB::bind_method(D_METHOD("set_connect_timeout", "seconds"), &HTTPRequest::set_connect_timeout);
	ClassDB::bind_method(D_METHOD("get_connect_timeout"), &HTTPRequest::get_connect_timeout);
	ClassDB::bind_method(D_METHOD("set_download_chunk_size", "chunk_size"), &HTTPRequest::set_download_chunk_size);
	ClassDB::bind_method(D_METHOD("get_download_chunk_size"), &HTTPRequest::get_download_chunk_size);
	ClassDB::bind_method(D_METHOD("set_http_proxy", "host", "port"), &HTTPRequest::set_http_proxy);
	ClassDB::bind_method(D_METHOD("set_https_proxy", "host", "port"), &HTTPRequest::set_https_proxy);

	ADD_PROPERTY(PropertyInfo(Variant::STRING, "download_file", PROPERTY_HINT_FILE), "set_download_file", "get_download_file");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "download_chunk_size", PROPERTY_HINT_RANGE, "256,16777216,suffix:B"), "set_download_chunk_size", "get_download_chunk_size");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "use_threads"), "set_use_threads", "is_using_threads");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "accept_gzip"), "set_accept_gzip", "is_accepting_gzip");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "body_size_limit", PROPERTY_HINT_RANGE, "-1,2000000000,suffix:B"), "set_body_size_limit", "get_body_size_limit");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_redirects", PROPERTY_HINT_RANGE, "-1,64"), "set_max_redirects", "get_max_redirects");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "allow_insecure_redirects"), "set_allow_insecure_redirects", "are_insecure_redirects_allowed");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "timeout", PROPERTY_HINT_RANGE, "0,60,0.1,or_greater,suffix:s"), "set_timeout", "get_timeout");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "connect_timeout", PROPERTY_HINT_RANGE, "0,60,0.1,or_greater,suffix:s"), "set_connect_timeout", "get_connect_timeout");

	ADD_SIGNAL(MethodInfo("request_completed", PropertyInfo(Variant::INT, "result"), PropertyInfo(Variant::INT, "response_code"), PropertyInfo(Variant::PACKED_STRING_ARRAY, "headers"), PropertyInfo(Variant::PACKED_BYTE_ARRAY, "body")));

	BIND_ENUM_CONSTANT(RESULT_SUCCESS);
	BIND_ENUM_CONSTANT(RESULT_CHUNKED_BODY_SIZE_MISMATCH);
	BIND_ENUM_CONSTANT(RESULT_CANT_CONNECT);
	BIND_ENUM_CONSTANT(RESULT_CANT_RESOLVE);
	BIND_ENUM_CONSTANT(RESULT_CONNECTION_ERROR);
	BIND_ENUM_CONSTANT(RESULT_TLS_HANDSHAKE_ERROR);
	BIND_ENUM_CONSTANT(RESULT_NO_RESPONSE);
	BIND_ENUM_CONSTANT(RESULT_BODY_SIZE_LIMIT_EXCEEDED);
	BIND_ENUM_CONSTANT(RESULT_BODY_DECOMPRESS_FAILED);
	BIND_ENUM_CONSTANT(RESULT_REQUEST_FAILED);
	BIND_ENUM_CONSTANT(RESULT_DOWNLOAD_FILE_CANT_OPEN);
	BIND_ENUM_CONSTANT(RESULT_DOWNLOAD_FILE_WRITE_ERROR);
	BIND_ENUM_CONSTANT(RESULT_REDIRECT_LIMIT_REACHED);
	BIND_ENUM_CONSTANT(RESULT_TIMEOUT);
}
