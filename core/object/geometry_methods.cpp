// Signatures are those of the known classes; the computations are in core/math/geometry_2d.h. What needs a library for polygons is absent.
#include "core/object/geometry_methods.h"

#include "core/math/geometry_2d.h"
#include "core/math/math_funcs.h"
#include "core/object/known/known_classes.h"
#include "core/variant/typed_array.h"

#define METHOD_2D(m_name) KnownClasses::implement("Geometry2D", m_name, [](Object *, const Variant **a, Variant *r_ret)
#define METHOD_3D(m_name) KnownClasses::implement("Geometry3D", m_name, [](Object *, const Variant **a, Variant *r_ret)

static void implement_plane() {
	METHOD_2D("is_point_in_circle") {
		*r_ret = Vector2(*a[0]).distance_squared_to(*a[1]) <= real_t(double(*a[2])) * real_t(double(*a[2]));
	});
	METHOD_2D("segment_intersects_circle") {
		*r_ret = Geometry2D::segment_intersects_circle(*a[0], *a[1], *a[2], real_t(double(*a[3])));
	});
	METHOD_2D("segment_intersects_segment") {
		Vector2 point;
		*r_ret = Geometry2D::segment_intersects_segment(*a[0], *a[1], *a[2], *a[3], point) ? Variant(point) : Variant();
	});
	METHOD_2D("line_intersects_line") {
		Vector2 point;
		*r_ret = Geometry2D::line_intersects_line(*a[0], *a[1], *a[2], *a[3], point) ? Variant(point) : Variant();
	});
	METHOD_2D("get_closest_points_between_segments") {
		Vector2 first;
		Vector2 second;
		Geometry2D::get_closest_points_between_segments(*a[0], *a[1], *a[2], *a[3], first, second);
		*r_ret = PackedVector2Array({ first, second });
	});
	METHOD_2D("get_closest_point_to_segment") {
		*r_ret = Geometry2D::get_closest_point_to_segment(*a[0], *a[1], *a[2]);
	});
	METHOD_2D("get_closest_point_to_segment_uncapped") {
		*r_ret = Geometry2D::get_closest_point_to_segment(*a[0], *a[1], *a[2], false);
	});
	METHOD_2D("point_is_inside_triangle") {
		*r_ret = Geometry2D::is_point_in_triangle(*a[0], *a[1], *a[2], *a[3]);
	});
	METHOD_2D("is_polygon_clockwise") {
		*r_ret = Geometry2D::is_polygon_clockwise(*a[0]);
	});
	METHOD_2D("is_point_in_polygon") {
		*r_ret = Geometry2D::is_point_in_polygon(*a[0], *a[1]);
	});
	METHOD_2D("triangulate_polygon") {
		*r_ret = Geometry2D::triangulate_polygon(*a[0]);
	});
	METHOD_2D("convex_hull") {
		*r_ret = Geometry2D::convex_hull(*a[0]);
	});
	METHOD_2D("bresenham_line") {
		TypedArray<Vector2i> cells;
		for (const Vector2i &cell : Geometry2D::bresenham_line(*a[0], *a[1])) {
			cells.push_back(cell);
		}
		*r_ret = cells;
	});
}

static Vector3 closest_on_segment(const Vector3 &p_point, const Vector3 &p_from, const Vector3 &p_to, bool p_capped) {
	const Vector3 line = p_to - p_from;
	const real_t length = line.length_squared();
	if (length < real_t(1e-20)) {
		return p_from;
	}
	const real_t place = line.dot(p_point - p_from) / length;
	return p_from + line * (p_capped ? CLAMP(place, real_t(0), real_t(1)) : place);
}

static void implement_space() {
	METHOD_3D("get_closest_point_to_segment") {
		*r_ret = closest_on_segment(*a[0], *a[1], *a[2], true);
	});
	METHOD_3D("get_closest_point_to_segment_uncapped") {
		*r_ret = closest_on_segment(*a[0], *a[1], *a[2], false);
	});
	METHOD_3D("get_triangle_barycentric_coords") {
		const Vector3 v0 = Vector3(*a[2]) - Vector3(*a[1]);
		const Vector3 v1 = Vector3(*a[3]) - Vector3(*a[1]);
		const Vector3 v2 = Vector3(*a[0]) - Vector3(*a[1]);
		const real_t d00 = v0.dot(v0);
		const real_t d01 = v0.dot(v1);
		const real_t d11 = v1.dot(v1);
		const real_t d20 = v2.dot(v0);
		const real_t d21 = v2.dot(v1);
		const real_t denominator = d00 * d11 - d01 * d01;
		if (denominator == 0) {
			*r_ret = Vector3();
			return;
		}
		const real_t v = (d11 * d20 - d01 * d21) / denominator;
		const real_t w = (d00 * d21 - d01 * d20) / denominator;
		*r_ret = Vector3(1 - v - w, v, w);
	});
}

void implement_geometry_methods() {
	implement_plane();
	implement_space();
}
