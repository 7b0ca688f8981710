// ImageTexture: a texture made of an Image at run time. It keeps a copy, which is what would be drawn.
#pragma once

#include "core/scene/2d/texture_2d.h"

class ImageTexture : public Texture2D {
	GDCLASS(ImageTexture, Texture2D);

public:
	static Ref<ImageTexture> create_from_image(const Ref<Image> &p_image); // Null where there is no picture.
	void set_image(const Ref<Image> &p_image);
	void update(const Ref<Image> &p_image); // Of the same size and format.
	Image::Format get_format() const { return image.is_valid() ? image->get_format() : Image::FORMAT_L8; }
	void set_size_override(const Vector2i &p_size); // Pixels; 0 leaves that side as it is.

	int get_width() const override { return size.x; }
	int get_height() const override { return size.y; }
	bool has_alpha() const override;
	Ref<Image> get_image() const override;

protected:
	static void _bind_methods();

private:
	Ref<Image> image; // Shared with nobody.
	Vector2i size;

	static Ref<Image> copy_of(const Ref<Image> &p_image);
};
