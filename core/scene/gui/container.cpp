// Asking for a sort when something changed, and placing one child by its size flags.
#include "core/scene/gui/container.h"

#include "core/math/math_funcs.h"
#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/object/message_queue.h"

static constexpr const char *WATCHED_SIGNALS[] = { "size_flags_changed", "minimum_size_changed", "visibility_changed" };

Container::Container() {
	set_mouse_filter(MOUSE_FILTER_PASS);
}

void Container::_notification(int p_what) {
	switch (p_what) {
		case NOTIFICATION_RESIZED:
		case NOTIFICATION_THEME_CHANGED:
		case NOTIFICATION_ENTER_TREE:
			queue_sort();
			break;
		case NOTIFICATION_VISIBILITY_CHANGED:
			if (is_visible_in_tree()) {
				queue_sort();
			}
			break;
	}
}

void Container::add_child_notify(Node *p_child) {
	Control::add_child_notify(p_child);
	Control *control = Object::cast_to<Control>(p_child);
	if (!control) {
		return;
	}
	for (const char *name : WATCHED_SIGNALS) {
		control->connect(name, callable_mp(this, &Container::child_changed));
	}
	child_changed();
}

void Container::remove_child_notify(Node *p_child) {
	Control::remove_child_notify(p_child);
	Control *control = Object::cast_to<Control>(p_child);
	if (!control) {
		return;
	}
	for (const char *name : WATCHED_SIGNALS) {
		control->disconnect(name, callable_mp(this, &Container::child_changed));
	}
	child_changed();
}

void Container::move_child_notify(Node *p_child) {
	Control::move_child_notify(p_child);
	if (Object::cast_to<Control>(p_child)) {
		child_changed();
	}
}

void Container::child_changed() {
	update_minimum_size();
	queue_sort();
}

void Container::queue_sort() {
	if (!is_inside_tree() || sort_queued) {
		return;
	}
	sort_queued = true;
	MessageQueue::get_singleton()->push_callable(callable_mp(this, &Container::sort_children));
}

void Container::sort_children() {
	sort_queued = false;
	if (!is_inside_tree()) {
		return;
	}
	notification(NOTIFICATION_PRE_SORT_CHILDREN);
	emit_signal(SNAME("pre_sort_children"));
	notification(NOTIFICATION_SORT_CHILDREN);
	emit_signal(SNAME("sort_children"));
}

LocalVector<Control *> Container::get_placed_children() const {
	LocalVector<Control *> placed;
	for (uint32_t i = 0; i < get_all_children().size(); i++) {
		Control *child = Object::cast_to<Control>(get_all_children()[i]);
		if (child && child->is_visible() && !child->is_set_as_top_level()) {
			placed.push_back(child);
		}
	}
	return placed;
}

static void fit_axis(BitField<Control::SizeFlags> p_flags, real_t p_minimum, real_t &r_position, real_t &r_size) {
	if (p_flags.has_flag(Control::SIZE_FILL)) {
		return;
	}
	if (p_flags.has_flag(Control::SIZE_SHRINK_END)) {
		r_position += r_size - p_minimum;
	} else if (p_flags.has_flag(Control::SIZE_SHRINK_CENTER)) {
		r_position += Math::floor((r_size - p_minimum) / 2);
	}
	r_size = p_minimum;
}

void Container::fit_child_in_rect(Control *p_child, const Rect2 &p_rect) {
	ERR_FAIL_NULL(p_child);
	if (p_child->is_dead()) {
		return; // One that was placed before it has freed it.
	}
	ERR_FAIL_COND_MSG(p_child->get_parent() != this, "fit_child_in_rect: the control is not a child of this container.");
	const Vector2 minimum = p_child->get_combined_minimum_size();
	Rect2 rect = p_rect;
	fit_axis(p_child->get_h_size_flags(), minimum.x, rect.position.x, rect.size.x);
	fit_axis(p_child->get_v_size_flags(), minimum.y, rect.position.y, rect.size.y);
	p_child->set_anchors_preset(PRESET_TOP_LEFT);
	p_child->set_rect(rect);
	p_child->set_rotation(0);
	p_child->set_scale(Vector2(1, 1));
}

void Container::_bind_methods() {
	ClassDB::bind_method(D_METHOD("queue_sort"), &Container::queue_sort);
	ClassDB::bind_method(D_METHOD("fit_child_in_rect", "child", "rect"), &Container::fit_child_in_rect);
	GDVIRTUAL_BIND(_get_allowed_size_flags_horizontal);
	GDVIRTUAL_BIND(_get_allowed_size_flags_vertical);

	ADD_SIGNAL(MethodInfo("pre_sort_children"));
	ADD_SIGNAL(MethodInfo("sort_children"));
	BIND_CONSTANT(NOTIFICATION_PRE_SORT_CHILDREN);
	BIND_CONSTANT(NOTIFICATION_SORT_CHILDREN);
}
