// Texture2D: a flat image as data: its size and whether it has see-through parts, which a script may supply.
#pragma once

#include "core/io/image.h"
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
	virtual Ref<Image> get_image() const { return Ref<Image>(); } // A copy, where the pixels are known.
	Ref<Resource> create_placeholder() const; // A PlaceholderTexture2D of the same size.
	// Scripts hear of it by their virtual methods; nothing is drawn.
	virtual void draw(const RID &p_canvas_item, const Vector2 &p_position, const Color &p_modulate, bool p_transpose) const;
	virtual void draw_rect(const RID &p_canvas_item, const Rect2 &p_rect, bool p_tile, const Color &p_modulate, bool p_transpose) const;
	virtual void draw_rect_region(const RID &p_canvas_item, const Rect2 &p_rect, const Rect2 &p_source, const Color &p_modulate, bool p_transpose, bool p_clip_uv) const;

protected:
	static void _bind_methods();
	GDVIRTUAL0RC(int, _get_width)
	GDVIRTUAL0RC(int, _get_height)
	GDVIRTUAL2RC(bool, _is_pixel_opaque, int, int)
	GDVIRTUAL0RC(bool, _has_alpha)
	GDVIRTUAL4C(_draw, RID, Vector2, Color, bool)
	GDVIRTUAL5C(_draw_rect, RID, Rect2, bool, Color, bool)
	GDVIRTUAL6C(_draw_rect_region, RID, Rect2, Rect2, Color, bool, bool)
};
