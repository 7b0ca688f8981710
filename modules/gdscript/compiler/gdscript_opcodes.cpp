// The opcode table, for everything that walks over code without running it.
#include "modules/gdscript/compiler/gdscript_opcodes.h"

const GDScriptOpcodeInfo gdscript_opcode_info[GDSCRIPT_OP_MAX] = {
#define GDSCRIPT_OP(m_name, m_operands, m_text) { #m_name, m_operands },
#include "modules/gdscript/compiler/gdscript_opcodes.inc"
#undef GDSCRIPT_OP
};

int gdscript_instruction_size(const uint32_t *p_code) {
	int size = 1;
	for (const char *operand = gdscript_opcode_info[p_code[0]].operands; *operand; operand++) {
		size += *operand == 'A' ? 1 + int(p_code[size]) : 1;
	}
	return size;
}
