// ObjectDB: handing out slots and IDs.
#include "core/object/object_db.h"

#include "core/error/error_macros.h"
#include "core/object/object.h"
#include "core/os/memory.h"
#include "core/string/print_string.h"
#include "core/templates/local_vector.h"
#include "core/templates/spin_lock.h"

std::atomic<ObjectDB::Slot *> ObjectDB::pages[ObjectDB::MAX_PAGES];
std::atomic<uint64_t> ObjectDB::newest_birth{ 0 };

namespace {
SpinLock slots_lock;
LocalVector<uint32_t> free_slots;
uint32_t used_slots = 0; // Slots below this number were used at least once.
} // namespace

ObjectID ObjectDB::add_instance(Object *p_object, bool p_ref_counted) {
	SharedSpinLockGuard guard(slots_lock);
	uint32_t slot;
	if (!free_slots.is_empty()) {
		slot = free_slots[free_slots.size() - 1];
		free_slots.resize(free_slots.size() - 1);
	} else {
		slot = used_slots++;
		CRASH_COND(slot > SLOT_MASK);
		if ((slot & (SLOTS_PER_PAGE - 1)) == 0) {
			pages[slot >> PAGE_BITS].store(memnew_arr(Slot, SLOTS_PER_PAGE), std::memory_order_release);
		}
	}
	uint64_t birth = (newest_birth.load(std::memory_order_relaxed) + 1) & BIRTH_MASK;
	if (unlikely(birth == 0)) {
		birth = 1;
	}
	newest_birth.store(birth, std::memory_order_relaxed);
	const uint64_t id = slot | (birth << SLOT_BITS) | (p_ref_counted ? REF_COUNTED_BIT : 0);
	Slot &entry = pages[slot >> PAGE_BITS].load(std::memory_order_relaxed)[slot & (SLOTS_PER_PAGE - 1)];
	entry.object.store(p_object, std::memory_order_relaxed);
	entry.id.store(id, std::memory_order_release);
	return ObjectID(id);
}

void ObjectDB::remove_instance(ObjectID p_id) {
	const uint32_t slot = uint32_t(uint64_t(p_id) & SLOT_MASK);
	SharedSpinLockGuard guard(slots_lock);
	Slot &entry = pages[slot >> PAGE_BITS].load(std::memory_order_relaxed)[slot & (SLOTS_PER_PAGE - 1)];
	entry.id.store(0, std::memory_order_release);
	entry.object.store(nullptr, std::memory_order_relaxed);
	free_slots.push_back(slot);
}

uint32_t ObjectDB::get_object_count() {
	SharedSpinLockGuard guard(slots_lock);
	return used_slots - free_slots.size();
}

void ObjectDB::debug_objects(void (*p_function)(Object *p_object, void *p_userdata), void *p_userdata) {
	for (uint32_t slot = 0; slot < used_slots; slot++) {
		const Slot &entry = pages[slot >> PAGE_BITS].load(std::memory_order_acquire)[slot & (SLOTS_PER_PAGE - 1)];
		if (entry.id.load(std::memory_order_acquire) != 0) {
			p_function(entry.object.load(std::memory_order_relaxed), p_userdata);
		}
	}
}

void ObjectDB::cleanup(uint32_t p_expected, bool p_verbose) {
	const uint32_t left = get_object_count();
	if (left > p_expected) {
		const uint32_t leaked = left - p_expected;
		WARN_PRINT(itos(leaked) + (leaked == 1 ? " object was" : " objects were") + " never freed" + (p_verbose ? ":" : " (run with --verbose to list them)."));
		if (p_verbose) {
			debug_objects([](Object *p_object, void *) { print_error("    " + p_object->to_string_native()); }, nullptr);
		}
	}
	if (left > 0) {
		return; // Whoever holds one may still look it up.
	}
	for (uint32_t page = 0; page < MAX_PAGES && pages[page].load(std::memory_order_relaxed) != nullptr; page++) {
		memdelete_arr(pages[page].exchange(nullptr));
	}
	free_slots.reset();
	used_slots = 0;
}
