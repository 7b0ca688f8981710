// Finding the middle, in whole pixels.
#include "core/scene/gui/center_container.h"

#include "core/object/class_db.h"

void CenterContainer::set_use_top_left(bool p_enable) {
	use_top_left = p_enable;
	update_minimum_size();
	queue_sort();
}

Vector2 CenterContainer::get_minimum_size() const {
	Vector2 most;
	if (use_top_left) {
		return most;
	}
	for (const Control *child : get_placed_children()) {
		const Vector2 minimum = child->get_combined_minimum_size();
		most = Vector2(MAX(most.x, minimum.x), MAX(most.y, minimum.y));
	}
	return most;
}

void CenterContainer::_notification(int p_what) {
	if (p_what != NOTIFICATION_SORT_CHILDREN) {
		return;
	}
	const Vector2 room = use_top_left ? Vector2() : get_size();
	for (Control *child : get_placed_children()) {
		const Vector2 minimum = child->get_combined_minimum_size();
		fit_child_in_rect(child, Rect2(((room - minimum) / 2).floor(), minimum));
	}
}

void CenterContainer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_use_top_left", "enable"), &CenterContainer::set_use_top_left);
	ClassDB::bind_method(D_METHOD("is_using_top_left"), &CenterContainer::is_using_top_left);

	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "use_top_left"), "set_use_top_left", "is_using_top_left");
}
