// Every method of the script-visible classes, called from every signal handler and in every state, inside and outside of poll(). The
// methods come from the registry, so that new ones are covered at once. Meant for a build with AddressSanitizer; elsewhere it shows little.
#pragma once

#include "core/io/stream_peer_tcp.h"
#include "core/io/tcp_server.h"
#include "core/object/class_db.h"
#include "core/os/os.h"
#include "core/variant/callable.h"
#include "modules/websocket/websocket_client.h"
#include "modules/websocket/websocket_server.h"
#include "tests/test_macros.h"

#include <functional>
#include <string>
#include <vector>

namespace TestWSEveryMethod {

constexpr int STEPS = 300; // A moment that has not come after so many polls does not come.
constexpr int STEPS_AFTER = 6;

using Arguments = std::vector<Variant>;

class Listener final : public CallableCustom {
	std::function<void(const Arguments &)> action;

	static bool _equal(const CallableCustom *p_a, const CallableCustom *p_b) { return p_a == p_b; }
	static bool _less(const CallableCustom *p_a, const CallableCustom *p_b) { return p_a < p_b; }

public:
	explicit Listener(std::function<void(const Arguments &)> p_action) :
			action(std::move(p_action)) {}
	uint32_t hash() const override { return 1; }
	String get_as_text() const override { return "listener"; }
	CompareEqualFunc get_compare_equal_func() const override { return &_equal; }
	CompareLessFunc get_compare_less_func() const override { return &_less; }
	bool is_valid() const override { return true; }
	ObjectID get_object() const override { return ObjectID(); }
	void call(const Variant **p_arguments, int p_argcount, Variant &, Callable::CallError &) const override {
		Arguments arguments;
		for (int i = 0; i < p_argcount; i++) {
			arguments.push_back(*p_arguments[i]);
		}
		action(arguments);
	}
};

// A WebSocketClient at a WebSocketServer, and a WebSocketPeer at one that accepted it, all of them talking.
struct World {
	Ref<WebSocketServer> server;
	Ref<WebSocketClient> client;
	Ref<TCPServer> listener;
	Ref<WebSocketPeer> peer;
	Ref<WebSocketPeer> accepted;
	Ref<RefCounted> request; // Of the handshake that is undecided.
	std::function<void()> strike; // Once.
	int client_id = 0;
	int steps = 0;
	bool floods = false; // The peer says more than the network takes at once.
	bool parts = true; // In late rounds.
	bool finds_nobody = false; // The client's server is not there.

	World() {
		server.instantiate();
		server->set_bind_ip("127.0.0.1");
		server->listen(0);
		listen_to(server, "client_connected", [this](const Arguments &p_arguments) { client_id = int(p_arguments[0]); });
		client.instantiate();
		client->set_auto_reconnect(true);
		client->set_reconnect_delay(0.001);
		listener.instantiate();
		listener->listen(0, "127.0.0.1");
		peer.instantiate();
		accepted.instantiate();
		accepted->set_inbound_buffer_size(0);
	}
	~World() { strike = nullptr; }

	static void listen_to(const Ref<RefCounted> &p_emitter, const char *p_signal, std::function<void(const Arguments &)> p_action) {
		p_emitter->connect(p_signal, Callable(memnew(Listener(std::move(p_action)))));
	}
	String get_url() const { return "ws://127.0.0.1:" + itos(listener->get_local_port()); }
	Ref<WebSocketPeer> get_server_peer() const { return client_id == 0 ? Ref<WebSocketPeer>() : server->get_peer(client_id); }
	void strike_once() {
		if (strike) {
			const std::function<void()> now = std::move(strike);
			strike = nullptr;
			now();
		}
	}

	void begin() {
		client->connect_to_url(finds_nobody ? String("ws://127.0.0.1:1") : "ws://127.0.0.1:" + itos(server->get_local_port()));
		peer->connect_to_url(get_url());
	}
	// One round of polls and some talk.
	void step() {
		steps++;
		peer->poll();
		client->poll();
		if (listener->is_connection_available()) {
			accepted->accept_stream(listener->take_connection());
		}
		accepted->poll();
		server->poll();
		peer->send_text("to the other");
		accepted->send_text("and back");
		if (floods && peer->get_ready_state() == WebSocketPeer::STATE_OPEN) {
			floods = false;
			peer->set_outbound_buffer_size(0);
			PackedByteArray much;
			much.resize(8 << 20);
			peer->put_packet_buffer(much);
		}
		if (const Ref<WebSocketPeer> mine = client->get_peer(1); mine.is_valid()) {
			mine->send_text("to the server");
		}
		if (const Ref<WebSocketPeer> theirs = get_server_peer(); theirs.is_valid()) {
			theirs->send_text("to the client");
			if (steps % 24 == 12 && parts) {
				server->disconnect_peer_with_code(client_id, 1001, "going");
			} else if (steps % 24 == 0 && parts) {
				client->get_peer(1)->close(4000, "gone");
			}
		}
	}
};

inline Variant make_argument(const World &p_world, const PropertyInfo &p_argument, bool p_odd) {
	const String &name = p_argument.name;
	switch (p_argument.type) {
		case Variant::BOOL:
			return p_odd;
		case Variant::INT:
			if (name == "id" || name == "peer_id") {
				return p_odd ? 1 : p_world.client_id;
			}
			return name == "port" || p_odd ? 0 : (name == "code" ? 1000 : 1);
		case Variant::FLOAT:
			return p_odd ? -1.0 : 0.01;
		case Variant::STRING:
			return p_odd ? String("no: such thing\n") : (name == "url" ? p_world.get_url() : String());
		case Variant::PACKED_BYTE_ARRAY:
			return p_odd ? PackedByteArray() : PackedByteArray{ 1, 2, 3 };
		case Variant::PACKED_STRING_ARRAY:
			return p_odd ? PackedStringArray{ "no: such", "thing\n" } : PackedStringArray();
		case Variant::OBJECT: {
			Ref<StreamPeerTCP> stream;
			if (p_odd && name == "stream") {
				stream.instantiate();
			}
			return stream;
		}
		default:
			return Variant();
	}
}

inline void call(const World &p_world, Object *p_object, const MethodInfo &p_method, bool p_odd) {
	std::vector<Variant> values;
	for (const PropertyInfo &argument : p_method.arguments) {
		values.push_back(make_argument(p_world, argument, p_odd));
	}
	std::vector<const Variant *> arguments;
	for (const Variant &value : values) {
		arguments.push_back(&value);
	}
	Callable::CallError error;
	p_object->callp(p_method.name, arguments.data(), int(arguments.size()), error);
}

// What changes something comes one by one, all that only looks at once.
inline std::vector<std::vector<MethodInfo>> get_methods(const std::vector<const char *> &p_classes) {
	std::vector<std::vector<MethodInfo>> groups(1);
	for (const char *name : p_classes) {
		LocalVector<MethodInfo> methods;
		ClassDB::get_method_list(name, &methods, true);
		for (const MethodInfo &method : methods) {
			if (method.name.begins_with("_") || (method.flags & METHOD_FLAG_STATIC)) {
				continue;
			}
			if ((method.flags & METHOD_FLAG_CONST) && method.arguments.is_empty()) {
				groups[0].push_back(method);
			} else {
				groups.push_back({ method });
			}
		}
	}
	return groups;
}

using Target = std::function<Ref<RefCounted>(World &)>;
using Moment = std::function<void(World &)>; // Brings the world to where strike_once() is called.

inline const Target PEER = [](World &r_world) {
	return Ref<RefCounted>(r_world.peer);
};
inline const Target ACCEPTED = [](World &r_world) {
	return Ref<RefCounted>(r_world.accepted);
};
inline const Target CLIENT = [](World &r_world) {
	return Ref<RefCounted>(r_world.client);
};
inline const Target CLIENT_PEER = [](World &r_world) {
	return Ref<RefCounted>(r_world.client->get_peer(1));
};
inline const Target SERVER = [](World &r_world) {
	return Ref<RefCounted>(r_world.server);
};
inline const Target SERVER_PEER = [](World &r_world) {
	return Ref<RefCounted>(r_world.get_server_peer());
};
inline const Target REQUEST = [](World &r_world) {
	return r_world.request;
};

const std::vector<const char *> PEER_CLASSES = { "WebSocketPeer", "PacketPeer" };
const std::vector<const char *> CLIENT_CLASSES = { "WebSocketClient", "WebSocketMultiplayerPeer", "MultiplayerPeer", "PacketPeer" };
const std::vector<const char *> SERVER_CLASSES = { "WebSocketServer", "WebSocketMultiplayerPeer", "MultiplayerPeer", "PacketPeer" };
const std::vector<const char *> REQUEST_CLASSES = { "WebSocketRequest" };

// Every method in a world of its own, twice: with arguments that make sense and with others.
inline void strike_all(const std::vector<const char *> &p_classes, const Target &p_target, const Moment &p_moment, const char *p_name) {
	CAPTURE(std::string(p_name));
	const std::vector<std::vector<MethodInfo>> groups = get_methods(p_classes);
	REQUIRE(groups.size() > 2);
	ExpectErrors quiet;
	int missed = 0;
	for (size_t i = 0; i < groups.size() * 2; i++) {
		World world;
		bool is_struck = false;
		world.strike = [&]() {
			const Ref<RefCounted> target = p_target(world);
			for (const MethodInfo &method : groups[i / 2]) {
				if (target.is_valid()) {
					is_struck = true;
					call(world, target.ptr(), method, i % 2 == 1);
				}
			}
		};
		p_moment(world);
		missed += !is_struck;
		world.strike = nullptr;
		for (int step = 0; step < STEPS_AFTER; step++) {
			world.step();
		}
	}
	CHECK_EQ(missed, 0);
}

inline Moment at_signal(const Target &p_emitter, const char *p_signal) {
	return [p_emitter, p_signal](World &r_world) {
		World *const world = &r_world;
		World::listen_to(p_emitter(r_world), p_signal, [world](const Arguments &p_arguments) {
			if (p_arguments.size() == 1 && p_arguments[0].get_type() == Variant::OBJECT) {
				world->request = p_arguments[0];
			}
			world->strike_once();
		});
		const String name = p_signal;
		r_world.floods = name == "drained";
		r_world.finds_nobody = name == "connection_error";
		r_world.begin();
		for (int i = 0; i < STEPS && r_world.strike; i++) {
			r_world.step();
			if (r_world.floods || name == "drained" || r_world.finds_nobody || i > 30) {
				OS::get_singleton()->delay_usec(50);
			}
		}
	};
}

TEST_CASE("[WebSocket][EveryMethod] From every handler of a client's signals") {
	for (const char *name : { "connection_established", "data_received", "server_close_request", "connection_closed", "connection_error", "reconnecting" }) {
		strike_all(CLIENT_CLASSES, CLIENT, at_signal(CLIENT, name), name);
		strike_all(PEER_CLASSES, CLIENT_PEER, at_signal(CLIENT, name), name);
	}
}

TEST_CASE("[WebSocket][EveryMethod] From every handler of a server's signals") {
	for (const char *name : { "client_connected", "data_received", "client_close_request", "client_disconnected" }) {
		strike_all(SERVER_CLASSES, SERVER, at_signal(SERVER, name), name);
		strike_all(PEER_CLASSES, SERVER_PEER, at_signal(SERVER, name), name);
	}
	strike_all(SERVER_CLASSES, SERVER, at_signal(SERVER, "handshake_requested"), "handshake_requested");
	strike_all(REQUEST_CLASSES, REQUEST, at_signal(SERVER, "handshake_requested"), "handshake_requested");
}

TEST_CASE("[WebSocket][EveryMethod] From the handler of a peer's signal") {
	strike_all(PEER_CLASSES, PEER, at_signal(PEER, "drained"), "drained");
	strike_all(PEER_CLASSES, ACCEPTED, at_signal(PEER, "drained"), "drained, the other");
}

TEST_CASE("[WebSocket][EveryMethod] Outside of poll(), in every state") {
	const auto until = [](World &r_world, auto p_done) {
		r_world.parts = false;
		for (int i = 0; i < STEPS && !p_done(); i++) {
			r_world.step();
			OS::get_singleton()->delay_usec(i > 8 ? 50 : 0);
		}
	};
	const auto are_open = [](World &r_world) {
		return r_world.peer->get_ready_state() == WebSocketPeer::STATE_OPEN && r_world.accepted->get_ready_state() == WebSocketPeer::STATE_OPEN && r_world.get_server_peer().is_valid();
	};
	const Moment fresh = [](World &r_world) {
		r_world.strike_once();
	};
	const Moment connecting = [](World &r_world) {
		r_world.begin();
		r_world.peer->poll();
		r_world.client->poll();
		r_world.strike_once();
	};
	const Moment open = [&](World &r_world) {
		r_world.begin();
		until(r_world, [&]() { return are_open(r_world); });
		r_world.strike_once();
	};
	const Moment closing = [&](World &r_world) {
		r_world.begin();
		until(r_world, [&]() { return are_open(r_world); });
		r_world.peer->close(4000);
		r_world.accepted->close(4001);
		r_world.client->disconnect_from_host();
		r_world.server->disconnect_peer_with_code(r_world.client_id, 4002);
		r_world.strike_once();
	};
	const Moment closed = [&](World &r_world) {
		r_world.begin();
		until(r_world, [&]() { return are_open(r_world); });
		r_world.peer->close(-1);
		r_world.accepted->close(-1);
		r_world.client->close();
		r_world.strike_once();
	};
	const struct {
		const char *name;
		Moment moment;
	} states[] = { { "fresh", fresh }, { "connecting", connecting }, { "open", open }, { "closing", closing }, { "closed", closed } };
	for (const auto &state : states) {
		strike_all(PEER_CLASSES, PEER, state.moment, state.name);
		strike_all(CLIENT_CLASSES, CLIENT, state.moment, state.name);
		strike_all(SERVER_CLASSES, SERVER, state.moment, state.name);
	}
	for (const auto &state : { states[2], states[3], states[4] }) {
		strike_all(PEER_CLASSES, ACCEPTED, state.moment, state.name);
		strike_all(PEER_CLASSES, SERVER_PEER, state.moment, state.name);
	}
}

} // namespace TestWSEveryMethod
