// TLSOutbox: the small writes of a frame to one TLS stream, until they leave in one record.
#pragma once

#include "core/os/mutex.h"
#include "modules/mbedtls/tls/tls_bytes.h"

#include <atomic>

class StreamPeerMbedTLS;

// The first write of a frame leaves at once. What the same frame writes after it to the same stream is kept, and leaves with one system
// call: when the frame is over, when there is a record's worth of it, when the stream is used otherwise, or when the main thread polls or
// reads any TLS stream. Outside frames and on other threads everything leaves at once.
class TLSOutbox {
public:
	explicit TLSOutbox(StreamPeerMbedTLS *p_stream) :
			stream(p_stream) {}
	~TLSOutbox() { drop(); }
	TLSOutbox(const TLSOutbox &) = delete;
	TLSOutbox &operator=(const TLSOutbox &) = delete;

	// True: taken. False: the caller flushes and writes by itself. Only while the stream can be written to.
	bool keep(const uint8_t *p_data, int p_size);
	bool is_empty() const { return !has_kept.load(std::memory_order_acquire); }
	// Any thread; waits while another sends.
	void flush();
	void drop();
	static void flush_all(); // Nothing on other threads than the main one.

private:
	struct Turn;

	void _leave_list();

	StreamPeerMbedTLS *stream;
	TLSBytes kept;
	uint64_t last_frame = 0; // In which something was written.
	std::atomic<bool> has_kept = false;
	TLSOutbox *next = nullptr; // With something kept.

	static Mutex mutex; // Of the list and of what is kept, held while that is sent. Recursive: TLS may run over TLS.
	static TLSOutbox *first;
};
