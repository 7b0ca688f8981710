// The picture is kept apart from the script's.
#include "core/scene/2d/image_texture.h"

#include "core/object/class_db.h"

Ref<Image> ImageTexture::copy_of(const Ref<Image> &p_image) {
	Ref<Image> copy;
	if (p_image.is_valid()) {
		copy.instantiate();
		copy->copy_image_from(p_image);
	}
	return copy;
}

Ref<ImageTexture> ImageTexture::create_from_image(const Ref<Image> &p_image) {
	ERR_FAIL_COND_V_MSG(p_image.is_null(), Ref<ImageTexture>(), "Invalid image: null");
	ERR_FAIL_COND_V_MSG(p_image->is_empty(), Ref<ImageTexture>(), "Invalid image: image is empty");
	Ref<ImageTexture> texture;
	texture.instantiate();
	texture->set_image(p_image);
	return texture;
}

void ImageTexture::set_image(const Ref<Image> &p_image) {
	ERR_FAIL_COND_MSG(p_image.is_null() || p_image->is_empty(), "Invalid image");
	image = copy_of(p_image);
	size = image->get_size();
	notify_property_list_changed();
	emit_changed();
}

void ImageTexture::update(const Ref<Image> &p_image) {
	ERR_FAIL_COND_MSG(p_image.is_null(), "Invalid image");
	ERR_FAIL_COND_MSG(image.is_null(), "Texture is not initialized.");
	ERR_FAIL_COND_MSG(p_image->get_size() != image->get_size(), "The new image dimensions must match the texture size.");
	ERR_FAIL_COND_MSG(p_image->get_format() != image->get_format(), "The new image format must match the texture's image format.");
	image = copy_of(p_image);
	notify_property_list_changed();
	emit_changed();
}

void ImageTexture::set_size_override(const Vector2i &p_size) {
	size.x = p_size.x > 0 ? p_size.x : size.x;
	size.y = p_size.y > 0 ? p_size.y : size.y;
}

bool ImageTexture::has_alpha() const {
	return image.is_valid() && (image->get_format() == Image::FORMAT_LA8 || image->get_format() == Image::FORMAT_RGBA8);
}

Ref<Image> ImageTexture::get_image() const {
	return copy_of(image);
}

void ImageTexture::_bind_methods() {
	ClassDB::bind_static_method(get_class_static(), D_METHOD("create_from_image", "image"), &ImageTexture::create_from_image);
	ClassDB::bind_method(D_METHOD("get_format"), &ImageTexture::get_format);
	ClassDB::bind_method(D_METHOD("set_image", "image"), &ImageTexture::set_image);
	ClassDB::bind_method(D_METHOD("_set_image", "image"), &ImageTexture::set_image);
	ClassDB::bind_method(D_METHOD("update", "image"), &ImageTexture::update);
	ClassDB::bind_method(D_METHOD("set_size_override", "size"), &ImageTexture::set_size_override);
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "image", PROPERTY_HINT_RESOURCE_TYPE, "Image", PROPERTY_USAGE_STORAGE | PROPERTY_USAGE_INTERNAL | PROPERTY_USAGE_RESOURCE_NOT_PERSISTENT), "_set_image", "get_image");
}
