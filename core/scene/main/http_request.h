// HTTPRequest: a node that makes one HTTP request after the other and tells when each is done.
#pragma once

#include "core/io/http_body_sink.h"
#include "core/io/http_client.h"
#include "core/io/http_url.h"
#include "core/io/network_turn.h"
#include "core/scene/main/node.h"

// What the network brings is taken in network turns, between frames and without scripts: a download does not wait for frames, and a frame
// does not wait for it. `request_completed` is emitted in the node's internal process callback. With use_threads nothing is different:
// nothing here blocks, so no thread is needed.
class HTTPRequest : public Node, private NetworkTaker {
	GDCLASS(HTTPRequest, Node);

public:
	enum Result : int {
		RESULT_SUCCESS,
		RESULT_CHUNKED_BODY_SIZE_MISMATCH,
		RESULT_CANT_CONNECT,
		RESULT_CANT_RESOLVE,
		RESULT_CONNECTION_ERROR,
		RESULT_TLS_HANDSHAKE_ERROR,
		RESULT_NO_RESPONSE,
		RESULT_BODY_SIZE_LIMIT_EXCEEDED,
		RESULT_BODY_DECOMPRESS_FAILED,
		RESULT_REQUEST_FAILED,
		RESULT_DOWNLOAD_FILE_CANT_OPEN,
		RESULT_DOWNLOAD_FILE_WRITE_ERROR,
		RESULT_REDIRECT_LIMIT_REACHED,
		RESULT_TIMEOUT,
	};

	// ERR_UNCONFIGURED outside the tree, ERR_BUSY while one is under way, ERR_INVALID_PARAMETER for a bad URL or header.
	Error request(const String &p_url, const Vector<String> &p_headers, HTTPClient::Method p_method, const String &p_data);
	Error request_raw(const String &p_url, const Vector<String> &p_headers, HTTPClient::Method p_method, const Vector<uint8_t> &p_data);
	void cancel_request(); // No signal comes. Nothing of a download is left.
	HTTPClient::Status get_http_client_status() const;
	String get_error_message() const { return error_message; } // Of the last request that failed.

	void set_tls_options(const Ref<TLSOptions> &p_options);
	void set_use_threads(bool p_enable) { use_threads = p_enable; }
	bool is_using_threads() const { return use_threads; }
	void set_accept_gzip(bool p_enable) { accept_gzip = p_enable; }
	bool is_accepting_gzip() const { return accept_gzip; }
	void set_body_size_limit(int p_bytes);
	int get_body_size_limit() const { return body_size_limit; }
	void set_max_redirects(int p_max) { max_redirects = p_max; }
	int get_max_redirects() const { return max_redirects; }
	void set_allow_insecure_redirects(bool p_allow) { allow_insecure_redirects = p_allow; }
	bool are_insecure_redirects_allowed() const { return allow_insecure_redirects; }
	void set_download_file(const String &p_path);
	String get_download_file() const { return download_file; }
	void set_download_chunk_size(int p_bytes);
	int get_download_chunk_size() const { return download_chunk_size; }
	void set_timeout(double p_seconds);
	double get_timeout() const { return timeout; }
	void set_connect_timeout(double p_seconds); // For each connection that the request needs; 0: as the project's setting says.
	double get_connect_timeout() const { return connect_timeout; }
	int64_t get_downloaded_bytes() const { return downloaded; } // As they came, before unpacking.
	int64_t get_body_size() const { return body_size; } // As announced; -1: unknown.
	void set_http_proxy(const String &p_host, int p_port);
	void set_https_proxy(const String &p_host, int p_port);

	~HTTPRequest() override;

protected:
	void _notification(int p_what);
	static void _bind_methods();

private:
	static constexpr int DEFAULT_CHUNK_SIZE = 65536;
	static constexpr int LARGE_CHUNK_SIZE = 256 * 1024;
	static constexpr int64_t MAX_BYTES_A_TURN = 4 * 1024 * 1024; // More is taken by the next turn.

	// What will be told; there is one when is_done.
	struct Completion {
		Result result = RESULT_SUCCESS;
		int code = 0;
		Vector<String> headers;
		Vector<uint8_t> body;
	};

	bool take_from_network() override;

	Error _start_exchange();
	bool _can_reuse(const HTTPUrl &p_url, HTTPClient::Method p_method) const;
	bool _advance(); // True: more is there at once.
	void _advance_status();
	void _send_request();
	bool _read_body();
	bool _take_head();
	bool _follow_redirect(const String &p_location);
	void _forget_secrets();
	void _end_of_body();
	void _finish(Result p_result, const String &p_message = String());
	void _finish_failed_sink(Error p_error);
	void _finish_lost_connection();
	void _stop();
	void _tell();
	void _follow_socket();
	void _leave_turns();

	Ref<HTTPClient> client; // Kept after a request as long as its connection may serve another.
	Ref<TLSOptions> tls_options;
	HTTPUrl client_url; // Where client is connected to.
	HTTPUrl url;
	HTTPClient::Method method = HTTPClient::METHOD_GET;
	Vector<String> headers;
	Vector<uint8_t> data;
	HTTPBodySink sink;
	LocalVector<uint8_t> buffer; // As large as download_chunk_size, and larger once a download fills it.
	Completion completion;
	SocketWatch *followed = nullptr;
	String error_message;
	String download_file;
	String http_proxy_host;
	String https_proxy_host;
	int http_proxy_port = -1;
	int https_proxy_port = -1;
	int body_size_limit = -1;
	int max_redirects = 8;
	int redirects = 0;
	int download_chunk_size = DEFAULT_CHUNK_SIZE;
	double timeout = 0;
	double connect_timeout = 0;
	uint64_t deadline_msec = 0; // 0: none.
	int64_t downloaded = 0;
	int64_t body_size = -1;
	bool use_threads = false;
	bool accept_gzip = true;
	bool allow_insecure_redirects = false;
	bool is_requesting = false;
	bool is_done = false;
	bool is_sent = false;
	bool has_head = false;
	bool is_reused = false; // The connection served another request before, so the other side may just be closing it.
};

VARIANT_ENUM_CAST(HTTPRequest::Result);
