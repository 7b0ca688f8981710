// An axis-aligned 2D rectangle of integers.
#include "core/math/rect2i.h"

#include "core/error/error_macros.h"
#include "core/math/rect2.h"
#include "core/string/ustring.h"

namespace {

constexpr const char *NEGATIVE_SIZE = "A Rect2i with a negative size gives no useful result here. Call abs() on it first.";

bool is_negative(const Rect2i &p_rect) {
	return p_rect.size.x < 0 || p_rect.size.y < 0;
}

} // namespace

bool Rect2i::has_point(const Vector2i &p_point) const {
	if (unlikely(is_negative(*this))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector2i end = get_end();
	return p_point.x >= position.x && p_point.y >= position.y && p_point.x < end.x && p_point.y < end.y;
}

bool Rect2i::intersects(const Rect2i &p_rect) const {
	if (unlikely(is_negative(*this) || is_negative(p_rect))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector2i end = get_end();
	const Vector2i other_end = p_rect.get_end();
	return position.x < other_end.x && end.x > p_rect.position.x && position.y < other_end.y && end.y > p_rect.position.y;
}

bool Rect2i::encloses(const Rect2i &p_rect) const {
	if (unlikely(is_negative(*this) || is_negative(p_rect))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector2i end = get_end();
	const Vector2i other_end = p_rect.get_end();
	return p_rect.position.x >= position.x && p_rect.position.y >= position.y && other_end.x <= end.x && other_end.y <= end.y;
}

Rect2i Rect2i::intersection(const Rect2i &p_rect) const {
	if (!intersects(p_rect)) {
		return Rect2i();
	}
	const Vector2i start = position.max(p_rect.position);
	return Rect2i(start, get_end().min(p_rect.get_end()) - start);
}

Rect2i Rect2i::merge(const Rect2i &p_rect) const {
	if (unlikely(is_negative(*this) || is_negative(p_rect))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector2i start = position.min(p_rect.position);
	return Rect2i(start, get_end().max(p_rect.get_end()) - start);
}

Rect2i Rect2i::expand(const Vector2i &p_point) const {
	if (unlikely(is_negative(*this))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector2i start = position.min(p_point);
	return Rect2i(start, get_end().max(p_point) - start);
}

Rect2i Rect2i::grow(int32_t p_amount) const {
	return grow_individual(p_amount, p_amount, p_amount, p_amount);
}

Rect2i Rect2i::grow_side(Side p_side, int32_t p_amount) const {
	return grow_individual(p_side == SIDE_LEFT ? p_amount : 0, p_side == SIDE_TOP ? p_amount : 0,
			p_side == SIDE_RIGHT ? p_amount : 0, p_side == SIDE_BOTTOM ? p_amount : 0);
}

Rect2i Rect2i::grow_individual(int32_t p_left, int32_t p_top, int32_t p_right, int32_t p_bottom) const {
	const Vector2i start(p_left, p_top);
	return Rect2i(position - start, size + start + Vector2i(p_right, p_bottom));
}

Rect2i Rect2i::abs() const {
	return Rect2i(position + size.mini(0), size.abs());
}

Rect2i::operator String() const {
	return "[P: " + String(position) + ", S: " + String(size) + "]";
}

Rect2i::operator Rect2() const {
	return Rect2(position, size);
}
