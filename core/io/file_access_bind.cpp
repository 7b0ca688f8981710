// FileAccess: what scripts see.
#include "core/io/file_access.h"
#include "core/io/file_access_encrypted.h"
#include "core/io/file_system.h"
#include "core/io/path_mapping.h"
#include "core/object/class_db.h"
#include "core/string/digest.h"

Ref<FileAccess> FileAccess::_open(const String &p_path, ModeFlags p_mode_flags) {
	last_open_error = OK;
	return open(p_path, p_mode_flags, &last_open_error);
}

Ref<FileAccess> FileAccess::_open_compressed(const String &p_path, ModeFlags p_mode_flags, CompressionMode p_mode) {
	last_open_error = OK;
	return open_compressed(p_path, p_mode_flags, p_mode, &last_open_error);
}

Ref<FileAccess> FileAccess::_open_encrypted(const String &p_path, ModeFlags p_mode_flags, const Vector<uint8_t> &p_key, const Vector<uint8_t> &p_iv) {
	last_open_error = OK;
	return FileAccessEncrypted::open(p_path, p_mode_flags, p_key, p_iv, last_open_error);
}

Ref<FileAccess> FileAccess::_open_encrypted_with_pass(const String &p_path, ModeFlags p_mode_flags, const String &p_pass) {
	last_open_error = OK;
	return FileAccessEncrypted::open(p_path, p_mode_flags, FileAccessEncrypted::make_key(p_pass), Vector<uint8_t>(), last_open_error);
}

Ref<FileAccess> FileAccess::_create_temp(ModeFlags p_mode_flags, const String &p_prefix, const String &p_extension, bool p_keep) {
	last_open_error = OK;
	return create_temp(p_mode_flags, p_prefix, p_extension, p_keep, &last_open_error);
}

Vector<uint8_t> FileAccess::_get_file_as_bytes(const String &p_path) {
	last_open_error = OK;
	return get_file_as_bytes(p_path, &last_open_error);
}

String FileAccess::_get_file_as_string(const String &p_path) {
	last_open_error = OK;
	return get_file_as_string(p_path, &last_open_error);
}

static String digest_of_file(const String &p_path, Digest::Algorithm p_algorithm) {
	const Ref<FileAccess> file = FileAccess::open(p_path, FileAccess::READ);
	if (file.is_null()) {
		return String();
	}
	Digest digest(p_algorithm);
	uint8_t chunk[32768];
	uint64_t count;
	while ((count = file->get_buffer(chunk, sizeof(chunk))) > 0) {
		digest.update(Span<uint8_t>(chunk, count));
	}
	uint8_t bytes[Digest::MAX_BYTES];
	digest.finish(bytes);
	return String::hex_encode_buffer(bytes, Digest::get_size(p_algorithm));
}

String FileAccess::get_md5(const String &p_path) {
	return digest_of_file(p_path, Digest::MD5);
}

String FileAccess::get_sha256(const String &p_path) {
	return digest_of_file(p_path, Digest::SHA256);
}

static BitField<FileAccess::UnixPermissionFlags> get_permissions(const String &p_file) {
	FileSystem::Info info;
	return FileSystem::get_info(map_to_system_path(p_file), info) ? int64_t(info.permissions) : 0;
}

static Error set_permissions(const String &p_file, BitField<FileAccess::UnixPermissionFlags> p_permissions) {
	return FileSystem::set_permissions(map_to_system_path(p_file), uint32_t(int64_t(p_permissions)));
}

// Those two attributes belong to other systems; a name that begins with a dot is not one.
static bool get_foreign_attribute(const String &) {
	return false;
}

static Error set_foreign_attribute(const String &, bool) {
	return ERR_UNAVAILABLE;
}

static Vector<uint8_t> get_attribute(const String &p_file, const String &p_name) {
	Vector<uint8_t> value;
	FileSystem::get_attribute(map_to_system_path(p_file), p_name, value);
	return value;
}

static String get_attribute_string(const String &p_file, const String &p_name) {
	const Vector<uint8_t> value = get_attribute(p_file, p_name);
	return String::utf8(reinterpret_cast<const char *>(value.ptr()), value.size());
}

static Error set_attribute(const String &p_file, const String &p_name, const Vector<uint8_t> &p_data) {
	return FileSystem::set_attribute(map_to_system_path(p_file), p_name, p_data);
}

static Error set_attribute_string(const String &p_file, const String &p_name, const String &p_data) {
	return set_attribute(p_file, p_name, p_data.to_utf8_buffer());
}

static Error remove_attribute(const String &p_file, const String &p_name) {
	return FileSystem::remove_attribute(map_to_system_path(p_file), p_name);
}

static Vector<String> list_attributes(const String &p_file) {
	return FileSystem::list_attributes(map_to_system_path(p_file));
}

void FileAccess::_bind_static_methods() {
	ClassDB::bind_static_method("FileAccess", D_METHOD("open", "path", "flags"), &FileAccess::_open);
	ClassDB::bind_static_method("FileAccess", D_METHOD("open_encrypted", "path", "mode_flags", "key", "iv"), &FileAccess::_open_encrypted, DEFVAL(Vector<uint8_t>()));
	ClassDB::bind_static_method("FileAccess", D_METHOD("open_encrypted_with_pass", "path", "mode_flags", "pass"), &FileAccess::_open_encrypted_with_pass);
	ClassDB::bind_static_method("FileAccess", D_METHOD("open_compressed", "path", "mode_flags", "compression_mode"), &FileAccess::_open_compressed, DEFVAL(0));
	ClassDB::bind_static_method("FileAccess", D_METHOD("get_open_error"), &FileAccess::_get_open_error);
	ClassDB::bind_static_method("FileAccess", D_METHOD("create_temp", "mode_flags", "prefix", "extension", "keep"), &FileAccess::_create_temp, DEFVAL(""), DEFVAL(""), DEFVAL(false));
	ClassDB::bind_static_method("FileAccess", D_METHOD("get_file_as_bytes", "path"), &FileAccess::_get_file_as_bytes);
	ClassDB::bind_static_method("FileAccess", D_METHOD("get_file_as_string", "path"), &FileAccess::_get_file_as_string);
	ClassDB::bind_static_method("FileAccess", D_METHOD("get_md5", "path"), &FileAccess::get_md5);
	ClassDB::bind_static_method("FileAccess", D_METHOD("get_sha256", "path"), &FileAccess::get_sha256);
	ClassDB::bind_static_method("FileAccess", D_METHOD("file_exists", "path"), &FileAccess::exists);
	ClassDB::bind_static_method("FileAccess", D_METHOD("get_modified_time", "file"), &FileAccess::get_modified_time);
	ClassDB::bind_static_method("FileAccess", D_METHOD("get_access_time", "file"), &FileAccess::get_access_time);
	ClassDB::bind_static_method("FileAccess", D_METHOD("get_size", "file"), &FileAccess::get_size);
}

void FileAccess::_bind_value_methods() {
	ClassDB::bind_method(D_METHOD("get_8"), &FileAccess::get_8);
	ClassDB::bind_method(D_METHOD("get_16"), &FileAccess::get_16);
	ClassDB::bind_method(D_METHOD("get_32"), &FileAccess::get_32);
	ClassDB::bind_method(D_METHOD("get_64"), &FileAccess::get_64);
	ClassDB::bind_method(D_METHOD("get_half"), &FileAccess::get_half);
	ClassDB::bind_method(D_METHOD("get_float"), &FileAccess::get_float);
	ClassDB::bind_method(D_METHOD("get_double"), &FileAccess::get_double);
	ClassDB::bind_method(D_METHOD("get_real"), &FileAccess::get_real);
	ClassDB::bind_method(D_METHOD("get_buffer", "length"), static_cast<Vector<uint8_t> (FileAccess::*)(int64_t) const>(&FileAccess::get_buffer));
	ClassDB::bind_method(D_METHOD("get_line"), &FileAccess::get_line);
	ClassDB::bind_method(D_METHOD("get_csv_line", "delim"), &FileAccess::get_csv_line, DEFVAL(","));
	ClassDB::bind_method(D_METHOD("get_as_text"), &FileAccess::get_as_utf8_string);
	ClassDB::bind_method(D_METHOD("get_var", "allow_objects"), &FileAccess::get_var, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_pascal_string"), &FileAccess::get_pascal_string);

	ClassDB::bind_method(D_METHOD("store_8", "value"), &FileAccess::store_8);
	ClassDB::bind_method(D_METHOD("store_16", "value"), &FileAccess::store_16);
	ClassDB::bind_method(D_METHOD("store_32", "value"), &FileAccess::store_32);
	ClassDB::bind_method(D_METHOD("store_64", "value"), &FileAccess::store_64);
	ClassDB::bind_method(D_METHOD("store_half", "value"), &FileAccess::store_half);
	ClassDB::bind_method(D_METHOD("store_float", "value"), &FileAccess::store_float);
	ClassDB::bind_method(D_METHOD("store_double", "value"), &FileAccess::store_double);
	ClassDB::bind_method(D_METHOD("store_real", "value"), &FileAccess::store_real);
	ClassDB::bind_method(D_METHOD("store_buffer", "buffer"), static_cast<bool (FileAccess::*)(const Vector<uint8_t> &)>(&FileAccess::store_buffer));
	ClassDB::bind_method(D_METHOD("store_line", "line"), &FileAccess::store_line);
	ClassDB::bind_method(D_METHOD("store_csv_line", "values", "delim"), &FileAccess::store_csv_line, DEFVAL(","));
	ClassDB::bind_method(D_METHOD("store_string", "string"), &FileAccess::store_string);
	ClassDB::bind_method(D_METHOD("store_var", "value", "full_objects"), &FileAccess::store_var, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("store_pascal_string", "string"), &FileAccess::store_pascal_string);
}

void FileAccess::_bind_attribute_methods() {
	ClassDB::bind_static_method("FileAccess", D_METHOD("get_unix_permissions", "file"), &get_permissions);
	ClassDB::bind_static_method("FileAccess", D_METHOD("set_unix_permissions", "file", "permissions"), &set_permissions);
	ClassDB::bind_static_method("FileAccess", D_METHOD("get_hidden_attribute", "file"), &get_foreign_attribute);
	ClassDB::bind_static_method("FileAccess", D_METHOD("set_hidden_attribute", "file", "hidden"), &set_foreign_attribute);
	ClassDB::bind_static_method("FileAccess", D_METHOD("set_read_only_attribute", "file", "ro"), &set_foreign_attribute);
	ClassDB::bind_static_method("FileAccess", D_METHOD("get_read_only_attribute", "file"), &get_foreign_attribute);
	ClassDB::bind_static_method("FileAccess", D_METHOD("get_extended_attribute", "file", "attribute_name"), &get_attribute);
	ClassDB::bind_static_method("FileAccess", D_METHOD("get_extended_attribute_string", "file", "attribute_name"), &get_attribute_string);
	ClassDB::bind_static_method("FileAccess", D_METHOD("set_extended_attribute", "file", "attribute_name", "data"), &set_attribute);
	ClassDB::bind_static_method("FileAccess", D_METHOD("set_extended_attribute_string", "file", "attribute_name", "data"), &set_attribute_string);
	ClassDB::bind_static_method("FileAccess", D_METHOD("remove_extended_attribute", "file", "attribute_name"), &remove_attribute);
	ClassDB::bind_static_method("FileAccess", D_METHOD("get_extended_attributes_list", "file"), &list_attributes);
}

void FileAccess::_bind_constants() {
	BIND_ENUM_CONSTANT(READ);
	BIND_ENUM_CONSTANT(WRITE);
	BIND_ENUM_CONSTANT(READ_WRITE);
	BIND_ENUM_CONSTANT(WRITE_READ);

	BIND_ENUM_CONSTANT(COMPRESSION_FASTLZ);
	BIND_ENUM_CONSTANT(COMPRESSION_DEFLATE);
	BIND_ENUM_CONSTANT(COMPRESSION_ZSTD);
	BIND_ENUM_CONSTANT(COMPRESSION_GZIP);
	BIND_ENUM_CONSTANT(COMPRESSION_BROTLI);

	BIND_BITFIELD_FLAG(UNIX_READ_OWNER);
	BIND_BITFIELD_FLAG(UNIX_WRITE_OWNER);
	BIND_BITFIELD_FLAG(UNIX_EXECUTE_OWNER);
	BIND_BITFIELD_FLAG(UNIX_READ_GROUP);
	BIND_BITFIELD_FLAG(UNIX_WRITE_GROUP);
	BIND_BITFIELD_FLAG(UNIX_EXECUTE_GROUP);
	BIND_BITFIELD_FLAG(UNIX_READ_OTHER);
	BIND_BITFIELD_FLAG(UNIX_WRITE_OTHER);
	BIND_BITFIELD_FLAG(UNIX_EXECUTE_OTHER);
	BIND_BITFIELD_FLAG(UNIX_SET_USER_ID);
	BIND_BITFIELD_FLAG(UNIX_SET_GROUP_ID);
	BIND_BITFIELD_FLAG(UNIX_RESTRICTED_DELETE);
}

void FileAccess::_bind_methods() {
	_bind_static_methods();
	ClassDB::bind_method(D_METHOD("resize", "length"), &FileAccess::resize);
	ClassDB::bind_method(D_METHOD("flush"), &FileAccess::flush);
	ClassDB::bind_method(D_METHOD("get_path"), &FileAccess::get_path);
	ClassDB::bind_method(D_METHOD("get_path_absolute"), &FileAccess::get_path_absolute);
	ClassDB::bind_method(D_METHOD("is_open"), &FileAccess::is_open);
	ClassDB::bind_method(D_METHOD("seek", "position"), &FileAccess::seek);
	ClassDB::bind_method(D_METHOD("seek_end", "position"), &FileAccess::seek_end, DEFVAL(0));
	ClassDB::bind_method(D_METHOD("get_position"), &FileAccess::get_position);
	ClassDB::bind_method(D_METHOD("get_length"), &FileAccess::get_length);
	ClassDB::bind_method(D_METHOD("eof_reached"), &FileAccess::eof_reached);
	ClassDB::bind_method(D_METHOD("is_big_endian"), &FileAccess::is_big_endian);
	ClassDB::bind_method(D_METHOD("set_big_endian", "big_endian"), &FileAccess::set_big_endian);
	ClassDB::bind_method(D_METHOD("get_error"), &FileAccess::get_error);
	ClassDB::bind_method(D_METHOD("close"), &FileAccess::close);
	_bind_value_methods();
	_bind_attribute_methods();
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "big_endian"), "set_big_endian", "is_big_endian");
	_bind_constants();
}
