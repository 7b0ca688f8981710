// Container: a control that places its child controls; what derives from it says where.
#pragma once

#include "core/scene/gui/control.h"

// Any change that matters (a child comes, goes, is hidden, wants more room; the container's own size) asks for one sort,
// which runs deferred: NOTIFICATION_PRE_SORT_CHILDREN, then NOTIFICATION_SORT_CHILDREN, each followed by its signal.
class Container : public Control {
	GDCLASS(Container, Control);

public:
	enum {
		NOTIFICATION_PRE_SORT_CHILDREN = 50,
		NOTIFICATION_SORT_CHILDREN = 51,
	};

	Container();

	void queue_sort();
	// By the child's size flags: filling p_rect or shrunk to its minimum size within it.
	void fit_child_in_rect(Control *p_child, const Rect2 &p_rect);

protected:
	static void _bind_methods();
	void _notification(int p_what);
	void add_child_notify(Node *p_child) override;
	void remove_child_notify(Node *p_child) override;
	void move_child_notify(Node *p_child) override;
	GDVIRTUAL0RC(Vector<int>, _get_allowed_size_flags_horizontal)
	GDVIRTUAL0RC(Vector<int>, _get_allowed_size_flags_vertical)

	// The children that are placed: visible controls that are not top level.
	LocalVector<Control *> get_placed_children() const;

private:
	bool sort_queued = false;

	void sort_children();
	void child_changed(); // Its minimum size, flags or visibility.
};
