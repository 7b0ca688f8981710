// Values between keys by type. Numbers are mixed axis by axis, so that every type goes through one linear and one cubic function.
#include "core/scene/animation/animation_values.h"

#include "core/math/math_funcs.h"
#include "core/variant/variant_blend.h"

namespace {

constexpr int MAX_AXES = 16;
constexpr int MAX_NESTING = 16; // Of arrays in keys; deeper ones do not move.
constexpr int64_t MAX_ELEMENTS = 1 << 20;

// A value as numbers. whole: of integers.
struct Axes {
	double at[MAX_AXES] = {};
	int count = 0; // 0: no numbers.
	bool whole = false;
};

template <typename T>
void take(const T &p_value, int p_count, Axes &r_axes) {
	for (int i = 0; i < p_count; i++) {
		r_axes.at[r_axes.count++] = double(p_value[i]);
	}
}

template <typename T>
T give(const Axes &p_axes, int p_count, int p_from = 0) {
	T value;
	using Axis = std::decay_t<decltype(value[0])>;
	for (int i = 0; i < p_count; i++) {
		const double at = p_axes.at[p_from + i];
		if constexpr (std::is_integral_v<Axis>) {
			value[i] = Math::to_int32(p_axes.whole ? Math::round(at) : at);
		} else {
			value[i] = Axis(at);
		}
	}
	return value;
}

Axes axes_of(const Variant &p_value) {
	Axes axes;
	switch (p_value.get_type()) {
		case Variant::BOOL:
		case Variant::INT:
			axes.whole = true;
			[[fallthrough]];
		case Variant::FLOAT:
			axes.at[axes.count++] = double(p_value);
			break;
		case Variant::VECTOR2:
			take(Vector2(p_value), 2, axes);
			break;
		case Variant::VECTOR2I:
			axes.whole = true;
			take(Vector2i(p_value), 2, axes);
			break;
		case Variant::VECTOR3:
			take(Vector3(p_value), 3, axes);
			break;
		case Variant::VECTOR3I:
			axes.whole = true;
			take(Vector3i(p_value), 3, axes);
			break;
		case Variant::VECTOR4:
			take(Vector4(p_value), 4, axes);
			break;
		case Variant::VECTOR4I:
			axes.whole = true;
			take(Vector4i(p_value), 4, axes);
			break;
		case Variant::COLOR:
			take(Color(p_value), 4, axes);
			break;
		case Variant::RECT2:
			take(Rect2(p_value).position, 2, axes);
			take(Rect2(p_value).size, 2, axes);
			break;
		case Variant::RECT2I:
			axes.whole = true;
			take(Rect2i(p_value).position, 2, axes);
			take(Rect2i(p_value).size, 2, axes);
			break;
		case Variant::AABB:
			take(AABB(p_value).position, 3, axes);
			take(AABB(p_value).size, 3, axes);
			break;
		case Variant::PLANE:
			take(Plane(p_value).normal, 3, axes);
			axes.at[axes.count++] = Plane(p_value).d;
			break;
		case Variant::BASIS:
			for (int row = 0; row < 3; row++) {
				take(Basis(p_value).rows[row], 3, axes);
			}
			break;
		default:
			break;
	}
	return axes;
}

Variant value_of(const Axes &p_axes, Variant::Type p_type) {
	switch (p_type) {
		case Variant::BOOL:
			return Math::round(p_axes.at[0]) != 0.0;
		case Variant::INT:
			return Math::to_int64(Math::round(p_axes.at[0]));
		case Variant::FLOAT:
			return p_axes.at[0];
		case Variant::VECTOR2:
			return give<Vector2>(p_axes, 2);
		case Variant::VECTOR2I:
			return give<Vector2i>(p_axes, 2);
		case Variant::VECTOR3:
			return give<Vector3>(p_axes, 3);
		case Variant::VECTOR3I:
			return give<Vector3i>(p_axes, 3);
		case Variant::VECTOR4:
			return give<Vector4>(p_axes, 4);
		case Variant::VECTOR4I:
			return give<Vector4i>(p_axes, 4);
		case Variant::COLOR:
			return give<Color>(p_axes, 4);
		case Variant::RECT2:
			return Rect2(give<Vector2>(p_axes, 2), give<Vector2>(p_axes, 2, 2));
		case Variant::RECT2I:
			return Rect2i(give<Vector2i>(p_axes, 2), give<Vector2i>(p_axes, 2, 2));
		case Variant::AABB:
			return AABB(give<Vector3>(p_axes, 3), give<Vector3>(p_axes, 3, 3));
		case Variant::PLANE:
			return Plane(give<Vector3>(p_axes, 3), real_t(p_axes.at[3]));
		case Variant::BASIS: {
			Basis basis;
			for (int row = 0; row < 3; row++) {
				basis.rows[row] = give<Vector3>(p_axes, 3, row * 3);
			}
			return basis;
		}
		default:
			return Variant();
	}
}

bool is_number(const Variant &p_value) {
	return p_value.get_type() == Variant::INT || p_value.get_type() == Variant::FLOAT;
}

// p_mix(from, to, axis) for each axis. Nil where the two have no axes in common.
template <typename F>
Variant mix_axes(const Variant &p_from, const Variant &p_to, F p_mix) {
	Axes axes = axes_of(p_from);
	const Axes to = axes_of(p_to);
	const bool mixed_numbers = is_number(p_from) && is_number(p_to) && p_from.get_type() != p_to.get_type();
	if (axes.count == 0 || (p_from.get_type() != p_to.get_type() && !mixed_numbers)) {
		return Variant();
	}
	for (int i = 0; i < axes.count; i++) {
		axes.at[i] = p_mix(axes.at[i], to.at[i], i);
	}
	return value_of(axes, mixed_numbers ? Variant::FLOAT : p_from.get_type());
}

String linear_text(const String &p_from, const String &p_to, double p_fraction) {
	const int64_t from_length = p_from.length();
	const int64_t to_length = p_to.length();
	const int64_t length = Math::to_int64(Math::round(double(from_length) + double(to_length - from_length) * p_fraction));
	String text;
	for (int64_t i = 0; i < MIN(length, MAX(from_length, to_length)); i++) {
		const char32_t from = i < from_length ? p_from[i] : p_to[i];
		const char32_t to = i < to_length ? p_to[i] : p_from[i];
		const double between = Math::round(double(from) + (double(to) - double(from)) * p_fraction); // Curves may lead beyond both.
		text += char32_t(CLAMP(Math::to_int64(between), int64_t(0), int64_t(0x10FFFF)));
	}
	return text;
}

Variant linear_nested(const Variant &p_from, const Variant &p_to, double p_fraction, int p_nesting);

// The shorter list goes on with its last element.
template <typename T, typename F>
T linear_list(const T &p_from, const T &p_to, F p_element) {
	if (p_from.size() == 0 || p_to.size() == 0) {
		return p_from.size() == 0 ? p_to : p_from;
	}
	T result;
	const int64_t count = MIN(MAX(int64_t(p_from.size()), int64_t(p_to.size())), MAX_ELEMENTS);
	result.resize(count);
	for (int64_t i = 0; i < count; i++) {
		result.set(i, p_element(p_from[MIN(i, int64_t(p_from.size()) - 1)], p_to[MIN(i, int64_t(p_to.size()) - 1)]));
	}
	return result;
}

template <typename T>
Variant linear_packed(const Variant &p_from, const Variant &p_to, double p_fraction) {
	return linear_list(T(p_from), T(p_to), [&](const auto &p_a, const auto &p_b) {
		return std::decay_t<decltype(p_a)>(linear_nested(Variant(p_a), Variant(p_b), p_fraction, MAX_NESTING));
	});
}

Variant linear_array(const Array &p_from, const Array &p_to, double p_fraction, int p_nesting) {
	if (p_nesting <= 0 || p_from.is_empty() || p_to.is_empty() || !p_from.is_same_typed(p_to)) {
		return p_fraction < 0.5 ? p_from : p_to;
	}
	Array result;
	const int64_t count = MIN(MAX(int64_t(p_from.size()), int64_t(p_to.size())), MAX_ELEMENTS);
	result.resize(count);
	for (int64_t i = 0; i < count; i++) {
		result[i] = linear_nested(p_from[MIN(i, int64_t(p_from.size()) - 1)], p_to[MIN(i, int64_t(p_to.size()) - 1)], p_fraction, p_nesting - 1);
	}
	return result;
}

Variant linear_nested(const Variant &p_from, const Variant &p_to, double p_fraction, int p_nesting) {
	const Variant mixed = mix_axes(p_from, p_to, [p_fraction](double p_a, double p_b, int) { return p_a + (p_b - p_a) * p_fraction; });
	if (mixed.get_type() != Variant::NIL) {
		return mixed;
	}
	if (p_fraction == 0.0) {
		return p_from;
	}
	if (p_from.get_type() != p_to.get_type()) {
		const bool texts = p_from.is_string() && p_to.is_string();
		return texts ? Variant(linear_text(p_from, p_to, p_fraction)) : p_from;
	}
	switch (p_from.get_type()) {
		case Variant::STRING:
			return linear_text(p_from, p_to, p_fraction);
		case Variant::STRING_NAME:
			return StringName(linear_text(p_from, p_to, p_fraction));
		case Variant::ARRAY:
			return linear_array(p_from, p_to, p_fraction, p_nesting);
		case Variant::PACKED_INT32_ARRAY:
			return linear_packed<PackedInt32Array>(p_from, p_to, p_fraction);
		case Variant::PACKED_INT64_ARRAY:
			return linear_packed<PackedInt64Array>(p_from, p_to, p_fraction);
		case Variant::PACKED_FLOAT32_ARRAY:
			return linear_packed<PackedFloat32Array>(p_from, p_to, p_fraction);
		case Variant::PACKED_FLOAT64_ARRAY:
			return linear_packed<PackedFloat64Array>(p_from, p_to, p_fraction);
		case Variant::PACKED_STRING_ARRAY:
			return linear_packed<PackedStringArray>(p_from, p_to, p_fraction);
		case Variant::PACKED_VECTOR2_ARRAY:
			return linear_packed<PackedVector2Array>(p_from, p_to, p_fraction);
		case Variant::PACKED_VECTOR3_ARRAY:
			return linear_packed<PackedVector3Array>(p_from, p_to, p_fraction);
		case Variant::PACKED_COLOR_ARRAY:
			return linear_packed<PackedColorArray>(p_from, p_to, p_fraction);
		case Variant::PACKED_VECTOR4_ARRAY:
			return linear_packed<PackedVector4Array>(p_from, p_to, p_fraction);
		default:
			return variant_blend(p_from, p_to, p_fraction);
	}
}

// Texts and bools know no curves; lists and transforms follow the weight of a cubic curve from 0 to 1.
double cubic_fraction(Variant::Type p_type, const AnimationValues::CubicNeighbours &p_neighbours, double p_fraction) {
	if (p_type == Variant::BOOL || p_type == Variant::STRING || p_type == Variant::STRING_NAME || p_type == Variant::PACKED_STRING_ARRAY) {
		return p_fraction;
	}
	return Math::cubic_interpolate_in_time(0.0, 1.0, 0.0, 1.0, p_fraction, p_neighbours.to_time, p_neighbours.pre_time, p_neighbours.post_time);
}

} // namespace

bool AnimationValues::can_move(Variant::Type p_type) {
	switch (p_type) {
		case Variant::BOOL:
		case Variant::STRING:
		case Variant::STRING_NAME:
		case Variant::AABB:
		case Variant::PLANE:
		case Variant::ARRAY:
		case Variant::PACKED_INT32_ARRAY:
		case Variant::PACKED_INT64_ARRAY:
		case Variant::PACKED_FLOAT32_ARRAY:
		case Variant::PACKED_FLOAT64_ARRAY:
		case Variant::PACKED_STRING_ARRAY:
		case Variant::PACKED_VECTOR2_ARRAY:
		case Variant::PACKED_VECTOR3_ARRAY:
		case Variant::PACKED_COLOR_ARRAY:
		case Variant::PACKED_VECTOR4_ARRAY:
			return true;
		default:
			return variant_can_blend(p_type);
	}
}

Variant AnimationValues::linear(const Variant &p_from, const Variant &p_to, double p_fraction) {
	return linear_nested(p_from, p_to, p_fraction, MAX_NESTING);
}

Variant AnimationValues::linear_angle(const Variant &p_from, const Variant &p_to, double p_fraction) {
	if (is_number(p_from) && is_number(p_to)) {
		return Math::lerp_angle(double(p_from), double(p_to), p_fraction);
	}
	return linear(p_from, p_to, p_fraction);
}

Variant AnimationValues::cubic(const Variant &p_from, const Variant &p_to, const CubicNeighbours &p_neighbours, double p_fraction) {
	if (p_from.get_type() == Variant::QUATERNION && p_to.get_type() == Variant::QUATERNION) {
		return Quaternion(p_from).spherical_cubic_interpolate_in_time(p_to, p_neighbours.pre, p_neighbours.post, real_t(p_fraction), real_t(p_neighbours.to_time), real_t(p_neighbours.pre_time), real_t(p_neighbours.post_time));
	}
	const Axes pre = axes_of(p_neighbours.pre);
	const Axes post = axes_of(p_neighbours.post);
	const Variant mixed = mix_axes(p_from, p_to, [&](double p_a, double p_b, int p_axis) {
		const double before = pre.count > p_axis ? pre.at[p_axis] : p_a;
		const double after = post.count > p_axis ? post.at[p_axis] : p_b;
		return Math::cubic_interpolate_in_time(p_a, p_b, before, after, p_fraction, p_neighbours.to_time, p_neighbours.pre_time, p_neighbours.post_time);
	});
	return mixed.get_type() != Variant::NIL ? mixed : linear(p_from, p_to, cubic_fraction(p_from.get_type(), p_neighbours, p_fraction));
}

Variant AnimationValues::cubic_angle(const Variant &p_from, const Variant &p_to, const CubicNeighbours &p_neighbours, double p_fraction) {
	if (is_number(p_from) && is_number(p_to)) {
		return Math::cubic_interpolate_angle_in_time(double(p_from), double(p_to), double(p_neighbours.pre), double(p_neighbours.post), p_fraction, p_neighbours.to_time, p_neighbours.pre_time, p_neighbours.post_time);
	}
	return cubic(p_from, p_to, p_neighbours, p_fraction);
}

Variant AnimationValues::add_weighted(const Variant &p_sum, const Variant &p_value, const Variant &p_base, double p_weight) {
	const Axes base = axes_of(p_base);
	Axes sum = axes_of(p_sum);
	const Axes value = axes_of(p_value);
	if (sum.count == 0 || sum.count != value.count) {
		return p_sum.get_type() == p_value.get_type() ? linear(p_sum, p_value, p_weight) : p_value;
	}
	sum.whole = false;
	for (int i = 0; i < sum.count; i++) {
		sum.at[i] += (value.at[i] - (base.count > i ? base.at[i] : 0.0)) * p_weight;
	}
	// Numbers stay fractions until everything is added; the property rounds them.
	const Variant::Type type = is_number(p_sum) ? Variant::FLOAT : p_sum.get_type();
	return value_of(sum, type);
}

Variant AnimationValues::zero_of(const Variant &p_like) {
	const Axes axes = axes_of(p_like);
	if (axes.count == 0 || p_like.get_type() == Variant::BASIS) {
		Variant zero;
		Callable::CallError error;
		Variant::construct(p_like.get_type(), zero, nullptr, 0, error);
		return zero;
	}
	Axes zero;
	zero.count = axes.count;
	return value_of(zero, p_like.get_type());
}
