// Packages: binary XML, resource tables, archives and their signatures, read back without the code that wrote them.
#pragma once

#include "core/config/project_settings.h"
#include "core/io/file_access.h"
#include "core/io/marshalls_singleton.h"
#include "core/io/pack/zip_archive.h"
#include "core/string/digest.h"
#include "platform/android/export/android_manifest.h"
#include "platform/android/export/apk_file.h"
#include "platform/android/export/apk_signature.h"
#include "platform/android/export/resource_table.h"
#include "tests/test_macros.h"

#include <cstring>

namespace TestAndroidPackage {

struct Bytes {
	const Vector<uint8_t> &bytes;
	uint32_t u16(int64_t p_at) const { return bytes[p_at] | uint32_t(bytes[p_at + 1]) << 8; }
	uint32_t u32(int64_t p_at) const { return u16(p_at) | u16(p_at + 2) << 16; }
	uint64_t u64(int64_t p_at) const { return u32(p_at) | uint64_t(u32(p_at + 4)) << 32; }
	Vector<uint8_t> slice(int64_t p_at, int64_t p_length) const { return bytes.slice(p_at, p_at + p_length); }
};

inline Vector<uint8_t> bytes_of(const char *p_text) {
	return String(p_text).to_utf8_buffer();
}

inline Vector<uint8_t> sha256(const Vector<uint8_t> &p_bytes) {
	Vector<uint8_t> digest;
	digest.resize(32);
	Digest::compute(Digest::SHA256, p_bytes.span(), digest.ptrw());
	return digest;
}

inline SigningIdentity make_identity(bool p_elliptic) {
	const Ref<Crypto> crypto(Crypto::create());
	SigningIdentity identity;
	identity.key = p_elliptic ? crypto->generate_ec(256) : crypto->generate_rsa(2048);
	const Ref<X509Certificate> certificate = crypto->generate_self_signed_certificate(identity.key, "CN=Test", "20200101000000", "20500101000000", Vector<String>());
	const String pem = certificate->save_to_string();
	const int begin = pem.find("\n");
	CHECK(identity.set_certificate(Marshalls::get_singleton()->base64_to_raw(pem.substr(begin, pem.find("-----END") - begin).replace("\n", ""))));
	return identity;
}

TEST_CASE("[Export][Android] Binary XML, byte for byte") {
	XmlElement root("a");
	root.set_flag("debuggable", true);
	const Vector<uint8_t> bytes = root.write();
	const Bytes in{ bytes };
	static const uint8_t HEAD[] = { 0x03, 0, 8, 0 };
	CHECK_EQ(memcmp(bytes.ptr(), HEAD, sizeof(HEAD)), 0);
	CHECK_EQ(in.u32(4), bytes.size());
	// The pool: its first text is the attribute's name, in UTF-16 behind its length.
	CHECK_EQ(in.u16(8), 0x0001);
	CHECK_EQ(in.u32(16), 4); // debuggable, android, its URI, a.
	CHECK_EQ(in.u16(8 + in.u32(28)), 10);
	CHECK_EQ(in.u16(8 + in.u32(28) + 2), 'd');
	const int64_t map = 8 + in.u32(12);
	CHECK_EQ(in.u16(map), 0x0180);
	CHECK_EQ(in.u32(map + 8), 0x0101000f);
	const int64_t element = map + in.u32(map + 4) + 24;
	CHECK_EQ(in.u16(element), 0x0102);
	CHECK_EQ(in.u16(element + 28), 1); // Attributes.
	CHECK_EQ(in.u32(element + 36), 2); // Namespace.
	CHECK_EQ(in.u32(element + 40), 0); // Name.
	CHECK_EQ(in.u32(element + 44), 0xffffffff); // No text.
	CHECK_EQ(in.u32(element + 48), 0x12000008);
	CHECK_EQ(in.u32(element + 52), 0xffffffff); // True.
}

TEST_CASE("[Export][Android] Chunks of XML and tables end where they say") {
	XmlElement root("manifest");
	root.set_text("label", String::utf8("Ünïcödé 🎮"));
	root.set_text("versionName", String("x").repeat(40000));
	root.set_plain("package", "a.b");
	root.add("child").set_int("value", -1);
	ResourceTable table;
	table.add_file("icon", "res/icon.png");
	table.add_file("icon", "res/icon.xml", 26);
	CHECK_EQ(table.add_file("front", "res/front.png"), 0x7f010001);
	for (const Vector<uint8_t> &bytes : { root.write(), table.write("com.example.game") }) {
		const Bytes in{ bytes };
		CHECK_EQ(in.u32(4), bytes.size());
		int64_t at = in.u16(2);
		while (at < bytes.size()) {
			REQUIRE(in.u32(at + 4) >= in.u16(at + 2));
			CHECK_EQ(in.u32(at + 4) % 4, 0);
			at += in.u32(at + 4);
		}
		CHECK_EQ(at, bytes.size());
	}
}

TEST_CASE("[Export][Android] Attributes stand in the order of their numbers") {
	XmlElement root("a");
	root.set_plain("package", "x");
	root.set_flag("extractNativeLibs", true);
	root.set_reference("icon", 0x7f010000);
	root.set_text("label", "b");
	const Vector<uint8_t> bytes = root.write();
	const Bytes in{ bytes };
	const int64_t map = 8 + in.u32(12);
	CHECK_EQ(in.u32(map + 8), 0x01010001);
	CHECK_EQ(in.u32(map + 12), 0x01010002);
	CHECK_EQ(in.u32(map + 16), 0x010104ea);
}

TEST_CASE("[Export][Android] The archive is read by others, and what is stored is aligned") {
	ApkFile apk;
	CHECK_EQ(apk.add("one.txt", bytes_of("text text text text text text text text text")), OK);
	CHECK_EQ(apk.add("x", bytes_of("stored"), true), OK);
	CHECK_EQ(apk.add("empty", Vector<uint8_t>()), OK);
	CHECK_EQ(apk.add(String::utf8("deep/ünï.bin"), bytes_of("stored as well"), true), OK);
	CHECK_EQ(apk.add("x", bytes_of("twice")), ERR_ALREADY_EXISTS);
	const Vector<uint8_t> bytes = apk.finish_unsigned();
	const Ref<FileAccess> file = FileAccess::create_temp(FileAccess::WRITE_READ, "apk", "zip");
	REQUIRE_EQ(FileAccess::save_bytes(file->get_path_absolute(), bytes.span()), OK);
	ZipInput zip;
	REQUIRE_EQ(zip.open(file->get_path_absolute()), OK);
	CHECK_EQ(zip.get_names().size(), 4);
	Vector<uint8_t> content;
	CHECK_EQ(zip.read("one.txt", true, content), OK);
	CHECK_EQ(content, bytes_of("text text text text text text text text text"));
	CHECK_EQ(zip.read(String::utf8("deep/ünï.bin"), true, content), OK);
	CHECK_EQ(content, bytes_of("stored as well"));
	CHECK_EQ(zip.read("empty", true, content), OK);
	CHECK(content.is_empty());
	const Bytes in{ bytes };
	int stored = 0;
	for (int64_t at = 0; in.u32(at) == 0x04034b50; at += 30 + in.u16(at + 26) + in.u16(at + 28) + in.u32(at + 18)) {
		if (in.u16(at + 8) == 0) {
			stored++;
			CHECK_EQ((at + 30 + in.u16(at + 26) + in.u16(at + 28)) % 4, 0);
		}
	}
	CHECK_EQ(stored, 3);
	CHECK_EQ(apk.finish_unsigned(), bytes);
}

// Reads the signing block of one scheme as its description says, and checks digest and signature.
inline void check_scheme(const Vector<uint8_t> &p_apk, uint32_t p_id, bool p_has_range, const SigningIdentity &p_identity) {
	const Bytes in{ p_apk };
	const int64_t end = p_apk.size() - 22;
	const int64_t directory = in.u32(end + 16);
	REQUIRE_EQ(memcmp(p_apk.ptr() + directory - 16, "APK Sig Block 42", 16), 0);
	const int64_t block = directory - int64_t(in.u64(directory - 24)) - 8;
	CHECK_EQ(in.u64(block), in.u64(directory - 24));
	int64_t at = block + 8;
	while (in.u32(at + 8) != p_id) {
		at += 8 + int64_t(in.u64(at));
		REQUIRE(at < directory - 24);
	}
	const int64_t signer = at + 12 + 8; // Behind the lengths of the list and of its only item.
	const int64_t data_length = in.u32(signer);
	const Vector<uint8_t> signed_data = in.slice(signer + 4, data_length);
	const int64_t signatures = signer + 4 + data_length + (p_has_range ? 8 : 0);
	const Vector<uint8_t> signature = in.slice(signatures + 16, in.u32(signatures + 12));
	const Ref<Crypto> crypto(Crypto::create());
	CHECK(crypto->verify(HashingContext::HASH_SHA256, sha256(signed_data), signature, p_identity.key));

	// One chunk of each part; of the end, with the offset that it has without the block.
	Vector<uint8_t> end_part = in.slice(end, 22);
	for (int i = 0; i < 4; i++) {
		end_part.set(16 + i, uint8_t(block >> (8 * i)));
	}
	Vector<uint8_t> top({ 0x5a, 3, 0, 0, 0 });
	for (const Vector<uint8_t> &part : { in.slice(0, block), in.slice(directory, end - directory), end_part }) {
		Vector<uint8_t> chunk({ 0xa5, uint8_t(part.size()), uint8_t(part.size() >> 8), uint8_t(part.size() >> 16), 0 });
		chunk.append_array(part);
		top.append_array(sha256(chunk));
	}
	CHECK_EQ(signed_data.slice(16, 48), sha256(top));
}

TEST_CASE("[Export][Android] Signatures of both schemes, by both kinds of keys") {
	for (const bool elliptic : { false, true }) {
		const SigningIdentity identity = make_identity(elliptic);
		CHECK_EQ(identity.is_elliptic, elliptic);
		CHECK(identity.is_consistent());
		ApkFile apk;
		CHECK_EQ(apk.add("file", bytes_of("content")), OK);
		const Vector<uint8_t> bytes = apk.sign(identity, 24);
		check_scheme(bytes, 0x7109871a, false, identity);
		check_scheme(bytes, 0xf05368c0, true, identity);
	}
	SigningIdentity other = make_identity(true);
	other.key = make_identity(true).key;
	CHECK_FALSE(other.is_consistent());
	CHECK_FALSE(other.set_certificate(bytes_of("no certificate")));
}

TEST_CASE("[Export][Android] Names of packages") {
	for (const char *name : { "com.example.game", "a.b", "A1.b_2.c3" }) {
		CHECK(AndroidApp::is_package_name(name));
	}
	for (const char *name : { "", "game", "com.", ".com", "com..x", "com.1x", "com.ex-ample", "com._x", "com.ü" }) {
		CHECK_FALSE(AndroidApp::is_package_name(String::utf8(name)));
	}
}

struct SettingValue {
	String name;
	Variant before;

	SettingValue(const char *p_name, const Variant &p_value) :
			name(p_name), before(ProjectSettings::get_singleton()->get_setting(name, Variant())) {
		ProjectSettings::get_singleton()->set_setting(name, p_value);
	}
	~SettingValue() { ProjectSettings::get_singleton()->set_setting(name, before); }
};

TEST_CASE("[Export][Android] Generated names are shortened, given ones and directions are checked") {
	const SettingValue name("application/config/name", String("N").repeat(150));
	ExportPreset preset = ExportPreset::make("A", "export_presets.cfg", 1);
	ExportJob job(preset);
	AndroidApp app;
	CHECK_EQ(app.read(job), OK);
	CHECK_EQ(app.package.length(), 127);
	CHECK(app.package.begins_with("com.example.nnn"));
	ExpectErrors quiet;
	{
		const SettingValue orientation("display/window/handheld/orientation", 99);
		ExportPreset turned = ExportPreset::make("A", "export_presets.cfg", 1);
		CHECK_NE(AndroidApp().read(ExportJob(turned)), OK);
	}
	{
		const SettingValue orientation("display/window/handheld/orientation", 6);
		CHECK_EQ(AndroidApp().read(job), OK);
	}
	preset.set_option("package/unique_name", "com." + String("a").repeat(124), 2);
	CHECK_NE(AndroidApp().read(job), OK);
}

} // namespace TestAndroidPackage
