// Real sockets on the loopback interface for tests: a server core that records, and waiting with a bound instead of sleeping.
#pragma once

#include "core/io/socket_poller.h"
#include "core/os/os.h"
#include "modules/websocket/server/ws_server_core.h"
#include "modules/websocket/wsl_peer.h"

#include <string>
#include <vector>

namespace WSTest {

inline int64_t now() {
	return int64_t(OS::get_singleton()->get_ticks_msec());
}

// Calls p_step until p_done, for some seconds at most (sanitizers and busy machines are slow). False: it never came.
template <typename Step, typename Done>
bool wait_until(Step p_step, Done p_done) {
	const int64_t give_up = now() + 20000;
	while (!p_done()) {
		if (now() > give_up) {
			return false;
		}
		p_step();
		OS::get_singleton()->delay_usec(100);
	}
	return true;
}

// Notes what happens as words; messages stay in the clients' queues unless `echoing`.
class RecordingServer : public WSServerHandler {
public:
	WSServerCore core;
	std::vector<std::string> events;
	WSServerClient *last = nullptr; // The client that opened last, while it is there.
	bool echoing = false;
	int refuse_with = 0; // Or WSVerdict::LATER.
	int32_t requested = 0; // The id of the client that requested() last told of.
	void (*on_message)(RecordingServer &p_server, WSServerClient *p_client) = nullptr;

	RecordingServer() :
			core(this) {}

	bool listen() { return core.listen(0, "127.0.0.1", Ref<TLSOptions>()) == OK; }
	String get_url() const { return "ws://127.0.0.1:" + itos(core.get_local_port()) + "/"; }
	void poll() { core.poll(now()); }

	void client_opened(WSServerClient *p_client) override {
		last = p_client;
		events.push_back("opened");
	}
	void client_messages(WSServerClient *p_client, int p_count) override {
		events.push_back("messages " + std::to_string(p_count));
		if (on_message) {
			on_message(*this, p_client);
		}
	}
	void client_close_requested(WSServerClient *p_client) override { events.push_back("close requested " + std::to_string(p_client->get_close_code())); }
	void client_closed(WSServerClient *p_client) override {
		last = nullptr;
		events.push_back(p_client->was_clean() ? "closed" : "lost");
	}
	bool take_message(WSServerClient *p_client, WSMessageType p_type, Span<uint8_t> p_data) override {
		if (echoing) {
			p_client->send(p_type, p_data);
		}
		return echoing;
	}
	WSVerdict judge_client(WSServerClient *) override { return { refuse_with, "This server does not take the connection." }; }
	void client_requested(WSServerClient *p_client) override {
		events.push_back("requested");
		requested = p_client->get_id();
	}
};

// A client through the native backend, polled together with a server.
class Client {
public:
	WSConnectionSettings settings;
	WSLPeer peer;

	Client() :
			peer(&settings) {}

	bool connect(RecordingServer &p_server) {
		String error;
		return peer.connect_to_url(p_server.get_url(), Ref<TLSOptions>(), error) == OK &&
				wait_until([&]() { step(p_server); }, [&]() { return peer.get_state() != WSPeerBackend::CONNECTING; }) &&
				peer.get_state() == WSPeerBackend::OPEN;
	}
	void step(RecordingServer &p_server) {
		peer.poll();
		p_server.poll();
	}
	WSSendResult send(const std::string &p_text) {
		return peer.send(WSMessageType::BINARY, Span<uint8_t>(reinterpret_cast<const uint8_t *>(p_text.data()), p_text.size()));
	}
	std::string receive(RecordingServer &p_server) {
		if (!wait_until([&]() { step(p_server); }, [&]() { return peer.get_queued_count() > 0; })) {
			return "(nothing)";
		}
		const WSPacketQueue::Packet packet = peer.take_packet();
		return std::string(reinterpret_cast<const char *>(packet.data.ptr()), size_t(packet.data.size()));
	}
	bool wait_for(RecordingServer &p_server, WSPeerBackend::State p_state) {
		return wait_until([&]() { step(p_server); }, [&]() { return peer.get_state() == p_state; });
	}
};

// A bare TCP connection to the server, for what no WebSocket would send.
class RawClient {
public:
	NetSocket socket;

	bool connect(RecordingServer &p_server) {
		if (socket.open(NetSocket::TYPE_TCP, NetSocket::FAMILY_IPV4) != OK) {
			return false;
		}
		socket.connect_to_address(IPAddress("127.0.0.1"), uint16_t(p_server.core.get_local_port()));
		return wait_until([&]() { p_server.poll(); }, [&]() { return socket.finish_connect() == OK; });
	}
	void send(const std::string &p_bytes) {
		int sent = 0;
		socket.send(reinterpret_cast<const uint8_t *>(p_bytes.data()), int(p_bytes.size()), sent);
	}
	// Everything until the server ends the connection.
	std::string read_all(RecordingServer &p_server) {
		std::string text;
		bool ended = false;
		wait_until(
				[&]() {
					p_server.poll();
					uint8_t bytes[4096];
					int size = 0;
					const Error result = socket.recv(bytes, int(sizeof(bytes)), size);
					text.append(reinterpret_cast<const char *>(bytes), size_t(size));
					ended = result != OK && result != ERR_BUSY;
				},
				[&]() { return ended; });
		return ended ? text : text + "(still open)";
	}
};

} // namespace WSTest
