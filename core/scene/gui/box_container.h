// BoxContainer: a row or a column of controls, and its two fixed forms.
#pragma once

#include "core/scene/gui/container.h"

class BoxContainer : public Container {
	GDCLASS(BoxContainer, Container);

public:
	enum AlignmentMode : int {
		ALIGNMENT_BEGIN,
		ALIGNMENT_CENTER,
		ALIGNMENT_END,
	};

	explicit BoxContainer(bool p_vertical = false) :
			vertical(p_vertical) {}

	Control *add_spacer(bool p_begin); // An empty control that takes what room is left.
	void set_alignment(AlignmentMode p_alignment);
	AlignmentMode get_alignment() const { return alignment; }
	void set_vertical(bool p_vertical);
	bool is_vertical() const { return vertical; }
	Vector2 get_minimum_size() const override;

protected:
	static void _bind_methods();
	void _notification(int p_what);
	virtual bool has_fixed_direction() const { return false; }
	void _validate_property(PropertyInfo &p_property) const;

private:
	struct Slot; // One child along the box.

	AlignmentMode alignment = ALIGNMENT_BEGIN;
	bool vertical;

	void place_children();
	static void stretch(LocalVector<Slot> &r_slots, real_t p_room);
};

class HBoxContainer : public BoxContainer {
	GDCLASS(HBoxContainer, BoxContainer);

public:
	HBoxContainer() :
			BoxContainer(false) {}

protected:
	bool has_fixed_direction() const override { return true; }
};

class VBoxContainer : public BoxContainer {
	GDCLASS(VBoxContainer, BoxContainer);

public:
	VBoxContainer() :
			BoxContainer(true) {}

protected:
	bool has_fixed_direction() const override { return true; }
};

VARIANT_ENUM_CAST(BoxContainer::AlignmentMode);
