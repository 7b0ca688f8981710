// Curve2D: a path of cubic Bezier segments in the plane.
#pragma once

#include "core/io/resource.h"
#include "core/math/transform_2d.h"
#include "core/scene/2d/bezier_points.h"

// Places along it (offsets, in pixels) are found by straight pieces of about bake_interval, made when they are first asked for.
class Curve2D : public Resource {
	GDCLASS(Curve2D, Resource);

public:
	int get_point_count() const { return path.get_count(); }
	void set_point_count(int p_count);
	void add_point(const Vector2 &p_position, const Vector2 &p_in = Vector2(), const Vector2 &p_out = Vector2(), int p_at = -1);
	void set_point_position(int p_index, const Vector2 &p_position);
	Vector2 get_point_position(int p_index) const;
	void set_point_in(int p_index, const Vector2 &p_in);
	Vector2 get_point_in(int p_index) const;
	void set_point_out(int p_index, const Vector2 &p_out);
	Vector2 get_point_out(int p_index) const;
	void remove_point(int p_index);
	void clear_points();

	Vector2 sample(int p_index, real_t p_t) const { return path.sample(p_index, p_t); }
	Vector2 samplef(real_t p_place) const { return path.samplef(p_place); }
	void set_bake_interval(real_t p_interval);
	real_t get_bake_interval() const { return bake_interval; }
	real_t get_baked_length() const { return get_baked().get_length(); }
	Vector2 sample_baked(real_t p_offset = 0, bool p_cubic = false) const;
	Transform2D sample_baked_with_rotation(real_t p_offset = 0, bool p_cubic = false) const;
	PackedVector2Array get_baked_points() const;
	Vector2 get_closest_point(const Vector2 &p_to) const;
	real_t get_closest_offset(const Vector2 &p_to) const;
	PackedVector2Array tessellate(int p_stages = 5, real_t p_degrees = 4) const { return path.tessellate_by_angle(p_stages, p_degrees); }
	PackedVector2Array tessellate_even_length(int p_stages = 5, real_t p_length = 20) const { return path.tessellate_by_length(p_stages, p_length); }

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;

private:
	BezierPoints<Vector2> path;
	mutable BezierPath::Baked<Vector2> baked;
	mutable bool baked_stale = true;
	real_t bake_interval = 5; // Pixels.

	static void bind_points();
	void path_changed();
	const BezierPath::Baked<Vector2> &get_baked() const;
	Dictionary _get_data() const;
	void _set_data(const Dictionary &p_data);
};
