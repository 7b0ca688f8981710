// Types, names and refusals: small programs with inline expectations, and what the compiler is promised.
#pragma once

#include "core/io/dir_access.h"
#include "modules/gdscript/tests/gdscript_front_end_support.h"

#include "tests/test_macros.h"

namespace TestGDScriptAnalyzer {

using namespace GDScriptAST;

inline String join_lines(const Vector<int> &p_lines) {
	String text;
	for (int line : p_lines) {
		text += (text.is_empty() ? "" : " ") + itos(line);
	}
	return text;
}

// A line that holds "# expect error: TEXT" must have an error that contains TEXT; no other line may have one.
inline String compare_with_expectations(const String &p_source) {
	GDScriptFrontEndProbe probe(p_source);
	probe.unit.analyze();
	HashMap<int, String> expected;
	const Vector<String> lines = p_source.split("\n");
	for (int i = 0; i < lines.size(); i++) {
		const int at = lines[i].find("# expect error: ");
		if (at >= 0) {
			expected.insert(i + 1, lines[i].substr(at + 16).strip_edges());
		}
	}
	for (const ScriptDiagnostic &error : probe.errors()) {
		const String *text = expected.getptr(error.line);
		if (!text) {
			return "unexpected error on line " + itos(error.line) + ": " + error.message;
		}
		if (!error.message.contains(*text)) {
			return "line " + itos(error.line) + " says: " + error.message;
		}
	}
	for (const auto &entry : expected) {
		bool found = false;
		for (const ScriptDiagnostic &error : probe.errors()) {
			found |= error.line == entry.key;
		}
		if (!found) {
			return "no error on line " + itos(entry.key);
		}
	}
	return String();
}

inline String scripts_folder() {
	return String(__FILE__).get_base_dir() + "/front_end_scripts";
}

TEST_CASE("[GDScript][Analyzer] The programs beside the tests have errors exactly where they say so") {
	int count = 0;
	for (const String &file : DirAccess::get_files_at(scripts_folder())) {
		const String verdict = compare_with_expectations(FileAccess::get_file_as_string(scripts_folder() + "/" + file));
		CHECK_EQ(file + ": " + verdict, file + ": ");
		count++;
	}
	CHECK_GE(count, 10);
}

inline FunctionNode *function_of(GDScriptFrontEndProbe &p_probe, const char *p_name) {
	REQUIRE_EQ(p_probe.first_error(), String());
	return p_probe.unit.tree->find_member(StringName(p_name))->function;
}

TEST_CASE("[GDScript][Analyzer] Constants are folded and known to the compiler") {
	GDScriptFrontEndProbe probe("const A = 2 * B + len(\"abc\")\nconst B = maxi(3, 4)\nconst C: Array[float] = [1, 2]\nenum E { X = A, Y }\nvar v = E.Y\n");
	REQUIRE_EQ(probe.first_error(), String());
	const ClassNode *tree = probe.unit.tree;
	CHECK_EQ(tree->members[0].constant->initializer->reduced_value, Variant(11));
	const Array typed = tree->members[2].constant->initializer->reduced_value;
	CHECK(typed.is_typed());
	CHECK(typed.is_read_only());
	CHECK_EQ(typed[0], Variant(1.0));
	CHECK_EQ(tree->members[4].variable->initializer->reduced_value, Variant(12));
}

TEST_CASE("[GDScript][Analyzer] A lambda lists what it captures, an inner one through the outer") {
	GDScriptFrontEndProbe probe("func f(p):\n\tvar a = 1\n\tvar l = func():\n\t\tvar b = 2\n\t\treturn func(): return a + b + p\n\treturn l\n");
	const FunctionNode *f = function_of(probe, "f");
	const VariableNode *l = static_cast<VariableNode *>(f->body->statements[1]);
	const LambdaNode *outer = static_cast<LambdaNode *>(l->initializer);
	CHECK_EQ(outer->captures.size(), 2);
	CHECK_FALSE(outer->uses_self);
	const ReturnNode *inner = static_cast<ReturnNode *>(outer->function->body->statements[1]);
	CHECK_EQ(static_cast<LambdaNode *>(inner->value)->captures.size(), 3);
}

TEST_CASE("[GDScript][Analyzer] Calls know their targets") {
	GDScriptFrontEndProbe probe("class A:\n\tstatic func s(): pass\nfunc g(a: int): pass\nfunc f(v, w: Vector2):\n\tprint(v)\n\tlen(v)\n\tw.length()\n\tg(1)\n\tv.h()\n\tA.s()\n\tA.new()\n\tVector2(v, 1)\n\tget_instance_id()\n");
	const FunctionNode *f = function_of(probe, "f");
	const CallNode::Target targets[] = { CallNode::UTILITY, CallNode::GDSCRIPT_UTILITY, CallNode::BUILTIN_METHOD, CallNode::SCRIPT_FUNCTION, CallNode::DYNAMIC, CallNode::SCRIPT_FUNCTION, CallNode::NEW_SCRIPT, CallNode::CONSTRUCTOR, CallNode::NATIVE_METHOD };
	for (uint32_t i = 0; i < f->body->statements.size(); i++) {
		INFO(i);
		CHECK_EQ(static_cast<CallNode *>(f->body->statements[i])->target, targets[i]);
	}
	CHECK(static_cast<CallNode *>(f->body->statements[3])->arguments_proven);
	CHECK(static_cast<CallNode *>(f->body->statements[8])->method_bind);
}

TEST_CASE("[GDScript][Analyzer] Places say where a value must be converted") {
	GDScriptFrontEndProbe probe("func f(v, i: int, x: float):\n\tvar a: int = i\n\tvar b: int = v\n\tvar c: float = i\n\tvar d = i\n\ti = v\n\tx = x + i\n");
	const FunctionNode *f = function_of(probe, "f");
	auto variable = [f](int p_index) {
		return static_cast<VariableNode *>(f->body->statements[p_index]);
	};
	CHECK_FALSE(variable(0)->needs_conversion);
	CHECK(variable(1)->needs_conversion);
	CHECK(variable(2)->needs_conversion);
	CHECK_FALSE(variable(3)->needs_conversion);
	CHECK(static_cast<AssignmentNode *>(f->body->statements[4])->needs_conversion);
	CHECK_FALSE(static_cast<AssignmentNode *>(f->body->statements[5])->needs_conversion);
}

TEST_CASE("[GDScript][Analyzer] A getter reads the storage and a setter writes it, the rest goes through the accessors") {
	GDScriptFrontEndProbe probe("var p: int:\n\tget:\n\t\treturn p\n\tset(v):\n\t\tp = v\nfunc f():\n\treturn p\n");
	const FunctionNode *f = function_of(probe, "f");
	const VariableNode *p = probe.unit.tree->members[0].variable;
	const ReturnNode *in_getter = static_cast<ReturnNode *>(p->getter->body->statements[0]);
	CHECK(static_cast<IdentifierNode *>(in_getter->value)->bypass_getter);
	const AssignmentNode *in_setter = static_cast<AssignmentNode *>(p->setter->body->statements[0]);
	CHECK(static_cast<IdentifierNode *>(in_setter->target)->bypass_setter);
	CHECK_FALSE(static_cast<IdentifierNode *>(in_setter->target)->bypass_getter);
	CHECK_FALSE(static_cast<IdentifierNode *>(static_cast<ReturnNode *>(f->body->statements[0])->value)->bypass_getter);
}

TEST_CASE("[GDScript][Analyzer] Files may refer to each other in circles, but not extend each other") {
	GDScriptTestResolver resolver;
	resolver.add_source("res://a.gd", "const B = preload(\"res://b.gd\")\nvar b: B\nfunc g() -> B: return b.other.b\n");
	resolver.add_source("res://b.gd", "const A = preload(\"res://a.gd\")\nvar other: A\n");
	resolver.add_source("res://c.gd", "extends \"res://d.gd\"\n");
	resolver.add_source("res://d.gd", "extends \"res://c.gd\"\n");
	CHECK_EQ(resolver.get_unit("res://a.gd")->analyze(), OK);
	CHECK_EQ(resolver.get_unit("res://b.gd")->analyze(), OK);
	CHECK_EQ(resolver.get_unit("res://c.gd")->analyze(), ERR_PARSE_ERROR);
}

TEST_CASE("[GDScript][Analyzer] Global classes and classes of other files are types") {
	GDScriptTestResolver resolver;
	resolver.add_source("res://a.gd", "class_name Alpha\nenum Kind { ONE, TWO }\nclass Part:\n\tvar size := 2\nfunc f(k: Kind) -> int: return k\n");
	resolver.add_global_class("Alpha", "res://a.gd");
	GDScriptUnit good("", "func f(a: Alpha) -> int: return a.f(Alpha.Kind.TWO) + Alpha.Part.new().size\n", &resolver);
	CHECK_EQ(good.analyze(), OK);
	GDScriptUnit bad("", "func f(a: Alpha): return a.f(\"x\")\n", &resolver);
	CHECK_EQ(bad.analyze(), ERR_PARSE_ERROR);
}

TEST_CASE("[GDScript][Analyzer] A chain of constants of any length ends in a value or an error") {
	String source;
	for (int i = 0; i < 5000; i++) {
		source += "const A" + itos(i) + " = A" + itos(i + 1) + "\n";
	}
	GDScriptFrontEndProbe probe(source + "const A5000 = 1\n");
	CHECK_FALSE(probe.accepts());
}

TEST_CASE("[GDScript][Analyzer] Warnings are given once, with their names, and can be ignored") {
	CHECK_EQ(GDScriptFrontEndProbe("func f():\n\tvar x = 1\n").warnings(), "unused_variable");
	CHECK_EQ(GDScriptFrontEndProbe("func f(_a):\n\tvar _x = 1\n").warnings(), "");
	CHECK_EQ(GDScriptFrontEndProbe("func f(a):\n\treturn 1\n\tprint(a)\n").warnings(), "unreachable_code");
	CHECK_EQ(GDScriptFrontEndProbe("func f(a: int): return a / 2\n").warnings(), "integer_division");
	CHECK_EQ(GDScriptFrontEndProbe("func f(a: int):\n\t@warning_ignore(\"integer_division\")\n\treturn a / 2\n").warnings(), "");
	CHECK_EQ(GDScriptFrontEndProbe("@warning_ignore_start(\"integer_division\")\nfunc f(a: int): return a / 2\n@warning_ignore_restore(\"integer_division\")\nfunc g(a: int): return a / 2\n").warnings(), "integer_division");
	CHECK_EQ(GDScriptFrontEndProbe("var x = 1\nfunc f():\n\tprint(x)\n\tvar x = 2\n\treturn x\n").warnings(), "confusable_local_usage shadowed_variable");
}

} // namespace TestGDScriptAnalyzer
