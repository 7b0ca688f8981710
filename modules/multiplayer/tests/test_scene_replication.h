// Spawners and synchronizers over a network of the tests' own: what goes out, who gets it, and hostile peers.
#pragma once

#include "core/object/callable_method_pointer.h"
#include "core/object/object_db.h"
#include "core/scene/main/node.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"
#include "modules/multiplayer/multiplayer_spawner.h"
#include "modules/multiplayer/multiplayer_synchronizer.h"
#include "modules/multiplayer/scene_multiplayer.h"
#include "modules/multiplayer/tests/recording_peer.h"
#include "tests/test_macros.h"

namespace TestSceneReplication {

// Counts packets to several peers that are given as one.
class ListedPeer : public RecordingPeer {
	GDCLASS(ListedPeer, RecordingPeer);

public:
	int lists = 0;

	Error put_packet_to(Span<int> p_peers, Span<uint8_t> p_packet) override {
		lists++;
		return RecordingPeer::put_packet_to(p_peers, p_packet);
	}

protected:
	static void _bind_methods() {}
};

// Eighty properties, "p0" to "p79", and a setter that can be hostile.
class ManyProperties : public Node {
	GDCLASS(ManyProperties, Node);

public:
	Variant values[80];
	bool dies_when_set = false;
	int times_read = 0;

	Variant get_value(int p_index) {
		times_read++;
		return values[p_index];
	}
	void set_value(int p_index, const Variant &p_value) {
		values[p_index] = p_value;
		if (dies_when_set) {
			memdelete(this);
		}
	}
	bool _set(const StringName &p_name, const Variant &p_value) {
		const String name = p_name;
		if (!name.begins_with("p") || !name.substr(1).is_valid_int()) {
			return false;
		}
		set_value(int(name.substr(1).to_int()), p_value);
		return true;
	}
	bool _get(const StringName &p_name, Variant &r_value) const {
		const String name = p_name;
		if (!name.begins_with("p") || !name.substr(1).is_valid_int()) {
			return false;
		}
		r_value = const_cast<ManyProperties *>(this)->get_value(int(name.substr(1).to_int()));
		return true;
	}

protected:
	static void _bind_methods() {}
};

inline Node *make_mob(const Variant &p_data) {
	ManyProperties *mob = memnew(ManyProperties);
	mob->values[0] = p_data;
	MultiplayerSynchronizer *synchronizer = memnew(MultiplayerSynchronizer);
	synchronizer->set_name("Sync");
	Ref<SceneReplicationConfig> config;
	config.instantiate();
	config->add_property(NodePath(".:p0"));
	synchronizer->set_replication_config(config);
	mob->set_name("Mob");
	mob->add_child(synchronizer);
	return mob;
}

// "/root/World", "/root/Spawner" with a spawn_function, and the SceneMultiplayer of the tree on a RecordingPeer.
class Stage {
	ErrorHandler handler;
	bool was_printing = is_error_printing_enabled();

public:
	SceneTree *tree = memnew(SceneTree);
	Node *world = memnew(Node);
	MultiplayerSpawner *spawner = memnew(MultiplayerSpawner);
	Ref<ListedPeer> network;
	Ref<SceneMultiplayer> api;
	Vector<String> reports;

	explicit Stage(int p_own_id = 1) {
		handler.userdata = this;
		handler.func = [](void *p_self, const ErrorReport &p_report) {
			static_cast<Stage *>(p_self)->reports.push_back(p_report.message);
		};
		add_error_handler(&handler);
		set_error_printing(false);
		ClassDB::register_class<ManyProperties>();
		ClassDB::register_class<ListedPeer>();
		tree->initialize();
		network.instantiate();
		network->own_id = p_own_id;
		api = tree->get_multiplayer();
		api->set_multiplayer_peer(network);
		world->set_name("World");
		tree->get_root()->add_child(world);
		spawner->set_name("Spawner");
		spawner->set_spawn_path(NodePath("../World"));
		spawner->set_spawn_function(callable_mp_static(make_mob));
		tree->get_root()->add_child(spawner);
	}
	~Stage() {
		api->set_multiplayer_peer(Ref<MultiplayerPeer>());
		api.unref();
		tree->finalize();
		memdelete(tree);
		remove_error_handler(&handler);
		set_error_printing(was_printing);
	}
	void arrive(int p_id) { network->emit_signal("peer_connected", p_id); }
	void receive(int p_from, const String &p_hex) {
		network->lay(p_from, p_hex);
		api->poll();
	}
	// A node with these properties and a synchronizer, by path.
	ManyProperties *add_synced(int p_count, SceneReplicationConfig::ReplicationMode p_mode, const char *p_name = "N") {
		ManyProperties *node = memnew(ManyProperties);
		node->set_name(p_name);
		MultiplayerSynchronizer *synchronizer = memnew(MultiplayerSynchronizer);
		synchronizer->set_name("Sync");
		Ref<SceneReplicationConfig> config;
		config.instantiate();
		for (int i = 0; i < p_count; i++) {
			const NodePath path(".:p" + itos(i));
			node->values[i] = i;
			config->add_property(path);
			config->property_set_replication_mode(path, p_mode);
		}
		synchronizer->set_replication_config(config);
		node->add_child(synchronizer);
		tree->get_root()->add_child(node);
		return node;
	}
	// What the other peers call a node of ours or of theirs.
	void announce(int p_from, const char *p_id, const String &p_path) {
		const CharString path = p_path.utf8();
		receive(p_from, "01" + String("30").repeat(32) + "00" + p_id + String::hex_encode_buffer(reinterpret_cast<const uint8_t *>(path.get_data()), path.length()) + "00");
		reports.clear(); // The checksum of its methods is wrong.
	}
	int count_children() const { return world->get_child_count(); }
};

// The spawn of Mob number 9 with synchronizer number 10 by the spawner number 5; custom data and state: 3.
inline const char *SPAWN = "04 ff 05000000 09000000 01000000 04000000 0a000000 4d6f6200 02000000 0203 0203";

TEST_CASE("[Multiplayer][Replication] A spawn goes to those who are there and to those who come, and so does its end") {
	Stage stage;
	stage.arrive(7);
	Node *mob = stage.spawner->spawn(3);
	REQUIRE(mob);
	const String spawn = "04ff01000000010000000100000004000000020000004d6f62000200000002030203";
	CHECK(stage.network->take_sent().ends_with("7:" + spawn));
	stage.arrive(8);
	CHECK(stage.network->take_sent().ends_with("8:" + spawn));
	memdelete(mob);
	CHECK_EQ(stage.network->take_sent(), "7:0501000000 8:0501000000");
}

TEST_CASE("[Multiplayer][Replication] A node that comes back into the tree is spawned again") {
	Stage stage;
	stage.arrive(7);
	Node *mob = stage.spawner->spawn(3);
	stage.world->remove_child(mob);
	stage.network->take_sent();
	mob->set_scene_file_path("res://mob.tscn");
	stage.spawner->add_spawnable_scene("res://mob.tscn");
	stage.world->add_child(mob);
	stage.api->poll();
	CHECK(stage.network->take_sent().contains("7:0400"));
	CHECK(stage.reports.is_empty());
}

// Who was sent a spawn or a despawn, in the order of sending: "+7 -8".
inline String take_spawns(Stage &r_stage) {
	String text;
	for (const RecordingPeer::Sent &packet : r_stage.network->sent) {
		if (packet.hex.begins_with("04") || packet.hex.begins_with("05")) {
			text += (text.is_empty() ? "" : " ") + String(packet.hex.begins_with("04") ? "+" : "-") + itos(packet.to);
		}
	}
	r_stage.network->sent.clear();
	return text;
}

TEST_CASE("[Multiplayer][Replication] Those who are interested in its group see a synchronizer, and a change looks at nothing else") {
	Stage stage;
	for (int id : { 7, 8, 9 }) {
		stage.arrive(id);
	}
	stage.api->set_peer_interests(7, { 5, 6, 5, 0 });
	stage.api->set_peer_interests(8, { 6 });
	CHECK_EQ(stage.api->get_peer_interests(7), Vector<int64_t>({ 5, 6 }));
	Node *mob = make_mob(3);
	MultiplayerSynchronizer *sync = Object::cast_to<MultiplayerSynchronizer>(mob->get_child(0));
	sync->set_visibility_public(false);
	sync->set_interest_group(5);
	mob->set_scene_file_path("res://mob.tscn");
	stage.spawner->add_spawnable_scene("res://mob.tscn");
	stage.world->add_child(mob);
	stage.api->poll();
	CHECK_EQ(take_spawns(stage), "+7");
	sync->set_interest_group(6); // 7 goes on seeing it.
	CHECK_EQ(take_spawns(stage), "+8");
	stage.api->set_peer_interests(9, { 1, 2, 3 });
	CHECK(stage.network->sent.is_empty());
	stage.api->set_peer_interests(9, { 6 });
	CHECK_EQ(take_spawns(stage), "+9");
	stage.api->set_peer_interests(7, {});
	CHECK_EQ(take_spawns(stage), "-7");
	sync->set_visibility_for(8, true); // By name, besides.
	stage.api->set_peer_interests(8, {});
	CHECK_EQ(take_spawns(stage), "");
	sync->set_interest_group(0);
	CHECK_EQ(take_spawns(stage), "-9");
	stage.network->emit_signal("peer_disconnected", 9);
	stage.arrive(9); // As somebody new.
	CHECK_EQ(stage.api->get_peer_interests(9).size(), 0);
	sync->set_interest_group(6);
	CHECK_EQ(take_spawns(stage), "");
	stage.api->set_peer_interests(1234, { 6 });
	CHECK_EQ(stage.reports.size(), 1);
}

inline ObjectID freed_at_change;
inline void free_at_change(int64_t p_peer) {
	if (Node *mob = ObjectDB::get_instance<Node>(freed_at_change)) {
		memdelete(mob);
	}
}

TEST_CASE("[Multiplayer][Replication] Handlers may free what a change of interests is about") {
	for (int who = 0; who < 2; who++) {
		CAPTURE(who);
		Stage stage;
		for (int id : { 7, 8, 9 }) {
			stage.arrive(id);
			stage.api->set_peer_interests(id, { 5 });
		}
		Node *mob = make_mob(3);
		freed_at_change = mob->get_instance_id();
		MultiplayerSynchronizer *sync = Object::cast_to<MultiplayerSynchronizer>(mob->get_child(0));
		sync->set_visibility_public(false);
		sync->set_interest_group(who == 0 ? 5 : 4);
		mob->add_child(sync->duplicate());
		stage.world->add_child(mob);
		sync->connect("visibility_changed", callable_mp_static(&free_at_change));
		if (who == 0) {
			stage.api->set_peer_interests(7, {});
		} else {
			sync->set_interest_group(5);
		}
		CHECK_EQ(stage.count_children(), 0);
	}
}

TEST_CASE("[Multiplayer][Replication] What all see is sent once for all, and reading it is done once") {
	Stage stage;
	ManyProperties *node = stage.add_synced(1, SceneReplicationConfig::REPLICATION_MODE_ALWAYS);
	for (int id = 2; id < 12; id++) {
		stage.arrive(id);
	}
	stage.api->poll();
	for (int id = 2; id < 12; id++) {
		stage.receive(id, "02 01 01000000");
	}
	stage.network->take_sent();
	stage.network->lists = 0;
	node->times_read = 0;
	stage.api->poll();
	CHECK_EQ(node->times_read, 1);
	CHECK_EQ(stage.network->lists, 1);
	CHECK_EQ(stage.network->sent.size(), 10);
	CHECK_EQ(stage.network->sent[0].mode, MultiplayerPeer::TRANSFER_MODE_UNRELIABLE);
}

TEST_CASE("[Multiplayer][Replication] What nobody sees is not read, and what has not changed is not sent") {
	Stage stage;
	ManyProperties *node = stage.add_synced(3, SceneReplicationConfig::REPLICATION_MODE_ON_CHANGE);
	stage.api->poll();
	CHECK_EQ(node->times_read, 0);
	stage.arrive(7);
	stage.api->poll();
	CHECK_EQ(node->times_read, 0); // It does not know the path yet.
	stage.receive(7, "02 01 01000000");
	CHECK(stage.network->take_sent().ends_with("7:1601000080070000000000000006000000020002010202"));
	stage.api->poll();
	CHECK_EQ(stage.network->take_sent(), "");
	node->values[1] = 7;
	stage.api->poll();
	CHECK_EQ(stage.network->take_sent(), "7:16010000800200000000000000020000000207");
}

TEST_CASE("[Multiplayer][Replication] Of more than 64 properties those 64 apart travel together") {
	Stage stage;
	ManyProperties *node = stage.add_synced(80, SceneReplicationConfig::REPLICATION_MODE_ON_CHANGE);
	stage.arrive(7);
	stage.api->poll();
	stage.receive(7, "02 01 01000000");
	stage.network->take_sent();
	node->values[66] = -1;
	stage.api->poll();
	CHECK_EQ(stage.network->take_sent(), "7:1601000080040000000000000004000000020202ff");
}

TEST_CASE("[Multiplayer][Replication] They arrive so, too") {
	Stage other(7);
	ManyProperties *copy = other.add_synced(80, SceneReplicationConfig::REPLICATION_MODE_ON_CHANGE);
	other.arrive(1);
	other.announce(1, "01000000", "N/Sync");
	other.receive(1, "16 01000080 0400000000000000 04000000 0202 02ff");
	CHECK_EQ(copy->values[66], Variant(-1));
	CHECK(other.reports.is_empty());
}

TEST_CASE("[Multiplayer][Replication] State beyond the limit of a packet has one of its own, and one property does not hold up the others") {
	Stage stage;
	stage.api->set_max_delta_packet_size(128);
	stage.api->set_max_sync_packet_size(128);
	ManyProperties *node = stage.add_synced(3, SceneReplicationConfig::REPLICATION_MODE_ON_CHANGE);
	PackedByteArray large;
	large.resize(1000);
	node->values[0] = large;
	stage.arrive(7);
	stage.api->poll();
	stage.receive(7, "02 01 01000000");
	const String sent = stage.network->take_sent();
	CHECK_EQ(sent.get_slice_count("16010000800"), 3); // The large one, then the two others together.
	CHECK(sent.length() > 2000);
	CHECK(stage.reports.is_empty());
	large.resize(2 << 20);
	node->values[0] = large;
	node->values[1] = 5;
	stage.api->poll();
	stage.api->poll();
	CHECK_EQ(stage.network->take_sent(), "7:16010000800200000000000000020000000205");
	CHECK_EQ(stage.reports.size(), 1);
}

TEST_CASE("[Multiplayer][Replication] Only the owner of a spawner spawns") {
	Stage stage(7);
	stage.arrive(1);
	stage.arrive(8);
	stage.announce(1, "05000000", "Spawner");
	stage.announce(8, "05000000", "Spawner");
	stage.receive(8, SPAWN);
	CHECK_EQ(stage.count_children(), 0);
	CHECK_EQ(stage.reports.size(), 1);
	stage.receive(1, SPAWN);
	REQUIRE(stage.count_children() == 1);
	ManyProperties *mob = Object::cast_to<ManyProperties>(stage.world->get_child(0));
	CHECK_EQ(mob->values[0], Variant(3));
	stage.receive(8, "05 09000000");
	stage.receive(8, "06 0100 0a000000 02000000 0204");
	CHECK_EQ(mob->values[0], Variant(3));
	stage.receive(1, "06 0100 0a000000 02000000 0204");
	CHECK_EQ(mob->values[0], Variant(4));
	stage.receive(1, "05 09000000");
	CHECK_EQ(stage.count_children(), 0);
}

TEST_CASE("[Multiplayer][Replication] Spawns that cannot be carried out are refused, each cause told once") {
	Stage stage(7);
	stage.arrive(1);
	stage.announce(1, "05000000", "Spawner");
	const char *const bad[] = {
		"04 ff 06000000 09000000 01000000 04000000 0a000000 4d6f6200 02000000 0203 0203", // Another spawner.
		"04 00 05000000 09000000 01000000 04000000 0a000000 4d6f6200 0203", // No such scene.
		"04 ff 05000000 09000000 01000000 04000000 0a000000 2e2e2f00 02000000 0203 0203", // "../"
		"04 ff 05000000 09000000 01000000 04000000 0a000000 4d6f6200 02000000 0403 0203", // Data that is no value.
		"04 ff 05000000 09000000 01000000 04000000 0a000000 4d6f6200 03000000 020300 0203", // Something behind it.
		"04 ff 05000000 09000000 01000000 04000000 0a000000 4d6f6200 02000000 0203 02", // State that is cut.
		"04 ff 05000000 09000000 ffffff7f 04000000 0a000000 4d6f6200 02000000 0203 0203",
	};
	for (int round = 0; round < 3; round++) {
		for (const char *hex : bad) {
			stage.receive(1, hex);
			stage.tree->process(0.01);
			CHECK_EQ(stage.count_children(), 0);
		}
	}
	CHECK(stage.reports.size() <= int64_t(std::size(bad)));
	stage.receive(1, SPAWN);
	CHECK_EQ(stage.count_children(), 1);
	stage.receive(1, SPAWN); // Its number and its name are taken.
	CHECK_EQ(stage.count_children(), 1);
}

TEST_CASE("[Multiplayer][Replication] States from others than the owner, old ones and wrong ones change nothing") {
	Stage stage(7);
	stage.arrive(1);
	stage.arrive(8);
	ManyProperties *node = stage.add_synced(1, SceneReplicationConfig::REPLICATION_MODE_ALWAYS);
	stage.announce(1, "01000000", "N/Sync");
	stage.announce(8, "01000000", "N/Sync");
	stage.receive(1, "06 0500 01000080 02000000 0205");
	CHECK_EQ(node->values[0], Variant(5));
	for (const char *hex : { "06 0500 01000080 02000000 0206", "06 0400 01000080 02000000 0206", "06 0600 02000080 02000000 0206", "06 0600 01000080 01000000 02", "06 0600 01000080 0c000000 180000000000000000000000", "16 01000080 0100000000000000 02000000 0206", "06 06", "06", "16 0100" }) {
		stage.receive(1, hex);
		CHECK_EQ(node->values[0], Variant(5));
	}
	stage.receive(8, "06 0700 01000080 02000000 0206");
	CHECK_EQ(node->values[0], Variant(5));
	const int64_t told = stage.reports.size();
	for (int i = 0; i < 50; i++) {
		stage.receive(8, "06 0700 01000080 02000000 0206");
	}
	CHECK(stage.reports.size() <= told + 1); // The tenth of its kind is told again.
	stage.receive(1, "06 0600 01000080 02000000 0206");
	CHECK_EQ(node->values[0], Variant(6));
}

TEST_CASE("[Multiplayer][Replication] A setter that frees everything leaves the rest of the packet good") {
	Stage stage(7);
	stage.arrive(1);
	ManyProperties *first = stage.add_synced(2, SceneReplicationConfig::REPLICATION_MODE_ALWAYS, "A");
	ManyProperties *second = stage.add_synced(1, SceneReplicationConfig::REPLICATION_MODE_ALWAYS, "B");
	const ObjectID first_id = first->get_instance_id();
	stage.announce(1, "01000000", "A/Sync");
	stage.announce(1, "02000000", "B/Sync");
	first->dies_when_set = true;
	stage.receive(1, "06 0100 01000080 04000000 0205 0206 02000080 02000000 0207");
	CHECK_FALSE(ObjectDB::get_instance(first_id));
	CHECK_EQ(second->values[0], Variant(7));
}

TEST_CASE("[Multiplayer][Replication] The peer that has authority sends, whoever that is at the moment") {
	Stage stage;
	ManyProperties *node = stage.add_synced(1, SceneReplicationConfig::REPLICATION_MODE_ALWAYS);
	stage.arrive(7);
	stage.api->poll();
	stage.receive(7, "02 01 01000000");
	node->get_child(0)->set_multiplayer_authority(7);
	stage.network->take_sent();
	stage.api->poll();
	CHECK_EQ(stage.network->take_sent(), "");
	stage.announce(7, "01000000", "N/Sync");
	stage.receive(7, "06 0100 01000080 02000000 0209");
	CHECK_EQ(node->values[0], Variant(9));
	node->get_child(0)->set_multiplayer_authority(1);
	stage.network->take_sent();
	stage.api->poll();
	CHECK(stage.network->take_sent().contains("7:06"));
}

TEST_CASE("[Multiplayer][Replication] A property that is not there is told once") {
	Stage stage;
	ManyProperties *node = stage.add_synced(2, SceneReplicationConfig::REPLICATION_MODE_ON_CHANGE);
	Object::cast_to<MultiplayerSynchronizer>(node->get_child(0))->get_replication_config()->add_property(NodePath("Gone:position"));
	stage.arrive(7);
	stage.api->poll();
	stage.receive(7, "02 01 01000000");
	for (int i = 0; i < 5; i++) {
		stage.api->poll();
	}
	CHECK_EQ(stage.reports.size(), 1);
}

TEST_CASE("[Multiplayer][Replication] A configuration in a file, in today's form and in the older one") {
	Ref<SceneReplicationConfig> config;
	config.instantiate();
	config->set("properties/0/path", NodePath(".:position"));
	config->set("properties/0/spawn", true);
	config->set("properties/0/replication_mode", 2);
	config->set("properties/1/path", NodePath("K:a"));
	config->set("properties/1/spawn", false);
	config->set("properties/1/sync", true);
	config->set("properties/1/watch", true);
	CHECK_EQ(config->get_properties().size(), 2);
	CHECK_EQ(config->property_get_replication_mode(NodePath(".:position")), SceneReplicationConfig::REPLICATION_MODE_ON_CHANGE);
	CHECK_EQ(config->property_get_replication_mode(NodePath("K:a")), SceneReplicationConfig::REPLICATION_MODE_ON_CHANGE);
	CHECK_FALSE(config->property_get_spawn(NodePath("K:a")));
	config->property_set_sync(NodePath("K:a"), false);
	CHECK(config->property_get_watch(NodePath("K:a")));
	config->property_set_watch(NodePath("K:a"), false);
	CHECK_EQ(config->property_get_replication_mode(NodePath("K:a")), SceneReplicationConfig::REPLICATION_MODE_NEVER);
	const Ref<SceneReplicationConfig> copy = config->duplicate();
	CHECK_EQ(copy->get_properties(), config->get_properties());
	CHECK_EQ(copy->property_get_replication_mode(NodePath(".:position")), SceneReplicationConfig::REPLICATION_MODE_ON_CHANGE);
}

} // namespace TestSceneReplication
