// DirAccess: relative paths and listings over FileSystem.
#include "core/io/dir_access.h"

#include "core/config/project_settings.h"
#include "core/io/file_access.h"
#include "core/io/file_system.h"
#include "core/io/pack/pack_index.h"
#include "core/io/path_mapping.h"
#include "core/os/os.h"
#include "core/templates/hash_set.h"

thread_local Error DirAccess::last_open_error = OK;

static constexpr uint64_t MAX_COPIED_UNSIZED = 64 * 1024 * 1024; // Of devices, pipes and files of the kernel.
static constexpr int MAX_TREE_DEPTH = 64; // Of what a temporary folder's removal follows.

static bool is_rooted(const String &p_path) {
	return p_path.begins_with("res://") || p_path.begins_with("user://") || p_path.is_absolute_path();
}

String DirAccess::_rooted(const String &p_path) const {
	return is_rooted(p_path) ? p_path : current_dir.path_join(p_path).simplify_path();
}

String DirAccess::_absolute(const String &p_path) const {
	return map_to_system_path(_rooted(p_path));
}

static String system_path(const String &p_path) {
	const String mapped = map_to_system_path(p_path);
	return mapped.is_absolute_path() ? mapped : FileSystem::get_working_folder().path_join(mapped).simplify_path();
}

Ref<DirAccess> DirAccess::open(const String &p_path, Error *r_error) {
	Ref<DirAccess> folder;
	const bool is_folder = exists(p_path);
	if (r_error) {
		*r_error = is_folder ? OK : ERR_INVALID_PARAMETER;
	}
	if (is_folder) {
		folder.instantiate();
		folder->current_dir = is_rooted(p_path) ? p_path.simplify_path() : system_path(p_path);
	}
	return folder;
}

Ref<DirAccess> DirAccess::create_temp(const String &p_prefix, bool p_keep, Error *r_error) {
	Error ignored = OK;
	Error &error = r_error ? *r_error : ignored;
	error = ERR_INVALID_PARAMETER;
	ERR_FAIL_COND_V_MSG(!p_prefix.is_empty() && !p_prefix.is_valid_filename(), Ref<DirAccess>(), "The prefix \"" + p_prefix + "\" of a temporary folder cannot be part of a file name.");
	uint8_t random[16] = {};
	error = OS::get_singleton()->get_entropy(random, sizeof(random));
	const String path = OS::get_singleton()->get_temp_dir().path_join((p_prefix.is_empty() ? String("estragon") : p_prefix) + "-" + String::hex_encode_buffer(random, sizeof(random)));
	if (error == OK) {
		error = FileSystem::make_private_folder(path);
	}
	if (error != OK) {
		return Ref<DirAccess>();
	}
	Ref<DirAccess> folder = open(path, r_error);
	if (folder.is_valid() && !p_keep) {
		folder->temporary_path = path;
	}
	return folder;
}

bool DirAccess::exists(const String &p_path) {
	return !p_path.is_empty() && (PackIndex::has_folder(p_path) || FileSystem::get_kind(system_path(p_path)) == FileSystem::KIND_FOLDER);
}

static Error make_folders(const String &p_path) {
	switch (FileSystem::get_kind(p_path)) {
		case FileSystem::KIND_FOLDER:
			return OK;
		case FileSystem::KIND_FILE:
		case FileSystem::KIND_OTHER:
			return ERR_ALREADY_EXISTS;
		case FileSystem::KIND_NONE:
			break;
	}
	const String parent = p_path.get_base_dir();
	if (parent != p_path && !parent.is_empty()) {
		const Error error = make_folders(parent);
		if (error != OK) {
			return error;
		}
	}
	return FileSystem::make_folder(p_path);
}

static Error rename_file(const String &p_from, const String &p_to) {
	return FileSystem::get_kind(p_from) == FileSystem::KIND_NONE && !FileSystem::is_link(p_from) ? FAILED : FileSystem::rename(p_from, p_to);
}

static Error copy_file(const String &p_from, const String &p_to, int p_chmod_flags) {
	Error error = OK;
	const Ref<FileAccess> from = FileAccess::open(p_from, FileAccess::READ, &error);
	if (from.is_null()) {
		return error;
	}
	ERR_FAIL_COND_V_MSG(FileSystem::is_same_file(p_from, p_to), ERR_ALREADY_IN_USE, "The file " + p_from + " cannot be copied onto itself.");
	const Ref<FileAccess> to = FileAccess::open_replacement(p_to, &error);
	if (to.is_null()) {
		return error;
	}
	uint8_t chunk[65536];
	uint64_t count;
	uint64_t copied = 0;
	const uint64_t most = from->get_length() > 0 ? UINT64_MAX : MAX_COPIED_UNSIZED;
	while ((count = from->get_buffer(chunk, sizeof(chunk))) > 0) {
		copied += count;
		ERR_FAIL_COND_V_MSG(copied > most, ERR_OUT_OF_MEMORY, "The file " + p_from + " has no end that could be reached by copying it.");
		if (!to->store_buffer(chunk, count)) {
			return ERR_FILE_CANT_WRITE;
		}
	}
	if (from->get_error() == ERR_FILE_CANT_READ) {
		return ERR_FILE_CANT_READ;
	}
	error = to->commit();
	if (error != OK) {
		return error;
	}
	return p_chmod_flags < 0 ? OK : FileSystem::set_permissions(p_to, uint32_t(p_chmod_flags));
}

Error DirAccess::make_dir_absolute(const String &p_path) {
	return FileSystem::make_folder(system_path(p_path));
}

Error DirAccess::make_dir_recursive_absolute(const String &p_path) {
	return make_folders(system_path(p_path));
}

Error DirAccess::rename_absolute(const String &p_from, const String &p_to) {
	return rename_file(system_path(p_from), system_path(p_to));
}

Error DirAccess::copy_absolute(const String &p_from, const String &p_to, int p_chmod_flags) {
	return copy_file(system_path(p_from), system_path(p_to), p_chmod_flags);
}

Error DirAccess::remove_absolute(const String &p_path) {
	return FileSystem::remove(system_path(p_path));
}

static Vector<String> names_in(const Ref<DirAccess> &p_folder, bool p_folders) {
	if (p_folder.is_null()) {
		return Vector<String>();
	}
	return p_folders ? p_folder->get_directories() : p_folder->get_files();
}

Vector<String> DirAccess::get_files_at(const String &p_path) {
	return names_in(open(p_path), false);
}

Vector<String> DirAccess::get_directories_at(const String &p_path) {
	return names_in(open(p_path), true);
}

Error DirAccess::change_dir(const String &p_dir) {
	const String wanted = is_rooted(p_dir) ? p_dir.simplify_path() : current_dir.path_join(p_dir).simplify_path();
	if (!PackIndex::has_folder(wanted) && FileSystem::get_kind(map_to_system_path(wanted)) != FileSystem::KIND_FOLDER) {
		return ERR_INVALID_PARAMETER;
	}
	current_dir = wanted;
	return OK;
}

String DirAccess::get_current_dir(bool) const {
	return current_dir;
}

bool DirAccess::_is_listed(const FileSystemEntry &p_entry) const {
	const bool is_navigational = p_entry.name == "." || p_entry.name == "..";
	return is_navigational ? include_navigational : include_hidden || !p_entry.name.begins_with(".");
}

// What packs add to a folder that may be on the disk, too.
static void add_packed_entries(const String &p_folder, Vector<FileSystem::Entry> &r_entries) {
	if (!PackIndex::is_in_use()) {
		return;
	}
	HashSet<String> known;
	for (const FileSystem::Entry &entry : r_entries) {
		known.insert(entry.name);
	}
	for (const bool folders : { true, false }) {
		Vector<String> names;
		PackIndex::list(p_folder, folders, names);
		for (const String &name : names) {
			if (!known.has(name)) {
				r_entries.push_back(FileSystem::Entry{ name, folders });
			}
		}
	}
}

Error DirAccess::list_dir_begin() {
	list_dir_end();
	Vector<FileSystem::Entry> entries;
	const Error error = FileSystem::list(_absolute(current_dir), true, entries);
	if (error != OK && !PackIndex::has_folder(current_dir)) {
		return error;
	}
	add_packed_entries(current_dir, entries);
	for (const FileSystem::Entry &entry : const_cast<const Vector<FileSystem::Entry> &>(entries)) {
		const FileSystemEntry listed = { entry.name, entry.is_folder };
		if (_is_listed(listed)) {
			listing.push_back(listed);
		}
	}
	listing_position = 0;
	return OK;
}

String DirAccess::get_next() {
	if (listing_position < 0 || listing_position >= int(listing.size())) {
		list_dir_end();
		return String();
	}
	const FileSystemEntry &entry = listing[uint32_t(listing_position++)];
	current_entry_is_dir = entry.is_folder;
	return entry.name;
}

void DirAccess::list_dir_end() {
	listing.clear();
	listing_position = -1;
	current_entry_is_dir = false;
}

Vector<String> DirAccess::_list(bool p_folders) {
	Vector<String> names;
	if (list_dir_begin() == OK) {
		for (const FileSystemEntry &entry : listing) {
			if (entry.is_folder == p_folders) {
				names.push_back(entry.name);
			}
		}
	}
	list_dir_end();
	names.sort();
	return names;
}

Vector<String> DirAccess::get_files() {
	return _list(false);
}

Vector<String> DirAccess::get_directories() {
	return _list(true);
}

Error DirAccess::make_dir(const String &p_path) {
	return FileSystem::make_folder(_absolute(p_path));
}

Error DirAccess::make_dir_recursive(const String &p_path) {
	return make_folders(_absolute(p_path));
}

bool DirAccess::file_exists(const String &p_path) {
	return FileAccess::exists(_rooted(p_path));
}

bool DirAccess::dir_exists(const String &p_path) {
	return exists(_rooted(p_path));
}

Error DirAccess::copy(const String &p_from, const String &p_to, int p_chmod_flags) {
	return copy_file(_absolute(p_from), _absolute(p_to), p_chmod_flags);
}

Error DirAccess::rename(const String &p_from, const String &p_to) {
	return rename_file(_absolute(p_from), _absolute(p_to));
}

Error DirAccess::remove(const String &p_path) {
	return FileSystem::remove(_absolute(p_path));
}

bool DirAccess::is_link(const String &p_path) {
	return FileSystem::is_link(_absolute(p_path));
}

String DirAccess::read_link(const String &p_path) {
	return FileSystem::read_link(_absolute(p_path));
}

// A relative source stays as it is: it is relative to the link.
Error DirAccess::create_link(const String &p_source, const String &p_target) {
	return FileSystem::create_link(is_rooted(p_source) ? map_to_system_path(p_source) : p_source, _absolute(p_target));
}

uint64_t DirAccess::get_space_left() {
	return FileSystem::get_space_left(_absolute(current_dir));
}

String DirAccess::get_filesystem_type() const {
	return FileSystem::get_type(_absolute(current_dir));
}

bool DirAccess::is_case_sensitive(const String &) const {
	return true;
}

bool DirAccess::is_equivalent(const String &p_a, const String &p_b) const {
	const String a = _absolute(p_a);
	const String b = _absolute(p_b);
	return a == b || FileSystem::is_same_file(a, b);
}

bool DirAccess::is_bundle(const String &) const {
	return false; // Only macOS has them.
}

static void remove_tree(const String &p_folder, int p_depth) {
	Vector<FileSystem::Entry> entries;
	if (p_depth > MAX_TREE_DEPTH || FileSystem::list(p_folder, false, entries) != OK) {
		return;
	}
	for (const FileSystem::Entry &entry : const_cast<const Vector<FileSystem::Entry> &>(entries)) {
		const String path = p_folder.path_join(entry.name);
		if (entry.is_folder && !FileSystem::is_link(path)) {
			remove_tree(path, p_depth + 1);
		} else {
			FileSystem::remove(path);
		}
	}
	FileSystem::remove(p_folder);
}

void DirAccess::let_go() {
	if (!temporary_path.is_empty()) {
		remove_tree(temporary_path, 0);
		temporary_path = String();
	}
}

DirAccess::~DirAccess() {
	let_go();
}
