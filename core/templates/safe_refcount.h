// Counters that cost a plain increment while the process has one engine thread, and become atomic afterwards.
#pragma once

#include "core/typedefs.h"

// Says whether engine objects may be reached from more than one thread. Thread::start() enables it before the first
// thread that can share objects runs, and nobody ever disables it: a plain read is enough everywhere.
class ThreadSharing {
	static inline bool enabled = false;

public:
	static void enable() { __atomic_store_n(&enabled, true, __ATOMIC_RELAXED); }
	static _FORCE_INLINE_ bool is_enabled() { return __atomic_load_n(&enabled, __ATOMIC_RELAXED); }
};

// A plain number of something that is going on, which may come back from 0. Both give the new number.
class SharedCounter {
	uint32_t count = 0;

public:
	_FORCE_INLINE_ uint32_t get() const { return __atomic_load_n(&count, __ATOMIC_RELAXED); }
	_FORCE_INLINE_ uint32_t increment() { return likely(!ThreadSharing::is_enabled()) ? ++count : __atomic_add_fetch(&count, 1, __ATOMIC_ACQ_REL); }
	_FORCE_INLINE_ uint32_t decrement() { return likely(!ThreadSharing::is_enabled()) ? --count : __atomic_sub_fetch(&count, 1, __ATOMIC_ACQ_REL); }
};

// The count of owners of a shared thing. 0 means dead: a dead count never comes back to life.
class SafeRefCount {
	uint32_t count = 0;

public:
	_FORCE_INLINE_ void init(uint32_t p_value = 1) { __atomic_store_n(&count, p_value, __ATOMIC_RELAXED); }
	_FORCE_INLINE_ uint32_t get() const { return __atomic_load_n(&count, __ATOMIC_ACQUIRE); }

	// One owner more. Returns the new count; 0 when the thing was already dead (and stays so).
	_FORCE_INLINE_ uint32_t refval() {
		uint32_t current = __atomic_load_n(&count, __ATOMIC_RELAXED);
		if (likely(!ThreadSharing::is_enabled())) {
			if (unlikely(current == 0)) {
				return 0;
			}
			__atomic_store_n(&count, current + 1, __ATOMIC_RELAXED);
			return current + 1;
		}
		while (current != 0) {
			if (__atomic_compare_exchange_n(&count, &current, current + 1, true, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED)) {
				return current + 1;
			}
		}
		return 0;
	}
	_FORCE_INLINE_ bool ref() { return refval() != 0; }

	// One owner less. Returns the new count.
	_FORCE_INLINE_ uint32_t unrefval() {
		if (likely(!ThreadSharing::is_enabled())) {
			const uint32_t left = __atomic_load_n(&count, __ATOMIC_RELAXED) - 1;
			__atomic_store_n(&count, left, __ATOMIC_RELAXED);
			return left;
		}
		return __atomic_sub_fetch(&count, 1, __ATOMIC_ACQ_REL);
	}
	// True when that was the last owner.
	_FORCE_INLINE_ bool unref() { return unrefval() == 0; }
};

// An always atomic number, for counters that live outside the engine's threads.
template <typename T>
class SafeNumeric {
	T value;

public:
	_FORCE_INLINE_ void set(T p_value) { __atomic_store_n(&value, p_value, __ATOMIC_RELEASE); }
	_FORCE_INLINE_ T get() const { return __atomic_load_n(&value, __ATOMIC_ACQUIRE); }
	_FORCE_INLINE_ T increment() { return __atomic_add_fetch(&value, T(1), __ATOMIC_ACQ_REL); }
	_FORCE_INLINE_ T decrement() { return __atomic_sub_fetch(&value, T(1), __ATOMIC_ACQ_REL); }
	_FORCE_INLINE_ T add(T p_value) { return __atomic_add_fetch(&value, p_value, __ATOMIC_ACQ_REL); }
	_FORCE_INLINE_ T sub(T p_value) { return __atomic_sub_fetch(&value, p_value, __ATOMIC_ACQ_REL); }
	explicit SafeNumeric(T p_value = T(0)) :
			value(p_value) {}
};

class SafeFlag {
	bool flag = false;

public:
	_FORCE_INLINE_ bool is_set() const { return __atomic_load_n(&flag, __ATOMIC_ACQUIRE); }
	_FORCE_INLINE_ void set() { __atomic_store_n(&flag, true, __ATOMIC_RELEASE); }
	_FORCE_INLINE_ void clear() { __atomic_store_n(&flag, false, __ATOMIC_RELEASE); }
	_FORCE_INLINE_ void set_to(bool p_value) { __atomic_store_n(&flag, p_value, __ATOMIC_RELEASE); }
	explicit SafeFlag(bool p_value = false) :
			flag(p_value) {}
};
