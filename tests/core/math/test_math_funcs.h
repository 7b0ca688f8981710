// Scalar mathematics: what scripts rely on at the edges.
#pragma once

#include "core/math/math_funcs.h"
#include "core/math/wrapping_int.h"
#include "tests/test_macros.h"

namespace TestMathFuncs {

TEST_CASE("[Math][Scalar] Remainders take the sign of the divisor") {
	CHECK_EQ(Math::posmod(-1, 3), 2);
	CHECK_EQ(Math::posmod(1, -3), -2);
	CHECK_EQ(Math::fposmod(-1.0, 3.0), 2.0);
	CHECK_EQ(Math::fposmod(1.0, -3.0), -2.0);
	CHECK_EQ(Math::fposmod(-5.0, Math::INF), Math::INF);
}

TEST_CASE("[Math][Scalar] No integer operation is undefined") {
	CHECK_EQ(Math::posmod(7, 0), 0);
	CHECK_EQ(Math::posmod(INT64_MIN, -1), 0);
	CHECK_EQ(Math::wrapi(INT64_MIN, 0, -1), 0);
	CHECK_EQ(WrappingInt::add(INT32_MAX, 1), INT32_MIN);
	CHECK_EQ(WrappingInt::div(INT32_MIN, -1), INT32_MIN);
	CHECK_EQ(WrappingInt::div(7, 0), 0);
	CHECK_EQ(WrappingInt::abs(INT64_MIN), INT64_MIN);
}

TEST_CASE("[Math][Scalar] Floats that no integer can hold become the smallest integer") {
	CHECK_EQ(Math::to_int64(1e20), INT64_MIN);
	CHECK_EQ(Math::to_int64(Math::NaN), INT64_MIN);
	CHECK_EQ(Math::to_int64(-2.9), -2);
	CHECK_EQ(Math::to_int32(3e9), INT32_MIN);
	CHECK_EQ(Math::to_int32(-2147483648.0), INT32_MIN);
	CHECK_EQ(Math::snapped(INT64_MAX, int64_t(10)), INT64_MIN);
}

TEST_CASE("[Math][Scalar] Inverse functions clamp outside their domain, NaN stays") {
	CHECK_EQ(Math::asin(2.5), Math::PI / 2);
	CHECK_EQ(Math::acos(-7.0), Math::PI);
	CHECK_EQ(Math::acosh(0.5), 0.0);
	CHECK_EQ(Math::atanh(1.5), Math::INF);
	CHECK(Math::is_nan(Math::asin(Math::NaN)));
}

TEST_CASE("[Math][Scalar] Wrapping keeps the minimum and leaves out the maximum") {
	CHECK_EQ(Math::wrapi(5, 3, 0), 2);
	CHECK_EQ(Math::wrapi(7, -2, 2), -1);
	CHECK_EQ(Math::wrapi(INT64_MAX, 0, 10), 7);
	CHECK_EQ(Math::wrapf(-0.5, 0, 1), 0.5);
	CHECK_EQ(Math::wrapf(5, 3, 3), 3.0);
	CHECK_EQ(Math::wrapf(Math::TAU, 0, Math::TAU), 0.0);
	CHECK_EQ(Math::pingpong(4, 3), 2.0);
	CHECK_EQ(Math::pingpong(4, 0), 0.0);
}

TEST_CASE("[Math][Scalar] Angles turn the short way") {
	CHECK(Math::is_equal_approx(Math::angle_difference(3.0, -3.0), Math::TAU - 6.0));
	CHECK(Math::is_equal_approx(Math::lerp_angle(3.0, -3.0, 0.5), Math::PI));
	CHECK(Math::is_equal_approx(Math::rotate_toward(0.0, 1.0, 5.0), 1.0));
	CHECK(Math::is_equal_approx(Math::rotate_toward(0.0, 1.0, -1.0), -1.0));
}

TEST_CASE("[Math][Scalar] Interpolation survives knots that coincide") {
	CHECK_EQ(Math::cubic_interpolate_in_time(1.0, 2.0, 3.0, 4.0, 0.5, 0.0, 0.0, 0.0), 3.5);
	CHECK_EQ(Math::cubic_interpolate(0.0, 10.0, -5.0, 15.0, 0.25), 2.265625);
	CHECK_EQ(Math::smoothstep(5.0, 5.0, 6.0), 1.0);
	CHECK_EQ(Math::smoothstep(10.0, 0.0, 2.0), doctest::Approx(0.896));
	CHECK_EQ(Math::ease(0.25, 2.0), 0.0625);
	CHECK_EQ(Math::ease(-1.0, -2.0), 0.0);
}

TEST_CASE("[Math][Scalar] step_decimals counts the digits needed") {
	CHECK_EQ(Math::step_decimals(5), 0);
	CHECK_EQ(Math::step_decimals(0.1), 1);
	CHECK_EQ(Math::step_decimals(-0.05), 2);
	CHECK_EQ(Math::step_decimals(1e-9), 9);
	CHECK_EQ(Math::step_decimals(1e-12), 0);
}

} // namespace TestMathFuncs
