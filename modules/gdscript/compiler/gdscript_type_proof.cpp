// Follows the types of all registers through the code, over every way there is, until nothing changes any more.
#include "modules/gdscript/compiler/gdscript_type_proof.h"

#include "core/object/method_bind.h"
#include "core/variant/builtin_registry.h"
#include "core/variant/variant_internal.h"
#include "modules/gdscript/compiler/gdscript_class.h"
#include "modules/gdscript/compiler/gdscript_native_signatures.h"

namespace {

// Of a value: a Variant::Type, or
constexpr uint8_t CLAIMED = 253; // one that the analyzer alone knows: the result of a call by name, or an element,
constexpr uint8_t PLAIN = 252; // one that owns nothing,
constexpr uint8_t ANY = 254;
constexpr uint8_t UNREACHED = 255;

// What instructions want of operands and leave in them, one letter a word: i int, f float, b bool, s String, a Array, d Dictionary; '.' and
// whatever has no letter is not looked at here. Instructions that write a D without being in this table leave anything there.
struct TypedInstruction {
	GDScriptOpcode opcode;
	const char *types;
};

constexpr TypedInstruction TYPED_INSTRUCTIONS[] = {
	{ GDSCRIPT_OP_INT_TO_FLOAT, "fi" },
	{ GDSCRIPT_OP_FLOAT_TO_INT, "if" },
	{ GDSCRIPT_OP_ADD_INT, "iii" },
	{ GDSCRIPT_OP_SUB_INT, "iii" },
	{ GDSCRIPT_OP_MUL_INT, "iii" },
	{ GDSCRIPT_OP_DIV_INT, "iii" },
	{ GDSCRIPT_OP_MOD_INT, "iii" },
	{ GDSCRIPT_OP_AND_INT, "iii" },
	{ GDSCRIPT_OP_OR_INT, "iii" },
	{ GDSCRIPT_OP_XOR_INT, "iii" },
	{ GDSCRIPT_OP_NEG_INT, "ii" },
	{ GDSCRIPT_OP_EQ_INT, "bii" },
	{ GDSCRIPT_OP_NE_INT, "bii" },
	{ GDSCRIPT_OP_LT_INT, "bii" },
	{ GDSCRIPT_OP_LE_INT, "bii" },
	{ GDSCRIPT_OP_ADD_FLOAT, "fff" },
	{ GDSCRIPT_OP_SUB_FLOAT, "fff" },
	{ GDSCRIPT_OP_MUL_FLOAT, "fff" },
	{ GDSCRIPT_OP_DIV_FLOAT, "fff" },
	{ GDSCRIPT_OP_NEG_FLOAT, "ff" },
	{ GDSCRIPT_OP_EQ_FLOAT, "bff" },
	{ GDSCRIPT_OP_NE_FLOAT, "bff" },
	{ GDSCRIPT_OP_LT_FLOAT, "bff" },
	{ GDSCRIPT_OP_LE_FLOAT, "bff" },
	{ GDSCRIPT_OP_NOT_BOOL, "bb" },
	{ GDSCRIPT_OP_EQ, "b.." },
	{ GDSCRIPT_OP_NE, "b.." },
	{ GDSCRIPT_OP_LT, "b.." },
	{ GDSCRIPT_OP_LE, "b.." },
	{ GDSCRIPT_OP_GT, "b.." },
	{ GDSCRIPT_OP_GE, "b.." },
	{ GDSCRIPT_OP_BOOLEANIZE, "b." },
	{ GDSCRIPT_OP_NOT, "b." },
	{ GDSCRIPT_OP_MATCH_VALUE, "b.." },
	{ GDSCRIPT_OP_IS_TYPE, "b.." },
	{ GDSCRIPT_OP_MATCH_ARRAY, "b..." },
	{ GDSCRIPT_OP_MATCH_DICTIONARY, "b..." },
	{ GDSCRIPT_OP_MATCH_HAS_KEY, "b.." },
	{ GDSCRIPT_OP_JUMP_IF_BOOL, "b" },
	{ GDSCRIPT_OP_JUMP_IF_NOT_BOOL, "b" },
	{ GDSCRIPT_OP_JUMP_IF_EQ_INT, "ii" },
	{ GDSCRIPT_OP_JUMP_IF_NE_INT, "ii" },
	{ GDSCRIPT_OP_JUMP_IF_LT_INT, "ii" },
	{ GDSCRIPT_OP_JUMP_IF_LE_INT, "ii" },
	{ GDSCRIPT_OP_JUMP_IF_LT_FLOAT, "ff" },
	{ GDSCRIPT_OP_JUMP_IF_LE_FLOAT, "ff" },
	{ GDSCRIPT_OP_JUMP_IF_NOT_LT_FLOAT, "ff" },
	{ GDSCRIPT_OP_JUMP_IF_NOT_LE_FLOAT, "ff" },
	{ GDSCRIPT_OP_FOR_RANGE_BEGIN, "iiiii" },
	{ GDSCRIPT_OP_FOR_RANGE_NEXT, "iiii" },
	{ GDSCRIPT_OP_FOR_COUNT_NEXT, "iii" },
	{ GDSCRIPT_OP_APPEND_STRING, "ss" },
	{ GDSCRIPT_OP_FORMAT_LIST, "s." },
	{ GDSCRIPT_OP_MAKE_ARRAY, "a" },
	{ GDSCRIPT_OP_MAKE_TYPED_ARRAY, "a" },
	{ GDSCRIPT_OP_MAKE_DICTIONARY, "d" },
	{ GDSCRIPT_OP_MAKE_TYPED_DICTIONARY, "d" },
	{ GDSCRIPT_OP_GET_INDEX_ARRAY, ".ai" },
	{ GDSCRIPT_OP_GET_INDEX_TYPED, ".ai" },
	{ GDSCRIPT_OP_GET_INDEX_DICTIONARY, ".d." },
	{ GDSCRIPT_OP_GET_INDEX_VALIDATED, "..i" },
	{ GDSCRIPT_OP_SET_INDEX_ARRAY, "ai." },
	{ GDSCRIPT_OP_SET_INDEX_VALIDATED, ".i." },
};

uint8_t type_of_letter(char p_letter) {
	switch (p_letter) {
		case 'i':
			return Variant::INT;
		case 'f':
			return Variant::FLOAT;
		case 'b':
			return Variant::BOOL;
		case 's':
			return Variant::STRING;
		case 'a':
			return Variant::ARRAY;
		case 'd':
			return Variant::DICTIONARY;
		default:
			return ANY;
	}
}

const char *find_typed_instruction(uint32_t p_opcode) {
	for (const TypedInstruction &instruction : TYPED_INSTRUCTIONS) {
		if (instruction.opcode == p_opcode) {
			return instruction.types;
		}
	}
	return "";
}

bool is_plain(uint8_t p_type) {
	return p_type == CLAIMED || p_type == PLAIN || (p_type < Variant::VARIANT_MAX && VariantInternal::is_plain(Variant::Type(p_type)));
}

uint8_t join(uint8_t p_a, uint8_t p_b) {
	if (p_a == p_b || p_b == UNREACHED) {
		return p_a;
	}
	if (p_a == UNREACHED) {
		return p_b;
	}
	if (!is_plain(p_a) || !is_plain(p_b)) {
		return ANY;
	}
	return p_a == CLAIMED || p_b == CLAIMED ? CLAIMED : PLAIN;
}

uint8_t type_of(const GDScriptValueType &p_type) {
	return p_type.kind == GDScriptValueType::BUILTIN ? uint8_t(p_type.builtin_type) : ANY;
}

String name_of(uint8_t p_type) {
	return p_type == ANY ? String("anything") : p_type == PLAIN ? String("any plain value")
			: p_type == CLAIMED									? String("what is declared")
																: Variant::get_type_name(Variant::Type(p_type));
}

class Proof {
	using State = LocalVector<uint8_t>; // By register.

	const GDScriptFunction *function;
	const uint32_t *code;
	static constexpr uint64_t MAX_KNOWN = 64 * 1024 * 1024; // Registers of all places where ways meet; programs beyond are not looked at.
	LocalVector<bool> targets; // Words where ways meet: jumps and calls lead there.
	uint64_t target_count = 0;
	LocalVector<State> states; // Before the instruction at each of them; empty elsewhere, and where no way came yet.
	LocalVector<uint32_t> open; // Those to go on from.
	LocalVector<uint8_t> members;

	// Of the instruction being looked at.
	State now;
	uint32_t at = 0;
	String problem;

	void fail(const String &p_what) {
		if (problem.is_empty()) {
			problem = String(function->name) + ", word " + String::num_int64(at) + ", " + gdscript_opcode_info[code[at]].name + ": " + p_what;
		}
	}

	uint32_t word(int p_operand) const { return code[at + 1 + uint32_t(p_operand)]; }

	uint8_t type_at(uint32_t p_word) const {
		const int index = GDScriptAddress::get_index(p_word);
		switch (GDScriptAddress::get_base(p_word)) {
			case GDScriptAddress::CONSTANT:
				return uint8_t(function->constants[uint32_t(index)].get_type());
			case GDScriptAddress::MEMBER:
				return uint32_t(index) < members.size() ? members[uint32_t(index)] : ANY;
			default:
				return index < 0 ? ANY : now[uint32_t(index)];
		}
	}
	uint8_t operand(int p_operand) const { return type_at(word(p_operand)); }

	bool is_register(uint32_t p_word) const { return GDScriptAddress::get_base(p_word) == GDScriptAddress::REGISTER && GDScriptAddress::get_index(p_word) >= 0; }
	bool is_plain_place(uint32_t p_word) const {
		return is_register(p_word) ? GDScriptAddress::get_index(p_word) >= function->managed_count : GDScriptAddress::get_base(p_word) == GDScriptAddress::MEMBER && is_plain(type_at(p_word));
	}

	void expect(uint32_t p_word, uint8_t p_type, const char *p_what) {
		const uint8_t is = type_at(p_word);
		if (p_type != ANY && is != p_type && is != CLAIMED) {
			fail(String(p_what) + " may be " + name_of(is) + ", where " + name_of(p_type) + " is needed.");
		}
	}

	void write(uint32_t p_word, uint8_t p_type) {
		if (GDScriptAddress::get_base(p_word) == GDScriptAddress::CONSTANT || (GDScriptAddress::get_base(p_word) == GDScriptAddress::REGISTER && !is_register(p_word))) {
			fail("it writes to what cannot be written.");
		} else if (!is_register(p_word)) {
			const uint8_t declared = type_at(p_word);
			if (declared != ANY && declared != p_type && p_type != CLAIMED) {
				fail("a member of type " + name_of(declared) + " gets " + name_of(p_type) + ".");
			}
		} else {
			if (is_plain_place(p_word) && !is_plain(p_type)) {
				fail("a register that is never released gets " + name_of(p_type) + ".");
			}
			now[uint32_t(GDScriptAddress::get_index(p_word))] = p_type;
		}
	}
	// The result of something that declares no type, or a type that is known elsewhere: trusted where only a plain value may go.
	void write_trusted(uint32_t p_word) { write(p_word, is_plain_place(p_word) ? CLAIMED : ANY); }
	// p_type NIL: of any type; a place for nothing.
	void write_result(uint32_t p_word, bool p_has_result, Variant::Type p_type) {
		if (!p_has_result) {
			write(p_word, Variant::NIL);
		} else {
			write(p_word, p_type == Variant::NIL || p_type == Variant::OBJECT ? ANY : uint8_t(p_type));
		}
	}

	void expect_arguments(int p_count_operand, const Vector<Variant::Type> &p_types) {
		const uint32_t count = word(p_count_operand);
		for (uint32_t i = 0; i < count && int(i) < p_types.size(); i++) {
			expect(word(p_count_operand + 1 + int(i)), p_types[int(i)] == Variant::NIL ? uint8_t(ANY) : uint8_t(p_types[int(i)]), "an argument");
		}
	}

	void check_signature(const GDScriptNativeSignature *p_signature, int p_count_operand) {
		if (!p_signature) {
			fail("what it calls is not known.");
			return;
		}
		expect_arguments(p_count_operand, p_signature->arguments);
		write_result(word(0), p_signature->has_result, p_signature->result);
	}

	void look_at_lambda() {
		const GDScriptFunction *lambda = function->lambdas[word(1)];
		const uint32_t count = word(2);
		if (int(count) != lambda->capture_count) {
			fail("the lambda captures another number of values.");
			return;
		}
		for (uint32_t i = 0; i < count; i++) {
			expect(word(3 + int(i)), type_of(lambda->arguments[int(i)].type), "a captured value");
		}
		write(word(0), Variant::CALLABLE);
	}

	void look_at_method(bool p_is_proved) {
		const MethodBind *method = function->methods[word(2)];
		const bool with_objects = code[at] == GDSCRIPT_OP_CALL_METHOD_BIND_OBJECTS;
		const int count_operand = with_objects ? 4 : 3;
		for (uint32_t i = 0; p_is_proved && i < word(count_operand) && int(i) < method->get_argument_count(); i++) {
			const Variant::Type type = method->get_argument_type(int(i));
			if (type != Variant::NIL && type != Variant::OBJECT) {
				expect(word(count_operand + 1 + int(i)), uint8_t(type), "an argument");
			}
		}
		if (p_is_proved || !method->has_return()) {
			write_result(word(0), method->has_return() || method->is_vararg(), method->has_return() ? method->get_argument_type(-1) : Variant::NIL);
		} else {
			write_trusted(word(0));
		}
	}

	void look_at_container_loop() {
		const uint8_t container = operand(1);
		uint8_t element = CLAIMED;
		if (container == Variant::STRING || container == Variant::PACKED_STRING_ARRAY) {
			element = Variant::STRING;
		} else if (container < Variant::VARIANT_MAX && container >= Variant::PACKED_BYTE_ARRAY) {
			element = uint8_t(Variant::get_indexed_element_type(Variant::Type(container)));
		}
		write(word(0), ANY);
		write(word(2), element);
	}

	void look_at_validated_operator() {
		const GDScriptNativeSignature *signature = GDScriptNativeSignatures::find_operator(reinterpret_cast<const void *>(function->operators[word(3)]), operand(1), operand(2));
		if (!signature) {
			fail("no such operator works on " + name_of(operand(1)) + " and " + name_of(operand(2)) + ".");
		} else {
			write_result(word(0), true, signature->result);
		}
	}

	// Everything that the table of typed instructions does not say. True: D is written by it, or is not written.
	bool look_closer() {
		switch (code[at]) {
			case GDSCRIPT_OP_MOVE:
				write(word(0), operand(1));
				return true;
			case GDSCRIPT_OP_MOVE_PLAIN:
				if (!is_plain(operand(1)) || !is_plain(operand(0))) {
					fail("what is moved, or what it replaces, may have to be released.");
				}
				write(word(0), operand(1));
				return true;
			case GDSCRIPT_OP_CLEAR:
				write(word(0), Variant::NIL);
				return true;
			case GDSCRIPT_OP_CLEAR_RANGE:
				for (uint32_t i = 0; i < word(1); i++) {
					write(GDScriptAddress::make(GDScriptAddress::REGISTER, GDScriptAddress::get_index(word(0)) + int(i)), Variant::NIL);
				}
				return true;
			case GDSCRIPT_OP_ASSIGN_BUILTIN:
				write(word(0), uint8_t(word(2)));
				return true;
			case GDSCRIPT_OP_ASSIGN_TYPED:
			case GDSCRIPT_OP_CAST:
				write(word(0), type_of(function->types[word(2)]));
				return true;
			case GDSCRIPT_OP_OPERATOR_VALIDATED:
				look_at_validated_operator();
				return true;
			case GDSCRIPT_OP_ADD:
				write(word(0), operand(1) == Variant::STRING ? uint8_t(Variant::STRING) : uint8_t(ANY));
				return true;
			case GDSCRIPT_OP_ADD_TO:
			case GDSCRIPT_OP_ADD_LATER: {
				// A text stays a String, and the value or what is pending may be anything.
				const uint8_t before = operand(0);
				write(word(0), before == Variant::STRING ? before : uint8_t(ANY));
				write(word(1), ANY);
				return true;
			}
			case GDSCRIPT_OP_ADD_TO_STATIC:
				write(word(1), ANY);
				return true;
			case GDSCRIPT_OP_SET_INDEX_VALIDATED:
				check_accessor(GDScriptNativeSignatures::find(reinterpret_cast<const void *>(function->indexed_setters[word(3)])), operand(0), operand(2));
				return true;
			case GDSCRIPT_OP_SET_MEMBER_VALIDATED:
				check_accessor(GDScriptNativeSignatures::find(reinterpret_cast<const void *>(function->setters[word(2)])), operand(0), operand(1));
				return true;
			case GDSCRIPT_OP_GET_INDEX_VALIDATED:
				read_by_accessor(GDScriptNativeSignatures::find(reinterpret_cast<const void *>(function->indexed_getters[word(3)])));
				return true;
			case GDSCRIPT_OP_GET_MEMBER_VALIDATED:
				read_by_accessor(GDScriptNativeSignatures::find(reinterpret_cast<const void *>(function->getters[word(2)])));
				return true;
			case GDSCRIPT_OP_GET_INDEX_TYPED:
				write(word(0), uint8_t(word(3)));
				return true;
			case GDSCRIPT_OP_ADD_TO_INDEX:
			case GDSCRIPT_OP_ADD_TO_NAMED:
			case GDSCRIPT_OP_SET_INDEX:
			case GDSCRIPT_OP_SET_INDEX_ARRAY:
			case GDSCRIPT_OP_SET_NAMED:
				return true; // The base stays what it is.
			case GDSCRIPT_OP_SET_INDEX_INSIDE:
			case GDSCRIPT_OP_SET_INDEX_IN_STATIC:
			case GDSCRIPT_OP_JUMP_UNLESS_HELD:
				return true; // See find_given_up().
			case GDSCRIPT_OP_FOR_BEGIN:
			case GDSCRIPT_OP_FOR_NEXT:
				look_at_container_loop();
				return true;
			case GDSCRIPT_OP_GET_STATIC:
				write(word(0), type_of(function->static_slots[word(1)].type));
				return true;
			case GDSCRIPT_OP_SET_STATIC:
				expect(word(1), type_of(function->static_slots[word(0)].type), "the value of a static variable");
				return true;
			default:
				return look_at_calls();
		}
	}

	bool look_at_calls() {
		switch (code[at]) {
			case GDSCRIPT_OP_MAKE_CALLABLE:
				write(word(0), Variant::CALLABLE);
				return true;
			case GDSCRIPT_OP_MAKE_SIGNAL:
				write(word(0), Variant::SIGNAL);
				return true;
			case GDSCRIPT_OP_MAKE_LAMBDA:
				look_at_lambda();
				return true;
			case GDSCRIPT_OP_CALL:
			case GDSCRIPT_OP_CALL_SELF:
			case GDSCRIPT_OP_CALL_SUPER:
			case GDSCRIPT_OP_CALL_STATIC:
			case GDSCRIPT_OP_CALL_NATIVE_STATIC:
			case GDSCRIPT_OP_GET_NAMED:
				write_trusted(word(0));
				return true;
			case GDSCRIPT_OP_CALL_UTILITY:
			case GDSCRIPT_OP_CALL_UTILITY_VALIDATED: {
				const UtilityFunction *info = function->utilities[word(1)];
				if (code[at] == GDSCRIPT_OP_CALL_UTILITY_VALIDATED) {
					expect_arguments(2, info->argument_types);
				}
				write_result(word(0), info->has_return(), info->return_type);
				return true;
			}
			case GDSCRIPT_OP_CALL_BUILTIN_VALIDATED: {
				const GDScriptNativeSignature *signature = GDScriptNativeSignatures::find(reinterpret_cast<const void *>(function->builtin_methods[word(2)]));
				if (signature) {
					expect(word(1), signature->base, "the base");
				}
				check_signature(signature, 3);
				return true;
			}
			case GDSCRIPT_OP_CALL_BUILTIN_STATIC: {
				const BuiltinMethod *info = Variant::get_builtin_method_info(Variant::Type(word(1)), function->names[word(2)]);
				write_result(word(0), info && info->has_return(), info ? info->return_type : Variant::NIL);
				return true;
			}
			case GDSCRIPT_OP_CALL_METHOD_BIND:
				look_at_method(false);
				return true;
			case GDSCRIPT_OP_CALL_METHOD_BIND_OBJECTS:
			case GDSCRIPT_OP_CALL_METHOD_BIND_VALIDATED:
				look_at_method(true);
				return true;
			case GDSCRIPT_OP_CONSTRUCT:
				write(word(0), uint8_t(word(1)));
				return true;
			case GDSCRIPT_OP_CONSTRUCT_VALIDATED:
				check_signature(GDScriptNativeSignatures::find(reinterpret_cast<const void *>(function->constructors[word(1)])), 2);
				return true;
			case GDSCRIPT_OP_RETURN:
				expect(word(0), type_of(function->return_type), "the result");
				return true;
			default:
				return false;
		}
	}

	void check_accessor(const GDScriptNativeSignature *p_accessor, uint8_t p_base, uint8_t p_value) {
		if (!p_accessor || (p_base != p_accessor->base && p_base != CLAIMED) || (p_value != p_accessor->result && p_value != CLAIMED && p_accessor->result != Variant::NIL)) {
			fail("no such place of " + name_of(p_base) + " takes " + name_of(p_value) + ".");
		}
	}

	void read_by_accessor(const GDScriptNativeSignature *p_accessor) {
		if (!p_accessor || (operand(1) != p_accessor->base && operand(1) != CLAIMED)) {
			fail("there is no such place in " + name_of(operand(1)) + ".");
		} else {
			write_result(word(0), true, p_accessor->result);
		}
	}

	// The types of operands as the table of typed instructions has them.
	void look_by_table() {
		const char *types = find_typed_instruction(code[at]);
		const char *letters = gdscript_opcode_info[code[at]].operands;
		for (int i = 0; types[i]; i++) {
			const bool is_read = letters[i] == 'S' || code[at] == GDSCRIPT_OP_APPEND_STRING || code[at] == GDSCRIPT_OP_SET_INDEX_ARRAY;
			if (is_read) {
				expect(word(i), type_of_letter(types[i]), "an operand");
			}
		}
		if (look_closer()) {
			return;
		}
		for (int i = 0; letters[i] && letters[i] != 'A'; i++) {
			if (letters[i] == 'D') {
				const uint8_t type = types[0] ? type_of_letter(types[i]) : uint8_t(ANY);
				write(word(i), type);
			}
		}
	}

	void reach(uint32_t p_word) {
		State &before = states[p_word];
		if (before.is_empty() && function->register_count > 0) {
			before = now;
			open.push_back(p_word);
			return;
		}
		bool changed = false;
		for (uint32_t i = 0; i < before.size(); i++) {
			const uint8_t joined = join(before[i], now[i]);
			changed = changed || joined != before[i];
			before[i] = joined;
		}
		if (changed) {
			open.push_back(p_word);
		}
	}

	static int jump_operand(uint32_t p_opcode) {
		const char *letters = gdscript_opcode_info[p_opcode].operands;
		for (int i = 0; letters[i]; i++) {
			if (letters[i] == 'J') {
				return i;
			}
		}
		return -1;
	}

	// What an instruction that may jump gives up on one of its ways: which operand, and whether it is the way of the jump.
	int find_given_up(bool &r_on_jump) const {
		r_on_jump = code[at] != GDSCRIPT_OP_JUMP_UNLESS_HELD;
		switch (code[at]) {
			case GDSCRIPT_OP_SET_INDEX_INSIDE:
				return 2;
			case GDSCRIPT_OP_SET_INDEX_IN_STATIC:
				return 1;
			case GDSCRIPT_OP_JUMP_UNLESS_HELD:
				return 0;
			default:
				return -1;
		}
	}

	bool goes_on() const {
		switch (code[at]) {
			case GDSCRIPT_OP_JUMP:
			case GDSCRIPT_OP_RETURN:
			case GDSCRIPT_OP_RETURN_NIL:
			case GDSCRIPT_OP_RETURN_BUILTIN:
			case GDSCRIPT_OP_RETURN_TYPED:
			case GDSCRIPT_OP_END:
				return false;
			default:
				return true;
		}
	}

	// The way of the jump, if there is one. What is known on the other way is in `now` afterwards.
	void reach_by_jump() {
		const int jump = jump_operand(code[at]);
		if (jump < 0) {
			return;
		}
		bool on_jump = false;
		const int given_up = find_given_up(on_jump);
		const uint8_t before = given_up >= 0 ? operand(given_up) : uint8_t(ANY);
		if (given_up >= 0 && on_jump) {
			write(word(given_up), ANY);
		}
		reach(word(jump));
		if (given_up >= 0) {
			write(word(given_up), on_jump ? before : uint8_t(ANY));
		}
	}

	void find_targets() {
		targets.resize(uint32_t(function->code.size()));
		for (bool &target : targets) {
			target = false;
		}
		for (uint32_t i = 0; i < targets.size(); i += uint32_t(gdscript_instruction_size(code + i))) {
			const int jump = jump_operand(code[i]);
			if (jump >= 0) {
				count_target(code[i + 1 + uint32_t(jump)]);
			}
		}
		for (const int entry : function->default_entries) {
			count_target(uint32_t(entry));
		}
	}

	void count_target(uint32_t p_word) {
		target_count += targets[p_word] ? 0 : 1;
		targets[p_word] = true;
	}

	// From a place where ways meet to the next.
	void follow(uint32_t p_word) {
		at = p_word;
		now = states[at];
		while (problem.is_empty()) {
			look_by_table();
			reach_by_jump();
			if (!goes_on()) {
				return;
			}
			const uint32_t next = at + uint32_t(gdscript_instruction_size(code + at));
			if (targets[next]) {
				reach(next);
				return;
			}
			at = next;
		}
	}

	void find_member_types() {
		if (const GDScriptClass *cls = function->is_static ? nullptr : function->script) {
			for (const KeyValue<StringName, GDScriptClass::MemberInfo> &member : cls->get_member_table()) {
				const uint32_t index = uint32_t(member.value.index);
				while (members.size() <= index) {
					members.push_back(ANY);
				}
				members[index] = type_of(member.value.type);
			}
		}
	}

	// Entry n is taken when n of the optional arguments are given.
	void enter(int p_given) {
		now.resize(uint32_t(function->register_count));
		for (uint8_t &type : now) {
			type = Variant::NIL;
		}
		const int present = function->get_required_count() + p_given;
		for (int i = 0; i < present; i++) {
			now[uint32_t(i)] = type_of(function->arguments[i].type);
		}
		if (function->is_vararg) {
			now[uint32_t(function->arguments.size())] = Variant::ARRAY;
		}
		reach(uint32_t(function->default_entries[p_given]));
	}

public:
	explicit Proof(const GDScriptFunction *p_function) :
			function(p_function), code(p_function->code.ptr()) {}

	String run() {
		if (function->register_count == 0) {
			return String(); // Nothing to follow; members are only touched by what initializes them.
		}
		find_targets();
		if (target_count * uint64_t(function->register_count) > MAX_KNOWN) {
			return String();
		}
		states.resize(uint32_t(function->code.size()));
		find_member_types();
		for (int i = 0; i < function->default_entries.size(); i++) {
			enter(i);
		}
		while (!open.is_empty() && problem.is_empty()) {
			const uint32_t place = open[open.size() - 1];
			open.resize(open.size() - 1);
			follow(place);
		}
		return problem;
	}
};

} // namespace

String gdscript_prove_types(const GDScriptFunction *p_function) {
	return Proof(p_function).run();
}
