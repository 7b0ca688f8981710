// MD5 (RFC 1321), SHA-1 and SHA-256 (FIPS 180-4) of bytes that arrive in pieces.
#pragma once

#include "core/templates/span.h"

// For file names, caches and the WebSocket accept key; MD5 and SHA-1 protect nothing.
class Digest {
public:
	enum Algorithm {
		MD5,
		SHA1,
		SHA256,
	};
	static constexpr int MAX_BYTES = 32;
	static constexpr int get_size(Algorithm p_algorithm) { return p_algorithm == MD5 ? 16 : (p_algorithm == SHA1 ? 20 : 32); }

	void update(Span<uint8_t> p_bytes);
	// Writes get_size() bytes. The digest is spent afterwards.
	void finish(uint8_t *r_digest);

	static void compute(Algorithm p_algorithm, Span<uint8_t> p_bytes, uint8_t *r_digest);

	explicit Digest(Algorithm p_algorithm);

private:
	static constexpr uint32_t BLOCK = 64;

	Algorithm algorithm;
	uint32_t state[8];
	uint64_t total = 0;
	uint8_t pending[BLOCK];

	void _transform(const uint8_t *p_blocks, uint64_t p_count);
	void _transform_md5(const uint32_t *p_words);
	void _transform_sha1(uint32_t (&r_words)[16]); // Both write over the words.
	void _transform_sha256(uint32_t (&r_words)[16]);
};
