// DirAccess: folders: list, make, copy, rename, remove. Paths may be relative to the folder that was opened.
#pragma once

#include "core/object/ref_counted.h"
#include "core/string/ustring.h"
#include "core/templates/local_vector.h"
#include "core/templates/vector.h"

// Over the file system operations that a platform supplies (core/io/file_system.h); knows res:// and user://.
class DirAccess : public RefCounted {
	GDCLASS(DirAccess, RefCounted);

public:
	// null when p_path is no folder: ERR_INVALID_PARAMETER. Nothing is printed.
	static Ref<DirAccess> open(const String &p_path, Error *r_error = nullptr);
	static Ref<DirAccess> create_temp(const String &p_prefix = String(), bool p_keep = false, Error *r_error = nullptr);
	static bool exists(const String &p_path);
	static bool dir_exists_absolute(const String &p_path) { return exists(p_path); }
	static Error make_dir_absolute(const String &p_path);
	static Error make_dir_recursive_absolute(const String &p_path);
	static Error rename_absolute(const String &p_from, const String &p_to);
	static Error copy_absolute(const String &p_from, const String &p_to, int p_chmod_flags = -1);
	static Error remove_absolute(const String &p_path);
	static Vector<String> get_files_at(const String &p_path); // Sorted by character.
	static Vector<String> get_directories_at(const String &p_path);

	Error change_dir(const String &p_dir); // ERR_INVALID_PARAMETER and no change when it is no folder.
	String get_current_dir(bool p_include_drive = true) const; // In the form it was reached: "user://saves".
	Error list_dir_begin();
	String get_next(); // "" after the last one.
	bool current_is_dir() const { return current_entry_is_dir; }
	void list_dir_end();
	Vector<String> get_files();
	Vector<String> get_directories();

	Error make_dir(const String &p_path); // ERR_ALREADY_EXISTS when something of that name is there.
	Error make_dir_recursive(const String &p_path); // OK when the folder is there.
	bool file_exists(const String &p_path);
	bool dir_exists(const String &p_path);
	Error copy(const String &p_from, const String &p_to, int p_chmod_flags = -1);
	Error rename(const String &p_from, const String &p_to);
	Error remove(const String &p_path); // A file, a link or an empty folder.
	bool is_link(const String &p_path);
	String read_link(const String &p_path);
	Error create_link(const String &p_source, const String &p_target);
	uint64_t get_space_left();
	String get_filesystem_type() const;
	bool is_case_sensitive(const String &p_path) const;
	bool is_equivalent(const String &p_a, const String &p_b) const;
	bool is_bundle(const String &p_path) const;

	void set_include_navigational(bool p_enable) { include_navigational = p_enable; }
	bool get_include_navigational() const { return include_navigational; }
	void set_include_hidden(bool p_enable) { include_hidden = p_enable; }
	bool get_include_hidden() const { return include_hidden; }

	~DirAccess() override;

protected:
	static void _bind_methods();
	void let_go() override;

private:
	struct FileSystemEntry {
		String name;
		bool is_folder = false;
	};

	String _rooted(const String &p_path) const; // With its res:// or user:// prefix, or absolute.
	String _absolute(const String &p_path) const; // A path of the system, from one relative to the current folder.
	bool _is_listed(const FileSystemEntry &p_entry) const;
	Vector<String> _list(bool p_folders);
	static void _bind_static_methods();
	static Ref<DirAccess> _open(const String &p_path);
	static Ref<DirAccess> _create_temp(const String &p_prefix, bool p_keep);
	static Error _get_open_error() { return last_open_error; }
	static int _get_drive_count();
	static String _get_drive_name(int p_index);
	int _get_current_drive();

	String current_dir; // With its res:// or user:// prefix, or absolute.
	LocalVector<FileSystemEntry> listing;
	int listing_position = -1; // -1: not listing.
	bool current_entry_is_dir = false;
	bool include_navigational = false;
	bool include_hidden = false;
	String temporary_path; // Removed with everything in it when the object dies.

	static thread_local Error last_open_error;
};
