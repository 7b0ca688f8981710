// Pictures are encoded when a control that shows one is looked at, which is when something of it was touched.
#include "core/scene/gui/shown_picture.h"

#include "core/io/file_access.h"
#include "core/io/image.h"
#include "core/scene/2d/image_texture.h"
#include "core/string/base64.h"

static constexpr int64_t MAX_BYTES = 1 << 20;

struct PictureKind {
	const char *extension;
	const char *type;
};
static constexpr PictureKind KINDS[] = { { "png", "image/png" }, { "jpg", "image/jpeg" }, { "jpeg", "image/jpeg" }, { "webp", "image/webp" }, { "svg", "image/svg+xml" } };

static String address_of(const char *p_type, const Vector<uint8_t> &p_bytes) {
	return p_bytes.is_empty() || p_bytes.size() > MAX_BYTES ? String() : String("data:") + p_type + ";base64," + Base64::encode(p_bytes.span());
}

String shown_picture_of(const Variant &p_texture) {
	const Texture2D *texture = Object::cast_to<Texture2D>(p_texture.get_validated_object());
	if (!texture) {
		return String();
	}
	if (const ImageTexture *made = Object::cast_to<ImageTexture>(texture)) {
		const Ref<Image> image = made->get_image();
		return image.is_valid() ? address_of("image/png", image->save_png_to_buffer()) : String();
	}
	const String path = texture->get_path();
	for (const PictureKind &kind : KINDS) {
		if (path.get_extension().to_lower() == kind.extension && FileAccess::exists(path)) {
			const Ref<FileAccess> file = FileAccess::open(path, FileAccess::READ);
			return file.is_valid() && file->get_length() <= uint64_t(MAX_BYTES) ? address_of(kind.type, file->get_buffer(int64_t(file->get_length()))) : String();
		}
	}
	return String();
}
