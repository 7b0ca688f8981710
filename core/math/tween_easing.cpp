// Robert Penner's easing equations, for a value that goes from 0 to 1 in one unit of time.
#include "core/math/tween_easing.h"

#include "core/math/math_defs.h"

#include <cmath>

namespace {

double power(double p_time, int p_exponent) {
	double result = p_time;
	for (int i = 1; i < p_exponent; i++) {
		result *= p_time;
	}
	return result;
}

double bounce_out(double p_time) {
	constexpr double FACTOR = 7.5625;
	constexpr double SPAN = 2.75;
	if (p_time < 1.0 / SPAN) {
		return FACTOR * p_time * p_time;
	}
	if (p_time < 2.0 / SPAN) {
		const double t = p_time - 1.5 / SPAN;
		return FACTOR * t * t + 0.75;
	}
	if (p_time < 2.5 / SPAN) {
		const double t = p_time - 2.25 / SPAN;
		return FACTOR * t * t + 0.9375;
	}
	const double t = p_time - 2.625 / SPAN;
	return FACTOR * t * t + 0.984375;
}

double spring_out(double p_time) {
	const double left = 1.0 - p_time;
	return (std::sin(p_time * Math::PI * (0.2 + 2.5 * p_time * p_time * p_time)) * std::pow(left, 2.2) + p_time) * (1.0 + 1.2 * left);
}

constexpr double BACK = 1.70158; // Overshoots by a tenth.

double curve_in(TweenTransition p_transition, double p_time) {
	switch (p_transition) {
		case TWEEN_TRANS_LINEAR:
			return p_time;
		case TWEEN_TRANS_SINE:
			return 1.0 - std::cos(p_time * Math::PI / 2.0);
		case TWEEN_TRANS_QUINT:
			return power(p_time, 5);
		case TWEEN_TRANS_QUART:
			return power(p_time, 4);
		case TWEEN_TRANS_QUAD:
			return power(p_time, 2);
		case TWEEN_TRANS_CUBIC:
			return power(p_time, 3);
		case TWEEN_TRANS_EXPO:
			return p_time == 0.0 ? 0.0 : std::pow(2.0, 10.0 * (p_time - 1.0)) - 0.001;
		case TWEEN_TRANS_ELASTIC:
			if (p_time == 0.0 || p_time == 1.0) {
				return p_time;
			}
			return -std::pow(2.0, 10.0 * (p_time - 1.0)) * std::sin((p_time - 1.075) * Math::TAU / 0.3);
		case TWEEN_TRANS_CIRC:
			return 1.0 - std::sqrt(1.0 - p_time * p_time);
		case TWEEN_TRANS_BOUNCE:
			return 1.0 - bounce_out(1.0 - p_time);
		case TWEEN_TRANS_BACK:
			return p_time * p_time * ((BACK + 1.0) * p_time - BACK);
		case TWEEN_TRANS_SPRING:
			return 1.0 - spring_out(1.0 - p_time);
	}
	return p_time;
}

double curve_out(TweenTransition p_transition, double p_time) {
	switch (p_transition) {
		case TWEEN_TRANS_EXPO:
			return p_time == 1.0 ? 1.0 : 1.001 * (1.0 - std::pow(2.0, -10.0 * p_time));
		case TWEEN_TRANS_BOUNCE:
			return bounce_out(p_time);
		case TWEEN_TRANS_SPRING:
			return spring_out(p_time);
		default:
			return 1.0 - curve_in(p_transition, 1.0 - p_time); // The same curve, run backwards.
	}
}

double curve_in_out(TweenTransition p_transition, double p_time) {
	const double doubled = p_time * 2.0;
	switch (p_transition) {
		case TWEEN_TRANS_EXPO:
			if (p_time == 0.0 || p_time == 1.0) {
				return p_time;
			}
			return doubled < 1.0 ? 0.5 * std::pow(2.0, 10.0 * (doubled - 1.0)) - 0.0005 : 0.5 * 1.0005 * (2.0 - std::pow(2.0, -10.0 * (doubled - 1.0)));
		case TWEEN_TRANS_ELASTIC: {
			if (p_time == 0.0 || p_time == 1.0) {
				return p_time;
			}
			const double t = doubled - 1.0;
			const double wave = std::sin((t - 0.1125) * Math::TAU / 0.45);
			return t < 0.0 ? -0.5 * std::pow(2.0, 10.0 * t) * wave : 0.5 * std::pow(2.0, -10.0 * t) * wave + 1.0;
		}
		case TWEEN_TRANS_BACK: {
			constexpr double STRONGER = BACK * 1.525;
			const double t = doubled < 1.0 ? doubled : doubled - 2.0;
			return doubled < 1.0 ? 0.5 * t * t * ((STRONGER + 1.0) * t - STRONGER) : 0.5 * (t * t * ((STRONGER + 1.0) * t + STRONGER) + 2.0);
		}
		default:
			return p_time < 0.5 ? curve_in(p_transition, doubled) / 2.0 : 0.5 + curve_out(p_transition, doubled - 1.0) / 2.0;
	}
}

} // namespace

double tween_fraction(TweenTransition p_transition, TweenEase p_ease, double p_time) {
	if (p_transition == TWEEN_TRANS_LINEAR) {
		return p_time;
	}
	switch (p_ease) {
		case TWEEN_EASE_IN:
			return curve_in(p_transition, p_time);
		case TWEEN_EASE_OUT:
			return curve_out(p_transition, p_time);
		case TWEEN_EASE_IN_OUT:
			return curve_in_out(p_transition, p_time);
		case TWEEN_EASE_OUT_IN:
			return p_time < 0.5 ? curve_out(p_transition, p_time * 2.0) / 2.0 : 0.5 + curve_in(p_transition, p_time * 2.0 - 1.0) / 2.0;
	}
	return p_time;
}
