// Who of a group is pressed.
#include "core/scene/gui/button_group.h"

#include "core/object/class_db.h"
#include "core/scene/gui/base_button.h"

ButtonGroup::ButtonGroup() {
	set_local_to_scene(true);
}

void ButtonGroup::add_button(BaseButton *p_button) {
	buttons.push_back(p_button);
}

void ButtonGroup::remove_button(BaseButton *p_button) {
	buttons.erase(p_button);
}

void ButtonGroup::button_pressed(BaseButton *p_button) {
	// A listener may change the group while its buttons are released.
	for (const Variant &other : get_buttons()) {
		BaseButton *button = Object::cast_to<BaseButton>(other.get_validated_object());
		if (button && button != p_button) {
			button->set_pressed(false);
		}
	}
	if (!p_button->is_dead()) {
		emit_signal(SNAME("pressed"), p_button);
	}
}

BaseButton *ButtonGroup::get_pressed_button() const {
	for (BaseButton *button : buttons) {
		if (button->is_pressed()) {
			return button;
		}
	}
	return nullptr;
}

TypedArray<BaseButton> ButtonGroup::get_buttons() const {
	TypedArray<BaseButton> list;
	for (BaseButton *button : buttons) {
		list.push_back(button);
	}
	return list;
}

void ButtonGroup::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_pressed_button"), &ButtonGroup::get_pressed_button);
	ClassDB::bind_method(D_METHOD("get_buttons"), &ButtonGroup::get_buttons);
	ClassDB::bind_method(D_METHOD("set_allow_unpress", "enabled"), &ButtonGroup::set_allow_unpress);
	ClassDB::bind_method(D_METHOD("is_allow_unpress"), &ButtonGroup::is_allow_unpress);

	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "allow_unpress"), "set_allow_unpress", "is_allow_unpress");
	ADD_SIGNAL(MethodInfo("pressed", PropertyInfo(Variant::OBJECT, "button", PROPERTY_HINT_RESOURCE_TYPE, "BaseButton")));
}
