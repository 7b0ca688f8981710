// What the interpreter does in several places, written once and compiled into each of them. Only for the sources of the interpreter.
#pragma once

#include "core/variant/variant_internal.h"
#include "modules/gdscript/vm/gdscript_vm.h"
#include "modules/gdscript/vm/gdscript_vm_slow.h"

namespace {

using Internal = VariantInternal;

constexpr int MAX_FAST_ARGUMENTS = 16;

enum : uint32_t {
	BOTH_INT = (uint32_t(Variant::INT) << 8) | Variant::INT,
	BOTH_FLOAT = (uint32_t(Variant::FLOAT) << 8) | Variant::FLOAT,
	INT_FLOAT = (uint32_t(Variant::INT) << 8) | Variant::FLOAT,
	FLOAT_INT = (uint32_t(Variant::FLOAT) << 8) | Variant::INT,
};

_ALWAYS_INLINE_ uint32_t type_pair(const Variant &p_a, const Variant &p_b) {
	return (uint32_t(p_a.get_type()) << 8) | uint32_t(p_b.get_type());
}

// Overflow wraps around, as the language promises; C++ promises that of unsigned numbers only.
_ALWAYS_INLINE_ int64_t wrapped_add(int64_t p_a, int64_t p_b) {
	return int64_t(uint64_t(p_a) + uint64_t(p_b));
}
_ALWAYS_INLINE_ int64_t wrapped_sub(int64_t p_a, int64_t p_b) {
	return int64_t(uint64_t(p_a) - uint64_t(p_b));
}
_ALWAYS_INLINE_ int64_t wrapped_mul(int64_t p_a, int64_t p_b) {
	return int64_t(uint64_t(p_a) * uint64_t(p_b));
}

// The frame's arguments, straight from the caller's operands. Tags were not right for all of them if false comes back: enter() then
// says what is wrong.
_ALWAYS_INLINE_ bool copy_arguments(GDScriptFrame *p_frame, const GDScriptFunction *p_function, char *const *p_bases, const uint32_t *p_words, int p_count) {
	Variant *target = p_frame->get_registers();
	const uint8_t *tags = p_function->argument_tags.ptr();
	for (int i = 0; i < p_count; i++) {
		const Variant &source = *reinterpret_cast<const Variant *>(p_bases[p_words[i] & 3] + (int32_t(p_words[i]) >> 2));
		if (unlikely(tags[i] != GDScriptFunction::TAG_ANY && tags[i] != source.get_type())) {
			return false;
		}
		new (&target[i]) Variant(source); // They held null.
	}
	return true;
}

// Null after a run-time error.
_ALWAYS_INLINE_ Variant *static_place(GDScriptFrame *p_frame, uint32_t p_word) {
	const GDScriptStaticSlot &slot = p_frame->function->static_slots.ptr()[p_word];
	return likely(slot.layout == slot.script->get_layout()) ? slot.script->get_static_values() + slot.index : GDScriptVMSlow::find_static(p_frame, slot);
}

} // namespace

_ALWAYS_INLINE_ void GDScriptVM::leave(GDScriptStack &p_stack, GDScriptFrame *p_frame) {
	Variant *registers = p_frame->get_registers();
	const int managed = p_frame->function->managed_count;
	for (int i = 0; i < managed; i++) {
		registers[i].clear();
	}
	GDScriptVMSlow::let_go_of_self(p_frame);
	p_stack.pop(p_frame);
}
