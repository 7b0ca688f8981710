// What messages say beyond what is wrong: hints for habits of other languages, near names, where a bracket was opened. One mistake gives
// one message.
#pragma once

#include "modules/gdscript/tests/gdscript_front_end_support.h"

#include "tests/test_macros.h"

namespace TestGDScriptMessages {

struct Told {
	const char *source;
	const char *text; // In the only error.
};

inline String compare_message(const Told &p_case) {
	GDScriptFrontEndProbe probe(String::utf8(p_case.source));
	const String first = probe.first_error();
	if (probe.errors().size() != 1) {
		return itos(probe.errors().size()) + " errors: " + first;
	}
	return first.contains(String::utf8(p_case.text)) ? String() : first;
}

constexpr Told HINTS[] = {
	{ "def f(x):\n\treturn x\n", "\"func\"" },
	{ "function f(x):\n\treturn x\n", "\"func\"" },
	{ "fn f(x):\n\treturn x\n", "\"func\"" },
	{ "func f():\n\tlet x = 1\n\tprint(x)\n", "\"var\"" },
	{ "let x = 1\n", "\"var\"" },
	{ "func f(x):\n\tx++\n\treturn x\n", "\"x += 1\"" },
	{ "func f(x):\n\tx--\n", "\"x -= 1\"" },
	{ "func f(x):\n\tswitch x:\n\t\tcase 1: print(1)\n\t\tdefault: print(2)\n\tprint(3)\n", "\"match\"" },
	{ "func f(x):\n\tswitch (x) {\n\t\tcase 1: print(1); break;\n\t}\n\tprint(3)\n", "\"match\"" },
	{ "func f(x):\n\ttry:\n\t\tprint(x)\n\texcept:\n\t\tprint(1)\n", "no exceptions" },
	{ "func f(x):\n\ttry {\n\t\tprint(x)\n\t} catch (e) {\n\t\tprint(1)\n\t}\n", "no exceptions" },
	{ "func f(x):\n\tthrow \"x\"\n", "no exceptions" },
	{ "func f(x):\n\traise x\n", "no exceptions" },
	{ "import math\nfunc f(): pass\n", "preload" },
	{ "from a import b\nfunc f(): pass\n", "preload" },
	{ "func f(x) {\n\tprint(x)\n}\nfunc g(): pass\n", "braces make dictionaries" },
	{ "func f(x):\n\tif (x) {\n\t\tprint(x)\n\t}\n\tprint(1)\n", "braces make dictionaries" },
	{ "func f():\n\tvar g = (x) => x + 1\n\treturn g\n", "\"func(x): return x + 1\"" },
	{ "func f(a):\n\treturn a.map(x => x + 1)\n", "\"func(x): return x + 1\"" },
	{ "func f(a):\n\treturn a.map(|x| x + 1)\n", "\"func(x): return x + 1\"" },
	{ "func f(a):\n\treturn a.map(lambda x: x + 1)\n", "\"func(x): return x + 1\"" },
	{ "private var x = 1\n", "begins with \"_\"" },
	{ "private func f(): pass\n", "begins with \"_\"" },
	{ "public func f(): pass\nvar x = 1\n", "begins with \"_\"" },
	{ "func f(x):\n\tif x:\n\t\tpass\n\telse if x == 2:\n\t\tpass\n", "\"elif\"" },
	{ "func f(x):\n\tif x:\n\t\tpass\n\telseif x == 2:\n\t\tpass\n", "\"elif\"" },
	{ "func f(x):\n\tif x:\n\t\tpass\n\telsif x:\n\t\tpass\n", "\"elif\"" },
	{ "func f(x):\n\tforeach y in x:\n\t\tprint(y)\n", "for element in list" },
	{ "func f():\n\tfor (var i = 0; i < 3; i += 1):\n\t\tprint(i)\n", "range(10)" },
	{ "func f():\n\tfor i = 0, 3:\n\t\tprint(i)\n", "range(10)" },
	{ "func f(x):\n\tdo:\n\t\tprint(x)\n\twhile x\n", "while true" },
	{ "func f(x):\n\tloop:\n\t\tprint(x)\n", "while true" },
	{ "func f(x):\n\tunless x:\n\t\tprint(x)\n", "\"if not\"" },
	{ "func f(x):\n\tuntil x:\n\t\tprint(x)\n", "\"while not\"" },
	{ "func f():\n\tvar n = new Node()\n\treturn n\n", "Node.new()" },
	{ "func f(x):\n\treturn x ? 1 : 2\n", "\"a if condition else b\"" },
	{ "func f(x):\n\treturn x === 1\n", "only \"==\"" },
	{ "// a comment\nvar x = 1\n", "\"#\"" },
	{ "func f(x):\n\tprint(x) // a comment\n", "\"#\"" },
	{ "/* a comment */\nvar x = 1\n", "\"#\"" },
	{ "func f():\n\tint x = 5\n\tprint(x)\n", "behind the names" },
	{ "int x = 5\n", "behind the names" },
	{ "void f() {\n}\n", "behind the names" },
	{ "int f(x):\n\treturn x\n", "behind the names" },
	{ "func f(x):\n\tprint \"a\"\n", "print(" },
	{ "func f(a):\n\techo a\n", "print(" },
	{ "func f(a):\n\tconsole.log(a)\n", "print(" },
	{ "func f(a):\n\tprintf(\"%d\", a)\n", "print(" },
	{ "func f():\n\treturn this.x\n", "\"self\"" },
	{ "func f():\n\treturn None\n", "\"null\"" },
	{ "func f():\n\treturn nil\n", "\"null\"" },
	{ "func f(x):\n\treturn x is not null\n", "x != null" },
	{ "func f(x):\n\treturn f\"{x}\"\n", "format()" },
	{ "async func f(): pass\n", "coroutine" },
	{ "export var x = 1\n", "\"@export\"" },
	{ "onready var x = 1\n", "\"@onready\"" },
	{ "tool\nextends Node\n", "\"@tool\"" },
	{ "var x setget f\nfunc f(v): x = v\n", "\"var x: set = set_x" },
	{ "struct A:\n\tvar x\n", "class Name:" },
	{ "interface A:\n\tpass\n", "class Name:" },
	{ "class A(Node):\n\tpass\n", "\"extends\"" },
	{ "class A : Node {\n}\n", "\"extends\"" },
	{ "class A implements B:\n\tpass\n", "\"extends\"" },
	{ "func f(x):\n\tif x then\n\t\tprint(x)\n\tend\n", "ends with \":\"" },
	{ "func f(x):\n\tif x:\n\t\tprint(x)\n\tend\n", "indentation" },
	{ "func f(x: number): string:\n\treturn 1\n", "behind an arrow" },
	{ "func f(self, x):\n\treturn x\n", "without declaring it" },
	{ "static def f(): pass\n", "\"func\"" },
	{ "func f(a):\n\tif a = 1:\n\t\tpass\n", "\"==\"" },
	{ "func f(a):\n\tx := 1\n\treturn x\n", "\"var x := 1\"" },
	{ "func f():\n\tx = 1\n\treturn x\n", "declared with \"var\"" },
	{ "func f():\n\tglobal x\n", "by their names alone" },
	{ "func f(a: String):\n\treturn a.len()\n", "\"length\"" },
	{ "func f(a: Array):\n\ta.add(1)\n", "\"push_back\"" },
	{ "func f(a):\n\treturn parseInt(a)\n", "int(text)" },
	{ "func f(a):\n\tdel a[0]\n", "erase()" },
	{ "func f(a):\n\treturn typeof a\n", "\"x is Node\"" },
	{ "func f(a):\n\treturn a instanceof Node\n", "\"x is Node\"" },
	{ "func f(x):\n\tyield(x, \"done\")\n", "\"await\"" },
	{ "func f(x):\n\tprint(x\n\tvar y = 1\n\tprint(y)\nfunc g():\n\tprint(2)\n", "\"(\" that was opened on line 2" },
	{ "var a = [1, 2, 3\nvar b = 2\nfunc g():\n\tprint(2)\n", "\"[\" that was opened on line 1" },
	{ "var a = {\n\t\"a\": 1,\n\t\"b\": [1, 2,\n}\nfunc g():\n\tprint(2)\n", "\"[\" that was opened on line 3" },
	{ "func f():\n\tvar a = (1 + 2\nfunc g():\n\tprint(2)\nfunc h():\n\tprint(2)\n", "\"(\" that was opened on line 2" },
	{ "func f(a,\nfunc g():\n\tprint(2)\n", "\"(\" that was opened on line 1" },
	{ "func f():\n\tprint([1, 2)\n\tprint(2)\n", "\"[\" that was opened on line 2" },
	{ "func f():\n\tprint(\"abc)\n\tprint(2)\nfunc g(): pass\n", "not closed" },
	{ "func f():\n\tprint(1))\n\tprint(2)\n", "found \")\"" },
};

TEST_CASE("[GDScript][Messages] Habits of other languages are told once, with what GDScript has instead") {
	for (const Told &hint : HINTS) {
		const String source = String::utf8(hint.source) + ": ";
		CHECK_EQ(source + compare_message(hint), source);
	}
}

constexpr Told NEAR[] = {
	{ "var health := 1\nfunc f(): return helth\n", "\"health\"" },
	{ "func f(): prnt(1)\n", "\"print\"" },
	{ "func f(): return Vector2.Zero\n", "\"ZERO\"" },
	{ "extends Node\nfunc f(): add_chld(null)\n", "\"add_child\"" },
	{ "func f(counter): return conuter\n", "\"counter\"" },
	{ "class Inner:\n\tconst A = 1\nfunc f() -> Iner: return null\n", "\"Inner\"" },
	{ "func f(s: String): return s.to_uper()\n", "\"to_upper\"" },
	{ "enum Kind { ONE, TWO }\nfunc f(): return Kind.TOW\n", "\"TWO\"" },
	{ "@exprot var a = 1\n", "\"@export\"" },
	{ "func f():\n\t@warning_ignore(\"unused_varible\")\n\tvar x = 1\n", "\"unused_variable\"" },
	{ "extends Noed\n", "\"Node\"" },
	{ "func f(n: Node): return n.get_tree().curent_scene\nfunc g(): return OS.get_nam()\n", "\"get_name\"" },
	{ "func f(): return ERR_FIEL_NOT_FOUND\n", "\"ERR_FILE_NOT_FOUND\"" },
	{ "func f(): return lenght([1])\n", "There is no \"lenght\" here." },
	{ "class A:\n\tfunc method(): pass\nclass B extends A:\n\tfunc f(): super.metod()\n", "\"method\"" },
	{ "func f(): return absolutely_nothing_like_it\n", "There is no \"absolutely_nothing_like_it\" here." },
};

TEST_CASE("[GDScript][Messages] An unknown name is told with the one that was probably meant") {
	for (const Told &near : NEAR) {
		const String source = String::utf8(near.source) + ": ";
		CHECK_EQ(source + compare_message(near), source);
	}
	CHECK_FALSE(GDScriptFrontEndProbe("func f(): return absolutely_nothing_like_it\n").first_error().contains("Did you mean"));
}

TEST_CASE("[GDScript][Messages] A missing colon is told, and what is in the block is read all the same") {
	GDScriptFrontEndProbe probe("func f(x)\n\tif x\n\t\tprint(x)\n\telse\n\t\tprint(2)\n\treturn 1 +\nfunc g(): pass\n");
	probe.accepts();
	String lines;
	for (const ScriptDiagnostic &error : probe.errors()) {
		lines += itos(error.line) + " ";
	}
	CHECK_EQ(lines, "1 2 4 6 ");
}

TEST_CASE("[GDScript][Messages] An unknown name is told once a function") {
	GDScriptFrontEndProbe probe("func f():\n\tx = 1\n\treturn x\nfunc g(): return x\n");
	probe.accepts();
	CHECK_EQ(probe.errors().size(), 2);
}

} // namespace TestGDScriptMessages
