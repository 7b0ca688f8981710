// From a path to a file inside its folder, and from the file to an answer.
#include "modules/websocket/server/ws_static_files.h"

#include "core/io/file_access.h"
#include "core/io/http_codec.h"
#include "modules/websocket/host/ws_files.h"
#include "modules/websocket/host/ws_host.h"
#include "modules/websocket/protocol/ws_utf8.h"

#include <cstdio>
#include <ctime>

namespace {

constexpr int MAX_LINKS = 16; // On the way to one file.

struct MimeType {
	std::string_view extension;
	std::string_view type;
};
constexpr MimeType MIME_TYPES[] = {
	{ "html", "text/html; charset=utf-8" },
	{ "htm", "text/html; charset=utf-8" },
	{ "js", "text/javascript; charset=utf-8" },
	{ "mjs", "text/javascript; charset=utf-8" },
	{ "wasm", "application/wasm" },
	{ "css", "text/css; charset=utf-8" },
	{ "json", "application/json" },
	{ "map", "application/json" },
	{ "webmanifest", "application/manifest+json" },
	{ "xml", "application/xml" },
	{ "txt", "text/plain; charset=utf-8" },
	{ "md", "text/markdown; charset=utf-8" },
	{ "csv", "text/csv; charset=utf-8" },
	{ "png", "image/png" },
	{ "jpg", "image/jpeg" },
	{ "jpeg", "image/jpeg" },
	{ "gif", "image/gif" },
	{ "webp", "image/webp" },
	{ "avif", "image/avif" },
	{ "svg", "image/svg+xml" },
	{ "ico", "image/vnd.microsoft.icon" },
	{ "mp3", "audio/mpeg" },
	{ "ogg", "audio/ogg" },
	{ "wav", "audio/wav" },
	{ "mp4", "video/mp4" },
	{ "webm", "video/webm" },
	{ "ogv", "video/ogg" },
	{ "pdf", "application/pdf" },
	{ "woff", "font/woff" },
	{ "woff2", "font/woff2" },
	{ "ttf", "font/ttf" },
	{ "otf", "font/otf" },
	{ "zip", "application/zip" },
	{ "gz", "application/gzip" },
};

struct Coding {
	std::string_view name;
	const char *extension;
};
constexpr Coding CODINGS[] = { { "br", ".br" }, { "gzip", ".gz" } }; // The better one first.

int hex_value(char p_letter) {
	if (p_letter >= '0' && p_letter <= '9') {
		return p_letter - '0';
	}
	const char lower = char(p_letter | 0x20);
	return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool decode(std::string_view p_text, std::string &r_bytes) {
	for (size_t i = 0; i < p_text.size(); i++) {
		char letter = p_text[i];
		if (letter == '%') {
			const int high = i + 2 < p_text.size() ? hex_value(p_text[i + 1]) : -1;
			const int low = i + 2 < p_text.size() ? hex_value(p_text[i + 2]) : -1;
			if (high < 0 || low < 0) {
				return false;
			}
			letter = char(high << 4 | low);
			i += 2;
		}
		// A slash or backslash that had to be written as an escape is no part of any name here.
		if (uint8_t(letter) < 0x20 || letter == 0x7F || letter == '/' || letter == '\\') {
			return false;
		}
		r_bytes += letter;
	}
	return true;
}

bool is_hidden(const String &p_name) {
	return p_name.begins_with(".") && p_name != ".well-known";
}

// Where a path leads when every link on the way is followed. Empty when there are too many, or nothing there.
String resolve(const String &p_path) {
	Vector<String> waiting = p_path.split("/", false); // From the back.
	waiting.reverse();
	String reached;
	int links = 0;
	while (!waiting.is_empty()) {
		const String name = waiting[waiting.size() - 1];
		waiting.resize(waiting.size() - 1);
		if (name == ".") {
			continue;
		}
		if (name == "..") {
			reached = reached.get_base_dir() == "/" ? String() : reached.get_base_dir();
			continue;
		}
		const String next = reached + "/" + name;
		if (!WSFiles::is_link(next)) {
			reached = next;
			continue;
		}
		if (++links > MAX_LINKS) {
			return String();
		}
		const String target = WSFiles::read_link(next);
		if (target.begins_with("/")) {
			reached = String();
		}
		Vector<String> names = target.split("/", false);
		names.reverse();
		waiting.append_array(names);
	}
	return reached;
}

bool is_inside(const String &p_path, const String &p_folder) {
	const String path = resolve(p_path);
	const String folder = resolve(p_folder);
	return !path.is_empty() && (path == folder || path.begins_with(folder + "/"));
}

class FileBody : public WSBodySource {
public:
	explicit FileBody(const Ref<FileAccess> &p_file) :
			file(p_file) {}
	int read(uint8_t *r_into, int p_size) override { return int(file->get_buffer(r_into, uint64_t(p_size))); }

private:
	Ref<FileAccess> file;
};

// One request on its way to an answer.
class StaticRequest {
public:
	StaticRequest(const WSStaticSettings &p_settings, const HTTPHead &p_head, WSHttpAnswer &r_answer) :
			settings(p_settings), head(p_head), answer(r_answer) {}

	void serve(std::string_view p_target, const WSStaticFolder &p_folder, const Vector<String> &p_names, bool p_ends_with_slash);
	void refuse(int p_status, const char *p_text) {
		answer.status = p_status;
		answer.text = p_text;
		add("Content-Type", "text/plain; charset=utf-8");
		finish();
	}

private:
	void add(std::string_view p_name, std::string_view p_value) { answer.headers.append(p_name).append(": ").append(p_value).append("\r\n"); }
	void finish();
	void send_file(const String &p_path);
	String choose_coding(const String &p_path, const WSFiles::Info &p_info);
	bool is_unchanged(std::string_view p_tag, std::string_view p_date) const;
	bool take_range(std::string_view p_tag, std::string_view p_date, int64_t p_size, int64_t &r_first);

	const WSStaticSettings &settings;
	const HTTPHead &head;
	WSHttpAnswer &answer;
};

void StaticRequest::finish() {
	for (const String &line : settings.headers) {
		const CharString text = line.utf8();
		answer.headers.append(text.get_data(), size_t(text.length())).append("\r\n");
	}
	if (settings.is_isolated) {
		add("Cross-Origin-Opener-Policy", "same-origin");
		add("Cross-Origin-Embedder-Policy", "require-corp");
		add("Cross-Origin-Resource-Policy", "same-origin");
	}
	add("X-Content-Type-Options", "nosniff");
}

void StaticRequest::serve(std::string_view p_target, const WSStaticFolder &p_folder, const Vector<String> &p_names, bool p_ends_with_slash) {
	String path = p_folder.folder;
	for (const String &name : p_names) {
		if (is_hidden(name)) {
			refuse(404, "There is no such file.\n");
			return;
		}
		path = path + "/" + name;
	}
	WSFiles::EntryKind kind = WSFiles::get_kind(path);
	if (kind == WSFiles::KIND_FOLDER && !p_ends_with_slash) {
		const size_t query = MIN(p_target.find('?'), p_target.size());
		// Two slashes in front would name a host.
		const size_t begin = MIN(p_target.find_first_not_of('/'), query);
		add("Location", "/" + std::string(p_target.substr(begin, query - begin)) + "/" + std::string(p_target.substr(query)));
		refuse(301, "The folder is here.\n");
		return;
	}
	if (kind == WSFiles::KIND_FOLDER) {
		path = path + "/index.html";
		kind = WSFiles::get_kind(path);
	} else if (p_ends_with_slash) {
		kind = WSFiles::KIND_NONE; // A file is no folder.
	}
	if (kind != WSFiles::KIND_FILE || !is_inside(path, p_folder.folder)) {
		refuse(404, "There is no such file.\n");
		return;
	}
	send_file(path);
}

// The path of what is sent for it: a sibling that is compressed, and not older, if the client takes it.
String StaticRequest::choose_coding(const String &p_path, const WSFiles::Info &p_info) {
	String chosen = p_path;
	bool varies = false;
	for (const Coding &coding : CODINGS) {
		const String sibling = p_path + coding.extension;
		WSFiles::Info info;
		if (WSFiles::get_kind(sibling) != WSFiles::KIND_FILE || WSFiles::is_link(sibling) || !WSFiles::get_info(sibling, info) || info.modified_time < p_info.modified_time) {
			continue;
		}
		varies = true;
		if (chosen == p_path && WSStaticFiles::accepts_coding(head, coding.name)) {
			chosen = sibling;
			add("Content-Encoding", coding.name);
		}
	}
	if (varies) {
		add("Vary", "Accept-Encoding");
	}
	return chosen;
}

bool StaticRequest::is_unchanged(std::string_view p_tag, std::string_view p_date) const {
	if (head.count_fields("If-None-Match") > 0) {
		return WSStaticFiles::has_tag(head.get_value("If-None-Match"), p_tag);
	}
	return head.get_value("If-Modified-Since") == p_date;
}

// False: it was answered.
bool StaticRequest::take_range(std::string_view p_tag, std::string_view p_date, int64_t p_size, int64_t &r_first) {
	answer.length = p_size;
	const std::string_view condition = head.get_value("If-Range");
	if (answer.head_only || head.count_fields("Range") != 1 || (!condition.empty() && condition != p_tag && condition != p_date)) {
		return true;
	}
	char text[80];
	switch (WSStaticFiles::parse_range(head.get_value("Range"), p_size, r_first, answer.length)) {
		case WSStaticFiles::RANGE_NONE:
			break;
		case WSStaticFiles::RANGE_GIVEN:
			answer.status = 206;
			snprintf(text, sizeof(text), "bytes %lld-%lld/%lld", static_cast<long long>(r_first), static_cast<long long>(r_first + answer.length - 1), static_cast<long long>(p_size));
			add("Content-Range", text);
			break;
		case WSStaticFiles::RANGE_OUTSIDE:
			snprintf(text, sizeof(text), "bytes */%lld", static_cast<long long>(p_size));
			add("Content-Range", text);
			refuse(416, "The file is shorter.\n");
			return false;
	}
	return true;
}

void StaticRequest::send_file(const String &p_path) {
	WSFiles::Info info;
	WSFiles::get_info(p_path, info);
	const String path = choose_coding(p_path, info);
	if (path != p_path) {
		WSFiles::get_info(path, info);
	}
	char tag[64];
	snprintf(tag, sizeof(tag), "\"%llx-%llx%s\"", static_cast<unsigned long long>(info.modified_time), static_cast<unsigned long long>(info.size), path == p_path ? "" : "z");
	const std::string date = WSStaticFiles::format_date(int64_t(info.modified_time));
	add("ETag", tag);
	add("Last-Modified", date);
	bool has_own_caching = false;
	for (const String &line : settings.headers) {
		has_own_caching = has_own_caching || line.to_lower().begins_with("cache-control:");
	}
	if (!has_own_caching) {
		add("Cache-Control", "no-cache"); // It may be kept, and is asked for again.
	}
	if (is_unchanged(tag, date)) {
		answer.status = 304;
		answer.announces_length = false;
		finish();
		return;
	}
	int64_t first = 0;
	if (!take_range(tag, date, info.size, first)) {
		return;
	}
	if (info.size > 0 && !answer.head_only) { // Some of what the kernel makes up has no size.
		const Ref<FileAccess> file = FileAccess::open(path, FileAccess::READ);
		if (file.is_null()) {
			answer.headers.clear();
			refuse(403, "The file cannot be read.\n");
			return;
		}
		file->seek(uint64_t(first));
		answer.body = new FileBody(file);
	}
	const CharString name = p_path.get_file().utf8();
	add("Content-Type", WSStaticFiles::get_mime_type(std::string_view(name.get_data(), size_t(name.length()))));
	add("Accept-Ranges", "bytes");
	finish();
}

} // namespace

bool WSStaticFiles::split_path(std::string_view p_path, Vector<String> &r_names) {
	size_t begin = 0;
	while (begin < p_path.size()) {
		const size_t end = MIN(p_path.find('/', begin), p_path.size());
		std::string name;
		if (!decode(p_path.substr(begin, end - begin), name) || name == "." || name == "..") {
			return false;
		}
		WSUtf8Validator check;
		if (!check.feed(reinterpret_cast<const uint8_t *>(name.data()), int64_t(name.size())) || !check.is_complete()) {
			return false;
		}
		if (!name.empty()) {
			r_names.push_back(String::utf8(name.data(), int64_t(name.size())));
		}
		begin = end + 1;
	}
	return true;
}

std::string_view WSStaticFiles::get_mime_type(std::string_view p_name) {
	const size_t dot = p_name.rfind('.');
	const std::string_view extension = dot == std::string_view::npos ? std::string_view() : p_name.substr(dot + 1);
	for (const MimeType &type : MIME_TYPES) {
		if (http_is_same_token(extension, type.extension)) {
			return type.type;
		}
	}
	return "application/octet-stream";
}

static bool _parse_number(std::string_view p_text, int64_t &r_number) {
	r_number = 0;
	for (char letter : p_text) {
		if (letter < '0' || letter > '9' || r_number > INT64_MAX / 10 - 1) {
			return false;
		}
		r_number = r_number * 10 + (letter - '0');
	}
	return !p_text.empty();
}

WSStaticFiles::RangeResult WSStaticFiles::parse_range(std::string_view p_value, int64_t p_size, int64_t &r_first, int64_t &r_length) {
	const size_t equals = p_value.find('=');
	const size_t dash = p_value.find('-');
	if (equals == std::string_view::npos || dash == std::string_view::npos || dash < equals || !http_is_same_token(http_trim(p_value.substr(0, equals)), "bytes")) {
		return RANGE_NONE;
	}
	const std::string_view from = http_trim(p_value.substr(equals + 1, dash - equals - 1));
	const std::string_view to = http_trim(p_value.substr(dash + 1));
	int64_t first = 0;
	int64_t last = 0;
	if ((!from.empty() && !_parse_number(from, first)) || (!to.empty() && !_parse_number(to, last)) || (from.empty() && to.empty())) {
		return RANGE_NONE; // Several ranges are among this.
	}
	if (from.empty()) { // The last bytes.
		first = MAX(p_size - last, int64_t(0));
		last = last > 0 ? p_size - 1 : -1;
	} else if (to.empty() || last >= p_size) {
		last = to.empty() || last >= first ? p_size - 1 : -2;
	} else if (last < first) {
		return RANGE_NONE;
	}
	if (last == -2) {
		return RANGE_NONE;
	}
	if (first >= p_size || last < first) {
		return RANGE_OUTSIDE;
	}
	r_first = first;
	r_length = last - first + 1;
	return RANGE_GIVEN;
}

bool WSStaticFiles::has_tag(std::string_view p_list, std::string_view p_tag) {
	while (!p_list.empty()) {
		const size_t comma = MIN(p_list.find(','), p_list.size());
		std::string_view one = http_trim(p_list.substr(0, comma));
		if (one.substr(0, 2) == "W/") {
			one.remove_prefix(2);
		}
		if (one == p_tag || one == "*") {
			return true;
		}
		p_list.remove_prefix(MIN(comma + 1, p_list.size()));
	}
	return false;
}

bool WSStaticFiles::accepts_coding(const HTTPHead &p_head, std::string_view p_coding) {
	for (const std::string_view &item : p_head.get_list("Accept-Encoding")) {
		const size_t semicolon = MIN(item.find(';'), item.size());
		if (!http_is_same_token(http_trim(item.substr(0, semicolon)), p_coding)) {
			continue;
		}
		const size_t quality = item.find('=', semicolon);
		const std::string_view value = quality == std::string_view::npos ? std::string_view("1") : http_trim(item.substr(quality + 1));
		return value.find_first_not_of("0.") != std::string_view::npos;
	}
	return false;
}

std::string WSStaticFiles::format_date(int64_t p_unix_time) {
	static constexpr const char *DAYS[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
	static constexpr const char *MONTHS[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	const time_t time = time_t(p_unix_time);
	const tm *parts = gmtime(&time);
	if (!parts) {
		return std::string();
	}
	char text[64];
	snprintf(text, sizeof(text), "%s, %02d %s %04d %02d:%02d:%02d GMT", DAYS[parts->tm_wday], parts->tm_mday, MONTHS[parts->tm_mon], parts->tm_year + 1900, parts->tm_hour, parts->tm_min, parts->tm_sec);
	return text;
}

bool WSStaticFiles::answer(const WSStaticSettings &p_settings, std::string_view p_method, std::string_view p_target, const HTTPHead &p_head, WSHttpAnswer &r_answer) {
	if (p_settings.folders.is_empty()) {
		return false;
	}
	const std::string_view path = p_target.substr(0, MIN(p_target.find('?'), p_target.size()));
	StaticRequest request(p_settings, p_head, r_answer);
	r_answer.head_only = p_method == "HEAD";
	Vector<String> names;
	if (!split_path(path, names)) {
		request.refuse(400, "The path is none.\n");
		return true;
	}
	const bool ends_with_slash = !path.empty() && path.back() == '/';
	const String plain = "/" + String("/").join(names) + (ends_with_slash && !names.is_empty() ? "/" : "");
	const WSStaticFolder *found = nullptr;
	for (const WSStaticFolder &folder : p_settings.folders) {
		const bool fits = (plain + "/").begins_with(folder.prefix);
		if (fits && (!found || folder.prefix.length() > found->prefix.length())) {
			found = &folder;
		}
	}
	if (!found) {
		return false;
	}
	if (p_method != "GET" && p_method != "HEAD") {
		r_answer.headers = "Allow: GET, HEAD\r\n";
		request.refuse(405, "Files are read with GET.\n");
		return true;
	}
	const int64_t skipped = found->prefix.split("/", false).size();
	request.serve(p_target, *found, names.slice(skipped), ends_with_slash);
	return true;
}
