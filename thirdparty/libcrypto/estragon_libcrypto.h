/* What Estragon calls of OpenSSL's libcrypto and its public headers do not declare (SCsub checks that the library has it). */
#pragma once

#include <openssl/aes.h>
#include <openssl/crypto.h>
#include <openssl/modes.h>

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ChaCha20 (RFC 8439 section 2.4): key and counter followed by nonce, as little-endian words. Output may be the input. */
void ChaCha20_ctr32(unsigned char *r_output, const unsigned char *input, size_t size, const unsigned int key[8], const unsigned int counter[4]);

/* Poly1305 in memory of the caller, of Poly1305_ctx_size() bytes; Final wipes it. */
size_t Poly1305_ctx_size(void);
void Poly1305_Init(void *context, const unsigned char key[32]);
void Poly1305_Update(void *context, const unsigned char *bytes, size_t size);
void Poly1305_Final(void *context, unsigned char r_tag[16]);

/* AES by the processor's instructions, which must be there. Bits of the key: 128, 192 or 256. 0 is success. */
int aesni_set_encrypt_key(const unsigned char *key, int bits, AES_KEY *r_key);
void aesni_encrypt(const unsigned char *input, unsigned char *r_output, const AES_KEY *key);
void aesni_ctr32_encrypt_blocks(const unsigned char *input, unsigned char *r_output, size_t blocks, const void *key, const unsigned char counter[16]);

/* X25519 (RFC 7748) by the processor's wide multiplication; 0, and nothing is done, where it has none. Only where SCsub has found the
   library's part of it. */
int estragon_x25519_fe64(unsigned char r_product[32], const unsigned char scalar[32], const unsigned char point[32]);

#ifdef __cplusplus
}
#endif
