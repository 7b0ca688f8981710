// AES-GCM by the AES and carry-less multiplication instructions of x86-64, several blocks at a time.
#pragma once

#include <cstddef>
#include <cstdint>

// One message. Knows no engine and no mbedTLS: aes_gcm_kernel.cpp is compiled once for each width of vectors.
struct AESGCMMessage {
	const uint8_t *round_keys; // As the AES instructions take them, (rounds + 1) * 16 bytes.
	int rounds;
	const uint8_t *iv; // 12 bytes.
	const uint8_t *aad;
	size_t aad_size;
	const uint8_t *input;
	uint8_t *output; // May be the input.
	size_t size;
	bool encrypt;
};

// r_tag: 16 bytes, of the encrypted text in both directions; whoever decrypts compares.
void aes_gcm_crypt_128(const AESGCMMessage &p_message, uint8_t *r_tag); // Needs AES, PCLMULQDQ, SSSE3.
void aes_gcm_crypt_512(const AESGCMMessage &p_message, uint8_t *r_tag); // Needs VAES, VPCLMULQDQ, AVX-512 F and BW.
