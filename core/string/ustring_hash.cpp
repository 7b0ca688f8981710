// String: hashes and digests of texts.
#include "core/string/digest.h"
#include "core/string/ustring.h"
#include "core/templates/hashfuncs.h"

uint32_t String::hash(const char32_t *p_text, int64_t p_length) {
	uint32_t value = 5381;
	for (int64_t i = 0; i < p_length; i++) {
		value = hash_djb2_one_32(p_text[i], value);
	}
	return value;
}

uint32_t String::hash(const char *p_latin1, int64_t p_length) {
	return hash_djb2_buffer(reinterpret_cast<const uint8_t *>(p_latin1), size_t(p_length));
}

uint32_t String::hash(const char *p_latin1) {
	uint32_t value = 5381;
	for (; *p_latin1 != 0; p_latin1++) {
		value = hash_djb2_one_32(uint8_t(*p_latin1), value);
	}
	return value;
}

uint32_t String::hash() const {
	return hash(get_data(), length());
}

uint32_t String::table_hash(const char32_t *p_text, int64_t p_length) {
	return hash_table_bytes(p_text, size_t(p_length) * sizeof(char32_t));
}

uint32_t String::_compute_table_hash() const {
	const uint32_t hash = table_hash(get_data(), length());
	_data.set_text_hash(hash);
	return hash;
}

uint64_t String::hash64() const {
	uint64_t value = 5381;
	for (char32_t character : *this) {
		value = hash_djb2_one_64(character, value);
	}
	return value;
}

static PackedByteArray digest_of(const String &p_text, Digest::Algorithm p_algorithm) {
	const CharString text = p_text.utf8();
	PackedByteArray digest;
	digest.resize_uninitialized(Digest::get_size(p_algorithm));
	Digest::compute(p_algorithm, Span<uint8_t>(reinterpret_cast<const uint8_t *>(text.get_data()), uint64_t(text.length())), digest.ptrw());
	return digest;
}

static String digest_text_of(const String &p_text, Digest::Algorithm p_algorithm) {
	const PackedByteArray digest = digest_of(p_text, p_algorithm);
	return String::hex_encode_buffer(digest.ptr(), digest.size());
}

String String::md5_text() const {
	return digest_text_of(*this, Digest::MD5);
}

String String::sha1_text() const {
	return digest_text_of(*this, Digest::SHA1);
}

String String::sha256_text() const {
	return digest_text_of(*this, Digest::SHA256);
}

PackedByteArray String::md5_buffer() const {
	return digest_of(*this, Digest::MD5);
}

PackedByteArray String::sha1_buffer() const {
	return digest_of(*this, Digest::SHA1);
}

PackedByteArray String::sha256_buffer() const {
	return digest_of(*this, Digest::SHA256);
}
