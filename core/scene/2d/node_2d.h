// Node2D: a place in the plane: position, rotation, scale and skew below its parent's.
#pragma once

#include "core/scene/2d/canvas_item.h"

// The parts are kept: what a script set is what it reads, and a rotation may exceed one turn. A matrix that was set whole is kept beside them
// until a part changes, since it would not come back from them to the last digit.
class Node2D : public CanvasItem {
	GDCLASS(Node2D, CanvasItem);

public:
	void set_position(const Vector2 &p_position);
	Vector2 get_position() const { return position; }
	void set_rotation(real_t p_radians);
	real_t get_rotation() const { return rotation; }
	void set_rotation_degrees(real_t p_degrees);
	real_t get_rotation_degrees() const;
	void set_skew(real_t p_radians);
	real_t get_skew() const { return skew; }
	void set_scale(const Vector2 &p_scale);
	Vector2 get_scale() const { return scale; }
	void set_transform(const Transform2D &p_transform);
	Transform2D get_transform() const override;

	void set_global_position(const Vector2 &p_position);
	Vector2 get_global_position() const;
	void set_global_rotation(real_t p_radians);
	real_t get_global_rotation() const;
	void set_global_rotation_degrees(real_t p_degrees);
	real_t get_global_rotation_degrees() const;
	void set_global_skew(real_t p_radians);
	real_t get_global_skew() const;
	void set_global_scale(const Vector2 &p_scale);
	Vector2 get_global_scale() const;
	void set_global_transform(const Transform2D &p_transform);

	void rotate(real_t p_radians);
	void move_local_x(real_t p_delta, bool p_scaled = false);
	void move_local_y(real_t p_delta, bool p_scaled = false);
	void translate(const Vector2 &p_offset);
	void global_translate(const Vector2 &p_offset);
	void apply_scale(const Vector2 &p_ratio);
	void look_at(const Vector2 &p_point);
	real_t get_angle_to(const Vector2 &p_point) const;
	Vector2 to_local(const Vector2 &p_global) const;
	Vector2 to_global(const Vector2 &p_local) const;
	Transform2D get_relative_transform_to_parent(const Node *p_parent) const;

protected:
	static void _bind_methods();
	void reparent_keeping_transform(Node *p_parent) override;

private:
	Vector2 position;
	Vector2 scale = Vector2(1, 1);
	real_t rotation = 0; // Radians.
	real_t skew = 0;
	Transform2D matrix;
	bool has_matrix = false;

	void part_changed();
	Transform2D get_parent_transform() const;
	static void bind_properties();
};
