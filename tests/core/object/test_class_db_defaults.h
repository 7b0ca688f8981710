// Default values of properties, learned from instances made for the purpose.
#pragma once

#include "core/config/engine.h"
#include "core/object/class_db.h"
#include "core/os/time.h"
#include "tests/test_macros.h"

namespace TestClassDBDefaults {

TEST_CASE("[Object][ClassDB] Learning the defaults of every class leaves the singletons as they were") {
	ExpectErrors quiet; // Some classes complain when asked outside a tree.
	const Engine *engine = Engine::get_singleton();
	const Time *time = Time::get_singleton();
	LocalVector<StringName> classes;
	ClassDB::get_class_list(&classes);
	for (const StringName &name : classes) {
		ClassDB::class_get_default_property_value(name, "none");
	}
	CHECK_GT(classes.size(), 50);
	CHECK_EQ(Engine::get_singleton(), engine);
	CHECK_EQ(Time::get_singleton(), time);
}

} // namespace TestClassDBDefaults
