// What scripts may ask of a viewport that nothing is drawn into.
#include "core/scene/viewport.h"

#include "core/object/class_db.h"

Rect2 Viewport::get_visible_rect() const {
	return Rect2(Vector2(), Vector2(get_view_size()));
}

void Viewport::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_visible_rect"), &Viewport::get_visible_rect);
	ADD_SIGNAL(MethodInfo("size_changed"));
}
