// UTF-8: every kind of broken sequence, whole and in pieces.
#pragma once

#include "core/string/utf8.h"
#include "tests/test_macros.h"

namespace TestUTF8 {

struct Sample {
	const char *bytes;
	const char32_t *decoded;
	bool valid;
};

// Unicode 15, table 3-11 and its neighbours: one U+FFFD for each longest part that could have begun a character.
static const Sample SAMPLES[] = {
	{ "plain", U"plain", true },
	{ "\xC3\xA9\xE6\x97\xA5\xF0\x9F\x91\x8D", U"\u00E9\u65E5\U0001F44D", true },
	{ "\xF4\x8F\xBF\xBF", U"\U0010FFFF", true },
	{ "\xEF\xBF\xBF", U"\uFFFF", true },
	{ "\x80\x81", U"\uFFFD\uFFFD", false },
	{ "\xC0\x80", U"\uFFFD\uFFFD", false },
	{ "\xC3(", U"\uFFFD(", false },
	{ "\xE0\x80\x80", U"\uFFFD\uFFFD\uFFFD", false },
	{ "\xED\xA0\x80", U"\uFFFD\uFFFD\uFFFD", false },
	{ "\xF4\x90\x80\x80", U"\uFFFD\uFFFD\uFFFD\uFFFD", false },
	{ "\xF5\x80", U"\uFFFD\uFFFD", false },
	{ "\xF0\x9F\x91", U"\uFFFD", false },
	{ "a\xF1\x80\x80\xE1\x80\xC2"
	  "b",
			U"a\uFFFD\uFFFD\uFFFDb", false },
	{ "\xFE\xFF", U"\uFFFD\uFFFD", false },
};

static Span<uint8_t> bytes_of(const CharString &p_text) {
	return Span<uint8_t>(reinterpret_cast<const uint8_t *>(p_text.get_data()), uint64_t(p_text.length()));
}

TEST_CASE("[String][UTF8] Broken sequences become replacement characters, one for each maximal part") {
	for (const Sample &sample : SAMPLES) {
		String text;
		CHECK_EQ(text.append_utf8(sample.bytes), sample.valid ? OK : ERR_INVALID_DATA);
		CHECK_EQ(text, String(sample.decoded));
		CHECK_EQ(UTF8::is_valid(bytes_of(CharString(sample.bytes))), sample.valid);
	}
}

TEST_CASE("[String][UTF8] The validator gives the same verdict for every split") {
	for (const Sample &sample : SAMPLES) {
		const CharString text(sample.bytes);
		for (int64_t split = 0; split <= text.length(); split++) {
			UTF8::Validator validator;
			const bool valid = validator.feed(bytes_of(text).subspan(0, uint64_t(split))) && validator.feed(bytes_of(text).subspan(uint64_t(split))) && validator.is_complete();
			CHECK_EQ(valid, sample.valid);
		}
	}
}

TEST_CASE("[String][UTF8] Every character survives encoding and decoding") {
	for (char32_t character = 1; character <= 0x10FFFF; character += character < 0x3000 ? 1 : 97) {
		if (character >= 0xD800 && character <= 0xDFFF) {
			continue;
		}
		uint8_t bytes[UTF8::MAX_BYTES];
		const int size = UTF8::encode(character, bytes);
		REQUIRE_EQ(size, UTF8::encoded_size(character));
		const UTF8::Decoded decoded = UTF8::decode(Span<uint8_t>(bytes, uint64_t(size)));
		REQUIRE(decoded.valid);
		REQUIRE_EQ(uint32_t(decoded.character), uint32_t(character));
	}
}

TEST_CASE("[String][UTF8] ASCII runs are measured exactly") {
	const CharString text("0123456789abcdefgh\xC3\xA9");
	for (uint64_t from = 0; from <= 18; from++) {
		CHECK_EQ(UTF8::ascii_prefix(bytes_of(text).subspan(from)), 18 - from);
	}
}

} // namespace TestUTF8
