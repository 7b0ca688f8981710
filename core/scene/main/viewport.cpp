// What scripts may ask of a viewport that nothing is drawn into.
#include "core/scene/main/viewport.h"

#include "core/object/class_db.h"
#include "core/scene/gui/control.h"
#include "core/scene/main/node_walk.h"

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
		before->notification(Control::NOTIFICATION_FOCUS_EXIT, true);
	}
	if (!p_control || p_control->is_dead()) {
		return;
	}
	focus_owner = p_control->get_instance_id();
	emit_signal(SNAME("gui_focus_changed"), p_control);
	p_control->notification(Control::NOTIFICATION_FOCUS_ENTER);
}

bool Viewport::call_input(const StringName &p_method, ProcessFlag p_flag, const Ref<InputEvent> &p_event) {
	LocalVector<ObjectID> listeners;
	NodeWalk().run(this, [&listeners, p_flag](Node *p_node) {
		if (p_node->has_process_flag(p_flag)) {
			listeners.push_back(p_node->get_instance_id());
		}
		return true;
	});
	for (uint32_t i = listeners.size(); i > 0 && !input_handled; i--) {
		Node *node = ObjectDB::get_instance<Node>(listeners[i - 1]);
		if (node && node->is_inside_tree() && node->can_process()) {
			node->call(p_method, p_event);
		}
	}
	return input_handled;
}

void Viewport::push_input(const Ref<InputEvent> &p_event, bool p_in_local_coords) {
	ERR_FAIL_COND_MSG(p_event.is_null(), "There is no event to push.");
	ERR_FAIL_COND_MSG(!is_inside_tree(), "A viewport outside the tree gets no input.");
	input_handled = false;
	if (!call_input(SNAME("_input"), PROCESS_INPUT, p_event)) {
		call_unhandled(p_event);
	}
}

void Viewport::push_unhandled_input(const Ref<InputEvent> &p_event, bool p_in_local_coords) {
	ERR_FAIL_COND_MSG(p_event.is_null(), "There is no event to push.");
	ERR_FAIL_COND_MSG(!is_inside_tree(), "A viewport outside the tree gets no input.");
	input_handled = false;
	call_unhandled(p_event);
}

void Viewport::call_unhandled(const Ref<InputEvent> &p_event) {
	const InputEvent::Kind kind = p_event->get_kind();
	if ((kind == InputEvent::KIND_KEY || kind == InputEvent::KIND_JOY_BUTTON) && call_input(SNAME("_shortcut_input"), PROCESS_SHORTCUT_INPUT, p_event)) {
		return;
	}
	if (kind == InputEvent::KIND_KEY && call_input(SNAME("_unhandled_key_input"), PROCESS_UNHANDLED_KEY_INPUT, p_event)) {
		return;
	}
	call_input(SNAME("_unhandled_input"), PROCESS_UNHANDLED_INPUT, p_event);
}

void Viewport::_bind_methods() {
	ClassDB::bind_method(D_METHOD("push_input", "event", "in_local_coords"), &Viewport::push_input, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("push_unhandled_input", "event", "in_local_coords"), &Viewport::push_unhandled_input, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("set_input_as_handled"), &Viewport::set_input_as_handled);
	ClassDB::bind_method(D_METHOD("is_input_handled"), &Viewport::is_input_handled);
	ClassDB::bind_method(D_METHOD("get_visible_rect"), &Viewport::get_visible_rect);
	ClassDB::bind_method(D_METHOD("get_final_transform"), &Viewport::get_final_transform);
	ClassDB::bind_method(D_METHOD("gui_get_focus_owner"), &Viewport::gui_get_focus_owner);
	ClassDB::bind_method(D_METHOD("gui_release_focus"), &Viewport::gui_release_focus);
	ADD_SIGNAL(MethodInfo("size_changed"));
	ADD_SIGNAL(MethodInfo("gui_focus_changed", PropertyInfo(Variant::OBJECT, "node", PROPERTY_HINT_RESOURCE_TYPE, "Control")));
}
