// Three 32-bit integer components.
#include "core/math/vector3i.h"

#include "core/math/math_funcs.h"
#include "core/math/vector3.h"
#include "core/string/ustring.h"

double Vector3i::length() const {
	return Math::sqrt(double(length_squared()));
}

int64_t Vector3i::length_squared() const {
	// Unsigned, as the sum of the largest squares wraps.
	return int64_t(uint64_t(int64_t(x) * x) + uint64_t(int64_t(y) * y) + uint64_t(int64_t(z) * z));
}

Vector3i Vector3i::clamp(const Vector3i &p_min, const Vector3i &p_max) const {
	return Vector3i(CLAMP(x, p_min.x, p_max.x), CLAMP(y, p_min.y, p_max.y), CLAMP(z, p_min.z, p_max.z));
}

Vector3i Vector3i::clampi(int32_t p_min, int32_t p_max) const {
	return Vector3i(CLAMP(x, p_min, p_max), CLAMP(y, p_min, p_max), CLAMP(z, p_min, p_max));
}

Vector3i Vector3i::snapped(const Vector3i &p_step) const {
	return Vector3i(Math::to_int32(Math::snapped(double(x), double(p_step.x))), Math::to_int32(Math::snapped(double(y), double(p_step.y))), Math::to_int32(Math::snapped(double(z), double(p_step.z))));
}

Vector3i Vector3i::snappedi(int32_t p_step) const {
	return snapped(Vector3i(p_step, p_step, p_step));
}

Vector3i::operator String() const {
	return "(" + itos(x) + ", " + itos(y) + ", " + itos(z) + ")";
}

Vector3i::operator Vector3() const {
	return Vector3(real_t(x), real_t(y), real_t(z));
}
