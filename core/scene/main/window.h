// Window: the root of the tree and other windows, as data; there is no display behind them.
#pragma once

#include "core/scene/main/viewport.h"

class Window : public Viewport {
	GDCLASS(Window, Viewport);

public:
	void set_title(const String &p_title) { title = p_title; }
	String get_title() const { return title; }
	void set_size(const Vector2i &p_size);
	Vector2i get_size() const { return size; }
	void set_position(const Vector2i &p_position) { position = p_position; }
	Vector2i get_position() const { return position; }
	void set_visible(bool p_visible);
	bool is_visible() const { return visible; }
	void show() { set_visible(true); }
	void hide() { set_visible(false); }
	Vector2i get_view_size() const override { return size; }

protected:
	static void _bind_methods();

private:
	String title;
	Vector2i size = Vector2i(100, 100); // Pixels.
	Vector2i position;
	bool visible = true;
};
