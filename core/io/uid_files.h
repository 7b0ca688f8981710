// Where a project keeps the uids of its files: in the first line of scenes and resources, in `.uid` files beside scripts and shaders, in
// `.import` files beside what was imported, and, all together, in the editor's cache.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/local_vector.h"
#include "core/templates/span.h"

// Files are not trusted: what cannot be read is skipped without a word.
namespace UIDFiles {

struct Entry {
	int64_t uid = -1;
	String path; // res://
};

constexpr int64_t MAX_HEAD_BYTES = 4096; // Uids stand at the beginning.

// -1 when the file has none. Reads the beginning of one small file.
int64_t read_uid_of(const String &p_path);
// All files that FolderWalk finds below res://.
void scan_project(LocalVector<Entry> &r_entries);
// What the editor left in .godot; nothing when there is no such file.
void read_cache(LocalVector<Entry> &r_entries);

// `uid="uid://…"` in the first line of a scene or resource, or in the [remap] section of an .import file; -1 when there is none.
int64_t parse_head(const String &p_text);
// Little endian: a count; of each entry the uid (8 bytes), the length of the path (4) and the path as UTF-8. False, with the entries before the
// fault, when the bytes are not as they should be.
bool parse_cache(Span<uint8_t> p_bytes, LocalVector<Entry> &r_entries);

} // namespace UIDFiles
