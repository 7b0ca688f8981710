// Scalar mathematics of the scripting API.
#include "core/math/math_funcs.h"

#include "core/math/wrapping_int.h"

namespace Math {

namespace {

template <typename T>
T catmull_rom(T p_from, T p_to, T p_pre, T p_post, T p_weight) {
	const T linear = p_to - p_pre;
	const T square = T(2) * p_pre - T(5) * p_from + T(4) * p_to - p_post;
	const T cube = -p_pre + T(3) * p_from - T(3) * p_to + p_post;
	return T(0.5) * (p_from * T(2) + linear * p_weight + square * (p_weight * p_weight) + cube * (p_weight * p_weight * p_weight));
}

// The position of p_t between two knots; coinciding knots give p_degenerate.
template <typename T>
T knot_weight(T p_t, T p_start, T p_end, T p_degenerate) {
	const T length = p_end - p_start;
	return length == T(0) ? p_degenerate : (p_t - p_start) / length;
}

template <typename T>
T barry_goldman(T p_from, T p_to, T p_pre, T p_post, T p_weight, T p_to_t, T p_pre_t, T p_post_t) {
	const T t = p_to_t * p_weight;
	const T a1 = lerp(p_pre, p_from, knot_weight(t, p_pre_t, T(0), T(0)));
	const T a2 = lerp(p_from, p_to, knot_weight(t, T(0), p_to_t, T(0.5)));
	const T a3 = lerp(p_to, p_post, knot_weight(t, p_to_t, p_post_t, T(1)));
	const T b1 = lerp(a1, a2, knot_weight(t, p_pre_t, p_to_t, T(0)));
	const T b2 = lerp(a2, a3, knot_weight(t, T(0), p_post_t, T(1)));
	return lerp(b1, b2, knot_weight(t, T(0), p_to_t, T(0.5)));
}

template <typename T>
T bezier_point(T p_start, T p_control_1, T p_control_2, T p_end, T p_t) {
	const T rest = T(1) - p_t;
	const T rest2 = rest * rest;
	const T t2 = p_t * p_t;
	return p_start * (rest2 * rest) + p_control_1 * rest2 * p_t * T(3) + p_control_2 * rest * t2 * T(3) + p_end * (t2 * p_t);
}

template <typename T>
T bezier_slope(T p_start, T p_control_1, T p_control_2, T p_end, T p_t) {
	const T rest = T(1) - p_t;
	const T rest2 = rest * rest;
	const T t2 = p_t * p_t;
	return (p_control_1 - p_start) * T(3) * rest2 + (p_control_2 - p_control_1) * T(6) * rest * p_t + (p_end - p_control_2) * T(3) * t2;
}

template <typename T>
T positive_remainder(T p_x, T p_y) {
	T value = fmod(p_x, p_y);
	if ((value < 0 && p_y > 0) || (value > 0 && p_y < 0)) {
		value += p_y;
	}
	// Adding zero turns a negative zero into a plain one.
	return value + T(0);
}

template <typename T>
T shortest_turn(T p_from, T p_to) {
	const T full = T(TAU);
	const T difference = fmod(p_to - p_from, full);
	return fmod(T(2) * difference, full) - difference;
}

template <typename T>
T step_towards(T p_from, T p_to, T p_delta) {
	return abs(p_to - p_from) <= p_delta ? p_to : p_from + sign(p_to - p_from) * p_delta;
}

template <typename T>
bool near_relative(T p_a, T p_b) {
	// Infinities differ from themselves by NaN, so equality comes first.
	if (p_a == p_b) {
		return true;
	}
	const T scaled = T(CMP_EPSILON) * abs(p_a);
	return abs(p_a - p_b) < MAX(scaled, T(CMP_EPSILON));
}

} // namespace

int64_t to_int64(double p_x) {
	constexpr double LIMIT = 9223372036854775808.0;
	return p_x >= -LIMIT && p_x < LIMIT ? int64_t(p_x) : INT64_MIN;
}

int32_t to_int32(double p_x) {
	return p_x > -2147483649.0 && p_x < 2147483648.0 ? int32_t(p_x) : INT32_MIN;
}

double fposmod(double p_x, double p_y) {
	return positive_remainder(p_x, p_y);
}

float fposmod(float p_x, float p_y) {
	return positive_remainder(p_x, p_y);
}

int64_t posmod(int64_t p_x, int64_t p_y) {
	const int64_t value = WrappingInt::mod(p_x, p_y);
	return (value < 0 && p_y > 0) || (value > 0 && p_y < 0) ? value + p_y : value;
}

double linear_to_db(double p_linear) {
	return std::log(p_linear) * (20.0 / 2.30258509299404568402);
}

double db_to_linear(double p_db) {
	return std::exp(p_db * (2.30258509299404568402 / 20.0));
}

double remap(double p_value, double p_istart, double p_istop, double p_ostart, double p_ostop) {
	return lerp(p_ostart, p_ostop, inverse_lerp(p_istart, p_istop, p_value));
}

double smoothstep(double p_from, double p_to, double p_x) {
	if (is_equal_approx(p_from, p_to)) {
		if (p_from <= p_to) {
			return p_x <= p_from ? 0.0 : 1.0;
		}
		return p_x <= p_to ? 1.0 : 0.0;
	}
	const double s = CLAMP(inverse_lerp(p_from, p_to, p_x), 0.0, 1.0);
	return s * s * (3.0 - 2.0 * s);
}

double move_toward(double p_from, double p_to, double p_delta) {
	return step_towards(p_from, p_to, p_delta);
}

float move_toward(float p_from, float p_to, float p_delta) {
	return step_towards(p_from, p_to, p_delta);
}

double angle_difference(double p_from, double p_to) {
	return shortest_turn(p_from, p_to);
}

float angle_difference(float p_from, float p_to) {
	return shortest_turn(p_from, p_to);
}

double lerp_angle(double p_from, double p_to, double p_weight) {
	return p_from + angle_difference(p_from, p_to) * p_weight;
}

float lerp_angle(float p_from, float p_to, float p_weight) {
	return p_from + angle_difference(p_from, p_to) * p_weight;
}

double rotate_toward(double p_from, double p_to, double p_delta) {
	const double difference = angle_difference(p_from, p_to);
	const double distance = abs(difference);
	// A negative delta turns away, at most as far as the opposite direction.
	return p_from + CLAMP(p_delta, distance - PI, distance) * (difference >= 0.0 ? 1.0 : -1.0);
}

double cubic_interpolate(double p_from, double p_to, double p_pre, double p_post, double p_weight) {
	return catmull_rom(p_from, p_to, p_pre, p_post, p_weight);
}

float cubic_interpolate(float p_from, float p_to, float p_pre, float p_post, float p_weight) {
	return catmull_rom(p_from, p_to, p_pre, p_post, p_weight);
}

double cubic_interpolate_angle(double p_from, double p_to, double p_pre, double p_post, double p_weight) {
	const double from = fmod(p_from, TAU);
	const double pre = from + angle_difference(from, p_pre);
	const double to = from + angle_difference(from, p_to);
	const double post = to + angle_difference(to, p_post);
	return cubic_interpolate(from, to, pre, post, p_weight);
}

double cubic_interpolate_in_time(double p_from, double p_to, double p_pre, double p_post, double p_weight, double p_to_t, double p_pre_t, double p_post_t) {
	return barry_goldman(p_from, p_to, p_pre, p_post, p_weight, p_to_t, p_pre_t, p_post_t);
}

float cubic_interpolate_in_time(float p_from, float p_to, float p_pre, float p_post, float p_weight, float p_to_t, float p_pre_t, float p_post_t) {
	return barry_goldman(p_from, p_to, p_pre, p_post, p_weight, p_to_t, p_pre_t, p_post_t);
}

double cubic_interpolate_angle_in_time(double p_from, double p_to, double p_pre, double p_post, double p_weight, double p_to_t, double p_pre_t, double p_post_t) {
	const double from = fmod(p_from, TAU);
	const double pre = from + angle_difference(from, p_pre);
	const double to = from + angle_difference(from, p_to);
	const double post = to + angle_difference(to, p_post);
	return cubic_interpolate_in_time(from, to, pre, post, p_weight, p_to_t, p_pre_t, p_post_t);
}

double bezier_interpolate(double p_start, double p_control_1, double p_control_2, double p_end, double p_t) {
	return bezier_point(p_start, p_control_1, p_control_2, p_end, p_t);
}

float bezier_interpolate(float p_start, float p_control_1, float p_control_2, float p_end, float p_t) {
	return bezier_point(p_start, p_control_1, p_control_2, p_end, p_t);
}

double bezier_derivative(double p_start, double p_control_1, double p_control_2, double p_end, double p_t) {
	return bezier_slope(p_start, p_control_1, p_control_2, p_end, p_t);
}

float bezier_derivative(float p_start, float p_control_1, float p_control_2, float p_end, float p_t) {
	return bezier_slope(p_start, p_control_1, p_control_2, p_end, p_t);
}

double ease(double p_x, double p_curve) {
	const double x = CLAMP(p_x, 0.0, 1.0);
	if (p_curve > 0.0) {
		return p_curve < 1.0 ? 1.0 - std::pow(1.0 - x, 1.0 / p_curve) : std::pow(x, p_curve);
	}
	if (p_curve < 0.0) {
		if (x < 0.5) {
			return std::pow(x * 2.0, -p_curve) * 0.5;
		}
		return 1.0 - std::pow(2.0 - x * 2.0, -p_curve) * 0.5;
	}
	return 0.0;
}

bool is_equal_approx(double p_a, double p_b) {
	return near_relative(p_a, p_b);
}

bool is_equal_approx(float p_a, float p_b) {
	return near_relative(p_a, p_b);
}

bool is_equal_approx(double p_a, double p_b, double p_tolerance) {
	return p_a == p_b || abs(p_a - p_b) < p_tolerance;
}

bool is_equal_approx(float p_a, float p_b, float p_tolerance) {
	return p_a == p_b || abs(p_a - p_b) < p_tolerance;
}

double snapped(double p_value, double p_step) {
	return p_step == 0.0 ? p_value : std::floor(p_value / p_step + 0.5) * p_step;
}

float snapped(float p_value, float p_step) {
	// In double, as a float quotient would lose the half.
	return float(snapped(double(p_value), double(p_step)));
}

int64_t snapped(int64_t p_value, int64_t p_step) {
	return p_step == 0 ? p_value : to_int64(snapped(double(p_value), double(p_step)));
}

int step_decimals(double p_step) {
	constexpr int MAX_DECIMALS = 9;
	const double magnitude = abs(p_step);
	const double fraction = magnitude - std::trunc(magnitude);
	double unit = 0.9999; // A little below one, so that 0.1 in binary still counts as one decimal.
	for (int decimals = 0; decimals <= MAX_DECIMALS; decimals++, unit *= 0.1) {
		if (fraction >= unit) {
			return decimals;
		}
	}
	return 0;
}

double wrapf(double p_value, double p_min, double p_max) {
	const double range = p_max - p_min;
	if (is_zero_approx(range)) {
		return p_min;
	}
	const double result = p_value - range * std::floor((p_value - p_min) / range);
	return is_equal_approx(result, p_max) ? p_min : result;
}

int64_t wrapi(int64_t p_value, int64_t p_min, int64_t p_max) {
	using namespace WrappingInt;
	const int64_t range = sub(p_max, p_min);
	if (range == 0) {
		return p_min;
	}
	return add(p_min, mod(add(mod(sub(p_value, p_min), range), range), range));
}

double pingpong(double p_value, double p_length) {
	if (p_length == 0.0) {
		return 0.0;
	}
	const double periods = (p_value - p_length) / (p_length * 2.0);
	return abs((periods - std::floor(periods)) * p_length * 2.0 - p_length);
}

int64_t nearest_po2(int64_t p_value) {
	if (p_value <= 0) {
		return 0;
	}
	return int64_t(next_power_of_2(uint64_t(p_value)));
}

} // namespace Math
