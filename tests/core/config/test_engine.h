// Tests of core/config/engine.h: settings keep sane values, singletons have names.
#pragma once

#include "core/config/engine.h"
#include "tests/test_macros.h"

namespace TestEngine {

TEST_CASE("[Config][Engine] Pace settings refuse or clamp nonsense") {
	Engine *engine = Engine::get_singleton();
	const int ticks = engine->get_physics_ticks_per_second();
	const int fps = engine->get_max_fps();
	ExpectErrors quiet;
	engine->set_physics_ticks_per_second(0);
	CHECK_EQ(engine->get_physics_ticks_per_second(), ticks);
	engine->set_max_fps(-5);
	CHECK_EQ(engine->get_max_fps(), 0);
	engine->set_max_fps(fps);
}

TEST_CASE("[Config][Engine] Scripts may add singletons and take away their own, not the engine's") {
	Engine *engine = Engine::get_singleton();
	Object *object = memnew(Object);
	engine->call("register_singleton", "MyThing", object);
	CHECK(engine->has_singleton("MyThing"));
	CHECK(engine->get_singleton_object("MyThing") == object);
	engine->call("unregister_singleton", "MyThing");
	CHECK_FALSE(engine->has_singleton("MyThing"));
	ExpectErrors quiet;
	engine->call("unregister_singleton", "OS");
	CHECK(engine->has_singleton("OS"));
	engine->call("register_singleton", "not a name", object);
	CHECK_FALSE(engine->has_singleton("not a name"));
	CHECK(engine->get_singleton_object("Nothing") == nullptr);
	memdelete(object);
}

TEST_CASE("[Config][Engine] The version is that of the scripting API") {
	const Dictionary version = Engine::get_singleton()->get_version_info();
	CHECK_EQ(int(version["major"]), 4);
	CHECK_EQ(int(version["hex"]) >> 16, 4);
	CHECK(Engine::get_singleton()->get_license_text().contains("WARRANTY"));
}

} // namespace TestEngine
