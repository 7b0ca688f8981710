// Parsing of classes and their members.
#include "core/string/near_name.h"
#include "core/templates/hash_set.h"
#include "modules/gdscript/syntax/gdscript_annotations.h"
#include "modules/gdscript/syntax/gdscript_parser.h"

using namespace GDScriptAST;
using Info = GDScriptAnnotationInfo;

namespace {

const char *target_name(uint32_t p_target) {
	switch (p_target) {
		case Info::CLASS:
			return "a class";
		case Info::VARIABLE:
			return "a variable";
		case Info::CONSTANT:
			return "a constant";
		case Info::SIGNAL:
			return "a signal";
		case Info::FUNCTION:
			return "a function";
		case Info::ENUM:
			return "an enum";
		case Info::STATEMENT:
			return "a statement";
		default:
			return "this";
	}
}

const char *member_kind_name(ClassNode::Member::Kind p_kind) {
	switch (p_kind) {
		case ClassNode::Member::CLASS:
			return "class";
		case ClassNode::Member::CONSTANT:
			return "constant";
		case ClassNode::Member::FUNCTION:
			return "function";
		case ClassNode::Member::SIGNAL:
			return "signal";
		case ClassNode::Member::VARIABLE:
			return "variable";
		case ClassNode::Member::ENUM:
			return "enum";
		case ClassNode::Member::ENUM_VALUE:
			return "enum value";
		default:
			return "member";
	}
}

} // namespace

void GDScriptParser::add_member(ClassNode::Member::Kind p_kind, const IdentifierNode *p_name, Node *p_node, int p_enum_index) {
	const ClassNode::Member *other = current_class->find_member(p_name->name);
	if (other) {
		error_at(p_name, "The name \"" + String(p_name->name) + "\" is already taken by a " + member_kind_name(other->kind) + " of this class.");
		return;
	}
	ClassNode::Member member;
	member.kind = p_kind;
	member.name = p_name->name;
	member.node = p_node;
	member.enum_value_index = p_enum_index;
	current_class->member_indices.insert(member.name, (int)current_class->members.size());
	current_class->members.push_back(member);
}

// ---- Annotations ----

void GDScriptParser::parse_annotation(bool p_in_class) {
	const Span span = begin();
	const Token &token = advance();
	AnnotationNode *annotation = arena.make<AnnotationNode>();
	annotation->name = tokenizer.get_name(token);
	annotation->info = Info::find(annotation->name);
	if (!annotation->info) {
		NearName near(annotation->name);
		int count = 0;
		const Info *table = Info::get_table(count);
		for (int i = 0; i < count; i++) {
			near.offer(table[i].name);
		}
		error_at(token, "There is no annotation \"" + String(annotation->name) + "\"." + near.get_question());
		return;
	}
	if (check(Token::PARENTHESIS_OPEN)) {
		const Layout before = open_brackets();
		advance();
		parse_arguments(annotation->arguments);
		close_brackets(before);
		if (panic) {
			return;
		}
	}
	finish(annotation, span);
	const int count = (int)annotation->arguments.size();
	const int most = annotation->info->maximum_arguments();
	if (count < annotation->info->required_arguments()) {
		error_at(annotation, "\"" + String(annotation->name) + "\" needs at least " + itos(annotation->info->required_arguments()) + " argument(s), but has " + itos(count) + ".");
		return;
	}
	if (most >= 0 && count > most) {
		error_at(annotation, "\"" + String(annotation->name) + "\" takes at most " + itos(most) + " argument(s), but has " + itos(count) + ".");
		return;
	}
	previous_is_standalone = annotation->info->targets == Info::STANDALONE;
	if (annotation->info->targets == Info::SCRIPT) {
		place_script_annotation(annotation);
	} else if (annotation->info->action == Info::GROUP) {
		place_group_annotation(annotation);
	} else if (annotation->info->targets == Info::STANDALONE) {
		current_class->annotations.push_back(annotation);
	} else if (!p_in_class && !(annotation->info->targets & Info::STATEMENT)) {
		error_at(annotation, "\"" + String(annotation->name) + "\" is for members of a class and cannot stand inside a function.");
	} else {
		pending_annotations.push_back(annotation);
	}
}

void GDScriptParser::place_script_annotation(AnnotationNode *p_annotation) {
	if (current_class->outer || current_function || current_class->extends_used || current_class->identifier || !current_class->members.is_empty()) {
		error_at(p_annotation, "\"" + String(p_annotation->name) + "\" must be at the top of the file, before \"class_name\" and \"extends\".");
		return;
	}
	for (const AnnotationNode *other : current_class->annotations) {
		if (other->name == p_annotation->name) {
			error_at(p_annotation, "\"" + String(p_annotation->name) + "\" can only be used once.");
			return;
		}
	}
	current_class->annotations.push_back(p_annotation);
	switch (p_annotation->info->action) {
		case Info::TOOL:
			file.is_tool = true;
			current_class->is_tool = true;
			break;
		case Info::STATIC_UNLOAD:
			current_class->has_static_unload = true;
			break;
		default:
			break;
	}
}

void GDScriptParser::place_group_annotation(AnnotationNode *p_annotation) {
	if (current_function) {
		error_at(p_annotation, "\"" + String(p_annotation->name) + "\" is for members of a class and cannot stand inside a function.");
		return;
	}
	ClassNode::Member member;
	member.kind = ClassNode::Member::GROUP;
	member.node = p_annotation;
	current_class->members.push_back(member);
}

// Reads the annotations before a declaration, on its line or on lines of their own. False when no declaration follows.
bool GDScriptParser::parse_annotations(bool p_in_class) {
	while (check(Token::ANNOTATION)) {
		parse_annotation(p_in_class);
		if (panic) {
			return false;
		}
		if (pending_annotations.is_empty() && previous_is_standalone && !check(Token::NEWLINE) && !check(Token::END_OF_FILE)) {
			error("This annotation stands for itself; what follows must be on a line of its own.");
			return false;
		}
		if (!check(Token::NEWLINE) && !check(Token::END_OF_FILE)) {
			continue;
		}
		if (!at_line_of_block()) {
			if (raw().type == Token::END_OF_FILE) {
				refuse_pending_annotations();
			}
			carried_annotations = std::move(pending_annotations);
			pending_annotations.clear();
			return false;
		}
		if (pending_annotations.is_empty()) {
			return false;
		}
		accept_line_start();
	}
	return true;
}

void GDScriptParser::take_carried_annotations() {
	for (AnnotationNode *annotation : carried_annotations) {
		pending_annotations.push_back(annotation);
	}
	carried_annotations.clear();
}

void GDScriptParser::refuse_pending_annotations() {
	if (pending_annotations.is_empty()) {
		return;
	}
	error_at(pending_annotations[0], "\"" + String(pending_annotations[0]->name) + "\" must be followed by what it applies to.");
	pending_annotations.clear();
}

void GDScriptParser::take_annotations(uint32_t p_target, Node *p_node, LocalVector<AnnotationNode *> &r_annotations) {
	for (AnnotationNode *annotation : pending_annotations) {
		if (!(annotation->info->targets & p_target)) {
			error_at(annotation, "\"" + String(annotation->name) + "\" cannot be applied to " + target_name(p_target) + ".");
			break;
		}
		if (annotation->info->action != Info::WARNING_IGNORE) {
			for (const AnnotationNode *other : r_annotations) {
				if (other->name == annotation->name) {
					error_at(annotation, "\"" + String(annotation->name) + "\" can only be used once on " + target_name(p_target) + ".");
				}
			}
		} else if (p_node) {
			// The lines it silences: of blocks the head, of the rest all. The analyzer reads the names.
			annotation->end_line = MAX(annotation->end_line, p_node->end_line);
		}
		r_annotations.push_back(annotation);
	}
	pending_annotations.clear();
}

// Before `class_name` and `extends` what is pending belongs to the file's class.
void GDScriptParser::take_script_annotations() {
	for (AnnotationNode *annotation : pending_annotations) {
		const bool fits = (annotation->info->targets & Info::SCRIPT) && !current_class->outer;
		if (!fits && annotation->info->action != Info::WARNING_IGNORE) {
			error_at(annotation, "\"" + String(annotation->name) + "\" cannot be applied to the whole script.");
			break;
		}
		for (const AnnotationNode *other : current_class->annotations) {
			if (other->name == annotation->name && annotation->info->action == Info::ABSTRACT) {
				error_at(annotation, "\"" + String(annotation->name) + "\" can only be used once on a class.");
			}
		}
		if (annotation->info->action == Info::ABSTRACT) {
			current_class->is_abstract = true;
		}
		current_class->annotations.push_back(annotation);
	}
	pending_annotations.clear();
}

// ---- Class head ----

void GDScriptParser::parse_class_name() {
	advance();
	if (current_class->outer) {
		error_at(previous(), "\"class_name\" is only for the class of the file; an inner class gets its name from \"class\".");
		return;
	}
	if (current_class->identifier) {
		error_at(previous(), "\"class_name\" can only be used once.");
		return;
	}
	if (!current_class->members.is_empty()) {
		error_at(previous(), "\"class_name\" must come before all members.");
		return;
	}
	current_class->identifier = expect_name("the class");
	if (panic) {
		return;
	}
	if (check(Token::EXTENDS)) {
		parse_extends();
		return;
	}
	end_statement("the class name");
}

void GDScriptParser::parse_extends() {
	const Token &keyword = advance();
	if (current_class->extends_used) {
		error_at(keyword, "\"extends\" can only be used once in a class.");
		return;
	}
	if (!current_class->members.is_empty()) {
		error_at(keyword, "\"extends\" must come before all members.");
		return;
	}
	current_class->extends_used = true;
	if (check(Token::STRING)) {
		current_class->extends_path = tokenizer.get_string(advance());
		if (!match(Token::PERIOD)) {
			end_statement("the base class");
			return;
		}
	}
	do {
		IdentifierNode *identifier = expect_name("the base class");
		if (!identifier) {
			return;
		}
		current_class->extends_chain.push_back(identifier);
	} while (match(Token::PERIOD));
	end_statement("the base class");
}

void GDScriptParser::parse_inner_class() {
	const Span span = begin();
	advance();
	IdentifierNode *identifier = expect_name("a class");
	if (!identifier) {
		return;
	}
	ClassNode *inner = arena.make<ClassNode>();
	inner->unit = file.unit;
	inner->identifier = identifier;
	inner->outer = current_class;
	inner->fqcn = current_class->fqcn + "::" + String(identifier->name);
	finish(inner, span);
	take_annotations(Info::CLASS, inner, inner->annotations);
	for (const AnnotationNode *annotation : inner->annotations) {
		inner->is_abstract |= annotation->info->action == Info::ABSTRACT;
	}
	add_member(ClassNode::Member::CLASS, identifier, inner);
	ClassNode *outer = current_class;
	current_class = inner;
	Nesting nesting(*this);
	if (nesting.ok && match(Token::EXTENDS)) {
		inner->extends_used = true;
		if (check(Token::STRING)) {
			inner->extends_path = tokenizer.get_string(advance());
		}
		while (!panic && (inner->extends_path.is_empty() || match(Token::PERIOD))) {
			IdentifierNode *base = expect_name("the base class");
			if (!base) {
				break;
			}
			inner->extends_chain.push_back(base);
			if (!check(Token::PERIOD)) {
				break;
			}
			if (inner->extends_path.is_empty()) {
				while (match(Token::PERIOD)) {
					IdentifierNode *part = expect_name("the base class");
					if (!part) {
						break;
					}
					inner->extends_chain.push_back(part);
				}
				break;
			}
		}
	}
	if (!panic && expect_colon("Expected \":\" after the head of the class, but found " + describe_current() + ".")) {
		if (is_one_line_class_at_its_end()) {
			finish(inner, span);
			current_class = outer;
			parse_class_item();
			return;
		}
		parse_block("the class", true, [this]() { parse_class_item(); });
	}
	finish(inner, span);
	if (!panic) {
		refuse_pending_annotations();
	}
	current_class = outer;
}

// A class on one line has one item, and the language counts `static` and annotations as such: what stands behind them is already the
// outer class's, without `static`, but with the annotation.
bool GDScriptParser::is_one_line_class_at_its_end() {
	return match(Token::STATIC) || check(Token::ANNOTATION);
}

// ---- Members ----

void GDScriptParser::parse_class_item() {
	if (position > 0 && skip_semicolons()) {
		return;
	}
	take_carried_annotations();
	if (check(Token::ANNOTATION)) {
		if (!parse_annotations(true)) {
			return;
		}
	}
	check_indentation(raw().first_on_line ? raw() : Token());
	if (panic) {
		return;
	}
	parse_class_declaration();
	if (panic) {
		pending_annotations.clear();
	}
}

void GDScriptParser::parse_class_declaration() {
	const Span span = begin();
	switch (peek()) {
		case Token::CLASS_NAME:
			take_script_annotations();
			parse_class_name();
			break;
		case Token::EXTENDS:
			take_script_annotations();
			parse_extends();
			break;
		case Token::CLASS:
			parse_inner_class();
			break;
		case Token::VAR:
			advance();
			parse_member_variable(span, false);
			break;
		case Token::CONST:
			parse_member_constant();
			break;
		case Token::SIGNAL:
			parse_signal();
			break;
		case Token::ENUM:
			parse_enum();
			break;
		case Token::FUNC:
			advance();
			parse_function(span, false);
			break;
		case Token::STATIC:
			parse_static_member(span);
			break;
		case Token::PASS:
			advance();
			refuse_pending_annotations();
			end_statement("\"pass\"");
			break;
		case Token::STRING:
			// A string of its own serves as a comment.
			advance();
			refuse_pending_annotations();
			end_statement("the string");
			break;
		case Token::END_OF_FILE:
			refuse_pending_annotations();
			break;
		default: {
			const String word = raw().type == Token::IDENTIFIER ? tokenizer.get_text(raw()) : String();
			if (word == "export" || word == "onready" || word == "tool") {
				error("\"" + word + "\" is written as an annotation: \"@" + word + "\".");
			} else {
				error("Expected a declaration (var, const, func, signal, enum, class), but found " + describe_current() + "; statements belong inside functions.");
			}
		} break;
	}
}

void GDScriptParser::parse_static_member(const Span &p_span) {
	advance();
	if (match(Token::FUNC)) {
		parse_function(p_span, true);
	} else if (match(Token::VAR)) {
		parse_member_variable(p_span, true);
	} else {
		error("Only \"func\" and \"var\" can follow \"static\", but found " + describe_current() + ".");
	}
}

void GDScriptParser::parse_member_variable(const Span &p_span, bool p_is_static) {
	LocalVector<AnnotationNode *> annotations = std::move(pending_annotations);
	pending_annotations.clear();
	VariableNode *variable = parse_variable(p_span, true);
	if (!variable) {
		return;
	}
	variable->is_static = p_is_static;
	variable->owner_class = current_class;
	pending_annotations = std::move(annotations);
	take_annotations(Info::VARIABLE, nullptr, variable->annotations);
	if (p_is_static) {
		for (ClassNode *outer = current_class; outer; outer = outer->outer) {
			outer->has_static_data = true;
		}
	}
	add_member(ClassNode::Member::VARIABLE, variable->identifier, variable);
}

void GDScriptParser::parse_member_constant() {
	const Span span = begin();
	advance();
	ConstantNode *constant = parse_constant(span);
	if (!constant) {
		return;
	}
	take_annotations(Info::CONSTANT, constant, constant->annotations);
	add_member(ClassNode::Member::CONSTANT, constant->identifier, constant);
}

void GDScriptParser::parse_signal() {
	const Span span = begin();
	advance();
	IdentifierNode *identifier = expect_name("a signal");
	if (!identifier) {
		return;
	}
	SignalNode *signal = arena.make<SignalNode>();
	signal->identifier = identifier;
	if (check(Token::PARENTHESIS_OPEN)) {
		const Layout before = open_brackets();
		advance();
		while (!panic && !check(Token::PARENTHESIS_CLOSE) && !check(Token::END_OF_FILE)) {
			ParameterNode *parameter = parse_parameter(true);
			if (!parameter) {
				break;
			}
			for (const ParameterNode *other : signal->parameters) {
				if (other->name == parameter->name) {
					error_at(parameter, "There is already a parameter \"" + String(parameter->name) + "\".");
				}
			}
			signal->parameters.push_back(parameter);
			if (!match(Token::COMMA)) {
				break;
			}
		}
		if (!panic) {
			expect(Token::PARENTHESIS_CLOSE, "Expected \")\" after the parameters, but found " + describe_current() + ".");
		}
		close_brackets(before);
	}
	finish(signal, span);
	if (!end_statement("the signal")) {
		return;
	}
	take_annotations(Info::SIGNAL, signal, signal->annotations);
	add_member(ClassNode::Member::SIGNAL, identifier, signal);
}

void GDScriptParser::parse_enum() {
	const Span span = begin();
	advance();
	EnumNode *node = arena.make<EnumNode>();
	if (!check(Token::BRACE_OPEN) && !(check(Token::NEWLINE) && raw().type == Token::BRACE_OPEN)) {
		node->identifier = expect_name("an enum");
		if (!node->identifier) {
			return;
		}
	}
	if (raw().type == Token::BRACE_OPEN) {
		accept_line_start();
	}
	const Layout before = layout;
	if (!expect(Token::BRACE_OPEN, "Expected \"{\" and the values of the enum, but found " + describe_current() + ".")) {
		return;
	}
	layout.lines_matter = false;
	parse_enum_values(node);
	close_brackets(before);
	finish(node, span);
	if (panic || !end_statement("the enum")) {
		return;
	}
	take_annotations(Info::ENUM, node, node->annotations);
	if (node->identifier) {
		add_member(ClassNode::Member::ENUM, node->identifier, node);
		return;
	}
	for (EnumNode::Value &value : node->values) {
		add_member(ClassNode::Member::ENUM_VALUE, value.identifier, node, value.index);
	}
}

void GDScriptParser::parse_enum_values(EnumNode *p_enum) {
	HashSet<StringName> names;
	while (!panic && !check(Token::BRACE_CLOSE) && !check(Token::END_OF_FILE)) {
		IdentifierNode *identifier = expect_name("an enum value");
		if (!identifier) {
			return;
		}
		if (names.has(identifier->name)) {
			error_at(identifier, "The enum has a value \"" + String(identifier->name) + "\" already.");
			return;
		}
		names.insert(identifier->name);
		EnumNode::Value value;
		value.identifier = identifier;
		value.parent = p_enum;
		value.index = (int)p_enum->values.size();
		if (match(Token::EQUAL)) {
			value.custom_value = parse_expression();
			if (!value.custom_value) {
				return;
			}
		}
		p_enum->values.push_back(value);
		if (!match(Token::COMMA)) {
			break;
		}
	}
	expect(Token::BRACE_CLOSE, "Expected \",\" or \"}\" after an enum value, but found " + describe_current() + ".");
}

void GDScriptParser::parse_function(const Span &p_span, bool p_is_static) {
	LocalVector<AnnotationNode *> annotations = std::move(pending_annotations);
	pending_annotations.clear();
	IdentifierNode *identifier = expect_name("a function");
	if (!identifier) {
		return;
	}
	FunctionNode *function = arena.make<FunctionNode>();
	function->identifier = identifier;
	function->name = identifier->name;
	function->is_static = p_is_static;
	function->owner_class = current_class;
	current_function = function;
	const bool signature_ok = parse_signature(function);
	current_function = nullptr;
	if (!signature_ok) {
		return;
	}
	finish(function, p_span);
	pending_annotations = std::move(annotations);
	take_annotations(Info::FUNCTION, nullptr, function->annotations);
	for (const AnnotationNode *annotation : function->annotations) {
		function->is_abstract |= annotation->info->action == Info::ABSTRACT;
	}
	add_member(ClassNode::Member::FUNCTION, identifier, function);
	if (panic) {
		return;
	}
	if (p_is_static && String(function->name) == "_static_init") {
		for (ClassNode *outer = current_class; outer; outer = outer->outer) {
			outer->has_static_data = true;
		}
	}
	if (function->is_abstract) {
		if (check(Token::COLON)) {
			error("An abstract function has no body; remove the \":\" and what follows, or the \"@abstract\".");
			return;
		}
		end_statement("the abstract function");
		return;
	}
	if (!expect_colon("Expected \":\" and the body of the function, but found " + describe_current() + ".")) {
		return;
	}
	parse_function_body(function, "the function");
	finish(function, p_span);
}

// ---- Properties ----

// Behind the colon: accessors on this line or in an indented block.
void GDScriptParser::parse_property(VariableNode *p_variable) {
	if (!check(Token::NEWLINE)) {
		parse_accessor(p_variable, true);
		if (match(Token::COMMA)) {
			parse_accessor(p_variable, true);
		}
		if (!panic) {
			end_statement("the property");
		}
		return;
	}
	parse_block("the property", true, [this, p_variable]() {
		check_indentation(raw());
		parse_accessor(p_variable, false);
		if (!panic && match(Token::COMMA) && !check(Token::NEWLINE)) {
			parse_accessor(p_variable, false);
		}
		if (!panic) {
			end_statement("the accessor");
		}
	});
}

void GDScriptParser::parse_accessor(VariableNode *p_variable, bool p_one_line) {
	if (panic) {
		return;
	}
	const Span span = begin();
	const bool is_getter = check_word("get");
	if (!is_getter && !check_word("set")) {
		error("Expected \"get\" or \"set\" in a property, but found " + describe_current() + ".");
		return;
	}
	advance();
	const bool named = check(Token::EQUAL);
	if (named ? p_variable->style == VariableNode::INLINE_ACCESSORS : p_variable->style == VariableNode::NAMED_ACCESSORS) {
		error("The two accessors of a property must be written the same way, both with a body or both with \"=\".");
		return;
	}
	if (is_getter ? (p_variable->getter || p_variable->getter_name) : (p_variable->setter || p_variable->setter_name)) {
		error(is_getter ? "The property has a getter already." : "The property has a setter already.");
		return;
	}
	if (named) {
		advance();
		p_variable->style = VariableNode::NAMED_ACCESSORS;
		(is_getter ? p_variable->getter_name : p_variable->setter_name) = expect_name(is_getter ? "the getter function" : "the setter function");
		return;
	}
	if (p_one_line) {
		error("On one line a property names its accessors: \"get = function_name\"; bodies go into an indented block.");
		return;
	}
	p_variable->style = VariableNode::INLINE_ACCESSORS;
	parse_accessor_body(p_variable, is_getter, span);
}

void GDScriptParser::parse_accessor_body(VariableNode *p_variable, bool p_is_getter, const Span &p_span) {
	FunctionNode *function = arena.make<FunctionNode>();
	function->owner_class = current_class;
	function->accessor_of = p_variable;
	function->name = StringName("@" + String(p_variable->name) + (p_is_getter ? "_getter" : "_setter"));
	if (p_is_getter) {
		if (match(Token::PARENTHESIS_OPEN) && !expect(Token::PARENTHESIS_CLOSE, "A getter takes no parameters.")) {
			return;
		}
		p_variable->getter = function;
	} else {
		if (!expect(Token::PARENTHESIS_OPEN, "A setter takes one parameter: \"set(value):\".")) {
			return;
		}
		IdentifierNode *identifier = expect_name("the setter's parameter");
		if (!identifier || !expect(Token::PARENTHESIS_CLOSE, "A setter takes exactly one parameter, without a type; it has the type of the property.")) {
			return;
		}
		ParameterNode *parameter = arena.make<ParameterNode>();
		parameter->identifier = identifier;
		parameter->name = identifier->name;
		parameter->owner = function;
		finish(parameter, begin_at(identifier));
		function->parameters.push_back(parameter);
		function->required_parameters = 1;
		p_variable->setter = function;
	}
	finish(function, p_span);
	if (!expect_colon("Expected \":\" and the body of the accessor, but found " + describe_current() + ".")) {
		return;
	}
	parse_function_body(function, p_is_getter ? "the getter" : "the setter");
	finish(function, p_span);
}
