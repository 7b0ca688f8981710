// Curve2D: a path of cubic Bezier segments in the plane, in pixels.
#pragma once

#include "core/math/transform_2d.h"
#include "core/scene/2d/point_curve.h"

class Curve2D : public PointCurve<Vector2, Curve2D> {
	GDCLASS(Curve2D, Resource);

public:
	Transform2D sample_baked_with_rotation(real_t p_offset = 0, bool p_cubic = false) const;

	Curve2D() :
			PointCurve(5) {}

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value) { return set_point_property(p_name, p_value); }
	bool _get(const StringName &p_name, Variant &r_value) const { return get_point_property(p_name, r_value); }
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const { path.list_properties(p_list, Variant::VECTOR2, false); }

private:
	Dictionary _get_data() const;
	void _set_data(const Dictionary &p_data);
};
