// The analyzer's entry points, contexts and locals; the other parts are in gdscript_analyzer_*.cpp.
#include "modules/gdscript/analysis/gdscript_analyzer.h"

#include "core/object/class_db.h"
#include "core/object/core_constants.h"

using namespace GDScriptAST;

thread_local int GDScriptAnalyzer::depth = 0;

GDScriptAnalyzer::ContextScope::ContextScope(GDScriptAnalyzer &p_analyzer) :
		analyzer(p_analyzer), before(p_analyzer.context), local_count(p_analyzer.locals.size()), use_count(p_analyzer.outer_uses.size()), ended_count(p_analyzer.ended_locals.size()) {
}

GDScriptAnalyzer::ContextScope::~ContextScope() {
	analyzer.locals.resize(local_count);
	if (!keeps_uses) {
		analyzer.outer_uses.resize(use_count);
		analyzer.ended_locals.resize(ended_count);
	}
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

void GDScriptAnalyzer::error_near(const Node *p_node, const String &p_message, const String &p_near) {
	ScriptDiagnostic diagnostic = unit.make_diagnostic(ScriptDiagnostic::ERROR, p_node, p_message);
	diagnostic.code = SNAME("unknown_name");
	if (!p_near.is_empty()) {
		diagnostic.message += " Did you mean \"" + p_near + "\"?";
		diagnostic.has_fix = true;
		diagnostic.fix = p_near;
	}
	unit.diagnostics.add(diagnostic);
}

void GDScriptAnalyzer::error_beside(const Node *p_node, const String &p_message, const Node *p_other, const String &p_note) {
	ScriptDiagnostic diagnostic = unit.make_diagnostic(ScriptDiagnostic::ERROR, p_node, p_message);
	diagnostic.code = SNAME("semantics");
	diagnostic.notes.push_back({ p_other->start_line, p_other->start_column, p_note });
	unit.diagnostics.add(diagnostic);
}

void GDScriptAnalyzer::error(const Node *p_node, const String &p_message) {
	ScriptDiagnostic diagnostic = unit.make_diagnostic(ScriptDiagnostic::ERROR, p_node, p_message);
	diagnostic.code = SNAME("semantics");
	unit.diagnostics.add(diagnostic);
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
			error_beside(p_at, "There is already a local \"" + String(p_local->name) + "\" in this function, declared on line " + itos(other->start_line) + ".", other, "The other declaration.");
			return;
		}
		if (other->name == p_local->name) {
			warn(GDScriptWarning::CONFUSABLE_LOCAL_DECLARATION, p_at, "The parameter \"" + String(p_local->name) + "\" hides the local of that name around the lambda, declared on line " + itos(other->start_line) + ".");
			break;
		}
	}
	check_shadowing(p_local, p_at);
	check_confusable_local(p_local, p_at);
	locals.push_back({ p_local, p_local->start_line });
	if (context.suite) {
		context.suite->locals.push_back(p_local);
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
