// The arithmetic of stretched content: units first, then the picture's pixels in the window.
#include "core/scene/main/window_stretch.h"

#include "core/math/math_funcs.h"

// Greater than 0: the window is wider than the base is, less: higher.
static double excess_width(const Vector2i &p_window, const Vector2i &p_base) {
	return double(p_window.x) * p_base.y - double(p_window.y) * p_base.x;
}

bool WindowStretch::fills(const Vector2i &p_window) const {
	const double wider = excess_width(p_window, base);
	const bool more_width = wider > 0 && p_window.y > 0 && (aspect == CONTENT_SCALE_ASPECT_KEEP_HEIGHT || aspect == CONTENT_SCALE_ASPECT_EXPAND);
	const bool more_height = wider < 0 && p_window.x > 0 && (aspect == CONTENT_SCALE_ASPECT_KEEP_WIDTH || aspect == CONTENT_SCALE_ASPECT_EXPAND);
	return more_width || more_height || aspect == CONTENT_SCALE_ASPECT_IGNORE;
}

// The base, and more of it where the window has room in another shape than the base's.
Vector2i WindowStretch::shown_units(const Vector2i &p_window) const {
	if (aspect == CONTENT_SCALE_ASPECT_IGNORE || !fills(p_window)) {
		return base;
	}
	if (excess_width(p_window, base) > 0) {
		return Vector2i(int32_t(MIN(double(base.y) * p_window.x / p_window.y, double(INT32_MAX))), base.y);
	}
	return Vector2i(base.x, int32_t(MIN(double(base.x) * p_window.y / p_window.x, double(INT32_MAX))));
}

Vector2i WindowStretch::picture_pixels(const Vector2i &p_window, const Vector2i &p_units) const {
	const double times = MIN(double(p_window.x) / p_units.x, double(p_window.y) / p_units.y);
	if (stretch == CONTENT_SCALE_STRETCH_INTEGER) {
		return p_units * int32_t(MAX(1.0, Math::floor(times)));
	}
	return fills(p_window) ? p_window : Vector2i(int32_t(p_units.x * times), int32_t(p_units.y * times));
}

WindowStretch::Fit WindowStretch::fit(const Vector2i &p_window) const {
	Fit result;
	if (mode == CONTENT_SCALE_MODE_DISABLED || base.x <= 0 || base.y <= 0) {
		result.visible = Vector2(p_window) / factor;
		result.scale = Vector2(factor, factor);
		result.canvas = Transform2D().scaled(result.scale);
		return result;
	}
	const Vector2i units = shown_units(p_window);
	const Vector2i picture = picture_pixels(p_window, units);
	result.visible = Vector2(units) / factor;
	if (mode == CONTENT_SCALE_MODE_VIEWPORT) {
		result.visible = result.visible.floor();
	}
	const Vector2 room = Vector2(p_window - picture) / 2;
	result.margin = Vector2(MAX(real_t(0), Math::round(room.x)), MAX(real_t(0), Math::round(room.y)));
	if (result.visible.x > 0 && result.visible.y > 0) {
		result.scale = Vector2(picture) / result.visible;
	}
	if (mode == CONTENT_SCALE_MODE_CANVAS_ITEMS) {
		result.canvas = Transform2D().scaled(result.scale);
	}
	return result;
}
