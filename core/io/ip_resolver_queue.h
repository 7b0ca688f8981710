// The look-ups of IP: questions that many may share, a cache, and the threads that answer. Plain C++ data, no engine objects.
#pragma once

#include "core/error/error_list.h"
#include "core/io/ip_address.h"
#include "core/templates/local_vector.h"

// Everything here may be called from any thread. Who asks for a name that is being looked up already shares that look-up. Threads are
// started when there is work for them. Destroying the queue does not wait for a name server that is slow to answer: the threads are told
// to stop, keep the State alive and end by themselves.
class IPResolverQueue {
public:
	enum Status {
		STATUS_NONE,
		STATUS_WAITING,
		STATUS_DONE,
		STATUS_ERROR,
	};
	// Bits of which addresses are wanted: IPv4 and IPv6. At least one.
	enum Wanted : uint8_t {
		WANT_IPV4 = 1,
		WANT_IPV6 = 2,
	};
	static constexpr int MAX_QUERIES = 256;
	static constexpr int MAX_THREADS = 32; // Each may wait ten seconds for a name server that is silent, and holds up who waits behind.
	static constexpr int KEPT_THREADS = 4; // More end when there is nothing to do.
	static constexpr int CACHE_MSEC = 60000; // How long an answer is believed.
	static constexpr int FAILURE_CACHE_MSEC = 2000; // The same for a failure: a name that is missing now may exist in a moment.
	static constexpr int MAX_CACHED = 1024;

	// Blocks and asks, see IPPlatform::resolve().
	using Resolver = Error (*)(const char *p_host, bool p_ipv4, bool p_ipv6, LocalVector<IPAddress> &r_addresses);

	struct Lookup; // Counted by those who asked.

	// p_host is a name in UTF-8, no address. release() is due.
	Lookup *ask(const char *p_host, uint8_t p_wanted);
	Lookup *make_answer(LocalVector<IPAddress> &&p_addresses); // One that is answered. No addresses are an error.
	static Status get_status(const Lookup *p_lookup);
	static Error get_error(const Lookup *p_lookup); // ERR_BUSY while waiting, OK when done, else as IPPlatform::resolve().
	static LocalVector<IPAddress> get_addresses(const Lookup *p_lookup);
	static void release(Lookup *p_lookup); // The last one takes back what no thread has begun.

	// The places of the scripting API, numbered from 0; the lowest free one is taken, -1 when all are in use (the look-up is released).
	int add(Lookup *p_lookup);
	Status get_status(int p_slot) const; // STATUS_NONE for what is no query.
	LocalVector<IPAddress> get_addresses(int p_slot) const;
	void erase(int p_slot);

	// Waits for the answer; asks by itself when no thread has begun to, so that it does not wait for other names.
	LocalVector<IPAddress> resolve_now(const char *p_host, uint8_t p_wanted);
	void forget(const char *p_host); // nullptr: all.

	explicit IPResolverQueue(Resolver p_resolver);
	~IPResolverQueue();
	IPResolverQueue(const IPResolverQueue &) = delete;
	IPResolverQueue &operator=(const IPResolverQueue &) = delete;

private:
	struct State;

	static void *_run(void *p_state);
	bool _start_thread();

	State *state; // Shared with threads and look-ups; counted, see State.
};
