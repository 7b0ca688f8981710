// Heads of PNG (ISO/IEC 15948) and WebP (RFC 9649).
#include "platform/android/export/icon_image.h"

#include "core/io/png_codec.h"
#include "core/variant/variant.h"

#include <cstring>

namespace {

constexpr int64_t HEAD_BYTES = 30; // That say the sizes, in every kind.

bool check_size(int64_t p_width, int64_t p_height, String &r_problem) {
	if (p_width < 1 || p_height < 1 || p_width > IconImage::MAX_SIDE || p_height > IconImage::MAX_SIDE) {
		r_problem = vformat("is %d by %d pixels, but may have 1 to %d on a side", p_width, p_height, IconImage::MAX_SIDE);
		return false;
	}
	return true;
}

bool check_png(const Vector<uint8_t> &p_bytes, String &r_problem) {
	const auto number_at = [&p_bytes](int p_at) {
		return int64_t(p_bytes[p_at]) << 24 | int64_t(p_bytes[p_at + 1]) << 16 | int64_t(p_bytes[p_at + 2]) << 8 | int64_t(p_bytes[p_at + 3]);
	};
	if (memcmp(p_bytes.ptr() + 12, "IHDR", 4) == 0 && !check_size(number_at(16), number_at(20), r_problem)) {
		return false;
	}
	PNGPicture picture;
	String problem;
	if (PNGCodec::decode(p_bytes.span(), picture, problem) != OK) {
		r_problem = "is no sound PNG image: " + problem;
		return false;
	}
	return true;
}

// The first block tells the kind: VP8 (lossy), VP8L (lossless) or VP8X (with more blocks to come).
bool check_webp(const Vector<uint8_t> &p_bytes, String &r_problem) {
	const uint8_t *bytes = p_bytes.ptr();
	const auto number_at = [bytes](int p_at, int p_count) {
		int64_t number = 0;
		for (int i = 0; i < p_count; i++) {
			number |= int64_t(bytes[p_at + i]) << (8 * i);
		}
		return number;
	};
	if (8 + number_at(4, 4) > p_bytes.size() || 20 + number_at(16, 4) > p_bytes.size()) {
		r_problem = "is a WebP image that was cut off";
		return false;
	}
	if (memcmp(bytes + 12, "VP8X", 4) == 0) {
		return check_size(number_at(24, 3) + 1, number_at(27, 3) + 1, r_problem);
	}
	if (memcmp(bytes + 12, "VP8L", 4) == 0 && bytes[20] == 0x2f) {
		const int64_t sizes = number_at(21, 4);
		return check_size((sizes & 0x3fff) + 1, (sizes >> 14 & 0x3fff) + 1, r_problem);
	}
	static constexpr uint8_t START[] = { 0x9d, 0x01, 0x2a };
	if (memcmp(bytes + 12, "VP8 ", 4) == 0 && memcmp(bytes + 23, START, sizeof(START)) == 0) {
		return check_size(number_at(26, 2) & 0x3fff, number_at(28, 2) & 0x3fff, r_problem);
	}
	r_problem = "is no sound WebP image";
	return false;
}

} // namespace

String IconImage::find_extension(const Vector<uint8_t> &p_bytes, String &r_problem) {
	static constexpr uint8_t PNG[] = { 0x89, 'P', 'N', 'G' };
	if (p_bytes.size() >= HEAD_BYTES && memcmp(p_bytes.ptr(), PNG, sizeof(PNG)) == 0) {
		return check_png(p_bytes, r_problem) ? String("png") : String();
	}
	if (p_bytes.size() >= HEAD_BYTES && memcmp(p_bytes.ptr(), "RIFF", 4) == 0 && memcmp(p_bytes.ptr() + 8, "WEBP", 4) == 0) {
		return check_webp(p_bytes, r_problem) ? String("webp") : String();
	}
	r_problem = "must be a PNG or WebP image";
	return String();
}
