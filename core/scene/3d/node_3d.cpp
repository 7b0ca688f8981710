// Transforms below the parent and in the world.
#include "core/scene/3d/node_3d.h"

#include "core/math/math_funcs.h"
#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/scene/main/node_walk.h"

static Vector3 in_degrees(const Vector3 &p_radians) {
	return Vector3(Math::rad_to_deg(p_radians.x), Math::rad_to_deg(p_radians.y), Math::rad_to_deg(p_radians.z));
}

static Vector3 in_radians(const Vector3 &p_degrees) {
	return Vector3(Math::deg_to_rad(p_degrees.x), Math::deg_to_rad(p_degrees.y), Math::deg_to_rad(p_degrees.z));
}

// Angles of the rotation alone: a basis that mirrors is turned inside out first.
static Vector3 angles_of(const Basis &p_basis, EulerOrder p_order = EulerOrder::YXZ) {
	const Basis straight = p_basis.orthonormalized();
	return (straight.determinant() < 0 ? straight.scaled(Vector3(-1, -1, -1)) : straight).get_euler(p_order);
}

// --- Below the parent ---

Basis Node3D::get_basis() const {
	if (basis_stale) {
		basis = Basis::from_euler(euler, rotation_order).scaled_local(scale);
		basis_stale = false;
	}
	return basis;
}

void Node3D::update_angles() const {
	if (angles_stale) {
		scale = basis.get_scale();
		euler = angles_of(basis, rotation_order);
		angles_stale = false;
	}
}

void Node3D::set_basis(const Basis &p_basis) {
	basis = p_basis;
	basis_stale = false;
	angles_stale = true;
	moved();
}

void Node3D::set_transform(const Transform3D &p_transform) {
	position = p_transform.origin;
	set_basis(p_transform.basis);
}

void Node3D::set_position(const Vector3 &p_position) {
	position = p_position;
	moved();
}

void Node3D::set_rotation(const Vector3 &p_radians) {
	update_angles();
	euler = p_radians;
	basis_stale = true;
	moved();
}

Vector3 Node3D::get_rotation() const {
	update_angles();
	return euler;
}

void Node3D::set_rotation_degrees(const Vector3 &p_degrees) {
	set_rotation(in_radians(p_degrees));
}

Vector3 Node3D::get_rotation_degrees() const {
	return in_degrees(get_rotation());
}

void Node3D::set_quaternion(const Quaternion &p_quaternion) {
	update_angles();
	set_basis(Basis(p_quaternion).scaled_local(scale));
}

void Node3D::set_scale(const Vector3 &p_scale) {
	update_angles();
	scale = p_scale;
	basis_stale = true;
	moved();
}

Vector3 Node3D::get_scale() const {
	update_angles();
	return scale;
}

void Node3D::set_rotation_edit_mode(RotationEditMode p_mode) {
	if (edit_mode == ROTATION_EDIT_MODE_BASIS && p_mode != edit_mode) {
		orthonormalize(); // Angles cannot say what shears.
	}
	edit_mode = p_mode;
	notify_property_list_changed();
}

void Node3D::set_rotation_order(EulerOrder p_order) {
	ERR_FAIL_INDEX(int(p_order), 6);
	rotation_order = p_order;
	if (!angles_stale) { // The same angles in another order are another rotation.
		basis_stale = true;
		moved();
	}
	notify_property_list_changed();
}

void Node3D::set_as_top_level(bool p_enabled) {
	if (top_level == p_enabled) {
		return;
	}
	if (is_inside_tree()) {
		const Transform3D kept = get_global_transform();
		top_level = p_enabled;
		set_global_transform(kept);
	} else {
		top_level = p_enabled;
	}
}

// --- In the world ---

Node3D *Node3D::get_parent_node_3d() const {
	return top_level ? nullptr : Object::cast_to<Node3D>(get_parent());
}

Transform3D Node3D::get_global_transform() const {
	ERR_FAIL_COND_V_MSG(!is_inside_tree(), Transform3D(), vformat("%s has no global transform outside the tree. Add it first, or use its transform.", get_name()));
	Transform3D global = get_transform();
	if (scale_disabled) {
		global.basis.orthonormalize();
	}
	for (const Node3D *above = get_parent_node_3d(); above; above = above->get_parent_node_3d()) {
		Transform3D next = above->get_transform();
		if (above->scale_disabled) {
			next.basis.orthonormalize();
		}
		global = next * global;
	}
	return global;
}

void Node3D::set_global_transform(const Transform3D &p_transform) {
	const Node3D *above = is_inside_tree() ? get_parent_node_3d() : nullptr;
	set_transform(above ? above->get_global_transform().affine_inverse() * p_transform : p_transform);
}

void Node3D::set_global_position(const Vector3 &p_position) {
	set_global_transform(Transform3D(get_global_transform().basis, p_position));
}

void Node3D::set_global_basis(const Basis &p_basis) {
	set_global_transform(Transform3D(p_basis, get_global_transform().origin));
}

void Node3D::set_global_rotation(const Vector3 &p_radians) {
	const Transform3D now = get_global_transform();
	set_global_transform(Transform3D(Basis::from_euler(p_radians), now.origin));
}

void Node3D::set_global_rotation_degrees(const Vector3 &p_degrees) {
	set_global_rotation(in_radians(p_degrees));
}

Vector3 Node3D::get_global_rotation() const {
	return angles_of(get_global_transform().basis);
}

Vector3 Node3D::get_global_rotation_degrees() const {
	return in_degrees(get_global_rotation());
}

void Node3D::reparent_keeping_transform(Node *p_parent) {
	const Transform3D kept = is_inside_tree() ? get_global_transform() : get_transform();
	Node::reparent_keeping_transform(p_parent);
	set_global_transform(kept);
}

// --- Moving ---

void Node3D::rotate(const Vector3 &p_axis, real_t p_angle) {
	set_basis(get_basis().rotated(p_axis, p_angle));
}

void Node3D::rotate_object_local(const Vector3 &p_axis, real_t p_angle) {
	set_transform(get_transform().rotated_local(p_axis, p_angle));
}

void Node3D::translate_object_local(const Vector3 &p_offset) {
	set_transform(get_transform().translated_local(p_offset));
}

void Node3D::scale_object_local(const Vector3 &p_scale) {
	set_transform(get_transform().scaled_local(p_scale));
}

void Node3D::global_rotate(const Vector3 &p_axis, real_t p_angle) {
	const Transform3D now = get_global_transform();
	set_global_transform(Transform3D(now.basis.rotated(p_axis, p_angle), now.origin));
}

void Node3D::global_translate(const Vector3 &p_offset) {
	set_global_transform(get_global_transform().translated(p_offset));
}

void Node3D::global_scale(const Vector3 &p_scale) {
	const Transform3D now = get_global_transform();
	set_global_transform(Transform3D(now.basis.scaled(p_scale), now.origin));
}

void Node3D::look_at(const Vector3 &p_target, const Vector3 &p_up, bool p_use_model_front) {
	ERR_FAIL_COND_MSG(!is_inside_tree(), "look_at() needs a node inside the tree; look_at_from_position() does not.");
	look_at_from_position(get_global_transform().origin, p_target, p_up, p_use_model_front);
}

void Node3D::look_at_from_position(const Vector3 &p_position, const Vector3 &p_target, const Vector3 &p_up, bool p_use_model_front) {
	ERR_FAIL_COND_MSG(p_position.is_equal_approx(p_target), "A node cannot look at the place where it is.");
	ERR_FAIL_COND_MSG(p_up.is_zero_approx(), "The direction up cannot be zero.");
	const Vector3 kept_scale = get_scale();
	set_global_transform(Transform3D(Basis::looking_at(p_target - p_position, p_up, p_use_model_front), p_position));
	set_scale(kept_scale);
}

// --- Visibility ---

bool Node3D::is_visible_in_tree() const {
	if (!is_inside_tree()) {
		return false;
	}
	for (const Node3D *node = this; node; node = Object::cast_to<Node3D>(node->get_parent())) {
		if (!node->visible) {
			return false;
		}
	}
	return true;
}

void Node3D::set_visible(bool p_visible) {
	if (visible == p_visible) {
		return;
	}
	visible = p_visible;
	if (is_inside_tree()) {
		tell_visibility();
	}
}

// This node and all visible ones below, in an unbroken chain.
void Node3D::tell_visibility() {
	NodeWalk walk;
	walk.run(this, [this](Node *p_node) {
		Node3D *node = Object::cast_to<Node3D>(p_node);
		if (!node || (node != this && !node->visible)) {
			return false;
		}
		node->notification(NOTIFICATION_VISIBILITY_CHANGED);
		node->emit_signal(SNAME("visibility_changed"));
		return true;
	});
}

// --- Notifications of moves ---

std::atomic<int> Node3D::watchers{ 0 };

Node3D::~Node3D() {
	set_notify_transform(false);
}

void Node3D::set_notify_transform(bool p_enabled) {
	if (notify_transform != p_enabled) {
		notify_transform = p_enabled;
		watchers.fetch_add(p_enabled ? 1 : -1, std::memory_order_relaxed);
	}
}

void Node3D::moved() {
	if (!is_inside_tree()) {
		return;
	}
	if (notify_local_transform) {
		notification(NOTIFICATION_LOCAL_TRANSFORM_CHANGED);
	}
	if (watchers.load(std::memory_order_relaxed) == 0) {
		return;
	}
	NodeWalk walk;
	walk.run(this, [this](Node *p_node) {
		Node3D *node = Object::cast_to<Node3D>(p_node);
		if (!node || (node != this && node->top_level)) {
			return false;
		}
		if (node->notify_transform && !node->ignore_notification && !node->move_untold) {
			node->move_untold = true;
			callable_mp(node, &Node3D::tell_moved).call_deferred();
		}
		return true;
	});
}

void Node3D::tell_moved() {
	if (move_untold) {
		move_untold = false;
		if (is_inside_tree()) {
			notification(NOTIFICATION_TRANSFORM_CHANGED);
		}
	}
}

void Node3D::force_update_transform() {
	ERR_FAIL_COND_MSG(!is_inside_tree(), "force_update_transform() needs a node inside the tree.");
	tell_moved();
}

void Node3D::_notification(int p_what) {
	switch (p_what) {
		case NOTIFICATION_ENTER_TREE:
			notification(NOTIFICATION_ENTER_WORLD);
			moved();
			break;
		case NOTIFICATION_EXIT_TREE:
			notification(NOTIFICATION_EXIT_WORLD);
			move_untold = false;
			break;
	}
}

// An editor shows the form that is edited.
void Node3D::_validate_property(PropertyInfo &p_property) const {
	const bool by_basis = edit_mode == ROTATION_EDIT_MODE_BASIS;
	const bool by_angles = edit_mode == ROTATION_EDIT_MODE_EULER;
	if (((p_property.name == "rotation" || p_property.name == "rotation_order") && !by_angles) || (p_property.name == "quaternion" && edit_mode != ROTATION_EDIT_MODE_QUATERNION) || (p_property.name == "basis" && !by_basis) || (p_property.name == "scale" && by_basis)) {
		p_property.usage &= ~uint32_t(PROPERTY_USAGE_EDITOR);
	}
}

void Node3D::bind_moves() {
	ClassDB::bind_method(D_METHOD("rotate", "axis", "angle"), &Node3D::rotate);
	ClassDB::bind_method(D_METHOD("global_rotate", "axis", "angle"), &Node3D::global_rotate);
	ClassDB::bind_method(D_METHOD("global_scale", "scale"), &Node3D::global_scale);
	ClassDB::bind_method(D_METHOD("global_translate", "offset"), &Node3D::global_translate);
	ClassDB::bind_method(D_METHOD("rotate_object_local", "axis", "angle"), &Node3D::rotate_object_local);
	ClassDB::bind_method(D_METHOD("scale_object_local", "scale"), &Node3D::scale_object_local);
	ClassDB::bind_method(D_METHOD("translate_object_local", "offset"), &Node3D::translate_object_local);
	ClassDB::bind_method(D_METHOD("rotate_x", "angle"), &Node3D::rotate_x);
	ClassDB::bind_method(D_METHOD("rotate_y", "angle"), &Node3D::rotate_y);
	ClassDB::bind_method(D_METHOD("rotate_z", "angle"), &Node3D::rotate_z);
	ClassDB::bind_method(D_METHOD("translate", "offset"), &Node3D::translate);
	ClassDB::bind_method(D_METHOD("orthonormalize"), &Node3D::orthonormalize);
	ClassDB::bind_method(D_METHOD("set_identity"), &Node3D::set_identity);
	ClassDB::bind_method(D_METHOD("look_at", "target", "up", "use_model_front"), &Node3D::look_at, DEFVAL(Vector3(0, 1, 0)), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("look_at_from_position", "position", "target", "up", "use_model_front"), &Node3D::look_at_from_position, DEFVAL(Vector3(0, 1, 0)), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("to_local", "global_point"), &Node3D::to_local);
	ClassDB::bind_method(D_METHOD("to_global", "local_point"), &Node3D::to_global);
	ClassDB::bind_method(D_METHOD("get_parent_node_3d"), &Node3D::get_parent_node_3d);
	ClassDB::bind_method(D_METHOD("get_global_transform_interpolated"), &Node3D::get_global_transform_interpolated);
	ClassDB::bind_method(D_METHOD("set_ignore_transform_notification", "enabled"), &Node3D::set_ignore_transform_notification);
	ClassDB::bind_method(D_METHOD("set_disable_scale", "disable"), &Node3D::set_disable_scale);
	ClassDB::bind_method(D_METHOD("is_scale_disabled"), &Node3D::is_scale_disabled);
	ClassDB::bind_method(D_METHOD("force_update_transform"), &Node3D::force_update_transform);
	ClassDB::bind_method(D_METHOD("is_visible_in_tree"), &Node3D::is_visible_in_tree);
	ClassDB::bind_method(D_METHOD("show"), &Node3D::show);
	ClassDB::bind_method(D_METHOD("hide"), &Node3D::hide);
	ClassDB::bind_method(D_METHOD("set_notify_local_transform", "enable"), &Node3D::set_notify_local_transform);
	ClassDB::bind_method(D_METHOD("is_local_transform_notification_enabled"), &Node3D::is_local_transform_notification_enabled);
	ClassDB::bind_method(D_METHOD("set_notify_transform", "enable"), &Node3D::set_notify_transform);
	ClassDB::bind_method(D_METHOD("is_transform_notification_enabled"), &Node3D::is_transform_notification_enabled);
}

void Node3D::bind_properties() {
	ADD_GROUP("Transform", "");
	ADD_PROPERTY(PropertyInfo(Variant::TRANSFORM3D, "transform", PROPERTY_HINT_NONE, "suffix:m", PROPERTY_USAGE_NO_EDITOR), "set_transform", "get_transform");
	ADD_PROPERTY(PropertyInfo(Variant::TRANSFORM3D, "global_transform", PROPERTY_HINT_NONE, "suffix:m", PROPERTY_USAGE_NONE), "set_global_transform", "get_global_transform");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR3, "position", PROPERTY_HINT_RANGE, "-99999,99999,0.001,or_greater,or_less,hide_slider,suffix:m", PROPERTY_USAGE_EDITOR), "set_position", "get_position");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR3, "rotation", PROPERTY_HINT_RANGE, "-360,360,0.1,or_less,or_greater,radians_as_degrees", PROPERTY_USAGE_EDITOR), "set_rotation", "get_rotation");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR3, "rotation_degrees", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_rotation_degrees", "get_rotation_degrees");
	ADD_PROPERTY(PropertyInfo(Variant::QUATERNION, "quaternion", PROPERTY_HINT_HIDE_QUATERNION_EDIT, "", PROPERTY_USAGE_EDITOR), "set_quaternion", "get_quaternion");
	ADD_PROPERTY(PropertyInfo(Variant::BASIS, "basis", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_EDITOR), "set_basis", "get_basis");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR3, "scale", PROPERTY_HINT_LINK, "", PROPERTY_USAGE_EDITOR), "set_scale", "get_scale");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "rotation_edit_mode", PROPERTY_HINT_ENUM, "Euler,Quaternion,Basis"), "set_rotation_edit_mode", "get_rotation_edit_mode");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "rotation_order", PROPERTY_HINT_ENUM, "XYZ,XZY,YXZ,YZX,ZXY,ZYX"), "set_rotation_order", "get_rotation_order");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "top_level"), "set_as_top_level", "is_set_as_top_level");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR3, "global_position", PROPERTY_HINT_NONE, "suffix:m", PROPERTY_USAGE_NONE), "set_global_position", "get_global_position");
	ADD_PROPERTY(PropertyInfo(Variant::BASIS, "global_basis", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_global_basis", "get_global_basis");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR3, "global_rotation", PROPERTY_HINT_NONE, "radians_as_degrees", PROPERTY_USAGE_NONE), "set_global_rotation", "get_global_rotation");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR3, "global_rotation_degrees", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_global_rotation_degrees", "get_global_rotation_degrees");
	ADD_GROUP("Visibility", "");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "visible"), "set_visible", "is_visible");
	ADD_PROPERTY(PropertyInfo(Variant::NODE_PATH, "visibility_parent"), "set_visibility_parent", "get_visibility_parent");
}

void Node3D::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_transform", "local"), &Node3D::set_transform);
	ClassDB::bind_method(D_METHOD("get_transform"), &Node3D::get_transform);
	ClassDB::bind_method(D_METHOD("set_position", "position"), &Node3D::set_position);
	ClassDB::bind_method(D_METHOD("get_position"), &Node3D::get_position);
	ClassDB::bind_method(D_METHOD("set_rotation", "euler_radians"), &Node3D::set_rotation);
	ClassDB::bind_method(D_METHOD("get_rotation"), &Node3D::get_rotation);
	ClassDB::bind_method(D_METHOD("set_rotation_degrees", "euler_degrees"), &Node3D::set_rotation_degrees);
	ClassDB::bind_method(D_METHOD("get_rotation_degrees"), &Node3D::get_rotation_degrees);
	ClassDB::bind_method(D_METHOD("set_rotation_order", "order"), &Node3D::set_rotation_order);
	ClassDB::bind_method(D_METHOD("get_rotation_order"), &Node3D::get_rotation_order);
	ClassDB::bind_method(D_METHOD("set_rotation_edit_mode", "edit_mode"), &Node3D::set_rotation_edit_mode);
	ClassDB::bind_method(D_METHOD("get_rotation_edit_mode"), &Node3D::get_rotation_edit_mode);
	ClassDB::bind_method(D_METHOD("set_scale", "scale"), &Node3D::set_scale);
	ClassDB::bind_method(D_METHOD("get_scale"), &Node3D::get_scale);
	ClassDB::bind_method(D_METHOD("set_quaternion", "quaternion"), &Node3D::set_quaternion);
	ClassDB::bind_method(D_METHOD("get_quaternion"), &Node3D::get_quaternion);
	ClassDB::bind_method(D_METHOD("set_basis", "basis"), &Node3D::set_basis);
	ClassDB::bind_method(D_METHOD("get_basis"), &Node3D::get_basis);
	ClassDB::bind_method(D_METHOD("set_global_transform", "global"), &Node3D::set_global_transform);
	ClassDB::bind_method(D_METHOD("get_global_transform"), &Node3D::get_global_transform);
	ClassDB::bind_method(D_METHOD("set_global_position", "position"), &Node3D::set_global_position);
	ClassDB::bind_method(D_METHOD("get_global_position"), &Node3D::get_global_position);
	ClassDB::bind_method(D_METHOD("set_global_basis", "basis"), &Node3D::set_global_basis);
	ClassDB::bind_method(D_METHOD("get_global_basis"), &Node3D::get_global_basis);
	ClassDB::bind_method(D_METHOD("set_global_rotation", "euler_radians"), &Node3D::set_global_rotation);
	ClassDB::bind_method(D_METHOD("get_global_rotation"), &Node3D::get_global_rotation);
	ClassDB::bind_method(D_METHOD("set_global_rotation_degrees", "euler_degrees"), &Node3D::set_global_rotation_degrees);
	ClassDB::bind_method(D_METHOD("get_global_rotation_degrees"), &Node3D::get_global_rotation_degrees);
	ClassDB::bind_method(D_METHOD("set_as_top_level", "enable"), &Node3D::set_as_top_level);
	ClassDB::bind_method(D_METHOD("is_set_as_top_level"), &Node3D::is_set_as_top_level);
	ClassDB::bind_method(D_METHOD("set_visible", "visible"), &Node3D::set_visible);
	ClassDB::bind_method(D_METHOD("is_visible"), &Node3D::is_visible);
	ClassDB::bind_method(D_METHOD("set_visibility_parent", "path"), &Node3D::set_visibility_parent);
	ClassDB::bind_method(D_METHOD("get_visibility_parent"), &Node3D::get_visibility_parent);
	bind_moves();
	bind_properties();
	ADD_SIGNAL(MethodInfo("visibility_changed"));
	BIND_CONSTANT(NOTIFICATION_TRANSFORM_CHANGED);
	BIND_CONSTANT(NOTIFICATION_ENTER_WORLD);
	BIND_CONSTANT(NOTIFICATION_EXIT_WORLD);
	BIND_CONSTANT(NOTIFICATION_VISIBILITY_CHANGED);
	BIND_CONSTANT(NOTIFICATION_LOCAL_TRANSFORM_CHANGED);
	BIND_ENUM_CONSTANT(ROTATION_EDIT_MODE_EULER);
	BIND_ENUM_CONSTANT(ROTATION_EDIT_MODE_QUATERNION);
	BIND_ENUM_CONSTANT(ROTATION_EDIT_MODE_BASIS);
}
