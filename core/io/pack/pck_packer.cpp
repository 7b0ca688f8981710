// Writing packs.
#include "core/io/pack/pck_packer.h"

#include "core/object/class_db.h"
#include "core/string/digest.h"
#include "core/string/print_string.h"

#include <cstring>

Error PCKPacker::pck_start(const String &p_path, int p_alignment, const String &p_key, bool p_encrypt_directory) {
	ERR_FAIL_COND_V_MSG(p_key.length() != PckFormat::KEY_BYTES * 2 || !p_key.is_valid_hex_number(false), ERR_CANT_CREATE, "The key of a pack is 64 hexadecimal digits; this one has " + itos(p_key.length()) + " characters.");
	ERR_FAIL_COND_V_MSG(p_alignment <= 0, ERR_CANT_CREATE, "The alignment of a pack's files must be above 0, not " + itos(p_alignment) + ".");
	Error error = OK;
	file = FileAccess::open_replacement(p_path, &error);
	ERR_FAIL_COND_V_MSG(file.is_null(), ERR_CANT_CREATE, "The pack \"" + p_path + "\" cannot be created: " + error_names[error] + ".");
	entries.clear();
	key = p_key.hex_decode();
	alignment = uint64_t(p_alignment);
	encrypts_directory = p_encrypt_directory;
	const uint8_t header[PckFormat::HEADER_BYTES] = {};
	ERR_FAIL_COND_V_MSG(!file->store_buffer(header, sizeof(header)) || !_align(), ERR_FILE_CANT_WRITE, "The pack \"" + p_path + "\" cannot be written to.");
	files_begin = file->get_position();
	return OK;
}

bool PCKPacker::_align() {
	const uint64_t missing = (alignment - file->get_position() % alignment) % alignment;
	Vector<uint8_t> zeros;
	return zeros.resize(int64_t(missing)) == OK && file->FileAccess::store_buffer(zeros);
}

// Empty, with an error, for what packs cannot hold.
static String stored_path(const String &p_target_path) {
	const String path = p_target_path.simplify_path().trim_prefix("res://");
	ERR_FAIL_COND_V_MSG(path.is_empty() || path.begins_with("..") || path.is_absolute_path(), String(), "A pack cannot hold \"" + p_target_path + "\": files in it are below res://.");
	ERR_FAIL_COND_V_MSG(path.utf8().length() > PckFormat::LONGEST_PATH, String(), "The path of a file in a pack has at most " + itos(PckFormat::LONGEST_PATH) + " bytes.");
	return path;
}

Error PCKPacker::add_file(const String &p_target_path, const String &p_source_path, bool p_encrypt) {
	ERR_FAIL_COND_V_MSG(file.is_null(), ERR_INVALID_PARAMETER, "There is no pack to add \"" + p_target_path + "\" to: call pck_start() first.");
	Error error = OK;
	const Vector<uint8_t> content = FileAccess::get_file_as_bytes(p_source_path, &error);
	ERR_FAIL_COND_V_MSG(error != OK, error, "The file \"" + p_source_path + "\" cannot be read: " + error_names[error] + ".");
	return add_content(p_target_path, content, p_encrypt);
}

Error PCKPacker::add_content(const String &p_target_path, const Vector<uint8_t> &p_content, bool p_encrypt) {
	ERR_FAIL_COND_V_MSG(file.is_null(), ERR_INVALID_PARAMETER, "There is no pack to add \"" + p_target_path + "\" to: call pck_start() first.");
	PckEntry entry;
	entry.path = stored_path(p_target_path);
	if (entry.path.is_empty()) {
		return ERR_INVALID_PARAMETER;
	}
	entry.offset = file->get_position();
	entry.size = uint64_t(p_content.size());
	entry.is_sealed = p_encrypt;
	Digest::compute(Digest::MD5, p_content.span(), entry.md5);
	Vector<uint8_t> stored = p_content;
	if (p_encrypt) {
		stored.clear();
		const Error error = PckFormat::seal(p_content.span(), key, stored);
		ERR_FAIL_COND_V_MSG(error != OK, error, "The file \"" + p_target_path + "\" cannot be encrypted: " + error_names[error] + ".");
	}
	ERR_FAIL_COND_V_MSG(!file->FileAccess::store_buffer(stored) || !_align(), ERR_FILE_CANT_WRITE, "The pack \"" + file->get_path() + "\" cannot be written to. Is the disk full?");
	entries.push_back(entry);
	return OK;
}

Error PCKPacker::add_file_removal(const String &p_target_path) {
	ERR_FAIL_COND_V_MSG(file.is_null(), ERR_INVALID_PARAMETER, "There is no pack to note the removal of \"" + p_target_path + "\" in: call pck_start() first.");
	PckEntry entry;
	entry.path = stored_path(p_target_path);
	if (entry.path.is_empty()) {
		return ERR_INVALID_PARAMETER;
	}
	entry.offset = file->get_position();
	entry.is_removal = true;
	entries.push_back(entry);
	return OK;
}

Error PCKPacker::flush(bool p_verbose) {
	ERR_FAIL_COND_V_MSG(file.is_null(), ERR_INVALID_PARAMETER, "There is no pack to write: call pck_start() first.");
	const Ref<FileAccess> written = file;
	file.unref();
	Error error = PckFormat::write_directory(*written.ptr(), entries, files_begin, encrypts_directory ? key : Vector<uint8_t>());
	error = error == OK ? written->commit() : error;
	ERR_FAIL_COND_V_MSG(error != OK, error, "The pack \"" + written->get_path() + "\" cannot be written: " + error_names[error] + ". What was there before is unchanged.");
	if (p_verbose) {
		print_line("Packed " + itos(entries.size()) + " files into " + written->get_path() + ".");
	}
	return OK;
}

void PCKPacker::_bind_methods() {
	ClassDB::bind_method(D_METHOD("pck_start", "pck_path", "alignment", "key", "encrypt_directory"), &PCKPacker::pck_start, DEFVAL(32), DEFVAL(NO_KEY), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("add_file", "target_path", "source_path", "encrypt"), &PCKPacker::add_file, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("add_file_removal", "target_path"), &PCKPacker::add_file_removal);
	ClassDB::bind_method(D_METHOD("flush", "verbose"), &PCKPacker::flush, DEFVAL(false));
}
