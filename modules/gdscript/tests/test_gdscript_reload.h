// Reloading: files that build on each other's classes, code that runs or waits meanwhile, and what was compiled before.
#pragma once

#include "modules/gdscript/runtime/gdscript_language.h"
#include "modules/gdscript/tests/gdscript_run_support.h"

namespace TestGDScriptReload {

inline Error reload_as(const Ref<GDScript> &p_script, const String &p_source) {
	p_script->set_source_code(p_source);
	return p_script->reload(true);
}

inline String many_variables(int p_count) {
	String text;
	for (int i = 0; i < p_count; i++) {
		text += "var more_" + String::num_int64(i) + " := [" + String::num_int64(i) + "]\n";
	}
	return text;
}

TEST_CASE("[GDScript][Reload] What is compiled needs no syntax tree any more, and gets one again for those who name it") {
	const ScriptFiles files;
	const Ref<GDScript> base = files.load("base.gd", "enum Kind { A, B = 5 }\nconst LIST := [1, 2]\nstatic var count := 3\nvar a := 1\nclass Inner:\n\tvar z := 4\n\tfunc twice(x := 2) -> int: return z * x\nfunc get_a() -> int: return a\n");
	const Variant before = make(base);
	for (int i = 0; i < 3; i++) {
		GDScriptLanguage::get_singleton()->frame(); // Trees go here.
	}
	files.write("base.gd", "func nothing(): pass\n"); // What was compiled counts, not what is written there meanwhile.
	const Ref<GDScript> user = files.load("user.gd", "extends \"res:/base.gd\"\nconst Base = preload(\"res:/base.gd\")\nvar own := 7\nfunc run() -> Array:\n\tvar inner: Base.Inner = Inner.new()\n\tvar k: Kind = Kind.B\n\tBase.count += 1\n\treturn [get_a(), own, inner.twice(), k, LIST[1], Base.count, self is Base]\n");
	REQUIRE(user->can_instantiate());
	CHECK_EQ(call_on(make(user), "run").stringify(), "[1, 7, 8, 5, 2, 4, true]");
	CHECK_EQ(int64_t(call_on(before, "get_a")), 1);
	for (int i = 0; i < 3; i++) {
		GDScriptLanguage::get_singleton()->frame();
	}
	CHECK_EQ(files.load("again.gd", "const Base = preload(\"res:/base.gd\")\nstatic func f(): return Base.new() is Base and Base.Inner.new() is Base.Inner\n")->can_instantiate(), true);
	CHECK_EQ(reload_as(base, base->get_source_code() + "var late := [1]\n"), OK);
	CHECK_EQ(call_on(make(user), "run").stringify(), "[1, 7, 8, 5, 2, 5, true]");
}

TEST_CASE("[GDScript][Reload] A file with errors stays refused without its tree") {
	const ScriptFiles files;
	GDScriptTestOutput output;
	const Ref<GDScript> broken = files.load("broken.gd", "func f( -> int: return 1\n");
	for (int i = 0; i < 3; i++) {
		GDScriptLanguage::get_singleton()->frame();
	}
	const int told = int(output.errors.size());
	CHECK_GE(told, 1);
	const Ref<GDScript> user = files.load("user.gd", "const B = preload(\"res:/broken.gd\")\nfunc f(): return B.new()\n");
	CHECK_FALSE((user.is_valid() && user->can_instantiate() && call_on(make(user), "f").get_type() == Variant::OBJECT));
}

TEST_CASE("[GDScript][Reload] A file that only one with errors has named can be loaded anew once the trees are gone") {
	const ScriptFiles files;
	GDScriptTestOutput output;
	files.write("base.gd", "static func f(): return 1\n");
	files.load("broken.gd", "extends \"res:/base.gd\"\nfunc g() -> int: return \"x\"\n");
	for (int i = 0; i < 3; i++) {
		GDScriptLanguage::get_singleton()->frame();
	}
	const Ref<GDScript> base = files.load_written("base.gd", ResourceFormatLoader::CACHE_MODE_REPLACE);
	REQUIRE(base.is_valid());
	CHECK_EQ(int64_t(call_on(base, "f")), 1);
}

TEST_CASE("[GDScript][Reload] Inner classes of other files are laid out anew after their base") {
	const ScriptFiles files;
	const Ref<GDScript> base = files.load("base.gd", "var a := 1\nfunc get_a(): return a\n");
	const Ref<GDScript> user = files.load("user.gd", "class Inner extends \"res:/base.gd\":\n\tvar own := 7\n\tfunc run(): return a * 10 + own\nstatic func make(): return Inner.new()\n");
	REQUIRE(base.is_valid());
	REQUIRE(user.is_valid());
	const Variant before = call_on(user, "make");
	CHECK_EQ(int64_t(call_on(before, "run")), 17);
	CHECK_EQ(reload_as(base, many_variables(100) + "var a := 2\nfunc get_a(): return a\n"), OK);
	CHECK_EQ(int64_t(call_on(before, "run")), 17); // It keeps its values.
	CHECK_EQ(int64_t(call_on(before, "get_a")), 1);
	CHECK_EQ(int64_t(call_on(call_on(user, "make"), "run")), 27);
}

TEST_CASE("[GDScript][Reload] Files whose inner classes derive from each other in a circle stay sound") {
	const ScriptFiles files;
	files.write("second.gd", "class X extends \"res:/first.gd\".Y:\n\tvar x := 2\n");
	const Ref<GDScript> first = files.load("first.gd", "class Y:\n\tvar y := 1\nclass Z extends \"res:/second.gd\".X:\n\tvar z := 3\n\tfunc run(): return y * 100 + x * 10 + z\nstatic func make(): return Z.new()\n");
	REQUIRE(first.is_valid());
	REQUIRE(first->can_instantiate());
	const Variant before = call_on(first, "make");
	const String text = first->get_source_code();
	CHECK_EQ(reload_as(first, text.replace("\tvar y := 1", "\tvar more := []\n\tvar even_more := {}\n\tvar y := 4")), OK);
	CHECK_EQ(int64_t(call_on(before, "run")), 123);
	CHECK_EQ(int64_t(call_on(call_on(first, "make"), "run")), 423);
}

TEST_CASE("[GDScript][Reload] A derived class that does not compile any more has no code, and its instances are let alone") {
	const ScriptFiles files;
	const Ref<GDScript> base = files.load("base.gd", "var a := [1]\nvar b := [2]\nfunc get_b(): return b\n");
	const Ref<GDScript> user = files.load("user.gd", "extends \"res:/base.gd\"\nvar own := [7]\nfunc run(): return a + b + own\n");
	const Variant instance = make(user);
	GDScriptTestOutput output;
	CHECK_EQ(reload_as(base, "var c := 1\nvar d := 2\nvar e := 3\nvar f := 4\nfunc get_b(): return [c, d, e, f]\n"), OK);
	CHECK_GE(int(output.errors.size()), 1);
	CHECK_FALSE(user->can_instantiate());
	CHECK_EQ(call_on(instance, "run"), Variant());
	CHECK_EQ(call_on(instance, "get_b"), Variant());
	CHECK_EQ(reload_as(user, user->get_source_code().replace("a + b + own", "[c, own]")), OK);
	CHECK_EQ(call_on(make(user), "run").stringify(), "[1, [7]]");
}

TEST_CASE("[GDScript][Reload] Static variables are found by name where their class has changed, and only if they are of the same type") {
	const ScriptFiles files;
	const Ref<GDScript> holder = files.load("holder.gd", "static var a := 1\nstatic var b := \"b\"\nstatic var c: Variant = 3\n");
	const Ref<GDScript> user = files.load("user.gd", "const Holder = preload(\"res:/holder.gd\")\nstatic func get_a() -> int: return Holder.a + 1\nstatic func get_b(): return Holder.b\nstatic func add_b():\n\tHolder.b += \"!\"\n\tprint(\"not reached\")\nstatic func set_c():\n\tHolder.c = 5\n\treturn Holder.c\n");
	CHECK_EQ(int64_t(call_on(user, "get_a")), 2);
	GDScriptTestOutput output;
	CHECK_EQ(reload_as(holder, "static var more := []\nstatic var c: Variant = 4\nstatic var a := 1.5\n"), OK);
	CHECK_EQ(int64_t(call_on(user, "get_a")), 0);
	CHECK_EQ(call_on(user, "get_b"), Variant());
	call_on(user, "add_b");
	CHECK_EQ(int64_t(call_on(user, "set_c")), 5);
	REQUIRE_EQ(int(output.errors.size()), 3);
	CHECK(output.errors[0].contains("'a' of 'holder.gd' is of another type"));
	CHECK(output.errors[1].contains("'b' of 'holder.gd' does not exist any more"));
	CHECK(output.printed.is_empty());
	CHECK_EQ(reload_as(holder, "static var c: Variant = 3\nstatic var a := 1\nstatic var b := \"b\"\n"), OK);
	CHECK_EQ(int64_t(call_on(user, "get_a")), 2);
}

TEST_CASE("[GDScript][Reload] A method that runs keeps the variables that it began with; lambdas and waiting calls of other variables do not go on") {
	const Ref<GDScript> script = compile_source("var a := [1]\nvar b := [2]\nsignal go\nvar script_text := \"\"\nfunc renew():\n\tget_script().source_code = script_text\n\tget_script().reload(true)\n\ta.append(9)\n\tb = [a, b]\n\treturn b\nfunc lambda(): return func(): return [a, b]\nfunc wait():\n\tawait go\n\tprint(\"resumed \", a, b)\n");
	REQUIRE(script.is_valid());
	const Variant instance = make(script);
	Object *object = instance.get_validated_object();
	object->set("script_text", many_variables(50) + "var b := [4]\nsignal go\nfunc get_b(): return b\n");
	const Callable lambda = call_on(instance, "lambda");
	call_on(instance, "wait");
	GDScriptTestOutput output;
	CHECK_EQ(call_on(instance, "renew").stringify(), "[[1, 9], [2]]");
	CHECK_EQ(call_on(instance, "get_b").stringify(), "[2]");
	Variant result;
	Callable::CallError error;
	lambda.callp(nullptr, 0, result, error);
	CHECK_EQ(result, Variant());
	object->emit_signal("go");
	CHECK(output.printed.is_empty());
	REQUIRE_EQ(int(output.errors.size()), 2);
	CHECK(output.errors[0].contains("earlier version"));
	CHECK(output.errors[1].contains("earlier version"));
}

TEST_CASE("[GDScript][Reload] With the same variables everything goes on") {
	const String text = "var a := 1\nsignal go\nfunc lambda(): return func(): return a\nfunc wait():\n\tawait go\n\ta += 10\n";
	const Ref<GDScript> script = compile_source(text);
	const Variant instance = make(script);
	const Callable lambda = call_on(instance, "lambda");
	call_on(instance, "wait");
	CHECK_EQ(reload_as(script, text + "func more(): return a\n"), OK);
	instance.get_validated_object()->emit_signal("go");
	CHECK_EQ(int64_t(lambda.call()), 11);
	CHECK_EQ(int64_t(call_on(instance, "more")), 11);
}

} // namespace TestGDScriptReload
