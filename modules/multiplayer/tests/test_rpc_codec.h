// The layouts of rpc_codec.h, against packets of another implementation of the protocol.
#pragma once

#include "modules/multiplayer/rpc_codec.h"
#include "modules/multiplayer/tests/recording_peer.h"
#include "tests/test_macros.h"

namespace TestRPCCodec {

inline String hex_of(const Vector<uint8_t> &p_bytes) {
	return String::hex_encode_buffer(p_bytes.ptr(), int(p_bytes.size()));
}

template <typename T>
String encoded(const T &p_packet) {
	Vector<uint8_t> bytes;
	p_packet.encode(bytes);
	return hex_of(bytes);
}

inline Span<uint8_t> bytes_of_text(const char *p_text) {
	return Span<uint8_t>(reinterpret_cast<const uint8_t *>(p_text), strlen(p_text));
}

inline String argument(const Variant &p_value) {
	Vector<uint8_t> bytes;
	CHECK_EQ(encode_argument(p_value, bytes, false), OK);
	Variant back;
	int length = 0;
	CHECK_EQ(decode_argument(back, bytes.span(), length, false), OK);
	CHECK_EQ(length, int(bytes.size()));
	CHECK(back.get_type() == p_value.get_type());
	CHECK(bool(back == p_value));
	for (int64_t cut = 0; cut < bytes.size(); cut++) {
		CHECK(decode_argument(back, bytes.span().subspan(0, uint64_t(cut)), length, false) != OK);
	}
	return hex_of(bytes);
}

TEST_CASE("[Multiplayer][Codec] A call has the narrowest numbers that hold") {
	RPCPacket call;
	call.raw = true;
	call.node_id = 255;
	call.method_id = 2;
	CHECK_EQ(encoded(call), "80ff02");
	call.node_id = 256;
	CHECK_EQ(encoded(call), "90000102");
	call.node_id = 65536;
	CHECK_EQ(encoded(call), "a00000010002");
	call.node_id = 1;
	call.method_id = 0x8000;
	CHECK_EQ(encoded(call), "c0010080");
	Vector<uint8_t> wide;
	call.method_id = 0;
	call.encode(wide, true);
	CHECK_EQ(hex_of(wide), "a00100000000");
}

TEST_CASE("[Multiplayer][Codec] A call with a path tells where it begins") {
	const Vector<uint8_t> arguments = RecordingPeer::bytes_of("0201");
	RPCPacket call;
	call.has_path = true;
	call.path = bytes_of_text("U");
	call.argument_count = 1;
	call.arguments = arguments.span();
	CHECK_EQ(encoded(call), "2009000080000102015500");
	const Vector<uint8_t> bytes = RecordingPeer::bytes_of("a0080000800001025500");
	REQUIRE(call.decode(bytes.span()));
	CHECK(call.raw);
	CHECK_EQ(call.arguments.size(), 2);
	CHECK(call.path == bytes_of_text("U"));
}

TEST_CASE("[Multiplayer][Codec] Malformed calls are refused") {
	for (const char *hex : { "", "00", "8005", "000501", "b0050000", "a0ff0000800155", "a00600008001", "200600008001646972", "9005", "c00500" }) {
		const Vector<uint8_t> bytes = RecordingPeer::bytes_of(hex);
		RPCPacket call;
		CHECK_FALSE(call.decode(bytes.span()));
	}
}

TEST_CASE("[Multiplayer][Codec] Arguments are short where they can be") {
	CHECK_EQ(argument(true), "81");
	CHECK_EQ(argument(false), "01");
	CHECK_EQ(argument(-1), "02ff");
	CHECK_EQ(argument(127), "027f");
	CHECK_EQ(argument(128), "428000");
	CHECK_EQ(argument(-129), "427fff");
	CHECK_EQ(argument(32768), "8200800000");
	CHECK_EQ(argument(int64_t(2147483648)), "c20000008000000000");
	CHECK_EQ(argument(INT64_MIN), "c20000000000000080");
	CHECK_EQ(argument(0.5), "030000000000003f");
	CHECK_EQ(argument("a"), "040000000100000061000000");
	CHECK_EQ(argument(Variant()), "00000000");
}

TEST_CASE("[Multiplayer][Codec] Paths are announced and confirmed") {
	SimplifyPathPacket announcement;
	announcement.checksum = bytes_of_text("900150983cd24fb0d6963f7d28e17f72");
	announcement.id = 1;
	announcement.path = bytes_of_text("U");
	CHECK_EQ(encoded(announcement), "013930303135303938336364323466623064363936336637643238653137663732"
									"00010000005500");
	for (const char *hex : { "", "01", "0100060000005500", "01393030313530393833636432346662306436393633663764323865313766373200010000" }) {
		const Vector<uint8_t> bytes = RecordingPeer::bytes_of(hex);
		CHECK_FALSE(announcement.decode(bytes.span()));
	}
	ConfirmPathPacket confirmation;
	confirmation.checksum_valid = true;
	confirmation.id = 5;
	CHECK_EQ(encoded(confirmation), "020105000000");
	for (const char *hex : { "02", "0201010000", "02010100000000" }) {
		const Vector<uint8_t> bytes = RecordingPeer::bytes_of(hex);
		CHECK_FALSE(confirmation.decode(bytes.span()));
	}
}

TEST_CASE("[Multiplayer][Codec] System messages") {
	SysPacket sys;
	CHECK_EQ(encoded(sys), "0700");
	sys.command = SysPacket::SYS_ADD_PEER;
	sys.peer = 8;
	CHECK_EQ(encoded(sys), "070108000000");
	const Vector<uint8_t> payload = RecordingPeer::bytes_of("0301");
	sys.command = SysPacket::SYS_RELAY;
	sys.peer = -9;
	sys.payload = payload.span();
	CHECK_EQ(encoded(sys), "0703f7ffffff0301");
	for (const char *hex : { "07", "07010c00", "07030c000000", "07040c000000aa", "070101000000ff" }) {
		const Vector<uint8_t> bytes = RecordingPeer::bytes_of(hex);
		CHECK_FALSE(sys.decode(bytes.span()));
	}
}

} // namespace TestRPCCodec
