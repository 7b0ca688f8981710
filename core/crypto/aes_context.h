// AESContext: AES for scripts. Abstract in effect: a TLS library's module supplies the cipher.
#pragma once

#include "core/object/class_db.h"
#include "core/object/ref_counted.h"
#include "core/templates/vector.h"

class AESContext : public RefCounted {
	GDCLASS(AESContext, RefCounted);

public:
	enum Mode {
		MODE_ECB_ENCRYPT,
		MODE_ECB_DECRYPT,
		MODE_CBC_ENCRYPT,
		MODE_CBC_DECRYPT,
		MODE_MAX,
	};

	// Without a TLS library the object exists, and start() reports that there is no cipher.
	static AESContext *create();

	virtual Error start(Mode p_mode, const Vector<uint8_t> &p_key, const Vector<uint8_t> &p_iv = Vector<uint8_t>());
	virtual Vector<uint8_t> update(const Vector<uint8_t> &p_src);
	virtual Vector<uint8_t> get_iv_state();
	virtual void finish() {}

protected:
	static void _bind_methods();

	static AESContext *(*_create)();
};

VARIANT_ENUM_CAST(AESContext::Mode);
