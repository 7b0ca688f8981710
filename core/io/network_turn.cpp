// Watches, the queue of takers, and asking the main poller.
#include "core/io/network_turn.h"

#include "core/io/socket_poller.h"
#include "core/io/socket_watch.h"
#include "core/os/memory.h"
#include "core/os/thread.h"

#include <chrono>

Mutex NetworkTurn::mutex;
std::atomic<NetworkTaker *> NetworkTurn::first{ nullptr };
NetworkTaker *NetworkTurn::last = nullptr;
std::atomic<bool> NetworkTurn::news{ false };
std::atomic<uint64_t> NetworkTurn::count{ 1 };
std::atomic<bool> NetworkTurn::local_send{ false };
std::atomic<uint64_t> NetworkTurn::answered_at{ 0 };
bool NetworkTurn::is_running = false;
NetworkTurn::Deliveries NetworkTurn::deliveries;
uint64_t NetworkTurn::Delivery::count = 0;
int NetworkTurn::Delivery::depth = 0;

static SocketWatch *free_watches = nullptr;
static BinaryMutex free_watches_mutex;

static uint64_t now_usec() {
	return uint64_t(std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch()).count());
}

SocketWatch *SocketWatch::allocate(uint32_t p_bits) {
	static constexpr int BLOCK = 64;
	MutexLock lock(free_watches_mutex);
	if (!free_watches) {
		// Never given back: a report that was fetched before its socket closed may still name a watch.
		SocketWatch *block = new SocketWatch[BLOCK];
		for (int i = 0; i < BLOCK; i++) {
			block[i].next_free = free_watches;
			free_watches = &block[i];
		}
	}
	SocketWatch *watch = free_watches;
	free_watches = watch->next_free;
	watch->bits.store(p_bits, std::memory_order_release);
	return watch;
}

void SocketWatch::release(SocketWatch *p_watch) {
	if (!p_watch) {
		return;
	}
	NetworkTurn::detach(p_watch, nullptr);
	MutexLock lock(free_watches_mutex);
	p_watch->next_free = free_watches;
	free_watches = p_watch;
}

void SocketWatch::note_look() {
	const uint32_t now = bits.load(std::memory_order_acquire);
	if (likely((now & (ANNOUNCED | ELSEWHERE)) == 0) && likely(Thread::is_main_thread())) {
		return;
	}
	clear(ANNOUNCED | (Thread::is_main_thread() ? ELSEWHERE : 0u));
	if (!Thread::is_main_thread()) {
		set(ELSEWHERE);
	}
}

bool SocketWatch::may(uint32_t p_bits) {
	if (has(p_bits)) {
		return true;
	}
	NetworkTurn::refresh();
	return has(p_bits);
}

bool SocketWatch::report(uint32_t p_events) {
	const uint32_t before = bits.fetch_or(p_events, std::memory_order_acq_rel);
	if (taker) {
		NetworkTurn::enqueue(taker);
		return true;
	}
	// An edge of reading also tells that writing is possible, which is no news then.
	const bool tells_something = (p_events & ~uint32_t(SocketPoller::EVENT_WRITABLE)) != 0 || (before & SocketPoller::EVENT_WRITABLE) == 0;
	if (!tells_something || (before & (ANNOUNCED | ELSEWHERE)) != 0) {
		return false;
	}
	set(ANNOUNCED);
	NetworkTurn::news.store(true, std::memory_order_release);
	return true;
}

NetworkTurn::Delivery::Delivery() {
	if (Thread::is_main_thread() && depth++ == 0) {
		began = now_usec();
	}
}

NetworkTurn::Delivery::~Delivery() {
	if (!Thread::is_main_thread() || --depth > 0) {
		return;
	}
	deliveries.usec += now_usec() - began;
	deliveries.messages += count;
	count = 0;
}

void NetworkTurn::note_answer() {
	answered_at.store(now_usec(), std::memory_order_relaxed);
}

bool NetworkTurn::wait(int64_t p_timeout_usec) {
	SocketPoller *poller = SocketPoller::get_main();
	if (!poller) {
		return false;
	}
	local_send.store(false, std::memory_order_release);
	const int count = poller->wait(p_timeout_usec);
	note_answer();
	if (count > 0) {
		MutexLock lock(mutex);
		for (int i = 0; i < count; i++) {
			static_cast<SocketWatch *>(poller->get_ready()[i].userdata)->report(poller->get_ready()[i].events);
		}
	}
	return has_work() || has_news();
}

void NetworkTurn::refresh() {
	const bool on_main_thread = Thread::is_main_thread();
	if (on_main_thread && is_running) {
		return; // The turn has just been given an answer, and the next wait gives another.
	}
	if (!local_send.load(std::memory_order_acquire) && now_usec() - answered_at.load(std::memory_order_relaxed) < STALE_USEC) {
		return;
	}
	SocketPoller *poller = SocketPoller::get_main();
	if (!poller) {
		return;
	}
	local_send.store(false, std::memory_order_release);
	static constexpr int BATCH = 64;
	SocketPoller::Ready ready[BATCH];
	bool anybody = false;
	int count;
	do {
		count = poller->look(ready, BATCH);
		MutexLock lock(mutex);
		for (int i = 0; i < count; i++) {
			anybody = static_cast<SocketWatch *>(ready[i].userdata)->report(ready[i].events) || anybody;
		}
	} while (count == BATCH);
	note_answer();
	if (anybody && !on_main_thread) {
		poller->wake(); // The edge is used up: the main loop would sleep through it.
	}
}

void NetworkTurn::run() {
	MutexLock lock(mutex);
	// Only those who wait now: who comes back has its next turn after the next look at the sockets.
	NetworkTaker *const end = last;
	is_running = true;
	count.fetch_add(1, std::memory_order_relaxed);
	for (bool more = first.load(std::memory_order_relaxed) != nullptr; more;) {
		NetworkTaker *taker = first.load(std::memory_order_relaxed);
		more = taker != end;
		leave_queue(taker);
		if (taker->take_from_network()) {
			enqueue(taker);
		}
	}
	is_running = false;
}

void NetworkTurn::announce() {
	news.store(true, std::memory_order_release);
	SocketPoller *poller = Thread::is_main_thread() ? nullptr : SocketPoller::get_main();
	if (poller) {
		poller->wake();
	}
}

void NetworkTurn::attach(SocketWatch *p_watch, NetworkTaker *p_taker) {
	if (!p_watch) {
		return;
	}
	MutexLock lock(mutex);
	p_watch->taker = p_taker;
	enqueue(p_taker); // What came before is taken, too.
}

void NetworkTurn::detach(SocketWatch *p_watch, NetworkTaker *p_taker) {
	MutexLock lock(mutex);
	if (p_watch) {
		p_watch->taker = nullptr;
	}
	if (p_taker && p_taker->is_queued) {
		leave_queue(p_taker);
	}
}

void NetworkTurn::request(NetworkTaker *p_taker) {
	MutexLock lock(mutex);
	enqueue(p_taker);
}

void NetworkTurn::enqueue(NetworkTaker *p_taker) {
	if (p_taker->is_queued) {
		return;
	}
	p_taker->is_queued = true;
	p_taker->next = nullptr;
	if (last) {
		last->next = p_taker;
	} else {
		first.store(p_taker, std::memory_order_relaxed);
	}
	last = p_taker;
}

// From the front in constant time, which is the usual case.
void NetworkTurn::leave_queue(NetworkTaker *p_taker) {
	NetworkTaker *before = nullptr;
	for (NetworkTaker *taker = first.load(std::memory_order_relaxed); taker != p_taker; taker = taker->next) {
		before = taker;
	}
	if (before) {
		before->next = p_taker->next;
	} else {
		first.store(p_taker->next, std::memory_order_relaxed);
	}
	if (last == p_taker) {
		last = before;
	}
	p_taker->next = nullptr;
	p_taker->is_queued = false;
}
