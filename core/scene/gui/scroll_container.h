// ScrollContainer: shows a part of one child, moved by two scroll bars, as data.
#pragma once

#include "core/scene/gui/container.h"

class Range;

class ScrollContainer : public Container {
	GDCLASS(ScrollContainer, Container);

public:
	enum ScrollMode : int {
		SCROLL_MODE_DISABLED,
		SCROLL_MODE_AUTO,
		SCROLL_MODE_SHOW_ALWAYS,
		SCROLL_MODE_SHOW_NEVER,
		SCROLL_MODE_RESERVE,
	};

	ScrollContainer();

	// Null where a script freed it.
	Range *get_h_scroll_bar() const;
	Range *get_v_scroll_bar() const;
	void set_h_scroll(int p_value);
	int get_h_scroll() const;
	void set_v_scroll(int p_value);
	int get_v_scroll() const;
	void set_horizontal_scroll_mode(ScrollMode p_mode);
	ScrollMode get_horizontal_scroll_mode() const { return horizontal_mode; }
	void set_vertical_scroll_mode(ScrollMode p_mode);
	ScrollMode get_vertical_scroll_mode() const { return vertical_mode; }
	void ensure_control_visible(Object *p_control);
	Vector2 get_minimum_size() const override;

protected:
	static void _bind_methods();
	void _notification(int p_what);

private:
	ObjectID h_bar; // HScrollBar and VScrollBar, internal children.
	ObjectID v_bar;
	ScrollMode horizontal_mode = SCROLL_MODE_AUTO;
	ScrollMode vertical_mode = SCROLL_MODE_AUTO;

	ObjectID make_bar(const char *p_class);
	bool is_bar(const Control *p_control) const;
	void place_child();
	void bar_moved(double p_value);
};

VARIANT_ENUM_CAST(ScrollContainer::ScrollMode);
