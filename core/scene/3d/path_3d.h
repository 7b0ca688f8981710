// Path3D: a node with a Curve3D; PathFollow3D: a child of it that stands somewhere along it.
#pragma once

#include "core/scene/3d/curve_3d.h"
#include "core/scene/3d/node_3d.h"

class Path3D : public Node3D {
	GDCLASS(Path3D, Node3D);

public:
	void set_curve(const Ref<Curve3D> &p_curve);
	Ref<Curve3D> get_curve() const { return curve; }

protected:
	static void _bind_methods();

private:
	Ref<Curve3D> curve;

	void move_followers();
};

// Takes its place whenever its progress or the curve changes. Outside of the tree nothing is known of the curve, and progress is only kept.
class PathFollow3D : public Node3D {
	GDCLASS(PathFollow3D, Node3D);

public:
	// Which turns of the curve the node takes part in.
	enum RotationMode : int {
		ROTATION_NONE,
		ROTATION_Y,
		ROTATION_XY,
		ROTATION_XYZ,
		ROTATION_ORIENTED,
	};

	void set_progress(real_t p_progress); // Along the curve.
	real_t get_progress() const { return progress; }
	void set_progress_ratio(real_t p_ratio);
	real_t get_progress_ratio() const;
	void set_h_offset(real_t p_offset);
	real_t get_h_offset() const { return offset.x; }
	void set_v_offset(real_t p_offset);
	real_t get_v_offset() const { return offset.y; }
	void set_rotation_mode(RotationMode p_mode);
	RotationMode get_rotation_mode() const { return rotation_mode; }
	void set_use_model_front(bool p_enabled);
	bool is_using_model_front() const { return use_model_front; }
	void set_tilt_enabled(bool p_enabled);
	bool is_tilt_enabled() const { return tilt_enabled; }
	static Transform3D correct_posture(const Transform3D &p_transform, RotationMode p_mode);
	void set_cubic_interpolation(bool p_enabled) { cubic = p_enabled; }
	bool get_cubic_interpolation() const { return cubic; }
	void set_loop(bool p_enabled) { loop = p_enabled; }
	bool has_loop() const { return loop; }
	void take_place();

protected:
	static void _bind_methods();
	void _notification(int p_what);

private:
	real_t progress = 0;
	Vector2 offset; // To the right, and up.
	RotationMode rotation_mode = ROTATION_XYZ;
	bool use_model_front = false;
	bool tilt_enabled = true;
	bool cubic = true;
	bool loop = true;

	Ref<Curve3D> get_curve() const; // Null where there is none to follow.
};

VARIANT_ENUM_CAST(PathFollow3D::RotationMode);
