// Reading a part of a file.
#include "core/io/pack/file_access_slice.h"

Ref<FileAccess> FileAccessSlice::create(const Ref<FileAccess> &p_whole, uint64_t p_begin, uint64_t p_length, const String &p_path) {
	Ref<FileAccessSlice> slice;
	slice.instantiate();
	slice->whole = p_whole;
	slice->begin = p_begin;
	slice->length = p_length;
	slice->path = p_path;
	slice->absolute_path = p_path;
	return slice;
}

Error FileAccessSlice::commit() {
	ERR_FAIL_COND_V_MSG(whole.is_null(), ERR_UNCONFIGURED, "The file is closed.");
	close();
	return error == ERR_FILE_EOF ? OK : error;
}

void FileAccessSlice::seek(uint64_t p_position) {
	ERR_FAIL_COND_MSG(whole.is_null(), "The file is closed.");
	position = MIN(p_position, length);
	error = p_position > length ? ERR_FILE_EOF : OK;
}

uint64_t FileAccessSlice::get_buffer(uint8_t *r_into, uint64_t p_length) const {
	ERR_FAIL_COND_V_MSG(whole.is_null(), 0, "The file is closed.");
	uint64_t count = MIN(p_length, length - position);
	if (count > 0) {
		const_cast<FileAccess *>(whole.ptr())->seek(begin + position);
		count = whole->get_buffer(r_into, count);
	}
	position += count;
	if (count < p_length) {
		error = position < length ? ERR_FILE_CANT_READ : ERR_FILE_EOF;
	}
	return count;
}

bool FileAccessSlice::store_buffer(const uint8_t *p_data, uint64_t p_length) {
	ERR_FAIL_V_MSG(false, "The file " + get_path() + " is in a pack, which cannot be written to. Save to user:// instead.");
}
