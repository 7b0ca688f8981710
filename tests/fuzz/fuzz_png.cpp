// Pictures. The first byte chooses: a file as it is, a file whose checksums are mended, or a head and the plain bytes of its rows.
#include "core/io/compression.h"
#include "core/io/png_codec.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

namespace {

constexpr int64_t SIGNATURE_SIZE = 8;
constexpr int64_t CHUNK_FRAME = 12;
constexpr uint64_t MOST_OF_PALETTE = 768;

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

void put_number(uint8_t *r_at, uint32_t p_number) {
	for (int i = 0; i < 4; i++) {
		r_at[i] = uint8_t(p_number >> (24 - i * 8));
	}
}

// No input gets past them by chance.
void mend_checksums(Vector<uint8_t> &r_file) {
	uint8_t *bytes = r_file.ptrw();
	for (int64_t at = SIGNATURE_SIZE; at + CHUNK_FRAME <= r_file.size();) {
		const int64_t length = int64_t(bytes[at]) << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3];
		if (length > r_file.size() - at - CHUNK_FRAME) {
			return;
		}
		put_number(bytes + at + 8 + length, crc_of(bytes + at + 4, length + 4));
		at += CHUNK_FRAME + length;
	}
}

void put_chunk(Vector<uint8_t> &r_file, const char *p_type, Span<uint8_t> p_data) {
	const int64_t begin = r_file.size();
	r_file.resize(begin + CHUNK_FRAME);
	put_number(r_file.ptrw() + begin, uint32_t(p_data.size()));
	for (int i = 0; i < 4; i++) {
		r_file.set(begin + 4 + i, uint8_t(p_type[i]));
	}
	r_file.resize(begin + 8);
	r_file.append_span(p_data);
	r_file.resize(r_file.size() + 4);
}

// Width, height, depth, kind, interlacing, how many bytes of transparency; then these, and rows, which are a palette as well.
Vector<uint8_t> build(Span<uint8_t> p_input) {
	static constexpr uint8_t SIGNATURE[SIGNATURE_SIZE] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
	static constexpr uint64_t HEAD = 6;
	Vector<uint8_t> file;
	if (p_input.size() < HEAD) {
		return file;
	}
	const uint8_t *from = p_input.ptr();
	file.append_span(Span<uint8_t>(SIGNATURE, SIGNATURE_SIZE));
	uint8_t head[13] = {};
	put_number(head, from[0]);
	put_number(head + 4, from[1]);
	head[8] = from[2];
	head[9] = from[3];
	head[12] = from[4];
	put_chunk(file, "IHDR", Span<uint8_t>(head, sizeof(head)));
	const uint64_t transparent = MIN(uint64_t(from[5]), p_input.size() - HEAD);
	const Span<uint8_t> rows(from + HEAD + transparent, p_input.size() - HEAD - transparent);
	put_chunk(file, "PLTE", rows.subspan(0, MIN(rows.size(), MOST_OF_PALETTE) / 3 * 3)); // Others are refused at once.
	put_chunk(file, "tRNS", Span<uint8_t>(from + HEAD, transparent));
	Vector<uint8_t> packed;
	Compression::compress(rows.ptr(), int64_t(rows.size()), Compression::MODE_DEFLATE, packed);
	put_chunk(file, "IDAT", packed.span());
	put_chunk(file, "IEND", Span<uint8_t>());
	return file;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	if (p_size < 1) {
		return 0;
	}
	const Span<uint8_t> bytes(p_data + 1, p_size - 1);
	Vector<uint8_t> file;
	if (p_data[0] % 3 == 2) {
		file = build(bytes);
	} else {
		file.append_span(bytes);
	}
	if (p_data[0] % 3 != 0) {
		mend_checksums(file);
	}
	PNGPicture picture;
	String problem;
	if (PNGCodec::decode(file.span(), picture, problem) != OK) {
		CRASH_COND(problem.is_empty());
		return 0;
	}
	// What was read is written and read again the same.
	CRASH_COND(picture.pixels.size() != int64_t(picture.width) * picture.height * picture.channels);
	Vector<uint8_t> written;
	CRASH_COND(PNGCodec::encode(picture, written, problem) != OK);
	PNGPicture again;
	CRASH_COND(PNGCodec::decode(written.span(), again, problem) != OK);
	CRASH_COND(again.width != picture.width || again.height != picture.height || again.channels != picture.channels || !(again.pixels.span() == picture.pixels.span()));
	return 0;
}
