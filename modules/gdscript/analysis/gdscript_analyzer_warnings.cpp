// What is doubtful in a program that works, and @warning_ignore.
#include "modules/gdscript/analysis/gdscript_analyzer.h"

#include "core/object/class_db.h"
#include "core/variant/builtin_registry.h"
#include "modules/gdscript/analysis/gdscript_utility_table.h"
#include "modules/gdscript/syntax/gdscript_annotations.h"
#include "modules/gdscript/syntax/gdscript_characters.h"

using namespace GDScriptAST;

void GDScriptAnalyzer::warn(GDScriptWarning::Code p_code, const Node *p_node, const String &p_message) {
	const GDScriptWarning::Level level = warnings.levels[p_code];
	if (level == GDScriptWarning::IGNORE || is_ignored(p_code, p_node->start_line)) {
		return;
	}
	const bool is_error = level == GDScriptWarning::ERROR;
	ScriptDiagnostic diagnostic = unit.make_diagnostic(is_error ? ScriptDiagnostic::ERROR : ScriptDiagnostic::WARNING, p_node, p_message);
	diagnostic.code = StringName(GDScriptWarning::get_name(p_code));
	if (is_error) {
		diagnostic.message += " (The warning \"" + String(diagnostic.code) + "\" is treated as an error.)";
	}
	unit.diagnostics.add(diagnostic);
}

bool GDScriptAnalyzer::is_ignored(GDScriptWarning::Code p_code, int p_line) const {
	for (const GDScriptUnit::IgnoredWarning &ignored : unit.ignored_warnings) {
		if (ignored.code == p_code && p_line >= ignored.first_line && p_line <= ignored.last_line) {
			return true;
		}
	}
	return false;
}

// ---- @warning_ignore ----

namespace {

int end_line_of(const Node *p_node, int p_line) {
	return p_node ? MAX(p_node->end_line, p_line) : p_line;
}

// The last line of a declaration that an annotation before it speaks of: bodies and accessors are not part of it.
int last_line_of_declaration(const Node *p_node) {
	int line = p_node->start_line;
	if (p_node->kind == Node::FUNCTION) {
		const FunctionNode *function = static_cast<const FunctionNode *>(p_node);
		for (const ParameterNode *parameter : function->parameters) {
			line = end_line_of(parameter, line);
		}
		return end_line_of(function->rest_parameter, line);
	}
	if (p_node->kind == Node::VARIABLE) {
		const VariableNode *variable = static_cast<const VariableNode *>(p_node);
		return end_line_of(variable->initializer, end_line_of(variable->type_specifier, line));
	}
	return p_node->kind == Node::CLASS ? line : end_line_of(p_node, line);
}

} // namespace

void GDScriptAnalyzer::ignore_from_here(GDScriptWarning::Code p_code, const AnnotationNode *p_annotation, const ExpressionNode *p_name) {
	const bool begins = p_annotation->info->action == GDScriptAnnotationInfo::WARNING_IGNORE_START;
	const String name = GDScriptWarning::get_name(p_code);
	GDScriptUnit::IgnoredWarning *open = nullptr;
	for (GDScriptUnit::IgnoredWarning &ignored : unit.ignored_warnings) {
		if (ignored.code == p_code && ignored.last_line == INT32_MAX) {
			open = &ignored;
		}
	}
	if (begins && open) {
		error(p_name, "The warning \"" + name + "\" is ignored from line " + itos(open->first_line) + " on already.");
	} else if (begins) {
		unit.ignored_warnings.push_back({ p_annotation->start_line, INT32_MAX, p_code });
	} else if (!open) {
		error(p_name, "The warning \"" + name + "\" is not ignored here, so there is nothing to restore.");
	} else {
		open->last_line = p_annotation->start_line;
	}
}

void GDScriptAnalyzer::ignore_by_annotation(const AnnotationNode *p_annotation, const Node *p_node) {
	using Info = GDScriptAnnotationInfo;
	const Info::Action action = p_annotation->info->action;
	if (action != Info::WARNING_IGNORE && action != Info::WARNING_IGNORE_START && action != Info::WARNING_IGNORE_RESTORE) {
		return;
	}
	for (const ExpressionNode *argument : p_annotation->arguments) {
		const LiteralNode *literal = argument->kind == Node::LITERAL ? static_cast<const LiteralNode *>(argument) : nullptr;
		if (!literal || !literal->value.is_string()) {
			error(argument, "The names of warnings are strings: \"" + String(p_annotation->name) + "(\\\"unused_variable\\\")\".");
			continue;
		}
		const String name = String(literal->value).to_lower();
		const GDScriptWarning::Code code = GDScriptWarning::find(name);
		if (code == GDScriptWarning::CODE_MAX) {
			error_near(argument, "There is no warning \"" + name + "\".", suggest_warning(name));
		} else if (action == Info::WARNING_IGNORE) {
			const int last = p_node ? MAX(last_line_of_declaration(p_node), p_annotation->end_line) : p_annotation->end_line;
			unit.ignored_warnings.push_back({ p_annotation->start_line, last, code });
		} else {
			ignore_from_here(code, p_annotation, argument);
		}
	}
}

void GDScriptAnalyzer::collect_ignored_warnings(ClassNode *p_class) {
	auto collect = [this](const LocalVector<AnnotationNode *> &p_annotations, const Node *p_node) {
		for (const AnnotationNode *annotation : p_annotations) {
			ignore_by_annotation(annotation, p_node);
		}
	};
	collect(p_class->annotations, p_class->outer ? p_class : nullptr);
	for (Member &member : p_class->members) {
		switch (member.kind) {
			case Member::CLASS:
				collect_ignored_warnings(member.class_node);
				break;
			case Member::CONSTANT:
				collect(member.constant->annotations, member.node);
				break;
			case Member::FUNCTION:
				collect(member.function->annotations, member.node);
				break;
			case Member::SIGNAL:
				collect(member.signal->annotations, member.node);
				break;
			case Member::VARIABLE:
				collect(member.variable->annotations, member.node);
				break;
			case Member::ENUM:
				collect(member.enum_node->annotations, member.node);
				break;
			default:
				break;
		}
	}
}

// ---- Locals ----

// A name that means something else before this declaration in the block, or in a block inside it.
void GDScriptAnalyzer::check_confusable_local(const LocalNode *p_local, const Node *p_at) {
	if (p_local->kind != Node::VARIABLE && p_local->kind != Node::CONSTANT) {
		return;
	}
	for (uint32_t i = context.first_ended_local; i < ended_locals.size(); i++) {
		const LocalNode *ended = ended_locals[i];
		if (ended->name == p_local->name && (ended->kind == Node::VARIABLE || ended->kind == Node::CONSTANT || ended->kind == Node::PARAMETER)) {
			warn(GDScriptWarning::CONFUSABLE_LOCAL_DECLARATION, ended, "\"" + String(p_local->name) + "\" is declared again on line " + itos(p_at->start_line) + ", in the block around this one.");
		}
	}
	for (uint32_t i = context.first_outer_use; i < outer_uses.size(); i++) {
		if (outer_uses[i]->name == p_local->name) {
			warn(GDScriptWarning::CONFUSABLE_LOCAL_USAGE, outer_uses[i], "\"" + String(p_local->name) + "\" does not mean the local here, which is only declared on line " + itos(p_at->start_line) + ".");
		}
	}
}

void GDScriptAnalyzer::check_shadowed_global(const StringName &p_name, const Node *p_at, const char *p_kind) {
	if (!wants(GDScriptWarning::SHADOWED_GLOBAL_IDENTIFIER)) {
		return;
	}
	const bool is_function = Variant::has_utility_function(p_name) || gdscript_find_utility(p_name);
	const bool is_class = ClassDB::class_exists(p_name) || Variant::get_type_by_name(p_name) != Variant::VARIANT_MAX || (resolver && !resolver->get_global_class_path(p_name).is_empty());
	if (is_function || is_class) {
		warn(GDScriptWarning::SHADOWED_GLOBAL_IDENTIFIER, p_at, String("The ") + p_kind + " \"" + String(p_name) + "\" hides the global " + (is_function ? "function" : "class") + " of that name.");
	}
}

void GDScriptAnalyzer::check_shadowing(const LocalNode *p_local, const Node *p_at) {
	const StringName &name = p_local->name;
	check_confusable_name(name, p_at);
	check_shadowed_global(name, p_at, p_local->kind == Node::PARAMETER ? "parameter" : "local");
	if (!wants(GDScriptWarning::SHADOWED_VARIABLE) && !wants(GDScriptWarning::SHADOWED_VARIABLE_BASE_CLASS)) {
		return;
	}
	bool is_own = true;
	for (const ClassNode *cls = context.cls; cls; cls = cls->base_type.class_type) {
		if (const Member *member = cls->find_member(name)) {
			warn(is_own ? GDScriptWarning::SHADOWED_VARIABLE : GDScriptWarning::SHADOWED_VARIABLE_BASE_CLASS, p_at, "The local \"" + String(name) + "\" hides the member of that name, declared on line " + itos(member->node->start_line) + (is_own ? String(".") : " of a base class."));
			return;
		}
		is_own = false;
	}
	const StringName &native = context.cls->type.native_type;
	if (ClassDB::has_property(native, name) || ClassDB::has_method(native, name) || ClassDB::has_signal(native, name) || ClassDB::has_integer_constant(native, name) || find_native_enum(native, name)) {
		warn(GDScriptWarning::SHADOWED_VARIABLE_BASE_CLASS, p_at, "The local \"" + String(name) + "\" hides the member of that name of \"" + String(native) + "\".");
	}
}

// Read before anything was put into it; a built-in type says what it starts with.
void GDScriptAnalyzer::check_unassigned(const IdentifierNode *p_identifier, const VariableNode *p_variable) {
	const bool has_value = p_variable->initializer || p_variable->assignments > 0 || (p_variable->type.is_firm() && p_variable->type.kind == Type::BUILTIN);
	if (!has_value && written != p_identifier) {
		warn(GDScriptWarning::UNASSIGNED_VARIABLE, p_identifier, "\"" + String(p_identifier->name) + "\" is read before anything was assigned to it.");
	}
}

void GDScriptAnalyzer::check_unused_locals(uint32_t p_first, bool p_parameters) {
	for (uint32_t i = p_first; i < locals.size(); i++) {
		const LocalNode *local = locals[i].node;
		const String name = local->name;
		if (local->usages > 0 || name.begins_with("_")) {
			continue;
		}
		if (local->kind == Node::PARAMETER) {
			if (p_parameters) {
				warn(GDScriptWarning::UNUSED_PARAMETER, local, "The parameter \"" + name + "\" is never used; if that is meant, begin its name with \"_\".");
			}
		} else if (local->kind == Node::CONSTANT) {
			warn(GDScriptWarning::UNUSED_LOCAL_CONSTANT, local, "The constant \"" + name + "\" is never used.");
		} else if (local->kind == Node::VARIABLE || local->kind == Node::PATTERN_BIND) {
			warn(GDScriptWarning::UNUSED_VARIABLE, local, "The variable \"" + name + "\" is never used; if that is meant, begin its name with \"_\".");
		}
	}
}

void GDScriptAnalyzer::check_confusable_name(const StringName &p_name, const Node *p_at) {
	if (wants(GDScriptWarning::CONFUSABLE_IDENTIFIER) && gdscript_is_confusable(p_name)) {
		warn(GDScriptWarning::CONFUSABLE_IDENTIFIER, p_at, "The name \"" + String(p_name) + "\" mixes letters of several alphabets that look alike.");
	}
}

void GDScriptAnalyzer::warn_untyped(const Node *p_at, const char *p_kind, const StringName &p_name, bool p_infers) {
	if (!wants(p_infers ? GDScriptWarning::INFERRED_DECLARATION : GDScriptWarning::UNTYPED_DECLARATION)) {
		return;
	}
	if (p_infers) {
		warn(GDScriptWarning::INFERRED_DECLARATION, p_at, String("The ") + p_kind + " \"" + String(p_name) + "\" takes its type from its value.");
	} else {
		warn(GDScriptWarning::UNTYPED_DECLARATION, p_at, String("The ") + p_kind + " \"" + String(p_name) + "\" has no static type.");
	}
}

// ---- Calls ----

void GDScriptAnalyzer::warn_discarded(const CallNode *p_call) {
	if (!wants(GDScriptWarning::RETURN_VALUE_DISCARDED)) {
		return;
	}
	const Type &type = p_call->type;
	const bool is_language_function = p_call->target == CallNode::UTILITY || p_call->target == CallNode::GDSCRIPT_UTILITY || p_call->target == CallNode::CONSTRUCTOR;
	// What an undeclared function gives is known where its body was looked at before.
	const bool is_known = type.is_firm() || p_call->target == CallNode::SCRIPT_FUNCTION;
	if (!p_call->is_awaited && !is_language_function && is_known && !type.is_variant() && !type.is_void_or_null()) {
		warn(GDScriptWarning::RETURN_VALUE_DISCARDED, p_call, "The value of \"" + String(p_call->function_name) + "()\" is not used.");
	}
}

// Whether it is the result of a global function such as max(), which may be of several types: known here because it is constant, but not
// what the declaration says.
bool GDScriptAnalyzer::comes_from_variant_function(const ExpressionNode *p_value) {
	switch (p_value->kind) {
		case Node::CALL: {
			const CallNode *call = static_cast<const CallNode *>(p_value);
			const UtilityFunction *info = call->target == CallNode::UTILITY ? Variant::get_utility_function_info(call->function_name) : nullptr;
			return info && info->has_return() && info->return_type == Variant::NIL;
		}
		case Node::UNARY:
			return comes_from_variant_function(static_cast<const UnaryNode *>(p_value)->operand);
		case Node::TERNARY:
			return comes_from_variant_function(static_cast<const TernaryNode *>(p_value)->if_true) || comes_from_variant_function(static_cast<const TernaryNode *>(p_value)->if_false);
		case Node::IDENTIFIER: {
			const IdentifierNode *name = static_cast<const IdentifierNode *>(p_value);
			const ConstantNode *constant = name->source == IdentifierNode::LOCAL_CONSTANT ? static_cast<const ConstantNode *>(name->local) : name->constant;
			return constant && constant->initializer && !constant->type_specifier && comes_from_variant_function(constant->initializer);
		}
		default:
			return false;
	}
}

// Signals of the class itself may be named by a string: emit_signal("s"), connect("s", f), Signal(self, "s").
void GDScriptAnalyzer::note_signal_by_name(const CallNode *p_call) {
	const bool is_constructor = p_call->target == CallNode::CONSTRUCTOR && p_call->type.is_builtin(Variant::SIGNAL);
	const StringName &function = p_call->function_name;
	if (!is_constructor) {
		const bool on_self = !p_call->base || p_call->base->kind == Node::SELF;
		if (!on_self || p_call->is_super || (function != SNAME("emit_signal") && function != SNAME("connect") && function != SNAME("disconnect"))) {
			return;
		}
	} else if (p_call->arguments.size() != 2 || p_call->arguments[0]->kind != Node::SELF) {
		return;
	}
	const uint32_t index = is_constructor ? 1 : 0;
	if (p_call->arguments.size() <= index || !p_call->arguments[index]->is_constant || !p_call->arguments[index]->reduced_value.is_string()) {
		return;
	}
	const Member *member = context.cls->find_member(StringName(p_call->arguments[index]->reduced_value));
	if (member && member->kind == Member::SIGNAL) {
		member->signal->usages++;
	}
}

// What is returned where nothing may be: a call that has a value, or may have one.
void GDScriptAnalyzer::warn_void_return(const GDScriptAST::ReturnNode *p_return) {
	const CallNode *call = static_cast<const CallNode *>(p_return->value);
	if (!call->type.is_firm()) {
		warn(GDScriptWarning::UNSAFE_VOID_RETURN, p_return, "A void function returns the value of a call that may have one.");
	} else if (!call->type.is_variant()) {
		warn_discarded(call);
	}
}

// ---- Classes ----

void GDScriptAnalyzer::check_class_warnings(ClassNode *p_class) {
	for (const Member &member : p_class->members) {
		if (member.kind == Member::SIGNAL && member.signal->usages == 0) {
			warn(GDScriptWarning::UNUSED_SIGNAL, member.signal, "The signal \"" + String(member.name) + "\" is never used in this class.");
		} else if (member.kind == Member::VARIABLE && member.variable->usages == 0 && String(member.name).begins_with("_")) {
			warn(GDScriptWarning::UNUSED_PRIVATE_CLASS_VARIABLE, member.variable, "The private member \"" + String(member.name) + "\" is never used in its file.");
		}
	}
	const ClassNode *base = p_class->base_type.class_type;
	if (base && base->unit != &unit && base->unit->is_tool && !unit.is_tool) {
		warn(GDScriptWarning::MISSING_TOOL, p_class, "The base script is a \"@tool\" script and this one is not, so it does not run in the editor.");
	}
	for (const AnnotationNode *annotation : p_class->annotations) {
		if (annotation->info->action == GDScriptAnnotationInfo::STATIC_UNLOAD && !p_class->has_static_data) {
			warn(GDScriptWarning::REDUNDANT_STATIC_UNLOAD, annotation, "\"@static_unload\" does nothing in a script without static variables.");
		}
	}
}

// Children do not exist yet when a member variable gets its first value, unless it waits for them.
void GDScriptAnalyzer::check_node_in_initializer(const VariableNode *p_variable) {
	const ExpressionNode *value = p_variable->initializer;
	if (value && value->kind == Node::CAST) {
		value = static_cast<const CastNode *>(value)->operand;
	}
	bool gets_node = value && value->kind == Node::GET_NODE;
	if (value && value->kind == Node::CALL) {
		const CallNode *call = static_cast<const CallNode *>(value);
		gets_node = call->function_name == SNAME("get_node") && (!call->base || call->base->kind == Node::SELF);
	}
	if (!gets_node || p_variable->is_static || !is_node_class(context.cls)) {
		return;
	}
	for (const AnnotationNode *annotation : p_variable->annotations) {
		if (annotation->info->action == GDScriptAnnotationInfo::ONREADY) {
			return;
		}
	}
	warn(GDScriptWarning::GET_NODE_DEFAULT_WITHOUT_ONREADY, p_variable, "The children do not exist yet when this value is made; add \"@onready\" to the variable.");
}

void GDScriptAnalyzer::warn_empty_file() {
	if (unit.is_empty && unit.tree->stage < ClassNode::STAGE_BODY) {
		warn(GDScriptWarning::EMPTY_FILE, unit.tree, "The file holds no code.");
	}
}
