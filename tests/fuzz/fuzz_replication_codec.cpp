// The packets of replication: what decodes is written back, and that decodes to the same.
#include "modules/multiplayer/replication_codec.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

template <typename T>
static void entries_there_and_back(StatePacketReader &r_reader, Vector<uint8_t> r_written) {
	T entry;
	uint64_t bytes = 0;
	uint32_t count = 0;
	for (; r_reader.next(entry); count++) {
		bytes += entry.state.size();
		StatePacketWriter::append(entry, r_written);
	}
	StatePacketReader again(r_written.span());
	for (; again.next(entry); count--) {
		bytes -= entry.state.size();
	}
	CRASH_COND(again.is_malformed() || count != 0 || bytes != 0);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	const Span<uint8_t> bytes(p_data, p_size);
	fuzz_there_and_back<SpawnPacket>(bytes);
	fuzz_there_and_back<DespawnPacket>(bytes);
	StatePacketReader reader(bytes);
	if (reader.is_malformed()) {
		return 0;
	}
	Vector<uint8_t> written;
	if (reader.is_delta()) {
		StatePacketWriter::begin_delta(written);
		entries_there_and_back<DeltaEntry>(reader, written);
	} else {
		StatePacketWriter::begin_sync(reader.get_time(), written);
		entries_there_and_back<SyncEntry>(reader, written);
	}
	return 0;
}
