// Typed values over a buffer, cursor and limits.
#pragma once

#include "core/io/stream_peer_buffer.h"
#include "tests/test_macros.h"

static Ref<StreamPeerBuffer> new_buffer() {
	Ref<StreamPeerBuffer> buffer;
	buffer.instantiate();
	return buffer;
}

TEST_CASE("[IO][StreamPeerBuffer] Numbers lie in the byte order that was chosen") {
	Ref<StreamPeerBuffer> buffer = new_buffer();
	buffer->put_u16(0x0102);
	buffer->set_big_endian(true);
	buffer->put_u32(0x01020304);
	buffer->put_double(-2.0);
	CHECK_EQ(buffer->get_data_array(), Vector<uint8_t>({ 2, 1, 1, 2, 3, 4, 0xc0, 0, 0, 0, 0, 0, 0, 0 }));
	buffer->seek(2);
	CHECK_EQ(buffer->get_u32(), 0x01020304u);
	CHECK_EQ(buffer->get_double(), -2.0);
}

TEST_CASE("[IO][StreamPeerBuffer] Reading past the end gives what there is, then zeros and an error") {
	Ref<StreamPeerBuffer> buffer = new_buffer();
	buffer->set_data_array({ 1, 2 });
	CHECK_EQ(buffer->get_u32(), 0x0201u);
	CHECK_EQ(buffer->get_position(), 2);
	buffer->seek(0);
	uint8_t into[4] = {};
	int received = 0;
	CHECK_EQ(buffer->get_data_counted(into, 4, received), ERR_INVALID_PARAMETER);
	CHECK_EQ(received, 2);
	CHECK_EQ(buffer->get_partial_data(into, 4, received), OK);
	CHECK_EQ(received, 0);
}

TEST_CASE("[IO][StreamPeerBuffer] A length that lies costs no memory and gives an empty string") {
	ExpectErrors quiet;
	Ref<StreamPeerBuffer> buffer = new_buffer();
	for (const uint32_t length : { 0xffffffffu, 0x7fffffffu, 0x0fffffffu, 100u }) {
		buffer->clear();
		buffer->put_u32(length);
		buffer->put_u8('a');
		buffer->seek(0);
		CHECK_EQ(buffer->get_utf8_string(), "");
		buffer->seek(0);
		CHECK_EQ(buffer->get_var().get_type(), Variant::NIL);
	}
}

TEST_CASE("[IO][StreamPeerBuffer] Values survive the way through the stream") {
	Ref<StreamPeerBuffer> buffer = new_buffer();
	const Variant value = Array{ 1, "x", Vector2(1, 2) };
	buffer->put_var(value);
	buffer->put_string("ascii");
	buffer->seek(0);
	CHECK(buffer->get_var() == value);
	CHECK_EQ(buffer->get_string(), "ascii");
	CHECK_EQ(buffer->get_available_bytes(), 0);
}

TEST_CASE("[IO][StreamPeerBuffer] A copy starts at its beginning and is separate") {
	Ref<StreamPeerBuffer> buffer = new_buffer();
	buffer->put_u8(1);
	Ref<StreamPeerBuffer> copy = buffer->duplicate();
	CHECK_EQ(copy->get_position(), 0);
	copy->put_u8(9);
	CHECK_EQ(buffer->get_data_array(), Vector<uint8_t>({ 1 }));
}
