// Layouts as the header draws them.
#include "modules/multiplayer/rpc_codec.h"

#include "core/io/marshalls.h"
#include "core/variant/variant.h"

namespace {

// Byte 0 of a remote call.
constexpr int NODE_WIDTH_SHIFT = 4;
constexpr uint8_t NODE_WIDTH_MASK = 0x03;
constexpr uint8_t WIDE_METHOD = 1 << 6;
constexpr uint8_t RAW_ARGUMENTS = 1 << 7;
constexpr uint32_t PATH_FLAG = uint32_t(1) << 31;

// The first byte of an argument.
constexpr uint8_t TYPE_MASK = 0x3F;
constexpr uint8_t TRUE_FLAG = 1 << 7;
constexpr int INT_WIDTH_SHIFT = 6;

void append(Vector<uint8_t> &r_bytes, uint64_t p_value, int p_width) {
	uint8_t bytes[8];
	for (int i = 0; i < p_width; i++) {
		bytes[i] = uint8_t(p_value >> (8 * i));
	}
	const int64_t at = r_bytes.size();
	r_bytes.resize(at + p_width);
	memcpy(r_bytes.ptrw() + at, bytes, size_t(p_width));
}

void append(Vector<uint8_t> &r_bytes, Span<uint8_t> p_bytes) {
	const int64_t at = r_bytes.size();
	r_bytes.resize(at + int64_t(p_bytes.size()));
	if (!p_bytes.is_empty()) {
		memcpy(r_bytes.ptrw() + at, p_bytes.ptr(), size_t(p_bytes.size()));
	}
}

uint64_t read(Span<uint8_t> p_bytes, uint64_t p_at, int p_width) {
	uint64_t value = 0;
	for (int i = 0; i < p_width; i++) {
		value |= uint64_t(p_bytes[p_at + uint64_t(i)]) << (8 * i);
	}
	return value;
}

Span<uint8_t> until_zero(Span<uint8_t> p_bytes) {
	const int64_t zero = p_bytes.find(0);
	return zero < 0 ? p_bytes : p_bytes.subspan(0, uint64_t(zero));
}

} // namespace

bool RPCPacket::decode(Span<uint8_t> p_bytes) {
	if (p_bytes.size() < 3 || (p_bytes[0] & COMMAND_MASK) != COMMAND_RPC) {
		return false;
	}
	const int node_width_code = (p_bytes[0] >> NODE_WIDTH_SHIFT) & NODE_WIDTH_MASK;
	const int method_width = (p_bytes[0] & WIDE_METHOD) != 0 ? 2 : 1;
	if (node_width_code > 2) {
		return false;
	}
	const int node_width = 1 << node_width_code;
	uint64_t at = 1 + uint64_t(node_width + method_width);
	if (p_bytes.size() < at) {
		return false;
	}
	node_id = uint32_t(read(p_bytes, 1, node_width));
	method_id = uint16_t(read(p_bytes, 1 + uint64_t(node_width), method_width));
	uint64_t end = p_bytes.size();
	has_path = node_width == 4 && (node_id & PATH_FLAG) != 0;
	path = Span<uint8_t>();
	if (has_path) {
		end = node_id & ~PATH_FLAG;
		if (end < at || end > p_bytes.size()) {
			return false;
		}
		path = until_zero(p_bytes.subspan(end));
		node_id = 0;
		if (path.is_empty()) {
			return false;
		}
	}
	raw = (p_bytes[0] & RAW_ARGUMENTS) != 0;
	argument_count = 0;
	if (!raw) {
		if (end <= at) {
			return false;
		}
		argument_count = p_bytes[at++];
	}
	arguments = p_bytes.subspan(at, end - at);
	return true;
}

void RPCPacket::encode(Vector<uint8_t> &r_bytes, bool p_wide_node_id) const {
	const int method_width = method_id > UINT8_MAX ? 2 : 1;
	int node_width_code = node_id > UINT16_MAX ? 2 : (node_id > UINT8_MAX ? 1 : 0);
	if (p_wide_node_id || has_path) {
		node_width_code = 2;
	}
	const int node_width = 1 << node_width_code;
	const int64_t start = r_bytes.size();
	append(r_bytes, uint8_t(COMMAND_RPC | node_width_code << NODE_WIDTH_SHIFT | (method_width == 2 ? WIDE_METHOD : 0) | (raw ? RAW_ARGUMENTS : 0)), 1);
	append(r_bytes, node_id, node_width);
	append(r_bytes, method_id, method_width);
	if (!raw) {
		append(r_bytes, argument_count, 1);
	}
	append(r_bytes, arguments);
	if (has_path) {
		const uint32_t place = uint32_t(r_bytes.size() - start) | PATH_FLAG;
		encode_uint32(place, r_bytes.ptrw() + start + 1);
		append(r_bytes, path);
		append(r_bytes, 0, 1);
	}
}

Error encode_argument(const Variant &p_value, Vector<uint8_t> &r_bytes, bool p_full_objects) {
	if (p_value.get_type() == Variant::BOOL) {
		append(r_bytes, uint64_t(Variant::BOOL) | (bool(p_value) ? TRUE_FLAG : 0), 1);
		return OK;
	}
	if (p_value.get_type() == Variant::INT) {
		const int64_t value = p_value;
		const int code = value == int8_t(value) ? 0 : (value == int16_t(value) ? 1 : (value == int32_t(value) ? 2 : 3));
		append(r_bytes, uint64_t(Variant::INT) | uint64_t(code) << INT_WIDTH_SHIFT, 1);
		append(r_bytes, uint64_t(value), 1 << code);
		return OK;
	}
	return encode_variant(p_value, r_bytes, p_full_objects);
}

Error decode_argument(Variant &r_value, Span<uint8_t> p_bytes, int &r_length, bool p_allow_objects) {
	if (p_bytes.is_empty()) {
		return ERR_INVALID_DATA;
	}
	const uint8_t type = p_bytes[0] & TYPE_MASK;
	if (type == Variant::BOOL) {
		r_value = (p_bytes[0] & TRUE_FLAG) != 0;
		r_length = 1;
		return OK;
	}
	if (type == Variant::INT) {
		const int width = 1 << (p_bytes[0] >> INT_WIDTH_SHIFT);
		if (p_bytes.size() < 1 + uint64_t(width)) {
			return ERR_INVALID_DATA;
		}
		const int unused_bits = 64 - 8 * width;
		r_value = int64_t(read(p_bytes, 1, width) << unused_bits) >> unused_bits;
		r_length = 1 + width;
		return OK;
	}
	const Error error = decode_variant(r_value, p_bytes, &r_length, p_allow_objects);
	if (error == OK && r_value.get_type() == Variant::SIGNAL) {
		r_value = Signal();
	}
	return error;
}

bool SimplifyPathPacket::decode(Span<uint8_t> p_bytes) {
	constexpr uint64_t ID_AT = 1 + CHECKSUM_LETTERS + 1;
	constexpr uint64_t PATH_AT = ID_AT + 4;
	if (p_bytes.size() <= PATH_AT || (p_bytes[0] & COMMAND_MASK) != COMMAND_SIMPLIFY_PATH || p_bytes[ID_AT - 1] != 0) {
		return false;
	}
	checksum = p_bytes.subspan(1, CHECKSUM_LETTERS);
	id = uint32_t(read(p_bytes, ID_AT, 4));
	path = until_zero(p_bytes.subspan(PATH_AT));
	return !path.is_empty();
}

void SimplifyPathPacket::encode(Vector<uint8_t> &r_bytes) const {
	append(r_bytes, COMMAND_SIMPLIFY_PATH, 1);
	append(r_bytes, checksum);
	append(r_bytes, 0, 1);
	append(r_bytes, id, 4);
	append(r_bytes, path);
	append(r_bytes, 0, 1);
}

bool ConfirmPathPacket::decode(Span<uint8_t> p_bytes) {
	if (p_bytes.size() != 6 || (p_bytes[0] & COMMAND_MASK) != COMMAND_CONFIRM_PATH) {
		return false;
	}
	checksum_valid = p_bytes[1] != 0;
	id = uint32_t(read(p_bytes, 2, 4));
	return true;
}

void ConfirmPathPacket::encode(Vector<uint8_t> &r_bytes) const {
	append(r_bytes, COMMAND_CONFIRM_PATH, 1);
	append(r_bytes, checksum_valid ? 1 : 0, 1);
	append(r_bytes, id, 4);
}

bool SysPacket::decode(Span<uint8_t> p_bytes) {
	if (p_bytes.size() < 2 || (p_bytes[0] & COMMAND_MASK) != COMMAND_SYS || p_bytes[1] > SYS_RELAY) {
		return false;
	}
	command = Command(p_bytes[1]);
	peer = 0;
	payload = p_bytes.subspan(2);
	if (command == SYS_AUTH) {
		return true;
	}
	if (p_bytes.size() < 6 || (command == SYS_RELAY) != (p_bytes.size() > 6)) {
		return false;
	}
	peer = int32_t(uint32_t(read(p_bytes, 2, 4)));
	payload = p_bytes.subspan(6);
	return true;
}

void SysPacket::encode(Vector<uint8_t> &r_bytes) const {
	append(r_bytes, COMMAND_SYS, 1);
	append(r_bytes, command, 1);
	if (command != SYS_AUTH) {
		append(r_bytes, uint32_t(peer), 4);
	}
	append(r_bytes, payload);
}
