// Files of folders, answered in plain HTTP: GET and HEAD, ranges, validators, precompressed siblings.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/vector.h"
#include "modules/websocket/link/ws_http_exchange.h"

#include <string>
#include <string_view>

class HTTPHead;

struct WSStaticFolder {
	String prefix; // Of paths: begins and ends with "/".
	String folder; // A path of the system, absolute.
};

struct WSStaticSettings {
	Vector<WSStaticFolder> folders;
	Vector<String> headers; // Checked lines for every answer.
	bool is_isolated = false; // Adds what pages need for SharedArrayBuffer (COOP and COEP).
};

namespace WSStaticFiles {

// Answers what lies under one of the folders' prefixes, be it with 404; false for other paths. A path never leads out of its folder: neither
// by "..", written in whatever way, nor by a link. Names that begin with a dot are hidden, but for ".well-known".
bool answer(const WSStaticSettings &p_settings, std::string_view p_method, std::string_view p_target, const HTTPHead &p_head, WSHttpAnswer &r_answer);

// The parts of it that need no files.

// The names of a path's folders and file, decoded. False for what is no path: bad escapes, control characters, "." and "..", no UTF-8.
bool split_path(std::string_view p_path, Vector<String> &r_names);
std::string_view get_mime_type(std::string_view p_name);
// One range of bytes, RFC 9110 §14.1.2.
enum RangeResult : uint8_t {
	RANGE_NONE, // Not one that we know: the whole is the answer.
	RANGE_GIVEN,
	RANGE_OUTSIDE, // 416.
};
RangeResult parse_range(std::string_view p_value, int64_t p_size, int64_t &r_first, int64_t &r_length);
// Whether a list of entity tags has this one; weak ones compare as strong ones.
bool has_tag(std::string_view p_list, std::string_view p_tag);
// Whether Accept-Encoding names a coding and does not refuse it.
bool accepts_coding(const HTTPHead &p_head, std::string_view p_coding);
std::string format_date(int64_t p_unix_time); // RFC 9110 §5.6.7.

} // namespace WSStaticFiles
