// Curve: a function of one number by points and tangents, sampled exactly or from a table.
#pragma once

#include "core/io/resource.h"
#include "core/math/vector2.h"
#include "core/templates/local_vector.h"

// Points stand in order of their offset, inside the domain and the range. A linear tangent points at the neighbour.
class Curve : public Resource {
	GDCLASS(Curve, Resource);

public:
	enum TangentMode : int {
		TANGENT_FREE,
		TANGENT_LINEAR,
		TANGENT_MODE_COUNT,
	};

	int add_point(const Vector2 &p_position, real_t p_left_tangent = 0, real_t p_right_tangent = 0, TangentMode p_left_mode = TANGENT_FREE, TangentMode p_right_mode = TANGENT_FREE);
	void remove_point(int p_index);
	void clear_points();
	int get_point_count() const { return int(points.size()); }
	void set_point_count(int p_count);
	Vector2 get_point_position(int p_index) const;
	void set_point_value(int p_index, real_t p_y);
	int set_point_offset(int p_index, real_t p_offset); // The index that it has then.
	real_t sample(real_t p_offset) const;
	real_t sample_baked(real_t p_offset);
	real_t get_point_left_tangent(int p_index) const;
	real_t get_point_right_tangent(int p_index) const;
	TangentMode get_point_left_mode(int p_index) const;
	TangentMode get_point_right_mode(int p_index) const;
	void set_point_left_tangent(int p_index, real_t p_tangent);
	void set_point_right_tangent(int p_index, real_t p_tangent);
	void set_point_left_mode(int p_index, TangentMode p_mode);
	void set_point_right_mode(int p_index, TangentMode p_mode);
	void set_min_value(real_t p_value);
	real_t get_min_value() const { return min_value; }
	void set_max_value(real_t p_value);
	real_t get_max_value() const { return max_value; }
	real_t get_value_range() const { return max_value - min_value; }
	void set_min_domain(real_t p_offset);
	real_t get_min_domain() const { return min_domain; }
	void set_max_domain(real_t p_offset);
	real_t get_max_domain() const { return max_domain; }
	real_t get_domain_range() const { return max_domain - min_domain; }
	void clean_dupes();
	void bake();
	void set_bake_resolution(int p_samples);
	int get_bake_resolution() const { return bake_resolution; }

protected:
	static void _bind_methods();
	static void bind_points();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;

private:
	struct Point {
		Vector2 position;
		real_t left_tangent = 0;
		real_t right_tangent = 0;
		TangentMode left_mode = TANGENT_FREE;
		TangentMode right_mode = TANGENT_FREE;
	};
	static constexpr real_t MIN_X_RANGE = 0.01f;
	static constexpr real_t MIN_Y_RANGE = 0.01f;

	LocalVector<Point> points;
	LocalVector<real_t> baked;
	bool baked_stale = true;
	int bake_resolution = 100;
	real_t min_value = 0;
	real_t max_value = 1;
	real_t min_domain = 0;
	real_t max_domain = 1;

	uint32_t insert(const Point &p_point);
	void changed();
	void update_linear_tangents(uint32_t p_index);
	Array _get_data() const;
	void _set_data(const Array &p_data);
	Array _get_limits() const { return Array{ min_value, max_value, min_domain, max_domain }; }
	void _set_limits(const Array &p_limits);
};

VARIANT_ENUM_CAST(Curve::TangentMode);
