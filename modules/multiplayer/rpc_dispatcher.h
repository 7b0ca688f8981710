// RPCDispatcher: remote calls out and in: who may call what, how it travels, and the call itself.
#pragma once

#include "core/object/object_id.h"
#include "core/scene/main/multiplayer_api.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"
#include "core/templates/span.h"

class Node;
class SceneMultiplayer;

// Owned by its SceneMultiplayer, for the main thread. Calls run scripts.
//
// What may be called is looked up when a node first makes, gets or announces a call, and kept: a script's @rpc marks with the script, what
// rpc_config() has set with the node. Method numbers on the wire come from these tables, so both sides must agree on them.
class RPCDispatcher {
public:
	explicit RPCDispatcher(SceneMultiplayer *p_multiplayer) :
			multiplayer(p_multiplayer) {}

	Error call(Object *p_object, int p_peer_id, const StringName &p_method, const Variant **p_args, int p_argcount);
	void process_packet(int p_from, Span<uint8_t> p_packet);
	// MD5 of the names of the node's methods, as SimplifyPathPacket has it.
	String get_checksum(const Node *p_node);
	int get_remote_sender_id() const { return remote_sender; }
	void clear();

private:
	struct Method {
		StringName name;
		MultiplayerAPI::RPCMode mode = MultiplayerAPI::RPC_MODE_DISABLED;
		MultiplayerPeer::TransferMode transfer_mode = MultiplayerPeer::TRANSFER_MODE_RELIABLE;
		bool call_local = false;
		int channel = 0;
		uint16_t id = 0;
	};
	struct MethodTable {
		LocalVector<Method> methods; // By number.
		String names; // One after the other.

		void fill(const Variant &p_config, uint16_t p_first_id);
		const Method *find(const StringName &p_name) const;
	};
	struct NodeTables {
		MethodTable *script = nullptr; // Shared; null for nodes without a script.
		MethodTable *own = nullptr; // Null where rpc_config() has set nothing; else owned.
	};
	static constexpr uint16_t OWN_METHODS = 0x8000; // The first number of what rpc_config() has set.
	static constexpr int STACK_ARGUMENTS = 8;

	SceneMultiplayer *multiplayer;
	HashMap<ObjectID, NodeTables> nodes;
	HashMap<ObjectID, MethodTable *> scripts; // Owned.
	uint32_t swept_size = 0; // How many nodes there were after the last sweep.
	LocalVector<int> targets; // Working memory of a call; empty between calls.
	Vector<uint8_t> packet; // The same.
	int remote_sender = 0;

	const NodeTables &get_tables(const Node *p_node);
	void sweep_nodes();
	const Method *find_method(const Node *p_node, const StringName &p_name);
	const Method *find_method(const Node *p_node, uint16_t p_id);
	Error send(Node *p_node, int p_peer_id, const Method &p_method, const Variant **p_args, int p_argcount);
	Error encode_arguments(const Variant **p_args, int p_argcount, Vector<uint8_t> &r_bytes) const;
	void send_packets(Node *p_node, const Method &p_method, const LocalVector<int> &p_targets, Vector<uint8_t> &r_packet, const Vector<uint8_t> &p_arguments, bool p_raw, int p_argcount);
	void carry_out(int p_from, Node *p_node, const Method &p_method, const Variant **p_args, int p_argcount);
	bool is_allowed(int p_from, const Node *p_node, const Method &p_method) const;

public:
	~RPCDispatcher() { clear(); }
	RPCDispatcher(const RPCDispatcher &) = delete;
	void operator=(const RPCDispatcher &) = delete;
};
