// FileAccess: a file, read and written as bytes, numbers, text, CSV or Variants. res:// is the project, user:// the user's data.
#pragma once

#include "core/object/ref_counted.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"
#include "core/variant/variant.h"

// Abstract: platform/ supplies the plain file, file_access_memory.h one in memory (compressed files). The file is closed when the last reference goes.
// Reading past the end gives zeros and raises eof_reached(); errors of the device are kept in get_error().
class FileAccess : public RefCounted {
	GDCLASS(FileAccess, RefCounted);

public:
	enum ModeFlags : int {
		READ = 1,
		WRITE = 2, // Truncates.
		READ_WRITE = 3, // The file must exist.
		WRITE_READ = 7, // Truncates or creates.
	};
	enum CompressionMode : int {
		COMPRESSION_FASTLZ,
		COMPRESSION_DEFLATE,
		COMPRESSION_ZSTD,
		COMPRESSION_GZIP,
		COMPRESSION_BROTLI,
	};
	enum UnixPermissionFlags : int {
		UNIX_EXECUTE_OTHER = 0x001,
		UNIX_WRITE_OTHER = 0x002,
		UNIX_READ_OTHER = 0x004,
		UNIX_EXECUTE_GROUP = 0x008,
		UNIX_WRITE_GROUP = 0x010,
		UNIX_READ_GROUP = 0x020,
		UNIX_EXECUTE_OWNER = 0x040,
		UNIX_WRITE_OWNER = 0x080,
		UNIX_READ_OWNER = 0x100,
		UNIX_RESTRICTED_DELETE = 0x200,
		UNIX_SET_GROUP_ID = 0x400,
		UNIX_SET_USER_ID = 0x800,
	};

	// null when it cannot be opened: r_error says why (ERR_FILE_NOT_FOUND, ERR_FILE_CANT_OPEN, ERR_FILE_NO_PERMISSION, ...).
	// Nothing is printed.
	static Ref<FileAccess> open(const String &p_path, int p_mode_flags, Error *r_error = nullptr);
	static Ref<FileAccess> open_compressed(const String &p_path, int p_mode_flags, CompressionMode p_mode, Error *r_error = nullptr);
	// For saving: what is written stands beside the file until commit() puts it into its place; closed or dropped without commit(), nothing
	// has happened. Links are followed, mode and owner are kept; devices and pipes are written directly.
	static Ref<FileAccess> open_replacement(const String &p_path, Error *r_error = nullptr);
	// The whole contents at once. The old file stays as it was, and no other is left behind, when this is not OK. Nothing is printed.
	static Error save_bytes(const String &p_path, Span<uint8_t> p_bytes);
	static Error save_text(const String &p_path, const String &p_text); // As UTF-8.
	// Exclusively ours, readable by nobody else.
	static Ref<FileAccess> create_temp(int p_mode_flags, const String &p_prefix = String(), const String &p_extension = String(), bool p_keep = false, Error *r_error = nullptr);
	static Vector<uint8_t> get_file_as_bytes(const String &p_path, Error *r_error = nullptr);
	static String get_file_as_string(const String &p_path, Error *r_error = nullptr); // UTF-8; a byte order mark is dropped.
	static bool exists(const String &p_path);
	static uint64_t get_modified_time(const String &p_path); // Unix seconds; 0 when there is no such file.
	static uint64_t get_access_time(const String &p_path);
	static int64_t get_size(const String &p_path); // -1 when there is no such file.
	static String get_md5(const String &p_path);
	static String get_sha256(const String &p_path);
	// On: what open() truncates is written beside the file and takes its place when it is closed without an error.
	static void set_backup_save(bool p_enable) { backup_save = p_enable; }
	static bool is_backup_save_enabled() { return backup_save; }

	virtual void close() = 0;
	// Closes; the first error of all that was done to the file, where writing it failed.
	virtual Error commit() = 0;
	virtual bool is_open() const = 0;
	String get_path() const { return path; } // As given to open().
	String get_path_absolute() const { return absolute_path; }
	virtual void seek(uint64_t p_position) = 0;
	virtual void seek_end(int64_t p_position = 0) = 0; // Relative to the end.
	virtual uint64_t get_position() const = 0;
	virtual uint64_t get_length() const = 0;
	virtual bool eof_reached() const = 0;
	virtual Error get_error() const = 0; // The first one, also of flush() and close(); ERR_FILE_EOF gives way to others.
	virtual uint64_t get_buffer(uint8_t *r_into, uint64_t p_length) const = 0; // How many bytes were read.
	virtual bool store_buffer(const uint8_t *p_data, uint64_t p_length) = 0;
	virtual Error resize(int64_t p_length) = 0;
	virtual void flush() = 0;

	void set_big_endian(bool p_enable) { big_endian = p_enable; }
	bool is_big_endian() const { return big_endian; }

	uint8_t get_8() const;
	uint16_t get_16() const;
	uint32_t get_32() const;
	uint64_t get_64() const;
	float get_half() const;
	float get_float() const;
	double get_double() const;
	real_t get_real() const { return get_float(); }
	Vector<uint8_t> get_buffer(int64_t p_length) const;
	String get_line() const; // Without its end ("\n" or "\r\n").
	Vector<String> get_csv_line(const String &p_delim = ",") const;
	String get_as_utf8_string() const; // The whole file, wherever the position is; the position is kept.
	String get_pascal_string();
	Variant get_var(bool p_allow_objects = false) const;

	bool store_8(uint8_t p_value) { return store_buffer(&p_value, 1); }
	bool store_16(uint16_t p_value);
	bool store_32(uint32_t p_value);
	bool store_64(uint64_t p_value);
	bool store_half(float p_value);
	bool store_float(float p_value);
	bool store_double(double p_value);
	bool store_real(real_t p_value) { return store_float(p_value); }
	bool store_buffer(const Vector<uint8_t> &p_data);
	bool store_string(const String &p_string);
	bool store_line(const String &p_line);
	bool store_csv_line(const Vector<String> &p_values, const String &p_delim = ",");
	bool store_pascal_string(const String &p_string);
	bool store_var(const Variant &p_value, bool p_full_objects = false);

protected:
	static void _bind_methods();
	void let_go() override { close(); }

	// p_path is absolute. Set by the platform; makes the object of a plain file.
	static FileAccess *(*_create_plain)();
	virtual Error _open_plain(const String &p_absolute_path, int p_mode_flags) = 0;
	virtual Error _open_replacement(const String &p_absolute_path) = 0;
	void _remove_if_temporary(); // For close().

	String path;
	String absolute_path;

private:
	template <typename T>
	T _get_number() const;
	template <typename T>
	bool _store_number(T p_value);
	// How much is read of a device or pipe where all of it is asked for: some never end.
	static constexpr int64_t MAX_UNSIZED_BYTES = 64 * 1024 * 1024;
	String _endless_message() const;
	static Ref<FileAccess> _make_plain(const String &p_path);
	String _read_line(bool &r_more) const;
	String _read_csv_text() const;
	Vector<uint8_t> _get_rest(uint64_t p_expected) const;
	static Ref<FileAccess> _open(const String &p_path, ModeFlags p_mode_flags);
	static Ref<FileAccess> _open_compressed(const String &p_path, ModeFlags p_mode_flags, CompressionMode p_mode);
	static Ref<FileAccess> _open_encrypted(const String &p_path, ModeFlags p_mode_flags, const Vector<uint8_t> &p_key, const Vector<uint8_t> &p_iv);
	static Ref<FileAccess> _open_encrypted_with_pass(const String &p_path, ModeFlags p_mode_flags, const String &p_pass);
	static Ref<FileAccess> _create_temp(ModeFlags p_mode_flags, const String &p_prefix, const String &p_extension, bool p_keep);
	static Error _get_open_error() { return last_open_error; }
	static Vector<uint8_t> _get_file_as_bytes(const String &p_path);
	static String _get_file_as_string(const String &p_path);
	static void _bind_static_methods();
	static void _bind_value_methods();
	static void _bind_attribute_methods();
	static void _bind_constants();

	bool big_endian = false;
	bool remove_on_close = false;

	static thread_local Error last_open_error;
	static bool backup_save;
};

VARIANT_ENUM_CAST(FileAccess::ModeFlags);
VARIANT_ENUM_CAST(FileAccess::CompressionMode);
VARIANT_BITFIELD_CAST(FileAccess::UnixPermissionFlags);
