// FileAccess over the C library's buffered files: see the header.
#include "platform/unix/file_access_unix.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

static FileAccess *create_file() {
	return memnew(FileAccessUnix);
}

void FileAccessUnix::make_default() {
	_create_plain = &create_file;
}

static const char *c_mode_of(int p_mode_flags) {
	switch (p_mode_flags) {
		case FileAccess::READ:
			return "rbe"; // e: child processes do not inherit it.
		case FileAccess::WRITE:
			return "wbe";
		case FileAccess::READ_WRITE:
			return "rb+e";
		case FileAccess::WRITE_READ:
			return "wb+e";
		default:
			return nullptr;
	}
}

Error FileAccessUnix::_open_plain(const String &p_absolute_path, int p_mode_flags) {
	const char *mode = c_mode_of(p_mode_flags);
	if (!mode) {
		return ERR_INVALID_PARAMETER;
	}
	struct stat info = {};
	const CharString path_text = p_absolute_path.utf8();
	const bool exists = ::stat(path_text.get_data(), &info) == 0;
	if (exists && S_ISDIR(info.st_mode)) {
		return ERR_FILE_CANT_OPEN;
	}
	if (is_backup_save_enabled() && p_mode_flags == WRITE) {
		return _begin_replacement(p_absolute_path);
	}
	file = ::fopen(path_text.get_data(), mode);
	if (!file) {
		return errno == ENOENT ? ERR_FILE_NOT_FOUND : ERR_FILE_CANT_OPEN;
	}
	return OK;
}

Error FileAccessUnix::_open_replacement(const String &p_absolute_path) {
	is_whole = false;
	reports_loss = false;
	return _begin_replacement(p_absolute_path);
}

Error FileAccessUnix::_begin_replacement(const String &p_absolute_path) {
	int descriptor = -1;
	const Error error = replacement.begin(p_absolute_path, descriptor);
	if (error != OK) {
		return error;
	}
	file = ::fdopen(descriptor, "wb");
	if (!file) {
		::close(descriptor);
		replacement.discard();
		return ERR_FILE_CANT_OPEN;
	}
	return OK;
}

// Writing errors stay; that the end was reached once is nothing beside them.
void FileAccessUnix::_note_error(Error p_error) const {
	if (!_has_failed()) {
		last_error = p_error;
	}
}

Error FileAccessUnix::commit() {
	ERR_FAIL_NULL_V_MSG(file, ERR_UNCONFIGURED, "The file is closed.");
	is_whole = true;
	close();
	return _has_failed() ? last_error : OK;
}

void FileAccessUnix::close() {
	if (!file) {
		return;
	}
	const bool had_failed = _has_failed();
	if (::fflush(file) != 0) {
		_note_error(ERR_FILE_CANT_WRITE);
	}
	if (replacement.is_begun() && is_whole && !_has_failed() && replacement.commit(::fileno(file)) != OK) {
		_note_error(ERR_FILE_CANT_WRITE);
	}
	replacement.discard();
	if (::fclose(file) != 0) {
		_note_error(ERR_FILE_CANT_WRITE);
	}
	file = nullptr;
	if (reports_loss && !had_failed && _has_failed()) {
		ERR_PRINT("The file " + get_path() + " could not be written completely. Is the disk full?");
	}
	_remove_if_temporary();
}

void FileAccessUnix::_turn_to(LastOperation p_operation) const {
	if (last_operation != DID_NOTHING && last_operation != p_operation) {
		if (::fseeko(file, 0, SEEK_CUR) != 0) {
			_note_error(last_operation == DID_WRITE ? ERR_FILE_CANT_WRITE : ERR_FILE_CANT_READ);
		}
	}
	last_operation = p_operation;
}

void FileAccessUnix::seek(uint64_t p_position) {
	ERR_FAIL_NULL_MSG(file, "The file is closed.");
	at_end = false;
	_turn_to(DID_NOTHING);
	ERR_FAIL_COND_MSG(p_position > uint64_t(INT64_MAX) || ::fseeko(file, off_t(p_position), SEEK_SET) != 0, "Cannot seek to that position in " + get_path() + ".");
}

void FileAccessUnix::seek_end(int64_t p_position) {
	ERR_FAIL_NULL_MSG(file, "The file is closed.");
	at_end = false;
	_turn_to(DID_NOTHING);
	ERR_FAIL_COND_MSG(::fseeko(file, off_t(p_position), SEEK_END) != 0, "Cannot seek to that position in " + get_path() + ".");
}

uint64_t FileAccessUnix::get_position() const {
	ERR_FAIL_NULL_V_MSG(file, 0, "The file is closed.");
	const off_t position = ::ftello(file);
	return position < 0 ? 0 : uint64_t(position);
}

uint64_t FileAccessUnix::get_length() const {
	ERR_FAIL_NULL_V_MSG(file, 0, "The file is closed.");
	if (last_operation == DID_WRITE && ::fflush(file) != 0) {
		_note_error(ERR_FILE_CANT_WRITE);
	}
	struct stat info = {};
	return ::fstat(::fileno(file), &info) == 0 ? uint64_t(info.st_size) : 0;
}

uint64_t FileAccessUnix::get_buffer(uint8_t *r_into, uint64_t p_length) const {
	ERR_FAIL_NULL_V_MSG(file, 0, "The file is closed.");
	if (p_length == 0) {
		return 0;
	}
	_turn_to(DID_READ);
	const uint64_t count = ::fread(r_into, 1, size_t(p_length), file);
	if (count < p_length) {
		at_end = true;
		_note_error(::ferror(file) ? ERR_FILE_CANT_READ : ERR_FILE_EOF);
		::clearerr(file); // A growing file can be read on.
	}
	return count;
}

bool FileAccessUnix::store_buffer(const uint8_t *p_data, uint64_t p_length) {
	ERR_FAIL_NULL_V_MSG(file, false, "The file is closed.");
	if (p_length == 0) {
		return true;
	}
	_turn_to(DID_WRITE);
	if (::fwrite(p_data, 1, size_t(p_length), file) != p_length) {
		_note_error(ERR_FILE_CANT_WRITE);
		return false;
	}
	if (replacement.is_begun()) {
		replacement.note_written(::fileno(file), p_length);
	}
	return true;
}

Error FileAccessUnix::resize(int64_t p_length) {
	ERR_FAIL_NULL_V_MSG(file, FAILED, "The file is closed.");
	flush();
	if (p_length < 0 || ::ftruncate(::fileno(file), off_t(p_length)) != 0) {
		return FAILED;
	}
	return OK;
}

void FileAccessUnix::flush() {
	ERR_FAIL_NULL_MSG(file, "The file is closed.");
	if (::fflush(file) != 0) {
		_note_error(ERR_FILE_CANT_WRITE);
	}
}

FileAccessUnix::~FileAccessUnix() {
	close();
}
