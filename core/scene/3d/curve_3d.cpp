// Points of a Curve3D, and places along it.
#include "core/scene/3d/curve_3d.h"

#include "core/object/class_db.h"

void Curve3D::path_changed() {
	baked_stale = true;
	emit_changed();
}

const BezierPath::Baked<Vector3> &Curve3D::get_baked() const {
	if (baked_stale) {
		baked_stale = false;
		path.bake(baked, bake_interval);
		bake_ups();
	}
	return baked;
}

void Curve3D::set_point_count(int p_count) {
	ERR_FAIL_COND_MSG(p_count < 0 || p_count > BezierPoints<Vector3>::MAX_POINTS, "A curve has up to a million points.");
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

void Curve3D::add_point(const Vector3 &p_position, const Vector3 &p_in, const Vector3 &p_out, int p_at) {
	ERR_FAIL_COND_MSG(get_point_count() >= BezierPoints<Vector3>::MAX_POINTS, "A curve has up to a million points.");
	const uint32_t at = p_at < 0 || p_at > get_point_count() ? path.points.size() : uint32_t(p_at);
	path.points.insert(at, { p_position, p_in, p_out, 0 });
	path_changed();
	notify_property_list_changed();
}

void Curve3D::set_point_position(int p_index, const Vector3 &p_position) {
	ERR_FAIL_INDEX(p_index, get_point_count());
	path.points[uint32_t(p_index)].position = p_position;
	path_changed();
}

Vector3 Curve3D::get_point_position(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, get_point_count(), Vector3());
	return path.points[uint32_t(p_index)].position;
}

void Curve3D::set_point_in(int p_index, const Vector3 &p_in) {
	ERR_FAIL_INDEX(p_index, get_point_count());
	path.points[uint32_t(p_index)].in = p_in;
	path_changed();
}

Vector3 Curve3D::get_point_in(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, get_point_count(), Vector3());
	return path.points[uint32_t(p_index)].in;
}

void Curve3D::set_point_out(int p_index, const Vector3 &p_out) {
	ERR_FAIL_INDEX(p_index, get_point_count());
	path.points[uint32_t(p_index)].out = p_out;
	path_changed();
}

Vector3 Curve3D::get_point_out(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, get_point_count(), Vector3());
	return path.points[uint32_t(p_index)].out;
}

void Curve3D::set_point_tilt(int p_index, real_t p_radians) {
	ERR_FAIL_INDEX(p_index, get_point_count());
	path.points[uint32_t(p_index)].tilt = p_radians;
	path_changed();
}

real_t Curve3D::get_point_tilt(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, get_point_count(), 0);
	return path.points[uint32_t(p_index)].tilt;
}

void Curve3D::set_closed(bool p_closed) {
	if (path.closed != p_closed) {
		path.closed = p_closed;
		path_changed();
		notify_property_list_changed();
	}
}

void Curve3D::set_up_vector_enabled(bool p_enable) {
	up_vector_enabled = p_enable;
	path_changed();
}

void Curve3D::remove_point(int p_index) {
	ERR_FAIL_INDEX(p_index, get_point_count());
	path.points.remove_at(uint32_t(p_index));
	path_changed();
	notify_property_list_changed();
}

void Curve3D::clear_points() {
	if (!path.points.is_empty()) {
		path.points.clear();
		path_changed();
		notify_property_list_changed();
	}
}

void Curve3D::set_bake_interval(real_t p_interval) {
	bake_interval = p_interval;
	path_changed();
}

// --- Places along it ---

Vector3 Curve3D::sample_baked(real_t p_offset, bool p_cubic) const {
	const BezierPath::Baked<Vector3> &pieces = get_baked();
	ERR_FAIL_COND_V_MSG(pieces.points.is_empty(), Vector3(), "No points in Curve3D.");
	ERR_FAIL_COND_V_MSG(!Math::is_finite(p_offset), Vector3(), "Offset is non-finite");
	return pieces.points.size() == 1 ? pieces.points[0] : pieces.sample(pieces.find(p_offset), p_cubic);
}

// --- Frames ---

namespace {

const Vector3 UP(0, 1, 0);
constexpr real_t NEARLY = 0.001f;

// With -Z along p_forward, and Y as near to straight up as can be.
Basis first_frame(const Vector3 &p_forward) {
	return Basis::looking_at(p_forward, Math::abs(p_forward.dot(UP)) > 1 - NEARLY ? Vector3(1, 0, 0) : UP);
}

// The least rotation that brings one direction to another.
Vector3 turn_along(const Vector3 &p_what, const Vector3 &p_from, const Vector3 &p_to) {
	const Vector3 axis = p_from.cross(p_to);
	return axis.is_zero_approx() ? p_what : p_what.rotated(axis.normalized(), p_from.angle_to(p_to));
}

} // namespace

// The first is as upright as it can be; each further one is the one before, turned as the path turns. Where a closed path comes back as it
// left, what it twisted until then is spread over its length.
void Curve3D::bake_ups() const {
	baked_ups.clear();
	const uint32_t count = baked.points.size();
	if (!up_vector_enabled || count < 2) {
		if (up_vector_enabled && count == 1) {
			baked_ups.push_back(UP);
		}
		return;
	}
	Vector3 forward = baked.directions[0];
	Vector3 up = forward.is_zero_approx() ? UP : first_frame(forward).get_column(1);
	for (uint32_t i = 0; i < count; i++) {
		if (!baked.directions[i].is_zero_approx()) {
			up = turn_along(up, forward, baked.directions[i]);
			forward = baked.directions[i];
			up = (up - forward * forward.dot(up)).normalized();
		}
		baked_ups.push_back(up);
	}
	const Vector3 first = baked.directions[0];
	if (!path.closed || !(first.dot(forward) > 1 - NEARLY) || !(baked.get_length() > 0)) {
		return;
	}
	const real_t twist = baked_ups[0].signed_angle_to(up, forward);
	for (uint32_t i = 0; i < count; i++) {
		baked_ups[i] = baked_ups[i].rotated(baked.directions[i].is_zero_approx() ? forward : baked.directions[i], -twist * baked.offsets[i] / baked.get_length());
	}
}

Basis Curve3D::get_frame(uint32_t p_index) const {
	const Vector3 forward = baked.directions[p_index];
	if (forward.is_zero_approx()) {
		return Basis();
	}
	if (baked_ups.is_empty()) {
		return first_frame(forward);
	}
	return Basis(forward.cross(baked_ups[p_index]), baked_ups[p_index], -forward);
}

// Of a place in segments; the points' tilts go evenly into each other.
real_t Curve3D::get_tilt(real_t p_place) const {
	const uint32_t count = path.points.size();
	const uint32_t before = MIN(uint32_t(MAX(p_place, real_t(0))), uint32_t(path.get_segment_count() - 1));
	return Math::lerp(path.points[before].tilt, path.points[(before + 1) % count].tilt, p_place - real_t(before));
}

Basis Curve3D::sample_frame(const BezierPath::Baked<Vector3>::Place &p_place, bool p_tilted) const {
	Basis frame = get_frame(p_place.index).slerp(get_frame(p_place.index + 1), p_place.fraction);
	if (p_tilted) {
		const real_t tilt = Math::lerp(get_tilt(baked.places[p_place.index]), get_tilt(baked.places[p_place.index + 1]), p_place.fraction);
		frame = Basis(-frame.get_column(2).normalized(), tilt) * frame;
	}
	return frame;
}

Transform3D Curve3D::sample_baked_with_rotation(real_t p_offset, bool p_cubic, bool p_tilted) const {
	const BezierPath::Baked<Vector3> &pieces = get_baked();
	ERR_FAIL_COND_V_MSG(pieces.points.is_empty(), Transform3D(), "No points in Curve3D.");
	ERR_FAIL_COND_V_MSG(!Math::is_finite(p_offset), Transform3D(), "Offset is non-finite");
	if (pieces.points.size() == 1) {
		return Transform3D(Basis(), pieces.points[0]);
	}
	const BezierPath::Baked<Vector3>::Place place = pieces.find(p_offset);
	return Transform3D(sample_frame(place, p_tilted), pieces.sample(place, p_cubic));
}

Vector3 Curve3D::sample_baked_up_vector(real_t p_offset, bool p_tilted) const {
	const BezierPath::Baked<Vector3> &pieces = get_baked();
	ERR_FAIL_COND_V_MSG(pieces.points.size() < 2 || baked_ups.is_empty(), UP, "No up vectors in Curve3D.");
	ERR_FAIL_COND_V_MSG(!Math::is_finite(p_offset), UP, "Offset is non-finite");
	return sample_frame(pieces.find(p_offset), p_tilted).get_column(1);
}

PackedVector3Array Curve3D::get_baked_up_vectors() const {
	get_baked();
	return PackedVector3Array(Span<Vector3>(baked_ups.ptr(), baked_ups.size()));
}

PackedFloat32Array Curve3D::get_baked_tilts() const {
	PackedFloat32Array tilts;
	for (const real_t place : get_baked().places) {
		tilts.push_back(path.points.size() < 2 ? path.points[0].tilt : get_tilt(place));
	}
	return tilts;
}

// --- Its points ---

PackedVector3Array Curve3D::get_baked_points() const {
	const BezierPath::Baked<Vector3> &pieces = get_baked();
	return PackedVector3Array(Span<Vector3>(pieces.points.ptr(), pieces.points.size()));
}

Vector3 Curve3D::get_closest_point(const Vector3 &p_to) const {
	ERR_FAIL_COND_V_MSG(get_baked().points.is_empty(), Vector3(), "No points in Curve3D.");
	return get_baked().find_nearest(p_to).point;
}

real_t Curve3D::get_closest_offset(const Vector3 &p_to) const {
	ERR_FAIL_COND_V_MSG(get_baked().points.is_empty(), 0, "No points in Curve3D.");
	return get_baked().find_nearest(p_to).offset;
}

// --- As files and properties name it ---

Dictionary Curve3D::_get_data() const {
	Dictionary data;
	data["points"] = path.get_data();
	PackedFloat32Array tilts;
	for (const BezierPoints<Vector3>::Point &point : path.points) {
		tilts.push_back(point.tilt);
	}
	data["tilts"] = tilts;
	return data;
}

void Curve3D::_set_data(const Dictionary &p_data) {
	ERR_FAIL_COND_MSG(!p_data.has("points") || !p_data.has("tilts"), "The data of a Curve3D needs \"points\" and \"tilts\".");
	const PackedFloat32Array tilts = p_data["tilts"];
	if (path.set_data(p_data["points"])) {
		for (uint32_t i = 0; i < MIN(path.points.size(), uint32_t(tilts.size())); i++) {
			path.points[i].tilt = tilts[i];
		}
		path_changed();
		notify_property_list_changed();
	}
}

bool Curve3D::_set(const StringName &p_name, const Variant &p_value) {
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
	} else if (what == "tilt") {
		set_point_tilt(index, real_t(double(p_value)));
	} else {
		return false;
	}
	return true;
}

bool Curve3D::_get(const StringName &p_name, Variant &r_value) const {
	int index = 0;
	String what;
	const BezierPoints<Vector3>::Point *point = path.find_property(p_name, index, what);
	if (point && what == "tilt") {
		r_value = point->tilt;
		return true;
	}
	if (!point || (what != "position" && what != "in" && what != "out")) {
		return false;
	}
	r_value = what == "position" ? point->position : what == "in" ? point->in
																  : point->out;
	return true;
}

void Curve3D::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	path.list_properties(p_list, Variant::VECTOR3, true);
}

void Curve3D::bind_points() {
	ClassDB::bind_method(D_METHOD("get_point_count"), &Curve3D::get_point_count);
	ClassDB::bind_method(D_METHOD("set_point_count", "count"), &Curve3D::set_point_count);
	ClassDB::bind_method(D_METHOD("add_point", "position", "in", "out", "index"), &Curve3D::add_point, DEFVAL(Vector3()), DEFVAL(Vector3()), DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("set_point_position", "idx", "position"), &Curve3D::set_point_position);
	ClassDB::bind_method(D_METHOD("get_point_position", "idx"), &Curve3D::get_point_position);
	ClassDB::bind_method(D_METHOD("set_point_tilt", "idx", "tilt"), &Curve3D::set_point_tilt);
	ClassDB::bind_method(D_METHOD("get_point_tilt", "idx"), &Curve3D::get_point_tilt);
	ClassDB::bind_method(D_METHOD("set_point_in", "idx", "position"), &Curve3D::set_point_in);
	ClassDB::bind_method(D_METHOD("get_point_in", "idx"), &Curve3D::get_point_in);
	ClassDB::bind_method(D_METHOD("set_point_out", "idx", "position"), &Curve3D::set_point_out);
	ClassDB::bind_method(D_METHOD("get_point_out", "idx"), &Curve3D::get_point_out);
	ClassDB::bind_method(D_METHOD("remove_point", "idx"), &Curve3D::remove_point);
	ClassDB::bind_method(D_METHOD("clear_points"), &Curve3D::clear_points);
}

void Curve3D::bind_places() {
	ClassDB::bind_method(D_METHOD("sample", "idx", "t"), &Curve3D::sample);
	ClassDB::bind_method(D_METHOD("samplef", "fofs"), &Curve3D::samplef);
	ClassDB::bind_method(D_METHOD("set_bake_interval", "distance"), &Curve3D::set_bake_interval);
	ClassDB::bind_method(D_METHOD("get_bake_interval"), &Curve3D::get_bake_interval);
	ClassDB::bind_method(D_METHOD("get_baked_length"), &Curve3D::get_baked_length);
	ClassDB::bind_method(D_METHOD("sample_baked", "offset", "cubic"), &Curve3D::sample_baked, DEFVAL(0.0), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("sample_baked_with_rotation", "offset", "cubic", "apply_tilt"), &Curve3D::sample_baked_with_rotation, DEFVAL(0.0), DEFVAL(false), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("sample_baked_up_vector", "offset", "apply_tilt"), &Curve3D::sample_baked_up_vector, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_baked_tilts"), &Curve3D::get_baked_tilts);
	ClassDB::bind_method(D_METHOD("get_baked_up_vectors"), &Curve3D::get_baked_up_vectors);
	ClassDB::bind_method(D_METHOD("get_baked_points"), &Curve3D::get_baked_points);
	ClassDB::bind_method(D_METHOD("get_closest_point", "to_point"), &Curve3D::get_closest_point);
	ClassDB::bind_method(D_METHOD("get_closest_offset", "to_point"), &Curve3D::get_closest_offset);
	ClassDB::bind_method(D_METHOD("tessellate", "max_stages", "tolerance_degrees"), &Curve3D::tessellate, DEFVAL(5), DEFVAL(4));
	ClassDB::bind_method(D_METHOD("tessellate_even_length", "max_stages", "tolerance_length"), &Curve3D::tessellate_even_length, DEFVAL(5), DEFVAL(0.2));
}

void Curve3D::_bind_methods() {
	bind_points();
	bind_places();
	ClassDB::bind_method(D_METHOD("set_closed", "closed"), &Curve3D::set_closed);
	ClassDB::bind_method(D_METHOD("is_closed"), &Curve3D::is_closed);
	ClassDB::bind_method(D_METHOD("set_up_vector_enabled", "enable"), &Curve3D::set_up_vector_enabled);
	ClassDB::bind_method(D_METHOD("is_up_vector_enabled"), &Curve3D::is_up_vector_enabled);
	ClassDB::bind_method(D_METHOD("_get_data"), &Curve3D::_get_data);
	ClassDB::bind_method(D_METHOD("_set_data", "data"), &Curve3D::_set_data);
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "closed"), "set_closed", "is_closed");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "bake_interval", PROPERTY_HINT_RANGE, "0.01,512,0.01"), "set_bake_interval", "get_bake_interval");
	// A Dictionary in truth; the API says so.
	ADD_PROPERTY(PropertyInfo(Variant::INT, "_data", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_INTERNAL), "_set_data", "_get_data");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "point_count", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_ARRAY, SNAME("Points,point_")), "set_point_count", "get_point_count");
	ADD_GROUP("Up Vector", "up_vector_");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "up_vector_enabled"), "set_up_vector_enabled", "is_up_vector_enabled");
}
