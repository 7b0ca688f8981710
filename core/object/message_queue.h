// CallQueue: calls, property changes and notifications put off until the queue is flushed. MessageQueue is the main loop's.
#pragma once

#include "core/core_fwd.h"
#include "core/error/error_list.h"
#include "core/object/object.h"

// Pushing is safe from any thread; flushing belongs to one thread at a time. What is pushed while flushing is still flushed in the
// same round. A target that is gone by then is skipped silently. The budget counts what waits: a chain of calls that each defer the
// next may be of any length. ERR_OUT_OF_MEMORY past the budget (the entry is dropped, with an error).
class CallQueue {
	struct Message;
	struct Page;
	struct Lock;

	Lock *lock;
	Page *first = nullptr; // What waits, oldest first; only the last page takes more.
	Page *last = nullptr;
	Page *spare = nullptr; // Used up, kept for what comes.
	uint32_t waiting_pages = 0;
	uint32_t spare_pages = 0;
	uint32_t max_pages;
	bool flushing = false;

	Message *allocate(uint32_t p_bytes);
	Message *next_message();
	void retire_first_page();
	Error push(int p_kind, const Callable &p_callable, const Variant **p_args, int p_argcount, int p_notification, bool p_show_error);
	static void deliver(Message *p_message);
	static void destroy(Message *p_message);

public:
	static constexpr uint32_t PAGE_BYTES = 16 * 1024;
	static constexpr uint32_t MAX_SPARE_PAGES = 16;
	static constexpr uint32_t DEFAULT_BUDGET_BYTES = 64 * 1024 * 1024;

	// Called after a push from any thread; the main loop sets it to be woken up. May be null.
	void (*wake_up)() = nullptr;

	Error push_callp(ObjectID p_id, const StringName &p_method, const Variant **p_args, int p_argcount, bool p_show_error = true);
	Error push_callp(Object *p_object, const StringName &p_method, const Variant **p_args, int p_argcount, bool p_show_error = true);
	Error push_callablep(const Callable &p_callable, const Variant **p_args, int p_argcount, bool p_show_error = true);
	template <typename... P>
	Error push_call(ObjectID p_id, const StringName &p_method, const P &...p_args) {
		VariantArguments<sizeof...(P)> args(p_args...);
		return push_callp(p_id, p_method, args.pointers, sizeof...(P));
	}
	template <typename... P>
	Error push_callable(const Callable &p_callable, const P &...p_args) {
		VariantArguments<sizeof...(P)> args(p_args...);
		return push_callablep(p_callable, args.pointers, sizeof...(P));
	}
	Error push_set(Object *p_object, const StringName &p_property, const Variant &p_value);
	Error push_set(ObjectID p_id, const StringName &p_property, const Variant &p_value);
	Error push_notification(Object *p_object, int p_notification);
	Error push_notification(ObjectID p_id, int p_notification);

	// ERR_BUSY, and nothing done, when called from inside a flush.
	Error flush();
	void clear(); // Drops what waits.
	bool is_flushing() const { return flushing; }
	bool has_messages() const;
	uint64_t get_max_buffer_usage() const { return uint64_t(max_pages) * PAGE_BYTES; }

	explicit CallQueue(uint32_t p_budget_bytes = DEFAULT_BUDGET_BYTES);
	~CallQueue();
	CallQueue(const CallQueue &) = delete;
	void operator=(const CallQueue &) = delete;
};

class MessageQueue : public CallQueue {
	static CallQueue *main_singleton;

public:
	// Exists from register_core_types() to unregister_core_types().
	static CallQueue *get_singleton() { return main_singleton; }

	MessageQueue();
	~MessageQueue();
};
