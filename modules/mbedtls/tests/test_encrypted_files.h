// Encrypted files: what they look like, and what becomes of damaged ones.
#pragma once

#include "core/io/config_file.h"
#include "core/io/dir_access.h"
#include "core/io/file_access_encrypted.h"
#include "core/string/digest.h"
#include "tests/test_macros.h"

namespace TestEncryptedFiles {

inline Vector<uint8_t> filled(int64_t p_size, uint8_t p_byte) {
	Vector<uint8_t> bytes;
	bytes.resize(p_size);
	bytes.fill(p_byte);
	return bytes;
}

TEST_CASE("[IO][FileAccessEncrypted] The bytes are those of the field's engine") {
	Vector<uint8_t> file;
	REQUIRE_EQ(FileAccessEncrypted::encrypt(String("fixed iv").to_utf8_buffer().span(), filled(32, 7), filled(16, 0), file), OK);
	CHECK_EQ(file.size(), 60);
	uint8_t digest[32];
	Digest::compute(Digest::SHA256, file.span(), digest);
	CHECK_EQ(String::hex_encode_buffer(digest, 32), "ae8ce2c1fab9406ce8e2d4f5b3663e4e7516c1913785eaffb9a1f05562f57a6f");
	CHECK_EQ(FileAccessEncrypted::make_key("secret").size(), FileAccessEncrypted::KEY_BYTES);
}

TEST_CASE("[IO][FileAccessEncrypted] Damage, another key and a cut anywhere are found") {
	Vector<uint8_t> file;
	REQUIRE_EQ(FileAccessEncrypted::encrypt(String("some content, longer than a block").to_utf8_buffer().span(), filled(32, 7), filled(16, 1), file), OK);
	Vector<uint8_t> plain;
	CHECK_EQ(FileAccessEncrypted::decrypt(file.span(), filled(32, 7), plain), OK);
	CHECK_EQ(FileAccessEncrypted::decrypt(file.span(), filled(32, 8), plain), ERR_FILE_CORRUPT);
	for (int64_t size = 0; size < file.size(); size++) {
		const Error error = FileAccessEncrypted::decrypt(file.slice(0, size).span(), filled(32, 7), plain);
		CHECK_EQ(error, size < 4 ? ERR_FILE_UNRECOGNIZED : ERR_FILE_CORRUPT);
	}
	for (int64_t at = 0; at < file.size() - 15; at++) { // The last bytes are padding.
		Vector<uint8_t> damaged = file;
		damaged.write[at] ^= 1;
		CHECK_EQ(FileAccessEncrypted::decrypt(damaged.span(), filled(32, 7), plain), at < 4 ? ERR_FILE_UNRECOGNIZED : ERR_FILE_CORRUPT);
	}
}

TEST_CASE("[IO][FileAccessEncrypted] Files and configurations come back; a failed save leaves the old one") {
	const Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");
	const String path = folder->get_current_dir().path_join("encrypted");
	const Vector<uint8_t> key = filled(32, 9);
	Error error = OK;
	for (int64_t size : { 0, 1, 16, 17, 5000 }) {
		Ref<FileAccess> file = FileAccessEncrypted::open(path, FileAccess::WRITE, key, Vector<uint8_t>(), error);
		REQUIRE(file.is_valid());
		CHECK(file->store_buffer(filled(size, 3)));
		file.unref();
		file = FileAccessEncrypted::open(path, FileAccess::READ, key, Vector<uint8_t>(), error);
		REQUIRE(file.is_valid());
		CHECK_EQ(int64_t(file->get_length()), size);
		CHECK_EQ(file->get_buffer(size + 1), filled(size, 3));
		CHECK(file->eof_reached());
	}
	Ref<ConfigFile> config;
	config.instantiate();
	config->set_value("a", "b", 1);
	CHECK_EQ(int(config->call("save_encrypted", path, key)), OK);
	const Vector<uint8_t> saved = FileAccess::get_file_as_bytes(path);
	{
		const ExpectErrors expected;
		CHECK_EQ(int(config->call("save_encrypted", path, filled(3, 1))), ERR_INVALID_PARAMETER);
	}
	CHECK_EQ(FileAccess::get_file_as_bytes(path), saved);
	Ref<ConfigFile> loaded;
	loaded.instantiate();
	CHECK_EQ(int(loaded->call("load_encrypted", path, filled(32, 1))), ERR_FILE_CORRUPT);
	CHECK_EQ(int(loaded->call("load_encrypted", path, key)), OK);
	CHECK_EQ(loaded->get_value("a", "b"), Variant(1));
	CHECK_EQ(FileAccessEncrypted::open(path, FileAccess::READ_WRITE, key, Vector<uint8_t>(), error), Ref<FileAccess>());
	CHECK_EQ(error, ERR_UNAVAILABLE);
}

} // namespace TestEncryptedFiles
