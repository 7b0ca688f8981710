// Calls into a node from other threads: at once on the main thread, deferred to it from others.
#include "core/object/class_db.h"
#include "core/object/message_queue.h"
#include "core/os/thread.h"
#include "core/scene/main/node.h"

namespace {

bool begins_with_name(const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	r_error.error = Callable::CallError::CALL_OK;
	if (p_argcount < 1) {
		r_error.error = Callable::CallError::CALL_ERROR_TOO_FEW_ARGUMENTS;
		r_error.expected = 1;
	} else if (!p_args[0]->is_string()) {
		r_error.error = Callable::CallError::CALL_ERROR_INVALID_ARGUMENT;
		r_error.argument = 0;
		r_error.expected = Variant::STRING_NAME;
	}
	return r_error.error == Callable::CallError::CALL_OK;
}

} // namespace

Variant Node::_call_deferred_thread_group(const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	if (begins_with_name(p_args, p_argcount, r_error)) {
		call_deferredp(*p_args[0], p_args + 1, p_argcount - 1);
	}
	return Variant();
}

void Node::set_deferred_thread_group(const StringName &p_property, const Variant &p_value) {
	MessageQueue::get_singleton()->push_set(this, p_property, p_value);
}

void Node::notify_deferred_thread_group(int p_notification) {
	MessageQueue::get_singleton()->push_notification(this, p_notification);
}

Variant Node::_call_thread_safe(const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	if (!Thread::is_main_thread()) {
		return _call_deferred_thread_group(p_args, p_argcount, r_error);
	}
	return begins_with_name(p_args, p_argcount, r_error) ? callp(*p_args[0], p_args + 1, p_argcount - 1, r_error) : Variant();
}

void Node::set_thread_safe(const StringName &p_property, const Variant &p_value) {
	if (Thread::is_main_thread()) {
		set(p_property, p_value);
	} else {
		set_deferred_thread_group(p_property, p_value);
	}
}

void Node::notify_thread_safe(int p_notification) {
	if (Thread::is_main_thread()) {
		notification(p_notification);
	} else {
		notify_deferred_thread_group(p_notification);
	}
}

void Node::bind_threads() {
	const auto vararg = [](const char *p_name, Variant (Node::*p_method)(const Variant **, int, Callable::CallError &)) {
		MethodInfo info(p_name, PropertyInfo(Variant::STRING_NAME, "method"));
		info.return_val.usage = PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_NIL_IS_VARIANT;
		ClassDB::bind_vararg_method(METHOD_FLAGS_DEFAULT, p_name, p_method, info);
	};
	vararg("call_deferred_thread_group", &Node::_call_deferred_thread_group);
	ClassDB::bind_method(D_METHOD("set_deferred_thread_group", "property", "value"), &Node::set_deferred_thread_group);
	ClassDB::bind_method(D_METHOD("notify_deferred_thread_group", "what"), &Node::notify_deferred_thread_group);
	vararg("call_thread_safe", &Node::_call_thread_safe);
	ClassDB::bind_method(D_METHOD("set_thread_safe", "property", "value"), &Node::set_thread_safe);
	ClassDB::bind_method(D_METHOD("notify_thread_safe", "what"), &Node::notify_thread_safe);
}
