// SocketPoller over POSIX poll(): see the header.
#include "platform/unix/socket_poller_poll.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

// Linux and FreeBSD tell the end of the other half; elsewhere every readable socket may be at its end.
#if defined(POLLRDHUP)
static constexpr short POLL_ENDED = POLLRDHUP;
static constexpr short POLL_READABLE = POLLIN | POLLRDHUP;
#else
static constexpr short POLL_ENDED = POLLIN;
static constexpr short POLL_READABLE = POLLIN;
#endif

static uint32_t from_poll(short p_events) {
	uint32_t events = 0;
	if (p_events & POLLIN) {
		events |= SocketPoller::EVENT_READABLE;
	}
	if (p_events & POLL_ENDED) {
		events |= SocketPoller::EVENT_ENDED;
	}
	if (p_events & POLLOUT) {
		events |= SocketPoller::EVENT_WRITABLE;
	}
	if (p_events & (POLLERR | POLLHUP)) {
		events |= SocketPoller::EVENT_BROKEN;
	}
	return events;
}

Error SocketPollerPoll::add(Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger) {
	MutexLock lock(mutex);
	if (entries.has(int(p_handle))) {
		return ERR_ALREADY_EXISTS;
	}
	Entry entry;
	entry.userdata = p_userdata;
	entry.wanted = p_events;
	entry.armed = p_events;
	entry.trigger = p_trigger;
	entries.insert(int(p_handle), entry);
	generation++;
	_wake_sleepers();
	return OK;
}

Error SocketPollerPoll::modify(Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger) {
	MutexLock lock(mutex);
	Entry *entry = entries.getptr(int(p_handle));
	if (!entry) {
		return ERR_DOES_NOT_EXIST;
	}
	entry->userdata = p_userdata;
	entry->wanted = p_events;
	entry->armed = p_events;
	entry->trigger = p_trigger;
	entry->is_armed = true;
	return OK;
}

void SocketPollerPoll::remove(Handle p_handle) {
	MutexLock lock(mutex);
	entries.erase(int(p_handle));
	generation++;
}

void SocketPollerPoll::rearm(Handle p_handle, uint32_t p_events) {
	MutexLock lock(mutex);
	Entry *entry = entries.getptr(int(p_handle));
	if (entry) {
		entry->armed |= p_events & entry->wanted;
		entry->is_armed = true;
	}
}

Error SocketPollerPoll::add_poller(SocketPoller *p_inner, void *p_userdata, Trigger p_trigger) {
	MutexLock lock(mutex);
	Inner added;
	added.poller = static_cast<SocketPollerPoll *>(p_inner);
	added.entry.userdata = p_userdata;
	added.entry.trigger = p_trigger;
	added.poller->outer = this;
	inner.push_back(added);
	generation++;
	return OK;
}

void SocketPollerPoll::remove_poller(SocketPoller *p_inner) {
	MutexLock lock(mutex);
	for (uint32_t i = 0; i < inner.size(); i++) {
		if (inner[i].poller == p_inner) {
			inner[i].poller->outer = nullptr;
			inner.remove_at(i);
			generation++;
			return;
		}
	}
}

void SocketPollerPoll::_rearm_inner(const SocketPollerPoll *p_inner) {
	MutexLock lock(mutex);
	for (Inner &candidate : inner) {
		if (candidate.poller == p_inner) {
			candidate.entry.is_armed = true;
		}
	}
}

// The order is fixed (wake pipe, entries, inner pollers): _collect() and _has_ready() walk it again.
void SocketPollerPoll::_offer(LocalVector<pollfd> &r_offered) const {
	r_offered.push_back({ wake_reader, POLLIN, 0 });
	for (const KeyValue<int, Entry> &pair : entries) {
		const uint32_t events = pair.value.trigger == TRIGGER_EDGE ? pair.value.armed : pair.value.wanted;
		const short asked = short((events & EVENT_READABLE ? POLL_READABLE : 0) | (events & EVENT_WRITABLE ? POLLOUT : 0));
		r_offered.push_back({ pair.value.is_armed ? pair.key : -1, asked, 0 });
	}
	for (const Inner &nested : inner) {
		if (nested.entry.is_armed) {
			MutexLock lock(nested.poller->mutex);
			nested.poller->_offer(r_offered);
		}
	}
}

// Called with the mutex held, while the set is as it was offered.
int SocketPollerPoll::_collect(const LocalVector<pollfd> &p_offered, Ready *r_ready, int p_capacity) {
	uint32_t at = 1;
	int count = 0;
	for (KeyValue<int, Entry> &pair : entries) {
		const short revents = p_offered[at++].revents;
		if (revents & POLLNVAL) { // Closed without remove(): epoll forgets such descriptors by itself.
			pair.value.is_armed = false;
			continue;
		}
		const uint32_t events = from_poll(revents);
		if (events == 0 || count == p_capacity) {
			continue;
		}
		Entry &entry = pair.value;
		if (entry.trigger == TRIGGER_EDGE) {
			entry.armed &= ~events;
			entry.is_armed = entry.armed != 0 && (events & EVENT_BROKEN) == 0;
		}
		r_ready[count++] = { entry.userdata, events };
	}
	for (Inner &nested : inner) {
		if (!nested.entry.is_armed) {
			continue;
		}
		const uint32_t first = at;
		MutexLock lock(nested.poller->mutex);
		LocalVector<pollfd> same_shape;
		nested.poller->_offer(same_shape);
		at += same_shape.size();
		if (at <= p_offered.size() && _has_ready(p_offered.ptr() + first, same_shape.size()) && count < p_capacity) {
			nested.entry.is_armed = nested.entry.trigger == TRIGGER_LEVEL;
			r_ready[count++] = { nested.entry.userdata, EVENT_READABLE };
		}
	}
	return count;
}

bool SocketPollerPoll::_has_ready(const pollfd *p_first, uint32_t p_count) const {
	for (uint32_t i = 0; i < p_count; i++) {
		if (p_first[i].revents != 0) {
			return true;
		}
	}
	return false;
}

// Whoever sleeps on the old set must look at the new one. Called with the mutex held.
void SocketPollerPoll::_wake_sleepers() {
	if (is_waiting || (outer && outer->is_waiting)) {
		wake();
	}
}

void SocketPollerPoll::_drain_wakes() {
	char dropped[64];
	while (::read(wake_reader, dropped, sizeof(dropped)) > 0) {
	}
}

int SocketPollerPoll::_ask(LocalVector<pollfd> &r_offered, int64_t p_timeout_usec) {
	const int64_t msec = p_timeout_usec < 0 ? -1 : (p_timeout_usec + 999) / 1000; // Rounded up: waking too early would make the caller spin.
	return ::poll(r_offered.ptr(), nfds_t(r_offered.size()), int(MIN(msec, int64_t(0x7fffffff))));
}

int SocketPollerPoll::wait(int64_t p_timeout_usec) {
	if (outer) {
		outer->_rearm_inner(this);
	}
	uint32_t offered_generation;
	{
		MutexLock lock(mutex);
		offered.clear();
		_offer(offered);
		offered_generation = generation;
		is_waiting = true;
	}
	const int count = _ask(offered, p_timeout_usec);
	is_waiting = false;
	if (count <= 0) {
		return 0;
	}
	if (offered[0].revents) {
		_drain_wakes();
	}
	MutexLock lock(mutex);
	// If another thread changed the set meanwhile, the next wait() looks again.
	return generation == offered_generation ? _collect(offered, ready, MAX_READY) : 0;
}

int SocketPollerPoll::look(Ready *r_ready, int p_capacity) {
	MutexLock lock(mutex);
	LocalVector<pollfd> looked_at;
	_offer(looked_at);
	if (_ask(looked_at, 0) <= 0) {
		return 0;
	}
	const int count = _collect(looked_at, r_ready, p_capacity);
	if (count > 0) {
		generation++; // What a sleeping wait() offered is no longer what is armed.
	}
	return count;
}

void SocketPollerPoll::wake() {
	const int kept_errno = errno; // A signal handler may be the caller.
	const char one = 1;
	while (::write(wake_writer, &one, 1) < 0 && errno == EINTR) {
	}
	errno = kept_errno;
}

SocketPollerPoll::SocketPollerPoll() {
	int ends[2];
	if (::pipe(ends) == 0) {
		wake_reader = ends[0];
		wake_writer = ends[1];
		for (const int end : ends) {
			::fcntl(end, F_SETFD, FD_CLOEXEC);
			::fcntl(end, F_SETFL, O_NONBLOCK);
		}
	}
}

SocketPollerPoll::~SocketPollerPoll() {
	if (is_usable()) {
		::close(wake_reader);
		::close(wake_writer);
	}
}
