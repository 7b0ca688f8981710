// The server core and the native client backend against each other over loopback sockets.
#pragma once

#include "modules/websocket/tests/ws_test_net.h"
#include "modules/websocket/tests/ws_test_wire.h"
#include "modules/websocket/transport/ws_linger.h"
#include "tests/test_macros.h"

namespace TestWSServer {

using namespace WSTest;
using Strings = std::vector<std::string>;

TEST_CASE("[WebSocket][Server] Messages of every size come back as they went") {
	RecordingServer server;
	server.echoing = true;
	server.core.settings.inbound_buffer_size = 0;
	server.core.settings.outbound_buffer_size = 0;
	CHECK(server.listen());
	Client client;
	client.settings.inbound_buffer_size = 0;
	client.settings.outbound_buffer_size = 0;
	CHECK(client.connect(server));
	for (size_t size : { 0, 1, 125, 126, 65535, 65536, 1048576 }) {
		std::string payload(size, 'x');
		for (size_t i = 0; i < size; i++) {
			payload[i] = char(i * 31 + (i >> 10));
		}
		CHECK(client.send(payload) != WSSendResult::REFUSED);
		CHECK((client.receive(server) == payload));
	}
	CHECK(server.events == Strings{ "opened" });
}

TEST_CASE("[WebSocket][Server] A close from the client is told and answered with its code") {
	RecordingServer server;
	CHECK(server.listen());
	Client client;
	CHECK(client.connect(server));
	client.send("last");
	client.peer.close(4001, String("my reason").utf8());
	CHECK(client.peer.get_state() == WSPeerBackend::CLOSING);
	CHECK(client.wait_for(server, WSPeerBackend::CLOSED));
	CHECK(client.peer.get_close_code() == 4001);
	CHECK(client.peer.get_close_reason() == "my reason");
	CHECK(server.events == Strings{ "opened", "messages 1", "close requested 4001", "closed" });
	CHECK(server.core.get_clients().is_empty());
}

TEST_CASE("[WebSocket][Server] A close from the server reaches the client, and messages before it can still be read") {
	RecordingServer server;
	CHECK(server.listen());
	Client client;
	CHECK(client.connect(server));
	server.last->send(WSMessageType::TEXT, span("goodbye"));
	server.core.close_client(server.last, 3000, span("done"), now());
	CHECK(client.wait_for(server, WSPeerBackend::CLOSED));
	CHECK(client.peer.get_close_code() == 3000);
	CHECK(client.peer.get_error() == WSError::NONE);
	CHECK(client.peer.get_queued_count() == 1);
	CHECK(client.receive(server) == "goodbye");
	CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.events == Strings{ "opened", "closed" }; }));
}

TEST_CASE("[WebSocket][Server] stop() sends close frames") {
	RecordingServer server;
	CHECK(server.listen());
	Client client;
	CHECK(client.connect(server));
	server.core.stop();
	CHECK(client.wait_for(server, WSPeerBackend::CLOSED));
	CHECK(client.peer.get_close_code() == WS_CLOSE_GOING_AWAY);
}

TEST_CASE("[WebSocket][Server] What a peer accepted arrives although its script lets go of it, and so does a close frame") {
	RecordingServer server;
	server.core.settings.inbound_buffer_size = 0;
	static size_t received;
	received = 0;
	server.on_message = [](RecordingServer &p_server, WSServerClient *p_client) {
		while (p_client->get_queued_count() > 0) {
			received += size_t(p_client->take_packet().data.size());
		}
	};
	CHECK(server.listen());
	const std::string block(1 << 20, 'x');
	const uint32_t lingering = WSLinger::get_count();
	{
		Client client;
		client.settings.outbound_buffer_size = 0;
		CHECK(client.connect(server));
		for (int i = 0; i < 8; i++) {
			CHECK(client.send(block) != WSSendResult::REFUSED);
		}
	}
	CHECK(WSLinger::get_count() == lingering + 1);
	CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.events.back() == "closed" && WSLinger::get_count() == 0; }));
	CHECK(received == 8 * block.size());
	CHECK(server.events[server.events.size() - 2] == "close requested 1001");
}

TEST_CASE("[WebSocket][Server] stop() delivers what was accepted before its close frames") {
	Client client;
	client.settings.inbound_buffer_size = 0;
	const std::string block(1 << 20, 'x');
	{
		RecordingServer server;
		server.core.settings.outbound_buffer_size = 0;
		CHECK(server.listen());
		CHECK(client.connect(server));
		for (int i = 0; i < 8; i++) {
			CHECK(server.last->send(WSMessageType::BINARY, span(block)) != WSSendResult::REFUSED);
		}
		server.core.stop();
	}
	int received = 0;
	CHECK(wait_until(
			[&]() {
				client.peer.poll();
				while (client.peer.get_queued_count() > 0) {
					received += client.peer.take_packet().data.size() == int64_t(block.size());
				}
			},
			[&]() { return client.peer.get_state() == WSPeerBackend::CLOSED && WSLinger::get_count() == 0; }));
	CHECK(received == 8);
	CHECK(client.peer.get_close_code() == WS_CLOSE_GOING_AWAY);
}

TEST_CASE("[WebSocket][Server] A connection that just ends is no clean close on either side") {
	RecordingServer server;
	CHECK(server.listen());
	{
		Client client;
		CHECK(client.connect(server));
		client.peer.abort();
	}
	CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.events.size() == 2; }));
	CHECK(server.events == Strings{ "opened", "lost" });
	Client client;
	CHECK(client.connect(server));
	server.core.drop_client(server.last);
	CHECK(client.wait_for(server, WSPeerBackend::CLOSED));
	CHECK(client.peer.get_close_code() == WS_CLOSE_UNCLEAN);
	CHECK(client.peer.get_error() == WSError::CONNECTION_LOST);
}

TEST_CASE("[WebSocket][Server] A message over the limit ends with 1009 and a reason on both sides") {
	RecordingServer server;
	server.core.settings.inbound_buffer_size = 100;
	CHECK(server.listen());
	Client client;
	CHECK(client.connect(server));
	client.send(std::string(50000, 'x'));
	CHECK(client.wait_for(server, WSPeerBackend::CLOSED));
	CHECK(client.peer.get_close_code() == WS_CLOSE_MESSAGE_TOO_BIG);
	CHECK_FALSE(client.peer.get_close_reason().is_empty());
	CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.events.size() == 2; }));
	CHECK(server.events == Strings{ "opened", "lost" });
}

TEST_CASE("[WebSocket][Server] A full queue stops the reading and loses nothing") {
	RecordingServer server;
	server.core.settings.max_queued_packets = 4;
	CHECK(server.listen());
	Client client;
	client.settings.outbound_buffer_size = 0;
	CHECK(client.connect(server));
	constexpr int COUNT = 3000;
	for (int i = 0; i < COUNT; i++) {
		client.send(std::to_string(i));
	}
	int received = 0;
	bool in_order = true;
	CHECK(wait_until(
			[&]() {
				client.step(server);
				CHECK(server.last->get_queued_count() <= 4);
				while (server.last->get_queued_count() > 0) {
					in_order = in_order && text_of(server.last->take_packet().data.span()) == std::to_string(received++);
				}
			},
			[&]() { return received == COUNT; }));
	CHECK(in_order);
}

TEST_CASE("[WebSocket][Server] Frames stay whole and in order when the network takes them in pieces") {
	RecordingServer server;
	server.echoing = true;
	server.core.settings.inbound_buffer_size = 0;
	server.core.settings.outbound_buffer_size = 0;
	CHECK(server.listen());
	RawClient raw;
	CHECK(raw.connect(server));
	constexpr int COUNT = 1500;
	std::string output = "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
	for (int i = 0; i < COUNT; i++) {
		output += frame(0x82, std::to_string(i) + std::string(i % 3 == 0 ? 20000 : 5000, 'x')) + frame(0x89, std::to_string(i));
	}
	SessionProbe probe(WSRole::CLIENT);
	std::string head;
	size_t sent_bytes = 0;
	bool blocked = false;
	CHECK(wait_until(
			[&]() {
				int size = 0;
				if (sent_bytes < output.size()) {
					raw.socket.send(reinterpret_cast<const uint8_t *>(output.data()) + sent_bytes, int(MIN(output.size() - sent_bytes, size_t(100000))), size);
					sent_bytes += size_t(size);
				}
				server.poll();
				blocked = blocked || (server.last && server.last->has_waiting_output()) || sent_bytes == output.size();
				uint8_t bytes[65536];
				while (blocked && raw.socket.recv(bytes, int(sizeof(bytes)), size) == OK) {
					std::string piece(reinterpret_cast<const char *>(bytes), size_t(size));
					if (head.find("\r\n\r\n") == std::string::npos) {
						head += piece;
						const size_t end = head.find("\r\n\r\n");
						piece = end == std::string::npos ? std::string() : head.substr(end + 4);
					}
					probe.feed(piece);
				}
			},
			[&]() { return probe.messages.size() == size_t(COUNT) && !probe.pongs.empty() && probe.pongs.back() == std::to_string(COUNT - 1); }));
	CHECK(probe.session.get_state() == WSSession::OPEN);
	bool in_order = true;
	for (size_t i = 0; i < probe.messages.size(); i++) {
		in_order = in_order && probe.messages[i].compare(7, std::to_string(i).size() + 1, std::to_string(i) + "x") == 0;
	}
	for (size_t i = 1; i < probe.pongs.size(); i++) { // Of those that waited for room, the last one is enough.
		in_order = in_order && std::stoi(probe.pongs[i - 1]) < std::stoi(probe.pongs[i]);
	}
	CHECK(in_order);
}

TEST_CASE("[WebSocket][Server] Output beyond the limit is refused, not dropped later") {
	RecordingServer server;
	server.core.settings.outbound_buffer_size = 1000;
	CHECK(server.listen());
	Client client;
	CHECK(client.connect(server));
	CHECK(server.last->send(WSMessageType::BINARY, span(std::string(1001, 'x'))) == WSSendResult::REFUSED);
	CHECK(server.last->send(WSMessageType::BINARY, span(std::string(1000, 'y'))) != WSSendResult::REFUSED);
	CHECK(client.receive(server) == std::string(1000, 'y'));
}

TEST_CASE("[WebSocket][Server] Handlers may close the client, drop it or stop the server") {
	for (int what = 0; what < 3; what++) {
		RecordingServer server;
		static int action;
		action = what;
		server.on_message = [](RecordingServer &p_server, WSServerClient *p_client) {
			if (action == 0) {
				p_server.core.close_client(p_client, 4000, Span<uint8_t>(), now());
			} else if (action == 1) {
				p_server.core.drop_client(p_client);
			} else {
				p_server.core.stop();
			}
		};
		CHECK(server.listen());
		Client client;
		CHECK(client.connect(server));
		client.send("do it");
		CHECK(client.wait_for(server, WSPeerBackend::CLOSED));
		const int codes[3] = { 4000, WS_CLOSE_UNCLEAN, WS_CLOSE_GOING_AWAY };
		CHECK(client.peer.get_close_code() == codes[what]);
		CHECK(server.core.is_listening() == (what != 2));
	}
}

TEST_CASE("[WebSocket][Server] A refused handshake is a real HTTP answer that the client can tell") {
	RecordingServer server;
	server.refuse_with = 403;
	CHECK(server.listen());
	Client client;
	CHECK_FALSE(client.connect(server));
	CHECK(client.peer.get_error() == WSError::HTTP_STATUS);
	CHECK(client.peer.get_error_text().contains("403"));
	RawClient raw;
	CHECK(raw.connect(server));
	raw.send("GET /x\r\nA: b\r\nC: d\r\nE: f\r\n\r\n");
	CHECK(raw.read_all(server).find("HTTP/1.1 400 Bad Request\r\n") == 0);
	CHECK(server.events.empty());
}

TEST_CASE("[WebSocket][Server] Sub-protocols must be agreed on by both sides") {
	RecordingServer server;
	server.core.settings.supported_protocols = { "two", "three" };
	CHECK(server.listen());
	Client both;
	both.settings.supported_protocols = { "one", "two" };
	CHECK(both.connect(server));
	CHECK(both.peer.get_protocol() == "two");
	CHECK(server.last->get_protocol() == "two");
	Client none;
	CHECK_FALSE(none.connect(server));
	Client other;
	other.settings.supported_protocols = { "four" };
	CHECK_FALSE(other.connect(server));
}

TEST_CASE("[WebSocket][Server] A handshake that does not end is answered with 408") {
	RecordingServer server;
	server.core.settings.handshake_timeout = 60;
	CHECK(server.listen());
	RawClient raw;
	CHECK(raw.connect(server));
	raw.send("GET / HTTP/1.1\r\nHost: x\r\n");
	CHECK(raw.read_all(server).find("HTTP/1.1 408 ") == 0);
}

TEST_CASE("[WebSocket][Server] A hundred clients are served by one poll loop, each its own messages") {
	RecordingServer server;
	server.echoing = true;
	CHECK(server.listen());
	Client clients[100];
	for (Client &client : clients) {
		CHECK(client.connect(server));
	}
	CHECK(server.core.get_clients().size() == 100);
	for (int i = 0; i < 100; i++) {
		clients[i].send("hello " + std::to_string(i));
	}
	for (int i = 0; i < 100; i++) {
		CHECK(clients[i].receive(server) == "hello " + std::to_string(i));
	}
}

TEST_CASE("[WebSocket][Connector] A name is resolved in the background, and the next address is tried when the first refuses") {
	RecordingServer server; // On 127.0.0.1 only, while localhost may be ::1 first.
	CHECK(server.listen());
	Client client;
	String error;
	CHECK(client.peer.connect_to_url("ws://localhost:" + itos(server.core.get_local_port()) + "/", Ref<TLSOptions>(), error) == OK);
	CHECK(client.peer.get_state() == WSPeerBackend::CONNECTING);
	CHECK(client.wait_for(server, WSPeerBackend::OPEN));
	CHECK(client.peer.connect_to_url("ws://no-such-host.invalid/", Ref<TLSOptions>(), error) == OK);
	CHECK(client.wait_for(server, WSPeerBackend::CLOSED));
	CHECK(client.peer.get_error() == WSError::RESOLVE);
}

TEST_CASE("[WebSocket][Connector] A server that never answers the handshake is given up in time") {
	NetSocket mute;
	IPAddress address;
	uint16_t port = 0;
	CHECK(mute.open(NetSocket::TYPE_TCP, NetSocket::FAMILY_IPV4) == OK);
	CHECK(mute.bind(IPAddress("127.0.0.1"), 0) == OK);
	CHECK(mute.listen() == OK);
	CHECK(mute.get_local_address(address, port) == OK);
	RecordingServer server;
	Client client;
	client.settings.handshake_timeout = 80;
	String error;
	CHECK(client.peer.connect_to_url("ws://127.0.0.1:" + itos(port), Ref<TLSOptions>(), error) == OK);
	CHECK(client.wait_for(server, WSPeerBackend::CLOSED));
	CHECK(client.peer.get_error() == WSError::TIMEOUT);
}

TEST_CASE("[WebSocket][Connector] What cannot be reached says why") {
	RecordingServer server;
	CHECK(server.listen());
	const String url = server.get_url();
	server.core.stop();
	Client refused;
	String error;
	CHECK(refused.peer.connect_to_url(url, Ref<TLSOptions>(), error) == OK);
	CHECK(refused.wait_for(server, WSPeerBackend::CLOSED));
	CHECK(refused.peer.get_error() == WSError::CONNECT);
	CHECK(refused.peer.connect_to_url("http://127.0.0.1", Ref<TLSOptions>(), error) == ERR_INVALID_PARAMETER);
	CHECK_FALSE(error.is_empty());
}

} // namespace TestWSServer
