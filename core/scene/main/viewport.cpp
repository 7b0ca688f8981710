// What scripts may ask of a viewport that nothing is drawn into.
#include "core/scene/main/viewport.h"

#include "core/object/class_db.h"
#include "core/scene/gui/control.h"

Rect2 Viewport::get_visible_rect() const {
	return Rect2(Vector2(), Vector2(get_view_size()));
}

Control *Viewport::gui_get_focus_owner() const {
	return Object::cast_to<Control>(ObjectDB::get_instance(focus_owner));
}

void Viewport::gui_set_focus_owner(Control *p_control) {
	Control *before = gui_get_focus_owner();
	if (before == p_control) {
		return;
	}
	focus_owner = ObjectID();
	if (before) {
		before->notification(Control::NOTIFICATION_FOCUS_EXIT);
	}
	if (!p_control || p_control->is_dead()) {
		return;
	}
	focus_owner = p_control->get_instance_id();
	emit_signal(SNAME("gui_focus_changed"), p_control);
	p_control->notification(Control::NOTIFICATION_FOCUS_ENTER);
}

void Viewport::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_visible_rect"), &Viewport::get_visible_rect);
	ClassDB::bind_method(D_METHOD("get_final_transform"), &Viewport::get_final_transform);
	ClassDB::bind_method(D_METHOD("gui_get_focus_owner"), &Viewport::gui_get_focus_owner);
	ClassDB::bind_method(D_METHOD("gui_release_focus"), &Viewport::gui_release_focus);
	ADD_SIGNAL(MethodInfo("size_changed"));
	ADD_SIGNAL(MethodInfo("gui_focus_changed", PropertyInfo(Variant::OBJECT, "node", PROPERTY_HINT_RESOURCE_TYPE, "Control")));
}
