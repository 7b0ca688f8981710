// StreamPeer: typed access over the four data functions.
#include "core/io/stream_peer.h"

#include "core/io/marshalls.h"
#include "core/object/class_db.h"

static constexpr int READ_CHUNK = 64 * 1024; // A length from outside is believed only as far as bytes arrive.

Error StreamPeer::put_partial_chunks(const ByteChunk *p_chunks, int p_count, int64_t &r_sent) {
	r_sent = 0;
	for (int i = 0; i < p_count; i++) {
		int64_t done = 0;
		while (done < p_chunks[i].size) {
			int sent = 0;
			const Error error = put_partial_data(p_chunks[i].data + done, int(MIN(p_chunks[i].size - done, int64_t(INT32_MAX))), sent);
			done += sent;
			r_sent += sent;
			if (error != OK) {
				return error;
			}
			if (sent == 0) {
				return OK;
			}
		}
	}
	return OK;
}

Error StreamPeer::get_data_counted(uint8_t *p_into, int p_bytes, int &r_received) {
	const Error error = get_data(p_into, p_bytes);
	r_received = error == OK ? p_bytes : 0;
	return error;
}

template <typename T>
void StreamPeer::_put_number(T p_value) {
	uint8_t bytes[sizeof(T)];
	for (size_t i = 0; i < sizeof(T); i++) {
		bytes[big_endian ? sizeof(T) - 1 - i : i] = uint8_t(p_value >> (8 * i));
	}
	put_data(bytes, sizeof(T));
}

template <typename T>
T StreamPeer::_get_number() {
	uint8_t bytes[sizeof(T)] = {};
	get_data(bytes, sizeof(T));
	T value = 0;
	for (size_t i = 0; i < sizeof(T); i++) {
		value = T(value | T(T(bytes[big_endian ? sizeof(T) - 1 - i : i]) << (8 * i)));
	}
	return value;
}

void StreamPeer::put_8(int8_t p_value) {
	put_u8(uint8_t(p_value));
}

void StreamPeer::put_u8(uint8_t p_value) {
	put_data(&p_value, 1);
}

void StreamPeer::put_16(int16_t p_value) {
	_put_number(uint16_t(p_value));
}

void StreamPeer::put_u16(uint16_t p_value) {
	_put_number(p_value);
}

void StreamPeer::put_32(int32_t p_value) {
	_put_number(uint32_t(p_value));
}

void StreamPeer::put_u32(uint32_t p_value) {
	_put_number(p_value);
}

void StreamPeer::put_64(int64_t p_value) {
	_put_number(uint64_t(p_value));
}

void StreamPeer::put_u64(uint64_t p_value) {
	_put_number(p_value);
}

void StreamPeer::put_half(float p_value) {
	uint8_t bytes[2];
	encode_half(p_value, bytes);
	_put_number(decode_uint16(bytes));
}

void StreamPeer::put_float(float p_value) {
	uint8_t bytes[4];
	encode_float(p_value, bytes);
	_put_number(decode_uint32(bytes));
}

void StreamPeer::put_double(double p_value) {
	uint8_t bytes[8];
	encode_double(p_value, bytes);
	_put_number(decode_uint64(bytes));
}

void StreamPeer::put_string(const String &p_value) {
	const CharString bytes = p_value.ascii();
	put_u32(uint32_t(bytes.length()));
	put_data(reinterpret_cast<const uint8_t *>(bytes.get_data()), int(bytes.length()));
}

void StreamPeer::put_utf8_string(const String &p_value) {
	const CharString bytes = p_value.utf8();
	put_u32(uint32_t(bytes.length()));
	put_data(reinterpret_cast<const uint8_t *>(bytes.get_data()), int(bytes.length()));
}

void StreamPeer::put_var(const Variant &p_value, bool p_full_objects) {
	Vector<uint8_t> bytes;
	const Error error = encode_variant(p_value, bytes, p_full_objects);
	ERR_FAIL_COND_MSG(error != OK, "This value cannot be encoded: it is nested too deeply. Nothing was written.");
	put_32(int32_t(bytes.size()));
	put_data(bytes.ptr(), int(bytes.size()));
}

int8_t StreamPeer::get_8() {
	return int8_t(get_u8());
}

uint8_t StreamPeer::get_u8() {
	uint8_t value = 0;
	get_data(&value, 1);
	return value;
}

int16_t StreamPeer::get_16() {
	return int16_t(get_u16());
}

uint16_t StreamPeer::get_u16() {
	return _get_number<uint16_t>();
}

int32_t StreamPeer::get_32() {
	return int32_t(get_u32());
}

uint32_t StreamPeer::get_u32() {
	return _get_number<uint32_t>();
}

int64_t StreamPeer::get_64() {
	return int64_t(get_u64());
}

uint64_t StreamPeer::get_u64() {
	return _get_number<uint64_t>();
}

float StreamPeer::get_half() {
	uint8_t bytes[2];
	encode_uint16(get_u16(), bytes);
	return decode_half(bytes);
}

float StreamPeer::get_float() {
	uint8_t bytes[4];
	encode_uint32(get_u32(), bytes);
	return decode_float(bytes);
}

double StreamPeer::get_double() {
	uint8_t bytes[8];
	encode_uint64(get_u64(), bytes);
	return decode_double(bytes);
}

// Empty after an error. p_bytes may come from the other side of the stream.
Vector<uint8_t> StreamPeer::_get_counted_bytes(int p_bytes) {
	Vector<uint8_t> bytes;
	for (int have = 0; have < p_bytes;) {
		const int wanted = MIN(p_bytes - have, MAX(have, READ_CHUNK));
		if (bytes.resize_uninitialized(have + wanted) != OK || get_data(bytes.ptrw() + have, wanted) != OK) {
			return Vector<uint8_t>();
		}
		have += wanted;
	}
	return bytes;
}

String StreamPeer::get_string(int p_bytes) {
	const int length = p_bytes < 0 ? get_32() : p_bytes;
	ERR_FAIL_COND_V_MSG(length < 0 || length > MAX_STRING_BYTES, String(), "The length in front of the string is not believable; the stream is not where a string begins.");
	const Vector<uint8_t> bytes = _get_counted_bytes(length);
	return String::latin1(Span<char>(reinterpret_cast<const char *>(bytes.ptr()), uint64_t(bytes.size())));
}

String StreamPeer::get_utf8_string(int p_bytes) {
	const int length = p_bytes < 0 ? get_32() : p_bytes;
	ERR_FAIL_COND_V_MSG(length < 0 || length > MAX_STRING_BYTES, String(), "The length in front of the string is not believable; the stream is not where a string begins.");
	const Vector<uint8_t> bytes = _get_counted_bytes(length);
	return String::utf8(reinterpret_cast<const char *>(bytes.ptr()), bytes.size());
}

Variant StreamPeer::get_var(bool p_allow_objects) {
	const int length = get_32();
	ERR_FAIL_COND_V_MSG(length < 0 || length > MAX_STRING_BYTES, Variant(), "The length in front of the value is not believable; the stream is not where a value begins.");
	const Vector<uint8_t> bytes = _get_counted_bytes(length);
	Variant value;
	if (bytes.is_empty()) {
		return value;
	}
	const Error error = decode_variant(value, bytes.span(), nullptr, p_allow_objects);
	ERR_FAIL_COND_V_MSG(error != OK, Variant(), "The bytes that were received are no encoded value (or hold an object while objects are not allowed).");
	return value;
}

Error StreamPeer::_put_data(const Vector<uint8_t> &p_data) {
	if (p_data.is_empty()) {
		return OK;
	}
	return put_data(p_data.ptr(), int(p_data.size()));
}

Array StreamPeer::_put_partial_data(const Vector<uint8_t> &p_data) {
	int sent = 0;
	const Error error = p_data.is_empty() ? OK : put_partial_data(p_data.ptr(), int(p_data.size()), sent);
	return Array{ error, error == OK ? sent : 0 };
}

Array StreamPeer::_get_data(int p_bytes) {
	Vector<uint8_t> bytes;
	if (p_bytes < 0 || bytes.resize_uninitialized(p_bytes) != OK) {
		return Array{ ERR_OUT_OF_MEMORY, Vector<uint8_t>() };
	}
	int received = 0;
	const Error error = p_bytes == 0 ? OK : get_data_counted(bytes.ptrw(), p_bytes, received);
	bytes.resize(received);
	return Array{ error, bytes };
}

Array StreamPeer::_get_partial_data(int p_bytes) {
	Vector<uint8_t> bytes;
	if (p_bytes < 0 || bytes.resize_uninitialized(p_bytes) != OK) {
		return Array{ ERR_OUT_OF_MEMORY, Vector<uint8_t>() };
	}
	int received = 0;
	const Error error = p_bytes == 0 ? OK : get_partial_data(bytes.ptrw(), p_bytes, received);
	bytes.resize(error == OK ? received : 0);
	return Array{ error, bytes };
}

void StreamPeer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("put_data", "data"), &StreamPeer::_put_data);
	ClassDB::bind_method(D_METHOD("put_partial_data", "data"), &StreamPeer::_put_partial_data);
	ClassDB::bind_method(D_METHOD("get_data", "bytes"), &StreamPeer::_get_data);
	ClassDB::bind_method(D_METHOD("get_partial_data", "bytes"), &StreamPeer::_get_partial_data);
	ClassDB::bind_method(D_METHOD("get_available_bytes"), &StreamPeer::get_available_bytes);
	ClassDB::bind_method(D_METHOD("set_big_endian", "enable"), &StreamPeer::set_big_endian);
	ClassDB::bind_method(D_METHOD("is_big_endian_enabled"), &StreamPeer::is_big_endian_enabled);

	ClassDB::bind_method(D_METHOD("put_8", "value"), &StreamPeer::put_8);
	ClassDB::bind_method(D_METHOD("put_u8", "value"), &StreamPeer::put_u8);
	ClassDB::bind_method(D_METHOD("put_16", "value"), &StreamPeer::put_16);
	ClassDB::bind_method(D_METHOD("put_u16", "value"), &StreamPeer::put_u16);
	ClassDB::bind_method(D_METHOD("put_32", "value"), &StreamPeer::put_32);
	ClassDB::bind_method(D_METHOD("put_u32", "value"), &StreamPeer::put_u32);
	ClassDB::bind_method(D_METHOD("put_64", "value"), &StreamPeer::put_64);
	ClassDB::bind_method(D_METHOD("put_u64", "value"), &StreamPeer::put_u64);
	ClassDB::bind_method(D_METHOD("put_half", "value"), &StreamPeer::put_half);
	ClassDB::bind_method(D_METHOD("put_float", "value"), &StreamPeer::put_float);
	ClassDB::bind_method(D_METHOD("put_double", "value"), &StreamPeer::put_double);
	ClassDB::bind_method(D_METHOD("put_string", "value"), &StreamPeer::put_string);
	ClassDB::bind_method(D_METHOD("put_utf8_string", "value"), &StreamPeer::put_utf8_string);
	ClassDB::bind_method(D_METHOD("put_var", "value", "full_objects"), &StreamPeer::put_var, DEFVAL(false));

	ClassDB::bind_method(D_METHOD("get_8"), &StreamPeer::get_8);
	ClassDB::bind_method(D_METHOD("get_u8"), &StreamPeer::get_u8);
	ClassDB::bind_method(D_METHOD("get_16"), &StreamPeer::get_16);
	ClassDB::bind_method(D_METHOD("get_u16"), &StreamPeer::get_u16);
	ClassDB::bind_method(D_METHOD("get_32"), &StreamPeer::get_32);
	ClassDB::bind_method(D_METHOD("get_u32"), &StreamPeer::get_u32);
	ClassDB::bind_method(D_METHOD("get_64"), &StreamPeer::get_64);
	ClassDB::bind_method(D_METHOD("get_u64"), &StreamPeer::get_u64);
	ClassDB::bind_method(D_METHOD("get_half"), &StreamPeer::get_half);
	ClassDB::bind_method(D_METHOD("get_float"), &StreamPeer::get_float);
	ClassDB::bind_method(D_METHOD("get_double"), &StreamPeer::get_double);
	ClassDB::bind_method(D_METHOD("get_string", "bytes"), &StreamPeer::get_string, DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("get_utf8_string", "bytes"), &StreamPeer::get_utf8_string, DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("get_var", "allow_objects"), &StreamPeer::get_var, DEFVAL(false));

	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "big_endian"), "set_big_endian", "is_big_endian_enabled");
}
