// String: encodings, escapes, URLs, paths and digests.
#pragma once

#include "core/string/digest.h"
#include "core/string/ustring.h"
#include "tests/test_macros.h"

namespace TestStringText {

TEST_CASE("[String][Encode] UTF-16 keeps lone surrogates, swaps on a foreign byte order mark") {
	const char16_t lone[] = { 0xDC4D, 'a', 0xD83D, 0 };
	CHECK_EQ(String::utf16(lone).length(), 3);
	CHECK_EQ(String::utf16(lone)[0], 0xDC4D);
	CHECK_EQ(String::utf16(u"\xFFFE\x6800"), "h");
	CHECK_EQ(String::utf16(u"\xD83D\xDC4D"), String(U"\U0001F44D"));
	CHECK_EQ(String(U"\U0001F44D").utf16().length(), 2);
}

TEST_CASE("[String][Encode] Byte order marks, zeros and lengths end or bound the text") {
	CHECK_EQ(String::utf8("\xEF\xBB\xBFhi"), "hi");
	CHECK_EQ(String::utf8("h\0i", 3), "h");
	CHECK_EQ(String::utf8("hello", 2), "he");
	CHECK_EQ(String::utf8(nullptr), "");
	CHECK_EQ(String::utf8("", 0), "");
	ExpectErrors silence;
	CHECK_EQ(String(U"\u65E5a").ascii(), CharString(" a"));
	CHECK_EQ(String("123").hex_decode(), PackedByteArray());
	CHECK_EQ(String("0x").hex_decode(), PackedByteArray());
	CHECK_EQ(String("0aFf").hex_decode(), PackedByteArray({ 10, 255 }));
}

TEST_CASE("[String][Escape] XML comes back as it went, and unknown entities stay") {
	const String text = "<a b=\"'&'\">";
	CHECK_EQ(text.xml_escape(true).xml_unescape(), text);
	CHECK_EQ(text.xml_escape(), "&lt;a b=\"'&amp;'\"&gt;");
	for (const char *kept : { "&", "&;", "&#;", "&#xZZ;", "&#x110000;", "&#-5;", "&unknown;", "&#0;", "a&ltb" }) {
		CHECK_EQ(String(kept).xml_unescape(), kept);
	}
	CHECK_EQ(String("&#65;&#x42;").xml_unescape(), "AB");
}

TEST_CASE("[String][Escape] Percent escapes are bytes of UTF-8 in either case") {
	CHECK_EQ(String(U"\u65E5 /").uri_encode(), "%E6%97%A5%20%2F");
	CHECK_EQ(String("%E6%97%a5+%2b").uri_decode(), String(U"\u65E5 +"));
	CHECK_EQ(String("%2B+").uri_file_decode(), "++");
	for (const char *kept : { "%", "%4", "%zz", "%ff", "100%", "a%00b" }) {
		CHECK_EQ(String(kept).uri_decode(), kept);
	}
}

TEST_CASE("[String][Escape] C and JSON escapes") {
	const String text = "\a\b\f\n\r\t\v'\"\\x";
	CHECK_EQ(text.c_escape(), "\\a\\b\\f\\n\\r\\t\\v\\'\\\"\\\\x");
	CHECK_EQ(text.c_escape().c_unescape(), text);
	CHECK_EQ(String("\\\\n").c_unescape(), "\\n");
	CHECK_EQ(String("\\").c_unescape(), "\\");
	CHECK_EQ(String("\\z").c_unescape(), "\\z");
	CHECK_EQ(String("\b\"\\").json_escape(), "\\b\\\"\\\\");
	CHECK_EQ(String("a b").property_name_encode(), "\"a b\"");
	CHECK_EQ(String("a/b").property_name_encode(), "a/b");
}

TEST_CASE("[String][URL] URLs are taken apart, and what is none is refused") {
	String scheme, host, path, fragment;
	int port = 0;
	CHECK_EQ(String("WSS://user:pw@Example.com:8080/a/b?c=d#e").parse_url(scheme, host, port, path, fragment), OK);
	CHECK_EQ(scheme, "wss://");
	CHECK_EQ(host, "example.com");
	CHECK_EQ(port, 8080);
	CHECK_EQ(path, "/a/b?c=d");
	CHECK_EQ(fragment, "e");
	CHECK_EQ(String("ws://[::1]:90?x").parse_url(scheme, host, port, path, fragment), OK);
	CHECK_EQ(host, "::1");
	CHECK_EQ(path, "?x");
	CHECK_EQ(String("127.0.0.1").parse_url(scheme, host, port, path, fragment), OK);
	CHECK_EQ(scheme, "");
	CHECK_EQ(port, 0);
	for (const char *bad : { "", "ws://", "ws://:80", "ws://a:0", "ws://a:65536", "ws://a:x", "ws://a:", "ws://[::1", "ws://[::1]x", "ws://a:-1" }) {
		CHECK_MESSAGE(String(bad).parse_url(scheme, host, port, path, fragment) == ERR_INVALID_PARAMETER, bad);
	}
}

TEST_CASE("[String][Path] Parts of paths") {
	CHECK_EQ(String("res://a/b.tar.gz").get_extension(), "gz");
	CHECK_EQ(String("a.b/c").get_extension(), "");
	CHECK_EQ(String("dir/.hidden").get_basename(), "dir/");
	CHECK_EQ(String("a\\b/c").get_file(), "c");
	CHECK_EQ(String("res://").get_base_dir(), "res://");
	CHECK_EQ(String("C:\\a").get_base_dir(), "C:\\");
	CHECK_EQ(String("//server/share/f/g").get_base_dir(), "//server/share/f");
	CHECK_EQ(String("a").path_join("b"), "a/b");
	CHECK_EQ(String("").path_join("b"), "b");
	CHECK(String("res://x").is_absolute_path());
	CHECK_FALSE(String("c:").is_absolute_path());
	CHECK_EQ(String("res://a/b/").path_to("res://a/c/"), "../c/");
	CHECK_EQ(String("res://a/b.gd").path_to_file("res://a/c/d.gd"), "./c/d.gd");
}

TEST_CASE("[String][Path] Simplifying never climbs above a root") {
	CHECK_EQ(String("a/./b//../c").simplify_path(), "a/c");
	CHECK_EQ(String("/../a").simplify_path(), "/a");
	CHECK_EQ(String("user://../x").simplify_path(), "user://x");
	CHECK_EQ(String("res://../x").simplify_path(), "res://../x");
	CHECK_EQ(String("a/../..").simplify_path(), "..");
	CHECK_EQ(String("C:\\a\\..\\..").simplify_path(), "C:/");
	CHECK_EQ(String("\\\\server\\.\\x").simplify_path(), "\\\\server/x");
	CHECK_EQ(String("").simplify_path(), "");
}

TEST_CASE("[String][Digest] Digests do not depend on how the bytes arrive") {
	for (int size : { 0, 1, 55, 56, 63, 64, 65, 119, 120, 200 }) {
		const CharString text = String("x").repeat(size).utf8();
		const Span<uint8_t> bytes(reinterpret_cast<const uint8_t *>(text.get_data()), uint64_t(size));
		for (Digest::Algorithm algorithm : { Digest::MD5, Digest::SHA1, Digest::SHA256 }) {
			uint8_t whole[Digest::MAX_BYTES];
			uint8_t pieces[Digest::MAX_BYTES];
			Digest::compute(algorithm, bytes, whole);
			Digest digest(algorithm);
			for (uint64_t i = 0; i < bytes.size(); i += 7) {
				digest.update(bytes.subspan(i, 7));
			}
			digest.finish(pieces);
			CHECK_EQ(memcmp(whole, pieces, size_t(Digest::get_size(algorithm))), 0);
		}
	}
	CHECK_EQ(String("").md5_text(), "d41d8cd98f00b204e9800998ecf8427e");
	CHECK_EQ(String("abc").sha1_text(), "a9993e364706816aba3e25717850c26c9cd0d89d");
	CHECK_EQ(String("abc").sha256_text(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	CHECK_EQ(String("x").repeat(112).sha256_buffer().size(), 32);
}

} // namespace TestStringText
