// FileAccess: opening files, and questions about files that are not open.
#include "core/io/file_access.h"

#include "core/io/compression.h"
#include "core/io/file_access_memory.h"
#include "core/io/file_system.h"
#include "core/io/pack/pack_index.h"
#include "core/io/path_mapping.h"
#include "core/os/os.h"

FileAccess *(*FileAccess::_create_plain)() = nullptr;
thread_local Error FileAccess::last_open_error = OK;
bool FileAccess::backup_save = false;

static void report(Error *r_error, Error p_error) {
	if (r_error) {
		*r_error = p_error;
	}
}

// Not open yet; null for the empty path.
Ref<FileAccess> FileAccess::_make_plain(const String &p_path) {
	Ref<FileAccess> file;
	if (p_path.is_empty() || !_create_plain) {
		return file;
	}
	file = Ref<FileAccess>(_create_plain());
	file->path = p_path;
	file->absolute_path = map_to_system_path(p_path);
	if (file->absolute_path.is_relative_path()) {
		file->absolute_path = OS::get_singleton()->get_working_dir().path_join(file->absolute_path);
	}
	return file;
}

Ref<FileAccess> FileAccess::open(const String &p_path, int p_mode_flags, Error *r_error) {
	Ref<FileAccess> packed;
	Error error = OK;
	if (p_mode_flags == READ && PackIndex::open(p_path, packed, error)) {
		report(r_error, error);
		return packed;
	}
	const Ref<FileAccess> file = _make_plain(p_path);
	error = file.is_valid() ? file->_open_plain(file->absolute_path, p_mode_flags) : ERR_FILE_NOT_FOUND;
	report(r_error, error);
	return error == OK ? file : Ref<FileAccess>();
}

Ref<FileAccess> FileAccess::open_replacement(const String &p_path, Error *r_error) {
	const Ref<FileAccess> file = _make_plain(p_path);
	const Error error = file.is_valid() ? file->_open_replacement(file->absolute_path) : ERR_FILE_NOT_FOUND;
	report(r_error, error);
	return error == OK ? file : Ref<FileAccess>();
}

Error FileAccess::save_bytes(const String &p_path, Span<uint8_t> p_bytes) {
	Error error = OK;
	const Ref<FileAccess> file = open_replacement(p_path, &error);
	if (file.is_null()) {
		return error;
	}
	return file->store_buffer(p_bytes.ptr(), p_bytes.size()) ? file->commit() : ERR_FILE_CANT_WRITE;
}

Error FileAccess::save_text(const String &p_path, const String &p_text) {
	const CharString bytes = p_text.utf8();
	return save_bytes(p_path, Span<uint8_t>(reinterpret_cast<const uint8_t *>(bytes.get_data()), uint64_t(bytes.length())));
}

Ref<FileAccess> FileAccess::open_compressed(const String &p_path, int p_mode_flags, CompressionMode p_mode, Error *r_error) {
	Error error = OK;
	Ref<FileAccess> file = FileAccessMemory::open_compressed(p_path, p_mode_flags, Compression::Mode(p_mode), error);
	report(r_error, error);
	return file;
}

Ref<FileAccess> FileAccess::create_temp(int p_mode_flags, const String &p_prefix, const String &p_extension, bool p_keep, Error *r_error) {
	static constexpr int MAX_ATTEMPTS = 16;
	report(r_error, ERR_INVALID_PARAMETER);
	ERR_FAIL_COND_V_MSG(!p_prefix.is_empty() && !p_prefix.is_valid_filename(), Ref<FileAccess>(), "The prefix \"" + p_prefix + "\" of a temporary file cannot be part of a file name.");
	ERR_FAIL_COND_V_MSG(!p_extension.is_empty() && !p_extension.is_valid_filename(), Ref<FileAccess>(), "The extension \"" + p_extension + "\" of a temporary file cannot be part of a file name.");
	const String folder = OS::get_singleton()->get_temp_dir();
	for (int i = 0; i < MAX_ATTEMPTS; i++) {
		uint8_t random[8] = {};
		ERR_FAIL_COND_V_MSG(OS::get_singleton()->get_entropy(random, sizeof(random)) != OK, Ref<FileAccess>(), "There are no random numbers to name a temporary file by.");
		String name = (p_prefix.is_empty() ? String("estragon") : p_prefix) + "-" + String::hex_encode_buffer(random, sizeof(random));
		if (!p_extension.is_empty()) {
			name += "." + p_extension.trim_prefix(".");
		}
		const String file_path = folder.path_join(name);
		const Error made = FileSystem::make_private_file(file_path);
		if (made == ERR_ALREADY_EXISTS) {
			continue;
		}
		if (made != OK) {
			report(r_error, made);
			return Ref<FileAccess>();
		}
		Ref<FileAccess> file = open(file_path, p_mode_flags, r_error);
		if (file.is_valid()) {
			file->remove_on_close = !p_keep;
		} else {
			FileSystem::remove(file_path);
		}
		return file;
	}
	report(r_error, ERR_CANT_CREATE);
	return Ref<FileAccess>();
}

void FileAccess::_remove_if_temporary() {
	if (remove_on_close) {
		remove_on_close = false;
		FileSystem::remove(absolute_path);
	}
}

// p_expected is what get_length() said; files like those of /proc say 0 and have more.
Vector<uint8_t> FileAccess::_get_rest(uint64_t p_expected) const {
	Vector<uint8_t> bytes;
	if (bytes.resize_uninitialized(int64_t(p_expected)) != OK) {
		return Vector<uint8_t>();
	}
	bytes.resize(int64_t(get_buffer(bytes.ptrw(), p_expected)));
	if (p_expected > 0) {
		return bytes;
	}
	uint8_t chunk[4096];
	uint64_t count;
	while ((count = get_buffer(chunk, sizeof(chunk))) > 0) {
		bytes.append_span(Span<uint8_t>(chunk, count));
		ERR_FAIL_COND_V_MSG(bytes.size() > MAX_UNSIZED_BYTES, Vector<uint8_t>(), _endless_message());
	}
	return bytes;
}

String FileAccess::_endless_message() const {
	return "The file " + path + " has no length, and no end within " + itos(MAX_UNSIZED_BYTES >> 20) + " MiB. Read it in pieces, with get_buffer().";
}

Vector<uint8_t> FileAccess::get_file_as_bytes(const String &p_path, Error *r_error) {
	const Ref<FileAccess> file = open(p_path, READ, r_error);
	if (file.is_null()) {
		return Vector<uint8_t>();
	}
	const uint64_t length = file->get_length();
	const Vector<uint8_t> bytes = file->_get_rest(length);
	if (r_error && file->get_error() != ERR_FILE_EOF) {
		*r_error = length == 0 && !file->eof_reached() ? ERR_FILE_CANT_READ : file->get_error();
	}
	return bytes;
}

String FileAccess::get_file_as_string(const String &p_path, Error *r_error) {
	const Vector<uint8_t> bytes = get_file_as_bytes(p_path, r_error);
	return String::utf8(reinterpret_cast<const char *>(bytes.ptr()), bytes.size());
}

bool FileAccess::exists(const String &p_path) {
	if (p_path.is_empty() || PackIndex::has_file(p_path)) {
		return !p_path.is_empty();
	}
	const FileSystem::EntryKind kind = FileSystem::get_kind(map_to_system_path(p_path));
	return kind == FileSystem::KIND_FILE || kind == FileSystem::KIND_OTHER;
}

uint64_t FileAccess::get_modified_time(const String &p_path) {
	FileSystem::Info info;
	return FileSystem::get_info(map_to_system_path(p_path), info) ? info.modified_time : 0;
}

uint64_t FileAccess::get_access_time(const String &p_path) {
	FileSystem::Info info;
	return FileSystem::get_info(map_to_system_path(p_path), info) ? info.access_time : 0;
}

int64_t FileAccess::get_size(const String &p_path) {
	const int64_t packed = PackIndex::get_size(p_path);
	if (packed >= 0) {
		return packed;
	}
	FileSystem::Info info;
	return FileSystem::get_info(map_to_system_path(p_path), info) ? info.size : -1;
}
