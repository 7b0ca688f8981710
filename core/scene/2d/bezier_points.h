// BezierPoints: the points of a Curve2D or Curve3D with their handles, and how files and properties name them.
#pragma once

#include "core/error/error_macros.h"
#include "core/math/bezier_path.h"
#include "core/object/property_info.h"
#include "core/variant/variant.h"

// V is Vector2 or Vector3. Handles are relative to their point. Of one thread at a time.
template <typename V>
struct BezierPoints {
	struct Point {
		V position;
		V in;
		V out;
		real_t tilt = 0; // Radians; of curves in space.
	};
	static constexpr int MAX_POINTS = 1 << 20;
	static constexpr int BAKE_STAGES = 10;

	LocalVector<Point> points;
	bool closed = false; // The last point is followed by the first.

	int get_count() const { return int(points.size()); }
	int get_segment_count() const { return points.size() < 2 ? 0 : int(points.size()) - (closed ? 0 : 1); }

	BezierPath::Segment<V> get_segment(int p_index) const {
		const Point &from = points[uint32_t(p_index)];
		const Point &to = points[(uint32_t(p_index) + 1) % points.size()];
		return BezierPath::Segment<V>{ from.position, from.position + from.out, to.position + to.in, to.position };
	}

	V sample(int p_index, real_t p_t) const {
		ERR_FAIL_COND_V_MSG(points.is_empty(), V(), "The curve has no points.");
		if (p_index < 0) {
			return points[0].position;
		}
		if (points.size() < 2 || (!closed && p_index >= get_segment_count())) {
			return points[points.size() - 1].position;
		}
		return get_segment(MIN(p_index, get_segment_count() - 1)).at(p_t);
	}

	V samplef(real_t p_place) const {
		const real_t place = p_place > 0 ? MIN(p_place, real_t(get_count())) : real_t(0);
		return sample(int(place), place - real_t(int(place)));
	}

	void bake(BezierPath::Baked<V> &r_baked, real_t p_interval) const {
		r_baked.clear();
		if (points.size() == 1) {
			r_baked.add(points[0].position, V(), 0);
		}
		const int stages = BezierPath::limit_stages(BAKE_STAGES, get_segment_count());
		for (int i = 0; i < get_segment_count(); i++) {
			r_baked.add_segment(get_segment(i), i, stages, p_interval);
		}
	}

	// p_split(segment, emit) gives the points inside of each segment.
	template <typename F>
	Vector<V> tessellate(const F &p_split) const {
		Vector<V> found;
		if (!points.is_empty()) {
			found.push_back(points[0].position);
		}
		for (int i = 0; i < get_segment_count(); i++) {
			const BezierPath::Segment<V> segment = get_segment(i);
			p_split(segment, [&found](real_t, const V &p_point) { found.push_back(p_point); });
			found.push_back(segment.end);
		}
		return found;
	}
	Vector<V> tessellate_by_angle(int p_stages, real_t p_degrees) const {
		const real_t cosine = Math::cos(Math::deg_to_rad(p_degrees));
		const int stages = BezierPath::limit_stages(p_stages, get_segment_count());
		return tessellate([=](const BezierPath::Segment<V> &p_segment, const auto &p_emit) {
			BezierPath::split_by_angle(p_segment, real_t(0), real_t(1), stages, cosine, p_emit);
		});
	}
	Vector<V> tessellate_by_length(int p_stages, real_t p_length) const {
		const int stages = BezierPath::limit_stages(p_stages, get_segment_count());
		return tessellate([=](const BezierPath::Segment<V> &p_segment, const auto &p_emit) {
			BezierPath::split_by_length(p_segment, real_t(0), real_t(1), stages, p_length, p_emit);
		});
	}

	// Three values a point: in, out, position.
	Vector<V> get_data() const {
		Vector<V> data;
		for (const Point &point : points) {
			data.append_array({ point.in, point.out, point.position });
		}
		return data;
	}
	bool set_data(const Vector<V> &p_data) {
		ERR_FAIL_COND_V_MSG(p_data.size() % 3 != 0, false, vformat("The points of a curve are three vectors each; %d vectors are not.", p_data.size()));
		ERR_FAIL_COND_V_MSG(p_data.size() / 3 > MAX_POINTS, false, "A curve has up to a million points.");
		points.clear();
		for (int64_t i = 0; i < p_data.size(); i += 3) {
			points.push_back(Point{ p_data[i + 2], p_data[i], p_data[i + 1], 0 });
		}
		return true;
	}

	// Of a property point_N/what; null where there is no such point. r_what is what.
	const Point *find_property(const StringName &p_name, int &r_index, String &r_what) const {
		const String name = p_name;
		if (!name.begins_with("point_") || !name.contains("/")) {
			return nullptr;
		}
		const int64_t index = name.get_slicec('/', 0).substr(6).to_int();
		r_what = name.get_slicec('/', 1);
		ERR_FAIL_INDEX_V(index, int64_t(points.size()), nullptr);
		r_index = int(index);
		return &points[uint32_t(index)];
	}

	void list_properties(LocalVector<PropertyInfo> *p_list, Variant::Type p_type, bool p_tilts) const {
		for (uint32_t i = 0; i < points.size(); i++) {
			const String start = "point_" + itos(i) + "/";
			p_list->push_back(PropertyInfo(p_type, start + "position", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_EDITOR));
			if (closed || i > 0) {
				p_list->push_back(PropertyInfo(p_type, start + "in", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_EDITOR));
			}
			if (closed || i + 1 < points.size()) {
				p_list->push_back(PropertyInfo(p_type, start + "out", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_EDITOR));
			}
			if (p_tilts) {
				p_list->push_back(PropertyInfo(Variant::FLOAT, start + "tilt", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_EDITOR));
			}
		}
	}
};
