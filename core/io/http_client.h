// HTTPClient: one HTTP/1.1 connection, over TCP or TLS, for one request after the other.
#pragma once

#include "core/io/http_codec.h"
#include "core/io/stream_peer_tcp.h"
#include "core/io/stream_peer_tls.h"
#include "core/variant/dictionary.h"

class SocketWatch;

// poll() goes as far as it can without waiting; in blocking mode, poll() and reading wait for the other side. What the other side says is
// read by the HTTP codec: a message that is not well-formed ends the connection with STATUS_CONNECTION_ERROR and a sentence.
class HTTPClient : public RefCounted {
	GDCLASS(HTTPClient, RefCounted);

public:
	// The constants of the scripting API stand in the table.
	enum ResponseCode : int {
#define HTTP_RESPONSE_CODE(m_name, m_value) RESPONSE_##m_name = m_value,
#include "core/io/http_response_codes.inc"
#undef HTTP_RESPONSE_CODE
	};
	enum Method : int { // Scripts can give any number.
		METHOD_GET,
		METHOD_HEAD,
		METHOD_POST,
		METHOD_PUT,
		METHOD_DELETE,
		METHOD_OPTIONS,
		METHOD_TRACE,
		METHOD_CONNECT,
		METHOD_PATCH,
		METHOD_MAX,
	};
	enum Status : int {
		STATUS_DISCONNECTED,
		STATUS_RESOLVING,
		STATUS_CANT_RESOLVE,
		STATUS_CONNECTING,
		STATUS_CANT_CONNECT,
		STATUS_CONNECTED,
		STATUS_REQUESTING,
		STATUS_BODY,
		STATUS_CONNECTION_ERROR,
		STATUS_TLS_HANDSHAKE_ERROR,
	};
	static constexpr int DEFAULT_CHUNK_SIZE = 65536;
	static constexpr int MAX_HEAD_BYTES = 65536;
	static constexpr int MAX_INTERIM_RESPONSES = 32; // 100 Continue and the like before the answer itself.

	// "http://" and "https://" in front of the host are understood. p_port -1: 80, or 443 with TLS, which p_tls_options turns on.
	// For name, TCP, proxy and TLS together, of the next connect_to_host(); 0: as the project's setting says, which is also the most for TCP.
	void set_connect_timeout(double p_seconds) {
		connect_timeout = p_seconds;
	}
	Error connect_to_host(const String &p_host, int p_port = -1, const Ref<TLSOptions> &p_tls_options = Ref<TLSOptions>());
	void set_connection(const Ref<StreamPeer> &p_connection); // A stream that is connected already.
	Ref<StreamPeer> get_connection() const {
		return connection;
	}
	Error request(Method p_method, const String &p_url, const Vector<String> &p_headers, const uint8_t *p_body, int p_body_size);
	void close();

	bool has_response() const {
		return has_headers;
	}
	bool is_response_chunked() const {
		return framing.kind == HTTPFraming::CHUNKED;
	}
	int get_response_code() const {
		return status_line.status;
	}
	Vector<String> take_response_headers(); // Once.
	String get_response_header(std::string_view p_name) const; // Of the current response; empty when there is none.
	int64_t get_response_body_length() const; // -1: unknown.
	Vector<uint8_t> read_response_body_chunk();
	// The same into the caller's memory. OK (r_read 0: nothing is there yet), ERR_FILE_EOF at the end of the body, ERR_INVALID_DATA
	// when it is not well-formed, else the connection broke.
	Error read_body(uint8_t *r_into, int p_capacity, int &r_read);
	void set_read_chunk_size(int p_bytes);
	int get_read_chunk_size() const {
		return read_chunk_size;
	}
	void set_blocking_mode(bool p_enabled) {
		blocking = p_enabled;
	}
	bool is_blocking_mode_enabled() const {
		return blocking;
	}

	Status get_status() const {
		return status;
	}
	Error poll();
	// Of a status that is an error: what happened and how to mend it. Empty otherwise.
	String get_error_message() const {
		return error_message;
	}

	void set_http_proxy(const String &p_host, int p_port);
	void set_https_proxy(const String &p_host, int p_port);
	String query_string_from_dict(const Dictionary &p_fields) const;

	SocketWatch *get_watch() const; // Of the socket at the bottom, where there is one.
	static const char *get_method_name(Method p_method);

	HTTPClient();
	~HTTPClient() override;

protected:
	static void _bind_methods();
	void let_go() override {
		close();
	}

private:
	enum Step : uint8_t {
		STEP_TCP,
		STEP_PROXY, // CONNECT was sent.
		STEP_TLS,
	};

	Error _request(Method p_method, const String &p_url, const Vector<String> &p_headers, const String &p_body);
	Error _request_raw(Method p_method, const String &p_url, const Vector<String> &p_headers, const Vector<uint8_t> &p_body);
	Dictionary _get_response_headers_as_dictionary();

	Error _advance();
	Error _advance_connecting();
	Error _tcp_is_open();
	Error _advance_proxy();
	Error _begin_tls();
	Error _advance_tls();
	Error _advance_request();
	Error _read_head(bool &r_done);
	Error _take_response();
	Error _fail(Status p_status, const String &p_message);
	Error _refuse(HTTPError p_error);
	void _drop_connection();
	void _end_of_body();
	bool _is_idle_connection_alive();

	Error _check_request(Method p_method, const String &p_url, const Vector<String> &p_headers) const;
	void _write_head(Method p_method, const String &p_url, const Vector<String> &p_headers, int p_body_size);
	void _write_body(const uint8_t *p_body, int p_body_size);
	String _get_host_header() const;
	void _append(const String &p_text);
	Error _send_output();
	Error _read_raw(uint8_t *r_into, int p_capacity, int &r_read);
	int _decode(uint8_t *r_bytes, int p_size);
	void _wait() const;
	const NetSocket *_find_socket() const;

	Ref<StreamPeer> connection;
	Ref<StreamPeerTCP> tcp; // Below TLS and tunnels, when we made it.
	Ref<TLSOptions> tls_options;
	String host;
	String error_message;
	String http_proxy_host;
	String https_proxy_host;
	int http_proxy_port = -1;
	int https_proxy_port = -1;
	int port = -1;

	LocalVector<uint8_t> output; // Of the request; what is before output_begin was sent.
	LocalVector<uint8_t> input; // What came behind a head.
	uint32_t output_begin = 0;
	uint32_t input_begin = 0;
	HTTPHead head;
	HTTPStatusLine status_line;
	HTTPFraming framing;
	HTTPBodyReader body_reader;
	int64_t body_received = 0; // Without the framing.
	double connect_timeout = 0;
	uint64_t connect_deadline = 0;
	int read_chunk_size = DEFAULT_CHUNK_SIZE;
	int interim_responses = 0;
	Method method = METHOD_GET;
	Status status = STATUS_DISCONNECTED;
	Step step = STEP_TCP;
	bool uses_tls = false;
	bool uses_http_proxy = false; // Requests name the whole URL.
	bool blocking = false;
	bool chunks_body = false; // The request's Transfer-Encoding says so.
	bool may_switch = false; // The answer may end HTTP on this connection: nothing behind its head is ours to read.
	bool has_headers = false; // Of a response that nobody has taken.
};

VARIANT_ENUM_CAST(HTTPClient::ResponseCode);
VARIANT_ENUM_CAST(HTTPClient::Method);
VARIANT_ENUM_CAST(HTTPClient::Status);
