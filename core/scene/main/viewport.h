// Viewport: the part of a viewport that exists without a renderer: a node that others find by get_viewport().
#pragma once

#include "core/math/rect2.h"
#include "core/math/transform_2d.h"
#include "core/math/vector2i.h"
#include "core/scene/main/node.h"

class Control;

class Viewport : public Node {
	GDCLASS(Viewport, Node);

public:
	virtual Vector2i get_view_size() const { return Vector2i(); } // Pixels.
	Rect2 get_visible_rect() const;
	Transform2D get_final_transform() const { return Transform2D(); } // Nothing stretches what is not shown.

	// The control that has the keyboard focus, or null. Controls call the setter, after they checked that they may have it.
	Control *gui_get_focus_owner() const;
	void gui_set_focus_owner(Control *p_control);
	void gui_release_focus() { gui_set_focus_owner(nullptr); }

protected:
	static void _bind_methods();

private:
	ObjectID focus_owner;
};
