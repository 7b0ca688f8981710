// ZIP archives, read and written through FileAccess; the work is minizip's.
#pragma once

#include "core/io/file_access.h"
#include "core/templates/hash_map.h"

// Reading. The names are read once; contents are unpacked whole. For one thread at a time.
class ZipInput {
public:
	// ERR_FILE_NOT_FOUND and the like; ERR_FILE_UNRECOGNIZED or ERR_FILE_CORRUPT for what is no archive.
	Error open(const String &p_path);
	Error open_file(const Ref<FileAccess> &p_file); // Open for reading; belongs to the archive until it is closed.
	bool is_open() const { return handle != nullptr; }
	void close();

	const Vector<String> &get_names() const { return names; } // In the archive's order; those of folders end in "/".
	bool has(const String &p_name, bool p_case_sensitive = true) const { return find(p_name, p_case_sensitive) >= 0; }
	// The size that the archive claims; -1 when there is no such file.
	int64_t get_size(const String &p_name) const;
	int get_compression_level(const String &p_name, bool p_case_sensitive) const; // As the archive tells: 1, 2, 6 or 9; -1: no such file.
	// ERR_FILE_NOT_FOUND; ERR_FILE_CORRUPT when the checksum is wrong or the data is broken. A file that unpacks to more than it claims is broken.
	Error read(const String &p_name, bool p_case_sensitive, Vector<uint8_t> &r_content) const;

	ZipInput() = default;
	~ZipInput() { close(); }
	ZipInput(const ZipInput &) = delete;
	void operator=(const ZipInput &) = delete;

private:
	struct Place { // In the archive's directory.
		uint64_t offset;
		uint64_t number;
		int64_t size;
		int level;
	};
	int64_t find(const String &p_name, bool p_case_sensitive) const;
	Error read_names();

	void *handle = nullptr;
	Ref<FileAccess> file;
	Vector<String> names;
	LocalVector<Place> places;
	HashMap<String, int64_t> by_name;
};

// Writing. What was added is in the archive once close() said OK.
class ZipOutput {
public:
	enum Append {
		APPEND_CREATE, // A new archive.
		APPEND_CREATEAFTER, // A new archive behind what is in the file.
		APPEND_ADDINZIP, // More files for the archive in the file.
	};

	Error open(const String &p_path, Append p_append);
	bool is_open() const { return handle != nullptr; }
	// p_level: 0 to 9, or -1 for the usual one. Finishes the file before.
	Error start_file(const String &p_name, int p_level);
	Error write(Span<uint8_t> p_bytes);
	Error finish_file();
	Error close();
	// Instead of close(): a new archive is not made, and what had its name stays.
	void abandon();

	ZipOutput() = default;
	~ZipOutput() { close(); }
	ZipOutput(const ZipOutput &) = delete;
	void operator=(const ZipOutput &) = delete;

private:
	void *handle = nullptr;
	Ref<FileAccess> file;
	bool in_file = false;
};
