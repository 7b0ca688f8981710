// Tests of core/io/resource_uid.h: numbers and their text.
#pragma once

#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/io/resource_uid.h"
#include "core/io/uid_files.h"
#include "tests/test_macros.h"

namespace TestResourceUID {

TEST_CASE("[IO][ResourceUID] Text and number lead to each other") {
	const ResourceUID *uids = ResourceUID::get_singleton();
	CHECK_EQ(uids->id_to_text(0), String("uid://a"));
	CHECK_EQ(uids->id_to_text(33), String("uid://8"));
	CHECK_EQ(uids->id_to_text(34), String("uid://ba"));
	CHECK_EQ(uids->id_to_text(-1), String("uid://<invalid>"));
	for (const int64_t id : { int64_t(1), int64_t(123456789), INT64_MAX }) {
		CHECK_EQ(uids->text_to_id(uids->id_to_text(id)), id);
	}
	CHECK_EQ(uids->text_to_id("uid://<invalid>"), ResourceUID::INVALID_ID);
	CHECK_EQ(uids->text_to_id("uid://ABC"), ResourceUID::INVALID_ID);
	CHECK_EQ(uids->text_to_id("res://a"), ResourceUID::INVALID_ID);
}

TEST_CASE("[IO][ResourceUID] Known numbers lead to paths") {
	ResourceUID *uids = ResourceUID::get_singleton();
	const int64_t id = uids->create_id();
	uids->add_id(id, "res://a.tres");
	CHECK(uids->has_id(id));
	CHECK_EQ(ResourceUID::uid_to_path(uids->id_to_text(id)), String("res://a.tres"));
	CHECK_EQ(ResourceUID::path_to_uid("res://a.tres"), uids->id_to_text(id));
	CHECK_EQ(ResourceUID::ensure_path("res://b.tres"), String("res://b.tres"));
	CHECK_EQ(uids->create_id_for_path("res://c"), uids->create_id_for_path("res://c"));
	uids->remove_id(id);
	ExpectErrors quiet;
	CHECK(uids->get_id_path(id).is_empty());
}

TEST_CASE("[IO][UIDFiles] The head of a file tells its uid") {
	const int64_t id = ResourceUID::get_singleton()->text_to_id("uid://c5a0b3d8e2f1g");
	CHECK_EQ(UIDFiles::parse_head("[gd_scene load_steps=2 format=3 uid=\"uid://c5a0b3d8e2f1g\"]\n"), id);
	CHECK_EQ(UIDFiles::parse_head("[gd_resource type=\"Resource\" format=3 uid=\"uid://c5a0b3d8e2f1g\"]"), id);
	CHECK_EQ(UIDFiles::parse_head("[remap]\n\nimporter=\"texture\"\nuid=\"uid://c5a0b3d8e2f1g\"\npath=\"res://a\"\n"), id);
	// Those of what it needs are not its own.
	CHECK_EQ(UIDFiles::parse_head("[gd_scene format=3]\n[ext_resource uid=\"uid://c5a0b3d8e2f1g\"]"), -1);
	CHECK_EQ(UIDFiles::parse_head("[gd_scene format=3 uid=\"uid://c5a0"), -1);
	CHECK_EQ(UIDFiles::parse_head("[gd_scene format=3 no_uid=\"uid://c5a0b3d8e2f1g\"]"), -1);
	CHECK_EQ(UIDFiles::parse_head(""), -1);
}

TEST_CASE("[IO][UIDFiles] A cache that is cut off anywhere gives what stood before") {
	const uint8_t bytes[] = { 2, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 'r', 'e', 's', ':', '/', '/', 'a', 6, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 'r', 'e', 's', ':', '/', '/', 'b' };
	for (uint64_t size = 0; size <= sizeof(bytes); size++) {
		LocalVector<UIDFiles::Entry> entries;
		CHECK_EQ(UIDFiles::parse_cache(Span<uint8_t>(bytes, size), entries), size == sizeof(bytes));
		CHECK_EQ(entries.size(), size == sizeof(bytes) ? 2u : (size >= 23 ? 1u : 0u));
	}
	LocalVector<UIDFiles::Entry> entries;
	const uint8_t huge[] = { 255, 255, 255, 255, 5, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255 };
	CHECK_FALSE(UIDFiles::parse_cache(Span<uint8_t>(huge, sizeof(huge)), entries));
	CHECK(entries.is_empty());
}

TEST_CASE("[IO][ResourceUID] A reference follows the uid where the path is out of date, and the path where nobody knows the uid") {
	ResourceUID *uids = ResourceUID::get_singleton();
	const int64_t id = uids->create_id();
	CHECK_EQ(uids->find_file(uids->id_to_text(id), "res://not/there.tres"), String("res://not/there.tres"));
	CHECK_EQ(uids->find_file("", "res://not/there.tres"), String("res://not/there.tres"));
	CHECK_FALSE(uids->has_id(id));
	uids->add_id(id, "res://moved.tres");
	CHECK_EQ(uids->find_file(uids->id_to_text(id), "res://not/there.tres"), String("res://moved.tres"));
	CHECK_EQ(uids->find_id("res://moved.tres"), id);
	uids->set_id(id, "res://again.tres");
	CHECK_EQ(uids->find_id("res://moved.tres"), ResourceUID::INVALID_ID);
	uids->remove_id(id);
	CHECK_EQ(uids->find_id("res://again.tres"), ResourceUID::INVALID_ID);
}

TEST_CASE("[IO][UIDFiles] Files beside a file tell its uid") {
	const Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");
	const String path = folder->get_current_dir().path_join("a.gd");
	CHECK_EQ(UIDFiles::read_uid_of(path), -1);
	CHECK_EQ(FileAccess::save_text(path + ".import", "[remap]\nuid=\"uid://bb\"\n"), OK);
	CHECK_EQ(UIDFiles::read_uid_of(path), 35);
	CHECK_EQ(FileAccess::save_text(path + ".uid", "uid://ba\n"), OK);
	CHECK_EQ(UIDFiles::read_uid_of(path), 34);
}

} // namespace TestResourceUID
