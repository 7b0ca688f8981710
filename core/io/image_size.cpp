// One reader a format; every one checks what it reads against the bytes that there are.
#include "core/io/image_size.h"

#include "core/io/file_access.h"

#include <cstring>

namespace {

constexpr int64_t MAX_HEAD_BYTES = 64 * 1024; // Photographs may have long notes in front.

class Head {
	Span<uint8_t> bytes;

public:
	explicit Head(Span<uint8_t> p_bytes) :
			bytes(p_bytes) {}
	uint64_t size() const { return bytes.size(); }
	// 0 where there is nothing.
	uint32_t at(uint64_t p_at) const { return p_at < bytes.size() ? bytes[p_at] : 0; }
	uint32_t little(uint64_t p_at, int p_count) const {
		uint32_t value = 0;
		for (int i = p_count - 1; i >= 0; i--) {
			value = (value << 8) | at(p_at + uint64_t(i));
		}
		return value;
	}
	uint32_t big(uint64_t p_at, int p_count) const {
		uint32_t value = 0;
		for (int i = 0; i < p_count; i++) {
			value = (value << 8) | at(p_at + uint64_t(i));
		}
		return value;
	}
	bool has(uint64_t p_at, const char *p_text) const {
		const size_t length = strlen(p_text);
		return p_at + length <= bytes.size() && memcmp(bytes.ptr() + p_at, p_text, length) == 0;
	}
};

bool set(Vector2i &r_size, uint32_t p_width, uint32_t p_height) {
	constexpr uint32_t MOST = 1 << 24;
	r_size = Vector2i(int32_t(p_width), int32_t(p_height));
	return p_width > 0 && p_height > 0 && p_width <= MOST && p_height <= MOST;
}

bool parse_jpeg(const Head &p_head, Vector2i &r_size) {
	uint64_t at = 2;
	while (at + 9 < p_head.size()) {
		const uint32_t marker = p_head.at(at + 1);
		if (p_head.at(at) != 0xFF) {
			return false;
		}
		// Frames are C0 to CF, but for tables and arithmetic conditioning.
		if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
			return set(r_size, p_head.big(at + 7, 2), p_head.big(at + 5, 2));
		}
		at += marker == 0xFF ? 1 : 2 + MAX(p_head.big(at + 2, 2), 2u);
	}
	return false;
}

bool parse_webp(const Head &p_head, Vector2i &r_size) {
	if (p_head.has(12, "VP8 ")) {
		return set(r_size, p_head.little(26, 2) & 0x3FFF, p_head.little(28, 2) & 0x3FFF);
	}
	if (p_head.has(12, "VP8L")) {
		const uint32_t bits = p_head.little(21, 4);
		return set(r_size, (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
	}
	return p_head.has(12, "VP8X") && set(r_size, p_head.little(24, 3) + 1, p_head.little(27, 3) + 1);
}

// The number in name="12px"; 0 where there is none.
double svg_number(const String &p_tag, const String &p_name) {
	const int at = p_tag.find(" " + p_name + "=");
	return at < 0 ? 0.0 : p_tag.substr(at + p_name.length() + 3).to_float();
}

bool parse_svg(Span<uint8_t> p_bytes, Vector2i &r_size) {
	const String text = String::latin1(Span<char>(reinterpret_cast<const char *>(p_bytes.ptr()), p_bytes.size()));
	const int begin = text.find("<svg");
	if (begin < 0) {
		return false;
	}
	const String tag = text.substr(begin, text.find(">", begin) - begin).replace("\n", " ").replace("\t", " ").replace("\r", " ");
	double width = svg_number(tag, "width");
	double height = svg_number(tag, "height");
	const int box = tag.find(" viewBox=");
	if ((width <= 0 || height <= 0) && box >= 0) {
		const Vector<String> parts = tag.substr(box + 10).replace(",", " ").split(" ", false);
		if (parts.size() >= 4) {
			width = parts[2].to_float();
			height = parts[3].to_float();
		}
	}
	return width >= 1 && height >= 1 && width < 1e6 && height < 1e6 && set(r_size, uint32_t(width), uint32_t(height));
}

} // namespace

bool parse_image_size(Span<uint8_t> p_bytes, const String &p_extension, Vector2i &r_size) {
	const Head head(p_bytes);
	if (head.has(1, "PNG\r\n")) {
		return set(r_size, head.big(16, 4), head.big(20, 4));
	}
	if (head.has(0, "GST2")) {
		return set(r_size, head.little(8, 4), head.little(12, 4));
	}
	if (head.at(0) == 0xFF && head.at(1) == 0xD8) {
		return parse_jpeg(head, r_size);
	}
	if (head.has(0, "RIFF") && head.has(8, "WEBP")) {
		return parse_webp(head, r_size);
	}
	if (head.has(0, "BM") && p_extension == "bmp") {
		const int32_t height = int32_t(head.little(22, 4));
		return set(r_size, head.little(18, 4), uint32_t(height < 0 ? -int64_t(height) : height));
	}
	if (p_extension == "tga") {
		return set(r_size, head.little(12, 2), head.little(14, 2));
	}
	return p_extension == "svg" && parse_svg(p_bytes, r_size);
}

bool read_image_size(const String &p_path, Vector2i &r_size) {
	if (p_path.is_empty() || !FileAccess::exists(p_path)) {
		return false;
	}
	const Ref<FileAccess> file = FileAccess::open(p_path, FileAccess::READ);
	if (file.is_null()) {
		return false;
	}
	const Vector<uint8_t> bytes = file->get_buffer(MAX_HEAD_BYTES);
	return parse_image_size(Span<uint8_t>(bytes.ptr(), uint64_t(bytes.size())), p_path.get_extension().to_lower(), r_size);
}
