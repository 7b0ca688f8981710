/* X25519 (RFC 7748) by libcrypto's arithmetic where it and the processor have it (thirdparty/libcrypto), else by the verified code that
 * mbedTLS brings in 3rdparty/everest, for TLS 1.2 and 1.3 alike: that takes a tenth of the time of mbedTLS's own ladder, and the first a
 * third of that. */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include "mbedtls/ecp.h"
#include "mbedtls/platform_util.h"

#include "estragon_x25519.h"

#ifdef ESTRAGON_HAS_X25519_FE64
#include "estragon_libcrypto.h"
#endif

#include <string.h>

#define SIZE 32

void Hacl_Curve25519_crypto_scalarmult(uint8_t *r_output, uint8_t *scalar, uint8_t *point);

static void multiply_bytes(uint8_t *r_output, uint8_t *scalar, uint8_t *point) {
#ifdef ESTRAGON_HAS_X25519_FE64
	if (estragon_x25519_fe64(r_output, scalar, point)) {
		return;
	}
#endif
	Hacl_Curve25519_crypto_scalarmult(r_output, scalar, point);
}

static int multiply(mbedtls_ecp_group *group, mbedtls_ecp_point *r_product, const mbedtls_mpi *scalar, const mbedtls_ecp_point *point) {
	uint8_t bytes[3][SIZE];
	uint8_t all = 0;
	int result = mbedtls_ecp_check_privkey(group, scalar);
	if (result == 0) {
		result = mbedtls_ecp_check_pubkey(group, point);
	}
	if (result == 0) {
		result = mbedtls_mpi_write_binary_le(scalar, bytes[0], SIZE);
	}
	if (result == 0) {
		result = mbedtls_mpi_write_binary_le(&point->X, bytes[1], SIZE);
	}
	if (result == 0) {
		multiply_bytes(bytes[2], bytes[0], bytes[1]);
		for (int i = 0; i < SIZE; i++) {
			all |= bytes[2][i];
		}
		/* Section 6.1: a point of small order would make the secret known. */
		result = all == 0 ? MBEDTLS_ERR_ECP_INVALID_KEY : mbedtls_mpi_read_binary_le(&r_product->X, bytes[2], SIZE);
	}
	if (result == 0) {
		mbedtls_mpi_free(&r_product->Y);
		result = mbedtls_mpi_lset(&r_product->Z, 1);
	}
	mbedtls_platform_zeroize(bytes, sizeof(bytes));
	return result;
}

int mbedtls_ecp_mul_restartable(mbedtls_ecp_group *group, mbedtls_ecp_point *r_product, const mbedtls_mpi *scalar, const mbedtls_ecp_point *point, int (*random)(void *, unsigned char *, size_t), void *generator, mbedtls_ecp_restart_ctx *restart) {
	if (group->id == MBEDTLS_ECP_DP_CURVE25519) {
		return multiply(group, r_product, scalar, point);
	}
	return estragon_portable_ecp_mul_restartable(group, r_product, scalar, point, random, generator, restart);
}

int mbedtls_ecp_mul(mbedtls_ecp_group *group, mbedtls_ecp_point *r_product, const mbedtls_mpi *scalar, const mbedtls_ecp_point *point, int (*random)(void *, unsigned char *, size_t), void *generator) {
	return mbedtls_ecp_mul_restartable(group, r_product, scalar, point, random, generator, NULL);
}
