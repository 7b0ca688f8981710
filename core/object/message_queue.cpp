// CallQueue: pages of messages, each followed by its arguments.
#include "core/object/message_queue.h"

#include "core/error/error_macros.h"
#include "core/object/graveyard.h"
#include "core/object/object.h"
#include "core/os/memory.h"
#include "core/templates/spin_lock.h"
#include "core/variant/callable.h"
#include "core/variant/variant.h"

#include <new>

CallQueue *MessageQueue::main_singleton = nullptr;

enum MessageKind {
	MESSAGE_CALL,
	MESSAGE_SET, // The callable's method is the property.
	MESSAGE_NOTIFICATION,
};

struct alignas(16) CallQueue::Message {
	Callable callable;
	int kind = MESSAGE_CALL;
	int argument_count = 0;
	int notification = 0;
	bool show_error = true;

	Variant *arguments() { return reinterpret_cast<Variant *>(this + 1); }
	static uint32_t bytes_for(int p_argcount) { return uint32_t((sizeof(Message) + sizeof(Variant) * size_t(p_argcount) + 15) & ~size_t(15)); }
	uint32_t bytes() const { return bytes_for(argument_count); }
};

struct CallQueue::Page {
	Page *next = nullptr;
	uint32_t used = 0; // Bytes of messages.
	uint32_t read = 0; // Bytes already delivered.
	alignas(16) uint8_t data[PAGE_BYTES];
};

struct CallQueue::Lock {
	SpinLock spin;
};

CallQueue::CallQueue(uint32_t p_budget_bytes) :
		lock(memnew(Lock)), max_pages(MAX(p_budget_bytes / PAGE_BYTES, 1u)) {}

CallQueue::~CallQueue() {
	clear();
	while (spare) {
		Page *page = spare;
		spare = page->next;
		memdelete(page);
	}
	memdelete(lock);
}

// Null past the budget. The caller holds the lock.
CallQueue::Message *CallQueue::allocate(uint32_t p_bytes) {
	if (!last || last->used + p_bytes > PAGE_BYTES) {
		if (waiting_pages == max_pages || p_bytes > PAGE_BYTES) {
			return nullptr;
		}
		Page *page = spare;
		if (page) {
			spare = page->next;
			spare_pages--;
			page->next = nullptr;
			page->used = 0;
			page->read = 0;
		} else {
			page = memnew(Page);
		}
		(last ? last->next : first) = page;
		last = page;
		waiting_pages++;
	}
	Message *message = ::new (static_cast<void *>(last->data + last->used)) Message;
	last->used += p_bytes;
	return message;
}

// The caller holds the lock and has seen that the first page has been read to its end.
void CallQueue::retire_first_page() {
	Page *page = first;
	first = page->next;
	waiting_pages--;
	if (!first) {
		last = nullptr;
	}
	if (spare_pages == MAX_SPARE_PAGES) {
		memdelete(page);
		return;
	}
	page->next = spare;
	spare = page;
	spare_pages++;
}

// The oldest message, or null. It stays where it is until the next call, whatever is pushed meanwhile: a page goes only when all of
// it has been handed out before. The caller holds the lock.
CallQueue::Message *CallQueue::next_message() {
	while (first && first->read == first->used) {
		retire_first_page();
	}
	if (!first) {
		return nullptr;
	}
	Message *message = reinterpret_cast<Message *>(first->data + first->read);
	first->read += message->bytes();
	return message;
}

Error CallQueue::push(int p_kind, const Callable &p_callable, const Variant **p_args, int p_argcount, int p_notification, bool p_show_error) {
	{
		SharedSpinLockGuard guard(lock->spin);
		Message *message = allocate(Message::bytes_for(p_argcount));
		if (likely(message != nullptr)) {
			message->callable = p_callable;
			message->kind = p_kind;
			message->argument_count = p_argcount;
			message->notification = p_notification;
			message->show_error = p_show_error;
			for (int i = 0; i < p_argcount; i++) {
				::new (static_cast<void *>(message->arguments() + i)) Variant(*p_args[i]);
			}
		} else {
			p_argcount = -1;
		}
	}
	ERR_FAIL_COND_V_MSG(p_argcount < 0, ERR_OUT_OF_MEMORY, "The queue of deferred calls is full; dropped: " + String(p_callable) + ". Something defers calls faster than frames run.");
	if (wake_up) {
		wake_up();
	}
	return OK;
}

Error CallQueue::push_callp(ObjectID p_id, const StringName &p_method, const Variant **p_args, int p_argcount, bool p_show_error) {
	return push(MESSAGE_CALL, Callable(p_id, p_method), p_args, p_argcount, 0, p_show_error);
}

Error CallQueue::push_callp(Object *p_object, const StringName &p_method, const Variant **p_args, int p_argcount, bool p_show_error) {
	return push_callp(p_object->get_instance_id(), p_method, p_args, p_argcount, p_show_error);
}

Error CallQueue::push_callablep(const Callable &p_callable, const Variant **p_args, int p_argcount, bool p_show_error) {
	return push(MESSAGE_CALL, p_callable, p_args, p_argcount, 0, p_show_error);
}

Error CallQueue::push_set(ObjectID p_id, const StringName &p_property, const Variant &p_value) {
	const Variant *value = &p_value;
	return push(MESSAGE_SET, Callable(p_id, p_property), &value, 1, 0, true);
}

Error CallQueue::push_set(Object *p_object, const StringName &p_property, const Variant &p_value) {
	return push_set(p_object->get_instance_id(), p_property, p_value);
}

Error CallQueue::push_notification(ObjectID p_id, int p_notification) {
	ERR_FAIL_COND_V(p_notification < 0, ERR_INVALID_PARAMETER);
	return push(MESSAGE_NOTIFICATION, Callable(p_id, "notification"), nullptr, 0, p_notification, true);
}

Error CallQueue::push_notification(Object *p_object, int p_notification) {
	return push_notification(p_object->get_instance_id(), p_notification);
}

void CallQueue::deliver(Message *p_message) {
	Object *target = p_message->callable.get_object();
	if (p_message->kind == MESSAGE_NOTIFICATION) {
		if (target) {
			target->notification(p_message->notification);
		}
		return;
	}
	if (p_message->kind == MESSAGE_SET) {
		if (target) {
			target->set(p_message->callable.get_method(), p_message->arguments()[0]);
		}
		return;
	}
	if (!target && (p_message->callable.is_standard() || !p_message->callable.is_valid())) {
		return;
	}
	const int count = p_message->argument_count;
	LocalVector<const Variant *> args;
	args.resize(uint32_t(count));
	for (int i = 0; i < count; i++) {
		args[uint32_t(i)] = p_message->arguments() + i;
	}
	Variant result;
	Callable::CallError error;
	p_message->callable.callp(args.ptr(), count, result, error);
	if (error.error != Callable::CallError::CALL_OK && p_message->show_error) {
		ERR_PRINT("Error calling deferred method: " + Variant::get_callable_error_text(p_message->callable, args.ptr(), count, error) + ".");
	}
}

void CallQueue::destroy(Message *p_message) {
	for (int i = 0; i < p_message->argument_count; i++) {
		p_message->arguments()[i].~Variant();
	}
	p_message->~Message();
}

Error CallQueue::flush() {
	if (flushing) {
		return ERR_BUSY;
	}
	flushing = true;
	while (flushing) {
		Message *message = nullptr;
		{
			SharedSpinLockGuard guard(lock->spin);
			message = next_message();
			flushing = message != nullptr;
		}
		if (message) {
			deliver(message);
			destroy(message);
		}
		Graveyard::safe_point(); // Also without messages: frames end with a flush.
	}
	return OK;
}

void CallQueue::clear() {
	while (true) {
		Message *message = nullptr;
		{
			SharedSpinLockGuard guard(lock->spin);
			message = next_message();
		}
		if (!message) {
			return;
		}
		destroy(message); // Without the lock: what dies here may push.
	}
}

bool CallQueue::has_messages() const {
	SharedSpinLockGuard guard(lock->spin);
	for (const Page *page = first; page; page = page->next) {
		if (page->read < page->used) {
			return true;
		}
	}
	return false;
}

MessageQueue::MessageQueue() {
	main_singleton = this;
}

MessageQueue::~MessageQueue() {
	main_singleton = nullptr;
}
