// Folders: relative paths, listings, and what must not be possible.
#pragma once

#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "tests/test_macros.h"

TEST_CASE("[IO][DirAccess] Listings are sorted and leave hidden names out unless asked") {
	Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");
	const String root = folder->get_current_dir();
	for (const char *name : { "b", "a", ".h", "10", "9" }) {
		FileAccess::open(root.path_join(name), FileAccess::WRITE);
	}
	CHECK_EQ(folder->make_dir("sub"), OK);
	CHECK_EQ(folder->get_files(), Vector<String>({ "10", "9", "a", "b" }));
	CHECK_EQ(folder->get_directories(), Vector<String>({ "sub" }));
	folder->set_include_hidden(true);
	folder->set_include_navigational(true);
	CHECK_EQ(folder->get_files(), Vector<String>({ ".h", "10", "9", "a", "b" }));
	CHECK_EQ(folder->get_directories(), Vector<String>({ ".", "..", "sub" }));
}

TEST_CASE("[IO][DirAccess] Relative paths follow the current folder") {
	Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");
	const String root = folder->get_current_dir();
	CHECK_EQ(folder->make_dir_recursive("a/b/c"), OK);
	CHECK_EQ(folder->make_dir_recursive("a/b/c"), OK);
	CHECK_EQ(folder->make_dir("a"), ERR_ALREADY_EXISTS);
	CHECK_EQ(folder->change_dir("a/b"), OK);
	CHECK_EQ(folder->get_current_dir(), root + "/a/b");
	CHECK_EQ(folder->change_dir(".."), OK);
	CHECK_EQ(folder->get_current_dir(), root + "/a");
	CHECK_EQ(folder->change_dir("none"), ERR_INVALID_PARAMETER);
	CHECK_EQ(folder->get_current_dir(), root + "/a");
	FileAccess::open(root + "/f", FileAccess::WRITE)->store_string("1");
	CHECK(folder->file_exists("../f"));
	CHECK_FALSE(folder->dir_exists("../f"));
	CHECK_EQ(folder->copy("../f", "copy"), OK);
	CHECK_EQ(FileAccess::get_file_as_string(root + "/a/copy"), "1");
	CHECK_EQ(folder->rename("copy", "moved"), OK);
	CHECK_EQ(folder->rename("copy", "again"), FAILED);
	CHECK_EQ(folder->copy("none", "x"), ERR_FILE_NOT_FOUND);
	CHECK_EQ(folder->remove("moved"), OK);
	CHECK_EQ(folder->change_dir(".."), OK);
	CHECK(folder->remove("a") != OK); // Not empty.
}

TEST_CASE("[IO][DirAccess] A file is not copied onto itself") {
	ExpectErrors quiet;
	Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");
	const String path = folder->get_current_dir().path_join("f");
	FileAccess::open(path, FileAccess::WRITE)->store_string("kept");
	CHECK(folder->copy("f", "f") != OK);
	CHECK_EQ(FileAccess::get_file_as_string(path), "kept");
}

TEST_CASE("[IO][DirAccess] A temporary folder goes with everything in it, but follows no links out") {
	Ref<DirAccess> outside = DirAccess::create_temp("estragon-test");
	const String kept = outside->get_current_dir().path_join("kept");
	FileAccess::open(kept, FileAccess::WRITE);
	Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");
	const String root = folder->get_current_dir();
	folder->make_dir_recursive("x/y");
	CHECK_EQ(folder->create_link(outside->get_current_dir(), "x/link"), OK);
	CHECK(folder->is_link("x/link"));
	folder.unref();
	CHECK_FALSE(DirAccess::exists(root));
	CHECK(FileAccess::exists(kept));
}
