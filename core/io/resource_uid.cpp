// ResourceUID: the registry and the text form.
#include "core/io/resource_uid.h"

#include "core/error/error_macros.h"
#include "core/io/file_access.h"
#include "core/io/uid_files.h"
#include "core/math/random_pcg.h"

ResourceUID *ResourceUID::singleton = nullptr;

static constexpr char PREFIX[] = "uid://";
static constexpr int BASE = 34; // Letters without z, digits without 9.
static constexpr int LETTERS = 25;
static constexpr int64_t MASK = INT64_MAX;

ResourceUID::ResourceUID() {
	if (!singleton) { // Scripts can make further ones.
		singleton = this;
	}
}

ResourceUID::~ResourceUID() {
	if (singleton == this) {
		singleton = nullptr;
	}
}

String ResourceUID::id_to_text(ID p_id) const {
	if (p_id < 0) {
		return "uid://<invalid>";
	}
	String digits;
	do {
		const int digit = int(p_id % BASE);
		digits = String::chr(digit < LETTERS ? U'a' + char32_t(digit) : U'0' + char32_t(digit - LETTERS)) + digits;
		p_id /= BASE;
	} while (p_id > 0);
	return PREFIX + digits;
}

ResourceUID::ID ResourceUID::text_to_id(const String &p_text) const {
	if (!p_text.begins_with(PREFIX) || p_text == "uid://<invalid>") {
		return INVALID_ID;
	}
	uint64_t id = 0;
	for (int64_t i = int64_t(sizeof(PREFIX)) - 1; i < p_text.length(); i++) {
		const char32_t character = p_text[i];
		id *= BASE;
		if (character >= 'a' && character < 'a' + LETTERS) {
			id += character - 'a';
		} else if (character >= '0' && character < '0' + BASE - LETTERS) {
			id += character - '0' + LETTERS;
		} else {
			return INVALID_ID;
		}
	}
	return ID(id & uint64_t(MASK));
}

ResourceUID::ID ResourceUID::create_id() {
	static RandomPCG random = [] {
		RandomPCG generator;
		generator.randomize();
		return generator;
	}();
	const MutexLock lock(mutex);
	while (true) {
		const ID id = ID((uint64_t(random.rand()) << 32 | random.rand()) & uint64_t(MASK));
		if (!paths.has(id)) {
			return id;
		}
	}
}

ResourceUID::ID ResourceUID::create_id_for_path(const String &p_path) {
	RandomPCG random(p_path.hash64());
	const MutexLock lock(mutex);
	while (true) {
		const ID id = ID((uint64_t(random.rand()) << 32 | random.rand()) & uint64_t(MASK));
		const String *holder = paths.getptr(id);
		if (!holder || *holder == p_path) {
			return id;
		}
	}
}

void ResourceUID::note(ID p_id, const String &p_path) {
	drop(p_id);
	paths.insert(p_id, p_path);
	ids.insert(p_path, p_id);
}

void ResourceUID::drop(ID p_id) {
	if (const String *path = paths.getptr(p_id)) {
		const ID *id = ids.getptr(*path);
		if (id && *id == p_id) {
			ids.erase(*path);
		}
		paths.erase(p_id);
	}
}

void ResourceUID::read_cache() {
	cache_is_read = true;
	LocalVector<UIDFiles::Entry> entries;
	UIDFiles::read_cache(entries);
	for (const UIDFiles::Entry &entry : entries) {
		if (!paths.has(entry.uid)) {
			note(entry.uid, entry.path);
		}
	}
}

// The files know better than the cache, which is as old as the editor's last run.
void ResourceUID::scan_project() {
	project_is_scanned = true;
	LocalVector<UIDFiles::Entry> entries;
	UIDFiles::scan_project(entries);
	for (const UIDFiles::Entry &entry : entries) {
		const String *known = paths.getptr(entry.uid);
		if (!known || !FileAccess::exists(*known)) {
			note(entry.uid, entry.path);
		}
	}
}

void ResourceUID::forget_project() {
	const MutexLock lock(mutex);
	paths.clear();
	ids.clear();
	cache_is_read = false;
	project_is_scanned = false;
}

String ResourceUID::find_path(ID p_id) {
	if (p_id == INVALID_ID) {
		return String();
	}
	const MutexLock lock(mutex);
	if (!paths.has(p_id) && !cache_is_read) {
		read_cache();
	}
	const String *path = paths.getptr(p_id);
	const bool is_lost = path && path->begins_with("res://") && !FileAccess::exists(*path);
	if ((!path || is_lost) && !project_is_scanned) {
		scan_project();
		path = paths.getptr(p_id);
	}
	return path ? *path : String();
}

ResourceUID::ID ResourceUID::find_id(const String &p_path) const {
	const MutexLock lock(mutex);
	const ID *id = ids.getptr(p_path);
	return id ? *id : ID(INVALID_ID);
}

String ResourceUID::find_file(const String &p_uid, const String &p_path) {
	const ID id = text_to_id(p_uid);
	if (id == INVALID_ID) {
		return p_path;
	}
	const MutexLock lock(mutex);
	if (!paths.has(id) && FileAccess::exists(p_path)) {
		note(id, p_path);
		return p_path;
	}
	const String path = find_path(id);
	return path.is_empty() ? p_path : path;
}

bool ResourceUID::has_id(ID p_id) const {
	return !const_cast<ResourceUID *>(this)->find_path(p_id).is_empty();
}

void ResourceUID::add_id(ID p_id, const String &p_path) {
	const MutexLock lock(mutex);
	ERR_FAIL_COND_MSG(paths.has(p_id), "The UID " + id_to_text(p_id) + " is already in use by '" + paths[p_id] + "'.");
	note(p_id, p_path);
}

void ResourceUID::set_id(ID p_id, const String &p_path) {
	const MutexLock lock(mutex);
	ERR_FAIL_COND_MSG(!paths.has(p_id), "The UID " + id_to_text(p_id) + " is unknown.");
	note(p_id, p_path);
}

String ResourceUID::get_id_path(ID p_id) const {
	const String path = const_cast<ResourceUID *>(this)->find_path(p_id);
	ERR_FAIL_COND_V_MSG(path.is_empty(), String(), "The UID " + id_to_text(p_id) + " is unknown: no file of the project has it.");
	return path;
}

void ResourceUID::remove_id(ID p_id) {
	const MutexLock lock(mutex);
	ERR_FAIL_COND_MSG(!paths.has(p_id), "The UID " + id_to_text(p_id) + " is unknown.");
	drop(p_id);
}

String ResourceUID::uid_to_path(const String &p_uid) {
	return singleton->get_id_path(singleton->text_to_id(p_uid));
}

String ResourceUID::path_to_uid(const String &p_path) {
	ID id = singleton->find_id(p_path);
	if (id == INVALID_ID) {
		id = UIDFiles::read_uid_of(p_path);
	}
	return id == INVALID_ID ? p_path : singleton->id_to_text(id);
}

String ResourceUID::ensure_path(const String &p_path_or_uid) {
	return p_path_or_uid.begins_with(PREFIX) ? uid_to_path(p_path_or_uid) : p_path_or_uid;
}

void ResourceUID::_bind_methods() {
	ClassDB::bind_method(D_METHOD("id_to_text", "id"), &ResourceUID::id_to_text);
	ClassDB::bind_method(D_METHOD("text_to_id", "text_id"), &ResourceUID::text_to_id);
	ClassDB::bind_method(D_METHOD("create_id"), &ResourceUID::create_id);
	ClassDB::bind_method(D_METHOD("create_id_for_path", "path"), &ResourceUID::create_id_for_path);
	ClassDB::bind_method(D_METHOD("has_id", "id"), &ResourceUID::has_id);
	ClassDB::bind_method(D_METHOD("add_id", "id", "path"), &ResourceUID::add_id);
	ClassDB::bind_method(D_METHOD("set_id", "id", "path"), &ResourceUID::set_id);
	ClassDB::bind_method(D_METHOD("get_id_path", "id"), &ResourceUID::get_id_path);
	ClassDB::bind_method(D_METHOD("remove_id", "id"), &ResourceUID::remove_id);
	ClassDB::bind_static_method("ResourceUID", D_METHOD("uid_to_path", "uid"), &ResourceUID::uid_to_path);
	ClassDB::bind_static_method("ResourceUID", D_METHOD("path_to_uid", "path"), &ResourceUID::path_to_uid);
	ClassDB::bind_static_method("ResourceUID", D_METHOD("ensure_path", "path_or_uid"), &ResourceUID::ensure_path);
	BIND_CONSTANT(INVALID_ID);
}
