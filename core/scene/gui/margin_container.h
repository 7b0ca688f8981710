// MarginContainer: gives each child the whole container but for a margin, which is a theme constant for each side.
#pragma once

#include "core/scene/gui/container.h"

class MarginContainer : public Container {
	GDCLASS(MarginContainer, Container);

public:
	int get_margin_size(Side p_side) const; // Pixels.
	Vector2 get_minimum_size() const override;

protected:
	static void _bind_methods();
	void _notification(int p_what);
};
