// Layouts as the header draws them.
#include "modules/multiplayer/replication_codec.h"

#include "core/io/marshalls.h"
#include "modules/multiplayer/rpc_codec.h"

namespace {

constexpr uint64_t SPAWN_HEAD = 18;

void append_uint8(Vector<uint8_t> &r_bytes, uint8_t p_value) {
	r_bytes.push_back(p_value);
}

void append_uint32(Vector<uint8_t> &r_bytes, uint32_t p_value) {
	const int64_t at = r_bytes.size();
	r_bytes.resize(at + 4);
	encode_uint32(p_value, r_bytes.ptrw() + at);
}

void append_bytes(Vector<uint8_t> &r_bytes, Span<uint8_t> p_bytes) {
	if (p_bytes.is_empty()) {
		return;
	}
	const int64_t at = r_bytes.size();
	r_bytes.resize(at + int64_t(p_bytes.size()));
	memcpy(r_bytes.ptrw() + at, p_bytes.ptr(), size_t(p_bytes.size()));
}

Span<uint8_t> until_zero(Span<uint8_t> p_bytes) {
	const int64_t zero = p_bytes.find(0);
	return zero < 0 ? p_bytes : p_bytes.subspan(0, uint64_t(zero));
}

bool is_command(Span<uint8_t> p_bytes, MultiplayerCommand p_command) {
	return !p_bytes.is_empty() && (p_bytes[0] & COMMAND_MASK) == p_command;
}

} // namespace

bool SpawnPacket::decode(Span<uint8_t> p_bytes) {
	if (p_bytes.size() < SPAWN_HEAD || !is_command(p_bytes, COMMAND_SPAWN)) {
		return false;
	}
	scene = p_bytes[1];
	spawner_id = decode_uint32(p_bytes.ptr() + 2);
	node_id = decode_uint32(p_bytes.ptr() + 6);
	const uint64_t ids_size = uint64_t(decode_uint32(p_bytes.ptr() + 10)) * 4;
	const uint64_t name_size = decode_uint32(p_bytes.ptr() + 14);
	Span<uint8_t> rest = p_bytes.subspan(SPAWN_HEAD);
	if (ids_size + name_size > rest.size()) {
		return false;
	}
	synchronizer_ids.resize(uint32_t(ids_size / 4));
	for (uint32_t i = 0; i < synchronizer_ids.size(); i++) {
		synchronizer_ids[i] = decode_uint32(rest.ptr() + i * 4);
	}
	name = until_zero(rest.subspan(ids_size, name_size));
	rest = rest.subspan(ids_size + name_size);
	data = Span<uint8_t>();
	if (scene == CUSTOM_SCENE) {
		if (rest.size() < 4) {
			return false;
		}
		const uint64_t data_size = decode_uint32(rest.ptr());
		if (data_size > rest.size() - 4) {
			return false;
		}
		data = rest.subspan(4, data_size);
		rest = rest.subspan(4 + data_size);
	}
	state = rest;
	return !name.is_empty();
}

void SpawnPacket::encode(Vector<uint8_t> &r_bytes) const {
	append_uint8(r_bytes, COMMAND_SPAWN);
	append_uint8(r_bytes, scene);
	append_uint32(r_bytes, spawner_id);
	append_uint32(r_bytes, node_id);
	append_uint32(r_bytes, synchronizer_ids.size());
	append_uint32(r_bytes, uint32_t(name.size() + 1));
	for (uint32_t id : synchronizer_ids) {
		append_uint32(r_bytes, id);
	}
	append_bytes(r_bytes, name);
	append_uint8(r_bytes, 0);
	if (scene == CUSTOM_SCENE) {
		append_uint32(r_bytes, uint32_t(data.size()));
		append_bytes(r_bytes, data);
	}
	append_bytes(r_bytes, state);
}

bool DespawnPacket::decode(Span<uint8_t> p_bytes) {
	if (p_bytes.size() != 5 || !is_command(p_bytes, COMMAND_DESPAWN)) {
		return false;
	}
	node_id = decode_uint32(p_bytes.ptr() + 1);
	return true;
}

void DespawnPacket::encode(Vector<uint8_t> &r_bytes) const {
	append_uint8(r_bytes, COMMAND_DESPAWN);
	append_uint32(r_bytes, node_id);
}

StatePacketReader::StatePacketReader(Span<uint8_t> p_bytes) {
	if (!is_command(p_bytes, COMMAND_SYNC)) {
		malformed = true;
		return;
	}
	delta = (p_bytes[0] & DELTA_FLAG) != 0;
	if (delta) {
		rest = p_bytes.subspan(StatePacketWriter::DELTA_HEAD);
		return;
	}
	if (p_bytes.size() < uint64_t(StatePacketWriter::SYNC_HEAD)) {
		malformed = true;
		return;
	}
	time = decode_uint16(p_bytes.ptr() + 1);
	rest = p_bytes.subspan(StatePacketWriter::SYNC_HEAD);
}

bool StatePacketReader::next(SyncEntry &r_entry) {
	if (rest.is_empty()) {
		return false;
	}
	constexpr uint64_t HEAD = StatePacketWriter::SYNC_ENTRY_HEAD;
	if (rest.size() < HEAD || decode_uint32(rest.ptr() + 4) > rest.size() - HEAD) {
		malformed = true;
		rest = Span<uint8_t>();
		return false;
	}
	r_entry.synchronizer_id = decode_uint32(rest.ptr());
	const uint64_t size = decode_uint32(rest.ptr() + 4);
	r_entry.state = rest.subspan(HEAD, size);
	rest = rest.subspan(HEAD + size);
	return true;
}

bool StatePacketReader::next(DeltaEntry &r_entry) {
	if (rest.is_empty()) {
		return false;
	}
	constexpr uint64_t HEAD = StatePacketWriter::DELTA_ENTRY_HEAD;
	if (rest.size() < HEAD || decode_uint32(rest.ptr() + 12) > rest.size() - HEAD) {
		malformed = true;
		rest = Span<uint8_t>();
		return false;
	}
	r_entry.synchronizer_id = decode_uint32(rest.ptr());
	r_entry.properties = decode_uint64(rest.ptr() + 4);
	const uint64_t size = decode_uint32(rest.ptr() + 12);
	r_entry.state = rest.subspan(HEAD, size);
	rest = rest.subspan(HEAD + size);
	return true;
}

void StatePacketWriter::begin_sync(uint16_t p_time, Vector<uint8_t> &r_bytes) {
	r_bytes.resize(SYNC_HEAD);
	r_bytes.write[0] = COMMAND_SYNC;
	encode_uint16(p_time, r_bytes.ptrw() + 1);
}

void StatePacketWriter::append(const SyncEntry &p_entry, Vector<uint8_t> &r_bytes) {
	append_uint32(r_bytes, p_entry.synchronizer_id);
	append_uint32(r_bytes, uint32_t(p_entry.state.size()));
	append_bytes(r_bytes, p_entry.state);
}

void StatePacketWriter::begin_delta(Vector<uint8_t> &r_bytes) {
	r_bytes.resize(DELTA_HEAD);
	r_bytes.write[0] = COMMAND_SYNC | DELTA_FLAG;
}

void StatePacketWriter::append(const DeltaEntry &p_entry, Vector<uint8_t> &r_bytes) {
	append_uint32(r_bytes, p_entry.synchronizer_id);
	append_uint32(r_bytes, uint32_t(p_entry.properties));
	append_uint32(r_bytes, uint32_t(p_entry.properties >> 32));
	append_uint32(r_bytes, uint32_t(p_entry.state.size()));
	append_bytes(r_bytes, p_entry.state);
}
