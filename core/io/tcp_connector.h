// TCPConnector: from a host and a port to a connected socket. Resolves, and races the addresses of both families (RFC 8305).
#pragma once

#include "core/io/ip.h"
#include "core/io/net_socket.h"
#include "core/string/ustring.h"

// One attempt to connect; nothing blocks. Addresses are tried in the resolver's order, the families in turn. When one has not answered
// after ATTEMPT_DELAY_MSEC the next is tried beside it, and when one fails the next follows at once; the first that connects wins.
class TCPConnector {
public:
	enum Status : uint8_t {
		IDLE,
		RESOLVING,
		CONNECTING,
		CONNECTED, // take_socket()
		FAILED, // get_error()
	};
	static constexpr int64_t ATTEMPT_DELAY_MSEC = 250; // RFC 8305 §5.
	static constexpr uint32_t MAX_ADDRESSES = 16; // More of one name are not tried.

	// Goes as far as it can at once and returns the status. p_host is an address or a name, p_port lies between 1 and 65535.
	// Times are those of OS::get_ticks_msec(). p_timeout_msec is for all of it, resolving included; 0 sets no limit.
	Status start(const String &p_host, uint16_t p_port, int64_t p_now, int64_t p_timeout_msec);
	// From a socket that is bound to a local address already: only to this one address.
	Status start_bound(NetSocket &&p_socket, const IPAddress &p_address, uint16_t p_port, int64_t p_now, int64_t p_timeout_msec);
	Status poll(int64_t p_now);
	Status get_status() const { return status; }
	void wait(); // For callers that block: sleeps a little, less while something may be due.
	void cancel();

	NetSocket take_socket(); // Once, after CONNECTED.
	const IPAddress &get_address() const { return address; } // The winner's; before, the one that was tried last.
	const NetSocket *get_socket() const; // That of the last attempt; null while there is none.
	// After FAILED: ERR_CANT_RESOLVE, ERR_CANT_CONNECT (refused), ERR_UNAVAILABLE (no way there), ERR_TIMEOUT, ERR_UNAUTHORIZED (this program may not use the network), or as NetSocket::open().
	Error get_error() const { return error; }
	String get_error_text() const { return error_text; } // One sentence, and how to mend it.

private:
	struct Attempt {
		NetSocket socket;
		IPAddress address;
	};

	void _take_answer(int64_t p_now);
	void _look_at_attempts();
	void _begin_attempts(int64_t p_now);
	void _note_failure(Error p_error);
	Status _fail(Error p_error, const String &p_text);
	String _describe_resolving(Error p_error) const;
	String _describe_connecting() const;

	String host;
	IPLookup lookup;
	LocalVector<IPAddress> addresses; // In the order in which they are tried.
	LocalVector<Attempt> attempts; // Under way.
	NetSocket winner;
	IPAddress address;
	String error_text;
	String system_text; // The system's words for last_error.
	int64_t deadline = 0; // 0: none.
	int64_t next_attempt_at = 0;
	uint32_t next_address = 0;
	uint16_t port = 0;
	Error last_error = ERR_CANT_CONNECT;
	Error error = OK;
	Status status = IDLE;
};
