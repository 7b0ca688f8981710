// What instructions do when it may call out, convert, allocate or fail. Private to the virtual machine.
// Functions that return bool give false after they have printed a run-time error.
#pragma once

#include "modules/gdscript/vm/gdscript_vm.h"

struct GDScriptVMSlow {
	// What the loop goes on with after a call instruction.
	enum CallStatus {
		CALL_DONE, // The result is there.
		CALL_ENTER, // r_callee with r_instance is to be called with the instruction's arguments.
		CALL_ENTERED, // The callee's frame is ready on top of the stack.
		CALL_FAILED,
	};
	enum AwaitStatus {
		AWAIT_PASSED, // The result is there.
		AWAIT_SUSPENDED, // The frame's contents have moved into a state; only the empty frame is to be popped.
		AWAIT_REFUSED, // The same as AWAIT_SUSPENDED, and whoever called has no use for what waits.
		AWAIT_FAILED,
	};
	using Bases = char *const *;

	static _FORCE_INLINE_ Variant &at(Bases p_bases, uint32_t p_word) {
		return *reinterpret_cast<Variant *>(p_bases[p_word & 3] + (int32_t(p_word) >> 2));
	}

	static bool fail(GDScriptFrame *p_frame, const String &p_message);
	static bool fail_on_overflow(GDScriptFrame *p_frame);
	// What to say of a lambda or a waiting call whose script has other variables now.
	static String describe_outdated(const GDScriptFunction *p_function);
	// A call that waits was called without `await`, and its result is used.
	static bool fail_on_waiting(GDScriptFrame *p_frame);
	static bool fail_assert(GDScriptFrame *p_frame, const Variant &p_message);
	static bool fail_on_null_base(GDScriptFrame *p_frame, const Variant &p_base, const StringName &p_method);
	// While an object is destroyed, self names nothing any more; its functions still run on it.
	static Object *get_dying_self(GDScriptFrame *p_frame, const Variant &p_base);
	static void breakpoint(GDScriptFrame *p_frame);
	// Whether the thread is interrupted; says so once an interruption.
	static bool end_interrupted(GDScriptStack &p_stack, GDScriptFrame *p_frame);

	// --- Frames (gdscript_vm_frames.cpp).
	static _FORCE_INLINE_ void lock_instance(GDScriptInstance *p_instance) {
		if (p_instance->running.increment() == 1) {
			ObjectMethodLock::add(p_instance->owner);
		}
	}
	static _FORCE_INLINE_ void unlock_instance(GDScriptInstance *p_instance) {
		if (p_instance->running.decrement() == 0) {
			ObjectMethodLock::remove(p_instance->owner);
		}
	}
	// A frame's hold on its instance: none of its own where the calling script has one that lasts longer.
	static _FORCE_INLINE_ void take_self(GDScriptFrame *p_frame, const GDScriptFrame *p_caller, GDScriptInstance *p_instance) {
		p_frame->instance = p_instance;
		p_frame->members = p_instance->members;
		p_frame->borrows_self = p_caller && p_caller->instance == p_instance;
		if (p_frame->borrows_self) {
			VariantInternal::copy_plain(p_frame->get_self(), const_cast<GDScriptFrame *>(p_caller)->get_self());
			return;
		}
		lock_instance(p_instance);
		const Variant &self = p_instance->get_self();
		if (VariantInternal::get_object_id(&self).is_ref_counted()) {
			*p_frame->get_self() = self;
		} else {
			VariantInternal::copy_plain(p_frame->get_self(), &self); // Nobody counts.
		}
	}
	// Its end. The frame has no self afterwards.
	static _FORCE_INLINE_ void let_go_of_self(GDScriptFrame *p_frame) {
		if (p_frame->borrows_self) {
			return;
		}
		if (GDScriptInstance *instance = p_frame->instance) {
			unlock_instance(instance);
			p_frame->instance = nullptr; // Nobody borrows from here any more: what ends with self may call scripts.
			if (!VariantInternal::get_object_id(p_frame->get_self()).is_ref_counted()) {
				return;
			}
		}
		p_frame->get_self()->clear();
	}
	// Gives a pushed frame its arguments. False: they do not fit, and the frame is popped.
	// p_captures come before the arguments: as many as the function has.
	static bool enter(GDScriptStack &p_stack, GDScriptFrame *p_frame, GDScriptInstance *p_instance, const Variant *p_captures, const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	// The same from a call instruction; reports at the caller.
	static bool enter_checked(GDScriptStack &p_stack, GDScriptFrame *p_caller, GDScriptFrame *p_frame, GDScriptInstance *p_instance, Bases p_bases, const uint32_t *p_words, int p_count);
	static AwaitStatus await(GDScriptStack &p_stack, GDScriptFrame *p_frame, Variant &r_result, Variant &p_operand, const uint32_t *p_next);
	// A resumed call has ended with *p_frame->result: takes the frame away and tells who waits.
	static void finish_state(GDScriptStack &p_stack, GDScriptFrame *p_frame);

	// --- Values.
	static int64_t float_to_int(double p_value);
	static bool binary(GDScriptFrame *p_frame, Variant::Operator p_operator, const Variant &p_a, const Variant &p_b, Variant &r_result);
	static bool compare(GDScriptFrame *p_frame, Variant::Operator p_operator, const Variant &p_a, const Variant &p_b, bool &r_result);
	static bool assign_builtin(GDScriptFrame *p_frame, Variant &r_target, const Variant &p_value, Variant::Type p_type);
	static bool assign_typed(GDScriptFrame *p_frame, Variant &r_target, const Variant &p_value, const GDScriptValueType &p_type);
	static bool return_builtin(GDScriptFrame *p_frame, Variant &r_target, const Variant &p_value, Variant::Type p_type);
	static bool return_typed(GDScriptFrame *p_frame, Variant &r_target, const Variant &p_value, const GDScriptValueType &p_type);
	static bool cast(GDScriptFrame *p_frame, Variant &r_target, const Variant &p_value, const GDScriptValueType &p_type);
	static bool is_type(GDScriptFrame *p_frame, const Variant &p_value, const GDScriptValueType &p_type, bool &r_result);
	static bool match_value(const Variant &p_value, const Variant &p_pattern);
	static bool match_array(const Variant &p_value, int p_size, bool p_open);
	static bool match_dictionary(const Variant &p_value, int p_size, bool p_open);
	static bool iterate_begin(GDScriptFrame *p_frame, Variant &r_iterator, const Variant &p_container, Variant &r_value, bool &r_found);
	static bool iterate_next(GDScriptFrame *p_frame, Variant &r_iterator, const Variant &p_container, Variant &r_value, bool &r_found);
	static bool make_array(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, const uint32_t *p_words, const GDScriptValueType *p_type);
	static bool make_dictionary(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, const uint32_t *p_words, const GDScriptValueType *p_type);
	static void make_lambda(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, GDScriptFunction *p_function, const uint32_t *p_words);
	static Variant make_callable(const Variant &p_base, const StringName &p_name);
	static Variant make_signal(const Variant &p_base, const StringName &p_name);

	// --- Access (gdscript_vm_access.cpp).
	static bool get_index(GDScriptFrame *p_frame, Variant &r_result, const Variant &p_base, const Variant &p_key);
	static bool get_index_typed(GDScriptFrame *p_frame, Variant &r_result, const Variant &p_base, const Variant &p_key, Variant::Type p_type);
	static bool set_index(GDScriptFrame *p_frame, Variant &p_base, const Variant &p_key, const Variant &p_value);
	static bool get_named(GDScriptFrame *p_frame, Variant &r_result, const Variant &p_base, const StringName &p_name, GDScriptInlineCache &p_cache);
	static bool set_named(GDScriptFrame *p_frame, Variant &p_base, const Variant &p_value, const StringName &p_name, GDScriptInlineCache &p_cache);
	// The place of a static variable whose class was compiled anew.
	static Variant *find_static(GDScriptFrame *p_frame, const GDScriptStaticSlot &p_slot);
	static bool get_global(GDScriptFrame *p_frame, Variant &r_result, const StringName &p_name);

	// --- Texts (gdscript_vm_adding.cpp).
	static void format_list(Bases p_bases, Variant &r_result, const Variant &p_format, const uint32_t *p_words);

	// --- Adding to a place (gdscript_vm_adding.cpp).
	// r_old is a copy of what r_place held, and is given up.
	static bool add_to(GDScriptFrame *p_frame, Variant &r_place, Variant &r_old, const Variant &p_part);
	// r_sum + r_pending (null, or a String while r_sum is one) is the sum so far.
	static bool add_later(GDScriptFrame *p_frame, Variant &r_sum, Variant &r_pending, const Variant &p_part);
	static bool add_to_index(GDScriptFrame *p_frame, Variant &p_base, const Variant &p_key, const Variant &p_part);
	static bool add_to_named(GDScriptFrame *p_frame, Variant &p_base, const Variant &p_part, const StringName &p_name, GDScriptInlineCache &p_get_cache, GDScriptInlineCache &p_set_cache);

	// r_copy is what p_base held at p_key (or as its member of that name), and its characters at p_index are set there, in place; r_copy is given up. False, and
	// nothing has happened, where that cannot be.
	static bool set_in_text(Variant &p_base, const Variant &p_key, Variant &r_copy, const Variant &p_index, const Variant &p_value);
	// The same where r_copy is what p_place held.
	static bool set_in_static_text(Variant &p_place, Variant &r_copy, const Variant &p_index, const Variant &p_value);
	// Lets go of the String r_copy if p_base still holds that very text at p_key; else does nothing and says false.
	static bool give_up_held(Variant &r_copy, Variant &p_base, const Variant &p_key);

	// --- Calls (gdscript_vm_calls.cpp).
	static CallStatus call(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, const Variant &p_base, const StringName &p_name, GDScriptInlineCache &p_cache, const uint32_t *p_words, GDScriptFunction *&r_callee, GDScriptInstance *&r_instance);
	static CallStatus call_super(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, GDScriptClass *p_script, const StringName &p_name, GDScriptInlineCache &p_cache, const uint32_t *p_words, GDScriptFunction *&r_callee, GDScriptInstance *&r_instance);
	static CallStatus call_static(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, GDScriptClass *p_script, const StringName &p_name, GDScriptInlineCache &p_cache, const uint32_t *p_words, GDScriptFunction *&r_callee);
	static bool call_utility(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, const UtilityFunction *p_function, const uint32_t *p_words);
	static bool call_gdscript_utility(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, int p_function, const uint32_t *p_words);
	static bool call_builtin_static(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, Variant::Type p_type, const StringName &p_name, const uint32_t *p_words);
	// p_base nil: a static method.
	static bool call_method_bind(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, const Variant &p_base, const MethodBind *p_method, const uint32_t *p_words);
	static void emit_signal(GDScriptFrame *p_frame, Bases p_bases, const Variant &p_base, const StringName &p_signal, const uint32_t *p_words);
	static bool construct(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, Variant::Type p_type, const uint32_t *p_words);
};

// The arguments of a call instruction as callp() and its like want them.
class GDScriptArgumentList {
	static constexpr int INLINE_COUNT = 12;
	const Variant *inline_pointers[INLINE_COUNT];
	LocalVector<const Variant *> more;

public:
	const Variant **pointers = inline_pointers;
	int count = 0;

	// p_words: the count, then the addresses.
	GDScriptArgumentList(GDScriptVMSlow::Bases p_bases, const uint32_t *p_words) :
			GDScriptArgumentList(p_bases, p_words + 1, int(p_words[0])) {}
	GDScriptArgumentList(GDScriptVMSlow::Bases p_bases, const uint32_t *p_words, int p_count) :
			count(p_count) {
		if (count > INLINE_COUNT) {
			more.resize(uint32_t(count));
			pointers = more.ptr();
		}
		for (int i = 0; i < count; i++) {
			pointers[i] = &GDScriptVMSlow::at(p_bases, p_words[i]);
		}
	}
	GDScriptArgumentList(const GDScriptArgumentList &) = delete;
	void operator=(const GDScriptArgumentList &) = delete;
};
