// X509Certificate on mbedTLS: one certificate or a chain.
#pragma once

#include "core/crypto/crypto.h"

#include <mbedtls/x509_crt.h>

// Parsed certificates. Never changed once shared, so that connections of any thread may use them.
class ParsedChain : public RefCounted {
	GDCLASS(ParsedChain, RefCounted);

public:
	mbedtls_x509_crt chain;

	ParsedChain() { mbedtls_x509_crt_init(&chain); }
	~ParsedChain() override { mbedtls_x509_crt_free(&chain); }
};

class X509CertificateMbedTLS : public X509Certificate {
public:
	static X509Certificate *create() { return memnew(X509CertificateMbedTLS); }
	static void make_default() { _create = create; }
	static void unmake_default() { _create = nullptr; }
	// null when p_certificate is null or empty.
	static Ref<ParsedChain> get_parsed(const Ref<X509Certificate> &p_certificate);
	static Ref<X509Certificate> make(const Ref<ParsedChain> &p_parsed);

	Error load(const String &p_path) override;
	Error save(const String &p_path) override;
	String save_to_string() override;
	Error load_from_string(const String &p_text) override;

	// p_bytes: PEM (any number of certificates; those that cannot be read are left out) or DER. Reports nothing; how many were left out,
	// or the library's error number (below 0) when there is none that can be read.
	static int parse(Span<uint8_t> p_bytes, Ref<ParsedChain> &r_parsed);

private:
	Error _take(Span<uint8_t> p_bytes, const String &p_where);

	Ref<ParsedChain> parsed; // null while empty. Replaced as a whole: who uses the old one keeps it.
};
