// The properties of a window that scripts of servers read and set.
#include "core/scene/main/window.h"

#include "core/object/class_db.h"

static constexpr int LEAST_ROOT_PIXELS = 64;

void Window::_notification(int p_what) {
	if (p_what == NOTIFICATION_ENTER_TREE) {
		refresh_size(get_parent() ? size : Vector2i()); // Without a display the root is as small as it may be.
	}
}

void Window::set_size(const Vector2i &p_size) {
	refresh_size(p_size);
}

void Window::set_min_size(const Vector2i &p_size) {
	min_size = p_size.max(Vector2i());
	refresh_size(size);
}

void Window::set_max_size(const Vector2i &p_size) {
	max_size = p_size.max(Vector2i());
	refresh_size(size);
}

void Window::refresh_size(const Vector2i &p_size) {
	const bool is_root = is_inside_tree() && !get_parent();
	const Vector2i least = min_size.max(is_root ? Vector2i(LEAST_ROOT_PIXELS, LEAST_ROOT_PIXELS) : Vector2i());
	Vector2i wanted = p_size.max(least);
	wanted.x = max_size.x > least.x ? MIN(wanted.x, max_size.x) : wanted.x;
	wanted.y = max_size.y > least.y ? MIN(wanted.y, max_size.y) : wanted.y;
	if (size != wanted) {
		size = wanted;
		if (is_inside_tree()) {
			notification(NOTIFICATION_WM_SIZE_CHANGED);
		}
		refresh_fit();
	}
}

void Window::refresh_fit() {
	const WindowStretch::Fit before = fit;
	fit = stretch.fit(size);
	if (is_inside_tree() && !(fit == before)) {
		emit_signal(SNAME("size_changed"));
	}
}

void Window::set_content_scale_size(const Vector2i &p_size) {
	ERR_FAIL_COND_MSG(p_size.x < 0 || p_size.y < 0, "The size that content is made for cannot be negative; with 0 nothing is stretched.");
	stretch.base = p_size;
	refresh_fit();
}

void Window::set_content_scale_mode(ContentScaleMode p_mode) {
	ERR_FAIL_INDEX(int(p_mode), 3);
	stretch.mode = p_mode;
	refresh_fit();
}

void Window::set_content_scale_aspect(ContentScaleAspect p_aspect) {
	ERR_FAIL_INDEX(int(p_aspect), 5);
	stretch.aspect = p_aspect;
	refresh_fit();
}

void Window::set_content_scale_stretch(ContentScaleStretch p_stretch) {
	ERR_FAIL_INDEX(int(p_stretch), 2);
	stretch.stretch = p_stretch;
	refresh_fit();
}

void Window::set_content_scale_factor(real_t p_factor) {
	ERR_FAIL_COND_MSG(!(p_factor > 0), "The factor by which content is scaled is greater than 0.");
	stretch.factor = p_factor;
	refresh_fit();
}

Transform2D Window::get_final_transform() const {
	Transform2D transform = Transform2D().scaled(fit.scale);
	transform.set_origin(fit.margin);
	return transform;
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
	return Rect2i(Vector2i(), above ? Vector2i(above->get_visible_rect().size) : size);
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

void Window::bind_content_scale() {
	ClassDB::bind_method(D_METHOD("set_content_scale_size", "size"), &Window::set_content_scale_size);
	ClassDB::bind_method(D_METHOD("get_content_scale_size"), &Window::get_content_scale_size);
	ClassDB::bind_method(D_METHOD("set_content_scale_mode", "mode"), &Window::set_content_scale_mode);
	ClassDB::bind_method(D_METHOD("get_content_scale_mode"), &Window::get_content_scale_mode);
	ClassDB::bind_method(D_METHOD("set_content_scale_aspect", "aspect"), &Window::set_content_scale_aspect);
	ClassDB::bind_method(D_METHOD("get_content_scale_aspect"), &Window::get_content_scale_aspect);
	ClassDB::bind_method(D_METHOD("set_content_scale_stretch", "stretch"), &Window::set_content_scale_stretch);
	ClassDB::bind_method(D_METHOD("get_content_scale_stretch"), &Window::get_content_scale_stretch);
	ClassDB::bind_method(D_METHOD("set_content_scale_factor", "factor"), &Window::set_content_scale_factor);
	ClassDB::bind_method(D_METHOD("get_content_scale_factor"), &Window::get_content_scale_factor);
	ADD_GROUP("Content Scale", "content_scale_");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2I, "content_scale_size"), "set_content_scale_size", "get_content_scale_size");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "content_scale_mode", PROPERTY_HINT_ENUM, "Disabled,Canvas Items,Viewport"), "set_content_scale_mode", "get_content_scale_mode");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "content_scale_aspect", PROPERTY_HINT_ENUM, "Ignore,Keep,Keep Width,Keep Height,Expand"), "set_content_scale_aspect", "get_content_scale_aspect");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "content_scale_stretch", PROPERTY_HINT_ENUM, "Fractional,Integer"), "set_content_scale_stretch", "get_content_scale_stretch");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "content_scale_factor", PROPERTY_HINT_RANGE, "0.5,8.0,0.01"), "set_content_scale_factor", "get_content_scale_factor");
	using enum WindowStretch::Mode;
	using enum WindowStretch::Aspect;
	using enum WindowStretch::Stretch;
	BIND_ENUM_CONSTANT(CONTENT_SCALE_MODE_DISABLED);
	BIND_ENUM_CONSTANT(CONTENT_SCALE_MODE_CANVAS_ITEMS);
	BIND_ENUM_CONSTANT(CONTENT_SCALE_MODE_VIEWPORT);
	BIND_ENUM_CONSTANT(CONTENT_SCALE_ASPECT_IGNORE);
	BIND_ENUM_CONSTANT(CONTENT_SCALE_ASPECT_KEEP);
	BIND_ENUM_CONSTANT(CONTENT_SCALE_ASPECT_KEEP_WIDTH);
	BIND_ENUM_CONSTANT(CONTENT_SCALE_ASPECT_KEEP_HEIGHT);
	BIND_ENUM_CONSTANT(CONTENT_SCALE_ASPECT_EXPAND);
	BIND_ENUM_CONSTANT(CONTENT_SCALE_STRETCH_FRACTIONAL);
	BIND_ENUM_CONSTANT(CONTENT_SCALE_STRETCH_INTEGER);
}

void Window::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_title", "title"), &Window::set_title);
	ClassDB::bind_method(D_METHOD("get_title"), &Window::get_title);
	ClassDB::bind_method(D_METHOD("set_position", "position"), &Window::set_position);
	ClassDB::bind_method(D_METHOD("get_position"), &Window::get_position);
	ClassDB::bind_method(D_METHOD("set_size", "size"), &Window::set_size);
	ClassDB::bind_method(D_METHOD("get_size"), &Window::get_size);
	ClassDB::bind_method(D_METHOD("set_min_size", "min_size"), &Window::set_min_size);
	ClassDB::bind_method(D_METHOD("get_min_size"), &Window::get_min_size);
	ClassDB::bind_method(D_METHOD("set_max_size", "max_size"), &Window::set_max_size);
	ClassDB::bind_method(D_METHOD("get_max_size"), &Window::get_max_size);
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
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2I, "min_size", PROPERTY_HINT_NONE, "suffix:px"), "set_min_size", "get_min_size");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2I, "max_size", PROPERTY_HINT_NONE, "suffix:px"), "set_max_size", "get_max_size");
	bind_content_scale();
	ADD_SIGNAL(MethodInfo("close_requested"));
	ADD_SIGNAL(MethodInfo("visibility_changed"));
	ADD_SIGNAL(MethodInfo("about_to_popup"));
}
