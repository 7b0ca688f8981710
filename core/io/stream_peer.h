// StreamPeer: typed reading and writing over any stream of bytes. Streams implement the four data functions.
#pragma once

#include "core/io/byte_chunk.h"
#include "core/object/ref_counted.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"
#include "core/variant/array.h"
#include "core/variant/variant.h"

class StreamPeer : public RefCounted {
	GDCLASS(StreamPeer, RefCounted);

public:
	static constexpr int MAX_STRING_BYTES = 256 * 1024 * 1024; // A longer length prefix is refused before anything is allocated.

	// Everything or an error; waits for a peer that is slow to take it.
	virtual Error put_data(const uint8_t *p_data, int p_bytes) = 0;
	// As much as fits at once; OK with r_sent == 0 when nothing does.
	virtual Error put_partial_data(const uint8_t *p_data, int p_bytes, int &r_sent) = 0;
	// Scattered form of put_partial_data: stops at the first piece that does not fit whole.
	virtual Error put_partial_chunks(const ByteChunk *p_chunks, int p_count, int64_t &r_sent);
	// Exactly p_bytes or an error; waits for them where the stream can still deliver.
	virtual Error get_data(uint8_t *p_into, int p_bytes) = 0;
	// The same, also telling how many bytes came before the error.
	virtual Error get_data_counted(uint8_t *p_into, int p_bytes, int &r_received);
	// What is there, up to p_bytes; OK with r_received == 0 when nothing is. Never allocates.
	virtual Error get_partial_data(uint8_t *p_into, int p_bytes, int &r_received) = 0;
	virtual int get_available_bytes() const = 0;

	void set_big_endian(bool p_enable) { big_endian = p_enable; }
	bool is_big_endian_enabled() const { return big_endian; }

	void put_8(int8_t p_value);
	void put_u8(uint8_t p_value);
	void put_16(int16_t p_value);
	void put_u16(uint16_t p_value);
	void put_32(int32_t p_value);
	void put_u32(uint32_t p_value);
	void put_64(int64_t p_value);
	void put_u64(uint64_t p_value);
	void put_half(float p_value);
	void put_float(float p_value);
	void put_double(double p_value);
	void put_string(const String &p_value); // 32-bit length and one byte a character; what is not ASCII becomes a space.
	void put_utf8_string(const String &p_value); // 32-bit length in bytes and UTF-8.
	void put_var(const Variant &p_value, bool p_full_objects = false); // 32-bit length and encode_variant's bytes.

	// A read past the end reports and gives 0 for what is missing.
	int8_t get_8();
	uint8_t get_u8();
	int16_t get_16();
	uint16_t get_u16();
	int32_t get_32();
	uint32_t get_u32();
	int64_t get_64();
	uint64_t get_u64();
	float get_half();
	float get_float();
	double get_double();
	String get_string(int p_bytes = -1); // -1: the length stands in front.
	String get_utf8_string(int p_bytes = -1);
	Variant get_var(bool p_allow_objects = false);

protected:
	static void _bind_methods();

	bool big_endian = false;

private:
	template <typename T>
	void _put_number(T p_value);
	template <typename T>
	T _get_number();
	Vector<uint8_t> _get_counted_bytes(int p_bytes);

	Error _put_data(const Vector<uint8_t> &p_data);
	Array _put_partial_data(const Vector<uint8_t> &p_data);
	Array _get_data(int p_bytes);
	Array _get_partial_data(int p_bytes);
};
