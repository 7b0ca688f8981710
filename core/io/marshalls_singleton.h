// The singleton `Marshalls`: Variants, bytes and text as base64.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"
#include "core/variant/variant.h"

class Marshalls : public Object {
	GDCLASS(Marshalls, Object);

public:
	static Marshalls *get_singleton() { return singleton; }

	String variant_to_base64(const Variant &p_variant, bool p_full_objects = false);
	Variant base64_to_variant(const String &p_text, bool p_allow_objects = false);
	String raw_to_base64(const Vector<uint8_t> &p_bytes);
	Vector<uint8_t> base64_to_raw(const String &p_text);
	String utf8_to_base64(const String &p_text);
	String base64_to_utf8(const String &p_text);

	Marshalls();
	~Marshalls() override;

protected:
	static void _bind_methods();

private:
	static Marshalls *singleton;
};
