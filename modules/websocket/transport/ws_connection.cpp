// The life of a connection: handshake, messages, backpressure, closing.
#include "modules/websocket/transport/ws_connection.h"

#include "core/io/network_turn.h"
#include "modules/websocket/protocol/ws_handshake.h"
#include "modules/websocket/transport/ws_random.h"

// Only while the handshake runs.
struct WSHandshakeState {
	WSRequestParser request;
	WSResponseParser response;
	WSExpectedResponse expected;
	char key[WS_KEY_LENGTH] = {};
	Vector<CharString> texts; // What expected and the head that was sent point into.
};

// Texts that most connections never need.
struct WSConnectionOutcome {
	String protocol;
	String close_reason;
	const char *error_text = "";
	int http_status = 0;
};

namespace {

// Bytes that one read may bring; also what a thread needs once for all its connections.
constexpr int RECEIVE_SIZE = 128 * 1024;
constexpr int READS_PER_PROCESS = 4;
// More unsent replies than this stop the reading, so that pings cannot fill the memory.
constexpr int MAX_UNSENT_REPLIES = 256 * 1024;
constexpr int FLUSH_CORKED_FROM = 64 * 1024;
constexpr int KEPT_OUTPUT_CAPACITY = 256 * 1024;
constexpr int64_t DRAIN_TIME = 1000; // How long a peer whose connection failed gets to read why.

// Buffers that the connections of a thread use in turn.
struct Scratch {
	uint8_t *received = nullptr;
	WSBuffer corked_output;
	WSBuffer direct_output;
	WSConnection *corked = nullptr;
	int64_t now = 0;

	~Scratch() { memfree(received); }
};

thread_local Scratch scratch;

LocalVector<std::string_view> _make_views(const Vector<String> &p_texts, Vector<CharString> &r_storage) {
	LocalVector<std::string_view> views;
	for (int64_t i = 0; i < p_texts.size(); i++) {
		const CharString text = p_texts[i].utf8();
		r_storage.push_back(text); // Shares the bytes, so the view stays good.
		views.push_back(std::string_view(text.get_data(), size_t(text.length())));
	}
	return views;
}

String _to_string(std::string_view p_text) {
	return String::utf8(p_text.data(), int64_t(p_text.size()));
}

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
		connection->_finish_closing();
	}
}

WSConnection::WSConnection(WSRole p_role, const WSConnectionSettings *p_settings, WSStream &&p_stream, int64_t p_now) :
		settings(p_settings), stream(static_cast<WSStream &&>(p_stream)), session(p_role, p_settings->inbound_buffer_size, ws_fill_random) {
	deadline = p_now + settings->handshake_timeout;
}

WSConnection::~WSConnection() {
	memdelete_notnull(handshake);
	memdelete_notnull(outcome);
	memdelete_notnull(unread);
}

WSConnectionOutcome &WSConnection::_ensure_outcome() {
	if (!outcome) {
		outcome = memnew(WSConnectionOutcome);
	}
	return *outcome;
}

String WSConnection::get_close_reason() const {
	return outcome ? outcome->close_reason : String();
}

String WSConnection::get_error_text() const {
	return outcome ? String(outcome->error_text) : String();
}

int WSConnection::get_http_status() const {
	return outcome ? outcome->http_status : 0;
}

String WSConnection::get_protocol() const {
	return outcome ? outcome->protocol : String();
}

void WSConnection::start_client(const WSUrl &p_url) {
	handshake = memnew(WSHandshakeState);
	uint8_t random[16];
	ws_fill_random(random, int(sizeof(random)));
	ws_make_key(random, handshake->key);
	const CharString target = p_url.target.utf8();
	const CharString host = p_url.get_host_header().utf8();
	WSRequestHead head;
	head.target = std::string_view(target.get_data(), size_t(target.length()));
	head.host = std::string_view(host.get_data(), size_t(host.length()));
	head.key = std::string_view(handshake->key, WS_KEY_LENGTH);
	head.protocols = _make_views(settings->supported_protocols, handshake->texts);
	head.extra_headers = _make_views(settings->handshake_headers, handshake->texts);
	handshake->expected.key = head.key;
	handshake->expected.protocols = head.protocols;
	ws_write_request(head, _get_output());
	flush();
}

uint32_t WSConnection::process(int64_t p_now) {
	WSCork cork(this);
	scratch.now = p_now;
	if (wants_process()) {
		_answer_failure();
	}
	if (phase != CLOSED) {
		_read();
	}
	if (phase != CLOSED) {
		_check_deadline();
	}
	if (phase == CLOSING && scratch.corked == this && !scratch.corked_output.is_empty()) {
		_write(scratch.corked_output, WSSession::Borrowed()); // Nothing will join it, and closing waits for it.
	}
	flush();
	_finish_closing();
	const uint32_t happened = events;
	events = 0;
	return happened;
}

WSPacketQueue::Packet WSConnection::take_packet() {
	const bool was_full = !wants_more();
	WSPacketQueue::Packet packet = queue.pop();
	if (unlikely(was_full) && wants_more()) {
		NetworkTurn::announce();
	}
	return packet;
}

bool WSConnection::wants_more() const {
	const bool room = settings->inbound_buffer_size <= 0 || queue.get_bytes() < settings->inbound_buffer_size;
	return room && queue.get_count() < settings->max_queued_packets && phase != CLOSED;
}

bool WSConnection::wants_input() const {
	return phase != CLOSED && (draining || failing || (wants_more() && pending.size() < MAX_UNSENT_REPLIES));
}

void WSConnection::_read() {
	if (unread) {
		WSBuffer *const held = unread; // Stays while it is fed, whatever a handler does to the connection.
		unread = nullptr;
		held->consume(_feed(held->ptrw(), held->size()));
		if (!held->is_empty() && !failing && !draining && phase != CLOSED) {
			unread = held;
			return;
		}
		memdelete(held);
	}
	if (unlikely(scratch.received == nullptr)) {
		scratch.received = static_cast<uint8_t *>(memalloc(RECEIVE_SIZE));
	}
	for (int reads = 0; reads < READS_PER_PROCESS && wants_input() && !wants_process(); reads++) {
		int size = 0;
		const Error result = stream.read(scratch.received, RECEIVE_SIZE, size);
		if (result == ERR_BUSY) {
			return;
		}
		if (result != OK) {
			_stream_ended(result);
			return;
		}
		const int used = _feed(scratch.received, size);
		if (wants_process()) {
			return;
		}
		if (used < size && phase != CLOSED && !draining) {
			unread = memnew(WSBuffer);
			unread->append(scratch.received + used, size - used);
			return;
		}
		if (size < RECEIVE_SIZE) {
			return; // That was all; asking again would only cost a call.
		}
	}
	if (!settings->owner && wants_input() && !stream.get_watch()) {
		NetworkTurn::announce(); // There may be more, and nothing would tell.
	}
}

int WSConnection::_feed(uint8_t *p_bytes, int p_size) {
	int used = 0;
	if (phase == HANDSHAKE) {
		const Span<uint8_t> bytes(p_bytes, uint64_t(p_size));
		used = session.get_role() == WSRole::SERVER ? _feed_request(bytes) : _feed_response(bytes);
	}
	if (phase == HANDSHAKE || phase == CLOSED || draining) {
		return p_size;
	}
	used += session.feed(p_bytes + used, p_size - used, _get_output(), *this);
	if (session.get_state() == WSSession::FAILED) {
		failing = true;
		if (queue.get_count() == 0 && !(events & EVENT_MESSAGES)) {
			_answer_failure();
		}
	}
	return used;
}

void WSConnection::_answer_failure() {
	const WSSession::Failure &failure = session.get_failure();
	close_code = int16_t(failure.close_code);
	_ensure_outcome().close_reason = String(failure.text);
	_fail(failure.error, failure.text);
	session.answer_failure(_get_output());
	_start_draining();
}

int WSConnection::_feed_request(Span<uint8_t> p_bytes) {
	if (!handshake) {
		handshake = memnew(WSHandshakeState);
	}
	int used = 0;
	switch (handshake->request.feed(p_bytes, used)) {
		case WSRequestParser::NEED_MORE:
			break;
		case WSRequestParser::REJECTED:
			_refuse(handshake->request.get_http_status(), WSError::HANDSHAKE, handshake->request.get_error());
			break;
		case WSRequestParser::DONE:
			_accept_request();
			break;
	}
	return used;
}

void WSConnection::_accept_request() {
	const WSRequest &request = handshake->request.get_request();
	const LocalVector<std::string_view> supported = _make_views(settings->supported_protocols, handshake->texts);
	const std::string_view chosen = ws_choose_protocol(request.protocols, supported);
	if (chosen.empty() && (!request.protocols.is_empty() || !supported.is_empty())) {
		_refuse(400, WSError::SUBPROTOCOL, "There is no sub-protocol in common.");
		return;
	}
	const int status = settings->owner ? settings->owner->judge_handshake(this) : 0;
	if (status != 0) {
		_refuse(status, WSError::HANDSHAKE, "This server does not take the connection.");
		return;
	}
	if (!chosen.empty()) {
		_ensure_outcome().protocol = _to_string(chosen);
	}
	const LocalVector<std::string_view> headers = _make_views(settings->handshake_headers, handshake->texts);
	ws_write_response(request.key, chosen, std::string_view(), headers, _get_output());
	_open();
}

int WSConnection::_feed_response(Span<uint8_t> p_bytes) {
	int used = 0;
	switch (handshake->response.feed(p_bytes, handshake->expected, used)) {
		case WSResponseParser::NEED_MORE:
			break;
		case WSResponseParser::REJECTED:
			_ensure_outcome().http_status = handshake->response.get_http_status();
			_fail(handshake->response.get_error(), handshake->response.get_error_text());
			_end();
			break;
		case WSResponseParser::DONE:
			if (!handshake->response.get_protocol().empty()) {
				_ensure_outcome().protocol = _to_string(handshake->response.get_protocol());
			}
			_open();
			break;
	}
	return used;
}

void WSConnection::_open() {
	memdelete(handshake);
	handshake = nullptr;
	deadline = settings->heartbeat_interval > 0 ? scratch.now + settings->heartbeat_interval : 0;
	phase = OPEN;
	events |= EVENT_OPENED;
}

void WSConnection::_refuse(int p_status, WSError p_error, const char *p_text) {
	_ensure_outcome().http_status = p_status;
	_fail(p_error, p_text);
	ws_write_refusal(p_status, p_text, _get_output());
	phase = CLOSING;
	_start_draining();
}

void WSConnection::_fail(WSError p_error, const char *p_text) {
	error = p_error;
	_ensure_outcome().error_text = p_text;
}

// Closing a socket with unread input would make the system throw away our last words (RFC 6455 §7.1.1 says the same of the close).
void WSConnection::_start_draining() {
	phase = CLOSING;
	draining = true;
	deadline = scratch.now + DRAIN_TIME;
}

void WSConnection::on_message(WSMessageType p_type, Span<uint8_t> p_data) {
	if (settings->owner && settings->owner->take_message(this, p_type, p_data)) {
		return;
	}
	Vector<uint8_t> copy;
	if (!p_data.is_empty()) {
		copy.resize_uninitialized(int64_t(p_data.size()));
		memcpy(copy.ptrw(), p_data.ptr(), p_data.size());
	}
	queue.push(std::move(copy), p_type == WSMessageType::TEXT);
	events |= EVENT_MESSAGES;
}

void WSConnection::on_assembled_message(WSMessageType p_type, Vector<uint8_t> &&p_data) {
	if (settings->owner && settings->owner->take_message(this, p_type, p_data.span())) {
		return;
	}
	queue.push(std::move(p_data), p_type == WSMessageType::TEXT);
	events |= EVENT_MESSAGES;
}

void WSConnection::on_close(int p_code, Span<uint8_t> p_reason) {
	close_code = int16_t(p_code);
	if (!p_reason.is_empty()) {
		_ensure_outcome().close_reason = String::utf8(reinterpret_cast<const char *>(p_reason.ptr()), int64_t(p_reason.size()));
	}
	if (phase == OPEN) {
		events |= EVENT_CLOSE_REQUESTED;
	}
	phase = CLOSING;
	deadline = scratch.now + settings->close_timeout;
}

void WSConnection::on_pong(Span<uint8_t> p_payload) {
	awaiting_pong = false;
}

void WSConnection::_stream_ended(Error p_why) {
	if (phase == HANDSHAKE) {
		_fail(WSError::HANDSHAKE, "The other side ended the connection during the handshake.");
	} else if (session.get_state() != WSSession::CLOSED && error == WSError::NONE) {
		_fail(WSError::CONNECTION_LOST, p_why == ERR_FILE_EOF ? "The other side ended the connection without a close frame." : "The connection broke.");
	}
	_end();
}

void WSConnection::_end() {
	if (settings->owner) {
		settings->owner->stream_closing(this);
	}
	stream.close();
	if (handshake) {
		memdelete(handshake);
		handshake = nullptr;
	}
	pending.release();
	memdelete_notnull(unread);
	unread = nullptr;
	if (scratch.corked == this) {
		scratch.corked_output.clear();
	}
	deadline = 0;
	phase = CLOSED;
	events |= EVENT_CLOSED;
}

void WSConnection::_check_deadline() {
	if (deadline == 0 || scratch.now < deadline) {
		return;
	}
	if (phase == OPEN) {
		if (!failing) {
			_beat();
		}
		return;
	}
	if (phase == HANDSHAKE && session.get_role() == WSRole::SERVER) {
		_refuse(408, WSError::TIMEOUT, "The handshake took too long.");
		return;
	}
	if (phase == HANDSHAKE) {
		_fail(WSError::TIMEOUT, "The server did not answer the handshake in time.");
	} else if (session.get_state() == WSSession::CLOSE_SENT) {
		_fail(WSError::CLOSE_TIMEOUT, "The other side did not answer the close frame in time.");
	}
	_end();
}

void WSConnection::_beat() {
	if (awaiting_pong && wants_input()) { // With the reading stopped, the pong may be there and nobody looks.
		_fail(WSError::HEARTBEAT, "The other side answered no ping.");
		_end();
		return;
	}
	session.ping(Span<uint8_t>(), _get_output());
	awaiting_pong = true;
	deadline = scratch.now + settings->heartbeat_interval;
}

WSSendResult WSConnection::send(WSMessageType p_type, Span<uint8_t> p_data) {
	const uint64_t limit = settings->outbound_buffer_size > 0 ? uint64_t(settings->outbound_buffer_size) : uint64_t(INT32_MAX / 2);
	if (phase != OPEN || uint64_t(pending.size()) + p_data.size() > limit) {
		return WSSendResult::REFUSED;
	}
	WSBuffer &out = _get_output();
	const bool later = &out == &pending;
	WSSession::Borrowed borrowed;
	session.send(p_type, p_data, out, later ? nullptr : &borrowed);
	if (later) {
		return WSSendResult::QUEUED;
	}
	const bool corked = &out == &scratch.corked_output;
	if (!corked || borrowed.data || out.size() >= FLUSH_CORKED_FROM) {
		_write(out, borrowed);
	}
	return pending.is_empty() ? WSSendResult::SENT : WSSendResult::QUEUED;
}

void WSConnection::close(int p_code, Span<uint8_t> p_reason, int64_t p_now) {
	if (phase == HANDSHAKE) {
		abort();
		return;
	}
	if (phase != OPEN) {
		return;
	}
	if (failing) {
		scratch.now = p_now;
		_answer_failure();
		flush();
		return;
	}
	session.close(p_code, p_reason, _get_output());
	phase = CLOSING;
	deadline = p_now + settings->close_timeout;
	flush();
	if (settings->owner) {
		settings->owner->closing_started(this);
	}
}

void WSConnection::abort() {
	if (phase != CLOSED) {
		_end();
		if (settings->owner) {
			settings->owner->closing_started(this);
		}
	}
}

// Where the next frame goes: behind what waits already, else to a buffer of the thread.
WSBuffer &WSConnection::_get_output() {
	if (!pending.is_empty()) {
		return pending;
	}
	if (scratch.corked == this) {
		return scratch.corked_output;
	}
	return settings->owner && settings->owner->defers_output(this) ? pending : scratch.direct_output;
}

void WSConnection::flush() {
	if (scratch.corked != this && !scratch.direct_output.is_empty()) {
		_write(scratch.direct_output, WSSession::Borrowed());
	} else if (!pending.is_empty() && stream.is_open()) {
		WSBuffer waiting = static_cast<WSBuffer &&>(pending);
		_write(waiting, WSSession::Borrowed());
	} else {
		stream.flush();
	}
}

// Writes r_out and then p_borrowed, or puts them behind what waits already. r_out is empty afterwards.
void WSConnection::_write(WSBuffer &r_out, const WSSession::Borrowed &p_borrowed) {
	if (!pending.is_empty()) {
		pending.append(r_out.ptr(), r_out.size());
		pending.append(p_borrowed.data, p_borrowed.size);
		r_out.clear();
		return;
	}
	const ByteChunk chunks[2] = { { r_out.ptr(), r_out.size() }, { p_borrowed.data, p_borrowed.size } };
	int64_t sent = 0;
	const Error result = stream.is_open() ? stream.write(chunks, p_borrowed.data ? 2 : 1, sent) : ERR_CONNECTION_ERROR;
	if (result == OK || result == ERR_BUSY) {
		const int64_t from_out = MIN(sent, int64_t(r_out.size()));
		const int64_t from_borrowed = sent - from_out;
		r_out.consume(int(from_out));
		if (&r_out != &scratch.corked_output && &r_out != &scratch.direct_output) {
			pending = static_cast<WSBuffer &&>(r_out);
		} else {
			pending.append(r_out.ptr(), r_out.size());
		}
		pending.append(p_borrowed.data + from_borrowed, int(p_borrowed.size - from_borrowed));
	}
	// A broken stream shows at the next read, which also brings what arrived before it broke.
	r_out.clear();
	if (r_out.get_capacity() > KEPT_OUTPUT_CAPACITY) {
		r_out.release();
	}
	if (pending.is_empty()) {
		pending.release();
	}
	if (has_output() && settings->owner && scratch.corked != this) {
		settings->owner->output_blocked(this);
	}
}

void WSConnection::_finish_closing() {
	const bool output_waits = has_output() || (scratch.corked == this && !scratch.corked_output.is_empty());
	if (phase != CLOSING || output_waits) {
		return;
	}
	if (session.get_state() == WSSession::CLOSED && session.get_role() == WSRole::SERVER) {
		_end(); // The server ends TCP first, RFC 6455 §7.1.1.
	} else if (draining && !sending_ended) {
		sending_ended = true;
		stream.end_sending();
	}
}
