// Reading uids: see the header.
#include "core/io/uid_files.h"

#include "core/io/file_access.h"
#include "core/io/folder_walk.h"
#include "core/io/marshalls.h"
#include "core/io/resource_uid.h"

static const char *const CACHE_FILE = "res://.godot/uid_cache.bin";

namespace {

bool has_uid_inside(const String &p_extension) {
	return p_extension == "tscn" || p_extension == "tres";
}

String read_head(const String &p_path) {
	const Ref<FileAccess> file = FileAccess::open(p_path, FileAccess::READ);
	if (file.is_null()) {
		return String();
	}
	const Vector<uint8_t> bytes = file->get_buffer(UIDFiles::MAX_HEAD_BYTES);
	return String::utf8(reinterpret_cast<const char *>(bytes.ptr()), bytes.size());
}

int64_t text_to_id(const String &p_text) {
	return ResourceUID::get_singleton()->text_to_id(p_text);
}

// The file that a `.uid` or `.import` file speaks of, the file itself for scenes and resources; empty for all others.
String file_described_by(const String &p_path) {
	const String extension = p_path.get_extension().to_lower();
	if (extension == "uid" || extension == "import") {
		return p_path.get_basename();
	}
	return has_uid_inside(extension) ? p_path : String();
}

int64_t read_uid_in(const String &p_path) {
	const String text = read_head(p_path);
	return p_path.get_extension().to_lower() == "uid" ? text_to_id(text.strip_edges()) : UIDFiles::parse_head(text);
}

} // namespace

int64_t UIDFiles::read_uid_of(const String &p_path) {
	if (has_uid_inside(p_path.get_extension().to_lower())) {
		return read_uid_in(p_path);
	}
	const int64_t uid = read_uid_in(p_path + ".uid");
	return uid >= 0 ? uid : read_uid_in(p_path + ".import");
}

void UIDFiles::scan_project(LocalVector<Entry> &r_entries) {
	Vector<String> files;
	FolderWalk::list_files("res://", files); // Says itself what it leaves out.
	for (const String &path : files) {
		const String described = file_described_by(path);
		const int64_t uid = described.is_empty() ? -1 : read_uid_in(path);
		// A `.uid` file may have outlived its script.
		if (uid >= 0 && (described == path || FileAccess::exists(described))) {
			r_entries.push_back(Entry{ uid, described });
		}
	}
}

void UIDFiles::read_cache(LocalVector<Entry> &r_entries) {
	if (FileAccess::exists(CACHE_FILE)) {
		parse_cache(FileAccess::get_file_as_bytes(CACHE_FILE).span(), r_entries);
	}
}

int64_t UIDFiles::parse_head(const String &p_text) {
	static const String OPENING = "uid=\"";
	const int64_t header = p_text.find("[gd_");
	// The first line of a scene, or any line of its own in an .import file.
	const String text = header >= 0 ? p_text.substr(header, MAX(p_text.find("\n", header) - header, int64_t(-1))) : p_text;
	for (int64_t at = text.find(OPENING); at >= 0; at = text.find(OPENING, at + 1)) {
		const char32_t before = at > 0 ? text[at - 1] : U'\n';
		const int64_t start = at + OPENING.length();
		const int64_t end = text.find("\"", start);
		if (end >= 0 && (before == ' ' || before == '\t' || before == '\n' || before == '\r')) {
			return text_to_id(text.substr(start, end - start));
		}
	}
	return -1;
}

bool UIDFiles::parse_cache(Span<uint8_t> p_bytes, LocalVector<Entry> &r_entries) {
	static constexpr uint64_t HEAD = 4;
	static constexpr uint64_t ENTRY_HEAD = 12;
	if (p_bytes.size() < HEAD) {
		return false;
	}
	const uint32_t count = decode_uint32(p_bytes.ptr());
	uint64_t at = HEAD;
	for (uint32_t i = 0; i < count; i++) {
		if (p_bytes.size() - at < ENTRY_HEAD) {
			return false;
		}
		Entry entry;
		entry.uid = int64_t(decode_uint64(p_bytes.ptr() + at));
		const uint64_t length = decode_uint32(p_bytes.ptr() + at + 8);
		at += ENTRY_HEAD;
		if (length > p_bytes.size() - at) {
			return false;
		}
		entry.path = String::utf8(reinterpret_cast<const char *>(p_bytes.ptr() + at), int64_t(length));
		at += length;
		if (entry.uid >= 0 && entry.path.begins_with("res://")) {
			r_entries.push_back(entry);
		}
	}
	return true;
}
