// await: suspending, resuming, and what becomes of those that wait for ever.
#pragma once

#include "modules/gdscript/tests/gdscript_run_support.h"

namespace TestGDScriptCoroutines {

inline String printed_by(const String &p_source) {
	GDScriptTestOutput output;
	run_source(p_source);
	return String(" ").join(output.printed);
}

TEST_CASE("[GDScript][Coroutine] A signal resumes what waits for it, in order") {
	CHECK_EQ(printed_by("signal s\nfunc wait(n):\n\tprint(n, \"in\")\n\tawait s\n\tprint(n, \"out\")\nfunc run():\n\twait(1)\n\twait(2)\n\ts.emit()\n\tprint(\"end\")\n"), "1in 2in 1out 2out end");
}

TEST_CASE("[GDScript][Coroutine] One argument comes as it is, several as an array, none as null") {
	CHECK_EQ(printed_by("signal a\nsignal b(x)\nsignal c(x, y)\nfunc wait(s): print(await s)\nfunc run():\n\tfor s in [a, b, c]: wait(s)\n\ta.emit()\n\tb.emit(5)\n\tc.emit(1, 2)\n"), "<null> 5 [1, 2]");
}

TEST_CASE("[GDScript][Coroutine] Locals survive the wait") {
	CHECK_EQ(printed_by("signal s\nfunc work(a: int):\n\tvar text := \"t\"\n\tvar sum := 0\n\tfor i in 3:\n\t\tawait s\n\t\tsum += i * a\n\tprint(text, sum)\nfunc run():\n\twork(10)\n\tfor i in 3: s.emit()\n"), "t30");
}

TEST_CASE("[GDScript][Coroutine] Awaiting a coroutine gives its result") {
	CHECK_EQ(printed_by("signal s\nfunc inner() -> int:\n\tawait s\n\treturn 4\nfunc outer(): print(1 + await inner())\nfunc run():\n\touter()\n\ts.emit()\n"), "5");
}

TEST_CASE("[GDScript][Coroutine] What does not suspend passes through await") {
	CHECK_EQ(printed_by("func plain(): return 3\nfunc run(): print(await plain(), await 4)\n"), "34");
}

TEST_CASE("[GDScript][Coroutine] When the emitter is freed, nobody is resumed and nothing is kept") {
	CHECK_EQ(printed_by("class E extends Object:\n\tsignal s\nclass R:\n\tfunc _notification(what):\n\t\tif what == NOTIFICATION_PREDELETE: print(\"released\")\nfunc wait(sig):\n\tvar r := R.new()\n\tawait sig\n\tprint(\"never\", r)\nfunc run():\n\tvar e := E.new()\n\twait(e.s)\n\te.free()\n\tprint(\"end\")\n"), "released end");
}

TEST_CASE("[GDScript][Coroutine] An object does not live on for its waiting coroutine") {
	CHECK_EQ(printed_by("signal s\nclass W:\n\tfunc work(sig):\n\t\tawait sig\n\t\tprint(\"never\")\n\tfunc _notification(what):\n\t\tif what == NOTIFICATION_PREDELETE: print(\"gone\")\nfunc run():\n\tvar w = W.new()\n\tw.work(s)\n\tw = null\n\ts.emit()\n\tprint(\"end\")\n"), "gone end");
}

TEST_CASE("[GDScript][Coroutine] An error after the wait ends the coroutine, and who awaits it gets null") {
	GDScriptTestOutput output;
	run_source("signal s\nfunc bad():\n\tawait s\n\tvar n = null\n\tn.x()\nfunc waits(): print(await bad())\nfunc run():\n\twaits()\n\ts.emit()\n");
	CHECK_EQ(String(" ").join(output.printed), "<null>");
	CHECK_EQ(int(output.errors.size()), 1);
}

TEST_CASE("[GDScript][Coroutine] A lambda can wait") {
	CHECK_EQ(printed_by("signal s\nfunc run():\n\tvar n := 2\n\tvar f := func(x):\n\t\tawait s\n\t\tprint(x * n)\n\tf.call(21)\n\ts.emit()\n"), "42");
}

TEST_CASE("[GDScript][Coroutine] The state of a call tells when it is done") {
	CHECK_EQ(printed_by("signal s\nfunc work():\n\tawait s\n\treturn \"done\"\nfunc run():\n\tvar state = call(\"work\")\n\tprint(state.is_valid())\n\tstate.completed.connect(func(r): print(r))\n\ts.emit()\n\tprint(state.is_valid())\n"), "true done false");
}

} // namespace TestGDScriptCoroutines
