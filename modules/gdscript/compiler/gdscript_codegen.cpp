// Register allocation, constants and code words.
#include "modules/gdscript/compiler/gdscript_codegen.h"

#include "modules/gdscript/compiler/gdscript_class.h"

#include "core/error/error_macros.h"
#include "core/variant/variant_internal.h"

namespace {

enum {
	POOL_MANAGED,
	POOL_PLAIN,
};

// Only values without identity, so that sharing them cannot be seen. -0.0 and 0.0 are one key, but two constants.
bool may_share(const Variant &p_value) {
	switch (p_value.get_type()) {
		case Variant::NIL:
		case Variant::BOOL:
		case Variant::INT:
		case Variant::STRING:
		case Variant::STRING_NAME:
			return true;
		case Variant::FLOAT:
			return double(p_value) != 0.0;
		default:
			return false;
	}
}

} // namespace

GDScriptCodegen::GDScriptCodegen(GDScriptFunction *p_function) :
		function(p_function) {}

bool GDScriptCodegen::is_plain_type(Variant::Type p_type) {
	return p_type != GDScriptOperand::UNKNOWN && p_type != Variant::NIL && VariantInternal::is_plain(p_type);
}

int GDScriptCodegen::take_register(bool p_plain) {
	const int pool = p_plain ? POOL_PLAIN : POOL_MANAGED;
	LocalVector<int> &free_list = free_registers[pool];
	if (!free_list.is_empty()) {
		const int index = free_list[free_list.size() - 1];
		free_list.resize(free_list.size() - 1);
		return index;
	}
	return register_counts[pool]++;
}

GDScriptOperand GDScriptCodegen::make_argument(Variant::Type p_type) {
	GDScriptOperand operand;
	operand.kind = GDScriptOperand::MANAGED;
	operand.index = register_counts[POOL_MANAGED]++;
	operand.type = p_type;
	return operand;
}

GDScriptOperand GDScriptCodegen::make_local(Variant::Type p_type, bool p_may_be_plain) {
	GDScriptOperand operand;
	const bool plain = p_may_be_plain && is_plain_type(p_type);
	operand.kind = plain ? GDScriptOperand::PLAIN : GDScriptOperand::MANAGED;
	operand.index = take_register(plain);
	operand.type = p_type;
	return operand;
}

void GDScriptCodegen::free_local(const GDScriptOperand &p_local) {
	free_registers[p_local.kind == GDScriptOperand::PLAIN ? POOL_PLAIN : POOL_MANAGED].push_back(p_local.index);
}

GDScriptOperand GDScriptCodegen::make_temporary(Variant::Type p_type) {
	GDScriptOperand operand;
	// A temporary that was used earlier in the statement will do as well as a clean one.
	if (!is_plain_type(p_type) && !dirty.is_empty() && free_registers[POOL_MANAGED].is_empty()) {
		operand.kind = GDScriptOperand::MANAGED;
		operand.index = dirty[dirty.size() - 1];
		dirty.resize(dirty.size() - 1);
		operand.type = p_type;
	} else {
		operand = make_local(p_type, true);
	}
	operand.is_temporary = true;
	return operand;
}

void GDScriptCodegen::free_temporary(const GDScriptOperand &p_operand) {
	if (!p_operand.is_temporary || !p_operand.is_register()) {
		return;
	}
	if (p_operand.kind == GDScriptOperand::PLAIN) {
		free_registers[POOL_PLAIN].push_back(p_operand.index);
	} else {
		DEV_ASSERT(dirty.find(p_operand.index) < 0); // Freed twice, it would be given to two.
		dirty.push_back(p_operand.index);
	}
}

void GDScriptCodegen::hold_temporary(const GDScriptOperand &p_operand) {
	const bool may_own = p_operand.type == GDScriptOperand::UNKNOWN || p_operand.type == Variant::OBJECT;
	if (p_operand.is_temporary && p_operand.kind == GDScriptOperand::MANAGED && may_own) {
		held.push_back(p_operand.index);
	} else {
		free_temporary(p_operand);
	}
}

void GDScriptCodegen::release_held() {
	for (const int index : held) {
		dirty.push_back(index);
	}
	held.clear();
}

void GDScriptCodegen::clear_temporaries() {
	release_held();
	if (dirty.is_empty()) {
		return;
	}
	dirty.sort();
	for (uint32_t i = 0; i < dirty.size();) {
		uint32_t end = i + 1;
		while (end < dirty.size() && dirty[end] == dirty[i] + int(end - i)) {
			end++;
		}
		GDScriptOperand first;
		first.kind = GDScriptOperand::MANAGED;
		first.index = dirty[i];
		if (end - i == 1) {
			emit(GDSCRIPT_OP_CLEAR, first);
		} else {
			emit(GDSCRIPT_OP_CLEAR_RANGE, first, end - i);
		}
		i = end;
	}
	forget_temporaries();
}

void GDScriptCodegen::forget_temporaries() {
	release_held();
	// The lowest come back first: functions stay small.
	for (int i = int(dirty.size()) - 1; i >= 0; i--) {
		free_registers[POOL_MANAGED].push_back(dirty[i]);
	}
	dirty.clear();
}

GDScriptOperand GDScriptCodegen::make_constant(const Variant &p_value) {
	GDScriptOperand operand;
	operand.kind = GDScriptOperand::CONSTANT;
	operand.type = p_value.get_type();
	const bool shared = may_share(p_value);
	if (const int *index = shared ? constant_indices.getptr(p_value) : nullptr) {
		if (function->constants[*index].get_type() == p_value.get_type()) {
			operand.index = *index;
			return operand;
		}
	}
	operand.index = int(function->constants.size());
	function->constants.push_back(p_value);
	if (shared) {
		constant_indices.insert(p_value, operand.index);
	}
	return operand;
}

GDScriptOperand GDScriptCodegen::make_member(int p_index, Variant::Type p_type) {
	GDScriptOperand operand;
	operand.kind = GDScriptOperand::MEMBER;
	operand.index = p_index;
	operand.type = p_type;
	return operand;
}

GDScriptOperand GDScriptCodegen::make_self() {
	GDScriptOperand operand;
	operand.kind = GDScriptOperand::SELF;
	return operand;
}

uint32_t GDScriptCodegen::name(const StringName &p_name) {
	if (const int *index = name_indices.getptr(p_name)) {
		return uint32_t(*index);
	}
	const int index = int(function->names.size());
	function->names.push_back(p_name);
	name_indices.insert(p_name, index);
	return uint32_t(index);
}

uint32_t GDScriptCodegen::script(GDScriptClass *p_script) {
	return entry(function->scripts, p_script);
}

uint32_t GDScriptCodegen::static_slot(GDScriptClass *p_script, const StringName &p_name) {
	GDScriptStaticSlot slot;
	const GDScriptClass::MemberInfo *info = nullptr;
	slot.script = p_script;
	slot.name = p_name;
	if (p_script->find_static(p_name, &info, &slot.script)) {
		slot.type = info->type;
		slot.index = info->index;
		slot.layout = slot.script->get_layout();
	}
	for (uint32_t i = 0; i < function->static_slots.size(); i++) {
		if (function->static_slots[i].script == slot.script && function->static_slots[i].name == p_name) {
			return i;
		}
	}
	function->static_slots.push_back(slot);
	return function->static_slots.size() - 1;
}

uint32_t GDScriptCodegen::type(const GDScriptValueType &p_type) {
	function->types.push_back(p_type);
	return function->types.size() - 1;
}

void GDScriptCodegen::set_line(int p_line) {
	if (p_line == line || p_line <= 0) {
		return;
	}
	line = p_line;
	if (!function->lines.is_empty() && function->lines[function->lines.size() - 1].ip == here()) {
		function->lines.write[function->lines.size() - 1].line = p_line;
	} else {
		function->lines.push_back({ here(), p_line });
	}
}

void GDScriptCodegen::begin(GDScriptOpcode p_opcode) {
	code.push_back(p_opcode);
}

void GDScriptCodegen::put(const GDScriptOperand &p_operand) {
	switch (p_operand.kind) {
		case GDScriptOperand::MANAGED:
			code.push_back(GDScriptAddress::make(GDScriptAddress::REGISTER, p_operand.index));
			break;
		case GDScriptOperand::PLAIN:
			code.push_back((GDScriptAddress::make(GDScriptAddress::REGISTER, p_operand.index) & ~3u) | PLAIN_BASE);
			break;
		case GDScriptOperand::CONSTANT:
			code.push_back(GDScriptAddress::make(GDScriptAddress::CONSTANT, p_operand.index));
			break;
		case GDScriptOperand::MEMBER:
			code.push_back(GDScriptAddress::make(GDScriptAddress::MEMBER, p_operand.index));
			break;
		case GDScriptOperand::SELF:
		case GDScriptOperand::NONE:
			code.push_back(GDScriptAddress::self());
			break;
	}
}

void GDScriptCodegen::put_arguments(const LocalVector<GDScriptOperand> &p_arguments) {
	put(p_arguments.size());
	for (const GDScriptOperand &argument : p_arguments) {
		put(argument);
	}
}

void GDScriptCodegen::patch(Jump p_jump) {
	patch(p_jump, mark_label());
}

void GDScriptCodegen::patch_all(LocalVector<Jump> &r_jumps) {
	for (const Jump &jump : r_jumps) {
		patch(jump);
	}
	r_jumps.clear();
}

int GDScriptCodegen::mark_label() {
	label = here();
	return label;
}

void GDScriptCodegen::move(const GDScriptOperand &p_target, const GDScriptOperand &p_value) {
	if (p_target == p_value) {
		return;
	}
	const bool plain = is_plain_type(p_value.type) && (p_target.kind == GDScriptOperand::PLAIN || is_plain_type(p_target.type));
	emit(plain ? GDSCRIPT_OP_MOVE_PLAIN : GDSCRIPT_OP_MOVE, p_target, p_value);
}

void GDScriptCodegen::resolve_plain_registers() {
	const int managed = register_counts[POOL_MANAGED];
	auto resolve = [managed](uint32_t &r_word) {
		if ((r_word & 3) == PLAIN_BASE) {
			r_word = GDScriptAddress::make(GDScriptAddress::REGISTER, GDScriptAddress::get_index(r_word) + managed);
		}
	};
	for (uint32_t at = 0; at < code.size();) {
		uint32_t word = at + 1;
		for (const char *operand = gdscript_opcode_info[code[at]].operands; *operand; operand++) {
			if (*operand == 'D' || *operand == 'S') {
				resolve(code[word++]);
			} else if (*operand == 'A') {
				const uint32_t count = code[word++];
				for (uint32_t i = 0; i < count; i++) {
					resolve(code[word++]);
				}
			} else {
				word++;
			}
		}
		at = word;
	}
}

void GDScriptCodegen::finish() {
	begin(GDSCRIPT_OP_END);
	resolve_plain_registers();
	function->register_count = register_counts[POOL_MANAGED] + register_counts[POOL_PLAIN];
	function->managed_count = register_counts[POOL_MANAGED];
	function->code.resize(int(code.size()));
	for (uint32_t i = 0; i < code.size(); i++) {
		function->code.write[i] = code[i];
	}
	function->allocate_caches(int(cache_uses.size()));
	for (uint32_t i = 0; i < cache_uses.size(); i++) {
		function->caches[i].wants_result = cache_uses[i].wants_result;
		function->caches[i].refuses_waiting = cache_uses[i].refuses_waiting;
	}
	function->layout = function->script->get_layout();
	function->gives_nothing = true;
	for (uint32_t at = 0; at < code.size(); at += uint32_t(gdscript_instruction_size(code.ptr() + at))) {
		switch (code[at]) {
			case GDSCRIPT_OP_RETURN:
			case GDSCRIPT_OP_RETURN_BUILTIN:
			case GDSCRIPT_OP_RETURN_TYPED:
			case GDSCRIPT_OP_AWAIT:
				function->gives_nothing = false;
				break;
			default:
				break;
		}
	}
}
