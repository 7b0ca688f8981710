// CryptoKey, X509Certificate and Crypto: creation, bindings, and what needs no TLS library.
#include "core/crypto/crypto.h"

#include "core/object/class_db.h"
#include "core/os/os.h"

CryptoKey *(*CryptoKey::_create)() = nullptr;
X509Certificate *(*X509Certificate::_create)() = nullptr;
Crypto *(*Crypto::_create)() = nullptr;

CryptoKey *CryptoKey::create() {
	ERR_FAIL_NULL_V_MSG(_create, nullptr, "Keys are not available in this build: it was made without a TLS library.");
	return _create();
}

X509Certificate *X509Certificate::create() {
	ERR_FAIL_NULL_V_MSG(_create, nullptr, "Certificates are not available in this build: it was made without a TLS library.");
	return _create();
}

Crypto *Crypto::create() {
	return _create ? _create() : memnew(Crypto);
}

Vector<uint8_t> Crypto::generate_random_bytes(int p_bytes) {
	Vector<uint8_t> bytes;
	ERR_FAIL_COND_V_MSG(p_bytes < 0, bytes, "The number of bytes must not be negative.");
	if (bytes.resize_uninitialized(p_bytes) != OK || (p_bytes > 0 && OS::get_singleton()->get_entropy(bytes.ptrw(), p_bytes) != OK)) {
		ERR_FAIL_V_MSG(Vector<uint8_t>(), "The system gave no random bytes.");
	}
	return bytes;
}

Vector<uint8_t> Crypto::hmac_digest(HashingContext::HashType p_hash_type, const Vector<uint8_t> &p_key, const Vector<uint8_t> &p_msg) {
	Ref<HMACContext> context;
	context.instantiate();
	if (context->start(p_hash_type, p_key) != OK) {
		return Vector<uint8_t>();
	}
	if (!p_msg.is_empty()) {
		context->update(p_msg);
	}
	return context->finish();
}

bool Crypto::constant_time_compare(const Vector<uint8_t> &p_trusted, const Vector<uint8_t> &p_received) {
	if (p_trusted.size() != p_received.size()) {
		return false;
	}
	uint8_t difference = 0;
	for (int64_t i = 0; i < p_trusted.size(); i++) {
		difference = uint8_t(difference | (p_trusted[i] ^ p_received[i]));
	}
	return difference == 0;
}

static const char *const NO_LIBRARY = "Public key cryptography is not available in this build: it was made without a TLS library.";

Ref<CryptoKey> Crypto::generate_rsa(int) {
	ERR_FAIL_V_MSG(Ref<CryptoKey>(), NO_LIBRARY);
}

Ref<CryptoKey> Crypto::generate_ec(int) {
	ERR_FAIL_V_MSG(Ref<CryptoKey>(), NO_LIBRARY);
}

Ref<X509Certificate> Crypto::generate_self_signed_certificate(Ref<CryptoKey>, const String &, const String &, const String &, const Vector<String> &) {
	ERR_FAIL_V_MSG(Ref<X509Certificate>(), NO_LIBRARY);
}

Error Crypto::make_development_certificate(const String &, String &r_report) {
	r_report = NO_LIBRARY;
	return ERR_UNAVAILABLE;
}

Vector<uint8_t> Crypto::sign(HashingContext::HashType, const Vector<uint8_t> &, Ref<CryptoKey>) {
	ERR_FAIL_V_MSG(Vector<uint8_t>(), NO_LIBRARY);
}

bool Crypto::verify(HashingContext::HashType, const Vector<uint8_t> &, const Vector<uint8_t> &, Ref<CryptoKey>) {
	ERR_FAIL_V_MSG(false, NO_LIBRARY);
}

Vector<uint8_t> Crypto::encrypt(Ref<CryptoKey>, const Vector<uint8_t> &) {
	ERR_FAIL_V_MSG(Vector<uint8_t>(), NO_LIBRARY);
}

Vector<uint8_t> Crypto::decrypt(Ref<CryptoKey>, const Vector<uint8_t> &) {
	ERR_FAIL_V_MSG(Vector<uint8_t>(), NO_LIBRARY);
}

void Crypto::_bind_methods() {
	ClassDB::bind_method(D_METHOD("generate_random_bytes", "size"), &Crypto::generate_random_bytes);
	ClassDB::bind_method(D_METHOD("generate_rsa", "size"), &Crypto::generate_rsa);
	ClassDB::bind_method(D_METHOD("generate_ec", "size"), &Crypto::generate_ec, DEFVAL(256));
	ClassDB::bind_method(D_METHOD("generate_self_signed_certificate", "key", "issuer_name", "not_before", "not_after", "alternative_names"), &Crypto::generate_self_signed_certificate, DEFVAL("CN=myserver,O=myorganisation,C=IT"), DEFVAL("20140101000000"), DEFVAL("20340101000000"), DEFVAL(Vector<String>()));
	ClassDB::bind_method(D_METHOD("sign", "hash_type", "hash", "key"), &Crypto::sign);
	ClassDB::bind_method(D_METHOD("verify", "hash_type", "hash", "signature", "key"), &Crypto::verify);
	ClassDB::bind_method(D_METHOD("encrypt", "key", "plaintext"), &Crypto::encrypt);
	ClassDB::bind_method(D_METHOD("decrypt", "key", "ciphertext"), &Crypto::decrypt);
	ClassDB::bind_method(D_METHOD("hmac_digest", "hash_type", "key", "msg"), &Crypto::hmac_digest);
	ClassDB::bind_method(D_METHOD("constant_time_compare", "trusted", "received"), &Crypto::constant_time_compare);
}

void CryptoKey::_bind_methods() {
	ClassDB::bind_method(D_METHOD("save", "path", "public_only"), &CryptoKey::save, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("load", "path", "public_only"), &CryptoKey::load, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("is_public_only"), &CryptoKey::is_public_only);
	ClassDB::bind_method(D_METHOD("save_to_string", "public_only"), &CryptoKey::save_to_string, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("load_from_string", "string_key", "public_only"), &CryptoKey::load_from_string, DEFVAL(false));
}

void X509Certificate::_bind_methods() {
	ClassDB::bind_method(D_METHOD("save", "path"), &X509Certificate::save);
	ClassDB::bind_method(D_METHOD("load", "path"), &X509Certificate::load);
	ClassDB::bind_method(D_METHOD("save_to_string"), &X509Certificate::save_to_string);
	ClassDB::bind_method(D_METHOD("load_from_string", "string"), &X509Certificate::load_from_string);
}
