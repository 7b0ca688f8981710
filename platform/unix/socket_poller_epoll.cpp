// SocketPoller over Linux epoll: see the header.
#include "platform/unix/socket_poller_epoll.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>

static uint32_t to_epoll(uint32_t p_events, SocketPoller::Trigger p_trigger) {
	uint32_t events = p_trigger == SocketPoller::TRIGGER_EDGE ? uint32_t(EPOLLET) : 0;
	if (p_events & SocketPoller::EVENT_READABLE) {
		events |= EPOLLIN | EPOLLRDHUP;
	}
	if (p_events & SocketPoller::EVENT_WRITABLE) {
		events |= EPOLLOUT;
	}
	return events;
}

static uint32_t from_epoll(uint32_t p_events) {
	uint32_t events = 0;
	if (p_events & (EPOLLIN | EPOLLRDHUP)) {
		events |= SocketPoller::EVENT_READABLE;
	}
	if (p_events & EPOLLRDHUP) {
		events |= SocketPoller::EVENT_ENDED;
	}
	if (p_events & EPOLLOUT) {
		events |= SocketPoller::EVENT_WRITABLE;
	}
	if (p_events & (EPOLLERR | EPOLLHUP)) {
		events |= SocketPoller::EVENT_BROKEN;
	}
	return events;
}

Error SocketPollerEpoll::_control(int p_operation, Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger) {
	epoll_event event = {};
	event.events = to_epoll(p_events, p_trigger);
	event.data.ptr = p_userdata;
	if (::epoll_ctl(epoll_handle, p_operation, int(p_handle), &event) == 0) {
		return OK;
	}
	switch (errno) {
		case EEXIST:
			return ERR_ALREADY_EXISTS;
		case ENOENT:
			return ERR_DOES_NOT_EXIST;
		case ENOMEM:
		case ENOSPC: // fs.epoll.max_user_watches
			return ERR_OUT_OF_MEMORY;
		default:
			return ERR_INVALID_PARAMETER;
	}
}

Error SocketPollerEpoll::add(Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger) {
	return _control(EPOLL_CTL_ADD, p_handle, p_events, p_userdata, p_trigger);
}

Error SocketPollerEpoll::modify(Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger) {
	return _control(EPOLL_CTL_MOD, p_handle, p_events, p_userdata, p_trigger);
}

void SocketPollerEpoll::remove(Handle p_handle) {
	epoll_event unused = {};
	::epoll_ctl(epoll_handle, EPOLL_CTL_DEL, int(p_handle), &unused);
}

Error SocketPollerEpoll::add_poller(SocketPoller *p_inner, void *p_userdata, Trigger p_trigger) {
	return add(static_cast<SocketPollerEpoll *>(p_inner)->epoll_handle, EVENT_READABLE, p_userdata, p_trigger);
}

void SocketPollerEpoll::remove_poller(SocketPoller *p_inner) {
	remove(static_cast<SocketPollerEpoll *>(p_inner)->epoll_handle);
}

int SocketPollerEpoll::_wait_for_events(int64_t p_timeout_usec) {
	if (p_timeout_usec <= 0) {
		return ::epoll_wait(epoll_handle, events, MAX_READY, p_timeout_usec < 0 ? -1 : 0);
	}
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 35)
	if (has_fine_timeout) {
		timespec timeout = { time_t(p_timeout_usec / 1000000), long(p_timeout_usec % 1000000) * 1000 };
		const int count = ::epoll_pwait2(epoll_handle, events, MAX_READY, &timeout, nullptr);
		if (count >= 0 || errno != ENOSYS) {
			return count;
		}
		has_fine_timeout = false;
	}
#endif
	const int64_t msec = (p_timeout_usec + 999) / 1000; // Rounded up: waking too early would make the caller spin.
	return ::epoll_wait(epoll_handle, events, MAX_READY, int(msec < 0x7fffffff ? msec : 0x7fffffff));
}

int SocketPollerEpoll::wait(int64_t p_timeout_usec) {
	const int count = _wait_for_events(p_timeout_usec);
	int used = 0;
	for (int i = 0; i < count; i++) {
		if (unlikely(events[i].data.ptr == this)) {
			uint64_t wakes;
			while (::read(wake_handle, &wakes, sizeof(wakes)) < 0 && errno == EINTR) {
			}
			continue;
		}
		ready[used].userdata = events[i].data.ptr;
		ready[used].events = from_epoll(events[i].events);
		used++;
	}
	return used;
}

int SocketPollerEpoll::look(Ready *r_ready, int p_capacity) {
	static constexpr int MOST = 64;
	epoll_event found[MOST];
	const int count = ::epoll_wait(epoll_handle, found, MIN(p_capacity, MOST), 0);
	int used = 0;
	for (int i = 0; i < count; i++) {
		if (found[i].data.ptr != this) {
			r_ready[used].userdata = found[i].data.ptr;
			r_ready[used].events = from_epoll(found[i].events);
			used++;
		}
	}
	return used;
}

void SocketPollerEpoll::wake() {
	const int kept_errno = errno; // A signal handler may be the caller.
	const uint64_t one = 1;
	while (::write(wake_handle, &one, sizeof(one)) < 0 && errno == EINTR) {
	}
	errno = kept_errno;
}

SocketPollerEpoll::SocketPollerEpoll() :
		epoll_handle(::epoll_create1(EPOLL_CLOEXEC)), wake_handle(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
	if (is_usable()) {
		add(wake_handle, EVENT_READABLE, this, TRIGGER_LEVEL);
	}
}

SocketPollerEpoll::~SocketPollerEpoll() {
	if (wake_handle >= 0) {
		::close(wake_handle);
	}
	if (epoll_handle >= 0) {
		::close(epoll_handle);
	}
}
