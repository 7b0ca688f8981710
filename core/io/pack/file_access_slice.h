// FileAccess over a part of a file, for reading.
#pragma once

#include "core/io/file_access.h"

class FileAccessSlice final : public FileAccess {
public:
	// p_whole is read at p_begin to p_begin + p_length and belongs to the slice from now on. p_path is what it is called.
	static Ref<FileAccess> create(const Ref<FileAccess> &p_whole, uint64_t p_begin, uint64_t p_length, const String &p_path);

	void close() override { whole.unref(); }
	Error commit() override;
	bool is_open() const override { return whole.is_valid(); }
	void seek(uint64_t p_position) override;
	void seek_end(int64_t p_position) override { seek(uint64_t(int64_t(length) + p_position)); }
	uint64_t get_position() const override { return position; }
	uint64_t get_length() const override { return length; }
	bool eof_reached() const override { return error == ERR_FILE_EOF; }
	Error get_error() const override { return error; }
	uint64_t get_buffer(uint8_t *r_into, uint64_t p_length) const override;
	bool store_buffer(const uint8_t *p_data, uint64_t p_length) override;
	Error resize(int64_t p_length) override { return ERR_UNAVAILABLE; }
	void flush() override {}

protected:
	Error _open_plain(const String &, int) override { return ERR_UNAVAILABLE; }
	Error _open_replacement(const String &) override { return ERR_UNAVAILABLE; }

private:
	Ref<FileAccess> whole;
	uint64_t begin = 0;
	uint64_t length = 0;
	mutable uint64_t position = 0;
	mutable Error error = OK;
};
