// Walks over the code by the opcode table.
#include "modules/gdscript/compiler/gdscript_disassembler.h"

#include "modules/gdscript/compiler/gdscript_function.h"

namespace {

String describe_address(uint32_t p_word) {
	const int index = GDScriptAddress::get_index(p_word);
	switch (GDScriptAddress::get_base(p_word)) {
		case GDScriptAddress::REGISTER:
			return index == GDScriptAddress::SELF_INDEX ? String("self") : "r" + String::num_int64(index);
		case GDScriptAddress::CONSTANT:
			return "k" + String::num_int64(index);
		default:
			return "m" + String::num_int64(index);
	}
}

String describe_operand(const GDScriptFunction *p_function, char p_letter, uint32_t p_word) {
	switch (p_letter) {
		case 'D':
		case 'S':
			return describe_address(p_word);
		case 'J':
			return "@" + String::num_int64(p_word);
		case 'N':
			return p_function->names[p_word];
		case 'V':
			return p_function->static_slots[p_word].name;
		case 'C':
			return String(); // Where the site's cache is, is nobody's business.
		default:
			return "#" + String::num_int64(p_word);
	}
}

} // namespace

String gdscript_disassemble(const GDScriptFunction *p_function) {
	String text;
	const uint32_t *code = p_function->code.ptr();
	for (int at = 0; at < p_function->code.size();) {
		if (code[at] == GDSCRIPT_OP_END) {
			break;
		}
		const GDScriptOpcodeInfo &info = gdscript_opcode_info[code[at]];
		text += info.name;
		int word = at + 1;
		for (const char *operand = info.operands; *operand; operand++) {
			const uint32_t value = code[word++];
			if (*operand == 'A') {
				for (uint32_t i = 0; i < value; i++) {
					text += " " + describe_address(code[word++]);
				}
				continue;
			}
			const String described = describe_operand(p_function, *operand, value);
			if (!described.is_empty()) {
				text += " " + described;
			}
		}
		text += "\n";
		at = word;
	}
	return text;
}
