// 4×4 matrices for cameras.
#include "core/math/projection.h"

#include "core/error/error_macros.h"
#include "core/math/aabb.h"
#include "core/math/math_funcs.h"
#include "core/math/rect2.h"
#include "core/math/transform_3d.h"
#include "core/string/ustring.h"

namespace {

Vector4 row_of(const Projection &p_matrix, int p_row) {
	return Vector4(p_matrix[0][p_row], p_matrix[1][p_row], p_matrix[2][p_row], p_matrix[3][p_row]);
}

real_t to_degrees(real_t p_radians) {
	return Math::rad_to_deg(p_radians);
}

// Half the width and height of what is seen p_distance ahead: where clip x and y reach clip w.
Vector2 half_extents_at(const Projection &p_matrix, real_t p_distance) {
	const real_t w = p_matrix[3].w - p_matrix[2].w * p_distance;
	return Vector2(w / p_matrix[0].x, w / p_matrix[1].y);
}

} // namespace

Projection::Projection(const Transform3D &p_transform) {
	for (int i = 0; i < 3; i++) {
		const Vector3 axis = p_transform.basis.get_column(i);
		columns[i] = Vector4(axis.x, axis.y, axis.z, 0);
	}
	columns[3] = Vector4(p_transform.origin.x, p_transform.origin.y, p_transform.origin.z, 1);
}

Projection::operator Transform3D() const {
	Transform3D t;
	for (int i = 0; i < 3; i++) {
		t.basis.set_column(i, Vector3(columns[i].x, columns[i].y, columns[i].z));
	}
	t.origin = Vector3(columns[3].x, columns[3].y, columns[3].z);
	return t;
}

Projection Projection::create_depth_correction(bool p_flip_y) {
	// Depth 1 … -1 becomes 0 … 1, for reversed depth buffers.
	return Projection(Vector4(1, 0, 0, 0), Vector4(0, p_flip_y ? -1 : 1, 0, 0), Vector4(0, 0, -0.5f, 0), Vector4(0, 0, 0.5f, 1));
}

Projection Projection::create_light_atlas_rect(const Rect2 &p_rect) {
	return Projection(Vector4(p_rect.size.x, 0, 0, 0), Vector4(0, p_rect.size.y, 0, 0), Vector4(0, 0, 1, 0), Vector4(p_rect.position.x, p_rect.position.y, 0, 1));
}

Projection Projection::create_perspective(real_t p_fovy, real_t p_aspect, real_t p_z_near, real_t p_z_far, bool p_flip_fov) {
	const real_t fovy = p_flip_fov ? get_fovy(p_fovy, 1.0f / p_aspect) : p_fovy;
	const real_t half = Math::deg_to_rad(fovy * 0.5f);
	const real_t depth = p_z_far - p_z_near;
	const real_t sine = Math::sin(half);
	if (depth == 0 || sine == 0 || p_aspect == 0) {
		return Projection();
	}
	const real_t cotangent = Math::cos(half) / sine;
	return Projection(Vector4(cotangent / p_aspect, 0, 0, 0), Vector4(0, cotangent, 0, 0),
			Vector4(0, 0, -(p_z_far + p_z_near) / depth, -1), Vector4(0, 0, -2.0f * p_z_near * p_z_far / depth, 0));
}

Projection Projection::create_perspective_hmd(real_t p_fovy, real_t p_aspect, real_t p_z_near, real_t p_z_far, bool p_flip_fov, int p_eye, real_t p_intraocular_dist, real_t p_convergence_dist) {
	const real_t fovy = p_flip_fov ? get_fovy(p_fovy, 1.0f / p_aspect) : p_fovy;
	const real_t y_max = p_z_near * std::tan(Math::deg_to_rad(fovy * 0.5f));
	const real_t x_max = y_max * p_aspect;
	const real_t half_eyes = p_intraocular_dist * 0.5f;
	const real_t side = p_eye == 1 ? 1 : (p_eye == 2 ? -1 : 0);
	const real_t shift = side * half_eyes * p_z_near / p_convergence_dist;
	const Projection frustum = create_frustum(-x_max + shift, x_max + shift, -y_max, y_max, p_z_near, p_z_far);
	Projection eye_offset;
	eye_offset[3].x = side * half_eyes;
	return frustum * eye_offset;
}

Projection Projection::create_for_hmd(int p_eye, real_t p_aspect, real_t p_intraocular_dist, real_t p_display_width, real_t p_display_to_lens, real_t p_oversample, real_t p_z_near, real_t p_z_far) {
	// Tangents of the angles from a lens to the inner, outer and upper edge of its half of the display.
	real_t inner = p_intraocular_dist * 0.5f / p_display_to_lens;
	real_t outer = (p_display_width - p_intraocular_dist) * 0.5f / p_display_to_lens;
	real_t upper = p_display_width / 4.0f / p_display_to_lens;
	const real_t margin = (inner + outer) * (p_oversample - 1.0f) / 2.0f;
	inner += margin;
	outer += margin;
	upper = upper * p_oversample / p_aspect;
	if (p_eye != 1 && p_eye != 2) {
		return Projection();
	}
	const real_t left = p_eye == 1 ? outer : inner;
	const real_t right = p_eye == 1 ? inner : outer;
	return create_frustum(-left * p_z_near, right * p_z_near, -upper * p_z_near, upper * p_z_near, p_z_near, p_z_far);
}

Projection Projection::create_orthogonal(real_t p_left, real_t p_right, real_t p_bottom, real_t p_top, real_t p_z_near, real_t p_z_far) {
	const real_t width = p_right - p_left;
	const real_t height = p_top - p_bottom;
	const real_t depth = p_z_far - p_z_near;
	return Projection(Vector4(2.0f / width, 0, 0, 0), Vector4(0, 2.0f / height, 0, 0), Vector4(0, 0, -2.0f / depth, 0),
			Vector4(-(p_right + p_left) / width, -(p_top + p_bottom) / height, -(p_z_far + p_z_near) / depth, 1));
}

Projection Projection::create_orthogonal_aspect(real_t p_size, real_t p_aspect, real_t p_z_near, real_t p_z_far, bool p_flip_fov) {
	const real_t width = p_flip_fov ? p_size : p_size * p_aspect;
	const real_t height = width / p_aspect;
	return create_orthogonal(-width / 2, width / 2, -height / 2, height / 2, p_z_near, p_z_far);
}

Projection Projection::create_frustum(real_t p_left, real_t p_right, real_t p_bottom, real_t p_top, real_t p_z_near, real_t p_z_far) {
	ERR_FAIL_COND_V_MSG(p_right <= p_left, Projection(), "The right side of a frustum must be greater than the left.");
	ERR_FAIL_COND_V_MSG(p_top <= p_bottom, Projection(), "The top of a frustum must be greater than the bottom.");
	ERR_FAIL_COND_V_MSG(p_z_far <= p_z_near, Projection(), "The far side of a frustum must be greater than the near.");
	const real_t width = p_right - p_left;
	const real_t height = p_top - p_bottom;
	const real_t depth = p_z_far - p_z_near;
	return Projection(Vector4(2.0f * p_z_near / width, 0, 0, 0), Vector4(0, 2.0f * p_z_near / height, 0, 0),
			Vector4((p_right + p_left) / width, (p_top + p_bottom) / height, -(p_z_far + p_z_near) / depth, -1),
			Vector4(0, 0, -2.0f * p_z_far * p_z_near / depth, 0));
}

Projection Projection::create_frustum_aspect(real_t p_size, real_t p_aspect, const Vector2 &p_offset, real_t p_z_near, real_t p_z_far, bool p_flip_fov) {
	const real_t width = p_flip_fov ? p_size : p_size * p_aspect;
	const real_t height = width / p_aspect;
	return create_frustum(-width / 2 + p_offset.x, width / 2 + p_offset.x, -height / 2 + p_offset.y, height / 2 + p_offset.y, p_z_near, p_z_far);
}

Projection Projection::create_fit_aabb(const AABB &p_aabb) {
	const Vector3 end = p_aabb.get_end();
	const Vector3 sum = p_aabb.position + end;
	const Vector3 size = end - p_aabb.position;
	return Projection(Vector4(2.0f / size.x, 0, 0, 0), Vector4(0, 2.0f / size.y, 0, 0), Vector4(0, 0, 2.0f / size.z, 0),
			Vector4(-sum.x / size.x, -sum.y / size.y, -sum.z / size.z, 1));
}

real_t Projection::get_fovy(real_t p_fovx, real_t p_aspect) {
	return to_degrees(std::atan(p_aspect * std::tan(Math::deg_to_rad(p_fovx) * 0.5f)) * 2.0f);
}

Projection Projection::transposed() const {
	return Projection(row_of(*this, 0), row_of(*this, 1), row_of(*this, 2), row_of(*this, 3));
}

real_t Projection::determinant() const {
	// By 2×2 minors of the upper and the lower two rows (Laplace).
	const Vector4 *c = columns;
	real_t upper[6];
	real_t lower[6];
	int n = 0;
	for (int i = 0; i < 4; i++) {
		for (int j = i + 1; j < 4; j++, n++) {
			upper[n] = c[i].x * c[j].y - c[j].x * c[i].y;
			lower[n] = c[i].z * c[j].w - c[j].z * c[i].w;
		}
	}
	return upper[0] * lower[5] - upper[1] * lower[4] + upper[2] * lower[3] + upper[3] * lower[2] - upper[4] * lower[1] + upper[5] * lower[0];
}

Projection Projection::inverse() const {
	// Gauss elimination with the largest pivot of each column, then substitution backwards.
	Vector4 left[4];
	Vector4 right[4];
	for (int row = 0; row < 4; row++) {
		left[row] = row_of(*this, row);
		right[row][row] = 1.0f;
	}
	for (int pivot = 0; pivot < 4; pivot++) {
		int best = pivot;
		for (int row = pivot + 1; row < 4; row++) {
			if (Math::abs(left[row][pivot]) > Math::abs(left[best][pivot])) {
				best = row;
			}
		}
		ERR_FAIL_COND_V_MSG(left[best][pivot] == 0, *this, "A projection with determinant 0 has no inverse.");
		SWAP(left[pivot], left[best]);
		SWAP(right[pivot], right[best]);
		for (int row = pivot + 1; row < 4; row++) {
			const real_t factor = left[row][pivot] / left[pivot][pivot];
			left[row] -= left[pivot] * factor;
			right[row] -= right[pivot] * factor;
		}
	}
	for (int pivot = 3; pivot >= 0; pivot--) {
		right[pivot] *= 1.0f / left[pivot][pivot];
		for (int row = 0; row < pivot; row++) {
			right[row] -= right[pivot] * left[row][pivot];
		}
	}
	return Projection(right[0], right[1], right[2], right[3]).transposed();
}

Projection Projection::perspective_znear_adjusted(real_t p_new_znear) const {
	Projection p = *this;
	const real_t z_far = get_z_far();
	const real_t depth = z_far - p_new_znear;
	p[2].z = -(z_far + p_new_znear) / depth;
	p[3].z = -2.0f * p_new_znear * z_far / depth;
	return p;
}

Projection Projection::flipped_y() const {
	Projection p = *this;
	p[1] = -p[1];
	return p;
}

Projection Projection::jitter_offseted(const Vector2 &p_offset) const {
	Projection p = *this;
	p[3].x += p_offset.x;
	p[3].y += p_offset.y;
	return p;
}

Plane Projection::get_projection_plane(Planes p_plane) const {
	// Which row of clip space bounds the side, and from which end (Gribb and Hartmann 2001).
	struct Bound {
		int row;
		real_t sign;
	};
	constexpr Bound BOUNDS[] = { { 2, 1 }, { 2, -1 }, { 0, 1 }, { 1, -1 }, { 0, -1 }, { 1, 1 } };
	ERR_FAIL_INDEX_V_MSG(int(p_plane), 6, Plane(), "The plane must be one of the PLANE_ constants.");
	const Bound &bound = BOUNDS[p_plane];
	const Vector4 v = row_of(*this, 3) + row_of(*this, bound.row) * bound.sign;
	return Plane(-v.x, -v.y, -v.z, v.w).normalized();
}

real_t Projection::get_z_far() const {
	return (columns[3].w - columns[3].z) / (columns[2].w - columns[2].z);
}

real_t Projection::get_z_near() const {
	return (columns[3].w + columns[3].z) / (columns[2].w + columns[2].z);
}

real_t Projection::get_aspect() const {
	return columns[1].y / columns[0].x;
}

real_t Projection::get_fov() const {
	// Off centre, the two sides open differently.
	return to_degrees(std::atan2(columns[2].x + 1.0f, columns[0].x) - std::atan2(columns[2].x - 1.0f, columns[0].x));
}

bool Projection::is_orthogonal() const {
	return columns[2].w == 0; // Depth does not divide.
}

Vector2 Projection::get_viewport_half_extents() const {
	return half_extents_at(*this, get_z_near());
}

Vector2 Projection::get_far_plane_half_extents() const {
	return half_extents_at(*this, get_z_far());
}

int Projection::get_pixels_per_meter(int p_for_pixel_width) const {
	return Math::to_int32(real_t(p_for_pixel_width) / (get_viewport_half_extents().x * 2.0f));
}

real_t Projection::get_lod_multiplier() const {
	return 2.0f / columns[0].x;
}

Projection Projection::operator*(const Projection &p_matrix) const {
	Projection product;
	for (int i = 0; i < 4; i++) {
		product[i] = xform(p_matrix[i]);
	}
	return product;
}

Vector4 Projection::xform(const Vector4 &p_v) const {
	return columns[0] * p_v.x + columns[1] * p_v.y + columns[2] * p_v.z + columns[3] * p_v.w;
}

Vector4 Projection::xform_inv(const Vector4 &p_v) const {
	return Vector4(columns[0].dot(p_v), columns[1].dot(p_v), columns[2].dot(p_v), columns[3].dot(p_v));
}

Projection::operator String() const {
	return "[X: " + String(columns[0]) + ", Y: " + String(columns[1]) + ", Z: " + String(columns[2]) + ", W: " + String(columns[3]) + "]";
}
