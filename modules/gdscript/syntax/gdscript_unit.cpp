// One source file on its way through tokenizer, parser and analyzer.
#include "modules/gdscript/syntax/gdscript_unit.h"

#include "modules/gdscript/analysis/gdscript_analyzer.h"
#include "modules/gdscript/syntax/gdscript_parser.h"

struct GDScriptArena::Block {
	Block *next;
	size_t used;
	size_t capacity;
	alignas(16) char bytes[1];
};

void *GDScriptArena::_allocate(size_t p_bytes) {
	constexpr size_t BLOCK_BYTES = 32 * 1024;
	const size_t bytes = (p_bytes + 15) & ~size_t(15);
	if (!blocks || blocks->used + bytes > blocks->capacity) {
		const size_t capacity = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
		Block *block = (Block *)memalloc(sizeof(Block) + capacity);
		block->next = blocks;
		block->used = 0;
		block->capacity = capacity;
		blocks = block;
	}
	void *result = blocks->bytes + blocks->used;
	blocks->used += bytes;
	return result;
}

const GDScriptType *GDScriptArena::keep(const GDScriptType &p_type) {
	for (const GDScriptType *type : types) {
		if (type->same_as(p_type) && type->origin == p_type.origin && type->is_meta_type == p_type.is_meta_type && type->is_constant == p_type.is_constant) {
			return type;
		}
	}
	GDScriptType *type = new (_allocate(sizeof(GDScriptType))) GDScriptType(p_type);
	types.push_back(type);
	return type;
}

GDScriptArena::~GDScriptArena() {
	for (GDScriptAST::Node *node = first; node;) {
		GDScriptAST::Node *next = node->next_in_arena;
		node->~Node();
		node = next;
	}
	for (GDScriptType *type : types) {
		type->~GDScriptType();
	}
	while (blocks) {
		Block *next = blocks->next;
		memfree(blocks);
		blocks = next;
	}
}

GDScriptUnit::GDScriptUnit(const String &p_path, const String &p_source, GDScriptDependencyResolver *p_resolver) :
		path(p_path), source(p_source), resolver(p_resolver) {
}

GDScriptUnit::~GDScriptUnit() {
	delete analyzer;
}

Error GDScriptUnit::parse() {
	if (!parsed) {
		parsed = true;
		GDScriptParser parser(*this);
		parser.parse();
		readable = errors.is_empty();
	}
	return has_errors() ? ERR_PARSE_ERROR : OK;
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

void GDScriptUnit::add_error(const GDScriptAST::Node *p_node, const String &p_message) {
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

String GDScriptUnit::get_source_line(int p_line) const {
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

String GDScriptUnit::format(const GDScriptDiagnostic &p_diagnostic, const char *p_label) const {
	const String line = get_source_line(p_diagnostic.line);
	String result = (path.is_empty() ? String("<script>") : path) + ":" + itos(p_diagnostic.line) + ":" + itos(p_diagnostic.column) + ": " + p_label + ": " + p_diagnostic.message + "\n";
	String marks;
	for (int i = 0; i + 1 < p_diagnostic.column && i < line.length(); i++) {
		marks += line[i] == '\t' ? "\t" : " ";
	}
	const int last = p_diagnostic.end_line == p_diagnostic.line ? p_diagnostic.end_column : (int)line.length() + 1;
	marks += "^";
	for (int i = p_diagnostic.column + 1; i < last && i <= (int)line.length(); i++) {
		marks += "~";
	}
	return result + "\t" + line + "\n\t" + marks;
}
