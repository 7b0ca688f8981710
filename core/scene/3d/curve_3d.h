// Curve3D: a path of cubic Bezier segments in space.
#pragma once

#include "core/io/resource.h"
#include "core/math/transform_3d.h"
#include "core/scene/2d/bezier_points.h"

// Places along it (offsets) are found by straight pieces of about bake_interval, made when they are first asked for.
class Curve3D : public Resource {
	GDCLASS(Curve3D, Resource);

public:
	int get_point_count() const { return path.get_count(); }
	void set_point_count(int p_count);
	void add_point(const Vector3 &p_position, const Vector3 &p_in = Vector3(), const Vector3 &p_out = Vector3(), int p_at = -1);
	void set_point_position(int p_index, const Vector3 &p_position);
	Vector3 get_point_position(int p_index) const;
	void set_point_in(int p_index, const Vector3 &p_in);
	Vector3 get_point_in(int p_index) const;
	void set_point_out(int p_index, const Vector3 &p_out);
	Vector3 get_point_out(int p_index) const;
	void set_point_tilt(int p_index, real_t p_radians);
	real_t get_point_tilt(int p_index) const;
	void remove_point(int p_index);
	void clear_points();

	Vector3 sample(int p_index, real_t p_t) const { return path.sample(p_index, p_t); }
	Vector3 samplef(real_t p_place) const { return path.samplef(p_place); }
	void set_bake_interval(real_t p_interval);
	real_t get_bake_interval() const { return bake_interval; }
	real_t get_baked_length() const { return get_baked().get_length(); }
	Vector3 sample_baked(real_t p_offset = 0, bool p_cubic = false) const;
	// Looks along the path by its -Z, and up as the path goes on without twisting; turned by the points' tilts with p_tilted.
	Transform3D sample_baked_with_rotation(real_t p_offset = 0, bool p_cubic = false, bool p_tilted = false) const;
	Vector3 sample_baked_up_vector(real_t p_offset, bool p_tilted = false) const;
	PackedVector3Array get_baked_points() const;
	PackedFloat32Array get_baked_tilts() const;
	PackedVector3Array get_baked_up_vectors() const;
	void set_closed(bool p_closed);
	bool is_closed() const { return path.closed; }
	void set_up_vector_enabled(bool p_enable);
	bool is_up_vector_enabled() const { return up_vector_enabled; }
	Vector3 get_closest_point(const Vector3 &p_to) const;
	real_t get_closest_offset(const Vector3 &p_to) const;
	PackedVector3Array tessellate(int p_stages = 5, real_t p_degrees = 4) const { return path.tessellate_by_angle(p_stages, p_degrees); }
	PackedVector3Array tessellate_even_length(int p_stages = 5, real_t p_length = 0.2f) const { return path.tessellate_by_length(p_stages, p_length); }

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;

private:
	BezierPoints<Vector3> path;
	mutable BezierPath::Baked<Vector3> baked;
	mutable LocalVector<Vector3> baked_ups;
	mutable bool baked_stale = true;
	bool up_vector_enabled = true;
	real_t bake_interval = 0.2f;

	static void bind_points();
	static void bind_places();
	void path_changed();
	const BezierPath::Baked<Vector3> &get_baked() const;
	void bake_ups() const;
	real_t get_tilt(real_t p_place) const;
	Basis get_frame(uint32_t p_index) const;
	Basis sample_frame(const BezierPath::Baked<Vector3>::Place &p_place, bool p_tilted) const;
	Dictionary _get_data() const;
	void _set_data(const Dictionary &p_data);
};
