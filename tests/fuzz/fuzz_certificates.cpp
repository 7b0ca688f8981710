// PEM and DER: any bytes are a key or certificate or are refused; what is taken is written and read again, and can be described.
#include "modules/mbedtls/crypto/crypto_key_mbedtls.h"
#include "modules/mbedtls/crypto/x509_certificate_mbedtls.h"
#include "modules/mbedtls/tls/tls_verdict.h"
#include "tests/fuzz/fuzz_support.h"

#include <cstdlib>

FUZZ_WITH_ENGINE

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	const Span<uint8_t> bytes(p_data, p_size);
	for (const bool public_only : { false, true }) {
		Ref<ParsedKey> key;
		if (CryptoKeyMbedTLS::parse(bytes, public_only, key) == 0) {
			const Ref<CryptoKey> taken = CryptoKeyMbedTLS::make(key);
			const String pem = taken->save_to_string(true);
			if (pem.is_empty() || Ref<CryptoKey>(CryptoKey::create())->load_from_string(pem, true) != OK) {
				abort();
			}
		}
	}
	Ref<ParsedChain> chain;
	if (X509CertificateMbedTLS::parse(bytes, chain) >= 0) {
		if (X509CertificateMbedTLS::make(chain)->save_to_string().is_empty()) {
			abort();
		}
		for (const mbedtls_x509_crt *certificate = &chain->chain; certificate; certificate = certificate->next) {
			for (uint32_t flag = 1; flag < 0x20000; flag <<= 1) {
				TLSVerdict verdict;
				verdict.note_certificate(certificate, 0, flag, "a.test");
				if (verdict.text.is_empty()) {
					abort();
				}
			}
		}
	}
	return 0;
}
