// Sums that go back to where their first part came from. What may be a text is added to in place: then building one of n pieces
// takes n steps. Numbers keep their own instructions.
#include "modules/gdscript/compiler/gdscript_class.h"
#include "modules/gdscript/compiler/gdscript_function_compiler.h"

using namespace GDScriptAST;

using Operand = GDScriptOperand;

namespace {

bool may_be_text(Variant::Type p_type) {
	return p_type == Variant::STRING || p_type == Variant::STRING_NAME || p_type == Operand::UNKNOWN;
}

bool is_text(Variant::Type p_type) {
	return p_type == Variant::STRING || p_type == Variant::STRING_NAME;
}

bool is_variable(const ExpressionNode *p_node, const IdentifierNode *p_variable) {
	const IdentifierNode *identifier = nullptr;
	if (p_node->kind == Node::IDENTIFIER) {
		identifier = static_cast<const IdentifierNode *>(p_node);
	} else if (p_node->kind == Node::SUBSCRIPT && static_cast<const SubscriptNode *>(p_node)->is_attribute && static_cast<const SubscriptNode *>(p_node)->base->kind == Node::SELF) {
		identifier = static_cast<const SubscriptNode *>(p_node)->attribute;
	}
	if (!identifier || identifier->is_constant || identifier->source != p_variable->source) {
		return false;
	}
	return (identifier->local && identifier->local == p_variable->local) || (identifier->variable && identifier->variable == p_variable->variable);
}

// False only where evaluating p_node certainly does not look at the local variable.
bool may_read(const ExpressionNode *p_node, const LocalNode *p_local) {
	if (!p_node || p_node->is_constant) {
		return false;
	}
	switch (p_node->kind) {
		case Node::LITERAL:
		case Node::SELF:
			return false;
		case Node::IDENTIFIER:
			return static_cast<const IdentifierNode *>(p_node)->local == p_local;
		case Node::UNARY:
			return may_read(static_cast<const UnaryNode *>(p_node)->operand, p_local);
		case Node::BINARY:
			return may_read(static_cast<const BinaryNode *>(p_node)->left, p_local) || may_read(static_cast<const BinaryNode *>(p_node)->right, p_local);
		case Node::SUBSCRIPT: {
			const SubscriptNode *subscript = static_cast<const SubscriptNode *>(p_node);
			return may_read(subscript->base, p_local) || (!subscript->is_attribute && may_read(subscript->index, p_local));
		}
		case Node::CALL: {
			const CallNode *call = static_cast<const CallNode *>(p_node);
			bool reads = may_read(call->base, p_local);
			for (const ExpressionNode *argument : call->arguments) {
				reads = reads || may_read(argument, p_local);
			}
			return reads;
		}
		default:
			return true;
	}
}

// Whether it makes no difference how often it is read.
bool is_plain_read(const ExpressionNode *p_node) {
	if (p_node->is_constant || p_node->kind == Node::LITERAL || p_node->kind == Node::SELF) {
		return true;
	}
	return p_node->kind == Node::IDENTIFIER && (static_cast<const IdentifierNode *>(p_node)->local || (static_cast<const IdentifierNode *>(p_node)->variable && static_cast<const IdentifierNode *>(p_node)->variable->style == VariableNode::NO_ACCESSORS));
}

bool is_same_read(const ExpressionNode *p_a, const ExpressionNode *p_b) {
	if (p_a->kind != p_b->kind || !is_plain_read(p_a) || !is_plain_read(p_b) || p_a->is_constant != p_b->is_constant) {
		return false;
	}
	if (p_a->is_constant) {
		return p_a->reduced_value.get_type() == p_b->reduced_value.get_type() && !p_a->reduced_value.is_array() && p_a->reduced_value == p_b->reduced_value;
	}
	if (p_a->kind == Node::IDENTIFIER) {
		const IdentifierNode *a = static_cast<const IdentifierNode *>(p_a);
		const IdentifierNode *b = static_cast<const IdentifierNode *>(p_b);
		return a->source == b->source && a->local == b->local && a->variable == b->variable;
	}
	return p_a->kind == Node::SELF;
}

// `first + part + …`: gives the first, and the parts in order.
ExpressionNode *take_apart(ExpressionNode *p_sum, LocalVector<ExpressionNode *> &r_parts) {
	ExpressionNode *first = p_sum;
	for (; first->kind == Node::BINARY && !first->is_constant && static_cast<BinaryNode *>(first)->op == Variant::OP_ADD; first = static_cast<BinaryNode *>(first)->left) {
		r_parts.push_back(static_cast<BinaryNode *>(first)->right);
	}
	for (uint32_t i = 0; i < r_parts.size() / 2; i++) {
		SWAP(r_parts[i], r_parts[r_parts.size() - 1 - i]);
	}
	return first;
}

} // namespace

bool GDScriptFunctionCompiler::may_all_be_text(const LocalVector<ExpressionNode *> &p_parts) {
	for (const ExpressionNode *part : p_parts) {
		if (!may_be_text(static_type(part))) {
			return false;
		}
	}
	return true;
}

Variant::Type GDScriptFunctionCompiler::static_type(const ExpressionNode *p_node) {
	return p_node->is_constant ? p_node->reduced_value.get_type() : proved_type(p_node->type);
}

// `a[k] = a[k] + addend`, where reading `a` and `k` twice and once are the same.
void GDScriptFunctionCompiler::find_addends(const AssignmentNode *p_node, LocalVector<ExpressionNode *> &r_addends) {
	const SubscriptNode *target = static_cast<const SubscriptNode *>(p_node->target);
	if (p_node->is_compound || !may_be_text(proved_type(target->type))) {
		return;
	}
	LocalVector<ExpressionNode *> parts;
	const ExpressionNode *first = take_apart(p_node->value, parts);
	if (first->kind != Node::SUBSCRIPT || first->is_constant || !may_all_be_text(parts)) {
		return;
	}
	const SubscriptNode *read = static_cast<const SubscriptNode *>(first);
	if (read->is_attribute != target->is_attribute || !is_same_read(read->base, target->base)) {
		return;
	}
	if (read->is_attribute ? read->attribute->name == target->attribute->name : is_same_read(read->index, target->index)) {
		r_addends = parts;
	}
}

// Whether somebody may look at the place while the sum is made: then it holds the old value until all parts are there.
bool GDScriptFunctionCompiler::is_seen_meanwhile(const LocalVector<ExpressionNode *> &p_parts) {
	return p_parts.size() > 1 || may_assign(p_parts[0]);
}

void GDScriptFunctionCompiler::emit_add_to(const Operand &p_place, const Operand &p_current, const Operand &p_part) {
	if (p_current == p_place && p_place.type == Variant::STRING && p_part.type == Variant::STRING) {
		gen.emit(GDSCRIPT_OP_APPEND_STRING, p_place, p_part);
	} else if (p_current == p_place) {
		gen.emit(GDSCRIPT_OP_ADD, p_place, p_place, p_part);
	} else {
		gen.emit(GDSCRIPT_OP_ADD_TO, p_place, p_current, p_part);
	}
	gen.free_temporary(p_current);
	gen.free_temporary(p_part);
}

// The sum of a String and anything is a String or an error, so that the place needs no conversion.
bool GDScriptFunctionCompiler::add_to_place(const Operand &p_place, const GDScriptType &p_type, const Operand &p_current, const Operand &p_part) {
	const bool takes_any = p_place.type == Operand::UNKNOWN && !to_value_type(p_type).is_typed();
	if (!(p_place.type == Variant::STRING || takes_any) || !may_be_text(p_part.type)) {
		return false;
	}
	emit_add_to(p_place, p_current, p_part);
	return true;
}

bool GDScriptFunctionCompiler::takes_texts_as_they_are(const IdentifierNode *p_static) {
	if (p_static->source != IdentifierNode::STATIC_VARIABLE || has_accessor(p_static, true) || has_accessor(p_static, false)) {
		return false;
	}
	const GDScriptType &type = p_static->variable->type;
	return proved_type(type) == Variant::STRING || !to_value_type(type).is_typed();
}

bool GDScriptFunctionCompiler::add_to_static(const IdentifierNode *p_target, const Operand &p_current, const Operand &p_part) {
	if (!takes_texts_as_they_are(p_target) || !may_be_text(p_part.type)) {
		return false;
	}
	GDScriptClass *owner = host.get_class_with_interface(p_target->owner_class);
	gen.emit(GDSCRIPT_OP_ADD_TO_STATIC, gen.static_slot(owner, p_target->name), p_current, p_part);
	gen.free_temporary(p_current);
	gen.free_temporary(p_part);
	return true;
}

// `variable = variable + part + …`
bool GDScriptFunctionCompiler::add_to_own_static(AssignmentNode *p_node, IdentifierNode *p_target) {
	LocalVector<ExpressionNode *> parts;
	const ExpressionNode *first = take_apart(p_node->value, parts);
	if (parts.is_empty() || !takes_texts_as_they_are(p_target) || !is_variable(first, p_target) || !may_all_be_text(parts)) {
		return false;
	}
	add_parts_later(p_node, p_target, Operand(), parts);
	return true;
}

bool GDScriptFunctionCompiler::can_add_to_step(const Access &p_access) const {
	const SubscriptNode *step = p_access.node;
	const Variant::Type base = p_access.base.type;
	if (step->is_attribute && step->attribute->source == IdentifierNode::NATIVE_PROPERTY) {
		return false;
	}
	const bool is_dynamic = base == Operand::UNKNOWN || base == Variant::ARRAY || base == Variant::DICTIONARY;
	return may_be_text(proved_type(step->type)) && (is_dynamic || (base == Variant::PACKED_STRING_ARRAY && !step->is_attribute));
}

// Frees p_part only: what the step is reached by may be needed for writing back.
bool GDScriptFunctionCompiler::add_to_step(const Access &p_access, const Operand &p_part) {
	const SubscriptNode *step = p_access.node;
	if (!may_be_text(p_part.type) || !can_add_to_step(p_access)) {
		return false;
	}
	if (!step->is_attribute) {
		gen.emit(GDSCRIPT_OP_ADD_TO_INDEX, p_access.base, p_access.key, p_part);
	} else {
		const uint32_t name = gen.name(step->attribute->name);
		const uint32_t getting = gen.cache();
		const uint32_t setting = gen.cache();
		gen.emit(GDSCRIPT_OP_ADD_TO_NAMED, p_access.base, p_part, name, getting, setting);
	}
	gen.free_temporary(p_part);
	return true;
}

// Each part is added before the next is evaluated. What a local variable holds meanwhile is seen by nobody: an error on the way ends the function.
bool GDScriptFunctionCompiler::add_parts_in_turn(const LocalVector<Expression *> &p_parts, const LocalNode *p_local, const Operand &p_place) {
	for (uint32_t i = 1; i < p_parts.size(); i++) {
		if (!p_local || may_read(p_parts[i], p_local)) {
			return false;
		}
	}
	for (Expression *part : p_parts) {
		const Operand operand = compile(part);
		emit_add_to(p_place, p_place, operand);
	}
	return true;
}

// What is to be appended to p_current once all parts are evaluated; nothing where p_current is the sum already. p_first is the first part's value.
Operand GDScriptFunctionCompiler::compile_sum_later(const LocalVector<Expression *> &p_parts, const Operand &p_first, const Operand &p_current) {
	const Operand pending = gen.make_temporary(Operand::UNKNOWN);
	gen.move(pending, gen.make_constant(Variant()));
	for (uint32_t i = 0; i < p_parts.size(); i++) {
		const Operand part = i == 0 && p_first.is_set() ? p_first : compile(p_parts[i]);
		gen.emit(GDSCRIPT_OP_ADD_LATER, p_current, pending, part);
		gen.free_temporary(part);
	}
	return pending;
}

// A variable of an instance or a function is read after the first part was evaluated, a static one, which has no p_place, before.
void GDScriptFunctionCompiler::add_parts_later(AssignmentNode *p_node, IdentifierNode *p_target, const Operand &p_place, const LocalVector<Expression *> &p_parts) {
	const Operand first = p_place.is_set() ? keep(compile(p_parts[0])) : Operand();
	const Operand current = keep(p_place.is_set() ? p_place : compile_identifier(p_target, Operand()));
	const Operand pending = compile_sum_later(p_parts, first, current);
	const Jump is_sum = gen.emit_jump(GDSCRIPT_OP_JUMP_IF_NOT, pending);
	if (p_place.is_set()) {
		gen.emit(GDSCRIPT_OP_ADD_TO, p_place, current, pending);
	} else {
		gen.emit(GDSCRIPT_OP_ADD_TO_STATIC, gen.static_slot(host.get_class_with_interface(p_target->owner_class), p_target->name), current, pending);
	}
	const Jump done = gen.emit_jump(GDSCRIPT_OP_JUMP);
	gen.patch(is_sum);
	if (p_place.is_set()) {
		gen.move(p_place, current);
	} else {
		write_member(p_target, current, false);
	}
	gen.patch(done);
	gen.free_temporary(pending);
	gen.free_temporary(current);
}

// An element or attribute is read before its parts are evaluated.
void GDScriptFunctionCompiler::add_to_last_later(const LocalVector<Expression *> &p_parts, const LocalVector<Access> &p_chain, Access &r_last, LocalVector<Jump> &r_done) {
	const SubscriptNode *target = r_last.node;
	r_last.key = target->is_attribute ? Operand() : keep(compile(target->index));
	const Operand current = keep(read_last(r_last));
	const Operand pending = compile_sum_later(p_parts, Operand(), current);
	gen.set_line(target->start_line);
	const Jump is_sum = gen.emit_jump(GDSCRIPT_OP_JUMP_IF_NOT, pending);
	const Operand key = target->is_attribute ? gen.make_constant(target->attribute->name) : r_last.key;
	const Jump is_other = gen.emit_jump(GDSCRIPT_OP_JUMP_UNLESS_HELD, current, r_last.base, key);
	Operand part = pending;
	part.is_temporary = false;
	add_to_step(r_last, part);
	const Jump done = gen.emit_jump(GDSCRIPT_OP_JUMP);
	gen.patch(is_other);
	gen.emit(GDSCRIPT_OP_ADD, current, current, pending);
	gen.patch(is_sum);
	write_last(p_chain, r_last, current, r_done);
	gen.patch(done);
	gen.free_temporary(pending);
	gen.free_temporary(current);
}

bool GDScriptFunctionCompiler::add_parts(AssignmentNode *p_node, IdentifierNode *p_target, const Operand &p_place, const GDScriptType &p_type) {
	LocalVector<Expression *> parts;
	const Expression *first = take_apart(p_node->value, parts);
	bool are_texts = p_place.type == Variant::STRING;
	bool later_may_assign = false;
	for (uint32_t i = 0; i < parts.size(); i++) {
		later_may_assign = later_may_assign || (i > 0 && may_assign(parts[i]));
		are_texts = are_texts && is_text(static_type(parts[i]));
	}
	const bool takes_any = p_place.type == Operand::UNKNOWN && !to_value_type(p_type).is_typed();
	if (parts.is_empty() || !may_all_be_text(parts) || !(takes_any || p_place.type == Variant::STRING) || has_accessor(p_target, false) || !is_variable(first, p_target)) {
		return false;
	}
	// All parts are evaluated before the first is added: nobody may notice if adding can fail.
	if (!are_texts && parts.size() > 1 && (p_place.kind == Operand::MEMBER || later_may_assign)) {
		if (!add_parts_in_turn(parts, p_target->local, p_place)) {
			add_parts_later(p_node, p_target, p_place, parts);
		}
		return true;
	}
	Operand current = p_place;
	LocalVector<Operand> operands;
	for (uint32_t i = 0; i < parts.size(); i++) {
		bool later_assigns = false;
		for (uint32_t j = i + 1; j < parts.size(); j++) {
			later_assigns = later_assigns || may_assign(parts[j]);
		}
		// Each is added before the next is evaluated, as far as anybody can see.
		const Operand operand = compile(parts[i]);
		operands.push_back(later_assigns && operand.kind == Operand::MEMBER ? keep(operand) : operand);
		if (i == 0 && later_assigns && p_place.kind == Operand::MEMBER) {
			current = keep(p_place);
		}
	}
	for (uint32_t i = 1; i < operands.size(); i++) {
		if (operands[i] == p_place) {
			operands[i] = keep(operands[i]); // Its value from before.
		}
	}
	gen.set_line(p_node->start_line);
	for (const Operand &operand : operands) {
		emit_add_to(p_place, current, operand);
		current = p_place;
	}
	return true;
}
