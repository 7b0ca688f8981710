// Bookkeeping of numbers; see the header for the rules.
#include "modules/websocket/session/ws_resume_stream.h"

#include "core/error/error_macros.h"
#include "core/string/ustring.h"

bool WSResumeStream::_is_beyond(int64_t p_limit, int64_t p_more) const {
	if (pool && pool->kept_bytes + p_more > pool->limit) {
		WARN_PRINT_ONCE("The sessions of all peers together keep " + itos(pool->limit / (1024 * 1024)) + " MiB of unconfirmed packets, which is the most; some peers will not come back from a broken connection. Send less, or lower session_resume_time or session_resume_buffer_size.");
		return true;
	}
	return kept_bytes + p_more > p_limit;
}

void WSResumeStream::_push(const Vector<uint8_t> &p_message, bool p_is_skip) {
	if (p_is_skip && next > first && next == uint32_t(entries.size()) && entries[next - 1].is_skip && entries[next - 1].count < UINT32_MAX) {
		entries[next - 1].count++;
		return;
	}
	Entry entry;
	entry.is_skip = p_is_skip;
	if (!p_is_skip) {
		entry.message = p_message;
	}
	_note_kept(_get_cost(entry));
	entries.push_back(std::move(entry));
}

void WSResumeStream::_pop_front() {
	_note_kept(-_get_cost(entries[first]));
	forgotten += entries[first].count;
	entries[first].message = Vector<uint8_t>();
	first++;
	if (first * 2 < uint32_t(entries.size())) {
		return;
	}
	const uint32_t left = uint32_t(entries.size()) - first; // Amortised: as many went as are moved.
	for (uint32_t i = 0; i < left; i++) {
		entries[i] = std::move(entries[first + i]);
	}
	entries.resize(left);
	next -= first;
	first = 0;
}

void WSResumeStream::note_written(const Vector<uint8_t> &p_message, bool p_is_reliable, int64_t p_limit) {
	_push(p_message, !p_is_reliable);
	next = uint32_t(entries.size());
	written++;
	while (_is_beyond(p_limit, 0) && first < next) {
		_pop_front();
	}
}

bool WSResumeStream::hold(const Vector<uint8_t> &p_message, int64_t p_limit) {
	if (_is_beyond(p_limit, ENTRY_COST + int64_t(p_message.size()))) {
		return false;
	}
	_push(p_message, false);
	return true;
}

WSResumeStream::Item WSResumeStream::get_next() const {
	Item item;
	if (entries[next].is_skip) {
		item.skipped = entries[next].count;
	} else {
		item.message = &entries[next].message;
	}
	return item;
}

void WSResumeStream::note_next_written() {
	written += entries[next].count;
	next++;
}

bool WSResumeStream::acknowledge(uint64_t p_count) {
	if (p_count > written) {
		return false;
	}
	while (first < next && forgotten + entries[first].count <= p_count) {
		_pop_front();
	}
	if (first < next && forgotten < p_count) { // In the middle of a run of skipped ones.
		entries[first].count -= uint32_t(p_count - forgotten);
		forgotten = p_count;
	}
	return true;
}

bool WSResumeStream::resume(uint64_t p_count) {
	if (p_count < forgotten || !acknowledge(p_count)) {
		return false;
	}
	next = first;
	written = forgotten;
	return true;
}

void WSResumeStream::note_received(int64_t p_bytes) {
	received++;
	unacknowledged++;
	unacknowledged_bytes += p_bytes;
}

void WSResumeStream::note_skipped(uint64_t p_count) {
	received += p_count;
	unacknowledged++;
}

void WSResumeStream::note_acknowledged() {
	unacknowledged = 0;
	unacknowledged_bytes = 0;
}
