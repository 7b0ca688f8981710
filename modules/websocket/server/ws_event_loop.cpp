// The poller and its place in the main loop's.
#include "modules/websocket/server/ws_event_loop.h"

#include "core/io/socket_watch.h"
#include "core/os/memory.h"
#include "core/os/thread.h"

Error WSEventLoop::open(NetworkTaker *p_taker) {
	poller = SocketPoller::create();
	if (!poller) {
		return ERR_CANT_CREATE;
	}
	SocketPoller *main_poller = SocketPoller::get_main();
	if (!main_poller) {
		return OK;
	}
	main_watch = SocketWatch::allocate(SocketPoller::EVENT_READABLE);
	if (main_poller->add_poller(poller, main_watch, SocketPoller::TRIGGER_EDGE) != OK) {
		SocketWatch::release(main_watch);
		main_watch = nullptr;
	} else if (Thread::is_main_thread()) {
		taker = p_taker;
		NetworkTurn::attach(main_watch, taker);
	}
	return OK;
}

void WSEventLoop::close() {
	if (!poller) {
		return;
	}
	leave_turns();
	if (SocketPoller *main_poller = SocketPoller::get_main()) {
		main_poller->remove_poller(poller);
	}
	SocketWatch::release(main_watch);
	main_watch = nullptr;
	memdelete(poller);
	poller = nullptr;
}

void WSEventLoop::leave_turns() {
	if (taker) {
		NetworkTurn::detach(main_watch, taker);
		taker = nullptr;
	}
}

void WSEventLoop::request_turn() {
	if (taker) {
		NetworkTurn::request(taker);
	}
}

void WSEventLoop::note_look() {
	if (main_watch) {
		main_watch->note_look();
	}
}

Error WSEventLoop::watch(SocketPoller::Handle p_handle, uint32_t p_events, void *p_userdata) {
	return poller->add(p_handle, p_events, p_userdata, SocketPoller::TRIGGER_LEVEL);
}

Error WSEventLoop::change(SocketPoller::Handle p_handle, uint32_t p_events, void *p_userdata) {
	return poller->modify(p_handle, p_events, p_userdata, SocketPoller::TRIGGER_LEVEL);
}

void WSEventLoop::unwatch(SocketPoller::Handle p_handle) {
	if (poller) {
		poller->remove(p_handle);
	}
}

int WSEventLoop::collect() {
	if (!main_watch) {
		return poller->wait(0);
	}
	if (!main_watch->may(SocketPoller::EVENT_READABLE)) {
		return 0;
	}
	main_watch->clear(SocketPoller::EVENT_READABLE);
	const int count = poller->wait(0);
	if (count > 0) {
		main_watch->set(SocketPoller::EVENT_READABLE); // Those that are left undone make no new edge.
	}
	return count;
}

const SocketPoller::Ready *WSEventLoop::get_ready() const {
	return poller->get_ready();
}
