// How things turn along a Curve2D, and how files keep it.
#include "core/scene/2d/curve_2d.h"

Transform2D Curve2D::sample_baked_with_rotation(real_t p_offset, bool p_cubic) const {
	const BezierPath::Baked<Vector2> &pieces = get_baked();
	ERR_FAIL_COND_V_MSG(pieces.points.is_empty(), Transform2D(), "No points in Curve2D.");
	ERR_FAIL_COND_V_MSG(pieces.points.size() == 1, Transform2D(0, pieces.points[0]), "Only 1 point in Curve2D.");
	ERR_FAIL_COND_V_MSG(!Math::is_finite(p_offset), Transform2D(), "Offset is non-finite");
	const BezierPath::Baked<Vector2>::Place place = pieces.find(p_offset);
	const Vector2 forward = pieces.directions[place.index].slerp(pieces.directions[place.index + 1], place.fraction).normalized();
	return Transform2D(forward, Vector2(-forward.y, forward.x), pieces.sample(place, p_cubic));
}

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

void Curve2D::_bind_methods() {
	bind_curve(20);
	ClassDB::bind_method(D_METHOD("sample_baked_with_rotation", "offset", "cubic"), &Curve2D::sample_baked_with_rotation, DEFVAL(0.0), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("_get_data"), &Curve2D::_get_data);
	ClassDB::bind_method(D_METHOD("_set_data", "data"), &Curve2D::_set_data);
	bind_properties();
}
