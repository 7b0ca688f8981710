// Every question goes to the script.
#include "core/scene/main/multiplayer_peer_extension.h"

void MultiplayerPeerExtension::require(bool p_overridden, const char *p_method) const {
	if (!p_overridden) {
		ERR_PRINT(vformat("A script that extends MultiplayerPeerExtension must override %s().", p_method));
	}
}

// Calls a method that scripts must override.
#define CALL_REQUIRED(m_name, ...) require(GDVIRTUAL_CALL(m_name, __VA_ARGS__) || GDVIRTUAL_IS_OVERRIDDEN(m_name), #m_name)
#define CALL_REQUIRED_0(m_name) require(GDVIRTUAL_CALL(m_name) || GDVIRTUAL_IS_OVERRIDDEN(m_name), #m_name)

int MultiplayerPeerExtension::get_available_packet_count() const {
	int count = 0;
	CALL_REQUIRED(_get_available_packet_count, count);
	return count;
}

Error MultiplayerPeerExtension::get_packet_buffer(Vector<uint8_t> &r_buffer) {
	PackedByteArray taken;
	if (!GDVIRTUAL_CALL(_get_packet_script, taken)) {
		require(GDVIRTUAL_IS_OVERRIDDEN(_get_packet_script), "_get_packet_script");
		return FAILED;
	}
	r_buffer = taken;
	return OK;
}

Error MultiplayerPeerExtension::get_packet(const uint8_t **r_buffer, int &r_buffer_size) {
	const Error error = get_packet_buffer(packet);
	*r_buffer = packet.ptr();
	r_buffer_size = error == OK ? int(packet.size()) : 0;
	return error;
}

Error MultiplayerPeerExtension::put_packet_buffer(const Vector<uint8_t> &p_buffer) {
	Error error = FAILED;
	CALL_REQUIRED(_put_packet_script, p_buffer, error);
	return error;
}

Error MultiplayerPeerExtension::put_packet(const uint8_t *p_buffer, int p_buffer_size) {
	PackedByteArray bytes;
	bytes.resize(p_buffer_size);
	if (p_buffer_size > 0) {
		memcpy(bytes.ptrw(), p_buffer, size_t(p_buffer_size));
	}
	return put_packet_buffer(bytes);
}

int MultiplayerPeerExtension::get_max_packet_size() const {
	int size = 0;
	CALL_REQUIRED(_get_max_packet_size, size);
	return size;
}

void MultiplayerPeerExtension::set_transfer_channel(int p_channel) {
	CALL_REQUIRED(_set_transfer_channel, p_channel);
}

int MultiplayerPeerExtension::get_transfer_channel() const {
	int channel = 0;
	CALL_REQUIRED(_get_transfer_channel, channel);
	return channel;
}

void MultiplayerPeerExtension::set_transfer_mode(TransferMode p_mode) {
	CALL_REQUIRED(_set_transfer_mode, p_mode);
}

MultiplayerPeer::TransferMode MultiplayerPeerExtension::get_transfer_mode() const {
	TransferMode mode = TRANSFER_MODE_UNRELIABLE;
	CALL_REQUIRED(_get_transfer_mode, mode);
	return mode;
}

void MultiplayerPeerExtension::set_target_peer(int p_peer_id) {
	CALL_REQUIRED(_set_target_peer, p_peer_id);
}

int MultiplayerPeerExtension::get_packet_peer() const {
	int id = 0;
	CALL_REQUIRED(_get_packet_peer, id);
	return id;
}

MultiplayerPeer::TransferMode MultiplayerPeerExtension::get_packet_mode() const {
	TransferMode mode = TRANSFER_MODE_UNRELIABLE;
	CALL_REQUIRED(_get_packet_mode, mode);
	return mode;
}

int MultiplayerPeerExtension::get_packet_channel() const {
	int channel = 0;
	CALL_REQUIRED(_get_packet_channel, channel);
	return channel;
}

bool MultiplayerPeerExtension::is_server() const {
	bool result = false;
	CALL_REQUIRED(_is_server, result);
	return result;
}

bool MultiplayerPeerExtension::is_server_relay_supported() const {
	bool result = false;
	GDVIRTUAL_CALL(_is_server_relay_supported, result);
	return result;
}

void MultiplayerPeerExtension::poll() {
	CALL_REQUIRED_0(_poll);
}

void MultiplayerPeerExtension::close() {
	CALL_REQUIRED_0(_close);
}

void MultiplayerPeerExtension::disconnect_peer(int p_peer, bool p_force) {
	CALL_REQUIRED(_disconnect_peer, p_peer, p_force);
}

int MultiplayerPeerExtension::get_unique_id() const {
	int id = 0;
	CALL_REQUIRED(_get_unique_id, id);
	return id;
}

MultiplayerPeer::ConnectionStatus MultiplayerPeerExtension::get_connection_status() const {
	ConnectionStatus status = CONNECTION_DISCONNECTED;
	CALL_REQUIRED(_get_connection_status, status);
	return status;
}

void MultiplayerPeerExtension::set_refuse_new_connections(bool p_enable) {
	if (!GDVIRTUAL_CALL(_set_refuse_new_connections, p_enable)) {
		MultiplayerPeer::set_refuse_new_connections(p_enable);
	}
}

bool MultiplayerPeerExtension::is_refusing_new_connections() const {
	bool refusing = MultiplayerPeer::is_refusing_new_connections();
	GDVIRTUAL_CALL(_is_refusing_new_connections, refusing);
	return refusing;
}

void MultiplayerPeerExtension::_bind_methods() {
	GDVIRTUAL_BIND(_get_available_packet_count);
	GDVIRTUAL_BIND(_get_max_packet_size);
	GDVIRTUAL_BIND(_get_packet_script);
	GDVIRTUAL_BIND(_put_packet_script, "p_buffer");
	GDVIRTUAL_BIND(_get_packet_channel);
	GDVIRTUAL_BIND(_get_packet_mode);
	GDVIRTUAL_BIND(_set_transfer_channel, "p_channel");
	GDVIRTUAL_BIND(_get_transfer_channel);
	GDVIRTUAL_BIND(_set_transfer_mode, "p_mode");
	GDVIRTUAL_BIND(_get_transfer_mode);
	GDVIRTUAL_BIND(_set_target_peer, "p_peer");
	GDVIRTUAL_BIND(_get_packet_peer);
	GDVIRTUAL_BIND(_is_server);
	GDVIRTUAL_BIND(_poll);
	GDVIRTUAL_BIND(_close);
	GDVIRTUAL_BIND(_disconnect_peer, "p_peer", "p_force");
	GDVIRTUAL_BIND(_get_unique_id);
	GDVIRTUAL_BIND(_set_refuse_new_connections, "p_enable");
	GDVIRTUAL_BIND(_is_refusing_new_connections);
	GDVIRTUAL_BIND(_is_server_relay_supported);
	GDVIRTUAL_BIND(_get_connection_status);
}
