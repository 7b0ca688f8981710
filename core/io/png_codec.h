// PNG (ISO/IEC 15948): pictures of 8 bits a channel to bytes and back, on the engine's DEFLATE. Every platform has it for 5 KiB.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"
#include "core/templates/span.h"
#include "core/templates/vector.h"

struct PNGPicture {
	int width = 0;
	int height = 0;
	int channels = 0; // 1: grey, 2: grey and alpha, 3: RGB, 4: RGBA.
	Vector<uint8_t> pixels; // Row by row, without gaps.
};

// Reads every kind: palettes, 1 to 16 bits, interlaced. Broken input gives ERR_PARSE_ERROR with what and where in r_problem; the size of the
// result is known from the head, and refused above MAX_PIXELS, before anything is allocated.
class PNGCodec {
public:
	static constexpr int64_t MAX_PIXELS = 1 << 28;
	static Error decode(Span<uint8_t> p_bytes, PNGPicture &r_picture, String &r_problem);
	static Vector<uint8_t> encode(const PNGPicture &p_picture);
};
