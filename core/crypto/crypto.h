// Keys, certificates and signatures as the rest of the engine sees them; a TLS library's module supplies what needs one.
#pragma once

#include "core/crypto/hashing_context.h"
#include "core/io/resource.h"
#include "core/string/ustring.h"

class CryptoKey : public Resource {
	GDCLASS(CryptoKey, Resource);

public:
	// nullptr (with one clear error) in a build without TLS.
	static CryptoKey *create();

	virtual Error load(const String &p_path, bool p_public_only = false) = 0;
	virtual Error save(const String &p_path, bool p_public_only = false) = 0;
	virtual String save_to_string(bool p_public_only = false) = 0;
	virtual Error load_from_string(const String &p_text, bool p_public_only = false) = 0;
	virtual bool is_public_only() const = 0;

protected:
	static void _bind_methods();

	static CryptoKey *(*_create)(); // Set by the module that brings TLS.
};

class X509Certificate : public Resource {
	GDCLASS(X509Certificate, Resource);

public:
	static X509Certificate *create(); // As CryptoKey::create().

	virtual Error load(const String &p_path) = 0;
	virtual Error save(const String &p_path) = 0;
	virtual String save_to_string() = 0;
	virtual Error load_from_string(const String &p_text) = 0;

protected:
	static void _bind_methods();

	static X509Certificate *(*_create)();
};

// Works without a TLS library for random bytes, HMAC and comparing; the rest reports that it is not available.
class Crypto : public RefCounted {
	GDCLASS(Crypto, RefCounted);

public:
	static Crypto *create();

	Vector<uint8_t> generate_random_bytes(int p_bytes); // From the system's cryptographic generator.
	Vector<uint8_t> hmac_digest(HashingContext::HashType p_hash_type, const Vector<uint8_t> &p_key, const Vector<uint8_t> &p_msg); // RFC 2104.
	bool constant_time_compare(const Vector<uint8_t> &p_trusted, const Vector<uint8_t> &p_received); // Takes as long for any content.

	virtual Ref<CryptoKey> generate_rsa(int p_size);
	virtual Ref<CryptoKey> generate_ec(int p_size);
	// p_alternative_names: host names and IP addresses. Empty: the common name in p_issuer_name, if it is one.
	virtual Ref<X509Certificate> generate_self_signed_certificate(Ref<CryptoKey> p_key, const String &p_issuer_name, const String &p_not_before, const String &p_not_after, const Vector<String> &p_alternative_names);
	// --make-dev-cert: an authority (kept, when p_folder has one) and a certificate for this machine's own names that it signs.
	// r_report tells what to do with them, or what went wrong.
	virtual Error make_development_certificate(const String &p_folder, String &r_report);
	virtual Vector<uint8_t> sign(HashingContext::HashType p_hash_type, const Vector<uint8_t> &p_hash, Ref<CryptoKey> p_key);
	virtual bool verify(HashingContext::HashType p_hash_type, const Vector<uint8_t> &p_hash, const Vector<uint8_t> &p_signature, Ref<CryptoKey> p_key);
	virtual Vector<uint8_t> encrypt(Ref<CryptoKey> p_key, const Vector<uint8_t> &p_plaintext);
	virtual Vector<uint8_t> decrypt(Ref<CryptoKey> p_key, const Vector<uint8_t> &p_ciphertext);

protected:
	static void _bind_methods();

	static Crypto *(*_create)();
};
