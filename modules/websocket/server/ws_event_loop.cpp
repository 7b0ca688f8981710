// The poller and its place in the main loop's.
#include "modules/websocket/server/ws_event_loop.h"

#include "core/os/memory.h"
#include "core/os/thread.h"

Error WSEventLoop::open(WSTaker *p_taker) {
	poller = WSPoller::create();
	if (!poller) {
		return ERR_CANT_CREATE;
	}
	WSPoller *main_poller = WSPoller::get_main();
	if (!main_poller) {
		return OK;
	}
	main_watch = WSWatch::allocate(WSPoller::EVENT_READABLE);
	if (main_poller->add_poller(poller, main_watch, WSPoller::TRIGGER_EDGE) != OK) {
		WSWatch::release(main_watch);
		main_watch = nullptr;
	} else if (Thread::is_main_thread()) {
		taker = p_taker;
		WSTurn::attach(main_watch, taker);
	}
	return OK;
}

void WSEventLoop::close() {
	if (!poller) {
		return;
	}
	leave_turns();
	if (WSPoller *main_poller = WSPoller::get_main()) {
		main_poller->remove_poller(poller);
	}
	WSWatch::release(main_watch);
	main_watch = nullptr;
	memdelete(poller);
	poller = nullptr;
}

void WSEventLoop::leave_turns() {
	if (taker) {
		WSTurn::detach(main_watch, taker);
		taker = nullptr;
	}
}

void WSEventLoop::request_turn() {
	if (taker) {
		WSTurn::request(taker);
	}
}

void WSEventLoop::note_look() {
	if (main_watch) {
		main_watch->note_look();
	}
}

Error WSEventLoop::watch(WSPoller::Handle p_handle, uint32_t p_events, void *p_userdata) {
	return poller->add(p_handle, p_events, p_userdata, WSPoller::TRIGGER_LEVEL);
}

Error WSEventLoop::change(WSPoller::Handle p_handle, uint32_t p_events, void *p_userdata) {
	return poller->modify(p_handle, p_events, p_userdata, WSPoller::TRIGGER_LEVEL);
}

void WSEventLoop::unwatch(WSPoller::Handle p_handle) {
	if (poller) {
		poller->remove(p_handle);
	}
}

int WSEventLoop::collect() {
	if (!main_watch) {
		return poller->wait(0);
	}
	if (!main_watch->may(WSPoller::EVENT_READABLE)) {
		return 0;
	}
	main_watch->clear(WSPoller::EVENT_READABLE);
	const int count = poller->wait(0);
	if (count > 0) {
		main_watch->set(WSPoller::EVENT_READABLE); // Those that are left undone make no new edge.
	}
	return count;
}

const WSPoller::Ready *WSEventLoop::get_ready() const {
	return poller->get_ready();
}
