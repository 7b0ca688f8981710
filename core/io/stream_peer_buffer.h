// StreamPeerBuffer: a StreamPeer over a byte array in memory, with a cursor.
#pragma once

#include "core/io/stream_peer.h"

class StreamPeerBuffer : public StreamPeer {
	GDCLASS(StreamPeerBuffer, StreamPeer);

public:
	Error put_data(const uint8_t *p_data, int p_bytes) override;
	Error put_partial_data(const uint8_t *p_data, int p_bytes, int &r_sent) override;
	Error get_data(uint8_t *p_into, int p_bytes) override; // ERR_INVALID_PARAMETER past the end, having taken what there was.
	Error get_data_counted(uint8_t *p_into, int p_bytes, int &r_received) override;
	Error get_partial_data(uint8_t *p_into, int p_bytes, int &r_received) override;
	int get_available_bytes() const override;

	void seek(int p_position);
	int get_size() const;
	int get_position() const { return position; }
	void resize(int p_size);
	void set_data_array(const Vector<uint8_t> &p_data);
	Vector<uint8_t> get_data_array() const { return data; }
	void clear();
	Ref<StreamPeerBuffer> duplicate() const;

protected:
	static void _bind_methods();

private:
	Vector<uint8_t> data;
	int position = 0;
};
