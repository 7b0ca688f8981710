// What happens on the network: arrivals, packets, relaying, authentication, departures.
#include "core/os/os.h"
#include "core/string/utf8.h"
#include "modules/multiplayer/scene_multiplayer.h"

static uint64_t _now_usec() {
	return OS::get_singleton()->get_ticks_usec();
}

// ---- The connection ----

void SceneMultiplayer::update_status() {
	const MultiplayerPeer::ConnectionStatus before = last_status;
	last_status = peer.is_valid() ? peer->get_connection_status() : MultiplayerPeer::CONNECTION_DISCONNECTED;
	if (before == last_status || last_status != MultiplayerPeer::CONNECTION_DISCONNECTED || peer.is_null()) {
		return;
	}
	const Ref<MultiplayerPeer> lost = peer;
	if (before == MultiplayerPeer::CONNECTION_CONNECTED) {
		emit_signal(SNAME("server_disconnected"));
	} else {
		emit_signal(SNAME("connection_failed"));
	}
	if (peer == lost && peer->get_connection_status() == MultiplayerPeer::CONNECTION_DISCONNECTED) {
		clear(); // Handlers still see who was there.
	}
}

Error SceneMultiplayer::poll() {
	Ref<SceneMultiplayer> keep_alive; // A handler may let go of the last reference.
	keep_alive.reference_ptr(this);
	update_status();
	if (last_status == MultiplayerPeer::CONNECTION_DISCONNECTED) {
		return OK;
	}
	const Ref<MultiplayerPeer> polled = peer; // The same with another one.
	polled->poll();
	if (peer != polled) {
		return OK;
	}
	update_status();
	if (last_status != MultiplayerPeer::CONNECTION_CONNECTED) {
		return OK;
	}
	// What comes while these are handled waits for the next poll.
	for (int left = polled->get_available_packet_count(); left > 0 && peer == polled && polled->get_available_packet_count() > 0; left--) {
		const int sender = polled->get_packet_peer();
		Incoming packet;
		packet.channel = polled->get_packet_channel();
		packet.mode = polled->get_packet_mode();
		Vector<uint8_t> bytes; // Ours, for handlers may read packets themselves.
		const Error error = polled->get_packet_buffer(bytes);
		ERR_FAIL_COND_V_MSG(error != OK, error, "The multiplayer peer announced a packet and did not give it.");
		packet.bytes = bytes.span();
		process_incoming(sender, packet);
	}
	if (peer != polled) {
		return OK;
	}
	drop_late_authentications();
	drop_offenders();
	if (peer == polled && is_connected_to_peers()) {
		const uint64_t now = _now_usec();
		const double delta = last_process_usec == 0 ? 0.0 : double(now - last_process_usec) / 1e6;
		last_process_usec = now;
		replication.on_network_process(delta);
	}
	return OK;
}

// ---- Arrivals and departures ----

void SceneMultiplayer::peer_arrived(int p_id) {
	if (auth_callback.is_valid()) {
		registry.add_pending(p_id, _now_usec());
		emit_signal(SNAME("peer_authenticating"), p_id);
		return;
	}
	admit(p_id);
}

void SceneMultiplayer::peer_left(int p_id) {
	if (registry.remove_pending(p_id)) {
		emit_signal(SNAME("peer_authentication_failed"), p_id);
		return;
	}
	if (expel(p_id)) {
		emit_signal(SNAME("peer_disconnected"), p_id);
	}
}

void SceneMultiplayer::admit(int p_id) {
	if (registry.has(p_id)) {
		return;
	}
	const int own_id = get_unique_id();
	if (server_relay && own_id == MultiplayerPeer::TARGET_PEER_SERVER && peer.is_valid() && peer->is_server_relay_supported()) {
		const LocalVector<int> others = registry.get_ids();
		for (int other : others) {
			send_sys(SysPacket::SYS_ADD_PEER, p_id, other);
			send_sys(SysPacket::SYS_ADD_PEER, other, p_id);
		}
	}
	registry.add(p_id);
	replication.on_peer_added(p_id);
	if (p_id == MultiplayerPeer::TARGET_PEER_SERVER) {
		emit_signal(SNAME("connected_to_server"));
	}
	emit_signal(SNAME("peer_connected"), p_id);
}

bool SceneMultiplayer::forget(int p_id) {
	const MultiplayerPeerState *state = registry.get(p_id);
	if (!state) {
		return false;
	}
	path_cache.on_peer_removed(p_id, state->slot);
	registry.remove(p_id);
	replication.on_peer_removed(p_id);
	return true;
}

// Lets go of an admitted peer and tells the other clients. False: there was none.
bool SceneMultiplayer::expel(int p_id) {
	if (!forget(p_id)) {
		return false;
	}
	if (server_relay && peer.is_valid() && peer->get_unique_id() == MultiplayerPeer::TARGET_PEER_SERVER && peer->is_server_relay_supported()) {
		const LocalVector<int> others = registry.get_ids();
		for (int other : others) {
			send_sys(SysPacket::SYS_DEL_PEER, p_id, other);
		}
	}
	return true;
}

void SceneMultiplayer::drop_late_authentications() {
	if (auth_timeout <= 0.0 || registry.get_pending_list().is_empty()) {
		return;
	}
	const uint64_t now = _now_usec();
	LocalVector<int> late;
	for (const PeerRegistry::Pending &entry : registry.get_pending_list()) {
		if (double(now - entry.since_usec) / 1e6 >= auth_timeout) {
			late.push_back(entry.id);
		}
	}
	for (int id : late) {
		if (peer.is_null() || !registry.remove_pending(id)) {
			continue;
		}
		peer->disconnect_peer(id);
		emit_signal(SNAME("peer_authentication_failed"), id);
	}
}

void SceneMultiplayer::drop_offenders() {
	const LocalVector<int> leaving = std::move(offenders);
	offenders = LocalVector<int>();
	for (int id : leaving) {
		if (is_connected_to_peers() && registry.has(id)) {
			WARN_PRINT(vformat("Multiplayer: peer %d is disconnected: refusal_limit (%d) is reached.", id, refusal_limit));
			peer->disconnect_peer(id); // It is told of as any that goes.
		}
	}
}

// ---- Out ----

// To peers that are connected to this one.
Error SceneMultiplayer::put(Span<uint8_t> p_packet, Span<int> p_peers, int p_channel, MultiplayerPeer::TransferMode p_mode) {
	for (int id : p_peers) {
		if (MultiplayerPeerState *state = registry.get(id)) {
			state->packets_out++;
			state->bytes_out += p_packet.size();
		}
	}
	const Ref<MultiplayerPeer> network = peer; // Scripts may implement it, and take it away while it sends.
	if (network.is_null()) {
		return ERR_UNCONFIGURED;
	}
	network->set_transfer_channel(p_channel);
	network->set_transfer_mode(p_mode);
	return network->put_packet_to(p_peers, p_packet);
}

// Whether packets to other clients go through the server.
bool SceneMultiplayer::relays() const {
	return server_relay && peer->is_server_relay_supported() && peer->get_unique_id() != MultiplayerPeer::TARGET_PEER_SERVER;
}

Error SceneMultiplayer::send_command(Span<uint8_t> p_packet, int p_peer, int p_channel, MultiplayerPeer::TransferMode p_mode) {
	if (!is_connected_to_peers()) {
		return ERR_UNCONFIGURED;
	}
	if (p_peer > 0 && !registry.has(p_peer)) {
		return ERR_BUG;
	}
	if (p_peer != MultiplayerPeer::TARGET_PEER_SERVER && relays()) {
		SysPacket sys;
		sys.command = SysPacket::SYS_RELAY;
		sys.peer = p_peer;
		sys.payload = p_packet;
		Vector<uint8_t> wrapped;
		sys.encode(wrapped);
		const int server = MultiplayerPeer::TARGET_PEER_SERVER;
		return put(wrapped.span(), Span<int>(&server, 1), p_channel, p_mode);
	}
	if (p_peer > 0) {
		return put(p_packet, Span<int>(&p_peer, 1), p_channel, p_mode);
	}
	LocalVector<int> receivers;
	for (int id : registry.get_ids()) {
		if (id != -p_peer) {
			receivers.push_back(id);
		}
	}
	return put(p_packet, receivers.span(), p_channel, p_mode);
}

void SceneMultiplayer::send_to(Span<uint8_t> p_packet, Span<int> p_peers, int p_channel, MultiplayerPeer::TransferMode p_mode) {
	if (p_peers.is_empty() || !is_connected_to_peers()) {
		return;
	}
	if (relays()) {
		for (int id : p_peers) {
			send_command(p_packet, id, p_channel, p_mode);
		}
		return;
	}
	put(p_packet, p_peers, p_channel, p_mode);
}

void SceneMultiplayer::send_sys(SysPacket::Command p_command, int32_t p_subject, int p_to) {
	SysPacket sys;
	sys.command = p_command;
	sys.peer = p_subject;
	Vector<uint8_t> packet;
	sys.encode(packet);
	put(packet.span(), Span<int>(&p_to, 1), 0, MultiplayerPeer::TRANSFER_MODE_RELIABLE);
}

void SceneMultiplayer::count_calls_out(Span<int> p_peers) {
	for (int id : p_peers) {
		if (MultiplayerPeerState *state = registry.get(id)) {
			state->calls_out++;
		}
	}
}

// ---- In ----

void SceneMultiplayer::process_incoming(int p_from, const Incoming &p_packet) {
	if (registry.get_pending(p_from)) {
		process_auth(p_from, p_packet.bytes);
		return;
	}
	MultiplayerPeerState *state = registry.get(p_from);
	if (!state) {
		refuse(p_from, REFUSED_STRANGER, 0, [] { return String("it has not been admitted"); });
		return;
	}
	state->packets_in++;
	state->bytes_in += p_packet.bytes.size();
	process_command(p_from, p_packet);
}

void SceneMultiplayer::process_command(int p_from, const Incoming &p_packet) {
	if (root_path.is_empty()) {
		refuse(p_from, REFUSED_NODE, 2, [] { return String("this MultiplayerAPI has no root_path; give it to a tree with SceneTree.set_multiplayer()"); });
		return;
	}
	if (p_packet.bytes.is_empty()) {
		refuse(p_from, REFUSED_MALFORMED, 3, [] { return String("a packet is empty"); });
		return;
	}
	const uint8_t command = p_packet.bytes[0] & COMMAND_MASK;
	switch (command) {
		case COMMAND_RPC:
			dispatcher.process_packet(p_from, p_packet.bytes);
			break;
		case COMMAND_SIMPLIFY_PATH:
			path_cache.process_simplify_path(p_from, p_packet.bytes);
			break;
		case COMMAND_CONFIRM_PATH:
			path_cache.process_confirm_path(p_from, p_packet.bytes);
			break;
		case COMMAND_RAW: {
			if (p_packet.bytes.size() < 2) {
				refuse(p_from, REFUSED_MALFORMED, 4, [] { return String("a raw packet is empty"); });
				break;
			}
			PackedByteArray bytes;
			bytes.resize(int64_t(p_packet.bytes.size()) - 1);
			memcpy(bytes.ptrw(), p_packet.bytes.ptr() + 1, size_t(bytes.size()));
			emit_signal(SNAME("peer_packet"), p_from, bytes);
		} break;
		case COMMAND_SYS:
			process_sys(p_from, p_packet);
			break;
		default: {
			const Error error = replication.process_packet(p_from, command, p_packet.bytes);
			if (error != OK) {
				refuse(p_from, REFUSED_REPLICATION, command, [&] { return vformat("a packet of replication (command %d) is refused: %s", command, error_names[error]); });
			}
		}
	}
}

// Before it is admitted, a peer can send its data and that it is through.
void SceneMultiplayer::process_auth(int p_from, Span<uint8_t> p_bytes) {
	SysPacket sys;
	if (!sys.decode(p_bytes) || sys.command != SysPacket::SYS_AUTH) {
		refuse(p_from, REFUSED_STRANGER, 1, [] { return String("it has not been admitted yet"); });
		return;
	}
	if (!sys.payload.is_empty()) {
		PackedByteArray data;
		data.resize(int64_t(sys.payload.size()));
		memcpy(data.ptrw(), sys.payload.ptr(), size_t(data.size()));
		auth_callback.call(p_from, data);
		return;
	}
	PeerRegistry::Pending *pending = registry.get_pending(p_from);
	pending->remote_done = true;
	if (pending->local_done) {
		registry.remove_pending(p_from);
		admit(p_from);
	}
}

void SceneMultiplayer::process_sys(int p_from, const Incoming &p_packet) {
	SysPacket sys;
	if (!sys.decode(p_packet.bytes)) {
		refuse(p_from, REFUSED_MALFORMED, 5, [] { return String("a system message is malformed"); });
		return;
	}
	if (sys.command == SysPacket::SYS_AUTH) {
		// That the other side is through may come late; data may not.
		if (!sys.payload.is_empty()) {
			refuse(p_from, REFUSED_COMMAND, 0, [] { return String("it sends data for an authentication that is over"); });
		}
		return;
	}
	const int own_id = get_unique_id();
	const bool am_server = own_id == MultiplayerPeer::TARGET_PEER_SERVER;
	const bool relay_works = server_relay && peer->is_server_relay_supported();
	if (!relay_works || (!am_server && p_from != MultiplayerPeer::TARGET_PEER_SERVER) || (am_server && sys.command != SysPacket::SYS_RELAY)) {
		refuse(p_from, REFUSED_RELAY, 0, [] { return String("it sends a system message that only the server may send, or server_relay is off"); });
		return;
	}
	if (sys.command == SysPacket::SYS_RELAY) {
		relay(p_from, sys, p_packet);
		return;
	}
	if (sys.peer <= MultiplayerPeer::TARGET_PEER_SERVER || sys.peer == own_id) {
		refuse(p_from, REFUSED_RELAY, 1, [&] { return vformat("it tells of peer %d, which is no other client", sys.peer); });
	} else if (sys.command == SysPacket::SYS_ADD_PEER) {
		admit(sys.peer);
	} else if (forget(sys.peer)) {
		emit_signal(SNAME("peer_disconnected"), int(sys.peer));
	}
}

void SceneMultiplayer::relay(int p_from, const SysPacket &p_sys, const Incoming &p_packet) {
	if ((p_sys.payload[0] & COMMAND_MASK) == COMMAND_SYS) {
		refuse(p_from, REFUSED_RELAY, 2, [] { return String("system messages are not relayed"); });
		return;
	}
	Incoming inner = p_packet;
	inner.bytes = p_sys.payload;
	if (get_unique_id() != MultiplayerPeer::TARGET_PEER_SERVER) {
		if (p_sys.peer == MultiplayerPeer::TARGET_PEER_SERVER || !registry.has(p_sys.peer)) {
			refuse(p_from, REFUSED_RELAY, 3, [&] { return vformat("it relays a packet of peer %d, which is no other client here", p_sys.peer); });
			return;
		}
		process_command(p_sys.peer, inner);
		return;
	}
	const int target = p_sys.peer;
	LocalVector<int> receivers;
	for (int id : registry.get_ids()) {
		if (target > 0 ? id == target : (id != p_from && id != -target)) {
			receivers.push_back(id);
		}
	}
	SysPacket sys = p_sys;
	sys.peer = p_from;
	Vector<uint8_t> packet;
	sys.encode(packet);
	send_to(packet.span(), receivers.span(), p_packet.channel, p_packet.mode);
	if (target <= 0 && target != -MultiplayerPeer::TARGET_PEER_SERVER) {
		process_command(p_from, inner);
	}
}

// ---- Limits and refusals ----

bool SceneMultiplayer::take_call_rate(int p_from, const StringName &p_method) {
	const double limit = p_method.is_empty() ? rpc_rate_limit : (method_rate_limits.is_empty() ? 0.0 : get_method_rate_limit(p_method));
	MultiplayerPeerState *state = limit > 0.0 ? registry.get(p_from) : nullptr;
	if (!state) {
		return true;
	}
	if (p_method.is_empty()) {
		return state->rate.take(limit, _now_usec());
	}
	RateBucket *bucket = state->method_rates.getptr(p_method);
	if (!bucket) {
		bucket = &state->method_rates.insert(p_method, RateBucket())->value;
	}
	return bucket->take(limit, _now_usec());
}

uint32_t SceneMultiplayer::count_refusal(int p_from, MultiplayerRefusal p_cause, uint64_t p_key) {
	if (MultiplayerPeerState *state = registry.get(p_from)) {
		state->refused++;
		if (refusal_limit > 0 && state->refused == uint64_t(refusal_limit)) {
			offenders.push_back(p_from);
		}
	}
	const uint64_t key = p_key * REFUSAL_MAX + p_cause;
	uint32_t *count = notices.getptr(key);
	if (!count) {
		if (notices.size() >= MAX_NOTICES) {
			return 0;
		}
		count = &notices.insert(key, 0)->value;
	}
	if (*count == UINT32_MAX) {
		return 0;
	}
	uint32_t power = ++*count;
	while (power % 10 == 0) {
		power /= 10;
	}
	return power == 1 ? *count : 0;
}

void SceneMultiplayer::tell_refusal(int p_from, const String &p_what, uint32_t p_count) {
	const String so_far = p_count > 1 ? vformat(" (%d times so far)", p_count) : String();
	WARN_PRINT(vformat("Multiplayer: refused from peer %d: %s%s.", p_from, p_what, so_far));
}

String SceneMultiplayer::quote_bytes(Span<uint8_t> p_bytes) {
	constexpr uint64_t LONGEST = 200;
	const Span<uint8_t> shown = p_bytes.subspan(0, LONGEST);
	const String text = String::utf8(reinterpret_cast<const char *>(shown.ptr()), int64_t(shown.size())).c_escape();
	return shown.size() < p_bytes.size() ? text + "..." : text;
}
