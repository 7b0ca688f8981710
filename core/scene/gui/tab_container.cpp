// Which child is shown, while children come, go and move.
#include "core/scene/gui/tab_container.h"

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/object/message_queue.h"

void TabContainer::add_child_notify(Node *p_child) {
	Container::add_child_notify(p_child);
	Control *control = Object::cast_to<Control>(p_child);
	if (!control) {
		return;
	}
	Tab tab;
	tab.control = control;
	tabs.push_back(tab);
	control->hide();
	control->connect(SNAME("visibility_changed"), callable_mp(this, &TabContainer::visibility_changed_outside));
	if (current == NONE && !deselect_enabled) {
		choose(0);
	}
}

void TabContainer::remove_child_notify(Node *p_child) {
	Container::remove_child_notify(p_child);
	const int index = get_tab_idx_from_control(Object::cast_to<Control>(p_child));
	if (index == NONE) {
		return;
	}
	p_child->disconnect(SNAME("visibility_changed"), callable_mp(this, &TabContainer::visibility_changed_outside));
	const int before = current;
	tabs.remove_at(index);
	if (index < current) {
		current--;
	} else if (index == current) {
		current = MIN(current, int(tabs.size()) - 1);
		announce(before);
	}
}

void TabContainer::move_child_notify(Node *p_child) {
	Container::move_child_notify(p_child);
	const Control *shown = get_current_tab_control();
	LocalVector<Tab> moved;
	for (uint32_t i = 0; i < get_all_children().size(); i++) {
		const int index = get_tab_idx_from_control(Object::cast_to<Control>(get_all_children()[i]));
		if (index != NONE) {
			moved.push_back(tabs[index]);
		}
	}
	tabs = moved;
	current = NONE;
	for (uint32_t i = 0; i < tabs.size(); i++) {
		current = tabs[i].control == shown ? int(i) : current;
	}
}

void TabContainer::set_current_tab(int p_tab_idx) {
	ERR_FAIL_COND_MSG(p_tab_idx == NONE && !deselect_enabled, "No tab can be shown only if deselecting is enabled.");
	if (!is_inside_tree()) {
		awaited = p_tab_idx;
		return;
	}
	ERR_FAIL_COND_MSG(p_tab_idx < NONE || p_tab_idx >= int(tabs.size()), vformat("There is no tab %d.", p_tab_idx));
	choose(p_tab_idx);
}

void TabContainer::choose(int p_tab_idx) {
	ShownObjects::touch(this);
	const int before = current;
	current = p_tab_idx;
	announce(before);
}

void TabContainer::announce(int p_before) {
	if (current != p_before) {
		previous = p_before;
	}
	if (!is_inside_tree()) {
		return;
	}
	MessageQueue::get_singleton()->push_callable(callable_mp(this, &TabContainer::show_current));
	if (current != NONE) {
		emit_signal(SNAME("tab_selected"), current);
	}
	if (current != p_before) {
		emit_signal(SNAME("tab_changed"), current);
	}
}

bool TabContainer::select_towards(int p_step) {
	for (int i = current + p_step; i >= 0 && i < int(tabs.size()); i += p_step) {
		if (!tabs[i].disabled && !tabs[i].hidden) {
			choose(i);
			return true;
		}
	}
	return false;
}

void TabContainer::visibility_changed_outside() {
	if (applying || !is_inside_tree()) {
		return;
	}
	for (uint32_t i = 0; i < tabs.size(); i++) {
		if (int(i) != current && tabs[i].control->is_visible()) {
			set_current_tab(i);
			return;
		}
	}
	if (current != NONE && !tabs[current].control->is_visible() && !select_towards(1)) {
		select_towards(-1);
	}
}

void TabContainer::show_current() {
	applying = true;
	for (uint32_t i = 0; i < tabs.size(); i++) {
		tabs[i].control->set_visible(int(i) == current);
	}
	applying = false;
}

void TabContainer::_notification(int p_what) {
	switch (p_what) {
		case NOTIFICATION_ENTER_TREE: {
			const int wanted = awaited;
			awaited = NOTHING_AWAITED;
			if (wanted >= NONE && wanted < int(tabs.size())) {
				choose(wanted);
				show_current(); // Before the children come in and tell whether they are visible.
			}
			break;
		}
		case NOTIFICATION_READY:
			show_current();
			break;
		case NOTIFICATION_SORT_CHILDREN:
			for (Control *child : get_placed_children()) {
				fit_child_in_rect(child, Rect2(Vector2(), get_size()));
			}
			break;
	}
}

Control *TabContainer::get_tab_control(int p_tab_idx) const {
	return p_tab_idx >= 0 && p_tab_idx < int(tabs.size()) ? tabs[p_tab_idx].control : nullptr;
}

int TabContainer::get_tab_idx_from_control(Control *p_control) const {
	for (uint32_t i = 0; i < tabs.size(); i++) {
		if (tabs[i].control == p_control) {
			return i;
		}
	}
	return NONE;
}

String TabContainer::get_tab_title(int p_tab_idx) const {
	ERR_FAIL_INDEX_V(p_tab_idx, int(tabs.size()), String());
	const Tab &tab = tabs[p_tab_idx];
	return tab.title.is_empty() ? String(tab.control->get_name()) : tab.title;
}

void TabContainer::set_tab_title(int p_tab_idx, const String &p_title) {
	ERR_FAIL_INDEX(p_tab_idx, int(tabs.size()));
	tabs[p_tab_idx].title = p_title;
}

void TabContainer::set_tab_disabled(int p_tab_idx, bool p_disabled) {
	ERR_FAIL_INDEX(p_tab_idx, int(tabs.size()));
	tabs[p_tab_idx].disabled = p_disabled;
}

bool TabContainer::is_tab_disabled(int p_tab_idx) const {
	ERR_FAIL_INDEX_V(p_tab_idx, int(tabs.size()), false);
	return tabs[p_tab_idx].disabled;
}

void TabContainer::set_tab_hidden(int p_tab_idx, bool p_hidden) {
	ERR_FAIL_INDEX(p_tab_idx, int(tabs.size()));
	tabs[p_tab_idx].hidden = p_hidden;
}

bool TabContainer::is_tab_hidden(int p_tab_idx) const {
	ERR_FAIL_INDEX_V(p_tab_idx, int(tabs.size()), false);
	return tabs[p_tab_idx].hidden;
}

void TabContainer::set_tab_metadata(int p_tab_idx, const Variant &p_metadata) {
	ERR_FAIL_INDEX(p_tab_idx, int(tabs.size()));
	tabs[p_tab_idx].metadata = p_metadata;
}

Variant TabContainer::get_tab_metadata(int p_tab_idx) const {
	ERR_FAIL_INDEX_V(p_tab_idx, int(tabs.size()), Variant());
	return tabs[p_tab_idx].metadata;
}

void TabContainer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_tab_count"), &TabContainer::get_tab_count);
	ClassDB::bind_method(D_METHOD("set_current_tab", "tab_idx"), &TabContainer::set_current_tab);
	ClassDB::bind_method(D_METHOD("get_current_tab"), &TabContainer::get_current_tab);
	ClassDB::bind_method(D_METHOD("get_previous_tab"), &TabContainer::get_previous_tab);
	ClassDB::bind_method(D_METHOD("get_current_tab_control"), &TabContainer::get_current_tab_control);
	ClassDB::bind_method(D_METHOD("select_previous_available"), &TabContainer::select_previous_available);
	ClassDB::bind_method(D_METHOD("select_next_available"), &TabContainer::select_next_available);
	ClassDB::bind_method(D_METHOD("get_tab_control", "tab_idx"), &TabContainer::get_tab_control);
	ClassDB::bind_method(D_METHOD("set_tabs_visible", "visible"), &TabContainer::set_tabs_visible);
	ClassDB::bind_method(D_METHOD("are_tabs_visible"), &TabContainer::are_tabs_visible);
	ClassDB::bind_method(D_METHOD("set_tab_title", "tab_idx", "title"), &TabContainer::set_tab_title);
	ClassDB::bind_method(D_METHOD("get_tab_title", "tab_idx"), &TabContainer::get_tab_title);
	ClassDB::bind_method(D_METHOD("set_tab_disabled", "tab_idx", "disabled"), &TabContainer::set_tab_disabled);
	ClassDB::bind_method(D_METHOD("is_tab_disabled", "tab_idx"), &TabContainer::is_tab_disabled);
	ClassDB::bind_method(D_METHOD("set_tab_hidden", "tab_idx", "hidden"), &TabContainer::set_tab_hidden);
	ClassDB::bind_method(D_METHOD("is_tab_hidden", "tab_idx"), &TabContainer::is_tab_hidden);
	ClassDB::bind_method(D_METHOD("set_tab_metadata", "tab_idx", "metadata"), &TabContainer::set_tab_metadata);
	ClassDB::bind_method(D_METHOD("get_tab_metadata", "tab_idx"), &TabContainer::get_tab_metadata);
	ClassDB::bind_method(D_METHOD("get_tab_idx_from_control", "control"), &TabContainer::get_tab_idx_from_control);
	ClassDB::bind_method(D_METHOD("set_deselect_enabled", "enabled"), &TabContainer::set_deselect_enabled);
	ClassDB::bind_method(D_METHOD("get_deselect_enabled"), &TabContainer::get_deselect_enabled);

	ADD_PROPERTY(PropertyInfo(Variant::INT, "current_tab", PROPERTY_HINT_RANGE, "-1,4096,1"), "set_current_tab", "get_current_tab");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "tabs_visible"), "set_tabs_visible", "are_tabs_visible");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "deselect_enabled"), "set_deselect_enabled", "get_deselect_enabled");

	ADD_SIGNAL(MethodInfo("tab_selected", PropertyInfo(Variant::INT, "tab")));
	ADD_SIGNAL(MethodInfo("tab_changed", PropertyInfo(Variant::INT, "tab")));
}
