// When the memory of dead objects goes.
#pragma once

#include "core/object/graveyard.h"
#include "core/object/object.h"
#include "core/object/ref_counted.h"
#include "tests/test_macros.h"

namespace TestGraveyard {

// Counts its kind and holds the next of its kind.
class Mortal : public RefCounted {
	GDCLASS(Mortal, RefCounted);

public:
	static inline int destroyed = 0;
	static inline int told = 0;
	Ref<Mortal> next;
	int value = 7;
	bool refuses = false;

protected:
	void _notification(int p_what) {
		if (p_what == NOTIFICATION_PREDELETE) {
			told++;
			if (refuses) {
				cancel_free();
			}
		}
	}
	static void _bind_methods() {}

public:
	Mortal() = default;
	~Mortal() override { destroyed++; }
};

class MortalObject : public Object {
	GDCLASS(MortalObject, Object);

public:
	static inline int destroyed = 0;
	bool frees_itself = false;
	bool refuses = false;

protected:
	void _notification(int p_what) {
		if (p_what == NOTIFICATION_PREDELETE && frees_itself) {
			memdelete(this); // It is dying already.
		}
		if (p_what == NOTIFICATION_PREDELETE && refuses) {
			cancel_free();
		}
	}
	static void _bind_methods() {}

public:
	MortalObject() = default;
	~MortalObject() override { destroyed++; }
};

inline void begin() {
	Graveyard::safe_point();
	Mortal::destroyed = 0;
	Mortal::told = 0;
	MortalObject::destroyed = 0;
}

TEST_CASE("[Graveyard] What is older than the call of a script is unlinked at once and destroyed at a safe point") {
	begin();
	MortalObject *object = memnew(MortalObject);
	const ObjectID id = object->get_instance_id();
	object->set_meta("a", 1);
	{
		Graveyard::Entry entry;
		memdelete(object);
		CHECK(ObjectDB::get_instance(id) == nullptr);
		CHECK(object->is_dead());
		CHECK_FALSE(object->has_meta("a"));
		CHECK_EQ(object->get_instance_id(), id); // Frames that hold it may read it.
		object->notification(5); // Nobody hears it.
		Callable::CallError error;
		object->callp("get_class", nullptr, 0, error);
		CHECK(error.error == Callable::CallError::CALL_ERROR_INSTANCE_IS_NULL);
		Graveyard::safe_point();
		Graveyard::sweep();
		CHECK_EQ(MortalObject::destroyed, 0);
	}
	CHECK_EQ(MortalObject::destroyed, 0);
	Graveyard::safe_point();
	CHECK_EQ(MortalObject::destroyed, 1);
	CHECK_EQ(Graveyard::get_count(), 0);
}

TEST_CASE("[Graveyard] What was born in the call is destroyed at once, unless a call inside it has come between") {
	begin();
	Graveyard::Entry entry;
	memdelete(memnew(MortalObject));
	CHECK_EQ(MortalObject::destroyed, 1);
	MortalObject *object = memnew(MortalObject);
	{
		Graveyard::Entry inner;
		memdelete(object);
		memdelete(memnew(MortalObject)); // Nobody outside the inner call knows it.
		CHECK_EQ(MortalObject::destroyed, 2);
	}
	object = memnew(MortalObject);
	memdelete(object); // The frame between the two calls may hold it.
	CHECK_EQ(MortalObject::destroyed, 2);
	Graveyard::sweep();
	CHECK_EQ(MortalObject::destroyed, 4);
	memdelete(memnew(MortalObject));
	CHECK_EQ(MortalObject::destroyed, 5);
	CHECK_EQ(Graveyard::get_count(), 0);
}

TEST_CASE("[Graveyard] Outside any call objects are destroyed at once, until a script was called") {
	begin();
	memdelete(memnew(MortalObject));
	CHECK_EQ(MortalObject::destroyed, 1);
	MortalObject *object = memnew(MortalObject);
	{ Graveyard::Entry entry; }
	memdelete(object); // The frame below may be a walk that goes on.
	CHECK_EQ(MortalObject::destroyed, 1);
	Graveyard::safe_point();
	CHECK_EQ(MortalObject::destroyed, 2);
}

TEST_CASE("[Graveyard] A grave waits for the call that is the last to know it") {
	begin();
	MortalObject *oldest = memnew(MortalObject);
	Graveyard::Entry first;
	MortalObject *middle = memnew(MortalObject);
	{
		Graveyard::Entry second;
		MortalObject *young = memnew(MortalObject);
		{
			Graveyard::Entry third;
			memdelete(young);
			memdelete(middle);
			memdelete(oldest);
		}
		CHECK_EQ(Graveyard::get_count(), 3);
		Graveyard::sweep();
		CHECK_EQ(Graveyard::get_count(), 2);
	}
	Graveyard::sweep();
	CHECK_EQ(Graveyard::get_count(), 1);
	CHECK_EQ(MortalObject::destroyed, 2);
}

TEST_CASE("[Graveyard] A chain as long as one likes is let go without a deep stack") {
	begin();
	constexpr int COUNT = 200000;
	Ref<Mortal> head;
	for (int i = 0; i < COUNT; i++) {
		Ref<Mortal> item;
		item.instantiate();
		item->next = head;
		head = item;
	}
	head.unref();
	CHECK_EQ(Mortal::told, COUNT);
	CHECK_EQ(Mortal::destroyed, COUNT);
}

TEST_CASE("[Graveyard] A death inside the same death is none, and cancel_free() ends it") {
	begin();
	MortalObject *object = memnew(MortalObject);
	object->frees_itself = true;
	memdelete(object);
	CHECK_EQ(MortalObject::destroyed, 1);
	object = memnew(MortalObject);
	object->refuses = true;
	memdelete(object);
	CHECK_EQ(MortalObject::destroyed, 1);
	CHECK(ObjectDB::get_instance(object->get_instance_id()) == object);
	object->refuses = false;
	memdelete(object);
	CHECK_EQ(MortalObject::destroyed, 2);
}

TEST_CASE("[Graveyard] A dead reference counted object cannot be taken again") {
	begin();
	Ref<Mortal> item;
	item.instantiate();
	Mortal *raw = item.ptr();
	{
		Graveyard::Entry entry;
		item.unref();
		CHECK(raw->is_dead());
		CHECK(Ref<Mortal>(raw).is_null());
		CHECK(Variant(raw).get_validated_object() == nullptr);
		CHECK_EQ(raw->value, 7);
	}
	Graveyard::safe_point();
	CHECK_EQ(Mortal::destroyed, 1);
}

TEST_CASE("[Graveyard] Births are told apart also where their numbers wrap around") {
	CHECK(Graveyard::is_born_after(6, 5));
	CHECK_FALSE(Graveyard::is_born_after(5, 5));
	CHECK_FALSE(Graveyard::is_born_after(4, 5));
	CHECK(Graveyard::is_born_after(1, ObjectDB::BIRTH_MASK));
	CHECK_FALSE(Graveyard::is_born_after(ObjectDB::BIRTH_MASK, 1));
}

} // namespace TestGraveyard
