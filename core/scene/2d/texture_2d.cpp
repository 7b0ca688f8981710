// What scripts may say about an image of their own.
#include "core/scene/2d/texture_2d.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"

// Of textures that are known by name alone: what was set, imported, or is the class's default.
static int known_extent(const Texture2D *p_texture, const StringName &p_name, int p_axis) {
	if (const Variant *size = p_texture->get_known_value(SNAME("size"))) {
		return CLAMP(Math::to_int32(double(Vector2(*size)[p_axis])), 0, 16777216); // No image is larger.
	}
	const Variant *kept = p_texture->get_known_value(p_name);
	return int(kept ? *kept : ClassDB::class_get_default_property_value(p_texture->get_class_name(), p_name));
}

int Texture2D::get_width() const {
	int width = known_extent(this, SNAME("width"), 0);
	GDVIRTUAL_CALL(_get_width, width);
	return width;
}

int Texture2D::get_height() const {
	int height = known_extent(this, SNAME("height"), 1);
	GDVIRTUAL_CALL(_get_height, height);
	return height;
}

bool Texture2D::has_alpha() const {
	bool alpha = true;
	GDVIRTUAL_CALL(_has_alpha, alpha);
	return alpha;
}

Ref<Resource> Texture2D::create_placeholder() const {
	Ref<Resource> placeholder(Object::cast_to<Resource>(ClassDB::instantiate("PlaceholderTexture2D")));
	if (placeholder.is_valid()) {
		placeholder->set(SNAME("size"), get_size());
	}
	return placeholder;
}

void Texture2D::draw(const RID &p_canvas_item, const Vector2 &p_position, const Color &p_modulate, bool p_transpose) const {
	GDVIRTUAL_CALL(_draw, p_canvas_item, p_position, p_modulate, p_transpose);
}

void Texture2D::draw_rect(const RID &p_canvas_item, const Rect2 &p_rect, bool p_tile, const Color &p_modulate, bool p_transpose) const {
	GDVIRTUAL_CALL(_draw_rect, p_canvas_item, p_rect, p_tile, p_modulate, p_transpose);
}

void Texture2D::draw_rect_region(const RID &p_canvas_item, const Rect2 &p_rect, const Rect2 &p_source, const Color &p_modulate, bool p_transpose, bool p_clip_uv) const {
	GDVIRTUAL_CALL(_draw_rect_region, p_canvas_item, p_rect, p_source, p_modulate, p_transpose, p_clip_uv);
}

void Texture2D::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_width"), &Texture2D::get_width);
	ClassDB::bind_method(D_METHOD("get_height"), &Texture2D::get_height);
	ClassDB::bind_method(D_METHOD("get_size"), &Texture2D::get_size);
	ClassDB::bind_method(D_METHOD("has_alpha"), &Texture2D::has_alpha);
	ClassDB::bind_method(D_METHOD("get_image"), &Texture2D::get_image);
	ClassDB::bind_method(D_METHOD("create_placeholder"), &Texture2D::create_placeholder);
	ClassDB::bind_method(D_METHOD("draw", "canvas_item", "position", "modulate", "transpose"), &Texture2D::draw, DEFVAL(Color(1, 1, 1, 1)), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("draw_rect", "canvas_item", "rect", "tile", "modulate", "transpose"), &Texture2D::draw_rect, DEFVAL(Color(1, 1, 1, 1)), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("draw_rect_region", "canvas_item", "rect", "src_rect", "modulate", "transpose", "clip_uv"), &Texture2D::draw_rect_region, DEFVAL(Color(1, 1, 1, 1)), DEFVAL(false), DEFVAL(true));
	GDVIRTUAL_BIND(_draw, "to_canvas_item", "pos", "modulate", "transpose");
	GDVIRTUAL_BIND(_draw_rect, "to_canvas_item", "rect", "tile", "modulate", "transpose");
	GDVIRTUAL_BIND(_draw_rect_region, "to_canvas_item", "rect", "src_rect", "modulate", "transpose", "clip_uv");
	GDVIRTUAL_BIND(_get_width);
	GDVIRTUAL_BIND(_get_height);
	GDVIRTUAL_BIND(_is_pixel_opaque, "x", "y");
	GDVIRTUAL_BIND(_has_alpha);
}
