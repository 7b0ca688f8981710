// What scripts see of ZIP archives.
#include "core/io/pack/zip_classes.h"

#include "core/object/class_db.h"

#define FAIL_IF_CLOSED(m_result) ERR_FAIL_COND_V_MSG(!zip.is_open(), m_result, "No archive is open: call open() first, and look at what it returns.")

Error ZIPReader::open(const String &p_path) {
	return zip.open(p_path) == OK ? OK : FAILED;
}

Error ZIPReader::close() {
	FAIL_IF_CLOSED(FAILED);
	zip.close();
	return OK;
}

Vector<String> ZIPReader::get_files() const {
	FAIL_IF_CLOSED(Vector<String>());
	return zip.get_names();
}

Vector<uint8_t> ZIPReader::read_file(const String &p_path, bool p_case_sensitive) const {
	FAIL_IF_CLOSED(Vector<uint8_t>());
	Vector<uint8_t> content;
	const Error error = zip.read(p_path, p_case_sensitive, content);
	ERR_FAIL_COND_V_MSG(error == ERR_FILE_NOT_FOUND, Vector<uint8_t>(), "There is no file \"" + p_path + "\" in the archive; get_files() tells what there is.");
	ERR_FAIL_COND_V_MSG(error != OK, Vector<uint8_t>(), "The file \"" + p_path + "\" cannot be unpacked: the archive is damaged, or packs it in a way that is not known here.");
	return content;
}

bool ZIPReader::file_exists(const String &p_path, bool p_case_sensitive) const {
	FAIL_IF_CLOSED(false);
	return zip.has(p_path, p_case_sensitive);
}

int ZIPReader::get_compression_level(const String &p_path, bool p_case_sensitive) const {
	FAIL_IF_CLOSED(-1);
	return zip.get_compression_level(p_path, p_case_sensitive);
}

void ZIPReader::_bind_methods() {
	ClassDB::bind_method(D_METHOD("open", "path"), &ZIPReader::open);
	ClassDB::bind_method(D_METHOD("close"), &ZIPReader::close);
	ClassDB::bind_method(D_METHOD("get_files"), &ZIPReader::get_files);
	ClassDB::bind_method(D_METHOD("read_file", "path", "case_sensitive"), &ZIPReader::read_file, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("file_exists", "path", "case_sensitive"), &ZIPReader::file_exists, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("get_compression_level", "path", "case_sensitive"), &ZIPReader::get_compression_level, DEFVAL(true));
}

Error ZIPPacker::open(const String &p_path, ZipAppend p_append) {
	return zip.open(p_path, ZipOutput::Append(p_append)) == OK ? OK : FAILED;
}

Error ZIPPacker::start_file(const String &p_path) {
	FAIL_IF_CLOSED(FAILED);
	return zip.start_file(p_path, compression_level);
}

Error ZIPPacker::write_file(const Vector<uint8_t> &p_data) {
	FAIL_IF_CLOSED(FAILED);
	return zip.write(p_data.span());
}

Error ZIPPacker::close_file() {
	FAIL_IF_CLOSED(FAILED);
	return zip.finish_file();
}

Error ZIPPacker::close() {
	FAIL_IF_CLOSED(FAILED);
	return zip.close();
}

void ZIPPacker::set_compression_level(int p_level) {
	ERR_FAIL_COND_MSG(p_level < COMPRESSION_DEFAULT || p_level > COMPRESSION_BEST, "A compression level is a number from 0 to 9, or -1 for the usual one, not " + itos(p_level) + ".");
	compression_level = p_level;
}

void ZIPPacker::_bind_methods() {
	ClassDB::bind_method(D_METHOD("open", "path", "append"), &ZIPPacker::open, DEFVAL(APPEND_CREATE));
	ClassDB::bind_method(D_METHOD("start_file", "path"), &ZIPPacker::start_file);
	ClassDB::bind_method(D_METHOD("write_file", "data"), &ZIPPacker::write_file);
	ClassDB::bind_method(D_METHOD("close_file"), &ZIPPacker::close_file);
	ClassDB::bind_method(D_METHOD("close"), &ZIPPacker::close);
	ClassDB::bind_method(D_METHOD("set_compression_level", "compression_level"), &ZIPPacker::set_compression_level);
	ClassDB::bind_method(D_METHOD("get_compression_level"), &ZIPPacker::get_compression_level);

	ADD_PROPERTY(PropertyInfo(Variant::INT, "compression_level"), "set_compression_level", "get_compression_level");

	BIND_ENUM_CONSTANT(APPEND_CREATE);
	BIND_ENUM_CONSTANT(APPEND_CREATEAFTER);
	BIND_ENUM_CONSTANT(APPEND_ADDINZIP);

	BIND_ENUM_CONSTANT(COMPRESSION_DEFAULT);
	BIND_ENUM_CONSTANT(COMPRESSION_NONE);
	BIND_ENUM_CONSTANT(COMPRESSION_FAST);
	BIND_ENUM_CONSTANT(COMPRESSION_BEST);
}
