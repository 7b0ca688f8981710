// TimerQueue: who is due, by the clock alone.
#pragma once

#include "core/scene/main/timer_queue.h"
#include "tests/test_macros.h"

#include <cmath>

namespace TestTimerQueue {

struct Probe : public TimerEntry {
	int steps = 0;
};

TEST_CASE("[Scene][TimerQueue] Entries come out when they are due, whatever joins and leaves between") {
	TimerQueue queue;
	LocalVector<Probe *> probes;
	for (int i = 0; i < 200; i++) {
		probes.push_back(memnew(Probe));
		queue.add(probes[uint32_t(i)], double((i * 73) % 200) + 0.5);
	}
	for (uint32_t i = 0; i < 200; i += 3) {
		probes[i]->leave_queue();
		CHECK_FALSE(probes[i]->is_counting());
	}
	queue.add(probes[0], 7.5);
	int taken = 0;
	for (int time = 1; time <= 200; time++) {
		queue.advance(1.0);
		double left = 0.0;
		while (TimerEntry *entry = queue.take_due(left)) {
			const int index = int(probes.find(static_cast<Probe *>(entry)));
			CHECK_EQ(index == 0 ? 7 : (index * 73) % 200, time - 1);
			CHECK_EQ(left, doctest::Approx(-0.5));
			taken++;
		}
	}
	CHECK_EQ(taken, 200 - 67 + 1);
	CHECK(std::isinf(queue.get_next_left()));
	for (Probe *probe : probes) {
		memdelete(probe);
	}
}

TEST_CASE("[Scene][TimerQueue] Equal steps end as counting down by each of them does, in spite of rounding") {
	TimerQueue queue;
	const double step = 1.0 / 60.0;
	for (int i = 0; i < 1000; i++) {
		queue.advance(step); // The clock has a history.
	}
	for (const double wait : { 0.05, 0.1, 0.2, 0.25, 0.3, 0.5, 1.0, 2.0, 10.0 }) {
		int expected = 0;
		for (double left = wait; left > 0; left -= step) {
			expected++;
		}
		Probe probe;
		queue.add(&probe, wait);
		double left = 0.0;
		while (probe.is_counting() && probe.steps < 1000) {
			queue.advance(step);
			probe.steps++;
			queue.take_due(left);
		}
		CHECK_EQ(probe.steps, expected);
	}
}

TEST_CASE("[Scene][TimerQueue] What is left is told, an entry that dies leaves, and a queue that dies lets go") {
	Probe kept;
	{
		TimerQueue queue;
		queue.add(&kept, 3.0);
		CHECK_EQ(kept.get_left(), 3.0);
		{
			Probe dying;
			queue.add(&dying, 1.0);
			CHECK_EQ(queue.get_next_left(), 1.0);
		}
		CHECK_EQ(queue.get_next_left(), 3.0);
		queue.advance(1.0);
		CHECK_EQ(kept.get_left(), 2.0);
	}
	CHECK_FALSE(kept.is_counting());
}

} // namespace TestTimerQueue
