// SceneMultiplayer over a network of the tests' own: calls, paths, relaying, authentication, and hostile peers.
#pragma once

#include "core/object/callable_method_pointer.h"
#include "core/scene/main/node.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"
#include "modules/multiplayer/scene_multiplayer.h"
#include "modules/multiplayer/tests/recording_peer.h"
#include "tests/test_macros.h"

namespace TestSceneMultiplayer {

// Its methods are made callable by rpc_config(), which numbers them from 0x8000 on: "add" 0, "only" 1.
class CalledNode : public Node {
	GDCLASS(CalledNode, Node);

public:
	Vector<String> calls;
	bool frees_itself = false;

	void add(const Variant &p_value) {
		calls.push_back("add " + p_value.stringify() + " from " + itos(get_multiplayer()->get_remote_sender_id()));
		if (frees_itself) {
			memdelete(this);
		}
	}
	void only(int p_value) { calls.push_back("only " + itos(p_value)); }
	Vector<String> take() {
		const Vector<String> taken = calls;
		calls.clear();
		return taken;
	}

protected:
	static void _bind_methods() {
		ClassDB::bind_method(D_METHOD("add", "value"), &CalledNode::add);
		ClassDB::bind_method(D_METHOD("only", "value"), &CalledNode::only);
	}
};

// The checksum that announcements of it carry.
inline String checksum_hex() {
	const CharString text = String("addonly").md5_text().utf8();
	return String::hex_encode_buffer(reinterpret_cast<const uint8_t *>(text.get_data()), text.length());
}

// A tree with one such node, "/root/N", and its SceneMultiplayer on a RecordingPeer.
class Stage {
	ErrorHandler handler;
	bool was_printing = is_error_printing_enabled();

public:
	SceneTree *tree = memnew(SceneTree);
	CalledNode *node = memnew(CalledNode);
	Ref<RecordingPeer> network;
	Ref<SceneMultiplayer> api;
	Vector<String> events;
	int reports = 0;

	explicit Stage(int p_own_id = 1, const Vector<int> &p_peers = { 7, 8 }) {
		handler.userdata = this;
		handler.func = [](void *p_self, const ErrorReport &) {
			static_cast<Stage *>(p_self)->reports++;
		};
		add_error_handler(&handler);
		set_error_printing(false);
		ClassDB::register_class<CalledNode>();
		ClassDB::register_class<RecordingPeer>();
		tree->initialize();
		node->set_name("N");
		Dictionary any;
		any["rpc_mode"] = MultiplayerAPI::RPC_MODE_ANY_PEER;
		any["call_local"] = true;
		node->rpc_config("add", any);
		node->rpc_config("only", Dictionary());
		tree->get_root()->add_child(node);
		network.instantiate();
		network->own_id = p_own_id;
		api = tree->get_multiplayer();
		api->set_multiplayer_peer(network);
		for (int id : p_peers) {
			network->emit_signal("peer_connected", id);
		}
		network->take_sent();
	}
	~Stage() {
		api->set_multiplayer_peer(Ref<MultiplayerPeer>());
		api.unref();
		tree->finalize();
		memdelete(tree);
		remove_error_handler(&handler);
		set_error_printing(was_printing);
	}
	void receive(int p_from, const String &p_hex) {
		network->lay(p_from, p_hex);
		api->poll();
	}
	void call(int p_peer, const char *p_method, const Variant &p_value) {
		const Variant *arguments[] = { &p_value };
		node->rpcp(p_peer, p_method, arguments, 1);
	}
	// What N is called in packets of others.
	void announce(int p_from, const char *p_id = "05000000") {
		receive(p_from, "01 " + checksum_hex() + " 00 " + p_id + " 4e00");
	}
};

TEST_CASE("[Multiplayer] A node is announced once, then called by number when everybody has confirmed") {
	Stage stage;
	stage.call(0, "add", 1);
	const String announcement = "01" + checksum_hex() + "00010000004e00";
	CHECK_EQ(stage.network->take_sent(), "7:" + announcement + " 8:" + announcement + " 7:600a000080008001"
																					  "02014e00 8:600a000080008001"
																					  "02014e00");
	stage.receive(7, "02 01 01000000");
	stage.call(0, "add", 1);
	CHECK_EQ(stage.network->take_sent(), "7:60010000000080010201 8:600a00008000800102014e00");
	stage.receive(8, "02 01 01000000");
	stage.call(0, "add", 1);
	CHECK_EQ(stage.network->take_sent(), "7:40010080010201 8:40010080010201");
	stage.call(-7, "add", 1);
	CHECK_EQ(stage.network->take_sent(), "8:40010080010201");
	CHECK_EQ(stage.node->take().size(), 4);
}

TEST_CASE("[Multiplayer] A node that comes back to the tree has another number") {
	Stage stage(1, { 7 });
	stage.call(7, "add", 1);
	stage.receive(7, "02 01 01000000");
	stage.tree->get_root()->remove_child(stage.node);
	stage.tree->get_root()->add_child(stage.node);
	stage.network->take_sent();
	stage.call(7, "add", 1);
	CHECK(stage.network->take_sent().contains("0002000000"
											  "4e00"));
}

TEST_CASE("[Multiplayer] Calls come in by number and by path, and only where they may") {
	Stage stage;
	stage.announce(7);
	CHECK_EQ(stage.network->take_sent(), "7:020105000000");
	stage.receive(7, "40 05 0080 01 02 09");
	CHECK_EQ(stage.node->take(), Vector<String>({ "add 9 from 7" }));
	stage.receive(8, "60 0a000080 0080 01 02 04 4e00");
	CHECK_EQ(stage.node->take(), Vector<String>({ "add 4 from 8" }));
	stage.receive(8, "40 05 0080 01 02 09"); // 7 has said what 5 is, 8 has not.
	stage.receive(7, "40 05 0180 01 02 09"); // Of the authority, which is 1.
	stage.receive(7, "40 05 0280 01 02 09"); // There is no such method.
	stage.receive(7, "40 05 0080 02 02 09 02 09"); // Too many arguments.
	CHECK(stage.node->take().is_empty());
	stage.node->set_multiplayer_authority(7);
	stage.receive(7, "40 05 0180 01 02 09");
	CHECK_EQ(stage.node->take(), Vector<String>({ "only 9" }));
	CHECK_EQ(int(stage.api->get_peer_statistics(7)["refused"]), 3);
	CHECK_EQ(int(stage.api->get_peer_statistics(7)["calls_received"]), 2);
}

TEST_CASE("[Multiplayer] Nothing above the root path is reached") {
	Stage stage;
	stage.api->set_root_path(NodePath("/root/N"));
	Node *other = memnew(CalledNode);
	other->set_name("Other");
	stage.tree->get_root()->add_child(other);
	for (const char *path : { "2e2e00", "2e2e2f4f7468657200", "2f726f6f742f4f7468657200", "2f726f6f7400" }) {
		stage.receive(7, String("60 0a000080 0080 01 02 04 ") + path);
	}
	CHECK_EQ(int(stage.api->get_peer_statistics(7)["refused"]), 4);
	CHECK_EQ(stage.network->take_sent(), "");
}

TEST_CASE("[Multiplayer] Arguments that cannot be decoded stop the call") {
	Stage stage;
	stage.announce(7);
	for (const char *arguments : { "01", "01 02", "01 04000000 ff000000 61000000", "01 7f", "01 42 05", "01 18000000 00000000", "05 02 01" }) {
		stage.receive(7, String("40 05 0080 ") + arguments);
	}
	CHECK(stage.node->take().is_empty());
	CHECK_EQ(int(stage.api->get_peer_statistics(7)["refused"]), 7);
}

TEST_CASE("[Multiplayer] The same offence is told at the first, tenth and hundredth time; a limit ends it") {
	Stage stage;
	for (int i = 0; i < 150; i++) {
		stage.receive(7, "00");
	}
	CHECK_EQ(stage.reports, 3);
	CHECK(stage.network->disconnected.is_empty());
	stage.api->set_refusal_limit(5);
	for (int i = 0; i < 10; i++) {
		stage.receive(8, "03");
	}
	CHECK_EQ(stage.network->disconnected.size(), 1);
	CHECK_EQ(stage.network->disconnected[0], 8);
}

TEST_CASE("[Multiplayer] What is meant for peers that have left goes nowhere, quietly") {
	Stage stage;
	stage.network->emit_signal("peer_disconnected", 7);
	stage.network->take_sent();
	for (int i = 0; i < 10; i++) {
		stage.call(7, "add", 1);
		CHECK_EQ(stage.api->send_bytes(RecordingPeer::bytes_of("01"), 7), ERR_BUG);
	}
	CHECK_EQ(stage.network->take_sent(), "");
	CHECK_EQ(stage.reports, 0);
	stage.call(99, "add", 1); // Never there: a mistake.
	CHECK_EQ(stage.reports, 1);
}

TEST_CASE("[Multiplayer] An empty array of bytes arrives as an argument") {
	Stage stage(1, { 7 });
	stage.announce(7);
	stage.call(7, "add", PackedByteArray());
	stage.receive(7, "02 01 01000000");
	stage.network->take_sent();
	stage.call(7, "add", PackedByteArray());
	CHECK_EQ(stage.network->take_sent(), "7:4001008001"
										 "1d00000000000000");
	stage.node->take();
	stage.receive(7, "40 05 0080 01 1d000000 00000000");
	CHECK_EQ(stage.node->take(), Vector<String>({ "add [] from 7" }));
}

TEST_CASE("[Multiplayer] A bucket holds a second's worth and fills evenly") {
	RateBucket bucket;
	uint64_t now = 5000000;
	int taken = 0;
	for (int i = 0; i < 100; i++) {
		taken += bucket.take(10.0, now) ? 1 : 0;
	}
	CHECK_EQ(taken, 10);
	now += 250000;
	CHECK(bucket.take(10.0, now));
	CHECK(bucket.take(10.0, now));
	CHECK_FALSE(bucket.take(10.0, now));
	RateBucket slow; // Less than one a second: one at once, then its time.
	CHECK(slow.take(0.5, now));
	CHECK_FALSE(slow.take(0.5, now + 1000000));
	CHECK(slow.take(0.5, now + 2100000));
}

TEST_CASE("[Multiplayer] Who calls too often is not heard; others are") {
	Stage stage;
	stage.announce(7);
	stage.announce(8);
	stage.api->set_method_rate_limit("add", 0.001);
	for (int i = 0; i < 5; i++) {
		stage.receive(7, "40 05 0080 01 02 09");
	}
	stage.receive(8, "40 05 0080 01 02 09");
	CHECK_EQ(stage.node->take(), Vector<String>({ "add 9 from 7", "add 9 from 8" }));
	stage.api->set_method_rate_limit("add", 0.0);
	stage.api->set_rpc_rate_limit(0.001);
	for (int i = 0; i < 5; i++) {
		stage.receive(7, "40 05 0080 01 02 09");
	}
	CHECK_EQ(stage.node->take(), Vector<String>({ "add 9 from 7" }));
	CHECK_EQ(int(stage.api->get_peer_statistics(7)["refused"]), 8);
}

TEST_CASE("[Multiplayer] Endless announcements are refused, and others are undisturbed") {
	Stage stage;
	const String checksum = checksum_hex();
	for (uint32_t i = 0; i < PathCache::MAX_PATHS_PER_PEER + 10; i++) {
		const uint32_t id = i + 1;
		const uint8_t bytes[4] = { uint8_t(id), uint8_t(id >> 8), uint8_t(id >> 16), uint8_t(id >> 24) };
		stage.network->lay(7, "01" + checksum + "00" + String::hex_encode_buffer(bytes, 4) + "4e00");
		if (i % 1024 == 0) {
			stage.api->poll();
			stage.network->take_sent();
		}
	}
	stage.api->poll();
	CHECK_EQ(int(stage.api->get_peer_statistics(7)["refused"]), 10);
	stage.announce(8);
	stage.receive(8, "40 05 0080 01 02 09");
	CHECK_EQ(stage.node->take(), Vector<String>({ "add 9 from 8" }));
}

TEST_CASE("[Multiplayer] A node that frees itself in a call leaves nothing behind") {
	Stage stage;
	stage.announce(7);
	stage.node->frees_itself = true;
	stage.network->lay(7, "40 05 0080 01 02 09");
	stage.network->lay(7, "40 05 0080 01 02 09");
	stage.api->poll();
	CHECK_EQ(int(stage.api->get_peer_statistics(7)["refused"]), 1);
}

TEST_CASE("[Multiplayer] The server relays between clients, under the sender's name") {
	Stage stage(1, { 7, 8, 9 });
	stage.receive(7, "07 03 08000000 03 aabb");
	CHECK_EQ(stage.network->take_sent(), "8:07030700000003aabb");
	stage.receive(7, "07 03 f8ffffff 03 aabb");
	CHECK_EQ(stage.network->take_sent(), "9:07030700000003aabb");
	stage.receive(7, "07 03 08000000 07 01 0c000000"); // A system message in disguise.
	stage.receive(7, "07 01 0c000000"); // What only the server may say.
	stage.receive(7, "07 02 08000000");
	CHECK_EQ(stage.network->take_sent(), "");
	CHECK_EQ(int(stage.api->get_peer_statistics(7)["refused"]), 3);
	CHECK_EQ(stage.api->get_peer_ids().size(), 3);
}

TEST_CASE("[Multiplayer] A client reaches others through the server and believes only it") {
	Stage stage(5, { 1 });
	stage.receive(1, "07 01 09000000");
	stage.receive(1, "07 01 05000000"); // Itself.
	CHECK_EQ(stage.api->get_peer_ids(), Vector<int32_t>({ 1, 9 }));
	stage.api->send_bytes(RecordingPeer::bytes_of("0102"), 9);
	CHECK_EQ(stage.network->take_sent(), "1:070309000000030102");
	stage.receive(1, "07 03 0a000000 03 aa"); // Of nobody that is known.
	stage.receive(1, "07 03 09000000 07 01 0c000000");
	stage.receive(9, "07 01 0c000000");
	CHECK_EQ(stage.api->get_peer_ids().size(), 2);
	stage.receive(1, "07 02 09000000");
	CHECK_EQ(stage.api->get_peer_ids(), Vector<int32_t>({ 1 }));
}

TEST_CASE("[Multiplayer] Arrivals and departures are told to the other clients") {
	Stage stage(1, { 7 });
	stage.network->emit_signal("peer_connected", 8);
	CHECK_EQ(stage.network->take_sent(), "7:070108000000 8:070107000000");
	stage.api->disconnect_peer(8);
	CHECK_EQ(stage.network->take_sent(), "7:070208000000");
	stage.network->emit_signal("peer_disconnected", 8);
	CHECK_EQ(stage.network->take_sent(), "");
	CHECK_EQ(stage.api->get_peer_ids(), Vector<int32_t>({ 7 }));
}

TEST_CASE("[Multiplayer] Peers that must authenticate reach nothing before both sides have agreed") {
	Stage stage(1, {});
	stage.api->set_auth_callback(callable_mp(stage.node, &CalledNode::only).unbind(1));
	stage.network->emit_signal("peer_connected", 7);
	CHECK(stage.api->get_peer_ids().is_empty());
	stage.receive(7, "03 aabb");
	stage.receive(7, "60 0a000080 0080 01 02 04 4e00");
	CHECK(stage.node->take().is_empty());
	CHECK_EQ(stage.api->send_auth(7, RecordingPeer::bytes_of("0102")), OK);
	CHECK_EQ(stage.api->complete_auth(7), OK);
	CHECK_EQ(stage.network->take_sent(), "7:07000102 7:0700");
	CHECK(stage.api->get_peer_ids().is_empty());
	stage.receive(7, "07 00");
	CHECK_EQ(stage.api->get_peer_ids(), Vector<int32_t>({ 7 }));
	CHECK(stage.api->get_authenticating_peer_ids().is_empty());
}

} // namespace TestSceneMultiplayer
