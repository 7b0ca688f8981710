// Parsing of `match` and its patterns.
#include "modules/gdscript/syntax/gdscript_parser.h"

using namespace GDScriptAST;

Node *GDScriptParser::parse_match() {
	const Span span = begin();
	advance();
	MatchNode *node = arena.make<MatchNode>();
	node->test = parse_expression();
	if (!node->test || !expect_colon("Expected \":\" after the value that \"match\" looks at, but found " + describe_current() + ".")) {
		return nullptr;
	}
	finish(node, span);
	if (!check(Token::NEWLINE)) {
		error("The branches of \"match\" must stand on lines of their own, indented.");
		return nullptr;
	}
	parse_block("match", true, [this, node]() {
		check_indentation(raw());
		if (match(Token::PASS)) {
			end_statement("\"pass\"");
			return;
		}
		MatchBranchNode *branch = parse_match_branch();
		if (branch && !panic) {
			node->branches.push_back(branch);
		}
	});
	return node;
}

MatchBranchNode *GDScriptParser::parse_match_branch() {
	if (check(Token::ANNOTATION)) {
		// @warning_ignore before a branch.
		if (!parse_annotations(false)) {
			return nullptr;
		}
		for (AnnotationNode *annotation : pending_annotations) {
			annotation->end_line = MAX(annotation->end_line, raw().line);
			current_class->annotations.push_back(annotation);
		}
		pending_annotations.clear();
	}
	const Span span = begin();
	MatchBranchNode *branch = arena.make<MatchBranchNode>();
	do {
		PatternNode *pattern = parse_pattern();
		if (!pattern) {
			return nullptr;
		}
		if (pattern->pattern_kind == PatternNode::REST) {
			error_at(pattern, "\"..\" only works at the end of an array or dictionary pattern.");
			return nullptr;
		}
		branch->has_wildcard |= pattern->pattern_kind == PatternNode::WILDCARD || pattern->pattern_kind == PatternNode::BIND;
		branch->patterns.push_back(pattern);
	} while (match(Token::COMMA));
	if (match(Token::WHEN)) {
		SuiteNode *guard = arena.make<SuiteNode>();
		const Span guard_span = begin();
		guard->parent = current_suite;
		ExpressionNode *condition = parse_expression();
		if (!condition) {
			return nullptr;
		}
		guard->statements.push_back(condition);
		finish(guard, guard_span);
		branch->guard = guard;
		branch->has_wildcard = false;
	}
	if (!expect_colon("Expected \":\" after the patterns, but found " + describe_current() + ".")) {
		return nullptr;
	}
	finish(branch, span);
	branch->block = parse_suite("the pattern");
	return branch;
}

PatternNode *GDScriptParser::parse_pattern() {
	Nesting nesting(*this);
	if (!nesting.ok) {
		return nullptr;
	}
	const Span span = begin();
	PatternNode *pattern = arena.make<PatternNode>();
	switch (peek()) {
		case Token::VAR: {
			advance();
			IdentifierNode *identifier = expect_name("what the pattern binds");
			if (!identifier) {
				return nullptr;
			}
			pattern->pattern_kind = PatternNode::BIND;
			pattern->bind = arena.make<PatternBindNode>();
			pattern->bind->name = identifier->name;
			pattern->bind->owner = current_function;
			finish(pattern->bind, begin_at(identifier));
		} break;
		case Token::UNDERSCORE:
			advance();
			pattern->pattern_kind = PatternNode::WILDCARD;
			break;
		case Token::PERIOD_PERIOD:
			advance();
			pattern->pattern_kind = PatternNode::REST;
			break;
		case Token::BRACKET_OPEN:
			parse_array_pattern(pattern);
			break;
		case Token::BRACE_OPEN:
			parse_dictionary_pattern(pattern);
			break;
		default:
			pattern->pattern_kind = PatternNode::EXPRESSION;
			pattern->expression = parse_expression();
			if (!pattern->expression) {
				return nullptr;
			}
			break;
	}
	if (panic) {
		return nullptr;
	}
	finish(pattern, span);
	return pattern;
}

void GDScriptParser::parse_array_pattern(PatternNode *p_pattern) {
	p_pattern->pattern_kind = PatternNode::ARRAY;
	const Layout before = open_brackets();
	advance();
	while (!panic && !check(Token::BRACKET_CLOSE) && !check(Token::END_OF_FILE)) {
		PatternNode *element = parse_pattern();
		if (!element) {
			break;
		}
		if (p_pattern->has_rest) {
			error_at(element, "\"..\" must be the last in an array pattern.");
			break;
		}
		if (element->pattern_kind == PatternNode::REST) {
			p_pattern->has_rest = true;
		} else {
			p_pattern->elements.push_back(element);
		}
		if (!match(Token::COMMA)) {
			break;
		}
	}
	if (!panic) {
		expect(Token::BRACKET_CLOSE, "Expected \"]\" after the array pattern, but found " + describe_current() + ".");
	}
	close_brackets(before);
}

void GDScriptParser::parse_dictionary_pattern(PatternNode *p_pattern) {
	p_pattern->pattern_kind = PatternNode::DICTIONARY;
	const Layout before = open_brackets();
	advance();
	while (!panic && !check(Token::BRACE_CLOSE) && !check(Token::END_OF_FILE)) {
		if (match(Token::PERIOD_PERIOD)) {
			p_pattern->has_rest = true;
		} else {
			PatternNode::Pair pair;
			pair.key = parse_expression();
			if (!pair.key) {
				break;
			}
			if (match(Token::COLON)) {
				if (p_pattern->has_rest) {
					error("\"..\" must be the last in a dictionary pattern; only keys without a value may follow it.");
					break;
				}
				pair.value = parse_pattern();
				if (!pair.value) {
					break;
				}
				if (pair.value->pattern_kind == PatternNode::REST) {
					error_at(pair.value, "\"..\" stands alone at the end of a dictionary pattern; it is no value.");
					break;
				}
			}
			if (p_pattern->has_rest) {
				p_pattern->pairs_behind_rest++;
			} else {
				p_pattern->pairs.push_back(pair);
			}
		}
		if (!match(Token::COMMA)) {
			break;
		}
	}
	if (!panic) {
		expect(Token::BRACE_CLOSE, "Expected \"}\" after the dictionary pattern, but found " + describe_current() + ".");
	}
	close_brackets(before);
}
