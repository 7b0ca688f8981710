// The room that the margins leave.
#include "core/scene/gui/margin_container.h"

#include "core/object/class_db.h"

int MarginContainer::get_margin_size(Side p_side) const {
	static constexpr const char *NAMES[] = { "margin_left", "margin_top", "margin_right", "margin_bottom" };
	ERR_FAIL_INDEX_V(int(p_side), 4, 0);
	return get_theme_constant(NAMES[p_side]);
}

Vector2 MarginContainer::get_minimum_size() const {
	Vector2 most;
	for (const Control *child : get_placed_children()) {
		const Vector2 minimum = child->get_combined_minimum_size();
		most = Vector2(MAX(most.x, minimum.x), MAX(most.y, minimum.y));
	}
	return most + Vector2(get_margin_size(SIDE_LEFT) + get_margin_size(SIDE_RIGHT), get_margin_size(SIDE_TOP) + get_margin_size(SIDE_BOTTOM));
}

void MarginContainer::_notification(int p_what) {
	if (p_what != NOTIFICATION_SORT_CHILDREN) {
		return;
	}
	const Vector2 begin(get_margin_size(SIDE_LEFT), get_margin_size(SIDE_TOP));
	const Vector2 end = get_size() - Vector2(get_margin_size(SIDE_RIGHT), get_margin_size(SIDE_BOTTOM));
	for (Control *child : get_placed_children()) {
		fit_child_in_rect(child, Rect2(begin, end - begin));
	}
}

void MarginContainer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_margin_size", "margin"), &MarginContainer::get_margin_size);
}
