// The head of an HTTP/1.1 message: start line and header fields, for both ends of an opening handshake (RFC 7230 §3).
#pragma once

#include "core/templates/local_vector.h"
#include "core/templates/span.h"
#include "modules/websocket/protocol/ws_buffer.h"
#include "modules/websocket/protocol/ws_types.h"

#include <string_view>

// Collects the head from pieces and takes it apart. Strict where leniency lets two programs read one message differently:
// bare CR or LF, folded lines, a blank before the colon and control characters are malformed.
// Views point into this object and live as long as it does. Not copyable.
class WSHttpHead {
public:
	enum Status : uint8_t {
		NEED_MORE,
		DONE,
		TOO_LARGE, // More than WSLimits::MAX_HEAD_BYTES without an end.
		MALFORMED,
	};
	struct Field {
		std::string_view name; // As it came; compare with is_same_token().
		std::string_view value; // Without surrounding blanks. May be empty.
	};

	// r_consumed stops after the blank line that ends the head; what follows belongs to the next protocol.
	Status feed(Span<uint8_t> p_bytes, int &r_consumed);

	// The rest only after DONE.
	std::string_view get_start_line() const { return start_line; }
	const LocalVector<Field> &get_fields() const { return fields; }
	int count_fields(std::string_view p_name) const;
	std::string_view get_value(std::string_view p_name) const; // Of the first such field; empty when there is none.
	// For fields that are comma-separated lists, RFC 7230 §7. Fields of the same name count as one list; empty elements are skipped.
	LocalVector<std::string_view> get_list(std::string_view p_name) const;
	bool list_has_token(std::string_view p_name, std::string_view p_token) const; // Letter case does not matter.

	static bool is_token(std::string_view p_text); // RFC 7230 §3.2.6; false for empty text.
	static bool is_same_token(std::string_view p_a, std::string_view p_b); // Letter case does not matter (ASCII).
	// True for text that can stand in a field value without ending it: no control characters but the tab.
	static bool is_field_value(std::string_view p_text);

	WSHttpHead() = default;
	WSHttpHead(const WSHttpHead &) = delete;
	WSHttpHead &operator=(const WSHttpHead &) = delete;

private:
	Status _end_line();
	bool _parse();
	bool _parse_field(std::string_view p_line);

	WSBuffer bytes;
	int line_begin = 0; // Offset in bytes of the line that is being collected.
	std::string_view start_line;
	LocalVector<Field> fields;
};
