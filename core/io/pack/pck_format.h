// The PCK pack format, version 3 (read: 2 and 3): many files in one, with a directory. Everything is little endian.
//
//   0   "GDPC"
//   4   u32 version of the format
//   8   u32 major, minor, patch version of the engine that wrote it
//   20  u32 flags: 1 the directory is sealed, 2 the two offsets count from the start of the pack
//   24  u64 where the files begin
//   32  u64 where the directory begins (version 3; in version 2 it follows the header)
//   40  16 × u32 reserved (version 2: from 32)
//   ... the files, each at a multiple of the alignment
//   directory: u32 number of files; then, sealed as a whole if the flag says so, each of them:
//       u32 length of the path, the path with zeros up to a multiple of 4, u64 offset from where the files begin, u64 size, MD5 of the
//       content, u32 flags: 1 the content is sealed, 2 the file is removed
//   Sealed: MD5 of the content, u64 its length, initialisation vector, the content in AES-256-CFB with zeros up to a multiple of 16.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"
#include "core/templates/local_vector.h"
#include "core/templates/vector.h"

class FileAccess;

struct PckEntry {
	String path; // As stored: relative to res://.
	uint64_t offset = 0; // In the file that holds the pack.
	uint64_t size = 0; // Of the content.
	uint8_t md5[16] = {};
	bool is_sealed = false;
	bool is_removal = false;

	uint64_t get_stored_size() const; // With the seal.
};

namespace PckFormat {

constexpr char MAGIC[4] = { 'G', 'D', 'P', 'C' };
constexpr int KEY_BYTES = 32;
constexpr int LONGEST_PATH = 4096;

// Reads the directory of the pack that starts at p_start. On an error r_problem says what is wrong, as the end of a sentence that names the file.
Error read_directory(FileAccess &p_file, uint64_t p_start, const Vector<uint8_t> &p_key, LocalVector<PckEntry> &r_entries, String &r_problem);
// Appends the directory to p_file, and fills in the header at the file's start, for which HEADER_BYTES must be kept free. The entries' offsets are
// from the start of the file. An empty key: not sealed.
Error write_directory(FileAccess &p_file, const LocalVector<PckEntry> &p_entries, uint64_t p_files_begin, const Vector<uint8_t> &p_key);
constexpr uint64_t HEADER_BYTES = 104;

// The content of a sealed part, and back.
Error open_seal(Span<uint8_t> p_sealed, const Vector<uint8_t> &p_key, Vector<uint8_t> &r_content);
Error seal(Span<uint8_t> p_content, const Vector<uint8_t> &p_key, Vector<uint8_t> &r_sealed);

} // namespace PckFormat
