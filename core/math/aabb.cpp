// An axis-aligned box in 3D.
#include "core/math/aabb.h"

#include "core/error/error_macros.h"
#include "core/math/math_funcs.h"
#include "core/string/ustring.h"

namespace {

constexpr const char *NEGATIVE_SIZE = "An AABB with a negative size gives no useful result here. Call abs() on it first.";

bool is_negative(const AABB &p_aabb) {
	return p_aabb.size.x < 0 || p_aabb.size.y < 0 || p_aabb.size.z < 0;
}

} // namespace

bool AABB::has_point(const Vector3 &p_point) const {
	if (unlikely(is_negative(*this))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector3 end = get_end();
	for (int i = 0; i < 3; i++) {
		if (p_point[i] < position[i] || p_point[i] > end[i]) {
			return false;
		}
	}
	return true;
}

bool AABB::intersects(const AABB &p_aabb) const {
	if (unlikely(is_negative(*this) || is_negative(p_aabb))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector3 end = get_end();
	const Vector3 other_end = p_aabb.get_end();
	for (int i = 0; i < 3; i++) {
		if (position[i] >= other_end[i] || end[i] <= p_aabb.position[i]) {
			return false;
		}
	}
	return true;
}

bool AABB::encloses(const AABB &p_aabb) const {
	if (unlikely(is_negative(*this) || is_negative(p_aabb))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector3 end = get_end();
	const Vector3 other_end = p_aabb.get_end();
	for (int i = 0; i < 3; i++) {
		if (position[i] > p_aabb.position[i] || end[i] < other_end[i]) {
			return false;
		}
	}
	return true;
}

bool AABB::intersects_plane(const Plane &p_plane) const {
	bool over = false;
	bool under = false;
	for (int i = 0; i < 8; i++) {
		if (p_plane.distance_to(get_endpoint(i)) > 0) {
			over = true;
		} else {
			under = true;
		}
	}
	return over && under;
}

bool AABB::intersects_segment(const Vector3 &p_from, const Vector3 &p_to, Vector3 *r_point, Vector3 *r_normal) const {
	if (unlikely(is_negative(*this))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector3 end = get_end();
	const Vector3 way = p_to - p_from;
	real_t enter = 0;
	real_t leave = 1;
	int side = 0;
	real_t sign = 0;
	for (int i = 0; i < 3; i++) {
		const bool forward = p_from[i] < p_to[i];
		const real_t low = forward ? p_from[i] : p_to[i];
		const real_t high = forward ? p_to[i] : p_from[i];
		if (low > end[i] || high < position[i]) {
			return false;
		}
		const real_t near_side = forward ? position[i] : end[i];
		const real_t far_side = forward ? end[i] : position[i];
		const bool starts_outside = forward ? p_from[i] < near_side : p_from[i] > near_side;
		const bool ends_outside = forward ? p_to[i] > far_side : p_to[i] < far_side;
		const real_t axis_enter = starts_outside ? (near_side - p_from[i]) / way[i] : 0;
		const real_t axis_leave = ends_outside ? (far_side - p_from[i]) / way[i] : 1;
		if (axis_enter > enter) {
			enter = axis_enter;
			side = i;
			sign = forward ? -1 : 1;
		}
		leave = MIN(leave, axis_leave);
		if (leave < enter) {
			return false;
		}
	}
	if (r_point != nullptr) {
		*r_point = p_from + way * enter;
	}
	if (r_normal != nullptr) {
		*r_normal = Vector3();
		(*r_normal)[side] = sign;
	}
	return true;
}

bool AABB::intersects_ray(const Vector3 &p_from, const Vector3 &p_dir, Vector3 *r_point, Vector3 *r_normal) const {
	if (unlikely(is_negative(*this))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector3 end = get_end();
	real_t enter = real_t(-Math::INF);
	real_t leave = real_t(Math::INF);
	int side = 0;
	for (int i = 0; i < 3; i++) {
		if (p_dir[i] == 0) {
			if (p_from[i] < position[i] || p_from[i] > end[i]) {
				return false;
			}
			continue;
		}
		real_t first = (position[i] - p_from[i]) / p_dir[i];
		real_t second = (end[i] - p_from[i]) / p_dir[i];
		if (first > second) {
			SWAP(first, second);
		}
		if (first >= enter) {
			enter = first;
			side = i;
		}
		leave = MIN(leave, second);
		if (enter > leave || leave < 0) {
			return false;
		}
	}
	// From inside, the ray hits where it starts.
	if (r_point != nullptr) {
		*r_point = enter < 0 ? p_from : p_from + p_dir * enter;
	}
	if (r_normal != nullptr) {
		*r_normal = Vector3();
		(*r_normal)[side] = p_dir[side] > 0 ? -1 : 1;
	}
	return true;
}

AABB AABB::intersection(const AABB &p_aabb) const {
	if (unlikely(is_negative(*this) || is_negative(p_aabb))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector3 end = get_end();
	const Vector3 other_end = p_aabb.get_end();
	Vector3 start;
	Vector3 stop;
	for (int i = 0; i < 3; i++) {
		// Touching boxes share a face, an edge or a corner of no volume.
		if (position[i] > other_end[i] || end[i] < p_aabb.position[i]) {
			return AABB();
		}
		start[i] = MAX(position[i], p_aabb.position[i]);
		stop[i] = MIN(end[i], other_end[i]);
	}
	return AABB(start, stop - start);
}

AABB AABB::merge(const AABB &p_aabb) const {
	if (unlikely(is_negative(*this) || is_negative(p_aabb))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector3 start = position.min(p_aabb.position);
	return AABB(start, get_end().max(p_aabb.get_end()) - start);
}

AABB AABB::expand(const Vector3 &p_point) const {
	if (unlikely(is_negative(*this))) {
		ERR_PRINT(NEGATIVE_SIZE);
	}
	const Vector3 start = p_point.min(position); // In this order NaN changes nothing.
	return AABB(start, p_point.max(get_end()) - start);
}

AABB AABB::grow(real_t p_by) const {
	const Vector3 by(p_by, p_by, p_by);
	return AABB(position - by, size + by * 2.0f);
}

AABB AABB::abs() const {
	return AABB(position + size.minf(0), size.abs());
}

Vector3 AABB::get_support(const Vector3 &p_direction) const {
	Vector3 corner = position;
	for (int i = 0; i < 3; i++) {
		if (p_direction[i] > 0) {
			corner[i] += size[i];
		}
	}
	return corner;
}

Vector3 AABB::get_longest_axis() const {
	Vector3 axis;
	axis[get_longest_axis_index()] = 1;
	return axis;
}

int AABB::get_longest_axis_index() const {
	int longest = size.y > size.x ? 1 : 0;
	return size.z > size[longest] ? 2 : longest;
}

real_t AABB::get_longest_axis_size() const {
	return size[get_longest_axis_index()];
}

Vector3 AABB::get_shortest_axis() const {
	Vector3 axis;
	axis[get_shortest_axis_index()] = 1;
	return axis;
}

int AABB::get_shortest_axis_index() const {
	int shortest = size.y < size.x ? 1 : 0;
	return size.z < size[shortest] ? 2 : shortest;
}

real_t AABB::get_shortest_axis_size() const {
	return size[get_shortest_axis_index()];
}

Vector3 AABB::get_endpoint(int p_idx) const {
	ERR_FAIL_INDEX_V_MSG(p_idx, 8, Vector3(), "An AABB has the corners 0 to 7.");
	return Vector3(p_idx & 4 ? position.x + size.x : position.x,
			p_idx & 2 ? position.y + size.y : position.y,
			p_idx & 1 ? position.z + size.z : position.z);
}

bool AABB::is_equal_approx(const AABB &p_aabb) const {
	return position.is_equal_approx(p_aabb.position) && size.is_equal_approx(p_aabb.size);
}

bool AABB::is_finite() const {
	return position.is_finite() && size.is_finite();
}

AABB::operator String() const {
	return "[P: " + String(position) + ", S: " + String(size) + "]";
}
