// BaseButton: what all buttons have: pressed or not, disabled, toggling, a group.
#pragma once

#include "core/scene/gui/button_group.h"
#include "core/scene/gui/control.h"

class BaseButton : public Control {
	GDCLASS(BaseButton, Control);

public:
	enum DrawMode : int {
		DRAW_NORMAL,
		DRAW_PRESSED,
		DRAW_HOVER,
		DRAW_DISABLED,
		DRAW_HOVER_PRESSED,
	};

	enum ActionMode : int {
		ACTION_MODE_BUTTON_PRESS,
		ACTION_MODE_BUTTON_RELEASE,
	};

	BaseButton();

	void set_disabled(bool p_disabled) { disabled = p_disabled; }
	bool is_disabled() const { return disabled; }
	void set_toggle_mode(bool p_enabled); // Turning it off releases the button.
	bool is_toggle_mode() const { return toggle_mode; }
	void set_pressed(bool p_pressed); // Only in toggle mode. Releases the others of the group.
	bool is_pressed() const { return button_pressed; }
	void set_action_mode(ActionMode p_mode) { action_mode = p_mode; }
	ActionMode get_action_mode() const { return action_mode; }
	void set_button_mask(int p_mask) { button_mask = p_mask; }
	int get_button_mask() const { return button_mask; }
	void set_keep_pressed_outside(bool p_enabled) { keep_pressed_outside = p_enabled; }
	bool is_keep_pressed_outside() const { return keep_pressed_outside; }
	void set_button_group(const Ref<ButtonGroup> &p_button_group);
	Ref<ButtonGroup> get_button_group() const { return button_group; }
	void set_shortcut(const Ref<Resource> &p_shortcut) { shortcut = p_shortcut; }
	Ref<Resource> get_shortcut() const { return shortcut; }
	void set_shortcut_feedback(bool p_enabled) { shortcut_feedback = p_enabled; }
	bool is_shortcut_feedback() const { return shortcut_feedback; }
	void set_shortcut_in_tooltip(bool p_enabled) { shortcut_in_tooltip = p_enabled; }
	bool is_shortcut_in_tooltip_enabled() const { return shortcut_in_tooltip; }
	void set_pressed_no_signal(bool p_pressed);
	// What a click does: focus, button_down, toggled, pressed, button_up. Nothing while disabled.
	virtual void user_press();
	bool is_hovered() const { return false; } // There is no mouse.
	DrawMode get_draw_mode() const;

protected:
	static void _bind_methods();
	void let_go() override;
	GDVIRTUAL0(_pressed)
	GDVIRTUAL1(_toggled, bool)

private:
	bool disabled = false;
	bool toggle_mode = false;
	bool button_pressed = false;
	ActionMode action_mode = ACTION_MODE_BUTTON_RELEASE;
	int button_mask = 1; // The left button.
	bool keep_pressed_outside = false;
	Ref<ButtonGroup> button_group;
	Ref<Resource> shortcut;
	bool shortcut_feedback = true;
	bool shortcut_in_tooltip = true;
};

VARIANT_ENUM_CAST(BaseButton::DrawMode);
VARIANT_ENUM_CAST(BaseButton::ActionMode);
