// Tests of core/object/resource.h: paths, the cache, duplicates.
#pragma once

#include "core/object/resource.h"
#include "core/variant/array.h"
#include "core/variant/dictionary.h"
#include "tests/test_macros.h"

namespace TestResource {

static Ref<Resource> make() {
	Ref<Resource> resource;
	resource.instantiate();
	return resource;
}

TEST_CASE("[Object][Resource] A path belongs to one resource until another takes it over") {
	const Ref<Resource> first = make();
	const Ref<Resource> second = make();
	first->set_path("res://test_resource.tres");
	CHECK(ResourceCache::get_ref("res://test_resource.tres") == first);
	{
		ExpectErrors quiet;
		second->set_path("res://test_resource.tres");
	}
	CHECK(second->get_path().is_empty());
	second->set_path("res://test_resource.tres", true);
	CHECK(first->get_path().is_empty());
	CHECK(ResourceCache::get_ref("res://test_resource.tres") == second);
	second->set_path("");
	CHECK_FALSE(ResourceCache::has("res://test_resource.tres"));
}

TEST_CASE("[Object][Resource] The cache keeps nothing alive") {
	make()->set_path("res://test_gone.tres");
	CHECK_FALSE(ResourceCache::has("res://test_gone.tres"));
}

TEST_CASE("[Object][Resource] Built in means without a file of its own") {
	const Ref<Resource> resource = make();
	CHECK(resource->is_built_in());
	resource->set_path("res://x.tscn::part");
	CHECK(resource->is_built_in());
	resource->set_path("res://test_own.tres");
	CHECK_FALSE(resource->is_built_in());
}

TEST_CASE("[Object][Resource] Scene unique IDs are five letters, or what is valid") {
	CHECK_EQ(Resource::generate_scene_unique_id().length(), 5);
	CHECK_NE(Resource::generate_scene_unique_id(), Resource::generate_scene_unique_id());
	ExpectErrors quiet;
	const Ref<Resource> resource = make();
	resource->set_scene_unique_id("my_id1");
	CHECK_EQ(resource->get_scene_unique_id(), String("my_id1"));
	resource->set_scene_unique_id("bad id!");
	CHECK_EQ(resource->get_scene_unique_id().length(), 5);
}

TEST_CASE("[Object][Resource] A shallow duplicate shares parts, a deep one copies those that are built in, once") {
	const Ref<Resource> part = make();
	const Ref<Resource> external = make();
	external->set_path("res://test_external.tres");
	const Ref<Resource> whole = make();
	whole->set_name("whole");
	Array list;
	list.push_back(part);
	whole->set_meta("list", list);
	whole->set_meta("part", part);
	whole->set_meta("external", external);

	const Ref<Resource> shallow = whole->duplicate();
	CHECK_EQ(shallow->get_name(), String("whole"));
	CHECK(Ref<Resource>(shallow->get_meta("part")) == part);
	CHECK(Array(shallow->get_meta("list")).is_same_instance(list));

	const Ref<Resource> deep = whole->duplicate(true);
	const Ref<Resource> part_copy(deep->get_meta("part"));
	CHECK(part_copy != part);
	CHECK(Ref<Resource>(Array(deep->get_meta("list"))[0]) == part_copy);
	CHECK(Ref<Resource>(deep->get_meta("external")) == external);

	const Ref<Resource> all = whole->duplicate_deep(Resource::DEEP_DUPLICATE_ALL);
	CHECK(Ref<Resource>(all->get_meta("external")) != external);
	const Ref<Resource> containers = whole->duplicate_deep(Resource::DEEP_DUPLICATE_NONE);
	CHECK(Ref<Resource>(containers->get_meta("part")) == part);
	CHECK_FALSE(Array(containers->get_meta("list")).is_same_instance(list));
}

TEST_CASE("[Object][Resource] A circle of resources is copied as a circle") {
	const Ref<Resource> first = make();
	const Ref<Resource> second = make();
	first->set_meta("other", second);
	second->set_meta("other", first);
	const Ref<Resource> copy = first->duplicate(true);
	const Ref<Resource> second_copy(copy->get_meta("other"));
	CHECK(second_copy != second);
	CHECK(Ref<Resource>(second_copy->get_meta("other")) == copy);
	first->remove_meta("other");
	copy->remove_meta("other");
}

TEST_CASE("[Object][Resource] copy_from takes over the values and keeps the path") {
	const Ref<Resource> target = make();
	target->set_path("res://test_target.tres");
	const Ref<Resource> source = make();
	source->set_name("new");
	CHECK_EQ(target->copy_from(source), OK);
	CHECK_EQ(target->get_name(), String("new"));
	CHECK_EQ(target->get_path(), String("res://test_target.tres"));
}

} // namespace TestResource
