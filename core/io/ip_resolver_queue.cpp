// The resolver's queue: see the header.
#include "core/io/ip_resolver_queue.h"

#include "core/io/ip_platform.h"
#include "core/io/network_turn.h"
#include "core/os/condition_variable.h"
#include "core/os/memory.h"

#include <chrono>
#include <deque>
#include <map>
#include <string>

struct IPResolverQueue::Lookup {
	State *state = nullptr;
	std::string host;
	uint8_t wanted = 0;
	Status status = STATUS_WAITING;
	Error error = ERR_BUSY;
	LocalVector<IPAddress> addresses;
	int holders = 1;
	bool is_running = false; // A thread asks the system; it disposes of the look-up when nobody holds it any more.
};

struct IPResolverQueue::State {
	struct Cached {
		int64_t good_until = 0;
		Error error = OK;
		LocalVector<IPAddress> addresses;
	};

	BinaryMutex mutex; // Guards all below, and every look-up.
	ConditionVariable has_work;
	ConditionVariable has_answer;
	std::map<std::string, Lookup *> open; // Not answered yet, by key.
	std::deque<Lookup *> waiting; // Those of them that no thread has taken.
	std::map<std::string, Cached> cache;
	Lookup *slots[MAX_QUERIES] = {};
	Resolver resolver = nullptr;
	int owners = 1; // The queue, its threads and the look-ups.
	int threads = 0;
	int idle_threads = 0;
	bool is_stopping = false;

	static std::string get_key(const std::string &p_host, uint8_t p_wanted) { return p_host + '/' + char('0' + p_wanted); }
	static int64_t now_msec() { return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

	Lookup *make_lookup();
	void dispose(Lookup *p_lookup);
	void let_go(Lookup *p_lookup);
	bool answer_from_cache(Lookup *p_lookup) const;
	void remember(const std::string &p_key, Error p_error, const LocalVector<IPAddress> &p_addresses);
	void leave_queue(Lookup *p_lookup);
	void finish(Lookup *p_lookup, Error p_error, LocalVector<IPAddress> &&p_addresses);
	void ask_system(Lookup *p_lookup);
	void let_go_and_unlock(); // Of the State itself, for one owner.
};

IPResolverQueue::Lookup *IPResolverQueue::State::make_lookup() {
	Lookup *lookup = memnew(Lookup);
	lookup->state = this;
	owners++;
	return lookup;
}

// The owner that the look-up was has to be given up by the caller's let_go_and_unlock(), unless the caller is another owner.
void IPResolverQueue::State::dispose(Lookup *p_lookup) {
	memdelete(p_lookup);
	owners--;
}

void IPResolverQueue::State::let_go_and_unlock() {
	const bool is_last = --owners == 0;
	mutex.unlock();
	if (is_last) {
		memdelete(this);
	}
}

bool IPResolverQueue::State::answer_from_cache(Lookup *p_lookup) const {
	const auto found = cache.find(get_key(p_lookup->host, p_lookup->wanted));
	if (found == cache.end() || found->second.good_until <= now_msec()) {
		return false;
	}
	p_lookup->error = found->second.error;
	p_lookup->status = found->second.error == OK ? STATUS_DONE : STATUS_ERROR;
	p_lookup->addresses = found->second.addresses;
	return true;
}

void IPResolverQueue::State::remember(const std::string &p_key, Error p_error, const LocalVector<IPAddress> &p_addresses) {
	const int64_t now = now_msec();
	if (cache.size() >= size_t(MAX_CACHED)) {
		for (auto entry = cache.begin(); entry != cache.end();) {
			entry = entry->second.good_until <= now ? cache.erase(entry) : std::next(entry);
		}
	}
	if (cache.size() >= size_t(MAX_CACHED)) {
		cache.clear();
	}
	Cached &entry = cache[p_key];
	entry.good_until = now + (p_error == OK ? CACHE_MSEC : FAILURE_CACHE_MSEC);
	entry.error = p_error;
	entry.addresses = p_addresses;
}

void IPResolverQueue::State::finish(Lookup *p_lookup, Error p_error, LocalVector<IPAddress> &&p_addresses) {
	const std::string key = get_key(p_lookup->host, p_lookup->wanted);
	remember(key, p_error, p_addresses);
	open.erase(key);
	p_lookup->error = p_error;
	p_lookup->status = p_error == OK ? STATUS_DONE : STATUS_ERROR;
	p_lookup->addresses = std::move(p_addresses);
	p_lookup->is_running = false;
	if (p_lookup->holders == 0) {
		dispose(p_lookup);
	}
	has_answer.notify_all();
	// Under the mutex: the main poller dies only after the queue has set is_stopping.
	if (!is_stopping) {
		NetworkTurn::announce();
	}
}

// Called with the mutex held; releases it while the system is asked.
void IPResolverQueue::State::ask_system(Lookup *p_lookup) {
	p_lookup->is_running = true;
	const std::string host = p_lookup->host;
	const uint8_t wanted = p_lookup->wanted;
	LocalVector<IPAddress> addresses;
	mutex.unlock();
	Error error = resolver(host.c_str(), (wanted & WANT_IPV4) != 0, (wanted & WANT_IPV6) != 0, addresses);
	mutex.lock();
	if (error == OK && addresses.is_empty()) {
		error = ERR_DOES_NOT_EXIST;
	}
	finish(p_lookup, error, std::move(addresses));
}

// Called with the mutex held by an owner.
void IPResolverQueue::State::let_go(Lookup *p_lookup) {
	if (--p_lookup->holders > 0 || p_lookup->is_running) {
		return;
	}
	if (p_lookup->status == STATUS_WAITING) {
		open.erase(get_key(p_lookup->host, p_lookup->wanted));
		leave_queue(p_lookup);
	}
	dispose(p_lookup);
}

void IPResolverQueue::State::leave_queue(Lookup *p_lookup) {
	for (auto entry = waiting.begin(); entry != waiting.end(); ++entry) {
		if (*entry == p_lookup) {
			waiting.erase(entry);
			break;
		}
	}
}

void *IPResolverQueue::_run(void *p_state) {
	State *state = static_cast<State *>(p_state);
	state->mutex.lock();
	while (!state->is_stopping) {
		if (state->waiting.empty()) {
			if (state->threads > KEPT_THREADS) {
				break;
			}
			state->idle_threads++;
			state->has_work.wait(state->mutex);
			state->idle_threads--;
			continue;
		}
		Lookup *next = state->waiting.front();
		state->waiting.pop_front();
		state->ask_system(next);
	}
	state->threads--;
	state->let_go_and_unlock();
	return nullptr;
}

// Detached, since joining could mean waiting for a name server at exit. True when some thread will take what waits.
bool IPResolverQueue::_start_thread() {
	if (state->threads >= MAX_THREADS || size_t(state->idle_threads) >= state->waiting.size() + 1) {
		return true;
	}
	pthread_attr_t attributes;
	pthread_attr_init(&attributes);
	pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
	pthread_t thread;
	state->owners++;
	const bool is_started = pthread_create(&thread, &attributes, &IPResolverQueue::_run, state) == 0;
	pthread_attr_destroy(&attributes);
	if (is_started) {
		state->threads++;
	} else {
		state->owners--;
	}
	return state->threads > 0;
}

IPResolverQueue::Lookup *IPResolverQueue::ask(const char *p_host, uint8_t p_wanted) {
	MutexLock lock(state->mutex);
	const std::string key = State::get_key(p_host, p_wanted);
	const auto found = state->open.find(key);
	if (found != state->open.end()) {
		found->second->holders++;
		return found->second;
	}
	Lookup *lookup = state->make_lookup();
	lookup->host = p_host;
	lookup->wanted = p_wanted;
	if (state->answer_from_cache(lookup)) {
		return lookup;
	}
	if (!IPPlatform::can_resolve() || !_start_thread()) {
		lookup->status = STATUS_ERROR;
		lookup->error = ERR_UNAVAILABLE;
		return lookup;
	}
	state->open[key] = lookup;
	state->waiting.push_back(lookup);
	state->has_work.notify_one();
	return lookup;
}

IPResolverQueue::Lookup *IPResolverQueue::make_answer(LocalVector<IPAddress> &&p_addresses) {
	MutexLock lock(state->mutex);
	Lookup *lookup = state->make_lookup();
	lookup->status = p_addresses.is_empty() ? STATUS_ERROR : STATUS_DONE;
	lookup->error = p_addresses.is_empty() ? ERR_DOES_NOT_EXIST : OK;
	lookup->addresses = std::move(p_addresses);
	return lookup;
}

IPResolverQueue::Status IPResolverQueue::get_status(const Lookup *p_lookup) {
	MutexLock lock(p_lookup->state->mutex);
	return p_lookup->status;
}

Error IPResolverQueue::get_error(const Lookup *p_lookup) {
	MutexLock lock(p_lookup->state->mutex);
	return p_lookup->error;
}

LocalVector<IPAddress> IPResolverQueue::get_addresses(const Lookup *p_lookup) {
	MutexLock lock(p_lookup->state->mutex);
	return p_lookup->addresses;
}

void IPResolverQueue::release(Lookup *p_lookup) {
	State *state = p_lookup->state;
	state->mutex.lock();
	state->owners++; // For as long as this takes.
	state->let_go(p_lookup);
	state->let_go_and_unlock();
}

int IPResolverQueue::add(Lookup *p_lookup) {
	MutexLock lock(state->mutex);
	for (int i = 0; i < MAX_QUERIES; i++) {
		if (!state->slots[i]) {
			state->slots[i] = p_lookup;
			return i;
		}
	}
	state->let_go(p_lookup);
	return -1;
}

IPResolverQueue::Status IPResolverQueue::get_status(int p_slot) const {
	MutexLock lock(state->mutex);
	const bool is_query = p_slot >= 0 && p_slot < MAX_QUERIES && state->slots[p_slot];
	return is_query ? state->slots[p_slot]->status : STATUS_NONE;
}

LocalVector<IPAddress> IPResolverQueue::get_addresses(int p_slot) const {
	MutexLock lock(state->mutex);
	const bool is_query = p_slot >= 0 && p_slot < MAX_QUERIES && state->slots[p_slot];
	return is_query ? state->slots[p_slot]->addresses : LocalVector<IPAddress>();
}

void IPResolverQueue::erase(int p_slot) {
	MutexLock lock(state->mutex);
	if (p_slot >= 0 && p_slot < MAX_QUERIES && state->slots[p_slot]) {
		state->let_go(state->slots[p_slot]);
		state->slots[p_slot] = nullptr;
	}
}

LocalVector<IPAddress> IPResolverQueue::resolve_now(const char *p_host, uint8_t p_wanted) {
	Lookup *lookup = ask(p_host, p_wanted);
	state->mutex.lock();
	if (lookup->status == STATUS_WAITING && !lookup->is_running) {
		state->leave_queue(lookup);
		state->ask_system(lookup);
	}
	while (lookup->status == STATUS_WAITING) {
		state->has_answer.wait(state->mutex);
	}
	const LocalVector<IPAddress> addresses = lookup->addresses;
	state->mutex.unlock();
	release(lookup);
	return addresses;
}

void IPResolverQueue::forget(const char *p_host) {
	MutexLock lock(state->mutex);
	if (!p_host) {
		state->cache.clear();
		return;
	}
	for (const uint8_t wanted : { uint8_t(WANT_IPV4), uint8_t(WANT_IPV6), uint8_t(WANT_IPV4 | WANT_IPV6) }) {
		state->cache.erase(State::get_key(p_host, wanted));
	}
}

IPResolverQueue::IPResolverQueue(Resolver p_resolver) :
		state(memnew(State)) {
	state->resolver = p_resolver;
}

IPResolverQueue::~IPResolverQueue() {
	state->mutex.lock();
	state->is_stopping = true;
	for (Lookup *&lookup : state->slots) {
		if (lookup) {
			state->let_go(lookup);
			lookup = nullptr;
		}
	}
	for (Lookup *lookup : state->waiting) { // Nobody will answer.
		lookup->status = STATUS_ERROR;
		lookup->error = ERR_UNAVAILABLE;
	}
	state->waiting.clear();
	state->open.clear();
	state->has_work.notify_all();
	state->has_answer.notify_all();
	state->let_go_and_unlock();
}
