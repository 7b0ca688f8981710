// Where followers of a Path2D stand.
#include "core/scene/2d/path_2d.h"

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/scene/2d/path_following.h"

void Path2D::set_curve(const Ref<Curve2D> &p_curve) {
	PathFollowing::change_curve(curve, p_curve, callable_mp(this, &Path2D::move_followers));
	move_followers();
}

void Path2D::move_followers() {
	if (!is_inside_tree()) {
		return;
	}
	PathFollowing::move_followers<PathFollow2D>(this);
}

void Path2D::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_curve", "curve"), &Path2D::set_curve);
	ClassDB::bind_method(D_METHOD("get_curve"), &Path2D::get_curve);
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "curve", PROPERTY_HINT_RESOURCE_TYPE, "Curve2D", PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_EDITOR_INSTANTIATE_OBJECT), "set_curve", "get_curve");
}

// --- PathFollow2D ---

Ref<Curve2D> PathFollow2D::get_curve() const {
	const Path2D *path = is_inside_tree() ? Object::cast_to<Path2D>(get_parent()) : nullptr;
	return path ? path->get_curve() : Ref<Curve2D>();
}

void PathFollow2D::_notification(int p_what) {
	if (p_what == NOTIFICATION_ENTER_TREE) {
		take_place();
	}
}

void PathFollow2D::set_progress(real_t p_progress) {
	ERR_FAIL_COND_MSG(!Math::is_finite(p_progress), "The progress along a path is a finite number.");
	progress = p_progress;
	const Ref<Curve2D> curve = get_curve();
	if (curve.is_valid()) {
		progress = PathFollowing::limit_progress(p_progress, curve->get_baked_length(), loop);
		take_place();
	}
}

void PathFollow2D::set_progress_ratio(real_t p_ratio) {
	const Ref<Curve2D> curve = get_curve();
	ERR_FAIL_COND_MSG(curve.is_null(), "Can only set progress ratio on a PathFollow2D that is the child of a Path2D which is itself part of the scene tree.");
	ERR_FAIL_COND_MSG(!(curve->get_baked_length() > 0), "Can't set progress ratio on a PathFollow2D whose path has no length.");
	set_progress(p_ratio * curve->get_baked_length());
}

real_t PathFollow2D::get_progress_ratio() const {
	return PathFollowing::get_ratio(get_curve(), progress);
}

void PathFollow2D::set_h_offset(real_t p_offset) {
	offset.x = p_offset;
	take_place();
}

void PathFollow2D::set_v_offset(real_t p_offset) {
	offset.y = p_offset;
	take_place();
}

void PathFollow2D::set_rotates(bool p_enabled) {
	rotates = p_enabled;
	take_place();
}

void PathFollow2D::take_place() {
	const Ref<Curve2D> curve = get_curve();
	if (curve.is_null() || !(curve->get_baked_length() > 0)) {
		return;
	}
	if (rotates) {
		const Transform2D place = curve->sample_baked_with_rotation(progress, cubic);
		set_rotation(place.get_rotation());
		set_position(place.xform(offset));
	} else {
		set_position(curve->sample_baked(progress, cubic) + offset);
	}
}

void PathFollow2D::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_progress", "progress"), &PathFollow2D::set_progress);
	ClassDB::bind_method(D_METHOD("get_progress"), &PathFollow2D::get_progress);
	ClassDB::bind_method(D_METHOD("set_h_offset", "h_offset"), &PathFollow2D::set_h_offset);
	ClassDB::bind_method(D_METHOD("get_h_offset"), &PathFollow2D::get_h_offset);
	ClassDB::bind_method(D_METHOD("set_v_offset", "v_offset"), &PathFollow2D::set_v_offset);
	ClassDB::bind_method(D_METHOD("get_v_offset"), &PathFollow2D::get_v_offset);
	ClassDB::bind_method(D_METHOD("set_progress_ratio", "ratio"), &PathFollow2D::set_progress_ratio);
	ClassDB::bind_method(D_METHOD("get_progress_ratio"), &PathFollow2D::get_progress_ratio);
	ClassDB::bind_method(D_METHOD("set_rotates", "enabled"), &PathFollow2D::set_rotates);
	ClassDB::bind_method(D_METHOD("is_rotating"), &PathFollow2D::is_rotating);
	ClassDB::bind_method(D_METHOD("set_cubic_interpolation", "enabled"), &PathFollow2D::set_cubic_interpolation);
	ClassDB::bind_method(D_METHOD("get_cubic_interpolation"), &PathFollow2D::get_cubic_interpolation);
	ClassDB::bind_method(D_METHOD("set_loop", "loop"), &PathFollow2D::set_loop);
	ClassDB::bind_method(D_METHOD("has_loop"), &PathFollow2D::has_loop);
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "progress", PROPERTY_HINT_RANGE, "0,10000,0.01,or_less,or_greater,suffix:px"), "set_progress", "get_progress");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "progress_ratio", PROPERTY_HINT_RANGE, "0,1,0.0001,or_less,or_greater", PROPERTY_USAGE_EDITOR), "set_progress_ratio", "get_progress_ratio");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "h_offset"), "set_h_offset", "get_h_offset");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "v_offset"), "set_v_offset", "get_v_offset");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "rotates"), "set_rotates", "is_rotating");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "cubic_interp"), "set_cubic_interpolation", "get_cubic_interpolation");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "loop"), "set_loop", "has_loop");
}
