// Geometry2D: points, segments and polygons in the plane.
#pragma once

#include "core/math/vector2.h"
#include "core/math/vector2i.h"
#include "core/templates/vector.h"

namespace Geometry2D {

// Where along the segment (0 to 1) it meets the circle first; -1: nowhere.
real_t segment_intersects_circle(const Vector2 &p_from, const Vector2 &p_to, const Vector2 &p_center, real_t p_radius);
// False where they do not meet, or are parallel.
bool segment_intersects_segment(const Vector2 &p_from_a, const Vector2 &p_to_a, const Vector2 &p_from_b, const Vector2 &p_to_b, Vector2 &r_point);
bool line_intersects_line(const Vector2 &p_from_a, const Vector2 &p_dir_a, const Vector2 &p_from_b, const Vector2 &p_dir_b, Vector2 &r_point);
Vector2 get_closest_point_to_segment(const Vector2 &p_point, const Vector2 &p_from, const Vector2 &p_to, bool p_capped = true);
void get_closest_points_between_segments(const Vector2 &p_p1, const Vector2 &p_q1, const Vector2 &p_p2, const Vector2 &p_q2, Vector2 &r_on_first, Vector2 &r_on_second);
bool is_point_in_triangle(const Vector2 &p_point, const Vector2 &p_a, const Vector2 &p_b, const Vector2 &p_c);
bool is_point_in_polygon(const Vector2 &p_point, const Vector<Vector2> &p_polygon);
bool is_polygon_clockwise(const Vector<Vector2> &p_polygon); // In a plane whose y grows downwards.
// Counterclockwise from the leftmost point, which is also the last one.
Vector<Vector2> convex_hull(const Vector<Vector2> &p_points);
// Three indices a triangle; empty for a polygon that crosses itself.
Vector<int32_t> triangulate_polygon(const Vector<Vector2> &p_polygon);
Vector<Vector2i> bresenham_line(const Vector2i &p_from, const Vector2i &p_to);

} // namespace Geometry2D
