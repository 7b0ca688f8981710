// Operators by table: results, types, and what must fail.
#pragma once

#include "core/variant/variant.h"
#include "tests/test_macros.h"

namespace TestVariantOp {

inline String eval(Variant::Operator p_op, const Variant &p_a, const Variant &p_b = Variant()) {
	bool valid = false;
	Variant result;
	Variant::evaluate(p_op, p_a, p_b, result, valid);
	return (valid ? "" : "! ") + result.stringify();
}

TEST_CASE("[Variant][Operator] Integers wrap around and shift by the low six bits") {
	CHECK_EQ(eval(Variant::OP_ADD, INT64_MAX, 1), itos(INT64_MIN));
	CHECK_EQ(eval(Variant::OP_DIVIDE, INT64_MIN, -1), itos(INT64_MIN));
	CHECK_EQ(eval(Variant::OP_MODULE, INT64_MIN, -1), String("0"));
	CHECK_EQ(eval(Variant::OP_SHIFT_LEFT, 1, 64), String("1"));
	CHECK_EQ(eval(Variant::OP_SHIFT_RIGHT, -7, 2), String("-2"));
	CHECK_EQ(eval(Variant::OP_POWER, 3, 40), itos(INT64_MIN));
	CHECK_EQ(eval(Variant::OP_POWER, 7, -2), String("0"));
	CHECK_EQ(eval(Variant::OP_NEGATE, INT64_MIN), itos(INT64_MIN));
}

TEST_CASE("[Variant][Operator] A division by the integer zero says so, one by the float zero is infinite") {
	CHECK_EQ(eval(Variant::OP_DIVIDE, 5, 0), String("! Division by zero error"));
	CHECK_EQ(eval(Variant::OP_MODULE, 5, 0), String("! Modulo by zero error"));
	CHECK_EQ(eval(Variant::OP_DIVIDE, 5.0, 0), String("inf"));
	CHECK_FALSE(bool(Variant::get_validated_operator_evaluator(Variant::OP_DIVIDE, Variant::INT, Variant::INT)));
	CHECK(bool(Variant::get_validated_operator_evaluator(Variant::OP_ADD, Variant::INT, Variant::INT)));
}

TEST_CASE("[Variant][Operator] Unrelated types do not compare, null compares with everything") {
	CHECK_EQ(eval(Variant::OP_EQUAL, 1, "a"), String("! <null>"));
	CHECK_EQ(eval(Variant::OP_EQUAL, Vector2(1, 2), Vector2i(1, 2)), String("! <null>"));
	CHECK_EQ(eval(Variant::OP_EQUAL, 1, Variant()), String("false"));
	CHECK_EQ(eval(Variant::OP_NOT_EQUAL, Variant(), Array()), String("true"));
	CHECK_EQ(eval(Variant::OP_EQUAL, Variant(), Variant()), String("true"));
	CHECK_EQ(eval(Variant::OP_EQUAL, Variant(static_cast<Object *>(nullptr)), Variant()), String("true"));
	CHECK_EQ(eval(Variant::OP_EQUAL, "a", StringName("a")), String("true"));
}

TEST_CASE("[Variant][Operator] `in` looks into lists, keys, texts and packed arrays") {
	CHECK_EQ(eval(Variant::OP_IN, 1, Array{ 1.0 }), String("false"));
	CHECK_EQ(eval(Variant::OP_IN, StringName("a"), Array{ "a" }), String("true"));
	CHECK_EQ(eval(Variant::OP_IN, 2.0, PackedByteArray({ 1, 2 })), String("true"));
	CHECK_EQ(eval(Variant::OP_IN, -9.0, PackedByteArray({ 1, 2 })), String("false")); // Not a byte.
	CHECK_EQ(eval(Variant::OP_IN, 1e300, PackedInt32Array({ 1, 2 })), String("false"));
	CHECK_EQ(eval(Variant::OP_IN, "ell", "hello"), String("true"));
	CHECK_EQ(eval(Variant::OP_IN, Variant(), Array()), String("false"));
	CHECK_EQ(eval(Variant::OP_IN, 1, "abc"), String("! <null>"));
}

TEST_CASE("[Variant][Operator] The result may be one of the operands") {
	Variant a = Array{ 1 };
	bool valid = false;
	Variant::evaluate(Variant::OP_ADD, a, a, a, valid);
	CHECK_EQ(a.stringify(), String("[1, 1]"));
	Variant text = "x";
	Variant::evaluate(Variant::OP_ADD, text, text, text, valid);
	CHECK_EQ(text.stringify(), String("xx"));
}

TEST_CASE("[Variant][Operator] Types of results are known beforehand") {
	CHECK_EQ(Variant::get_operator_return_type(Variant::OP_ADD, Variant::INT, Variant::FLOAT), Variant::FLOAT);
	CHECK_EQ(Variant::get_operator_return_type(Variant::OP_MODULE, Variant::STRING, Variant::ARRAY), Variant::STRING);
	CHECK_EQ(Variant::get_operator_return_type(Variant::OP_ADD, Variant::INT, Variant::STRING), Variant::VARIANT_MAX);
	CHECK_EQ(Variant::get_operator_return_type(Variant::OP_NOT, Variant::RID, Variant::NIL), Variant::BOOL);
}

TEST_CASE("[Variant][Format] Each directive writes as documented") {
	const auto format = [](const char *p_format, const Variant &p_values) {
		return eval(Variant::OP_MODULE, p_format, p_values);
	};
	CHECK_EQ(format("%5d|%-5d|%05d|%+d", Array{ 42, 42, -42, 5 }), String("   42|42   |-0042|+5"));
	CHECK_EQ(format("%x %X %o", Array{ -255, 255, 8 }), String("-ff FF 10"));
	CHECK_EQ(format("%f %.0f %08.2f %+.1f", Array{ 1, 3.5, -3.14159, -0.04 }), String("1.000000 4 -0003.14 -0.0"));
	CHECK_EQ(format("%.20f", 0.1), String("0.10000000000000000555"));
	CHECK_EQ(format("%s %10s|%-4s|", Array{ Variant(), "abc", "x" }), String("<null>        abc|x   |"));
	CHECK_EQ(format("%c%c", Array{ 65, "B" }), String("AB"));
	CHECK_EQ(format("%.2v", Vector2(1, 2.555f)), String("(1.00, 2.56)"));
	CHECK_EQ(format("%*d|%-*d|%*.*f", Array{ 5, 42, 4, 7, 8, 2, 3.14159 }), String("   42|7   |    3.14"));
	CHECK_EQ(format("%d%%", 50), String("50%"));
}

TEST_CASE("[Variant][Format] Anything that does not fit is refused with a sentence") {
	const char *const bad[] = { "%d %d", "plain", "%", "%z", "% d", "%5.5.5f" };
	for (const char *format : bad) {
		CHECK(eval(Variant::OP_MODULE, format, 5).begins_with("! String formatting error: "));
	}
	CHECK(eval(Variant::OP_MODULE, "%d", true).begins_with("! "));
	CHECK(eval(Variant::OP_MODULE, "%d", "5").begins_with("! "));
	CHECK(eval(Variant::OP_MODULE, "%c", "ab").begins_with("! "));
	CHECK(eval(Variant::OP_MODULE, "%v", Color()).begins_with("! "));
	CHECK(eval(Variant::OP_MODULE, "%s", Array()).begins_with("! "));
	CHECK_EQ(eval(Variant::OP_MODULE, "%99999999999d", 1).length(), 1 << 20);
}

} // namespace TestVariantOp
