// The binary format of Variants, as var_to_bytes(), packets and files have it: little endian, padded to 4 bytes. Wire compatible with the stock engine.
#pragma once

#include "core/error/error_list.h"
#include "core/templates/span.h"
#include "core/templates/vector.h"
#include "core/typedefs.h"

class Object;
class Variant;

constexpr int MARSHALL_MAX_DEPTH = 1024; // Deeper nesting is refused both ways.

// Decodes one value from the front of p_bytes. The bytes may come from anybody: lengths are checked against what is there before memory is
// taken, nesting is limited. ERR_INVALID_DATA for anything malformed; ERR_UNAUTHORIZED for an object while they are not allowed.
// r_length, where given: bytes read. An object that was encoded by id arrives as an EncodedObjectAsID.
Error decode_variant(Variant &r_variant, Span<uint8_t> p_bytes, int *r_length = nullptr, bool p_allow_objects = false, int p_depth = 0);
inline Error decode_variant(Variant &r_variant, const uint8_t *p_buffer, int p_length, int *r_length = nullptr, bool p_allow_objects = false, int p_depth = 0) {
	return decode_variant(r_variant, Span<uint8_t>(p_buffer, uint64_t(p_length < 0 ? 0 : p_length)), r_length, p_allow_objects, p_depth);
}

// Appends the value to r_bytes. ERR_INVALID_PARAMETER when it cannot be encoded (nested too deep, or its containers hold others so often that there is no end); r_bytes is then incomplete.
// p_full_objects writes class and properties; otherwise only the instance id.
Error encode_variant(const Variant &p_variant, Vector<uint8_t> &r_bytes, bool p_full_objects = false, int p_depth = 0);
// The stock signature: writes to r_buffer when it is not nullptr, and tells the length.
Error encode_variant(const Variant &p_variant, uint8_t *r_buffer, int &r_length, bool p_full_objects = false, int p_depth = 0);

// Fixed-width numbers, little endian. The buffer has room. They return the bytes written.
unsigned int encode_uint16(uint16_t p_value, uint8_t *r_bytes);
unsigned int encode_uint32(uint32_t p_value, uint8_t *r_bytes);
unsigned int encode_uint64(uint64_t p_value, uint8_t *r_bytes);
unsigned int encode_half(float p_value, uint8_t *r_bytes);
unsigned int encode_float(float p_value, uint8_t *r_bytes);
unsigned int encode_double(double p_value, uint8_t *r_bytes);
uint16_t decode_uint16(const uint8_t *p_bytes);
uint32_t decode_uint32(const uint8_t *p_bytes);
uint64_t decode_uint64(const uint8_t *p_bytes);
float decode_half(const uint8_t *p_bytes);
float decode_float(const uint8_t *p_bytes);
double decode_double(const uint8_t *p_bytes);

// Adds what needs this format to the built-in types: the global functions var_to_bytes ... and PackedByteArray.decode_var, encode_var ...
void register_marshalls_functions();
// The methods that only PackedByteArray has: texts, numbers, values and compressed data in bytes (packed_byte_methods.cpp).
void register_packed_byte_methods();
