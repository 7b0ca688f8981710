// Blending by type.
#include "core/variant/variant_blend.h"

#include "core/math/math_funcs.h"

namespace {

template <typename T>
T integer_blend(const T &p_from, const T &p_to, double p_fraction, int p_axes) {
	T result;
	for (int i = 0; i < p_axes; i++) {
		result[i] = Math::to_int32(Math::round(p_from[i] + (double(p_to[i]) - p_from[i]) * p_fraction));
	}
	return result;
}

Variant number_blend(const Variant &p_from, const Variant &p_to, double p_fraction) {
	const double from = p_from;
	const double value = from + (double(p_to) - from) * p_fraction;
	const bool whole = p_from.get_type() == Variant::INT && p_to.get_type() == Variant::INT;
	return whole ? Variant(Math::to_int64(Math::round(value))) : Variant(value);
}

} // namespace

bool variant_can_blend(Variant::Type p_type) {
	switch (p_type) {
		case Variant::INT:
		case Variant::FLOAT:
		case Variant::VECTOR2:
		case Variant::VECTOR2I:
		case Variant::RECT2:
		case Variant::RECT2I:
		case Variant::VECTOR3:
		case Variant::VECTOR3I:
		case Variant::TRANSFORM2D:
		case Variant::VECTOR4:
		case Variant::VECTOR4I:
		case Variant::QUATERNION:
		case Variant::BASIS:
		case Variant::TRANSFORM3D:
		case Variant::COLOR:
			return true;
		default:
			return false;
	}
}

Variant variant_sum(const Variant &p_from, const Variant &p_delta) {
	switch (p_from.get_type()) {
		case Variant::RECT2: {
			const Rect2 a = p_from;
			const Rect2 b = p_delta;
			return Rect2(a.position + b.position, a.size + b.size);
		}
		case Variant::RECT2I: {
			const Rect2i a = p_from;
			const Rect2i b = p_delta;
			return Rect2i(a.position + b.position, a.size + b.size);
		}
		case Variant::QUATERNION:
		case Variant::BASIS:
		case Variant::TRANSFORM2D:
		case Variant::TRANSFORM3D:
			return Variant::evaluate(Variant::OP_MULTIPLY, p_from, p_delta);
		case Variant::BOOL:
			return bool(p_from) || bool(p_delta);
		default: {
			if (!variant_can_blend(p_from.get_type())) {
				return p_delta;
			}
			Variant result;
			bool valid = false;
			Variant::evaluate(Variant::OP_ADD, p_from, p_delta, result, valid);
			return valid ? result : p_delta;
		}
	}
}

Variant variant_blend(const Variant &p_from, const Variant &p_to, double p_fraction) {
	const real_t fraction = real_t(p_fraction);
	switch (p_from.get_type()) {
		case Variant::INT:
		case Variant::FLOAT:
			return number_blend(p_from, p_to, p_fraction);
		case Variant::VECTOR2:
			return Vector2(p_from).lerp(p_to, fraction);
		case Variant::VECTOR3:
			return Vector3(p_from).lerp(p_to, fraction);
		case Variant::VECTOR4:
			return Vector4(p_from).lerp(p_to, fraction);
		case Variant::VECTOR2I:
			return integer_blend(Vector2i(p_from), Vector2i(p_to), p_fraction, 2);
		case Variant::VECTOR3I:
			return integer_blend(Vector3i(p_from), Vector3i(p_to), p_fraction, 3);
		case Variant::VECTOR4I:
			return integer_blend(Vector4i(p_from), Vector4i(p_to), p_fraction, 4);
		case Variant::RECT2: {
			const Rect2 a = p_from;
			const Rect2 b = p_to;
			return Rect2(a.position.lerp(b.position, fraction), a.size.lerp(b.size, fraction));
		}
		case Variant::RECT2I: {
			const Rect2i a = p_from;
			const Rect2i b = p_to;
			return Rect2i(integer_blend(a.position, b.position, p_fraction, 2), integer_blend(a.size, b.size, p_fraction, 2));
		}
		case Variant::QUATERNION:
			return Quaternion(p_from).slerp(p_to, fraction);
		case Variant::BASIS:
			return Basis(p_from).slerp(p_to, fraction);
		case Variant::TRANSFORM2D:
			return Transform2D(p_from).interpolate_with(p_to, fraction);
		case Variant::TRANSFORM3D:
			return Transform3D(p_from).interpolate_with(p_to, fraction);
		case Variant::COLOR:
			return Color(p_from).lerp(p_to, fraction);
		default:
			return p_fraction < 0.5 ? p_from : p_to;
	}
}
