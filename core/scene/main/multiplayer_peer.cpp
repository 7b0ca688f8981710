// The parts of MultiplayerPeer that are the same for every network.
#include "core/scene/main/multiplayer_peer.h"

#include "core/os/os.h"

void MultiplayerPeer::set_transfer_channel(int p_channel) {
	ERR_FAIL_COND_MSG(p_channel < 0, "A transfer channel is a number from 0 on.");
	transfer_channel = p_channel;
}

void MultiplayerPeer::set_transfer_mode(TransferMode p_mode) {
	ERR_FAIL_INDEX(int(p_mode), int(TRANSFER_MODE_RELIABLE) + 1);
	transfer_mode = p_mode;
}

Error MultiplayerPeer::put_packet_to(Span<int> p_peers, Span<uint8_t> p_packet) {
	Error result = OK;
	for (int id : p_peers) {
		set_target_peer(id);
		const Error error = put_packet(p_packet.ptr(), int(p_packet.size()));
		result = error != OK ? error : result;
	}
	return result;
}

uint32_t MultiplayerPeer::generate_unique_id() const {
	uint32_t id = 0;
	while (id < 2) {
		ERR_FAIL_COND_V(OS::get_singleton()->get_entropy(reinterpret_cast<uint8_t *>(&id), int(sizeof(id))) != OK, 2);
		id &= 0x7FFFFFFF; // Ids travel as signed numbers; negative ones mean "all but".
	}
	return id;
}

void MultiplayerPeer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_transfer_channel", "channel"), &MultiplayerPeer::set_transfer_channel);
	ClassDB::bind_method(D_METHOD("get_transfer_channel"), &MultiplayerPeer::get_transfer_channel);
	ClassDB::bind_method(D_METHOD("set_transfer_mode", "mode"), &MultiplayerPeer::set_transfer_mode);
	ClassDB::bind_method(D_METHOD("get_transfer_mode"), &MultiplayerPeer::get_transfer_mode);
	ClassDB::bind_method(D_METHOD("set_target_peer", "id"), &MultiplayerPeer::set_target_peer);
	ClassDB::bind_method(D_METHOD("get_packet_peer"), &MultiplayerPeer::get_packet_peer);
	ClassDB::bind_method(D_METHOD("get_packet_channel"), &MultiplayerPeer::get_packet_channel);
	ClassDB::bind_method(D_METHOD("get_packet_mode"), &MultiplayerPeer::get_packet_mode);
	ClassDB::bind_method(D_METHOD("poll"), &MultiplayerPeer::poll);
	ClassDB::bind_method(D_METHOD("close"), &MultiplayerPeer::close);
	ClassDB::bind_method(D_METHOD("disconnect_peer", "peer", "force"), &MultiplayerPeer::disconnect_peer, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_connection_status"), &MultiplayerPeer::get_connection_status);
	ClassDB::bind_method(D_METHOD("get_unique_id"), &MultiplayerPeer::get_unique_id);
	ClassDB::bind_method(D_METHOD("generate_unique_id"), &MultiplayerPeer::generate_unique_id);
	ClassDB::bind_method(D_METHOD("set_refuse_new_connections", "enable"), &MultiplayerPeer::set_refuse_new_connections);
	ClassDB::bind_method(D_METHOD("is_refusing_new_connections"), &MultiplayerPeer::is_refusing_new_connections);
	ClassDB::bind_method(D_METHOD("is_server_relay_supported"), &MultiplayerPeer::is_server_relay_supported);

	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "refuse_new_connections"), "set_refuse_new_connections", "is_refusing_new_connections");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "transfer_mode", PROPERTY_HINT_ENUM, "Unreliable,Unreliable Ordered,Reliable"), "set_transfer_mode", "get_transfer_mode");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "transfer_channel", PROPERTY_HINT_RANGE, "0,255,1"), "set_transfer_channel", "get_transfer_channel");

	ADD_SIGNAL(MethodInfo("peer_connected", PropertyInfo(Variant::INT, "id")));
	ADD_SIGNAL(MethodInfo("peer_disconnected", PropertyInfo(Variant::INT, "id")));

	BIND_CONSTANT(TARGET_PEER_BROADCAST);
	BIND_CONSTANT(TARGET_PEER_SERVER);

	BIND_ENUM_CONSTANT(CONNECTION_DISCONNECTED);
	BIND_ENUM_CONSTANT(CONNECTION_CONNECTING);
	BIND_ENUM_CONSTANT(CONNECTION_CONNECTED);

	BIND_ENUM_CONSTANT(TRANSFER_MODE_UNRELIABLE);
	BIND_ENUM_CONSTANT(TRANSFER_MODE_UNRELIABLE_ORDERED);
	BIND_ENUM_CONSTANT(TRANSFER_MODE_RELIABLE);
}
