// StreamPeerBuffer: a stream in memory.
#include "core/io/stream_peer_buffer.h"

#include "core/object/class_db.h"

#include <cstring>

Error StreamPeerBuffer::put_data(const uint8_t *p_data, int p_bytes) {
	if (p_bytes <= 0) {
		return OK;
	}
	const int64_t end = int64_t(position) + p_bytes;
	ERR_FAIL_COND_V_MSG(end > INT32_MAX, ERR_OUT_OF_MEMORY, "A StreamPeerBuffer holds at most 2 GiB.");
	if (end > data.size()) {
		const Error error = data.resize_uninitialized(end);
		if (error != OK) {
			return error;
		}
	}
	memcpy(data.ptrw() + position, p_data, size_t(p_bytes));
	position = int(end);
	return OK;
}

Error StreamPeerBuffer::put_partial_data(const uint8_t *p_data, int p_bytes, int &r_sent) {
	const Error error = put_data(p_data, p_bytes);
	r_sent = error == OK ? p_bytes : 0;
	return error;
}

Error StreamPeerBuffer::get_data(uint8_t *p_into, int p_bytes) {
	int received;
	return get_data_counted(p_into, p_bytes, received);
}

Error StreamPeerBuffer::get_data_counted(uint8_t *p_into, int p_bytes, int &r_received) {
	get_partial_data(p_into, p_bytes, r_received);
	return r_received == p_bytes ? OK : ERR_INVALID_PARAMETER;
}

Error StreamPeerBuffer::get_partial_data(uint8_t *p_into, int p_bytes, int &r_received) {
	r_received = CLAMP(p_bytes, 0, get_available_bytes());
	if (r_received > 0) {
		memcpy(p_into, data.ptr() + position, size_t(r_received));
		position += r_received;
	}
	return OK;
}

// A cursor that resize() left beyond the end finds nothing.
int StreamPeerBuffer::get_available_bytes() const {
	return MAX(get_size() - position, 0);
}

void StreamPeerBuffer::seek(int p_position) {
	ERR_FAIL_COND_MSG(p_position < 0 || p_position > data.size(), "The position must lie between 0 and the size of the buffer.");
	position = p_position;
}

int StreamPeerBuffer::get_size() const {
	return int(data.size());
}

void StreamPeerBuffer::resize(int p_size) {
	data.resize(p_size);
}

void StreamPeerBuffer::set_data_array(const Vector<uint8_t> &p_data) {
	data = p_data;
	position = 0;
}

void StreamPeerBuffer::clear() {
	data.clear();
	position = 0;
}

Ref<StreamPeerBuffer> StreamPeerBuffer::duplicate() const {
	Ref<StreamPeerBuffer> copy;
	copy.instantiate();
	copy->data = data;
	return copy;
}

void StreamPeerBuffer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("seek", "position"), &StreamPeerBuffer::seek);
	ClassDB::bind_method(D_METHOD("get_size"), &StreamPeerBuffer::get_size);
	ClassDB::bind_method(D_METHOD("get_position"), &StreamPeerBuffer::get_position);
	ClassDB::bind_method(D_METHOD("resize", "size"), &StreamPeerBuffer::resize);
	ClassDB::bind_method(D_METHOD("set_data_array", "data"), &StreamPeerBuffer::set_data_array);
	ClassDB::bind_method(D_METHOD("get_data_array"), &StreamPeerBuffer::get_data_array);
	ClassDB::bind_method(D_METHOD("clear"), &StreamPeerBuffer::clear);
	ClassDB::bind_method(D_METHOD("duplicate"), &StreamPeerBuffer::duplicate);

	ADD_PROPERTY(PropertyInfo(Variant::PACKED_BYTE_ARRAY, "data_array"), "set_data_array", "get_data_array");
}
