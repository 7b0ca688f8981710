// CenterContainer: keeps each child at its minimum size in the middle.
#pragma once

#include "core/scene/gui/container.h"

class CenterContainer : public Container {
	GDCLASS(CenterContainer, Container);

public:
	void set_use_top_left(bool p_enable); // The middle is then the container's upper left corner.
	bool is_using_top_left() const { return use_top_left; }
	Vector2 get_minimum_size() const override;

protected:
	static void _bind_methods();
	void _notification(int p_what);

private:
	bool use_top_left = false;
};
