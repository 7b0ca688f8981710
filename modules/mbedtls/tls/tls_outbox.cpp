// TLSOutbox: see the header.
#include "modules/mbedtls/tls/tls_outbox.h"

#include "core/config/engine.h"
#include "core/io/network_turn.h"
#include "core/os/thread.h"
#include "modules/mbedtls/tls/stream_peer_mbedtls.h"

static constexpr int RECORD_BYTES = 16384;

Mutex TLSOutbox::mutex;
TLSOutbox *TLSOutbox::first = nullptr;

// The end of a frame. Turns run under a mutex that sending may ask for as well, so nothing is waited for in one: while another thread
// sends, the next turn tries again.
struct TLSOutbox::Turn : public NetworkTaker {
	bool take_from_network() override {
		if (!mutex.try_lock()) {
			return true;
		}
		flush_all();
		mutex.unlock();
		return false;
	}
	static Turn instance;
};

TLSOutbox::Turn TLSOutbox::Turn::instance;

bool TLSOutbox::keep(const uint8_t *p_data, int p_size) {
	const uint64_t frame = Thread::is_main_thread() && Engine::get_singleton() ? Engine::get_singleton()->get_process_frames() : 0;
	if (frame == 0 || frame != last_frame || p_size >= RECORD_BYTES) {
		last_frame = frame;
		return false;
	}
	if (kept.size() + p_size > RECORD_BYTES) {
		flush();
	}
	MutexLock lock(mutex);
	if (is_empty()) {
		if (!first) {
			NetworkTurn::request(&Turn::instance);
		}
		next = first;
		first = this;
		has_kept.store(true, std::memory_order_release);
	}
	kept.append(p_data, p_size);
	return true;
}

void TLSOutbox::_leave_list() {
	for (TLSOutbox **link = &first; *link; link = &(*link)->next) {
		if (*link == this) {
			*link = next;
			break;
		}
	}
}

void TLSOutbox::flush() {
	if (is_empty()) {
		return;
	}
	MutexLock lock(mutex);
	if (is_empty()) {
		return; // Another thread was quicker.
	}
	_leave_list();
	stream->write_now(kept.span());
	kept.clear();
	has_kept.store(false, std::memory_order_release);
}

void TLSOutbox::drop() {
	if (!is_empty()) {
		MutexLock lock(mutex);
		_leave_list();
		kept.clear();
		has_kept.store(false, std::memory_order_release);
	}
}

void TLSOutbox::flush_all() {
	if (!Thread::is_main_thread()) {
		return;
	}
	MutexLock lock(mutex);
	while (first) {
		first->flush();
	}
}
