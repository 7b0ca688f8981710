// The mathematical half of the global functions. Those that take several types judge their arguments themselves.
#include "core/math/basis.h"
#include "core/math/color.h"
#include "core/math/math_funcs.h"
#include "core/math/quaternion.h"
#include "core/math/transform_2d.h"
#include "core/math/transform_3d.h"
#include "core/math/vector2.h"
#include "core/math/vector2i.h"
#include "core/math/vector3.h"
#include "core/math/vector3i.h"
#include "core/math/vector4.h"
#include "core/math/vector4i.h"
#include "core/math/wrapping_int.h"
#include "core/string/ustring.h"
#include "core/variant/builtin_registry.h"
#include "core/variant/utility_random.h"

namespace {

constexpr const char *NUMBERS_AND_VECTORS = "\"int\", \"float\", \"Vector2\", \"Vector2i\", \"Vector3\", \"Vector3i\", \"Vector4\", or \"Vector4i\"";

// The function's own words, which the caller prints after its name.
void refuse(const String &p_why, Variant &r_ret, Callable::CallError &r_error) {
	r_error.error = Callable::CallError::CALL_ERROR_INVALID_METHOD;
	r_ret = p_why;
}

void refuse_argument(int p_argument, Variant::Type p_expected, Variant &r_ret, Callable::CallError &r_error) {
	r_error.error = Callable::CallError::CALL_ERROR_INVALID_ARGUMENT;
	r_error.argument = p_argument;
	r_error.expected = p_expected;
	r_ret = Variant();
}

// floor(), abs() and so on: p_map has an overload for numbers and vectors, and returns the argument's own type.
template <typename Map>
void map_components(const Variant &p_x, Variant &r_ret, Callable::CallError &r_error, Map p_map) {
	switch (p_x.get_type()) {
		case Variant::INT:
			r_ret = p_map(VariantInternal::get<int64_t>(&p_x));
			return;
		case Variant::FLOAT:
			r_ret = p_map(VariantInternal::get<double>(&p_x));
			return;
		case Variant::VECTOR2:
			r_ret = p_map(VariantInternal::get<Vector2>(&p_x));
			return;
		case Variant::VECTOR2I:
			r_ret = p_map(VariantInternal::get<Vector2i>(&p_x));
			return;
		case Variant::VECTOR3:
			r_ret = p_map(VariantInternal::get<Vector3>(&p_x));
			return;
		case Variant::VECTOR3I:
			r_ret = p_map(VariantInternal::get<Vector3i>(&p_x));
			return;
		case Variant::VECTOR4:
			r_ret = p_map(VariantInternal::get<Vector4>(&p_x));
			return;
		case Variant::VECTOR4I:
			r_ret = p_map(VariantInternal::get<Vector4i>(&p_x));
			return;
		default:
			refuse(String("Argument \"x\" must be ") + NUMBERS_AND_VECTORS + ".", r_ret, r_error);
	}
}

template <typename T>
constexpr bool is_integral_value() {
	return std::is_same_v<T, int64_t> || std::is_same_v<T, Vector2i> || std::is_same_v<T, Vector3i> || std::is_same_v<T, Vector4i>;
}

void utility_floor(Variant *, const Variant **p_args, int, Variant &r_ret, Callable::CallError &r_error) {
	map_components(*p_args[0], r_ret, r_error, [](auto p_x) {
		using T = decltype(p_x);
		if constexpr (is_integral_value<T>()) {
			return p_x;
		} else if constexpr (std::is_same_v<T, double>) {
			return Math::floor(p_x);
		} else {
			return p_x.floor();
		}
	});
}

void utility_ceil(Variant *, const Variant **p_args, int, Variant &r_ret, Callable::CallError &r_error) {
	map_components(*p_args[0], r_ret, r_error, [](auto p_x) {
		using T = decltype(p_x);
		if constexpr (is_integral_value<T>()) {
			return p_x;
		} else if constexpr (std::is_same_v<T, double>) {
			return Math::ceil(p_x);
		} else {
			return p_x.ceil();
		}
	});
}

void utility_round(Variant *, const Variant **p_args, int, Variant &r_ret, Callable::CallError &r_error) {
	map_components(*p_args[0], r_ret, r_error, [](auto p_x) {
		using T = decltype(p_x);
		if constexpr (is_integral_value<T>()) {
			return p_x;
		} else if constexpr (std::is_same_v<T, double>) {
			return Math::round(p_x);
		} else {
			return p_x.round();
		}
	});
}

void utility_abs(Variant *, const Variant **p_args, int, Variant &r_ret, Callable::CallError &r_error) {
	map_components(*p_args[0], r_ret, r_error, [](auto p_x) {
		using T = decltype(p_x);
		if constexpr (std::is_same_v<T, int64_t>) {
			return WrappingInt::abs(p_x);
		} else if constexpr (std::is_same_v<T, double>) {
			return Math::abs(p_x);
		} else {
			return p_x.abs();
		}
	});
}

void utility_sign(Variant *, const Variant **p_args, int, Variant &r_ret, Callable::CallError &r_error) {
	map_components(*p_args[0], r_ret, r_error, [](auto p_x) {
		using T = decltype(p_x);
		if constexpr (std::is_same_v<T, int64_t>) {
			return SIGN(p_x);
		} else if constexpr (std::is_same_v<T, double>) {
			return Math::sign(p_x);
		} else {
			return p_x.sign();
		}
	});
}

double floorf(double p_x) {
	return Math::floor(p_x);
}

int64_t floori(double p_x) {
	return Math::to_int64(Math::floor(p_x));
}

double ceilf(double p_x) {
	return Math::ceil(p_x);
}

int64_t ceili(double p_x) {
	return Math::to_int64(Math::ceil(p_x));
}

double roundf(double p_x) {
	return Math::round(p_x);
}

int64_t roundi(double p_x) {
	return Math::to_int64(Math::round(p_x));
}

double absf(double p_x) {
	return Math::abs(p_x);
}

int64_t absi(int64_t p_x) {
	return WrappingInt::abs(p_x);
}

double signf(double p_x) {
	return Math::sign(p_x);
}

int64_t signi(int64_t p_x) {
	return SIGN(p_x);
}

double snappedf(double p_x, double p_step) {
	return Math::snapped(p_x, p_step);
}

int64_t snappedi(double p_x, int64_t p_step) {
	return Math::to_int64(Math::snapped(p_x, double(p_step)));
}

void utility_snapped(Variant *, const Variant **p_args, int, Variant &r_ret, Callable::CallError &r_error) {
	const Variant &x = *p_args[0];
	const Variant &step = *p_args[1];
	if (x.is_num()) {
		// The step's type decides: a whole step gives an int.
		if (step.get_type() == Variant::INT) {
			r_ret = snappedi(x, VariantInternal::get_int(&step));
		} else if (step.get_type() == Variant::FLOAT) {
			r_ret = snappedf(x, VariantInternal::get_float(&step));
		} else {
			refuse("Argument \"step\" must be \"int\" or \"float\".", r_ret, r_error);
		}
		return;
	}
	map_components(x, r_ret, r_error, [&](auto p_x) -> Variant {
		using T = decltype(p_x);
		if constexpr (std::is_same_v<T, int64_t> || std::is_same_v<T, double>) {
			return Variant();
		} else {
			if (step.get_type() != x.get_type()) {
				refuse_argument(1, x.get_type(), r_ret, r_error);
				return Variant();
			}
			return p_x.snapped(VariantInternal::get<T>(&step));
		}
	});
}

bool interpolate(const Variant &p_from, const Variant &p_to, double p_weight, Variant &r_ret) {
	const real_t weight = real_t(p_weight);
	switch (p_from.get_type()) {
		case Variant::INT:
		case Variant::FLOAT:
			r_ret = Math::lerp(double(p_from), double(p_to), p_weight);
			return true;
		case Variant::VECTOR2:
			r_ret = VariantInternal::get<Vector2>(&p_from).lerp(VariantInternal::get<Vector2>(&p_to), weight);
			return true;
		case Variant::VECTOR3:
			r_ret = VariantInternal::get<Vector3>(&p_from).lerp(VariantInternal::get<Vector3>(&p_to), weight);
			return true;
		case Variant::VECTOR4:
			r_ret = VariantInternal::get<Vector4>(&p_from).lerp(VariantInternal::get<Vector4>(&p_to), weight);
			return true;
		case Variant::COLOR:
			r_ret = VariantInternal::get<Color>(&p_from).lerp(VariantInternal::get<Color>(&p_to), weight);
			return true;
		case Variant::QUATERNION:
			r_ret = VariantInternal::get<Quaternion>(&p_from).slerp(VariantInternal::get<Quaternion>(&p_to), weight);
			return true;
		case Variant::BASIS:
			r_ret = VariantInternal::get<Basis>(&p_from).slerp(VariantInternal::get<Basis>(&p_to), weight);
			return true;
		case Variant::TRANSFORM2D:
			r_ret = VariantInternal::get<Transform2D>(&p_from).interpolate_with(VariantInternal::get<Transform2D>(&p_to), weight);
			return true;
		case Variant::TRANSFORM3D:
			r_ret = VariantInternal::get<Transform3D>(&p_from).interpolate_with(VariantInternal::get<Transform3D>(&p_to), weight);
			return true;
		default:
			return false;
	}
}

bool is_interpolated(Variant::Type p_type) {
	switch (p_type) {
		case Variant::INT:
		case Variant::FLOAT:
		case Variant::VECTOR2:
		case Variant::VECTOR3:
		case Variant::VECTOR4:
		case Variant::COLOR:
		case Variant::QUATERNION:
		case Variant::BASIS:
		case Variant::TRANSFORM2D:
		case Variant::TRANSFORM3D:
			return true;
		default:
			return false;
	}
}

void utility_lerp(Variant *, const Variant **p_args, int, Variant &r_ret, Callable::CallError &r_error) {
	if (p_args[0]->get_type() != p_args[1]->get_type() && is_interpolated(p_args[0]->get_type())) {
		refuse_argument(1, p_args[0]->get_type(), r_ret, r_error);
		return;
	}
	if (!interpolate(*p_args[0], *p_args[1], *p_args[2], r_ret)) {
		refuse("Argument \"from\" must be \"int\", \"float\", \"Vector2\", \"Vector3\", \"Vector4\", \"Color\", \"Quaternion\", \"Basis\", \"Transform2D\", or \"Transform3D\".", r_ret, r_error);
	}
}

void utility_wrap(Variant *, const Variant **p_args, int, Variant &r_ret, Callable::CallError &r_error) {
	bool all_int = true;
	for (int i = 0; i < 3; i++) {
		if (!p_args[i]->is_num()) {
			refuse_argument(i, i == 0 ? Variant::FLOAT : p_args[0]->get_type(), r_ret, r_error);
			return;
		}
		all_int = all_int && p_args[i]->get_type() == Variant::INT;
	}
	if (all_int) {
		r_ret = Math::wrapi(*p_args[0], *p_args[1], *p_args[2]);
	} else {
		r_ret = Math::wrapf(*p_args[0], *p_args[1], *p_args[2]);
	}
}

// Both are int or float.
bool number_is_less(const Variant &p_a, const Variant &p_b) {
	if (p_a.get_type() == Variant::INT && p_b.get_type() == Variant::INT) {
		return VariantInternal::get_int(&p_a) < VariantInternal::get_int(&p_b);
	}
	return double(p_a) < double(p_b);
}

// The winner keeps its own type. NaN wins nothing, but stays when it comes first.
template <bool GREATEST>
void pick_extreme(const Variant **p_args, int p_argcount, Variant &r_ret, Callable::CallError &r_error) {
	const Variant *best = p_args[0];
	for (int i = 0; i < p_argcount; i++) {
		if (!p_args[i]->is_num()) {
			refuse_argument(i, Variant::FLOAT, r_ret, r_error);
			return;
		}
		if (GREATEST ? number_is_less(*best, *p_args[i]) : number_is_less(*p_args[i], *best)) {
			best = p_args[i];
		}
	}
	r_ret = Variant(*best); // The copy matters: r_ret may be one of the arguments.
}

void utility_max(Variant *, const Variant **p_args, int p_argcount, Variant &r_ret, Callable::CallError &r_error) {
	pick_extreme<true>(p_args, p_argcount, r_ret, r_error);
}

void utility_min(Variant *, const Variant **p_args, int p_argcount, Variant &r_ret, Callable::CallError &r_error) {
	pick_extreme<false>(p_args, p_argcount, r_ret, r_error);
}

void utility_clamp(Variant *, const Variant **p_args, int, Variant &r_ret, Callable::CallError &r_error) {
	if (p_args[0]->is_num() && p_args[1]->is_num() && p_args[2]->is_num()) {
		const Variant *lifted = number_is_less(*p_args[0], *p_args[1]) ? p_args[1] : p_args[0];
		r_ret = Variant(number_is_less(*p_args[2], *lifted) ? *p_args[2] : *lifted);
		return;
	}
	// Whatever can be compared can be clamped: vectors, texts, arrays.
	constexpr Variant::Operator BEYOND[] = { Variant::OP_LESS, Variant::OP_GREATER };
	const Variant *value = p_args[0];
	for (int limit = 1; limit <= 2; limit++) {
		Variant beyond;
		bool valid = false;
		Variant::evaluate(BEYOND[limit - 1], *value, *p_args[limit], beyond, valid);
		if (!valid) {
			refuse_argument(limit, value->get_type(), r_ret, r_error);
			return;
		}
		if (bool(beyond)) {
			value = p_args[limit];
		}
	}
	r_ret = Variant(*value);
}

int64_t maxi(int64_t p_a, int64_t p_b) {
	return MAX(p_a, p_b);
}

double maxf(double p_a, double p_b) {
	return p_a > p_b ? p_a : p_b;
}

int64_t mini(int64_t p_a, int64_t p_b) {
	return MIN(p_a, p_b);
}

double minf(double p_a, double p_b) {
	return p_a < p_b ? p_a : p_b;
}

int64_t clampi(int64_t p_value, int64_t p_min, int64_t p_max) {
	return CLAMP(p_value, p_min, p_max);
}

double clampf(double p_value, double p_min, double p_max) {
	return CLAMP(p_value, p_min, p_max);
}

int64_t step_decimals(double p_step) {
	return Math::step_decimals(p_step);
}

constexpr Variant::UtilityFunctionType MATH = Variant::UTILITY_FUNC_TYPE_MATH;

using F1 = double (*)(double);
using F2 = double (*)(double, double);
using F3 = double (*)(double, double, double);
using F5 = double (*)(double, double, double, double, double);
using F8 = double (*)(double, double, double, double, double, double, double, double);

void register_elementary_functions() {
	bind_utility_function<static_cast<F1>(&Math::sin)>("sin", { "angle_rad" }, MATH);
	bind_utility_function<static_cast<F1>(&Math::cos)>("cos", { "angle_rad" }, MATH);
	bind_utility_function<static_cast<F1>(&Math::tan)>("tan", { "angle_rad" }, MATH);
	bind_utility_function<&Math::sinh>("sinh", { "x" }, MATH);
	bind_utility_function<&Math::cosh>("cosh", { "x" }, MATH);
	bind_utility_function<&Math::tanh>("tanh", { "x" }, MATH);
	bind_utility_function<static_cast<F1>(&Math::asin)>("asin", { "x" }, MATH);
	bind_utility_function<static_cast<F1>(&Math::acos)>("acos", { "x" }, MATH);
	bind_utility_function<&Math::atan>("atan", { "x" }, MATH);
	bind_utility_function<static_cast<F2>(&Math::atan2)>("atan2", { "y", "x" }, MATH);
	bind_utility_function<&Math::asinh>("asinh", { "x" }, MATH);
	bind_utility_function<&Math::acosh>("acosh", { "x" }, MATH);
	bind_utility_function<&Math::atanh>("atanh", { "x" }, MATH);
	bind_utility_function<static_cast<F1>(&Math::sqrt)>("sqrt", { "x" }, MATH);
	bind_utility_function<static_cast<F2>(&Math::fmod)>("fmod", { "x", "y" }, MATH);
	bind_utility_function<static_cast<F2>(&Math::fposmod)>("fposmod", { "x", "y" }, MATH);
	bind_utility_function<&Math::posmod>("posmod", { "x", "y" }, MATH);
}

void register_rounding_functions() {
	bind_vararg_utility_function("floor", &utility_floor, BUILTIN_RETURNS, Variant::NIL, { "x" }, MATH);
	bind_utility_function<&floorf>("floorf", { "x" }, MATH);
	bind_utility_function<&floori>("floori", { "x" }, MATH);
	bind_vararg_utility_function("ceil", &utility_ceil, BUILTIN_RETURNS, Variant::NIL, { "x" }, MATH);
	bind_utility_function<&ceilf>("ceilf", { "x" }, MATH);
	bind_utility_function<&ceili>("ceili", { "x" }, MATH);
	bind_vararg_utility_function("round", &utility_round, BUILTIN_RETURNS, Variant::NIL, { "x" }, MATH);
	bind_utility_function<&roundf>("roundf", { "x" }, MATH);
	bind_utility_function<&roundi>("roundi", { "x" }, MATH);
	bind_vararg_utility_function("abs", &utility_abs, BUILTIN_RETURNS, Variant::NIL, { "x" }, MATH);
	bind_utility_function<&absf>("absf", { "x" }, MATH);
	bind_utility_function<&absi>("absi", { "x" }, MATH);
	bind_vararg_utility_function("sign", &utility_sign, BUILTIN_RETURNS, Variant::NIL, { "x" }, MATH);
	bind_utility_function<&signf>("signf", { "x" }, MATH);
	bind_utility_function<&signi>("signi", { "x" }, MATH);
	bind_vararg_utility_function("snapped", &utility_snapped, BUILTIN_RETURNS, Variant::NIL, { "x", "step" }, MATH);
	bind_utility_function<&snappedf>("snappedf", { "x", "step" }, MATH);
	bind_utility_function<&snappedi>("snappedi", { "x", "step" }, MATH);
}

void register_classifying_functions() {
	bind_utility_function<static_cast<F2>(&Math::pow)>("pow", { "base", "exp" }, MATH);
	bind_utility_function<static_cast<F1>(&Math::log)>("log", { "x" }, MATH);
	bind_utility_function<static_cast<F1>(&Math::exp)>("exp", { "x" }, MATH);
	bind_utility_function<&Math::is_nan>("is_nan", { "x" }, MATH);
	bind_utility_function<&Math::is_inf>("is_inf", { "x" }, MATH);
	bind_utility_function<static_cast<bool (*)(double, double)>(&Math::is_equal_approx)>("is_equal_approx", { "a", "b" }, MATH);
	bind_utility_function<static_cast<bool (*)(double)>(&Math::is_zero_approx)>("is_zero_approx", { "x" }, MATH);
	bind_utility_function<static_cast<bool (*)(double)>(&Math::is_finite)>("is_finite", { "x" }, MATH);
	bind_utility_function<&Math::ease>("ease", { "x", "curve" }, MATH);
	bind_utility_function<&step_decimals>("step_decimals", { "x" }, MATH);
}

void register_interpolating_functions() {
	bind_vararg_utility_function("lerp", &utility_lerp, BUILTIN_RETURNS, Variant::NIL, { "from", "to", "weight" }, MATH);
	bind_utility_function<static_cast<F3>(&Math::lerp)>("lerpf", { "from", "to", "weight" }, MATH);
	bind_utility_function<static_cast<F5>(&Math::cubic_interpolate)>("cubic_interpolate", { "from", "to", "pre", "post", "weight" }, MATH);
	bind_utility_function<&Math::cubic_interpolate_angle>("cubic_interpolate_angle", { "from", "to", "pre", "post", "weight" }, MATH);
	bind_utility_function<static_cast<F8>(&Math::cubic_interpolate_in_time)>("cubic_interpolate_in_time", { "from", "to", "pre", "post", "weight", "to_t", "pre_t", "post_t" }, MATH);
	bind_utility_function<&Math::cubic_interpolate_angle_in_time>("cubic_interpolate_angle_in_time", { "from", "to", "pre", "post", "weight", "to_t", "pre_t", "post_t" }, MATH);
	bind_utility_function<static_cast<F5>(&Math::bezier_interpolate)>("bezier_interpolate", { "start", "control_1", "control_2", "end", "t" }, MATH);
	bind_utility_function<static_cast<F5>(&Math::bezier_derivative)>("bezier_derivative", { "start", "control_1", "control_2", "end", "t" }, MATH);
	bind_utility_function<static_cast<F2>(&Math::angle_difference)>("angle_difference", { "from", "to" }, MATH);
	bind_utility_function<static_cast<F3>(&Math::lerp_angle)>("lerp_angle", { "from", "to", "weight" }, MATH);
	bind_utility_function<&Math::inverse_lerp>("inverse_lerp", { "from", "to", "weight" }, MATH);
	bind_utility_function<&Math::remap>("remap", { "value", "istart", "istop", "ostart", "ostop" }, MATH);
	bind_utility_function<&Math::smoothstep>("smoothstep", { "from", "to", "x" }, MATH);
	bind_utility_function<static_cast<F3>(&Math::move_toward)>("move_toward", { "from", "to", "delta" }, MATH);
	bind_utility_function<&Math::rotate_toward>("rotate_toward", { "from", "to", "delta" }, MATH);
	bind_utility_function<static_cast<F1>(&Math::deg_to_rad)>("deg_to_rad", { "deg" }, MATH);
	bind_utility_function<static_cast<F1>(&Math::rad_to_deg)>("rad_to_deg", { "rad" }, MATH);
	bind_utility_function<&Math::linear_to_db>("linear_to_db", { "lin" }, MATH);
	bind_utility_function<&Math::db_to_linear>("db_to_linear", { "db" }, MATH);
}

void register_range_functions() {
	bind_vararg_utility_function("wrap", &utility_wrap, BUILTIN_RETURNS, Variant::NIL, { "value", "min", "max" }, MATH);
	bind_utility_function<&Math::wrapi>("wrapi", { "value", "min", "max" }, MATH);
	bind_utility_function<&Math::wrapf>("wrapf", { "value", "min", "max" }, MATH);
	bind_vararg_utility_function("max", &utility_max, BUILTIN_RETURNS | BUILTIN_VARARG, Variant::NIL, { "arg1", "arg2" }, MATH);
	bind_utility_function<&maxi>("maxi", { "a", "b" }, MATH);
	bind_utility_function<&maxf>("maxf", { "a", "b" }, MATH);
	bind_vararg_utility_function("min", &utility_min, BUILTIN_RETURNS | BUILTIN_VARARG, Variant::NIL, { "arg1", "arg2" }, MATH);
	bind_utility_function<&mini>("mini", { "a", "b" }, MATH);
	bind_utility_function<&minf>("minf", { "a", "b" }, MATH);
	bind_vararg_utility_function("clamp", &utility_clamp, BUILTIN_RETURNS, Variant::NIL, { "value", "min", "max" }, MATH);
	bind_utility_function<&clampi>("clampi", { "value", "min", "max" }, MATH);
	bind_utility_function<&clampf>("clampf", { "value", "min", "max" }, MATH);
	bind_utility_function<&Math::nearest_po2>("nearest_po2", { "value" }, MATH);
	bind_utility_function<&Math::pingpong>("pingpong", { "value", "length" }, MATH);
}

} // namespace

void register_utility_math() {
	register_elementary_functions();
	register_rounding_functions();
	register_classifying_functions();
	register_interpolating_functions();
	register_range_functions();
	register_utility_random();
}
