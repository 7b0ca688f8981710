// The messages of a session in both directions, counted, and those kept that the other side may not have.
#pragma once

#include "core/templates/local_vector.h"
#include "core/templates/vector.h"
#include "modules/websocket/protocol/ws_types.h"

// One end's view, whichever connection carries it, and while none does. No socket and no clock. Every message out has a number; those up to `written`
// were handed to a connection, those behind it wait. What the other side acknowledges is forgotten. Reliable messages are kept whole;
// of unreliable ones only the number is, so that a resumed connection skips them. Payloads are shared with whoever else keeps them (Vector).
class WSResumeStream {
public:
	// What several streams keep together. Beyond the limit each of them does as beyond its own, with one warning. It outlives them.
	struct Pool {
		int64_t limit = 0;
		int64_t kept_bytes = 0;
	};
	explicit WSResumeStream(Pool *p_pool = nullptr) :
			pool(p_pool) {}
	~WSResumeStream() { _note_kept(-kept_bytes); }
	WSResumeStream(const WSResumeStream &) = delete;
	WSResumeStream &operator=(const WSResumeStream &) = delete;

	// What to hand to the connection next.
	struct Item {
		const Vector<uint8_t> *message = nullptr; // Null: a skip.
		uint32_t skipped = 0;
	};

	// --- Out

	// A message is to be sent: by p_send (WSSendResult()), or it is kept until it can be. While anything waits, what is unreliable is dropped. REFUSED:
	// more than p_limit bytes would be kept, or too much in the pool.
	template <typename Send>
	WSSendResult offer(const Vector<uint8_t> &p_message, bool p_is_reliable, int64_t p_limit, bool p_is_connected, Send p_send) {
		WSSendResult result = WSSendResult::DROPPED;
		if (p_is_connected && is_flowing()) {
			result = p_send();
			if (result < WSSendResult::DROPPED) {
				note_written(p_message, p_is_reliable, p_limit);
				return result;
			}
		}
		if (!p_is_reliable) {
			return result;
		}
		return hold(p_message, p_limit) ? WSSendResult::QUEUED : WSSendResult::REFUSED;
	}
	// What waits goes to p_send (bool(const Item &)) until that has no room.
	template <typename Send>
	void pump(Send p_send) {
		while (!is_flowing() && p_send(get_next())) {
			note_next_written();
		}
	}

	// Nothing waits: a message may go to the connection at once, and is then noted. Else it has to wait behind the others.
	bool is_flowing() const { return next == uint32_t(entries.size()); }
	// The connection has taken it. When more than p_limit bytes are kept, or too many in the pool, the oldest are given up: a resume that needed
	// them will fail.
	void note_written(const Vector<uint8_t> &p_message, bool p_is_reliable, int64_t p_limit);
	// It waits. False when that would be more than p_limit bytes, or too many in the pool; nothing has happened then.
	bool hold(const Vector<uint8_t> &p_message, int64_t p_limit);
	Item get_next() const; // Unless is_flowing().
	void note_next_written();
	// The other side has p_count messages. False: more than were ever written to it.
	bool acknowledge(uint64_t p_count);
	// A new connection; the other side has p_count messages, and what follows them is next. False: it claims more than was written, or some
	// that it lacks were given up. Nothing has changed then.
	bool resume(uint64_t p_count);

	// --- In

	// A message has arrived, or p_count were skipped.
	void note_received(int64_t p_bytes);
	void note_skipped(uint64_t p_count);
	uint64_t get_received() const { return received; }
	bool owes_acknowledgement() const { return unacknowledged > 0; }
	// So much has come that the other side should hear of it now and not at the next interval.
	bool is_acknowledgement_due() const { return unacknowledged >= ACKNOWLEDGE_MESSAGES || unacknowledged_bytes >= ACKNOWLEDGE_BYTES; }
	void note_acknowledged(); // It was told.

	uint64_t get_written() const { return written; }
	int64_t get_kept_bytes() const { return kept_bytes; }

private:
	static constexpr uint32_t ACKNOWLEDGE_MESSAGES = 256;
	static constexpr int64_t ACKNOWLEDGE_BYTES = 16 * 1024;
	static constexpr int64_t ENTRY_COST = 64; // So that many small messages are bounded, too.

	struct Entry {
		Vector<uint8_t> message;
		uint32_t count = 1;
		bool is_skip = false;
	};
	static int64_t _get_cost(const Entry &p_entry) { return ENTRY_COST + int64_t(p_entry.message.size()); }

	bool _is_beyond(int64_t p_limit, int64_t p_more) const;
	void _note_kept(int64_t p_bytes) {
		kept_bytes += p_bytes;
		if (pool) {
			pool->kept_bytes += p_bytes;
		}
	}
	void _push(const Vector<uint8_t> &p_message, bool p_is_skip);
	void _pop_front();

	Pool *pool;
	LocalVector<Entry> entries; // From `first` on; those before `next` were written.
	uint32_t first = 0;
	uint32_t next = 0;
	uint64_t forgotten = 0; // How many messages came before entries[first].
	uint64_t written = 0;
	int64_t kept_bytes = 0;

	uint64_t received = 0;
	uint32_t unacknowledged = 0; // Messages since the other side was told.
	int64_t unacknowledged_bytes = 0;
};
