// The states of a connection and what moves it from one to the next.
#include "modules/websocket/link/ws_link.h"

#include "core/templates/local_vector.h"
#include "modules/websocket/link/ws_link_state.h"
#include "modules/websocket/link/ws_traffic.h"

namespace {

// How long a peer whose connection failed gets to read why. Closing a socket with unread input would make the system throw away our
// last words.
constexpr int64_t LINGER_TIME = 1000;
// So long after the opening at most the first ping leaves, so that the latency is known soon.
constexpr int64_t FIRST_BEAT = 1000;

} // namespace

LocalVector<std::string_view> ws_make_views(const Vector<String> &p_texts, Vector<CharString> &r_storage) {
	LocalVector<std::string_view> views;
	for (int64_t i = 0; i < p_texts.size(); i++) {
		const CharString text = p_texts[i].utf8();
		r_storage.push_back(text); // Shares the bytes, so the view stays good.
		views.push_back(http_trim(std::string_view(text.get_data(), size_t(text.length()))));
	}
	return views;
}

CharString ws_join_fields(const HTTPHead &p_head) {
	std::string lines;
	for (const HTTPHead::Field &field : p_head.get_fields()) {
		lines.append(field.name).append(": ").append(field.value).append("\n");
	}
	return ws_to_string(lines).utf8();
}

WSLink::WSLink(WSRole p_role, const WSConnectionSettings *p_settings, WSRandomFill p_random, int64_t p_now) :
		settings(p_settings), session(p_role, p_settings->get_message_limit(), p_random) {
	deadline = p_now + settings->handshake_timeout;
}

WSLink::~WSLink() {
	memdelete_notnull(handshake);
	memdelete_notnull(outcome);
}

WSLinkOutcome &WSLink::_ensure_outcome() {
	if (!outcome) {
		outcome = memnew(WSLinkOutcome);
	}
	return *outcome;
}

String WSLink::get_close_reason() const {
	return outcome && phase > OPEN ? outcome->close_reason : String();
}

String WSLink::get_error_text() const {
	return outcome ? String(outcome->error_text) : String();
}

int WSLink::get_http_status() const {
	return outcome ? outcome->http_status : 0;
}

String WSLink::get_protocol() const {
	return outcome ? outcome->protocol : String();
}

Vector<String> WSLink::get_received_headers() const {
	Vector<String> lines;
	std::string_view rest = outcome ? std::string_view(outcome->received_headers.get_data(), size_t(outcome->received_headers.length())) : std::string_view();
	for (size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
		lines.push_back(ws_to_string(rest.substr(0, end)));
		rest.remove_prefix(end + 1);
	}
	return lines;
}

String WSLink::get_requested_url() const {
	return outcome ? outcome->requested_url : String();
}

uint32_t WSLink::take_events() {
	const uint32_t taken = events;
	events = 0;
	return taken;
}

bool WSLink::wants_input() const {
	return phase != CLOSED && (lingers || (held == HELD_NOTHING && wants_more() && !_is_occupied()));
}

// --- Handshake.

void WSLink::start_client(const CharString &p_target, const CharString &p_host, const Vector<String> &p_headers, const uint8_t p_random[16]) {
	handshake = memnew(WSHandshakeState);
	ws_make_key(p_random, handshake->key);
	WSRequestHead head;
	head.target = std::string_view(p_target.get_data(), size_t(p_target.length()));
	head.host = std::string_view(p_host.get_data(), size_t(p_host.length()));
	head.key = std::string_view(handshake->key, WS_KEY_LENGTH);
	head.protocols = ws_make_views(settings->supported_protocols, handshake->texts);
	head.extra_headers = ws_make_views(p_headers, handshake->texts);
	if (settings->kin_heartbeat_interval > 0) {
		head.extra_headers.push_back(WS_HEARTBEAT_HEADER);
	}
	const std::string extensions = ws_offer_deflate(settings->compression, settings->compression_window_bits);
	head.extensions = extensions;
	handshake->expected.extensions_offered = !extensions.empty();
	handshake->expected.key = head.key;
	handshake->expected.protocols = head.protocols;
	ws_write_request(head, get_output());
}

int WSLink::_receive_response(Span<uint8_t> p_bytes, int64_t p_now) {
	int used = 0;
	switch (handshake->response.feed(p_bytes, handshake->expected, used)) {
		case WSResponseParser::NEED_MORE:
			break;
		case WSResponseParser::REJECTED:
			_keep_answer();
			_fail(handshake->response.get_error(), handshake->response.get_error_text());
			_end();
			break;
		case WSResponseParser::DONE:
			_take_response(p_now);
			break;
	}
	return used;
}

void WSLink::_keep_answer() {
	_ensure_outcome().http_status = handshake->response.get_http_status();
	_ensure_outcome().received_headers = ws_join_fields(handshake->response.get_head());
}

void WSLink::_take_response(int64_t p_now) {
	_keep_answer();
	const WSResponseParser &response = handshake->response;
	is_kin = settings->kin_heartbeat_interval > 0 && response.get_head().count_fields(WS_HEARTBEAT_HEADER_NAME) > 0;
	WSDeflateParameters parameters;
	if (!ws_read_deflate_answer(response.get_extensions(), parameters)) {
		_fail(WSError::HANDSHAKE, "The server chose an extension, or parameters of one, that were not offered.");
		_end();
		return;
	}
	if (parameters.enabled) {
		session.enable_deflate(parameters, settings->compression_threshold);
	}
	if (!response.get_protocol().empty()) {
		_ensure_outcome().protocol = ws_to_string(response.get_protocol());
	}
	_open(p_now);
}

void WSLink::_open(int64_t p_now) {
	memdelete(handshake);
	handshake = nullptr;
	phase = OPEN;
	events |= EVENT_OPENED;
	change_settings(p_now);
	if (deadline != 0 && is_kin) {
		deadline = MIN(deadline, p_now + FIRST_BEAT);
	}
}

// --- Input.

int WSLink::receive(uint8_t *p_bytes, int p_size, int64_t p_now) {
	awaiting_life = false; // Any byte is a sign of life.
	int used = 0;
	if (phase == HANDSHAKE && !_is_occupied()) {
		const Span<uint8_t> bytes(p_bytes, uint64_t(p_size));
		used = session.get_role() == WSRole::SERVER ? _receive_request(bytes, p_now) : _receive_response(bytes, p_now);
	}
	if (_is_occupied()) {
		return used;
	}
	if (phase == HANDSHAKE || phase == CLOSED || lingers) {
		return p_size;
	}
	session.set_max_message_size(settings->get_message_limit());
	const bool pong_was_due = awaiting_pong;
	used += session.feed(p_bytes + used, p_size - used, *this);
	if (pong_was_due && !awaiting_pong) {
		latency = uint16_t(MIN(uint32_t(p_now) - pinged_at, uint32_t(UNKNOWN_LATENCY - 1)));
	}
	if (session.get_state() == WSSession::FAILED && held == HELD_NOTHING) {
		held = HELD_FAILURE;
	}
	if (held != HELD_NOTHING || session.get_state() == WSSession::CLOSED) {
		used = p_size; // Nothing that follows has a meaning.
	}
	const bool somebody_may_answer = phase == OPEN && !discarding && (queue.get_count() > 0 || (events & EVENT_MESSAGES));
	if (held != HELD_NOTHING && !somebody_may_answer) {
		_act_on_held(p_now);
	}
	return used;
}

void WSLink::on_message(WSMessageType p_type, Span<uint8_t> p_data) {
	if (settings->traffic) {
		settings->traffic->count_in(p_data.size());
	}
	if (discarding || deliver(p_type, p_data)) {
		return;
	}
	queue.push(ws_copy(p_data), p_type == WSMessageType::TEXT);
	events |= EVENT_MESSAGES;
}

void WSLink::on_assembled_message(WSMessageType p_type, Vector<uint8_t> &&p_data) {
	if (settings->traffic) {
		settings->traffic->count_in(uint64_t(p_data.size()));
	}
	if (discarding || deliver(p_type, p_data.span())) {
		return;
	}
	queue.push(std::move(p_data), p_type == WSMessageType::TEXT);
	events |= EVENT_MESSAGES;
}

void WSLink::on_ping(Span<uint8_t> p_payload) {
	if (output.is_empty()) {
		session.pong(p_payload, get_output());
		return;
	}
	WSBuffer frame;
	session.pong(p_payload, frame);
	output.put_control(Span<uint8_t>(frame.ptr(), uint64_t(frame.size())));
}

void WSLink::on_pong(Span<uint8_t> p_payload) {
	if (p_payload.size() == sizeof(pinged_at) && memcmp(p_payload.ptr(), &pinged_at, sizeof(pinged_at)) == 0) {
		awaiting_pong = false;
	}
}

void WSLink::on_close(int p_code, Span<uint8_t> p_reason) {
	close_code = int16_t(p_code);
	if (!p_reason.is_empty()) {
		_ensure_outcome().close_reason = String::utf8(reinterpret_cast<const char *>(p_reason.ptr()), int64_t(p_reason.size()));
	}
	held = HELD_CLOSE;
}

void WSLink::end_input(Error p_why, int64_t p_now) {
	if (phase == HANDSHAKE && _is_between_requests()) {
		// It has what it asked for.
	} else if (phase == HANDSHAKE) {
		_fail(WSError::HANDSHAKE, "The other side ended the connection during the handshake.");
	} else if (!lingers && session.get_state() != WSSession::CLOSED && session.get_state() != WSSession::CLOSE_RECEIVED && error == WSError::NONE) {
		_fail(WSError::CONNECTION_LOST, p_why == ERR_FILE_EOF ? "The other side ended the connection without a close frame." : "The connection broke.");
	}
	_end();
}

// --- The end.

void WSLink::_fail(WSError p_error, const char *p_text) {
	error = p_error;
	_ensure_outcome().error_text = p_text;
}

void WSLink::_act_on_held(int64_t p_now) {
	const bool failed = held == HELD_FAILURE;
	held = HELD_NOTHING;
	if (failed) {
		const WSSession::Failure &failure = session.get_failure();
		close_code = int16_t(failure.close_code);
		_ensure_outcome().close_reason = String(failure.text);
		_fail(failure.error, failure.text);
		session.answer_end(get_output());
		lingers = true;
	} else if (session.get_state() == WSSession::CLOSE_RECEIVED) {
		events |= EVENT_CLOSE_REQUESTED;
		const CharString reason = outcome ? outcome->close_reason.utf8() : CharString();
		session.answer_end(get_output(), Span<uint8_t>(reinterpret_cast<const uint8_t *>(reason.get_data()), uint64_t(reason.length())));
	}
	phase = CLOSING;
	deadline = p_now + settings->close_timeout;
}

void WSLink::cut_off(WSError p_error, const char *p_text, int p_code, int64_t p_now) {
	close(p_code, Span<uint8_t>(reinterpret_cast<const uint8_t *>(p_text), strlen(p_text)), p_now);
	_fail(p_error, p_text);
	discard_input();
}

void WSLink::close(int p_code, Span<uint8_t> p_reason, int64_t p_now) {
	if (phase == HANDSHAKE) {
		abort();
	} else if (phase == OPEN && held != HELD_NOTHING) {
		_act_on_held(p_now); // The other side was first.
	} else if (phase == OPEN) {
		session.close(p_code, p_reason, get_output());
		phase = CLOSING;
		deadline = p_now + settings->close_timeout;
	}
}

void WSLink::abort(WSError p_error, const char *p_text) {
	if (phase != CLOSED) {
		if (p_error != WSError::NONE) {
			_fail(p_error, p_text);
		}
		_end();
	}
}

void WSLink::note_output(int64_t p_bytes, int64_t p_now) {
	if (phase == CLOSING && p_bytes > 0) {
		deadline = p_now + settings->close_timeout;
	} else if (phase == HANDSHAKE && p_bytes > 0) {
		_note_answer(p_now);
	}
}

void WSLink::finish_output(int64_t p_now) {
	if (is_congested) {
		is_congested = false;
		events |= EVENT_DRAINED;
	}
	if (phase == HANDSHAKE) {
		_continue_answer(p_now);
	}
	if (phase != CLOSING) {
		return;
	}
	if (lingers) {
		phase = LINGERING;
		deadline = p_now + LINGER_TIME;
		events |= EVENT_CLOSED;
	} else if (session.get_state() == WSSession::CLOSED && session.get_role() == WSRole::SERVER) {
		_end(); // The server ends TCP first, RFC 6455 §7.1.1.
	}
}

void WSLink::_end() {
	if (phase != LINGERING) {
		events |= EVENT_CLOSED;
	}
	memdelete_notnull(handshake);
	handshake = nullptr;
	output.clear();
	deadline = 0;
	held = HELD_NOTHING;
	phase = CLOSED;
	phase_ended();
}

// --- Time.

void WSLink::change_settings(int64_t p_now) {
	if (phase == OPEN) {
		deadline = _get_heartbeat() > 0 ? p_now + _get_heartbeat() : 0;
	} else if (phase == HANDSHAKE || phase == CLOSING) {
		deadline = p_now + (phase == HANDSHAKE ? settings->handshake_timeout : settings->close_timeout);
	}
}

void WSLink::advance(int64_t p_now) {
	if (held != HELD_NOTHING) {
		_act_on_held(p_now);
	} else if (deadline != 0 && p_now >= deadline) {
		_check_deadline(p_now);
	}
}

void WSLink::_check_deadline(int64_t p_now) {
	switch (phase) {
		case HANDSHAKE:
			if (session.get_role() == WSRole::SERVER && _check_request_deadline(p_now)) {
				return;
			}
			if (session.get_role() == WSRole::CLIENT) {
				_fail(WSError::TIMEOUT, "The server did not answer the handshake in time.");
			}
			break;
		case OPEN:
			_beat(p_now);
			return;
		case CLOSING:
			if (is_output_moving()) {
				deadline = p_now + settings->close_timeout;
				return;
			}
			if (session.get_state() == WSSession::CLOSE_SENT) {
				_fail(WSError::CLOSE_TIMEOUT, "The other side did not answer the close frame in time.");
			}
			break;
		case LINGERING:
		case CLOSED:
			break;
	}
	_end();
}

void WSLink::_beat(int64_t p_now) {
	// With the reading stopped, the pong may be there and nobody looks. Behind much output the ping may still be on its way.
	const bool may_be_late = !wants_input() || (has_waiting_output() && is_output_moving());
	if (awaiting_life && !may_be_late) {
		_fail(WSError::HEARTBEAT, "The other side answered no ping.");
		_end();
		return;
	}
	if (!awaiting_life) {
		ping(p_now);
	}
	awaiting_life = true;
	deadline = p_now + _get_heartbeat();
}

void WSLink::ping(int64_t p_now) {
	pinged_at = uint32_t(p_now);
	awaiting_pong = true;
	session.ping(Span<uint8_t>(reinterpret_cast<const uint8_t *>(&pinged_at), sizeof(pinged_at)), get_output());
}

WSSharedFrame *WSLink::get_shared_frame(WSBroadcast &r_message) const {
	const int form = session.get_shared_form(r_message.get_payload().size());
	WSSharedFrame *const frame = form >= 0 ? r_message.get_frame(form) : nullptr;
	if (frame && settings->traffic) {
		settings->traffic->count_out(r_message.get_payload().size(), uint64_t(frame->bytes.size()));
	}
	return frame;
}
