// FileAccess over bytes in memory: the compressed files ("GCPF") are read into it whole, and written from it at close().
#pragma once

#include "core/io/compression.h"
#include "core/io/file_access.h"

// Also what encrypted files (file_access_encrypted.h) stand on.
class FileAccessMemory : public FileAccess {
public:
	// null and r_error when the file cannot be opened, is not compressed (ERR_FILE_UNRECOGNIZED) or is broken (ERR_FILE_CORRUPT).
	// Reading and writing one compressed file at a time is not possible: ERR_UNAVAILABLE.
	static Ref<FileAccess> open_compressed(const String &p_path, int p_mode_flags, Compression::Mode p_mode, Error &r_error);

	// All of a compressed file whose first four letters are p_magic. Errors as above.
	static Error read_compressed(const String &p_path, const char *p_magic, Vector<uint8_t> &r_content);

	// The reverse; empty when p_mode cannot be written.
	static Vector<uint8_t> pack(const Vector<uint8_t> &p_content, const char *p_magic, Compression::Mode p_mode);

	// Reads p_content.
	static Ref<FileAccess> open_content(const String &p_path, const Vector<uint8_t> &p_content);

	void close() override;
	Error commit() override;
	bool is_open() const override { return opened; }
	void seek(uint64_t p_position) override;
	void seek_end(int64_t p_position) override;
	uint64_t get_position() const override { return position; }
	uint64_t get_length() const override { return uint64_t(data.size()); }
	bool eof_reached() const override { return is_content && last_error == ERR_FILE_EOF; } // Never for compressed files: so does the stock engine.
	Error get_error() const override { return last_error; }
	uint64_t get_buffer(uint8_t *r_into, uint64_t p_length) const override;
	bool store_buffer(const uint8_t *p_data, uint64_t p_length) override;
	Error resize(int64_t p_length) override;
	void flush() override {}

	~FileAccessMemory() override;

protected:
	Error _open_plain(const String &, int) override { return ERR_UNAVAILABLE; }
	Error _open_replacement(const String &) override { return ERR_UNAVAILABLE; }
	void _begin(const String &p_path, const FileAccess &p_plain); // It is open now, in place of p_plain.
	virtual bool _write_to(FileAccess &p_to) const; // All of data, in the file's format.

	Vector<uint8_t> data;
	Ref<FileAccess> target; // Where close() writes; null while reading.
	mutable Error last_error = OK;

private:
	Error _read_compressed(FileAccess &p_from, const char *p_magic);

	Compression::Mode mode = Compression::MODE_FASTLZ;
	mutable uint64_t position = 0;
	bool opened = false;
	bool is_content = false; // Of open_content().
};
