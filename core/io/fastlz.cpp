// FastLZ. A block is a list of instructions. The top three bits of an instruction's first byte say what it is:
//   0       a run of (low five bits) + 1 literal bytes follows
//   1 to 6  copy that many + 2 bytes from before; the low five bits are the high part of the distance - 1, its low byte follows
//   7       the same, longer: the length goes on in the next byte (level 2: in bytes, as long as they are 255)
// The first instruction is always literal; its top bits hold the level instead. Level 2 has distances beyond 8191 behind a full one.
#include "core/io/fastlz.h"

#include <cstring>

static constexpr int64_t MAX_LITERALS = 32;
static constexpr int64_t MAX_DISTANCE = 8192;
static constexpr int64_t MIN_MATCH = 3;
static constexpr int64_t MAX_MATCH = 264;
static constexpr int64_t FAR_DISTANCE = 8191; // From which level 2 counts on.
static constexpr int HASH_BITS = 13;

int64_t FastLZ::get_bound(int64_t p_size) {
	return p_size + p_size / MAX_LITERALS + 66;
}

static uint32_t hash_of(const uint8_t *p_bytes) {
	const uint32_t three = uint32_t(p_bytes[0]) | uint32_t(p_bytes[1]) << 8 | uint32_t(p_bytes[2]) << 16;
	return (three * 2654435769u) >> (32 - HASH_BITS);
}

static uint8_t *write_literals(const uint8_t *p_from, int64_t p_count, uint8_t *p_out) {
	while (p_count > 0) {
		const int64_t run = MIN(p_count, MAX_LITERALS);
		*p_out++ = uint8_t(run - 1);
		memcpy(p_out, p_from, size_t(run));
		p_out += run;
		p_from += run;
		p_count -= run;
	}
	return p_out;
}

static uint8_t *write_match(int64_t p_length, int64_t p_distance, uint8_t *p_out) {
	const int64_t length = p_length - 2;
	const int64_t distance = p_distance - 1;
	if (length < 7) {
		*p_out++ = uint8_t(length << 5 | distance >> 8);
	} else {
		*p_out++ = uint8_t(7 << 5 | distance >> 8);
		*p_out++ = uint8_t(length - 7);
	}
	*p_out++ = uint8_t(distance & 255);
	return p_out;
}

int64_t FastLZ::compress(const uint8_t *p_data, int64_t p_size, uint8_t *p_into) {
	int32_t last_seen[1 << HASH_BITS];
	memset(last_seen, 0xff, sizeof(last_seen));
	uint8_t *out = p_into;
	int64_t literal_start = 0;
	int64_t at = 0;
	while (at + MIN_MATCH <= p_size) {
		int32_t &slot = last_seen[hash_of(p_data + at)];
		const int64_t candidate = slot;
		slot = int32_t(at);
		// A match right at the start would leave no literal to hold the level.
		if (candidate < 0 || at - candidate > MAX_DISTANCE || memcmp(p_data + candidate, p_data + at, size_t(MIN_MATCH)) != 0) {
			at++;
			continue;
		}
		int64_t length = MIN_MATCH;
		while (length < MAX_MATCH && at + length < p_size && p_data[candidate + length] == p_data[at + length]) {
			length++;
		}
		out = write_literals(p_data + literal_start, at - literal_start, out);
		out = write_match(length, at - candidate, out);
		at += length;
		literal_start = at;
	}
	return write_literals(p_data + literal_start, p_size - literal_start, out) - p_into;
}

Error FastLZ::decompress(const uint8_t *p_data, int64_t p_size, uint8_t *p_into, int64_t p_capacity, int64_t &r_written) {
	r_written = 0;
	if (p_size <= 0) {
		return ERR_INVALID_DATA;
	}
	const uint8_t *in = p_data;
	const uint8_t *end = p_data + p_size;
	const int level = (*in >> 5) + 1;
	if (level > 2) {
		return ERR_INVALID_DATA;
	}
	int control = *in++ & 31;
	for (;;) {
		if (control < 32) {
			const int64_t run = control + 1;
			if (end - in < run) {
				return ERR_INVALID_DATA;
			}
			if (p_capacity - r_written < run) {
				return ERR_OUT_OF_MEMORY;
			}
			memcpy(p_into + r_written, in, size_t(run));
			in += run;
			r_written += run;
		} else {
			int64_t length = (control >> 5) + 2;
			int64_t distance = (control & 31) << 8;
			if (control >> 5 == 7) {
				uint8_t more;
				do {
					if (in == end) {
						return ERR_INVALID_DATA;
					}
					more = *in++;
					length += more;
				} while (level == 2 && more == 255);
			}
			if (in == end) {
				return ERR_INVALID_DATA;
			}
			const uint8_t low = *in++;
			if (level == 2 && low == 255 && distance == 31 << 8) {
				if (end - in < 2) {
					return ERR_INVALID_DATA;
				}
				distance = FAR_DISTANCE + (int64_t(in[0]) << 8 | in[1]);
				in += 2;
			} else {
				distance += low;
			}
			distance++;
			if (distance > r_written) {
				return ERR_INVALID_DATA;
			}
			if (p_capacity - r_written < length) {
				return ERR_OUT_OF_MEMORY;
			}
			for (int64_t i = 0; i < length; i++, r_written++) { // Source and target may overlap.
				p_into[r_written] = p_into[r_written - distance];
			}
		}
		if (in == end) {
			return OK;
		}
		control = *in++;
	}
}
