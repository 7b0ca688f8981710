// Assignments, also through chains of values: `a.b[c].d = v` writes every step back whose value is not shared.
#include "core/object/class_db.h"
#include "core/variant/variant_internal.h"
#include "modules/gdscript/compiler/gdscript_class.h"
#include "modules/gdscript/compiler/gdscript_function_compiler.h"

using namespace GDScriptAST;

using Operand = GDScriptOperand;

// --- Storing with conversion -----------------------------------------------------------------------------------------

void GDScriptFunctionCompiler::store(const Operand &p_target, const GDScriptType &p_type, const Operand &p_value, bool p_needs_conversion) {
	const Variant::Type type = place_type(p_type);
	if (type != Operand::UNKNOWN && !p_type.has_elements()) {
		if (p_value.type == type) {
			gen.move(p_target, p_value);
		} else if (type == Variant::FLOAT && p_value.type == Variant::INT) {
			if (p_value.is_constant()) {
				gen.move(p_target, to_float(p_value));
			} else {
				gen.emit(GDSCRIPT_OP_INT_TO_FLOAT, p_target, p_value);
			}
		} else if (type == Variant::INT && p_value.type == Variant::FLOAT && !p_value.is_constant()) {
			gen.emit(GDSCRIPT_OP_FLOAT_TO_INT, p_target, p_value);
		} else {
			gen.emit(GDSCRIPT_OP_ASSIGN_BUILTIN, p_target, p_value, uint32_t(type));
		}
		return;
	}
	const GDScriptValueType value_type = to_value_type(p_type);
	if (!value_type.is_typed()) {
		gen.move(p_target, p_value);
		return;
	}
	const bool proved = !p_needs_conversion && (value_type.kind != GDScriptValueType::BUILTIN || p_value.type == value_type.builtin_type);
	if (proved) {
		gen.move(p_target, p_value);
	} else {
		gen.emit(GDSCRIPT_OP_ASSIGN_TYPED, p_target, p_value, gen.type(value_type));
	}
}

void GDScriptFunctionCompiler::compile_into(const Operand &p_target, const GDScriptType &p_type, Expression *p_value, bool p_needs_conversion) {
	// Only a result that needs no conversion may be written straight to its place.
	const bool direct = !p_needs_conversion && (place_type(p_type) == p_target.type) && !(p_type.has_elements());
	const Operand value = compile(p_value, direct ? p_target : Operand());
	store(p_target, p_type, value, p_needs_conversion);
	gen.free_temporary(value != p_target ? value : Operand());
}

// --- Variables -------------------------------------------------------------------------------------------------------

void GDScriptFunctionCompiler::compile_assignment(AssignmentNode *p_node) {
	gen.set_line(p_node->start_line);
	if (p_node->target->kind == Node::SUBSCRIPT) {
		SubscriptNode *target = static_cast<SubscriptNode *>(p_node->target);
		if (target->is_attribute && ((target->base->kind == Node::SELF && target->attribute->source == IdentifierNode::MEMBER_VARIABLE) || target->attribute->source == IdentifierNode::STATIC_VARIABLE)) {
			evaluate_unused(target->base);
			assign_identifier(p_node, target->attribute);
		} else {
			assign_subscript(p_node, target);
		}
	} else if (p_node->target->kind == Node::IDENTIFIER) {
		assign_identifier(p_node, static_cast<IdentifierNode *>(p_node->target));
	}
}

namespace {

const GDScriptType &declared_type(const IdentifierNode *p_node) {
	if (p_node->variable) {
		return p_node->variable->type;
	}
	return p_node->local ? p_node->local->type : p_node->type;
}

bool is_known_object(const ExpressionNode *p_node) {
	return p_node->type.is_object() && p_node->type.is_hard();
}

} // namespace

void GDScriptFunctionCompiler::assign_identifier(AssignmentNode *p_node, IdentifierNode *p_target) {
	Operand place = direct_place(p_target);
	if (!place.is_set() && p_target->source == IdentifierNode::MEMBER_VARIABLE && !has_accessor(p_target, true)) {
		if (const GDScriptClass::MemberInfo *info = script->find_member(p_target->name)) {
			place = GDScriptCodegen::make_member(info->index, place_type(p_target->variable->type));
		}
	}
	const GDScriptType &type = declared_type(p_target);
	if (!p_node->is_compound) {
		if (place.is_set()) {
			if (!add_parts(p_node, p_target, place, type)) {
				compile_into(place, type, p_node->value, p_node->needs_conversion);
			}
			return;
		}
		if (!add_to_own_static(p_node, p_target)) {
			const Operand value = compile(p_node->value);
			write_member(p_target, value, p_node->needs_conversion);
			gen.free_temporary(value);
		}
		return;
	}
	give_type_to_literal(p_node->value, type);
	const Operand operand = compile(p_node->value);
	Operand current = place.is_set() && !has_accessor(p_target, false) ? place : compile_identifier(p_target, Operand());
	if (p_node->op == Variant::OP_ADD && (place.is_set() ? add_to_place(place, type, current, operand) : add_to_static(p_target, current, operand))) {
		return;
	}
	const bool direct = place.is_set() && (place.type == Operand::UNKNOWN || GDScriptCodegen::is_plain_type(place.type) || place.type == Variant::STRING) && !type.has_elements() && to_value_type(type).kind != GDScriptValueType::SCRIPT && to_value_type(type).kind != GDScriptValueType::NATIVE;
	const Operand result = compile_operator(p_node->op, current, operand, direct ? place : Operand());
	if (place.is_set()) {
		if (result != place) {
			store(place, type, result, p_node->needs_conversion);
		}
	} else {
		write_member(p_target, result, p_node->needs_conversion);
	}
	gen.free_temporary(result != place ? result : Operand());
}

// Where a name is not simply a place: setters, static variables, native properties.
void GDScriptFunctionCompiler::write_member(IdentifierNode *p_node, const Operand &p_value, bool p_needs_conversion) {
	LocalVector<Operand> arguments;
	arguments.push_back(p_value);
	GDScriptClass *owner = p_node->source == IdentifierNode::STATIC_VARIABLE ? host.get_class_with_interface(p_node->owner_class) : script;
	if ((p_node->source == IdentifierNode::MEMBER_VARIABLE || p_node->source == IdentifierNode::STATIC_VARIABLE) && has_accessor(p_node, true)) {
		const StringName setter = p_node->variable->setter ? p_node->variable->setter->name : p_node->variable->setter_name->name;
		const Operand result = gen.make_temporary(Operand::UNKNOWN);
		if (p_node->source == IdentifierNode::STATIC_VARIABLE) {
			gen.emit(GDSCRIPT_OP_CALL_STATIC, result, gen.script(owner), gen.name(setter), gen.cache());
		} else {
			gen.emit(GDSCRIPT_OP_CALL_SELF, result, gen.name(setter), gen.cache());
		}
		gen.put_arguments(arguments);
		gen.free_temporary(result);
		return;
	}
	if (p_node->source == IdentifierNode::STATIC_VARIABLE) {
		Operand value = p_value;
		const Variant::Type type = place_type(p_node->variable->type);
		if (to_value_type(p_node->variable->type).is_typed() && (p_needs_conversion || (type != Operand::UNKNOWN && p_value.type != type))) {
			value = gen.make_temporary(type);
			store(value, p_node->variable->type, p_value, p_needs_conversion);
		}
		gen.emit(GDSCRIPT_OP_SET_STATIC, gen.static_slot(owner, p_node->name), value);
		gen.free_temporary(value != p_value ? value : Operand());
		return;
	}
	if (p_node->source == IdentifierNode::MEMBER_VARIABLE) {
		if (const GDScriptClass::MemberInfo *info = script->find_member(p_node->name)) {
			store(GDScriptCodegen::make_member(info->index, place_type(p_node->variable->type)), p_node->variable->type, p_value, p_needs_conversion);
			return;
		}
	}
	gen.emit(GDSCRIPT_OP_SET_NAMED, GDScriptCodegen::make_self(), p_value, gen.name(p_node->name), gen.cache());
}

// --- Chains ----------------------------------------------------------------------------------------------------------

// Where the chain starts, or what a step of it gives. Steps that may have to be written back are added to r_chain, outermost last.
Operand GDScriptFunctionCompiler::read_base(Expression *p_node, LocalVector<Access> &r_chain) {
	if (p_node->kind != Node::SUBSCRIPT || p_node->is_constant) {
		const Operand base = compile(p_node);
		const bool is_place = p_node->kind == Node::IDENTIFIER && !has_accessor(static_cast<IdentifierNode *>(p_node), true);
		return base.is_constant() || base.kind == Operand::SELF || is_place ? base : keep(base); // A setter gets a changed copy.
	}
	SubscriptNode *subscript = static_cast<SubscriptNode *>(p_node);
	const IdentifierNode *attribute = subscript->is_attribute ? subscript->attribute : nullptr;
	if (attribute && (attribute->is_constant || attribute->source == IdentifierNode::STATIC_VARIABLE || (subscript->base->kind == Node::SELF && attribute->source == IdentifierNode::MEMBER_VARIABLE))) {
		const Operand base = compile_subscript(subscript, Operand());
		return has_accessor(attribute, true) ? keep(base) : base;
	}
	Access access;
	access.node = subscript;
	access.base = read_base(subscript->base, r_chain);
	Operand base = access.base;
	base.is_temporary = false; // Still needed for writing back.
	Operand value;
	if (subscript->is_attribute) {
		value = compile_attribute_of(base, subscript, Operand());
	} else {
		access.key = keep(compile(subscript->index));
		Operand key = access.key;
		key.is_temporary = false;
		value = compile_index_of(base, key, Operand(), proved_type(subscript->type));
	}
	r_chain.push_back(access);
	return value;
}

void GDScriptFunctionCompiler::write_step(const Access &p_access, const Operand &p_value) {
	if (p_access.node->is_attribute) {
		const StringName &name = p_access.node->attribute->name;
		if (p_access.base.type != Operand::UNKNOWN && Variant::has_member(p_access.base.type, name)) {
			Operand value = p_value;
			const Variant::Type type = Variant::get_member_type(p_access.base.type, name);
			if (prove_argument(value, type)) {
				gen.emit(GDSCRIPT_OP_SET_MEMBER_VALIDATED, p_access.base, value, GDScriptCodegen::entry(function->setters, Variant::get_member_validated_setter(p_access.base.type, name)));
				gen.free_temporary(value != p_value ? value : Operand());
				return;
			}
		}
		gen.emit(GDSCRIPT_OP_SET_NAMED, p_access.base, p_value, gen.name(name), gen.cache());
		return;
	}
	const Variant::Type base_type = p_access.base.type;
	Operand element = p_value;
	if (base_type >= Variant::PACKED_BYTE_ARRAY && base_type != Operand::UNKNOWN && p_access.key.type == Variant::INT && prove_argument(element, Variant::get_indexed_element_type(base_type))) {
		gen.emit(GDSCRIPT_OP_SET_INDEX_VALIDATED, p_access.base, p_access.key, element, GDScriptCodegen::entry(function->indexed_setters, Variant::get_member_validated_indexed_setter(base_type)));
		gen.free_temporary(element != p_value ? element : Operand());
		return;
	}
	const bool into_array = p_access.base.type == Variant::ARRAY && p_access.key.type == Variant::INT;
	gen.emit(into_array ? GDSCRIPT_OP_SET_INDEX_ARRAY : GDSCRIPT_OP_SET_INDEX, p_access.base, p_access.key, p_value);
}

// The changed value of a chain's root goes back where it came from, unless it was changed in place.
void GDScriptFunctionCompiler::write_back(Expression *p_root, const Operand &p_value) {
	IdentifierNode *identifier = nullptr;
	if (p_root->kind == Node::IDENTIFIER) {
		identifier = static_cast<IdentifierNode *>(p_root);
	} else if (p_root->kind == Node::SUBSCRIPT && static_cast<SubscriptNode *>(p_root)->is_attribute) {
		identifier = static_cast<SubscriptNode *>(p_root)->attribute;
	}
	if (!identifier || direct_place(identifier).is_set()) {
		return;
	}
	const bool writable = (identifier->source == IdentifierNode::MEMBER_VARIABLE || identifier->source == IdentifierNode::STATIC_VARIABLE || identifier->source == IdentifierNode::NATIVE_PROPERTY);
	if (!writable || p_value.kind == Operand::MEMBER) {
		return;
	}
	const Variant::Type type = p_value.type;
	if (type == Variant::ARRAY || type == Variant::DICTIONARY || is_known_object(p_root)) {
		return;
	}
	const Jump shared = gen.emit_jump(GDSCRIPT_OP_JUMP_IF_SHARED, p_value);
	write_member(identifier, p_value, false);
	gen.patch(shared);
}

// What the last step of a chain holds. Its base and key are still needed for writing.
Operand GDScriptFunctionCompiler::read_last(const Access &p_last) {
	Operand base = p_last.base;
	base.is_temporary = false;
	if (p_last.node->is_attribute) {
		return compile_attribute_of(base, p_last.node, Operand());
	}
	Operand key = p_last.key;
	key.is_temporary = false;
	return compile_index_of(base, key, Operand(), proved_type(p_last.node->type));
}

// Whether `a[k][i] = x` or `a.k[i] = x` may change a text that an Array, a Dictionary or an object holds.
bool GDScriptFunctionCompiler::may_be_text_inside(const LocalVector<Access> &p_chain, const Access &p_last) {
	if (p_chain.is_empty() || p_last.node->is_attribute || !p_last.base.is_temporary || !(p_last.base.type == Variant::STRING || p_last.base.type == Operand::UNKNOWN) || is_known_object(p_last.node->base)) {
		return false;
	}
	const Variant::Type outer = p_chain[p_chain.size() - 1].base.type;
	return outer == Operand::UNKNOWN || outer == Variant::ARRAY || outer == Variant::DICTIONARY || outer == Variant::OBJECT;
}

// `static_text[i] = x` without a copy of the text.
bool GDScriptFunctionCompiler::is_text_of_static(const Access &p_last) const {
	const Expression *base = p_last.node->base;
	if (p_last.node->is_attribute || !p_last.base.is_temporary || !(p_last.base.type == Variant::STRING || p_last.base.type == Operand::UNKNOWN)) {
		return false;
	}
	const IdentifierNode *identifier = base->kind == Node::IDENTIFIER ? static_cast<const IdentifierNode *>(base) : nullptr;
	if (base->kind == Node::SUBSCRIPT && static_cast<const SubscriptNode *>(base)->is_attribute) {
		identifier = static_cast<const SubscriptNode *>(base)->attribute;
	}
	return identifier && !identifier->is_constant && identifier->source == IdentifierNode::STATIC_VARIABLE && !has_accessor(identifier, true) && !has_accessor(identifier, false);
}

void GDScriptFunctionCompiler::write_last(const LocalVector<Access> &p_chain, const Access &p_last, const Operand &p_value, LocalVector<Jump> &r_done) {
	if (may_be_text_inside(p_chain, p_last)) {
		const Access &outer = p_chain[p_chain.size() - 1];
		const Operand key = outer.node->is_attribute ? gen.make_constant(outer.node->attribute->name) : outer.key;
		r_done.push_back(gen.emit_jump(GDSCRIPT_OP_SET_INDEX_INSIDE, outer.base, key, p_last.base, p_last.key, p_value));
		return;
	}
	if (is_text_of_static(p_last)) {
		const Expression *base = p_last.node->base;
		const IdentifierNode *identifier = base->kind == Node::IDENTIFIER ? static_cast<const IdentifierNode *>(base) : static_cast<const SubscriptNode *>(base)->attribute;
		const uint32_t slot = gen.static_slot(host.get_class_with_interface(identifier->owner_class), identifier->name);
		r_done.push_back(gen.emit_jump(GDSCRIPT_OP_SET_INDEX_IN_STATIC, slot, p_last.base, p_last.key, p_value));
	}
	write_step(p_last, p_value);
}

void GDScriptFunctionCompiler::assign_subscript(AssignmentNode *p_node, SubscriptNode *p_target) {
	LocalVector<Access> chain;
	Access last;
	last.node = p_target;
	last.base = read_base(p_target->base, chain);
	LocalVector<Jump> shared;
	LocalVector<Expression *> addends;
	find_addends(p_node, addends);
	bool writes_inside = false;
	if (!addends.is_empty() && is_seen_meanwhile(addends) && can_add_to_step(last)) {
		add_to_last_later(addends, chain, last, shared);
	} else {
		Expression *addend = addends.size() == 1 && !is_seen_meanwhile(addends) ? addends[0] : nullptr;
		Operand value = keep(compile(addend ? addend : p_node->value));
		if (!p_target->is_attribute) {
			last.key = compile(p_target->index);
		}
		const Variant::Operator op = addend ? Variant::OP_ADD : p_node->op;
		const bool is_compound = p_node->is_compound || addend;
		gen.set_line(p_node->start_line);
		if (!is_compound || op != Variant::OP_ADD || !add_to_step(last, value)) {
			if (is_compound) {
				last.key = p_target->is_attribute ? Operand() : keep(last.key);
				const Operand current = read_last(last);
				value = compile_operator(op, current, value, Operand());
			}
			writes_inside = may_be_text_inside(chain, last);
			write_last(chain, last, value, shared);
			gen.free_temporary(value);
		}
	}
	gen.free_temporary(last.key);
	Operand changed = last.base;
	Expression *changed_node = p_target->base;
	bool is_checked = writes_inside && !shared.is_empty();
	for (int i = int(chain.size()) - 1; i >= 0; i--) {
		const Variant::Type type = changed.type;
		if (type == Variant::ARRAY || type == Variant::DICTIONARY || is_known_object(changed_node)) {
			changed_node = nullptr; // Shared for certain: what it came from sees the change.
			break;
		}
		if (!is_checked) {
			shared.push_back(gen.emit_jump(GDSCRIPT_OP_JUMP_IF_SHARED, changed));
		}
		is_checked = false;
		write_step(chain[uint32_t(i)], changed);
		changed = chain[uint32_t(i)].base;
		changed_node = chain[uint32_t(i)].node->base;
	}
	if (changed_node) {
		write_back(changed_node, changed);
	}
	gen.patch_all(shared);
	for (const Access &access : chain) {
		gen.free_temporary(access.base);
		gen.free_temporary(access.key);
	}
	gen.free_temporary(last.base);
}
