// Statements: blocks, branches, loops, returns.
#include "core/variant/variant_internal.h"
#include "modules/gdscript/compiler/gdscript_class.h"
#include "modules/gdscript/compiler/gdscript_function_compiler.h"

using namespace GDScriptAST;

using Operand = GDScriptOperand;

// --- Blocks ----------------------------------------------------------------------------------------------------------

void GDScriptFunctionCompiler::compile_suite(SuiteNode *p_suite, bool p_clear_locals) {
	for (Node *statement : p_suite->statements) {
		compile_statement(statement);
		if (statement->kind == Node::RETURN) {
			gen.forget_temporaries();
			return; // What follows is never reached.
		}
		gen.clear_temporaries();
	}
	if (p_clear_locals) {
		clear_locals(p_suite);
	}
}

// The variables of a block end with it. Registers that later declarations reuse must not hold on to anything.
void GDScriptFunctionCompiler::clear_locals(SuiteNode *p_suite) {
	for (const LocalNode *local : p_suite->locals) {
		if (local->kind != Node::VARIABLE) {
			continue; // Loop variables and what patterns bind are let go of later.
		}
		if (const Operand *operand = locals.getptr(local)) {
			if (operand->kind == Operand::MANAGED) {
				gen.emit(GDSCRIPT_OP_CLEAR, *operand);
			}
			gen.free_local(*operand);
			locals.erase(local);
		}
	}
}

void GDScriptFunctionCompiler::compile_statement(Node *p_node) {
	gen.set_line(p_node->start_line);
	switch (p_node->kind) {
		case Node::VARIABLE:
			compile_local_variable(static_cast<VariableNode *>(p_node));
			break;
		case Node::CONSTANT: {
			const ConstantNode *constant = static_cast<ConstantNode *>(p_node);
			locals.insert(constant, gen.make_constant(constant->initializer ? constant->initializer->reduced_value : Variant()));
			break;
		}
		case Node::IF:
			compile_if(static_cast<IfNode *>(p_node));
			break;
		case Node::WHILE:
			compile_while(static_cast<WhileNode *>(p_node));
			break;
		case Node::FOR:
			compile_for(static_cast<ForNode *>(p_node));
			break;
		case Node::MATCH:
			compile_match(static_cast<MatchNode *>(p_node));
			break;
		case Node::RETURN:
			compile_return(static_cast<ReturnNode *>(p_node));
			break;
		case Node::BREAK:
			loops[loops.size() - 1]->breaks.push_back(gen.emit_jump(GDSCRIPT_OP_JUMP));
			break;
		case Node::CONTINUE:
			loops[loops.size() - 1]->continues.push_back(gen.emit_jump(GDSCRIPT_OP_JUMP));
			break;
		case Node::ASSERT:
			compile_assert(static_cast<AssertNode *>(p_node));
			break;
		case Node::BREAKPOINT:
			gen.emit(GDSCRIPT_OP_BREAKPOINT);
			break;
		case Node::SUITE:
			compile_suite(static_cast<SuiteNode *>(p_node));
			break;
		case Node::ASSIGNMENT:
			compile_assignment(static_cast<AssignmentNode *>(p_node));
			break;
		default:
			if (p_node->is_expression()) {
				gen.free_temporary(compile(static_cast<Expression *>(p_node)));
			}
	}
}

void GDScriptFunctionCompiler::compile_local_variable(VariableNode *p_node) {
	const Operand local = gen.make_local(place_type(p_node->type), true);
	if (p_node->initializer) {
		compile_into(local, p_node->type, p_node->initializer, p_node->needs_conversion);
	} else {
		const GDScriptValueType type = to_value_type(p_node->type);
		if (type.kind == GDScriptValueType::BUILTIN && type.has_elements) {
			LocalVector<Operand> none;
			gen.emit(type.builtin_type == Variant::ARRAY ? GDSCRIPT_OP_MAKE_TYPED_ARRAY : GDSCRIPT_OP_MAKE_TYPED_DICTIONARY, local, gen.type(type));
			gen.put_arguments(none);
		} else if (type.kind == GDScriptValueType::BUILTIN && (type.builtin_type == Variant::ARRAY || type.builtin_type == Variant::DICTIONARY || type.builtin_type >= Variant::PACKED_BYTE_ARRAY)) {
			gen.emit(GDSCRIPT_OP_CONSTRUCT, local, uint32_t(type.builtin_type), 0u); // Each time a new one: copies share.
		} else {
			gen.move(local, gen.make_constant(type.get_default()));
		}
	}
	locals.insert(p_node, local);
}

// --- Branches --------------------------------------------------------------------------------------------------------

// The condition's parts are two ints or two floats, or not both constants of unknown type: one instruction compares and jumps.
bool GDScriptFunctionCompiler::compile_compare_jump(BinaryNode *p_node, LocalVector<Jump> &r_if_false) {
	struct CompareJump {
		Variant::Operator op;
		GDScriptOpcode ints; // Jumps when the comparison does not hold.
		bool ints_swapped;
		GDScriptOpcode floats;
		bool floats_swapped;
		GDScriptOpcode any;
	};
	static constexpr CompareJump JUMPS[] = {
		{ Variant::OP_LESS, GDSCRIPT_OP_JUMP_IF_LE_INT, true, GDSCRIPT_OP_JUMP_IF_NOT_LT_FLOAT, false, GDSCRIPT_OP_JUMP_IF_NOT_LT },
		{ Variant::OP_LESS_EQUAL, GDSCRIPT_OP_JUMP_IF_LT_INT, true, GDSCRIPT_OP_JUMP_IF_NOT_LE_FLOAT, false, GDSCRIPT_OP_JUMP_IF_NOT_LE },
		{ Variant::OP_GREATER, GDSCRIPT_OP_JUMP_IF_LE_INT, false, GDSCRIPT_OP_JUMP_IF_NOT_LT_FLOAT, true, GDSCRIPT_OP_JUMP_IF_NOT_GT },
		{ Variant::OP_GREATER_EQUAL, GDSCRIPT_OP_JUMP_IF_LT_INT, false, GDSCRIPT_OP_JUMP_IF_NOT_LE_FLOAT, true, GDSCRIPT_OP_JUMP_IF_NOT_GE },
		{ Variant::OP_EQUAL, GDSCRIPT_OP_JUMP_IF_NE_INT, false, GDSCRIPT_OP_END, false, GDSCRIPT_OP_JUMP_IF_NOT_EQ },
		{ Variant::OP_NOT_EQUAL, GDSCRIPT_OP_JUMP_IF_EQ_INT, false, GDSCRIPT_OP_END, false, GDSCRIPT_OP_JUMP_IF_NOT_NE },
	};
	const CompareJump *found = nullptr;
	for (const CompareJump &entry : JUMPS) {
		if (entry.op == p_node->op) {
			found = &entry;
		}
	}
	if (!found || p_node->is_constant) {
		return false;
	}
	Operand left = compile(p_node->left);
	Operand right = compile(p_node->right);
	if (gen.has_dirty_temporaries() || (left.is_temporary && left.kind == Operand::MANAGED) || (right.is_temporary && right.kind == Operand::MANAGED)) {
		// Both ways must release the temporaries: compare first, then release, then jump.
		const Operand result = compile_operator(p_node->op, left, right, Operand());
		Operand decided = result;
		gen.free_temporary(result);
		if (result.type != Variant::BOOL) {
			decided = gen.make_temporary(Variant::BOOL);
			gen.emit(GDSCRIPT_OP_BOOLEANIZE, decided, result);
			gen.free_temporary(decided);
		}
		gen.clear_temporaries();
		r_if_false.push_back(gen.emit_jump(GDSCRIPT_OP_JUMP_IF_NOT_BOOL, decided));
		return true;
	}
	GDScriptOpcode opcode = found->any;
	bool swapped = false;
	if (left.type == Variant::INT && right.type == Variant::INT) {
		opcode = found->ints;
		swapped = found->ints_swapped;
	} else if (found->floats != GDSCRIPT_OP_END && (left.type == Variant::FLOAT || left.type == Variant::INT) && (right.type == Variant::FLOAT || right.type == Variant::INT)) {
		left = to_float(left);
		right = to_float(right);
		opcode = found->floats;
		swapped = found->floats_swapped;
	}
	gen.free_temporary(left);
	gen.free_temporary(right);
	r_if_false.push_back(swapped ? gen.emit_jump(opcode, right, left) : gen.emit_jump(opcode, left, right));
	return true;
}

void GDScriptFunctionCompiler::compile_condition(Expression *p_node, LocalVector<Jump> &r_if_false) {
	gen.set_line(p_node->start_line);
	if (p_node->kind == Node::BINARY && !p_node->is_constant) {
		BinaryNode *binary = static_cast<BinaryNode *>(p_node);
		if (binary->op == Variant::OP_AND) {
			compile_condition(binary->left, r_if_false);
			compile_condition(binary->right, r_if_false);
			return;
		}
		if (compile_compare_jump(binary, r_if_false)) {
			return;
		}
	}
	Operand condition = compile(p_node);
	gen.free_temporary(condition);
	if (gen.has_dirty_temporaries()) {
		const Operand decided = gen.make_temporary(Variant::BOOL);
		gen.emit(condition.type == Variant::BOOL ? GDSCRIPT_OP_MOVE_PLAIN : GDSCRIPT_OP_BOOLEANIZE, decided, condition);
		gen.clear_temporaries();
		condition = decided;
		gen.free_temporary(decided);
	}
	r_if_false.push_back(gen.emit_jump(condition.type == Variant::BOOL ? GDSCRIPT_OP_JUMP_IF_NOT_BOOL : GDSCRIPT_OP_JUMP_IF_NOT, condition));
}

void GDScriptFunctionCompiler::compile_if(IfNode *p_node) {
	LocalVector<Jump> ends;
	LocalVector<Jump> otherwise;
	for (const IfNode *node = p_node; node; node = node->get_elif()) {
		gen.patch_all(otherwise);
		otherwise.clear();
		compile_condition(node->condition, otherwise);
		compile_suite(node->true_block);
		if (node->false_block) {
			ends.push_back(gen.emit_jump(GDSCRIPT_OP_JUMP));
			if (!node->get_elif()) {
				gen.patch_all(otherwise);
				otherwise.clear();
				compile_suite(node->false_block);
			}
		}
	}
	gen.patch_all(otherwise);
	gen.patch_all(ends);
}

// --- Loops -----------------------------------------------------------------------------------------------------------

void GDScriptFunctionCompiler::compile_while(WhileNode *p_node) {
	Loop loop;
	loops.push_back(&loop);
	const int start = gen.mark_label();
	LocalVector<Jump> end;
	compile_condition(p_node->condition, end);
	compile_suite(p_node->body, false);
	for (const Jump &jump : loop.continues) {
		gen.patch(jump, start);
	}
	gen.patch(gen.emit_jump(GDSCRIPT_OP_JUMP), start);
	gen.patch_all(end);
	gen.patch_all(loop.breaks);
	loops.resize(loops.size() - 1);
	clear_locals(p_node->body);
}

void GDScriptFunctionCompiler::compile_for(ForNode *p_node) {
	const Operand variable = gen.make_local(place_type(p_node->variable->type), true);
	locals.insert(p_node->variable, variable);
	const bool is_range = p_node->list->kind == Node::CALL && static_cast<CallNode *>(p_node->list)->target == CallNode::GDSCRIPT_UTILITY && static_cast<CallNode *>(p_node->list)->function_name == SNAME("range") && !static_cast<CallNode *>(p_node->list)->arguments.is_empty() && !p_node->list->is_constant;
	const bool holds_int = variable.type == Variant::INT || variable.type == Operand::UNKNOWN;
	if (holds_int && (is_range || proved_type(p_node->list->type) == Variant::INT)) {
		compile_counting_for(p_node, variable);
	} else {
		compile_container_for(p_node, variable);
	}
	let_go_later(variable);
}

// What a `for` or a `match` held stays until the next one begins.
void GDScriptFunctionCompiler::let_go_later(const Operand &p_local) {
	if (p_local.kind == Operand::MANAGED) {
		finished.push_back(p_local);
	} else {
		gen.free_local(p_local);
	}
}

void GDScriptFunctionCompiler::let_go_of_finished() {
	for (const Operand &local : finished) {
		gen.emit(GDSCRIPT_OP_CLEAR, local);
		gen.free_local(local);
	}
	finished.clear();
}

void GDScriptFunctionCompiler::compile_counting_for(ForNode *p_node, const Operand &p_variable) {
	LocalVector<Expression *> bounds;
	if (p_node->list->kind == Node::CALL && static_cast<CallNode *>(p_node->list)->target == CallNode::GDSCRIPT_UTILITY && !p_node->list->is_constant) {
		for (Expression *argument : static_cast<CallNode *>(p_node->list)->arguments) {
			bounds.push_back(argument);
		}
	} else {
		bounds.push_back(p_node->list);
	}
	Operand values[3] = { gen.make_constant(0), Operand(), gen.make_constant(1) };
	for (uint32_t i = 0; i < bounds.size() && i < 3; i++) {
		// Read once: what changes later does not change the loop.
		const Operand bound = compile(bounds[i]);
		Operand &kept = values[bounds.size() == 1 ? 1 : i];
		if (bound.is_constant() && bound.type == Variant::INT) {
			kept = bound;
			continue;
		}
		kept = gen.make_local(Variant::INT, true);
		store(kept, GDScriptType::make_builtin(Variant::INT), bound, true);
		gen.free_temporary(bound);
	}
	gen.clear_temporaries();
	let_go_of_finished();
	const Operand counter = gen.make_local(Variant::INT, true);
	const bool by_one = values[2].is_constant() && int64_t(gen.get_constant(values[2])) == 1;
	Loop loop;
	loops.push_back(&loop);
	const Jump end = gen.emit_jump(GDSCRIPT_OP_FOR_RANGE_BEGIN, counter, values[0], values[1], values[2], p_variable);
	const int start = gen.mark_label();
	compile_suite(p_node->body, false);
	gen.patch_all(loop.continues);
	gen.set_line(p_node->start_line);
	if (by_one) {
		gen.patch(gen.emit_jump(GDSCRIPT_OP_FOR_COUNT_NEXT, counter, values[1], p_variable), start);
	} else {
		gen.patch(gen.emit_jump(GDSCRIPT_OP_FOR_RANGE_NEXT, counter, values[1], values[2], p_variable), start);
	}
	gen.patch(end);
	gen.patch_all(loop.breaks);
	loops.resize(loops.size() - 1);
	clear_locals(p_node->body);
	gen.free_local(counter);
	for (const Operand &value : values) {
		if (value.is_register()) {
			gen.free_local(value);
		}
	}
}

void GDScriptFunctionCompiler::compile_container_for(ForNode *p_node, const Operand &p_variable) {
	const Operand container = gen.make_local(proved_type(p_node->list->type), false);
	const Operand list = compile(p_node->list);
	gen.move(container, list);
	gen.free_temporary(list);
	gen.clear_temporaries();
	let_go_of_finished();
	const Operand iterator = gen.make_local(Operand::UNKNOWN, false);
	const bool converted = to_value_type(p_node->variable->type).is_typed();
	const Operand element = converted ? gen.make_local(Operand::UNKNOWN, false) : p_variable;
	Loop loop;
	loops.push_back(&loop);
	const Jump end = gen.emit_jump(GDSCRIPT_OP_FOR_BEGIN, iterator, container, element);
	const int start = gen.mark_label();
	if (converted) {
		store(p_variable, p_node->variable->type, element, p_node->needs_conversion);
	}
	compile_suite(p_node->body, false);
	gen.patch_all(loop.continues);
	gen.set_line(p_node->start_line);
	gen.patch(gen.emit_jump(GDSCRIPT_OP_FOR_NEXT, iterator, container, element), start);
	gen.patch(end);
	gen.patch_all(loop.breaks);
	loops.resize(loops.size() - 1);
	clear_locals(p_node->body);
	if (converted) {
		let_go_later(element);
	}
	let_go_later(iterator);
	let_go_later(container);
}

// --- Ends ------------------------------------------------------------------------------------------------------------

void GDScriptFunctionCompiler::emit_return(const Operand &p_value, bool p_needs_conversion) {
	const GDScriptValueType &type = function->return_type;
	if (!type.is_typed() || (type.kind == GDScriptValueType::BUILTIN ? p_value.type == type.builtin_type && !(type.has_elements && p_needs_conversion) : !p_needs_conversion)) {
		gen.emit(GDSCRIPT_OP_RETURN, p_value);
	} else if (type.kind == GDScriptValueType::BUILTIN && !type.has_elements) {
		gen.emit(GDSCRIPT_OP_RETURN_BUILTIN, p_value, uint32_t(type.builtin_type));
	} else {
		gen.emit(GDSCRIPT_OP_RETURN_TYPED, p_value, gen.type(type));
	}
}

void GDScriptFunctionCompiler::compile_return(ReturnNode *p_node) {
	if (!p_node->value) {
		const Variant::Type type = function->return_type.kind == GDScriptValueType::BUILTIN ? function->return_type.builtin_type : Variant::NIL;
		if (type == Variant::NIL) {
			gen.emit(GDSCRIPT_OP_RETURN_NIL);
		} else {
			gen.emit(GDSCRIPT_OP_RETURN, gen.make_constant(function->return_type.get_default()));
		}
		return;
	}
	const Operand value = compile(p_node->value);
	gen.set_line(p_node->start_line);
	if (p_node->is_void_return) {
		gen.emit(GDSCRIPT_OP_RETURN_NIL);
	} else {
		emit_return(value, p_node->needs_conversion);
	}
	gen.free_temporary(value);
}

void GDScriptFunctionCompiler::compile_assert(AssertNode *p_node) {
	const Operand condition = compile(p_node->condition);
	const Operand message = p_node->message ? compile(p_node->message) : gen.make_constant(String());
	gen.set_line(p_node->start_line);
	gen.emit(GDSCRIPT_OP_ASSERT, condition, message);
	gen.free_temporary(condition);
	gen.free_temporary(message);
}
