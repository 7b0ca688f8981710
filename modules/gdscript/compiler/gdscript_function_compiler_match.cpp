// `match`: every pattern becomes a chain of tests that jump to the next one.
#include "modules/gdscript/compiler/gdscript_function_compiler.h"

using namespace GDScriptAST;

using Operand = GDScriptOperand;

void GDScriptFunctionCompiler::compile_match(MatchNode *p_node) {
	const Operand value = gen.make_local(Operand::UNKNOWN, false);
	compile_into(value, GDScriptType::make_variant(), p_node->test, false);
	gen.clear_temporaries();
	let_go_of_finished();
	LocalVector<Jump> ends;
	for (MatchBranchNode *branch : p_node->branches) {
		compile_match_branch(branch, value, ends);
	}
	gen.patch_all(ends);
	for (MatchBranchNode *branch : p_node->branches) {
		for (PatternNode *pattern : branch->patterns) {
			let_go_of_binds(pattern);
		}
	}
	let_go_later(value);
}

void GDScriptFunctionCompiler::let_go_of_binds(const PatternNode *p_pattern) {
	if (p_pattern->bind) {
		let_go_later(locals[p_pattern->bind]);
	}
	for (const PatternNode *element : p_pattern->elements) {
		let_go_of_binds(element);
	}
	for (const PatternNode::Pair &pair : p_pattern->pairs) {
		if (pair.value) {
			let_go_of_binds(pair.value);
		}
	}
}

void GDScriptFunctionCompiler::declare_binds(PatternNode *p_pattern) {
	if (p_pattern->bind) {
		locals.insert(p_pattern->bind, gen.make_local(Operand::UNKNOWN, false));
	}
	for (PatternNode *element : p_pattern->elements) {
		declare_binds(element);
	}
	for (const PatternNode::Pair &pair : p_pattern->pairs) {
		if (pair.value) {
			declare_binds(pair.value);
		}
	}
}

void GDScriptFunctionCompiler::compile_match_branch(MatchBranchNode *p_branch, const Operand &p_value, LocalVector<Jump> &r_ends) {
	LocalVector<Jump> matched;
	LocalVector<Jump> next_branch;
	for (uint32_t i = 0; i < p_branch->patterns.size(); i++) {
		PatternNode *pattern = p_branch->patterns[i];
		gen.set_line(pattern->start_line);
		declare_binds(pattern);
		LocalVector<Jump> no_match;
		compile_pattern(pattern, p_value, no_match);
		gen.clear_temporaries();
		if (i + 1 < p_branch->patterns.size()) {
			matched.push_back(gen.emit_jump(GDSCRIPT_OP_JUMP));
			gen.patch_all(no_match);
		} else {
			for (const Jump &jump : no_match) {
				next_branch.push_back(jump);
			}
		}
	}
	gen.patch_all(matched);
	if (p_branch->guard && !p_branch->guard->statements.is_empty()) {
		compile_condition(static_cast<Expression *>(p_branch->guard->statements[0]), next_branch);
	}
	compile_suite(p_branch->block);
	r_ends.push_back(gen.emit_jump(GDSCRIPT_OP_JUMP));
	gen.patch_all(next_branch);
}

void GDScriptFunctionCompiler::compile_pattern(PatternNode *p_pattern, const Operand &p_value, LocalVector<Jump> &r_if_not) {
	switch (p_pattern->pattern_kind) {
		case PatternNode::LITERAL:
		case PatternNode::EXPRESSION: {
			const Operand expected = compile(p_pattern->expression);
			const Operand matches = gen.make_temporary(Variant::BOOL);
			gen.emit(GDSCRIPT_OP_MATCH_VALUE, matches, p_value, expected);
			gen.free_temporary(expected);
			r_if_not.push_back(gen.emit_jump(GDSCRIPT_OP_JUMP_IF_NOT_BOOL, matches));
			gen.free_temporary(matches);
			break;
		}
		case PatternNode::BIND:
			gen.move(local_operand(p_pattern->bind), p_value);
			break;
		case PatternNode::ARRAY:
			compile_array_pattern(p_pattern, p_value, r_if_not);
			break;
		case PatternNode::DICTIONARY:
			compile_dictionary_pattern(p_pattern, p_value, r_if_not);
			break;
		case PatternNode::WILDCARD:
		case PatternNode::REST:
			break;
	}
}

void GDScriptFunctionCompiler::compile_array_pattern(PatternNode *p_pattern, const Operand &p_value, LocalVector<Jump> &r_if_not) {
	const Operand matches = gen.make_temporary(Variant::BOOL);
	int count = 0;
	while (count < int(p_pattern->elements.size()) && p_pattern->elements[uint32_t(count)]->pattern_kind != PatternNode::REST) {
		count++;
	}
	gen.emit(GDSCRIPT_OP_MATCH_ARRAY, matches, p_value, count, p_pattern->has_rest ? 1 : 0);
	r_if_not.push_back(gen.emit_jump(GDSCRIPT_OP_JUMP_IF_NOT_BOOL, matches));
	gen.free_temporary(matches);
	for (int i = 0; i < count; i++) {
		PatternNode *element = p_pattern->elements[uint32_t(i)];
		if (element->pattern_kind == PatternNode::WILDCARD) {
			continue;
		}
		const Operand value = gen.make_temporary(Operand::UNKNOWN);
		gen.emit(GDSCRIPT_OP_GET_INDEX, value, p_value, gen.make_constant(i));
		compile_pattern(element, value, r_if_not);
		gen.free_temporary(value);
	}
}

void GDScriptFunctionCompiler::compile_dictionary_pattern(PatternNode *p_pattern, const Operand &p_value, LocalVector<Jump> &r_if_not) {
	const Operand matches = gen.make_temporary(Variant::BOOL);
	gen.emit(GDSCRIPT_OP_MATCH_DICTIONARY, matches, p_value, int(p_pattern->pairs.size()) + p_pattern->pairs_behind_rest, p_pattern->has_rest ? 1 : 0);
	r_if_not.push_back(gen.emit_jump(GDSCRIPT_OP_JUMP_IF_NOT_BOOL, matches));
	for (const PatternNode::Pair &pair : p_pattern->pairs) {
		const Operand key = compile(pair.key);
		gen.emit(GDSCRIPT_OP_MATCH_HAS_KEY, matches, p_value, key);
		r_if_not.push_back(gen.emit_jump(GDSCRIPT_OP_JUMP_IF_NOT_BOOL, matches));
		if (pair.value && pair.value->pattern_kind != PatternNode::WILDCARD) {
			const Operand value = gen.make_temporary(Operand::UNKNOWN);
			gen.emit(GDSCRIPT_OP_GET_INDEX, value, p_value, key);
			compile_pattern(pair.value, value, r_if_not);
			gen.free_temporary(value);
		}
		gen.free_temporary(key);
	}
	gen.free_temporary(matches);
}
