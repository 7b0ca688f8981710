// Whole messages of AES-GCM go to the kernels of this processor; what those do not take goes to mbedTLS's own functions, which are
// compiled under other names (thirdparty/mbedtls/SCsub).
#include "core/typedefs.h"
#include "modules/mbedtls/gcm/aes_gcm_x86.h"

#include <cpuid.h>

#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include <mbedtls/aes.h>
#include <mbedtls/gcm.h>
#include <mbedtls/platform_util.h>

extern "C" {
int estragon_portable_gcm_crypt_and_tag(mbedtls_gcm_context *, int, size_t, const unsigned char *, size_t, const unsigned char *, size_t, const unsigned char *, unsigned char *, size_t, unsigned char *);
int estragon_portable_gcm_auth_decrypt(mbedtls_gcm_context *, size_t, const unsigned char *, size_t, const unsigned char *, size_t, const unsigned char *, size_t, const unsigned char *, unsigned char *);
}

namespace {

using Kernel = void (*)(const AESGCMMessage &, uint8_t *);

Kernel find_kernel() {
	static constexpr unsigned VAES_AND_VPCLMUL = 3u << 9; // Leaf 7, ECX.
	if (!__builtin_cpu_supports("aes") || !__builtin_cpu_supports("pclmul") || !__builtin_cpu_supports("ssse3")) {
		return nullptr;
	}
	unsigned a = 0, b = 0, c = 0, d = 0;
	const bool is_wide = __builtin_cpu_supports("avx512bw") && __get_cpuid_count(7, 0, &a, &b, &c, &d) && (c & VAES_AND_VPCLMUL) == VAES_AND_VPCLMUL;
	return is_wide ? aes_gcm_crypt_512 : aes_gcm_crypt_128;
}

const Kernel kernel = find_kernel();

constexpr size_t IV_SIZE = 12;
constexpr size_t TAG_SIZE = 16;
constexpr size_t LARGEST = size_t(1) << 31; // The kernels count blocks in 32 bits.

void run(const mbedtls_gcm_context *p_context, AESGCMMessage &p_message, uint8_t *r_tag) {
	const mbedtls_aes_context *aes = static_cast<const mbedtls_aes_context *>(p_context->cipher_ctx.cipher_ctx);
	p_message.round_keys = reinterpret_cast<const uint8_t *>(aes->buf + aes->rk_offset);
	p_message.rounds = aes->nr;
	kernel(p_message, r_tag);
}

} // namespace

extern "C" int mbedtls_gcm_crypt_and_tag(mbedtls_gcm_context *p_context, int p_mode, size_t p_size, const unsigned char *p_iv, size_t p_iv_size, const unsigned char *p_aad, size_t p_aad_size, const unsigned char *p_input, unsigned char *r_output, size_t p_tag_size, unsigned char *r_tag) {
	if (!kernel || p_iv_size != IV_SIZE || p_tag_size > TAG_SIZE || p_tag_size < 4 || p_size >= LARGEST || p_aad_size >= LARGEST) {
		return estragon_portable_gcm_crypt_and_tag(p_context, p_mode, p_size, p_iv, p_iv_size, p_aad, p_aad_size, p_input, r_output, p_tag_size, r_tag);
	}
	AESGCMMessage message = { nullptr, 0, p_iv, p_aad, p_aad_size, p_input, r_output, p_size, p_mode == MBEDTLS_GCM_ENCRYPT };
	uint8_t tag[TAG_SIZE];
	run(p_context, message, tag);
	for (size_t i = 0; i < p_tag_size; i++) {
		r_tag[i] = tag[i];
	}
	return 0;
}

extern "C" int mbedtls_gcm_auth_decrypt(mbedtls_gcm_context *p_context, size_t p_size, const unsigned char *p_iv, size_t p_iv_size, const unsigned char *p_aad, size_t p_aad_size, const unsigned char *p_tag, size_t p_tag_size, const unsigned char *p_input, unsigned char *r_output) {
	if (!kernel || p_iv_size != IV_SIZE || p_tag_size > TAG_SIZE || p_tag_size < 4 || p_size >= LARGEST || p_aad_size >= LARGEST) {
		return estragon_portable_gcm_auth_decrypt(p_context, p_size, p_iv, p_iv_size, p_aad, p_aad_size, p_tag, p_tag_size, p_input, r_output);
	}
	AESGCMMessage message = { nullptr, 0, p_iv, p_aad, p_aad_size, p_input, r_output, p_size, false };
	uint8_t tag[TAG_SIZE];
	run(p_context, message, tag);
	uint8_t difference = 0; // As long for any tag.
	for (size_t i = 0; i < p_tag_size; i++) {
		difference = uint8_t(difference | (p_tag[i] ^ tag[i]));
	}
	if (difference != 0) {
		mbedtls_platform_zeroize(r_output, p_size);
		return MBEDTLS_ERR_GCM_AUTH_FAILED;
	}
	return 0;
}
