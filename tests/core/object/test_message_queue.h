// Tests of core/object/message_queue.h: what is put off happens once, in order, and only to the living.
#pragma once

#include "core/object/callable_method_pointer.h"
#include "core/object/message_queue.h"
#include "core/object/object.h"
#include "tests/test_macros.h"

namespace TestMessageQueue {

class TestQueueTarget : public Object {
	GDCLASS(TestQueueTarget, Object);

protected:
	void _notification(int p_what) {
		if (p_what == 4321) {
			heard.push_back("notification");
		}
	}

public:
	CallQueue *queue = nullptr;
	Vector<String> heard;
	Error flush_inside = OK;

	void note(const String &p_text) { heard.push_back(p_text); }
	void note_again(int p_rounds) {
		heard.push_back(itos(p_rounds));
		if (p_rounds > 0) {
			queue->push_callable(callable_mp(this, &TestQueueTarget::note_again), p_rounds - 1);
		}
		flush_inside = queue->flush();
	}
};

TEST_CASE("[Object][CallQueue] Delivers in order, and only once") {
	CallQueue queue;
	TestQueueTarget *target = memnew(TestQueueTarget);
	queue.push_callable(callable_mp(target, &TestQueueTarget::note), "a");
	queue.push_notification(target, 4321);
	queue.push_set(target, "metadata/k", 5);
	CHECK(queue.has_messages());
	CHECK(target->heard.is_empty());
	CHECK_EQ(queue.flush(), OK);
	CHECK_EQ(queue.flush(), OK);
	CHECK(target->heard == Vector<String>({ "a", "notification" }));
	CHECK_EQ(int(target->get_meta("k")), 5);
	CHECK_FALSE(queue.has_messages());
	memdelete(target);
}

TEST_CASE("[Object][CallQueue] What a callback pushes is delivered in the same flush; flushing inside is refused") {
	CallQueue queue;
	TestQueueTarget *target = memnew(TestQueueTarget);
	target->queue = &queue;
	queue.push_callable(callable_mp(target, &TestQueueTarget::note_again), 2);
	queue.flush();
	CHECK(target->heard == Vector<String>({ "2", "1", "0" }));
	CHECK_EQ(target->flush_inside, ERR_BUSY);
	memdelete(target);
}

class TestChain : public Object {
	GDCLASS(TestChain, Object);

public:
	CallQueue *queue = nullptr;
	int runs = 0;

	void again(int p_left) {
		runs++;
		if (p_left > 0) {
			queue->push_callable(callable_mp(this, &TestChain::again), p_left - 1);
		}
	}
};

TEST_CASE("[Object][CallQueue] A chain may be longer than the budget, for only one call of it waits at a time") {
	CallQueue queue(2 * CallQueue::PAGE_BYTES);
	TestChain *chain = memnew(TestChain);
	chain->queue = &queue;
	queue.push_callable(callable_mp(chain, &TestChain::again), 5000);
	CHECK_EQ(queue.flush(), OK);
	CHECK_EQ(chain->runs, 5001);
	CHECK_FALSE(queue.has_messages());
	memdelete(chain);
}

TEST_CASE("[Object][CallQueue] The dead are skipped silently") {
	CallQueue queue;
	TestQueueTarget *target = memnew(TestQueueTarget);
	queue.push_callable(callable_mp(target, &TestQueueTarget::note), "a");
	queue.push_call(target->get_instance_id(), "get_class");
	queue.push_set(target, "x", 1);
	memdelete(target);
	CHECK_EQ(queue.flush(), OK);
}

TEST_CASE("[Object][CallQueue] Grows over many pages and keeps the order") {
	CallQueue queue;
	TestQueueTarget *target = memnew(TestQueueTarget);
	for (int i = 0; i < 5000; i++) {
		queue.push_callable(callable_mp(target, &TestQueueTarget::note), itos(i));
	}
	queue.flush();
	REQUIRE(target->heard.size() == 5000);
	CHECK_EQ(target->heard[4999], String("4999"));
	memdelete(target);
}

TEST_CASE("[Object][CallQueue] Past its budget it refuses, and recovers after a flush") {
	ExpectErrors quiet;
	CallQueue queue(CallQueue::PAGE_BYTES);
	TestQueueTarget *target = memnew(TestQueueTarget);
	Error error = OK;
	int pushed = 0;
	while (pushed < 100000 && (error = queue.push_notification(target, 4321)) == OK) {
		pushed++;
	}
	CHECK_EQ(error, ERR_OUT_OF_MEMORY);
	queue.flush();
	CHECK_EQ(target->heard.size(), pushed);
	CHECK_EQ(queue.push_notification(target, 4321), OK);
	queue.clear();
	CHECK_FALSE(queue.has_messages());
	memdelete(target);
}

} // namespace TestMessageQueue
