// Random bytes, error words, wiping.
#include "modules/mbedtls/crypto/mbedtls_support.h"

#include "core/os/memory.h"
#include "core/os/os.h"

#include <mbedtls/asn1.h>
#include <mbedtls/error.h>
#include <mbedtls/pem.h>
#include <mbedtls/pk.h>
#include <mbedtls/platform_util.h>
#include <mbedtls/rsa.h>
#include <mbedtls/x509.h>
#ifdef MBEDTLS_SSL_TLS_C
#include <mbedtls/ssl.h>
#include <psa/crypto.h>
#endif

#include <algorithm>

namespace {

struct ErrorWords {
	int code;
	const char *words;
};

// Those that bad input causes; what is not here is told by its number.
const ErrorWords ERROR_WORDS[] = {
	{ MBEDTLS_ERR_PEM_NO_HEADER_FOOTER_PRESENT, "there is no PEM block of the expected kind (-----BEGIN ...-----)" },
	{ MBEDTLS_ERR_PEM_INVALID_DATA, "the PEM block is damaged" },
	{ MBEDTLS_ERR_PEM_BAD_INPUT_DATA, "the PEM block is damaged" },
	{ MBEDTLS_ERR_PEM_PASSWORD_REQUIRED, "the key is encrypted; decrypt it first (openssl pkey -in KEY -out PLAIN)" },
	{ MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG, "the key is encrypted; decrypt it first (openssl pkey -in KEY -out PLAIN)" },
	{ MBEDTLS_ERR_PEM_FEATURE_UNAVAILABLE, "the key is encrypted; decrypt it first (openssl pkey -in KEY -out PLAIN)" },
	{ MBEDTLS_ERR_PK_PASSWORD_REQUIRED, "the key is encrypted; decrypt it first (openssl pkey -in KEY -out PLAIN)" },
	{ MBEDTLS_ERR_PK_KEY_INVALID_FORMAT, "the text is no key in PEM or DER" },
	{ MBEDTLS_ERR_PK_UNKNOWN_PK_ALG, "the key is of an unknown kind; RSA and EC (P-256, P-384) keys can be used" },
	{ MBEDTLS_ERR_PK_UNKNOWN_NAMED_CURVE, "the key is on a curve other than P-256 and P-384" },
	{ MBEDTLS_ERR_PK_INVALID_PUBKEY, "the key is damaged" },
	{ MBEDTLS_ERR_PK_TYPE_MISMATCH, "the key is of another kind than this needs" },
	{ MBEDTLS_ERR_RSA_BAD_INPUT_DATA, "the data does not fit the key: it is too long, or the key has no part for this" },
	{ MBEDTLS_ERR_RSA_INVALID_PADDING, "the data was not made for this key" },
	{ MBEDTLS_ERR_X509_INVALID_FORMAT, "the text is no certificate in PEM or DER" },
	{ MBEDTLS_ERR_X509_CERT_UNKNOWN_FORMAT, "the text is no certificate in PEM or DER" },
	{ MBEDTLS_ERR_X509_UNKNOWN_SIG_ALG, "the certificate is signed in an unknown way" },
	{ MBEDTLS_ERR_X509_UNKNOWN_VERSION, "the certificate is of an unknown version" },
	{ MBEDTLS_ERR_X509_UNKNOWN_OID, "a part of the name is unknown; use CN=, O=, OU=, C=, ST=, L=, emailAddress=" },
	{ MBEDTLS_ERR_X509_INVALID_NAME, "the name is not of the form CN=host,O=organisation,C=country" },
	{ MBEDTLS_ERR_X509_BAD_INPUT_DATA, "the text is empty or not what is asked for" },
	{ MBEDTLS_ERR_ASN1_OUT_OF_DATA, "the data ends too early" },
	{ MBEDTLS_ERR_ASN1_UNEXPECTED_TAG, "the data is damaged" },
};

} // namespace

int mbedtls_fill_random(void *, unsigned char *r_bytes, size_t p_size) {
	return OS::get_singleton()->get_entropy(r_bytes, int(p_size)) == OK ? 0 : MBEDTLS_ERR_ERROR_GENERIC_ERROR;
}

#ifdef MBEDTLS_PSA_CRYPTO_EXTERNAL_RNG
extern "C" psa_status_t mbedtls_psa_external_get_random(mbedtls_psa_external_random_context_t *, uint8_t *r_bytes, size_t p_size, size_t *r_size) {
	*r_size = p_size;
	return mbedtls_fill_random(nullptr, r_bytes, p_size) == 0 ? PSA_SUCCESS : PSA_ERROR_INSUFFICIENT_ENTROPY;
}
#endif

String mbedtls_describe_error(int p_error) {
	// Errors are sums of a module's (a multiple of 0x80) and one from below it.
	const int high = -(-p_error & 0xFF80);
	const int low = -(-p_error & 0x7F);
	String words;
	for (const ErrorWords &entry : ERROR_WORDS) {
		if (entry.code == p_error || (words.is_empty() && (entry.code == high || entry.code == low))) {
			words = entry.words;
		}
	}
	const String number = "mbedTLS error -0x" + String::num_int64(-p_error, 16).to_upper();
	return words.is_empty() ? number : words + " (" + number + ")";
}

String mbedtls_describe_text(Span<uint8_t> p_text) {
	constexpr int64_t LONGEST_KIND = 40;
	static const char BEGIN[] = "-----BEGIN ";
	const uint8_t *end = p_text.ptr() + p_text.size();
	const uint8_t *found = std::search(p_text.ptr(), end, BEGIN, BEGIN + sizeof(BEGIN) - 1);
	if (found == end) {
		return String();
	}
	found += sizeof(BEGIN) - 1;
	String kind = String::utf8(reinterpret_cast<const char *>(found), MIN(int64_t(end - found), LONGEST_KIND));
	if (kind.find("-----") <= 0) {
		return String();
	}
	kind = kind.get_slice("-----", 0);
	String advice;
	if (kind == "ENCRYPTED PRIVATE KEY") {
		advice = "; decrypt it first (openssl pkey -in KEY -out PLAIN)";
	} else if (kind == "CERTIFICATE REQUEST") {
		advice = ", which an authority has yet to turn into a certificate";
	}
	return " It holds a block \"" + kind + "\"" + advice + ".";
}

void mbedtls_wipe(void *p_bytes, size_t p_size) {
	mbedtls_platform_zeroize(p_bytes, p_size);
}

WipedBytes::WipedBytes(size_t p_size) :
		bytes(static_cast<uint8_t *>(memalloc(p_size))), length(p_size) {
}

WipedBytes::~WipedBytes() {
	mbedtls_wipe(bytes, length);
	memfree(bytes);
}
