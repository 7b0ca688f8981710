// ZIPReader and ZIPPacker: ZIP archives for scripts.
#pragma once

#include "core/io/pack/zip_archive.h"

class ZIPReader : public RefCounted {
	GDCLASS(ZIPReader, RefCounted);

public:
	Error open(const String &p_path);
	Error close();
	Vector<String> get_files() const;
	Vector<uint8_t> read_file(const String &p_path, bool p_case_sensitive = true) const; // Empty, with an error printed, when it cannot be read.
	bool file_exists(const String &p_path, bool p_case_sensitive = true) const;
	int get_compression_level(const String &p_path, bool p_case_sensitive = true) const;

protected:
	static void _bind_methods();
	void let_go() override { zip.close(); }

private:
	ZipInput zip;
};

class ZIPPacker : public RefCounted {
	GDCLASS(ZIPPacker, RefCounted);

public:
	enum ZipAppend : int {
		APPEND_CREATE = ZipOutput::APPEND_CREATE,
		APPEND_CREATEAFTER = ZipOutput::APPEND_CREATEAFTER,
		APPEND_ADDINZIP = ZipOutput::APPEND_ADDINZIP,
	};
	enum CompressionLevel : int {
		COMPRESSION_DEFAULT = -1,
		COMPRESSION_NONE = 0,
		COMPRESSION_FAST = 1,
		COMPRESSION_BEST = 9,
	};

	Error open(const String &p_path, ZipAppend p_append = APPEND_CREATE);
	Error start_file(const String &p_path);
	Error write_file(const Vector<uint8_t> &p_data);
	Error close_file();
	Error close();
	void set_compression_level(int p_level); // Of files that are started afterwards.
	int get_compression_level() const { return compression_level; }

protected:
	static void _bind_methods();
	void let_go() override { zip.close(); }

private:
	ZipOutput zip;
	int compression_level = COMPRESSION_DEFAULT;
};

VARIANT_ENUM_CAST(ZIPPacker::ZipAppend);
VARIANT_ENUM_CAST(ZIPPacker::CompressionLevel);
