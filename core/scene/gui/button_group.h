// ButtonGroup: buttons of which one at a time is pressed.
#pragma once

#include "core/io/resource.h"
#include "core/templates/local_vector.h"
#include "core/variant/typed_array.h"

class BaseButton;

// Holds its buttons without owning them: each takes itself out when it leaves or dies, and keeps the group alive until then.
class ButtonGroup : public Resource {
	GDCLASS(ButtonGroup, Resource);

public:
	ButtonGroup();

	void add_button(BaseButton *p_button);
	void remove_button(BaseButton *p_button);
	void button_pressed(BaseButton *p_button); // Releases the others, then tells who listens.

	BaseButton *get_pressed_button() const; // The first one, or null.
	TypedArray<BaseButton> get_buttons() const; // In the order in which they came.
	void set_allow_unpress(bool p_enabled) { allow_unpress = p_enabled; }
	bool is_allow_unpress() const { return allow_unpress; }

protected:
	static void _bind_methods();

private:
	LocalVector<BaseButton *> buttons;
	bool allow_unpress = false;
};
