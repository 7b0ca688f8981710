// CryptoKey and X509Certificate: creation and bindings; the work is done by a TLS library's module.
#include "core/crypto/crypto.h"

#include "core/object/class_db.h"

CryptoKey *(*CryptoKey::_create)() = nullptr;
X509Certificate *(*X509Certificate::_create)() = nullptr;

CryptoKey *CryptoKey::create() {
	ERR_FAIL_NULL_V_MSG(_create, nullptr, "Keys are not available in this build: it was made without a TLS library.");
	return _create();
}

X509Certificate *X509Certificate::create() {
	ERR_FAIL_NULL_V_MSG(_create, nullptr, "Certificates are not available in this build: it was made without a TLS library.");
	return _create();
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
