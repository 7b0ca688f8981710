// Chunks, filters and interlacing of PNG.
#include "core/io/png_codec.h"

#include "core/io/compression.h"

#include <cstdlib>
#include <cstring>
#include <iterator>

namespace {

constexpr uint8_t SIGNATURE[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
constexpr int64_t CHUNK_FRAME = 12; // Length, type and checksum.

enum ColorType {
	GREY = 0,
	RGB = 2,
	PALETTE = 3,
	GREY_ALPHA = 4,
	RGBA = 6,
};

uint32_t crc_of(const uint8_t *p_bytes, int64_t p_size) {
	uint32_t crc = 0xffffffff;
	for (int64_t i = 0; i < p_size; i++) {
		crc ^= p_bytes[i];
		for (int bit = 0; bit < 8; bit++) {
			crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320u : 0u);
		}
	}
	return ~crc;
}

uint32_t number_at(const uint8_t *p_bytes) {
	return uint32_t(p_bytes[0]) << 24 | uint32_t(p_bytes[1]) << 16 | uint32_t(p_bytes[2]) << 8 | p_bytes[3];
}

void put_number(Vector<uint8_t> &r_out, uint32_t p_number) {
	for (int shift = 24; shift >= 0; shift -= 8) {
		r_out.push_back(uint8_t(p_number >> shift));
	}
}

void put_chunk(Vector<uint8_t> &r_out, const char *p_type, const Vector<uint8_t> &p_data) {
	put_number(r_out, uint32_t(p_data.size()));
	const int64_t begin = r_out.size();
	for (int i = 0; i < 4; i++) {
		r_out.push_back(uint8_t(p_type[i]));
	}
	r_out.append_array(p_data);
	put_number(r_out, crc_of(r_out.ptr() + begin, r_out.size() - begin));
}

int predict(int p_left, int p_up, int p_corner) {
	const int guess = p_left + p_up - p_corner;
	const int distances[] = { std::abs(guess - p_left), std::abs(guess - p_up), std::abs(guess - p_corner) };
	return distances[0] <= distances[1] && distances[0] <= distances[2] ? p_left : (distances[1] <= distances[2] ? p_up : p_corner);
}

// Takes the filter of a row back, in place.
bool unfilter(uint8_t p_filter, uint8_t *r_row, const uint8_t *p_above, int64_t p_size, int64_t p_step) {
	for (int64_t i = 0; i < p_size; i++) {
		const int left = i >= p_step ? r_row[i - p_step] : 0;
		const int up = p_above ? p_above[i] : 0;
		const int corner = p_above && i >= p_step ? p_above[i - p_step] : 0;
		switch (p_filter) {
			case 0:
				break;
			case 1:
				r_row[i] = uint8_t(r_row[i] + left);
				break;
			case 2:
				r_row[i] = uint8_t(r_row[i] + up);
				break;
			case 3:
				r_row[i] = uint8_t(r_row[i] + (left + up) / 2);
				break;
			case 4:
				r_row[i] = uint8_t(r_row[i] + predict(left, up, corner));
				break;
			default:
				return false;
		}
	}
	return true;
}

struct Reader {
	int64_t width = 0;
	int64_t height = 0;
	int depth = 0;
	int type = 0;
	bool interlaced = false;
	Vector<uint8_t> palette; // RGB.
	Vector<uint8_t> transparency;
	Vector<uint8_t> packed;
	bool has_head = false;

	int samples() const { return type == RGB ? 3 : (type == RGBA ? 4 : (type == GREY_ALPHA ? 2 : 1)); }
	int64_t row_size(int64_t p_width) const { return (p_width * samples() * depth + 7) / 8; }
	bool has_alpha() const { return type == GREY_ALPHA || type == RGBA || !transparency.is_empty(); }
	int channels() const {
		const bool grey = type == GREY || type == GREY_ALPHA;
		return (grey ? 1 : 3) + (has_alpha() ? 1 : 0);
	}

	// A sample of a row as 8 bits, and as it is.
	int raw(const uint8_t *p_row, int64_t p_index) const {
		if (depth == 16) {
			return p_row[p_index * 2] << 8 | p_row[p_index * 2 + 1];
		}
		if (depth == 8) {
			return p_row[p_index];
		}
		const int64_t bit = p_index * depth;
		return (p_row[bit / 8] >> (8 - depth - bit % 8)) & ((1 << depth) - 1);
	}
	int scaled(int p_raw) const { return depth == 16 ? p_raw >> 8 : p_raw * 255 / ((1 << depth) - 1); }
	int transparent_sample(int p_sample) const { return transparency.size() >= p_sample * 2 + 2 ? transparency[p_sample * 2] << 8 | transparency[p_sample * 2 + 1] : -1; }

	void put_pixel(const uint8_t *p_row, int64_t p_x, uint8_t *r_pixel) const {
		if (type == PALETTE) {
			const int index = raw(p_row, p_x);
			for (int i = 0; i < 3; i++) {
				*r_pixel++ = index * 3 + i < palette.size() ? palette[index * 3 + i] : 0;
			}
			if (has_alpha()) {
				*r_pixel = index < transparency.size() ? transparency[index] : 255;
			}
			return;
		}
		bool is_transparent = !transparency.is_empty();
		for (int i = 0; i < samples(); i++) {
			const int value = raw(p_row, p_x * samples() + i);
			is_transparent = is_transparent && value == transparent_sample(i);
			*r_pixel++ = uint8_t(scaled(value));
		}
		if (!transparency.is_empty() && (type == GREY || type == RGB)) {
			*r_pixel = is_transparent ? 0 : 255;
		}
	}
};

bool is_possible(const Reader &p_reader) {
	const int depth = p_reader.depth;
	switch (p_reader.type) {
		case GREY:
			return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
		case PALETTE:
			return depth == 1 || depth == 2 || depth == 4 || depth == 8;
		case RGB:
		case GREY_ALPHA:
		case RGBA:
			return depth == 8 || depth == 16;
		default:
			return false;
	}
}

String read_head(Span<uint8_t> p_data, Reader &r_reader) {
	if (p_data.size() != 13) {
		return "the head has not 13 bytes";
	}
	r_reader.width = number_at(p_data.ptr());
	r_reader.height = number_at(p_data.ptr() + 4);
	r_reader.depth = p_data[8];
	r_reader.type = p_data[9];
	r_reader.interlaced = p_data[12] == 1;
	r_reader.has_head = true;
	const bool too_large = r_reader.width > PNGCodec::MAX_PIXELS || r_reader.height > PNGCodec::MAX_PIXELS || r_reader.width * r_reader.height > PNGCodec::MAX_PIXELS;
	if (r_reader.width == 0 || r_reader.height == 0 || too_large) {
		return "the picture is " + String::num_int64(r_reader.width) + " x " + String::num_int64(r_reader.height) + " pixels large";
	}
	return is_possible(r_reader) && p_data[10] == 0 && p_data[11] == 0 && p_data[12] <= 1 ? String() : String("it is of a kind that does not exist");
}

// All chunks; the pixels stay packed.
String read_chunks(Span<uint8_t> p_bytes, Reader &r_reader, int64_t &r_offset) {
	const int64_t size = int64_t(p_bytes.size());
	if (size < int64_t(sizeof(SIGNATURE)) || memcmp(p_bytes.ptr(), SIGNATURE, sizeof(SIGNATURE)) != 0) {
		return "it does not begin as a PNG does";
	}
	for (r_offset = sizeof(SIGNATURE); r_offset + CHUNK_FRAME <= size;) {
		const uint8_t *chunk = p_bytes.ptr() + r_offset;
		const int64_t length = number_at(chunk);
		if (length > size - r_offset - CHUNK_FRAME) {
			return "a chunk reaches beyond the end";
		}
		const Span<uint8_t> data(chunk + 8, uint64_t(length));
		const auto is = [chunk](const char *p_type) {
			return memcmp(chunk + 4, p_type, 4) == 0;
		};
		if (crc_of(chunk + 4, length + 4) != number_at(chunk + 8 + length)) {
			return "the checksum of a chunk is wrong";
		}
		if (is("IHDR")) {
			const String problem = read_head(data, r_reader);
			if (!problem.is_empty()) {
				return problem;
			}
		} else if (!r_reader.has_head) {
			return "the head is not first";
		} else if (is("IEND")) {
			return String();
		}
		Vector<uint8_t> *into = is("PLTE") ? &r_reader.palette : (is("tRNS") ? &r_reader.transparency : (is("IDAT") ? &r_reader.packed : nullptr));
		for (uint64_t i = 0; into && i < data.size(); i++) {
			into->push_back(data[i]);
		}
		r_offset += CHUNK_FRAME + length;
	}
	return "the end is missing";
}

} // namespace

Error PNGCodec::decode(Span<uint8_t> p_bytes, PNGPicture &r_picture, String &r_problem) {
	Reader reader;
	int64_t offset = 0;
	r_problem = read_chunks(p_bytes, reader, offset);
	if (!r_problem.is_empty()) {
		r_problem = "byte " + String::num_int64(offset) + ": " + r_problem;
		return ERR_PARSE_ERROR;
	}
	// Where each pass begins and how far it steps; without interlacing there is one.
	struct Pass {
		int x, y, step_x, step_y;
	};
	static constexpr Pass whole[] = { { 0, 0, 1, 1 } };
	static constexpr Pass adam7[] = { { 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0, 4, 4, 8 }, { 2, 0, 4, 4 }, { 0, 2, 2, 4 }, { 1, 0, 2, 2 }, { 0, 1, 1, 2 } };
	const Span<Pass> passes = reader.interlaced ? Span<Pass>(adam7, std::size(adam7)) : Span<Pass>(whole, std::size(whole));
	const auto columns = [&](const Pass &p_pass) {
		return (reader.width - p_pass.x + p_pass.step_x - 1) / p_pass.step_x;
	};
	const auto rows = [&](const Pass &p_pass) {
		return (reader.height - p_pass.y + p_pass.step_y - 1) / p_pass.step_y;
	};
	int64_t expected = 0;
	for (const Pass &pass : passes) {
		expected += columns(pass) > 0 && rows(pass) > 0 ? (reader.row_size(columns(pass)) + 1) * rows(pass) : 0;
	}
	Vector<uint8_t> rows_bytes;
	const Error error = Compression::decompress_dynamic(rows_bytes, expected, reader.packed.ptr(), reader.packed.size(), Compression::MODE_DEFLATE);
	if (error != OK || rows_bytes.size() != expected) {
		r_problem = error == ERR_UNAVAILABLE ? "this build has no DEFLATE" : "the packed pixels are broken";
		return error == ERR_UNAVAILABLE ? error : ERR_PARSE_ERROR;
	}
	r_picture.width = int(reader.width);
	r_picture.height = int(reader.height);
	r_picture.channels = reader.channels();
	r_picture.pixels.resize(reader.width * reader.height * r_picture.channels);
	uint8_t *pixels = r_picture.pixels.ptrw();
	uint8_t *at = rows_bytes.ptrw();
	const int64_t step = MAX(int64_t(1), int64_t(reader.samples()) * reader.depth / 8);
	for (const Pass &pass : passes) {
		const int64_t width = columns(pass);
		const int64_t size = reader.row_size(width);
		const uint8_t *above = nullptr;
		for (int64_t row = 0; width > 0 && row < rows(pass); row++) {
			if (!unfilter(at[0], at + 1, above, size, step)) {
				r_problem = "row " + String::num_int64(row) + " has an unknown filter";
				return ERR_PARSE_ERROR;
			}
			above = at + 1;
			for (int64_t x = 0; x < width; x++) {
				reader.put_pixel(at + 1, x, pixels + ((pass.y + row * pass.step_y) * reader.width + pass.x + x * pass.step_x) * r_picture.channels);
			}
			at += size + 1;
		}
	}
	return OK;
}

Vector<uint8_t> PNGCodec::encode(const PNGPicture &p_picture) {
	static constexpr uint8_t types[] = { 0, GREY, GREY_ALPHA, RGB, RGBA };
	const int64_t row = int64_t(p_picture.width) * p_picture.channels;
	Vector<uint8_t> filtered; // Each row as the difference to the one above, which suits most pictures.
	filtered.resize((row + 1) * p_picture.height);
	uint8_t *out = filtered.ptrw();
	const uint8_t *in = p_picture.pixels.ptr();
	for (int64_t y = 0; y < p_picture.height; y++) {
		*out++ = 2;
		for (int64_t x = 0; x < row; x++, in++) {
			*out++ = uint8_t(*in - (y > 0 ? in[-row] : 0));
		}
	}
	Vector<uint8_t> packed;
	if (Compression::compress(filtered.ptr(), filtered.size(), Compression::MODE_DEFLATE, packed) != OK) {
		return Vector<uint8_t>();
	}
	Vector<uint8_t> file;
	for (const uint8_t byte : SIGNATURE) {
		file.push_back(byte);
	}
	Vector<uint8_t> head;
	put_number(head, uint32_t(p_picture.width));
	put_number(head, uint32_t(p_picture.height));
	for (const uint8_t byte : { uint8_t(8), types[p_picture.channels], uint8_t(0), uint8_t(0), uint8_t(0) }) {
		head.push_back(byte);
	}
	put_chunk(file, "IHDR", head);
	put_chunk(file, "IDAT", packed);
	put_chunk(file, "IEND", Vector<uint8_t>());
	return file;
}
