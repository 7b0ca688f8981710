// Tests of core/object/object.h: identity, properties, methods, metadata, notifications.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/variant/array.h"
#include "core/variant/dictionary.h"
#include "tests/test_macros.h"

namespace TestObject {

class TestObjectBase : public Object {
	GDCLASS(TestObjectBase, Object);

	int size = 3;

protected:
	void _notification(int p_what) { heard.push_back(p_what); }
	bool _set(const StringName &p_name, const Variant &p_value) {
		if (p_name == "dynamic") {
			dynamic = p_value;
			return true;
		}
		return false;
	}
	bool _get(const StringName &p_name, Variant &r_value) const {
		if (p_name == "dynamic") {
			r_value = dynamic;
			return true;
		}
		return false;
	}
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const { p_list->push_back(PropertyInfo(Variant::INT, "dynamic")); }
	bool _property_can_revert(const StringName &p_name) const { return p_name == "dynamic"; }
	bool _property_get_revert(const StringName &p_name, Variant &r_value) const {
		r_value = 99;
		return p_name == "dynamic";
	}
	static void _bind_methods() {
		ClassDB::bind_method(D_METHOD("set_size", "size"), &TestObjectBase::set_size);
		ClassDB::bind_method(D_METHOD("get_size"), &TestObjectBase::get_size);
		ClassDB::bind_method(D_METHOD("add", "a", "b"), &TestObjectBase::add, DEFVAL(10));
		ADD_PROPERTY(PropertyInfo(Variant::INT, "size"), "set_size", "get_size");
	}

public:
	LocalVector<int> heard;
	Variant dynamic;

	void set_size(int p_size) { size = p_size; }
	int get_size() const { return size; }
	int64_t add(int64_t p_a, int64_t p_b) { return p_a + p_b; }
};

class TestObjectDerived : public TestObjectBase {
	GDCLASS(TestObjectDerived, TestObjectBase);

protected:
	void _notification(int p_what) { heard.push_back(-p_what); }
};

TEST_CASE("[Object][Class] A class knows itself and its bases without RTTI") {
	TestObjectDerived *object = memnew(TestObjectDerived);
	CHECK_EQ(object->get_class(), String("TestObjectDerived"));
	CHECK(object->is_class("TestObjectBase"));
	CHECK(object->is_class("Object"));
	CHECK_FALSE(object->is_class("Node"));
	Object *base = object;
	CHECK(Object::cast_to<TestObjectBase>(base) == object);
	CHECK(Object::cast_to<TestObjectDerived>(base) == object);
	memdelete(object);
	Object *plain = memnew(Object);
	CHECK(Object::cast_to<TestObjectBase>(plain) == nullptr);
	CHECK(Object::cast_to<Object>(static_cast<Object *>(nullptr)) == nullptr);
	memdelete(plain);
}

TEST_CASE("[Object][ObjectDB] An ID finds its object until it is freed, and never the next one in the slot") {
	Object *first = memnew(Object);
	const ObjectID id = first->get_instance_id();
	CHECK(ObjectDB::get_instance(id) == first);
	memdelete(first);
	CHECK(ObjectDB::get_instance(id) == nullptr);
	Object *second = memnew(Object);
	CHECK(ObjectDB::get_instance(id) == nullptr);
	CHECK(second->get_instance_id() != id);
	memdelete(second);
	CHECK(ObjectDB::get_instance(ObjectID()) == nullptr);
	CHECK(ObjectDB::get_instance(ObjectID(UINT64_MAX)) == nullptr);
}

TEST_CASE("[Object][Size] An object without connections or metadata stays small") {
	CHECK(sizeof(Object) <= 64);
}

TEST_CASE("[Object][Properties] Bound, dynamic and unknown properties") {
	TestObjectBase *object = memnew(TestObjectBase);
	bool valid = false;
	object->set("size", 7, &valid);
	CHECK(valid);
	CHECK_EQ(int(object->get("size")), 7);
	object->set("size", 8.9, &valid);
	CHECK(valid);
	CHECK_EQ(object->get_size(), 8);
	object->set("size", "text", &valid);
	CHECK_FALSE(valid);
	CHECK_EQ(object->get_size(), 8);
	object->set("dynamic", "x", &valid);
	CHECK(valid);
	CHECK_EQ(String(object->get("dynamic")), String("x"));
	object->set("nothing", 1, &valid);
	CHECK_FALSE(valid);
	CHECK(object->get("nothing", &valid).get_type() == Variant::NIL);
	CHECK_FALSE(valid);
	CHECK(object->get("add").get_type() == Variant::CALLABLE);
	CHECK(object->get("script_changed").get_type() == Variant::SIGNAL);
	memdelete(object);
}

TEST_CASE("[Object][Properties] The list names the class, its properties, the script and the metadata") {
	TestObjectBase *object = memnew(TestObjectBase);
	object->set_meta("note", 1);
	LocalVector<PropertyInfo> list;
	object->get_property_list(&list);
	Vector<String> names;
	for (const PropertyInfo &info : list) {
		names.push_back(info.name);
	}
	CHECK(names == Vector<String>({ "TestObjectBase", "size", "dynamic", "script", "metadata/note" }));
	CHECK_EQ(list[0].usage, uint32_t(PROPERTY_USAGE_CATEGORY));
	memdelete(object);
}

TEST_CASE("[Object][Properties] Reverting asks the class") {
	TestObjectBase *object = memnew(TestObjectBase);
	CHECK(object->property_can_revert("dynamic"));
	CHECK_EQ(int(object->property_get_revert("dynamic")), 99);
	CHECK_FALSE(object->property_can_revert("size"));
	CHECK(object->property_get_revert("size").get_type() == Variant::NIL);
	memdelete(object);
}

TEST_CASE("[Object][Properties] Indexed access reaches into values and writes them back") {
	TestObjectBase *object = memnew(TestObjectBase);
	Dictionary inner;
	inner["a"] = 1;
	Dictionary outer;
	outer["in"] = inner;
	object->dynamic = outer;
	bool valid = false;
	object->set_indexed({ "dynamic", "in", "a" }, 5, &valid);
	CHECK(valid);
	CHECK_EQ(int(object->get_indexed({ "dynamic", "in", "a" })), 5);
	object->get_indexed({ "dynamic", "nope", "a" }, &valid);
	CHECK_FALSE(valid);
	object->get_indexed({}, &valid);
	CHECK_FALSE(valid);
	memdelete(object);
}

TEST_CASE("[Object][Methods] Calls fill in defaults and convert, or say what does not fit") {
	TestObjectBase *object = memnew(TestObjectBase);
	CHECK_EQ(int(object->call("add", 1)), 11);
	CHECK_EQ(int(object->call("add", 1, 2.7)), 3);
	Callable::CallError error;
	const Variant text = "x";
	const Variant *args[3] = { &text, &text, &text };
	object->callp("add", args, 3, error);
	CHECK(error.error == Callable::CallError::CALL_ERROR_TOO_MANY_ARGUMENTS);
	CHECK_EQ(error.expected, 2);
	object->callp("add", args, 0, error);
	CHECK(error.error == Callable::CallError::CALL_ERROR_TOO_FEW_ARGUMENTS);
	CHECK_EQ(error.expected, 1);
	object->callp("add", args, 1, error);
	CHECK(error.error == Callable::CallError::CALL_ERROR_INVALID_ARGUMENT);
	CHECK_EQ(error.argument, 0);
	CHECK_EQ(error.expected, int(Variant::INT));
	object->callp("nope", args, 1, error);
	CHECK(error.error == Callable::CallError::CALL_ERROR_INVALID_METHOD);
	CHECK(object->has_method("add"));
	CHECK(object->has_method("connect"));
	CHECK_FALSE(object->has_method("nope"));
	CHECK_EQ(object->get_method_argument_count("add"), 2);
	memdelete(object);
}

TEST_CASE("[Object][Methods] free() ends the object, but not while one of its methods runs") {
	Object *object = memnew(Object);
	const ObjectID id = object->get_instance_id();
	Callable::CallError error;
	{
		ExpectErrors quiet;
		ObjectMethodLock lock(object);
		object->callp("free", nullptr, 0, error);
		CHECK(error.error == Callable::CallError::CALL_ERROR_INVALID_METHOD);
	}
	CHECK(ObjectDB::get_instance(id) == object);
	object->callp("free", nullptr, 0, error);
	CHECK(error.error == Callable::CallError::CALL_OK);
	CHECK(ObjectDB::get_instance(id) == nullptr);
}

TEST_CASE("[Object][Metadata] Null removes, names must be identifiers, and metadata are properties") {
	Object *object = memnew(Object);
	object->set_meta("a", 1);
	object->set_meta("b", Variant());
	CHECK(object->has_meta("a"));
	CHECK_FALSE(object->has_meta("b"));
	CHECK_EQ(int(object->get("metadata/a")), 1);
	object->set("metadata/c", "x");
	CHECK_EQ(String(object->get_meta("c")), String("x"));
	CHECK_EQ(int(object->get_meta("none", 3)), 3);
	{
		ExpectErrors quiet;
		object->set_meta("bad name", 1);
		object->set_meta("1x", 1);
		CHECK(object->get_meta("none").get_type() == Variant::NIL);
	}
	LocalVector<StringName> names;
	object->get_meta_list(&names);
	REQUIRE(names.size() == 2);
	CHECK(names[0] == "a");
	CHECK(names[1] == "c");
	object->remove_meta("a");
	CHECK_FALSE(object->has_meta("a"));
	memdelete(object);
}

TEST_CASE("[Object][Notification] Base first, or derived first when reversed") {
	TestObjectDerived *object = memnew(TestObjectDerived);
	object->heard.clear();
	object->notification(5);
	object->notification(6, true);
	CHECK(object->heard.size() == 4);
	CHECK_EQ(object->heard[0], 5);
	CHECK_EQ(object->heard[1], -5);
	CHECK_EQ(object->heard[2], -6);
	CHECK_EQ(object->heard[3], 6);
	memdelete(object);
}

TEST_CASE("[Object][Text] Without a script an object prints its class and ID") {
	Object *object = memnew(Object);
	CHECK_EQ(object->to_string(), "<Object#" + itos(int64_t(object->get_instance_id())) + ">");
	memdelete(object);
}

} // namespace TestObject
