// A 4×4 matrix by columns: camera projections. Clip space looks along -Z with depth -1 (near) to 1 (far).
#pragma once

#include "core/math/plane.h"
#include "core/math/vector2.h"
#include "core/math/vector4.h"

class String;
struct AABB;
struct Rect2;
struct Transform3D;

struct [[nodiscard]] Projection {
	enum Planes {
		PLANE_NEAR,
		PLANE_FAR,
		PLANE_LEFT,
		PLANE_TOP,
		PLANE_RIGHT,
		PLANE_BOTTOM,
	};

	Vector4 columns[4] = { Vector4(1, 0, 0, 0), Vector4(0, 1, 0, 0), Vector4(0, 0, 1, 0), Vector4(0, 0, 0, 1) };

	constexpr Projection() = default;
	constexpr Projection(const Vector4 &p_x_axis, const Vector4 &p_y_axis, const Vector4 &p_z_axis, const Vector4 &p_w_axis) :
			columns{ p_x_axis, p_y_axis, p_z_axis, p_w_axis } {}
	Projection(const Transform3D &p_transform);
	// Drops the perspective part.
	operator Transform3D() const;

	_FORCE_INLINE_ Vector4 &operator[](int p_column) { return columns[p_column]; }
	_FORCE_INLINE_ const Vector4 &operator[](int p_column) const { return columns[p_column]; }

	// Angles of view are degrees.
	static Projection create_depth_correction(bool p_flip_y);
	static Projection create_light_atlas_rect(const Rect2 &p_rect);
	static Projection create_perspective(real_t p_fovy, real_t p_aspect, real_t p_z_near, real_t p_z_far, bool p_flip_fov = false);
	// Eye 1 is the left, 2 the right, anything else the centre.
	static Projection create_perspective_hmd(real_t p_fovy, real_t p_aspect, real_t p_z_near, real_t p_z_far, bool p_flip_fov, int p_eye, real_t p_intraocular_dist, real_t p_convergence_dist);
	static Projection create_for_hmd(int p_eye, real_t p_aspect, real_t p_intraocular_dist, real_t p_display_width, real_t p_display_to_lens, real_t p_oversample, real_t p_z_near, real_t p_z_far);
	static Projection create_orthogonal(real_t p_left, real_t p_right, real_t p_bottom, real_t p_top, real_t p_z_near, real_t p_z_far);
	static Projection create_orthogonal_aspect(real_t p_size, real_t p_aspect, real_t p_z_near, real_t p_z_far, bool p_flip_fov = false);
	static Projection create_frustum(real_t p_left, real_t p_right, real_t p_bottom, real_t p_top, real_t p_z_near, real_t p_z_far);
	static Projection create_frustum_aspect(real_t p_size, real_t p_aspect, const Vector2 &p_offset, real_t p_z_near, real_t p_z_far, bool p_flip_fov = false);
	static Projection create_fit_aabb(const AABB &p_aabb);
	static real_t get_fovy(real_t p_fovx, real_t p_aspect);

	real_t determinant() const;
	Projection transposed() const;
	Projection inverse() const;
	Projection perspective_znear_adjusted(real_t p_new_znear) const;
	Projection flipped_y() const;
	Projection jitter_offseted(const Vector2 &p_offset) const;
	Plane get_projection_plane(Planes p_plane) const;
	real_t get_z_far() const;
	real_t get_z_near() const;
	real_t get_aspect() const;
	real_t get_fov() const;
	bool is_orthogonal() const;
	Vector2 get_viewport_half_extents() const;
	Vector2 get_far_plane_half_extents() const;
	int get_pixels_per_meter(int p_for_pixel_width) const;
	real_t get_lod_multiplier() const;

	Projection operator*(const Projection &p_matrix) const;
	Vector4 xform(const Vector4 &p_v) const;
	// By the transposed matrix.
	Vector4 xform_inv(const Vector4 &p_v) const;

	constexpr bool operator==(const Projection &p_p) const { return columns[0] == p_p.columns[0] && columns[1] == p_p.columns[1] && columns[2] == p_p.columns[2] && columns[3] == p_p.columns[3]; }
	constexpr bool operator!=(const Projection &p_p) const { return !(*this == p_p); }

	explicit operator String() const;
};
