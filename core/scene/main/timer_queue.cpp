// A binary heap by the moment an entry is due.
#include "core/scene/main/timer_queue.h"

#include <limits>

// Of all queues together, so that entries of several can be put in order.
static uint64_t last_order = 0;

static constexpr double ROUNDING = 1e-9;

double TimerEntry::get_left() const {
	return left_at_start - (queue->now - started);
}

void TimerEntry::leave_queue() {
	if (queue) {
		queue->remove(this);
	}
}

TimerQueue::~TimerQueue() {
	while (take_any()) {
	}
}

void TimerQueue::put(TimerEntry *p_entry, uint32_t p_place) {
	heap[p_place] = p_entry;
	p_entry->place = p_place;
}

void TimerQueue::rise(uint32_t p_place) {
	TimerEntry *entry = heap[p_place];
	while (p_place > 0 && entry->due < heap[(p_place - 1) / 2]->due) {
		put(heap[(p_place - 1) / 2], p_place);
		p_place = (p_place - 1) / 2;
	}
	put(entry, p_place);
}

void TimerQueue::sink(uint32_t p_place) {
	TimerEntry *entry = heap[p_place];
	while (true) {
		uint32_t child = p_place * 2 + 1;
		if (child + 1 < heap.size() && heap[child + 1]->due < heap[child]->due) {
			child++;
		}
		if (child >= heap.size() || entry->due <= heap[child]->due) {
			break;
		}
		put(heap[child], p_place);
		p_place = child;
	}
	put(entry, p_place);
}

void TimerQueue::add(TimerEntry *p_entry, double p_left) {
	p_entry->leave_queue();
	p_entry->queue = this;
	if (p_entry->order == 0) {
		p_entry->order = ++last_order;
	}
	p_entry->first_step = steps;
	p_entry->left_at_start = p_left;
	p_entry->started = now;
	p_entry->due = now + p_left;
	heap.push_back(p_entry);
	rise(heap.size() - 1);
}

void TimerQueue::remove(TimerEntry *p_entry) {
	const uint32_t place = p_entry->place;
	TimerEntry *last = heap[heap.size() - 1];
	heap.resize(heap.size() - 1);
	p_entry->queue = nullptr;
	if (last != p_entry) {
		put(last, place);
		rise(place);
		sink(last->place);
	}
}

void TimerQueue::advance(double p_step) {
	if (p_step != step) {
		step = p_step;
		equal_since = steps;
	}
	steps++;
	now += p_step;
}

// What is left after every step was subtracted by itself.
double TimerQueue::count_down(const TimerEntry *p_entry) const {
	if (p_entry->first_step < equal_since) {
		return p_entry->get_left();
	}
	double left = p_entry->left_at_start;
	for (uint64_t i = p_entry->first_step; i < steps; i++) {
		left -= step;
	}
	return left;
}

TimerEntry *TimerQueue::take_due(double &r_left) {
	if (heap.is_empty() || heap[0]->due > now + ROUNDING) {
		return nullptr;
	}
	TimerEntry *entry = heap[0];
	r_left = count_down(entry);
	if (r_left > 0.0) {
		return nullptr;
	}
	remove(entry);
	return entry;
}

TimerEntry *TimerQueue::take_any() {
	if (heap.is_empty()) {
		return nullptr;
	}
	TimerEntry *entry = heap[heap.size() - 1];
	remove(entry);
	return entry;
}

double TimerQueue::get_next_left() const {
	return heap.is_empty() ? std::numeric_limits<double>::infinity() : heap[0]->get_left();
}
