// An axis-aligned box in 3D. Sizes are meant to be non-negative; abs() makes them so.
#pragma once

#include "core/math/plane.h"
#include "core/math/vector3.h"

class String;

struct [[nodiscard]] AABB {
	Vector3 position;
	Vector3 size;

	constexpr AABB() = default;
	constexpr AABB(const Vector3 &p_position, const Vector3 &p_size) :
			position(p_position), size(p_size) {}

	const Vector3 &get_position() const { return position; }
	void set_position(const Vector3 &p_position) { position = p_position; }
	const Vector3 &get_size() const { return size; }
	void set_size(const Vector3 &p_size) { size = p_size; }
	constexpr Vector3 get_end() const { return position + size; }
	// Keeps the position, changes the size.
	void set_end(const Vector3 &p_end) { size = p_end - position; }
	constexpr Vector3 get_center() const { return position + size * 0.5f; }
	constexpr real_t get_volume() const { return size.x * size.y * size.z; }
	constexpr bool has_volume() const { return size.x > 0.0f && size.y > 0.0f && size.z > 0.0f; }
	constexpr bool has_surface() const { return size.x > 0.0f || size.y > 0.0f || size.z > 0.0f; }

	bool has_point(const Vector3 &p_point) const;
	bool intersects(const AABB &p_aabb) const;
	bool encloses(const AABB &p_aabb) const;
	bool intersects_plane(const Plane &p_plane) const;
	// False, and the results untouched, when nothing is hit. The normal is that of the side hit first.
	bool intersects_segment(const Vector3 &p_from, const Vector3 &p_to, Vector3 *r_point = nullptr, Vector3 *r_normal = nullptr) const;
	bool intersects_ray(const Vector3 &p_from, const Vector3 &p_dir, Vector3 *r_point = nullptr, Vector3 *r_normal = nullptr) const;

	// Empty (all zero) where the two do not overlap.
	AABB intersection(const AABB &p_aabb) const;
	AABB merge(const AABB &p_aabb) const;
	AABB expand(const Vector3 &p_point) const;
	AABB grow(real_t p_by) const;
	AABB abs() const;

	Vector3 get_support(const Vector3 &p_direction) const;
	Vector3 get_longest_axis() const;
	int get_longest_axis_index() const;
	real_t get_longest_axis_size() const;
	Vector3 get_shortest_axis() const;
	int get_shortest_axis_index() const;
	real_t get_shortest_axis_size() const;
	// Corner p_idx of 0 to 7: bit 2 selects the far x, bit 1 the far y, bit 0 the far z. Anything else is an error and gives zero.
	Vector3 get_endpoint(int p_idx) const;

	bool is_equal_approx(const AABB &p_aabb) const;
	bool is_finite() const;
	constexpr bool operator==(const AABB &p_aabb) const { return position == p_aabb.position && size == p_aabb.size; }
	constexpr bool operator!=(const AABB &p_aabb) const { return !(*this == p_aabb); }

	explicit operator String() const;
};
