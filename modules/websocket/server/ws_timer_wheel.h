// Deadlines of many: filing one and looking for those that have come take constant time.
#pragma once

#include "core/templates/local_vector.h"

// An entry's place in the wheel; part of whatever has the deadline.
struct WSTimerPlace {
	uint32_t place = 0; // In its slot, counted from 1; 0 when it is not filed.
	uint32_t tick = 0;
};

// T has a member `timer`, a WSTimerPlace. A deadline beyond the last slot comes early, and one that was put off after it was filed does so,
// too: the caller looks at it and files it again. Times in milliseconds of one clock.
template <typename T>
class WSTimerWheel {
public:
	static constexpr int64_t TICK = 50;
	static constexpr uint32_t SLOTS = 256; // 12.8 s.

	// Does nothing when it is filed for an earlier time already.
	void file(T *p_entry, int64_t p_deadline, int64_t p_now) {
		_start(p_now);
		const int64_t wanted = p_deadline / TICK + 1;
		const int64_t tick = MIN(MAX(wanted, turned_to + 1), turned_to + SLOTS);
		WSTimerPlace &timer = p_entry->timer;
		if (timer.place != 0 && int32_t(timer.tick - uint32_t(tick)) <= 0) {
			return;
		}
		remove(p_entry);
		LocalVector<T *> &slot = slots[uint32_t(tick) % SLOTS];
		slot.push_back(p_entry);
		timer.place = slot.size();
		timer.tick = uint32_t(tick);
		count++;
	}

	void remove(T *p_entry) {
		WSTimerPlace &timer = p_entry->timer;
		if (timer.place == 0) {
			return;
		}
		LocalVector<T *> &slot = slots[timer.tick % SLOTS];
		slot.remove_at_unordered(timer.place - 1);
		if (timer.place <= slot.size()) {
			slot[timer.place - 1]->timer.place = timer.place;
		}
		if (slot.is_empty()) {
			slot.reset();
		}
		timer.place = 0;
		count--;
	}

	// Those filed for p_now or before; they are not filed any more.
	LocalVector<T *> take_due(int64_t p_now) {
		LocalVector<T *> due;
		_start(p_now);
		const int64_t tick = p_now / TICK;
		for (uint32_t turned = 0; turned_to < tick && turned < SLOTS; turned++) {
			turned_to++;
			LocalVector<T *> slot = std::move(slots[uint32_t(turned_to) % SLOTS]);
			slots[uint32_t(turned_to) % SLOTS] = LocalVector<T *>();
			for (T *entry : slot) {
				entry->timer.place = 0;
				due.push_back(entry);
				count--;
			}
		}
		turned_to = MAX(turned_to, tick);
		return due;
	}

	uint32_t size() const { return count; }

private:
	void _start(int64_t p_now) {
		if (count == 0) {
			turned_to = MAX(turned_to, p_now / TICK);
		}
	}

	LocalVector<T *> slots[SLOTS];
	int64_t turned_to = 0; // The last tick whose slot was taken.
	uint32_t count = 0;
};
