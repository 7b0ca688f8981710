// TimerQueue: who is due next on one clock. A heap, so that timers which wait cost nothing a frame.
#pragma once

#include "core/templates/local_vector.h"

class TimerQueue;

// What a timer is in a queue; timers derive from it. In one queue at most; leaves it when it dies.
class TimerEntry {
public:
	bool is_counting() const { return queue != nullptr; }
	TimerQueue *get_queue() const { return queue; } // null while it does not count.
	double get_left() const; // Seconds on the queue's clock until it is due; only while it counts.
	void leave_queue(); // Nothing happens when it is in none.

	TimerEntry() = default;
	TimerEntry(const TimerEntry &) = delete;
	TimerEntry &operator=(const TimerEntry &) = delete;

protected:
	~TimerEntry() { leave_queue(); }

private:
	friend class TimerQueue;

	TimerQueue *queue = nullptr;
	uint32_t place = 0; // In the heap.
	uint64_t order = 0; // Of joining a queue for the first time; 0: never.
	uint64_t first_step = 0;
	double left_at_start = 0.0;
	double started = 0.0; // On the clock.
	double due = 0.0;
};

// The clock goes on by steps; times are seconds. Owns nothing. What comes out is what counting each timer down by every step would give,
// also where a sum of equal steps comes to the time exactly but for rounding.
class TimerQueue {
public:
	void add(TimerEntry *p_entry, double p_left); // Moves one that is in a queue already.
	void advance(double p_step);
	// Takes out one that is due, in no particular order; nullptr when there is none. r_left: 0 or, when it is overdue, below.
	TimerEntry *take_due(double &r_left);
	TimerEntry *take_any(); // nullptr when it is empty.
	double get_next_left() const; // Infinity when it is empty.
	double get_last_step() const { return step; }
	static bool joined_before(const TimerEntry *p_a, const TimerEntry *p_b) { return p_a->order < p_b->order; }

	TimerQueue() = default;
	TimerQueue(const TimerQueue &) = delete;
	TimerQueue &operator=(const TimerQueue &) = delete;
	~TimerQueue();

private:
	friend class TimerEntry;

	LocalVector<TimerEntry *> heap;
	double now = 0.0;
	double step = 0.0;
	uint64_t steps = 0;
	uint64_t equal_since = 0; // All steps after this one are `step` long.

	double count_down(const TimerEntry *p_entry) const;
	void put(TimerEntry *p_entry, uint32_t p_place);
	void rise(uint32_t p_place);
	void sink(uint32_t p_place);
	void remove(TimerEntry *p_entry);
};
