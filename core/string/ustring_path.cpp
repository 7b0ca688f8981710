// String: file and resource paths.
#include "core/string/char_utils.h"
#include "core/string/ustring.h"

static int64_t last_separator(const String &p_path) {
	return MAX(p_path.rfind_char('/'), p_path.rfind_char('\\'));
}

// Where the extension's period is; -1 without one. A period in a directory's name does not count.
static int64_t extension_at(const String &p_path) {
	const int64_t period = p_path.rfind_char('.');
	return period > last_separator(p_path) ? period : -1;
}

String String::get_extension() const {
	const int64_t period = extension_at(*this);
	return period < 0 ? String() : substr(period + 1);
}

String String::get_basename() const {
	const int64_t period = extension_at(*this);
	return period < 0 ? *this : left(period);
}

String String::get_file() const {
	return substr(last_separator(*this) + 1);
}

bool String::is_network_share_path() const {
	return begins_with("//") || begins_with("\\\\");
}

bool String::is_absolute_path() const {
	const char32_t first = get_data()[0];
	return first == '/' || first == '\\' || find(":/") >= 0 || find(":\\") >= 0;
}

bool String::is_resource_file() const {
	return begins_with("res://") && find("::") < 0;
}

static int64_t find_separator(const String &p_path, int64_t p_from) {
	for (int64_t i = p_from; i < p_path.length(); i++) {
		if (p_path[i] == '/' || p_path[i] == '\\') {
			return i;
		}
	}
	return -1;
}

// How much of the path is its root, which get_base_dir() never takes away: "res://", "//server/", "C:/", "/".
static int64_t root_length(const String &p_path) {
	const int64_t scheme = p_path.find("://");
	if (scheme >= 0) {
		return scheme + 3;
	}
	if (p_path.is_network_share_path()) {
		const int64_t server_end = find_separator(p_path, 2);
		const int64_t share_end = server_end < 0 ? -1 : find_separator(p_path, server_end + 1);
		if (share_end >= 0) {
			return share_end + 1;
		}
	}
	const int64_t drive = MAX(p_path.find(":/"), p_path.find(":\\"));
	if (drive >= 0) {
		return drive + 2;
	}
	return p_path.begins_with("/") ? 1 : 0;
}

String String::get_base_dir() const {
	const int64_t root = root_length(*this);
	const int64_t separator = last_separator(substr(root));
	return left(root + MAX(separator, int64_t(0)));
}

String String::path_join(const String &p_path) const {
	if (is_empty()) {
		return p_path;
	}
	const bool separated = get_data()[length() - 1] == '/' || p_path.begins_with("/");
	return separated ? *this + p_path : *this + U'/' + p_path;
}

// What simplify_path() leaves as it is.
static int64_t simplified_root_length(const String &p_path) {
	const int64_t scheme = p_path.find("://");
	if (scheme > 0) {
		return scheme + 3;
	}
	if (p_path.is_network_share_path()) {
		return 2;
	}
	if (last_separator(p_path.left(1)) == 0) {
		return 1;
	}
	return p_path.length() > 2 && p_path[1] == ':' && last_separator(p_path.substr(2, 1)) == 0 ? 3 : 0;
}

String String::simplify_path() const {
	const int64_t root = simplified_root_length(*this);
	const String path = replace_char('\\', '/');
	// There is nothing above a root; only res:// may be left, for files beside the project.
	const bool may_leave = root == 0 || path.begins_with("res://");
	Vector<String> kept;
	for (const String &part : path.substr(root).split("/", false)) {
		if (part == ".") {
			continue;
		}
		if (part != ".." || (kept.is_empty() ? may_leave : kept[kept.size() - 1] == "..")) {
			kept.push_back(part);
		} else if (!kept.is_empty()) {
			kept.resize(kept.size() - 1);
		}
	}
	// The backslashes of a network share mean something, that of a drive does not.
	return (root == 3 ? path : *this).left(root) + String("/").join(kept);
}

String String::path_to_file(const String &p_path) const {
	// Both are files: the way leads from our directory.
	const String from = replace_char('\\', '/').get_base_dir();
	const String to = p_path.replace_char('\\', '/').get_base_dir();
	if (from == to) {
		return p_path.get_file();
	}
	const String way = from.path_to(to);
	return way == p_path ? p_path : way + p_path.get_file();
}

// Ends with a slash. Paths on different roots have no way between them: the answer is p_path itself.
String String::path_to(const String &p_path) const {
	const String from = replace_char('\\', '/');
	const String to = p_path.replace_char('\\', '/');
	const int64_t root = root_length(from);
	if (root == 0 || root_length(to) != root || from.left(root) != to.left(root)) {
		return p_path;
	}
	const Vector<String> from_parts = from.substr(root).split("/", false);
	const Vector<String> to_parts = to.substr(root).split("/", false);
	int64_t common = 0;
	while (common < from_parts.size() && common < to_parts.size() && from_parts[common] == to_parts[common]) {
		common++;
	}
	String way = common == from_parts.size() ? "./" : "";
	way += String("../").repeat(from_parts.size() - common);
	for (int64_t i = common; i < to_parts.size(); i++) {
		way += to_parts[i] + U'/';
	}
	return way;
}
