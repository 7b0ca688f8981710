// Tests of core/object/known: classes and members that are there by name and type alone.
#pragma once

#include "core/config/engine.h"
#include "core/object/class_db.h"
#include "core/object/known/known_classes.h"
#include "core/object/known/known_facts.h"
#include "core/object/resource.h"
#include "core/scene/2d/node_2d.h"
#include "tests/test_macros.h"

namespace TestKnownClasses {

TEST_CASE("[ClassDB][Known] A class of the API that is not native descends from the nearest native one") {
	CHECK_FALSE(ClassDB::is_native("Sprite2D"));
	CHECK(ClassDB::class_exists("Sprite2D"));
	CHECK(ClassDB::is_parent_class("Sprite2D", "CanvasItem"));
	CHECK(ClassDB::can_instantiate("Sprite2D"));
	CHECK_FALSE(ClassDB::can_instantiate("Light2D"));
	CHECK_FALSE(ClassDB::class_exists("Sprite4D"));
	Node2D *sprite = Object::cast_to<Node2D>(ClassDB::instantiate("Sprite2D"));
	REQUIRE(sprite);
	CHECK_EQ(sprite->get_class(), String("Sprite2D"));
	CHECK(sprite->is_class("Node2D"));
	sprite->set_position(Vector2(1, 2)); // What the native base does, it does.
	CHECK(sprite->get("position") == Variant(Vector2(1, 2)));
	memdelete(sprite);
}

TEST_CASE("[ClassDB][Known] Properties keep values of their type, and accessors reach them") {
	Object *sprite = ClassDB::instantiate("Sprite2D");
	CHECK_EQ(bool(sprite->get("centered")), true);
	CHECK(ClassDB::class_get_default_property_value("Sprite2D", "hframes") == Variant(1));
	sprite->set("hframes", 4.0);
	CHECK(sprite->get("hframes").get_type() == Variant::INT);
	CHECK_EQ(int(sprite->call("get_hframes")), 4);
	sprite->call("set_offset", Vector2i(3, 4));
	CHECK(sprite->get("offset") == Variant(Vector2(3, 4)));
	bool valid = true;
	sprite->set("hframes", "many", &valid);
	CHECK_FALSE(valid);
	sprite->set("texture", sprite, &valid); // Not a Texture2D.
	CHECK_FALSE(valid);
	memdelete(sprite);
	Ref<Resource> material(Object::cast_to<Resource>(ClassDB::instantiate("StandardMaterial3D")));
	material->set("no_depth_test", true);
	CHECK(material->call("get_flag", 0) == Variant(true)); // Properties that share an accessor: this one is no_depth_test.
}

TEST_CASE("[ClassDB][Known] Methods check their arguments and give the default of their type") {
	ExpectErrors errors;
	Object *sprite = ClassDB::instantiate("Sprite2D");
	CHECK(sprite->call("get_rect").get_type() == Variant::RECT2);
	Callable::CallError error;
	const Variant text("here");
	const Variant *arguments[] = { &text };
	sprite->callp("is_pixel_opaque", arguments, 1, error);
	CHECK(error.error == Callable::CallError::CALL_ERROR_INVALID_ARGUMENT);
	CHECK(ClassDB::get_method_argument_count("Sprite2D", "is_pixel_opaque") == 1);
	CHECK(ClassDB::has_signal("Sprite2D", "frame_changed"));
	memdelete(sprite);
}

TEST_CASE("[ClassDB][Known] Enums, constants and virtual methods are there") {
	CHECK_EQ(ClassDB::get_integer_constant("AnimationPlayer", "ANIMATION_PROCESS_MANUAL"), 2);
	CHECK(ClassDB::has_enum("AudioStreamPlayer", "MixTarget"));
	CHECK_EQ(ClassDB::get_integer_constant_enum("AudioStreamPlayer", "MIX_TARGET_CENTER"), StringName("MixTarget"));
	MethodInfo info;
	CHECK(ClassDB::get_method_info("EditorPlugin", "_has_main_screen", &info));
	CHECK((info.flags & METHOD_FLAG_VIRTUAL));
}

TEST_CASE("[ClassDB][Known] What a native class lacks is kept, found, and listed once it has a value") {
	REQUIRE(ClassDB::is_native("Window"));
	Object *window = ClassDB::instantiate("Window");
	const auto lists_clamp = [window]() {
		LocalVector<PropertyInfo> list;
		window->get_property_list(&list);
		int found = 0;
		for (const PropertyInfo &property : list) {
			found += property.name == "exclude_from_capture";
		}
		return found;
	};
	CHECK(ClassDB::has_property("Window", "exclude_from_capture"));
	CHECK_EQ(bool(window->get("exclude_from_capture")), false);
	CHECK_EQ(lists_clamp(), 0);
	window->set("exclude_from_capture", true);
	CHECK_EQ(bool(window->get("exclude_from_capture")), true);
	CHECK_EQ(lists_clamp(), 1);
	memdelete(window);
}

TEST_CASE("[ClassDB][Known] Whatever scripts can make in stock can be made, and every property read and written back") {
	ExpectErrors errors;
	KnownFacts::for_each_class([](Span<char> p_name, Span<char>) {
		const StringName name(String::utf8(p_name));
		const ClassDB::ClassInfo *info = ClassDB::get_class_info(name);
		REQUIRE(info);
		if (!info->is_known || !info->creation_func) {
			return;
		}
		Object *object = ClassDB::instantiate(name);
		REQUIRE(object);
		const Variant keeper(object);
		CHECK_EQ(object->get_class_name(), name);
		for (const PropertyInfo &property : info->members().property_list) {
			if (property.usage & PROPERTY_USAGE_STORAGE) {
				bool valid = false;
				const Variant value = object->get(property.name, &valid);
				CHECK_MESSAGE(valid, String(name + "." + property.name));
				if (info->members().property_setget.getptr(property.name)->set_method) {
					object->set(property.name, value, &valid);
					CHECK_MESSAGE(valid, String(name + "." + property.name));
				}
			}
		}
		if (!object->is_ref_counted()) {
			memdelete(object);
		}
	});
}

TEST_CASE("[ClassDB][Known] Servers that are not here are singletons of their class") {
	CHECK(Engine::get_singleton()->has_singleton("NavigationServer3D"));
	CHECK_FALSE(Engine::get_singleton()->has_singleton("Sprite2D"));
	Object *server = Engine::get_singleton()->get_singleton_object("NavigationServer3D");
	REQUIRE(server);
	CHECK_EQ(server->get_class(), String("NavigationServer3D"));
	CHECK_FALSE(ClassDB::can_instantiate("NavigationServer3D"));
}

TEST_CASE("[ClassDB][Known] A name that the API does not have costs no look at the facts") {
	CHECK_FALSE(KnownFacts::may_have_class(KnownFacts::hash("MyOwnClass")));
	const ClassDB::ClassInfo *node = ClassDB::get_class_info("Node");
	CHECK_EQ(KnownClasses::find_supplement(node, "my_own_member"), nullptr);
}

} // namespace TestKnownClasses
