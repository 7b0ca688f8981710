// Tests of core/object/class_db.h and method_bind.h: what is registered can be looked up and called.
#pragma once

#include "core/object/class_db.h"
#include "core/object/gdvirtual.h"
#include "core/object/ref_counted.h"
#include "core/object/resource.h"
#include "core/os/thread.h"
#include "tests/test_macros.h"

#include <atomic>

namespace TestClassDB {

class TestBound : public RefCounted {
	GDCLASS(TestBound, RefCounted);

public:
	enum Mode : int {
		MODE_OFF,
		MODE_ON = 4,
	};

	static int twice(int p_value) { return p_value * 2; }
	void set_mode(Mode p_mode) { mode = p_mode; }
	Mode get_mode() const { return mode; }
	String describe(const String &p_text, const StringName &p_name, double p_number) const { return p_text + "/" + p_name + "/" + itos(int64_t(p_number)); }
	Ref<TestBound> itself() { return Ref<TestBound>(this); }
	bool is_given(Resource *p_resource) const { return p_resource != nullptr; }
	Variant count_arguments(const Variant **p_args, int p_argcount, Callable::CallError &r_error) { return p_argcount; }
	void set_channel(int p_index, int p_value) { channels[p_index] = p_value; }
	int get_channel(int p_index) const { return channels[p_index]; }

private:
	Mode mode = MODE_OFF;
	int channels[2] = { 10, 20 };

protected:
	GDVIRTUAL1RC(int, _measure, const String &)
	static void _bind_methods();
};

} // namespace TestClassDB

VARIANT_ENUM_CAST(TestClassDB::TestBound::Mode);

namespace TestClassDB {

inline void TestBound::_bind_methods() {
	ClassDB::bind_static_method("TestBound", D_METHOD("twice", "value"), &TestBound::twice);
	ClassDB::bind_method(D_METHOD("set_mode", "mode"), &TestBound::set_mode);
	ClassDB::bind_method(D_METHOD("get_mode"), &TestBound::get_mode);
	ClassDB::bind_method(D_METHOD("describe", "text", "name", "number"), &TestBound::describe, DEFVAL("n"), DEFVAL(2));
	ClassDB::bind_method(D_METHOD("itself"), &TestBound::itself);
	ClassDB::bind_method(D_METHOD("is_given", "resource"), &TestBound::is_given);
	ClassDB::bind_vararg_method(METHOD_FLAGS_DEFAULT, "count_arguments", &TestBound::count_arguments, MethodInfo("count_arguments", PropertyInfo(Variant::INT, "first")));
	ClassDB::bind_method(D_METHOD("set_channel", "index", "value"), &TestBound::set_channel);
	ClassDB::bind_method(D_METHOD("get_channel", "index"), &TestBound::get_channel);
	GDVIRTUAL_BIND(_measure, "text");
	ADD_GROUP("Channels", "");
	ADD_PROPERTYI(PropertyInfo(Variant::INT, "left"), "set_channel", "get_channel", 0);
	ADD_PROPERTYI(PropertyInfo(Variant::INT, "right"), "set_channel", "get_channel", 1);
	ADD_PROPERTY(PropertyInfo(Variant::INT, "mode"), "set_mode", "get_mode");
	ADD_SIGNAL(MethodInfo("moved", PropertyInfo(Variant::INT, "by")));
	BIND_ENUM_CONSTANT(MODE_OFF);
	BIND_ENUM_CONSTANT(MODE_ON);
}

inline void register_once() {
	static bool done = false;
	if (!done) {
		done = true;
		GDREGISTER_CLASS(TestBound);
	}
}

TEST_CASE("[Object][ClassDB] Classes by name") {
	register_once();
	CHECK(ClassDB::class_exists("TestBound"));
	CHECK(ClassDB::get_parent_class("TestBound") == "RefCounted");
	CHECK(ClassDB::is_parent_class("TestBound", "Object"));
	CHECK(ClassDB::is_parent_class("TestBound", "TestBound"));
	CHECK_FALSE(ClassDB::is_parent_class("Object", "TestBound"));
	CHECK_FALSE(ClassDB::is_parent_class("NoSuch", "Object"));
	CHECK(ClassDB::can_instantiate("TestBound"));
	CHECK_FALSE(ClassDB::can_instantiate("Script"));
	const Variant made(ClassDB::instantiate("TestBound"));
	CHECK_EQ(made.get_validated_object()->get_class(), String("TestBound"));
	ExpectErrors quiet;
	CHECK(ClassDB::instantiate("NoSuch") == nullptr);
	CHECK(ClassDB::instantiate("Script") == nullptr);
}

TEST_CASE("[Object][ClassDB] Methods with their arguments, defaults and flags") {
	register_once();
	MethodInfo info;
	REQUIRE(ClassDB::get_method_info("TestBound", "describe", &info));
	REQUIRE(info.arguments.size() == 3);
	CHECK_EQ(info.arguments[0].name, String("text"));
	CHECK(info.arguments[1].type == Variant::STRING_NAME);
	REQUIRE(info.default_arguments.size() == 2);
	CHECK(info.default_arguments[1].get_type() == Variant::FLOAT);
	CHECK_EQ(info.flags, uint32_t(METHOD_FLAG_NORMAL | METHOD_FLAG_CONST));
	REQUIRE(ClassDB::get_method_info("TestBound", "get_mode", &info));
	CHECK(info.return_val.class_name == "TestBound.Mode");
	REQUIRE(ClassDB::get_method_info("TestBound", "_measure", &info));
	CHECK_EQ(info.flags, uint32_t(METHOD_FLAG_VIRTUAL | METHOD_FLAG_CONST));
	CHECK(ClassDB::has_method("TestBound", "get_class"));
	CHECK_FALSE(ClassDB::has_method("TestBound", "get_class", true));
}

TEST_CASE("[Object][MethodBind] Calls through every kind of binding") {
	register_once();
	Ref<TestBound> object;
	object.instantiate();
	CHECK_EQ(String(object->call("describe", "a")), String("a/n/2"));
	CHECK_EQ(String(object->call("describe", StringName("a"), "b", 3)), String("a/b/3"));
	CHECK_EQ(int(object->call("twice", 4)), 8);
	CHECK_EQ(int(object->call("count_arguments", 1, 2, 3)), 3);
	CHECK(Ref<TestBound>(object->call("itself")) == object);
	CHECK_EQ(object->get_reference_count(), 1);
	CHECK_EQ(bool(object->call("is_given", Variant())), false);
	Ref<Resource> resource;
	resource.instantiate();
	CHECK_EQ(bool(object->call("is_given", resource)), true);
	Callable::CallError error;
	const Variant wrong = object;
	const Variant *args[1] = { &wrong };
	object->callp("is_given", args, 1, error);
	CHECK(error.error == Callable::CallError::CALL_ERROR_INVALID_ARGUMENT);
	object->callp("count_arguments", args, 0, error);
	CHECK(error.error == Callable::CallError::CALL_ERROR_TOO_FEW_ARGUMENTS);
}

TEST_CASE("[Object][MethodBind] A validated call needs no conversion") {
	register_once();
	Ref<TestBound> object;
	object.instantiate();
	const MethodBind *method = ClassDB::get_method("TestBound", "twice");
	REQUIRE(method != nullptr);
	CHECK(method->is_static());
	const Variant four = 4;
	const Variant *args[1] = { &four };
	Variant result;
	method->validated_call(nullptr, args, &result);
	CHECK_EQ(int(result), 8);
}

TEST_CASE("[Object][ClassDB] Properties, indexed ones too, with their defaults") {
	register_once();
	Ref<TestBound> object;
	object.instantiate();
	object->set("right", 5);
	CHECK_EQ(int(object->get("left")), 10);
	CHECK_EQ(int(object->get("right")), 5);
	CHECK_EQ(int(ClassDB::class_get_default_property_value("TestBound", "right")), 20);
	bool valid = true;
	ClassDB::class_get_default_property_value("TestBound", "nope", &valid);
	CHECK_FALSE(valid);
	CHECK(ClassDB::get_property_setter("TestBound", "mode") == "set_mode");
	PropertyInfo info;
	REQUIRE(ClassDB::get_property_info("TestBound", "mode", &info));
	CHECK(info.class_name == "TestBound.Mode");
}

TEST_CASE("[Object][ClassDB] Constants, enums and signals") {
	register_once();
	bool found = false;
	CHECK_EQ(ClassDB::get_integer_constant("TestBound", "MODE_ON", &found), 4);
	CHECK(found);
	CHECK(ClassDB::get_integer_constant_enum("TestBound", "MODE_ON") == "Mode");
	CHECK(ClassDB::has_enum("TestBound", "Mode"));
	CHECK_FALSE(ClassDB::is_enum_bitfield("TestBound", "Mode"));
	CHECK(ClassDB::has_signal("TestBound", "moved"));
	CHECK(ClassDB::has_signal("TestBound", "script_changed"));
	CHECK_FALSE(ClassDB::has_signal("TestBound", "script_changed", true));
}

class TestBoundLate : public RefCounted {
	GDCLASS(TestBoundLate, RefCounted);

public:
	static inline std::atomic<int> bindings{ 0 };

	int answer() const { return 42; }

protected:
	static void _bind_methods() {
		bindings++;
		ClassDB::bind_method(D_METHOD("answer"), &TestBoundLate::answer);
		ADD_PROPERTY(PropertyInfo(Variant::INT, "result"), "", "answer");
	}
};

TEST_CASE("[Object][ClassDB] A class is bound once, when somebody asks for its members") {
	GDREGISTER_CLASS(TestBoundLate);
	CHECK(ClassDB::can_instantiate("TestBoundLate"));
	CHECK_EQ(TestBoundLate::bindings, 0);
	Ref<TestBoundLate> object;
	object.instantiate();
	CHECK_EQ(TestBoundLate::bindings, 0);
	CHECK_EQ(int(object->get("result")), 42);
	CHECK_EQ(int(object->call("answer")), 42);
	CHECK_EQ(TestBoundLate::bindings, 1);
}

class TestBoundByThreads : public RefCounted {
	GDCLASS(TestBoundByThreads, RefCounted);

public:
	static inline std::atomic<int> bindings{ 0 };

	int answer() const { return 42; }

protected:
	static void _bind_methods() {
		bindings++;
		ClassDB::bind_method(D_METHOD("answer"), &TestBoundByThreads::answer);
	}
};

TEST_CASE("[Object][ClassDB][Threads] Threads that ask for the members of one class at once find them all") {
	GDREGISTER_CLASS(TestBoundByThreads);
	struct Asker {
		std::atomic<int> *found;
		Thread thread;

		static void run(void *p_self) {
			const StringName name("TestBoundByThreads");
			*static_cast<Asker *>(p_self)->found += ClassDB::has_method(name, "answer");
			ClassDB::class_get_default_property_value(name, "resource_name");
		}
	};
	std::atomic<int> found{ 0 };
	Asker askers[4];
	for (Asker &asker : askers) {
		asker.found = &found;
		asker.thread.start(&Asker::run, &asker);
	}
	for (Asker &asker : askers) {
		asker.thread.wait_to_finish();
	}
	CHECK_EQ(found, 4);
	CHECK_EQ(TestBoundByThreads::bindings, 1);
}

TEST_CASE("[Object][ClassDB] Nobody adds to a class but its own _bind_methods()") {
	register_once();
	ExpectErrors errors;
	CHECK(ClassDB::bind_method(D_METHOD("late"), &TestBound::get_mode) == nullptr);
	ClassDB::add_signal("TestBound", MethodInfo("late"));
	ClassDB::bind_integer_constant("NoSuchClass", StringName(), "LATE", 1);
	CHECK_FALSE(ClassDB::has_method("TestBound", "late"));
	CHECK_FALSE(ClassDB::has_signal("TestBound", "late"));
}

// Hears only of classes that no case before it has used: tests/run.py runs it by itself, too.
TEST_CASE("[Object][ClassDB] Every native class binds what it has without an error") {
	int errors = 0;
	ErrorHandler handler;
	handler.func = [](void *p_count, const ErrorReport &) {
		(*static_cast<int *>(p_count))++;
	};
	handler.userdata = &errors;
	add_error_handler(&handler);
	LocalVector<StringName> names;
	ClassDB::get_native_class_list(&names);
	for (const StringName &name : names) {
		LocalVector<MethodInfo> methods;
		ClassDB::get_method_list(name, &methods, true);
	}
	remove_error_handler(&handler);
	CHECK_EQ(errors, 0);
}

} // namespace TestClassDB
