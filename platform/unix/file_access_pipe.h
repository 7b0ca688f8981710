// FileAccessPipe: the ends of another program's standard streams as a file.
#pragma once

#include "core/io/file_access.h"

// There is no position, and the length is what can be read at once. A read gives what is there, and waits only where nothing is (unless the
// descriptor does not block); fewer bytes than asked for are ERR_FILE_CANT_READ. Owns its descriptors. One thread at a time.
class FileAccessPipe : public FileAccess {
public:
	// Takes both; -1 is none. Writing to where there is none is refused.
	static Ref<FileAccess> make(int p_read_from, int p_write_to);

	void close() override;
	Error commit() override;
	bool is_open() const override { return read_from >= 0 || write_to >= 0; }
	void seek(uint64_t) override {}
	void seek_end(int64_t) override {}
	uint64_t get_position() const override { return 0; }
	uint64_t get_length() const override;
	bool eof_reached() const override { return false; } // Whether more comes nobody knows; a read that fails says so.
	Error get_error() const override { return last_error; }
	uint64_t get_buffer(uint8_t *r_into, uint64_t p_length) const override;
	bool store_buffer(const uint8_t *p_data, uint64_t p_length) override;
	Error resize(int64_t) override { return ERR_UNAVAILABLE; }
	void flush() override {}

	~FileAccessPipe() override;

protected:
	Error _open_plain(const String &, int) override { return ERR_UNAVAILABLE; }
	Error _open_replacement(const String &) override { return ERR_UNAVAILABLE; }

private:
	uint64_t take_waiting(uint8_t *r_into, uint64_t p_length) const;

	int read_from = -1;
	int write_to = -1;
	mutable Error last_error = OK;
	mutable uint8_t waiting[4096]; // What a read took beyond what was asked for: lines are asked for letter by letter.
	mutable uint32_t waiting_begin = 0;
	mutable uint32_t waiting_end = 0;
};
