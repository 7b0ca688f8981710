// Path2D: a node with a Curve2D; PathFollow2D: a child of it that stands somewhere along it.
#pragma once

#include "core/scene/2d/curve_2d.h"
#include "core/scene/2d/node_2d.h"

class Path2D : public Node2D {
	GDCLASS(Path2D, Node2D);

public:
	void set_curve(const Ref<Curve2D> &p_curve);
	Ref<Curve2D> get_curve() const { return curve; }

protected:
	static void _bind_methods();

private:
	Ref<Curve2D> curve;

	void move_followers();
};

// Takes its place whenever its progress or the curve changes. Outside of the tree nothing is known of the curve, and progress is only kept.
class PathFollow2D : public Node2D {
	GDCLASS(PathFollow2D, Node2D);

public:
	void set_progress(real_t p_progress); // Pixels along the curve.
	real_t get_progress() const { return progress; }
	void set_progress_ratio(real_t p_ratio);
	real_t get_progress_ratio() const;
	void set_h_offset(real_t p_offset);
	real_t get_h_offset() const { return offset.x; }
	void set_v_offset(real_t p_offset);
	real_t get_v_offset() const { return offset.y; }
	void set_rotates(bool p_enabled);
	bool is_rotating() const { return rotates; }
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
	Vector2 offset; // Along the curve's direction, and to its right.
	bool rotates = true;
	bool cubic = true;
	bool loop = true;

	Ref<Curve2D> get_curve() const; // Null where there is none to follow.
};
