// X509Certificate: parsing and writing of certificates.
#include "modules/mbedtls/crypto/x509_certificate_mbedtls.h"

#include "core/io/file_access.h"
#include "modules/mbedtls/crypto/mbedtls_support.h"

#include <mbedtls/pem.h>

#include <cstring>

Ref<ParsedChain> X509CertificateMbedTLS::get_parsed(const Ref<X509Certificate> &p_certificate) {
	// In this build every certificate is one of ours.
	return p_certificate.is_valid() ? static_cast<const X509CertificateMbedTLS *>(p_certificate.ptr())->parsed : Ref<ParsedChain>();
}

Ref<X509Certificate> X509CertificateMbedTLS::make(const Ref<ParsedChain> &p_parsed) {
	X509CertificateMbedTLS *certificate = memnew(X509CertificateMbedTLS);
	certificate->parsed = p_parsed;
	return Ref<X509Certificate>(certificate);
}

int X509CertificateMbedTLS::parse(Span<uint8_t> p_bytes, Ref<ParsedChain> &r_parsed) {
	if (p_bytes.is_empty()) {
		return MBEDTLS_ERR_X509_INVALID_FORMAT;
	}
	// The parser takes PEM with the zero at its end, and tells it from DER by that.
	LocalVector<uint8_t> terminated;
	terminated.resize(uint32_t(p_bytes.size()) + 1);
	memcpy(terminated.ptr(), p_bytes.ptr(), p_bytes.size());
	terminated[terminated.size() - 1] = 0;
	const bool is_pem = strstr(reinterpret_cast<const char *>(terminated.ptr()), "-----BEGIN CERTIFICATE-----") != nullptr;
	Ref<ParsedChain> fresh;
	fresh.instantiate();
	const int result = mbedtls_x509_crt_parse(&fresh->chain, terminated.ptr(), terminated.size() - (is_pem ? 0 : 1));
	if (result < 0) {
		return result;
	}
	if (fresh->chain.version == 0) {
		return MBEDTLS_ERR_X509_INVALID_FORMAT;
	}
	r_parsed = fresh;
	return result;
}

Error X509CertificateMbedTLS::_take(Span<uint8_t> p_bytes, const String &p_where) {
	Ref<ParsedChain> fresh;
	const int result = parse(p_bytes, fresh);
	ERR_FAIL_COND_V_MSG(result < 0, FAILED, "No certificate can be read from " + p_where + ": " + mbedtls_describe_error(result) + "." + mbedtls_describe_text(p_bytes));
	if (result > 0) {
		WARN_PRINT(itos(result) + " of the certificates in " + p_where + " cannot be read (damaged, or with keys other than RSA, P-256 and P-384) and are left out.");
	}
	parsed = fresh;
	return OK;
}

Error X509CertificateMbedTLS::load(const String &p_path) {
	Error error = OK;
	const Vector<uint8_t> bytes = FileAccess::get_file_as_bytes(p_path, &error);
	ERR_FAIL_COND_V_MSG(error != OK, ERR_INVALID_PARAMETER, "The certificate file " + p_path + " cannot be opened.");
	return _take(bytes.span(), p_path);
}

Error X509CertificateMbedTLS::load_from_string(const String &p_text) {
	const CharString text = p_text.utf8();
	return _take(Span<uint8_t>(reinterpret_cast<const uint8_t *>(text.get_data()), uint64_t(text.length())), "the text");
}

String X509CertificateMbedTLS::save_to_string() {
	ERR_FAIL_COND_V_MSG(parsed.is_null(), String(), "This X509Certificate is empty: load or generate a certificate first.");
	String text;
	LocalVector<uint8_t> pem;
	for (const mbedtls_x509_crt *certificate = &parsed->chain; certificate; certificate = certificate->next) {
		size_t size = 0;
		pem.resize(uint32_t(certificate->raw.len * 2 + 256)); // Base64 and its line ends take less.
		const int result = mbedtls_pem_write_buffer("-----BEGIN CERTIFICATE-----\n", "-----END CERTIFICATE-----\n", certificate->raw.p, certificate->raw.len, pem.ptr(), pem.size(), &size);
		ERR_FAIL_COND_V_MSG(result != 0, String(), "The certificate cannot be written: " + mbedtls_describe_error(result) + ".");
		text += String(reinterpret_cast<const char *>(pem.ptr()));
	}
	return text;
}

Error X509CertificateMbedTLS::save(const String &p_path) {
	const String text = save_to_string();
	if (text.is_empty()) {
		return ERR_INVALID_DATA;
	}
	const Error error = FileAccess::save_text(p_path, text);
	ERR_FAIL_COND_V_MSG(error != OK, ERR_INVALID_PARAMETER, "The certificate file " + p_path + " cannot be written.");
	return OK;
}
