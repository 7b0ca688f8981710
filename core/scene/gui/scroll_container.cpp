// How far the child is moved.
#include "core/scene/gui/scroll_container.h"

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/scene/gui/range.h"

ScrollContainer::ScrollContainer() {
	set_clip_contents(true);
	h_bar = make_bar("HScrollBar");
	v_bar = make_bar("VScrollBar");
}

ObjectID ScrollContainer::make_bar(const char *p_class) {
	Range *bar = cast_to<Range>(ClassDB::instantiate(p_class));
	if (!bar) {
		return ObjectID(); // A build without the facts of known classes.
	}
	add_child(bar, false, INTERNAL_MODE_BACK);
	bar->connect(SNAME("value_changed"), callable_mp(this, &ScrollContainer::bar_moved));
	return bar->get_instance_id();
}

Range *ScrollContainer::get_h_scroll_bar() const {
	return ObjectDB::get_instance<Range>(h_bar);
}

Range *ScrollContainer::get_v_scroll_bar() const {
	return ObjectDB::get_instance<Range>(v_bar);
}

bool ScrollContainer::is_bar(const Control *p_control) const {
	return p_control == get_h_scroll_bar() || p_control == get_v_scroll_bar();
}

void ScrollContainer::bar_moved(double p_value) {
	queue_sort();
}

void ScrollContainer::set_h_scroll(int p_value) {
	if (Range *bar = get_h_scroll_bar()) {
		bar->set_value(p_value);
	}
}

int ScrollContainer::get_h_scroll() const {
	const Range *bar = get_h_scroll_bar();
	return bar ? int(bar->get_value()) : 0;
}

void ScrollContainer::set_v_scroll(int p_value) {
	if (Range *bar = get_v_scroll_bar()) {
		bar->set_value(p_value);
	}
}

int ScrollContainer::get_v_scroll() const {
	const Range *bar = get_v_scroll_bar();
	return bar ? int(bar->get_value()) : 0;
}

void ScrollContainer::set_horizontal_scroll_mode(ScrollMode p_mode) {
	horizontal_mode = p_mode;
	update_minimum_size();
	queue_sort();
}

void ScrollContainer::set_vertical_scroll_mode(ScrollMode p_mode) {
	vertical_mode = p_mode;
	update_minimum_size();
	queue_sort();
}

// Only what cannot be scrolled needs room.
Vector2 ScrollContainer::get_minimum_size() const {
	Vector2 most;
	for (const Control *child : get_placed_children()) {
		if (is_bar(child)) {
			continue;
		}
		const Vector2 minimum = child->get_combined_minimum_size();
		most = Vector2(MAX(most.x, minimum.x), MAX(most.y, minimum.y));
	}
	return Vector2(horizontal_mode == SCROLL_MODE_DISABLED ? most.x : 0, vertical_mode == SCROLL_MODE_DISABLED ? most.y : 0);
}

void ScrollContainer::place_child() {
	const Vector2 room = get_size();
	for (Control *child : get_placed_children()) {
		if (is_bar(child)) {
			continue;
		}
		Vector2 extent = child->get_combined_minimum_size();
		extent.x = child->get_h_size_flags() & SIZE_EXPAND ? MAX(extent.x, room.x) : extent.x;
		extent.y = child->get_v_size_flags() & SIZE_EXPAND ? MAX(extent.y, room.y) : extent.y;
		if (Range *bar = get_h_scroll_bar()) {
			bar->set_max(extent.x);
			bar->set_page(room.x);
		}
		if (Range *bar = get_v_scroll_bar()) {
			bar->set_max(extent.y);
			bar->set_page(room.y);
		}
		fit_child_in_rect(child, Rect2(Vector2(-get_h_scroll(), -get_v_scroll()), extent));
	}
}

void ScrollContainer::_notification(int p_what) {
	if (p_what == NOTIFICATION_SORT_CHILDREN) {
		place_child();
	}
}

void ScrollContainer::ensure_control_visible(Object *p_control) {
	const Control *control = cast_to<Control>(p_control);
	ERR_FAIL_COND_MSG(!control || !is_ancestor_of(control), "The control must be inside of the ScrollContainer.");
	const Rect2 shown = get_global_rect();
	const Rect2 wanted = control->get_global_rect();
	const Vector2 over = (wanted.get_end() - shown.get_end()).max(Vector2());
	const Vector2 under = (wanted.position - shown.position).min(Vector2());
	set_h_scroll(get_h_scroll() + int(over.x > 0 ? over.x : under.x));
	set_v_scroll(get_v_scroll() + int(over.y > 0 ? over.y : under.y));
}

void ScrollContainer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_h_scroll_bar"), &ScrollContainer::get_h_scroll_bar);
	ClassDB::bind_method(D_METHOD("get_v_scroll_bar"), &ScrollContainer::get_v_scroll_bar);
	ClassDB::bind_method(D_METHOD("set_h_scroll", "value"), &ScrollContainer::set_h_scroll);
	ClassDB::bind_method(D_METHOD("get_h_scroll"), &ScrollContainer::get_h_scroll);
	ClassDB::bind_method(D_METHOD("set_v_scroll", "value"), &ScrollContainer::set_v_scroll);
	ClassDB::bind_method(D_METHOD("get_v_scroll"), &ScrollContainer::get_v_scroll);
	ClassDB::bind_method(D_METHOD("set_horizontal_scroll_mode", "enable"), &ScrollContainer::set_horizontal_scroll_mode);
	ClassDB::bind_method(D_METHOD("get_horizontal_scroll_mode"), &ScrollContainer::get_horizontal_scroll_mode);
	ClassDB::bind_method(D_METHOD("set_vertical_scroll_mode", "enable"), &ScrollContainer::set_vertical_scroll_mode);
	ClassDB::bind_method(D_METHOD("get_vertical_scroll_mode"), &ScrollContainer::get_vertical_scroll_mode);
	ClassDB::bind_method(D_METHOD("ensure_control_visible", "control"), &ScrollContainer::ensure_control_visible);
	ADD_PROPERTY(PropertyInfo(Variant::INT, "scroll_horizontal", PROPERTY_HINT_NONE, "suffix:px"), "set_h_scroll", "get_h_scroll");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "scroll_vertical", PROPERTY_HINT_NONE, "suffix:px"), "set_v_scroll", "get_v_scroll");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "horizontal_scroll_mode", PROPERTY_HINT_ENUM, "Disabled,Auto,Always Show,Never Show,Reserve"), "set_horizontal_scroll_mode", "get_horizontal_scroll_mode");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "vertical_scroll_mode", PROPERTY_HINT_ENUM, "Disabled,Auto,Always Show,Never Show,Reserve"), "set_vertical_scroll_mode", "get_vertical_scroll_mode");
	BIND_ENUM_CONSTANT(SCROLL_MODE_DISABLED);
	BIND_ENUM_CONSTANT(SCROLL_MODE_AUTO);
	BIND_ENUM_CONSTANT(SCROLL_MODE_SHOW_ALWAYS);
	BIND_ENUM_CONSTANT(SCROLL_MODE_SHOW_NEVER);
	BIND_ENUM_CONSTANT(SCROLL_MODE_RESERVE);
}
