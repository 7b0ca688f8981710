// The virtual machine: calls, errors, lifetimes, limits.
#pragma once

#include "modules/gdscript/tests/gdscript_run_support.h"
#include "modules/gdscript/vm/gdscript_stack.h"

namespace TestGDScriptVM {

TEST_CASE("[GDScript][VM] A call returns what the function returns") {
	CHECK_EQ(int64_t(run_source("func run(): return fib(20)\nfunc fib(n: int) -> int:\n\tif n < 2: return n\n\treturn fib(n - 1) + fib(n - 2)\n")), 6765);
}

TEST_CASE("[GDScript][VM] Integer arithmetic wraps around") {
	CHECK_EQ(int64_t(run_source("func run():\n\tvar a := 9223372036854775807\n\treturn a + 1\n")), INT64_MIN);
	CHECK_EQ(int64_t(run_source("func run():\n\tvar a = 9223372036854775807\n\treturn a + 1\n")), INT64_MIN);
}

TEST_CASE("[GDScript][VM] The smallest int divided by -1 does not trap") {
	GDScriptTestOutput output;
	CHECK_EQ(int64_t(run_source("func run():\n\tvar a := -9223372036854775807 - 1\n\tvar b := -1\n\treturn a / b\n")), INT64_MIN);
	CHECK_EQ(int64_t(run_source("func run():\n\tvar a := -9223372036854775807 - 1\n\tvar b := -1\n\treturn a % b\n")), 0);
}

TEST_CASE("[GDScript][VM] An error ends the function, and its caller goes on with the type's default") {
	GDScriptTestOutput output;
	const Variant result = run_source("func run(): return [bad(), 7]\nfunc bad() -> int:\n\tvar n = null\n\tn.x()\n\treturn 5\n");
	CHECK_EQ(result.stringify(), "[0, 7]");
	REQUIRE_EQ(int(output.errors.size()), 1);
	CHECK(output.errors[0].contains("null"));
}

TEST_CASE("[GDScript][VM] Recursion without an end is an error, not a crash") {
	GDScriptTestOutput output;
	run_source("func run(): return deeper(0)\nfunc deeper(n): return deeper(n + 1)\n");
	REQUIRE_GE(int(output.errors.size()), 1);
	CHECK(output.errors[0].contains("Stack overflow"));
	output.errors.clear();
	run_source("func run(): return [1].map(func(x): return run())\n");
	REQUIRE_GE(int(output.errors.size()), 1);
	CHECK(output.errors[0].contains("Stack overflow"));
}

TEST_CASE("[GDScript][VM] Deep recursion within the limit is fine") {
	CHECK_EQ(int64_t(run_source("func run(): return deep(5000)\nfunc deep(n): return 0 if n == 0 else 1 + deep(n - 1)\n")), 5000);
}

TEST_CASE("[GDScript][VM] Frames in memory of their own give the same results") {
	GDScriptStack::set_stress(true);
	CHECK_EQ(int64_t(run_source("func run():\n\tvar f := func(x): return fib(x) + 1\n\treturn f.call(10) + [3, 4].map(f)[1]\nfunc fib(n):\n\treturn n if n < 2 else fib(n - 1) + fib(n - 2)\n")), 60);
	GDScriptStack::set_stress(false);
	CHECK_EQ(int64_t(run_source("func run(): return fib(10)\nfunc fib(n):\n\treturn n if n < 2 else fib(n - 1) + fib(n - 2)\n")), 55);
}

TEST_CASE("[GDScript][VM] Temporaries are released with their statement") {
	GDScriptTestOutput output;
	run_source("class R:\n\tfunc me(): return self\n\tfunc _notification(what):\n\t\tif what == NOTIFICATION_PREDELETE: print(\"gone\")\nfunc run():\n\tR.new().me()\n\tprint(\"after\")\n");
	CHECK_EQ(String(" ").join(output.printed), "gone after");
}

TEST_CASE("[GDScript][VM] A call site follows objects of different classes") {
	CHECK_EQ(run_source("class A:\n\tfunc n(): return 1\nclass B:\n\tfunc n(): return 2\nfunc run():\n\tvar r = []\n\tfor o in [A.new(), B.new(), A.new(), B.new()]: r.append(o.n())\n\treturn r\n").stringify(), "[1, 2, 1, 2]");
}

TEST_CASE("[GDScript][VM] A call site with many classes keeps working") {
	String source;
	String list;
	for (int i = 0; i < 20; i++) {
		source += vformat("class C%d:\n\tvar v = %d\n\tfunc n(): return v\n", i, i);
		list += vformat("C%d.new(),", i);
	}
	CHECK_EQ(int64_t(run_source(source + "func run():\n\tvar sum = 0\n\tfor k in 3:\n\t\tfor o in [" + list + "]: sum += o.n() + o.v\n\treturn sum\n")), 1140);
}

TEST_CASE("[GDScript][VM] An overridden function that suspends never puts its state into a typed place") {
	GDScriptTestOutput output;
	const Variant result = run_source("signal s\nclass A:\n\tfunc v() -> int: return 1\nclass B extends A:\n\tvar o\n\tfunc v() -> int:\n\t\tawait o.s\n\t\treturn 2\nfunc run():\n\tvar b := B.new()\n\tb.o = self\n\tvar a: A = b\n\tvar n := a.v() + 1\n\treturn n\n");
	CHECK_EQ(result, Variant()); // Whoever uses a value at once is told, and ends.
	REQUIRE_EQ(int(output.errors.size()), 1);
	CHECK(String(output.errors[0]).contains("without \"await\""));
}

TEST_CASE("[GDScript][VM] An instance that dies while its method runs takes nothing along that is still used") {
	GDScriptTestOutput output;
	run_source("class Holder:\n\tvar item\nclass Item:\n\tvar text := \"text\"\n\tfunc leave(holder):\n\t\tholder.item = null\n\t\treturn text + \"!\"\nfunc run():\n\tvar h := Holder.new()\n\th.item = Item.new()\n\tprint(h.item.leave(h))\n");
	CHECK_EQ(String(" ").join(output.printed), "text!");
}

TEST_CASE("[GDScript][VM] A class that only the running call holds lives until the call has ended") {
	CHECK_EQ(int64_t(run_source("func make():\n\tvar s := GDScript.new()\n\ts.source_code = \"static func twice(x): return x * 2\"\n\ts.reload()\n\treturn s\nfunc run(): return make().twice(4)\n")), 8);
}

TEST_CASE("[GDScript][Reload] Instances keep what they have when the script is compiled again") {
	Ref<GDScript> script = compile_source("var n := 1\nvar gone := 2\nfunc run(): return n\n");
	REQUIRE(script.is_valid());
	Callable::CallError error;
	const Variant instance = script->create_instance(nullptr, 0, error);
	Object *object = instance.get_validated_object();
	object->set("n", 5);
	script->set_source_code("var added := 3\nvar n := 1\nfunc run(): return n * 10 + added\n");
	{
		GDScriptTestOutput output;
		CHECK_EQ(script->reload(), ERR_ALREADY_IN_USE);
	}
	CHECK_EQ(script->reload(true), OK);
	CHECK_EQ(int64_t(object->callp("run", nullptr, 0, error)), 53);
}

TEST_CASE("[GDScript][Reload] A script with errors is refused with a code and makes no instances") {
	GDScriptTestOutput output;
	Ref<GDScript> script;
	script.instantiate();
	script->set_source_code("func f(:\n");
	CHECK_EQ(script->reload(), ERR_PARSE_ERROR);
	CHECK_FALSE(script->can_instantiate());
	CHECK_GE(int(output.errors.size()), 1);
}

} // namespace TestGDScriptVM
