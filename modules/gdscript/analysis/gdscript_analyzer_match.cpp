// match and its patterns.
#include "modules/gdscript/analysis/gdscript_analyzer.h"

using namespace GDScriptAST;

// A name, or a chain of attributes that begins with one.
bool GDScriptAnalyzer::is_name_chain(const ExpressionNode *p_expression) {
	while (p_expression->kind == Node::SUBSCRIPT && static_cast<const SubscriptNode *>(p_expression)->is_attribute) {
		p_expression = static_cast<const SubscriptNode *>(p_expression)->base;
	}
	return p_expression->kind == Node::IDENTIFIER;
}

void GDScriptAnalyzer::resolve_pattern(PatternNode *p_pattern, const Type &p_tested, bool p_may_bind) {
	Type unknown = Type::make_variant();
	unknown.origin = Type::UNDETECTED;
	switch (p_pattern->pattern_kind) {
		case PatternNode::LITERAL:
		case PatternNode::EXPRESSION:
			reduce_value(p_pattern->expression);
			if (p_pattern->expression->is_constant) {
				p_pattern->pattern_kind = PatternNode::LITERAL;
			} else if (!is_name_chain(p_pattern->expression)) {
				error(p_pattern, "A pattern is a constant, a name or an attribute of a name; use \"when\" for other conditions.");
			}
			break;
		case PatternNode::BIND:
			if (!p_may_bind) {
				error(p_pattern, "\"var\" cannot stand in one of several patterns of a branch, since the others would not set it.");
				return;
			}
			p_pattern->bind->type = p_tested;
			p_pattern->bind->type.is_constant = false;
			p_pattern->bind->type.is_read_only = false;
			declare_local(p_pattern->bind, p_pattern->bind);
			break;
		case PatternNode::ARRAY:
			for (PatternNode *element : p_pattern->elements) {
				resolve_pattern(element, unknown, p_may_bind);
			}
			break;
		case PatternNode::DICTIONARY:
			for (PatternNode::Pair &pair : p_pattern->pairs) {
				reduce_value(pair.key);
				if (!pair.key->is_constant) {
					error(pair.key, "The key in a dictionary pattern must be constant.");
				}
				if (pair.value) {
					resolve_pattern(pair.value, unknown, p_may_bind);
				}
			}
			break;
		default:
			break;
	}
}

void GDScriptAnalyzer::resolve_branch(MatchBranchNode *p_branch, const Type &p_tested) {
	const uint32_t first = locals.size();
	SuiteNode *outer = context.suite;
	context.suite = p_branch->block;
	for (PatternNode *pattern : p_branch->patterns) {
		resolve_pattern(pattern, p_tested, p_branch->patterns.size() == 1);
	}
	if (p_branch->guard) {
		reduce_value(static_cast<ExpressionNode *>(p_branch->guard->statements[0]));
	}
	context.suite = outer;
	resolve_suite(p_branch->block);
	check_unused_locals(first, false);
	locals.resize(first);
}

void GDScriptAnalyzer::resolve_match(MatchNode *p_match) {
	reduce_value(p_match->test);
	bool all_matched = false;
	for (MatchBranchNode *branch : p_match->branches) {
		if (all_matched) {
			warn(GDScriptWarning::UNREACHABLE_PATTERN, branch, "This branch is never reached, since one before it matches everything.");
		}
		resolve_branch(branch, p_match->test->type);
		all_matched |= branch->has_wildcard;
	}
}
