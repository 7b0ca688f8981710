// Computations in the plane.
#include "core/math/geometry_2d.h"

#include "core/math/math_funcs.h"
#include "core/templates/local_vector.h"

#include <cmath>
#include <cstdlib>

namespace {

constexpr int64_t MAX_LINE = 1 << 24; // Cells.

real_t turn(const Vector2 &p_a, const Vector2 &p_b, const Vector2 &p_c) {
	return (p_b - p_a).cross(p_c - p_a);
}

bool is_ear(const Vector<Vector2> &p_polygon, const LocalVector<int32_t> &p_left, uint32_t p_u, uint32_t p_v, uint32_t p_w, bool p_relaxed) {
	const Vector2 a = p_polygon[p_left[p_u]];
	const Vector2 b = p_polygon[p_left[p_v]];
	const Vector2 c = p_polygon[p_left[p_w]];
	const real_t threshold = p_relaxed ? -real_t(CMP_EPSILON) : real_t(CMP_EPSILON);
	if (threshold > turn(a, b, c)) {
		return false;
	}
	for (uint32_t i = 0; i < p_left.size(); i++) {
		const Vector2 point = p_polygon[p_left[i]];
		if (i == p_u || i == p_v || i == p_w) {
			continue;
		}
		const real_t sides[] = { (c - b).cross(point - b), (b - a).cross(point - a), (a - c).cross(point - c) };
		const bool inside = p_relaxed ? sides[0] > 0 && sides[1] > 0 && sides[2] > 0 : sides[0] >= 0 && sides[1] >= 0 && sides[2] >= 0;
		if (inside) {
			return false;
		}
	}
	return true;
}

} // namespace

real_t Geometry2D::segment_intersects_circle(const Vector2 &p_from, const Vector2 &p_to, const Vector2 &p_center, real_t p_radius) {
	const Vector2 line = p_to - p_from;
	const Vector2 offset = p_from - p_center;
	const real_t a = line.dot(line);
	const real_t b = 2 * offset.dot(line);
	const real_t c = offset.dot(offset) - p_radius * p_radius;
	const real_t discriminant = b * b - 4 * a * c;
	if (discriminant < 0) {
		return -1;
	}
	const real_t root = std::sqrt(discriminant);
	for (const real_t place : { (-b - root) / (2 * a), (-b + root) / (2 * a) }) {
		if (place >= 0 && place <= 1) {
			return place;
		}
	}
	return -1;
}

bool Geometry2D::segment_intersects_segment(const Vector2 &p_from_a, const Vector2 &p_to_a, const Vector2 &p_from_b, const Vector2 &p_to_b, Vector2 &r_point) {
	const Vector2 b = p_to_a - p_from_a;
	const real_t length = b.dot(b);
	if (length <= 0) {
		return false;
	}
	// In the frame of the first: its direction is the x axis.
	const Vector2 axis = b / length;
	const auto local = [&](const Vector2 &p_point) {
		const Vector2 from = p_point - p_from_a;
		return Vector2(from.x * axis.x + from.y * axis.y, from.y * axis.x - from.x * axis.y);
	};
	const Vector2 c = local(p_from_b);
	const Vector2 d = local(p_to_b);
	if ((c.y < real_t(-CMP_EPSILON) && d.y < real_t(-CMP_EPSILON)) || (c.y > real_t(CMP_EPSILON) && d.y > real_t(CMP_EPSILON)) || Math::is_equal_approx(c.y, d.y)) {
		return false;
	}
	const real_t place = d.x + (c.x - d.x) * d.y / (d.y - c.y);
	if (place < 0 || place > 1) {
		return false;
	}
	r_point = p_from_a + b * place;
	return true;
}

bool Geometry2D::line_intersects_line(const Vector2 &p_from_a, const Vector2 &p_dir_a, const Vector2 &p_from_b, const Vector2 &p_dir_b, Vector2 &r_point) {
	const real_t cross = p_dir_b.y * p_dir_a.x - p_dir_b.x * p_dir_a.y;
	if (Math::is_zero_approx(cross)) {
		return false;
	}
	const Vector2 between = p_from_a - p_from_b;
	r_point = p_from_a + p_dir_a * ((p_dir_b.x * between.y - p_dir_b.y * between.x) / cross);
	return true;
}

Vector2 Geometry2D::get_closest_point_to_segment(const Vector2 &p_point, const Vector2 &p_from, const Vector2 &p_to, bool p_capped) {
	const Vector2 line = p_to - p_from;
	const real_t length = line.length_squared();
	if (length < real_t(1e-20)) {
		return p_from;
	}
	const real_t place = line.dot(p_point - p_from) / length;
	if (p_capped && place <= 0) {
		return p_from;
	}
	return p_capped && place >= 1 ? p_to : p_from + line * place;
}

void Geometry2D::get_closest_points_between_segments(const Vector2 &p_p1, const Vector2 &p_q1, const Vector2 &p_p2, const Vector2 &p_q2, Vector2 &r_on_first, Vector2 &r_on_second) {
	const Vector2 first = p_q1 - p_p1;
	const Vector2 second = p_q2 - p_p2;
	const Vector2 between = p_p1 - p_p2;
	const real_t a = first.dot(first);
	const real_t e = second.dot(second);
	const real_t f = second.dot(between);
	real_t s = 0;
	real_t t = 0;
	if (a <= real_t(CMP_EPSILON) && e <= real_t(CMP_EPSILON)) {
		r_on_first = p_p1;
		r_on_second = p_p2;
		return;
	}
	if (a <= real_t(CMP_EPSILON)) {
		t = CLAMP(f / e, real_t(0), real_t(1));
	} else {
		const real_t c = first.dot(between);
		if (e <= real_t(CMP_EPSILON)) {
			s = CLAMP(-c / a, real_t(0), real_t(1));
		} else {
			const real_t b = first.dot(second);
			const real_t denominator = a * e - b * b;
			s = denominator != 0 ? CLAMP((b * f - c * e) / denominator, real_t(0), real_t(1)) : real_t(0);
			t = (b * s + f) / e;
			if (t < 0) {
				t = 0;
				s = CLAMP(-c / a, real_t(0), real_t(1));
			} else if (t > 1) {
				t = 1;
				s = CLAMP((b - c) / a, real_t(0), real_t(1));
			}
		}
	}
	r_on_first = p_p1 + first * s;
	r_on_second = p_p2 + second * t;
}

bool Geometry2D::is_point_in_triangle(const Vector2 &p_point, const Vector2 &p_a, const Vector2 &p_b, const Vector2 &p_c) {
	const Vector2 a = p_a - p_point;
	const Vector2 b = p_b - p_point;
	const Vector2 c = p_c - p_point;
	const bool side = a.cross(b) > 0;
	return (b.cross(c) > 0) == side && (c.cross(a) > 0) == side;
}

bool Geometry2D::is_point_in_polygon(const Vector2 &p_point, const Vector<Vector2> &p_polygon) {
	const int64_t count = p_polygon.size();
	if (count < 3) {
		return false;
	}
	// A ray to a place that is certainly outside crosses the border an odd number of times.
	Vector2 far_away(-1e20f, -1e20f);
	for (const Vector2 &corner : p_polygon) {
		far_away = Vector2(MAX(corner.x, far_away.x), MAX(corner.y, far_away.y));
	}
	far_away += Vector2(real_t(2.7182), real_t(1.6180));
	int crossings = 0;
	for (int64_t i = 0; i < count; i++) {
		const Vector2 &from = p_polygon[i];
		const Vector2 &to = p_polygon[(i + 1) % count];
		Vector2 met;
		if (segment_intersects_segment(from, to, p_point, far_away, met)) {
			crossings++;
			if (met.is_equal_approx(p_point)) {
				return true; // On the border.
			}
		}
	}
	return crossings % 2 == 1;
}

bool Geometry2D::is_polygon_clockwise(const Vector<Vector2> &p_polygon) {
	const int64_t count = p_polygon.size();
	if (count < 3) {
		return false;
	}
	real_t sum = 0;
	for (int64_t i = 0; i < count; i++) {
		const Vector2 &from = p_polygon[i];
		const Vector2 &to = p_polygon[(i + 1) % count];
		sum += (to.x - from.x) * (to.y + from.y);
	}
	return sum > 0;
}

Vector<Vector2> Geometry2D::convex_hull(const Vector<Vector2> &p_points) {
	Vector<Vector2> points = p_points;
	points.sort();
	Vector<Vector2> hull;
	const auto add = [&hull](const Vector2 &p_point, int64_t p_keep) {
		while (hull.size() >= p_keep && turn(hull[hull.size() - 2], hull[hull.size() - 1], p_point) <= 0) {
			hull.resize(hull.size() - 1);
		}
		hull.push_back(p_point);
	};
	for (int64_t i = 0; i < points.size(); i++) {
		add(points[i], 2);
	}
	const int64_t lower = hull.size() + 1;
	for (int64_t i = points.size() - 2; i >= 0; i--) {
		add(points[i], lower);
	}
	return hull;
}

Vector<int32_t> Geometry2D::triangulate_polygon(const Vector<Vector2> &p_polygon) {
	Vector<int32_t> triangles;
	const int64_t count = p_polygon.size();
	if (count < 3) {
		return triangles;
	}
	real_t area = 0;
	for (int64_t i = 0; i < count; i++) {
		area += p_polygon[(i + count - 1) % count].cross(p_polygon[i]);
	}
	LocalVector<int32_t> left; // Corners that are not cut off yet, counterclockwise.
	for (int64_t i = 0; i < count; i++) {
		left.push_back(int32_t(area > 0 ? i : count - 1 - i));
	}
	bool relaxed = false;
	int64_t tries = 2 * count;
	uint32_t v = left.size() - 1;
	while (left.size() > 2) {
		if (tries-- <= 0) {
			if (relaxed) {
				return Vector<int32_t>(); // It crosses itself.
			}
			relaxed = true; // Corners that touch others may go now.
			tries = 2 * int64_t(left.size());
		}
		const uint32_t u = v >= left.size() ? 0 : v;
		v = u + 1 >= left.size() ? 0 : u + 1;
		const uint32_t w = v + 1 >= left.size() ? 0 : v + 1;
		if (is_ear(p_polygon, left, u, v, w, relaxed)) {
			for (const uint32_t corner : { u, v, w }) {
				triangles.push_back(left[corner]);
			}
			left.remove_at(v);
			tries = 2 * int64_t(left.size());
		}
	}
	return triangles;
}

Vector<Vector2i> Geometry2D::bresenham_line(const Vector2i &p_from, const Vector2i &p_to) {
	Vector<Vector2i> cells;
	const int64_t width = std::abs(int64_t(p_to.x) - p_from.x);
	const int64_t height = std::abs(int64_t(p_to.y) - p_from.y);
	if (MAX(width, height) >= MAX_LINE) {
		return cells;
	}
	const Vector2i step(p_to.x > p_from.x ? 1 : -1, p_to.y > p_from.y ? 1 : -1);
	Vector2i at = p_from;
	int64_t error = (width > height ? width : height) / 2;
	cells.push_back(at);
	while (at != p_to) {
		if (width > height) {
			error -= height;
			if (error < 0) {
				at.y += step.y;
				error += width;
			}
			at.x += step.x;
		} else {
			error -= width;
			if (error < 0) {
				at.x += step.x;
				error += height;
			}
			at.y += step.y;
		}
		cells.push_back(at);
	}
	return cells;
}
