// PacketPeerUDP and UDPServer over the loopback interface.
#pragma once

#include "core/config/engine.h"
#include "core/io/packet_peer_udp.h"
#include "core/io/udp_server.h"
#include "core/os/os.h"
#include "tests/test_macros.h"

namespace TestUDP {

inline Ref<PacketPeerUDP> make_bound() {
	Ref<PacketPeerUDP> peer;
	peer.instantiate();
	CHECK_EQ(peer->bind(0, "127.0.0.1"), OK);
	return peer;
}

inline bool arrives(const Ref<PacketPeerUDP> &p_peer, int p_count) {
	for (int i = 0; i < 5000 && p_peer->get_available_packet_count() < p_count; i++) {
		OS::get_singleton()->delay_usec(1000);
	}
	return p_peer->get_available_packet_count() >= p_count;
}

inline Error put(const Ref<PacketPeerUDP> &p_peer, const String &p_text) {
	const CharString bytes = p_text.utf8();
	return p_peer->put_packet(reinterpret_cast<const uint8_t *>(bytes.get_data()), int(bytes.length()));
}

inline String get(const Ref<PacketPeerUDP> &p_peer) {
	const uint8_t *bytes = nullptr;
	int size = 0;
	const Error error = p_peer->get_packet(&bytes, size);
	return error == OK ? String::utf8(reinterpret_cast<const char *>(bytes), size) : "error " + itos(error);
}

} // namespace TestUDP

using namespace TestUDP;

TEST_CASE("[IO][UDP] Packets keep their bounds, their order and where they came from") {
	const Ref<PacketPeerUDP> a = make_bound();
	const Ref<PacketPeerUDP> b = make_bound();
	CHECK_EQ(a->set_dest_address("127.0.0.1", b->get_local_port()), OK);
	for (int i = 0; i < 50; i++) {
		CHECK_EQ(put(a, "packet " + itos(i)), OK);
	}
	REQUIRE(arrives(b, 50));
	for (int i = 0; i < 50; i++) {
		CHECK_EQ(get(b), "packet " + itos(i));
		CHECK_EQ(b->get_packet_port(), a->get_local_port());
	}
	CHECK_EQ(String(b->get_packet_address()), "127.0.0.1");
	CHECK_EQ(get(b), "error " + itos(ERR_UNAVAILABLE));
}

TEST_CASE("[IO][UDP] Many packets cost few system calls, and a quiet socket none") {
	const Ref<PacketPeerUDP> a = make_bound();
	const Ref<PacketPeerUDP> b = make_bound();
	a->set_dest_address("127.0.0.1", b->get_local_port());
	CHECK_EQ(b->get_available_packet_count(), 0);
	for (int i = 0; i < 160; i++) {
		put(a, "x");
	}
	REQUIRE(arrives(b, 1));
	const uint64_t before = NetSocket::get_traffic().calls;
	REQUIRE(arrives(b, 160));
	CHECK(NetSocket::get_traffic().calls - before <= 12);
	while (b->get_available_packet_count() > 0) {
		get(b);
	}
	const uint64_t quiet = NetSocket::get_traffic().calls;
	for (int i = 0; i < 1000; i++) {
		b->get_available_packet_count();
	}
	CHECK(NetSocket::get_traffic().calls - quiet <= 2);
}

TEST_CASE("[IO][UDP] What a frame sends over one socket leaves with few system calls, at the latest when somebody looks") {
	const Ref<PacketPeerUDP> a = make_bound();
	const Ref<PacketPeerUDP> b = make_bound();
	a->set_dest_address("127.0.0.1", b->get_local_port());
	Engine::get_singleton()->increment_process_frames();
	const uint64_t before = NetSocket::get_traffic().calls;
	for (int i = 0; i < 40; i++) {
		CHECK_EQ(put(a, "packet " + itos(i)), OK);
	}
	CHECK_EQ(NetSocket::get_traffic().calls - before, 1); // The first one.
	REQUIRE(arrives(b, 40));
	CHECK(NetSocket::get_traffic().calls - before <= 12);
	for (int i = 0; i < 40; i++) {
		CHECK_EQ(get(b), "packet " + itos(i));
	}
	put(a, "x");
	put(a, "y");
	a->close(); // Nothing that was accepted is forgotten.
	CHECK(arrives(b, 2));
}

TEST_CASE("[IO][UDP] A queue that is never empty keeps its memory, and its packets") {
	DatagramQueue queue;
	uint8_t bytes[1000] = {};
	NetSocket::Datagram datagram;
	datagram.data = bytes;
	datagram.size = int(sizeof(bytes));
	for (int i = 0; i < 4; i++) {
		queue.push(datagram);
	}
	for (int i = 0; i < 100000; i++) {
		bytes[0] = uint8_t(i);
		queue.push(datagram);
		const uint8_t *taken = nullptr;
		CHECK_EQ(queue.take(taken).size, 1000);
		CHECK((i < 4 || taken[0] == uint8_t(i - 4)));
	}
	CHECK_EQ(queue.get_count(), 4);
	CHECK(queue.get_size() < 5000);
}

TEST_CASE("[IO][UDP] A connected peer hears only its other side, and goes on after a refusal") {
	const Ref<PacketPeerUDP> a = make_bound();
	Ref<PacketPeerUDP> c;
	c.instantiate();
	CHECK_EQ(c->connect_to_host("127.0.0.1", a->get_local_port()), OK);
	const Ref<PacketPeerUDP> stranger = make_bound();
	stranger->set_dest_address("127.0.0.1", c->get_local_port());
	put(stranger, "stranger");
	CHECK_EQ(put(c, "hello"), OK);
	REQUIRE(arrives(a, 1));
	CHECK_EQ(c->get_available_packet_count(), 0);
	const int port = a->get_local_port();
	a->close();
	for (int i = 0; i < 5; i++) {
		CHECK_EQ(put(c, "nobody"), OK); // What the system says of the one before is no failure of this one.
	}
	c->get_available_packet_count(); // So that all of them have left.
	Ref<PacketPeerUDP> again;
	again.instantiate();
	REQUIRE_EQ(again->bind(port, "127.0.0.1"), OK);
	CHECK_EQ(put(c, "back"), OK);
	REQUIRE(arrives(again, 1));
	CHECK_EQ(get(again), "back");
}

TEST_CASE("[IO][UDP] Sizes, families and misuse") {
	ExpectErrors quiet;
	const Ref<PacketPeerUDP> a = make_bound();
	a->set_dest_address("127.0.0.1", a->get_local_port());
	Vector<uint8_t> large;
	large.resize(PacketPeerUDP::MAX_PACKET_SIZE);
	CHECK_EQ(a->put_packet_buffer(large), OK);
	REQUIRE(arrives(a, 1));
	const uint8_t *bytes = nullptr;
	int size = 0;
	CHECK_EQ(a->get_packet(&bytes, size), OK);
	CHECK_EQ(size, PacketPeerUDP::MAX_PACKET_SIZE);
	large.resize(PacketPeerUDP::MAX_PACKET_SIZE + 1);
	CHECK(a->put_packet_buffer(large) != OK);
	CHECK_EQ(a->bind(0), ERR_ALREADY_IN_USE);
	Ref<PacketPeerUDP> b;
	b.instantiate();
	CHECK_EQ(b->bind(a->get_local_port(), "127.0.0.1"), ERR_UNAVAILABLE);
	CHECK_EQ(b->bind(70000), ERR_INVALID_PARAMETER);
	CHECK_EQ(b->bind(0, "no address"), ERR_INVALID_PARAMETER);
	CHECK_EQ(put(b, "x"), ERR_UNCONFIGURED);
	CHECK_EQ(b->wait(), ERR_UNCONFIGURED);
	CHECK_EQ(b->connect_to_host("127.0.0.1", 0), ERR_INVALID_PARAMETER);
	CHECK_EQ(b->set_dest_address("no host!", 1), ERR_CANT_RESOLVE);
	CHECK_EQ(b->join_multicast_group("239.1.2.3", "nonesuch"), ERR_INVALID_PARAMETER);
	CHECK_EQ(b->join_multicast_group("*", "lo"), ERR_INVALID_PARAMETER);
}

TEST_CASE("[IO][UDP] A server gives each address a peer of its own") {
	Ref<UDPServer> server;
	server.instantiate();
	REQUIRE_EQ(server->listen(0, "127.0.0.1"), OK);
	Vector<Ref<PacketPeerUDP>> clients;
	for (int i = 0; i < 20; i++) {
		Ref<PacketPeerUDP> client;
		client.instantiate();
		client->connect_to_host("127.0.0.1", server->get_local_port());
		put(client, "from " + itos(i));
		clients.push_back(client);
	}
	Vector<Ref<PacketPeerUDP>> taken;
	for (int i = 0; i < 5000 && taken.size() < 16; i++) {
		server->poll();
		const Ref<PacketPeerUDP> peer = server->take_connection();
		if (peer.is_valid()) {
			taken.push_back(peer);
		} else {
			OS::get_singleton()->delay_usec(1000);
		}
	}
	REQUIRE(taken.size() >= 16); // All that may wait at once; the others were ignored.
	for (const Ref<PacketPeerUDP> &peer : taken) {
		const String text = get(peer);
		CHECK(text.begins_with("from "));
		put(peer, "answer to " + text);
	}
	REQUIRE(arrives(clients[0], 1));
	CHECK_EQ(get(clients[0]), "answer to from 0");
	put(clients[0], "more");
	for (int i = 0; i < 5000 && taken[0]->get_available_packet_count() == 0; i++) {
		server->poll();
		OS::get_singleton()->delay_usec(1000);
	}
	CHECK_EQ(get(taken[0]), "more");
	ExpectErrors quiet;
	CHECK_EQ(taken[0]->connect_to_host("127.0.0.1", 5), ERR_LOCKED);
	CHECK_EQ(taken[0]->bind(0), ERR_ALREADY_IN_USE);
	taken[1]->close();
	server.unref(); // Peers outlive it.
	CHECK_FALSE(taken[2]->is_socket_connected());
	CHECK_EQ(taken[2]->get_available_packet_count(), -1);
}
