// Viewport: the part of a viewport that exists without a renderer: a node that others find by get_viewport().
#pragma once

#include "core/math/rect2.h"
#include "core/math/transform_2d.h"
#include "core/math/vector2i.h"
#include "core/os/input_event.h"
#include "core/scene/main/node.h"

class Control;

class Viewport : public Node {
	GDCLASS(Viewport, Node);

public:
	virtual Rect2 get_visible_rect() const { return Rect2(); } // Units of the nodes below.
	virtual Transform2D get_final_transform() const { return Transform2D(); } // From these units to pixels.

	// Hands an event to the nodes below that want it, the last in the tree first, until one of them calls set_input_as_handled().
	void push_input(const Ref<InputEvent> &p_event, bool p_in_local_coords = false);
	void push_unhandled_input(const Ref<InputEvent> &p_event, bool p_in_local_coords = false); // Only to those who want what nobody has handled.
	void set_input_as_handled() { input_handled = true; }
	bool is_input_handled() const { return input_handled; }

	// The control that has the keyboard focus, or null. Controls call the setter, after they checked that they may have it.
	Control *gui_get_focus_owner() const;
	void gui_set_focus_owner(Control *p_control);
	void gui_release_focus() { gui_set_focus_owner(nullptr); }

protected:
	static void _bind_methods();

private:
	ObjectID focus_owner;
	bool input_handled = false;

	void call_unhandled(const Ref<InputEvent> &p_event);
	bool call_input(const StringName &p_method, ProcessFlag p_flag, const Ref<InputEvent> &p_event);
};
