// One message to many: topics, frames that queues share, and how a server stops.
#pragma once

#include "modules/websocket/link/ws_broadcast.h"
#include "modules/websocket/link/ws_out_queue.h"
#include "modules/websocket/tests/ws_test_net.h"
#include "modules/websocket/tests/ws_test_wire.h"
#include "modules/websocket/transport/ws_linger.h"
#include "tests/test_macros.h"

#include <string>

namespace TestWSTopics {

using namespace WSTest;
using Strings = std::vector<std::string>;

inline std::string take_all(WSOutQueue &r_queue, int64_t p_step) {
	std::string wire;
	ByteChunk chunk;
	while (r_queue.get_chunks(&chunk, 1) > 0) {
		const int64_t size = MIN(chunk.size, p_step);
		wire.append(reinterpret_cast<const char *>(chunk.data), size_t(size));
		r_queue.consume(size);
	}
	return wire;
}

TEST_CASE("[WebSocket][OutQueue] Shared frames stand among others, whatever the network takes at a time") {
	const std::string large(3000, 'l');
	const std::string word = "small";
	for (int64_t step : { 1, 7, 1000, 5000 }) {
		WSBroadcast message(WSMessageType::BINARY, span(large));
		WSBroadcast small(WSMessageType::TEXT, span(word));
		WSOutQueue queue;
		queue.get_tail().append("before", 6);
		queue.append_shared(message.get_frame(0), 0);
		queue.append_shared(small.get_frame(0), 0);
		queue.append_shared(message.get_frame(0), 2000);
		queue.get_tail().append("after", 5);
		const std::string shared = frame(0x82, large, false);
		CHECK(queue.size() == int64_t(6 + 2 * shared.size() - 2000 + 7 + 5));
		CHECK(take_all(queue, step) == "before" + shared + frame(0x81, "small", false) + shared.substr(2000) + "after");
		CHECK(queue.is_empty());
		CHECK(queue.size() == 0);
	}
}

TEST_CASE("[WebSocket][OutQueue] A shared frame outlives its broadcast, and a control frame goes behind the one under way") {
	WSOutQueue queue;
	const std::string large(3000, 'l');
	{
		WSBroadcast message(WSMessageType::BINARY, span(large));
		queue.append_shared(message.get_frame(0), 0);
		queue.append_shared(message.get_frame(0), 0);
	}
	queue.consume(10);
	const std::string control = frame(0x8A, "pong", false);
	queue.put_control(span(control));
	queue.put_control(span(control)); // Takes the place of the first.
	const std::string shared = frame(0x82, large, false);
	CHECK(queue.size() == int64_t(2 * shared.size() - 10 + control.size()));
	CHECK(take_all(queue, 100) == shared.substr(10) + control + shared);
	WSBroadcast dropped(WSMessageType::BINARY, span(large));
	queue.append_shared(dropped.get_frame(0), 0);
	queue.clear();
	CHECK(queue.is_empty());
}

TEST_CASE("[WebSocket][Server] Clients of every kind of compression hear a broadcast alike, and ordinary messages before and after") {
	RecordingServer server;
	server.core.settings.compression = WSCompressionMode::DEDICATED;
	server.core.settings.outbound_buffer_size = 0;
	CHECK(server.listen());
	Client clients[4];
	clients[1].settings.compression = WSCompressionMode::SHARED;
	clients[2].settings.compression = WSCompressionMode::DEDICATED;
	clients[3].settings.compression = WSCompressionMode::SHARED;
	clients[3].settings.compression_window_bits = 9;
	for (Client &client : clients) {
		client.settings.inbound_buffer_size = 0;
		CHECK(client.connect(server));
	}
	CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.core.get_clients().size() == 4; }));
	std::string words;
	for (int i = 0; i < 4000; i++) {
		words += "word " + std::to_string(i % 100) + " ";
	}
	for (const std::string &payload : { words, std::string("tiny"), words.substr(0, 500), std::string() }) {
		WSBroadcast message(WSMessageType::BINARY, span(payload));
		for (WSServerClient *client : server.core.get_clients()) {
			CHECK(client->send(WSMessageType::BINARY, span("before " + words)) != WSSendResult::REFUSED);
		}
		int count = 0;
		CHECK(server.core.send_to_all(message, 0, count) != WSSendResult::REFUSED);
		CHECK(count == 4);
		for (WSServerClient *client : server.core.get_clients()) {
			CHECK(client->send(WSMessageType::BINARY, span("after")) != WSSendResult::REFUSED);
		}
		for (Client &client : clients) {
			CHECK((client.receive(server) == "before " + words));
			CHECK((client.receive(server) == payload));
			CHECK(client.receive(server) == "after");
		}
	}
}

TEST_CASE("[WebSocket][Server] A large broadcast to clients that read late is held once") {
	RecordingServer server;
	server.core.settings.outbound_buffer_size = 0;
	CHECK(server.listen());
	Client clients[3];
	for (Client &client : clients) {
		client.settings.inbound_buffer_size = 0;
		CHECK(client.connect(server));
	}
	CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.core.get_clients().size() == 3; }));
	std::string payload(8 << 20, 'p');
	for (size_t i = 0; i < payload.size(); i += 1000) {
		payload[i] = char(i >> 10);
	}
	{
		WSBroadcast message(WSMessageType::BINARY, span(payload));
		int count = 0;
		server.core.send_to_all(message, 0, count);
		CHECK(count == 3);
		ByteChunk chunks[3];
		int i = 0;
		for (WSServerClient *client : server.core.get_clients()) {
			REQUIRE(client->get_output_queue().get_chunks(&chunks[i++], 1) == 1); // The system's buffers are smaller.
		}
		const uint8_t *frame_bytes = message.get_frame(0)->bytes.ptr();
		for (const ByteChunk &chunk : chunks) {
			CHECK(chunk.data >= frame_bytes);
			CHECK(chunk.data + chunk.size == frame_bytes + message.get_frame(0)->bytes.size());
		}
	}
	for (Client &client : clients) {
		CHECK((client.receive(server) == payload));
	}
}

TEST_CASE("[WebSocket][Topics] Members hear what is published, until they leave the topic or the server") {
	RecordingServer server;
	CHECK(server.listen());
	Client clients[3];
	WSServerClient *served[3];
	for (int i = 0; i < 3; i++) {
		CHECK(clients[i].connect(server));
		CHECK(wait_until([&]() { server.poll(); }, [&]() { return int(server.core.get_clients().size()) == i + 1; }));
		served[i] = server.last;
	}
	WSTopics &topics = server.core.get_topics();
	CHECK(topics.subscribe(served[0], "a"));
	CHECK(topics.subscribe(served[1], "a"));
	CHECK(topics.subscribe(served[2], "a"));
	CHECK(topics.subscribe(served[1], "b"));
	CHECK_FALSE(topics.subscribe(served[1], "b"));
	CHECK(WSTopics::get_topics(served[1]) == Vector<String>({ "a", "b" }));
	CHECK(topics.unsubscribe(served[0], "a"));
	CHECK_FALSE(topics.unsubscribe(served[0], "a"));
	int count = 0;
	const std::string texts[2] = { "to a", "to b" };
	WSBroadcast to_a(WSMessageType::TEXT, span(texts[0]));
	WSBroadcast to_b(WSMessageType::TEXT, span(texts[1]));
	server.core.send_to_topic("a", to_a, served[1]->get_id(), count);
	CHECK(count == 1);
	server.core.send_to_topic("b", to_b, 0, count);
	server.core.send_to_topic("nobody", to_b, 0, count);
	CHECK(count == 2);
	CHECK(clients[2].receive(server) == "to a");
	CHECK(clients[1].receive(server) == "to b");
	clients[1].peer.abort();
	CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.core.get_clients().size() == 2; }));
	CHECK(topics.find("b") == nullptr);
	REQUIRE(topics.find("a") != nullptr);
	CHECK(topics.find("a")->members.size() == 1);
	server.core.stop();
	CHECK(topics.find("a") == nullptr);
}

TEST_CASE("[WebSocket][Topics] Any order of joining and leaving keeps both lists right") {
	RecordingServer server;
	CHECK(server.listen());
	Client clients[4];
	WSServerClient *served[4];
	for (int i = 0; i < 4; i++) {
		CHECK(clients[i].connect(server));
		CHECK(wait_until([&]() { server.poll(); }, [&]() { return int(server.core.get_clients().size()) == i + 1; }));
		served[i] = server.last;
	}
	WSTopics &topics = server.core.get_topics();
	bool joined[4][8] = {};
	uint32_t random = 12345;
	for (int step = 0; step < 4000; step++) {
		random = random * 1664525u + 1013904223u;
		const int client = int(random >> 24) % 4;
		const int topic = int(random >> 16) % 8;
		const String name = "topic " + itos(topic);
		if ((random >> 12) % 50 == 0) {
			topics.leave_all(served[client]);
			for (bool &one : joined[client]) {
				one = false;
			}
		} else if (joined[client][topic]) {
			CHECK(topics.unsubscribe(served[client], name));
			joined[client][topic] = false;
		} else {
			CHECK(topics.subscribe(served[client], name));
			joined[client][topic] = true;
		}
	}
	for (int topic = 0; topic < 8; topic++) {
		uint32_t members = 0;
		for (int client = 0; client < 4; client++) {
			members += joined[client][topic] ? 1 : 0;
		}
		const WSTopic *found = topics.find("topic " + itos(topic));
		CHECK((found ? found->members.size() : 0) == members);
	}
}

TEST_CASE("[WebSocket][Server] stop() has the code and the reason that were asked for") {
	RecordingServer server;
	CHECK(server.listen());
	Client client;
	CHECK(client.connect(server));
	server.core.stop(4100, span(std::string("maintenance")), -1);
	CHECK(client.wait_for(server, WSPeerBackend::CLOSED));
	CHECK(client.peer.get_close_code() == 4100);
	CHECK(client.peer.get_close_reason() == "maintenance");
}

TEST_CASE("[WebSocket][Server] stop() gives those who read nothing no more than its deadline") {
	RecordingServer server;
	server.core.settings.outbound_buffer_size = 0;
	server.core.settings.close_timeout = 600000;
	CHECK(server.listen());
	Client client;
	client.settings.inbound_buffer_size = 1000;
	CHECK(client.connect(server));
	server.last->send(WSMessageType::BINARY, span(std::string(16 << 20, 'x')));
	const uint32_t lingering = WSLinger::get_count();
	server.core.stop(1001, Span<uint8_t>(), 100);
	CHECK(WSLinger::get_count() == lingering + 1);
	CHECK(wait_until([&]() { WSLinger::tidy(now()); }, [&]() { return WSLinger::get_count() <= lingering; }));
}

} // namespace TestWSTopics
