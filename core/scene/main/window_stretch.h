// WindowStretch: how much a viewport shows in a window of some size, and how that is stretched over the window.
#pragma once

#include "core/math/transform_2d.h"
#include "core/math/vector2i.h"

// The content_scale_ properties of Window, which the settings display/window/stretch/ give the root. A value; no window is touched.
struct WindowStretch {
	enum Mode : int { // Named as scripts know them from Window.
		CONTENT_SCALE_MODE_DISABLED, // A unit of the viewport is a pixel.
		CONTENT_SCALE_MODE_CANVAS_ITEMS, // What is drawn is stretched.
		CONTENT_SCALE_MODE_VIEWPORT, // The picture is stretched, so it is whole units large.
	};
	enum Aspect : int {
		CONTENT_SCALE_ASPECT_IGNORE, // The base exactly, whatever that does to circles.
		CONTENT_SCALE_ASPECT_KEEP, // The base exactly, with margins.
		CONTENT_SCALE_ASPECT_KEEP_WIDTH, // May show more in height.
		CONTENT_SCALE_ASPECT_KEEP_HEIGHT, // May show more in width.
		CONTENT_SCALE_ASPECT_EXPAND, // May show more in either.
	};
	enum Stretch : int {
		CONTENT_SCALE_STRETCH_FRACTIONAL,
		CONTENT_SCALE_STRETCH_INTEGER, // By whole numbers, with margins for the rest.
	};

	Mode mode = CONTENT_SCALE_MODE_DISABLED;
	Aspect aspect = CONTENT_SCALE_ASPECT_IGNORE;
	Stretch stretch = CONTENT_SCALE_STRETCH_FRACTIONAL;
	Vector2i base; // Units that the content is made for; without one in both directions nothing is stretched.
	real_t factor = 1; // Greater than 0: how many times larger everything is.

	struct Fit {
		Vector2 visible; // Units that the viewport shows.
		Vector2 scale = Vector2(1, 1); // Pixels of the window to a unit.
		Vector2 margin; // Pixels left of the picture and above it.
		Transform2D canvas; // From units to the picture's pixels, before the picture is stretched.
		bool operator==(const Fit &p_other) const { return visible == p_other.visible && canvas == p_other.canvas; }
	};
	// p_window: pixels.
	Fit fit(const Vector2i &p_window) const;

private:
	bool fills(const Vector2i &p_window) const; // Without margins.
	Vector2i shown_units(const Vector2i &p_window) const;
	Vector2i picture_pixels(const Vector2i &p_window, const Vector2i &p_units) const;
};
