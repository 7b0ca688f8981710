// Fixed-width numbers as bytes, and the global functions that turn values into bytes and back.
#include "core/io/marshalls.h"

#include "core/error/error_macros.h"
#include "core/variant/builtin_registry.h"
#include "core/variant/variant.h"

#include <cstring>

unsigned int encode_uint16(uint16_t p_value, uint8_t *r_bytes) {
	r_bytes[0] = uint8_t(p_value);
	r_bytes[1] = uint8_t(p_value >> 8);
	return 2;
}

unsigned int encode_uint32(uint32_t p_value, uint8_t *r_bytes) {
	for (int i = 0; i < 4; i++) {
		r_bytes[i] = uint8_t(p_value >> (i * 8));
	}
	return 4;
}

unsigned int encode_uint64(uint64_t p_value, uint8_t *r_bytes) {
	for (int i = 0; i < 8; i++) {
		r_bytes[i] = uint8_t(p_value >> (i * 8));
	}
	return 8;
}

unsigned int encode_half(float p_value, uint8_t *r_bytes) {
	uint32_t bits = 0;
	std::memcpy(&bits, &p_value, 4);
	const uint16_t sign = uint16_t(bits >> 16 & 0x8000);
	const int exponent = int(bits >> 23 & 0xff) - 127;
	const uint32_t mantissa = bits & 0x7fffff;
	uint16_t half = sign;
	// Digits that do not fit are cut off, not rounded: what other engines wrote so far compares equal.
	if (exponent == 128) {
		half |= mantissa != 0 ? 0x7fff : 0x7c00;
	} else if (exponent > 15) {
		half |= 0x7c00;
	} else if (exponent >= -14) {
		half |= uint16_t((exponent + 15) << 10 | int(mantissa >> 13));
	} else if (exponent >= -24) {
		half |= uint16_t((mantissa | 0x800000) >> (-exponent - 1));
	}
	if (exponent == 128 && mantissa != 0) {
		half = 0x7fff; // One NAN, without a sign.
	}
	return encode_uint16(half, r_bytes);
}

unsigned int encode_float(float p_value, uint8_t *r_bytes) {
	uint32_t bits = 0;
	std::memcpy(&bits, &p_value, 4);
	return encode_uint32(bits, r_bytes);
}

unsigned int encode_double(double p_value, uint8_t *r_bytes) {
	uint64_t bits = 0;
	std::memcpy(&bits, &p_value, 8);
	return encode_uint64(bits, r_bytes);
}

uint16_t decode_uint16(const uint8_t *p_bytes) {
	return uint16_t(p_bytes[0] | p_bytes[1] << 8);
}

uint32_t decode_uint32(const uint8_t *p_bytes) {
	uint32_t value = 0;
	for (int i = 0; i < 4; i++) {
		value |= uint32_t(p_bytes[i]) << (i * 8);
	}
	return value;
}

uint64_t decode_uint64(const uint8_t *p_bytes) {
	uint64_t value = 0;
	for (int i = 0; i < 8; i++) {
		value |= uint64_t(p_bytes[i]) << (i * 8);
	}
	return value;
}

float decode_half(const uint8_t *p_bytes) {
	const uint16_t half = decode_uint16(p_bytes);
	const uint32_t sign = uint32_t(half & 0x8000) << 16;
	const uint32_t exponent = half >> 10 & 0x1f;
	const uint32_t mantissa = half & 0x3ff;
	if (exponent == 0) {
		const float tiny = float(mantissa) * 0x1p-24f;
		return sign != 0 ? -tiny : tiny;
	}
	const uint32_t bits = sign | (exponent == 31 ? 0x7f800000u : (exponent + 112) << 23) | mantissa << 13;
	float value = 0;
	std::memcpy(&value, &bits, 4);
	return value;
}

float decode_float(const uint8_t *p_bytes) {
	const uint32_t bits = decode_uint32(p_bytes);
	float value = 0;
	std::memcpy(&value, &bits, 4);
	return value;
}

double decode_double(const uint8_t *p_bytes) {
	const uint64_t bits = decode_uint64(p_bytes);
	double value = 0;
	std::memcpy(&value, &bits, 8);
	return value;
}

Error encode_variant(const Variant &p_variant, uint8_t *r_buffer, int &r_length, bool p_full_objects, int p_depth) {
	Vector<uint8_t> bytes;
	const Error error = encode_variant(p_variant, bytes, p_full_objects, p_depth);
	r_length = error == OK ? int(bytes.size()) : 0;
	if (error == OK && r_buffer != nullptr) {
		std::memcpy(r_buffer, bytes.ptr(), size_t(bytes.size()));
	}
	return error;
}

namespace {

PackedByteArray to_bytes(const Variant &p_variable, bool p_full_objects) {
	PackedByteArray bytes;
	const Error error = encode_variant(p_variable, bytes, p_full_objects);
	ERR_FAIL_COND_V_MSG(error != OK, PackedByteArray(), "The value is nested too deep to be encoded.");
	return bytes;
}

Variant from_bytes(const PackedByteArray &p_bytes, bool p_allow_objects) {
	Variant value;
	const Error error = decode_variant(value, p_bytes.span(), nullptr, p_allow_objects);
	ERR_FAIL_COND_V_MSG(error == ERR_UNAUTHORIZED, Variant(), "The bytes contain an object. Use bytes_to_var_with_objects() for bytes that you trust.");
	ERR_FAIL_COND_V_MSG(error != OK, Variant(), "The bytes are not an encoded value.");
	return value;
}

PackedByteArray var_to_bytes(const Variant &p_variable) {
	return to_bytes(p_variable, false);
}
Variant bytes_to_var(const PackedByteArray &p_bytes) {
	return from_bytes(p_bytes, false);
}
PackedByteArray var_to_bytes_with_objects(const Variant &p_variable) {
	return to_bytes(p_variable, true);
}
Variant bytes_to_var_with_objects(const PackedByteArray &p_bytes) {
	return from_bytes(p_bytes, true);
}

} // namespace

void register_marshalls_functions() {
	constexpr Variant::UtilityFunctionType GENERAL = Variant::UTILITY_FUNC_TYPE_GENERAL;
	bind_utility_function<&var_to_bytes>("var_to_bytes", { "variable" }, GENERAL);
	bind_utility_function<&bytes_to_var>("bytes_to_var", { "bytes" }, GENERAL);
	bind_utility_function<&var_to_bytes_with_objects>("var_to_bytes_with_objects", { "variable" }, GENERAL);
	bind_utility_function<&bytes_to_var_with_objects>("bytes_to_var_with_objects", { "bytes" }, GENERAL);
	register_packed_byte_methods();
}
