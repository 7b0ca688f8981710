// Encrypted files. Layout, all little endian: "GDEC", MD5 of the content, length of the content (64 bits), initialisation vector, the
// content encrypted, with zeros behind it up to whole blocks.
#include "core/io/file_access_encrypted.h"

#include "core/crypto/aes_context.h"
#include "core/io/marshalls.h"
#include "core/os/os.h"
#include "core/string/digest.h"

#include <cstring>

static const char MAGIC[4] = { 'G', 'D', 'E', 'C' };
static constexpr uint64_t DIGEST_BYTES = 16;
static constexpr uint64_t DIGEST_AT = sizeof(MAGIC);
static constexpr uint64_t LENGTH_AT = DIGEST_AT + DIGEST_BYTES;
static constexpr uint64_t IV_AT = LENGTH_AT + 8;
static constexpr uint64_t CONTENT_AT = IV_AT + FileAccessEncrypted::IV_BYTES;
static constexpr uint64_t BLOCK_BYTES = AESContext::BLOCK_BYTES;

static_assert(FileAccessEncrypted::KEY_BYTES == AESContext::CFB_KEY_BYTES && FileAccessEncrypted::IV_BYTES == AESContext::BLOCK_BYTES);

static uint64_t to_whole_blocks(uint64_t p_length) {
	return (p_length + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES;
}

// Not optimised away.
static void wipe(Vector<uint8_t> &r_bytes) {
	volatile uint8_t *bytes = r_bytes.ptrw();
	for (int64_t i = 0; i < r_bytes.size(); i++) {
		bytes[i] = 0;
	}
	r_bytes.clear();
}

Error FileAccessEncrypted::_check_key(const Vector<uint8_t> &p_key) {
	ERR_FAIL_COND_V_MSG(!AESContext::crypt_cfb, ERR_UNAVAILABLE, "Encrypted files cannot be used: this build was made without a cryptography library.");
	ERR_FAIL_COND_V_MSG(p_key.size() != KEY_BYTES, ERR_INVALID_PARAMETER, "The key of an encrypted file has 32 bytes, not " + itos(p_key.size()) + ".");
	return OK;
}

Error FileAccessEncrypted::encrypt(Span<uint8_t> p_plain, const Vector<uint8_t> &p_key, const Vector<uint8_t> &p_iv, Vector<uint8_t> &r_file) {
	const uint64_t padded = to_whole_blocks(p_plain.size());
	if (r_file.resize(int64_t(CONTENT_AT + padded)) != OK) {
		return ERR_OUT_OF_MEMORY;
	}
	uint8_t *bytes = r_file.ptrw();
	memcpy(bytes, MAGIC, sizeof(MAGIC));
	Digest::compute(Digest::MD5, p_plain, bytes + DIGEST_AT);
	encode_uint64(p_plain.size(), bytes + LENGTH_AT);
	memcpy(bytes + IV_AT, p_iv.ptr(), size_t(IV_BYTES));
	if (p_plain.size() > 0) {
		memcpy(bytes + CONTENT_AT, p_plain.ptr(), p_plain.size());
	}
	Vector<uint8_t> state = p_iv;
	return AESContext::crypt_cfb(true, p_key.ptr(), state.ptrw(), bytes + CONTENT_AT, padded) ? OK : FAILED;
}

Error FileAccessEncrypted::decrypt(Span<uint8_t> p_file, const Vector<uint8_t> &p_key, Vector<uint8_t> &r_plain) {
	if (p_file.size() < sizeof(MAGIC) || memcmp(p_file.ptr(), MAGIC, sizeof(MAGIC)) != 0) {
		return ERR_FILE_UNRECOGNIZED;
	}
	if (p_file.size() < CONTENT_AT) {
		return ERR_FILE_CORRUPT;
	}
	const uint64_t length = decode_uint64(p_file.ptr() + LENGTH_AT);
	const uint64_t stored = p_file.size() - CONTENT_AT;
	if (length > stored || to_whole_blocks(length) > stored) {
		return ERR_FILE_CORRUPT;
	}
	if (r_plain.resize_uninitialized(int64_t(length)) != OK) {
		return ERR_OUT_OF_MEMORY;
	}
	Vector<uint8_t> state;
	state.append_span(p_file.subspan(IV_AT, uint64_t(IV_BYTES)));
	uint8_t digest[Digest::MAX_BYTES];
	if (length > 0) {
		memcpy(r_plain.ptrw(), p_file.ptr() + CONTENT_AT, length);
	}
	if (!AESContext::crypt_cfb(false, p_key.ptr(), state.ptrw(), r_plain.ptrw(), length)) {
		return FAILED;
	}
	Digest::compute(Digest::MD5, r_plain.span(), digest);
	if (memcmp(digest, p_file.ptr() + DIGEST_AT, DIGEST_BYTES) != 0) {
		r_plain.clear();
		return ERR_FILE_CORRUPT;
	}
	return OK;
}

// The digits of the digest serve as the bytes of the key: that is the format.
Vector<uint8_t> FileAccessEncrypted::make_key(const String &p_password) {
	return p_password.md5_text().to_ascii_buffer();
}

static Error make_iv(const Vector<uint8_t> &p_wanted, Vector<uint8_t> &r_iv) {
	r_iv = p_wanted;
	if (!p_wanted.is_empty()) {
		ERR_FAIL_COND_V_MSG(p_wanted.size() != FileAccessEncrypted::IV_BYTES, ERR_INVALID_PARAMETER, "The initialisation vector of an encrypted file has 16 bytes, not " + itos(p_wanted.size()) + ".");
		return OK;
	}
	r_iv.resize(FileAccessEncrypted::IV_BYTES);
	return OS::get_singleton()->get_entropy(r_iv.ptrw(), FileAccessEncrypted::IV_BYTES);
}

Error FileAccessEncrypted::load_bytes(const String &p_path, const Vector<uint8_t> &p_key, Vector<uint8_t> &r_bytes) {
	Error error = OK;
	const Vector<uint8_t> file = FileAccess::get_file_as_bytes(p_path, &error); // A file that is missing is said first, whatever the key.
	error = error == OK ? _check_key(p_key) : error;
	return error == OK ? decrypt(file.span(), p_key, r_bytes) : error;
}

Error FileAccessEncrypted::save_bytes(const String &p_path, const Vector<uint8_t> &p_key, Span<uint8_t> p_bytes) {
	Error error = _check_key(p_key);
	Vector<uint8_t> fresh_iv;
	Vector<uint8_t> file;
	error = error == OK ? make_iv(Vector<uint8_t>(), fresh_iv) : error;
	error = error == OK ? encrypt(p_bytes, p_key, fresh_iv, file) : error;
	return error == OK ? FileAccess::save_bytes(p_path, file.span()) : error;
}

Ref<FileAccess> FileAccessEncrypted::open(const String &p_path, int p_mode_flags, const Vector<uint8_t> &p_key, const Vector<uint8_t> &p_iv, Error &r_error) {
	const bool is_reading = p_mode_flags == READ;
	Ref<FileAccessEncrypted> file;
	file.instantiate();
	r_error = is_reading || p_mode_flags == WRITE ? _check_key(p_key) : ERR_UNAVAILABLE;
	if (r_error == OK && !is_reading) {
		r_error = make_iv(p_iv, file->iv);
	}
	const Ref<FileAccess> plain = r_error == OK ? FileAccess::open(p_path, p_mode_flags, &r_error) : Ref<FileAccess>();
	if (plain.is_null()) {
		return plain;
	}
	file->_begin(p_path, *plain.ptr());
	if (is_reading) {
		const Vector<uint8_t> bytes = plain->FileAccess::get_buffer(int64_t(plain->get_length()));
		r_error = decrypt(bytes.span(), p_key, file->data);
	} else {
		file->key = p_key;
		file->target = plain;
	}
	return r_error == OK ? Ref<FileAccess>(file) : Ref<FileAccess>();
}

bool FileAccessEncrypted::_write_to(FileAccess &p_to) const {
	Vector<uint8_t> file;
	return encrypt(data.span(), key, iv, file) == OK && p_to.store_buffer(file.ptr(), uint64_t(file.size()));
}

FileAccessEncrypted::~FileAccessEncrypted() {
	close(); // While it is still one of these.
	wipe(key);
}
