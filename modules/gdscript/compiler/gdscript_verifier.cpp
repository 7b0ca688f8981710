// Walks over the code by the opcode table.
#include "modules/gdscript/compiler/gdscript_verifier.h"

#include "modules/gdscript/compiler/gdscript_function.h"
#include "modules/gdscript/compiler/gdscript_type_proof.h"

namespace {

class Verifier {
	const GDScriptFunction *function;
	LocalVector<bool> starts; // Words at which an instruction starts.

	bool address_fits(uint32_t p_word) const {
		const int index = GDScriptAddress::get_index(p_word);
		switch (GDScriptAddress::get_base(p_word)) {
			case GDScriptAddress::REGISTER:
				return index >= GDScriptAddress::SELF_INDEX && index < function->register_count;
			case GDScriptAddress::CONSTANT:
				return index >= 0 && index < int(function->constants.size());
			case GDScriptAddress::MEMBER:
				return index >= 0 && !function->is_static;
			default:
				return false;
		}
	}

	bool operand_fits(char p_letter, uint32_t p_word) const {
		switch (p_letter) {
			case 'D':
			case 'S':
				return address_fits(p_word);
			case 'J':
				return p_word < starts.size() && starts[p_word];
			case 'N':
				return p_word < function->names.size();
			case 'C':
				return int(p_word) < function->cache_count;
			case 'T':
				return p_word < function->types.size();
			case 'O':
				return p_word < function->operators.size();
			case 'B':
				return p_word < function->builtin_methods.size();
			case 'M':
				return p_word < function->methods.size();
			case 'U':
				return p_word < function->utilities.size();
			case 'K':
				return p_word < function->constructors.size();
			case 'G':
				return p_word < function->getters.size();
			case 'P':
				return p_word < function->setters.size();
			case 'E':
				return p_word < function->indexed_getters.size();
			case 'F':
				return p_word < function->indexed_setters.size();
			case 'X':
				return p_word < function->scripts.size();
			case 'V':
				return p_word < function->static_slots.size();
			case 'L':
				return p_word < function->lambdas.size();
			default:
				return true;
		}
	}

	String describe(uint32_t p_at, const String &p_what) const {
		return String(function->name) + ", word " + String::num_int64(p_at) + ", " + gdscript_opcode_info[function->code[int(p_at)]].name + ": " + p_what;
	}

	String verify_instruction(uint32_t p_at) const {
		const uint32_t *code = function->code.ptr();
		uint32_t word = p_at + 1;
		for (const char *operand = gdscript_opcode_info[code[p_at]].operands; *operand; operand++) {
			const uint32_t value = code[word++];
			if (*operand == 'A') {
				for (uint32_t i = 0; i < value; i++) {
					if (!address_fits(code[word++])) {
						return describe(p_at, "argument " + String::num_int64(i) + " has no such place.");
					}
				}
			} else if (!operand_fits(*operand, value)) {
				return describe(p_at, String("operand '") + String::chr(char32_t(*operand)) + "' is out of range.");
			}
		}
		return String();
	}

public:
	explicit Verifier(const GDScriptFunction *p_function) :
			function(p_function) {}

	String run() {
		const uint32_t size = uint32_t(function->code.size());
		starts.resize(size);
		for (bool &start : starts) {
			start = false;
		}
		uint32_t at = 0;
		while (at < size) {
			if (function->code[int(at)] >= GDSCRIPT_OP_MAX) {
				return String(function->name) + ", word " + String::num_int64(at) + ": not an opcode.";
			}
			starts[at] = true;
			at += uint32_t(gdscript_instruction_size(function->code.ptr() + at));
		}
		if (at != size || size == 0 || function->code[int(size) - 1] != GDSCRIPT_OP_END) {
			return String(function->name) + ": the code does not end with END.";
		}
		for (uint32_t i = 0; i < size; i++) {
			const String problem = starts[i] ? verify_instruction(i) : String();
			if (!problem.is_empty()) {
				return problem;
			}
		}
		for (const int entry : function->default_entries) {
			if (entry < 0 || entry >= int(size) || !starts[uint32_t(entry)]) {
				return String(function->name) + ": an entry leads to no instruction.";
			}
		}
		return int(function->default_entries.size()) == function->default_argument_count + 1 ? String() : String(function->name) + ": wrong number of entries.";
	}
};

} // namespace

String gdscript_verify(const GDScriptFunction *p_function) {
	String problem = Verifier(p_function).run();
	if (problem.is_empty()) {
		problem = gdscript_prove_types(p_function);
	}
	if (!problem.is_empty()) {
		return problem;
	}
	for (const GDScriptFunction *lambda : p_function->lambdas) {
		const String inner = gdscript_verify(lambda);
		if (!inner.is_empty()) {
			return inner;
		}
	}
	return String();
}
