// StreamPeerTLS over TCP: what leaves when.
#pragma once

#include "core/config/engine.h"
#include "core/io/net_socket.h"
#include "core/io/stream_peer_tls.h"
#include "core/io/tcp_server.h"
#include "core/os/os.h"
#include "modules/mbedtls/tests/tls_test_pair.h"

#include <functional>
#include <thread>

namespace TestTLS {

// Both ends in this process, connected.
struct StreamPair {
	Ref<StreamPeerTLS> client{ StreamPeerTLS::create() };
	Ref<StreamPeerTLS> server{ StreamPeerTLS::create() };

	StreamPair() {
		const TestAuthority authority;
		const CertificatePlan plan = authority.sign("a.test");
		const TestIdentity identity = make_identity(plan);
		Ref<TCPServer> listener;
		listener.instantiate();
		REQUIRE_EQ(listener->listen(0, "127.0.0.1"), OK);
		Ref<StreamPeerTCP> tcp;
		tcp.instantiate();
		REQUIRE_EQ(tcp->connect_to_host("127.0.0.1", listener->get_local_port()), OK);
		REQUIRE(until([&]() { tcp->poll(); return listener->is_connection_available() && tcp->get_status() == StreamPeerTCP::STATUS_CONNECTED; }));
		server->accept_stream(listener->take_connection(), TLSOptions::server(identity.key, identity.certificate));
		client->connect_to_stream(tcp, "a.test", TLSOptions::client(authority.identity.certificate));
		REQUIRE(until([&]() { client->poll(); server->poll(); return client->get_status() == StreamPeerTLS::STATUS_CONNECTED && server->get_status() == StreamPeerTLS::STATUS_CONNECTED; }));
	}
	static bool until(const std::function<bool()> &p_condition) {
		for (int i = 0; i < 10000 && !p_condition(); i++) {
			OS::get_singleton()->delay_usec(1000);
		}
		return p_condition();
	}
	bool arrives(int p_size) {
		return until([&]() { server->poll(); return server->get_available_bytes() >= p_size; });
	}
	String take(int p_size) {
		Vector<uint8_t> bytes;
		bytes.resize(p_size);
		return server->get_data(bytes.ptrw(), p_size) == OK ? String::utf8(reinterpret_cast<const char *>(bytes.ptr()), p_size) : String("error");
	}
};

TEST_CASE("[TLS][Stream] What a frame writes in small pieces leaves with two system calls, in order, at the latest when somebody looks") {
	StreamPair pair;
	Engine::get_singleton()->increment_process_frames();
	const uint64_t before = NetSocket::get_traffic().calls;
	for (int i = 0; i < 200; i++) {
		pair.client->put_u8(uint8_t('a' + i % 26));
	}
	CHECK_EQ(NetSocket::get_traffic().calls - before, 1); // The first one.
	REQUIRE(pair.arrives(200));
	const String text = pair.take(200);
	CHECK(text.begins_with("abcdefghijklmnopqrstuvwxyzabc"));
	CHECK_EQ(text.length(), 200);
	// More than a record: the first is full when the second begins. Long writes push out what is kept before them.
	String all;
	const String piece = String("0123456789").repeat(100);
	for (int i = 0; i < 30; i++) {
		pair.client->put_data(reinterpret_cast<const uint8_t *>(piece.utf8().get_data()), 1000);
		all += piece;
	}
	const String long_piece = String("x").repeat(20000);
	pair.client->put_data(reinterpret_cast<const uint8_t *>(long_piece.utf8().get_data()), 20000);
	REQUIRE(pair.arrives(50000));
	CHECK_EQ(pair.take(50000), all + long_piece);
}

TEST_CASE("[TLS][Stream] Nothing that was accepted is forgotten at the end") {
	StreamPair pair;
	Engine::get_singleton()->increment_process_frames();
	pair.client->put_u8('x');
	pair.client->put_u8('y');
	SUBCASE("by a goodbye") {
		pair.client->disconnect_from_stream();
	}
	SUBCASE("by the last reference") {
		pair.client.unref();
	}
	SUBCASE("by half a goodbye") {
		pair.client->end_sending();
	}
	REQUIRE(pair.arrives(2));
	CHECK_EQ(pair.take(2), "xy");
}

TEST_CASE("[TLS][Stream] What is kept leaves before what another thread writes") {
	StreamPair pair;
	Engine::get_singleton()->increment_process_frames();
	pair.client->put_u8('1');
	pair.client->put_u8('2');
	std::thread other([&]() { pair.client->put_u8('3'); });
	other.join();
	REQUIRE(pair.arrives(3));
	CHECK_EQ(pair.take(3), "123");
}

} // namespace TestTLS
