// Buffers through zlib, and hostile input.
#pragma once

#include "core/io/compression.h"
#include "core/string/ustring.h"
#include "tests/test_macros.h"

TEST_CASE("[IO][Compression] What was packed is unpacked, with and without knowing its size") {
	const Vector<uint8_t> plain = String("The quick brown fox. ").repeat(300).to_utf8_buffer();
	for (const Compression::Mode mode : { Compression::MODE_DEFLATE, Compression::MODE_GZIP }) {
		Vector<uint8_t> packed;
		REQUIRE_EQ(Compression::compress(plain.ptr(), plain.size(), mode, packed), OK);
		CHECK(packed.size() < plain.size() / 10);
		Vector<uint8_t> back;
		back.resize(plain.size());
		CHECK_EQ(Compression::decompress(back.ptrw(), back.size(), packed.ptr(), packed.size(), mode), OK);
		CHECK_EQ(back, plain);
		CHECK_EQ(Compression::decompress_dynamic(back, -1, packed.ptr(), packed.size(), mode), OK);
		CHECK_EQ(back, plain);
	}
}

TEST_CASE("[IO][Compression] Too much, too little and rubbish are told apart") {
	const Vector<uint8_t> plain = String("a").repeat(100000).to_utf8_buffer();
	Vector<uint8_t> packed;
	REQUIRE_EQ(Compression::compress(plain.ptr(), plain.size(), Compression::MODE_GZIP, packed), OK);
	Vector<uint8_t> back;
	CHECK_EQ(Compression::decompress_dynamic(back, 1000, packed.ptr(), packed.size(), Compression::MODE_GZIP), ERR_OUT_OF_MEMORY);
	CHECK(back.is_empty());
	CHECK_EQ(Compression::decompress_dynamic(back, -1, packed.ptr(), packed.size() - 4, Compression::MODE_GZIP), ERR_INVALID_DATA);
	CHECK_EQ(Compression::decompress_dynamic(back, -1, plain.ptr(), 50, Compression::MODE_GZIP), ERR_INVALID_DATA);
	CHECK_EQ(Compression::decompress_dynamic(back, -1, nullptr, 0, Compression::MODE_GZIP), ERR_INVALID_DATA);
	back.resize(10);
	CHECK_EQ(Compression::decompress(back.ptrw(), 10, packed.ptr(), packed.size(), Compression::MODE_GZIP), ERR_INVALID_DATA);
	CHECK_EQ(Compression::compress(plain.ptr(), 10, Compression::MODE_BROTLI, packed), ERR_UNAVAILABLE);
}
