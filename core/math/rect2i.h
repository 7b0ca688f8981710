// An axis-aligned 2D rectangle of integers. Sizes are meant to be non-negative; abs() makes them so. Overflow wraps.
#pragma once

#include "core/math/vector2i.h"

class String;
struct Rect2;

struct [[nodiscard]] Rect2i {
	Vector2i position;
	Vector2i size;

	constexpr Rect2i() = default;
	constexpr Rect2i(const Vector2i &p_position, const Vector2i &p_size) :
			position(p_position), size(p_size) {}
	constexpr Rect2i(int32_t p_x, int32_t p_y, int32_t p_width, int32_t p_height) :
			position(p_x, p_y), size(p_width, p_height) {}

	const Vector2i &get_position() const { return position; }
	void set_position(const Vector2i &p_position) { position = p_position; }
	const Vector2i &get_size() const { return size; }
	void set_size(const Vector2i &p_size) { size = p_size; }
	constexpr Vector2i get_end() const { return position + size; }
	// Keeps the position, changes the size.
	void set_end(const Vector2i &p_end) { size = p_end - position; }
	Vector2i get_center() const { return position + size / 2; }
	int32_t get_area() const { return WrappingInt::mul(size.x, size.y); }
	constexpr bool has_area() const { return size.x > 0 && size.y > 0; }

	// The right and bottom edges are outside.
	bool has_point(const Vector2i &p_point) const;
	bool intersects(const Rect2i &p_rect) const;
	bool encloses(const Rect2i &p_rect) const;
	// Empty (all zero) where the two do not overlap.
	Rect2i intersection(const Rect2i &p_rect) const;
	Rect2i merge(const Rect2i &p_rect) const;
	Rect2i expand(const Vector2i &p_point) const;
	Rect2i grow(int32_t p_amount) const;
	Rect2i grow_side(Side p_side, int32_t p_amount) const;
	Rect2i grow_individual(int32_t p_left, int32_t p_top, int32_t p_right, int32_t p_bottom) const;
	Rect2i abs() const;

	constexpr bool operator==(const Rect2i &p_rect) const { return position == p_rect.position && size == p_rect.size; }
	constexpr bool operator!=(const Rect2i &p_rect) const { return !(*this == p_rect); }

	explicit operator String() const;
	operator Rect2() const;
};
