// What is where in which pack.
#include "core/io/pack/pack_index.h"

#include "core/io/file_access_memory.h"
#include "core/io/file_system.h"
#include "core/io/marshalls.h"
#include "core/io/pack/file_access_slice.h"
#include "core/io/pack/pck_format.h"
#include "core/io/pack/zip_archive.h"
#include "core/io/path_mapping.h"
#include "core/io/resource_uid.h"
#include "core/os/mutex.h"
#include "core/string/print_string.h"
#include "core/templates/hash_set.h"

#include <atomic>
#include <cstring>

namespace {

constexpr uint64_t TRAILER_BYTES = 12; // At the end of an executable that holds a pack: u64 size of the pack, "GDPC".

struct Pack {
	String path;
	ZipInput *zip = nullptr; // Null: a PCK pack.
};

struct PackedFile {
	Pack *pack = nullptr;
	String name; // In a ZIP archive.
	uint64_t offset = 0;
	uint64_t size = 0;
	bool is_sealed = false;
};

struct Folder {
	HashSet<String> folders;
	HashSet<String> files;
};

struct Index {
	Mutex mutex;
	LocalVector<Pack *> packs;
	HashMap<String, PackedFile> files; // By path below res://, without it.
	HashMap<String, Folder> folders;
	Vector<uint8_t> key;

	void add_to_folders(const String &p_path) {
		String child = p_path.get_file();
		String folder = p_path.get_base_dir();
		folders[folder].files.insert(child);
		while (!folder.is_empty()) {
			child = folder.get_file();
			folder = folder.get_base_dir();
			if (folders[folder].folders.has(child)) {
				break;
			}
			folders[folder].folders.insert(child);
		}
	}

	void remove(const String &p_path) {
		if (files.erase(p_path)) {
			folders[p_path.get_base_dir()].files.erase(p_path.get_file());
		}
	}

	void add(const String &p_path, const PackedFile &p_file, bool p_replace) {
		const FileSystem::EntryKind kind = p_replace ? FileSystem::KIND_NONE : FileSystem::get_kind(map_to_system_path("res://" + p_path));
		if (!p_replace && (files.has(p_path) || kind == FileSystem::KIND_FILE || kind == FileSystem::KIND_OTHER)) {
			return;
		}
		files[p_path] = p_file;
		add_to_folders(p_path);
	}
};

std::atomic<bool> in_use{ false };

Index &get_index() {
	static Index *index = memnew(Index);
	return *index;
}

// The path below res://, empty for the folder res:// itself. False: it is not below.
bool find_key(const String &p_path, String &r_key) {
	const String path = p_path.begins_with("uid://") ? ResourceUID::get_singleton()->ensure_path(p_path) : p_path;
	if (!path.begins_with("res://")) {
		return false;
	}
	r_key = path.simplify_path().substr(6).trim_suffix("/");
	return true;
}

// Of a path as packs store it: without what would lead out of res://.
bool is_inside(const String &p_path) {
	return !p_path.is_empty() && !p_path.is_absolute_path() && !p_path.contains("://") && !p_path.begins_with("..") && p_path != ".";
}

// Where the pack in a file begins; false when there is none.
bool find_start(FileAccess &p_file, uint64_t p_offset, uint64_t &r_start) {
	uint8_t bytes[TRAILER_BYTES];
	p_file.seek(p_offset);
	if (p_file.get_buffer(bytes, 4) == 4 && memcmp(bytes, PckFormat::MAGIC, 4) == 0) {
		r_start = p_offset;
		return true;
	}
	const uint64_t length = p_file.get_length();
	if (p_offset != 0 || length < TRAILER_BYTES) {
		return false;
	}
	p_file.seek(length - TRAILER_BYTES);
	if (p_file.get_buffer(bytes, TRAILER_BYTES) != TRAILER_BYTES || memcmp(bytes + 8, PckFormat::MAGIC, 4) != 0) {
		return false;
	}
	const uint64_t size = decode_uint64(bytes);
	r_start = length - TRAILER_BYTES - size;
	return size <= length - TRAILER_BYTES;
}

void warn_of_outside(const String &p_pack, const String &p_path) {
	WARN_PRINT("The pack \"" + p_pack + "\" has a file \"" + p_path.c_escape() + "\" whose path leads out of res://; it is left out.");
}

Error mount_pck(Index &r_index, FileAccess &p_file, uint64_t p_start, const String &p_path, bool p_replace) {
	LocalVector<PckEntry> entries;
	String problem;
	const Error error = PckFormat::read_directory(p_file, p_start, r_index.key, entries, problem);
	ERR_FAIL_COND_V_MSG(error != OK, error, "The pack \"" + p_path + "\" " + problem + ".");
	Pack *pack = memnew(Pack);
	pack->path = p_file.get_path_absolute();
	r_index.packs.push_back(pack);
	for (const PckEntry &entry : entries) {
		const String path = entry.path.trim_prefix("res://").simplify_path();
		if (!is_inside(path)) {
			warn_of_outside(p_path, entry.path);
		} else if (entry.is_removal) {
			r_index.remove(path);
		} else {
			r_index.add(path, PackedFile{ pack, String(), entry.offset, entry.size, entry.is_sealed }, p_replace);
		}
	}
	return OK;
}

Error mount_zip(Index &r_index, const String &p_path, bool p_replace) {
	ZipInput *zip = memnew(ZipInput);
	const Error error = zip->open(p_path);
	if (error != OK) {
		memdelete(zip);
		ERR_FAIL_V_MSG(error, "\"" + p_path + "\" cannot be loaded as a pack: it is neither a PCK pack nor a ZIP archive, or it is damaged.");
	}
	Pack *pack = memnew(Pack);
	pack->path = p_path;
	pack->zip = zip;
	r_index.packs.push_back(pack);
	for (const String &name : zip->get_names()) {
		if (name.ends_with("/")) {
			continue;
		}
		const String path = name.simplify_path();
		if (!is_inside(path)) {
			warn_of_outside(p_path, name);
		} else {
			r_index.add(path, PackedFile{ pack, name, 0, uint64_t(zip->get_size(name)), false }, p_replace);
		}
	}
	return OK;
}

} // namespace

Error PackIndex::mount(const String &p_path, bool p_replace, uint64_t p_offset) {
	Error error = OK;
	const Ref<FileAccess> file = FileAccess::open(p_path, FileAccess::READ, &error);
	ERR_FAIL_COND_V_MSG(file.is_null(), error, "The pack \"" + p_path + "\" cannot be opened: " + error_names[error] + ".");
	Index &index = get_index();
	const MutexLock<Mutex> lock(index.mutex);
	uint64_t start = 0;
	error = find_start(*file.ptr(), p_offset, start) ? mount_pck(index, *file.ptr(), start, p_path, p_replace) : mount_zip(index, p_path, p_replace);
	in_use.store(in_use.load() || error == OK);
	return error;
}

bool PackIndex::is_pack(const String &p_path) {
	const Ref<FileAccess> file = FileAccess::open(p_path, FileAccess::READ);
	uint64_t start = 0;
	return file.is_valid() && find_start(*file.ptr(), 0, start);
}

void PackIndex::set_key(const Vector<uint8_t> &p_key) {
	const MutexLock<Mutex> lock(get_index().mutex);
	get_index().key = p_key;
}

bool PackIndex::is_in_use() {
	return in_use.load(std::memory_order_relaxed);
}

void PackIndex::unmount_all() {
	Index &index = get_index();
	const MutexLock<Mutex> lock(index.mutex);
	for (Pack *pack : index.packs) {
		memdelete_notnull(pack->zip);
		memdelete(pack);
	}
	index.packs.clear();
	index.files.clear();
	index.folders.clear();
	in_use.store(false);
}

bool PackIndex::has_file(const String &p_path) {
	String key;
	if (!is_in_use() || !find_key(p_path, key)) {
		return false;
	}
	const MutexLock<Mutex> lock(get_index().mutex);
	return get_index().files.has(key);
}

bool PackIndex::has_folder(const String &p_path) {
	String key;
	if (!is_in_use() || !find_key(p_path, key)) {
		return false;
	}
	const MutexLock<Mutex> lock(get_index().mutex);
	return key.is_empty() || get_index().folders.has(key);
}

int64_t PackIndex::get_size(const String &p_path) {
	String key;
	if (!is_in_use() || !find_key(p_path, key)) {
		return -1;
	}
	const MutexLock<Mutex> lock(get_index().mutex);
	const PackedFile *found = get_index().files.getptr(key);
	return found ? int64_t(found->size) : -1;
}

bool PackIndex::open(const String &p_path, Ref<FileAccess> &r_file, Error &r_error) {
	String key;
	if (!is_in_use() || !find_key(p_path, key)) {
		return false;
	}
	Index &index = get_index();
	const MutexLock<Mutex> lock(index.mutex);
	const PackedFile *found = index.files.getptr(key);
	if (!found) {
		return false;
	}
	if (found->pack->zip) {
		Vector<uint8_t> content;
		r_error = found->pack->zip->read(found->name, true, content);
		r_file = r_error == OK ? FileAccessMemory::open_content(p_path, content) : Ref<FileAccess>();
		return true;
	}
	const Ref<FileAccess> whole = FileAccess::open(found->pack->path, FileAccess::READ, &r_error);
	if (whole.is_null() || !found->is_sealed) {
		r_file = whole.is_valid() ? FileAccessSlice::create(whole, found->offset, found->size, p_path) : whole;
		return true;
	}
	PckEntry entry;
	entry.size = found->size;
	entry.is_sealed = true;
	whole->seek(found->offset);
	const Vector<uint8_t> sealed = whole->FileAccess::get_buffer(int64_t(entry.get_stored_size()));
	Vector<uint8_t> content;
	r_error = PckFormat::open_seal(sealed.span(), index.key, content);
	r_file = r_error == OK ? FileAccessMemory::open_content(p_path, content) : Ref<FileAccess>();
	return true;
}

void PackIndex::list(const String &p_folder, bool p_folders, Vector<String> &r_names) {
	String key;
	if (!is_in_use() || !find_key(p_folder, key)) {
		return;
	}
	const MutexLock<Mutex> lock(get_index().mutex);
	const Folder *folder = get_index().folders.getptr(key);
	if (!folder) {
		return;
	}
	for (const String &name : p_folders ? folder->folders : folder->files) {
		r_names.push_back(name);
	}
}
