// Window: the root of the tree and other windows, as data; there is no display behind them.
#pragma once

#include "core/math/rect2i.h"
#include "core/object/shown_objects.h"
#include "core/scene/main/viewport.h"
#include "core/scene/main/window_stretch.h"

class Window : public Viewport {
	GDCLASS(Window, Viewport);

public:
	using ContentScaleMode = WindowStretch::Mode;
	using ContentScaleAspect = WindowStretch::Aspect;
	using ContentScaleStretch = WindowStretch::Stretch;

	using IsShown = void;

	void set_title(const String &p_title) { title = p_title; }
	String get_title() const { return title; }
	// Within the limits; the root of a running tree has at least 64 by 64 pixels.
	void set_size(const Vector2i &p_size);
	Vector2i get_size() const { return size; }
	// Limits of the size; a greatest size below the least one, or 0, is none.
	void set_min_size(const Vector2i &p_size);
	Vector2i get_min_size() const { return min_size; }
	void set_max_size(const Vector2i &p_size);
	Vector2i get_max_size() const { return max_size; }
	// How the content is stretched.
	void set_content_scale_size(const Vector2i &p_size);
	Vector2i get_content_scale_size() const { return stretch.base; }
	void set_content_scale_mode(ContentScaleMode p_mode);
	ContentScaleMode get_content_scale_mode() const { return stretch.mode; }
	void set_content_scale_aspect(ContentScaleAspect p_aspect);
	ContentScaleAspect get_content_scale_aspect() const { return stretch.aspect; }
	void set_content_scale_stretch(ContentScaleStretch p_stretch);
	ContentScaleStretch get_content_scale_stretch() const { return stretch.stretch; }
	void set_content_scale_factor(real_t p_factor); // Greater than 0.
	real_t get_content_scale_factor() const { return stretch.factor; }
	void set_position(const Vector2i &p_position) { position = p_position; }
	Vector2i get_position() const { return position; }
	void set_visible(bool p_visible); // Tells the window by visibility_changing() first.
	bool is_visible() const { return visible; }
	void show() { set_visible(true); }
	void hide() { set_visible(false); }
	// Shows it: where and as large as it is, at p_rect, or in the middle of what it belongs to.
	void popup(const Rect2i &p_rect);
	void popup_on_parent(const Rect2i &p_parent_rect);
	void popup_centered(const Vector2i &p_minsize);
	void popup_centered_ratio(real_t p_ratio);
	void popup_centered_clamped(const Vector2i &p_minsize, real_t p_fallback_ratio);
	virtual void user_close() { emit_signal(SNAME("close_requested")); } // What the window's cross does.
	Rect2 get_visible_rect() const override { return Rect2(Vector2(), fit.visible); }
	Transform2D get_final_transform() const override;
	Transform2D get_stretch_transform() const { return fit.canvas; }

protected:
	void _notification(int p_what);
	static void _bind_methods();
	static void bind_content_scale();
	void start_hidden() { visible = false; } // For the constructors of what waits to be shown.
	virtual void visibility_changing(bool p_visible) {}

private:
	Rect2i get_surroundings() const;
	void refresh_size(const Vector2i &p_size);
	void refresh_fit();

	String title;
	Vector2i size = Vector2i(100, 100); // Pixels.
	Vector2i min_size;
	Vector2i max_size;
	WindowStretch stretch;
	WindowStretch::Fit fit = stretch.fit(size);
	Vector2i position;
	bool visible = true;
};

VARIANT_ENUM_CAST(Window::ContentScaleMode);
VARIANT_ENUM_CAST(Window::ContentScaleAspect);
VARIANT_ENUM_CAST(Window::ContentScaleStretch);
