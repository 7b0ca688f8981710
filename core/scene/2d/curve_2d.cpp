// Points of a Curve2D, and places along it.
#include "core/scene/2d/curve_2d.h"

#include "core/object/class_db.h"

void Curve2D::path_changed() {
	baked_stale = true;
	emit_changed();
}

const BezierPath::Baked<Vector2> &Curve2D::get_baked() const {
	if (baked_stale) {
		baked_stale = false;
		path.bake(baked, bake_interval);
	}
	return baked;
}

void Curve2D::set_point_count(int p_count) {
	ERR_FAIL_COND_MSG(p_count < 0 || p_count > BezierPoints<Vector2>::MAX_POINTS, "A curve has up to a million points.");
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

void Curve2D::add_point(const Vector2 &p_position, const Vector2 &p_in, const Vector2 &p_out, int p_at) {
	ERR_FAIL_COND_MSG(get_point_count() >= BezierPoints<Vector2>::MAX_POINTS, "A curve has up to a million points.");
	const uint32_t at = p_at < 0 || p_at > get_point_count() ? path.points.size() : uint32_t(p_at);
	path.points.insert(at, { p_position, p_in, p_out, 0 });
	path_changed();
	notify_property_list_changed();
}

void Curve2D::set_point_position(int p_index, const Vector2 &p_position) {
	ERR_FAIL_INDEX(p_index, get_point_count());
	path.points[uint32_t(p_index)].position = p_position;
	path_changed();
}

Vector2 Curve2D::get_point_position(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, get_point_count(), Vector2());
	return path.points[uint32_t(p_index)].position;
}

void Curve2D::set_point_in(int p_index, const Vector2 &p_in) {
	ERR_FAIL_INDEX(p_index, get_point_count());
	path.points[uint32_t(p_index)].in = p_in;
	path_changed();
}

Vector2 Curve2D::get_point_in(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, get_point_count(), Vector2());
	return path.points[uint32_t(p_index)].in;
}

void Curve2D::set_point_out(int p_index, const Vector2 &p_out) {
	ERR_FAIL_INDEX(p_index, get_point_count());
	path.points[uint32_t(p_index)].out = p_out;
	path_changed();
}

Vector2 Curve2D::get_point_out(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, get_point_count(), Vector2());
	return path.points[uint32_t(p_index)].out;
}

void Curve2D::remove_point(int p_index) {
	ERR_FAIL_INDEX(p_index, get_point_count());
	path.points.remove_at(uint32_t(p_index));
	path_changed();
	notify_property_list_changed();
}

void Curve2D::clear_points() {
	if (!path.points.is_empty()) {
		path.points.clear();
		path_changed();
		notify_property_list_changed();
	}
}

void Curve2D::set_bake_interval(real_t p_interval) {
	bake_interval = p_interval;
	path_changed();
}

// --- Places along it ---

Vector2 Curve2D::sample_baked(real_t p_offset, bool p_cubic) const {
	const BezierPath::Baked<Vector2> &pieces = get_baked();
	ERR_FAIL_COND_V_MSG(pieces.points.is_empty(), Vector2(), "No points in Curve2D.");
	ERR_FAIL_COND_V_MSG(!Math::is_finite(p_offset), Vector2(), "Offset is non-finite");
	return pieces.points.size() == 1 ? pieces.points[0] : pieces.sample(pieces.find(p_offset), p_cubic);
}

Transform2D Curve2D::sample_baked_with_rotation(real_t p_offset, bool p_cubic) const {
	const BezierPath::Baked<Vector2> &pieces = get_baked();
	ERR_FAIL_COND_V_MSG(pieces.points.is_empty(), Transform2D(), "No points in Curve2D.");
	ERR_FAIL_COND_V_MSG(pieces.points.size() == 1, Transform2D(0, pieces.points[0]), "Only 1 point in Curve2D.");
	ERR_FAIL_COND_V_MSG(!Math::is_finite(p_offset), Transform2D(), "Offset is non-finite");
	const BezierPath::Baked<Vector2>::Place place = pieces.find(p_offset);
	const Vector2 forward = pieces.directions[place.index].slerp(pieces.directions[place.index + 1], place.fraction).normalized();
	return Transform2D(forward, Vector2(-forward.y, forward.x), pieces.sample(place, p_cubic));
}

PackedVector2Array Curve2D::get_baked_points() const {
	const BezierPath::Baked<Vector2> &pieces = get_baked();
	return PackedVector2Array(Span<Vector2>(pieces.points.ptr(), pieces.points.size()));
}

Vector2 Curve2D::get_closest_point(const Vector2 &p_to) const {
	ERR_FAIL_COND_V_MSG(get_baked().points.is_empty(), Vector2(), "No points in Curve2D.");
	return get_baked().find_nearest(p_to).point;
}

real_t Curve2D::get_closest_offset(const Vector2 &p_to) const {
	ERR_FAIL_COND_V_MSG(get_baked().points.is_empty(), 0, "No points in Curve2D.");
	return get_baked().find_nearest(p_to).offset;
}

// --- As files and properties name it ---

Dictionary Curve2D::_get_data() const {
	Dictionary data;
	data["points"] = path.get_data();
	return data;
}

void Curve2D::_set_data(const Dictionary &p_data) {
	ERR_FAIL_COND_MSG(!p_data.has("points"), "The data of a Curve2D needs \"points\".");
	if (path.set_data(p_data["points"])) {
		path_changed();
		notify_property_list_changed();
	}
}

bool Curve2D::_set(const StringName &p_name, const Variant &p_value) {
	int index = 0;
	String what;
	if (!path.find_property(p_name, index, what)) {
		return false;
	}
	if (what == "position") {
		set_point_position(index, p_value);
	} else if (what == "in") {
		set_point_in(index, p_value);
	} else if (what == "out") {
		set_point_out(index, p_value);
	} else {
		return false;
	}
	return true;
}

bool Curve2D::_get(const StringName &p_name, Variant &r_value) const {
	int index = 0;
	String what;
	const BezierPoints<Vector2>::Point *point = path.find_property(p_name, index, what);
	if (!point || (what != "position" && what != "in" && what != "out")) {
		return false;
	}
	r_value = what == "position" ? point->position : what == "in" ? point->in
																  : point->out;
	return true;
}

void Curve2D::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	path.list_properties(p_list, Variant::VECTOR2, false);
}

void Curve2D::bind_points() {
	ClassDB::bind_method(D_METHOD("get_point_count"), &Curve2D::get_point_count);
	ClassDB::bind_method(D_METHOD("set_point_count", "count"), &Curve2D::set_point_count);
	ClassDB::bind_method(D_METHOD("add_point", "position", "in", "out", "index"), &Curve2D::add_point, DEFVAL(Vector2()), DEFVAL(Vector2()), DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("set_point_position", "idx", "position"), &Curve2D::set_point_position);
	ClassDB::bind_method(D_METHOD("get_point_position", "idx"), &Curve2D::get_point_position);
	ClassDB::bind_method(D_METHOD("set_point_in", "idx", "position"), &Curve2D::set_point_in);
	ClassDB::bind_method(D_METHOD("get_point_in", "idx"), &Curve2D::get_point_in);
	ClassDB::bind_method(D_METHOD("set_point_out", "idx", "position"), &Curve2D::set_point_out);
	ClassDB::bind_method(D_METHOD("get_point_out", "idx"), &Curve2D::get_point_out);
	ClassDB::bind_method(D_METHOD("remove_point", "idx"), &Curve2D::remove_point);
	ClassDB::bind_method(D_METHOD("clear_points"), &Curve2D::clear_points);
}

void Curve2D::_bind_methods() {
	bind_points();
	ClassDB::bind_method(D_METHOD("sample", "idx", "t"), &Curve2D::sample);
	ClassDB::bind_method(D_METHOD("samplef", "fofs"), &Curve2D::samplef);
	ClassDB::bind_method(D_METHOD("set_bake_interval", "distance"), &Curve2D::set_bake_interval);
	ClassDB::bind_method(D_METHOD("get_bake_interval"), &Curve2D::get_bake_interval);
	ClassDB::bind_method(D_METHOD("get_baked_length"), &Curve2D::get_baked_length);
	ClassDB::bind_method(D_METHOD("sample_baked", "offset", "cubic"), &Curve2D::sample_baked, DEFVAL(0.0), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("sample_baked_with_rotation", "offset", "cubic"), &Curve2D::sample_baked_with_rotation, DEFVAL(0.0), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_baked_points"), &Curve2D::get_baked_points);
	ClassDB::bind_method(D_METHOD("get_closest_point", "to_point"), &Curve2D::get_closest_point);
	ClassDB::bind_method(D_METHOD("get_closest_offset", "to_point"), &Curve2D::get_closest_offset);
	ClassDB::bind_method(D_METHOD("tessellate", "max_stages", "tolerance_degrees"), &Curve2D::tessellate, DEFVAL(5), DEFVAL(4));
	ClassDB::bind_method(D_METHOD("tessellate_even_length", "max_stages", "tolerance_length"), &Curve2D::tessellate_even_length, DEFVAL(5), DEFVAL(20.0));
	ClassDB::bind_method(D_METHOD("_get_data"), &Curve2D::_get_data);
	ClassDB::bind_method(D_METHOD("_set_data", "data"), &Curve2D::_set_data);
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "bake_interval", PROPERTY_HINT_RANGE, "0.01,512,0.01"), "set_bake_interval", "get_bake_interval");
	// A Dictionary in truth; the API says so.
	ADD_PROPERTY(PropertyInfo(Variant::INT, "_data", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_INTERNAL), "_set_data", "_get_data");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "point_count", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_ARRAY, SNAME("Points,point_")), "set_point_count", "get_point_count");
}
