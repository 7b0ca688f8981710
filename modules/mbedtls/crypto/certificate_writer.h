// Makes certificates: self-signed ones, authorities, and what an authority signs.
#pragma once

#include "modules/mbedtls/crypto/crypto_key_mbedtls.h"
#include "modules/mbedtls/crypto/x509_certificate_mbedtls.h"

// What shall stand in a certificate. The names are of the form CN=host,O=organisation,C=country.
struct CertificatePlan {
	enum Purpose {
		PURPOSE_SELF_SIGNED, // An end of its own, that may also be trusted as an authority.
		PURPOSE_AUTHORITY,
		PURPOSE_SERVER,
	};

	Purpose purpose = PURPOSE_SELF_SIGNED;
	Ref<ParsedKey> key; // Whose certificate it is.
	String subject;
	Ref<ParsedKey> issuer_key; // Who signs.
	String issuer;
	String not_before; // YYYYMMDDhhmmss, UTC.
	String not_after;
	Vector<String> alternative_names; // Host names (with "*." in front for those below one) and IP addresses.
};

// null, and r_error says why, when the plan cannot be carried out.
Ref<ParsedChain> write_certificate(const CertificatePlan &p_plan, String &r_error);

// RSA of p_bits (1024 to 16384), or EC on P-256 or P-384. null when that cannot be made; takes its time for RSA.
Ref<ParsedKey> generate_rsa_key(int p_bits, String &r_error);
Ref<ParsedKey> generate_ec_key(int p_bits, String &r_error);
