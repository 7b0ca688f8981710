/* mbedTLS's own multiplication on curves, behind mbedtls_ecp_mul_restartable() of estragon_x25519.c. */
#pragma once

#include "mbedtls/ecp.h"

#ifdef __cplusplus
extern "C" {
#endif

int estragon_portable_ecp_mul_restartable(mbedtls_ecp_group *group, mbedtls_ecp_point *r_product, const mbedtls_mpi *scalar, const mbedtls_ecp_point *point, int (*random)(void *, unsigned char *, size_t), void *generator, mbedtls_ecp_restart_ctx *restart);

#ifdef __cplusplus
}
#endif
