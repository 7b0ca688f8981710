// A list of connections, each on its own socket in the main loop's poller.
#include "modules/websocket/transport/ws_linger.h"

#include "core/os/mutex.h"
#include "core/os/os.h"
#include "core/os/thread.h"
#include "core/templates/local_vector.h"
#include "modules/websocket/transport/ws_connection.h"

#include <atomic>

static constexpr int64_t TIDY_INTERVAL = 100; // Milliseconds.

struct WSLinger::Entry final : public WSTaker {
	WSConnection *connection;
	WSConnectionSettings settings;
	WSWatch *watch = nullptr; // While attached.
	int64_t give_up_at = 0; // 0: never.
	uint32_t place = 0; // In the list.
	bool is_attached = false;

	explicit Entry(WSConnection *p_connection) :
			connection(p_connection) {
		settings.close_timeout = connection->get_settings()->close_timeout;
		settings.outbound_buffer_size = 0;
		connection->set_settings(&settings);
		connection->discard_input();
	}
	~Entry() {
		WSTurn::detach(watch, this);
		memdelete(connection);
	}

	bool is_over() const { return connection->get_phase() == WSConnection::CLOSED; }

	void serve(int64_t p_now) {
		if (!is_attached) {
			is_attached = true;
			connection->get_stream().wake_main_loop();
			watch = connection->get_stream().get_watch();
			WSTurn::attach(watch, this);
		}
		if (give_up_at != 0 && p_now >= give_up_at) {
			connection->abort();
		}
		connection->process(p_now);
		if (is_over() && watch) {
			WSTurn::detach(nullptr, this); // Its watch went with the socket.
			watch = nullptr;
		}
	}

	bool take_from_network() override;
};

struct WSLinger::List {
	Mutex mutex;
	LocalVector<Entry *> entries;
	std::atomic<uint32_t> count{ 0 };
	int64_t next_tidy = 0;
	std::atomic<bool> is_ended{ false };

	void add(Entry *p_entry) {
		MutexLock lock(mutex);
		p_entry->place = entries.size();
		entries.push_back(p_entry);
		count.store(entries.size());
	}
	void remove(Entry *p_entry) {
		MutexLock lock(mutex);
		entries[entries.size() - 1]->place = p_entry->place;
		entries.remove_at_unordered(p_entry->place);
		count.store(entries.size());
	}
	LocalVector<Entry *> copy() {
		MutexLock lock(mutex);
		LocalVector<Entry *> copied;
		for (Entry *entry : entries) {
			copied.push_back(entry);
		}
		return copied;
	}

	bool has_output() {
		MutexLock lock(mutex);
		for (const Entry *entry : entries) {
			if (entry->connection->has_output()) {
				return true;
			}
		}
		return false;
	}

	// Main thread.
	void serve(Entry *p_entry, int64_t p_now) {
		p_entry->serve(p_now);
		if (p_entry->is_over()) {
			remove(p_entry);
			memdelete(p_entry);
		}
	}
};

WSLinger::List &WSLinger::_get_list() {
	static List list;
	return list;
}

bool WSLinger::Entry::take_from_network() {
	_get_list().serve(this, int64_t(OS::get_singleton()->get_ticks_msec()));
	return false;
}

void WSLinger::take(WSConnection *p_connection, int64_t p_longest) {
	const int64_t now = int64_t(OS::get_singleton()->get_ticks_msec());
	List &list = _get_list();
	Entry *const entry = memnew(Entry(p_connection));
	entry->give_up_at = p_longest >= 0 ? now + MAX(p_longest, int64_t(1)) : 0;
	if (list.count.load() >= MAX_CONNECTIONS || list.is_ended.load()) {
		p_connection->process(now); // What the system takes still arrives.
		memdelete(entry);
		return;
	}
	list.add(entry);
	if (Thread::is_main_thread()) {
		list.serve(entry, now);
	} else {
		WSTurn::request(entry);
		WSTurn::announce();
	}
}

void WSLinger::tidy(int64_t p_now) {
	List &list = _get_list();
	if (likely(list.count.load(std::memory_order_relaxed) == 0) || p_now < list.next_tidy || !Thread::is_main_thread()) {
		return;
	}
	list.next_tidy = p_now + TIDY_INTERVAL;
	for (Entry *entry : list.copy()) {
		list.serve(entry, p_now); // Serves itself alone, so the others of the copy stay good.
	}
}

uint32_t WSLinger::get_count() {
	return _get_list().count.load();
}

void WSLinger::end_all() {
	List &list = _get_list();
	list.is_ended.store(true);
	const int64_t began = int64_t(OS::get_singleton()->get_ticks_msec());
	for (int64_t now = began; list.has_output() && now - began < EXIT_TIME; now = int64_t(OS::get_singleton()->get_ticks_msec())) {
		OS::get_singleton()->delay_usec(2000);
		for (Entry *entry : list.copy()) {
			list.serve(entry, now);
		}
	}
	for (Entry *entry : list.copy()) {
		list.remove(entry);
		memdelete(entry);
	}
}
