// AESContext: whole blocks only; padding is the caller's.
#include "modules/mbedtls/crypto/aes_context_mbedtls.h"

#include "modules/mbedtls/crypto/mbedtls_support.h"

#include <cstring>

void AESContextMbedTLS::make_default() {
	_create = create;
	crypt_cfb = _crypt_cfb;
}

void AESContextMbedTLS::unmake_default() {
	_create = nullptr;
	crypt_cfb = nullptr;
}

static bool is_cbc(AESContext::Mode p_mode) {
	return p_mode == AESContext::MODE_CBC_ENCRYPT || p_mode == AESContext::MODE_CBC_DECRYPT;
}

static bool is_encryption(AESContext::Mode p_mode) {
	return p_mode == AESContext::MODE_ECB_ENCRYPT || p_mode == AESContext::MODE_CBC_ENCRYPT;
}

Error AESContextMbedTLS::start(Mode p_mode, const Vector<uint8_t> &p_key, const Vector<uint8_t> &p_iv) {
	ERR_FAIL_COND_V_MSG(mode != MODE_MAX, ERR_ALREADY_IN_USE, "This context is in use: call finish() before it is started again.");
	ERR_FAIL_INDEX_V_MSG(p_mode, MODE_MAX, ERR_INVALID_PARAMETER, "The mode must be one of AESContext.Mode.");
	ERR_FAIL_COND_V_MSG(p_key.size() != 16 && p_key.size() != 32, ERR_INVALID_PARAMETER, "The key must have 16 bytes (AES-128) or 32 (AES-256), not " + itos(p_key.size()) + ".");
	ERR_FAIL_COND_V_MSG(is_cbc(p_mode) && p_iv.size() != BLOCK_BYTES, ERR_INVALID_PARAMETER, "CBC needs an initialisation vector of 16 bytes, not " + itos(p_iv.size()) + ".");
	const unsigned bits = unsigned(p_key.size()) * 8;
	const int result = is_encryption(p_mode) ? mbedtls_aes_setkey_enc(&cipher, p_key.ptr(), bits) : mbedtls_aes_setkey_dec(&cipher, p_key.ptr(), bits);
	ERR_FAIL_COND_V_MSG(result != 0, FAILED, "The key was refused: " + mbedtls_describe_error(result) + ".");
	if (is_cbc(p_mode)) {
		memcpy(iv, p_iv.ptr(), BLOCK_BYTES);
	}
	mode = p_mode;
	return OK;
}

Vector<uint8_t> AESContextMbedTLS::update(const Vector<uint8_t> &p_src) {
	ERR_FAIL_COND_V_MSG(mode == MODE_MAX, Vector<uint8_t>(), "Call start() first.");
	ERR_FAIL_COND_V_MSG(p_src.size() % BLOCK_BYTES != 0, Vector<uint8_t>(), "AES works on blocks of 16 bytes; " + itos(p_src.size()) + " bytes are not a multiple. Pad the data.");
	Vector<uint8_t> out;
	out.resize_uninitialized(p_src.size());
	uint8_t *bytes = out.ptrw();
	const int direction = is_encryption(mode) ? MBEDTLS_AES_ENCRYPT : MBEDTLS_AES_DECRYPT;
	int result = 0;
	if (is_cbc(mode)) {
		result = mbedtls_aes_crypt_cbc(&cipher, direction, size_t(p_src.size()), iv, p_src.ptr(), bytes);
	} else {
		for (int64_t at = 0; at < p_src.size() && result == 0; at += BLOCK_BYTES) {
			result = mbedtls_aes_crypt_ecb(&cipher, direction, p_src.ptr() + at, bytes + at);
		}
	}
	ERR_FAIL_COND_V_MSG(result != 0, Vector<uint8_t>(), "AES failed: " + mbedtls_describe_error(result) + ".");
	return out;
}

Vector<uint8_t> AESContextMbedTLS::get_iv_state() {
	ERR_FAIL_COND_V_MSG(!is_cbc(mode), Vector<uint8_t>(), "Call start() with a CBC mode first.");
	Vector<uint8_t> state;
	state.append_span(Span<uint8_t>(iv, BLOCK_BYTES));
	return state;
}

void AESContextMbedTLS::finish() {
	mbedtls_aes_free(&cipher);
	mbedtls_aes_init(&cipher);
	mbedtls_wipe(iv, sizeof(iv));
	mode = MODE_MAX;
}

bool AESContextMbedTLS::_crypt_cfb(bool p_encrypt, const uint8_t *p_key, uint8_t *r_iv, uint8_t *r_bytes, uint64_t p_size) {
	mbedtls_aes_context context;
	mbedtls_aes_init(&context);
	size_t offset = 0;
	int result = mbedtls_aes_setkey_enc(&context, p_key, CFB_KEY_BYTES * 8); // CFB runs the cipher forwards both ways.
	if (result == 0) {
		result = mbedtls_aes_crypt_cfb128(&context, p_encrypt ? MBEDTLS_AES_ENCRYPT : MBEDTLS_AES_DECRYPT, size_t(p_size), &offset, r_iv, r_bytes, r_bytes);
	}
	mbedtls_aes_free(&context);
	return result == 0;
}
