// PagedAllocator: objects of one type from a few large pages, so that making one costs a few instructions.
#pragma once

#include "core/error/error_macros.h"
#include "core/os/memory.h"
#include "core/templates/spin_lock.h"

// Freed places are reused last in, first out. Pages return to the system when the allocator dies, which must be after its last
// object. Safe from several threads once objects are shared between them.
template <typename T>
class PagedAllocator {
	union Slot {
		Slot *next_free;
		alignas(T) unsigned char object[sizeof(T)];
	};
	struct Page {
		Page *next;
	};
	static constexpr size_t FIRST_SLOT = (sizeof(Page) + alignof(Slot) - 1) / alignof(Slot) * alignof(Slot);

	Page *pages = nullptr;
	Slot *free_slots = nullptr;
	SpinLock lock;
	uint32_t page_slots;

	void _add_page() {
		uint8_t *block = static_cast<uint8_t *>(memalloc(FIRST_SLOT + sizeof(Slot) * page_slots));
		CRASH_COND(block == nullptr);
		Page *page = ::new (static_cast<void *>(block)) Page;
		page->next = pages;
		pages = page;
		Slot *slots = reinterpret_cast<Slot *>(block + FIRST_SLOT);
		for (uint32_t i = page_slots; i > 0; i--) {
			slots[i - 1].next_free = free_slots;
			free_slots = &slots[i - 1];
		}
	}

public:
	template <typename... Args>
	T *alloc(Args &&...p_args) {
		Slot *slot;
		{
			const SharedSpinLockGuard guard(lock);
			if (unlikely(free_slots == nullptr)) {
				_add_page();
			}
			slot = free_slots;
			free_slots = slot->next_free;
		}
		return ::new (static_cast<void *>(slot->object)) T(std::forward<Args>(p_args)...);
	}

	void free(T *p_object) {
		p_object->~T();
		Slot *slot = reinterpret_cast<Slot *>(p_object);
		const SharedSpinLockGuard guard(lock);
		slot->next_free = free_slots;
		free_slots = slot;
	}

	explicit PagedAllocator(uint32_t p_page_slots = 256) :
			page_slots(p_page_slots) {}
	PagedAllocator(const PagedAllocator &) = delete;
	PagedAllocator &operator=(const PagedAllocator &) = delete;
	~PagedAllocator() {
		while (pages != nullptr) {
			Page *page = pages;
			pages = page->next;
			memfree(page);
		}
	}
};
