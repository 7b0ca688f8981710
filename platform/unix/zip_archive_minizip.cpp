// ZIP archives on minizip, whose input and output go through FileAccess.
#include "core/io/pack/zip_archive.h"

#include <minizip/unzip.h>
#include <minizip/zip.h>

#include <ctime>

namespace {

constexpr uint64_t LONGEST_NAME = 4096;
constexpr uLong NAMES_ARE_UTF8 = 1 << 11;
constexpr uLong LEVEL_BITS = 6; // Of the flags of a file: how hard the writer tried.

/* minizip's file functions. The opaque value is the file, and so is the stream; whoever opened it closes it. */

FileAccess *file_of(voidpf p_stream) {
	return static_cast<FileAccess *>(p_stream);
}

voidpf open_stream(voidpf p_opaque, const void *, int) {
	return p_opaque;
}

uLong read_stream(voidpf, voidpf p_stream, void *r_into, uLong p_size) {
	return uLong(file_of(p_stream)->get_buffer(static_cast<uint8_t *>(r_into), p_size));
}

uLong write_stream(voidpf, voidpf p_stream, const void *p_from, uLong p_size) {
	return file_of(p_stream)->store_buffer(static_cast<const uint8_t *>(p_from), p_size) ? p_size : 0;
}

ZPOS64_T tell_stream(voidpf, voidpf p_stream) {
	return file_of(p_stream)->get_position();
}

long seek_stream(voidpf, voidpf p_stream, ZPOS64_T p_offset, int p_origin) {
	FileAccess *file = file_of(p_stream);
	const uint64_t from = p_origin == ZLIB_FILEFUNC_SEEK_END ? file->get_length() : (p_origin == ZLIB_FILEFUNC_SEEK_CUR ? file->get_position() : 0);
	const uint64_t wanted = from + p_offset;
	if (wanted > file->get_length()) {
		return -1; // A broken archive points behind its end.
	}
	file->seek(wanted);
	return 0;
}

int close_stream(voidpf, voidpf) {
	return 0;
}

int test_stream(voidpf, voidpf p_stream) {
	const Error error = file_of(p_stream)->get_error();
	return error == OK || error == ERR_FILE_EOF ? 0 : -1;
}

zlib_filefunc64_def make_functions(const Ref<FileAccess> &p_file) {
	zlib_filefunc64_def functions = {};
	functions.zopen64_file = open_stream;
	functions.zread_file = read_stream;
	functions.zwrite_file = write_stream;
	functions.ztell64_file = tell_stream;
	functions.zseek64_file = seek_stream;
	functions.zclose_file = close_stream;
	functions.zerror_file = test_stream;
	functions.opaque = p_file.ptr();
	return functions;
}

int level_of(uLong p_flags) {
	switch (p_flags & LEVEL_BITS) {
		case 2:
			return 9;
		case 4:
			return 2;
		case 6:
			return 1;
		default:
			return 6;
	}
}

zip_fileinfo describe_now() {
	zip_fileinfo info = {};
	const time_t now = time(nullptr);
	struct tm local = {};
	localtime_r(&now, &local);
	info.tmz_date.tm_sec = local.tm_sec;
	info.tmz_date.tm_min = local.tm_min;
	info.tmz_date.tm_hour = local.tm_hour;
	info.tmz_date.tm_mday = local.tm_mday;
	info.tmz_date.tm_mon = local.tm_mon;
	info.tmz_date.tm_year = local.tm_year;
	return info;
}

} // namespace

/* Reading */

Error ZipInput::open(const String &p_path) {
	Error error = OK;
	const Ref<FileAccess> opened = FileAccess::open(p_path, FileAccess::READ, &error);
	return opened.is_valid() ? open_file(opened) : error;
}

Error ZipInput::open_file(const Ref<FileAccess> &p_file) {
	close();
	file = p_file;
	zlib_filefunc64_def functions = make_functions(file);
	handle = unzOpen2_64("", &functions);
	const Error error = handle ? read_names() : ERR_FILE_UNRECOGNIZED;
	if (error != OK) {
		close();
	}
	return error;
}

void ZipInput::close() {
	if (handle) {
		unzClose(handle);
		handle = nullptr;
	}
	file.unref();
	names.clear();
	places.clear();
	by_name.clear();
}

Error ZipInput::read_names() {
	char name[LONGEST_NAME + 1];
	for (int status = unzGoToFirstFile(handle); status != UNZ_END_OF_LIST_OF_FILE; status = unzGoToNextFile(handle)) {
		unz_file_info64 info = {};
		unz64_file_pos position = {};
		if (status != UNZ_OK || unzGetCurrentFileInfo64(handle, &info, name, LONGEST_NAME, nullptr, 0, nullptr, 0) != UNZ_OK || unzGetFilePos64(handle, &position) != UNZ_OK) {
			return ERR_FILE_CORRUPT;
		}
		if (info.size_filename > LONGEST_NAME) {
			return ERR_FILE_CORRUPT;
		}
		name[info.size_filename] = 0;
		const String text = String::utf8(name);
		if (!by_name.has(text)) { // Of files with one name the first counts.
			by_name.insert(text, names.size());
		}
		names.push_back(text);
		places.push_back(Place{ position.pos_in_zip_directory, position.num_of_file, int64_t(MIN(info.uncompressed_size, ZPOS64_T(INT64_MAX))), level_of(info.flag) });
	}
	return OK;
}

int64_t ZipInput::find(const String &p_name, bool p_case_sensitive) const {
	const int64_t *exact = by_name.getptr(p_name);
	if (exact || p_case_sensitive) {
		return exact ? *exact : -1;
	}
	const String lower = p_name.to_lower();
	for (int64_t i = 0; i < names.size(); i++) {
		if (names[i].to_lower() == lower) {
			return i;
		}
	}
	return -1;
}

int64_t ZipInput::get_size(const String &p_name) const {
	const int64_t place = find(p_name, true);
	return place < 0 ? -1 : places[uint32_t(place)].size;
}

int ZipInput::get_compression_level(const String &p_name, bool p_case_sensitive) const {
	const int64_t place = find(p_name, p_case_sensitive);
	return place < 0 ? -1 : places[uint32_t(place)].level;
}

Error ZipInput::read(const String &p_name, bool p_case_sensitive, Vector<uint8_t> &r_content) const {
	constexpr int64_t PIECE = 64 * 1024;
	r_content.clear();
	const int64_t place = find(p_name, p_case_sensitive);
	if (place < 0) {
		return ERR_FILE_NOT_FOUND;
	}
	const Place &found = places[uint32_t(place)];
	unz64_file_pos position = { found.offset, found.number };
	if (unzGoToFilePos64(handle, &position) != UNZ_OK || unzOpenCurrentFile(handle) != UNZ_OK) {
		return ERR_FILE_CORRUPT;
	}
	// Grows with what really comes: the size that a broken archive claims is not to be believed.
	Error error = OK;
	while (error == OK) {
		const int64_t have = r_content.size();
		const int64_t room = MIN(MAX(PIECE, have), found.size - have) + (found.size == have ? 1 : 0);
		if (r_content.resize_uninitialized(have + room) != OK) {
			error = ERR_OUT_OF_MEMORY;
			break;
		}
		const int count = unzReadCurrentFile(handle, r_content.ptrw() + have, unsigned(MIN(room, int64_t(INT32_MAX))));
		r_content.resize(have + MAX(count, 0));
		if (count <= 0) {
			error = count < 0 ? ERR_FILE_CORRUPT : OK;
			break;
		}
		error = r_content.size() > found.size ? ERR_FILE_CORRUPT : OK;
	}
	if (unzCloseCurrentFile(handle) != UNZ_OK && error == OK) {
		error = ERR_FILE_CORRUPT;
	}
	if (r_content.size() != found.size && error == OK) {
		error = ERR_FILE_CORRUPT;
	}
	if (error != OK) {
		r_content.clear();
	}
	return error;
}

/* Writing */

Error ZipOutput::open(const String &p_path, Append p_append) {
	close();
	const bool is_new = p_append == APPEND_CREATE;
	Error error = OK;
	file = is_new ? FileAccess::open_replacement(p_path, &error) : FileAccess::open(p_path, FileAccess::READ_WRITE, &error);
	if (file.is_null()) {
		return error;
	}
	zlib_filefunc64_def functions = make_functions(file);
	const int how = is_new ? APPEND_STATUS_CREATE : (p_append == APPEND_CREATEAFTER ? APPEND_STATUS_CREATEAFTER : APPEND_STATUS_ADDINZIP);
	handle = zipOpen2_64("", how, nullptr, &functions);
	if (!handle) {
		file.unref();
		return ERR_FILE_UNRECOGNIZED;
	}
	return OK;
}

Error ZipOutput::start_file(const String &p_name, int p_level) {
	finish_file();
	const zip_fileinfo info = describe_now();
	const CharString name = p_name.utf8();
	const int made = zipOpenNewFileInZip4_64(handle, name.get_data(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, p_level, 0, -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0, 0, NAMES_ARE_UTF8, 1);
	in_file = made == ZIP_OK;
	return in_file ? OK : FAILED;
}

Error ZipOutput::write(Span<uint8_t> p_bytes) {
	if (!in_file || p_bytes.size() > UINT32_MAX) {
		return FAILED;
	}
	return zipWriteInFileInZip(handle, p_bytes.ptr(), unsigned(p_bytes.size())) == ZIP_OK ? OK : FAILED;
}

Error ZipOutput::finish_file() {
	if (!in_file) {
		return FAILED;
	}
	in_file = false;
	return zipCloseFileInZip(handle) == ZIP_OK ? OK : FAILED;
}

Error ZipOutput::close() {
	if (!handle) {
		return FAILED;
	}
	finish_file();
	const int ended = zipClose(handle, nullptr);
	handle = nullptr;
	const Error written = file->commit();
	file.unref();
	return ended == ZIP_OK ? written : FAILED;
}

void ZipOutput::abandon() {
	if (handle) {
		zipClose(handle, nullptr); // Into what is thrown away.
	}
	handle = nullptr;
	in_file = false;
	file.unref();
}
