// The text formats of scenes and resources: what is kept, what is refused.
#pragma once

#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/io/resource_loader.h"
#include "core/io/resource_saver.h"
#include "core/object/missing_resource.h"
#include "core/scene/main/missing_node.h"
#include "core/scene/resources/packed_scene.h"
#include "core/scene/resources/text_resource_reader.h"
#include "core/scene/resources/text_resource_writer.h"
#include "tests/test_macros.h"

namespace TestTextResource {

inline Ref<Resource> read_text(const String &p_text, const String &p_path) {
	Error error = OK;
	return TextResourceReader(p_text, p_path, ResourceFormatLoader::CACHE_MODE_IGNORE).read(error);
}

inline String write_text(const Ref<Resource> &p_resource, const String &p_path) {
	String text;
	CHECK_EQ(TextResourceWriter(p_path, false).write(p_resource, text), OK);
	return text;
}

TEST_CASE("[Scene][Text] Classes that do not exist keep their values and are written as they were") {
	const ExpectErrors expected;
	const String text = "[gd_resource type=\"NoSuchResource\" format=3]\n\n[sub_resource type=\"NoSuchPart\" id=\"Part_1\"]\nsize = 3\n\n[resource]\nresource_name = \"N\"\npart = SubResource(\"Part_1\")\nlist = [1, 2]\n";
	const Ref<MissingResource> resource = read_text(text, "res://missing.tres");
	REQUIRE(resource.is_valid());
	CHECK_EQ(resource->get_original_class(), "NoSuchResource");
	CHECK_EQ(resource->get_name(), "N");
	CHECK_EQ(write_text(resource, "res://missing.tres"), text);
}

TEST_CASE("[Scene][Text] Nodes of classes that do not exist are packed as they were, with their connections") {
	const ExpectErrors expected;
	const String text = "[gd_scene format=3]\n\n[node name=\"Root\" type=\"Node\"]\n\n[node name=\"A\" type=\"NoSuchNode\" parent=\".\" groups=[\"g\"]]\nprocess_priority = 3\nvolume = 0.5\n\n[connection signal=\"finished\" from=\"A\" to=\".\" method=\"queue_free\"]\n";
	const Ref<PackedScene> scene = read_text(text, "res://missing.tscn");
	REQUIRE(scene.is_valid());
	Node *root = scene->instantiate();
	MissingNode *missing = Object::cast_to<MissingNode>(root->get_child(0));
	REQUIRE(missing);
	CHECK_EQ(missing->get_original_class(), "NoSuchNode");
	CHECK_EQ(double(missing->get("volume")), 0.5);
	Ref<PackedScene> packed;
	packed.instantiate();
	CHECK_EQ(packed->pack(root), OK);
	CHECK_EQ(write_text(packed, "res://missing.tscn"), text);
	memdelete(root);
}

TEST_CASE("[Scene][Text] Nodes and resources of known classes are written as they were") {
	const String text = "[gd_scene format=3]\n\n[sub_resource type=\"RectangleShape2D\" id=\"RectangleShape2D_a\"]\nsize = Vector2(10, 20)\n\n[node name=\"Root\" type=\"CharacterBody2D\"]\nposition = Vector2(1, 2)\ncollision_layer = 3\n\n[node name=\"Sprite\" type=\"Sprite2D\" parent=\".\"]\ncentered = false\nhframes = 4\n\n[node name=\"Shape\" type=\"CollisionShape2D\" parent=\".\"]\nshape = SubResource(\"RectangleShape2D_a\")\n\n[connection signal=\"frame_changed\" from=\"Sprite\" to=\".\" method=\"queue_free\"]\n";
	const Ref<PackedScene> scene = read_text(text, "res://known.tscn");
	REQUIRE(scene.is_valid());
	Node *root = scene->instantiate();
	CHECK_EQ(root->get_class(), String("CharacterBody2D"));
	CHECK_EQ(int(root->get_child(0)->get("hframes")), 4);
	Ref<PackedScene> packed;
	packed.instantiate();
	CHECK_EQ(packed->pack(root), OK);
	CHECK_EQ(write_text(packed, "res://known.tscn"), text);
	memdelete(root);
}

TEST_CASE("[Scene][Text] A node of a scene that is missing keeps its place and its path, also when it is packed") {
	const ExpectErrors expected;
	const String text = "[gd_scene load_steps=2 format=3]\n\n[ext_resource type=\"PackedScene\" path=\"res://gone_away.tscn\" id=\"1_a\"]\n\n[node name=\"Root\" type=\"Node\"]\nmetadata/again = ExtResource(\"1_a\")\n\n[node name=\"Gone\" parent=\".\" instance=ExtResource(\"1_a\")]\n\n[node name=\"Below\" type=\"Node\" parent=\"Gone\"]\n";
	const Ref<PackedScene> scene = read_text(text, "res://with_missing.tscn");
	REQUIRE(scene.is_valid());
	Node *root = scene->instantiate();
	CHECK_EQ(root->get_child(0)->get_scene_file_path(), String("res://gone_away.tscn"));
	CHECK(root->get_node_or_null(NodePath("Gone/Below")));
	CHECK_FALSE(root->has_meta("again")); // As a value, a scene that is missing is null.
	Ref<PackedScene> packed;
	packed.instantiate();
	CHECK_EQ(packed->pack(root), OK);
	const String written = write_text(packed, "res://with_missing.tscn");
	CHECK(written.contains("path=\"res://gone_away.tscn\""));
	CHECK(written.contains("name=\"Gone\" parent=\".\" instance="));
	memdelete(root);
}

TEST_CASE("[Scene][Text] What a scene file says of its nodes is written again: unique ids, formats 3 and 4") {
	for (const char *format : { "3", "4" }) {
		const Ref<PackedScene> scene = read_text("[gd_scene load_steps=1 format=" + String(format) + "]\n\n[node name=\"Root\" type=\"Node\" unique_id=12345]\nmetadata/bytes = PackedByteArray(\"AQID\")\nmetadata/typed = Dictionary[String, int]({\n\"a\": 1\n})\n", "res://unique.tscn");
		REQUIRE(scene.is_valid());
		const String text = write_text(scene, "res://unique.tscn");
		CHECK(text.contains("unique_id=12345]"));
		CHECK(text.contains("Dictionary[String, int]({"));
		CHECK_EQ(PackedByteArray(scene->get_state()->get_node_property_value(0, 0)), PackedByteArray({ 1, 2, 3 }));
	}
}

TEST_CASE("[Scene][Text] A file keeps its uid when it is saved again, and those of what it needs") {
	const Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");
	const String part = folder->get_current_dir().path_join("part.tres");
	const String whole = folder->get_current_dir().path_join("whole.tres");
	FileAccess::save_text(part, "[gd_resource type=\"Resource\" format=3 uid=\"uid://bpart\"]\n\n[resource]\n");
	FileAccess::save_text(whole, "[gd_resource type=\"Resource\" format=3 uid=\"uid://bwhole\"]\n\n[ext_resource type=\"Resource\" uid=\"uid://bpart\" path=\"part.tres\" id=\"1\"]\n\n[resource]\nmetadata/part = ExtResource(\"1\")\n");
	const Ref<Resource> resource = ResourceLoader::load(whole, "", ResourceFormatLoader::CACHE_MODE_IGNORE);
	REQUIRE(resource.is_valid());
	CHECK_EQ(ResourceSaver::save(resource, whole), OK);
	const String text = FileAccess::get_file_as_string(whole);
	CHECK(text.begins_with("[gd_resource type=\"Resource\" format=3 uid=\"uid://bwhole\"]"));
	CHECK(text.contains("uid=\"uid://bpart\" path="));
}

} // namespace TestTextResource
