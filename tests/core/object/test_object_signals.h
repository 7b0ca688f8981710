// Tests of signals: connecting, emitting, and what may happen in between.
#pragma once

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/object/message_queue.h"
#include "core/object/object.h"
#include "core/variant/array.h"
#include "tests/test_macros.h"

namespace TestObjectSignals {

class TestSignalSource : public Object {
	GDCLASS(TestSignalSource, Object);

protected:
	static void _bind_methods() {
		ADD_SIGNAL(MethodInfo("none"));
		ADD_SIGNAL(MethodInfo("one", PropertyInfo(Variant::INT, "a")));
	}
};

class TestSignalTarget : public Object {
	GDCLASS(TestSignalTarget, Object);

protected:
	static void _bind_methods() {
		ClassDB::bind_method(D_METHOD("on_none"), &TestSignalTarget::on_none);
		ClassDB::bind_method(D_METHOD("on_two", "a", "b"), &TestSignalTarget::on_two);
	}

public:
	Vector<String> heard;
	Object *emitter = nullptr;
	TestSignalTarget *other = nullptr;

	void on_none() { heard.push_back("none"); }
	void on_one(int p_value) { heard.push_back(itos(p_value)); }
	void on_two(int p_a, const Variant &p_b) { heard.push_back(itos(p_a) + "," + p_b.stringify()); }
	void free_other() {
		memdelete(other);
		other = nullptr;
	}
	void free_emitter() {
		ExpectErrors quiet;
		memdelete(emitter);
	}
	void disconnect_other() { emitter->disconnect("none", callable_mp(other, &TestSignalTarget::on_none)); }
	void connect_more() { emitter->connect("none", callable_mp(this, &TestSignalTarget::on_none)); }
};

struct Pair {
	TestSignalSource *source = memnew(TestSignalSource);
	TestSignalTarget *target = memnew(TestSignalTarget);
	~Pair() {
		memdelete(target);
		memdelete(source);
	}
};

TEST_CASE("[Object][Signals] Connect, emit, disconnect") {
	Pair pair;
	const Callable on_one = callable_mp(pair.target, &TestSignalTarget::on_one);
	CHECK_EQ(pair.source->connect("one", on_one), OK);
	CHECK(pair.source->is_connected("one", on_one));
	CHECK_EQ(pair.source->emit_signal("one", 5), OK);
	pair.source->disconnect("one", on_one);
	CHECK_EQ(pair.source->emit_signal("one", 6), ERR_UNAVAILABLE);
	CHECK(pair.target->heard == Vector<String>({ "5" }));
}

TEST_CASE("[Object][Signals] Misuse is reported with a code and changes nothing") {
	Pair pair;
	ExpectErrors quiet;
	const Callable on_none(pair.target, "on_none");
	CHECK_EQ(pair.source->connect("none", Callable()), ERR_INVALID_PARAMETER);
	CHECK_EQ(pair.source->connect("missing", on_none), ERR_INVALID_PARAMETER);
	CHECK_EQ(pair.source->connect("none", on_none), OK);
	CHECK_EQ(pair.source->connect("none", on_none), ERR_INVALID_PARAMETER);
	CHECK_EQ(pair.source->connect("none", Callable(pair.target, "no_such_method")), OK);
	CHECK_EQ(pair.source->emit_signal("missing"), ERR_UNAVAILABLE);
	CHECK_EQ(pair.source->emit_signal("none", 1), ERR_METHOD_NOT_FOUND);
	pair.source->disconnect("none", Callable(pair.target, "on_two"));
	CHECK_EQ(pair.source->emit_signal("none"), OK);
	CHECK(pair.target->heard == Vector<String>({ "none" }));
}

TEST_CASE("[Object][Signals] A bound callable is the same connection as the plain one") {
	Pair pair;
	ExpectErrors quiet;
	const Callable plain(pair.target, "on_two");
	CHECK_EQ(pair.source->connect("one", plain.bind("bound")), OK);
	CHECK(pair.source->is_connected("one", plain));
	CHECK_EQ(pair.source->connect("one", plain.bind("else")), ERR_INVALID_PARAMETER);
	pair.source->emit_signal("one", 1);
	pair.source->disconnect("one", plain);
	CHECK_FALSE(pair.source->is_connected("one", plain));
	CHECK(pair.target->heard == Vector<String>({ "1,bound" }));
}

TEST_CASE("[Object][Signals] Many connections keep their order, whichever of them go") {
	TestSignalSource *source = memnew(TestSignalSource);
	TestSignalTarget *target = memnew(TestSignalTarget);
	const auto nth = [target](int p_number) {
		return Callable(target, "method" + itos(p_number));
	};
	constexpr int COUNT = 1000;
	for (int i = 0; i < COUNT; i++) {
		CHECK_EQ(source->connect("none", nth(i)), OK);
	}
	{
		ExpectErrors quiet;
		CHECK_EQ(source->connect("none", nth(COUNT / 2)), ERR_INVALID_PARAMETER);
	}
	for (int i = 0; i < 100; i++) { // From the front, from the back, and from the middle.
		source->disconnect("none", nth(i));
		source->disconnect("none", nth(COUNT - 1 - i));
		source->disconnect("none", nth(102 + 7 * i));
	}
	LocalVector<Object::Connection> left;
	source->get_signal_connection_list("none", &left);
	int expected = 0;
	uint32_t at = 0;
	for (int i = 0; i < COUNT; i++) {
		const bool connected = source->is_connected("none", nth(i));
		expected += connected;
		if (connected) {
			REQUIRE(at < left.size());
			CHECK(left[at++].callable == nth(i));
		}
	}
	CHECK_EQ(int(left.size()), expected);
	memdelete(target);
	CHECK_FALSE(source->has_connections("none"));
	memdelete(source);
}

TEST_CASE("[Object][Signals] One-shot connections are gone before their call") {
	Pair pair;
	pair.source->connect("none", Callable(pair.target, "on_none"), Object::CONNECT_ONE_SHOT);
	CHECK_EQ(pair.source->emit_signal("none"), OK);
	CHECK_EQ(pair.source->emit_signal("none"), ERR_UNAVAILABLE);
	CHECK_EQ(pair.target->heard.size(), 1);
}

TEST_CASE("[Object][Signals] Reference counted connections need as many disconnects") {
	Pair pair;
	const Callable on_none(pair.target, "on_none");
	CHECK_EQ(pair.source->connect("none", on_none, Object::CONNECT_REFERENCE_COUNTED), OK);
	CHECK_EQ(pair.source->connect("none", on_none, Object::CONNECT_REFERENCE_COUNTED), OK);
	pair.source->emit_signal("none");
	CHECK_EQ(pair.target->heard.size(), 1);
	pair.source->disconnect("none", on_none);
	CHECK(pair.source->is_connected("none", on_none));
	pair.source->disconnect("none", on_none);
	CHECK_FALSE(pair.source->is_connected("none", on_none));
}

TEST_CASE("[Object][Signals] Deferred connections are called by the next flush") {
	Pair pair;
	pair.source->connect("none", Callable(pair.target, "on_none"), Object::CONNECT_DEFERRED);
	pair.source->emit_signal("none");
	CHECK(pair.target->heard.is_empty());
	MessageQueue::get_singleton()->flush();
	CHECK_EQ(pair.target->heard.size(), 1);
}

TEST_CASE("[Object][Signals] The emitter can be appended to the arguments") {
	Pair pair;
	pair.source->connect("one", Callable(pair.target, "on_two"), Object::CONNECT_APPEND_SOURCE_OBJECT);
	pair.source->emit_signal("one", 3);
	CHECK(pair.target->heard == Vector<String>({ "3," + pair.source->to_string() }));
}

TEST_CASE("[Object][Signals] Blocked objects emit nothing") {
	Pair pair;
	pair.source->connect("none", Callable(pair.target, "on_none"));
	pair.source->set_block_signals(true);
	CHECK_EQ(pair.source->emit_signal("none"), ERR_CANT_ACQUIRE_RESOURCE);
	pair.source->set_block_signals(false);
	CHECK_EQ(pair.source->emit_signal("none"), OK);
	CHECK_EQ(pair.target->heard.size(), 1);
}

TEST_CASE("[Object][Signals] A target freed by an earlier callback is skipped") {
	Pair pair;
	pair.target->other = memnew(TestSignalTarget);
	pair.source->connect("none", callable_mp(pair.target, &TestSignalTarget::free_other));
	pair.source->connect("none", callable_mp(pair.target->other, &TestSignalTarget::on_none));
	CHECK_EQ(pair.source->emit_signal("none"), OK);
	CHECK(pair.target->other == nullptr);
	LocalVector<Object::Connection> left;
	pair.source->get_signal_connection_list("none", &left);
	CHECK(left.size() == 1);
}

TEST_CASE("[Object][Signals] What a callback disconnects is still called, what it connects is not") {
	Pair pair;
	TestSignalTarget *other = memnew(TestSignalTarget);
	pair.target->emitter = pair.source;
	pair.target->other = other;
	pair.source->connect("none", callable_mp(pair.target, &TestSignalTarget::disconnect_other));
	pair.source->connect("none", callable_mp(pair.target, &TestSignalTarget::connect_more));
	pair.source->connect("none", callable_mp(other, &TestSignalTarget::on_none));
	pair.source->emit_signal("none");
	CHECK_EQ(other->heard.size(), 1);
	CHECK(pair.target->heard.is_empty());
	memdelete(other);
}

TEST_CASE("[Object][Signals] The emitter may be freed by a callback") {
	TestSignalSource *source = memnew(TestSignalSource);
	TestSignalTarget *target = memnew(TestSignalTarget);
	target->emitter = source;
	source->connect("none", callable_mp(target, &TestSignalTarget::free_emitter));
	source->connect("none", callable_mp(target, &TestSignalTarget::on_none));
	const ObjectID id = source->get_instance_id();
	source->emit_signal("none");
	CHECK(ObjectDB::get_instance(id) == nullptr);
	CHECK_EQ(target->heard.size(), 1);
	memdelete(target);
}

TEST_CASE("[Object][Signals] Both ends list a connection, and either end's death cuts it") {
	Pair pair;
	TestSignalSource *source = memnew(TestSignalSource);
	source->connect("one", Callable(pair.target, "on_two"));
	LocalVector<Object::Connection> incoming;
	pair.target->get_signals_connected_to_this(&incoming);
	REQUIRE(incoming.size() == 1);
	CHECK(incoming[0].signal.get_name() == "one");
	memdelete(source);
	incoming.clear();
	pair.target->get_signals_connected_to_this(&incoming);
	CHECK(incoming.is_empty());
}

TEST_CASE("[Object][Signals] Many connections are called in the order of connecting") {
	Pair pair;
	for (int i = 0; i < 20; i++) {
		pair.source->connect("one", Callable(pair.target, "on_two").bind(i), Object::CONNECT_REFERENCE_COUNTED);
	}
	LocalVector<TestSignalTarget *> targets;
	for (int i = 0; i < 20; i++) {
		targets.push_back(memnew(TestSignalTarget));
		pair.source->connect("none", callable_mp(targets[uint32_t(i)], &TestSignalTarget::on_none));
	}
	CHECK_EQ(pair.source->emit_signal("none"), OK);
	for (TestSignalTarget *target : targets) {
		CHECK_EQ(target->heard.size(), 1);
		memdelete(target);
	}
	CHECK_FALSE(pair.source->has_connections("none"));
}

TEST_CASE("[Object][Signals] User signals live beside those of the class") {
	Object *object = memnew(Object);
	Pair pair;
	ExpectErrors quiet;
	object->add_user_signal(MethodInfo("custom", PropertyInfo(Variant::INT, "v")));
	CHECK(object->has_signal("custom"));
	CHECK_EQ(object->connect("custom", callable_mp(pair.target, &TestSignalTarget::on_one)), OK);
	CHECK_EQ(object->emit_signal("custom", 8), OK);
	LocalVector<MethodInfo> list;
	object->get_signal_list(&list);
	REQUIRE(list.size() == 3);
	CHECK_EQ(list[2].name, String("custom"));
	object->call("remove_user_signal", "custom");
	CHECK_FALSE(object->has_signal("custom"));
	CHECK_EQ(object->emit_signal("custom", 1), ERR_UNAVAILABLE);
	object->add_user_signal(MethodInfo(""));
	CHECK_FALSE(object->has_signal(""));
	CHECK(pair.target->heard == Vector<String>({ "8" }));
	memdelete(object);
}

} // namespace TestObjectSignals
