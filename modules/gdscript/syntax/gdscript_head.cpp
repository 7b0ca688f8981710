// Looks at lines, not at tokens: whatever is not plainly part of the head ends it or is left to the parser.
#include "modules/gdscript/syntax/gdscript_head.h"

#include <cstring>
#include <string_view>

namespace {

bool is_word(char p_character) {
	return (p_character >= 'a' && p_character <= 'z') || p_character == '_' || (p_character >= 'A' && p_character <= 'Z') || (p_character >= '0' && p_character <= '9');
}

std::string_view first_word(std::string_view p_line, size_t p_from) {
	size_t end = p_from;
	while (end < p_line.size() && is_word(p_line[end])) {
		end++;
	}
	return p_line.substr(p_from, end - p_from);
}

enum LineKind {
	LINE_OF_HEAD,
	LINE_BEHIND,
	LINE_FOR_PARSER,
};

LineKind judge(std::string_view p_line) {
	const size_t start = p_line.find_first_not_of(" \t\r\f");
	if (start == std::string_view::npos || p_line[start] == '#') {
		return LINE_OF_HEAD;
	}
	if (p_line[start] == '"' || p_line[start] == '\'') {
		return LINE_FOR_PARSER; // A text that says what the file is about.
	}
	const bool annotated = p_line[start] == '@';
	const std::string_view word = first_word(p_line, start + (annotated ? 1 : 0));
	if (annotated ? word != "tool" && word != "icon" && word != "static_unload" && word != "abstract" : word != "class_name" && word != "extends") {
		return !annotated && (word == "pass" || (word == "r" && p_line.find_first_of("\"'") != std::string_view::npos)) ? LINE_FOR_PARSER : LINE_BEHIND;
	}
	int open = 0;
	for (const char character : p_line) {
		open += character == '(' ? 1 : (character == ')' ? -1 : 0);
	}
	const size_t last = p_line.find_last_not_of(" \t\r");
	return open != 0 || p_line[last] == '\\' || p_line.find("\"\"\"") != std::string_view::npos ? LINE_FOR_PARSER : LINE_OF_HEAD;
}

} // namespace

int64_t GDScriptHead::find_end(Span<uint8_t> p_text, bool p_is_all) {
	const std::string_view text(reinterpret_cast<const char *>(p_text.ptr()), size_t(p_text.size()));
	size_t at = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
	while (at < text.size()) {
		const size_t end = text.find('\n', at);
		if (end == std::string_view::npos && !p_is_all) {
			return NEED_MORE;
		}
		const LineKind kind = judge(text.substr(at, end == std::string_view::npos ? end : end - at));
		if (kind != LINE_OF_HEAD) {
			return kind == LINE_BEHIND ? int64_t(at) : NOT_SIMPLE;
		}
		at = end == std::string_view::npos ? text.size() : end + 1;
	}
	return p_is_all ? int64_t(text.size()) : NEED_MORE;
}
