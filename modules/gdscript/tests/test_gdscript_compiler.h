// What source compiles to, instruction by instruction.
#pragma once

#include "modules/gdscript/tests/gdscript_run_support.h"

namespace TestGDScriptCompiler {

TEST_CASE("[GDScript][Compiler] Adding two typed ints skips the generic operator") {
	CHECK_EQ(compile_and_list("func f(a: int, b: int): return a + b"), "ADD_INT r2 r0 r1\nRETURN r2\n");
}

TEST_CASE("[GDScript][Compiler] Untyped operands take the operator that looks") {
	CHECK_EQ(compile_and_list("func f(a, b): return a + b"), "ADD r2 r0 r1\nRETURN r2\n");
}

TEST_CASE("[GDScript][Compiler] An int beside a float becomes a float first") {
	CHECK_EQ(compile_and_list("func f(a: int, b: float) -> float: return a * b"),
			"INT_TO_FLOAT r2 r0\nMUL_FLOAT r2 r2 r1\nRETURN r2\n");
}

TEST_CASE("[GDScript][Compiler] A constant expression is one constant") {
	CHECK_EQ(compile_and_list("func f(): return 2 * 3 + 1"), "RETURN k0\n");
}

TEST_CASE("[GDScript][Compiler] A typed comparison and its branch are one instruction") {
	CHECK_EQ(compile_and_list("func f(n: int) -> int:\n\tif n < 2:\n\t\treturn n\n\treturn 0\n"),
			"JUMP_IF_LE_INT k0 r0 @6\nRETURN r0\nRETURN k1\n");
}

TEST_CASE("[GDScript][Compiler] Comparisons of any values give a bool that needs no release") {
	CHECK_EQ(compile_and_list("func f(a, b): return 1 if a.b == b else 2"), "GET_NAMED r2 r0 b\nEQ r3 r2 r1\nJUMP_IF_NOT_BOOL r3 @17\nMOVE_PLAIN r3 k0\nJUMP @20\nMOVE_PLAIN r3 k1\nRETURN r3\n");
}

TEST_CASE("[GDScript][Compiler] Counting loops keep a counter of their own") {
	const String code = compile_and_list("func f(n: int):\n\tfor i in n:\n\t\tpass\n");
	CHECK(code.contains("FOR_RANGE_BEGIN"));
	CHECK(code.contains("FOR_COUNT_NEXT"));
	CHECK_FALSE(code.contains("CALL"));
}

TEST_CASE("[GDScript][Compiler] range() in a loop makes no array") {
	const String code = compile_and_list("func f():\n\tfor i in range(2, 10, 3):\n\t\tpass\n");
	CHECK(code.contains("FOR_RANGE_NEXT"));
	CHECK_FALSE(code.contains("CALL_GDSCRIPT_UTILITY"));
}

TEST_CASE("[GDScript][Compiler] Member variables are operands") {
	CHECK_EQ(compile_and_list("var a := 1\nvar b := 2\nfunc f(): a = a + b"), "ADD_INT m0 m0 m1\nRETURN_NIL\n");
}

TEST_CASE("[GDScript][Compiler] A text is added to where it is") {
	CHECK_EQ(compile_and_list("func f(a: String, b):\n\ta += b\n\ta = a + \"x\" + b"), "ADD r0 r0 r1\nAPPEND_STRING r0 k0\nADD r0 r0 r1\nRETURN_NIL\n");
	CHECK_EQ(compile_and_list("func g(): pass\nfunc f(a: String):\n\ta = a + g() + g()"), "CALL_SELF r1 g\nADD r0 r0 r1\nCALL_SELF r1 g\nADD r0 r0 r1\nCLEAR r1\nRETURN_NIL\n");
	CHECK_FALSE(compile_and_list("func g(x): pass\nfunc f(a: String):\n\ta = a + g(1) + g(a)").contains("ADD r0 r0 r1\nCALL")); // Who looks sees the value of before.
	CHECK_EQ(compile_and_list("func f(a):\n\ta[0] += \"x\"\n\ta.k = a.k + \"x\""), "ADD_TO_INDEX r0 k1 k0\nADD_TO_NAMED r0 k0 k\nRETURN_NIL\n");
	CHECK_EQ(compile_and_list("var m: String\nfunc g() -> String: return m\nfunc f():\n\tm = m + g() + g()"), "CALL_SELF r0 g\nMOVE r1 m0\nCALL_SELF r2 g\nADD_TO m0 r1 r0\nADD m0 m0 r2\nCLEAR_RANGE r0 #3\nRETURN_NIL\n");
	CHECK_EQ(compile_and_list("var m: String\nfunc f(b):\n\tm += b.c"), "GET_NAMED r1 r0 c\nADD m0 m0 r1\nCLEAR r1\nRETURN_NIL\n");
}

TEST_CASE("[GDScript][Compiler] A vector's member is read by its own getter") {
	const String code = compile_and_list("func f(v: Vector2): return v.x");
	CHECK(code.begins_with("GET_MEMBER_VALIDATED"));
}

TEST_CASE("[GDScript][Compiler] Proved arguments take the validated call") {
	CHECK(compile_and_list("func f(s: String): return s.length()").begins_with("CALL_BUILTIN_VALIDATED"));
	CHECK(compile_and_list("func f(s): return s.length()").begins_with("CALL r1 r0 length"));
	CHECK(compile_and_list("func f(x: float): return absf(x)").begins_with("CALL_UTILITY_VALIDATED"));
	CHECK(compile_and_list("func f(x: float): return Vector2(x, 1)").begins_with("CONSTRUCT_VALIDATED"));
}

TEST_CASE("[GDScript][Compiler] A native method of a typed object is called without looking it up") {
	CHECK(compile_and_list("func f(o: RefCounted): return o.get_reference_count()").begins_with("CALL_METHOD_BIND_VALIDATED"));
	// Of arguments that are objects only the class is left to be looked at; what is left out is filled in.
	CHECK(compile_and_list("func f(o: Node, c): o.add_child(c)").begins_with("CALL_METHOD_BIND_OBJECTS r2 r0 #0 #1 r1 k0 k1"));
	CHECK(compile_and_list("func f(o: Node, c): o.set_name(c)").begins_with("CALL_METHOD_BIND r2"));
}

TEST_CASE("[GDScript][Compiler] Elements of typed arrays are of their type") {
	CHECK_EQ(compile_and_list("func f(a: Array[int], i: int) -> int: return a[i]"), "GET_INDEX_TYPED r2 r0 r1 #2\nRETURN r2\n");
	CHECK(compile_and_list("func f(a: Array, i: int): return a[i]").begins_with("GET_INDEX_ARRAY"));
	CHECK(compile_and_list("func f(a: PackedByteArray, i: int): return a[i]").begins_with("GET_INDEX_VALIDATED"));
}

TEST_CASE("[GDScript][Compiler] and, or decide early") {
	CHECK_EQ(compile_and_list("func f(a: bool, b: bool): return a and b"),
			"MOVE_PLAIN r2 r0\nJUMP_IF_NOT_BOOL r2 @9\nMOVE_PLAIN r2 r1\nRETURN r2\n");
}

TEST_CASE("[GDScript][Compiler] Converting is left out where the type is proved") {
	CHECK_EQ(compile_and_list("func f(a: int) -> int:\n\tvar b: int = a\n\treturn b\n"), "MOVE_PLAIN r1 r0\nRETURN r1\n");
	CHECK(compile_and_list("func f(a) -> int:\n\tvar b: int = a\n\treturn b\n").begins_with("ASSIGN_BUILTIN"));
}

TEST_CASE("[GDScript][Compiler] Optional arguments start at their own entry") {
	const Ref<GDScript> script = compile_source("func f(a, b = 1, c = a): return c");
	REQUIRE(script.is_valid());
	const GDScriptFunction *function = script->find_function("f");
	CHECK_EQ(function->default_argument_count, 2);
	CHECK_EQ(int(function->default_entries.size()), 3);
	CHECK_LT(function->default_entries[0], function->default_entries[1]);
	CHECK_LT(function->default_entries[1], function->default_entries[2]);
}

TEST_CASE("[GDScript][Compiler] Only registers that may own something are released") {
	const Ref<GDScript> script = compile_source("func f(n: int) -> int:\n\tvar a := n * 2\n\tvar b := a + 1\n\treturn b\n");
	REQUIRE(script.is_valid());
	const GDScriptFunction *function = script->find_function("f");
	CHECK_EQ(function->managed_count, 1); // The argument's.
	CHECK_GT(function->register_count, function->managed_count);
}

// A function whose code may be broken word by word; what the verifier says then.
class BrokenCode {
	Ref<GDScript> script;
	GDScriptFunction *function = nullptr;

public:
	explicit BrokenCode(const String &p_source) :
			script(compile_source(p_source)) {
		REQUIRE(script.is_valid());
		function = script->find_function("f");
		REQUIRE(function != nullptr);
		CHECK_EQ(gdscript_verify(function), "");
	}
	GDScriptFunction *get_function() { return function; }
	// The first instruction of p_opcode; its operand number p_operand becomes p_word. The code is as before afterwards.
	String with(GDScriptOpcode p_opcode, int p_operand, uint32_t p_word) {
		for (int at = 0; at < function->code.size(); at += gdscript_instruction_size(function->code.ptr() + at)) {
			if (function->code[at] == p_opcode) {
				return with_word(at + 1 + p_operand, p_word);
			}
		}
		return "no such instruction";
	}
	String with_word(int p_at, uint32_t p_word) {
		const uint32_t whole = function->code[p_at];
		function->code.write[p_at] = p_word;
		const String problem = gdscript_verify(function);
		function->code.write[p_at] = whole;
		return problem;
	}
	static uint32_t reg(int p_index) { return GDScriptAddress::make(GDScriptAddress::REGISTER, p_index); }
	uint32_t constant(const Variant &p_value) {
		function->constants.push_back(p_value);
		return GDScriptAddress::make(GDScriptAddress::CONSTANT, int(function->constants.size()) - 1);
	}
};

TEST_CASE("[GDScript][Verifier] Broken code is told apart from whole code") {
	BrokenCode code("func f(a: int): return a + 1");
	CHECK(code.with_word(1, BrokenCode::reg(100)).contains("out of range"));
	CHECK(code.with_word(0, GDSCRIPT_OP_MAX).contains("not an opcode"));
}

TEST_CASE("[GDScript][Verifier] Typed instructions get what they work on") {
	BrokenCode code("func f(a: int, b: float, c: String, d, e: Array[int], g: PackedInt32Array):\n"
					"\tvar n := a + a\n\tvar x := b * b\n\tvar t := c\n\tt += c\n\tif n < a: n = e[0]\n\tn = g[0]\n\tvar v := Vector2(x, x)\n\tx = v.x\n\treturn absi(n)\n");
	CHECK(code.with(GDSCRIPT_OP_ADD_INT, 1, BrokenCode::reg(3)).contains("may be anything, where int is needed"));
	CHECK(code.with(GDSCRIPT_OP_ADD_INT, 2, code.constant(1.5)).contains("may be float, where int is needed"));
	CHECK(code.with(GDSCRIPT_OP_MUL_FLOAT, 2, BrokenCode::reg(0)).contains("may be int, where float is needed"));
	CHECK(code.with(GDSCRIPT_OP_APPEND_STRING, 1, BrokenCode::reg(3)).contains("where String is needed"));
	CHECK(code.with(GDSCRIPT_OP_JUMP_IF_LE_INT, 0, BrokenCode::reg(1)).contains("where int is needed"));
	CHECK(code.with(GDSCRIPT_OP_GET_INDEX_TYPED, 1, BrokenCode::reg(3)).contains("where Array is needed"));
	CHECK(code.with(GDSCRIPT_OP_GET_INDEX_VALIDATED, 1, BrokenCode::reg(4)).contains("no such place in Array"));
	CHECK(code.with(GDSCRIPT_OP_GET_MEMBER_VALIDATED, 1, BrokenCode::reg(0)).contains("no such place in int"));
	CHECK(code.with(GDSCRIPT_OP_CONSTRUCT_VALIDATED, 3, BrokenCode::reg(0)).contains("where float is needed"));
	CHECK(code.with(GDSCRIPT_OP_CALL_UTILITY_VALIDATED, 3, BrokenCode::reg(1)).contains("where int is needed"));
}

TEST_CASE("[GDScript][Verifier] What is never released gets nothing that must be") {
	BrokenCode code("var m: int\nvar s: String\nfunc f(a: int, d):\n\tvar n := a\n\tm = n\n\ts = \"x\"\n\tn += 1\n\treturn d\n");
	CHECK(code.with(GDSCRIPT_OP_MOVE_PLAIN, 1, BrokenCode::reg(1)).contains("may have to be released"));
	CHECK(code.with(GDSCRIPT_OP_MOVE_PLAIN, 0, BrokenCode::reg(1)).contains("may have to be released"));
	const uint32_t plain = BrokenCode::reg(code.get_function()->managed_count);
	CHECK(code.with(GDSCRIPT_OP_MOVE, 0, plain).contains("never released gets String"));
	CHECK(code.with(GDSCRIPT_OP_MOVE, 1, BrokenCode::reg(1)).contains("a member of type String gets anything"));
	CHECK(code.with(GDSCRIPT_OP_ADD_INT, 0, code.constant(1)).contains("cannot be written"));
}

TEST_CASE("[GDScript][Verifier] Types are those of every way that leads there") {
	BrokenCode code("func f(a: int, d):\n\tvar t\n\tif d: t = a\n\telse: t = 2\n\tfor i in 3: a += i\n\treturn a + 1\n");
	CHECK(code.with(GDSCRIPT_OP_JUMP_IF_NOT, 1, 0) == ""); // Back to where the same holds.
	BrokenCode lambdas("func f(a: int, d):\n\treturn func(): return a + 1\n");
	CHECK(lambdas.with(GDSCRIPT_OP_MAKE_LAMBDA, 3, BrokenCode::reg(1)).contains("a captured value may be anything"));
	CHECK(lambdas.with(GDSCRIPT_OP_RETURN, 0, BrokenCode::reg(1)) == "");
	BrokenCode results("static var s := 1\nfunc f(a: int, d) -> int:\n\ts = a\n\treturn a\n");
	CHECK(results.with(GDSCRIPT_OP_RETURN, 0, BrokenCode::reg(1)).contains("the result may be anything"));
	CHECK(results.with(GDSCRIPT_OP_SET_STATIC, 1, BrokenCode::reg(1)).contains("a static variable may be anything"));
	BrokenCode loops("func f(d):\n\tvar n := 0\n\tfor i in 3:\n\t\tn += i\n\treturn n\n");
	CHECK(loops.with(GDSCRIPT_OP_FOR_RANGE_BEGIN, 2, BrokenCode::reg(0)).contains("where int is needed"));
}

} // namespace TestGDScriptCompiler
