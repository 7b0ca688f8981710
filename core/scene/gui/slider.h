// Slider: a range set by a grabber; HSlider and VSlider differ only in direction.
#pragma once

#include "core/scene/gui/range.h"

class Slider : public Range {
	GDCLASS(Slider, Range);

public:
	Slider();

	enum TickPosition : int {
		TICK_POSITION_BOTTOM_RIGHT,
		TICK_POSITION_TOP_LEFT,
		TICK_POSITION_BOTH,
		TICK_POSITION_CENTER,
	};

	void user_set_value(double p_value) override; // As a drag from where it is.
	void set_editable(bool p_editable) { editable = p_editable; }
	bool is_editable() const { return editable; }
	void set_scrollable(bool p_scrollable) { scrollable = p_scrollable; }
	bool is_scrollable() const { return scrollable; }
	void set_ticks(int p_count) { tick_count = p_count; }
	int get_ticks() const { return tick_count; }
	void set_ticks_on_borders(bool p_ticks_on_border) { ticks_on_borders = p_ticks_on_border; }
	bool get_ticks_on_borders() const { return ticks_on_borders; }
	void set_ticks_position(TickPosition p_ticks_on_border) { ticks_position = p_ticks_on_border; }
	TickPosition get_ticks_position() const { return ticks_position; }

protected:
	static void _bind_methods();
	virtual bool is_vertical() const { return false; }
	void _validate_property(PropertyInfo &p_property) const;

private:
	bool editable = true;
	bool scrollable = true;
	int tick_count = 0;
	bool ticks_on_borders = false;
	TickPosition ticks_position = TICK_POSITION_BOTTOM_RIGHT;
};

class HSlider : public Slider {
	GDCLASS(HSlider, Slider);

public:
	HSlider() { set_v_size_flags(SIZE_SHRINK_BEGIN); }
};

class VSlider : public Slider {
	GDCLASS(VSlider, Slider);

public:
	VSlider() { set_h_size_flags(SIZE_SHRINK_BEGIN); }

protected:
	bool is_vertical() const override { return true; }
};

VARIANT_ENUM_CAST(Slider::TickPosition);
