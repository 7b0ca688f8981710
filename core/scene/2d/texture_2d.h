// Texture2D: a flat image as data: its size and whether it has see-through parts, which a script may supply.
#pragma once

#include "core/math/vector2.h"
#include "core/object/gdvirtual.h"
#include "core/scene/2d/texture.h"

class Texture2D : public Texture {
	GDCLASS(Texture2D, Texture);

public:
	virtual int get_width() const; // Pixels.
	virtual int get_height() const; // Pixels.
	Vector2 get_size() const { return Vector2(get_width(), get_height()); }
	virtual bool has_alpha() const;

protected:
	static void _bind_methods();
	GDVIRTUAL0RC(int, _get_width)
	GDVIRTUAL0RC(int, _get_height)
	GDVIRTUAL2RC(bool, _is_pixel_opaque, int, int)
	GDVIRTUAL0RC(bool, _has_alpha)
};
