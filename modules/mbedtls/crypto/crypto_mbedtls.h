// Crypto on mbedTLS: keys, certificates, signatures, encryption with a key pair.
#pragma once

#include "core/crypto/crypto.h"

class CryptoMbedTLS : public Crypto {
public:
	static Crypto *create() { return memnew(CryptoMbedTLS); }
	static void make_default() { _create = create; }
	static void unmake_default() { _create = nullptr; }

	Ref<CryptoKey> generate_rsa(int p_size) override;
	Ref<CryptoKey> generate_ec(int p_size) override;
	Ref<X509Certificate> generate_self_signed_certificate(Ref<CryptoKey> p_key, const String &p_issuer_name, const String &p_not_before, const String &p_not_after, const Vector<String> &p_alternative_names) override;
	Error make_development_certificate(const String &p_folder, String &r_report) override;
	Vector<uint8_t> sign(HashingContext::HashType p_hash_type, const Vector<uint8_t> &p_hash, Ref<CryptoKey> p_key) override;
	bool verify(HashingContext::HashType p_hash_type, const Vector<uint8_t> &p_hash, const Vector<uint8_t> &p_signature, Ref<CryptoKey> p_key) override;
	Vector<uint8_t> encrypt(Ref<CryptoKey> p_key, const Vector<uint8_t> &p_plaintext) override;
	Vector<uint8_t> decrypt(Ref<CryptoKey> p_key, const Vector<uint8_t> &p_ciphertext) override;
};
