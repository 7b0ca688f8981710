// ObjectDB: from an ObjectID to the living object, if it still lives.
#pragma once

#include "core/object/object_id.h"

#include <atomic>

class Object;

// An ID is slot (24 bits) + validator (39 bits) + "is reference counted" (1 bit). A slot's validator changes with every object
// it holds, so an ID outlives its object harmlessly. Looking up takes no lock, from any thread; whoever keeps the pointer must
// know by other means that the object is not freed meanwhile.
class ObjectDB {
	static constexpr uint32_t SLOT_BITS = 24;
	static constexpr uint32_t VALIDATOR_BITS = 39;
	static constexpr uint32_t PAGE_BITS = 12;
	static constexpr uint32_t SLOTS_PER_PAGE = 1u << PAGE_BITS;
	static constexpr uint32_t MAX_PAGES = 1u << (SLOT_BITS - PAGE_BITS);
	static constexpr uint64_t SLOT_MASK = (uint64_t(1) << SLOT_BITS) - 1;
	static constexpr uint64_t VALIDATOR_MASK = (uint64_t(1) << VALIDATOR_BITS) - 1;
	static constexpr uint64_t REF_COUNTED_BIT = uint64_t(1) << 63;

	struct Slot {
		std::atomic<uint64_t> id{ 0 }; // Of the object that lives here; 0 while the slot is free.
		std::atomic<Object *> object{ nullptr };
	};
	// Pages never move, which is what makes a lookup safe while another thread adds objects.
	static std::atomic<Slot *> pages[MAX_PAGES];
	static std::atomic<uint64_t> newest_birth; // Never 0 after the first; written under the lock.

	friend class Object;
	static ObjectID add_instance(Object *p_object, bool p_ref_counted);
	static void remove_instance(ObjectID p_id);

public:
	// Null once the object is gone; also for any number that never was an ID.
	static Object *get_instance(ObjectID p_id) {
		const uint64_t id = uint64_t(p_id);
		const uint32_t slot = uint32_t(id & SLOT_MASK);
		const Slot *page = pages[slot >> PAGE_BITS].load(std::memory_order_acquire);
		if (unlikely(page == nullptr)) {
			return nullptr;
		}
		const Slot &entry = page[slot & (SLOTS_PER_PAGE - 1)];
		if (unlikely(id == 0 || entry.id.load(std::memory_order_acquire) != id)) {
			return nullptr;
		}
		return entry.object.load(std::memory_order_relaxed);
	}
	template <typename T>
	static T *get_instance(ObjectID p_id);

	// Births are numbered; the number is part of the ID (and wraps around at BIRTH_MASK).
	static constexpr uint64_t BIRTH_MASK = VALIDATOR_MASK;
	static uint64_t get_birth(ObjectID p_id) { return (uint64_t(p_id) >> SLOT_BITS) & BIRTH_MASK; }
	static uint64_t get_newest_birth() { return newest_birth.load(std::memory_order_relaxed); }

	static uint32_t get_object_count();
	// Calls p_function for every living object. It must neither create nor free objects.
	static void debug_objects(void (*p_function)(Object *p_object, void *p_userdata), void *p_userdata);
	// Warns when more than p_expected objects still live (and lists them when p_verbose); releases the table when none does.
	static void cleanup(uint32_t p_expected, bool p_verbose);
};
