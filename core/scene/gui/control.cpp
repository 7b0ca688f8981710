// Control in the tree: what it hears, the keyboard focus, and values that others read.
#include "core/scene/gui/control.h"

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/scene/gui/container.h"
#include "core/scene/main/viewport.h"

Control::Control() {
	set_physics_interpolation_mode(PHYSICS_INTERPOLATION_MODE_OFF);
}

void Control::_notification(int p_what) {
	switch (p_what) {
		case NOTIFICATION_PARENTED:
			update_layout_mode();
			break;
		case NOTIFICATION_ENTER_TREE:
			refresh_rect();
			notification(NOTIFICATION_THEME_CHANGED);
			break;
		case NOTIFICATION_ENTER_CANVAS:
			minimum_size_known = false;
			follow_viewport();
			break;
		case NOTIFICATION_EXIT_CANVAS:
			leave_viewport();
			release_focus_quietly();
			break;
		case NOTIFICATION_VISIBILITY_CHANGED:
			if (is_inside_tree() && !is_visible_in_tree()) {
				release_focus_quietly();
			} else if (is_inside_tree()) {
				refresh_rect();
			}
			break;
		case NOTIFICATION_RESIZED:
			emit_signal(SNAME("resized"));
			break;
		case NOTIFICATION_THEME_CHANGED:
			ShownObjects::touch(this);
			emit_signal(SNAME("theme_changed"));
			update_minimum_size();
			break;
		case NOTIFICATION_TRANSLATION_CHANGED:
			ShownObjects::touch(this);
			break;
		case NOTIFICATION_FOCUS_ENTER:
			ShownObjects::touch(this);
			emit_signal(SNAME("focus_entered"));
			break;
		case NOTIFICATION_FOCUS_EXIT:
			ShownObjects::touch(this);
			emit_signal(SNAME("focus_exited"));
			break;
	}
}

void Control::follow_viewport() {
	follows_viewport = !get_parent_item();
	if (follows_viewport) {
		get_viewport()->connect(SNAME("size_changed"), callable_mp(this, &Control::refresh_rect));
	}
}

void Control::leave_viewport() {
	if (follows_viewport) {
		get_viewport()->disconnect(SNAME("size_changed"), callable_mp(this, &Control::refresh_rect));
		follows_viewport = false;
	}
}

void Control::set_focus_mode(FocusMode p_mode) {
	ERR_FAIL_INDEX(int(p_mode), 4);
	if (p_mode == FOCUS_NONE) {
		release_focus_quietly();
	}
	focus_mode = p_mode;
}

bool Control::has_focus(bool p_ignore_hidden_focus) const {
	return is_inside_tree() && get_viewport()->gui_get_focus_owner() == this;
}

void Control::grab_focus(bool p_hide_focus) {
	ERR_FAIL_COND_MSG(!is_inside_tree(), "grab_focus: the control is outside the tree.");
	ERR_FAIL_COND_MSG(focus_mode == FOCUS_NONE, "grab_focus: the focus mode of this control is FOCUS_NONE.");
	get_viewport()->gui_set_focus_owner(this);
}

void Control::release_focus() {
	ERR_FAIL_COND_MSG(!is_inside_tree(), "release_focus: the control is outside the tree.");
	release_focus_quietly();
}

void Control::release_focus_quietly() {
	if (has_focus()) {
		get_viewport()->gui_set_focus_owner(nullptr);
	}
}

void Control::emit_size_flags_changed() {
	emit_signal(SNAME("size_flags_changed"));
}

void Control::set_h_size_flags(BitField<SizeFlags> p_flags) {
	if (h_size_flags != p_flags) {
		h_size_flags = p_flags;
		emit_size_flags_changed();
	}
}

void Control::set_v_size_flags(BitField<SizeFlags> p_flags) {
	if (v_size_flags != p_flags) {
		v_size_flags = p_flags;
		emit_size_flags_changed();
	}
}

void Control::set_stretch_ratio(real_t p_ratio) {
	if (stretch_ratio != p_ratio) {
		stretch_ratio = p_ratio;
		emit_size_flags_changed();
	}
}

void Control::set_layout_direction(LayoutDirection p_direction) {
	ERR_FAIL_INDEX(int(p_direction), int(LAYOUT_DIRECTION_MAX));
	layout_direction = p_direction;
}

bool Control::is_layout_rtl() const {
	for (const Control *control = this; control; control = control->get_parent_control()) {
		if (control->layout_direction != LAYOUT_DIRECTION_INHERITED) {
			return control->layout_direction == LAYOUT_DIRECTION_RTL;
		}
	}
	return false;
}

void Control::set_default_cursor_shape(CursorShape p_shape) {
	ERR_FAIL_INDEX_MSG(int(p_shape), int(CURSOR_HELP) + 1, "mouse_default_cursor_shape must be one of the CURSOR_* constants.");
	cursor_shape = p_shape;
}

void Control::set_mouse_filter(MouseFilter p_filter) {
	ERR_FAIL_INDEX_MSG(int(p_filter), int(MOUSE_FILTER_IGNORE) + 1, "mouse_filter must be one of the MOUSE_FILTER_* constants.");
	if (mouse_filter != p_filter) {
		mouse_filter = p_filter;
		notify_property_list_changed();
	}
}

void Control::set_mouse_behavior_recursive(MouseBehaviorRecursive p_behavior) {
	ERR_FAIL_INDEX_MSG(int(p_behavior), int(MOUSE_BEHAVIOR_ENABLED) + 1, "mouse_behavior_recursive must be one of the MOUSE_BEHAVIOR_* constants.");
	mouse_behavior = p_behavior;
}

Control::MouseFilter Control::get_mouse_filter_with_override() const {
	const Control *decides = this;
	while (decides && decides->mouse_behavior == MOUSE_BEHAVIOR_INHERITED) {
		decides = decides->get_parent_control();
	}
	return decides && decides->mouse_behavior == MOUSE_BEHAVIOR_DISABLED ? MOUSE_FILTER_IGNORE : mouse_filter;
}

void Control::set_auto_translate(bool p_enable) {
	set_auto_translate_mode(p_enable ? AUTO_TRANSLATE_MODE_ALWAYS : AUTO_TRANSLATE_MODE_DISABLED);
}

bool Control::is_auto_translating() const {
	return get_auto_translate_mode() != AUTO_TRANSLATE_MODE_DISABLED;
}

String Control::get_tooltip(const Vector2 &p_at_position) const {
	String text = tooltip_text;
	GDVIRTUAL_CALL(_get_tooltip, p_at_position, text);
	return text;
}

void Control::set_shortcut_context(const Node *p_node) {
	shortcut_context = p_node ? p_node->get_instance_id() : ObjectID();
}

Node *Control::get_shortcut_context() const {
	return Object::cast_to<Node>(ObjectDB::get_instance(shortcut_context));
}
