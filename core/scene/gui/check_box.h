// CheckBox and CheckButton: buttons that toggle from the start.
#pragma once

#include "core/scene/gui/button.h"

class CheckBox : public Button {
	GDCLASS(CheckBox, Button);

public:
	CheckBox() {
		set_toggle_mode(true);
		set_text_alignment(HORIZONTAL_ALIGNMENT_LEFT);
	}
};

class CheckButton : public Button {
	GDCLASS(CheckButton, Button);

public:
	CheckButton() {
		set_toggle_mode(true);
		set_text_alignment(HORIZONTAL_ALIGNMENT_LEFT);
	}
};
