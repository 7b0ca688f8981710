// The main loop's network turn: what can be taken from the network without scripts, and the news that a frame has to tell them.
#pragma once

#include "core/error/error_list.h"
#include "core/os/mutex.h"
#include "core/typedefs.h"

#include <atomic>

class SocketWatch;

// Takes from its sockets between frames: accepts, handshakes, frames of a protocol, replies, output that waited.
class NetworkTaker {
public:
	// In a network turn: on the main thread, under NetworkTurn's mutex, no script on the stack. Calls no script. True: more is there at
	// once, so the next turn calls again. What scripts would see is told with NetworkTurn::announce().
	virtual bool take_from_network() = 0;

protected:
	// Leaves every watch and the queue before.
	~NetworkTaker() = default;

private:
	friend class NetworkTurn;
	NetworkTaker *next = nullptr;
	bool is_queued = false;
};

// The main thread waits and runs turns. Everything else may be called from any thread.
class NetworkTurn {
public:
	// Sleeps on the main poller (at most p_timeout_usec, SocketPoller::wait()) and notes what it reports. True when there is work for
	// run() or news. False also without a poller (web).
	static bool wait(int64_t p_timeout_usec);
	// Lets those take whose sockets were reported. Main thread.
	static void run();
	static bool has_work() { return first.load(std::memory_order_relaxed) != nullptr; }

	// There is something that scripts can see now: the main loop runs a frame as soon as it may. Wakes it up.
	static void announce();
	static bool has_news() { return news.load(std::memory_order_acquire); }
	static void clear_news() { // At the beginning of a frame.
		news.store(false, std::memory_order_release);
		count.fetch_add(1, std::memory_order_relaxed);
	}
	// How many turns and frames there have been: whoever has a budget for each knows a new one by that.
	static uint64_t get_count() { return count.load(std::memory_order_relaxed); }

	// Time that network objects spent in telling scripts of messages, on the main thread. See Delivery.
	struct Deliveries {
		uint64_t usec = 0;
		uint64_t messages = 0;
	};
	static const Deliveries &get_deliveries() { return deliveries; }
	// Lives while handlers hear of messages.
	class Delivery {
	public:
		Delivery();
		~Delivery();
		static void note_messages(int p_count) { count += uint64_t(p_count); }

	private:
		uint64_t began = 0; // 0: nested, or on another thread.
		static uint64_t count;
		static int depth;
	};

	// Without sleeping, when the main poller's last answer is older than STALE_USEC, or this machine has sent something to itself since.
	// So a script that polls in a loop of its own, on any thread, hears what comes; the many polls of a frame ask once at most.
	static void refresh();
	static constexpr uint64_t STALE_USEC = 500;
	// After something that this process may itself be the receiver of.
	static void note_local_send() { local_send.store(true, std::memory_order_release); }

	// From now on p_taker takes what comes in at p_watch (null: nothing happens). Detaching also leaves the queue; afterwards no turn
	// calls the taker. Attach on the main thread only.
	static void attach(SocketWatch *p_watch, NetworkTaker *p_taker);
	static void detach(SocketWatch *p_watch, NetworkTaker *p_taker);
	// The next turn calls it, whatever is reported.
	static void request(NetworkTaker *p_taker);

private:
	friend class SocketWatch;

	static void enqueue(NetworkTaker *p_taker); // Under the mutex.
	static void leave_queue(NetworkTaker *p_taker); // Under the mutex.
	static void note_answer();

	static Mutex mutex; // Recursive: a taker's own sockets may call in here.
	static std::atomic<NetworkTaker *> first;
	static NetworkTaker *last;
	static std::atomic<bool> news;
	static std::atomic<uint64_t> count;
	static std::atomic<bool> local_send;
	static std::atomic<uint64_t> answered_at;
	static Deliveries deliveries;
	static bool is_running; // Written and read by the main thread.
};
