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

// Texts that change kind at every distance from the places where blocks of characters begin and end.
static String mixed_text(int p_length, uint32_t p_seed) {
	static const char32_t KINDS[] = { U'a', U'\u007F', U'\u0080', U'\u043F', U'\u07FF', U'\u0800', U'\u4E16', U'\uD7FF', U'\uE000', U'\uFFFF', U'\U00010000', U'\U0001F44D', U'\U0010FFFF' };
	String text;
	while (text.length() < p_length) {
		p_seed = p_seed * 1664525 + 1013904223;
		const char32_t character = KINDS[(p_seed >> 16) % 13];
		for (uint32_t run = (p_seed >> 8) % 23; run > 0 && text.length() < p_length; run--) {
			text += character;
		}
	}
	return text;
}

TEST_CASE("[String][UTF8] Whole texts come out as their characters do one by one") {
	for (int length = 1; length < 260; length++) {
		const String text = mixed_text(length, uint32_t(length));
		CharString expected;
		int64_t size = 0;
		char *to = expected.resize_uninitialized(int64_t(length) * UTF8::MAX_BYTES);
		for (const char32_t character : text) {
			size += UTF8::encode(character, reinterpret_cast<uint8_t *>(to + size));
		}
		expected.resize_uninitialized(size);
		REQUIRE_EQ(text.utf8(), expected);
		REQUIRE_EQ(text.to_utf8_buffer().size(), size);
		REQUIRE_EQ(UTF8::count_characters(bytes_of(expected)), uint64_t(length));
		REQUIRE_EQ(String::utf8(expected.get_data(), size), text);
	}
}

TEST_CASE("[String][UTF8] A broken byte anywhere costs that byte only") {
	for (int position = 0; position < 120; position++) {
		const String before = mixed_text(position + 1, uint32_t(position) + 7);
		const String after = mixed_text(40, uint32_t(position));
		for (const char *broken : { "\x80", "\xFF", "\xC0", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE0\x9F\xBF" }) {
			const CharString head = before.utf8();
			const CharString tail = after.utf8();
			Vector<char> bytes;
			bytes.append_array(Vector<char>(head.span()));
			const int64_t marks = int64_t(strlen(broken));
			bytes.append_array(Vector<char>(Span<char>(broken, uint64_t(marks))));
			bytes.append_array(Vector<char>(tail.span()));
			String text;
			REQUIRE_EQ(text.append_utf8(bytes.ptr(), bytes.size()), ERR_INVALID_DATA);
			REQUIRE_EQ(text, before + String(U"\uFFFD").repeat(marks) + after);
		}
	}
}

TEST_CASE("[String][UTF8] What is no character goes out as U+FFFD, alone and among others") {
	for (const char32_t character : { char32_t(0xD800), char32_t(0xDFFF), char32_t(0x110000), char32_t(0x80000000), char32_t(0xFFFFFFFF) }) {
		for (int before = 0; before < 80; before++) {
			String text = String("a").repeat(before);
			text.append_utf32_unchecked(Span<char32_t>(&character, 1));
			text += String(U"\u043F").repeat(before);
			const CharString encoded = text.utf8();
			REQUIRE(UTF8::is_valid(bytes_of(encoded)));
			REQUIRE_EQ(String::utf8(encoded.get_data(), encoded.length()), String("a").repeat(before) + String(U"\uFFFD") + String(U"\u043F").repeat(before));
		}
	}
	const char32_t outside = 0x110000;
	CHECK_EQ(String(&outside, 1).utf16()[0], 0xFFFD);
}

// Random bytes that are often nearly UTF-8, always the same ones.
class NearlyUTF8 {
	uint32_t state;

	uint32_t next(uint32_t p_below) {
		state = state * 1664525 + 1013904223;
		return (state >> 8) % p_below;
	}

	char32_t next_character() {
		static const char32_t LEAST[] = { 1, 0x80, 0x800, 0xE000, 0x10000 };
		static const uint32_t COUNT[] = { 0x7F, 0x780, 0xD000, 0x2000, 0x100000 };
		const uint32_t kind = next(5);
		return LEAST[kind] + next(COUNT[kind]);
	}

public:
	explicit NearlyUTF8(uint32_t p_seed) :
			state(p_seed) {}

	Vector<uint8_t> make(uint32_t p_characters, uint32_t p_broken) {
		Vector<uint8_t> bytes;
		for (uint32_t i = 0; i < p_characters; i++) {
			uint8_t encoded[UTF8::MAX_BYTES];
			const int size = UTF8::encode(next_character(), encoded);
			bytes.append_array(Vector<uint8_t>(Span<uint8_t>(encoded, uint64_t(size))));
		}
		for (uint32_t i = 0; i < p_broken; i++) {
			bytes.write[next(uint32_t(bytes.size()))] = uint8_t(next(2) == 0 ? next(0xFF) + 1 : 0x80 + next(0x40));
		}
		return bytes;
	}
};

static String decoded_one_by_one(const Vector<uint8_t> &p_bytes) {
	String text;
	for (Span<uint8_t> rest = p_bytes.span(); !rest.is_empty();) {
		const UTF8::Decoded decoded = UTF8::decode(rest);
		text += decoded.character;
		rest = rest.subspan(decoded.bytes);
	}
	return text;
}

TEST_CASE("[String][UTF8] Characters of all kinds, sound and broken, decode as they do one by one") {
	for (uint32_t seed = 0; seed < 400; seed++) {
		for (const uint32_t broken : { 0, 1, 3, 40 }) {
			const Vector<uint8_t> bytes = NearlyUTF8(seed).make(1 + seed * 7 % 500, broken);
			const String expected = decoded_one_by_one(bytes);
			const String text = String::utf8(reinterpret_cast<const char *>(bytes.ptr()), bytes.size());
			REQUIRE_EQ(text, expected);
			const CharString again = text.utf8();
			REQUIRE_EQ(decoded_one_by_one(Vector<uint8_t>(bytes_of(again))), expected);
		}
	}
}

TEST_CASE("[String][UTF8] A long text that breaks off or goes wrong at any place decodes as it does one by one") {
	const Vector<uint8_t> bytes = NearlyUTF8(5).make(90, 0);
	for (int64_t size = 1; size <= bytes.size(); size++) {
		const Vector<uint8_t> head(bytes.span().subspan(0, uint64_t(size)));
		REQUIRE_EQ(String::utf8(reinterpret_cast<const char *>(head.ptr()), size), decoded_one_by_one(head));
		for (const uint8_t wrong : { 0x41, 0x80, 0xBF, 0xC1, 0xDF, 0xE0, 0xED, 0xF0, 0xF4, 0xF8, 0xFF }) {
			Vector<uint8_t> changed = bytes;
			changed.write[size - 1] = wrong;
			REQUIRE_EQ(String::utf8(reinterpret_cast<const char *>(changed.ptr()), changed.size()), decoded_one_by_one(changed));
		}
	}
}

TEST_CASE("[String][UTF8] A text of broken bytes is as long as they are") {
	const Vector<char> bytes = [] {
		Vector<char> made;
		made.resize(1000000);
		made.fill(char(0x80));
		return made;
	}();
	CHECK_EQ(String::utf8(bytes.ptr(), bytes.size()), String(U"\uFFFD").repeat(bytes.size()));
}

} // namespace TestUTF8
