// Sessions that outlive their connections: words on the wire, the streams under every cut, the server's table, and both classes over a proxy that breaks.
#pragma once

#include "core/io/stream_peer_tcp.h"
#include "core/io/tcp_server.h"
#include "core/object/callable_method_pointer.h"
#include "core/os/os.h"
#include "modules/websocket/session/ws_resume_table.h"
#include "modules/websocket/websocket_client.h"
#include "modules/websocket/websocket_server.h"
#include "tests/test_macros.h"

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

namespace TestWSResume {

using Strings = std::vector<std::string>;

inline Vector<uint8_t> bytes_of(const std::string &p_text) {
	Vector<uint8_t> bytes;
	for (char c : p_text) {
		bytes.push_back(uint8_t(c));
	}
	return bytes;
}
inline std::string text_of(const Vector<uint8_t> &p_bytes) {
	return std::string(reinterpret_cast<const char *>(p_bytes.ptr()), size_t(p_bytes.size()));
}

// --- Words.

inline bool parses(const std::string &p_text) {
	WSResumeNote note;
	return WSResumeNote::parse(bytes_of(p_text).span(), note);
}

inline const std::string TOKEN = "ABCDEFGHIJKLMNOPQRST-_";

TEST_CASE("[WebSocket][Resume] Every word of a session is read as it was written, and nothing else is") {
	for (int kind = WSResumeNote::GRANT; kind <= WSResumeNote::SKIP; kind++) {
		WSResumeNote note;
		note.kind = WSResumeNote::Kind(kind);
		note.token = String(TOKEN.c_str());
		note.grace = 30000;
		note.count = uint64_t(1) << 53;
		const CharString text = note.write();
		WSResumeNote read;
		REQUIRE(WSResumeNote::parse(bytes_of(text.get_data()).span(), read));
		CHECK_EQ(read.kind, note.kind);
		CHECK_EQ(String(read.write().get_data()), String(text.get_data()));
	}
	CHECK(parses("estragon-session grant " + TOKEN + " 5"));
	for (const std::string &bad : Strings{ "", "estragon-session", "estragon-session ", "estragon-session stop", "estragon-sessions gone", "estragon-session gone 1", "estragon-session ack", "estragon-session ack ", "estragon-session ack -1",
				 "estragon-session ack 1x", "estragon-session ack 9007199254740993", "estragon-session ack 99999999999999999999999", "estragon-session ack 1 2", "estragon-session grant " + TOKEN, "estragon-session grant " + TOKEN + "A 5",
				 "estragon-session grant " + TOKEN.substr(1) + "+ 5", "estragon-session resumed " + TOKEN + " 5", "Estragon-session gone" }) {
		CAPTURE(bad);
		CHECK_FALSE(parses(bad));
	}
}

TEST_CASE("[WebSocket][Resume] The parameter joins every kind of URL and is found in its target") {
	WSResumeRequest begin;
	begin.kind = WSResumeRequest::BEGIN;
	WSResumeRequest resume;
	resume.kind = WSResumeRequest::RESUME;
	resume.token = String(TOKEN.c_str());
	resume.received = 12;
	CHECK_EQ(begin.add_to("ws://h"), String("ws://h/?estragon-session=new"));
	CHECK_EQ(begin.add_to("h:90"), String("h:90/?estragon-session=new"));
	CHECK_EQ(begin.add_to("wss://h/game#top"), String("wss://h/game?estragon-session=new"));
	CHECK_EQ(resume.add_to("ws://h/game?a=1"), String("ws://h/game?a=1&estragon-session=" + String(TOKEN.c_str()) + ".12"));

	CHECK_EQ(WSResumeRequest::find_in("/?estragon-session=new").kind, WSResumeRequest::BEGIN);
	const WSResumeRequest found = WSResumeRequest::find_in("/game?a=1&estragon-session=" + TOKEN + ".12&b");
	CHECK_EQ(found.kind, WSResumeRequest::RESUME);
	CHECK_EQ(found.token, resume.token);
	CHECK_EQ(found.received, 12u);
	for (const std::string &none : Strings{ "/", "/?", "/estragon-session=new", "/?estragon-session", "/?estragon-session=", "/?estragon-session=" + TOKEN, "/?estragon-session=" + TOKEN + ".", "/?estragon-session=" + TOKEN + ".1.2", "/?xestragon-session=new" }) {
		CAPTURE(none);
		CHECK_EQ(WSResumeRequest::find_in(none).kind, WSResumeRequest::NONE);
	}
}

TEST_CASE("[WebSocket][Resume] A token is its random bytes in base64url") {
	uint8_t random[WSResumeNote::TOKEN_BYTES];
	for (int i = 0; i < WSResumeNote::TOKEN_BYTES; i++) {
		random[i] = uint8_t(255 - i * 16);
	}
	CHECK_EQ(WSResumeNote::make_token(random), String("_-_fz7-vn49_b19PPy8fDw"));
}

// --- Streams.

// One end and the messages that its connection has taken and not delivered. Numbers are messages, "skip" and "ack" the session's words.
struct End {
	WSResumeStream stream;
	std::deque<std::string> wire; // To the other end.
	Strings taken; // From the other end.
	int64_t limit = 1 << 20;

	void say(const std::string &p_text, bool p_is_reliable, bool p_is_connected) {
		stream.offer(bytes_of(p_text), p_is_reliable, limit, p_is_connected, [&]() {
			wire.push_back(p_text);
			return WSSendResult::SENT;
		});
	}
	void acknowledge() {
		wire.push_back("ack " + std::to_string(stream.get_received()));
		stream.note_acknowledged();
	}
	void pump() {
		stream.pump([&](const WSResumeStream::Item &p_item) {
			wire.push_back(p_item.message ? text_of(*p_item.message) : "skip " + std::to_string(p_item.skipped));
			return true;
		});
	}
	void hear(const std::string &p_word) {
		if (p_word.compare(0, 4, "ack ") == 0) {
			CHECK(stream.acknowledge(std::stoull(p_word.substr(4))));
		} else if (p_word.compare(0, 5, "skip ") == 0) {
			stream.note_skipped(std::stoull(p_word.substr(5)));
		} else {
			stream.note_received(int64_t(p_word.size()));
			taken.push_back(p_word);
		}
	}
};

inline void deliver(End &r_from, End &r_to, size_t p_count) {
	for (size_t i = 0; i < p_count && !r_from.wire.empty(); i++) {
		const std::string word = r_from.wire.front();
		r_from.wire.pop_front();
		r_to.hear(word);
	}
}

inline void reconnect(End &r_a, End &r_b) {
	r_a.wire.clear();
	r_b.wire.clear();
	REQUIRE(r_a.stream.resume(r_b.stream.get_received()));
	REQUIRE(r_b.stream.resume(r_a.stream.get_received()));
	r_a.pump();
	r_b.pump();
}

// Every reliable message once and in order; unreliable ones ("~") once at most, in order as well.
inline void check_story(const Strings &p_taken, int p_reliable) {
	int expected = 0;
	int last = -1;
	for (const std::string &word : p_taken) {
		const bool is_reliable = word[0] != '~';
		const int number = std::stoi(word.substr(is_reliable ? 0 : 1));
		CHECK(number > last);
		last = number;
		if (is_reliable) {
			CHECK_EQ(number, expected * 2);
			expected++;
		}
	}
	CHECK_EQ(expected, p_reliable);
}

TEST_CASE("[WebSocket][Resume] Whichever moment the connection breaks at, and again during the replay, nothing is lost, doubled or out of order") {
	constexpr int MESSAGES = 12; // Every other one unreliable.
	for (int first_cut = 0; first_cut <= MESSAGES + 2; first_cut++) {
		for (int delivered = 0; delivered <= first_cut + 1; delivered++) {
			for (int again = 0; again <= MESSAGES; again++) {
				End a;
				End b;
				bool connected = true;
				for (int i = 0; i < MESSAGES; i++) {
					if (i == first_cut) {
						connected = false;
						deliver(a, b, size_t(delivered));
						deliver(b, a, size_t(delivered % 3)); // Some of the acknowledgements.
						a.wire.clear();
						b.wire.clear();
					}
					const bool is_reliable = i % 2 == 0;
					const std::string word = (is_reliable ? "" : "~") + std::to_string(i);
					a.say(word, is_reliable, connected);
					b.say(word, is_reliable, connected);
					if (connected && i % 4 == 3) {
						deliver(a, b, 3);
						b.acknowledge();
						deliver(b, a, 2);
					}
				}
				reconnect(a, b);
				deliver(a, b, size_t(again)); // The second cut.
				deliver(b, a, size_t(MESSAGES - again));
				reconnect(a, b);
				a.say(std::to_string(MESSAGES), true, true);
				b.say(std::to_string(MESSAGES), true, true);
				deliver(a, b, 1000);
				deliver(b, a, 1000);
				CHECK(a.stream.is_flowing());
				check_story(b.taken, MESSAGES / 2 + 1);
				check_story(a.taken, MESSAGES / 2 + 1);
				CHECK_EQ(a.stream.get_written(), b.stream.get_received());
				CHECK(a.stream.acknowledge(b.stream.get_received()));
				CHECK_EQ(a.stream.get_kept_bytes(), 0);
			}
		}
	}
}

TEST_CASE("[WebSocket][Resume] Counts that cannot be are refused and change nothing") {
	End a;
	End b;
	for (int i = 0; i < 6; i++) {
		a.say(std::to_string(i * 2), true, true);
	}
	deliver(a, b, 4);
	CHECK_FALSE(a.stream.acknowledge(7));
	CHECK_FALSE(a.stream.resume(7));
	CHECK(a.stream.acknowledge(4));
	CHECK(a.stream.acknowledge(2)); // Late, and harmless.
	CHECK_FALSE(a.stream.resume(3)); // Acknowledged, so given up.
	a.say("12", true, false);
	CHECK_FALSE(a.stream.resume(7)); // It waits, and was never written.
	reconnect(a, b);
	deliver(a, b, 100);
	check_story(b.taken, 7);
}

TEST_CASE("[WebSocket][Resume] What is kept is bounded: the oldest is given up while messages flow, and nothing more is taken while they wait") {
	End a;
	a.limit = 1000;
	for (int i = 0; i < 1000; i++) {
		a.say("0123456789", true, true);
		CHECK(a.stream.get_kept_bytes() <= a.limit);
	}
	CHECK_FALSE(a.stream.resume(900));
	REQUIRE(a.stream.resume(995));
	int taken = 0;
	while (a.stream.offer(bytes_of("0123456789"), true, a.limit, true, []() { return WSSendResult::SENT; }) != WSSendResult::REFUSED) {
		taken++;
	}
	CHECK(taken > 0);
	CHECK(taken < 10);
	CHECK(a.stream.get_kept_bytes() <= a.limit);

	End quiet; // Unreliable ones cost no more than their number.
	for (int i = 0; i < 100000; i++) {
		quiet.say("~0123456789", false, true);
	}
	CHECK(quiet.stream.get_kept_bytes() < 100);
	CHECK(quiet.stream.resume(5));
}

TEST_CASE("[WebSocket][Resume] What all streams of a pool keep together is bounded, too") {
	WSResumeStream::Pool pool{ 10000 };
	const Vector<uint8_t> message = bytes_of(std::string(900, 'x'));
	{
		WSResumeStream waiting(&pool);
		while (waiting.hold(message, 6000)) {
		}
		CHECK_EQ(pool.kept_bytes, waiting.get_kept_bytes());
		WSResumeStream flowing(&pool);
		for (int i = 0; i < 100; i++) {
			flowing.note_written(message, true, 6000);
			CHECK(pool.kept_bytes <= pool.limit);
		}
		CHECK_EQ(pool.kept_bytes, waiting.get_kept_bytes() + flowing.get_kept_bytes());
		WSResumeStream late(&pool);
		CHECK_FALSE(late.hold(message, 6000));
		CHECK(waiting.resume(0));
	}
	CHECK_EQ(pool.kept_bytes, 0);
}

TEST_CASE("[WebSocket][Resume] A refused message waits, and those behind it wait with it") {
	End a;
	bool has_room = false;
	const auto send = [&](const char *p_text, bool p_is_reliable) {
		return a.stream.offer(bytes_of(p_text), p_is_reliable, 1000, true, [&]() {
			a.wire.push_back(p_text);
			return has_room ? WSSendResult::SENT : WSSendResult::REFUSED;
		});
	};
	CHECK_EQ(send("~0", false), WSSendResult::REFUSED);
	CHECK_EQ(send("0", true), WSSendResult::QUEUED);
	has_room = true;
	CHECK_EQ(send("~1", false), WSSendResult::DROPPED);
	CHECK_EQ(send("2", true), WSSendResult::QUEUED);
	a.wire.clear();
	a.pump();
	CHECK_EQ(send("4", true), WSSendResult::SENT);
	CHECK(Strings(a.wire.begin(), a.wire.end()) == Strings{ "0", "2", "4" });
}

// --- The table.

TEST_CASE("[WebSocket][Resume] A token is good once, and the one before it until the client has shown that it knows the new one") {
	WSResumeTable table;
	WSResumeSession *session = table.begin(7, "one");
	CHECK_EQ(table.find_by_token("one"), session);
	table.reconnect(session, "one", "two");
	CHECK_EQ(table.find_by_token("one"), session);
	table.reconnect(session, "one", "three"); // "two" never arrived.
	CHECK_FALSE(table.find_by_token("two"));
	CHECK_EQ(table.find_by_token("one"), session);
	table.confirm(session);
	CHECK_FALSE(table.find_by_token("one"));
	table.reconnect(session, "three", "four");
	CHECK_EQ(table.find_by_token("three"), session);
	table.reconnect(session, "four", "five");
	CHECK_FALSE(table.find_by_token("three"));
	table.end(7);
	CHECK_FALSE(table.find_by_token("five"));
	CHECK_FALSE(table.find_by_token("four"));
	CHECK(table.is_empty());
}

TEST_CASE("[WebSocket][Resume] Suspended sessions expire, and only so many are kept") {
	WSResumeTable table;
	for (int i = 0; i <= int(WSResumeTable::MAX_SUSPENDED); i++) {
		WSResumeSession *session = table.begin(2 + i, itos(i));
		CHECK_EQ(table.suspend(session, 100 + i), i < int(WSResumeTable::MAX_SUSPENDED));
		table.note_owing(session);
		table.note_behind(session);
		table.note_behind(session);
	}
	CHECK_EQ(table.get_expired(99).size(), 0);
	CHECK_EQ(table.get_expired(101), Vector<int32_t>({ 2, 3 }));
	table.end(2);
	CHECK_EQ(table.get_suspended_count(), WSResumeTable::MAX_SUSPENDED - 1);
	CHECK_EQ(table.take_owing().size(), int64_t(WSResumeTable::MAX_SUSPENDED));
	CHECK_EQ(table.take_behind().size(), int64_t(WSResumeTable::MAX_SUSPENDED));
	CHECK_FALSE(table.has_behind());
}

// --- The classes, over a proxy that breaks.

class Proxy {
public:
	bool is_open = true; // New connections are taken.
	int connections = 0;

	bool listen(int p_to) {
		to = p_to;
		server.instantiate();
		return server->listen(0, "127.0.0.1") == OK;
	}
	int get_port() const { return server->get_local_port(); }
	void step() {
		while (server->is_connection_available()) {
			Ref<StreamPeerTCP> from = server->take_connection();
			if (!is_open) {
				from->disconnect_from_host();
				continue;
			}
			Pair pair;
			pair.client = from;
			pair.server.instantiate();
			pair.server->connect_to_host(IPAddress("127.0.0.1"), to);
			pairs.push_back(pair);
			connections++;
		}
		for (Pair &pair : pairs) {
			pair.client->poll();
			pair.server->poll();
			if (pair.server->get_status() == StreamPeerTCP::STATUS_CONNECTED) {
				pass_on(pair.client, pair.server);
				pass_on(pair.server, pair.client);
			}
		}
	}
	void cut() {
		for (Pair &pair : pairs) {
			pair.client->disconnect_from_host();
			pair.server->disconnect_from_host();
		}
		pairs.clear();
	}
	void cut_client_side() { // The server does not notice.
		for (Pair &pair : pairs) {
			pair.client->disconnect_from_host();
		}
		std::swap(dead, pairs);
		pairs.clear();
	}

private:
	struct Pair {
		Ref<StreamPeerTCP> client;
		Ref<StreamPeerTCP> server;
	};
	static void pass_on(const Ref<StreamPeerTCP> &p_from, const Ref<StreamPeerTCP> &p_to) {
		uint8_t bytes[4096];
		int received = 0;
		if (p_from->get_status() == StreamPeerTCP::STATUS_CONNECTED && p_from->get_partial_data(bytes, int(sizeof(bytes)), received) == OK && received > 0) {
			p_to->put_data(bytes, received);
		}
	}

	Ref<TCPServer> server;
	std::vector<Pair> pairs;
	std::vector<Pair> dead;
	int to = 0;
};

inline Strings heard;
inline void hear(int64_t p_id, const String &p_what) {
	heard.push_back(p_what.utf8().get_data());
}
// From now on every signal of its peers is heard.
inline void listen_to(const Ref<WebSocketMultiplayerPeer> &p_peer, const String &p_name) {
	for (const char *what : { "connected", "disconnected", "suspended", "resumed" }) {
		p_peer->connect(StringName(String("peer_") + what), callable_mp_static(&hear).bind(p_name + ": " + what));
	}
}

struct Network {
	Ref<WebSocketServer> server;
	Ref<WebSocketMultiplayerPeer> client;
	Proxy proxy;
	Strings at_server;
	Strings at_client;
	int id = 0;

	Network(double p_server_time, double p_client_time, const Ref<WebSocketMultiplayerPeer> &p_client = Ref<WebSocketMultiplayerPeer>()) {
		heard.clear();
		server.instantiate();
		client = p_client;
		if (client.is_null()) {
			client.instantiate();
		}
		server->set_bind_ip("127.0.0.1");
		server->set_session_resume_time(p_server_time);
		client->set_session_resume_time(p_client_time);
		listen_to(server, "server");
		listen_to(client, "client");
		REQUIRE_EQ(server->listen(0, Vector<String>(), true), OK);
		REQUIRE(proxy.listen(server->get_local_port()));
	}
	String get_url() const { return "ws://127.0.0.1:" + itos(proxy.get_port()); }
	void step() {
		server->poll();
		proxy.step();
		client->poll();
		take(server, at_server);
		take(client, at_client);
	}
	template <typename Done>
	bool until(Done p_done) {
		for (int i = 0; i < 50000; i++) {
			step();
			if (p_done()) {
				return true;
			}
			OS::get_singleton()->delay_usec(100);
		}
		return false;
	}
	bool until_heard(const std::string &p_what) {
		return until([&]() { return std::find(heard.begin(), heard.end(), p_what) != heard.end(); });
	}
	bool open() {
		const bool has_opened = client->create_client(get_url()) == OK && until_heard("client: connected") && until_heard("server: connected");
		id = client->get_unique_id();
		exchange();
		return has_opened && until([&]() { return at_server.size() == 1 && at_client.size() == 1; });
	}
	void say(const Ref<WebSocketMultiplayerPeer> &p_from, const std::string &p_text, MultiplayerPeer::TransferMode p_mode = MultiplayerPeer::TRANSFER_MODE_RELIABLE) {
		p_from->set_target_peer(p_from->is_server() ? id : 1);
		p_from->set_transfer_mode(p_mode);
		CHECK_EQ(p_from->put_packet(reinterpret_cast<const uint8_t *>(p_text.data()), int(p_text.size())), OK);
	}
	// One message each way.
	void exchange() {
		say(server, std::to_string(said));
		say(client, std::to_string(said));
		said++;
	}
	bool has_all() {
		return until([&]() { return at_server.size() >= size_t(said) && at_client.size() >= size_t(said); });
	}
	// All that was said arrived once and in order.
	void check_all() {
		Strings all;
		for (int i = 0; i < said; i++) {
			all.push_back(std::to_string(i));
		}
		CHECK(at_server == all);
		CHECK(at_client == all);
	}

private:
	static void take(const Ref<WebSocketMultiplayerPeer> &p_from, Strings &r_into) {
		while (p_from->get_available_packet_count() > 0) {
			Vector<uint8_t> packet;
			p_from->get_packet_buffer(packet);
			r_into.push_back(text_of(packet));
		}
	}
	int said = 0;
};

TEST_CASE("[WebSocket][Resume] A client whose connection breaks comes back as the same peer, and nothing is lost") {
	Network network(10.0, 10.0);
	REQUIRE(network.open());
	for (int round = 0; round < 5; round++) {
		for (int i = 0; i < 20; i++) {
			network.exchange();
			if (i % 7 == round) {
				network.step();
			}
		}
		heard.clear();
		network.proxy.cut();
		network.exchange();
		REQUIRE(network.until([&]() { return network.client->is_peer_suspended(1); }));
		network.exchange();
		network.say(network.client, "lost", MultiplayerPeer::TRANSFER_MODE_UNRELIABLE);
		REQUIRE(network.until_heard("server: resumed"));
		REQUIRE(network.until_heard("client: resumed"));
		CHECK_EQ(heard.size(), 4u);
		CHECK_FALSE(network.client->is_peer_suspended(1));
		CHECK_EQ(network.client->get_unique_id(), network.id);
		CHECK_EQ(network.client->get_connection_status(), MultiplayerPeer::CONNECTION_CONNECTED);
		CHECK(network.server->has_peer(network.id));
		REQUIRE(network.has_all());
	}
	network.check_all();
}

TEST_CASE("[WebSocket][Resume] A client comes back before the server has noticed that it went") {
	Network network(10.0, 10.0);
	REQUIRE(network.open());
	for (int round = 0; round < 3; round++) {
		network.exchange();
		network.proxy.cut_client_side();
		network.exchange();
		heard.clear();
		REQUIRE(network.until_heard("server: resumed"));
		REQUIRE(network.until_heard("client: resumed"));
		CHECK_EQ(std::count(heard.begin(), heard.end(), "server: suspended"), 1);
		CHECK_EQ(std::count(heard.begin(), heard.end(), "server: disconnected"), 0);
		REQUIRE(network.has_all());
	}
	network.exchange();
	REQUIRE(network.has_all());
	network.check_all();
}

TEST_CASE("[WebSocket][Resume] Long replays wait for the network and stay in order") {
	Network network(10.0, 10.0);
	REQUIRE(network.open());
	network.proxy.cut();
	REQUIRE(network.until([&]() { return network.client->is_peer_suspended(1) && network.server->is_peer_suspended(network.id); }));
	const std::string large(10000, 'x');
	for (int i = 0; i < 50; i++) { // More than outbound_buffer_size.
		network.say(network.server, large + std::to_string(i));
		network.say(network.client, large + std::to_string(i));
	}
	REQUIRE(network.until([&]() { return network.at_server.size() == 51 && network.at_client.size() == 51; }));
	for (int i = 0; i < 50; i++) {
		CHECK(network.at_server[size_t(i) + 1] == large + std::to_string(i));
		CHECK(network.at_client[size_t(i) + 1] == large + std::to_string(i));
	}
}

TEST_CASE("[WebSocket][Resume] After the time of grace both sides hear that the other is gone") {
	Network network(0.05, 10.0);
	REQUIRE(network.open());
	network.proxy.is_open = false;
	network.proxy.cut();
	REQUIRE(network.until_heard("server: disconnected"));
	REQUIRE(network.until_heard("client: disconnected")); // It goes by the shorter time.
	CHECK_EQ(heard.size(), 6u);
	CHECK_FALSE(network.server->is_peer_suspended(network.id));
	CHECK_EQ(network.client->get_connection_status(), MultiplayerPeer::CONNECTION_DISCONNECTED);
	CHECK_EQ(network.client->get_connection_error(), WebSocketPeer::CONNECTION_ERROR_CONNECTION_LOST);
}

TEST_CASE("[WebSocket][Resume] Who parts in order is gone at once, on either side, suspended or not") {
	for (int who = 0; who < 4; who++) {
		CAPTURE(who);
		Network network(10.0, 10.0);
		REQUIRE(network.open());
		if (who >= 2) {
			network.proxy.is_open = false;
			network.proxy.cut();
			REQUIRE(network.until([&]() { return network.client->is_peer_suspended(1) && network.server->is_peer_suspended(network.id); }));
		}
		const Ref<WebSocketMultiplayerPeer> parting = who % 2 == 0 ? network.client : Ref<WebSocketMultiplayerPeer>(network.server);
		parting->disconnect_peer(who % 2 == 0 ? 1 : network.id);
		if (who != 3) {
			REQUIRE(network.until_heard("client: disconnected"));
		}
		if (who != 2) {
			REQUIRE(network.until_heard("server: disconnected"));
		}
		CHECK_EQ(std::count(heard.begin(), heard.end(), "server: suspended"), who >= 2 ? 1 : 0);
		if (who == 3) { // It comes back to a session that is no more.
			network.proxy.is_open = true;
			REQUIRE(network.until_heard("client: disconnected"));
			CHECK_EQ(std::count(heard.begin(), heard.end(), "server: connected"), 1);
		}
	}
}

TEST_CASE("[WebSocket][Resume] A session that cannot hold what is sent ends") {
	Network network(10.0, 10.0);
	network.server->set_session_resume_buffer_size(1000);
	network.client->set_session_resume_buffer_size(1000);
	REQUIRE(network.open());
	network.proxy.is_open = false;
	network.proxy.cut();
	REQUIRE(network.until([&]() { return network.client->is_peer_suspended(1) && network.server->is_peer_suspended(network.id); }));
	network.server->set_target_peer(0);
	const uint8_t packet[100] = {};
	int sent = 0;
	while (sent < 100 && network.client->put_packet(packet, 100) == OK) {
		sent++;
	}
	CHECK(sent < 10);
	for (int i = 0; i < 100; i++) {
		network.server->put_packet(packet, 100);
	}
	REQUIRE(network.until_heard("client: disconnected"));
	REQUIRE(network.until_heard("server: disconnected"));
}

TEST_CASE("[WebSocket][Resume] Where one side wants no sessions, a broken connection is the end, and the wire is as ever") {
	for (int who = 0; who < 2; who++) {
		Network network(who == 0 ? 10.0 : 0.0, who == 1 ? 10.0 : 0.0);
		REQUIRE(network.open());
		CHECK_EQ(network.at_client.size(), 1u);
		network.proxy.cut();
		REQUIRE(network.until_heard("client: disconnected"));
		REQUIRE(network.until_heard("server: disconnected"));
		CHECK_EQ(heard.size(), 4u);
	}
}

TEST_CASE("[WebSocket][Resume] A server that has begun anew knows no sessions: the client is lost, and nobody has come") {
	Network network(10.0, 10.0);
	REQUIRE(network.open());
	const int port = network.server->get_local_port();
	network.proxy.is_open = false;
	network.proxy.cut();
	REQUIRE(network.until([&]() { return network.client->is_peer_suspended(1); }));
	network.server->close();
	heard.clear();
	SUBCASE("It hands out others") {
		REQUIRE_EQ(network.server->listen(port, Vector<String>(), true), OK);
		network.proxy.is_open = true;
		REQUIRE(network.until_heard("client: disconnected"));
		CHECK_EQ(heard.size(), 1u);
	}
	SUBCASE("It has none at all") {
		network.server->set_session_resume_time(0.0);
		REQUIRE_EQ(network.server->listen(port, Vector<String>(), true), OK);
		network.proxy.is_open = true;
		REQUIRE(network.until_heard("client: disconnected"));
		REQUIRE(network.until_heard("server: disconnected"));
	}
}

TEST_CASE("[WebSocket][Resume] Tokens that are not, counts that cannot be and words out of place get nobody in, and are no peers") {
	Network network(10.0, 10.0);
	REQUIRE(network.open());
	heard.clear();
	const String address = "ws://127.0.0.1:" + itos(network.server->get_local_port()) + "/?estragon-session=";
	for (int i = 0; i < 20; i++) {
		Ref<WebSocketPeer> stranger;
		stranger.instantiate();
		REQUIRE_EQ(stranger->connect_to_url(address + "AAAAAAAAAAAAAAAAAAAAAA.0"), OK);
		REQUIRE(network.until([&]() { stranger->poll(); return stranger->get_ready_state() == WebSocketPeer::STATE_CLOSED; }));
		Vector<uint8_t> word;
		REQUIRE_EQ(stranger->get_packet_buffer(word), OK);
		CHECK_EQ(text_of(word), "estragon-session gone");
		CHECK(stranger->was_string_packet());
	}
	CHECK(heard.empty());
	for (const char *word : { "estragon-session ack 1000", "estragon-session gone", "estragon-session resumed AAAAAAAAAAAAAAAAAAAAAA 1 1" }) {
		CAPTURE(word);
		heard.clear();
		Ref<WebSocketPeer> liar;
		liar.instantiate();
		REQUIRE_EQ(liar->connect_to_url(address + "new"), OK);
		REQUIRE(network.until([&]() { liar->poll(); return liar->get_available_packet_count() == 2; }));
		CHECK_EQ(liar->send_text(word), OK);
		REQUIRE(network.until([&]() { liar->poll(); return liar->get_ready_state() == WebSocketPeer::STATE_CLOSED; }));
		CHECK_EQ(liar->get_close_code(), 1008);
		REQUIRE(network.until_heard("server: disconnected"));
		CHECK_EQ(heard.size(), 2u);
	}
	Vector<uint8_t> first; // A token with a count that is too high ends its session.
	Vector<uint8_t> grant;
	Ref<WebSocketPeer> liar;
	liar.instantiate();
	REQUIRE_EQ(liar->connect_to_url(address + "new"), OK);
	REQUIRE(network.until([&]() { liar->poll(); return liar->get_available_packet_count() == 2; }));
	liar->get_packet_buffer(first);
	liar->get_packet_buffer(grant);
	liar->close(-1);
	const String token = String(text_of(grant).c_str()).get_slice(" ", 2);
	REQUIRE(network.until_heard("server: suspended"));
	REQUIRE_EQ(liar->connect_to_url(address + token + ".1"), OK);
	heard.clear();
	REQUIRE(network.until([&]() { liar->poll(); return !heard.empty(); }));
	CHECK(heard == Strings{ "server: disconnected" });
	network.exchange();
	REQUIRE(network.has_all());
	network.check_all();
}

TEST_CASE("[WebSocket][Resume] A peer that a script uses past the session is not resumed, for the counts are wrong") {
	Network network(10.0, 10.0);
	REQUIRE(network.open());
	CHECK_EQ(network.server->get_peer(network.id)->send(reinterpret_cast<const uint8_t *>("1"), 1, WebSocketPeer::WRITE_MODE_BINARY), OK);
	REQUIRE(network.until([&]() { return network.at_client.size() == 2; }));
	network.proxy.cut();
	REQUIRE(network.until_heard("server: disconnected"));
	REQUIRE(network.until_heard("client: disconnected"));
}

TEST_CASE("[WebSocket][Resume] Broadcasts and topics of a WebSocketServer reach a suspended peer, and refuse_new_connections lets it back in") {
	Network network(10.0, 10.0);
	REQUIRE(network.open());
	network.server->subscribe(network.id, "news");
	network.server->set_refuse_new_connections(true);
	CHECK_EQ(network.server->broadcast(bytes_of("1")), 1);
	network.proxy.cut();
	REQUIRE(network.until([&]() { return network.client->is_peer_suspended(1) && network.server->is_peer_suspended(network.id); }));
	CHECK_EQ(network.server->broadcast(bytes_of("2")), 1);
	CHECK_EQ(network.server->publish("news", bytes_of("3")), 1);
	CHECK_EQ(network.server->publish("weather", bytes_of("4")), 0);
	REQUIRE(network.until_heard("client: resumed"));
	CHECK_EQ(network.server->publish("news", bytes_of("4")), 1);
	REQUIRE(network.until([&]() { return network.at_client.size() == 5; }));
	CHECK(network.at_client == Strings{ "0", "1", "2", "3", "4" });
}

TEST_CASE("[WebSocket][Resume] A suspended peer is there for the server's script: it joins and leaves topics, and is found") {
	Network network(10.0, 10.0);
	REQUIRE(network.open());
	network.server->subscribe(network.id, "old");
	network.proxy.is_open = false;
	network.proxy.cut();
	REQUIRE(network.until([&]() { return network.client->is_peer_suspended(1) && network.server->is_peer_suspended(network.id); }));
	CHECK(network.server->has_peer(network.id));
	network.server->subscribe(network.id, "new");
	network.server->subscribe(network.id, "new");
	network.server->unsubscribe(network.id, "old");
	CHECK_EQ(network.server->get_topics(network.id), Vector<String>({ "new" }));
	CHECK_EQ(network.server->get_subscribers("new"), Vector<int32_t>({ network.id }));
	CHECK_EQ(network.server->get_subscribers("old").size(), 0);
	network.proxy.is_open = true;
	REQUIRE(network.until_heard("server: resumed"));
	CHECK_EQ(network.server->get_topics(network.id), Vector<String>({ "new" }));
}

TEST_CASE("[WebSocket][Resume] Addresses can be asked for while the peer is suspended") {
	Network network(10.0, 10.0);
	REQUIRE(network.open());
	network.proxy.is_open = false;
	network.proxy.cut();
	REQUIRE(network.until([&]() { return network.client->is_peer_suspended(1) && network.server->is_peer_suspended(network.id); }));
	CHECK_EQ(network.server->get_peer_address(network.id), String("127.0.0.1"));
	CHECK(network.server->get_peer_port(network.id) > 0);
	network.client->get_peer_address(1); // The server's, once an attempt has found it.
	CHECK(network.client->get_peer_port(1) >= 0);
}

inline Strings client_signals;
inline void on_established(const String &p_protocol) {
	client_signals.push_back("established");
}
inline void on_ended(bool p_was_clean) {
	client_signals.push_back(p_was_clean ? "closed clean" : "closed");
}

TEST_CASE("[WebSocket][Resume] A WebSocketClient tells of one connection, and of its end when the session ends") {
	client_signals.clear();
	Ref<WebSocketClient> client;
	client.instantiate();
	Network network(10.0, 10.0, client);
	client->connect("connection_established", callable_mp_static(&on_established));
	client->connect("connection_closed", callable_mp_static(&on_ended));
	REQUIRE_EQ(client->connect_to_url(network.get_url(), Vector<String>(), true), OK);
	REQUIRE(network.until_heard("server: connected"));
	network.id = client->get_unique_id();
	network.exchange();
	REQUIRE(network.has_all());
	network.proxy.cut();
	REQUIRE(network.until_heard("client: resumed"));
	CHECK(client_signals == Strings{ "established" });
	network.exchange();
	REQUIRE(network.has_all());
	network.check_all();
	heard.clear();
	network.proxy.is_open = false;
	network.proxy.cut();
	REQUIRE(network.until_heard("client: suspended"));
	client->disconnect_from_host();
	REQUIRE(network.until_heard("client: disconnected"));
	CHECK(client_signals == Strings{ "established", "closed" });
}

inline WebSocketServer *server_to_close = nullptr;
inline void close_server(int64_t p_id) {
	server_to_close->close();
}
inline void listen_anew(int64_t p_id) {
	server_to_close->close();
	CHECK_EQ(server_to_close->listen(0, Vector<String>(), true), OK);
}

TEST_CASE("[WebSocket][Resume] A server that a handler makes anew does not tell of the peers of the one before") {
	Network network(10.0, 10.0);
	REQUIRE(network.open());
	Ref<WebSocketMultiplayerPeer> second;
	second.instantiate();
	second->set_session_resume_time(10.0);
	REQUIRE_EQ(second->create_client(network.get_url()), OK);
	REQUIRE(network.until([&]() { second->poll(); return std::count(heard.begin(), heard.end(), "server: connected") == 2; }));
	server_to_close = network.server.ptr();
	network.server->connect("peer_disconnected", callable_mp_static(&listen_anew));
	network.proxy.is_open = false;
	network.proxy.cut();
	REQUIRE(network.until([&]() { return std::count(heard.begin(), heard.end(), "server: suspended") == 2; }));
	network.server->set_session_resume_buffer_size(100);
	network.server->set_target_peer(0);
	const uint8_t packet[200] = {};
	network.server->put_packet(packet, 200); // Ends both sessions at once.
	REQUIRE(network.until_heard("server: disconnected"));
	CHECK_EQ(std::count(heard.begin(), heard.end(), "server: disconnected"), 1);
}

TEST_CASE("[WebSocket][Resume] Handlers may close the server whenever they hear something") {
	for (const char *event : { "peer_suspended", "peer_resumed", "peer_disconnected" }) {
		CAPTURE(event);
		Network network(strcmp(event, "peer_disconnected") == 0 ? 0.02 : 10.0, 10.0);
		REQUIRE(network.open());
		server_to_close = network.server.ptr();
		network.server->connect(event, callable_mp_static(&close_server));
		network.proxy.cut();
		network.proxy.is_open = strcmp(event, "peer_resumed") == 0;
		REQUIRE(network.until([&]() { return !network.server->is_listening(); }));
		network.proxy.is_open = true;
		network.client->disconnect_peer(1);
		REQUIRE(network.until_heard("client: disconnected"));
	}
}

} // namespace TestWSResume
