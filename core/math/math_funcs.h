// Scalar mathematics of the scripting API, in double and in single precision. Angles are radians. Pure functions, any thread.
#pragma once

#include "core/math/math_defs.h"

#include <cmath>

namespace Math {

inline double sin(double p_x) {
	return std::sin(p_x);
}
inline float sin(float p_x) {
	return std::sin(p_x);
}
inline double cos(double p_x) {
	return std::cos(p_x);
}
inline float cos(float p_x) {
	return std::cos(p_x);
}
inline double tan(double p_x) {
	return std::tan(p_x);
}
inline float tan(float p_x) {
	return std::tan(p_x);
}
inline double sinh(double p_x) {
	return std::sinh(p_x);
}
inline double cosh(double p_x) {
	return std::cosh(p_x);
}
inline double tanh(double p_x) {
	return std::tanh(p_x);
}
// Outside their domain these clamp instead of giving NaN.
inline double asin(double p_x) {
	return p_x < -1 ? -PI / 2 : (p_x > 1 ? PI / 2 : std::asin(p_x));
}
inline float asin(float p_x) {
	return p_x < -1 ? float(-PI / 2) : (p_x > 1 ? float(PI / 2) : std::asin(p_x));
}
inline double acos(double p_x) {
	return p_x < -1 ? PI : (p_x > 1 ? 0 : std::acos(p_x));
}
inline float acos(float p_x) {
	return p_x < -1 ? float(PI) : (p_x > 1 ? 0 : std::acos(p_x));
}
inline double acosh(double p_x) {
	return p_x < 1 ? 0 : std::acosh(p_x);
}
inline double atanh(double p_x) {
	return p_x <= -1 ? -INF : (p_x >= 1 ? INF : std::atanh(p_x));
}
inline double atan(double p_x) {
	return std::atan(p_x);
}
inline double atan2(double p_y, double p_x) {
	return std::atan2(p_y, p_x);
}
inline float atan2(float p_y, float p_x) {
	return std::atan2(p_y, p_x);
}
inline double asinh(double p_x) {
	return std::asinh(p_x);
}
inline double sqrt(double p_x) {
	return std::sqrt(p_x);
}
inline float sqrt(float p_x) {
	return std::sqrt(p_x);
}
inline double pow(double p_x, double p_y) {
	return std::pow(p_x, p_y);
}
inline float pow(float p_x, float p_y) {
	return std::pow(p_x, p_y);
}
inline double exp(double p_x) {
	return std::exp(p_x);
}
inline float exp(float p_x) {
	return std::exp(p_x);
}
inline double log(double p_x) {
	return std::log(p_x);
}
inline float log(float p_x) {
	return std::log(p_x);
}
inline double fmod(double p_x, double p_y) {
	return std::fmod(p_x, p_y);
}
inline float fmod(float p_x, float p_y) {
	return std::fmod(p_x, p_y);
}
inline double floor(double p_x) {
	return std::floor(p_x);
}
inline float floor(float p_x) {
	return std::floor(p_x);
}
inline double ceil(double p_x) {
	return std::ceil(p_x);
}
inline float ceil(float p_x) {
	return std::ceil(p_x);
}
inline double round(double p_x) {
	return std::round(p_x);
}
inline float round(float p_x) {
	return std::round(p_x);
}
inline double abs(double p_x) {
	return std::fabs(p_x);
}
inline float abs(float p_x) {
	return std::fabs(p_x);
}
inline bool is_nan(double p_x) {
	return std::isnan(p_x);
}
inline bool is_inf(double p_x) {
	return std::isinf(p_x);
}
inline bool is_finite(double p_x) {
	return std::isfinite(p_x);
}
inline bool is_finite(float p_x) {
	return std::isfinite(p_x);
}

// Out of range, infinite and NaN arguments give the smallest value, as the x86-64 conversion does.
int64_t to_int64(double p_x);
int32_t to_int32(double p_x);

// Remainders with the sign of the divisor. An integer divisor of 0 gives 0.
double fposmod(double p_x, double p_y);
float fposmod(float p_x, float p_y);
int64_t posmod(int64_t p_x, int64_t p_y);

constexpr double deg_to_rad(double p_deg) {
	return p_deg * (PI / 180.0);
}
constexpr float deg_to_rad(float p_deg) {
	return p_deg * float(PI / 180.0);
}
constexpr double rad_to_deg(double p_rad) {
	return p_rad * (180.0 / PI);
}
constexpr float rad_to_deg(float p_rad) {
	return p_rad * float(180.0 / PI);
}
double linear_to_db(double p_linear);
double db_to_linear(double p_db);

constexpr double lerp(double p_from, double p_to, double p_weight) {
	return p_from + (p_to - p_from) * p_weight;
}
constexpr float lerp(float p_from, float p_to, float p_weight) {
	return p_from + (p_to - p_from) * p_weight;
}
constexpr double inverse_lerp(double p_from, double p_to, double p_value) {
	return (p_value - p_from) / (p_to - p_from);
}
double remap(double p_value, double p_istart, double p_istop, double p_ostart, double p_ostop);
double smoothstep(double p_from, double p_to, double p_x);
double move_toward(double p_from, double p_to, double p_delta);
float move_toward(float p_from, float p_to, float p_delta);
double angle_difference(double p_from, double p_to);
float angle_difference(float p_from, float p_to);
double lerp_angle(double p_from, double p_to, double p_weight);
float lerp_angle(float p_from, float p_to, float p_weight);
double rotate_toward(double p_from, double p_to, double p_delta);

// Catmull-Rom; the _in_time ones take the knots' distances from `from` (Barry-Goldman).
double cubic_interpolate(double p_from, double p_to, double p_pre, double p_post, double p_weight);
float cubic_interpolate(float p_from, float p_to, float p_pre, float p_post, float p_weight);
double cubic_interpolate_angle(double p_from, double p_to, double p_pre, double p_post, double p_weight);
double cubic_interpolate_in_time(double p_from, double p_to, double p_pre, double p_post, double p_weight, double p_to_t, double p_pre_t, double p_post_t);
float cubic_interpolate_in_time(float p_from, float p_to, float p_pre, float p_post, float p_weight, float p_to_t, float p_pre_t, float p_post_t);
double cubic_interpolate_angle_in_time(double p_from, double p_to, double p_pre, double p_post, double p_weight, double p_to_t, double p_pre_t, double p_post_t);
double bezier_interpolate(double p_start, double p_control_1, double p_control_2, double p_end, double p_t);
float bezier_interpolate(float p_start, float p_control_1, float p_control_2, float p_end, float p_t);
double bezier_derivative(double p_start, double p_control_1, double p_control_2, double p_end, double p_t);
float bezier_derivative(float p_start, float p_control_1, float p_control_2, float p_end, float p_t);
// A curve from (0, 0) to (1, 1): above 1 eases in, 0 to 1 out, negative in and out; 0 gives 0.
double ease(double p_x, double p_curve);

// Within CMP_EPSILON, relative to the larger magnitude where that exceeds 1.
bool is_equal_approx(double p_a, double p_b);
bool is_equal_approx(float p_a, float p_b);
bool is_equal_approx(double p_a, double p_b, double p_tolerance);
bool is_equal_approx(float p_a, float p_b, float p_tolerance);
inline bool is_zero_approx(double p_x) {
	return abs(p_x) < CMP_EPSILON;
}
inline bool is_zero_approx(float p_x) {
	return abs(p_x) < float(CMP_EPSILON);
}

// A step of 0 leaves the value unchanged.
double snapped(double p_value, double p_step);
float snapped(float p_value, float p_step);
int64_t snapped(int64_t p_value, int64_t p_step);
// Decimal digits needed to write the step, 0 to 9.
int step_decimals(double p_step);

constexpr double sign(double p_x) {
	return p_x > 0 ? 1.0 : (p_x < 0 ? -1.0 : 0.0);
}
constexpr float sign(float p_x) {
	return p_x > 0 ? 1.0f : (p_x < 0 ? -1.0f : 0.0f);
}
// The maximum is excluded; an empty range gives the minimum.
double wrapf(double p_value, double p_min, double p_max);
int64_t wrapi(int64_t p_value, int64_t p_min, int64_t p_max);
double pingpong(double p_value, double p_length);
// The smallest power of two that is not below p_value; 0 for negative values and 0.
int64_t nearest_po2(int64_t p_value);

// The global generator, seeded from the clock until seed() is called. Any thread. See RandomPCG for the distributions.
void randomize();
void seed(uint64_t p_seed);
uint32_t rand();
float randf();
double randfn(double p_mean, double p_deviation);
double random(double p_from, double p_to);
int32_t random(int32_t p_from, int32_t p_to);
// The first draw after p_seed; the global generator is not touched.
uint32_t rand_from_seed(uint64_t p_seed);

} // namespace Math
