// The queries of IP: slots, a cache, and the thread that answers them. Plain C++ data, no engine objects.
#pragma once

#include "core/io/ip_address.h"
#include "core/templates/local_vector.h"

// The main thread calls everything here; the resolver thread sees only the shared State. Destroying the queue does not wait for a
// name server that is slow to answer: the thread is told to stop, keeps the State alive and ends by itself.
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
	static constexpr int CACHE_SECONDS = 60; // How long an answer is believed.
	static constexpr int MAX_CACHED = 1024;

	// p_host is a name in UTF-8, no address. Slots are numbered from 0, the lowest free one is taken; -1 when all are in use.
	int add_query(const char *p_host, uint8_t p_wanted);
	// A slot that holds its answer at once. An empty answer is an error.
	int add_answer(LocalVector<IPAddress> &&p_addresses);
	Status get_status(int p_slot) const; // STATUS_NONE for what is no query.
	LocalVector<IPAddress> get_addresses(int p_slot) const;
	void erase(int p_slot); // An answer under way is thrown away when it comes.

	// Resolves on the calling thread, through the same cache.
	LocalVector<IPAddress> resolve_now(const char *p_host, uint8_t p_wanted);
	void forget(const char *p_host); // nullptr: all.

	IPResolverQueue();
	~IPResolverQueue();
	IPResolverQueue(const IPResolverQueue &) = delete;
	IPResolverQueue &operator=(const IPResolverQueue &) = delete;

private:
	struct State;

	static void *_run(void *p_state);
	bool _start_thread();

	State *state; // Shared with the thread; counted, see State.
	bool is_thread_started = false;
};
