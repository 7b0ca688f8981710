// The packets of replication against packets that the stock engine has sent, and what is refused.
#pragma once

#include "modules/multiplayer/replication_codec.h"
#include "tests/test_macros.h"

namespace TestReplicationCodec {

inline Vector<uint8_t> bytes_of(const String &p_hex) {
	return p_hex.replace(" ", "").hex_decode();
}

inline String text_of(Span<uint8_t> p_bytes) {
	return String::utf8(reinterpret_cast<const char *>(p_bytes.ptr()), int(p_bytes.size()));
}

// A scene with three synchronizers: values 5 and 6, then 7, then none.
inline const char *SCENE_SPAWN = "04 00 01000000 01000000 03000000 02000000 02000000 03000000 04000000 5400 0205 0206 0207";
// spawn("text").
inline const char *CUSTOM_SPAWN = "04 ff 01000000 05000000 01000000 08000000 06000000 437573746f6d3300 0c000000 040000000400000074657874 040000000400000074657874";

TEST_CASE("[Multiplayer][Codec] A spawn says which scene, whose, its name, its synchronizers and their state") {
	const Vector<uint8_t> bytes = bytes_of(SCENE_SPAWN);
	SpawnPacket packet;
	REQUIRE(packet.decode(bytes.span()));
	CHECK_EQ(packet.scene, 0);
	CHECK_EQ(packet.spawner_id, 1);
	CHECK_EQ(packet.node_id, 1);
	REQUIRE(packet.synchronizer_ids.size() == 3);
	CHECK_EQ(packet.synchronizer_ids[2], 4);
	CHECK_EQ(text_of(packet.name), "T");
	CHECK(packet.data.is_empty());
	CHECK_EQ(packet.state.size(), 6);
	Vector<uint8_t> again;
	packet.encode(again);
	CHECK_EQ(again, bytes);
}

TEST_CASE("[Multiplayer][Codec] A custom spawn carries its data between the name and the state") {
	const Vector<uint8_t> bytes = bytes_of(CUSTOM_SPAWN);
	SpawnPacket packet;
	REQUIRE(packet.decode(bytes.span()));
	CHECK_EQ(packet.scene, SpawnPacket::CUSTOM_SCENE);
	CHECK_EQ(text_of(packet.name), "Custom3");
	CHECK_EQ(packet.data.size(), 12);
	CHECK_EQ(packet.state.size(), 12);
	Vector<uint8_t> again;
	packet.encode(again);
	CHECK_EQ(again, bytes);
}

TEST_CASE("[Multiplayer][Codec] A spawn that is cut short, or claims more than there is, is refused") {
	for (const char *hex : { SCENE_SPAWN, CUSTOM_SPAWN }) {
		const Vector<uint8_t> bytes = bytes_of(hex);
		const int64_t needed = hex == SCENE_SPAWN ? bytes.size() - 6 : bytes.size() - 12; // The state has no length of its own.
		for (int64_t length = 0; length < needed; length++) {
			SpawnPacket packet;
			CHECK_FALSE(packet.decode(bytes.span().subspan(0, uint64_t(length))));
		}
	}
	SpawnPacket packet;
	CHECK_FALSE(packet.decode(bytes_of("04 00 01000000 01000000 ffffffff 02000000 5400").span()));
	CHECK_FALSE(packet.decode(bytes_of("04 00 01000000 01000000 00000000 ffffffff 5400").span()));
	CHECK_FALSE(packet.decode(bytes_of("04 00 01000000 01000000 00000000 00000000").span())); // Without a name.
	CHECK_FALSE(packet.decode(bytes_of("04 00 01000000 01000000 00000000 01000000 00").span()));
	CHECK_FALSE(packet.decode(bytes_of("04 ff 01000000 01000000 00000000 02000000 5400 ffffffff 00").span()));
	CHECK_FALSE(packet.decode(bytes_of("05 00 01000000 01000000 00000000 02000000 5400").span()));
}

TEST_CASE("[Multiplayer][Codec] A despawn is a number") {
	DespawnPacket packet;
	REQUIRE(packet.decode(bytes_of("05 03000000").span()));
	CHECK_EQ(packet.node_id, 3);
	Vector<uint8_t> again;
	packet.encode(again);
	CHECK_EQ(again, bytes_of("05 03000000"));
	CHECK_FALSE(packet.decode(bytes_of("05 030000").span()));
	CHECK_FALSE(packet.decode(bytes_of("05 0300000000").span()));
}

TEST_CASE("[Multiplayer][Codec] States name their synchronizers, by spawn or by path") {
	const Vector<uint8_t> bytes = bytes_of("06 0500 02000000 02000000 0209 01000080 04000000 0205 0206");
	StatePacketReader reader(bytes.span());
	CHECK_FALSE(reader.is_delta());
	CHECK_EQ(reader.get_time(), 5);
	SyncEntry entry;
	REQUIRE(reader.next(entry));
	CHECK_EQ(entry.synchronizer_id, 2);
	CHECK_EQ(entry.state.size(), 2);
	Vector<uint8_t> again;
	StatePacketWriter::begin_sync(5, again);
	StatePacketWriter::append(entry, again);
	REQUIRE(reader.next(entry));
	CHECK_EQ(entry.synchronizer_id, SYNCHRONIZER_BY_PATH | 1);
	CHECK_EQ(entry.state.size(), 4);
	StatePacketWriter::append(entry, again);
	CHECK_FALSE(reader.next(entry));
	CHECK_FALSE(reader.is_malformed());
	CHECK_EQ(again, bytes);
}

TEST_CASE("[Multiplayer][Codec] Deltas say which properties follow") {
	const Vector<uint8_t> bytes = bytes_of("16 01000080 0300000000000080 04000000 0205 0206");
	StatePacketReader reader(bytes.span());
	CHECK(reader.is_delta());
	DeltaEntry entry;
	REQUIRE(reader.next(entry));
	CHECK_EQ(entry.properties, delta_bit(0) | delta_bit(1) | delta_bit(63));
	CHECK_EQ(delta_bit(65), delta_bit(1));
	Vector<uint8_t> again;
	StatePacketWriter::begin_delta(again);
	StatePacketWriter::append(entry, again);
	CHECK_FALSE(reader.next(entry));
	CHECK_EQ(again, bytes);
}

TEST_CASE("[Multiplayer][Codec] Entries before a cut are good, and the packet is malformed") {
	for (const char *hex : { "06 0500 02000000 02000000 0209 01000080 04000000 0205 0206", "16 02000000 0100000000000000 02000000 0209 01000080 0100000000000000 02000000 0205" }) {
		const Vector<uint8_t> bytes = bytes_of(hex);
		const bool delta = bytes[0] != 6;
		const int64_t head = delta ? StatePacketWriter::DELTA_HEAD : StatePacketWriter::SYNC_HEAD;
		const int64_t second = head + (delta ? StatePacketWriter::DELTA_ENTRY_HEAD : StatePacketWriter::SYNC_ENTRY_HEAD) + 2;
		for (int64_t length = 0; length < bytes.size(); length++) {
			StatePacketReader reader(bytes.span().subspan(0, uint64_t(length)));
			SyncEntry sync;
			DeltaEntry change;
			int count = 0;
			while (reader.is_delta() ? reader.next(change) : reader.next(sync)) {
				count++;
			}
			CHECK_EQ(count, length >= second ? 1 : 0);
			CHECK_EQ(reader.is_malformed(), length != head && length != second);
		}
	}
}

TEST_CASE("[Multiplayer][Codec] What is newer goes round the circle of 16 bits") {
	CHECK(is_newer_state(2, 1));
	CHECK_FALSE(is_newer_state(1, 1));
	CHECK_FALSE(is_newer_state(1, 2));
	CHECK(is_newer_state(0, 0xFFFF));
	CHECK(is_newer_state(5, 0xFFF0));
	CHECK_FALSE(is_newer_state(0xFFF0, 5));
}

} // namespace TestReplicationCodec
