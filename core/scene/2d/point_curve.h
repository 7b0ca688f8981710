// PointCurve: what Curve2D and Curve3D have in common, which is all but how things turn along them.
#pragma once

#include "core/io/resource.h"
#include "core/object/class_db.h"
#include "core/scene/2d/bezier_points.h"

// V is Vector2 or Vector3, SELF the class that derives from it and that scripts know. Places along it (offsets, in units) are found by straight
// pieces of about bake_interval, made when they are first asked for.
template <typename V, typename SELF>
class PointCurve : public Resource {
public:
	static const StringName &get_class_static() { return SELF::get_class_static(); } // What is bound here belongs to SELF.

	int get_point_count() const { return path.get_count(); }
	void set_point_count(int p_count) {
		ERR_FAIL_COND_MSG(p_count < 0 || p_count > BezierPoints<V>::MAX_POINTS, "A curve has up to a million points.");
		if (p_count < get_point_count()) {
			path.points.resize(uint32_t(p_count));
			path_changed();
		} else {
			while (get_point_count() < p_count) {
				path.points.push_back({});
				path_changed();
			}
		}
		notify_property_list_changed();
	}
	void add_point(const V &p_position, const V &p_in = V(), const V &p_out = V(), int p_at = -1) {
		ERR_FAIL_COND_MSG(get_point_count() >= BezierPoints<V>::MAX_POINTS, "A curve has up to a million points.");
		const uint32_t at = p_at < 0 || p_at > get_point_count() ? path.points.size() : uint32_t(p_at);
		path.points.insert(at, { p_position, p_in, p_out, 0 });
		path_changed();
		notify_property_list_changed();
	}
	void remove_point(int p_index) {
		ERR_FAIL_INDEX(p_index, get_point_count());
		path.points.remove_at(uint32_t(p_index));
		path_changed();
		notify_property_list_changed();
	}
	void clear_points() {
		if (!path.points.is_empty()) {
			path.points.clear();
			path_changed();
			notify_property_list_changed();
		}
	}
	void set_point_position(int p_index, const V &p_position) { set_part(p_index, &BezierPoints<V>::Point::position, p_position); }
	V get_point_position(int p_index) const { return get_part(p_index, &BezierPoints<V>::Point::position); }
	void set_point_in(int p_index, const V &p_in) { set_part(p_index, &BezierPoints<V>::Point::in, p_in); }
	V get_point_in(int p_index) const { return get_part(p_index, &BezierPoints<V>::Point::in); }
	void set_point_out(int p_index, const V &p_out) { set_part(p_index, &BezierPoints<V>::Point::out, p_out); }
	V get_point_out(int p_index) const { return get_part(p_index, &BezierPoints<V>::Point::out); }

	V sample(int p_index, real_t p_t) const { return path.sample(p_index, p_t); }
	V samplef(real_t p_place) const { return path.samplef(p_place); }
	void set_bake_interval(real_t p_interval) {
		bake_interval = p_interval;
		path_changed();
	}
	real_t get_bake_interval() const { return bake_interval; }
	real_t get_baked_length() const { return get_baked().get_length(); }
	V sample_baked(real_t p_offset = 0, bool p_cubic = false) const {
		const BezierPath::Baked<V> &pieces = get_baked();
		ERR_FAIL_COND_V_MSG(pieces.points.is_empty(), V(), no_points());
		ERR_FAIL_COND_V_MSG(!Math::is_finite(p_offset), V(), "Offset is non-finite");
		return pieces.points.size() == 1 ? pieces.points[0] : pieces.sample(pieces.find(p_offset), p_cubic);
	}
	Vector<V> get_baked_points() const {
		const BezierPath::Baked<V> &pieces = get_baked();
		return Vector<V>(Span<V>(pieces.points.ptr(), pieces.points.size()));
	}
	V get_closest_point(const V &p_to) const {
		ERR_FAIL_COND_V_MSG(get_baked().points.is_empty(), V(), no_points());
		return get_baked().find_nearest(p_to).point;
	}
	real_t get_closest_offset(const V &p_to) const {
		ERR_FAIL_COND_V_MSG(get_baked().points.is_empty(), 0, no_points());
		return get_baked().find_nearest(p_to).offset;
	}
	Vector<V> tessellate(int p_stages, real_t p_degrees) const { return path.tessellate_by_angle(p_stages, p_degrees); }
	Vector<V> tessellate_even_length(int p_stages, real_t p_length) const { return path.tessellate_by_length(p_stages, p_length); }

protected:
	BezierPoints<V> path;
	mutable BezierPath::Baked<V> baked;

	explicit PointCurve(real_t p_spacing) :
			bake_interval(p_spacing) {}

	void path_changed() {
		baked_stale = true;
		emit_changed();
	}
	const BezierPath::Baked<V> &get_baked() const {
		if (baked_stale) {
			baked_stale = false;
			path.bake(baked, bake_interval);
			bake_frames();
		}
		return baked;
	}
	virtual void bake_frames() const {} // What else is known of the pieces.
	static String no_points() { return vformat("No points in %s.", get_class_static()); }

	// A property point_N/what. False: there is none of that name here.
	bool set_point_property(const StringName &p_name, const Variant &p_value) {
		int index = 0;
		String what;
		const bool is_point = path.find_property(p_name, index, what) != nullptr;
		if (is_point && what == "position") {
			set_point_position(index, p_value);
		} else if (is_point && what == "in") {
			set_point_in(index, p_value);
		} else if (is_point && what == "out") {
			set_point_out(index, p_value);
		} else {
			return false;
		}
		return true;
	}
	bool get_point_property(const StringName &p_name, Variant &r_value) const {
		int index = 0;
		String what;
		const typename BezierPoints<V>::Point *point = path.find_property(p_name, index, what);
		if (!point || (what != "position" && what != "in" && what != "out")) {
			return false;
		}
		r_value = what == "position" ? point->position : what == "in" ? point->in
																	  : point->out;
		return true;
	}

	// p_length: the tolerance of tessellate_even_length() unless it is given.
	static void bind_curve(double p_length) {
		ClassDB::bind_method(D_METHOD("get_point_count"), &PointCurve::get_point_count);
		ClassDB::bind_method(D_METHOD("set_point_count", "count"), &PointCurve::set_point_count);
		ClassDB::bind_method(D_METHOD("add_point", "position", "in", "out", "index"), &PointCurve::add_point, DEFVAL(V()), DEFVAL(V()), DEFVAL(-1));
		ClassDB::bind_method(D_METHOD("set_point_position", "idx", "position"), &PointCurve::set_point_position);
		ClassDB::bind_method(D_METHOD("get_point_position", "idx"), &PointCurve::get_point_position);
		ClassDB::bind_method(D_METHOD("set_point_in", "idx", "position"), &PointCurve::set_point_in);
		ClassDB::bind_method(D_METHOD("get_point_in", "idx"), &PointCurve::get_point_in);
		ClassDB::bind_method(D_METHOD("set_point_out", "idx", "position"), &PointCurve::set_point_out);
		ClassDB::bind_method(D_METHOD("get_point_out", "idx"), &PointCurve::get_point_out);
		ClassDB::bind_method(D_METHOD("remove_point", "idx"), &PointCurve::remove_point);
		ClassDB::bind_method(D_METHOD("clear_points"), &PointCurve::clear_points);
		ClassDB::bind_method(D_METHOD("sample", "idx", "t"), &PointCurve::sample);
		ClassDB::bind_method(D_METHOD("samplef", "fofs"), &PointCurve::samplef);
		ClassDB::bind_method(D_METHOD("set_bake_interval", "distance"), &PointCurve::set_bake_interval);
		ClassDB::bind_method(D_METHOD("get_bake_interval"), &PointCurve::get_bake_interval);
		ClassDB::bind_method(D_METHOD("get_baked_length"), &PointCurve::get_baked_length);
		ClassDB::bind_method(D_METHOD("sample_baked", "offset", "cubic"), &PointCurve::sample_baked, DEFVAL(0.0), DEFVAL(false));
		ClassDB::bind_method(D_METHOD("get_baked_points"), &PointCurve::get_baked_points);
		ClassDB::bind_method(D_METHOD("get_closest_point", "to_point"), &PointCurve::get_closest_point);
		ClassDB::bind_method(D_METHOD("get_closest_offset", "to_point"), &PointCurve::get_closest_offset);
		ClassDB::bind_method(D_METHOD("tessellate", "max_stages", "tolerance_degrees"), &PointCurve::tessellate, DEFVAL(5), DEFVAL(4));
		ClassDB::bind_method(D_METHOD("tessellate_even_length", "max_stages", "tolerance_length"), &PointCurve::tessellate_even_length, DEFVAL(5), DEFVAL(p_length));
	}
	static void bind_properties() {
		ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "bake_interval", PROPERTY_HINT_RANGE, "0.01,512,0.01"), "set_bake_interval", "get_bake_interval");
		// A Dictionary in truth; the API says so.
		ADD_PROPERTY(PropertyInfo(Variant::INT, "_data", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_INTERNAL), "_set_data", "_get_data");
		ADD_PROPERTY(PropertyInfo(Variant::INT, "point_count", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_ARRAY, SNAME("Points,point_")), "set_point_count", "get_point_count");
	}

private:
	mutable bool baked_stale = true;
	real_t bake_interval;

	void set_part(int p_index, V BezierPoints<V>::Point::*p_part, const V &p_value) {
		ERR_FAIL_INDEX(p_index, get_point_count());
		path.points[uint32_t(p_index)].*p_part = p_value;
		path_changed();
	}
	V get_part(int p_index, V BezierPoints<V>::Point::*p_part) const {
		ERR_FAIL_INDEX_V(p_index, get_point_count(), V());
		return path.points[uint32_t(p_index)].*p_part;
	}
};
