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
	ShownObjects::touch(this);
	visible = p_visible;
	visibility_changing(p_visible);
	emit_signal(SNAME("visibility_changed"));
}

Rect2i Window::get_surroundings() const {
	const Viewport *above = get_parent() ? get_parent()->get_viewport() : nullptr;
	return Rect2i(Vector2i(), above ? above->get_view_size() : size);
}

void Window::popup(const Rect2i &p_rect) {
	emit_signal(SNAME("about_to_popup"));
	if (p_rect != Rect2i()) {
		set_position(p_rect.position);
		set_size(p_rect.size.max(Vector2i()));
	}
	set_visible(true);
}

void Window::popup_on_parent(const Rect2i &p_parent_rect) {
	popup(p_parent_rect);
}

void Window::popup_centered(const Vector2i &p_minsize) {
	const Vector2i room = get_surroundings().size;
	const Vector2i wanted = size.max(p_minsize);
	popup(Rect2i((room - wanted) / 2, wanted));
}

void Window::popup_centered_ratio(real_t p_ratio) {
	ERR_FAIL_COND_MSG(!(p_ratio > 0 && p_ratio <= 1), "The ratio is a number above 0, up to 1.");
	const Vector2i room = get_surroundings().size;
	const Vector2i wanted(Vector2(room) * p_ratio);
	popup(Rect2i((room - wanted) / 2, wanted));
}

void Window::popup_centered_clamped(const Vector2i &p_minsize, real_t p_fallback_ratio) {
	const Vector2i room = get_surroundings().size;
	const Vector2i most(Vector2(room) * p_fallback_ratio);
	const Vector2i wanted(MIN(most.x, p_minsize.x), MIN(most.y, p_minsize.y));
	popup(Rect2i((room - wanted) / 2, wanted));
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
	ClassDB::bind_method(D_METHOD("popup", "rect"), &Window::popup, DEFVAL(Rect2i()));
	ClassDB::bind_method(D_METHOD("popup_on_parent", "parent_rect"), &Window::popup_on_parent);
	ClassDB::bind_method(D_METHOD("popup_centered", "minsize"), &Window::popup_centered, DEFVAL(Vector2i()));
	ClassDB::bind_method(D_METHOD("popup_centered_ratio", "ratio"), &Window::popup_centered_ratio, DEFVAL(0.8));
	ClassDB::bind_method(D_METHOD("popup_centered_clamped", "minsize", "fallback_ratio"), &Window::popup_centered_clamped, DEFVAL(Vector2i()), DEFVAL(0.75));
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "title"), "set_title", "get_title");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2I, "position", PROPERTY_HINT_NONE, "suffix:px"), "set_position", "get_position");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2I, "size", PROPERTY_HINT_NONE, "suffix:px"), "set_size", "get_size");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "visible"), "set_visible", "is_visible");
	ADD_SIGNAL(MethodInfo("close_requested"));
	ADD_SIGNAL(MethodInfo("visibility_changed"));
	ADD_SIGNAL(MethodInfo("about_to_popup"));
}
