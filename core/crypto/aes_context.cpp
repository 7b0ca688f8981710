// AESContext: creation and bindings; the work is done by a TLS library's module.
#include "core/crypto/aes_context.h"

AESContext *(*AESContext::_create)() = nullptr;
bool (*AESContext::crypt_cfb)(bool, const uint8_t *, uint8_t *, uint8_t *, uint64_t) = nullptr;

AESContext *AESContext::create() {
	return _create ? _create() : memnew(AESContext);
}

Error AESContext::start(Mode, const Vector<uint8_t> &, const Vector<uint8_t> &) {
	ERR_FAIL_V_MSG(ERR_UNAVAILABLE, "AES is not available in this build: it was made without a TLS library.");
}

Vector<uint8_t> AESContext::update(const Vector<uint8_t> &) {
	ERR_FAIL_V_MSG(Vector<uint8_t>(), "Call start() first.");
}

Vector<uint8_t> AESContext::get_iv_state() {
	ERR_FAIL_V_MSG(Vector<uint8_t>(), "Call start() with a CBC mode first.");
}

void AESContext::_bind_methods() {
	ClassDB::bind_method(D_METHOD("start", "mode", "key", "iv"), &AESContext::start, DEFVAL(Vector<uint8_t>()));
	ClassDB::bind_method(D_METHOD("update", "src"), &AESContext::update);
	ClassDB::bind_method(D_METHOD("get_iv_state"), &AESContext::get_iv_state);
	ClassDB::bind_method(D_METHOD("finish"), &AESContext::finish);

	BIND_ENUM_CONSTANT(MODE_ECB_ENCRYPT);
	BIND_ENUM_CONSTANT(MODE_ECB_DECRYPT);
	BIND_ENUM_CONSTANT(MODE_CBC_ENCRYPT);
	BIND_ENUM_CONSTANT(MODE_CBC_DECRYPT);
	BIND_ENUM_CONSTANT(MODE_MAX);
}
