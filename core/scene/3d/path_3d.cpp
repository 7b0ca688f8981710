// Where followers of a Path3D stand.
#include "core/scene/3d/path_3d.h"

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/scene/2d/path_following.h"

void Path3D::set_curve(const Ref<Curve3D> &p_curve) {
	PathFollowing::change_curve(curve, p_curve, callable_mp(this, &Path3D::move_followers));
	move_followers();
}

void Path3D::move_followers() {
	if (!is_inside_tree()) {
		return;
	}
	emit_signal(SNAME("curve_changed"));
	PathFollowing::move_followers<PathFollow3D>(this);
}

void Path3D::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_curve", "curve"), &Path3D::set_curve);
	ClassDB::bind_method(D_METHOD("get_curve"), &Path3D::get_curve);
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "curve", PROPERTY_HINT_RESOURCE_TYPE, "Curve3D", PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_EDITOR_INSTANTIATE_OBJECT), "set_curve", "get_curve");
	ADD_SIGNAL(MethodInfo("curve_changed"));
}

// --- PathFollow3D ---

Ref<Curve3D> PathFollow3D::get_curve() const {
	const Path3D *path = is_inside_tree() ? Object::cast_to<Path3D>(get_parent()) : nullptr;
	return path ? path->get_curve() : Ref<Curve3D>();
}

void PathFollow3D::_notification(int p_what) {
	if (p_what == NOTIFICATION_ENTER_TREE) {
		take_place();
	}
}

void PathFollow3D::set_progress(real_t p_progress) {
	ERR_FAIL_COND_MSG(!Math::is_finite(p_progress), "The progress along a path is a finite number.");
	progress = p_progress;
	const Ref<Curve3D> curve = get_curve();
	if (curve.is_valid()) {
		progress = PathFollowing::limit_progress(p_progress, curve->get_baked_length(), loop);
		take_place();
	}
}

void PathFollow3D::set_progress_ratio(real_t p_ratio) {
	const Ref<Curve3D> curve = get_curve();
	ERR_FAIL_COND_MSG(curve.is_null(), "Can only set progress ratio on a PathFollow3D that is the child of a Path3D which is itself part of the scene tree.");
	ERR_FAIL_COND_MSG(!(curve->get_baked_length() > 0), "Can't set progress ratio on a PathFollow3D whose path has no length.");
	set_progress(p_ratio * curve->get_baked_length());
}

real_t PathFollow3D::get_progress_ratio() const {
	return PathFollowing::get_ratio(get_curve(), progress);
}

void PathFollow3D::set_h_offset(real_t p_offset) {
	offset.x = p_offset;
	take_place();
}

void PathFollow3D::set_v_offset(real_t p_offset) {
	offset.y = p_offset;
	take_place();
}

void PathFollow3D::set_rotation_mode(RotationMode p_mode) {
	ERR_FAIL_COND_MSG(p_mode < ROTATION_NONE || p_mode > ROTATION_ORIENTED, "There is no such rotation mode.");
	rotation_mode = p_mode;
	take_place();
}

void PathFollow3D::set_use_model_front(bool p_enabled) {
	use_model_front = p_enabled;
	take_place();
}

void PathFollow3D::set_tilt_enabled(bool p_enabled) {
	tilt_enabled = p_enabled;
	take_place();
}

Transform3D PathFollow3D::correct_posture(const Transform3D &p_transform, RotationMode p_mode) {
	const Vector3 up(0, 1, 0);
	Vector3 back = p_transform.basis.get_column(2);
	switch (p_mode) {
		case ROTATION_NONE:
			return Transform3D(Basis(), p_transform.origin);
		case ROTATION_Y:
			back.y = 0;
			[[fallthrough]];
		case ROTATION_XY:
		case ROTATION_ORIENTED: {
			back = back.normalized();
			const Vector3 right = up.cross(back).normalized();
			if (right.is_zero_approx()) {
				return p_transform; // Straight up or down no direction is the right one.
			}
			return Transform3D(Basis(right, back.cross(right), back), p_transform.origin);
		}
		default:
			return p_transform;
	}
}

void PathFollow3D::take_place() {
	const Ref<Curve3D> curve = get_curve();
	if (curve.is_null() || !(curve->get_baked_length() > 0)) {
		return;
	}
	const Transform3D plain = curve->sample_baked_with_rotation(progress, cubic);
	Transform3D place = correct_posture(plain, rotation_mode);
	if (rotation_mode != ROTATION_NONE) {
		if (tilt_enabled) {
			place.basis = curve->sample_baked_with_rotation(progress, cubic, true).basis * plain.basis.transposed() * place.basis;
		}
		if (use_model_front) {
			place.basis = place.basis * Basis::from_scale(Vector3(-1, 1, -1));
		}
	}
	place.origin += place.basis.get_column(0) * offset.x + place.basis.get_column(1) * offset.y;
	place.basis = place.basis.orthonormalized() * Basis::from_scale(get_scale()); // Else what is lost each time would add up.
	set_transform(place);
}

void PathFollow3D::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_progress", "progress"), &PathFollow3D::set_progress);
	ClassDB::bind_method(D_METHOD("get_progress"), &PathFollow3D::get_progress);
	ClassDB::bind_method(D_METHOD("set_h_offset", "h_offset"), &PathFollow3D::set_h_offset);
	ClassDB::bind_method(D_METHOD("get_h_offset"), &PathFollow3D::get_h_offset);
	ClassDB::bind_method(D_METHOD("set_v_offset", "v_offset"), &PathFollow3D::set_v_offset);
	ClassDB::bind_method(D_METHOD("get_v_offset"), &PathFollow3D::get_v_offset);
	ClassDB::bind_method(D_METHOD("set_progress_ratio", "ratio"), &PathFollow3D::set_progress_ratio);
	ClassDB::bind_method(D_METHOD("get_progress_ratio"), &PathFollow3D::get_progress_ratio);
	ClassDB::bind_method(D_METHOD("set_rotation_mode", "rotation_mode"), &PathFollow3D::set_rotation_mode);
	ClassDB::bind_method(D_METHOD("get_rotation_mode"), &PathFollow3D::get_rotation_mode);
	ClassDB::bind_method(D_METHOD("set_use_model_front", "enabled"), &PathFollow3D::set_use_model_front);
	ClassDB::bind_method(D_METHOD("is_using_model_front"), &PathFollow3D::is_using_model_front);
	ClassDB::bind_method(D_METHOD("set_tilt_enabled", "enabled"), &PathFollow3D::set_tilt_enabled);
	ClassDB::bind_method(D_METHOD("is_tilt_enabled"), &PathFollow3D::is_tilt_enabled);
	ClassDB::bind_static_method(get_class_static(), D_METHOD("correct_posture", "transform", "rotation_mode"), &PathFollow3D::correct_posture);
	ClassDB::bind_method(D_METHOD("set_cubic_interpolation", "enabled"), &PathFollow3D::set_cubic_interpolation);
	ClassDB::bind_method(D_METHOD("get_cubic_interpolation"), &PathFollow3D::get_cubic_interpolation);
	ClassDB::bind_method(D_METHOD("set_loop", "loop"), &PathFollow3D::set_loop);
	ClassDB::bind_method(D_METHOD("has_loop"), &PathFollow3D::has_loop);
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "progress", PROPERTY_HINT_RANGE, "0,10000,0.01,or_less,or_greater,suffix:m"), "set_progress", "get_progress");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "progress_ratio", PROPERTY_HINT_RANGE, "0,1,0.0001,or_less,or_greater", PROPERTY_USAGE_EDITOR), "set_progress_ratio", "get_progress_ratio");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "h_offset", PROPERTY_HINT_NONE, "suffix:m"), "set_h_offset", "get_h_offset");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "v_offset", PROPERTY_HINT_NONE, "suffix:m"), "set_v_offset", "get_v_offset");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "rotation_mode", PROPERTY_HINT_ENUM, "None,Y,XY,XYZ,Oriented"), "set_rotation_mode", "get_rotation_mode");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "use_model_front"), "set_use_model_front", "is_using_model_front");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "cubic_interp"), "set_cubic_interpolation", "get_cubic_interpolation");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "loop"), "set_loop", "has_loop");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "tilt_enabled"), "set_tilt_enabled", "is_tilt_enabled");
	BIND_ENUM_CONSTANT(ROTATION_NONE);
	BIND_ENUM_CONSTANT(ROTATION_Y);
	BIND_ENUM_CONSTANT(ROTATION_XY);
	BIND_ENUM_CONSTANT(ROTATION_XYZ);
	BIND_ENUM_CONSTANT(ROTATION_ORIENTED);
}
