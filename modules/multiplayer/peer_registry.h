// PeerRegistry: who takes part in a network, who wants to, and what each has done.
#pragma once

#include "core/string/string_name.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"
#include "core/templates/span.h"
#include "modules/multiplayer/peer_set.h"
#include "modules/multiplayer/rate_bucket.h"

// Why something that a peer sent was refused.
enum MultiplayerRefusal {
	REFUSED_MALFORMED,
	REFUSED_COMMAND,
	REFUSED_STRANGER,
	REFUSED_NODE,
	REFUSED_METHOD,
	REFUSED_PERMISSION,
	REFUSED_ARGUMENTS,
	REFUSED_CHECKSUM,
	REFUSED_PATH,
	REFUSED_RELAY,
	REFUSED_REPLICATION,
	REFUSED_RATE,
	REFUSAL_MAX,
};

struct MultiplayerPeerState {
	uint32_t slot = 0; // Its place in every PeerSet; unique among the peers that are there, as small as possible.
	uint64_t bytes_in = 0;
	uint64_t bytes_out = 0;
	uint64_t packets_in = 0;
	uint64_t packets_out = 0;
	uint64_t calls_in = 0; // Remote calls that were carried out.
	uint64_t calls_out = 0;
	uint64_t refused = 0;
	RateBucket rate; // Of all its remote calls.
	HashMap<StringName, RateBucket> method_rates; // Of those methods that have a limit.
};

// Plain bookkeeping; emits nothing.
class PeerRegistry {
public:
	struct Pending {
		int id = 0;
		uint64_t since_usec = 0;
		bool local_done = false;
		bool remote_done = false;
	};

	const LocalVector<int> &get_ids() const { return ids; } // The last one takes the place of one that goes.
	bool has(int p_id) const { return states.has(p_id); }
	// Null for a stranger. Good until that peer goes.
	MultiplayerPeerState *get(int p_id) { return states.getptr(p_id); }
	void add(int p_id);
	bool remove(int p_id); // False: it was not there.
	// Whether it was among the last that have left: what is still meant for it is no mistake of anybody.
	bool has_left(int p_id) const { return left.has(p_id); }

	const LocalVector<Pending> &get_pending_list() const { return pending; }
	Pending *get_pending(int p_id); // Good until the list changes.
	void add_pending(int p_id, uint64_t p_now_usec);
	bool remove_pending(int p_id);

	void clear();

private:
	static constexpr uint32_t MAX_LEFT = 256;

	LocalVector<int> ids;
	LocalVector<int> left; // The oldest is at left_next once they are MAX_LEFT.
	uint32_t left_next = 0;
	HashMap<int, MultiplayerPeerState> states;
	LocalVector<uint32_t> free_slots;
	LocalVector<Pending> pending;
};
