// AESContext on mbedTLS.
#pragma once

#include "core/crypto/aes_context.h"

#include <mbedtls/aes.h>

class AESContextMbedTLS : public AESContext {
public:
	static AESContext *create() { return memnew(AESContextMbedTLS); }
	static void make_default();
	static void unmake_default();

	Error start(Mode p_mode, const Vector<uint8_t> &p_key, const Vector<uint8_t> &p_iv) override;
	Vector<uint8_t> update(const Vector<uint8_t> &p_src) override;
	Vector<uint8_t> get_iv_state() override;
	void finish() override;

	AESContextMbedTLS() { mbedtls_aes_init(&cipher); }
	~AESContextMbedTLS() override { mbedtls_aes_free(&cipher); } // Wipes.

private:
	static bool _crypt_cfb(bool p_encrypt, const uint8_t *p_key, uint8_t *r_iv, uint8_t *r_bytes, uint64_t p_size);

	mbedtls_aes_context cipher;
	uint8_t iv[BLOCK_BYTES] = {};
	Mode mode = MODE_MAX; // MODE_MAX: not started.
};
