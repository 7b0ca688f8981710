// Entering calls from C++ and from instructions, suspending and resuming them, and reporting where a call failed.
#include "core/error/error_macros.h"
#include "core/object/graveyard.h"
#include "core/os/script_interrupt.h"
#include "core/variant/array.h"
#include "modules/gdscript/vm/gdscript_budget.h"
#include "modules/gdscript/vm/gdscript_function_state.h"
#include "modules/gdscript/vm/gdscript_vm_inline.h"
#include "modules/gdscript/vm/gdscript_vm_messages.h"
#include "modules/gdscript/vm/gdscript_vm_slow.h"

#include <cstring>

const HashMap<StringName, Variant> *GDScriptVM::globals = nullptr;

namespace {

class NativeDepth {
	Graveyard::Entry entry; // Ends last.
	GDScriptStack &stack;

public:
	explicit NativeDepth(GDScriptStack &p_stack) :
			stack(p_stack) { stack.native_depth++; }
	~NativeDepth() {
		if (--stack.native_depth == 0) {
			stack.release_orphans();
		}
	}
	NativeDepth(const NativeDepth &) = delete;
	void operator=(const NativeDepth &) = delete;
};

void release_and_pop(GDScriptStack &p_stack, GDScriptFrame *p_frame) {
	Variant *registers = p_frame->get_registers();
	for (int i = 0; i < p_frame->function->managed_count; i++) {
		registers[i].clear();
	}
	p_stack.pop(p_frame);
}

// Whether the instruction that called wants a value at once.
bool is_waiting_refused(const GDScriptFrame *p_frame) {
	if (p_frame->is_entry) {
		return false;
	}
	const GDScriptFrame *caller = p_frame->previous;
	switch (caller->ip[0]) {
		case GDSCRIPT_OP_CALL:
		case GDSCRIPT_OP_CALL_SUPER:
		case GDSCRIPT_OP_CALL_STATIC:
			return caller->function->caches[caller->ip[4]].refuses_waiting;
		case GDSCRIPT_OP_CALL_SELF:
			return caller->function->caches[caller->ip[3]].refuses_waiting;
		default:
			return false;
	}
}

// Whether the result goes into one of the caller's registers that are never released.
bool result_is_plain(GDScriptFrame *p_frame) {
	if (p_frame->is_entry) {
		return false;
	}
	GDScriptFrame *caller = p_frame->previous;
	const ptrdiff_t index = p_frame->result - caller->get_registers();
	return index >= caller->function->managed_count && index < caller->function->register_count;
}

bool pass_argument(const GDScriptFunction *p_function, int p_index, const Variant &p_value, Variant &r_target, Callable::CallError &r_error) {
	const uint8_t tag = p_function->argument_tags[p_index];
	if (tag == GDScriptFunction::TAG_ANY || tag == p_value.get_type()) {
		r_target = p_value;
		return true;
	}
	const GDScriptValueType &type = p_function->arguments[p_index].type;
	if (type.convert_argument(p_value, r_target)) {
		return true;
	}
	r_error.error = Callable::CallError::CALL_ERROR_INVALID_ARGUMENT;
	r_error.argument = p_index - p_function->capture_count;
	r_error.expected = type.builtin_type;
	return false;
}

// The arguments as they are, where every one is let in so.
_ALWAYS_INLINE_ bool copy_fitting(GDScriptFrame *p_frame, int p_captured, const Variant **p_args, int p_argcount) {
	const uint8_t *tags = p_frame->function->argument_tags.ptr() + p_captured;
	Variant *registers = p_frame->get_registers() + p_captured;
	for (int i = 0; i < p_argcount; i++) {
		if (unlikely(tags[i] != GDScriptFunction::TAG_ANY && tags[i] != p_args[i]->get_type())) {
			return false;
		}
		new (&registers[i]) Variant(*p_args[i]); // They held null.
	}
	return true;
}

bool pass_arguments(GDScriptFrame *p_frame, const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	const GDScriptFunction *function = p_frame->function;
	const int captured = function->capture_count;
	const int wanted = int(function->argument_tags.size()) - captured;
	const int required = wanted - function->default_argument_count;
	if (p_argcount < required) {
		r_error.error = Callable::CallError::CALL_ERROR_TOO_FEW_ARGUMENTS;
		r_error.expected = required;
		return false;
	}
	if (p_argcount > wanted && !function->is_vararg) {
		r_error.error = Callable::CallError::CALL_ERROR_TOO_MANY_ARGUMENTS;
		r_error.expected = wanted;
		return false;
	}
	Variant *registers = p_frame->get_registers();
	for (int i = 0; i < MIN(p_argcount, wanted); i++) {
		if (!pass_argument(function, captured + i, *p_args[i], registers[captured + i], r_error)) {
			return false;
		}
	}
	if (function->is_vararg) {
		Array rest;
		for (int i = wanted; i < p_argcount; i++) {
			rest.push_back(*p_args[i]);
		}
		registers[captured + wanted] = rest;
	}
	return true;
}

} // namespace

// See GDScriptVMSlow::enter(), which is this where calls from C++ do not have it in their own code.
_ALWAYS_INLINE_ static bool enter_frame(GDScriptStack &p_stack, GDScriptFrame *p_frame, GDScriptInstance *p_instance, const Variant *p_captures, const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	GDScriptFunction *function = p_frame->function;
	const int captured = function->capture_count;
	const int wanted = int(function->argument_tags.size()) - captured;
	r_error.error = Callable::CallError::CALL_OK;
	p_frame->instance = nullptr;
	for (int i = 0; i < captured; i++) {
		p_frame->get_registers()[i] = p_captures[i];
	}
	p_frame->ip = function->code.ptr();
	// Anything out of the ordinary goes the long way, which checks, converts and reports.
	if (likely(p_argcount == wanted && !function->is_vararg && copy_fitting(p_frame, captured, p_args, p_argcount))) {
		if (unlikely(function->default_argument_count != 0)) {
			p_frame->ip += function->default_entries.ptr()[function->default_argument_count];
		}
	} else {
		if (!pass_arguments(p_frame, p_args, p_argcount, r_error)) {
			release_and_pop(p_stack, p_frame);
			return false;
		}
		p_frame->ip += function->default_entries.ptr()[function->default_argument_count - MAX(wanted - p_argcount, 0)];
	}
	if (p_instance && !function->is_static) {
		GDScriptVMSlow::take_self(p_frame, p_frame->previous, p_instance);
	}
	return true;
}

bool GDScriptVMSlow::enter(GDScriptStack &p_stack, GDScriptFrame *p_frame, GDScriptInstance *p_instance, const Variant *p_captures, const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	return enter_frame(p_stack, p_frame, p_instance, p_captures, p_args, p_argcount, r_error);
}

bool GDScriptVMSlow::enter_checked(GDScriptStack &p_stack, GDScriptFrame *p_caller, GDScriptFrame *p_frame, GDScriptInstance *p_instance, Bases p_bases, const uint32_t *p_words, int p_count) {
	const GDScriptArgumentList args(p_bases, p_words, p_count);
	Callable::CallError error;
	GDScriptFunction *function = p_frame->function;
	// The caller's operands may overlap what fast argument copying has written: they never do, a callee's registers are its own.
	if (enter(p_stack, p_frame, p_instance, nullptr, args.pointers, args.count, error)) {
		return true;
	}
	return fail(p_caller, GDScriptVMMessages::arguments_refused(function, p_instance ? p_instance->get_owner() : nullptr, args.pointers, args.count, error));
}

Variant GDScriptVM::call(GDScriptFunction *p_function, GDScriptInstance *p_instance, const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	Variant result;
	call_lambda(p_function, p_instance, nullptr, nullptr, p_args, p_argcount, result, r_error);
	return result;
}

void GDScriptVM::call_lambda(GDScriptFunction *p_function, GDScriptInstance *p_instance, const Variant *p_self, const Variant *p_captures, const Variant **p_args, int p_argcount, Variant &r_result, Callable::CallError &r_error) {
	GDScriptStack &stack = GDScriptStack::get();
	r_error.error = Callable::CallError::CALL_OK;
	GDScriptFrame *frame = likely(!stack.is_native_stack_used_up()) ? stack.push(p_function) : nullptr;
	if (unlikely(!frame)) {
		GDScriptVMSlow::fail_on_overflow(stack.get_top());
		r_result = p_function->return_type.get_default();
		return;
	}
	if (unlikely(!enter_frame(stack, frame, p_instance, p_captures, p_args, p_argcount, r_error))) {
		return;
	}
	if (!p_instance && p_self) {
		*frame->get_self() = *p_self;
	}
	frame->result = &r_result;
	frame->is_entry = true;
	NativeDepth depth(stack);
	run(stack, frame);
}

void GDScriptVM::call_plain(GDScriptFunction *p_function, const Variant **p_args, int p_argcount, Variant &r_result, Callable::CallError &r_error) {
	GDScriptStack &stack = GDScriptStack::get();
	GDScriptFrame *frame = likely(!stack.is_native_stack_used_up() && p_argcount == int(p_function->argument_tags.size())) ? stack.push(p_function) : nullptr;
	if (unlikely(!frame || !copy_fitting(frame, 0, p_args, p_argcount))) {
		if (frame) {
			release_and_pop(stack, frame);
		}
		call_lambda(p_function, nullptr, nullptr, nullptr, p_args, p_argcount, r_result, r_error); // Converts, or says what is wrong.
		return;
	}
	r_error.error = Callable::CallError::CALL_OK;
	frame->instance = nullptr;
	frame->ip = p_function->code.ptr() + p_function->default_entries.ptr()[0];
	frame->result = &r_result;
	frame->is_entry = true;
	NativeDepth depth(stack);
	run(stack, frame);
}

void GDScriptVM::resume(GDScriptFunctionState *p_state, const Variant &p_value) {
	GDScriptStack &stack = GDScriptStack::get();
	GDScriptFunction *function = p_state->function;
	const Ref<GDScriptClass> kept_script = p_state->script; // The function lives in it.
	GDScriptInstance *instance = p_state->instance;
	if (unlikely(instance && !function->fits_instances())) {
		report_error(stack.get_top(), GDScriptVMSlow::describe_outdated(function));
		p_state->drop();
		return;
	}
	GDScriptFrame *frame = !stack.is_native_stack_used_up() ? stack.push(function) : nullptr;
	if (!frame) {
		GDScriptVMSlow::fail_on_overflow(stack.get_top());
		return;
	}
	p_state->unlink();
	memcpy(static_cast<void *>(frame->get_registers()), static_cast<const void *>(p_state->registers), size_t(function->register_count) * sizeof(Variant));
	memfree(p_state->registers);
	p_state->registers = nullptr;
	p_state->function = nullptr;
	frame->ip = p_state->ip;
	frame->instance = instance;
	frame->state = p_state;
	frame->is_entry = true;
	if (instance) {
		GDScriptVMSlow::take_self(frame, frame->previous, instance);
	}
	Variant result;
	frame->result = &result;
	frame->get_registers()[GDScriptAddress::get_index(p_state->result_word)] = p_value;
	NativeDepth depth(stack);
	run(stack, frame);
}

GDScriptVMSlow::AwaitStatus GDScriptVMSlow::await(GDScriptStack &p_stack, GDScriptFrame *p_frame, Variant &r_result, Variant &p_operand, const uint32_t *p_next) {
	Signal signal;
	Ref<GDScriptFunctionState> awaited;
	if (p_operand.get_type() == Variant::SIGNAL) {
		signal = Signal(p_operand);
	} else if (p_operand.get_type() == Variant::OBJECT) {
		awaited = Ref<GDScriptFunctionState>(Object::cast_to<GDScriptFunctionState>(p_operand.get_validated_object()));
	}
	if (awaited.is_valid() ? awaited->completed : p_operand.get_type() != Variant::SIGNAL) {
		const Variant passed = awaited.is_valid() ? awaited->result : p_operand;
		r_result = passed;
		return AWAIT_PASSED;
	}
	if (awaited.is_null() && !signal.get_object()) {
		fail(p_frame, "Cannot await a signal whose object is gone.");
		return AWAIT_FAILED;
	}
	const uint32_t result_word = p_next[-2];
	Ref<GDScriptFunctionState> state(p_frame->state);
	const bool refused = state.is_null() && is_waiting_refused(p_frame);
	if (state.is_null()) {
		state.instantiate();
		// A caller that was promised a plain value has no room for a state: an overriding function waits where the base's does not.
		if (result_is_plain(p_frame)) {
			*p_frame->result = p_frame->function->return_type.get_default();
		} else {
			*p_frame->result = state;
		}
	} else {
		// The result goes to whoever waits on the state.
		p_frame->result->clear();
	}
	// What is awaited must not be held by who waits for it: neither would ever be released.
	r_result.clear();
	state->suspend(p_frame, p_next, result_word);
	let_go_of_self(p_frame);
	p_frame->instance = nullptr;
	if (awaited.is_valid()) {
		state->wait_for_state(awaited);
	} else {
		state->wait_for(signal);
	}
	return refused ? AWAIT_REFUSED : AWAIT_SUSPENDED;
}

void GDScriptVMSlow::finish_state(GDScriptStack &p_stack, GDScriptFrame *p_frame) {
	const Ref<GDScriptFunctionState> state(p_frame->state);
	const Variant result = *p_frame->result;
	GDScriptVM::leave(p_stack, p_frame);
	state->complete(result);
}

void GDScriptVM::report_error(GDScriptFrame *p_frame, const String &p_message) {
	const CharString message = p_message.utf8();
	if (!p_frame) {
		_err_print_error("", "", 0, message.get_data(), "", ERR_HANDLER_SCRIPT);
		return;
	}
	const GDScriptFunction *function = p_frame->function;
	const int line = function->get_line(int(p_frame->ip - function->code.ptr()));
	const String owner = function->script ? String(function->script->get_local_name()) : String();
	const String name = (owner.is_empty() ? String() : owner + ".") + String(function->name);
	_err_print_error(name.utf8().get_data(), function->path.utf8().get_data(), line, message.get_data(), "", ERR_HANDLER_SCRIPT);
}

bool GDScriptVMSlow::fail(GDScriptFrame *p_frame, const String &p_message) {
	GDScriptVM::report_error(p_frame, p_message);
	return false;
}

bool GDScriptVMSlow::fail_on_overflow(GDScriptFrame *p_frame) {
	return fail(p_frame, "Stack overflow: the calls are nested too deeply. Is there a recursion without an end?");
}

String GDScriptVMSlow::describe_outdated(const GDScriptFunction *p_function) {
	return "Cannot go on with '" + String(p_function->name) + "': it belongs to an earlier version of '" + p_function->script->get_display_name() + "', which has been reloaded with other variables.";
}

bool GDScriptVMSlow::fail_on_waiting(GDScriptFrame *p_frame) {
	return fail(p_frame, "Trying to call an async function without \"await\".");
}

bool GDScriptVMSlow::fail_assert(GDScriptFrame *p_frame, const Variant &p_message) {
	const String text = p_message;
	return fail(p_frame, text.is_empty() ? String("Assertion failed.") : "Assertion failed: " + text);
}

bool GDScriptVMSlow::fail_on_null_base(GDScriptFrame *p_frame, const Variant &p_base, const StringName &p_method) {
	bool freed = false;
	p_base.get_validated_object_with_check(freed);
	return fail(p_frame, "Cannot call method '" + String(p_method) + "' on " + (freed ? "a previously freed object." : "a null value."));
}

Object *GDScriptVMSlow::get_dying_self(GDScriptFrame *p_frame, const Variant &p_base) {
	return &p_base == p_frame->get_self() && p_frame->instance ? p_frame->instance->get_owner() : nullptr;
}

void GDScriptVMSlow::breakpoint(GDScriptFrame *p_frame) {
	GDScriptVM::report_error(p_frame, "Breakpoint reached.");
}

bool GDScriptVMSlow::end_interrupted(GDScriptStack &p_stack, GDScriptFrame *p_frame) {
	GDScriptBudget *budget = GDScriptBudget::get_current();
	bool is_first = false;
	if (budget != nullptr && !budget->take(is_first)) {
		if (is_first) {
			GDScriptVM::report_error(p_frame, "The script has used up the instructions or the memory that it may have.");
		}
		return true;
	}
	if (!ScriptInterrupt::is_interrupted()) {
		return false;
	}
	if (p_stack.reported_interruption != ScriptInterrupt::get_number()) {
		p_stack.reported_interruption = ScriptInterrupt::get_number();
		GDScriptVM::report_error(p_frame, "The program is to end, but this script does not return: it is interrupted here.");
	}
	return true;
}
