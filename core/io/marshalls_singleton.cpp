// The singleton `Marshalls`.
#include "core/io/marshalls_singleton.h"

#include "core/io/marshalls.h"
#include "core/object/class_db.h"
#include "core/string/base64.h"

Marshalls *Marshalls::singleton = nullptr;

String Marshalls::variant_to_base64(const Variant &p_variant, bool p_full_objects) {
	Vector<uint8_t> bytes;
	const Error error = encode_variant(p_variant, bytes, p_full_objects);
	ERR_FAIL_COND_V_MSG(error != OK, String(), "This value cannot be encoded: it is nested too deeply.");
	return Base64::encode(bytes.span());
}

Variant Marshalls::base64_to_variant(const String &p_text, bool p_allow_objects) {
	Vector<uint8_t> bytes;
	ERR_FAIL_COND_V_MSG(!Base64::decode(p_text, bytes), Variant(), "The text is not base64.");
	Variant value;
	const Error error = decode_variant(value, bytes.span(), nullptr, p_allow_objects);
	ERR_FAIL_COND_V_MSG(error != OK, Variant(), "The text does not hold an encoded value (or an object, while objects are not allowed).");
	return value;
}

String Marshalls::raw_to_base64(const Vector<uint8_t> &p_bytes) {
	return Base64::encode(p_bytes.span());
}

Vector<uint8_t> Marshalls::base64_to_raw(const String &p_text) {
	Vector<uint8_t> bytes;
	ERR_FAIL_COND_V_MSG(!Base64::decode(p_text, bytes), Vector<uint8_t>(), "The text is not base64.");
	return bytes;
}

String Marshalls::utf8_to_base64(const String &p_text) {
	return Base64::encode(p_text.to_utf8_buffer().span());
}

String Marshalls::base64_to_utf8(const String &p_text) {
	const Vector<uint8_t> bytes = base64_to_raw(p_text);
	return String::utf8(reinterpret_cast<const char *>(bytes.ptr()), bytes.size());
}

Marshalls::Marshalls() {
	singleton = this;
}

Marshalls::~Marshalls() {
	singleton = nullptr;
}

void Marshalls::_bind_methods() {
	ClassDB::bind_method(D_METHOD("variant_to_base64", "variant", "full_objects"), &Marshalls::variant_to_base64, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("base64_to_variant", "base64_str", "allow_objects"), &Marshalls::base64_to_variant, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("raw_to_base64", "array"), &Marshalls::raw_to_base64);
	ClassDB::bind_method(D_METHOD("base64_to_raw", "base64_str"), &Marshalls::base64_to_raw);
	ClassDB::bind_method(D_METHOD("utf8_to_base64", "utf8_str"), &Marshalls::utf8_to_base64);
	ClassDB::bind_method(D_METHOD("base64_to_utf8", "base64_str"), &Marshalls::base64_to_utf8);
}
