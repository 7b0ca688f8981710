// Suspending, resuming and dropping calls.
#include "modules/gdscript/vm/gdscript_function_state.h"

#include "core/os/memory.h"
#include "core/variant/array.h"
#include "modules/gdscript/vm/gdscript_instance.h"
#include "modules/gdscript/vm/gdscript_vm.h"

#include <cstring>

namespace {

// What a state connects to the signal: holds the state, and hands it what the signal brings.
class ResumeCallable : public CallableCustom {
	Ref<GDScriptFunctionState> state;

	static bool compare_equal(const CallableCustom *p_a, const CallableCustom *p_b) { return p_a == p_b; }
	static bool compare_less(const CallableCustom *p_a, const CallableCustom *p_b) { return p_a < p_b; }

public:
	uint32_t hash() const override { return uint32_t(reinterpret_cast<uintptr_t>(this) >> 4); }
	String get_as_text() const override { return "GDScriptFunctionState::resume"; }
	CompareEqualFunc get_compare_equal_func() const override { return compare_equal; }
	CompareLessFunc get_compare_less_func() const override { return compare_less; }
	ObjectID get_object() const override { return state->get_instance_id(); }
	bool is_valid() const override { return true; }
	int get_argument_count(bool &r_is_valid) const override {
		r_is_valid = false; // Any number.
		return 0;
	}
	void call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const override {
		r_call_error.error = Callable::CallError::CALL_OK;
		r_return_value = Variant();
		const Ref<GDScriptFunctionState> kept = state; // The connection that holds us may go while we run.
		if (p_argcount == 0) {
			kept->resume();
		} else if (p_argcount == 1) {
			kept->resume(*p_arguments[0]);
		} else {
			Array all;
			for (int i = 0; i < p_argcount; i++) {
				all.push_back(*p_arguments[i]);
			}
			kept->resume(all);
		}
	}
	explicit ResumeCallable(const Ref<GDScriptFunctionState> &p_state) :
			state(p_state) {}
};

} // namespace

void GDScriptFunctionState::link(GDScriptInstance *p_instance) {
	instance = p_instance;
	if (!p_instance) {
		return;
	}
	previous = nullptr;
	next = p_instance->first_state;
	if (next) {
		next->previous = this;
	}
	p_instance->first_state = this;
}

void GDScriptFunctionState::unlink() {
	if (!instance) {
		return;
	}
	if (previous) {
		previous->next = next;
	} else {
		instance->first_state = next;
	}
	if (next) {
		next->previous = previous;
	}
	previous = nullptr;
	next = nullptr;
	instance = nullptr;
}

void GDScriptFunctionState::suspend(GDScriptFrame *p_frame, const uint32_t *p_next, uint32_t p_result_word) {
	function = p_frame->function;
	script.reference_ptr(function->script->get_root_class());
	ip = p_next;
	result_word = p_result_word;
	const size_t bytes = size_t(function->register_count) * sizeof(Variant);
	registers = static_cast<Variant *>(memalloc(bytes ? bytes : 1));
	// Variants may be moved as bytes; what is left behind is made null without releasing anything.
	memcpy(static_cast<void *>(registers), static_cast<const void *>(p_frame->get_registers()), bytes);
	for (int i = 0; i < function->register_count; i++) {
		new (p_frame->get_registers() + i) Variant();
	}
	link(p_frame->instance);
}

bool GDScriptFunctionState::wait_for(const Signal &p_signal) {
	if (!p_signal.get_object()) {
		return false;
	}
	Signal signal = p_signal;
	return signal.connect(Callable(memnew(ResumeCallable(Ref<GDScriptFunctionState>(this)))), Object::CONNECT_ONE_SHOT) == OK;
}

void GDScriptFunctionState::wait_for_state(const Ref<GDScriptFunctionState> &p_awaited) {
	// Who listens already goes on first.
	if (p_awaited->waiter.is_null() && !p_awaited->has_connections(SNAME("completed"))) {
		p_awaited->waiter = Ref<GDScriptFunctionState>(this);
	} else {
		wait_for(Signal(p_awaited.ptr(), SNAME("completed")));
	}
}

void GDScriptFunctionState::drop() {
	unlink();
	if (!function) {
		return;
	}
	const GDScriptFunction *dropped = function;
	Variant *values = registers;
	function = nullptr;
	registers = nullptr;
	for (int i = 0; i < dropped->managed_count; i++) {
		values[i].clear();
	}
	memfree(values);
	script.unref();
}

void GDScriptFunctionState::complete(const Variant &p_result) {
	const Ref<GDScriptFunctionState> kept(this);
	completed = true;
	result = p_result;
	script.unref();
	if (waiter.is_valid()) {
		const Ref<GDScriptFunctionState> next_one = waiter;
		waiter.unref();
		next_one->resume(p_result);
	}
	emit_signal(SNAME("completed"), p_result);
}

bool GDScriptFunctionState::is_valid(bool p_extended_check) const {
	return function != nullptr;
}

Variant GDScriptFunctionState::resume(const Variant &p_value) {
	const Ref<GDScriptFunctionState> kept(this);
	if (function) {
		GDScriptVM::resume(this, p_value);
	}
	return completed ? result : Variant();
}

GDScriptFunctionState::~GDScriptFunctionState() {
	drop();
}

void GDScriptFunctionState::_bind_methods() {
	ClassDB::bind_method(D_METHOD("resume", "arg"), &GDScriptFunctionState::resume, DEFVAL(Variant()));
	ClassDB::bind_method(D_METHOD("is_valid", "extended_check"), &GDScriptFunctionState::is_valid, DEFVAL(false));
	ADD_SIGNAL(MethodInfo("completed", PropertyInfo(Variant::NIL, "result", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_NIL_IS_VARIANT)));
}
