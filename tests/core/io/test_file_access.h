// Files: modes, text, CSV, errors, compressed files and temporary ones.
#pragma once

#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/io/file_system.h"
#include "tests/test_macros.h"

// A folder that vanishes with the test.
struct TemporaryFolder {
	Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");

	String path(const String &p_name) const { return folder->get_current_dir().path_join(p_name); }
	String write(const String &p_name, const String &p_text) const {
		Ref<FileAccess> file = FileAccess::open(path(p_name), FileAccess::WRITE);
		file->store_string(p_text);
		return path(p_name);
	}
};

TEST_CASE("[IO][FileAccess] Opening says why it failed") {
	TemporaryFolder temporary;
	Error error = OK;
	CHECK(FileAccess::open(temporary.path("none"), FileAccess::READ, &error).is_null());
	CHECK_EQ(error, ERR_FILE_NOT_FOUND);
	CHECK(FileAccess::open(temporary.path("no/such/folder"), FileAccess::WRITE, &error).is_null());
	CHECK_EQ(error, ERR_FILE_NOT_FOUND);
	CHECK(FileAccess::open(temporary.path(""), FileAccess::READ, &error).is_null());
	CHECK(FileAccess::open("", FileAccess::READ, &error).is_null());
	CHECK(FileAccess::open(temporary.path("x"), 0, &error).is_null());
	CHECK_EQ(error, ERR_INVALID_PARAMETER);
	CHECK_EQ(FileAccess::get_file_as_string(temporary.path("none"), &error), "");
	CHECK_EQ(error, ERR_FILE_NOT_FOUND);
}

TEST_CASE("[IO][FileAccess] The end is seen by reading past it, and reading gives zeros there") {
	TemporaryFolder temporary;
	Ref<FileAccess> file = FileAccess::open(temporary.path("f"), FileAccess::WRITE_READ);
	file->store_32(7);
	file->seek(0);
	CHECK_EQ(file->get_32(), 7u);
	CHECK_FALSE(file->eof_reached());
	CHECK_EQ(file->get_8(), 0);
	CHECK(file->eof_reached());
	CHECK_EQ(file->get_error(), ERR_FILE_EOF);
	file->seek_end(-2);
	CHECK_FALSE(file->eof_reached());
	CHECK_EQ(file->get_position(), 2u);
}

TEST_CASE("[IO][FileAccess] Reading and writing may alternate in one file") {
	TemporaryFolder temporary;
	temporary.write("f", "abcdef");
	Ref<FileAccess> file = FileAccess::open(temporary.path("f"), FileAccess::READ_WRITE);
	CHECK_EQ(file->get_8(), 'a');
	file->store_8('X');
	CHECK_EQ(file->get_8(), 'c');
	file->seek_end();
	file->store_string("!");
	CHECK_EQ(file->get_length(), 7u);
	CHECK_EQ(file->get_as_utf8_string(), "aXcdef!");
	CHECK_EQ(file->get_position(), 7u);
}

TEST_CASE("[IO][FileAccess] Lines end with any kind of line end") {
	TemporaryFolder temporary;
	Ref<FileAccess> file = FileAccess::open(temporary.write("f", "a\r\nb\nc\rd"), FileAccess::READ);
	CHECK_EQ(file->get_line(), "a");
	CHECK_EQ(file->get_line(), "b");
	CHECK_EQ(file->get_line(), "c");
	CHECK_EQ(file->get_line(), "d");
	CHECK(file->eof_reached());
}

TEST_CASE("[IO][FileAccess] CSV fields keep delimiters, quotes and line breaks") {
	TemporaryFolder temporary;
	const Vector<String> fields = { "a", "b,c", "d\"e", "f\ng", "" };
	Ref<FileAccess> file = FileAccess::open(temporary.path("f"), FileAccess::WRITE_READ);
	CHECK(file->store_csv_line(fields));
	CHECK(file->store_csv_line({ "x;y", "z" }, ";"));
	file->seek(0);
	CHECK_EQ(file->get_csv_line(), fields);
	CHECK_EQ(file->get_csv_line(";"), Vector<String>({ "x;y", "z" }));
	ExpectErrors quiet;
	CHECK(file->get_csv_line("").is_empty());
	CHECK(file->get_csv_line("\"").is_empty());
}

TEST_CASE("[IO][FileAccess] A length in the file that lies gives nothing and costs nothing") {
	ExpectErrors quiet;
	TemporaryFolder temporary;
	Ref<FileAccess> file = FileAccess::open(temporary.path("f"), FileAccess::WRITE_READ);
	file->store_32(0xfffffff0u);
	file->store_8(1);
	file->seek(0);
	CHECK_EQ(file->get_var().get_type(), Variant::NIL);
	CHECK_EQ(file->get_buffer(int64_t(1) << 50).size(), 0);
}

TEST_CASE("[IO][FileAccess] A compressed file reads back, and broken ones are refused") {
	TemporaryFolder temporary;
	const String text = String("compress me ").repeat(500);
	const String path = temporary.path("c");
	FileAccess::open_compressed(path, FileAccess::WRITE, FileAccess::COMPRESSION_GZIP)->store_string(text);
	CHECK(FileAccess::get_size(path) < 2000);
	Error error = OK;
	Ref<FileAccess> file = FileAccess::open_compressed(path, FileAccess::READ, FileAccess::COMPRESSION_DEFLATE, &error);
	REQUIRE_EQ(error, OK);
	CHECK_EQ(file->get_length(), uint64_t(text.length()));
	file->seek(12);
	CHECK_EQ(String::utf8(reinterpret_cast<const char *>(file->get_buffer(int64_t(8)).ptr()), 8), "compress");

	CHECK(FileAccess::open_compressed(temporary.write("plain", "no"), FileAccess::READ, FileAccess::COMPRESSION_GZIP, &error).is_null());
	CHECK_EQ(error, ERR_FILE_UNRECOGNIZED);
	Vector<uint8_t> bytes = FileAccess::get_file_as_bytes(path);
	for (const int64_t length : { int64_t(7), int64_t(16), int64_t(20), bytes.size() / 2 }) {
		FileAccess::open(path, FileAccess::WRITE)->store_buffer(bytes.slice(0, length));
		CHECK(FileAccess::open_compressed(path, FileAccess::READ, FileAccess::COMPRESSION_GZIP, &error).is_null());
		CHECK_EQ(error, ERR_FILE_CORRUPT);
	}
	CHECK(FileAccess::open_compressed(path, FileAccess::READ_WRITE, FileAccess::COMPRESSION_GZIP, &error).is_null());
	CHECK_EQ(error, ERR_UNAVAILABLE);
}

TEST_CASE("[IO][FileAccess] With backup saving the old file stays until the new one is complete") {
	TemporaryFolder temporary;
	const String path = temporary.write("f", "old");
	FileAccess::set_backup_save(true);
	Ref<FileAccess> file = FileAccess::open(path, FileAccess::WRITE);
	file->store_string("new");
	file->flush();
	CHECK_EQ(FileAccess::get_file_as_string(path), "old");
	file->close();
	FileAccess::set_backup_save(false);
	CHECK_EQ(FileAccess::get_file_as_string(path), "new");
	CHECK_EQ(temporary.folder->get_files().size(), 1);
}

TEST_CASE("[IO][FileAccess] A temporary file goes with its last reference") {
	Ref<FileAccess> file = FileAccess::create_temp(FileAccess::WRITE_READ, "pre", "ext");
	REQUIRE(file.is_valid());
	const String path = file->get_path_absolute();
	CHECK(path.get_file().begins_with("pre"));
	CHECK_EQ(path.get_extension(), "ext");
	CHECK(FileAccess::exists(path));
	file.unref();
	CHECK_FALSE(FileAccess::exists(path));
}

TEST_CASE("[IO][FileAccess] A closed file answers with errors and does no harm") {
	ExpectErrors quiet;
	TemporaryFolder temporary;
	Ref<FileAccess> file = FileAccess::open(temporary.write("f", "x"), FileAccess::READ);
	file->close();
	CHECK_FALSE(file->is_open());
	CHECK_EQ(file->get_8(), 0);
	CHECK_EQ(file->get_length(), 0u);
	CHECK_FALSE(file->eof_reached());
	CHECK_FALSE(file->store_8(1));
	CHECK_EQ(file->resize(3), FAILED);
}

// What is in the folder, hidden files included.
inline Vector<String> files_of(const TemporaryFolder &p_temporary) {
	p_temporary.folder->set_include_hidden(true);
	return p_temporary.folder->get_files();
}

TEST_CASE("[IO][FileAccess] A save keeps mode and links, and leaves nothing beside the file") {
	TemporaryFolder temporary;
	temporary.write("real", "old");
	const String real = temporary.path("real");
	FileSystem::set_permissions(real, 0640);
	CHECK_EQ(FileSystem::create_link("real", temporary.path("link")), OK);
	CHECK_EQ(FileSystem::create_link("link", temporary.path("far")), OK);
	CHECK_EQ(FileAccess::save_text(temporary.path("far"), "new"), OK);
	CHECK(FileSystem::is_link(temporary.path("far")));
	CHECK(FileSystem::is_link(temporary.path("link")));
	CHECK_EQ(FileAccess::get_file_as_string(real), "new");
	FileSystem::Info info;
	CHECK(FileSystem::get_info(real, info));
	CHECK_EQ(info.permissions, 0640u);
	CHECK_EQ(files_of(temporary), Vector<String>({ "far", "link", "real" }));
}

TEST_CASE("[IO][FileAccess] A save makes the file that a link to nowhere names, and no file for links in a circle") {
	TemporaryFolder temporary;
	CHECK_EQ(FileSystem::create_link("later", temporary.path("link")), OK);
	CHECK_EQ(FileAccess::save_text(temporary.path("link"), "1"), OK);
	CHECK_EQ(FileAccess::get_file_as_string(temporary.path("later")), "1");
	CHECK_EQ(FileSystem::create_link("b", temporary.path("a")), OK);
	CHECK_EQ(FileSystem::create_link("a", temporary.path("b")), OK);
	CHECK_NE(FileAccess::save_text(temporary.path("a"), "1"), OK);
	CHECK_NE(FileAccess::save_text(temporary.folder->get_current_dir(), "1"), OK);
	CHECK_NE(FileAccess::save_text(temporary.path("no/such/folder"), "1"), OK);
	CHECK_EQ(files_of(temporary), Vector<String>({ "a", "b", "later", "link" }));
}

TEST_CASE("[IO][FileAccess] A replacement that is not committed never happened") {
	TemporaryFolder temporary;
	const String path = temporary.write("f", "old");
	Ref<FileAccess> file = FileAccess::open_replacement(path);
	CHECK(file->store_string("new"));
	CHECK_EQ(FileAccess::get_file_as_string(path), "old");
	file.unref();
	CHECK_EQ(FileAccess::get_file_as_string(path), "old");
	file = FileAccess::open_replacement(path);
	CHECK(file->store_string("new"));
	file->close();
	CHECK_EQ(FileAccess::get_file_as_string(path), "old");
	CHECK_EQ(files_of(temporary), Vector<String>({ "f" }));
}

TEST_CASE("[IO][FileAccess] A full device is told by whichever call first meets it") {
	if (!FileAccess::exists("/dev/full")) {
		return;
	}
	const ExpectErrors expected;
	CHECK_EQ(FileAccess::save_text("/dev/full", "x"), ERR_FILE_CANT_WRITE);
	Ref<FileAccess> file = FileAccess::open("/dev/full", FileAccess::WRITE);
	CHECK(file->store_8(1));
	CHECK_EQ(file->get_error(), OK);
	file->flush();
	CHECK_EQ(file->get_error(), ERR_FILE_CANT_WRITE);
	file = FileAccess::open("/dev/full", FileAccess::WRITE);
	CHECK(file->store_8(1));
	file->close();
	CHECK_EQ(file->get_error(), ERR_FILE_CANT_WRITE);
	file = FileAccess::open_compressed("/dev/full", FileAccess::WRITE, FileAccess::COMPRESSION_FASTLZ);
	CHECK(file->store_8(1));
	file->close();
	CHECK_EQ(file->get_error(), ERR_FILE_CANT_WRITE);
}

TEST_CASE("[IO][FileAccess] Reading to the end of what has none stops") {
	if (!FileAccess::exists("/dev/zero")) {
		return;
	}
	const ExpectErrors expected;
	Error error = OK;
	CHECK_EQ(FileAccess::get_file_as_bytes("/dev/zero", &error).size(), 0);
	CHECK_EQ(error, ERR_FILE_CANT_READ);
}

TEST_CASE("[IO][FileAccess] An open quote ends with the file, in compressed files as well") {
	TemporaryFolder temporary;
	const String path = temporary.path("f");
	for (const bool compressed : { false, true }) {
		Ref<FileAccess> file = compressed ? FileAccess::open_compressed(path, FileAccess::WRITE, FileAccess::COMPRESSION_FASTLZ) : FileAccess::open(path, FileAccess::WRITE);
		file->store_string("a,\"b\"\nc,\"open\nend");
		file->close();
		file = compressed ? FileAccess::open_compressed(path, FileAccess::READ, FileAccess::COMPRESSION_FASTLZ) : FileAccess::open(path, FileAccess::READ);
		CHECK_EQ(file->get_csv_line(), Vector<String>({ "a", "b" }));
		CHECK_EQ(file->get_csv_line(), Vector<String>({ "c", "open\nend" }));
		CHECK_EQ(file->get_csv_line(), Vector<String>({ "" }));
	}
}

TEST_CASE("[IO][FileAccess] Temporary files and folders are ours alone") {
	FileSystem::Info info;
	Ref<FileAccess> file = FileAccess::create_temp(FileAccess::WRITE_READ, "estragon-test", "txt");
	CHECK(FileSystem::get_info(file->get_path_absolute(), info));
	CHECK_EQ(info.permissions, 0600u);
	Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");
	CHECK(FileSystem::get_info(folder->get_current_dir(), info));
	CHECK_EQ(info.permissions, 0700u);
	CHECK_EQ(FileSystem::make_private_file(file->get_path_absolute()), ERR_ALREADY_EXISTS);
	CHECK_EQ(FileSystem::make_private_folder(folder->get_current_dir()), ERR_ALREADY_EXISTS);
	const ExpectErrors expected;
	CHECK(FileAccess::create_temp(FileAccess::WRITE, "../x").is_null());
	CHECK(DirAccess::create_temp("a/b").is_null());
}
