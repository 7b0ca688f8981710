// How things turn along a Curve3D, and how files keep it.
#include "core/scene/3d/curve_3d.h"

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
void Curve3D::bake_frames() const {
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
	if (what != "tilt") {
		return set_point_property(p_name, p_value);
	}
	set_point_tilt(index, real_t(double(p_value)));
	return true;
}

bool Curve3D::_get(const StringName &p_name, Variant &r_value) const {
	int index = 0;
	String what;
	const BezierPoints<Vector3>::Point *point = path.find_property(p_name, index, what);
	if (!point || what != "tilt") {
		return point && get_point_property(p_name, r_value);
	}
	r_value = point->tilt;
	return true;
}

void Curve3D::_bind_methods() {
	bind_curve(0.2);
	ClassDB::bind_method(D_METHOD("set_point_tilt", "idx", "tilt"), &Curve3D::set_point_tilt);
	ClassDB::bind_method(D_METHOD("get_point_tilt", "idx"), &Curve3D::get_point_tilt);
	ClassDB::bind_method(D_METHOD("sample_baked_with_rotation", "offset", "cubic", "apply_tilt"), &Curve3D::sample_baked_with_rotation, DEFVAL(0.0), DEFVAL(false), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("sample_baked_up_vector", "offset", "apply_tilt"), &Curve3D::sample_baked_up_vector, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_baked_tilts"), &Curve3D::get_baked_tilts);
	ClassDB::bind_method(D_METHOD("get_baked_up_vectors"), &Curve3D::get_baked_up_vectors);
	ClassDB::bind_method(D_METHOD("set_closed", "closed"), &Curve3D::set_closed);
	ClassDB::bind_method(D_METHOD("is_closed"), &Curve3D::is_closed);
	ClassDB::bind_method(D_METHOD("set_up_vector_enabled", "enable"), &Curve3D::set_up_vector_enabled);
	ClassDB::bind_method(D_METHOD("is_up_vector_enabled"), &Curve3D::is_up_vector_enabled);
	ClassDB::bind_method(D_METHOD("_get_data"), &Curve3D::_get_data);
	ClassDB::bind_method(D_METHOD("_set_data", "data"), &Curve3D::_set_data);
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "closed"), "set_closed", "is_closed");
	bind_properties();
	ADD_GROUP("Up Vector", "up_vector_");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "up_vector_enabled"), "set_up_vector_enabled", "is_up_vector_enabled");
}
