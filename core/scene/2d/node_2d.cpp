// The parts of a transform, below the parent and in the world.
#include "core/scene/2d/node_2d.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"

Transform2D Node2D::get_transform() const {
	return has_matrix ? matrix : Transform2D(rotation, scale, skew, position);
}

void Node2D::part_changed() {
	has_matrix = false;
	local_transform_changed();
}

Transform2D Node2D::get_parent_transform() const {
	const CanvasItem *above = get_parent_item();
	return above ? above->get_global_transform() : Transform2D();
}

void Node2D::set_position(const Vector2 &p_position) {
	position = p_position;
	part_changed();
}

void Node2D::set_rotation(real_t p_radians) {
	rotation = p_radians;
	part_changed();
}

void Node2D::set_rotation_degrees(real_t p_degrees) {
	set_rotation(Math::deg_to_rad(p_degrees));
}

real_t Node2D::get_rotation_degrees() const {
	return Math::rad_to_deg(rotation);
}

void Node2D::set_skew(real_t p_radians) {
	skew = p_radians;
	part_changed();
}

void Node2D::set_scale(const Vector2 &p_scale) {
	// A scale of exactly zero could not be undone: the matrix would have no inverse.
	scale.x = Math::is_zero_approx(p_scale.x) ? real_t(CMP_EPSILON) : p_scale.x;
	scale.y = Math::is_zero_approx(p_scale.y) ? real_t(CMP_EPSILON) : p_scale.y;
	part_changed();
}

void Node2D::set_transform(const Transform2D &p_transform) {
	position = p_transform.get_origin();
	rotation = p_transform.get_rotation();
	scale = p_transform.get_scale();
	skew = p_transform.get_skew();
	matrix = p_transform;
	has_matrix = true;
	local_transform_changed();
}

void Node2D::set_global_position(const Vector2 &p_position) {
	set_position(get_parent_transform().affine_inverse().xform(p_position));
}

Vector2 Node2D::get_global_position() const {
	return get_global_transform().get_origin();
}

void Node2D::set_global_rotation(real_t p_radians) {
	const Transform2D parent = get_parent_transform();
	const Transform2D now = parent * get_transform();
	const Transform2D wanted(p_radians, now.get_scale(), now.get_skew(), now.get_origin());
	set_rotation((parent.affine_inverse() * wanted).get_rotation());
}

real_t Node2D::get_global_rotation() const {
	return get_global_transform().get_rotation();
}

void Node2D::set_global_rotation_degrees(real_t p_degrees) {
	set_global_rotation(Math::deg_to_rad(p_degrees));
}

real_t Node2D::get_global_rotation_degrees() const {
	return Math::rad_to_deg(get_global_rotation());
}

void Node2D::set_global_skew(real_t p_radians) {
	const Transform2D parent = get_parent_transform();
	const Transform2D now = parent * get_transform();
	const Transform2D wanted(now.get_rotation(), now.get_scale(), p_radians, now.get_origin());
	set_skew((parent.affine_inverse() * wanted).get_skew());
}

real_t Node2D::get_global_skew() const {
	return get_global_transform().get_skew();
}

void Node2D::set_global_scale(const Vector2 &p_scale) {
	const Transform2D parent = get_parent_transform();
	const Transform2D now = parent * get_transform();
	const Transform2D wanted(now.get_rotation(), p_scale, now.get_skew(), now.get_origin());
	set_scale((parent.affine_inverse() * wanted).get_scale());
}

Vector2 Node2D::get_global_scale() const {
	return get_global_transform().get_scale();
}

void Node2D::set_global_transform(const Transform2D &p_transform) {
	set_transform(get_parent_transform().affine_inverse() * p_transform);
}

void Node2D::rotate(real_t p_radians) {
	set_rotation(rotation + p_radians);
}

void Node2D::move_local_x(real_t p_delta, bool p_scaled) {
	const Vector2 axis = get_transform().columns[0];
	set_position(position + (p_scaled ? axis : axis.normalized()) * p_delta);
}

void Node2D::move_local_y(real_t p_delta, bool p_scaled) {
	const Vector2 axis = get_transform().columns[1];
	set_position(position + (p_scaled ? axis : axis.normalized()) * p_delta);
}

void Node2D::translate(const Vector2 &p_offset) {
	set_position(position + p_offset);
}

void Node2D::global_translate(const Vector2 &p_offset) {
	set_global_position(get_global_position() + p_offset);
}

void Node2D::apply_scale(const Vector2 &p_ratio) {
	set_scale(scale * p_ratio);
}

void Node2D::look_at(const Vector2 &p_point) {
	rotate(get_angle_to(p_point));
}

real_t Node2D::get_angle_to(const Vector2 &p_point) const {
	return (to_local(p_point) * scale).angle();
}

Vector2 Node2D::to_local(const Vector2 &p_global) const {
	return get_global_transform().affine_inverse().xform(p_global);
}

Vector2 Node2D::to_global(const Vector2 &p_local) const {
	return get_global_transform().xform(p_local);
}

Transform2D Node2D::get_relative_transform_to_parent(const Node *p_parent) const {
	ERR_FAIL_NULL_V_MSG(p_parent, Transform2D(), "get_relative_transform_to_parent: there is no node to be relative to.");
	Transform2D relative;
	for (const Node *node = this; node != p_parent; node = node->get_parent()) {
		const Node2D *item = Object::cast_to<Node2D>(node);
		ERR_FAIL_NULL_V_MSG(item, Transform2D(), "get_relative_transform_to_parent: the node given is not an ancestor through Node2D nodes alone.");
		relative = item->get_transform() * relative;
	}
	return relative;
}

void Node2D::reparent_keeping_transform(Node *p_parent) {
	const Transform2D kept = get_global_transform();
	CanvasItem::reparent_keeping_transform(p_parent);
	set_global_transform(kept);
}

void Node2D::bind_properties() {
	ADD_GROUP("Transform", "");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2, "position", PROPERTY_HINT_RANGE, "-99999,99999,or_less,or_greater,hide_slider,suffix:px"), "set_position", "get_position");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "rotation", PROPERTY_HINT_RANGE, "-360,360,0.1,or_less,or_greater,radians_as_degrees"), "set_rotation", "get_rotation");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "rotation_degrees", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_rotation_degrees", "get_rotation_degrees");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2, "scale", PROPERTY_HINT_LINK), "set_scale", "get_scale");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "skew", PROPERTY_HINT_RANGE, "-89.9,89.9,0.1,radians_as_degrees"), "set_skew", "get_skew");
	ADD_PROPERTY(PropertyInfo(Variant::TRANSFORM2D, "transform", PROPERTY_HINT_NONE, "suffix:px", PROPERTY_USAGE_NONE), "set_transform", "get_transform");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2, "global_position", PROPERTY_HINT_NONE, "suffix:px", PROPERTY_USAGE_NONE), "set_global_position", "get_global_position");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "global_rotation", PROPERTY_HINT_NONE, "radians_as_degrees", PROPERTY_USAGE_NONE), "set_global_rotation", "get_global_rotation");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "global_rotation_degrees", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_global_rotation_degrees", "get_global_rotation_degrees");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2, "global_scale", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_global_scale", "get_global_scale");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "global_skew", PROPERTY_HINT_NONE, "radians_as_degrees", PROPERTY_USAGE_NONE), "set_global_skew", "get_global_skew");
	ADD_PROPERTY(PropertyInfo(Variant::TRANSFORM2D, "global_transform", PROPERTY_HINT_NONE, "suffix:px", PROPERTY_USAGE_NONE), "set_global_transform", "get_global_transform");
}

void Node2D::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_position", "position"), &Node2D::set_position);
	ClassDB::bind_method(D_METHOD("set_rotation", "radians"), &Node2D::set_rotation);
	ClassDB::bind_method(D_METHOD("set_rotation_degrees", "degrees"), &Node2D::set_rotation_degrees);
	ClassDB::bind_method(D_METHOD("set_skew", "radians"), &Node2D::set_skew);
	ClassDB::bind_method(D_METHOD("set_scale", "scale"), &Node2D::set_scale);
	ClassDB::bind_method(D_METHOD("get_position"), &Node2D::get_position);
	ClassDB::bind_method(D_METHOD("get_rotation"), &Node2D::get_rotation);
	ClassDB::bind_method(D_METHOD("get_rotation_degrees"), &Node2D::get_rotation_degrees);
	ClassDB::bind_method(D_METHOD("get_skew"), &Node2D::get_skew);
	ClassDB::bind_method(D_METHOD("get_scale"), &Node2D::get_scale);
	ClassDB::bind_method(D_METHOD("rotate", "radians"), &Node2D::rotate);
	ClassDB::bind_method(D_METHOD("move_local_x", "delta", "scaled"), &Node2D::move_local_x, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("move_local_y", "delta", "scaled"), &Node2D::move_local_y, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("translate", "offset"), &Node2D::translate);
	ClassDB::bind_method(D_METHOD("global_translate", "offset"), &Node2D::global_translate);
	ClassDB::bind_method(D_METHOD("apply_scale", "ratio"), &Node2D::apply_scale);
	ClassDB::bind_method(D_METHOD("set_global_position", "position"), &Node2D::set_global_position);
	ClassDB::bind_method(D_METHOD("get_global_position"), &Node2D::get_global_position);
	ClassDB::bind_method(D_METHOD("set_global_rotation", "radians"), &Node2D::set_global_rotation);
	ClassDB::bind_method(D_METHOD("set_global_rotation_degrees", "degrees"), &Node2D::set_global_rotation_degrees);
	ClassDB::bind_method(D_METHOD("get_global_rotation"), &Node2D::get_global_rotation);
	ClassDB::bind_method(D_METHOD("get_global_rotation_degrees"), &Node2D::get_global_rotation_degrees);
	ClassDB::bind_method(D_METHOD("set_global_skew", "radians"), &Node2D::set_global_skew);
	ClassDB::bind_method(D_METHOD("get_global_skew"), &Node2D::get_global_skew);
	ClassDB::bind_method(D_METHOD("set_global_scale", "scale"), &Node2D::set_global_scale);
	ClassDB::bind_method(D_METHOD("get_global_scale"), &Node2D::get_global_scale);
	ClassDB::bind_method(D_METHOD("set_transform", "xform"), &Node2D::set_transform);
	ClassDB::bind_method(D_METHOD("set_global_transform", "xform"), &Node2D::set_global_transform);
	ClassDB::bind_method(D_METHOD("look_at", "point"), &Node2D::look_at);
	ClassDB::bind_method(D_METHOD("get_angle_to", "point"), &Node2D::get_angle_to);
	ClassDB::bind_method(D_METHOD("to_local", "global_point"), &Node2D::to_local);
	ClassDB::bind_method(D_METHOD("to_global", "local_point"), &Node2D::to_global);
	ClassDB::bind_method(D_METHOD("get_relative_transform_to_parent", "parent"), &Node2D::get_relative_transform_to_parent);
	bind_properties();
}
