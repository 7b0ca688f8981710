// AcceptDialog, ConfirmationDialog: windows with a text and buttons, as data.
#pragma once

#include "core/scene/main/window.h"

class Button;
class Label;
class LineEdit;

// Pressing a button is emitting its `pressed`; the dialog answers as if somebody had.
class AcceptDialog : public Window {
	GDCLASS(AcceptDialog, Window);

	ObjectID ok_button;
	ObjectID label;
	bool hide_on_ok = true;
	String ok_text;

	void confirm();
	void text_entered(const String &p_text) { confirm(); }
	void tell_custom(const String &p_action);

public:
	// Null where a script freed it.
	Button *get_ok_button() const;
	Label *get_label() const;
	Button *add_button(const String &p_text, bool p_right, const String &p_action);
	Button *add_cancel_button(const String &p_name);
	void remove_button(Object *p_button);
	void register_text_enter(Object *p_line_edit);
	void user_close() override; // The cross, or Escape: cancels.
	void set_text(const String &p_text);
	String get_text() const;
	void set_ok_button_text(const String &p_text); // Empty: "OK".
	String get_ok_button_text() const { return ok_text; }
	void set_hide_on_ok(bool p_hide) { hide_on_ok = p_hide; }
	bool get_hide_on_ok() const { return hide_on_ok; }

	AcceptDialog();

protected:
	static void _bind_methods();
	Button *make_button(const String &p_text);
	void cancel(); // Tells so, and hides the window when this frame's calls are done.
	virtual void confirmed() {}
};

class ConfirmationDialog : public AcceptDialog {
	GDCLASS(ConfirmationDialog, AcceptDialog);

	ObjectID cancel_button;

public:
	Button *get_cancel_button() const;
	void set_cancel_button_text(const String &p_text);
	String get_cancel_button_text() const;

	ConfirmationDialog();

protected:
	static void _bind_methods();
};
