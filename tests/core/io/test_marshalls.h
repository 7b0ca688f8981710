// The binary format of Variants: the recorded bytes, and hostile ones.
#pragma once

#include "core/io/marshalls.h"
#include "core/variant/container_type.h"
#include "core/variant/variant.h"
#include "tests/test_macros.h"

namespace TestMarshalls {

inline String hex(const Variant &p_value, bool p_full_objects = false) {
	Vector<uint8_t> bytes;
	CHECK_EQ(encode_variant(p_value, bytes, p_full_objects), OK);
	return String::hex_encode_buffer(bytes.ptr(), bytes.size());
}

inline Error decode(const String &p_hex, Variant &r_value, int *r_length = nullptr) {
	const PackedByteArray bytes = p_hex.hex_decode();
	return decode_variant(r_value, bytes.span(), r_length);
}

TEST_CASE("[Marshalls][Encode] Values have the bytes that the stock engine writes") {
	CHECK_EQ(hex(5), String("0200000005000000"));
	CHECK_EQ(hex(INT64_MIN), String("020001000000000000000080"));
	CHECK_EQ(hex(-2.5), String("03000000000020c0"));
	CHECK_EQ(hex(0.1), String("030001009a9999999999b93f"));
	CHECK_EQ(hex("hello world"), String("040000000b00000068656c6c6f20776f726c6400"));
	CHECK_EQ(hex(NodePath("a/b:c")), String("16000000020000800100000000000000010000006100000001000000620000000100000063000000"));
	CHECK_EQ(hex(PackedStringArray({ "a", "bcde", "" })), String("220000000300000002000000610000000500000062636465000000000100000000000000"));
	CHECK_EQ(hex(PackedByteArray({ 1, 2, 3 })), String("1d0000000300000001020300"));
	CHECK_EQ(hex(Array(Array{ 1 }, Variant::INT, StringName(), Variant())), String("1c00010002000000010000000200000001000000"));
	CHECK_EQ(hex(Transform2D(1, 2, 3, 4, 5, 6)), String("0b0000000000803f0000004000004040000080400000a0400000c040"));
	CHECK_EQ(hex(Callable()), String("19000000"));
}

TEST_CASE("[Marshalls][Decode] Everything that was encoded comes back, and tells its length") {
	Dictionary dictionary;
	dictionary[StringName("k")] = Array{ 1, "two", Vector3(1, 2, 3) };
	const Variant values[] = { Variant(), true, -1, 1e300, StringName("n"), Rect2i(1, 2, 3, 4), Projection(), Basis(), RID::from_uint64(7), dictionary, PackedFloat64Array({ 0.1 }), PackedVector4Array({ Vector4(1, 2, 3, 4) }), AABB(Vector3(1, 2, 3), Vector3(4, 5, 6)) };
	for (const Variant &value : values) {
		Vector<uint8_t> bytes;
		CHECK_EQ(encode_variant(value, bytes), OK);
		const int64_t size = bytes.size();
		bytes.push_back(0xff);
		Variant back;
		int length = 0;
		CHECK_EQ(decode_variant(back, bytes.span(), &length), OK);
		CHECK_EQ(length, size);
		CHECK_EQ(back.stringify(), value.stringify());
	}
}

TEST_CASE("[Marshalls][Decode] Every truncation of a value is refused") {
	Dictionary dictionary;
	dictionary["key"] = Array{ PackedStringArray({ "a", "b" }), NodePath("x/y:z"), Transform3D(), 5, "text" };
	Vector<uint8_t> bytes;
	CHECK_EQ(encode_variant(dictionary, bytes), OK);
	for (int64_t size = 0; size < bytes.size(); size++) {
		Variant value = "untouched";
		CHECK_EQ(decode_variant(value, bytes.span().subspan(0, uint64_t(size))), ERR_INVALID_DATA);
		CHECK_EQ(value.stringify(), String("untouched"));
	}
}

TEST_CASE("[Marshalls][Decode] Lies about counts and types take no memory and give no value") {
	Variant value;
	CHECK_EQ(decode("1c000000ffffff7f", value), ERR_INVALID_DATA); // An array of 2^31 elements.
	CHECK_EQ(decode("1b000000ffffff7f", value), ERR_INVALID_DATA);
	CHECK_EQ(decode("26000000ffffff7f0000", value), ERR_INVALID_DATA);
	CHECK_EQ(decode("04000000ffffffff61", value), ERR_INVALID_DATA);
	CHECK_EQ(decode("0400000003000000616200", value), ERR_INVALID_DATA);
	CHECK_EQ(decode("04000000030000006162ff00", value), ERR_INVALID_DATA); // Not UTF-8.
	CHECK_EQ(decode("63000000", value), ERR_INVALID_DATA);
	CHECK_EQ(decode("1600000002000000", value), ERR_INVALID_DATA);
	CHECK_EQ(decode("1c0001000200000001000000040000000100000061000000", value), ERR_INVALID_DATA); // A text in an Array[int].
	CHECK_EQ(decode("1c00010063000000", value), ERR_INVALID_DATA);
	CHECK_EQ(decode("1800000000000000", value), ERR_UNAUTHORIZED);
}

TEST_CASE("[Marshalls][Depth] Nesting has a limit in both directions") {
	Variant nested;
	for (int i = 0; i < MARSHALL_MAX_DEPTH; i++) {
		nested = Array{ nested };
	}
	Vector<uint8_t> bytes;
	Variant value;
	CHECK_EQ(encode_variant(nested, bytes), OK);
	CHECK_EQ(decode_variant(value, bytes.span()), OK);
	bytes.clear();
	CHECK_EQ(encode_variant(Array{ nested }, bytes), ERR_INVALID_PARAMETER);
	CHECK_EQ(decode(String("1c00000001000000").repeat(10000) + "00000000", value), ERR_INVALID_DATA);
}

TEST_CASE("[Marshalls][Half] Half precision cuts digits off and keeps infinity") {
	uint8_t bytes[2];
	const auto encoded = [&bytes](float p_value) {
		encode_half(p_value, bytes);
		return int(decode_uint16(bytes));
	};
	CHECK_EQ(encoded(1.0f), 0x3c00);
	CHECK_EQ(encoded(-1.0007f), 0xbc00);
	CHECK_EQ(encoded(65504.0f), 0x7bff);
	CHECK_EQ(encoded(70000.0f), 0x7c00);
	CHECK_EQ(encoded(-0.0f), 0x8000);
	CHECK_EQ(encoded(0x1p-24f), 1);
	encode_half(0x1p-24f, bytes);
	CHECK_EQ(decode_half(bytes), 0x1p-24f);
}

} // namespace TestMarshalls
