// Expressions other than calls.
#include "core/config/engine.h"
#include "core/object/class_db.h"
#include "core/variant/string_format.h"
#include "core/variant/variant_internal.h"
#include "modules/gdscript/compiler/gdscript_class.h"
#include "modules/gdscript/compiler/gdscript_function_compiler.h"

using namespace GDScriptAST;

using Operand = GDScriptOperand;

// --- Places ----------------------------------------------------------------------------------------------------------

Operand GDScriptFunctionCompiler::choose_target(const Operand &p_target, Variant::Type p_type) {
	if (p_target.is_set() && p_target.kind != Operand::CONSTANT && p_target.kind != Operand::SELF) {
		// An instruction with a plain result just stores: its target must be proved plain, too.
		if (GDScriptCodegen::is_plain_type(p_type) ? p_target.type == p_type : (p_target.type == Operand::UNKNOWN || p_target.type == p_type)) {
			return p_target;
		}
	}
	return gen.make_temporary(p_type);
}

Operand GDScriptFunctionCompiler::to_float(const Operand &p_operand) {
	if (p_operand.type != Variant::INT) {
		return p_operand;
	}
	if (p_operand.is_constant()) {
		return gen.make_constant(double(int64_t(gen.get_constant(p_operand))));
	}
	const Operand converted = gen.make_temporary(Variant::FLOAT);
	gen.emit(GDSCRIPT_OP_INT_TO_FLOAT, converted, p_operand);
	gen.free_temporary(p_operand);
	return converted;
}

Operand GDScriptFunctionCompiler::keep(const Operand &p_operand) {
	if (p_operand.is_temporary || p_operand.is_constant() || p_operand.kind == Operand::SELF) {
		return p_operand;
	}
	const Operand kept = gen.make_temporary(p_operand.type);
	gen.move(kept, p_operand);
	return kept;
}

bool GDScriptFunctionCompiler::may_assign(const ExpressionNode *p_node) {
	if (!p_node || p_node->is_constant) {
		return false;
	}
	switch (p_node->kind) {
		case Node::LITERAL:
		case Node::SELF:
		case Node::LAMBDA:
		case Node::PRELOAD:
			return false;
		case Node::IDENTIFIER: {
			// Reading a property may run its getter.
			const IdentifierNode *identifier = static_cast<const IdentifierNode *>(p_node);
			return identifier->source == IdentifierNode::MEMBER_VARIABLE && identifier->variable && identifier->variable->style != VariableNode::NO_ACCESSORS;
		}
		case Node::UNARY:
			return may_assign(static_cast<const UnaryNode *>(p_node)->operand);
		case Node::BINARY:
			return may_assign(static_cast<const BinaryNode *>(p_node)->left) || may_assign(static_cast<const BinaryNode *>(p_node)->right);
		default:
			return true;
	}
}

// Member variables are operands themselves: what is evaluated later may assign them, and the instruction sees that.
void GDScriptFunctionCompiler::compile_list(const LocalVector<Expression *> &p_nodes, LocalVector<Operand> &r_operands) {
	for (Expression *node : p_nodes) {
		r_operands.push_back(compile(node));
	}
}

Operand GDScriptFunctionCompiler::local_operand(const LocalNode *p_local) const {
	const Operand *operand = locals.getptr(p_local);
	return operand ? *operand : Operand();
}

Operand GDScriptFunctionCompiler::class_operand(ClassNode *p_class) {
	const Operand result = gen.make_temporary(Operand::UNKNOWN);
	gen.emit(GDSCRIPT_OP_GET_SCRIPT, result, gen.script(host.get_class_of(p_class)));
	return result;
}

// --- Dispatch --------------------------------------------------------------------------------------------------------

Operand GDScriptFunctionCompiler::compile(Expression *p_node, const Operand &p_target) {
	gen.set_line(p_node->start_line);
	if (p_node->kind == Node::AWAIT) {
		return compile_await(static_cast<AwaitNode *>(p_node));
	}
	// The name of a class, and not a variable that was seen to hold it.
	if (p_node->type.is_meta_type && p_node->type.is_constant && p_node->type.kind == GDScriptType::CLASS && (p_node->kind == Node::IDENTIFIER || p_node->kind == Node::SUBSCRIPT)) {
		return class_operand(p_node->type.class_type);
	}
	if (p_node->is_constant) {
		return gen.make_constant(p_node->reduced_value);
	}
	switch (p_node->kind) {
		case Node::LITERAL:
			return gen.make_constant(static_cast<LiteralNode *>(p_node)->value);
		case Node::IDENTIFIER:
			return compile_identifier(static_cast<IdentifierNode *>(p_node), p_target);
		case Node::SELF:
			return GDScriptCodegen::make_self();
		case Node::ARRAY:
			return compile_array(static_cast<ArrayNode *>(p_node), p_target);
		case Node::DICTIONARY:
			return compile_dictionary(static_cast<DictionaryNode *>(p_node), p_target);
		case Node::UNARY:
			return compile_unary(static_cast<UnaryNode *>(p_node), p_target);
		case Node::BINARY:
			return compile_binary(static_cast<BinaryNode *>(p_node), p_target);
		case Node::TERNARY:
			return compile_ternary(static_cast<TernaryNode *>(p_node), p_target);
		case Node::CALL:
			return compile_call(static_cast<CallNode *>(p_node), p_target);
		case Node::CAST:
			return compile_cast(static_cast<CastNode *>(p_node), p_target);
		case Node::TYPE_TEST:
			return compile_type_test(static_cast<TypeTestNode *>(p_node));
		case Node::SUBSCRIPT:
			return compile_subscript(static_cast<SubscriptNode *>(p_node), p_target);
		case Node::GET_NODE:
			return compile_get_node(static_cast<GetNodeNode *>(p_node), p_target);
		case Node::LAMBDA:
			return compile_lambda(static_cast<LambdaNode *>(p_node), p_target);
		case Node::ASSIGNMENT:
			compile_assignment(static_cast<AssignmentNode *>(p_node));
			break;
		default:
			break;
	}
	return gen.make_constant(Variant());
}

// --- Names -----------------------------------------------------------------------------------------------------------

namespace {

StringName accessor_name(const VariableNode *p_variable, bool p_setter) {
	if (p_setter) {
		return p_variable->setter ? p_variable->setter->name : p_variable->setter_name->name;
	}
	return p_variable->getter ? p_variable->getter->name : p_variable->getter_name->name;
}

} // namespace

bool GDScriptFunctionCompiler::has_accessor(const IdentifierNode *p_node, bool p_setter) const {
	const VariableNode *variable = p_node->variable;
	if ((p_setter ? p_node->bypass_setter : p_node->bypass_getter) || !variable) {
		return false;
	}
	return p_setter ? variable->setter || variable->setter_name : variable->getter || variable->getter_name;
}

Operand GDScriptFunctionCompiler::direct_place(const IdentifierNode *p_node) const {
	switch (p_node->source) {
		case IdentifierNode::LOCAL_VARIABLE:
		case IdentifierNode::PARAMETER:
		case IdentifierNode::LOCAL_CONSTANT:
		case IdentifierNode::LOOP_VARIABLE:
		case IdentifierNode::PATTERN_BIND:
			return local_operand(p_node->local);
		case IdentifierNode::MEMBER_VARIABLE:
			if (!has_accessor(p_node, false) && !has_accessor(p_node, true)) {
				if (const GDScriptClass::MemberInfo *info = script->find_member(p_node->name)) {
					return GDScriptCodegen::make_member(info->index, place_type(p_node->variable->type));
				}
			}
			break;
		default:
			break;
	}
	return Operand();
}

Operand GDScriptFunctionCompiler::compile_class_member(IdentifierNode *p_node, const Operand &p_target) {
	const Variant::Type type = p_node->variable ? place_type(p_node->variable->type) : Operand::UNKNOWN;
	if (p_node->source == IdentifierNode::MEMBER_VARIABLE) {
		if (!has_accessor(p_node, false)) {
			if (const GDScriptClass::MemberInfo *info = script->find_member(p_node->name)) {
				return GDScriptCodegen::make_member(info->index, type);
			}
			const Operand named = gen.make_temporary(Operand::UNKNOWN);
			gen.emit(GDSCRIPT_OP_GET_NAMED, named, GDScriptCodegen::make_self(), gen.name(p_node->name), gen.cache());
			return named;
		}
		const Operand result = gen.make_temporary(Operand::UNKNOWN);
		gen.emit(GDSCRIPT_OP_CALL_SELF, result, gen.name(accessor_name(p_node->variable, false)), gen.cache(), 0u);
		return result;
	}
	GDScriptClass *owner = host.get_class_with_interface(p_node->owner_class);
	if (has_accessor(p_node, false)) {
		const Operand result = gen.make_temporary(Operand::UNKNOWN);
		gen.emit(GDSCRIPT_OP_CALL_STATIC, result, gen.script(owner), gen.name(accessor_name(p_node->variable, false)), gen.cache(), 0u);
		return result;
	}
	const uint32_t slot = gen.static_slot(owner, p_node->name);
	const Operand result = gen.is_static_known(slot) ? choose_target(p_target, type) : gen.make_temporary(Operand::UNKNOWN);
	gen.emit(GDSCRIPT_OP_GET_STATIC, result, slot);
	return result;
}

Operand GDScriptFunctionCompiler::compile_native_property(const Operand &p_base, const StringName &p_class, const StringName &p_name, const Operand &p_target) {
	const ClassDB::PropertySetGet *property = p_class.is_empty() ? nullptr : ClassDB::get_property_setget(p_class, p_name);
	const MethodBind *getter = property ? property->get_method : nullptr;
	if (getter && property->index < 0 && !getter->is_vararg() && getter->get_argument_count() == 0 && getter->has_return()) {
		const Variant::Type returned = getter->get_argument_type(-1);
		const Operand result = choose_target(p_target, returned == Variant::NIL || returned == Variant::OBJECT ? Operand::UNKNOWN : returned);
		gen.emit(GDSCRIPT_OP_CALL_METHOD_BIND_VALIDATED, result, p_base, GDScriptCodegen::entry(function->methods, const_cast<MethodBind *>(getter)), 0u);
		return result;
	}
	const Operand result = gen.make_temporary(Operand::UNKNOWN);
	gen.emit(GDSCRIPT_OP_GET_NAMED, result, p_base, gen.name(p_name), gen.cache());
	return result;
}

Operand GDScriptFunctionCompiler::compile_identifier(IdentifierNode *p_node, const Operand &p_target) {
	const Operand direct = direct_place(p_node);
	if (direct.is_set()) {
		return direct;
	}
	switch (p_node->source) {
		case IdentifierNode::MEMBER_VARIABLE:
		case IdentifierNode::STATIC_VARIABLE:
			return compile_class_member(p_node, p_target);
		case IdentifierNode::NATIVE_PROPERTY:
			return compile_native_property(GDScriptCodegen::make_self(), script->get_native_base(), p_node->name, p_target);
		case IdentifierNode::MEMBER_FUNCTION:
		case IdentifierNode::NATIVE_METHOD: {
			const bool is_static = p_node->function && p_node->function->is_static;
			const Operand base = is_static ? class_operand(p_node->owner_class) : GDScriptCodegen::make_self();
			gen.free_temporary(base);
			const Operand result = choose_target(p_target, Variant::CALLABLE);
			gen.emit(GDSCRIPT_OP_MAKE_CALLABLE, result, base, gen.name(p_node->name));
			return result;
		}
		case IdentifierNode::MEMBER_SIGNAL:
		case IdentifierNode::NATIVE_SIGNAL: {
			const Operand result = choose_target(p_target, Variant::SIGNAL);
			gen.emit(GDSCRIPT_OP_MAKE_SIGNAL, result, GDScriptCodegen::make_self(), gen.name(p_node->name));
			return result;
		}
		case IdentifierNode::MEMBER_CLASS:
		case IdentifierNode::GLOBAL_CLASS:
			return class_operand(p_node->type.class_type);
		case IdentifierNode::NATIVE_CLASS:
			return gen.make_constant(host.get_native_class(p_node->name));
		case IdentifierNode::SINGLETON:
		case IdentifierNode::AUTOLOAD: {
			const Operand result = gen.make_temporary(Operand::UNKNOWN);
			gen.emit(GDSCRIPT_OP_GET_GLOBAL, result, gen.name(p_node->name));
			return result;
		}
		case IdentifierNode::UTILITY_FUNCTION:
			return gen.make_constant(host.get_utility_callable(p_node->name));
		default:
			break;
	}
	const Operand result = gen.make_temporary(Operand::UNKNOWN);
	gen.emit(GDSCRIPT_OP_GET_NAMED, result, GDScriptCodegen::make_self(), gen.name(p_node->name), gen.cache());
	return result;
}

// What stands before a static member is only a way to its class, but what it does is done.
void GDScriptFunctionCompiler::evaluate_unused(Expression *p_base) {
	if (may_assign(p_base)) {
		gen.free_temporary(compile(p_base));
	}
}

// --- Literals --------------------------------------------------------------------------------------------------------

Operand GDScriptFunctionCompiler::compile_array(ArrayNode *p_node, const Operand &p_target) {
	LocalVector<Operand> elements;
	compile_list(p_node->elements, elements);
	free_arguments(elements);
	const Operand result = choose_target(p_target, Variant::ARRAY);
	if (p_node->type.is_typed_array() && p_node->type.is_hard()) {
		gen.emit(GDSCRIPT_OP_MAKE_TYPED_ARRAY, result, gen.type(to_value_type(p_node->type)));
	} else {
		gen.emit(GDSCRIPT_OP_MAKE_ARRAY, result);
	}
	gen.put_arguments(elements);
	return result;
}

Operand GDScriptFunctionCompiler::compile_dictionary(DictionaryNode *p_node, const Operand &p_target) {
	LocalVector<Operand> elements;
	LocalVector<Expression *> nodes;
	for (const DictionaryNode::Pair &pair : p_node->elements) {
		nodes.push_back(pair.key);
		nodes.push_back(pair.value);
	}
	compile_list(nodes, elements);
	free_arguments(elements);
	const Operand result = choose_target(p_target, Variant::DICTIONARY);
	if (p_node->type.is_typed_dictionary() && p_node->type.is_hard()) {
		gen.emit(GDSCRIPT_OP_MAKE_TYPED_DICTIONARY, result, gen.type(to_value_type(p_node->type)));
	} else {
		gen.emit(GDSCRIPT_OP_MAKE_DICTIONARY, result);
	}
	gen.put_arguments(elements);
	return result;
}

// --- Operators -------------------------------------------------------------------------------------------------------

Operand GDScriptFunctionCompiler::compile_unary(UnaryNode *p_node, const Operand &p_target) {
	const Operand operand = compile(p_node->operand);
	if (p_node->op == Variant::OP_NOT) {
		gen.free_temporary(operand);
		const Operand result = choose_target(p_target, Variant::BOOL);
		gen.emit(operand.type == Variant::BOOL ? GDSCRIPT_OP_NOT_BOOL : GDSCRIPT_OP_NOT, result, operand);
		return result;
	}
	if (p_node->op == Variant::OP_NEGATE && (operand.type == Variant::INT || operand.type == Variant::FLOAT)) {
		gen.free_temporary(operand);
		const Operand result = choose_target(p_target, operand.type);
		gen.emit(operand.type == Variant::INT ? GDSCRIPT_OP_NEG_INT : GDSCRIPT_OP_NEG_FLOAT, result, operand);
		return result;
	}
	return compile_operator(p_node->op, operand, gen.make_constant(Variant()), p_target);
}

namespace {

struct TypedOperator {
	Variant::Operator op;
	GDScriptOpcode for_ints; // END: none.
	GDScriptOpcode for_floats;
	GDScriptOpcode for_any;
	bool swapped; // a > b is b < a.
	bool gives_bool;
};

constexpr TypedOperator TYPED_OPERATORS[] = {
	{ Variant::OP_ADD, GDSCRIPT_OP_ADD_INT, GDSCRIPT_OP_ADD_FLOAT, GDSCRIPT_OP_ADD, false, false },
	{ Variant::OP_SUBTRACT, GDSCRIPT_OP_SUB_INT, GDSCRIPT_OP_SUB_FLOAT, GDSCRIPT_OP_SUB, false, false },
	{ Variant::OP_MULTIPLY, GDSCRIPT_OP_MUL_INT, GDSCRIPT_OP_MUL_FLOAT, GDSCRIPT_OP_MUL, false, false },
	{ Variant::OP_DIVIDE, GDSCRIPT_OP_DIV_INT, GDSCRIPT_OP_DIV_FLOAT, GDSCRIPT_OP_DIV, false, false },
	{ Variant::OP_MODULE, GDSCRIPT_OP_MOD_INT, GDSCRIPT_OP_END, GDSCRIPT_OP_MOD, false, false },
	{ Variant::OP_BIT_AND, GDSCRIPT_OP_AND_INT, GDSCRIPT_OP_END, GDSCRIPT_OP_END, false, false },
	{ Variant::OP_BIT_OR, GDSCRIPT_OP_OR_INT, GDSCRIPT_OP_END, GDSCRIPT_OP_END, false, false },
	{ Variant::OP_BIT_XOR, GDSCRIPT_OP_XOR_INT, GDSCRIPT_OP_END, GDSCRIPT_OP_END, false, false },
	{ Variant::OP_EQUAL, GDSCRIPT_OP_EQ_INT, GDSCRIPT_OP_EQ_FLOAT, GDSCRIPT_OP_EQ, false, true },
	{ Variant::OP_NOT_EQUAL, GDSCRIPT_OP_NE_INT, GDSCRIPT_OP_NE_FLOAT, GDSCRIPT_OP_NE, false, true },
	{ Variant::OP_LESS, GDSCRIPT_OP_LT_INT, GDSCRIPT_OP_LT_FLOAT, GDSCRIPT_OP_LT, false, true },
	{ Variant::OP_LESS_EQUAL, GDSCRIPT_OP_LE_INT, GDSCRIPT_OP_LE_FLOAT, GDSCRIPT_OP_LE, false, true },
	{ Variant::OP_GREATER, GDSCRIPT_OP_LT_INT, GDSCRIPT_OP_LT_FLOAT, GDSCRIPT_OP_GT, true, true },
	{ Variant::OP_GREATER_EQUAL, GDSCRIPT_OP_LE_INT, GDSCRIPT_OP_LE_FLOAT, GDSCRIPT_OP_GE, true, true },
};

const TypedOperator *find_typed(Variant::Operator p_operator) {
	for (const TypedOperator &entry : TYPED_OPERATORS) {
		if (entry.op == p_operator) {
			return &entry;
		}
	}
	return nullptr;
}

bool is_text(Variant::Type p_type) {
	return p_type == Variant::STRING || p_type == Variant::STRING_NAME;
}

bool is_number(Variant::Type p_type) {
	return p_type == Variant::INT || p_type == Variant::FLOAT;
}

} // namespace

// A wrong format in code whose types are known is reported, and the function goes on. Frees both operands.
Operand GDScriptFunctionCompiler::compile_format(const Operand &p_format, const Operand &p_values, const Operand &p_target) {
	gen.free_temporary(p_format);
	gen.free_temporary(p_values);
	const Operand text = choose_target(p_target, Variant::STRING);
	gen.emit(GDSCRIPT_OP_OPERATOR_VALIDATED, text, p_format, p_values, GDScriptCodegen::entry(function->operators, Variant::ValidatedOperatorEvaluator(&string_format_validated)));
	return text;
}

Operand GDScriptFunctionCompiler::compile_format_list(Expression *p_format, const ArrayNode *p_list, const Operand &p_target) {
	const Operand format = compile(p_format);
	LocalVector<Operand> values;
	compile_list(p_list->elements, values);
	gen.free_temporary(format);
	free_arguments(values);
	const Operand text = choose_target(p_target, Variant::STRING);
	gen.emit(GDSCRIPT_OP_FORMAT_LIST, text, format);
	gen.put_arguments(values);
	return text;
}

// Frees both operands.
Operand GDScriptFunctionCompiler::compile_operator(Variant::Operator p_operator, const Operand &p_left, const Operand &p_right, const Operand &p_target) {
	const TypedOperator *typed = find_typed(p_operator);
	if (typed && is_number(p_left.type) && is_number(p_right.type)) {
		const bool ints = p_left.type == Variant::INT && p_right.type == Variant::INT;
		const GDScriptOpcode opcode = ints ? typed->for_ints : typed->for_floats;
		if (opcode != GDSCRIPT_OP_END) {
			const Operand left = ints ? p_left : to_float(p_left);
			const Operand right = ints ? p_right : to_float(p_right);
			gen.free_temporary(left);
			gen.free_temporary(right);
			const Operand result = choose_target(p_target, typed->gives_bool ? Variant::BOOL : (ints ? Variant::INT : Variant::FLOAT));
			if (typed->swapped) {
				gen.emit(opcode, result, right, left);
			} else {
				gen.emit(opcode, result, left, right);
			}
			return result;
		}
	}
	if (p_left.type != Operand::UNKNOWN && p_right.type != Operand::UNKNOWN) {
		if (const Variant::ValidatedOperatorEvaluator evaluator = Variant::get_validated_operator_evaluator(p_operator, p_left.type, p_right.type)) {
			const Variant::Type type = Variant::get_operator_return_type(p_operator, p_left.type, p_right.type);
			gen.free_temporary(p_left);
			gen.free_temporary(p_right);
			if (p_operator == Variant::OP_ADD && p_left.type == Variant::STRING && p_right.type == Variant::STRING && p_target == p_left) {
				gen.emit(GDSCRIPT_OP_APPEND_STRING, p_left, p_right);
				return p_left;
			}
			const Operand result = choose_target(p_target, type == Variant::NIL || type == Variant::VARIANT_MAX ? Operand::UNKNOWN : type);
			gen.emit(GDSCRIPT_OP_OPERATOR_VALIDATED, result, p_left, p_right, GDScriptCodegen::entry(function->operators, evaluator));
			return result;
		}
	}
	if (p_operator == Variant::OP_MODULE && is_text(p_left.type) && p_right.type != Operand::UNKNOWN) {
		return compile_format(p_left, p_right, p_target);
	}
	gen.free_temporary(p_left);
	gen.free_temporary(p_right);
	const bool wanted = p_target.is_set() && p_target.type == Operand::UNKNOWN;
	// Comparisons of any values answer yes or no.
	const Operand result = wanted || !typed || !typed->gives_bool ? choose_target(wanted ? p_target : Operand(), Operand::UNKNOWN) : choose_target(p_target, Variant::BOOL);
	if (typed && typed->for_any != GDSCRIPT_OP_END) {
		gen.emit(typed->for_any, result, p_left, p_right);
	} else {
		gen.emit(GDSCRIPT_OP_OPERATOR, result, p_left, p_right, uint32_t(p_operator));
	}
	return result;
}

Operand GDScriptFunctionCompiler::compile_binary(BinaryNode *p_node, const Operand &p_target) {
	if (p_node->op == Variant::OP_AND || p_node->op == Variant::OP_OR) {
		return compile_short_circuit(p_node);
	}
	if (p_node->op == Variant::OP_MODULE && is_text(static_type(p_node->left)) && p_node->right->kind == Node::ARRAY && !p_node->right->is_constant) {
		const ArrayNode *list = static_cast<ArrayNode *>(p_node->right);
		if (int(list->elements.size()) <= GDScriptFunction::MAX_FORMAT_LIST && !list->type.has_elements()) {
			return compile_format_list(p_node->left, list, p_target);
		}
	}
	Operand left = compile(p_node->left);
	const Operand right = compile(p_node->right);
	if (p_node->op == Variant::OP_MODULE && is_text(static_type(p_node->left)) && static_type(p_node->right) != Operand::UNKNOWN) {
		return compile_format(left, right, p_target);
	}
	return compile_operator(p_node->op, left, right, p_target);
}

Operand GDScriptFunctionCompiler::compile_short_circuit(BinaryNode *p_node) {
	const bool is_and = p_node->op == Variant::OP_AND;
	const Operand result = gen.make_temporary(Variant::BOOL);
	const Operand left = compile(p_node->left);
	gen.emit(left.type == Variant::BOOL ? GDSCRIPT_OP_MOVE_PLAIN : GDSCRIPT_OP_BOOLEANIZE, result, left);
	gen.free_temporary(left);
	const Jump decided = gen.emit_jump(is_and ? GDSCRIPT_OP_JUMP_IF_NOT_BOOL : GDSCRIPT_OP_JUMP_IF_BOOL, result);
	const Operand right = compile(p_node->right);
	gen.emit(right.type == Variant::BOOL ? GDSCRIPT_OP_MOVE_PLAIN : GDSCRIPT_OP_BOOLEANIZE, result, right);
	gen.free_temporary(right);
	gen.patch(decided);
	return result;
}

Operand GDScriptFunctionCompiler::compile_ternary(TernaryNode *p_node, const Operand &p_target) {
	const Operand condition = compile(p_node->condition);
	const Jump otherwise = gen.emit_jump(condition.type == Variant::BOOL ? GDSCRIPT_OP_JUMP_IF_NOT_BOOL : GDSCRIPT_OP_JUMP_IF_NOT, condition);
	gen.free_temporary(condition);
	// Both sides must prove the type for the result to be of it.
	const Variant::Type type = proved_type(p_node->type);
	const bool plain = GDScriptCodegen::is_plain_type(type);
	const Operand result = gen.make_temporary(plain ? type : Operand::UNKNOWN);
	compile_into(result, plain ? p_node->type : GDScriptType::make_variant(), p_node->if_true, false);
	const Jump end = gen.emit_jump(GDSCRIPT_OP_JUMP);
	gen.patch(otherwise);
	compile_into(result, plain ? p_node->type : GDScriptType::make_variant(), p_node->if_false, false);
	gen.patch(end);
	return result;
}

Operand GDScriptFunctionCompiler::compile_await(AwaitNode *p_node) {
	const Operand operand = compile(p_node->operand);
	// What is awaited is put where the result goes: it is released while we wait, and nothing else of ours holds it.
	Operand result = operand;
	if (operand.kind != Operand::MANAGED || !operand.is_temporary) {
		gen.free_temporary(operand);
		result = gen.make_temporary(Operand::UNKNOWN);
	}
	result.type = Operand::UNKNOWN;
	gen.emit(GDSCRIPT_OP_AWAIT, result, operand);
	return result;
}

// `[1, 2] as Array[float]` makes such an array in the first place.
void GDScriptFunctionCompiler::give_type_to_literal(Expression *p_literal, const GDScriptType &p_type) {
	const bool fits = (p_literal->kind == Node::ARRAY && p_type.is_typed_array()) || (p_literal->kind == Node::DICTIONARY && p_type.is_typed_dictionary());
	if (fits && !p_literal->type.has_elements()) {
		p_literal->type = p_type;
		p_literal->type.origin = GDScriptType::DECLARED;
		p_literal->is_constant = false;
	}
}

Operand GDScriptFunctionCompiler::compile_cast(CastNode *p_node, const Operand &p_target) {
	const GDScriptValueType type = to_value_type(p_node->type);
	give_type_to_literal(p_node->operand, p_node->type);
	const Operand operand = compile(p_node->operand);
	if (type.kind == GDScriptValueType::BUILTIN && !type.has_elements && operand.type == type.builtin_type) {
		return operand;
	}
	gen.free_temporary(operand);
	const Operand result = choose_target(p_target, type.kind == GDScriptValueType::BUILTIN ? type.builtin_type : Operand::UNKNOWN);
	gen.emit(GDSCRIPT_OP_CAST, result, operand, gen.type(type));
	return result;
}

Operand GDScriptFunctionCompiler::compile_type_test(TypeTestNode *p_node) {
	const Operand operand = compile(p_node->operand);
	gen.free_temporary(operand);
	GDScriptType tested = p_node->test_datatype;
	tested.origin = GDScriptType::DECLARED;
	const Operand result = gen.make_temporary(Variant::BOOL);
	GDScriptValueType type = to_value_type(tested);
	if (tested.is_void_or_null()) {
		type.kind = GDScriptValueType::BUILTIN;
	}
	gen.emit(GDSCRIPT_OP_IS_TYPE, result, operand, gen.type(type));
	return result;
}

// --- Access ----------------------------------------------------------------------------------------------------------

Operand GDScriptFunctionCompiler::compile_index_of(const Operand &p_base, const Operand &p_key, const Operand &p_target, Variant::Type p_element) {
	gen.free_temporary(p_base);
	gen.free_temporary(p_key);
	const Variant::ValidatedIndexedGetter getter = p_base.type >= Variant::PACKED_BYTE_ARRAY && p_base.type != Operand::UNKNOWN && p_key.type == Variant::INT ? Variant::get_member_validated_indexed_getter(p_base.type) : nullptr;
	if (getter) {
		const Operand element = choose_target(p_target, Variant::get_indexed_element_type(p_base.type));
		gen.emit(GDSCRIPT_OP_GET_INDEX_VALIDATED, element, p_base, p_key, GDScriptCodegen::entry(function->indexed_getters, getter));
		return element;
	}
	if (p_base.type == Variant::ARRAY && p_key.type == Variant::INT && GDScriptCodegen::is_plain_type(p_element)) {
		const Operand element = choose_target(p_target, p_element);
		gen.emit(GDSCRIPT_OP_GET_INDEX_TYPED, element, p_base, p_key, uint32_t(p_element));
		return element;
	}
	GDScriptOpcode opcode = GDSCRIPT_OP_GET_INDEX;
	if (p_base.type == Variant::ARRAY && p_key.type == Variant::INT) {
		opcode = GDSCRIPT_OP_GET_INDEX_ARRAY;
	} else if (p_base.type == Variant::DICTIONARY) {
		opcode = GDSCRIPT_OP_GET_INDEX_DICTIONARY;
	}
	const Operand result = choose_target(p_target.type == Operand::UNKNOWN ? p_target : Operand(), Operand::UNKNOWN);
	gen.emit(opcode, result, p_base, p_key);
	return result;
}

Operand GDScriptFunctionCompiler::compile_attribute_of(const Operand &p_base, SubscriptNode *p_node, const Operand &p_target) {
	const StringName &name = p_node->attribute->name;
	if (p_base.type != Operand::UNKNOWN && Variant::has_member(p_base.type, name)) {
		gen.free_temporary(p_base);
		const Operand result = choose_target(p_target, Variant::get_member_type(p_base.type, name));
		gen.emit(GDSCRIPT_OP_GET_MEMBER_VALIDATED, result, p_base, GDScriptCodegen::entry(function->getters, Variant::get_member_validated_getter(p_base.type, name)));
		return result;
	}
	gen.hold_temporary(p_base);
	if (p_node->attribute->source == IdentifierNode::NATIVE_PROPERTY && p_node->base->type.is_object() && p_node->base->type.is_hard()) {
		return compile_native_property(p_base, p_node->base->type.native_type, name, p_target);
	}
	const Operand result = choose_target(p_target.type == Operand::UNKNOWN ? p_target : Operand(), Operand::UNKNOWN);
	gen.emit(GDSCRIPT_OP_GET_NAMED, result, p_base, gen.name(name), gen.cache());
	return result;
}

Operand GDScriptFunctionCompiler::compile_subscript(SubscriptNode *p_node, const Operand &p_target) {
	if (p_node->is_attribute) {
		IdentifierNode *attribute = p_node->attribute;
		if (attribute->is_constant) {
			return gen.make_constant(attribute->reduced_value);
		}
		// self.x is x, whatever x is.
		if (p_node->base->kind == Node::SELF && attribute->source == IdentifierNode::MEMBER_VARIABLE) {
			return compile_identifier(attribute, p_target);
		}
		if (attribute->source == IdentifierNode::STATIC_VARIABLE) {
			evaluate_unused(p_node->base);
			return compile_class_member(attribute, p_target);
		}
		const Operand base = compile(p_node->base);
		return compile_attribute_of(base, p_node, p_target);
	}
	const Operand base = compile(p_node->base);
	const Operand key = compile(p_node->index);
	return compile_index_of(base, key, p_target, proved_type(p_node->type));
}

Operand GDScriptFunctionCompiler::compile_lambda(LambdaNode *p_node, const Operand &p_target) {
	GDScriptFunction *lambda = memnew(GDScriptFunction);
	GDScriptFunctionCompiler compiler(host, script, lambda);
	compiler.compile_function(p_node->function, &p_node->captures);
	lambda->is_static = function->is_static || !p_node->uses_self;
	function->lambdas.push_back(lambda);
	LocalVector<Operand> captures;
	for (const LocalNode *capture : p_node->captures) {
		const Operand operand = local_operand(capture);
		captures.push_back(operand.is_set() ? operand : gen.make_constant(Variant()));
	}
	const Operand result = choose_target(p_target, Variant::CALLABLE);
	gen.emit(GDSCRIPT_OP_MAKE_LAMBDA, result, function->lambdas.size() - 1);
	gen.put_arguments(captures);
	return result;
}

Operand GDScriptFunctionCompiler::compile_get_node(GetNodeNode *p_node, const Operand &p_target) {
	LocalVector<Operand> arguments;
	arguments.push_back(gen.make_constant(NodePath(p_node->path)));
	const Operand result = gen.make_temporary(Operand::UNKNOWN);
	gen.emit(GDSCRIPT_OP_CALL_SELF, result, gen.name(SNAME("get_node")), gen.cache());
	gen.put_arguments(arguments);
	return result;
}
