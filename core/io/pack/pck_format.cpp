// Directories of packs; see the header for the layout.
#include "core/io/pack/pck_format.h"

#include "core/io/file_access_encrypted.h"
#include "core/io/marshalls.h"
#include "core/os/os.h"
#include "core/version.h"

#include <cstring>

namespace {

constexpr uint32_t WRITTEN_VERSION = 3;
constexpr uint32_t OLDEST_VERSION = 2;
constexpr uint32_t DIRECTORY_SEALED = 1;
constexpr uint32_t OFFSETS_FROM_START = 2;
constexpr uint32_t FILE_SEALED = 1;
constexpr uint32_t FILE_REMOVED = 2;
constexpr uint64_t FIXED_ENTRY_BYTES = 40; // Without the path.
constexpr uint64_t SEAL_BYTES = 40; // Before the content.
constexpr uint64_t SEAL_MAGIC_BYTES = 4; // What files of that kind have before it.

uint64_t sealed_size(uint64_t p_size) {
	return SEAL_BYTES + (p_size + 15) / 16 * 16;
}

// Takes numbers and bytes from a span; short of them, everything that follows is zero and ok is false.
struct Reader {
	Span<uint8_t> rest;
	bool ok = true;

	const uint8_t *take(uint64_t p_count) {
		static const uint8_t zeros[16] = {};
		if (p_count > rest.size()) {
			ok = false;
			return p_count <= sizeof(zeros) ? zeros : nullptr;
		}
		const uint8_t *bytes = rest.ptr();
		rest = rest.subspan(p_count);
		return bytes;
	}
	uint32_t take_32() { return decode_uint32(take(4)); }
	uint64_t take_64() { return decode_uint64(take(8)); }
};

struct Writer {
	Vector<uint8_t> bytes;

	void add(const void *p_bytes, uint64_t p_count) { bytes.append_span(Span<uint8_t>(static_cast<const uint8_t *>(p_bytes), p_count)); }
	void add_32(uint32_t p_number) {
		uint8_t encoded[4];
		encode_uint32(p_number, encoded);
		add(encoded, sizeof(encoded));
	}
	void add_64(uint64_t p_number) {
		uint8_t encoded[8];
		encode_uint64(p_number, encoded);
		add(encoded, sizeof(encoded));
	}
};

bool take_entry(Reader &r_reader, uint64_t p_files_begin, PckEntry &r_entry) {
	const uint32_t path_length = r_reader.take_32();
	if (path_length > uint32_t(PckFormat::LONGEST_PATH)) {
		return false;
	}
	const char *path = reinterpret_cast<const char *>(r_reader.take(path_length));
	r_entry.offset = p_files_begin + r_reader.take_64();
	r_entry.size = r_reader.take_64();
	memcpy(r_entry.md5, r_reader.take(16), 16);
	const uint32_t flags = r_reader.take_32();
	if (!r_reader.ok || !path) {
		return false;
	}
	r_entry.path = String::utf8(path, int64_t(strnlen(path, path_length)));
	r_entry.is_sealed = flags & FILE_SEALED;
	r_entry.is_removal = flags & FILE_REMOVED;
	return true;
}

void add_entry(Writer &r_writer, const PckEntry &p_entry, uint64_t p_files_begin) {
	const CharString path = p_entry.path.utf8();
	const uint32_t padded = uint32_t((path.length() + 3) / 4 * 4);
	r_writer.add_32(padded);
	r_writer.add(path.get_data(), uint64_t(path.length()));
	r_writer.add("\0\0\0", padded - uint64_t(path.length()));
	r_writer.add_64(p_entry.offset - p_files_begin);
	r_writer.add_64(p_entry.size);
	r_writer.add(p_entry.md5, sizeof(p_entry.md5));
	r_writer.add_32((p_entry.is_sealed ? FILE_SEALED : 0) | (p_entry.is_removal ? FILE_REMOVED : 0));
}

struct Header {
	uint32_t flags = 0;
	uint64_t files_begin = 0;
	uint64_t directory_at = 0;
};

Error read_header(FileAccess &p_file, uint64_t p_start, Header &r_header, String &r_problem) {
	uint8_t bytes[PckFormat::HEADER_BYTES];
	p_file.seek(p_start);
	Reader reader = { Span<uint8_t>(bytes, p_file.get_buffer(bytes, sizeof(bytes))) };
	if (memcmp(reader.take(4), PckFormat::MAGIC, 4) != 0) {
		r_problem = "is no pack";
		return ERR_FILE_UNRECOGNIZED;
	}
	const uint32_t version = reader.take_32();
	const uint32_t major = reader.take_32();
	const uint32_t minor = reader.take_32();
	if (version < OLDEST_VERSION || version > WRITTEN_VERSION) {
		r_problem = "has version " + itos(version) + " of the pack format, written by version " + itos(major) + "." + itos(minor) + " of an engine; versions 2 and 3 can be read. Export it again with a 4.x engine";
		return ERR_FILE_UNRECOGNIZED;
	}
	reader.take_32();
	r_header.flags = reader.take_32();
	r_header.files_begin = reader.take_64();
	r_header.directory_at = version == WRITTEN_VERSION ? reader.take_64() : PckFormat::HEADER_BYTES - 8;
	if (version < WRITTEN_VERSION) {
		r_header.directory_at += p_start;
	} else if (r_header.flags & OFFSETS_FROM_START) {
		r_header.directory_at += p_start;
	}
	if (r_header.flags & OFFSETS_FROM_START) {
		r_header.files_begin += p_start;
	}
	if (!reader.ok || r_header.directory_at + 4 > p_file.get_length() || r_header.directory_at + 4 < r_header.directory_at) {
		r_problem = "is not whole";
		return ERR_FILE_CORRUPT;
	}
	return OK;
}

} // namespace

uint64_t PckEntry::get_stored_size() const {
	return is_sealed ? sealed_size(size) : size;
}

Error PckFormat::open_seal(Span<uint8_t> p_sealed, const Vector<uint8_t> &p_key, Vector<uint8_t> &r_content) {
	if (p_key.size() != KEY_BYTES) {
		return ERR_UNAUTHORIZED;
	}
	Vector<uint8_t> file;
	file.append_span(Span<uint8_t>(reinterpret_cast<const uint8_t *>("GDEC"), SEAL_MAGIC_BYTES));
	file.append_span(p_sealed);
	return FileAccessEncrypted::decrypt(file.span(), p_key, r_content);
}

Error PckFormat::seal(Span<uint8_t> p_content, const Vector<uint8_t> &p_key, Vector<uint8_t> &r_sealed) {
	Vector<uint8_t> iv;
	iv.resize(FileAccessEncrypted::IV_BYTES);
	Error error = OS::get_singleton()->get_entropy(iv.ptrw(), FileAccessEncrypted::IV_BYTES);
	Vector<uint8_t> file;
	error = error == OK ? FileAccessEncrypted::encrypt(p_content, p_key, iv, file) : error;
	if (error == OK) {
		r_sealed.append_span(file.span().subspan(SEAL_MAGIC_BYTES));
	}
	return error;
}

Error PckFormat::read_directory(FileAccess &p_file, uint64_t p_start, const Vector<uint8_t> &p_key, LocalVector<PckEntry> &r_entries, String &r_problem) {
	Header header;
	const Error error = read_header(p_file, p_start, header, r_problem);
	if (error != OK) {
		return error;
	}
	p_file.seek(header.directory_at);
	const uint32_t count = p_file.get_32();
	const uint64_t end = header.files_begin > header.directory_at ? MIN(header.files_begin, p_file.get_length()) : p_file.get_length();
	Vector<uint8_t> directory = p_file.FileAccess::get_buffer(int64_t(MAX(end, header.directory_at + 4) - header.directory_at - 4));
	if (header.flags & DIRECTORY_SEALED) {
		Vector<uint8_t> opened;
		if (open_seal(directory.span(), p_key, opened) != OK) {
			r_problem = p_key.is_empty() ? "is encrypted. Give its key with --pack-key FILE" : "is encrypted with another key than that of --pack-key, or damaged";
			return ERR_UNAUTHORIZED;
		}
		directory = opened;
	}
	r_problem = "is not whole: its directory ends early, or names files that lie beyond its end";
	if (uint64_t(count) * FIXED_ENTRY_BYTES > uint64_t(directory.size())) {
		return ERR_FILE_CORRUPT;
	}
	Reader reader = { directory.span() };
	for (uint32_t i = 0; i < count; i++) {
		PckEntry entry;
		if (!take_entry(reader, header.files_begin, entry)) {
			return ERR_FILE_CORRUPT;
		}
		const uint64_t most = p_file.get_length();
		if (!entry.is_removal && (entry.size > most || entry.offset > most || entry.get_stored_size() > most - entry.offset)) {
			return ERR_FILE_CORRUPT;
		}
		r_entries.push_back(entry);
	}
	return OK;
}

Error PckFormat::write_directory(FileAccess &p_file, const LocalVector<PckEntry> &p_entries, uint64_t p_files_begin, const Vector<uint8_t> &p_key) {
	Writer entries;
	for (const PckEntry &entry : p_entries) {
		add_entry(entries, entry, p_files_begin);
	}
	Vector<uint8_t> directory = entries.bytes;
	if (!p_key.is_empty()) {
		directory.clear();
		const Error error = seal(entries.bytes.span(), p_key, directory);
		if (error != OK) {
			return error;
		}
	}
	const uint64_t directory_at = p_file.get_position();
	Writer header;
	header.add(MAGIC, sizeof(MAGIC));
	header.add_32(WRITTEN_VERSION);
	header.add_32(ESTRAGON_API_MAJOR);
	header.add_32(ESTRAGON_API_MINOR);
	header.add_32(0);
	header.add_32(OFFSETS_FROM_START | (p_key.is_empty() ? 0 : DIRECTORY_SEALED));
	header.add_64(p_files_begin);
	header.add_64(directory_at);
	bool ok = p_file.store_32(p_entries.size()) && p_file.FileAccess::store_buffer(directory);
	p_file.seek(0);
	ok = ok && p_file.FileAccess::store_buffer(header.bytes);
	return ok ? OK : ERR_FILE_CANT_WRITE;
}
