// The math types and functions as scripts reach them: through Variants.
#pragma once

#include "core/math/color.h"
#include "core/math/transform_2d.h"
#include "core/math/vector2i.h"
#include "core/math/vector3.h"
#include "core/string/string_name.h"
#include "core/variant/variant.h"
#include "tests/test_macros.h"

namespace TestMathBindings {

// What a global function answers, or the error it refuses with.
template <typename... Args>
Variant utility(const char *p_name, Callable::CallError &r_error, const Args &...p_args) {
	const Variant values[] = { p_args... };
	const Variant *pointers[sizeof...(p_args)];
	for (size_t i = 0; i < sizeof...(p_args); i++) {
		pointers[i] = &values[i];
	}
	Variant result;
	Variant::call_utility_function(p_name, &result, pointers, int(sizeof...(p_args)), r_error);
	return result;
}

TEST_CASE("[Variant][Math] The winner of min and max keeps its type") {
	Callable::CallError error;
	CHECK_EQ(utility("max", error, 1, 2.5), Variant(2.5));
	CHECK_EQ(utility("max", error, 1, 1.0), Variant(1));
	CHECK_EQ(utility("min", error, 3, 2, 1), Variant(1));
	CHECK_EQ(utility("max", error, INT64_MAX - 1, INT64_MAX), Variant(INT64_MAX));
	CHECK_EQ(error.error, Callable::CallError::CALL_OK);
	utility("max", error, 1, "a");
	CHECK_EQ(error.error, Callable::CallError::CALL_ERROR_INVALID_ARGUMENT);
	CHECK_EQ(error.argument, 1);
	CHECK_EQ(error.expected, int(Variant::FLOAT));
}

TEST_CASE("[Variant][Math] snapped gives the step's type, wrap an int only for ints") {
	Callable::CallError error;
	CHECK_EQ(utility("snapped", error, 7.5, 2), Variant(8));
	CHECK_EQ(utility("snapped", error, 7, 2.5), Variant(7.5));
	CHECK_EQ(utility("wrap", error, 7, -2, 2), Variant(-1));
	CHECK_EQ(utility("wrap", error, 1, 1.0, 2), Variant(1.0));
}

TEST_CASE("[Variant][Math] clamp takes whatever compares") {
	Callable::CallError error;
	CHECK_EQ(utility("clamp", error, 5, 1, 2.5), Variant(2.5));
	CHECK_EQ(utility("clamp", error, "f", "a", "d"), Variant("d"));
	CHECK_EQ(utility("clamp", error, Vector2(5, 0), Vector2(1, 1), Vector2(3, 3)), Variant(Vector2(3, 3)));
	utility("clamp", error, 1, "a", 2);
	CHECK_EQ(error.error, Callable::CallError::CALL_ERROR_INVALID_ARGUMENT);
	CHECK_EQ(error.expected, int(Variant::INT));
}

TEST_CASE("[Variant][Math] A function that refuses a type says which it takes") {
	Callable::CallError error;
	const String why = utility("lerp", error, "a", "b", 0.5);
	CHECK_EQ(error.error, Callable::CallError::CALL_ERROR_INVALID_METHOD);
	CHECK(why.begins_with("Argument \"from\" must be \"int\", \"float\", \"Vector2\""));
	utility("lerp", error, 1, 2.0, 0.5);
	CHECK_EQ(error.error, Callable::CallError::CALL_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("[Variant][Math] Numbers stand on either side of a vector, integer vectors become floats beside one") {
	CHECK_EQ(Variant::evaluate(Variant::OP_MULTIPLY, 2, Vector2i(1, 2)), Variant(Vector2i(2, 4)));
	CHECK_EQ(Variant::evaluate(Variant::OP_MULTIPLY, 2.5, Vector2i(1, 2)), Variant(Vector2(2.5, 5)));
	CHECK_EQ(Variant::evaluate(Variant::OP_DIVIDE, Color(1, 1, 1, 1), 2), Variant(Color(0.5f, 0.5f, 0.5f, 0.5f)));
	CHECK_FALSE(Variant::has_operator(Variant::OP_MULTIPLY, Variant::INT, Variant::TRANSFORM2D));
}

TEST_CASE("[Variant][Math] Dividing an integer vector by zero is an error with a reason") {
	for (const Variant &zero : { Variant(0), Variant(0.0), Variant(Vector2i(1, 0)), Variant(int64_t(1) << 32) }) {
		Variant result;
		bool valid = true;
		Variant::evaluate(Variant::OP_DIVIDE, Vector2i(1, 2), zero, result, valid);
		CHECK_FALSE(valid);
		CHECK_EQ(String(result), String("Division by zero error"));
	}
}

TEST_CASE("[Variant][Math] Members and indices reach into values, and no further") {
	Variant v = Vector2(1, 2);
	bool valid = false;
	v.set_named("y", 5, valid);
	CHECK(valid);
	CHECK_EQ(v, Variant(Vector2(1, 5)));
	v.set_named("y", "text", valid);
	CHECK_FALSE(valid);
	bool out_of_bounds = false;
	v.get_indexed(2, valid, out_of_bounds);
	CHECK(out_of_bounds);
	Variant t = Transform2D();
	t.set(0, "text", &valid);
	CHECK_FALSE(valid);
	CHECK_EQ(t, Variant(Transform2D()));
}

TEST_CASE("[Variant][Math] Constants and enums are there by name") {
	CHECK_EQ(Variant::get_constant_value(Variant::VECTOR3, "FORWARD"), Variant(Vector3(0, 0, -1)));
	CHECK_EQ(Variant::get_constant_value(Variant::COLOR, "REBECCA_PURPLE"), Variant(Color::hex(0x663399ff)));
	CHECK_EQ(Variant::get_enum_value(Variant::VECTOR4, "Axis", "AXIS_W"), 3);
}

} // namespace TestMathBindings
