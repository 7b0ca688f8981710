// AESContext: AES for scripts. Abstract in effect: a TLS library's module supplies the cipher.
#pragma once

#include "core/object/class_db.h"
#include "core/object/ref_counted.h"
#include "core/templates/vector.h"

class AESContext : public RefCounted {
	GDCLASS(AESContext, RefCounted);

public:
	enum Mode : int {
		MODE_ECB_ENCRYPT,
		MODE_ECB_DECRYPT,
		MODE_CBC_ENCRYPT,
		MODE_CBC_DECRYPT,
		MODE_MAX,
	};

	static constexpr int BLOCK_BYTES = 16;
	static constexpr int CFB_KEY_BYTES = 32;

	// AES-256 in CFB mode (128 bits of feedback), in place, for encrypted files; null without a TLS library. p_key has CFB_KEY_BYTES,
	// r_iv BLOCK_BYTES, and afterwards holds what goes on with a next piece of whole blocks. False: it failed. Any thread.
	static bool (*crypt_cfb)(bool p_encrypt, const uint8_t *p_key, uint8_t *r_iv, uint8_t *r_bytes, uint64_t p_size);

	// Without a TLS library the object exists, and start() reports that there is no cipher.
	static AESContext *create();

	virtual Error start(Mode p_mode, const Vector<uint8_t> &p_key, const Vector<uint8_t> &p_iv = Vector<uint8_t>());
	virtual Vector<uint8_t> update(const Vector<uint8_t> &p_src);
	virtual Vector<uint8_t> get_iv_state();
	virtual void finish() {}

protected:
	static void _bind_methods();

	static AESContext *(*_create)();
};

VARIANT_ENUM_CAST(AESContext::Mode);
