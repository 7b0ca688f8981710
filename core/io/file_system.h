// What a platform's file system can do with absolute paths. platform/unix/file_system_unix.cpp implements it.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"

// Errors are returned, never printed. Paths are absolute paths of the system, never res:// or user://.
namespace FileSystem {

enum EntryKind {
	KIND_NONE, // Nothing of that name (or not visible to us).
	KIND_FILE,
	KIND_FOLDER,
	KIND_OTHER, // A device, a pipe or a socket: to open one may take forever.
};
struct Entry {
	String name;
	bool is_folder = false;
};
struct Info {
	uint64_t modified_time = 0; // Unix seconds.
	uint64_t access_time = 0;
	int64_t size = 0;
	uint32_t permissions = 0; // FileAccess::UnixPermissionFlags.
};

EntryKind get_kind(const String &p_path); // Of what a link points to.
bool get_info(const String &p_path, Info &r_info);
Error set_permissions(const String &p_path, uint32_t p_permissions);
Error list(const String &p_folder, bool p_with_dot_entries, Vector<Entry> &r_entries); // With "." and ".." if asked; unordered.
Error make_folder(const String &p_path); // ERR_ALREADY_EXISTS, ERR_CANT_CREATE.
// New ones that only our user can open. ERR_ALREADY_EXISTS when anything has that name, be it a link to nowhere.
Error make_private_file(const String &p_path);
Error make_private_folder(const String &p_path);
Error rename(const String &p_from, const String &p_to);
Error rename_new(const String &p_from, const String &p_to); // Of two that do it at once one succeeds. ERR_ALREADY_EXISTS when anything has that name.
Error remove(const String &p_path); // A file, a link or an empty folder.
bool is_link(const String &p_path);
String read_link(const String &p_path);
String get_real_path(const String &p_path); // Without links and dots; empty when nothing is there.
Error create_link(const String &p_source, const String &p_target);
bool is_same_file(const String &p_a, const String &p_b);
uint64_t get_space_left(const String &p_path);
String get_type(const String &p_path); // e.g. "EXT4"; "" when unknown.
String get_working_folder();

Error get_attribute(const String &p_path, const String &p_name, Vector<uint8_t> &r_value);
Error set_attribute(const String &p_path, const String &p_name, const Vector<uint8_t> &p_value);
Error remove_attribute(const String &p_path, const String &p_name);
Vector<String> list_attributes(const String &p_path);

} // namespace FileSystem
