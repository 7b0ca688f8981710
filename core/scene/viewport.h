// Viewport: the part of a viewport that exists without a renderer: a node that others find by get_viewport().
#pragma once

#include "core/math/rect2.h"
#include "core/math/vector2i.h"
#include "core/scene/node.h"

class Viewport : public Node {
	GDCLASS(Viewport, Node);

public:
	virtual Vector2i get_view_size() const { return Vector2i(); } // Pixels.
	Rect2 get_visible_rect() const;

protected:
	static void _bind_methods();
};
