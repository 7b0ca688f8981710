// PacketPeer: whole packets in and out, raw or as Variants.
#pragma once

#include "core/object/ref_counted.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"
#include "core/variant/variant.h"

class PacketPeer : public RefCounted {
	GDCLASS(PacketPeer, RefCounted);

public:
	static constexpr int DEFAULT_ENCODE_BUFFER_MAX_SIZE = 8 * 1024 * 1024;

	virtual int get_available_packet_count() const = 0;
	// The view is the peer's and valid until its next call.
	virtual Error get_packet(const uint8_t **r_buffer, int &r_buffer_size) = 0;
	virtual Error put_packet(const uint8_t *p_buffer, int p_buffer_size) = 0;
	virtual int get_max_packet_size() const = 0;

	virtual Error get_packet_buffer(Vector<uint8_t> &r_buffer);
	virtual Error put_packet_buffer(const Vector<uint8_t> &p_buffer);
	virtual Error get_var(Variant &r_variant, bool p_allow_objects = false);
	virtual Error put_var(const Variant &p_packet, bool p_full_objects = false);

	void set_encode_buffer_max_size(int p_max_size);
	int get_encode_buffer_max_size() const { return encode_buffer_max_size; }

protected:
	static void _bind_methods();

private:
	Error _put_packet(const Vector<uint8_t> &p_buffer);
	Vector<uint8_t> _get_packet();
	Error _get_packet_error() const { return last_get_error; }
	Variant _bnd_get_var(bool p_allow_objects = false);

	mutable Error last_get_error = OK;
	int encode_buffer_max_size = DEFAULT_ENCODE_BUFFER_MAX_SIZE;
};
