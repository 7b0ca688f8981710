// Methods of rectangles, boxes, planes, quaternions and matrices.
#include "core/math/aabb.h"
#include "core/math/basis.h"
#include "core/math/color.h"
#include "core/math/plane.h"
#include "core/math/projection.h"
#include "core/math/quaternion.h"
#include "core/math/rect2.h"
#include "core/math/rect2i.h"
#include "core/math/transform_2d.h"
#include "core/math/transform_3d.h"
#include "core/math/vector2.h"
#include "core/math/vector3.h"
#include "core/string/ustring.h"
#include "core/variant/builtin_registry.h"
#include "core/variant/variant_math.h"

namespace {

Rect2 grow_rect2_side(const Rect2 &p_rect, int64_t p_side, real_t p_amount) {
	return p_rect.grow_side(Side(p_side), p_amount);
}

Rect2i grow_rect2i_side(const Rect2i &p_rect, int64_t p_side, int32_t p_amount) {
	return p_rect.grow_side(Side(p_side), p_amount);
}

// Intersections are a Vector3, or null where there is none.
Variant plane_intersect_3(const Plane &p_plane, const Plane &p_b, const Plane &p_c) {
	Vector3 point;
	return p_plane.intersect_3(p_b, p_c, &point) ? Variant(point) : Variant();
}

Variant plane_intersects_ray(const Plane &p_plane, const Vector3 &p_from, const Vector3 &p_dir) {
	Vector3 point;
	return p_plane.intersects_ray(p_from, p_dir, &point) ? Variant(point) : Variant();
}

Variant plane_intersects_segment(const Plane &p_plane, const Vector3 &p_from, const Vector3 &p_to) {
	Vector3 point;
	return p_plane.intersects_segment(p_from, p_to, &point) ? Variant(point) : Variant();
}

Variant aabb_intersects_segment(const ::AABB &p_aabb, const Vector3 &p_from, const Vector3 &p_to) {
	Vector3 point;
	return p_aabb.intersects_segment(p_from, p_to, &point) ? Variant(point) : Variant();
}

Variant aabb_intersects_ray(const ::AABB &p_aabb, const Vector3 &p_from, const Vector3 &p_dir) {
	Vector3 point;
	return p_aabb.intersects_ray(p_from, p_dir, &point) ? Variant(point) : Variant();
}

Vector3 quaternion_get_euler(const Quaternion &p_quaternion, int64_t p_order) {
	return p_quaternion.get_euler(EulerOrder(p_order));
}

Vector3 basis_get_euler(const Basis &p_basis, int64_t p_order) {
	return p_basis.get_euler(EulerOrder(p_order));
}

Basis basis_from_euler(const Vector3 &p_euler, int64_t p_order) {
	return Basis::from_euler(p_euler, EulerOrder(p_order));
}

Plane projection_get_plane(const Projection &p_projection, int64_t p_plane) {
	return p_projection.get_projection_plane(Projection::Planes(p_plane));
}

void register_rect_methods() {
	bind_builtin_method<&Rect2::get_center>("get_center", {});
	bind_builtin_method<&Rect2::get_area>("get_area", {});
	bind_builtin_method<&Rect2::has_area>("has_area", {});
	bind_builtin_method<&Rect2::has_point>("has_point", { "point" });
	bind_builtin_method<&Rect2::is_equal_approx>("is_equal_approx", { "rect" });
	bind_builtin_method<&Rect2::is_finite>("is_finite", {});
	bind_builtin_method<&Rect2::intersects>("intersects", { "b", "include_borders" }, { false });
	bind_builtin_method<&Rect2::encloses>("encloses", { "b" });
	bind_builtin_method<&Rect2::intersection>("intersection", { "b" });
	bind_builtin_method<&Rect2::merge>("merge", { "b" });
	bind_builtin_method<&Rect2::expand>("expand", { "to" });
	bind_builtin_method<&Rect2::get_support>("get_support", { "direction" });
	bind_builtin_method<&Rect2::grow>("grow", { "amount" });
	bind_builtin_method<&grow_rect2_side>("grow_side", { "side", "amount" });
	bind_builtin_method<&Rect2::grow_individual>("grow_individual", { "left", "top", "right", "bottom" });
	bind_builtin_method<&Rect2::abs>("abs", {});

	bind_builtin_method<&Rect2i::get_center>("get_center", {});
	bind_builtin_method<&Rect2i::get_area>("get_area", {});
	bind_builtin_method<&Rect2i::has_area>("has_area", {});
	bind_builtin_method<&Rect2i::has_point>("has_point", { "point" });
	bind_builtin_method<&Rect2i::intersects>("intersects", { "b" });
	bind_builtin_method<&Rect2i::encloses>("encloses", { "b" });
	bind_builtin_method<&Rect2i::intersection>("intersection", { "b" });
	bind_builtin_method<&Rect2i::merge>("merge", { "b" });
	bind_builtin_method<&Rect2i::expand>("expand", { "to" });
	bind_builtin_method<&Rect2i::grow>("grow", { "amount" });
	bind_builtin_method<&grow_rect2i_side>("grow_side", { "side", "amount" });
	bind_builtin_method<&Rect2i::grow_individual>("grow_individual", { "left", "top", "right", "bottom" });
	bind_builtin_method<&Rect2i::abs>("abs", {});
}

void register_transform2d_methods() {
	bind_builtin_method<&Transform2D::inverse>("inverse", {});
	bind_builtin_method<&Transform2D::affine_inverse>("affine_inverse", {});
	bind_builtin_method<&Transform2D::get_rotation>("get_rotation", {});
	bind_builtin_method<&Transform2D::get_origin>("get_origin", {});
	bind_builtin_method<&Transform2D::get_scale>("get_scale", {});
	bind_builtin_method<&Transform2D::get_skew>("get_skew", {});
	bind_builtin_method<&Transform2D::orthonormalized>("orthonormalized", {});
	bind_builtin_method<&Transform2D::rotated>("rotated", { "angle" });
	bind_builtin_method<&Transform2D::rotated_local>("rotated_local", { "angle" });
	bind_builtin_method<&Transform2D::scaled>("scaled", { "scale" });
	bind_builtin_method<&Transform2D::scaled_local>("scaled_local", { "scale" });
	bind_builtin_method<&Transform2D::translated>("translated", { "offset" });
	bind_builtin_method<&Transform2D::translated_local>("translated_local", { "offset" });
	bind_builtin_method<&Transform2D::determinant>("determinant", {});
	bind_builtin_method<&Transform2D::basis_xform>("basis_xform", { "v" });
	bind_builtin_method<&Transform2D::basis_xform_inv>("basis_xform_inv", { "v" });
	bind_builtin_method<&Transform2D::interpolate_with>("interpolate_with", { "xform", "weight" });
	bind_builtin_method<&Transform2D::is_conformal>("is_conformal", {});
	bind_builtin_method<&Transform2D::is_equal_approx>("is_equal_approx", { "xform" });
	bind_builtin_method<&Transform2D::is_finite>("is_finite", {});
	bind_builtin_method<&Transform2D::looking_at>("looking_at", { "target" }, { Vector2() });
}

void register_plane_and_quaternion_methods() {
	bind_builtin_method<&Plane::normalized>("normalized", {});
	bind_builtin_method<&Plane::get_center>("get_center", {});
	bind_builtin_method<&Plane::is_equal_approx>("is_equal_approx", { "to_plane" });
	bind_builtin_method<&Plane::is_finite>("is_finite", {});
	bind_builtin_method<&Plane::is_point_over>("is_point_over", { "point" });
	bind_builtin_method<&Plane::distance_to>("distance_to", { "point" });
	bind_builtin_method<&Plane::has_point>("has_point", { "point", "tolerance" }, { CMP_EPSILON });
	bind_builtin_method<&Plane::project>("project", { "point" });
	bind_builtin_method<&plane_intersect_3>("intersect_3", { "b", "c" });
	bind_builtin_method<&plane_intersects_ray>("intersects_ray", { "from", "dir" });
	bind_builtin_method<&plane_intersects_segment>("intersects_segment", { "from", "to" });

	bind_builtin_method<&Quaternion::length>("length", {});
	bind_builtin_method<&Quaternion::length_squared>("length_squared", {});
	bind_builtin_method<&Quaternion::normalized>("normalized", {});
	bind_builtin_method<&Quaternion::is_normalized>("is_normalized", {});
	bind_builtin_method<&Quaternion::is_equal_approx>("is_equal_approx", { "to" });
	bind_builtin_method<&Quaternion::is_finite>("is_finite", {});
	bind_builtin_method<&Quaternion::inverse>("inverse", {});
	bind_builtin_method<&Quaternion::log>("log", {});
	bind_builtin_method<&Quaternion::exp>("exp", {});
	bind_builtin_method<&Quaternion::angle_to>("angle_to", { "to" });
	bind_builtin_method<&Quaternion::dot>("dot", { "with" });
	bind_builtin_method<&Quaternion::slerp>("slerp", { "to", "weight" });
	bind_builtin_method<&Quaternion::slerpni>("slerpni", { "to", "weight" });
	bind_builtin_method<&Quaternion::spherical_cubic_interpolate>("spherical_cubic_interpolate", { "b", "pre_a", "post_b", "weight" });
	bind_builtin_method<&Quaternion::spherical_cubic_interpolate_in_time>("spherical_cubic_interpolate_in_time", { "b", "pre_a", "post_b", "weight", "b_t", "pre_a_t", "post_b_t" });
	bind_builtin_method<&quaternion_get_euler>("get_euler", { "order" }, { 2 });
	bind_builtin_static_method<&Quaternion::from_euler>(Variant::QUATERNION, "from_euler", { "euler" });
	bind_builtin_method<&Quaternion::get_axis>("get_axis", {});
	bind_builtin_method<&Quaternion::get_angle>("get_angle", {});
}

void register_aabb_methods() {
	bind_builtin_method<&::AABB::abs>("abs", {});
	bind_builtin_method<&::AABB::get_center>("get_center", {});
	bind_builtin_method<&::AABB::get_volume>("get_volume", {});
	bind_builtin_method<&::AABB::has_volume>("has_volume", {});
	bind_builtin_method<&::AABB::has_surface>("has_surface", {});
	bind_builtin_method<&::AABB::has_point>("has_point", { "point" });
	bind_builtin_method<&::AABB::is_equal_approx>("is_equal_approx", { "aabb" });
	bind_builtin_method<&::AABB::is_finite>("is_finite", {});
	bind_builtin_method<&::AABB::intersects>("intersects", { "with" });
	bind_builtin_method<&::AABB::encloses>("encloses", { "with" });
	bind_builtin_method<&::AABB::intersects_plane>("intersects_plane", { "plane" });
	bind_builtin_method<&::AABB::intersection>("intersection", { "with" });
	bind_builtin_method<&::AABB::merge>("merge", { "with" });
	bind_builtin_method<&::AABB::expand>("expand", { "to_point" });
	bind_builtin_method<&::AABB::grow>("grow", { "by" });
	bind_builtin_method<&::AABB::get_support>("get_support", { "direction" });
	bind_builtin_method<&::AABB::get_longest_axis>("get_longest_axis", {});
	bind_builtin_method<&::AABB::get_longest_axis_index>("get_longest_axis_index", {});
	bind_builtin_method<&::AABB::get_longest_axis_size>("get_longest_axis_size", {});
	bind_builtin_method<&::AABB::get_shortest_axis>("get_shortest_axis", {});
	bind_builtin_method<&::AABB::get_shortest_axis_index>("get_shortest_axis_index", {});
	bind_builtin_method<&::AABB::get_shortest_axis_size>("get_shortest_axis_size", {});
	bind_builtin_method<&::AABB::get_endpoint>("get_endpoint", { "idx" });
	bind_builtin_method<&aabb_intersects_segment>("intersects_segment", { "from", "to" });
	bind_builtin_method<&aabb_intersects_ray>("intersects_ray", { "from", "dir" });
}

void register_transform3d_methods() {
	bind_builtin_method<&Basis::inverse>("inverse", {});
	bind_builtin_method<&Basis::transposed>("transposed", {});
	bind_builtin_method<&Basis::orthonormalized>("orthonormalized", {});
	bind_builtin_method<&Basis::determinant>("determinant", {});
	bind_builtin_method<&Basis::rotated>("rotated", { "axis", "angle" });
	bind_builtin_method<&Basis::scaled>("scaled", { "scale" });
	bind_builtin_method<&Basis::scaled_local>("scaled_local", { "scale" });
	bind_builtin_method<&Basis::get_scale>("get_scale", {});
	bind_builtin_method<&basis_get_euler>("get_euler", { "order" }, { 2 });
	bind_builtin_method<&Basis::tdotx>("tdotx", { "with" });
	bind_builtin_method<&Basis::tdoty>("tdoty", { "with" });
	bind_builtin_method<&Basis::tdotz>("tdotz", { "with" });
	bind_builtin_method<&Basis::slerp>("slerp", { "to", "weight" });
	bind_builtin_method<&Basis::is_conformal>("is_conformal", {});
	bind_builtin_method<&Basis::is_equal_approx>("is_equal_approx", { "b" });
	bind_builtin_method<&Basis::is_finite>("is_finite", {});
	bind_builtin_method<&Basis::get_rotation_quaternion>("get_rotation_quaternion", {});
	bind_builtin_static_method<&Basis::looking_at>(Variant::BASIS, "looking_at", { "target", "up", "use_model_front" }, { Vector3(0, 1, 0), false });
	bind_builtin_static_method<&Basis::from_scale>(Variant::BASIS, "from_scale", { "scale" });
	bind_builtin_static_method<&basis_from_euler>(Variant::BASIS, "from_euler", { "euler", "order" }, { 2 });

	bind_builtin_method<&Transform3D::inverse>("inverse", {});
	bind_builtin_method<&Transform3D::affine_inverse>("affine_inverse", {});
	bind_builtin_method<&Transform3D::orthonormalized>("orthonormalized", {});
	bind_builtin_method<&Transform3D::rotated>("rotated", { "axis", "angle" });
	bind_builtin_method<&Transform3D::rotated_local>("rotated_local", { "axis", "angle" });
	bind_builtin_method<&Transform3D::scaled>("scaled", { "scale" });
	bind_builtin_method<&Transform3D::scaled_local>("scaled_local", { "scale" });
	bind_builtin_method<&Transform3D::translated>("translated", { "offset" });
	bind_builtin_method<&Transform3D::translated_local>("translated_local", { "offset" });
	bind_builtin_method<&Transform3D::looking_at>("looking_at", { "target", "up", "use_model_front" }, { Vector3(0, 1, 0), false });
	bind_builtin_method<&Transform3D::interpolate_with>("interpolate_with", { "xform", "weight" });
	bind_builtin_method<&Transform3D::is_equal_approx>("is_equal_approx", { "xform" });
	bind_builtin_method<&Transform3D::is_finite>("is_finite", {});
}

void register_projection_methods() {
	bind_builtin_static_method<&Projection::create_depth_correction>(Variant::PROJECTION, "create_depth_correction", { "flip_y" });
	bind_builtin_static_method<&Projection::create_light_atlas_rect>(Variant::PROJECTION, "create_light_atlas_rect", { "rect" });
	bind_builtin_static_method<&Projection::create_perspective>(Variant::PROJECTION, "create_perspective", { "fovy", "aspect", "z_near", "z_far", "flip_fov" }, { false });
	bind_builtin_static_method<&Projection::create_perspective_hmd>(Variant::PROJECTION, "create_perspective_hmd", { "fovy", "aspect", "z_near", "z_far", "flip_fov", "eye", "intraocular_dist", "convergence_dist" });
	bind_builtin_static_method<&Projection::create_for_hmd>(Variant::PROJECTION, "create_for_hmd", { "eye", "aspect", "intraocular_dist", "display_width", "display_to_lens", "oversample", "z_near", "z_far" });
	bind_builtin_static_method<&Projection::create_orthogonal>(Variant::PROJECTION, "create_orthogonal", { "left", "right", "bottom", "top", "z_near", "z_far" });
	bind_builtin_static_method<&Projection::create_orthogonal_aspect>(Variant::PROJECTION, "create_orthogonal_aspect", { "size", "aspect", "z_near", "z_far", "flip_fov" }, { false });
	bind_builtin_static_method<&Projection::create_frustum>(Variant::PROJECTION, "create_frustum", { "left", "right", "bottom", "top", "z_near", "z_far" });
	bind_builtin_static_method<&Projection::create_frustum_aspect>(Variant::PROJECTION, "create_frustum_aspect", { "size", "aspect", "offset", "z_near", "z_far", "flip_fov" }, { false });
	bind_builtin_static_method<&Projection::create_fit_aabb>(Variant::PROJECTION, "create_fit_aabb", { "aabb" });
	bind_builtin_method<&Projection::determinant>("determinant", {});
	bind_builtin_method<&Projection::perspective_znear_adjusted>("perspective_znear_adjusted", { "new_znear" });
	bind_builtin_method<&projection_get_plane>("get_projection_plane", { "plane" });
	bind_builtin_method<&Projection::flipped_y>("flipped_y", {});
	bind_builtin_method<&Projection::jitter_offseted>("jitter_offseted", { "offset" });
	bind_builtin_static_method<&Projection::get_fovy>(Variant::PROJECTION, "get_fovy", { "fovx", "aspect" });
	bind_builtin_method<&Projection::get_z_far>("get_z_far", {});
	bind_builtin_method<&Projection::get_z_near>("get_z_near", {});
	bind_builtin_method<&Projection::get_aspect>("get_aspect", {});
	bind_builtin_method<&Projection::get_fov>("get_fov", {});
	bind_builtin_method<&Projection::is_orthogonal>("is_orthogonal", {});
	bind_builtin_method<&Projection::get_viewport_half_extents>("get_viewport_half_extents", {});
	bind_builtin_method<&Projection::get_far_plane_half_extents>("get_far_plane_half_extents", {});
	bind_builtin_method<&Projection::inverse>("inverse", {});
	bind_builtin_method<&Projection::get_pixels_per_meter>("get_pixels_per_meter", { "for_pixel_width" });
	bind_builtin_method<&Projection::get_lod_multiplier>("get_lod_multiplier", {});
}

} // namespace

void register_math_geometry_methods() {
	register_rect_methods();
	register_transform2d_methods();
	register_plane_and_quaternion_methods();
	register_aabb_methods();
	register_transform3d_methods();
	register_projection_methods();
}
