// Bytes between the link and its stream.
#include "modules/websocket/transport/ws_connection.h"

#include "modules/websocket/link/ws_traffic.h"
#include "modules/websocket/transport/ws_random.h"

namespace {

// Bytes that one read may bring; also what a thread needs once for all its connections.
constexpr int RECEIVE_SIZE = 128 * 1024;
constexpr int READS_PER_PROCESS = 4;
constexpr int FLUSH_CORKED_FROM = 128 * 1024;
constexpr int KEPT_OUTPUT_CAPACITY = 256 * 1024;
constexpr int CHUNKS_PER_WRITE = 16;
constexpr int PIECES_PER_PROCESS = 4; // Of a body in plain HTTP.

// Buffers that the connections of a thread use in turn.
struct Scratch {
	uint8_t *received = nullptr;
	WSBuffer corked_output;
	WSBuffer direct_output;
	WSConnection *corked = nullptr;
	int64_t now = 0; // Of the last process() or close().

	~Scratch() {
		if (received) {
			memfree(received);
		}
	}
};

thread_local Scratch scratch;

} // namespace

WSCork::WSCork(WSConnection *p_connection) :
		connection(p_connection), outer(scratch.corked) {
	if (!outer) {
		scratch.corked = connection;
	}
}

WSCork::~WSCork() {
	if (!outer) {
		if (!scratch.corked_output.is_empty()) {
			connection->_write(scratch.corked_output, WSSession::Borrowed());
		}
		scratch.corked = nullptr;
		connection->_finish_output(scratch.now);
	}
}

WSConnection::WSConnection(WSRole p_role, const WSConnectionSettings *p_settings, WSStream &&p_stream, int64_t p_now) :
		WSLink(p_role, p_settings, ws_fill_random, p_now), stream(static_cast<WSStream &&>(p_stream)) {
}

WSConnection::~WSConnection() {
	memdelete_notnull(unread);
}

static bool _has_authorization(const Vector<String> &p_headers) {
	for (const String &line : p_headers) {
		if (line.to_lower().begins_with("authorization:")) {
			return true;
		}
	}
	return false;
}

void WSConnection::start_client(const WSUrl &p_url, const Vector<String> &p_headers) {
	Vector<String> headers = p_headers;
	if (!p_url.credentials.is_empty() && !_has_authorization(headers)) {
		headers.push_back("Authorization: " + p_url.get_authorization());
	}
	uint8_t random[16];
	ws_fill_random(random, int(sizeof(random)));
	WSLink::start_client(p_url.target.utf8(), p_url.get_host_header().utf8(), headers, random);
	flush();
}

uint32_t WSConnection::process(int64_t p_now) {
	WSCork cork(this);
	scratch.now = p_now;
	if (is_holding()) {
		advance(p_now);
	}
	if (get_phase() != CLOSED) {
		_read(p_now);
	}
	if (!is_holding()) {
		advance(p_now);
	}
	if (get_phase() >= CLOSING && scratch.corked == this && !scratch.corked_output.is_empty()) {
		_write(scratch.corked_output, WSSession::Borrowed()); // Nothing will join it, and closing waits for it.
	}
	flush();
	_finish_output(p_now);
	return take_events();
}

WSPacketQueue::Packet WSConnection::take_packet() {
	const bool was_full = !wants_more();
	WSPacketQueue::Packet packet = WSLink::take_packet();
	if (unlikely(was_full) && wants_more()) {
		WSTurn::announce();
	}
	return packet;
}

// --- Input.

bool WSConnection::_feed_unread(int64_t p_now) {
	WSBuffer *const kept = unread; // Stays while it is fed, whatever a handler does to the connection.
	unread = nullptr;
	kept->consume(receive(kept->ptrw(), kept->size(), p_now));
	if (!kept->is_empty() && get_phase() != CLOSED) {
		unread = kept;
		return false;
	}
	memdelete(kept);
	return true;
}

void WSConnection::_read(int64_t p_now) {
	if (unread && (!wants_input() || !_feed_unread(p_now))) {
		return;
	}
	if (unlikely(scratch.received == nullptr)) {
		scratch.received = static_cast<uint8_t *>(memalloc(RECEIVE_SIZE));
	}
	for (int reads = 0; reads < READS_PER_PROCESS && wants_input(); reads++) {
		int size = 0;
		const Error result = stream.read(scratch.received, RECEIVE_SIZE, size);
		if (result == ERR_BUSY) {
			return;
		}
		if (result != OK) {
			end_input(result, p_now);
			return;
		}
		if (settings->traffic) {
			settings->traffic->bytes_in += uint64_t(size);
		}
		const int used = receive(scratch.received, size, p_now);
		if (used < size && get_phase() != CLOSED) {
			unread = memnew(WSBuffer);
			unread->append(scratch.received + used, size - used);
			return;
		}
		if (size < RECEIVE_SIZE) {
			return; // That was all; asking again would only cost a call.
		}
	}
	if (!settings->owner && wants_input() && !stream.get_watch()) {
		WSTurn::announce(); // There may be more, and nothing would tell.
	}
}

bool WSConnection::deliver(WSMessageType p_type, Span<uint8_t> p_data) {
	return settings->owner && settings->owner->take_message(this, p_type, p_data);
}

WSVerdict WSConnection::judge_handshake() {
	return settings->owner ? settings->owner->judge_handshake(this) : WSVerdict();
}

bool WSConnection::answer_request(WSHttpAnswer &r_answer) {
	return settings->owner && settings->owner->answer_request(this, r_answer);
}

// --- Output.

WSBuffer *WSConnection::get_direct_output() {
	if (scratch.corked == this) {
		return &scratch.corked_output;
	}
	const bool later = is_gathering || (settings->owner && settings->owner->defers_output(this));
	return later ? nullptr : &scratch.direct_output;
}

bool WSConnection::_may_send(uint64_t p_size) {
	if (unlikely(int64_t(p_size) > get_room())) {
		flush(); // What was only gathered makes room.
		if (int64_t(p_size) > get_room()) {
			return false;
		}
	}
	return can_send() && !is_broken;
}

WSSendResult WSConnection::send(WSMessageType p_type, Span<uint8_t> p_data) {
	if (!_may_send(p_data.size())) {
		return _deny_message();
	}
	WSBuffer *const direct = has_waiting_output() ? nullptr : get_direct_output();
	if (!direct) {
		write_message(p_type, p_data, get_output_queue().get_tail(), nullptr);
		return WSSendResult::QUEUED;
	}
	WSSession::Borrowed borrowed;
	write_message(p_type, p_data, *direct, &borrowed);
	if (direct != &scratch.corked_output || borrowed.data || direct->size() >= FLUSH_CORKED_FROM) {
		_write(*direct, borrowed);
	}
	if (unlikely(is_broken)) {
		return WSSendResult::REFUSED;
	}
	return has_waiting_output() ? WSSendResult::QUEUED : WSSendResult::SENT;
}

WSSendResult WSConnection::send_shared(WSBroadcast &r_message) {
	if (!_may_send(r_message.get_payload().size())) {
		return _deny_message();
	}
	WSSharedFrame *const frame = get_shared_frame(r_message);
	if (!frame) {
		return send(r_message.get_type(), r_message.get_payload());
	}
	WSBuffer *const direct = has_waiting_output() ? nullptr : get_direct_output();
	if (!direct) {
		get_output_queue().append_shared(frame, 0);
		return WSSendResult::QUEUED;
	}
	if (scratch.corked == this && frame->bytes.size() < WSSession::BORROW_FROM && direct->size() < FLUSH_CORKED_FROM) {
		direct->append(frame->bytes.ptr(), frame->bytes.size());
		return WSSendResult::SENT;
	}
	WSSession::Borrowed borrowed;
	borrowed.data = frame->bytes.ptr();
	borrowed.size = frame->bytes.size();
	_write(*direct, borrowed, frame);
	if (unlikely(is_broken)) {
		return WSSendResult::REFUSED;
	}
	return has_waiting_output() ? WSSendResult::QUEUED : WSSendResult::SENT;
}

WSSendResult WSConnection::_deny_message() {
	if (get_buffered_amount() == 0) {
		return WSSendResult::REFUSED;
	}
	note_congestion();
	if (can_send() && !is_broken && settings->slow_policy == WSSlowPolicy::DROP_MESSAGE) {
		if (settings->traffic) {
			settings->traffic->messages_dropped++;
		}
		return WSSendResult::DROPPED;
	}
	if (can_send() && settings->slow_policy == WSSlowPolicy::DISCONNECT) {
		abort(WSError::TOO_SLOW, "The other side took less than was sent to it.");
		WSTurn::announce(); // Whoever polls it is to hear.
	}
	return WSSendResult::REFUSED;
}

WSSendResult WSConnection::gather(WSMessageType p_type, Span<uint8_t> p_data, bool &r_gathered) {
	const bool was_empty = !has_waiting_output();
	is_gathering = p_data.size() < WSSession::BORROW_FROM;
	const WSSendResult result = send(p_type, p_data);
	is_gathering = false;
	r_gathered = was_empty && has_waiting_output();
	if (get_buffered_amount() >= FLUSH_CORKED_FROM) {
		flush();
		r_gathered = false;
	}
	return result;
}

void WSConnection::close(int p_code, Span<uint8_t> p_reason, int64_t p_now) {
	scratch.now = p_now;
	const Phase before = get_phase();
	WSLink::close(p_code, p_reason, p_now);
	if (before != get_phase()) {
		flush();
		_finish_output(p_now);
		if (settings->owner) {
			settings->owner->connection_changed(this);
		}
	}
}

void WSConnection::_note_verdict(int64_t p_now) {
	flush();
	_finish_output(p_now);
	if (settings->owner) {
		settings->owner->connection_changed(this);
	}
}

Error WSConnection::accept_handshake(const String &p_protocol, const Vector<String> &p_headers, int64_t p_now) {
	scratch.now = p_now;
	const Error result = WSLink::accept_handshake(p_protocol, p_headers, p_now);
	if (result == OK) {
		_note_verdict(p_now);
	}
	return result;
}

void WSConnection::refuse_handshake(int p_status, const Vector<String> &p_headers, const String &p_body, int64_t p_now) {
	scratch.now = p_now;
	WSLink::refuse_handshake(p_status, p_headers, p_body, p_now);
	_note_verdict(p_now);
}

void WSConnection::abort(WSError p_error, const char *p_text) {
	if (get_phase() != CLOSED) {
		WSLink::abort(p_error, p_text);
		if (settings->owner) {
			settings->owner->connection_changed(this);
		}
	}
}

void WSConnection::ping(int64_t p_now) {
	scratch.now = p_now;
	WSLink::ping(p_now);
	flush();
}

void WSConnection::change_settings(int64_t p_now) {
	WSLink::change_settings(p_now);
	if (settings->owner) {
		settings->owner->connection_changed(this);
	}
}

void WSConnection::flush() {
	if (scratch.corked != this && !scratch.direct_output.is_empty()) {
		_write(scratch.direct_output, WSSession::Borrowed());
	} else if (has_waiting_output()) {
		_write_queue();
	} else {
		stream.flush();
	}
}

void WSConnection::_note_progress(int64_t p_bytes) {
	note_output(p_bytes, scratch.now);
	if (settings->traffic) {
		settings->traffic->bytes_out += uint64_t(p_bytes);
	}
	last_unsent = 0;
}

void WSConnection::_write_queue() {
	WSOutQueue &queue = get_output_queue();
	while (!queue.is_empty() && stream.is_open() && !is_broken) {
		ByteChunk chunks[CHUNKS_PER_WRITE];
		const int count = queue.get_chunks(chunks, CHUNKS_PER_WRITE);
		int64_t offered = 0;
		for (int i = 0; i < count; i++) {
			offered += chunks[i].size;
		}
		int64_t sent = 0;
		const Error result = stream.write(chunks, count, sent);
		is_broken = result != OK && result != ERR_BUSY;
		queue.consume(sent);
		_note_progress(sent);
		if (sent < offered) {
			note_congestion();
			break;
		}
	}
	if (is_broken) {
		queue.clear(); // It shows at the next read, which also brings what arrived before.
	} else if (!queue.is_empty() && settings->owner && scratch.corked != this) {
		settings->owner->connection_changed(this);
	}
}

// Writes r_out and then p_borrowed, or puts them behind what waits already. r_out is empty afterwards. With p_frame, that is what is borrowed.
void WSConnection::_write(WSBuffer &r_out, const WSSession::Borrowed &p_borrowed, WSSharedFrame *p_frame) {
	ByteChunk chunks[2] = { { r_out.ptr(), r_out.size() }, { p_borrowed.data, p_borrowed.size } };
	if (has_waiting_output()) {
		get_output_queue().append(chunks, 2);
	} else if (!is_broken) {
		int64_t sent = 0;
		const Error result = stream.is_open() ? stream.write(chunks, p_borrowed.data ? 2 : 1, sent) : ERR_CONNECTION_ERROR;
		is_broken = result != OK && result != ERR_BUSY;
		_note_progress(sent);
		if (sent < chunks[0].size + chunks[1].size && !is_broken) {
			for (ByteChunk &chunk : chunks) {
				const int64_t skipped = MIN(sent, chunk.size);
				sent -= skipped;
				chunk = { chunk.data + skipped, chunk.size - skipped };
			}
			get_output_queue().append(chunks, p_frame ? 1 : 2);
			if (p_frame) {
				get_output_queue().append_shared(p_frame, p_borrowed.size - int(chunks[1].size));
			}
			note_congestion();
		}
	}
	r_out.clear();
	if (r_out.get_capacity() > KEPT_OUTPUT_CAPACITY) {
		r_out.release();
	}
	if (has_output() && settings->owner && scratch.corked != this) {
		settings->owner->connection_changed(this);
	}
}

// --- The end.

void WSConnection::_finish_output(int64_t p_now) {
	const bool waits = has_output() || (scratch.corked == this && !scratch.corked_output.is_empty());
	if (waits) {
		return;
	}
	finish_output(p_now);
	// A body in plain HTTP leaves piece by piece; what does not leave now is asked for when there is room.
	for (int pieces = 1; has_waiting_output() && pieces < PIECES_PER_PROCESS; pieces++) {
		_write_queue();
		if (has_output()) {
			return;
		}
		finish_output(p_now);
	}
	if (wants_half_close() && !sending_ended) {
		sending_ended = true;
		stream.end_sending();
	}
}

bool WSConnection::is_output_moving() {
	const int unsent = stream.get_unsent_bytes();
	const bool moving = unsent > 0 && (last_unsent == 0 || unsent < last_unsent);
	last_unsent = unsent;
	return moving;
}

void WSConnection::phase_ended() {
	if (settings->owner) {
		settings->owner->stream_closing(this);
	}
	stream.close();
	memdelete_notnull(unread);
	unread = nullptr;
	if (scratch.corked == this) {
		scratch.corked_output.clear();
	}
}
