// Walks through folders: order, what is left out, and links that lead back.
#pragma once

#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/io/folder_walk.h"
#include "tests/test_macros.h"

static Ref<DirAccess> folder_with(const Vector<String> &p_files) {
	Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");
	const String root = folder->get_current_dir();
	for (const String &file : p_files) {
		folder->make_dir_recursive(root.path_join(file).get_base_dir());
		FileAccess::open(root.path_join(file), FileAccess::WRITE);
	}
	return folder;
}

// Relative to the folder.
static String files_below(const Ref<DirAccess> &p_folder, Error p_expected = OK) {
	const String root = p_folder->get_current_dir();
	Vector<String> files;
	CHECK_EQ(FolderWalk::list_files(root, files), p_expected);
	Vector<String> names;
	for (const String &file : files) {
		names.push_back(file.trim_prefix(root + "/"));
	}
	return String(" ").join(names);
}

TEST_CASE("[IO][FolderWalk] Files come before folders, and what is hidden or ignored does not come") {
	CHECK_EQ(files_below(folder_with({ "z", "b/2", "b/1", "b/c/3", "a/4", ".h/5", ".6", "out/.gdignore", "out/7", "out/in/8" })), "z a/4 b/1 b/2 b/c/3");
	CHECK_EQ(files_below(folder_with({ ".gdignore", "a" })), "a"); // Who names the folder itself means it.
	Vector<String> none;
	CHECK_EQ(FolderWalk::list_files("/nowhere/at/all", none), OK);
	CHECK(none.is_empty());
}

TEST_CASE("[IO][FolderWalk] Links are followed, but not in circles, and each target once") {
	const Ref<DirAccess> addon = folder_with({ "plugin", "deep/er" });
	const Ref<DirAccess> folder = folder_with({ "file", "a/one", "b/two" });
	const String root = folder->get_current_dir();
	for (const char *name : { "loop", "loop2", "a/loop", "b/loop" }) {
		CHECK_EQ(folder->create_link(root, name), OK);
	}
	folder->create_link("../b", "a/to_b");
	folder->create_link("../a", "b/to_a");
	folder->create_link("nowhere", "broken");
	folder->create_link(addon->get_current_dir(), "addon");
	folder->create_link(addon->get_current_dir(), "same");
	const String found = files_below(folder);
	CHECK_EQ(found, "broken file a/one a/to_b/two addon/plugin addon/deep/er b/two b/to_a/one");
}

TEST_CASE("[IO][FolderWalk] What lies too deep is told, and the rest is found") {
	ExpectErrors quiet;
	CHECK_EQ(files_below(folder_with({ "d/" + String("d/").repeat(FolderWalk::MAX_DEPTH) + "lost", "e/found" }), ERR_OUT_OF_MEMORY), "e/found");
}
