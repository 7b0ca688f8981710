// Window: the root of the tree and other windows, as data; there is no display behind them.
#pragma once

#include "core/math/rect2i.h"
#include "core/object/shown_objects.h"
#include "core/scene/main/viewport.h"

class Window : public Viewport {
	GDCLASS(Window, Viewport);

public:
	using IsShown = void;

	void set_title(const String &p_title) { title = p_title; }
	String get_title() const { return title; }
	void set_size(const Vector2i &p_size);
	Vector2i get_size() const { return size; }
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
	Vector2i get_view_size() const override { return size; }

protected:
	static void _bind_methods();
	void start_hidden() { visible = false; } // For the constructors of what waits to be shown.
	virtual void visibility_changing(bool p_visible) {}

private:
	Rect2i get_surroundings() const;
	String title;
	Vector2i size = Vector2i(100, 100); // Pixels.
	Vector2i position;
	bool visible = true;
};
