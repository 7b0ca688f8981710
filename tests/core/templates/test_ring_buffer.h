// RingBuffer: wrapping around, limits, growing with content.
#pragma once

#include "core/templates/ring_buffer.h"
#include "tests/test_macros.h"

namespace TestRingBuffer {

TEST_CASE("[Templates][RingBuffer] What is written comes out in order across the seam") {
	RingBuffer<char> ring;
	ring.resize(3);
	char out[16] = {};
	CHECK_EQ(ring.write("abcdef", 6), 6);
	CHECK_EQ(ring.read(out, 4), 4);
	CHECK_EQ(ring.write("ghijkl", 6), 6);
	CHECK_EQ(ring.space_left(), 0);
	CHECK_EQ(ring.write("x", 1), 0);
	CHECK_EQ(ring.peek().size(), 4); // Up to the seam.
	CHECK_EQ(ring.copy(out, 1, 100), 7);
	CHECK_EQ(String::latin1(Span<char>(out, 7)), "fghijkl");
	CHECK_EQ(ring.data_left(), 8);
}

TEST_CASE("[Templates][RingBuffer] Growing keeps the content, and without memory nothing fits") {
	RingBuffer<char> ring;
	CHECK_EQ(ring.write("a", 1), 0);
	CHECK_EQ(ring.data_left(), 0);
	ring.resize(2);
	ring.write("abcd", 4);
	ring.advance_read(2);
	ring.write("ef", 2);
	ring.resize(4);
	CHECK_EQ(ring.space_left(), 12);
	char out[4];
	CHECK_EQ(ring.read(out, 4), 4);
	CHECK_EQ(String::latin1(out), "cdef");
	CHECK_EQ(ring.advance_read(5), 0);
}

} // namespace TestRingBuffer
