// The packets of replication: spawns, despawns and states; bytes to structs and back. Pure: no object, no network, nothing kept.
#pragma once

#include "core/templates/local_vector.h"
#include "core/templates/span.h"
#include "core/templates/vector.h"
#include "core/typedefs.h"

// All numbers are little endian. Commands stand in MultiplayerCommand; values are written as arguments of remote calls are (encode_argument()),
// one behind the other: how many there are, both sides know from their SceneReplicationConfig.
//
// Spawned nodes and the synchronizers in them are named by numbers that the spawner's owner gives out, from 1 on, the same for all peers. A
// synchronizer that no spawn has named goes by its number in the sender's path cache, with bit 31 set.
constexpr uint32_t SYNCHRONIZER_BY_PATH = uint32_t(1) << 31;

// Make this node.
//
//   byte 0       bits 0-2: COMMAND_SPAWN; bits 3-7: 0, ignored
//   1            which of the spawner's scenes; 255: made by its spawn_function
//   2 - 5        the spawner's number in the sender's path cache
//   6 - 9        the node's number
//   10 - 13      how many synchronizers the node has that belong to the sender
//   14 - 17      length of the name
//   18 -         the numbers of these synchronizers, 32 bits each, in the order in which they enter the tree
//   name         UTF-8, to its length or to a zero byte (which is written, and counts)
//   data         only with 255: 32 bits of length, then one value
//   state        to the end: for each of these synchronizers the values of its properties that are for spawning
struct SpawnPacket {
	static constexpr uint8_t CUSTOM_SCENE = 255;

	uint8_t scene = 0;
	uint32_t spawner_id = 0;
	uint32_t node_id = 0;
	LocalVector<uint32_t> synchronizer_ids;
	Span<uint8_t> name; // Without the zero byte; never empty. Views into the packet.
	Span<uint8_t> data; // Of a custom spawn.
	Span<uint8_t> state;

	bool decode(Span<uint8_t> p_bytes); // False: malformed.
	void encode(Vector<uint8_t> &r_bytes) const; // Appends.
};

// Remove this node.
//
//   byte 0       bits 0-2: COMMAND_DESPAWN; bits 3-7: 0, ignored
//   1 - 4        its number
struct DespawnPacket {
	uint32_t node_id = 0;

	bool decode(Span<uint8_t> p_bytes);
	void encode(Vector<uint8_t> &r_bytes) const;
};

// Bit 4 of the first byte tells the two packets of COMMAND_SYNC apart.
constexpr uint8_t DELTA_FLAG = 1 << 4;

// States of properties that are always sent, unreliably.
//
//   byte 0       bits 0-2: COMMAND_SYNC; bit 4: 0; the other bits: 0, ignored
//   1 - 2        a number that grows with time and wraps: a state that is not newer than the last one of its synchronizer is dropped
//   then for each synchronizer
//     32 bits    its number
//     32 bits    length of the state
//     state      the values of its properties that are always sent; what follows them is ignored
//
// A packet without a synchronizer is well formed, and some are sent.
struct SyncEntry {
	uint32_t synchronizer_id = 0;
	Span<uint8_t> state; // Views into the packet.
};

// States of properties that are sent when they have changed, reliably and in order.
//
//   byte 0       bits 0-2: COMMAND_SYNC; bit 4: 1; the other bits: 0, ignored
//   then for each synchronizer
//     32 bits    its number
//     64 bits    which of its properties of this kind follow: bit b stands for those with the index b, b + 64, b + 128 ...
//     32 bits    length of the state
//     state      the values of these, by index; nothing follows them
//
// So one bit is one property until there are more than 64; then those that share a bit travel together. A stock peer reads that right; what it sends of more
// than 64 is whole only when it sends all of them.
struct DeltaEntry {
	uint32_t synchronizer_id = 0;
	uint64_t properties = 0;
	Span<uint8_t> state;
};
constexpr uint64_t delta_bit(uint32_t p_index) {
	return uint64_t(1) << (p_index % 64);
}

// Walks over the entries of a packet of COMMAND_SYNC.
class StatePacketReader {
	Span<uint8_t> rest;
	bool delta = false;
	bool malformed = false;
	uint16_t time = 0;

public:
	explicit StatePacketReader(Span<uint8_t> p_bytes);
	bool is_delta() const { return delta; }
	uint16_t get_time() const { return time; } // Not of deltas.
	// False at the end, or where the packet is not well formed; entries before that are good.
	bool next(SyncEntry &r_entry);
	bool next(DeltaEntry &r_entry);
	bool is_malformed() const { return malformed; }
};

// Gathers entries to packets.
struct StatePacketWriter {
	static constexpr int SYNC_HEAD = 3;
	static constexpr int SYNC_ENTRY_HEAD = 8;
	static constexpr int DELTA_HEAD = 1;
	static constexpr int DELTA_ENTRY_HEAD = 16;

	static void begin_sync(uint16_t p_time, Vector<uint8_t> &r_bytes); // Replaces what is there.
	static void append(const SyncEntry &p_entry, Vector<uint8_t> &r_bytes);
	static void begin_delta(Vector<uint8_t> &r_bytes);
	static void append(const DeltaEntry &p_entry, Vector<uint8_t> &r_bytes);
};

// Whether a state of p_time is newer than one of p_last, on the circle of 16 bits.
constexpr bool is_newer_state(uint16_t p_time, uint16_t p_last) {
	const uint16_t ahead = uint16_t(p_time - p_last);
	return ahead != 0 && ahead <= 0x8000;
}
