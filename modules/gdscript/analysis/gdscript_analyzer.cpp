// The analyzer's entry points, contexts, locals and warnings; the other parts are in gdscript_analyzer_*.cpp.
#include "modules/gdscript/analysis/gdscript_analyzer.h"

#include "core/object/class_db.h"
#include "core/object/core_constants.h"
#include "modules/gdscript/syntax/gdscript_annotations.h"
#include "modules/gdscript/syntax/gdscript_characters.h"

using namespace GDScriptAST;

thread_local int GDScriptAnalyzer::depth = 0;

GDScriptAnalyzer::ContextScope::ContextScope(GDScriptAnalyzer &p_analyzer) :
		analyzer(p_analyzer), before(p_analyzer.context), local_count(p_analyzer.locals.size()), use_count(p_analyzer.outer_uses.size()), ended_count(p_analyzer.ended_locals.size()) {
}

GDScriptAnalyzer::ContextScope::~ContextScope() {
	analyzer.locals.resize(local_count);
	analyzer.outer_uses.resize(use_count);
	analyzer.ended_locals.resize(ended_count);
	analyzer.context = before;
}

GDScriptAnalyzer::Depth::Depth(GDScriptAnalyzer &p_analyzer, const Node *p_node) :
		ok(++depth <= MAX_DEPTH) {
	if (!ok) {
		p_analyzer.error(p_node, "The program is too deeply nested, or its declarations depend on each other through too many steps.");
	}
}

GDScriptAnalyzer::Depth::~Depth() {
	depth--;
}

GDScriptAnalyzer::GDScriptAnalyzer(GDScriptUnit &r_unit) :
		unit(r_unit), resolver(r_unit.resolver), warnings(r_unit.path) {
	collect_ignored_warnings(unit.tree);
}

GDScriptAnalyzer &GDScriptAnalyzer::analyzer_of(const ClassNode *p_class) {
	return p_class->unit->get_analyzer();
}

void GDScriptAnalyzer::error(const Node *p_node, const String &p_message) {
	unit.add_error(p_node, p_message);
}

void GDScriptAnalyzer::warn(GDScriptWarning::Code p_code, const Node *p_node, const String &p_message) {
	const GDScriptWarning::Level level = warnings.levels[p_code];
	if (level == GDScriptWarning::IGNORE || is_ignored(p_code, p_node->start_line)) {
		return;
	}
	GDScriptDiagnostic diagnostic;
	diagnostic.line = p_node->start_line;
	diagnostic.column = p_node->start_column;
	diagnostic.end_line = p_node->end_line;
	diagnostic.end_column = p_node->end_column;
	diagnostic.message = p_message;
	diagnostic.warning_name = StringName(GDScriptWarning::get_name(p_code));
	if (level == GDScriptWarning::ERROR) {
		diagnostic.message += " (The warning \"" + String(diagnostic.warning_name) + "\" is treated as an error.)";
		unit.errors.push_back(diagnostic);
	} else {
		unit.warnings.push_back(diagnostic);
	}
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
		const String name = literal->value;
		const GDScriptWarning::Code code = GDScriptWarning::find(name);
		if (code == GDScriptWarning::CODE_MAX) {
			error(argument, "There is no warning \"" + name + "\".");
			continue;
		}
		if (action == Info::WARNING_IGNORE) {
			const int last = p_node ? MAX(p_node->start_line, p_annotation->end_line) : p_annotation->end_line;
			unit.ignored_warnings.push_back({ p_annotation->start_line, last, code });
			continue;
		}
		GDScriptUnit::IgnoredWarning *open = nullptr;
		for (int i = 0; i < unit.ignored_warnings.size(); i++) {
			GDScriptUnit::IgnoredWarning &ignored = unit.ignored_warnings.write[i];
			if (ignored.code == code && ignored.last_line == INT32_MAX) {
				open = &ignored;
			}
		}
		if (action == Info::WARNING_IGNORE_START) {
			if (open) {
				error(argument, "The warning \"" + name + "\" is ignored from line " + itos(open->first_line) + " on already.");
			} else {
				unit.ignored_warnings.push_back({ p_annotation->start_line, INT32_MAX, code });
			}
		} else if (!open) {
			error(argument, "The warning \"" + name + "\" is not ignored here, so there is nothing to restore.");
		} else {
			open->last_line = p_annotation->start_line;
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

LocalNode *GDScriptAnalyzer::find_local(const StringName &p_name) const {
	for (int i = (int)locals.size() - 1; i >= context.first_local; i--) {
		if (locals[i].node->name == p_name) {
			return locals[i].node;
		}
	}
	return nullptr;
}

void GDScriptAnalyzer::declare_local(LocalNode *p_local, const Node *p_at) {
	p_local->owner = context.function;
	// A parameter of a lambda may have the name of a local around it, anything else may not.
	for (int i = (int)locals.size() - 1; i >= context.first_local; i--) {
		const LocalNode *other = locals[i].node;
		if (other->name == p_local->name && (p_local->kind != Node::PARAMETER || other->owner == p_local->owner)) {
			error(p_at, "There is already a local \"" + String(p_local->name) + "\" in this function, declared on line " + itos(other->start_line) + ".");
			return;
		}
	}
	check_shadowing(p_local, p_at);
	check_confusable_local(p_local, p_at);
	locals.push_back({ p_local, p_local->start_line });
	if (context.suite) {
		context.suite->locals.push_back(p_local);
	}
}

// A name that meant something else earlier in the same block.
void GDScriptAnalyzer::check_confusable_local(const LocalNode *p_local, const Node *p_at) {
	if (p_local->kind != Node::VARIABLE && p_local->kind != Node::CONSTANT) {
		return;
	}
	for (uint32_t i = context.first_ended_local; i < ended_locals.size(); i++) {
		if (ended_locals[i]->name == p_local->name) {
			warn(GDScriptWarning::CONFUSABLE_LOCAL_DECLARATION, ended_locals[i], "\"" + String(p_local->name) + "\" is declared again on line " + itos(p_at->start_line) + ", in the block around this one.");
			break;
		}
	}
	for (uint32_t i = context.first_outer_use; i < outer_uses.size(); i++) {
		if (outer_uses[i]->name == p_local->name) {
			warn(GDScriptWarning::CONFUSABLE_LOCAL_USAGE, outer_uses[i], "\"" + String(p_local->name) + "\" does not mean the local here, which is only declared on line " + itos(p_at->start_line) + ".");
			break;
		}
	}
}

void GDScriptAnalyzer::check_shadowing(const LocalNode *p_local, const Node *p_at) {
	const StringName &name = p_local->name;
	const String text = name;
	if (warnings.levels[GDScriptWarning::CONFUSABLE_IDENTIFIER] != GDScriptWarning::IGNORE && gdscript_is_confusable(text)) {
		warn(GDScriptWarning::CONFUSABLE_IDENTIFIER, p_at, "The name \"" + text + "\" mixes letters of several alphabets that look alike.");
	}
	if (Variant::has_utility_function(name) || ClassDB::class_exists(name) || Variant::get_type_by_name(name) != Variant::VARIANT_MAX || (resolver && !resolver->get_global_class_path(name).is_empty())) {
		warn(GDScriptWarning::SHADOWED_GLOBAL_IDENTIFIER, p_at, "The local \"" + text + "\" hides the global function or class of that name.");
		return;
	}
	bool is_own = true;
	for (const ClassNode *cls = context.cls; cls; cls = cls->base_type.class_type) {
		const Member *member = cls->find_member(name);
		if (member) {
			warn(is_own ? GDScriptWarning::SHADOWED_VARIABLE : GDScriptWarning::SHADOWED_VARIABLE_BASE_CLASS, p_at, "The local \"" + text + "\" hides the member of that name, declared on line " + itos(member->node->start_line) + (is_own ? String(".") : " of a base class."));
			return;
		}
		is_own = false;
	}
	const StringName native = context.cls->type.native_type;
	if (ClassDB::has_property(native, name) || ClassDB::has_method(native, name) || ClassDB::has_signal(native, name)) {
		warn(GDScriptWarning::SHADOWED_VARIABLE_BASE_CLASS, p_at, "The local \"" + text + "\" hides the member of that name of \"" + String(native) + "\".");
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
		} else if (local->kind == Node::VARIABLE) {
			warn(GDScriptWarning::UNUSED_VARIABLE, local, "The variable \"" + name + "\" is never used; if that is meant, begin its name with \"_\".");
		}
	}
}

void GDScriptAnalyzer::check_confusable_name(const IdentifierNode *p_identifier) {
	if (p_identifier && warnings.levels[GDScriptWarning::CONFUSABLE_IDENTIFIER] != GDScriptWarning::IGNORE && gdscript_is_confusable(p_identifier->name)) {
		warn(GDScriptWarning::CONFUSABLE_IDENTIFIER, p_identifier, "The name \"" + String(p_identifier->name) + "\" mixes letters of several alphabets that look alike.");
	}
}

void GDScriptAnalyzer::add_dependency(const String &p_path) {
	if (!p_path.is_empty() && p_path != unit.path && unit.dependencies.find(p_path) < 0) {
		unit.dependencies.push_back(p_path);
	}
}

// ---- Stages ----

void GDScriptAnalyzer::resolve_inheritance() {
	resolve_class_inheritance(unit.tree, unit.tree);
}

void GDScriptAnalyzer::resolve_interface() {
	resolve_class_interface(unit.tree);
}

void GDScriptAnalyzer::resolve_body() {
	warn_empty_file();
	resolve_class_body(unit.tree);
}

void GDScriptAnalyzer::warn_empty_file() {
	const ClassNode *root = unit.tree;
	if (root->stage < ClassNode::STAGE_BODY && root->members.is_empty() && !root->extends_used && !root->identifier && root->annotations.is_empty()) {
		warn(GDScriptWarning::EMPTY_FILE, root, "The file holds no code.");
	}
}
