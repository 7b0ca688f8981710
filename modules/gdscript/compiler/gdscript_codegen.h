// Writes the code of one function: registers, tables, jumps and lines. Knows nothing of the syntax tree.
#pragma once

#include "core/templates/hash_map.h"
#include "modules/gdscript/compiler/gdscript_function.h"

// A value's place, as the compiler passes it about.
struct GDScriptOperand {
	enum Kind : uint8_t {
		NONE,
		MANAGED, // A register that may hold anything.
		PLAIN, // A register that never holds what must be released.
		CONSTANT,
		MEMBER,
		SELF,
	};
	static constexpr Variant::Type UNKNOWN = Variant::VARIANT_MAX;

	Kind kind = NONE;
	bool is_temporary = false;
	int index = 0;
	Variant::Type type = UNKNOWN; // What it is proved to hold.

	bool is_set() const { return kind != NONE; }
	bool is_register() const { return kind == MANAGED || kind == PLAIN; }
	bool is_constant() const { return kind == CONSTANT; }
	bool operator==(const GDScriptOperand &p_other) const { return kind == p_other.kind && index == p_other.index; }
	bool operator!=(const GDScriptOperand &p_other) const { return !(*this == p_other); }
};

class GDScriptCodegen {
public:
	// Where a jump's target is to be written once it is known.
	struct Jump {
		int word = -1;
	};

private:
	GDScriptFunction *function;
	LocalVector<uint32_t> code;
	LocalVector<int> free_registers[2]; // Of managed and of plain ones.
	int register_counts[2] = { 0, 0 };
	LocalVector<int> dirty; // Managed temporaries that still hold something.
	HashMap<StringName, int> name_indices;
	HashMap<Variant, int, VariantHasher, VariantComparator> constant_indices;
	HashMap<GDScriptClass *, int> script_indices;
	struct CacheUse {
		bool wants_result;
		bool refuses_waiting;
	};
	LocalVector<CacheUse> cache_uses; // One for each cache, see GDScriptInlineCache.
	LocalVector<int> held; // Registers that stay as they are to the end of the statement.
	int line = 0;
	int label = -1; // The last place that a jump leads to.

	static constexpr uint32_t PLAIN_BASE = 3; // Marks plain registers until their place behind the managed ones is known.
	int take_register(bool p_plain);
	void resolve_plain_registers();
	void release_held();

public:
	explicit GDScriptCodegen(GDScriptFunction *p_function);
	GDScriptFunction *get_function() const { return function; }
	// Puts everything into the function. Nothing may be emitted afterwards.
	void finish();

	// --- Operands.
	GDScriptOperand make_argument(Variant::Type p_type); // The next register; before anything else.
	GDScriptOperand make_local(Variant::Type p_type, bool p_may_be_plain); // Stays until free_local().
	void free_local(const GDScriptOperand &p_local);
	// Of a value of p_type, UNKNOWN for anything.
	GDScriptOperand make_temporary(Variant::Type p_type);
	void free_temporary(const GDScriptOperand &p_operand); // Does nothing for what is not temporary.
	// The same, but what it holds lives to the end of the statement: it may own what the rest of the statement works on.
	void hold_temporary(const GDScriptOperand &p_operand);
	bool has_dirty_temporaries() const { return !dirty.is_empty() || !held.is_empty(); }
	// Ends a statement: releases what temporaries hold.
	void clear_temporaries();
	// After a return: the registers are free without being released.
	void forget_temporaries();
	GDScriptOperand make_constant(const Variant &p_value);
	static GDScriptOperand make_member(int p_index, Variant::Type p_type);
	static GDScriptOperand make_self();
	const Variant &get_constant(const GDScriptOperand &p_operand) const { return function->constants[p_operand.index]; }
	static bool is_plain_type(Variant::Type p_type);

	// --- Table entries.
	uint32_t name(const StringName &p_name);
	uint32_t cache(bool p_wants_result = false, bool p_refuses_waiting = false) {
		cache_uses.push_back({ p_wants_result, p_refuses_waiting });
		return cache_uses.size() - 1;
	}
	uint32_t script(GDScriptClass *p_script);
	uint32_t static_slot(GDScriptClass *p_script, const StringName &p_name); // Of the script or a base, whose interface is known.
	// Not in a class with errors: what its variable will hold once it has none is not known.
	bool is_static_known(uint32_t p_slot) const { return function->static_slots[p_slot].layout != UINT64_MAX; }
	uint32_t type(const GDScriptValueType &p_type);
	template <typename T>
	static uint32_t entry(LocalVector<T> &r_table, T p_value) {
		for (uint32_t i = 0; i < r_table.size(); i++) {
			if (r_table[i] == p_value) {
				return i;
			}
		}
		r_table.push_back(p_value);
		return r_table.size() - 1;
	}

	// --- Emitting.
	void set_line(int p_line);
	int here() const { return int(code.size()); }
	// One word each: operands and plain numbers, in the order of the instruction's letters.
	template <typename... P>
	void emit(GDScriptOpcode p_opcode, P... p_words) {
		begin(p_opcode);
		(put(p_words), ...);
	}
	void put(const GDScriptOperand &p_operand);
	void put(uint32_t p_word) { code.push_back(p_word); }
	void put(int p_word) { code.push_back(uint32_t(p_word)); }
	void put_arguments(const LocalVector<GDScriptOperand> &p_arguments);
	void begin(GDScriptOpcode p_opcode);
	// Emits with the target open, or back to a known one.
	template <typename... P>
	Jump emit_jump(GDScriptOpcode p_opcode, P... p_words) {
		emit(p_opcode, p_words..., 0u);
		return { here() - 1 };
	}
	void patch(Jump p_jump); // To here.
	void patch(Jump p_jump, int p_target) { code[p_jump.word] = uint32_t(p_target); }
	void patch_all(LocalVector<Jump> &r_jumps);
	int mark_label(); // Here; jumps will come back.

	// p_target = p_value, choosing the cheapest instruction. No conversion.
	void move(const GDScriptOperand &p_target, const GDScriptOperand &p_value);
};
