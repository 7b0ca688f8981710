// PacketPeer: Variants as packets, and what scripts see.
#include "core/io/packet_peer.h"

#include "core/io/marshalls.h"
#include "core/object/class_db.h"

Error PacketPeer::get_packet_buffer(Vector<uint8_t> &r_buffer) {
	const uint8_t *bytes = nullptr;
	int size = 0;
	const Error error = get_packet(&bytes, size);
	r_buffer.clear();
	if (error != OK || size == 0) {
		return error;
	}
	return r_buffer.append_span(Span<uint8_t>(bytes, uint64_t(size)));
}

Error PacketPeer::put_packet_buffer(const Vector<uint8_t> &p_buffer) {
	if (p_buffer.is_empty()) {
		return OK;
	}
	return put_packet(p_buffer.ptr(), int(p_buffer.size()));
}

Error PacketPeer::get_var(Variant &r_variant, bool p_allow_objects) {
	const uint8_t *bytes = nullptr;
	int size = 0;
	const Error error = get_packet(&bytes, size);
	if (error != OK) {
		return error;
	}
	return decode_variant(r_variant, bytes, size, nullptr, p_allow_objects);
}

Error PacketPeer::put_var(const Variant &p_packet, bool p_full_objects) {
	Vector<uint8_t> bytes;
	const Error error = encode_variant(p_packet, bytes, p_full_objects);
	ERR_FAIL_COND_V_MSG(error != OK, error, "This value cannot be sent: it is nested too deeply.");
	if (bytes.is_empty()) {
		return OK;
	}
	ERR_FAIL_COND_V_MSG(bytes.size() > encode_buffer_max_size, ERR_OUT_OF_MEMORY, "The encoded value has " + itos(bytes.size()) + " bytes, more than encode_buffer_max_size (" + itos(encode_buffer_max_size) + "): raise that, or send less.");
	return put_packet(bytes.ptr(), int(bytes.size()));
}

void PacketPeer::set_encode_buffer_max_size(int p_max_size) {
	static constexpr int SMALLEST = 1024;
	static constexpr int LARGEST = 256 * 1024 * 1024;
	ERR_FAIL_COND_MSG(p_max_size < SMALLEST || p_max_size > LARGEST, "The size must lie between 1024 bytes and 256 MiB.");
	encode_buffer_max_size = int(next_power_of_2(uint64_t(p_max_size)));
}

Error PacketPeer::_put_packet(const Vector<uint8_t> &p_buffer) {
	return put_packet_buffer(p_buffer);
}

Vector<uint8_t> PacketPeer::_get_packet() {
	Vector<uint8_t> bytes;
	last_get_error = get_packet_buffer(bytes);
	return bytes;
}

Variant PacketPeer::_bnd_get_var(bool p_allow_objects) {
	Variant value;
	return get_var(value, p_allow_objects) == OK ? value : Variant(); // get_packet_error() is of get_packet() alone.
}

void PacketPeer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_var", "allow_objects"), &PacketPeer::_bnd_get_var, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("put_var", "var", "full_objects"), &PacketPeer::put_var, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_packet"), &PacketPeer::_get_packet);
	ClassDB::bind_method(D_METHOD("put_packet", "buffer"), &PacketPeer::_put_packet);
	ClassDB::bind_method(D_METHOD("get_packet_error"), &PacketPeer::_get_packet_error);
	ClassDB::bind_method(D_METHOD("get_available_packet_count"), &PacketPeer::get_available_packet_count);
	ClassDB::bind_method(D_METHOD("get_encode_buffer_max_size"), &PacketPeer::get_encode_buffer_max_size);
	ClassDB::bind_method(D_METHOD("set_encode_buffer_max_size", "max_size"), &PacketPeer::set_encode_buffer_max_size);

	ADD_PROPERTY(PropertyInfo(Variant::INT, "encode_buffer_max_size"), "set_encode_buffer_max_size", "get_encode_buffer_max_size");
}
