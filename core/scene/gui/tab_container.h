// TabContainer: shows one of its child controls at a time, as data; the tabs themselves are not drawn.
#pragma once

#include "core/scene/gui/container.h"

class TabContainer : public Container {
	GDCLASS(TabContainer, Container);

public:
	int get_tab_count() const { return tabs.size(); }
	// -1, none, only if deselecting is enabled. Visibility follows deferred. Outside the tree it waits until the container comes in, as scenes set it
	// before there are children.
	void set_current_tab(int p_tab_idx);
	void user_select(int p_tab_idx); // What a click on the tab does; nothing for a disabled one.
	int get_current_tab() const { return current; }
	int get_previous_tab() const { return previous; }
	Control *get_current_tab_control() const { return current < 0 ? nullptr : tabs[current].control; }
	// To the nearest tab that is neither disabled nor hidden; false, and no change, if there is none that way.
	bool select_next_available() { return select_towards(1); }
	bool select_previous_available() { return select_towards(-1); }
	Control *get_tab_control(int p_tab_idx) const;
	int get_tab_idx_from_control(Control *p_control) const; // -1 if it is none of the tabs.
	void set_tab_title(int p_tab_idx, const String &p_title); // An empty one: the child's name.
	String get_tab_title(int p_tab_idx) const;
	void set_tab_disabled(int p_tab_idx, bool p_disabled);
	bool is_tab_disabled(int p_tab_idx) const;
	void set_tab_hidden(int p_tab_idx, bool p_hidden);
	bool is_tab_hidden(int p_tab_idx) const;
	void set_tab_metadata(int p_tab_idx, const Variant &p_metadata);
	Variant get_tab_metadata(int p_tab_idx) const;
	void set_deselect_enabled(bool p_enabled) { deselect_enabled = p_enabled; }
	bool get_deselect_enabled() const { return deselect_enabled; }
	void set_tabs_visible(bool p_visible) { tabs_visible = p_visible; }
	bool are_tabs_visible() const { return tabs_visible; }

protected:
	static void _bind_methods();
	void _notification(int p_what);
	void add_child_notify(Node *p_child) override;
	void remove_child_notify(Node *p_child) override;
	void move_child_notify(Node *p_child) override;

private:
	static constexpr int NONE = -1;
	static constexpr int NOTHING_AWAITED = -2;

	struct Tab {
		Control *control = nullptr;
		String title;
		Variant metadata;
		bool disabled = false;
		bool hidden = false;
	};

	LocalVector<Tab> tabs; // In the order of the children.
	int current = NONE;
	int previous = NONE;
	int awaited = NOTHING_AWAITED; // Set outside the tree.
	bool deselect_enabled = false;
	bool tabs_visible = true;
	bool applying = false; // This container itself shows and hides.

	void show_current();
	void choose(int p_tab_idx);
	bool select_towards(int p_step);
	void visibility_changed_outside(); // A child was shown or hidden by others: the current tab follows.
	void announce(int p_before);
};
