// Gradient: colours at places from 0 to 1, and those in between.
#pragma once

#include "core/io/resource.h"
#include "core/math/color.h"
#include "core/templates/local_vector.h"

class Gradient : public Resource {
	GDCLASS(Gradient, Resource);

public:
	enum InterpolationMode : int {
		GRADIENT_INTERPOLATE_LINEAR,
		GRADIENT_INTERPOLATE_CONSTANT,
		GRADIENT_INTERPOLATE_CUBIC,
	};
	enum ColorSpace : int {
		GRADIENT_COLOR_SPACE_SRGB,
		GRADIENT_COLOR_SPACE_LINEAR_SRGB,
		GRADIENT_COLOR_SPACE_OKLAB,
	};

	void add_point(float p_offset, const Color &p_color);
	void remove_point(int p_point); // The last one stays.
	int get_point_count() const { return int(points.size()); }
	void set_offset(int p_point, float p_offset);
	float get_offset(int p_point);
	void set_color(int p_point, const Color &p_color);
	Color get_color(int p_point);
	void reverse();
	Color sample(float p_offset);
	void set_offsets(const Vector<float> &p_offsets);
	Vector<float> get_offsets() const;
	void set_colors(const Vector<Color> &p_colors);
	Vector<Color> get_colors() const;
	void set_interpolation_mode(InterpolationMode p_mode);
	InterpolationMode get_interpolation_mode() { return mode; }
	void set_interpolation_color_space(ColorSpace p_space);
	ColorSpace get_interpolation_color_space() { return space; }
	Gradient();

protected:
	static void _bind_methods();

private:
	struct Point {
		float offset = 0.0f;
		Color color;
		bool operator<(const Point &p_other) const { return offset < p_other.offset; }
	};
	LocalVector<Point> points;
	InterpolationMode mode = GRADIENT_INTERPOLATE_LINEAR;
	ColorSpace space = GRADIENT_COLOR_SPACE_SRGB;
	bool sorted = true; // Points are put in order when somebody asks what lies between.

	void sort();
	Color to_space(const Color &p_color) const;
	Color from_space(const Color &p_color) const;
};

VARIANT_ENUM_CAST(Gradient::InterpolationMode);
VARIANT_ENUM_CAST(Gradient::ColorSpace);
