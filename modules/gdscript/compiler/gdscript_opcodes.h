// The opcodes of the virtual machine and what their operand words are; generated from gdscript_opcodes.inc.
#pragma once

#include "core/typedefs.h"

enum GDScriptOpcode : uint32_t {
#define GDSCRIPT_OP(m_name, m_operands, m_text) GDSCRIPT_OP_##m_name,
#include "modules/gdscript/compiler/gdscript_opcodes.inc"
#undef GDSCRIPT_OP
	GDSCRIPT_OP_MAX,
};

struct GDScriptOpcodeInfo {
	const char *name;
	const char *operands; // One letter a word, see gdscript_opcodes.inc.
};

extern const GDScriptOpcodeInfo gdscript_opcode_info[GDSCRIPT_OP_MAX];

// An operand that names a value: the byte offset from one of the frame's bases, and which base in the low two bits.
// Register -1 is self.
struct GDScriptAddress {
	enum Base : uint32_t {
		REGISTER,
		CONSTANT,
		MEMBER, // Of self.
		BASE_MAX,
	};
	static constexpr int VALUE_BYTES = 24; // sizeof(Variant)
	static constexpr int SELF_INDEX = -1;

	static constexpr uint32_t make(Base p_base, int p_index) { return (uint32_t(p_index * VALUE_BYTES) << 2) | p_base; }
	static constexpr Base get_base(uint32_t p_word) { return Base(p_word & 3); }
	static constexpr int get_index(uint32_t p_word) { return (int32_t(p_word) >> 2) / VALUE_BYTES; }
	static constexpr uint32_t self() { return make(REGISTER, SELF_INDEX); }
};

// How many words the instruction at p_code takes, opcode included.
int gdscript_instruction_size(const uint32_t *p_code);
