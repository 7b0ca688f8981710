// Two 32-bit integer components.
#include "core/math/vector2i.h"

#include "core/math/math_funcs.h"
#include "core/math/vector2.h"
#include "core/string/ustring.h"

double Vector2i::length() const {
	return Math::sqrt(double(length_squared()));
}

Vector2i Vector2i::clamp(const Vector2i &p_min, const Vector2i &p_max) const {
	return Vector2i(CLAMP(x, p_min.x, p_max.x), CLAMP(y, p_min.y, p_max.y));
}

Vector2i Vector2i::clampi(int32_t p_min, int32_t p_max) const {
	return Vector2i(CLAMP(x, p_min, p_max), CLAMP(y, p_min, p_max));
}

Vector2i Vector2i::snapped(const Vector2i &p_step) const {
	return Vector2i(Math::to_int32(Math::snapped(double(x), double(p_step.x))), Math::to_int32(Math::snapped(double(y), double(p_step.y))));
}

Vector2i Vector2i::snappedi(int32_t p_step) const {
	return snapped(Vector2i(p_step, p_step));
}

Vector2i::operator String() const {
	return "(" + itos(x) + ", " + itos(y) + ")";
}

Vector2i::operator Vector2() const {
	return Vector2(real_t(x), real_t(y));
}
