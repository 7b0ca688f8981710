// Tests of core/object/ref_counted.h: who keeps an object alive, and who does not.
#pragma once

#include "core/object/ref_counted.h"
#include "core/object/resource.h"
#include "core/variant/array.h"
#include "tests/test_macros.h"

namespace TestRefCounted {

TEST_CASE("[Object][RefCounted] The last Ref deletes") {
	Ref<RefCounted> first;
	first.instantiate();
	const ObjectID id = first->get_instance_id();
	CHECK(id.is_ref_counted());
	CHECK_EQ(first->get_reference_count(), 1);
	Ref<RefCounted> second = first;
	CHECK_EQ(first->get_reference_count(), 2);
	first.unref();
	CHECK(ObjectDB::get_instance(id) != nullptr);
	second = Ref<RefCounted>();
	CHECK(ObjectDB::get_instance(id) == nullptr);
}

TEST_CASE("[Object][RefCounted] Variants and containers hold references") {
	Ref<RefCounted> object;
	object.instantiate();
	{
		const Variant held = object;
		CHECK_EQ(object->get_reference_count(), 2);
		Array list;
		list.push_back(held);
		list.push_back(object);
		CHECK_EQ(object->get_reference_count(), 4);
	}
	CHECK_EQ(object->get_reference_count(), 1);
}

TEST_CASE("[Object][RefCounted] A fresh object may go straight into a Variant") {
	ObjectID id;
	{
		const Variant held(memnew(RefCounted));
		id = held.get_validated_object()->get_instance_id();
		CHECK_EQ(static_cast<RefCounted *>(held.get_validated_object())->get_reference_count(), 1);
	}
	CHECK(ObjectDB::get_instance(id) == nullptr);
}

TEST_CASE("[Object][Ref] Converts along the class tree, and to null across it") {
	Ref<Resource> resource;
	resource.instantiate();
	const Ref<RefCounted> base = resource;
	CHECK(Ref<Resource>(base) == resource);
	CHECK(Ref<WeakRef>(base).is_null());
	CHECK(Ref<WeakRef>(Variant(resource)).is_null());
	CHECK_EQ(resource->get_reference_count(), 2);
}

TEST_CASE("[Object][Ref] Assigning to itself and moving keep the count right") {
	Ref<RefCounted> object;
	object.instantiate();
	Ref<RefCounted> &same = object;
	object = same;
	CHECK_EQ(object->get_reference_count(), 1);
	Ref<RefCounted> moved = static_cast<Ref<RefCounted> &&>(object);
	CHECK(object.is_null());
	CHECK_EQ(moved->get_reference_count(), 1);
}

TEST_CASE("[Object][RefCounted] free() is refused") {
	ExpectErrors quiet;
	Ref<RefCounted> object;
	object.instantiate();
	Callable::CallError error;
	object->callp("free", nullptr, 0, error);
	CHECK(error.error == Callable::CallError::CALL_ERROR_INVALID_METHOD);
	CHECK_EQ(object->get_reference_count(), 1);
}

TEST_CASE("[Object][WeakRef] Answers with the object while it lives") {
	Ref<WeakRef> weak;
	weak.instantiate();
	CHECK(weak->get_ref().get_type() == Variant::NIL);
	Ref<RefCounted> object;
	object.instantiate();
	weak->set_ref(object);
	CHECK(Ref<RefCounted>(weak->get_ref()) == object);
	CHECK_EQ(object->get_reference_count(), 1);
	object.unref();
	CHECK(weak->get_ref().get_type() == Variant::NIL);
}

} // namespace TestRefCounted
