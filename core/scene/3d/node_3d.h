// Node3D: a place in space: position, rotation and scale below its parent's, and whether it would be seen.
#pragma once

#include "core/math/transform_3d.h"
#include "core/scene/main/node.h"

#include <atomic>

// Rotation and scale are kept as they were given: as angles, or as a basis; the other form is made when it is asked for. What is global
// needs the tree, and is found by walking up.
class Node3D : public Node {
	GDCLASS(Node3D, Node);

public:
	enum RotationEditMode : int {
		ROTATION_EDIT_MODE_EULER,
		ROTATION_EDIT_MODE_QUATERNION,
		ROTATION_EDIT_MODE_BASIS,
	};
	enum {
		NOTIFICATION_TRANSFORM_CHANGED = 2000,
		NOTIFICATION_ENTER_WORLD = 41,
		NOTIFICATION_EXIT_WORLD = 42,
		NOTIFICATION_VISIBILITY_CHANGED = 43,
		NOTIFICATION_LOCAL_TRANSFORM_CHANGED = 44,
	};

	~Node3D() override;

	// --- Below the parent ---
	void set_transform(const Transform3D &p_transform);
	Transform3D get_transform() const { return Transform3D(get_basis(), position); }
	void set_position(const Vector3 &p_position);
	Vector3 get_position() const { return position; }
	void set_rotation(const Vector3 &p_radians);
	Vector3 get_rotation() const;
	void set_rotation_degrees(const Vector3 &p_degrees);
	Vector3 get_rotation_degrees() const;
	void set_quaternion(const Quaternion &p_quaternion);
	Quaternion get_quaternion() const { return get_basis().get_rotation_quaternion(); }
	void set_basis(const Basis &p_basis);
	Basis get_basis() const;
	void set_scale(const Vector3 &p_scale);
	Vector3 get_scale() const;
	void set_rotation_edit_mode(RotationEditMode p_mode);
	RotationEditMode get_rotation_edit_mode() const { return edit_mode; }
	void set_rotation_order(EulerOrder p_order);
	EulerOrder get_rotation_order() const { return rotation_order; }
	void set_as_top_level(bool p_enabled);
	bool is_set_as_top_level() const { return top_level; }
	void set_disable_scale(bool p_disabled) { scale_disabled = p_disabled; }
	bool is_scale_disabled() const { return scale_disabled; }

	// --- In the world ---
	void set_global_transform(const Transform3D &p_transform);
	Transform3D get_global_transform() const; // An error outside a tree.
	Transform3D get_global_transform_interpolated() { return get_global_transform(); }
	void set_global_position(const Vector3 &p_position);
	Vector3 get_global_position() const { return get_global_transform().origin; }
	void set_global_basis(const Basis &p_basis);
	Basis get_global_basis() const { return get_global_transform().basis; }
	void set_global_rotation(const Vector3 &p_radians);
	Vector3 get_global_rotation() const;
	void set_global_rotation_degrees(const Vector3 &p_degrees);
	Vector3 get_global_rotation_degrees() const;
	Node3D *get_parent_node_3d() const; // Null for a top level node, and below other kinds of nodes.
	Vector3 to_local(const Vector3 &p_global) const { return get_global_transform().affine_inverse().xform(p_global); }
	Vector3 to_global(const Vector3 &p_local) const { return get_global_transform().xform(p_local); }

	// --- Moving. Angles in radians ---
	void rotate(const Vector3 &p_axis, real_t p_angle);
	void rotate_x(real_t p_angle) { rotate(Vector3(1, 0, 0), p_angle); }
	void rotate_y(real_t p_angle) { rotate(Vector3(0, 1, 0), p_angle); }
	void rotate_z(real_t p_angle) { rotate(Vector3(0, 0, 1), p_angle); }
	void rotate_object_local(const Vector3 &p_axis, real_t p_angle);
	void translate(const Vector3 &p_offset) { translate_object_local(p_offset); }
	void translate_object_local(const Vector3 &p_offset);
	void scale_object_local(const Vector3 &p_scale);
	void global_rotate(const Vector3 &p_axis, real_t p_angle);
	void global_translate(const Vector3 &p_offset);
	void global_scale(const Vector3 &p_scale);
	void orthonormalize() { set_transform(get_transform().orthonormalized()); }
	void set_identity() { set_transform(Transform3D()); }
	void look_at(const Vector3 &p_target, const Vector3 &p_up = Vector3(0, 1, 0), bool p_use_model_front = false);
	void look_at_from_position(const Vector3 &p_position, const Vector3 &p_target, const Vector3 &p_up = Vector3(0, 1, 0), bool p_use_model_front = false);

	// --- Visibility ---
	void set_visible(bool p_visible);
	bool is_visible() const { return visible; }
	bool is_visible_in_tree() const;
	void show() { set_visible(true); }
	void hide() { set_visible(false); }
	void set_visibility_parent(const NodePath &p_path) { visibility_parent = p_path; }
	NodePath get_visibility_parent() const { return visibility_parent; }

	// --- Notifications of moves ---
	void set_notify_local_transform(bool p_enabled) { notify_local_transform = p_enabled; }
	bool is_local_transform_notification_enabled() const { return notify_local_transform; }
	void set_notify_transform(bool p_enabled);
	bool is_transform_notification_enabled() const { return notify_transform; }
	void set_ignore_transform_notification(bool p_ignored) { ignore_notification = p_ignored; }
	void force_update_transform(); // Tells a move at once that would be told at the end of the frame.

protected:
	static void _bind_methods();
	void _notification(int p_what);
	void _validate_property(PropertyInfo &p_property) const;
	void reparent_keeping_transform(Node *p_parent) override;

private:
	Vector3 position;
	// Each is valid or can be made from the other.
	mutable Basis basis;
	mutable Vector3 euler; // Radians.
	mutable Vector3 scale = Vector3(1, 1, 1);
	mutable bool basis_stale = false;
	mutable bool angles_stale = false;
	EulerOrder rotation_order = EulerOrder::YXZ;
	RotationEditMode edit_mode = ROTATION_EDIT_MODE_EULER;
	NodePath visibility_parent;
	bool visible = true;
	bool top_level = false;
	bool scale_disabled = false;
	bool notify_transform = false;
	bool notify_local_transform = false;
	bool ignore_notification = false;
	bool move_untold = false; // A deferred call is under way.

	static std::atomic<int> watchers; // Nodes, of any thread, that want to hear of moves: while there are none, nobody looks for them.

	static void bind_moves();
	static void bind_properties();
	void update_angles() const;
	void moved();
	void tell_moved();
	void tell_visibility();
};

VARIANT_ENUM_CAST(EulerOrder);
VARIANT_ENUM_CAST(Node3D::RotationEditMode);
