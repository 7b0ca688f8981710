// Reading one file, and showing what is wrong with it.
#include "modules/gdscript/syntax/gdscript_source.h"

#include "modules/gdscript/syntax/gdscript_parser.h"

Error GDScriptSource::parse() {
	if (!parsed) {
		parsed = true;
		GDScriptParser parser(*this);
		parser.parse();
		readable = errors.is_empty();
	}
	return has_errors() ? ERR_PARSE_ERROR : OK;
}

void GDScriptSource::add_error(const GDScriptAST::Node *p_node, const String &p_message) {
	for (const GDScriptDiagnostic &other : errors) {
		if (other.line == p_node->start_line && other.column == p_node->start_column) {
			return; // One mistake, one message.
		}
	}
	if (errors.size() >= GDScriptParser::MAX_ERRORS) {
		return;
	}
	GDScriptDiagnostic diagnostic;
	diagnostic.line = p_node->start_line;
	diagnostic.column = p_node->start_column;
	diagnostic.end_line = p_node->end_line;
	diagnostic.end_column = p_node->end_column;
	diagnostic.message = p_message;
	errors.push_back(diagnostic);
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

String GDScriptSource::format(const GDScriptDiagnostic &p_diagnostic, const char *p_label) const {
	return (path.is_empty() ? String("<script>") : path) + ":" + itos(p_diagnostic.line) + ":" + itos(p_diagnostic.column) + ": " + p_label + ": " + p_diagnostic.message + "\n" + format_excerpt(p_diagnostic);
}

String GDScriptSource::format_excerpt(const GDScriptDiagnostic &p_diagnostic) const {
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
