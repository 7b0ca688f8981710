// PNG (ISO/IEC 15948): pictures of 8 bits a channel to bytes and back; the work is libpng's.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"
#include "core/templates/span.h"
#include "core/templates/vector.h"

struct PNGPicture {
	int width = 0;
	int height = 0;
	int channels = 0; // 1: grey, 2: grey and alpha, 3: RGB, 4: RGBA.
	Vector<uint8_t> pixels; // Row by row, without gaps, in sRGB.
};

// For any thread. On an error r_problem says what is wrong, as the end of a sentence, and the result is empty.
class PNGCodec {
public:
	static constexpr int64_t MAX_PIXELS = 1 << 28;
	// Reads every kind: palettes, 1 to 16 bits, interlaced. ERR_PARSE_ERROR for broken input. Nothing is allocated for pixels that are more than
	// MAX_PIXELS, or more than the bytes can hold.
	static Error decode(Span<uint8_t> p_bytes, PNGPicture &r_picture, String &r_problem);
	// ERR_INVALID_PARAMETER when sizes and pixels do not fit together or are more than a PNG can have.
	static Error encode(const PNGPicture &p_picture, Vector<uint8_t> &r_bytes, String &r_problem);
};
