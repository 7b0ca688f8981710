// Compressed files. Layout, all little endian: "GCPF", mode, block size, length of the content, the compressed size of each block
// (one more than whole blocks fit), the blocks, "GCPF".
#include "core/io/file_access_memory.h"

#include <cstring>

static const char MAGIC[4] = { 'G', 'C', 'P', 'F' };
static constexpr uint32_t WRITTEN_BLOCK_SIZE = 4096;
static constexpr uint32_t LARGEST_BLOCK_SIZE = 64 * 1024 * 1024; // A header that claims more is broken.

Ref<FileAccess> FileAccessMemory::open_compressed(const String &p_path, int p_mode_flags, Compression::Mode p_mode, Error &r_error) {
	const bool is_reading = p_mode_flags == READ;
	if (!is_reading && p_mode_flags != WRITE) {
		r_error = ERR_UNAVAILABLE;
		return Ref<FileAccess>();
	}
	if (!is_reading && !Compression::is_supported(p_mode)) {
		r_error = ERR_UNAVAILABLE;
		ERR_FAIL_V_MSG(Ref<FileAccess>(), "This build cannot compress in that format: use COMPRESSION_FASTLZ, COMPRESSION_DEFLATE or COMPRESSION_GZIP.");
	}
	const Ref<FileAccess> plain = FileAccess::open(p_path, p_mode_flags, &r_error);
	if (plain.is_null()) {
		return plain;
	}
	Ref<FileAccessMemory> file;
	file.instantiate();
	file->_begin(p_path, *plain.ptr());
	file->mode = p_mode;
	if (is_reading) {
		r_error = file->_read_compressed(*plain.ptr(), MAGIC);
	} else {
		file->target = plain;
	}
	return r_error == OK ? Ref<FileAccess>(file) : Ref<FileAccess>();
}

void FileAccessMemory::_begin(const String &p_path, const FileAccess &p_plain) {
	path = p_path;
	absolute_path = p_plain.get_path_absolute();
	opened = true;
}

Ref<FileAccess> FileAccessMemory::open_content(const String &p_path, const Vector<uint8_t> &p_content) {
	Ref<FileAccessMemory> file;
	file.instantiate();
	file->path = p_path;
	file->absolute_path = p_path;
	file->data = p_content;
	file->opened = true;
	file->is_content = true;
	return file;
}

Error FileAccessMemory::read_compressed(const String &p_path, const char *p_magic, Vector<uint8_t> &r_content) {
	Error error = OK;
	const Ref<FileAccess> plain = FileAccess::open(p_path, READ, &error);
	if (plain.is_null()) {
		return error;
	}
	Ref<FileAccessMemory> file;
	file.instantiate();
	error = file->_read_compressed(*plain.ptr(), p_magic);
	r_content = file->data;
	return error;
}

Error FileAccessMemory::_read_compressed(FileAccess &p_from, const char *p_magic) {
	char magic[4];
	if (p_from.get_buffer(reinterpret_cast<uint8_t *>(magic), 4) != 4 || memcmp(magic, p_magic, 4) != 0) {
		return ERR_FILE_UNRECOGNIZED;
	}
	const uint32_t stored_mode = p_from.get_32();
	const uint32_t block_size = p_from.get_32();
	const uint32_t length = p_from.get_32();
	if (stored_mode > Compression::MODE_BROTLI || block_size == 0 || block_size > LARGEST_BLOCK_SIZE) {
		return ERR_FILE_CORRUPT;
	}
	mode = Compression::Mode(stored_mode);
	if (!Compression::is_supported(mode)) {
		return ERR_UNAVAILABLE;
	}
	const uint64_t block_count = length / block_size + 1;
	if (block_count * 4 > p_from.get_length()) {
		return ERR_FILE_CORRUPT;
	}
	Vector<uint32_t> sizes;
	for (uint64_t i = 0; i < block_count; i++) {
		sizes.push_back(p_from.get_32());
	}
	for (uint64_t i = 0; i < block_count; i++) {
		const int64_t content = i + 1 < block_count ? block_size : length % block_size;
		const Vector<uint8_t> packed = p_from.FileAccess::get_buffer(int64_t(sizes[int64_t(i)]));
		if (content == 0) {
			continue;
		}
		const int64_t start = data.size();
		if (uint64_t(packed.size()) != uint64_t(sizes[int64_t(i)]) || data.resize_uninitialized(start + content) != OK) {
			return ERR_FILE_CORRUPT;
		}
		int64_t written = 0;
		if (Compression::decompress(data.ptrw() + start, content, packed.ptr(), packed.size(), mode, written) != OK || written != content) {
			return ERR_FILE_CORRUPT;
		}
	}
	return OK;
}

Vector<uint8_t> FileAccessMemory::pack(const Vector<uint8_t> &p_content, const char *p_magic, Compression::Mode p_mode) {
	Vector<uint8_t> file;
	const auto put_32 = [&file](uint32_t p_value) {
		for (int shift = 0; shift < 32; shift += 8) {
			file.push_back(uint8_t(p_value >> shift));
		}
	};
	const auto put_magic = [&file, p_magic]() {
		for (int i = 0; i < 4; i++) {
			file.push_back(uint8_t(p_magic[i]));
		}
	};
	put_magic();
	put_32(uint32_t(p_mode));
	put_32(WRITTEN_BLOCK_SIZE);
	put_32(uint32_t(p_content.size()));
	const int64_t block_count = p_content.size() / WRITTEN_BLOCK_SIZE + 1;
	Vector<uint8_t> blocks;
	for (int64_t i = 0; i < block_count; i++) {
		const int64_t start = i * WRITTEN_BLOCK_SIZE;
		Vector<uint8_t> packed;
		if (Compression::compress(p_content.ptr() + start, MIN(int64_t(WRITTEN_BLOCK_SIZE), p_content.size() - start), p_mode, packed) != OK) {
			return Vector<uint8_t>();
		}
		put_32(uint32_t(packed.size()));
		blocks.append_array(packed);
	}
	file.append_array(blocks);
	put_magic();
	return file;
}

bool FileAccessMemory::_write_to(FileAccess &p_to) const {
	const Vector<uint8_t> packed = pack(data, MAGIC, mode);
	return !packed.is_empty() && p_to.FileAccess::store_buffer(packed);
}

Error FileAccessMemory::commit() {
	ERR_FAIL_COND_V_MSG(!opened, ERR_UNCONFIGURED, "The file is closed.");
	close();
	return last_error == ERR_FILE_EOF ? OK : last_error;
}

void FileAccessMemory::close() {
	if (!opened) {
		return;
	}
	opened = false;
	if (target.is_valid()) {
		const bool written = _write_to(*target.ptr());
		if (target->commit() != OK || !written) {
			last_error = last_error == OK ? ERR_FILE_CANT_WRITE : last_error;
			ERR_PRINT("The file " + get_path() + " could not be written completely. Is the disk full?");
		}
	}
	target.unref();
	data.clear();
}

void FileAccessMemory::seek(uint64_t p_position) {
	ERR_FAIL_COND_MSG(!opened, "The file is closed.");
	ERR_FAIL_COND_MSG(p_position > uint64_t(data.size()), "Cannot seek beyond the end of the file " + get_path() + ".");
	position = p_position;
}

void FileAccessMemory::seek_end(int64_t p_position) {
	seek(uint64_t(data.size() + p_position));
}

uint64_t FileAccessMemory::get_buffer(uint8_t *r_into, uint64_t p_length) const {
	ERR_FAIL_COND_V_MSG(!opened || target.is_valid(), 0, "The file " + get_path() + " is not open for reading.");
	const uint64_t count = MIN(p_length, uint64_t(data.size()) - position);
	if (count > 0) {
		memcpy(r_into, data.ptr() + position, size_t(count));
	}
	position += count;
	if (count < p_length) {
		last_error = ERR_FILE_EOF;
	}
	return count;
}

bool FileAccessMemory::store_buffer(const uint8_t *p_data, uint64_t p_length) {
	ERR_FAIL_COND_V_MSG(!opened || target.is_null(), false, "The file " + get_path() + " is not open for writing.");
	if (p_length == 0) {
		return true;
	}
	const uint64_t end = position + p_length;
	if (end > uint64_t(data.size()) && (end > uint64_t(UINT32_MAX) || data.resize_uninitialized(int64_t(end)) != OK)) {
		last_error = ERR_FILE_CANT_WRITE; // The format has 32-bit lengths.
		return false;
	}
	memcpy(data.ptrw() + position, p_data, size_t(p_length));
	position = end;
	return true;
}

Error FileAccessMemory::resize(int64_t) {
	return ERR_UNAVAILABLE;
}

FileAccessMemory::~FileAccessMemory() {
	close();
}
