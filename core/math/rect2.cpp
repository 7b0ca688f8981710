// An axis-aligned 2D rectangle in single precision.
#include "core/math/rect2.h"

#include "core/error/error_macros.h"
#include "core/math/math_funcs.h"
#include "core/math/rect2i.h"
#include "core/string/ustring.h"

namespace {

constexpr const char *NEGATIVE_SIZE = "A Rect2 with a negative size gives no useful result here. Call abs() on it first.";

bool is_negative(const Rect2 &p_rect) {
	return p_rect.size.x < 0 || p_rect.size.y < 0;
}

} // namespace

bool Rect2::has_point(const Vector2 &p_point) const {
	if (unlikely(is_negative(*this))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector2 end = get_end();
	return p_point.x >= position.x && p_point.y >= position.y && p_point.x < end.x && p_point.y < end.y;
}

bool Rect2::intersects(const Rect2 &p_rect, bool p_include_borders) const {
	if (unlikely(is_negative(*this) || is_negative(p_rect))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector2 end = get_end();
	const Vector2 other_end = p_rect.get_end();
	// Written as what rules an overlap out: NaN rules out nothing.
	if (p_include_borders) {
		return !(position.x > other_end.x || end.x < p_rect.position.x || position.y > other_end.y || end.y < p_rect.position.y);
	}
	return !(position.x >= other_end.x || end.x <= p_rect.position.x || position.y >= other_end.y || end.y <= p_rect.position.y);
}

bool Rect2::encloses(const Rect2 &p_rect) const {
	if (unlikely(is_negative(*this) || is_negative(p_rect))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector2 end = get_end();
	const Vector2 other_end = p_rect.get_end();
	return p_rect.position.x >= position.x && p_rect.position.y >= position.y && other_end.x <= end.x && other_end.y <= end.y;
}

Rect2 Rect2::intersection(const Rect2 &p_rect) const {
	if (!intersects(p_rect)) {
		return Rect2();
	}
	const Vector2 start = position.max(p_rect.position);
	return Rect2(start, get_end().min(p_rect.get_end()) - start);
}

Rect2 Rect2::merge(const Rect2 &p_rect) const {
	if (unlikely(is_negative(*this) || is_negative(p_rect))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector2 start = position.min(p_rect.position);
	return Rect2(start, get_end().max(p_rect.get_end()) - start);
}

Rect2 Rect2::expand(const Vector2 &p_point) const {
	if (unlikely(is_negative(*this))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector2 start = p_point.min(position); // In this order NaN changes nothing.
	return Rect2(start, p_point.max(get_end()) - start);
}

Vector2 Rect2::get_support(const Vector2 &p_direction) const {
	Vector2 corner = position;
	if (p_direction.x > 0) {
		corner.x += size.x;
	}
	if (p_direction.y > 0) {
		corner.y += size.y;
	}
	return corner;
}

Rect2 Rect2::grow(real_t p_amount) const {
	return grow_individual(p_amount, p_amount, p_amount, p_amount);
}

Rect2 Rect2::grow_side(Side p_side, real_t p_amount) const {
	return grow_individual(p_side == SIDE_LEFT ? p_amount : 0, p_side == SIDE_TOP ? p_amount : 0,
			p_side == SIDE_RIGHT ? p_amount : 0, p_side == SIDE_BOTTOM ? p_amount : 0);
}

Rect2 Rect2::grow_individual(real_t p_left, real_t p_top, real_t p_right, real_t p_bottom) const {
	return Rect2(position.x - p_left, position.y - p_top, size.x + (p_left + p_right), size.y + (p_top + p_bottom));
}

Rect2 Rect2::abs() const {
	return Rect2(position + size.minf(0), size.abs());
}

bool Rect2::is_equal_approx(const Rect2 &p_rect) const {
	return position.is_equal_approx(p_rect.position) && size.is_equal_approx(p_rect.size);
}

bool Rect2::is_finite() const {
	return position.is_finite() && size.is_finite();
}

Rect2::operator String() const {
	return "[P: " + String(position) + ", S: " + String(size) + "]";
}

Rect2::operator Rect2i() const {
	return Rect2i(position, size);
}
