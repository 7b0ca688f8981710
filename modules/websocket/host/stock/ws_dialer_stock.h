// From a host and a port to a connected socket, in a stock tree: as core/io/tcp_connector.h of Estragon.
#pragma once

#include "core/io/ip.h"
#include "modules/websocket/host/stock/ws_socket_stock.h"

// Asks the IP singleton's resolver, then races the addresses of both families (RFC 8305): the next one begins when one has failed, or has not
// answered in time.
class WSDialer {
public:
	enum Status : uint8_t {
		IDLE,
		RESOLVING,
		CONNECTING,
		CONNECTED, // take_socket()
		FAILED, // get_error()
	};
	static constexpr int64_t ATTEMPT_DELAY_MSEC = 250;

	Status start(const String &p_host, uint16_t p_port, int64_t p_now, int64_t p_timeout_msec); // p_timeout_msec: 0, the caller has its own.
	Status poll(int64_t p_now);
	Status get_status() const { return status; }
	WSSocket take_socket(); // Once, after CONNECTED.
	const IPAddress &get_address() const { return address; }
	const WSSocket *get_socket() const { return nullptr; } // Nobody sleeps on it.
	Error get_error() const { return error; }
	String get_error_text() const { return error_text; }

	WSDialer() = default;
	WSDialer(const WSDialer &) = delete;
	WSDialer &operator=(const WSDialer &) = delete;
	~WSDialer() { _forget_query(); }

private:
	struct Attempt {
		WSSocket socket;
		IPAddress address;
	};

	void _forget_query();
	void _take_answer(int64_t p_now);
	void _look_at_attempts();
	void _begin_attempts(int64_t p_now);
	void _win(Attempt &r_attempt);
	Status _fail(Error p_error, const String &p_text);

	String host;
	IP::ResolverID query = IP::RESOLVER_INVALID_ID;
	LocalVector<IPAddress> addresses; // In the order in which they are tried.
	LocalVector<Attempt *> attempts; // Under way.
	WSSocket winner;
	IPAddress address;
	String error_text;
	int64_t next_attempt_at = 0;
	uint32_t next_address = 0;
	uint16_t port = 0;
	Error error = OK;
	Status status = IDLE;
};
