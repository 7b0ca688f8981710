// The poller and its place in the main loop's.
#include "modules/websocket/server/ws_event_loop.h"

#include "core/os/memory.h"

Error WSEventLoop::open() {
	poller = SocketPoller::create();
	if (!poller) {
		return ERR_CANT_CREATE;
	}
	if (SocketPoller *main_poller = SocketPoller::get_main()) {
		main_poller->add_poller(poller, nullptr);
	}
	return OK;
}

void WSEventLoop::close() {
	if (!poller) {
		return;
	}
	if (SocketPoller *main_poller = SocketPoller::get_main()) {
		main_poller->remove_poller(poller);
	}
	memdelete(poller);
	poller = nullptr;
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
	return poller->wait(0);
}

const SocketPoller::Ready *WSEventLoop::get_ready() const {
	return poller->get_ready();
}
