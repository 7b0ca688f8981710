// The packets between peers that are not replication's: bytes to structs and back. Pure: no object, no network, nothing kept.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"
#include "core/templates/span.h"
#include "core/templates/vector.h"

class Variant;

// All numbers are little endian. Bits 0-2 of the first byte are the command; the rest is the command's own.
enum MultiplayerCommand : uint8_t {
	COMMAND_RPC = 0,
	COMMAND_SIMPLIFY_PATH = 1,
	COMMAND_CONFIRM_PATH = 2,
	COMMAND_RAW = 3, // 0x03, then the bytes of send_bytes(); at least one.
	COMMAND_SPAWN = 4, // Replication's, as the next two.
	COMMAND_DESPAWN = 5,
	COMMAND_SYNC = 6,
	COMMAND_SYS = 7,
};
constexpr uint8_t COMMAND_MASK = 0x07;

// A remote call.
//
//   byte 0       bits 0-2: COMMAND_RPC; bit 3: 0, ignored
//                bits 4-5: width of the node number: 0: 8 bits, 1: 16 bits, 2: 32 bits, 3: refused
//                bit 6: width of the method number: 0: 8 bits, 1: 16 bits
//                bit 7: the arguments are raw
//   node         the sender's number for it. In the 32-bit form with bit 31 set, bits 0-30 are instead where in the packet, counted from byte 0,
//                the path of the node begins
//   method       script methods in alphabetical order from 0 on; those set by rpc_config() likewise from 0x8000 on
//   arguments    raw: nothing for no argument, else the bytes of one PackedByteArray (an empty one cannot be told from no argument)
//                otherwise: their number, 8 bits, then each as encode_argument() writes it; what follows is ignored
//   path         only where the node number says so: UTF-8, relative to the root path, to the end of the packet or to a zero byte (which is written)
//
// Packets to several peers of whom some have confirmed the node and others not have the 32-bit form for all.
struct RPCPacket {
	uint32_t node_id = 0;
	bool has_path = false;
	Span<uint8_t> path; // Without the zero byte. Views into the packet.
	uint16_t method_id = 0;
	bool raw = false;
	uint8_t argument_count = 0; // 0 while raw.
	Span<uint8_t> arguments;

	bool decode(Span<uint8_t> p_bytes); // False: malformed.
	// Appends everything up to the path, in the shortest form, or with a node number of 32 bits.
	void encode(Vector<uint8_t> &r_bytes, bool p_wide_node_id = false) const;
};

// One argument. The first byte holds the type in its low six bits.
//
//   bool         one byte: 1; bit 7: the value
//   int          one byte: 2, and in bits 6-7 the width: 0: 8 bits, 1: 16, 2: 32, 3: 64; then the number in two's complement, in the shortest width
//   anything else  as var_to_bytes() writes it, whose first byte is the type
//
// Errors as encode_variant() and decode_variant(). A Signal from outside names an object of this process by its id, so it arrives empty.
constexpr int MAX_RPC_ARGUMENTS = 255;
Error encode_argument(const Variant &p_value, Vector<uint8_t> &r_bytes, bool p_full_objects);
Error decode_argument(Variant &r_value, Span<uint8_t> p_bytes, int &r_length, bool p_allow_objects);

// Numbers a node: the sender will call it by this number.
//
//   byte 0       COMMAND_SIMPLIFY_PATH
//   1 - 32       MD5 of the names of the methods that may be called, as 32 letters of lower-case hexadecimal: those of rpc_config() and then those
//                of the script, each sorted, one after the other
//   33           0
//   34 - 37      the number
//   38 -         the path, UTF-8, relative to the root path ("." is the root itself), to the end or to a zero byte (which is written)
struct SimplifyPathPacket {
	static constexpr int CHECKSUM_LETTERS = 32;
	Span<uint8_t> checksum;
	uint32_t id = 0;
	Span<uint8_t> path; // Without the zero byte; never empty.

	bool decode(Span<uint8_t> p_bytes);
	void encode(Vector<uint8_t> &r_bytes) const;
};

// The answer: the number is understood.
//
//   byte 0       COMMAND_CONFIRM_PATH
//   1            1: the checksum was right; 0: it was not, and calls may reach other methods
//   2 - 5        the number
struct ConfirmPathPacket {
	bool checksum_valid = false;
	uint32_t id = 0;

	bool decode(Span<uint8_t> p_bytes);
	void encode(Vector<uint8_t> &r_bytes) const;
};

// What the APIs themselves have to say to each other.
//
//   byte 0       COMMAND_SYS
//   1            SYS_AUTH: the rest is data for the auth_callback; without data: the sender has completed its authentication
//                SYS_ADD_PEER, SYS_DEL_PEER, from the server: another client has come or gone
//                SYS_RELAY: a packet from client to client
//   2 - 5        (not SYS_AUTH) the peer. Of a relayed packet: to the server its target (0: all, negative: all but), from the server its source
//   6 -          (SYS_RELAY) the packet, at least one byte
struct SysPacket {
	enum Command : uint8_t {
		SYS_AUTH = 0,
		SYS_ADD_PEER = 1,
		SYS_DEL_PEER = 2,
		SYS_RELAY = 3,
	};
	Command command = SYS_AUTH;
	int32_t peer = 0;
	Span<uint8_t> payload; // Of SYS_AUTH and SYS_RELAY.

	bool decode(Span<uint8_t> p_bytes);
	void encode(Vector<uint8_t> &r_bytes) const;
};
