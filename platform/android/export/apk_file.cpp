// The archive of a package: see the header.
#include "platform/android/export/apk_file.h"

#include "core/io/compression.h"
#include "platform/android/export/apk_signature.h"

#include <array>

namespace {

constexpr uint32_t LOCAL_MAGIC = 0x04034b50;
constexpr uint32_t CENTRAL_MAGIC = 0x02014b50;
constexpr uint32_t END_MAGIC = 0x06054b50;
constexpr uint32_t VERSION = 20; // 2.0: deflate.
constexpr uint32_t FLAG_UTF8 = 0x0800;
constexpr uint32_t DOS_DATE = 0x0021; // 1980-01-01.
constexpr uint32_t ALIGNMENT_FIELD = 0xd935; // u16 alignment, zeros.
constexpr int64_t MAX_BYTES = 0x7fffffff;
constexpr int64_t MAX_ENTRIES = 65535;
constexpr int GZIP_HEAD = 10;
constexpr int GZIP_TAIL = 8;

constexpr std::array<uint32_t, 256> make_table() {
	std::array<uint32_t, 256> table = {};
	for (uint32_t i = 0; i < 256; i++) {
		uint32_t value = i;
		for (int bit = 0; bit < 8; bit++) {
			value = (value >> 1) ^ ((value & 1) ? 0xedb88320 : 0);
		}
		table[i] = value;
	}
	return table;
}
constexpr std::array<uint32_t, 256> CHECKSUM_TABLE = make_table();

uint32_t checksum_of(Span<uint8_t> p_bytes) {
	uint32_t value = 0xffffffff;
	for (const uint8_t byte : p_bytes) {
		value = (value >> 8) ^ CHECKSUM_TABLE[(value ^ byte) & 0xff];
	}
	return ~value;
}

// What both kinds of head have in common.
void write_common(ByteOut &r_out, bool p_compressed, uint32_t p_checksum, uint32_t p_stored, uint32_t p_size, int p_name_bytes, uint32_t p_extra_bytes) {
	r_out.u16(VERSION);
	r_out.u16(FLAG_UTF8);
	r_out.u16(p_compressed ? 8 : 0);
	r_out.u16(0); // Time.
	r_out.u16(DOS_DATE);
	r_out.u32(p_checksum);
	r_out.u32(p_stored);
	r_out.u32(p_size);
	r_out.u16(uint32_t(p_name_bytes));
	r_out.u16(p_extra_bytes);
}

} // namespace

Error ApkFile::add(const String &p_name, const Vector<uint8_t> &p_content, bool p_store) {
	if (names.has(p_name)) {
		return ERR_ALREADY_EXISTS;
	}
	Vector<uint8_t> packed;
	if (!p_store && Compression::compress(p_content.ptr(), p_content.size(), Compression::MODE_GZIP, packed) == OK && packed.size() > GZIP_HEAD + GZIP_TAIL) {
		packed = packed.slice(GZIP_HEAD, packed.size() - GZIP_TAIL); // The bare stream.
	} else {
		packed.clear();
	}
	const bool is_compressed = !packed.is_empty() && packed.size() < p_content.size();
	const Vector<uint8_t> &stored = is_compressed ? packed : p_content;
	const CharString name = p_name.utf8();
	if (entries.size() + stored.size() + name.length() > MAX_BYTES - 65536 || names.size() >= MAX_ENTRIES) {
		return ERR_OUT_OF_MEMORY;
	}
	const uint32_t checksum = checksum_of(p_content.span());
	const uint32_t offset = uint32_t(entries.size());
	uint32_t extra = 0;
	if (!is_compressed) {
		static constexpr uint32_t FIELD_HEAD = 6;
		const uint32_t begin = offset + 30 + uint32_t(name.length()) + FIELD_HEAD;
		extra = FIELD_HEAD + (ALIGNMENT - begin % ALIGNMENT) % ALIGNMENT;
	}
	entries.u32(LOCAL_MAGIC);
	write_common(entries, is_compressed, checksum, uint32_t(stored.size()), uint32_t(p_content.size()), int(name.length()), extra);
	entries.text(name.get_data(), int(name.length()));
	if (extra > 0) {
		entries.u16(ALIGNMENT_FIELD);
		entries.u16(extra - 4);
		entries.u16(ALIGNMENT);
		entries.zeros(extra - 6);
	}
	entries.append(stored);
	names.push_back(p_name);
	write_directory_entry(p_name, checksum, uint32_t(stored.size()), uint32_t(p_content.size()), is_compressed, offset);
	return OK;
}

void ApkFile::write_directory_entry(const String &p_name, uint32_t p_checksum, uint32_t p_stored, uint32_t p_size, bool p_compressed, uint32_t p_offset) {
	const CharString name = p_name.utf8();
	directory.u32(CENTRAL_MAGIC);
	directory.u16(VERSION); // Made by.
	write_common(directory, p_compressed, p_checksum, p_stored, p_size, int(name.length()), 0);
	directory.u16(0); // Comment.
	directory.u16(0); // Disk.
	directory.u16(0); // Attributes.
	directory.u32(0);
	directory.u32(p_offset);
	directory.text(name.get_data(), int(name.length()));
}

Vector<uint8_t> ApkFile::make_end(uint32_t p_directory_at) const {
	ByteOut end;
	end.u32(END_MAGIC);
	end.u16(0); // Disks.
	end.u16(0);
	end.u16(uint32_t(names.size()));
	end.u16(uint32_t(names.size()));
	end.u32(uint32_t(directory.size()));
	end.u32(p_directory_at);
	end.u16(0); // Comment.
	return end.get();
}

Vector<uint8_t> ApkFile::finish_unsigned() const {
	ByteOut out = entries;
	out.append(directory.get());
	out.append(make_end(uint32_t(entries.size())));
	return out.get();
}

Vector<uint8_t> ApkFile::sign(const SigningIdentity &p_identity, int p_min_sdk) const {
	// The end is signed as if the signatures were not there: the directory follows the entries.
	const Vector<uint8_t> block = ApkSignature::make_block(p_identity, entries.get(), directory.get(), make_end(uint32_t(entries.size())), p_min_sdk);
	if (block.is_empty()) {
		return block;
	}
	ByteOut out = entries;
	out.append(block);
	out.append(directory.get());
	out.append(make_end(uint32_t(entries.size() + block.size())));
	return out.get();
}
