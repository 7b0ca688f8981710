// UDPOutbox: see the header.
#include "core/io/udp_outbox.h"

#include "core/config/engine.h"
#include "core/io/socket_poller.h"
#include "core/os/thread.h"

#include <cstring>

static constexpr int64_t PATIENCE_USEC = 100000; // A full buffer empties at the speed of the network card.

UDPOutbox *UDPOutbox::first = nullptr;

Error UDPOutbox::send(const uint8_t *p_data, int p_size, const IPAddress *p_address, uint16_t p_port) {
	static constexpr int LARGEST = 65507; // Longer ones shall fail at once.
	const uint64_t frame = Thread::is_main_thread() && Engine::get_singleton() ? Engine::get_singleton()->get_process_frames() : 0;
	if (frame == 0 || frame != last_frame || p_size > LARGEST) {
		flush();
		last_frame = frame;
		return _send_now(p_data, p_size, p_address, p_port);
	}
	if (kept.size() >= uint32_t(MAX_KEPT) || bytes.size() + uint32_t(p_size) > MAX_KEPT_BYTES) {
		flush();
	}
	_keep(p_data, p_size, p_address, p_port);
	return OK;
}

Error UDPOutbox::_send_now(const uint8_t *p_data, int p_size, const IPAddress *p_address, uint16_t p_port) {
	for (int attempt = 0;; attempt++) {
		int sent = 0;
		const Error verdict = p_address ? socket->send_to(p_data, p_size, sent, *p_address, p_port) : socket->send(p_data, p_size, sent);
		if (verdict == OK) {
			return OK;
		}
		// A connected socket tells with a send what became of the one before, and has sent nothing: so once more.
		const bool is_old_news = verdict == ERR_CONNECTION_ERROR && !p_address && attempt == 0;
		if (!is_old_news && (verdict != ERR_BUSY || socket->wait(SocketPoller::EVENT_WRITABLE, PATIENCE_USEC) != OK)) {
			return verdict == ERR_BUSY ? ERR_BUSY : FAILED;
		}
	}
}

void UDPOutbox::_keep(const uint8_t *p_data, int p_size, const IPAddress *p_address, uint16_t p_port) {
	if (kept.is_empty()) {
		next = first;
		first = this;
		NetworkTurn::request(this);
	}
	const uint32_t begin = bytes.size();
	if (bytes.get_capacity() - begin < uint32_t(p_size)) {
		bytes.reserve(MAX(bytes.get_capacity() * 2, begin + uint32_t(p_size)));
	}
	bytes.resize(begin + uint32_t(p_size));
	memcpy(bytes.ptr() + begin, p_data, size_t(p_size));
	NetSocket::Datagram datagram;
	datagram.size = p_size;
	datagram.port = p_port;
	if (p_address) {
		datagram.address = *p_address;
	}
	kept.push_back(datagram);
}

void UDPOutbox::flush() {
	if (kept.is_empty()) {
		return;
	}
	for (UDPOutbox **link = &first; *link; link = &(*link)->next) {
		if (*link == this) {
			*link = next;
			break;
		}
	}
	uint8_t *at = bytes.ptr();
	for (NetSocket::Datagram &datagram : kept) {
		datagram.data = at;
		at += datagram.size;
	}
	const int count = int(kept.size());
	for (int done = 0; done < count;) {
		int sent = 0;
		const Error verdict = socket->send_datagrams(kept.ptr() + done, count - done, sent);
		done += sent;
		if (verdict == ERR_BUSY && socket->wait(SocketPoller::EVENT_WRITABLE, PATIENCE_USEC) != OK) {
			break;
		}
		if (verdict != OK && verdict != ERR_BUSY) {
			done++; // This one is refused; the others may be for somebody else.
		}
	}
	kept.clear();
	bytes.clear();
}

void UDPOutbox::flush_all() {
	while (first && Thread::is_main_thread()) {
		first->flush();
	}
}

bool UDPOutbox::take_from_network() {
	flush();
	return false;
}

UDPOutbox::~UDPOutbox() {
	flush();
	NetworkTurn::detach(nullptr, this);
}
