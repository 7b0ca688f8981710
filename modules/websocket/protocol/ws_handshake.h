// The opening handshake, RFC 6455 §4: reading either side's head with a verdict, and writing what answers it.
#pragma once

#include "core/io/http_codec.h"
#include "modules/websocket/host/ws_host.h"
#include "modules/websocket/protocol/ws_buffer.h"
#include "modules/websocket/protocol/ws_types.h"

// What a client asked for. Views live as long as the parser that gave it.
struct WSRequest {
	std::string_view method;
	std::string_view target; // Path and query, beginning with "/".
	std::string_view host;
	std::string_view origin; // Empty when none was sent.
	std::string_view key;
	LocalVector<std::string_view> protocols; // In the client's order of preference.
	LocalVector<std::string_view> extensions; // Offers, RFC 6455 §9.1, for the extension negotiation.
};

// Reads the head of a client's opening handshake, RFC 6455 §4.2.1. The caller keeps p_bytes; no view of it is retained.
// Any split of the input gives the same result.
class WSRequestParser {
public:
	enum Status : uint8_t {
		NEED_MORE,
		DONE,
		REJECTED, // Answer with ws_write_refusal(get_http_status(), ...) and close.
	};

	// r_consumed stops after the blank line; what follows is frames.
	Status feed(Span<uint8_t> p_bytes, int &r_consumed);
	const WSRequest &get_request() const { return request; } // Only after DONE.
	const HTTPHead &get_head() const { return head; }
	int get_http_status() const { return http_status; } // Only after REJECTED: 400, 405, 426 or 431.
	const char *get_error() const { return error; } // One sentence for people, only after REJECTED.
	// Only after REJECTED: it is a request without a body that asks for no WebSocket, so an answer in plain HTTP is possible.
	bool is_plain_http() const { return plain_http; }
	bool keeps_alive() const { return alive; } // Another request may follow that one.

private:
	Status _reject(int p_status, const char *p_error);
	Status _check();
	Status _check_request_line();
	Status _check_fields();

	HTTPHead head{ WSLimits::MAX_HEAD_BYTES };
	WSRequest request;
	bool plain_http = false;
	bool alive = false;
	int http_status = 0;
	const char *error = "";
};

// What the client's side asked for, to judge the answer by. Owned by the caller of WSResponseParser.
struct WSExpectedResponse {
	std::string_view key; // The Sec-WebSocket-Key that was sent.
	LocalVector<std::string_view> protocols; // What was offered. Not empty: the server must choose one of them.
	bool extensions_offered = false; // False: an answer that names an extension fails, RFC 6455 §4.1.
};

// Reads the head of a server's answer, RFC 6455 §4.1. Any split of the input gives the same result.
class WSResponseParser {
public:
	enum Status : uint8_t {
		NEED_MORE,
		DONE,
		REJECTED,
	};

	Status feed(Span<uint8_t> p_bytes, const WSExpectedResponse &p_expected, int &r_consumed);
	const HTTPHead &get_head() const { return head; }
	int get_http_status() const { return http_status; } // 0 when not even a status line was understood.
	std::string_view get_protocol() const { return protocol; } // After DONE: what the server chose, or empty.
	LocalVector<std::string_view> get_extensions() const { return head.get_list("Sec-WebSocket-Extensions"); } // After DONE.
	WSError get_error() const { return error; } // After REJECTED: HTTP_STATUS, HANDSHAKE or SUBPROTOCOL.
	const char *get_error_text() const { return error_text; }

private:
	Status _reject(WSError p_error, const char *p_text);
	Status _check(const WSExpectedResponse &p_expected);
	Status _check_protocol(const WSExpectedResponse &p_expected);

	HTTPHead head{ WSLimits::MAX_HEAD_BYTES };
	static constexpr int MAX_INTERIM = 8;

	std::string_view protocol;
	int http_status = 0;
	int interim_count = 0; // Answers 1xx before the one that counts.
	WSError error = WSError::NONE;
	const char *error_text = "";
};

// What a client sends. All views are the caller's; the values must be valid field values (http_is_field_value).
struct WSRequestHead {
	std::string_view target;
	std::string_view host; // With the port unless it is the scheme's own.
	std::string_view key;
	LocalVector<std::string_view> protocols;
	std::string_view extensions; // Value of Sec-WebSocket-Extensions; empty for none.
	LocalVector<std::string_view> extra_headers; // Whole lines, "Name: value". A "Host" among them takes the place of ours.
};

constexpr int WS_KEY_LENGTH = 24;
constexpr int WS_ACCEPT_LENGTH = 28;

// A "Name: value" line that nobody but the handshake itself may write: Upgrade, Connection, Sec-WebSocket-*, and what announces a body.
bool ws_is_own_header(std::string_view p_line);
void ws_make_key(const uint8_t p_random[16], char r_key[WS_KEY_LENGTH]);
void ws_make_accept(std::string_view p_key, char r_accept[WS_ACCEPT_LENGTH]); // RFC 6455 §4.2.2 step 5.4.
void ws_write_request(const WSRequestHead &p_head, WSBuffer &r_out);
// 101 with the accept value for p_key. p_protocol and p_extensions are left out when empty.
void ws_write_response(std::string_view p_key, std::string_view p_protocol, std::string_view p_extensions, const LocalVector<std::string_view> &p_extra_headers, WSBuffer &r_out);
// A complete HTTP answer that ends the connection. 426 names the version we speak, 405 the method.
void ws_write_refusal(int p_status, std::string_view p_text, WSBuffer &r_out);
// The same with headers and a body of the caller's; a Content-Type among the headers takes the place of text/plain.
void ws_write_refusal(int p_status, const LocalVector<std::string_view> &p_extra_headers, std::string_view p_body, WSBuffer &r_out);
// The first of the client's protocols that the server supports, or empty.
std::string_view ws_choose_protocol(const LocalVector<std::string_view> &p_offered, const LocalVector<std::string_view> &p_supported);
