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
		int64_t written = 0;
		back.resize(plain.size());
		CHECK_EQ(Compression::decompress(back.ptrw(), back.size(), packed.ptr(), packed.size(), mode, written), OK);
		CHECK_EQ(written, plain.size());
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
	int64_t written = 0;
	CHECK_EQ(Compression::decompress(back.ptrw(), 10, packed.ptr(), packed.size(), Compression::MODE_GZIP, written), ERR_OUT_OF_MEMORY);
	CHECK_EQ(Compression::compress(plain.ptr(), 10, Compression::MODE_BROTLI, packed), ERR_UNAVAILABLE);
}

TEST_CASE("[IO][Compression] Zstandard packs any content, and tells too much from rubbish") {
	for (const int64_t size : { 0, 1, 1000, 200000 }) {
		Vector<uint8_t> plain;
		for (int64_t i = 0; i < size; i++) {
			plain.push_back(uint8_t(i * i / 100));
		}
		Vector<uint8_t> packed;
		REQUIRE_EQ(Compression::compress(plain.ptr(), plain.size(), Compression::MODE_ZSTD, packed), OK);
		Vector<uint8_t> back;
		back.resize(size + 10);
		int64_t written = 0;
		CHECK_EQ(Compression::decompress(back.ptrw(), back.size(), packed.ptr(), packed.size(), Compression::MODE_ZSTD, written), OK);
		CHECK_EQ(written, size);
		back.resize(size);
		CHECK_EQ(back, plain);
		if (size > 10) {
			CHECK_EQ(Compression::decompress(back.ptrw(), 10, packed.ptr(), packed.size(), Compression::MODE_ZSTD, written), ERR_OUT_OF_MEMORY);
			CHECK_EQ(Compression::decompress(back.ptrw(), back.size(), packed.ptr(), packed.size() - 1, Compression::MODE_ZSTD, written), ERR_INVALID_DATA);
			CHECK_EQ(Compression::decompress(back.ptrw(), back.size(), plain.ptr(), plain.size(), Compression::MODE_ZSTD, written), ERR_INVALID_DATA);
			CHECK_EQ(written, 0);
		}
	}
}

TEST_CASE("[IO][Compression] FastLZ packs any content so that it comes back") {
	uint32_t state = 1;
	for (const int64_t size : { 0, 1, 15, 16, 17, 31, 32, 33, 300, 5000, 20000 }) {
		for (int kind = 0; kind < 3; kind++) {
			Vector<uint8_t> plain;
			for (int64_t i = 0; i < size; i++) {
				state = state * 1664525 + 1013904223;
				plain.push_back(uint8_t(kind == 0 ? 7 : (kind == 1 ? state >> 24 : i * i / 100)));
			}
			Vector<uint8_t> packed;
			REQUIRE_EQ(Compression::compress(plain.ptr(), plain.size(), Compression::MODE_FASTLZ, packed), OK);
			Vector<uint8_t> back;
			back.resize(size);
			int64_t written = 0;
			CHECK_EQ(Compression::decompress(back.ptrw(), size, packed.ptr(), packed.size(), Compression::MODE_FASTLZ, written), OK);
			CHECK_EQ(written, size);
			CHECK_EQ(back, plain);
		}
	}
}

TEST_CASE("[IO][Compression] FastLZ reads both levels, and refuses what points outside") {
	uint8_t into[64] = {};
	int64_t written = 0;
	const uint8_t level_one[] = { 2, 'a', 'b', 'c', 1 << 5 | 0, 2 };
	CHECK_EQ(Compression::decompress(into, 64, level_one, sizeof(level_one), Compression::MODE_FASTLZ, written), OK);
	CHECK_EQ(written, 6);
	CHECK_EQ(into[5], 'c');
	const uint8_t level_two[] = { 1 << 5 | 0, 'x', 7 << 5 | 0, 30, 0 };
	CHECK_EQ(Compression::decompress(into, 64, level_two, sizeof(level_two), Compression::MODE_FASTLZ, written), OK);
	CHECK_EQ(written, 1 + 39);
	CHECK_EQ(into[39], 'x');
	const uint8_t before_start[] = { 0, 'a', 1 << 5, 1 };
	CHECK_EQ(Compression::decompress(into, 64, before_start, sizeof(before_start), Compression::MODE_FASTLZ, written), ERR_INVALID_DATA);
	const uint8_t cut[] = { 5, 'a', 'b' };
	CHECK_EQ(Compression::decompress(into, 64, cut, sizeof(cut), Compression::MODE_FASTLZ, written), ERR_INVALID_DATA);
	CHECK_EQ(Compression::decompress(into, 20, level_two, sizeof(level_two), Compression::MODE_FASTLZ, written), ERR_OUT_OF_MEMORY);
}
