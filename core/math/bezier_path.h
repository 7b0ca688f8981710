// BezierPath: chains of cubic Bezier segments in the plane or in space, and the points by which a place along them is found.
#pragma once

#include "core/math/math_funcs.h"
#include "core/templates/local_vector.h"

namespace BezierPath {

constexpr int MAX_STAGES = 16; // Halvings of one segment; a segment has up to two to that power of pieces.
constexpr int MAX_PIECES = 1 << 22; // Of a path.

// So many of the stages that the pieces of all segments stay bounded.
inline int limit_stages(int p_stages, int p_segments) {
	int stages = CLAMP(p_stages, 0, MAX_STAGES);
	while (stages > 0 && (int64_t(p_segments) << stages) > MAX_PIECES) {
		stages--;
	}
	return stages;
}

template <typename V>
struct Segment {
	V begin;
	V control_1;
	V control_2;
	V end;

	V at(real_t p_t) const { return begin.bezier_interpolate(control_1, control_2, end, p_t); }

	// Of length 1; zero where all four points are one, or numbers are not finite. At an end without a handle: towards the next point that is
	// elsewhere.
	V direction_at(real_t p_t) const {
		const V direction = any_direction_at(p_t);
		return direction.is_finite() ? direction : V();
	}

private:
	V any_direction_at(real_t p_t) const {
		if (p_t == 0 && begin.is_equal_approx(control_1)) {
			return (begin.is_equal_approx(control_2) ? end - begin : control_2 - begin).normalized();
		}
		if (p_t == 1 && end.is_equal_approx(control_2)) {
			return (end.is_equal_approx(control_1) ? end - begin : end - control_1).normalized();
		}
		return begin.bezier_derivative(control_1, control_2, end, p_t).normalized();
	}
};

// Calls p_emit(t, point) for places inside the segment, in order, where the path bends by more than an angle, whose cosine is given.
template <typename V, typename F>
void split_by_angle(const Segment<V> &p_segment, real_t p_from, real_t p_to, int p_stages, real_t p_cosine, const F &p_emit) {
	const real_t middle = p_from + (p_to - p_from) * real_t(0.5);
	const V at = p_segment.at(middle);
	if (p_stages > 0) {
		split_by_angle(p_segment, p_from, middle, p_stages - 1, p_cosine, p_emit);
	}
	if ((at - p_segment.at(p_from)).normalized().dot((p_segment.at(p_to) - at).normalized()) < p_cosine) {
		p_emit(middle, at);
	}
	if (p_stages > 0) {
		split_by_angle(p_segment, middle, p_to, p_stages - 1, p_cosine, p_emit);
	}
}

// The same where the ends of a piece are farther apart than p_length.
template <typename V, typename F>
void split_by_length(const Segment<V> &p_segment, real_t p_from, real_t p_to, int p_stages, real_t p_length, const F &p_emit) {
	if (p_stages > 0 && p_segment.at(p_from).distance_to(p_segment.at(p_to)) > p_length) {
		const real_t middle = p_from + (p_to - p_from) * real_t(0.5);
		split_by_length(p_segment, p_from, middle, p_stages - 1, p_length, p_emit);
		p_emit(middle, p_segment.at(middle));
		split_by_length(p_segment, middle, p_to, p_stages - 1, p_length, p_emit);
	}
}

// A path as straight pieces.
template <typename V>
struct Baked {
	LocalVector<V> points;
	LocalVector<V> directions; // There, of length 1 or 0.
	LocalVector<real_t> places; // In segments from the beginning.
	LocalVector<real_t> offsets; // In units of length from the beginning.

	// A place between the points at index and index + 1.
	struct Place {
		uint32_t index = 0;
		real_t fraction = 0;
	};

	real_t get_length() const { return offsets.is_empty() ? 0 : offsets[offsets.size() - 1]; }

	void clear() {
		points.clear();
		directions.clear();
		places.clear();
		offsets.clear();
	}

	void add(const V &p_point, const V &p_direction, real_t p_place) {
		offsets.push_back(points.is_empty() ? real_t(0) : offsets[offsets.size() - 1] + points[points.size() - 1].distance_to(p_point));
		points.push_back(p_point);
		directions.push_back(p_direction);
		places.push_back(p_place);
	}

	void add_segment(const Segment<V> &p_segment, int p_index, int p_stages, real_t p_interval) {
		if (p_index == 0) {
			add(p_segment.begin, p_segment.direction_at(0), 0);
		}
		split_by_length(p_segment, real_t(0), real_t(1), p_stages, p_interval, [&](real_t p_t, const V &p_point) {
			add(p_point, p_segment.direction_at(p_t), real_t(p_index) + p_t);
		});
		add(p_segment.end, p_segment.direction_at(1), real_t(p_index + 1));
	}

	// There are at least two points. An offset beyond an end means the end.
	Place find(real_t p_offset) const {
		uint32_t low = 0; // The last point whose offset is smaller, or the first.
		uint32_t high = offsets.size() - 1;
		while (low + 1 < high) {
			const uint32_t middle = (low + high) / 2;
			(p_offset <= offsets[middle] ? high : low) = middle;
		}
		const real_t interval = offsets[low + 1] - offsets[low];
		return Place{ low, interval > 0 ? CLAMP((p_offset - offsets[low]) / interval, real_t(0), real_t(1)) : real_t(0) };
	}

	V sample(const Place &p_place, bool p_cubic) const {
		const uint32_t i = p_place.index;
		if (!p_cubic) {
			return points[i].lerp(points[i + 1], p_place.fraction);
		}
		const V &before = points[i > 0 ? i - 1 : i];
		const V &after = points[i + 2 < points.size() ? i + 2 : i + 1];
		return points[i].cubic_interpolate(points[i + 1], before, after, p_place.fraction);
	}

	struct Nearest {
		V point;
		real_t offset = 0;
	};

	// The point of the path that is nearest to another one. There is at least one point.
	Nearest find_nearest(const V &p_to) const {
		Nearest nearest{ points[0], 0 };
		real_t nearest_distance = -1;
		for (uint32_t i = 0; i + 1 < points.size(); i++) {
			const real_t interval = offsets[i + 1] - offsets[i];
			const V direction = interval > 0 ? (points[i + 1] - points[i]) / interval : V();
			const real_t along = CLAMP((p_to - points[i]).dot(direction), real_t(0), interval);
			const V at = points[i] + direction * along;
			const real_t distance = at.distance_squared_to(p_to);
			if (nearest_distance < 0 || distance < nearest_distance) {
				nearest = Nearest{ at, offsets[i] + along };
				nearest_distance = distance;
			}
		}
		return nearest;
	}
};

} // namespace BezierPath
