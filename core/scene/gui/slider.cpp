// The values of a slider that a script sets.
#include "core/scene/gui/slider.h"

#include "core/object/class_db.h"

Slider::Slider() {
	set_focus_mode(FOCUS_ALL);
	set_step(1);
}

void Slider::_validate_property(PropertyInfo &p_property) const {
	if (p_property.name == "ticks_position") {
		p_property.hint_string = is_vertical() ? "Right,Left,Both,Center" : "Bottom,Top,Both,Center";
	}
}

void Slider::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_ticks", "count"), &Slider::set_ticks);
	ClassDB::bind_method(D_METHOD("get_ticks"), &Slider::get_ticks);
	ClassDB::bind_method(D_METHOD("get_ticks_on_borders"), &Slider::get_ticks_on_borders);
	ClassDB::bind_method(D_METHOD("set_ticks_on_borders", "ticks_on_border"), &Slider::set_ticks_on_borders);
	ClassDB::bind_method(D_METHOD("get_ticks_position"), &Slider::get_ticks_position);
	ClassDB::bind_method(D_METHOD("set_ticks_position", "ticks_on_border"), &Slider::set_ticks_position);
	ClassDB::bind_method(D_METHOD("set_editable", "editable"), &Slider::set_editable);
	ClassDB::bind_method(D_METHOD("is_editable"), &Slider::is_editable);
	ClassDB::bind_method(D_METHOD("set_scrollable", "scrollable"), &Slider::set_scrollable);
	ClassDB::bind_method(D_METHOD("is_scrollable"), &Slider::is_scrollable);

	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "editable"), "set_editable", "is_editable");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "scrollable"), "set_scrollable", "is_scrollable");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "tick_count", PROPERTY_HINT_RANGE, "0,4096,1"), "set_ticks", "get_ticks");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "ticks_on_borders"), "set_ticks_on_borders", "get_ticks_on_borders");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "ticks_position", PROPERTY_HINT_ENUM), "set_ticks_position", "get_ticks_position");

	ADD_SIGNAL(MethodInfo("drag_started"));
	ADD_SIGNAL(MethodInfo("drag_ended", PropertyInfo(Variant::BOOL, "value_changed")));
	BIND_ENUM_CONSTANT(TICK_POSITION_BOTTOM_RIGHT);
	BIND_ENUM_CONSTANT(TICK_POSITION_TOP_LEFT);
	BIND_ENUM_CONSTANT(TICK_POSITION_BOTH);
	BIND_ENUM_CONSTANT(TICK_POSITION_CENTER);
}
