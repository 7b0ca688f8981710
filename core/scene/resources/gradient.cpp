// Colours between those of a Gradient.
#include "core/scene/resources/gradient.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"

#include <cmath>

Gradient::Gradient() {
	points.push_back(Point{ 0.0f, Color(0, 0, 0, 1) });
	points.push_back(Point{ 1.0f, Color(1, 1, 1, 1) });
}

void Gradient::sort() {
	if (sorted) {
		return;
	}
	sorted = true;
	points.sort(); // Those at one place stay in their order.
}

void Gradient::add_point(float p_offset, const Color &p_color) {
	points.push_back(Point{ p_offset, p_color });
	sorted = false;
	emit_changed();
}

void Gradient::remove_point(int p_point) {
	ERR_FAIL_INDEX(p_point, int(points.size()));
	ERR_FAIL_COND_MSG(points.size() <= 1, "A gradient keeps one point at least.");
	sort();
	points.remove_at(uint32_t(p_point));
	emit_changed();
}

void Gradient::set_offset(int p_point, float p_offset) {
	ERR_FAIL_INDEX(p_point, int(points.size()));
	sort();
	points[uint32_t(p_point)].offset = p_offset;
	sorted = false;
	emit_changed();
}

float Gradient::get_offset(int p_point) {
	ERR_FAIL_INDEX_V(p_point, int(points.size()), 0.0f);
	sort();
	return points[uint32_t(p_point)].offset;
}

void Gradient::set_color(int p_point, const Color &p_color) {
	ERR_FAIL_INDEX(p_point, int(points.size()));
	sort();
	points[uint32_t(p_point)].color = p_color;
	emit_changed();
}

Color Gradient::get_color(int p_point) {
	ERR_FAIL_INDEX_V(p_point, int(points.size()), Color());
	sort();
	return points[uint32_t(p_point)].color;
}

void Gradient::reverse() {
	sort();
	for (uint32_t i = 0; i < points.size() / 2; i++) {
		std::swap(points[i], points[points.size() - 1 - i]);
	}
	for (Point &point : points) {
		point.offset = 1.0f - point.offset;
	}
	emit_changed();
}

void Gradient::set_offsets(const Vector<float> &p_offsets) {
	points.resize(uint32_t(p_offsets.size()));
	for (uint32_t i = 0; i < points.size(); i++) {
		points[i].offset = p_offsets[i];
	}
	sorted = false;
	emit_changed();
}

Vector<float> Gradient::get_offsets() const {
	Vector<float> offsets;
	for (const Point &point : points) {
		offsets.push_back(point.offset);
	}
	return offsets;
}

void Gradient::set_colors(const Vector<Color> &p_colors) {
	sorted = sorted && p_colors.size() <= int64_t(points.size());
	points.resize(uint32_t(p_colors.size()));
	for (uint32_t i = 0; i < points.size(); i++) {
		points[i].color = p_colors[i];
	}
	emit_changed();
}

Vector<Color> Gradient::get_colors() const {
	Vector<Color> colors;
	for (const Point &point : points) {
		colors.push_back(point.color);
	}
	return colors;
}

void Gradient::set_interpolation_mode(InterpolationMode p_mode) {
	mode = p_mode;
	emit_changed();
	notify_property_list_changed();
}

void Gradient::set_interpolation_color_space(ColorSpace p_space) {
	space = p_space;
	emit_changed();
}

// Oklab as Björn Ottosson published it: see thirdparty/oklab.
Color Gradient::to_space(const Color &p_color) const {
	if (space == GRADIENT_COLOR_SPACE_SRGB) {
		return p_color;
	}
	const Color c = p_color.srgb_to_linear();
	if (space == GRADIENT_COLOR_SPACE_LINEAR_SRGB) {
		return c;
	}
	const float l = std::cbrt(0.4122214708f * c.r + 0.5363325363f * c.g + 0.0514459929f * c.b);
	const float m = std::cbrt(0.2119034982f * c.r + 0.6806995451f * c.g + 0.1073969566f * c.b);
	const float s = std::cbrt(0.0883024619f * c.r + 0.2817188376f * c.g + 0.6299787005f * c.b);
	return Color(0.2104542553f * l + 0.7936177850f * m - 0.0040720468f * s, 1.9779984951f * l - 2.4285922050f * m + 0.4505937099f * s, 0.0259040371f * l + 0.7827717662f * m - 0.8086757660f * s, c.a);
}

Color Gradient::from_space(const Color &p_color) const {
	if (space == GRADIENT_COLOR_SPACE_SRGB) {
		return p_color;
	}
	if (space == GRADIENT_COLOR_SPACE_LINEAR_SRGB) {
		return p_color.linear_to_srgb();
	}
	const float l = p_color.r + 0.3963377774f * p_color.g + 0.2158037573f * p_color.b;
	const float m = p_color.r - 0.1055613458f * p_color.g - 0.0638541728f * p_color.b;
	const float s = p_color.r - 0.0894841775f * p_color.g - 1.2914855480f * p_color.b;
	const float l3 = l * l * l;
	const float m3 = m * m * m;
	const float s3 = s * s * s;
	return Color(4.0767416621f * l3 - 3.3077115913f * m3 + 0.2309699292f * s3, -1.2684380046f * l3 + 2.6097574011f * m3 - 0.3413193965f * s3, -0.0041960863f * l3 - 0.7034186147f * m3 + 1.7076147010f * s3, p_color.a).linear_to_srgb();
}

Color Gradient::sample(float p_offset) {
	if (points.is_empty()) {
		return Color(0, 0, 0, 1);
	}
	sort();
	uint32_t after = 0; // The first point beyond the place.
	while (after < points.size() && points[after].offset <= p_offset) {
		after++;
	}
	if (after == 0) {
		return points[0].color;
	}
	const Point &from = points[after - 1];
	if (after == points.size() || mode == GRADIENT_INTERPOLATE_CONSTANT) {
		return from.color;
	}
	const Point &to = points[after];
	const float fraction = (p_offset - from.offset) / (to.offset - from.offset);
	const Color a = to_space(from.color);
	const Color b = to_space(to.color);
	if (mode == GRADIENT_INTERPOLATE_LINEAR) {
		return from_space(a.lerp(b, fraction));
	}
	const Color before = to_space(points[after >= 2 ? after - 2 : 0].color);
	const Color beyond = to_space(points[MIN(after + 1, points.size() - 1)].color);
	Color between;
	for (int i = 0; i < 4; i++) {
		between[i] = Math::cubic_interpolate(a[i], b[i], before[i], beyond[i], fraction);
	}
	return from_space(between);
}

void Gradient::_bind_methods() {
	ClassDB::bind_method(D_METHOD("add_point", "offset", "color"), &Gradient::add_point);
	ClassDB::bind_method(D_METHOD("remove_point", "point"), &Gradient::remove_point);
	ClassDB::bind_method(D_METHOD("set_offset", "point", "offset"), &Gradient::set_offset);
	ClassDB::bind_method(D_METHOD("get_offset", "point"), &Gradient::get_offset);
	ClassDB::bind_method(D_METHOD("reverse"), &Gradient::reverse);
	ClassDB::bind_method(D_METHOD("set_color", "point", "color"), &Gradient::set_color);
	ClassDB::bind_method(D_METHOD("get_color", "point"), &Gradient::get_color);
	ClassDB::bind_method(D_METHOD("sample", "offset"), &Gradient::sample);
	ClassDB::bind_method(D_METHOD("get_point_count"), &Gradient::get_point_count);
	ClassDB::bind_method(D_METHOD("set_offsets", "offsets"), &Gradient::set_offsets);
	ClassDB::bind_method(D_METHOD("get_offsets"), &Gradient::get_offsets);
	ClassDB::bind_method(D_METHOD("set_colors", "colors"), &Gradient::set_colors);
	ClassDB::bind_method(D_METHOD("get_colors"), &Gradient::get_colors);
	ClassDB::bind_method(D_METHOD("set_interpolation_mode", "interpolation_mode"), &Gradient::set_interpolation_mode);
	ClassDB::bind_method(D_METHOD("get_interpolation_mode"), &Gradient::get_interpolation_mode);
	ClassDB::bind_method(D_METHOD("set_interpolation_color_space", "interpolation_color_space"), &Gradient::set_interpolation_color_space);
	ClassDB::bind_method(D_METHOD("get_interpolation_color_space"), &Gradient::get_interpolation_color_space);
	ADD_GROUP("Interpolation", "interpolation_");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "interpolation_mode", PROPERTY_HINT_ENUM, "Linear,Constant,Cubic"), "set_interpolation_mode", "get_interpolation_mode");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "interpolation_color_space", PROPERTY_HINT_ENUM, "sRGB,Linear sRGB,Oklab"), "set_interpolation_color_space", "get_interpolation_color_space");
	ADD_GROUP("Raw Data", "");
	ADD_PROPERTY(PropertyInfo(Variant::PACKED_FLOAT32_ARRAY, "offsets"), "set_offsets", "get_offsets");
	ADD_PROPERTY(PropertyInfo(Variant::PACKED_COLOR_ARRAY, "colors"), "set_colors", "get_colors");
	BIND_ENUM_CONSTANT(GRADIENT_INTERPOLATE_LINEAR);
	BIND_ENUM_CONSTANT(GRADIENT_INTERPOLATE_CONSTANT);
	BIND_ENUM_CONSTANT(GRADIENT_INTERPOLATE_CUBIC);
	BIND_ENUM_CONSTANT(GRADIENT_COLOR_SPACE_SRGB);
	BIND_ENUM_CONSTANT(GRADIENT_COLOR_SPACE_LINEAR_SRGB);
	BIND_ENUM_CONSTANT(GRADIENT_COLOR_SPACE_OKLAB);
}
