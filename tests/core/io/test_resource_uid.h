// Tests of core/io/resource_uid.h: numbers and their text.
#pragma once

#include "core/io/resource_uid.h"
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

} // namespace TestResourceUID
