// Output that the network did not take yet.
#pragma once

#include "core/templates/span.h"
#include "modules/websocket/host/ws_host.h"
#include "modules/websocket/link/ws_broadcast.h"
#include "modules/websocket/protocol/ws_buffer.h"

// First in, first out, in chunks that end where a frame ends, so that a control frame can overtake what waits. One pointer
// while it is empty. Cannot be copied or moved.
class WSOutQueue {
public:
	static constexpr int CHUNK_SIZE = 64 * 1024; // Frames join the last chunk until it is this large.

	static constexpr int SHARED_FROM = 1024; // Bytes; a shorter piece of a shared frame is cheaper to copy than to hold.

	bool is_empty() const { return tail == nullptr || (tail->next == tail && tail->size() == 0); }
	int64_t size() const { return tail ? tail->before + tail->size() : 0; }
	// Where the next whole frame is written. The buffer goes stale with the next call.
	WSBuffer &get_tail();
	// The pieces of one or more whole frames (or what is left of them), which stay together.
	void append(const ByteChunk *p_pieces, int p_count);
	// A frame without its first p_skipped bytes, which have left already. Held by reference when it is large.
	void append_shared(WSSharedFrame *p_frame, int p_skipped);
	// One control frame that goes next, after the chunk that is under way. One that did not leave yet gives its place to the new one, so
	// that a flood of them cannot fill the memory.
	void put_control(Span<uint8_t> p_frame);

	// Views of what is to be written next, at most p_max of them. Returns how many.
	int get_chunks(ByteChunk *r_chunks, int p_max) const;
	void consume(int64_t p_bytes); // They are written.
	void clear();

	WSOutQueue() = default;
	WSOutQueue(const WSOutQueue &) = delete;
	WSOutQueue &operator=(const WSOutQueue &) = delete;
	~WSOutQueue() { clear(); }

private:
	struct Chunk {
		WSBuffer bytes; // Empty when `shared` is there.
		WSSharedFrame *shared = nullptr; // One owner of it.
		Chunk *next = nullptr; // Of the last one: the first.
		int64_t before = 0; // Of the last one: bytes of all the others.
		int skipped = 0; // Of the shared one.
		bool is_control = false;

		int size() const { return shared ? shared->bytes.size() - skipped : bytes.size(); }
		const uint8_t *ptr() const { return shared ? shared->bytes.ptr() + skipped : bytes.ptr(); }
		void consume(int p_bytes) {
			if (shared) {
				skipped += p_bytes;
			} else {
				bytes.consume(p_bytes);
			}
		}
	};
	struct Pool;

	static Pool &_get_pool();
	static Chunk *_take_chunk();
	static void _return_chunk(Chunk *p_chunk);
	void _push(Chunk *p_chunk);
	void _drop_head();

	Chunk *tail = nullptr; // The last one.
};
