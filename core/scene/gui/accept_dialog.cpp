// The buttons of dialogs and what they do.
#include "core/scene/gui/accept_dialog.h"

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/object/message_queue.h"
#include "core/os/memory.h"
#include "core/scene/gui/button.h"
#include "core/scene/gui/label.h"
#include "core/scene/gui/line_edit.h"

AcceptDialog::AcceptDialog() {
	start_hidden();
	set_title("Alert!");
	Label *text = memnew(Label);
	label = text->get_instance_id();
	add_child(text, false, INTERNAL_MODE_FRONT);
	Button *ok = make_button("OK");
	ok_button = ok->get_instance_id();
	ok->connect(SNAME("pressed"), callable_mp(this, &AcceptDialog::confirm));
}

Button *AcceptDialog::make_button(const String &p_text) {
	Button *button = memnew(Button);
	button->set_text(p_text);
	add_child(button, false, INTERNAL_MODE_FRONT);
	return button;
}

Button *AcceptDialog::get_ok_button() const {
	return ObjectDB::get_instance<Button>(ok_button);
}

Label *AcceptDialog::get_label() const {
	return ObjectDB::get_instance<Label>(label);
}

void AcceptDialog::set_text(const String &p_text) {
	if (Label *text = get_label()) {
		ShownObjects::touch(text);
		text->set_text(p_text);
	}
}

String AcceptDialog::get_text() const {
	const Label *text = get_label();
	return text ? text->get_text() : String();
}

void AcceptDialog::set_ok_button_text(const String &p_text) {
	ok_text = p_text;
	if (Button *ok = get_ok_button()) {
		ShownObjects::touch(ok);
		ok->set_text(p_text.is_empty() ? String("OK") : p_text);
	}
}

void AcceptDialog::confirm() {
	if (hide_on_ok) {
		set_visible(false);
	}
	confirmed();
	emit_signal(SNAME("confirmed"));
}

void AcceptDialog::cancel() {
	emit_signal(SNAME("canceled"));
	MessageQueue::get_singleton()->push_callable(callable_mp(static_cast<Window *>(this), &Window::hide));
}

void AcceptDialog::user_close() {
	const ObjectID id = get_instance_id();
	Window::user_close();
	if (ObjectDB::get_instance(id)) {
		cancel();
	}
}

void AcceptDialog::tell_custom(const String &p_action) {
	emit_signal(SNAME("custom_action"), p_action);
}

Button *AcceptDialog::add_button(const String &p_text, bool p_right, const String &p_action) {
	Button *button = make_button(p_text);
	if (!p_action.is_empty()) {
		button->connect(SNAME("pressed"), callable_mp(this, &AcceptDialog::tell_custom).bind(p_action));
	}
	return button;
}

Button *AcceptDialog::add_cancel_button(const String &p_name) {
	Button *button = make_button(p_name.is_empty() ? String("Cancel") : p_name);
	button->connect(SNAME("pressed"), callable_mp(this, &AcceptDialog::cancel));
	return button;
}

void AcceptDialog::remove_button(Object *p_button) {
	Button *button = cast_to<Button>(p_button);
	ERR_FAIL_COND_MSG(!button || button->get_parent() != this, "The button is not one of this dialog.");
	ERR_FAIL_COND_MSG(button == get_ok_button(), "The OK button stays; it can be hidden.");
	for (const Callable &callable : { callable_mp(this, &AcceptDialog::cancel), callable_mp(this, &AcceptDialog::confirm) }) {
		if (button->is_connected(SNAME("pressed"), callable)) {
			button->disconnect(SNAME("pressed"), callable);
		}
	}
	remove_child(button);
}

void AcceptDialog::register_text_enter(Object *p_line_edit) {
	LineEdit *line = cast_to<LineEdit>(p_line_edit);
	ERR_FAIL_NULL_MSG(line, "register_text_enter() needs a LineEdit.");
	line->connect(SNAME("text_submitted"), callable_mp(this, &AcceptDialog::text_entered));
}

void AcceptDialog::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_ok_button"), &AcceptDialog::get_ok_button);
	ClassDB::bind_method(D_METHOD("get_label"), &AcceptDialog::get_label);
	ClassDB::bind_method(D_METHOD("add_button", "text", "right", "action"), &AcceptDialog::add_button, DEFVAL(false), DEFVAL(String()));
	ClassDB::bind_method(D_METHOD("add_cancel_button", "name"), &AcceptDialog::add_cancel_button);
	ClassDB::bind_method(D_METHOD("remove_button", "button"), &AcceptDialog::remove_button);
	ClassDB::bind_method(D_METHOD("register_text_enter", "line_edit"), &AcceptDialog::register_text_enter);
	ClassDB::bind_method(D_METHOD("set_text", "text"), &AcceptDialog::set_text);
	ClassDB::bind_method(D_METHOD("get_text"), &AcceptDialog::get_text);
	ClassDB::bind_method(D_METHOD("set_ok_button_text", "text"), &AcceptDialog::set_ok_button_text);
	ClassDB::bind_method(D_METHOD("get_ok_button_text"), &AcceptDialog::get_ok_button_text);
	ClassDB::bind_method(D_METHOD("set_hide_on_ok", "enabled"), &AcceptDialog::set_hide_on_ok);
	ClassDB::bind_method(D_METHOD("get_hide_on_ok"), &AcceptDialog::get_hide_on_ok);
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "ok_button_text"), "set_ok_button_text", "get_ok_button_text");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "dialog_text", PROPERTY_HINT_MULTILINE_TEXT), "set_text", "get_text");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "dialog_hide_on_ok"), "set_hide_on_ok", "get_hide_on_ok");
	ADD_SIGNAL(MethodInfo("confirmed"));
	ADD_SIGNAL(MethodInfo("canceled"));
	ADD_SIGNAL(MethodInfo("custom_action", PropertyInfo(Variant::STRING_NAME, "action")));
}

ConfirmationDialog::ConfirmationDialog() {
	set_title("Please Confirm...");
	cancel_button = add_cancel_button(String())->get_instance_id();
}

Button *ConfirmationDialog::get_cancel_button() const {
	return ObjectDB::get_instance<Button>(cancel_button);
}

void ConfirmationDialog::set_cancel_button_text(const String &p_text) {
	if (Button *button = get_cancel_button()) {
		ShownObjects::touch(button);
		button->set_text(p_text);
	}
}

String ConfirmationDialog::get_cancel_button_text() const {
	const Button *button = get_cancel_button();
	return button ? button->get_text() : String();
}

void ConfirmationDialog::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_cancel_button"), &ConfirmationDialog::get_cancel_button);
	ClassDB::bind_method(D_METHOD("set_cancel_button_text", "text"), &ConfirmationDialog::set_cancel_button_text);
	ClassDB::bind_method(D_METHOD("get_cancel_button_text"), &ConfirmationDialog::get_cancel_button_text);
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "cancel_button_text"), "set_cancel_button_text", "get_cancel_button_text");
}
