// The parser's cursor over the tokens, its errors and its recovery; the other parts are in gdscript_parser_*.cpp.
#include "modules/gdscript/syntax/gdscript_parser.h"

using namespace GDScriptAST;

GDScriptParser::Nesting::Nesting(GDScriptParser &p_parser) :
		parser(p_parser), ok(++p_parser.depth <= MAX_DEPTH) {
	if (!ok) {
		parser.error("The program is nested too deeply here; split it into functions or variables.");
	}
}

GDScriptParser::GDScriptParser(GDScriptSource &r_file) :
		file(r_file), arena(r_file.arena), tokenizer(r_file.source), tokens(tokenizer.get_tokens()) {
}

const GDScriptToken &GDScriptParser::raw(int p_ahead) const {
	const int last = (int)tokens.size() - 1;
	const int at = position + p_ahead;
	return tokens[at < last ? at : last];
}

GDScriptToken::Type GDScriptParser::peek() const {
	const Token &token = raw();
	if (token.type == Token::END_OF_FILE) {
		return token.type;
	}
	return layout.lines_matter && token.first_on_line && position != line_start_accepted ? Token::NEWLINE : token.type;
}

bool GDScriptParser::check_word(const char *p_word) {
	return check(Token::IDENTIFIER) && tokenizer.get_text(raw()) == p_word;
}

const GDScriptToken &GDScriptParser::advance() {
	const Token &token = raw();
	if (token.type == Token::ERROR) {
		error_at(token, tokenizer.get_error(token));
	}
	if (token.type != Token::END_OF_FILE) {
		position++;
	}
	return token;
}

bool GDScriptParser::match(Token::Type p_type) {
	if (peek() != p_type) {
		return false;
	}
	advance();
	return true;
}

bool GDScriptParser::expect(Token::Type p_type, const String &p_message) {
	if (match(p_type)) {
		return true;
	}
	error(p_message);
	return false;
}

bool GDScriptParser::expect_colon(const String &p_message) {
	if (match(Token::COLON)) {
		return true;
	}
	const bool block_follows = check(Token::NEWLINE) && raw().indent > layout.indent;
	error(p_message);
	panic = !block_follows;
	return block_follows;
}

bool GDScriptParser::at_line_of_block() const {
	return raw().first_on_line && raw().type != Token::END_OF_FILE && raw().indent == layout.indent;
}

String GDScriptParser::describe_current() const {
	const Token::Type type = peek();
	switch (type) {
		case Token::NEWLINE:
			return "the end of the line";
		case Token::END_OF_FILE:
			return "the end of the file";
		case Token::IDENTIFIER:
		case Token::NUMBER:
		case Token::ANNOTATION:
			return "\"" + tokenizer.get_text(raw()) + "\"";
		case Token::STRING:
		case Token::STRING_NAME:
		case Token::NODE_PATH:
			return "a string";
		default:
			return String("\"") + Token::get_type_name(type) + "\"";
	}
}

GDScriptParser::Layout GDScriptParser::open_brackets() {
	const Layout before = layout;
	layout.lines_matter = false;
	layout.bracket = position;
	return before;
}

void GDScriptParser::report(int p_line, int p_column, int p_end_line, int p_end_column, const String &p_message) {
	if (panic) {
		return;
	}
	panic = true;
	ScriptDiagnostic diagnostic;
	diagnostic.path = file.path;
	diagnostic.line = p_line;
	diagnostic.column = p_column;
	diagnostic.end_line = p_end_line;
	diagnostic.end_column = p_end_column;
	diagnostic.code = SNAME("syntax");
	diagnostic.message = p_message;
	note_open_bracket(diagnostic);
	file.diagnostics.add(diagnostic);
}

void GDScriptParser::error_at(const Token &p_token, const String &p_message) {
	report(p_token.line, p_token.column, p_token.end_line, p_token.end_column, p_message);
}

void GDScriptParser::error_at(const Node *p_node, const String &p_message) {
	report(p_node->start_line, p_node->start_column, p_node->end_line, p_node->end_column, p_message);
}

void GDScriptParser::error(const String &p_message) {
	const Token &token = raw();
	if (token.type == Token::ERROR && peek() == Token::ERROR) {
		error_at(token, tokenizer.get_error(token));
		return;
	}
	if (panic) {
		return;
	}
	if (continues_told_hint()) {
		panic = true;
		return;
	}
	const String message = p_message + get_hint();
	if ((peek() == Token::NEWLINE || peek() == Token::END_OF_FILE) && position > 0) {
		// The mistake is what is missing behind the last token, not the next line.
		const Token &last = previous();
		report(last.end_line, last.end_column, last.end_line, last.end_column + 1, message);
		return;
	}
	error_at(token, message);
}

void GDScriptParser::check_indentation(const Token &p_token) {
	if (!p_token.first_on_line || p_token.indent == 0) {
		return;
	}
	if (p_token.mixed_indent) {
		error_at(p_token, "The indentation of this line mixes tabs and spaces; use one of them.");
		return;
	}
	if (!indent_style_known) {
		indent_style_known = true;
		indents_with_spaces = p_token.space_indent;
	} else if (indents_with_spaces != p_token.space_indent) {
		error_at(p_token, indents_with_spaces ? "This line is indented with tabs, the lines before with spaces; use one of them in a file." : "This line is indented with spaces, the lines before with tabs; use one of them in a file.");
	}
}

// A statement ends with its line, at a semicolon, or (the last one in a lambda inside brackets) where the bracket goes on.
bool GDScriptParser::end_statement(const char *p_what) {
	if (panic) {
		return false;
	}
	if (match(Token::SEMICOLON) || check(Token::NEWLINE) || check(Token::END_OF_FILE)) {
		return true;
	}
	if (layout.in_brackets && is_closing(peek())) {
		return true;
	}
	// A lambda with a block ended right before this token, which is the first of the next line.
	if (raw().first_on_line) {
		return true;
	}
	error(String("Expected the end of the line after ") + p_what + ", but found " + describe_current() + ".");
	return false;
}

// Surplus semicolons behind a statement; true if nothing follows them on the line.
bool GDScriptParser::skip_semicolons() {
	if (!check(Token::SEMICOLON)) {
		return false;
	}
	while (match(Token::SEMICOLON)) {
	}
	return check(Token::NEWLINE) || check(Token::END_OF_FILE);
}

// Skips to the next line that could belong to the block being parsed or to one around it.
void GDScriptParser::recover(const Layout &p_layout) {
	panic = false;
	layout = p_layout;
	if (raw().first_on_line && (raw().type == Token::BRACE_CLOSE || raw().type == Token::BRACKET_CLOSE || raw().type == Token::PARENTHESIS_CLOSE)) {
		position++; // It was told, or belongs to what was.
	}
	while (raw().type != Token::END_OF_FILE && !(raw().first_on_line && raw().indent <= p_layout.indent)) {
		position++;
	}
}

void GDScriptParser::finish(Node *p_node, const Span &p_span) {
	p_node->start_line = p_span.line;
	p_node->start_column = p_span.column;
	const Token &last = previous();
	if (last.end_line > p_span.line || (last.end_line == p_span.line && last.end_column > p_span.column)) {
		p_node->end_line = last.end_line;
		p_node->end_column = last.end_column;
	} else {
		p_node->end_line = p_span.line;
		p_node->end_column = p_span.column + 1;
	}
}

IdentifierNode *GDScriptParser::make_identifier(const Token &p_token) {
	IdentifierNode *identifier = arena.make<IdentifierNode>();
	identifier->name = tokenizer.get_name(p_token);
	identifier->start_line = p_token.line;
	identifier->start_column = p_token.column;
	identifier->end_line = p_token.end_line;
	identifier->end_column = p_token.end_column;
	return identifier;
}

IdentifierNode *GDScriptParser::expect_name(const char *p_of_what) {
	const Token::Type type = peek();
	if (type == Token::IDENTIFIER || type == Token::MATCH || type == Token::WHEN) {
		return make_identifier(advance());
	}
	if (type == Token::UNDERSCORE) {
		error("A single underscore is the wildcard of \"match\" and cannot be a name.");
	} else if (raw().is_keyword() && type != Token::NEWLINE) {
		error("Expected the name of " + String(p_of_what) + ", but " + describe_current() + " is a reserved word.");
	} else {
		error("Expected the name of " + String(p_of_what) + ", but found " + describe_current() + ".");
	}
	return nullptr;
}

void GDScriptParser::parse() {
	ClassNode *root = arena.make<ClassNode>();
	root->unit = file.unit;
	root->fqcn = file.path;
	root->start_line = 1;
	root->start_column = 1;
	root->end_line = raw(tokens.size()).line;
	root->end_column = 1;
	file.tree = root;
	file.is_empty = raw().type == Token::END_OF_FILE;
	current_class = root;
	while (raw().type != Token::END_OF_FILE) {
		accept_line_start();
		const int start = position;
		if (raw().first_on_line && raw().indent > 0) {
			check_indentation(raw());
			error("Unexpected indentation: this line belongs to no block.");
		} else {
			parse_class_item();
		}
		if (panic) {
			if (position == start) {
				position++;
			}
			recover(Layout());
		} else if (position == start && raw().type != Token::END_OF_FILE) {
			position++;
		}
	}
	refuse_pending_annotations();
}
