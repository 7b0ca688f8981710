// Curve3D: a path of cubic Bezier segments in space, with an up vector at each place.
#pragma once

#include "core/math/transform_3d.h"
#include "core/scene/2d/point_curve.h"

class Curve3D : public PointCurve<Vector3, Curve3D> {
	GDCLASS(Curve3D, Resource);

public:
	void set_point_tilt(int p_index, real_t p_radians);
	real_t get_point_tilt(int p_index) const;
	void set_closed(bool p_closed);
	bool is_closed() const { return path.closed; }
	void set_up_vector_enabled(bool p_enable);
	bool is_up_vector_enabled() const { return up_vector_enabled; }
	Transform3D sample_baked_with_rotation(real_t p_offset = 0, bool p_cubic = false, bool p_tilted = false) const;
	Vector3 sample_baked_up_vector(real_t p_offset, bool p_tilted = false) const;
	PackedVector3Array get_baked_up_vectors() const;
	PackedFloat32Array get_baked_tilts() const;

	Curve3D() :
			PointCurve(0.2f) {}

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const { path.list_properties(p_list, Variant::VECTOR3, true); }
	void bake_frames() const override;

private:
	mutable LocalVector<Vector3> baked_ups;
	bool up_vector_enabled = true;

	real_t get_tilt(real_t p_place) const;
	Basis get_frame(uint32_t p_index) const;
	Basis sample_frame(const BezierPath::Baked<Vector3>::Place &p_place, bool p_tilted) const;
	Dictionary _get_data() const;
	void _set_data(const Dictionary &p_data);
};
