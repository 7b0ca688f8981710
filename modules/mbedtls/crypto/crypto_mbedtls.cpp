// Crypto: what needs a public key library.
#include "modules/mbedtls/crypto/crypto_mbedtls.h"

#include "core/io/ip_address.h"
#include "modules/mbedtls/crypto/certificate_writer.h"
#include "modules/mbedtls/crypto/mbedtls_support.h"

namespace {

constexpr int MIN_RSA_BITS = 1024;
constexpr int MAX_RSA_BITS = 16384;

mbedtls_md_type_t to_md(HashingContext::HashType p_type) {
	switch (p_type) {
		case HashingContext::HASH_MD5:
			return MBEDTLS_MD_MD5;
		case HashingContext::HASH_SHA1:
			return MBEDTLS_MD_SHA1;
		case HashingContext::HASH_SHA256:
			return MBEDTLS_MD_SHA256;
	}
	return MBEDTLS_MD_NONE;
}

// What stands behind CN= in a name.
String find_common_name(const String &p_name) {
	for (const String &part : p_name.split(",")) {
		const String entry = part.strip_edges();
		if (entry.to_upper().begins_with("CN=")) {
			return entry.substr(3).strip_edges();
		}
	}
	return String();
}

bool is_host_name(const String &p_text) {
	if (p_text.is_empty() || p_text.begins_with(".") || p_text.ends_with(".")) {
		return false;
	}
	for (int64_t i = 0; i < p_text.length(); i++) {
		const char32_t c = p_text[i];
		const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '*' || c == '_';
		if (!fits) {
			return false;
		}
	}
	return true;
}

const char *const EMPTY_KEY = "The key is null or empty: load or generate one first.";
const char *const HASH_TYPE = "The hash type must be HASH_MD5, HASH_SHA1 or HASH_SHA256.";
const char *const NO_RSA_KEY = "Only RSA keys encrypt and decrypt; EC keys sign and verify.";
const char *const PUBLIC_KEY = "The key has only its public part; this needs the private one.";

} // namespace

Ref<CryptoKey> CryptoMbedTLS::generate_rsa(int p_size) {
	ERR_FAIL_COND_V_MSG(p_size < MIN_RSA_BITS || p_size > MAX_RSA_BITS, Ref<CryptoKey>(), "An RSA key has 1024 to 16384 bits (2048 or more for TLS), not " + itos(p_size) + ".");
	String error;
	const Ref<ParsedKey> key = generate_rsa_key(p_size, error);
	ERR_FAIL_COND_V_MSG(key.is_null(), Ref<CryptoKey>(), "No RSA key could be made: " + error + ".");
	return CryptoKeyMbedTLS::make(key);
}

Ref<CryptoKey> CryptoMbedTLS::generate_ec(int p_size) {
	ERR_FAIL_COND_V_MSG(p_size != 256 && p_size != 384, Ref<CryptoKey>(), "An EC key has 256 or 384 bits (the curves P-256 and P-384), not " + itos(p_size) + ".");
	String error;
	const Ref<ParsedKey> key = generate_ec_key(p_size, error);
	ERR_FAIL_COND_V_MSG(key.is_null(), Ref<CryptoKey>(), "No EC key could be made: " + error + ".");
	return CryptoKeyMbedTLS::make(key);
}

Ref<X509Certificate> CryptoMbedTLS::generate_self_signed_certificate(Ref<CryptoKey> p_key, const String &p_issuer_name, const String &p_not_before, const String &p_not_after, const Vector<String> &p_alternative_names) {
	CertificatePlan plan;
	plan.key = CryptoKeyMbedTLS::get_parsed(p_key);
	ERR_FAIL_COND_V_MSG(plan.key.is_null(), Ref<X509Certificate>(), EMPTY_KEY);
	ERR_FAIL_COND_V_MSG(plan.key->is_public_only, Ref<X509Certificate>(), PUBLIC_KEY);
	for (const String &name : p_alternative_names) {
		ERR_FAIL_COND_V_MSG(!IPAddress(name).is_valid() && !is_host_name(name), Ref<X509Certificate>(), "\"" + name + "\" is neither a host name nor an IP address.");
	}
	plan.issuer_key = plan.key;
	plan.subject = p_issuer_name;
	plan.issuer = p_issuer_name;
	plan.not_before = p_not_before;
	plan.not_after = p_not_after;
	plan.alternative_names = p_alternative_names;
	if (plan.alternative_names.is_empty()) {
		// Most clients look only there by now.
		const String common_name = find_common_name(p_issuer_name);
		if (IPAddress(common_name).is_valid() || is_host_name(common_name)) {
			plan.alternative_names.push_back(common_name);
		}
	}
	String error;
	const Ref<ParsedChain> chain = write_certificate(plan, error);
	ERR_FAIL_COND_V_MSG(chain.is_null(), Ref<X509Certificate>(), "No certificate for \"" + p_issuer_name + "\" could be made: " + error + ".");
	return X509CertificateMbedTLS::make(chain);
}

Vector<uint8_t> CryptoMbedTLS::sign(HashingContext::HashType p_hash_type, const Vector<uint8_t> &p_hash, Ref<CryptoKey> p_key) {
	const Ref<ParsedKey> key = CryptoKeyMbedTLS::get_parsed(p_key);
	ERR_FAIL_COND_V_MSG(key.is_null(), Vector<uint8_t>(), EMPTY_KEY);
	ERR_FAIL_COND_V_MSG(key->is_public_only, Vector<uint8_t>(), PUBLIC_KEY);
	ERR_FAIL_INDEX_V_MSG(p_hash_type, HashingContext::HASH_SHA256 + 1, Vector<uint8_t>(), HASH_TYPE);
	const int expected = Digest::get_size(Digest::Algorithm(p_hash_type));
	ERR_FAIL_COND_V_MSG(p_hash.size() != expected, Vector<uint8_t>(), "What is signed is the hash: " + itos(expected) + " bytes for this hash type, not " + itos(p_hash.size()) + ".");
	uint8_t signature[MBEDTLS_PK_SIGNATURE_MAX_SIZE];
	size_t size = 0;
	const int result = mbedtls_pk_sign(&key->pk, to_md(p_hash_type), p_hash.ptr(), size_t(p_hash.size()), signature, sizeof(signature), &size, mbedtls_fill_random, nullptr);
	ERR_FAIL_COND_V_MSG(result != 0, Vector<uint8_t>(), "Signing failed: " + mbedtls_describe_error(result) + ".");
	Vector<uint8_t> bytes;
	bytes.append_span(Span<uint8_t>(signature, size));
	return bytes;
}

bool CryptoMbedTLS::verify(HashingContext::HashType p_hash_type, const Vector<uint8_t> &p_hash, const Vector<uint8_t> &p_signature, Ref<CryptoKey> p_key) {
	const Ref<ParsedKey> key = CryptoKeyMbedTLS::get_parsed(p_key);
	ERR_FAIL_COND_V_MSG(key.is_null(), false, EMPTY_KEY);
	ERR_FAIL_INDEX_V_MSG(p_hash_type, HashingContext::HASH_SHA256 + 1, false, HASH_TYPE);
	const int expected = Digest::get_size(Digest::Algorithm(p_hash_type));
	ERR_FAIL_COND_V_MSG(p_hash.size() != expected, false, "What was signed is the hash: " + itos(expected) + " bytes for this hash type, not " + itos(p_hash.size()) + ".");
	if (p_signature.is_empty()) {
		return false; // The library counts from the pointer, which is null here.
	}
	return mbedtls_pk_verify(&key->pk, to_md(p_hash_type), p_hash.ptr(), size_t(p_hash.size()), p_signature.ptr(), size_t(p_signature.size())) == 0;
}

Vector<uint8_t> CryptoMbedTLS::encrypt(Ref<CryptoKey> p_key, const Vector<uint8_t> &p_plaintext) {
	const Ref<ParsedKey> key = CryptoKeyMbedTLS::get_parsed(p_key);
	ERR_FAIL_COND_V_MSG(key.is_null(), Vector<uint8_t>(), EMPTY_KEY);
	ERR_FAIL_COND_V_MSG(!mbedtls_pk_can_do(&key->pk, MBEDTLS_PK_RSA), Vector<uint8_t>(), NO_RSA_KEY);
	uint8_t output[MBEDTLS_MPI_MAX_SIZE];
	size_t size = 0;
	const int result = mbedtls_pk_encrypt(&key->pk, p_plaintext.ptr(), size_t(p_plaintext.size()), output, &size, sizeof(output), mbedtls_fill_random, nullptr);
	ERR_FAIL_COND_V_MSG(result != 0, Vector<uint8_t>(), "Encryption with the key failed: " + mbedtls_describe_error(result) + ". RSA takes " + itos(int64_t(mbedtls_pk_get_len(&key->pk)) - 11) + " bytes at most; encrypt more with AESContext, and its key with RSA.");
	Vector<uint8_t> bytes;
	bytes.append_span(Span<uint8_t>(output, size));
	return bytes;
}

Vector<uint8_t> CryptoMbedTLS::decrypt(Ref<CryptoKey> p_key, const Vector<uint8_t> &p_ciphertext) {
	const Ref<ParsedKey> key = CryptoKeyMbedTLS::get_parsed(p_key);
	ERR_FAIL_COND_V_MSG(key.is_null(), Vector<uint8_t>(), EMPTY_KEY);
	ERR_FAIL_COND_V_MSG(key->is_public_only, Vector<uint8_t>(), PUBLIC_KEY);
	ERR_FAIL_COND_V_MSG(!mbedtls_pk_can_do(&key->pk, MBEDTLS_PK_RSA), Vector<uint8_t>(), NO_RSA_KEY);
	WipedBytes output(MBEDTLS_MPI_MAX_SIZE);
	size_t size = 0;
	const int result = mbedtls_pk_decrypt(&key->pk, p_ciphertext.ptr(), size_t(p_ciphertext.size()), output.ptr(), &size, output.size(), mbedtls_fill_random, nullptr);
	ERR_FAIL_COND_V_MSG(result != 0, Vector<uint8_t>(), "Decryption with the key failed: " + mbedtls_describe_error(result) + ".");
	Vector<uint8_t> bytes;
	bytes.append_span(Span<uint8_t>(output.ptr(), size));
	return bytes;
}
