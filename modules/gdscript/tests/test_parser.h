// The shape of the syntax tree, layout rules, and messages for programs that cannot be read.
#pragma once

#include "modules/gdscript/tests/gdscript_front_end_support.h"

#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "modules/gdscript/syntax/gdscript_head.h"
#include "tests/test_macros.h"

namespace TestGDScriptParser {

using namespace GDScriptAST;

// Expressions as nested lists: "(+ 1 (* 2 3))".
inline String show(const ExpressionNode *p_expression) {
	switch (p_expression->kind) {
		case Node::LITERAL:
			return static_cast<const LiteralNode *>(p_expression)->value.get_construct_string();
		case Node::IDENTIFIER:
			return static_cast<const IdentifierNode *>(p_expression)->name;
		case Node::UNARY: {
			const UnaryNode *unary = static_cast<const UnaryNode *>(p_expression);
			return "(" + Variant::get_operator_name(unary->op) + " " + show(unary->operand) + ")";
		}
		case Node::BINARY: {
			const BinaryNode *binary = static_cast<const BinaryNode *>(p_expression);
			return "(" + Variant::get_operator_name(binary->op) + " " + show(binary->left) + " " + show(binary->right) + ")";
		}
		case Node::TERNARY: {
			const TernaryNode *ternary = static_cast<const TernaryNode *>(p_expression);
			return "(if " + show(ternary->condition) + " " + show(ternary->if_true) + " " + show(ternary->if_false) + ")";
		}
		case Node::TYPE_TEST:
			return "(is " + show(static_cast<const TypeTestNode *>(p_expression)->operand) + ")";
		case Node::CAST:
			return "(as " + show(static_cast<const CastNode *>(p_expression)->operand) + ")";
		case Node::AWAIT:
			return "(await " + show(static_cast<const AwaitNode *>(p_expression)->operand) + ")";
		case Node::GET_NODE:
			return "$" + static_cast<const GetNodeNode *>(p_expression)->path;
		case Node::SUBSCRIPT: {
			const SubscriptNode *subscript = static_cast<const SubscriptNode *>(p_expression);
			return subscript->is_attribute ? "(. " + show(subscript->base) + " " + String(subscript->attribute->name) + ")" : "([] " + show(subscript->base) + " " + show(subscript->index) + ")";
		}
		case Node::CALL: {
			const CallNode *call = static_cast<const CallNode *>(p_expression);
			String text = "(call " + (call->base ? show(call->base) + "." : String()) + String(call->function_name);
			for (const ExpressionNode *argument : call->arguments) {
				text += " " + show(argument);
			}
			return text + ")";
		}
		default:
			return "?";
	}
}

inline String expression(const String &p_text) {
	GDScriptFrontEndProbe probe("var x = " + p_text + "\n");
	if (probe.unit.parse() != OK) {
		return "refused";
	}
	return show(probe.unit.tree->members[0].variable->initializer);
}

// "line:column message" of the first error of the parser.
inline String parse_error(const String &p_source) {
	GDScriptFrontEndProbe probe(p_source);
	probe.unit.parse();
	if (probe.unit.diagnostics.get(ScriptDiagnostic::ERROR).is_empty()) {
		return String();
	}
	const ScriptDiagnostic error = probe.unit.diagnostics.get(ScriptDiagnostic::ERROR)[0];
	return itos(error.line) + ":" + itos(error.column) + " " + error.message;
}

inline bool parses(const String &p_source) {
	return parse_error(p_source).is_empty();
}

TEST_CASE("[GDScript][Parser] Operators bind by precedence and associate to the left") {
	CHECK_EQ(expression("1 + 2 * 3"), "(+ 1 (* 2 3))");
	CHECK_EQ(expression("1 - 2 - 3"), "(- (- 1 2) 3)");
	CHECK_EQ(expression("2 ** 3 ** 2"), "(** (** 2 3) 2)");
	CHECK_EQ(expression("a or b and not c == d"), "(or a (and b (not (== c d))))");
	CHECK_EQ(expression("a | b ^ c & d << e"), "(| a (^ b (& c (<< d e))))");
	CHECK_EQ(expression("a as T if b else c as T"), "(as (if b (as a) c))");
	CHECK_EQ(expression("a not in b"), "(not (in a b))");
	CHECK_EQ(expression("a is not B"), "(not (is a))");
	CHECK_EQ(expression("await a.b() + 1"), "(+ (await (call a.b)) 1)");
}

TEST_CASE("[GDScript][Parser] A sign right before a number belongs to it") {
	CHECK_EQ(expression("-2 ** 2"), "(** -2 2)");
	CHECK_EQ(expression("-a ** 2"), "(unary- (** a 2))");
	CHECK_EQ(expression("2--3"), "(- 2 -3)");
	CHECK_EQ(expression("~2 ** 2"), "(~ (** 2 2))");
}

TEST_CASE("[GDScript][Parser] Conditional expressions associate to the right") {
	CHECK_EQ(expression("1 if a else 2 if b else 3"), "(if a 1 (if b 2 3))");
}

TEST_CASE("[GDScript][Parser] Calls, indices, attributes and reserved words behind a dot chain") {
	CHECK_EQ(expression("a.b[0].c(1).class"), "(. (call ([] (. a b) 0).c 1) class)");
	CHECK_EQ(expression("a.true"), "refused");
	CHECK_EQ(expression("a[0]()"), "refused");
}

TEST_CASE("[GDScript][Parser] Node paths are read to their end") {
	CHECK_EQ(expression("$A/B/%C"), "$A/B/%C");
	CHECK_EQ(expression("$\"a b\"/c"), "$a b/c");
	CHECK_EQ(expression("%Unique/Leaf.name"), "(. $%Unique/Leaf name)");
	CHECK_EQ(expression("$/root/X"), "$/root/X");
	CHECK_EQ(expression("7 %Special"), "(% 7 Special)");
	CHECK_EQ(expression("$a/"), "refused");
}

TEST_CASE("[GDScript][Parser] Line ends mean nothing inside brackets, and something again in a lambda inside them") {
	CHECK(parses("var a = [\n1,\n\t\t2,\n  3]\n"));
	CHECK(parses("func f():\n\tg(func(x):\n\t\tvar y = x\n\t\treturn y\n\t)\n"));
	CHECK(parses("func f():\n\treturn [func(): return 1, func():\n\t\treturn 2\n\t, 3]\n"));
	CHECK(parses("var l = func(a): return a\nvar m = 1\n"));
	CHECK_FALSE(parses("var l = func(): return 1,\n"));
}

TEST_CASE("[GDScript][Parser] One line may hold several statements, and the first member of a class") {
	CHECK(parses("func f(): pass; pass\nclass A: var x = 1; var y = 2\n"));
	GDScriptFrontEndProbe probe("class A: var x = 1; var y = 2\n");
	REQUIRE_EQ(probe.unit.parse(), OK);
	CHECK(probe.unit.tree->find_member(StringName("y")));
}

TEST_CASE("[GDScript][Parser] Indentation must match a block and use one kind of character") {
	CHECK_EQ(parse_error("func f():\n\tvar a = 1\n    var b = 2\n").get_slice(" ", 0), "3:5");
	CHECK_FALSE(parses("func f():\n\tvar a = 1\n\t\tvar b = 2\n"));
	CHECK_FALSE(parses("func f():\n\tif true:\n\t\t\tpass\n\t\tpass\n"));
	CHECK_FALSE(parses("func f():\nreturn 1\n"));
	CHECK(parses("func f():\n  if true:\n    return 1\n  return 2\n"));
}

TEST_CASE("[GDScript][Parser] Several mistakes are reported in one run") {
	GDScriptFrontEndProbe probe("func f():\n\tvar = 1\n\treturn 2\nfunc g(:\n\tpass\nvar x = )\n");
	probe.unit.parse();
	REQUIRE_EQ(probe.unit.diagnostics.get(ScriptDiagnostic::ERROR).size(), 3);
	CHECK_EQ(probe.unit.diagnostics.get(ScriptDiagnostic::ERROR)[0].line, 2);
	CHECK_EQ(probe.unit.diagnostics.get(ScriptDiagnostic::ERROR)[1].line, 4);
	CHECK_EQ(probe.unit.diagnostics.get(ScriptDiagnostic::ERROR)[2].line, 6);
}

TEST_CASE("[GDScript][Parser] An error shows the line and points at the place") {
	GDScriptFrontEndProbe probe("var a = 1\nvar b = 1 +* 2\n", "res://a.gd");
	probe.unit.parse();
	REQUIRE_EQ(probe.unit.diagnostics.get(ScriptDiagnostic::ERROR).size(), 1);
	const String text = probe.unit.format(probe.unit.diagnostics.get(ScriptDiagnostic::ERROR)[0], "error");
	CHECK(text.begins_with("res://a.gd:2:12: error: "));
	CHECK(text.ends_with("\tvar b = 1 +* 2\n\t           ^"));
}

TEST_CASE("[GDScript][Parser] Deep nesting and endless chains are refused, not followed") {
	CHECK_FALSE(parses("var a = " + String("(").repeat(20000)));
	CHECK_FALSE(parses("var a = " + String("-").repeat(20000) + "1"));
	CHECK_FALSE(parses("var a = 1" + String("+1").repeat(20000)));
	CHECK(parses("var a = 1" + String("+1").repeat(900)));
	CHECK(parses("var a = " + String("(").repeat(100) + "1" + String(")").repeat(100)));
}

TEST_CASE("[GDScript][Parser] Every prefix of a program ends in a verdict") {
	const String program = "@tool\nextends Node\nenum {A, B = 2}\nsignal s(a: int)\nvar p: int = 1:\n\tget:\n\t\treturn p\n\tset(v):\n\t\tp = v\nfunc f(a, b := 1, ...c) -> int:\n\tmatch a:\n\t\t[1, {\"k\": var x, ..}] when x: return await g(func(): return $A/%B)\n\t\t_: pass\n\tfor i: int in range(3): continue\n\treturn 1 if a else -2\n";
	for (int i = 0; i <= program.length(); i++) {
		GDScriptFrontEndProbe probe(program.substr(0, i));
		probe.unit.parse();
		CHECK(probe.unit.tree);
	}
	CHECK(parses(program));
}

inline int64_t head_of(const char *p_text, bool p_is_all = true) {
	return GDScriptHead::find_end(Span<uint8_t>(reinterpret_cast<const uint8_t *>(p_text), strlen(p_text)), p_is_all);
}

TEST_CASE("[GDScript][Parser] A file's head ends where its members begin") {
	CHECK_EQ(head_of("class_name A\nvar x\n"), 13);
	CHECK_EQ(head_of("\xEF\xBB\xBF# é\r\n@tool\r\n\r\n@icon(\"a.svg\") class_name A extends B\r\nfunc f(): pass"), 57);
	CHECK_EQ(head_of("extends Node # all of it"), 24);
	CHECK_EQ(head_of("@export var x = [\nclass_name A\n"), 0);
	CHECK_EQ(head_of("class_named := 3\n"), 0);
	CHECK_EQ(head_of(""), 0);
	// The beginning of a file does not always tell.
	CHECK_EQ(head_of("class_name A\nextends", false), GDScriptHead::NEED_MORE);
	CHECK_EQ(head_of("# long\n", false), GDScriptHead::NEED_MORE);
	CHECK_EQ(head_of("class_name A\nvar x", false), GDScriptHead::NEED_MORE);
	CHECK_EQ(head_of("class_name A\nvar x\n", false), 13);
	// Nor do lines alone.
	for (const char *text : { "\"\"\"\nclass_name A\n\"\"\"\n", "@icon(\n\"a.svg\")\nclass_name A", "class_name \\\nA\n", "'doc'\nclass_name A" }) {
		CHECK_EQ(head_of(text), GDScriptHead::NOT_SIMPLE);
	}
}

TEST_CASE("[GDScript][Parser] The head alone says of every golden what the whole file says") {
	int compared = 0;
	LocalVector<String> folders;
	folders.push_back("modules/gdscript/tests/scripts");
	while (!folders.is_empty()) {
		const String folder = folders[folders.size() - 1];
		folders.resize(folders.size() - 1);
		const Ref<DirAccess> dir = DirAccess::open(folder);
		REQUIRE(dir.is_valid());
		for (const String &name : dir->get_directories()) {
			folders.push_back(folder.path_join(name));
		}
		for (const String &name : dir->get_files()) {
			const String text = FileAccess::get_file_as_string(folder.path_join(name));
			const CharString bytes = text.utf8();
			const int64_t end = head_of(bytes.get_data());
			if (end < 0) {
				continue;
			}
			GDScriptSource whole("res://whole.gd", text);
			GDScriptSource head("res://head.gd", String::utf8(bytes.get_data(), end));
			whole.parse();
			head.parse();
			REQUIRE(whole.tree);
			REQUIRE(head.tree);
			const bool same_name = (whole.tree->identifier ? whole.tree->identifier->name : StringName()) == (head.tree->identifier ? head.tree->identifier->name : StringName());
			const bool same_base = whole.tree->extends_path == head.tree->extends_path && whole.tree->extends_chain.size() == head.tree->extends_chain.size();
			CHECK_MESSAGE((same_name && same_base && whole.is_tool == head.is_tool), folder.path_join(name));
			compared++;
		}
	}
	CHECK_GT(compared, 500);
}

} // namespace TestGDScriptParser
