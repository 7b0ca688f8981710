// The properties of a window that scripts of servers read and set.
#include "core/scene/main/window.h"

#include "core/object/class_db.h"

void Window::set_size(const Vector2i &p_size) {
	ERR_FAIL_COND_MSG(p_size.x < 0 || p_size.y < 0, "The size of a window cannot be negative.");
	if (size == p_size) {
		return;
	}
	size = p_size;
	if (is_inside_tree()) {
		notification(NOTIFICATION_WM_SIZE_CHANGED);
		emit_signal(SNAME("size_changed"));
	}
}

void Window::set_visible(bool p_visible) {
	if (visible == p_visible) {
		return;
	}
	visible = p_visible;
	emit_signal(SNAME("visibility_changed"));
}

void Window::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_title", "title"), &Window::set_title);
	ClassDB::bind_method(D_METHOD("get_title"), &Window::get_title);
	ClassDB::bind_method(D_METHOD("set_position", "position"), &Window::set_position);
	ClassDB::bind_method(D_METHOD("get_position"), &Window::get_position);
	ClassDB::bind_method(D_METHOD("set_size", "size"), &Window::set_size);
	ClassDB::bind_method(D_METHOD("get_size"), &Window::get_size);
	ClassDB::bind_method(D_METHOD("set_visible", "visible"), &Window::set_visible);
	ClassDB::bind_method(D_METHOD("is_visible"), &Window::is_visible);
	ClassDB::bind_method(D_METHOD("show"), &Window::show);
	ClassDB::bind_method(D_METHOD("hide"), &Window::hide);
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "title"), "set_title", "get_title");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2I, "position", PROPERTY_HINT_NONE, "suffix:px"), "set_position", "get_position");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2I, "size", PROPERTY_HINT_NONE, "suffix:px"), "set_size", "get_size");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "visible"), "set_visible", "is_visible");
	ADD_SIGNAL(MethodInfo("close_requested"));
	ADD_SIGNAL(MethodInfo("visibility_changed"));
}
