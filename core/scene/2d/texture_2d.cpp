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

void Texture2D::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_width"), &Texture2D::get_width);
	ClassDB::bind_method(D_METHOD("get_height"), &Texture2D::get_height);
	ClassDB::bind_method(D_METHOD("get_size"), &Texture2D::get_size);
	ClassDB::bind_method(D_METHOD("has_alpha"), &Texture2D::has_alpha);
	GDVIRTUAL_BIND(_get_width);
	GDVIRTUAL_BIND(_get_height);
	GDVIRTUAL_BIND(_is_pixel_opaque, "x", "y");
	GDVIRTUAL_BIND(_has_alpha);
}
