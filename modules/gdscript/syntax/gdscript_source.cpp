// Reading one file, and showing what is wrong with it.
#include "modules/gdscript/syntax/gdscript_source.h"

#include "modules/gdscript/syntax/gdscript_parser.h"

Error GDScriptSource::parse() {
	if (!parsed) {
		parsed = true;
		GDScriptParser parser(*this);
		parser.parse();
		readable = !has_errors();
	}
	return has_errors() ? ERR_PARSE_ERROR : OK;
}

ScriptDiagnostic GDScriptSource::make_diagnostic(ScriptDiagnostic::Severity p_severity, const GDScriptAST::Node *p_node, const String &p_message) const {
	ScriptDiagnostic diagnostic;
	diagnostic.severity = p_severity;
	diagnostic.path = path;
	diagnostic.line = p_node->start_line;
	diagnostic.column = p_node->start_column;
	diagnostic.end_line = p_node->end_line;
	diagnostic.end_column = p_node->end_column;
	diagnostic.message = p_message;
	return diagnostic;
}

String GDScriptSource::get_source_line(int p_line) const {
	const char32_t *text = source.ptr();
	const int size = source.length();
	int line = 1;
	int start = 0;
	while (start < size && line < p_line) {
		line += text[start] == '\n';
		start++;
	}
	if (line != p_line) {
		return String();
	}
	int end = start;
	while (end < size && text[end] != '\n' && text[end] != '\r') {
		end++;
	}
	return String(text + start, end - start);
}

String GDScriptSource::format(const ScriptDiagnostic &p_diagnostic, const char *p_label) const {
	return (path.is_empty() ? String("<script>") : path) + ":" + itos(p_diagnostic.line) + ":" + itos(p_diagnostic.column) + ": " + p_label + ": " + p_diagnostic.message + "\n" + format_excerpt(p_diagnostic);
}

String GDScriptSource::format_excerpt(const ScriptDiagnostic &p_diagnostic) const {
	const String line = get_source_line(p_diagnostic.line);
	String marks;
	for (int i = 0; i + 1 < p_diagnostic.column && i < line.length(); i++) {
		marks += line[i] == '\t' ? "\t" : " ";
	}
	const int last = p_diagnostic.end_line == p_diagnostic.line ? p_diagnostic.end_column : (int)line.length() + 1;
	marks += "^";
	for (int i = p_diagnostic.column + 1; i < last && i <= (int)line.length(); i++) {
		marks += "~";
	}
	return "\t" + line + "\n\t" + marks;
}
