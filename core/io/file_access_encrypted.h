// FileAccess over an encrypted file ("GDEC"): decrypted whole when it is opened, encrypted and written when it is closed.
#pragma once

#include "core/io/file_access_memory.h"

// AES-256 in CFB mode. The checksum inside tells a wrong key from a right one and finds damage; it does not keep those who know the key,
// or who only want to do damage, from changing the file. Needs a TLS library (AESContext::crypt_cfb): ERR_UNAVAILABLE without.
class FileAccessEncrypted final : public FileAccessMemory {
public:
	static constexpr int KEY_BYTES = 32;
	static constexpr int IV_BYTES = 16;

	// READ or WRITE. An empty p_iv means a random one. null and r_error: ERR_INVALID_PARAMETER (length of key or iv), ERR_FILE_UNRECOGNIZED
	// (no encrypted file), ERR_FILE_CORRUPT (damaged, or another key), or what FileAccess::open() says. Prints nothing but misuse.
	static Ref<FileAccess> open(const String &p_path, int p_mode_flags, const Vector<uint8_t> &p_key, const Vector<uint8_t> &p_iv, Error &r_error);
	static Vector<uint8_t> make_key(const String &p_password);

	// The whole file at once.
	static Error load_bytes(const String &p_path, const Vector<uint8_t> &p_key, Vector<uint8_t> &r_bytes);
	static Error save_bytes(const String &p_path, const Vector<uint8_t> &p_key, Span<uint8_t> p_bytes); // As FileAccess::save_bytes().

	// The bytes of such a file, and back. p_key has KEY_BYTES, p_iv IV_BYTES.
	static Error encrypt(Span<uint8_t> p_plain, const Vector<uint8_t> &p_key, const Vector<uint8_t> &p_iv, Vector<uint8_t> &r_file);
	static Error decrypt(Span<uint8_t> p_file, const Vector<uint8_t> &p_key, Vector<uint8_t> &r_plain);

	bool eof_reached() const override { return last_error == ERR_FILE_EOF; }

	~FileAccessEncrypted() override;

protected:
	bool _write_to(FileAccess &p_to) const override;

private:
	static Error _check_key(const Vector<uint8_t> &p_key);

	Vector<uint8_t> key; // While writing.
	Vector<uint8_t> iv;
};
