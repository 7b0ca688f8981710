// An axis-aligned 2D rectangle in single precision. Sizes are meant to be non-negative; abs() makes them so.
#pragma once

#include "core/math/vector2.h"

class String;
struct Rect2i;

struct [[nodiscard]] Rect2 {
	Vector2 position;
	Vector2 size;

	constexpr Rect2() = default;
	constexpr Rect2(const Vector2 &p_position, const Vector2 &p_size) :
			position(p_position), size(p_size) {}
	constexpr Rect2(real_t p_x, real_t p_y, real_t p_width, real_t p_height) :
			position(p_x, p_y), size(p_width, p_height) {}

	const Vector2 &get_position() const { return position; }
	void set_position(const Vector2 &p_position) { position = p_position; }
	const Vector2 &get_size() const { return size; }
	void set_size(const Vector2 &p_size) { size = p_size; }
	constexpr Vector2 get_end() const { return position + size; }
	// Keeps the position, changes the size.
	void set_end(const Vector2 &p_end) { size = p_end - position; }
	constexpr Vector2 get_center() const { return position + size * 0.5f; }
	constexpr real_t get_area() const { return size.x * size.y; }
	constexpr bool has_area() const { return size.x > 0.0f && size.y > 0.0f; }

	// The right and bottom edges are outside.
	bool has_point(const Vector2 &p_point) const;
	bool intersects(const Rect2 &p_rect, bool p_include_borders = false) const;
	bool encloses(const Rect2 &p_rect) const;
	// Empty (all zero) where the two do not overlap.
	Rect2 intersection(const Rect2 &p_rect) const;
	Rect2 merge(const Rect2 &p_rect) const;
	Rect2 expand(const Vector2 &p_point) const;
	Vector2 get_support(const Vector2 &p_direction) const;
	Rect2 grow(real_t p_amount) const;
	Rect2 grow_side(Side p_side, real_t p_amount) const;
	Rect2 grow_individual(real_t p_left, real_t p_top, real_t p_right, real_t p_bottom) const;
	Rect2 abs() const;

	bool is_equal_approx(const Rect2 &p_rect) const;
	bool is_finite() const;
	constexpr bool operator==(const Rect2 &p_rect) const { return position == p_rect.position && size == p_rect.size; }
	constexpr bool operator!=(const Rect2 &p_rect) const { return !(*this == p_rect); }

	explicit operator String() const;
	operator Rect2i() const;
};
