// The stages of analysis, each once and in order.
#include "modules/gdscript/analysis/gdscript_unit.h"

#include "modules/gdscript/analysis/gdscript_analyzer.h"

GDScriptUnit::GDScriptUnit(const String &p_path, const String &p_source, GDScriptDependencyResolver *p_resolver) :
		GDScriptSource(p_path, p_source), resolver(p_resolver) {
	unit = this;
}

GDScriptUnit::~GDScriptUnit() {
	delete analyzer;
}

GDScriptAnalyzer &GDScriptUnit::get_analyzer() {
	if (!analyzer) {
		analyzer = new GDScriptAnalyzer(*this);
	}
	return *analyzer;
}

Error GDScriptUnit::resolve_inheritance() {
	parse();
	if (readable) {
		get_analyzer().resolve_inheritance();
	}
	return has_errors() ? ERR_PARSE_ERROR : OK;
}

Error GDScriptUnit::resolve_interface() {
	resolve_inheritance();
	if (readable) {
		get_analyzer().resolve_interface();
	}
	return has_errors() ? ERR_PARSE_ERROR : OK;
}

Error GDScriptUnit::resolve_body() {
	resolve_interface();
	if (readable) {
		get_analyzer().resolve_body();
	}
	return has_errors() ? ERR_PARSE_ERROR : OK;
}
