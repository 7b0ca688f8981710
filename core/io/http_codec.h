// HTTP/1.1 messages without I/O (RFC 9110, RFC 9112): heads of requests and responses, and bodies, read from pieces and written.
#pragma once

#include "core/templates/local_vector.h"
#include "core/templates/span.h"

#include <string_view>

// Nothing here knows a socket, a clock or a script; it stands on the lowest layers alone and is C++17, so that modules/websocket can take
// it along to other trees. Every reader gives the same result for every split of its input. It is strict where leniency lets two programs
// read one message differently: bare CR or LF, folded lines, blanks before a colon, control characters, two lengths, length and chunks.

enum class HTTPError : uint8_t {
	NONE,
	HEAD_TOO_LARGE,
	TOO_MANY_FIELDS,
	BARE_LINE_BREAK, // CR or LF that is not part of a CR LF.
	CONTROL_CHARACTER, // NUL among them.
	FOLDED_LINE, // RFC 9112 §5.2.
	BAD_FIELD, // No "Name: value".
	BAD_START_LINE,
	BAD_CONTENT_LENGTH,
	SEVERAL_CONTENT_LENGTHS,
	LENGTH_AND_CHUNKED,
	UNKNOWN_TRANSFER_CODING, // Anything but "chunked" once, or any of it in HTTP/1.0.
	BAD_CHUNK,
	TRAILER_TOO_LARGE,
	TRUNCATED, // The connection ended inside the message.
};

// What is wrong, as the end of a sentence that begins with whose message it is: "has two Content-Length headers". Empty for NONE.
const char *http_get_error_text(HTTPError p_error);

bool http_is_token(std::string_view p_text); // RFC 9110 §5.6.2; false for empty text.
bool http_is_same_token(std::string_view p_a, std::string_view p_b); // Letter case does not matter (ASCII).
// True for text that can stand in a field value without ending it: no control characters but the tab.
bool http_is_field_value(std::string_view p_text);
// True for a "Name: value" line that may be added to a head: a token, a colon, no control characters.
bool http_is_header_line(std::string_view p_line);
std::string_view http_trim(std::string_view p_text); // Without blanks and tabs at the ends.
std::string_view http_get_reason_phrase(int p_status); // RFC 9110 §15; "Unknown" for codes without one.

// Collects a head from pieces and takes it apart. Views point into this object and live until reset(). Not copyable.
class HTTPHead {
public:
	enum Status : uint8_t {
		NEED_MORE,
		DONE,
		REFUSED, // get_error()
	};
	struct Field {
		std::string_view name; // As it came; compare with http_is_same_token().
		std::string_view value; // Without surrounding blanks. May be empty.
	};
	static constexpr uint32_t MAX_FIELDS = 256;

	// r_consumed stops after the blank line that ends the head; what follows is a body or another protocol.
	Status feed(Span<uint8_t> p_bytes, int &r_consumed);
	HTTPError get_error() const { return error; }
	bool is_empty() const { return bytes.is_empty(); } // Nothing of it has come yet.
	void reset(); // For the next message; keeps the memory.

	// The rest only after DONE.
	std::string_view get_start_line() const { return start_line; }
	const LocalVector<Field> &get_fields() const { return fields; }
	int count_fields(std::string_view p_name) const;
	std::string_view get_value(std::string_view p_name) const; // Of the first such field; empty when there is none.
	// For fields that are comma-separated lists, RFC 9110 §5.6.1. Fields of the same name count as one list; empty elements are skipped.
	LocalVector<std::string_view> get_list(std::string_view p_name) const;
	bool list_has_token(std::string_view p_name, std::string_view p_token) const; // Letter case does not matter.

	explicit HTTPHead(int p_max_bytes) :
			max_bytes(p_max_bytes) {}
	HTTPHead(const HTTPHead &) = delete;
	HTTPHead &operator=(const HTTPHead &) = delete;

private:
	Status _refuse(HTTPError p_error);
	Status _end_line();
	HTTPError _check_line(std::string_view p_line, bool p_is_start) const;
	void _take_apart();

	LocalVector<char> bytes;
	LocalVector<Field> fields;
	std::string_view start_line;
	const int max_bytes;
	uint32_t line_begin = 0; // Offset in bytes of the line that is being collected.
	uint32_t start_begin = 0; // Of the start line: empty lines before it are ignored.
	uint32_t field_count = 0;
	HTTPError error = HTTPError::NONE;
};

struct HTTPRequestLine {
	std::string_view method;
	std::string_view target; // No blanks, no control characters, no fragment.
	int minor_version = 1; // Of HTTP/1.
};

struct HTTPStatusLine {
	int status = 0; // 100 to 999.
	std::string_view reason; // May be empty.
	int minor_version = 1;
};

// False when the line is not "METHOD target HTTP/1.x" or "HTTP/1.x NNN reason".
bool http_parse_request_line(std::string_view p_line, HTTPRequestLine &r_line);
bool http_parse_status_line(std::string_view p_line, HTTPStatusLine &r_line);

// How a body is delimited, RFC 9112 §6.3, and whether the connection serves another message after it (§9.3).
struct HTTPFraming {
	enum Kind : uint8_t {
		NO_BODY, // None was announced, or the kind of message has none.
		LENGTH,
		CHUNKED,
		UNTIL_CLOSE,
	};
	Kind kind = NO_BODY;
	int64_t length = 0; // With LENGTH; it may be 0. For a response that has no body, the length of the one that it speaks of.
	bool keeps_alive = false;
	HTTPError error = HTTPError::NONE; // Then the rest means nothing and the connection cannot be used any more.
};

HTTPFraming http_get_request_framing(const HTTPHead &p_head, int p_minor_version);
// p_method is that of the request: answers to HEAD and (successful ones) to CONNECT have no body.
HTTPFraming http_get_response_framing(const HTTPHead &p_head, const HTTPStatusLine &p_line, std::string_view p_method);

// Finds a body's own bytes among what a connection brings. Holds none of them and allocates nothing.
class HTTPBodyReader {
public:
	enum Status : uint8_t {
		NEED_MORE,
		DONE,
		REFUSED, // get_error()
	};
	static constexpr int MAX_EXTENSION_BYTES = 16384; // Of all chunks together, RFC 9112 §7.1.1.
	static constexpr int MAX_TRAILER_BYTES = 8192; // §7.1.2; trailers are checked and passed over.

	void start(const HTTPFraming &p_framing);
	// Takes one step: r_data is a view of what in p_bytes belongs to the body, perhaps nothing. Call again with the rest while the answer
	// is NEED_MORE and something is left. After DONE, what follows r_consumed belongs to the next message.
	Status feed(Span<uint8_t> p_bytes, int64_t &r_consumed, Span<uint8_t> &r_data);
	Status end(); // The connection has ended: DONE where that ends the body, else REFUSED (TRUNCATED).
	Status get_status() const { return status; }
	HTTPError get_error() const { return error; }

private:
	enum State : uint8_t {
		PLAIN, // `remaining` bytes of body follow, or all until the end.
		CHUNK_SIZE,
		CHUNK_EXTENSION,
		CHUNK_SIZE_LF,
		CHUNK_DATA,
		CHUNK_DATA_CR,
		CHUNK_DATA_LF,
		TRAILER_BEGIN, // At the beginning of a line,
		TRAILER_LINE, // inside one,
		TRAILER_LINE_LF,
		LAST_LF, // and in the empty one that ends the body.
	};

	Status _refuse(HTTPError p_error);
	Status _step(uint8_t p_byte);
	Status _step_size(uint8_t p_byte);
	Status _step_trailer(uint8_t p_byte);

	int64_t remaining = 0; // -1: until the connection ends.
	int digits = 0;
	int extension_bytes = 0;
	int trailer_bytes = 0;
	State state = PLAIN;
	Status status = DONE;
	HTTPError error = HTTPError::NONE;
};

// The size line of a chunk. After its bytes follows HTTP_CHUNK_END, and HTTP_LAST_CHUNK after the last one.
constexpr int HTTP_CHUNK_HEAD_LENGTH = 18;
int http_write_chunk_head(int64_t p_size, char r_into[HTTP_CHUNK_HEAD_LENGTH]); // p_size > 0. Returns its length.
constexpr std::string_view HTTP_CHUNK_END = "\r\n";
constexpr std::string_view HTTP_LAST_CHUNK = "0\r\n\r\n";
