// Four 32-bit integer components.
#include "core/math/vector4i.h"

#include "core/math/math_funcs.h"
#include "core/math/vector4.h"
#include "core/string/ustring.h"

double Vector4i::length() const {
	return Math::sqrt(double(length_squared()));
}

int64_t Vector4i::length_squared() const {
	// Unsigned, as the sum of the largest squares wraps.
	return int64_t(uint64_t(int64_t(x) * x) + uint64_t(int64_t(y) * y) + uint64_t(int64_t(z) * z) + uint64_t(int64_t(w) * w));
}

Vector4i Vector4i::clamp(const Vector4i &p_min, const Vector4i &p_max) const {
	return Vector4i(CLAMP(x, p_min.x, p_max.x), CLAMP(y, p_min.y, p_max.y), CLAMP(z, p_min.z, p_max.z), CLAMP(w, p_min.w, p_max.w));
}

Vector4i Vector4i::clampi(int32_t p_min, int32_t p_max) const {
	return Vector4i(CLAMP(x, p_min, p_max), CLAMP(y, p_min, p_max), CLAMP(z, p_min, p_max), CLAMP(w, p_min, p_max));
}

Vector4i Vector4i::snapped(const Vector4i &p_step) const {
	return Vector4i(Math::to_int32(Math::snapped(double(x), double(p_step.x))), Math::to_int32(Math::snapped(double(y), double(p_step.y))), Math::to_int32(Math::snapped(double(z), double(p_step.z))), Math::to_int32(Math::snapped(double(w), double(p_step.w))));
}

Vector4i Vector4i::snappedi(int32_t p_step) const {
	return snapped(Vector4i(p_step, p_step, p_step, p_step));
}

Vector4i::Axis Vector4i::min_axis_index() const {
	int lowest = 0;
	for (int i = 1; i < AXIS_COUNT; i++) {
		if (coord[i] <= coord[lowest]) {
			lowest = i;
		}
	}
	return Axis(lowest);
}

Vector4i::Axis Vector4i::max_axis_index() const {
	int highest = 0;
	for (int i = 1; i < AXIS_COUNT; i++) {
		if (coord[i] > coord[highest]) {
			highest = i;
		}
	}
	return Axis(highest);
}

Vector4i::operator String() const {
	return "(" + itos(x) + ", " + itos(y) + ", " + itos(z) + ", " + itos(w) + ")";
}

Vector4i::operator Vector4() const {
	return Vector4(real_t(x), real_t(y), real_t(z), real_t(w));
}
