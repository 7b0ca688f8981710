// A non-blocking TCP or UDP socket of the operating system. The platform folder implements it (platform/unix/net_socket_unix.cpp).
#pragma once

#include "core/error/error_list.h"
#include "core/io/byte_chunk.h"
#include "core/io/ip_address.h"

class SocketWatch;
class String;

// A move-only value that owns the descriptor and closes it when it dies. Descriptors are non-blocking and not inherited by
// child processes; a write to a closed connection never raises a signal. One thread at a time may use a socket.
//
// Unless told otherwise every open socket is registered edge-triggered with SocketPoller::get_main(). So the sleeping main loop wakes
// up, and the socket knows whether it is worth asking the system: while nothing has come, recv(), peek(), accept(), recv_from(),
// get_available_bytes(), has_waiting_connection() and finish_connect() answer from memory, as do sends while the system's buffer is
// full. A server that keeps its own poller calls set_wakes_main_loop(false), nests its poller in the main one, and always asks.
class NetSocket {
public:
	using Handle = intptr_t;
	static constexpr Handle INVALID_HANDLE = -1;
	static constexpr int MAX_CHUNKS = 64; // send_chunks() takes more, but offers this many to the system at once.

	enum Type : uint8_t {
		TYPE_NONE,
		TYPE_TCP,
		TYPE_UDP,
		TYPE_UNIX, // A stream within this machine, named by a path.
	};
	enum Family : uint8_t {
		FAMILY_IPV4,
		FAMILY_IPV6,
		FAMILY_DUAL, // IPv6 that takes IPv4 too; quietly IPv4 alone on systems without IPv6.
	};
	enum MainLoopWake : uint8_t {
		WAKES_MAIN_LOOP,
		WAKES_NOBODY,
	};

	// Closes what was open before. FAMILY_DUAL is for listening and for UDP; TYPE_UNIX has no family.
	Error open(Type p_type, Family p_family, MainLoopWake p_wake = WAKES_MAIN_LOOP);
	void close();
	bool is_open() const { return handle != INVALID_HANDLE; }
	Handle get_handle() const { return handle; }
	Type get_type() const { return type; }
	Family get_family() const { return family; } // The one really in use: FAMILY_DUAL may have become FAMILY_IPV4.
	void set_wakes_main_loop(bool p_wakes);
	SocketWatch *get_watch() const { return watch; } // null without a registration. Lives until the socket closes.

	// ERR_ALREADY_IN_USE, ERR_UNAUTHORIZED (privileged port), ERR_INVALID_PARAMETER (not an address of this machine) or ERR_CANT_CREATE.
	// A wildcard address binds to all interfaces. Port 0 lets the system choose.
	Error bind(const IPAddress &p_address, uint16_t p_port);
	Error listen(int p_backlog = 4096);
	// OK and a socket (registered as p_wake says), ERR_BUSY when nobody waits, ERR_OUT_OF_MEMORY when the process or system has no
	// descriptors left (nothing was taken; accepting at once again would spin), ERR_SKIP when that one client gave up meanwhile.
	Error accept(NetSocket &r_socket, IPAddress &r_address, uint16_t &r_port, MainLoopWake p_wake = WAKES_MAIN_LOOP);

	// TYPE_UNIX only, instead of addresses. ERR_INVALID_PARAMETER when the path is too long for the system (107 bytes on Linux).
	Error bind_to_path(const String &p_path); // ERR_ALREADY_IN_USE when something of that name is there.
	Error connect_to_path(const String &p_path); // As connect_to_address(); also ERR_FILE_NOT_FOUND.

	// OK when connected at once, ERR_BUSY while under way (then ask finish_connect when writable), else the reason of failure.
	Error connect_to_address(const IPAddress &p_address, uint16_t p_port);
	// OK, ERR_BUSY, ERR_CANT_CONNECT (refused), ERR_UNAVAILABLE (the network or the host cannot be reached) or ERR_TIMEOUT.
	Error finish_connect();

	// OK with r_read > 0; ERR_BUSY when nothing is there; ERR_FILE_EOF when the other side has ended its half (TCP);
	// ERR_CONNECTION_ERROR when the connection broke. One system call; never allocates. r_read is 0 unless OK.
	Error recv(uint8_t *p_into, int p_capacity, int &r_read);
	Error peek(uint8_t *p_into, int p_capacity, int &r_read); // The same, leaving the bytes in place.
	// OK with 0 < r_sent <= size; ERR_BUSY when the system's buffer is full; ERR_CONNECTION_ERROR when the connection broke.
	Error send(const uint8_t *p_data, int p_size, int &r_sent);
	// Several pieces with as few system calls as they take. Ends early when the system's buffer is full: OK if anything was sent.
	Error send_chunks(const ByteChunk *p_chunks, int p_count, int64_t &r_sent);

	// Datagrams. ERR_OUT_OF_MEMORY from recv_from: the datagram was longer than p_capacity and is lost.
	Error recv_from(uint8_t *p_into, int p_capacity, int &r_read, IPAddress &r_address, uint16_t &r_port);
	// ERR_OUT_OF_MEMORY from send_to: longer than a datagram may be.
	Error send_to(const uint8_t *p_data, int p_size, int &r_sent, const IPAddress &p_address, uint16_t p_port);
	struct Datagram {
		uint8_t *data = nullptr; // The caller's, with room for `size` bytes; then `size` is what came.
		int size = 0;
		IPAddress address;
		uint16_t port = 0;
		bool is_cut = false; // It was longer than there was room; the rest is lost.
	};
	static constexpr int MAX_DATAGRAMS = 16; // recv_datagrams() takes at most so many at once.
	// As many as there are, up to p_count, with one system call. OK and r_received > 0, ERR_BUSY, or ERR_CONNECTION_ERROR (the other side
	// refused what was sent before; the socket goes on).
	Error recv_datagrams(Datagram *r_datagrams, int p_count, int &r_received);
	// Several with as few system calls as they take; one without a valid address goes to the other side of a connected socket. r_sent is how
	// many left before the first that did not: ERR_BUSY for lack of room, ERR_CONNECTION_ERROR when it was refused.
	Error send_datagrams(const Datagram *p_datagrams, int p_count, int &r_sent);
	// For datagrams: only to and from this address from now on; send() and recv() go there.
	Error connect_datagrams(const IPAddress &p_address, uint16_t p_port);

	// Sleeps until one of p_events (bits of SocketPoller::Event) or p_timeout_usec (negative: no limit) comes. OK or ERR_TIMEOUT.
	Error wait(uint32_t p_events, int64_t p_timeout_usec) const;
	int get_available_bytes() const; // What recv() would find now; -1 when the socket is broken or closed.
	int get_unsent_bytes() const; // What was sent and the other side's system has not acknowledged; 0 where nobody can tell.
	// False: the connection certainly goes on. True: recv() or peek() may find its end. No system call while nothing happens.
	bool may_have_ended() const;
	bool has_waiting_connection() const; // For listening sockets.
	Error shutdown_sending(); // Ends our half of a TCP connection; what was sent before still arrives.
	Error get_local_address(IPAddress &r_address, uint16_t &r_port) const;
	Error get_peer_address(IPAddress &r_address, uint16_t &r_port) const;

	Error set_no_delay(bool p_enabled);
	Error set_reuse_address(bool p_enabled); // Allows a listening port again while old connections linger.
	Error set_reuse_port(bool p_enabled);
	Error set_broadcast(bool p_enabled);
	Error set_send_buffer_size(int p_bytes);
	Error set_receive_buffer_size(int p_bytes);
	Error change_multicast_group(const IPAddress &p_group, const String &p_interface, bool p_join);

	// What this thread's sockets have asked of the system so far: transfers, accepts and questions.
	struct Traffic {
		uint64_t calls = 0;
		uint64_t reads = 0; // Calls that brought bytes or a connection,
		uint64_t bytes_read = 0; // and how many bytes.
	};
	static const Traffic &get_traffic();

	// The system's words for the last failure of this thread's socket calls, e.g. "Address already in use".
	static String get_last_error_text();
	// What open() means with ERR_UNAUTHORIZED, as a sentence with its mend.
	static constexpr const char *FORBIDDEN_TEXT = "The system does not let this program use the network. An app for Android needs the permission INTERNET: set permissions/internet=true in its export preset.";
	// Whether open() would be refused like that; for telling it from other reasons why a name has no address.
	static bool is_forbidden();

	NetSocket() = default;
	NetSocket(NetSocket &&p_other) { *this = static_cast<NetSocket &&>(p_other); }
	NetSocket &operator=(NetSocket &&p_other);
	NetSocket(const NetSocket &) = delete;
	NetSocket &operator=(const NetSocket &) = delete;
	~NetSocket() { close(); }

private:
	void _adopt(Handle p_handle, Type p_type, Family p_family, MainLoopWake p_wake);
	Error _verdict_of_failed_io(uint32_t p_awaited_event) const;
	bool _may(uint32_t p_events) const;
	void _begin(uint32_t p_event) const;
	void _end(uint32_t p_event, bool p_more) const;
	void _end_read(int64_t p_bytes, bool p_more) const;
	bool _may_send() const;
	int64_t _send_message(const void *p_message) const;

	int32_t handle = int32_t(INVALID_HANDLE); // Handles need no more than 32 bits on any system, and servers have many sockets.
	SocketWatch *watch = nullptr; // While registered with the main poller.
	Type type = TYPE_NONE;
	Family family = FAMILY_IPV4;
	bool is_local = false; // The other side is on this machine, perhaps in this process.
};
