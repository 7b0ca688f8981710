// Whole messages of AES-GCM and ChaCha20-Poly1305, which are what TLS consists of, go to OpenSSL's libcrypto (thirdparty/libcrypto): at
// 16 KiB mbedTLS's own ChaCha20-Poly1305 takes nine times as long, libsodium's 2.4 times, and the kernels of Intel's ipsec-mb are larger
// than all else of TLS. What these functions do not take goes to mbedTLS's, compiled under other names (thirdparty/mbedtls/SCsub).
#include "core/error/error_macros.h"
#include "core/string/ustring.h"

#include <estragon_libcrypto.h>

#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include <mbedtls/aes.h>
#include <mbedtls/chachapoly.h>
#include <mbedtls/gcm.h>
#include <mbedtls/platform_util.h>

#include <cstring>

#if defined(MBEDTLS_CAMELLIA_C) || defined(MBEDTLS_ARIA_C)
#error "A GCM context is taken for one of AES here."
#endif

extern "C" {
int estragon_portable_gcm_crypt_and_tag(mbedtls_gcm_context *, int, size_t, const unsigned char *, size_t, const unsigned char *, size_t, const unsigned char *, unsigned char *, size_t, unsigned char *);
int estragon_portable_gcm_auth_decrypt(mbedtls_gcm_context *, size_t, const unsigned char *, size_t, const unsigned char *, size_t, const unsigned char *, size_t, const unsigned char *, unsigned char *);
int estragon_portable_chachapoly_encrypt_and_tag(mbedtls_chachapoly_context *, size_t, const unsigned char *, const unsigned char *, size_t, const unsigned char *, unsigned char *, unsigned char *);
int estragon_portable_chachapoly_auth_decrypt(mbedtls_chachapoly_context *, size_t, const unsigned char *, const unsigned char *, size_t, const unsigned char *, const unsigned char *, unsigned char *);
}

namespace {

constexpr size_t NONCE_SIZE = 12;
constexpr size_t TAG_SIZE = 16;
constexpr size_t LARGEST = size_t(1) << 31; // Counters of blocks have 32 bits.

// One message of AES-GCM. Keys are wiped when it goes. To expand the key and to make the tables for each message takes 0.13 microseconds, of
// the 4 for a full record; there is no room of ours where mbedTLS keeps its keys.
class GCMMessage {
public:
	GCMMessage(const mbedtls_gcm_context *p_context, const uint8_t *p_nonce, const uint8_t *p_aad, size_t p_aad_size) {
		const mbedtls_aes_context *aes = static_cast<const mbedtls_aes_context *>(p_context->cipher_ctx.cipher_ctx);
		// The first round keys are the key itself.
		aesni_set_encrypt_key(reinterpret_cast<const uint8_t *>(aes->buf + aes->rk_offset), (aes->nr - 6) * 32, &key);
		gcm = CRYPTO_gcm128_new(&key, reinterpret_cast<block128_f>(aesni_encrypt));
		CRASH_COND(!gcm);
		CRYPTO_gcm128_setiv(gcm, p_nonce, NONCE_SIZE);
		CRYPTO_gcm128_aad(gcm, p_aad, p_aad_size);
	}
	~GCMMessage() {
		CRYPTO_gcm128_release(gcm);
		mbedtls_platform_zeroize(&key, sizeof(key));
	}
	GCMMessage(const GCMMessage &) = delete;
	GCMMessage &operator=(const GCMMessage &) = delete;

	void encrypt(const uint8_t *p_input, uint8_t *r_output, size_t p_size) { CRYPTO_gcm128_encrypt_ctr32(gcm, p_input, r_output, p_size, aesni_ctr32_encrypt_blocks); }
	void decrypt(const uint8_t *p_input, uint8_t *r_output, size_t p_size) { CRYPTO_gcm128_decrypt_ctr32(gcm, p_input, r_output, p_size, aesni_ctr32_encrypt_blocks); }
	void get_tag(uint8_t *r_tag) { CRYPTO_gcm128_tag(gcm, r_tag, TAG_SIZE); }

private:
	AES_KEY key;
	GCM128_CONTEXT *gcm;
};

// One message of ChaCha20-Poly1305 (RFC 8439 section 2.8).
class ChaChaMessage {
public:
	ChaChaMessage(const mbedtls_chachapoly_context *p_context, const uint8_t *p_nonce, const uint8_t *p_aad, size_t p_aad_size) :
			key(p_context->chacha20_ctx.state + 4), aad_size(p_aad_size) {
		memcpy(counter + 1, p_nonce, NONCE_SIZE);
		uint8_t first_block[64] = {};
		ChaCha20_ctr32(first_block, first_block, sizeof(first_block), key, counter);
		Poly1305_Init(poly, first_block);
		mbedtls_platform_zeroize(first_block, sizeof(first_block));
		counter[0] = 1;
		authenticate(p_aad, p_aad_size);
	}
	void crypt(const uint8_t *p_input, uint8_t *r_output, size_t p_size) const { ChaCha20_ctr32(r_output, p_input, p_size, key, counter); }
	void authenticate(const uint8_t *p_bytes, size_t p_size) {
		static constexpr uint8_t PADDING[TAG_SIZE] = {};
		Poly1305_Update(poly, p_bytes, p_size);
		Poly1305_Update(poly, PADDING, (TAG_SIZE - p_size % TAG_SIZE) % TAG_SIZE);
	}
	void get_tag(size_t p_size, uint8_t *r_tag) {
		const uint64_t sizes[2] = { aad_size, p_size };
		Poly1305_Update(poly, reinterpret_cast<const uint8_t *>(sizes), sizeof(sizes));
		Poly1305_Final(poly, r_tag);
	}

	static constexpr size_t POLY_ROOM = 512;

private:
	const uint32_t *key;
	size_t aad_size;
	uint32_t counter[4] = {};
	alignas(64) uint8_t poly[POLY_ROOM];
};

bool tags_differ(const uint8_t *p_a, const uint8_t *p_b, size_t p_size) {
	uint8_t difference = 0; // As long for any tag.
	for (size_t i = 0; i < p_size; i++) {
		difference = uint8_t(difference | (p_a[i] ^ p_b[i]));
	}
	return difference != 0;
}

// What is read of mbedTLS's contexts is its own business, and another version may keep it otherwise: whether both ways come to the same is
// tried out before the first message.
constexpr uint8_t SAMPLE[48] = "What is sealed here is opened by nobody at all.";

bool gcm_agrees() {
	bool agrees = true;
	for (unsigned int bits : { 128, 192, 256 }) {
		mbedtls_gcm_context context;
		mbedtls_gcm_init(&context);
		uint8_t expected[2][sizeof(SAMPLE)] = {};
		uint8_t found[2][sizeof(SAMPLE)] = {}; // Text and tag.
		agrees = agrees && mbedtls_gcm_setkey(&context, MBEDTLS_CIPHER_ID_AES, SAMPLE, bits) == 0;
		agrees = agrees && estragon_portable_gcm_crypt_and_tag(&context, MBEDTLS_GCM_ENCRYPT, sizeof(SAMPLE), SAMPLE, NONCE_SIZE, SAMPLE, 5, SAMPLE, expected[0], TAG_SIZE, expected[1]) == 0;
		if (agrees) {
			GCMMessage message(&context, SAMPLE, SAMPLE, 5);
			message.encrypt(SAMPLE, found[0], sizeof(SAMPLE));
			message.get_tag(found[1]);
			agrees = memcmp(expected, found, sizeof(found)) == 0;
		}
		mbedtls_gcm_free(&context);
	}
	return agrees;
}

bool chacha_agrees() {
	mbedtls_chachapoly_context context;
	mbedtls_chachapoly_init(&context);
	uint8_t expected[2][sizeof(SAMPLE)] = {};
	uint8_t found[2][sizeof(SAMPLE)] = {}; // Text and tag.
	bool agrees = mbedtls_chachapoly_setkey(&context, SAMPLE) == 0;
	agrees = agrees && estragon_portable_chachapoly_encrypt_and_tag(&context, sizeof(SAMPLE), SAMPLE, SAMPLE, 5, SAMPLE, expected[0], expected[1]) == 0;
	ChaChaMessage message(&context, SAMPLE, SAMPLE, 5);
	message.crypt(SAMPLE, found[0], sizeof(SAMPLE));
	message.authenticate(found[0], sizeof(SAMPLE));
	message.get_tag(sizeof(SAMPLE), found[1]);
	mbedtls_chachapoly_free(&context);
	return agrees && memcmp(expected, found, sizeof(found)) == 0;
}

bool note_agreement(bool p_agrees, const char *p_what) {
	if (!p_agrees) {
		WARN_PRINT(String(p_what) + " is slow: libcrypto and this version of mbedTLS do not come to the same, so mbedTLS's own code is used. Build with the version that thirdparty/mbedtls/fetch.sh fetches.");
	}
	return p_agrees;
}

bool gcm_is_fast() {
	static const bool is_fast = __builtin_cpu_supports("aes") && __builtin_cpu_supports("ssse3") && note_agreement(gcm_agrees(), "AES-GCM");
	return is_fast;
}

bool chacha_is_fast() {
	static const bool is_fast = Poly1305_ctx_size() <= ChaChaMessage::POLY_ROOM && note_agreement(chacha_agrees(), "ChaCha20-Poly1305");
	return is_fast;
}

bool takes_gcm(size_t p_size, size_t p_nonce_size, size_t p_aad_size, size_t p_tag_size) {
	return p_nonce_size == NONCE_SIZE && p_tag_size <= TAG_SIZE && p_tag_size >= 4 && p_size < LARGEST && p_aad_size < LARGEST && gcm_is_fast();
}

} // namespace

extern "C" int mbedtls_gcm_crypt_and_tag(mbedtls_gcm_context *p_context, int p_mode, size_t p_size, const unsigned char *p_iv, size_t p_iv_size, const unsigned char *p_aad, size_t p_aad_size, const unsigned char *p_input, unsigned char *r_output, size_t p_tag_size, unsigned char *r_tag) {
	if (!takes_gcm(p_size, p_iv_size, p_aad_size, p_tag_size)) {
		return estragon_portable_gcm_crypt_and_tag(p_context, p_mode, p_size, p_iv, p_iv_size, p_aad, p_aad_size, p_input, r_output, p_tag_size, r_tag);
	}
	GCMMessage message(p_context, p_iv, p_aad, p_aad_size);
	if (p_mode == MBEDTLS_GCM_ENCRYPT) {
		message.encrypt(p_input, r_output, p_size);
	} else {
		message.decrypt(p_input, r_output, p_size);
	}
	uint8_t tag[TAG_SIZE];
	message.get_tag(tag);
	memcpy(r_tag, tag, p_tag_size);
	return 0;
}

extern "C" int mbedtls_gcm_auth_decrypt(mbedtls_gcm_context *p_context, size_t p_size, const unsigned char *p_iv, size_t p_iv_size, const unsigned char *p_aad, size_t p_aad_size, const unsigned char *p_tag, size_t p_tag_size, const unsigned char *p_input, unsigned char *r_output) {
	if (!takes_gcm(p_size, p_iv_size, p_aad_size, p_tag_size)) {
		return estragon_portable_gcm_auth_decrypt(p_context, p_size, p_iv, p_iv_size, p_aad, p_aad_size, p_tag, p_tag_size, p_input, r_output);
	}
	GCMMessage message(p_context, p_iv, p_aad, p_aad_size);
	message.decrypt(p_input, r_output, p_size);
	uint8_t tag[TAG_SIZE];
	message.get_tag(tag);
	if (tags_differ(p_tag, tag, p_tag_size)) {
		mbedtls_platform_zeroize(r_output, p_size);
		return MBEDTLS_ERR_GCM_AUTH_FAILED;
	}
	return 0;
}

extern "C" int mbedtls_chachapoly_encrypt_and_tag(mbedtls_chachapoly_context *p_context, size_t p_size, const unsigned char p_nonce[12], const unsigned char *p_aad, size_t p_aad_size, const unsigned char *p_input, unsigned char *r_output, unsigned char r_tag[16]) {
	if (p_size >= LARGEST || !chacha_is_fast()) {
		return estragon_portable_chachapoly_encrypt_and_tag(p_context, p_size, p_nonce, p_aad, p_aad_size, p_input, r_output, r_tag);
	}
	ChaChaMessage message(p_context, p_nonce, p_aad, p_aad_size);
	message.crypt(p_input, r_output, p_size);
	message.authenticate(r_output, p_size);
	message.get_tag(p_size, r_tag);
	return 0;
}

extern "C" int mbedtls_chachapoly_auth_decrypt(mbedtls_chachapoly_context *p_context, size_t p_size, const unsigned char p_nonce[12], const unsigned char *p_aad, size_t p_aad_size, const unsigned char p_tag[16], const unsigned char *p_input, unsigned char *r_output) {
	if (p_size >= LARGEST || !chacha_is_fast()) {
		return estragon_portable_chachapoly_auth_decrypt(p_context, p_size, p_nonce, p_aad, p_aad_size, p_tag, p_input, r_output);
	}
	ChaChaMessage message(p_context, p_nonce, p_aad, p_aad_size);
	message.authenticate(p_input, p_size);
	uint8_t tag[TAG_SIZE];
	message.get_tag(p_size, tag);
	if (tags_differ(p_tag, tag, TAG_SIZE)) {
		return MBEDTLS_ERR_CHACHAPOLY_AUTH_FAILED;
	}
	message.crypt(p_input, r_output, p_size);
	return 0;
}
