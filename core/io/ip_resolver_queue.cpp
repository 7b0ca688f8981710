// The resolver's queue: see the header.
#include "core/io/ip_resolver_queue.h"

#include "core/io/ip_platform.h"
#include "core/io/network_turn.h"
#include "core/os/condition_variable.h"
#include "core/os/memory.h"

#include <chrono>
#include <map>
#include <string>

struct IPResolverQueue::State {
	struct Query {
		std::string host;
		uint8_t wanted = 0;
		Status status = STATUS_NONE;
		uint32_t serial = 0; // Tells an answer that its slot has been given to another query meanwhile.
		LocalVector<IPAddress> addresses;
	};
	struct Cached {
		int64_t good_until = 0;
		LocalVector<IPAddress> addresses;
	};

	BinaryMutex mutex; // Guards all below.
	ConditionVariable has_work;
	Query queries[MAX_QUERIES];
	std::map<std::string, Cached> cache;
	uint32_t next_serial = 1;
	int owners = 1; // The queue, and the thread once it runs.
	bool is_stopping = false;

	static std::string cache_key(const std::string &p_host, uint8_t p_wanted) { return p_host + '/' + char('0' + p_wanted); }
	static int64_t now_seconds() { return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

	const LocalVector<IPAddress> *find_cached(const std::string &p_host, uint8_t p_wanted) const;
	void remember(const std::string &p_host, uint8_t p_wanted, const LocalVector<IPAddress> &p_addresses);
	int find_waiting() const;
	int take_free_slot();
	void resolve_one(int p_slot);
};

static LocalVector<IPAddress> ask_system(const std::string &p_host, uint8_t p_wanted) {
	return IPPlatform::resolve(p_host.c_str(), (p_wanted & IPResolverQueue::WANT_IPV4) != 0, (p_wanted & IPResolverQueue::WANT_IPV6) != 0);
}

const LocalVector<IPAddress> *IPResolverQueue::State::find_cached(const std::string &p_host, uint8_t p_wanted) const {
	const auto found = cache.find(cache_key(p_host, p_wanted));
	return found != cache.end() && found->second.good_until > now_seconds() ? &found->second.addresses : nullptr;
}

void IPResolverQueue::State::remember(const std::string &p_host, uint8_t p_wanted, const LocalVector<IPAddress> &p_addresses) {
	if (p_addresses.is_empty()) {
		return; // A name that is missing now may exist in a moment.
	}
	if (cache.size() >= size_t(MAX_CACHED)) {
		cache.clear();
	}
	Cached &entry = cache[cache_key(p_host, p_wanted)];
	entry.good_until = now_seconds() + CACHE_SECONDS;
	entry.addresses = p_addresses;
}

// The oldest first, so that nobody starves.
int IPResolverQueue::State::find_waiting() const {
	int best = -1;
	for (int i = 0; i < MAX_QUERIES; i++) {
		if (queries[i].status == STATUS_WAITING && (best < 0 || queries[i].serial < queries[best].serial)) {
			best = i;
		}
	}
	return best;
}

int IPResolverQueue::State::take_free_slot() {
	for (int i = 0; i < MAX_QUERIES; i++) {
		if (queries[i].status == STATUS_NONE) {
			queries[i].serial = next_serial++;
			return i;
		}
	}
	return -1;
}

// Called with the mutex held; releases it while the system is asked.
void IPResolverQueue::State::resolve_one(int p_slot) {
	const std::string host = queries[p_slot].host;
	const uint8_t wanted = queries[p_slot].wanted;
	const uint32_t serial = queries[p_slot].serial;
	LocalVector<IPAddress> answer;
	if (const LocalVector<IPAddress> *known = find_cached(host, wanted)) {
		answer = *known;
	} else {
		mutex.unlock();
		answer = ask_system(host, wanted);
		mutex.lock();
		remember(host, wanted, answer);
	}
	Query &query = queries[p_slot];
	if (query.serial == serial && query.status == STATUS_WAITING) {
		query.status = answer.is_empty() ? STATUS_ERROR : STATUS_DONE;
		query.addresses = std::move(answer);
	}
	// Under the mutex: the main poller dies only after the queue has set is_stopping.
	if (!is_stopping) {
		NetworkTurn::announce();
	}
}

void *IPResolverQueue::_run(void *p_state) {
	State *state = static_cast<State *>(p_state);
	state->mutex.lock();
	while (!state->is_stopping) {
		const int slot = state->find_waiting();
		if (slot < 0) {
			state->has_work.wait(state->mutex);
		} else {
			state->resolve_one(slot);
		}
	}
	const bool is_last = --state->owners == 0;
	state->mutex.unlock();
	if (is_last) {
		memdelete(state);
	}
	return nullptr;
}

// Detached, since joining could mean waiting for a name server at exit.
bool IPResolverQueue::_start_thread() {
	if (is_thread_started) {
		return true;
	}
	pthread_attr_t attributes;
	pthread_attr_init(&attributes);
	pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
	pthread_t thread;
	state->owners++;
	is_thread_started = pthread_create(&thread, &attributes, &IPResolverQueue::_run, state) == 0;
	pthread_attr_destroy(&attributes);
	if (!is_thread_started) {
		state->owners--;
	}
	return is_thread_started;
}

int IPResolverQueue::add_query(const char *p_host, uint8_t p_wanted) {
	MutexLock lock(state->mutex);
	const int slot = state->take_free_slot();
	if (slot < 0) {
		return -1;
	}
	State::Query &query = state->queries[slot];
	query.host = p_host;
	query.wanted = p_wanted;
	query.addresses.clear();
	if (const LocalVector<IPAddress> *known = state->find_cached(query.host, p_wanted)) {
		query.addresses = *known;
		query.status = STATUS_DONE;
	} else if (IPPlatform::can_resolve() && _start_thread()) {
		query.status = STATUS_WAITING;
		state->has_work.notify_one();
	} else {
		query.status = STATUS_ERROR;
	}
	return slot;
}

int IPResolverQueue::add_answer(LocalVector<IPAddress> &&p_addresses) {
	MutexLock lock(state->mutex);
	const int slot = state->take_free_slot();
	if (slot >= 0) {
		State::Query &query = state->queries[slot];
		query.status = p_addresses.is_empty() ? STATUS_ERROR : STATUS_DONE;
		query.addresses = std::move(p_addresses);
	}
	return slot;
}

IPResolverQueue::Status IPResolverQueue::get_status(int p_slot) const {
	if (p_slot < 0 || p_slot >= MAX_QUERIES) {
		return STATUS_NONE;
	}
	MutexLock lock(state->mutex);
	return state->queries[p_slot].status;
}

LocalVector<IPAddress> IPResolverQueue::get_addresses(int p_slot) const {
	if (p_slot < 0 || p_slot >= MAX_QUERIES) {
		return LocalVector<IPAddress>();
	}
	MutexLock lock(state->mutex);
	const State::Query &query = state->queries[p_slot];
	return query.status == STATUS_DONE ? query.addresses : LocalVector<IPAddress>();
}

void IPResolverQueue::erase(int p_slot) {
	if (p_slot < 0 || p_slot >= MAX_QUERIES) {
		return;
	}
	MutexLock lock(state->mutex);
	state->queries[p_slot].status = STATUS_NONE;
	state->queries[p_slot].addresses.reset();
}

LocalVector<IPAddress> IPResolverQueue::resolve_now(const char *p_host, uint8_t p_wanted) {
	const std::string host(p_host);
	{
		MutexLock lock(state->mutex);
		if (const LocalVector<IPAddress> *known = state->find_cached(host, p_wanted)) {
			return *known;
		}
	}
	LocalVector<IPAddress> answer = IPPlatform::can_resolve() ? ask_system(host, p_wanted) : LocalVector<IPAddress>();
	MutexLock lock(state->mutex);
	state->remember(host, p_wanted, answer);
	return answer;
}

void IPResolverQueue::forget(const char *p_host) {
	MutexLock lock(state->mutex);
	if (!p_host) {
		state->cache.clear();
		return;
	}
	for (const uint8_t wanted : { uint8_t(WANT_IPV4), uint8_t(WANT_IPV6), uint8_t(WANT_IPV4 | WANT_IPV6) }) {
		state->cache.erase(State::cache_key(p_host, wanted));
	}
}

IPResolverQueue::IPResolverQueue() :
		state(memnew(State)) {
}

IPResolverQueue::~IPResolverQueue() {
	state->mutex.lock();
	state->is_stopping = true;
	state->has_work.notify_all();
	const bool is_last = --state->owners == 0;
	state->mutex.unlock();
	if (is_last) {
		memdelete(state);
	}
}
