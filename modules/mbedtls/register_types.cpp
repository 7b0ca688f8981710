// Makes the library's classes those that scripts and the engine get.
#include "modules/mbedtls/register_types.h"

#include "modules/mbedtls/crypto/aes_context_mbedtls.h"
#include "modules/mbedtls/crypto/crypto_key_mbedtls.h"
#include "modules/mbedtls/crypto/crypto_mbedtls.h"
#include "modules/mbedtls/crypto/x509_certificate_mbedtls.h"

void initialize_mbedtls_module(ModuleInitializationLevel p_level) {
	if (p_level == MODULE_INITIALIZATION_LEVEL_CORE) {
		CryptoKeyMbedTLS::make_default();
		X509CertificateMbedTLS::make_default();
		CryptoMbedTLS::make_default();
		AESContextMbedTLS::make_default();
		initialize_mbedtls_streams();
	}
}

void uninitialize_mbedtls_module(ModuleInitializationLevel p_level) {
	if (p_level == MODULE_INITIALIZATION_LEVEL_CORE) {
		uninitialize_mbedtls_streams();
		AESContextMbedTLS::unmake_default();
		CryptoMbedTLS::unmake_default();
		X509CertificateMbedTLS::unmake_default();
		CryptoKeyMbedTLS::unmake_default();
	}
}
