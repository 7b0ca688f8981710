// FileAccess over the C library's buffered files.
#pragma once

#include "core/io/file_access.h"
#include "platform/unix/file_replacement.h"

#include <cstdio>

class FileAccessUnix final : public FileAccess {
public:
	static void make_default(); // Makes FileAccess::open() use this class.

	void close() override;
	Error commit() override;
	bool is_open() const override { return file != nullptr; }
	void seek(uint64_t p_position) override;
	void seek_end(int64_t p_position) override;
	uint64_t get_position() const override;
	uint64_t get_length() const override;
	bool eof_reached() const override { return at_end; }
	Error get_error() const override { return last_error; }
	uint64_t get_buffer(uint8_t *r_into, uint64_t p_length) const override;
	bool store_buffer(const uint8_t *p_data, uint64_t p_length) override;
	Error resize(int64_t p_length) override;
	void flush() override;

	~FileAccessUnix() override;

protected:
	Error _open_plain(const String &p_absolute_path, int p_mode_flags) override;
	Error _open_replacement(const String &p_absolute_path) override;

private:
	enum LastOperation : uint8_t {
		DID_NOTHING,
		DID_READ,
		DID_WRITE,
	};

	// The C library wants a seek between reading and writing one file.
	void _turn_to(LastOperation p_operation) const;

	bool _has_failed() const { return last_error != OK && last_error != ERR_FILE_EOF; }
	void _note_error(Error p_error) const;
	Error _begin_replacement(const String &p_absolute_path);

	FILE *file = nullptr;
	FileReplacement replacement; // Not begun when it writes in place.
	bool is_whole = true; // Whether close() may put the replacement into its place.
	bool reports_loss = true; // Somebody has to say it, where nobody asks commit().
	mutable Error last_error = OK;
	mutable LastOperation last_operation = DID_NOTHING;
	mutable bool at_end = false;
};
