// Collecting diagnostics and putting them in order.
#include "modules/gdscript/syntax/gdscript_diagnostics.h"

namespace {

struct ByPlace {
	bool operator()(const ScriptDiagnostic &p_a, const ScriptDiagnostic &p_b) const {
		return p_a.line != p_b.line ? p_a.line < p_b.line : p_a.column < p_b.column;
	}
};

} // namespace

void GDScriptDiagnostics::add(const ScriptDiagnostic &p_diagnostic) {
	const bool is_error = p_diagnostic.severity == ScriptDiagnostic::ERROR;
	if (is_error && error_count >= MAX_ERRORS) {
		return;
	}
	for (const ScriptDiagnostic &other : list) {
		const bool same_span = other.end_line == p_diagnostic.end_line && other.end_column == p_diagnostic.end_column;
		const bool same_kind = other.severity == p_diagnostic.severity && (is_error || (same_span && other.code == p_diagnostic.code));
		if (same_kind && other.line == p_diagnostic.line && other.column == p_diagnostic.column) {
			return;
		}
	}
	list.push_back(p_diagnostic);
	error_count += is_error;
}

Vector<ScriptDiagnostic> GDScriptDiagnostics::get_all() const {
	Vector<ScriptDiagnostic> sorted = list;
	sorted.sort_custom<ByPlace>();
	return sorted;
}

Vector<ScriptDiagnostic> GDScriptDiagnostics::get(ScriptDiagnostic::Severity p_severity) const {
	Vector<ScriptDiagnostic> chosen;
	for (const ScriptDiagnostic &diagnostic : get_all()) {
		if (diagnostic.severity == p_severity) {
			chosen.push_back(diagnostic);
		}
	}
	return chosen;
}
