// Habits of other languages, told at the place where the parser stumbles over them.
#include "modules/gdscript/syntax/gdscript_parser.h"

namespace {

struct ForeignWord {
	const char *words; // Each between spaces.
	const char *hint;
	bool only_first = true; // Only where a statement begins.
	const char *follows = ""; // Words that begin further parts of the same statement.
};

constexpr ForeignWord FOREIGN_WORDS[] = {
	{ " def function fun fn sub proc method defun ", "Functions are declared with \"func\".", false },
	{ " let auto local my dim mut VAR Var ", "Variables are declared with \"var\".", false },
	{ " CONST Const final constexpr readonly define ", "Constants are declared with \"const\"." },
	{ " switch ", "GDScript has \"match\": its branches are values or patterns with a colon, without \"case\" and \"break\", and \"_\" is the default.", true, " case default " },
	{ " case default ", "The branches of \"match\" are values or patterns with a colon, without \"case\"; \"_\" is the default." },
	{ " try catch except finally throw raise ", "GDScript has no exceptions: functions return an Error or null to say that they failed.", true, " catch except finally else " },
	{ " import from include require using use package ", "Other scripts are known by their \"class_name\", or are loaded: const Other = preload(\"res://other.gd\")." },
	{ " private protected public internal ", "Every member can be reached from outside; that a name begins with \"_\" says that it should not be." },
	{ " elseif elsif elseIf ", "It is written \"elif\".", true, " elseif elsif else " },
	{ " foreach ", "Loops over elements are written \"for element in list:\"." },
	{ " do ", "There is no loop that tests at its end: write \"while true:\" with \"if not condition: break\" as its last line.", true, " while " },
	{ " loop repeat forever ", "A loop without an end is \"while true:\"." },
	{ " unless ", "It is written \"if not\".", true, " else " },
	{ " until ", "It is written \"while not\"." },
	{ " struct interface record typedef union object module ", "Types of your own are classes: \"class Name:\" inside a file, or a file of its own with \"class_name Name\"." },
	{ " async ", "A function that uses \"await\" is a coroutine without being declared as one." },
	{ " echo puts console printf println ", "Lines are printed with print(…)." },
	{ " print ", "The arguments of a call stand in parentheses: print(…)." },
	{ " global nonlocal ", "The variables of the class are used by their names alone." },
	{ " del delete ", "Elements are taken out with erase() or remove_at(), objects are freed with free() or queue_free()." },
	{ " setget ", "Accessors stand behind a colon: \"var x: set = set_x, get = get_x\".", false },
	{ " new ", "Objects are made with \"new()\" behind the class: \"Node.new()\".", false },
	{ " then ", "A condition ends with \":\".", false },
	{ " lambda ", "A lambda is written \"func(x): return x + 1\".", false },
	{ " typeof instanceof ", "Types are asked with \"x is Node\" and \"typeof(x)\".", false },
	{ " implements ", "A class has one base, named with \"extends\".", false },
};

bool has_word(const char *p_words, const String &p_word) {
	return !p_word.is_empty() && String(p_words).contains(" " + p_word + " ");
}

bool is_type_word(const String &p_word) {
	return has_word(" void double long boolean string char byte uint object ", p_word) || Variant::get_type_by_name(p_word) != Variant::VARIANT_MAX;
}

} // namespace

const GDScriptToken &GDScriptParser::first_of_line() const {
	int at = MIN(position, (int)tokens.size() - 1);
	// The error may be that this line does not go on.
	if (at > 0 && (peek() == Token::NEWLINE || peek() == Token::END_OF_FILE)) {
		at--;
	}
	while (at > 0 && !tokens[at].first_on_line && tokens[at - 1].type != Token::SEMICOLON) {
		at--;
	}
	return tokens[at];
}

bool GDScriptParser::is_pair(int p_ahead, Token::Type p_first, Token::Type p_second) const {
	if (position + p_ahead < 0 || position + p_ahead + 1 >= (int)tokens.size()) {
		return false;
	}
	const Token &first = tokens[position + p_ahead];
	const Token &second = tokens[position + p_ahead + 1];
	return first.type == p_first && second.type == p_second && !second.space_before && !second.first_on_line;
}

bool GDScriptParser::continues_told_hint() const {
	const Token &token = raw();
	if (told_braces && token.first_on_line && token.type == Token::BRACE_CLOSE) {
		return true;
	}
	const Token &first = first_of_line();
	return has_word(told_hint_follows, first.type == Token::IDENTIFIER || first.is_keyword() ? tokenizer.get_text(first) : String());
}

// Of operators and brackets that mean something else elsewhere.
String GDScriptParser::hint_for_symbols() const {
	const Token::Type type = raw().first_on_line && layout.lines_matter ? Token::NONE : raw().type;
	if (is_pair(-2, Token::PLUS, Token::PLUS) || is_pair(-2, Token::MINUS, Token::MINUS)) {
		return previous().type == Token::PLUS ? " There is no \"++\"; write \"x += 1\"." : " There is no \"--\"; write \"x -= 1\".";
	}
	if (is_pair(0, Token::EQUAL, Token::GREATER) || is_pair(-1, Token::EQUAL, Token::GREATER)) {
		return " A lambda is written \"func(x): return x + 1\".";
	}
	if (is_pair(-1, Token::SLASH, Token::SLASH) || is_pair(0, Token::SLASH, Token::SLASH) || is_pair(0, Token::SLASH, Token::STAR)) {
		return " Comments begin with \"#\".";
	}
	if (is_pair(-1, Token::EQUAL_EQUAL, Token::EQUAL) || is_pair(-1, Token::BANG_EQUAL, Token::EQUAL)) {
		return " There are only \"==\" and \"!=\".";
	}
	if (type == Token::BRACE_OPEN || (raw().type == Token::BRACE_CLOSE && raw().first_on_line)) {
		return " Blocks begin with \":\" and are indented; braces make dictionaries.";
	}
	if (is_pair(0, Token::COLON, Token::EQUAL) && previous().type == Token::IDENTIFIER) {
		return " A new variable is declared with \"var\": \"var x := 1\".";
	}
	if (type == Token::EQUAL && layout.lines_matter && (first_of_line().type == Token::IF || first_of_line().type == Token::WHILE || first_of_line().type == Token::ELIF)) {
		return " Equality is asked with \"==\".";
	}
	if (type == Token::IF && first_of_line().type == Token::ELSE) {
		return " It is written \"elif\".";
	}
	if (type == Token::NULL_ && previous().type == Token::NOT) {
		return " Write \"x != null\".";
	}
	if (type == Token::SELF && first_of_line().type == Token::FUNC) {
		return " A function that is not static has \"self\" without declaring it.";
	}
	if (first_of_line().type == Token::FOR && (type == Token::PARENTHESIS_OPEN || type == Token::EQUAL)) {
		return " Counting is written \"for i in range(10):\".";
	}
	if (type == Token::COLON && layout.lines_matter && first_of_line().type == Token::FUNC) {
		return " The type of the result stands behind an arrow: \"func f() -> int:\".";
	}
	if (first_of_line().type == Token::CLASS && (type == Token::PARENTHESIS_OPEN || (type == Token::IDENTIFIER && previous().type == Token::COLON))) {
		return " A base class is named with \"extends\": \"class A extends B:\".";
	}
	if (type == Token::PIPE) {
		return " A lambda is written \"func(x): return x + 1\".";
	}
	return String();
}

bool GDScriptParser::is_bracket_open() const {
	if (layout.lines_matter || layout.bracket < 0 || layout.bracket >= position) {
		return false;
	}
	const Token::Type bracket = tokens[layout.bracket].type;
	const Token::Type found = raw().type;
	const bool is_bracket = bracket == Token::PARENTHESIS_OPEN || bracket == Token::BRACKET_OPEN || bracket == Token::BRACE_OPEN;
	const bool is_closer = found == Token::PARENTHESIS_CLOSE || found == Token::BRACKET_CLOSE || found == Token::BRACE_CLOSE;
	return is_bracket && (raw().first_on_line || found == Token::END_OF_FILE || is_closer);
}

String GDScriptParser::hint_for_unclosed_bracket() const {
	if (!is_bracket_open()) {
		return String();
	}
	const Token &bracket = tokens[layout.bracket];
	return String(" The \"") + Token::get_type_name(bracket.type) + "\" that was opened on line " + itos(bracket.line) + " is not closed.";
}

void GDScriptParser::note_open_bracket(ScriptDiagnostic &r_diagnostic) const {
	if (is_bracket_open()) {
		const Token &bracket = tokens[layout.bracket];
		r_diagnostic.notes.push_back({ bracket.line, bracket.column, String("The \"") + Token::get_type_name(bracket.type) + "\" was opened here." });
	}
}

// Of a word at the beginning of a statement, or where it stops making sense.
String GDScriptParser::hint_for_word(const Token &p_token) {
	const bool is_first = &p_token == &first_of_line();
	const String word = p_token.type == Token::IDENTIFIER || p_token.type == Token::VOID ? tokenizer.get_text(p_token) : String();
	if (word.is_empty()) {
		return String();
	}
	const Token &next = (&p_token)[1]; // The last token is the end of the file, and no word.
	if (next.type == Token::IDENTIFIER && !next.first_on_line && is_type_word(word)) {
		return " Types stand behind the names: \"var x: int = 1\", \"func f() -> int:\".";
	}
	if (next.type == Token::PARENTHESIS_OPEN && (!is_first || word == "print")) {
		return String(); // A call.
	}
	if (word == "f" && raw().type == Token::STRING) {
		return " Values are put into text with \"%s\" % value, or with format().";
	}
	for (const ForeignWord &foreign : FOREIGN_WORDS) {
		if ((is_first || !foreign.only_first) && has_word(foreign.words, word)) {
			told_hint_follows = foreign.follows;
			return String(" ") + foreign.hint;
		}
	}
	return String();
}

String GDScriptParser::get_hint() {
	for (int at = position; at < (int)tokens.size() && (at == position || !tokens[at].first_on_line); at++) {
		// Further errors at its closing brace would tell nothing.
		told_braces |= tokens[at].type == Token::BRACE_OPEN && tokens[at + 1].first_on_line;
	}
	told_braces |= raw().type == Token::BRACE_CLOSE;
	const bool at_end = peek() == Token::NEWLINE || peek() == Token::END_OF_FILE;
	String hint = hint_for_unclosed_bracket();
	if (hint.is_empty()) {
		hint = hint_for_word(first_of_line());
	}
	if (hint.is_empty()) {
		hint = hint_for_symbols();
	}
	if (hint.is_empty() && !at_end) {
		hint = hint_for_word(raw());
	}
	return hint.is_empty() ? hint_for_word(previous()) : hint;
}
