// Where the keyboard focus may go from a control: along the tree, or to a side.
#include "core/scene/gui/control.h"
#include "core/templates/local_vector.h"

static bool takes_focus(const Control *p_control) {
	return p_control->is_visible_in_tree() && p_control->get_focus_mode_with_override() == Control::FOCUS_ALL;
}

void Control::set_focus_behavior_recursive(FocusBehaviorRecursive p_behavior) {
	ERR_FAIL_INDEX_MSG(int(p_behavior), int(FOCUS_BEHAVIOR_ENABLED) + 1, "focus_behavior_recursive must be one of the FOCUS_BEHAVIOR_* constants.");
	focus_behavior = p_behavior;
}

Control::FocusMode Control::get_focus_mode_with_override() const {
	const Control *decides = this;
	while (decides && decides->focus_behavior == FOCUS_BEHAVIOR_INHERITED) {
		decides = decides->get_parent_control();
	}
	return decides && decides->focus_behavior == FOCUS_BEHAVIOR_DISABLED ? FOCUS_NONE : focus_mode;
}

static void collect_focusable(const Node *p_node, LocalVector<Control *> &r_controls) {
	for (uint32_t i = 0; i < p_node->get_all_children().size(); i++) {
		Control *control = Object::cast_to<Control>(p_node->get_all_children()[i]);
		if (!control || !control->is_visible()) {
			continue;
		}
		if (takes_focus(control)) {
			r_controls.push_back(control);
		}
		collect_focusable(control, r_controls);
	}
}

// All that take the focus in this control's window part, in tree order.
LocalVector<Control *> Control::get_focus_chain() const {
	const Control *top = this;
	while (const Control *above = top->get_parent_control()) {
		top = above;
	}
	LocalVector<Control *> chain;
	if (takes_focus(top)) {
		chain.push_back(const_cast<Control *>(top));
	}
	collect_focusable(top, chain);
	return chain;
}

Control *Control::get_named_focus(const NodePath &p_path) const {
	Control *named = p_path.is_empty() ? nullptr : Object::cast_to<Control>(get_node_or_null(p_path));
	return named && takes_focus(named) ? named : nullptr;
}

Control *Control::step_focus(int p_step) const {
	const LocalVector<Control *> chain = get_focus_chain();
	const int count = chain.size();
	for (int i = 0; i < count; i++) {
		if (chain[i] == this) {
			return chain[(i + p_step + count) % count];
		}
	}
	return count == 0 ? nullptr : chain[p_step > 0 ? 0 : count - 1];
}

Control *Control::find_next_valid_focus() const {
	Control *named = get_named_focus(focus_next);
	return named ? named : step_focus(1);
}

Control *Control::find_prev_valid_focus() const {
	Control *named = get_named_focus(focus_previous);
	return named ? named : step_focus(-1);
}

void Control::set_focus_neighbor(Side p_side, const NodePath &p_neighbor) {
	ERR_FAIL_INDEX(int(p_side), 4);
	focus_neighbors[p_side] = p_neighbor;
}

NodePath Control::get_focus_neighbor(Side p_side) const {
	ERR_FAIL_INDEX_V(int(p_side), 4, NodePath());
	return focus_neighbors[p_side];
}

// Without a named neighbour: the one whose middle is nearest among those that lie to that side.
Control *Control::find_valid_focus_neighbor(Side p_side) const {
	ERR_FAIL_INDEX_V(int(p_side), 4, nullptr);
	if (Control *named = get_named_focus(focus_neighbors[p_side])) {
		return named;
	}
	static const Vector2 DIRECTIONS[] = { Vector2(-1, 0), Vector2(0, -1), Vector2(1, 0), Vector2(0, 1) };
	const Vector2 here = get_global_rect().get_center();
	Control *nearest = nullptr;
	real_t nearest_distance = 0;
	for (Control *control : get_focus_chain()) {
		const Vector2 way = control->get_global_rect().get_center() - here;
		const real_t distance = way.length_squared();
		if (control != this && way.dot(DIRECTIONS[p_side]) > 0 && (!nearest || distance < nearest_distance)) {
			nearest = control;
			nearest_distance = distance;
		}
	}
	return nearest;
}
