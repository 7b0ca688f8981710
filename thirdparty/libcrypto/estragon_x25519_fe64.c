/* The ladder of RFC 7748 section 5 on libcrypto's arithmetic for processors with MULX and ADX: field elements are four words, below 2^256
 * and not always reduced. No branch and no address depends on the scalar. */
#include "estragon_libcrypto.h"

#include <stdint.h>
#include <string.h>

typedef uint64_t Element[4];

int x25519_fe64_eligible(void);
void x25519_fe64_mul(Element r, const Element a, const Element b);
void x25519_fe64_sqr(Element r, const Element a);
void x25519_fe64_mul121666(Element r, const Element a);
void x25519_fe64_add(Element r, const Element a, const Element b);
void x25519_fe64_sub(Element r, const Element a, const Element b);
void x25519_fe64_tobytes(uint8_t *r, const Element a);

static void square_times(Element r, const Element a, int times) {
	x25519_fe64_sqr(r, a);
	for (int i = 1; i < times; i++) {
		x25519_fe64_sqr(r, r);
	}
}

/* a to the power of p - 2 = 2^255 - 21. Names say which ones the exponent consists of: x40 is 2^40 - 1. */
static void invert(Element r, const Element a) {
	Element a2, a9, a11, x5, x10, x20, x40, x50, x100, work;
	x25519_fe64_sqr(a2, a);
	square_times(work, a2, 2);
	x25519_fe64_mul(a9, work, a);
	x25519_fe64_mul(a11, a9, a2);
	x25519_fe64_sqr(work, a11);
	x25519_fe64_mul(x5, work, a9);
	square_times(work, x5, 5);
	x25519_fe64_mul(x10, work, x5);
	square_times(work, x10, 10);
	x25519_fe64_mul(x20, work, x10);
	square_times(work, x20, 20);
	x25519_fe64_mul(x40, work, x20);
	square_times(work, x40, 10);
	x25519_fe64_mul(x50, work, x10);
	square_times(work, x50, 50);
	x25519_fe64_mul(x100, work, x50);
	square_times(work, x100, 100);
	x25519_fe64_mul(work, work, x100);
	square_times(work, work, 50);
	x25519_fe64_mul(work, work, x50);
	square_times(work, work, 5);
	x25519_fe64_mul(r, work, a11);
}

static void swap_if(uint64_t condition, Element a, Element b) {
	const uint64_t mask = 0 - condition;
	for (int i = 0; i < 4; i++) {
		const uint64_t difference = mask & (a[i] ^ b[i]);
		a[i] ^= difference;
		b[i] ^= difference;
	}
}

/* One step: (x2:z2) is doubled, and (x3:z3) becomes the sum of both, whose difference is x1. */
static void step(const Element x1, Element x2, Element z2, Element x3, Element z3) {
	Element a, b, aa, bb, e, da, cb;
	x25519_fe64_sub(b, x2, z2);
	x25519_fe64_add(a, x2, z2);
	x25519_fe64_sub(da, x3, z3);
	x25519_fe64_add(cb, x3, z3);
	x25519_fe64_mul(da, da, a);
	x25519_fe64_mul(cb, cb, b);
	x25519_fe64_sqr(aa, a);
	x25519_fe64_sqr(bb, b);
	x25519_fe64_add(x3, da, cb);
	x25519_fe64_sqr(x3, x3);
	x25519_fe64_sub(z3, da, cb);
	x25519_fe64_sqr(z3, z3);
	x25519_fe64_mul(z3, z3, x1);
	x25519_fe64_mul(x2, aa, bb);
	x25519_fe64_sub(e, aa, bb);
	x25519_fe64_mul121666(z2, e); /* With bb in place of the aa that goes with 121665. */
	x25519_fe64_add(z2, z2, bb);
	x25519_fe64_mul(z2, z2, e);
}

int estragon_x25519_fe64(uint8_t r_product[32], const uint8_t scalar[32], const uint8_t point[32]) {
	struct {
		Element x1, x2, z2, x3, z3;
		uint8_t scalar[32];
	} work = { .x2 = { 1 }, .z3 = { 1 } };
	if (!x25519_fe64_eligible()) {
		return 0;
	}
	memcpy(work.x1, point, 32); /* These processors are little-endian. */
	work.x1[3] &= ~(UINT64_C(1) << 63);
	memcpy(work.x3, work.x1, 32);
	memcpy(work.scalar, scalar, 32);
	work.scalar[0] &= 248;
	work.scalar[31] = (uint8_t) ((work.scalar[31] & 127) | 64);
	uint64_t swapped = 0;
	for (int bit = 254; bit >= 0; bit--) {
		const uint64_t wanted = (work.scalar[bit / 8] >> (bit % 8)) & 1;
		swap_if(swapped ^ wanted, work.x2, work.x3);
		swap_if(swapped ^ wanted, work.z2, work.z3);
		swapped = wanted;
		step(work.x1, work.x2, work.z2, work.x3, work.z3);
	}
	swap_if(swapped, work.x2, work.x3);
	swap_if(swapped, work.z2, work.z3);
	invert(work.z2, work.z2);
	x25519_fe64_mul(work.x2, work.x2, work.z2);
	x25519_fe64_tobytes(r_product, work.x2);
	OPENSSL_cleanse(&work, sizeof(work));
	return 1;
}
