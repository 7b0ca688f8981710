// PackIndex: the files of all packs that are mounted below res://. FileAccess and DirAccess ask it before the disk.
#pragma once

#include "core/error/error_list.h"
#include "core/object/ref_counted.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"

class FileAccess;

// Any thread. Packs stay until the program ends.
class PackIndex {
public:
	// A PCK pack (at p_offset of the file, or at the end of an executable) or a ZIP archive. p_replace: its files take the place of those that
	// packs and the disk have; else only what is not there is added. Paths that lead out of res:// are left out with a warning. On an error, which is
	// printed, nothing is mounted.
	static Error mount(const String &p_path, bool p_replace = true, uint64_t p_offset = 0);
	static bool is_pack(const String &p_path); // A PCK pack, also one at the end of an executable.
	static void set_key(const Vector<uint8_t> &p_key); // Of encrypted packs: 32 bytes.
	static bool is_in_use(); // A pack is mounted.
	static void unmount_all();

	// All paths: res://, uid://; others are in no pack.
	static bool has_file(const String &p_path);
	static bool has_folder(const String &p_path);
	static int64_t get_size(const String &p_path); // -1: not in a pack.
	// False: not in a pack. Else r_file, or null and why.
	static bool open(const String &p_path, Ref<FileAccess> &r_file, Error &r_error);
	static void list(const String &p_folder, bool p_folders, Vector<String> &r_names); // Adds to r_names.
};
