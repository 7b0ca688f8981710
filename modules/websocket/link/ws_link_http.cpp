// A server's half of the handshake, and answers to those who want no WebSocket.
#include "modules/websocket/link/ws_link.h"

#include "modules/websocket/link/ws_link_state.h"

#include <cstdio>

static constexpr int BODY_PIECE = 64 * 1024; // So much of a body stands in memory at once.

bool WSLink::_is_occupied() const {
	return phase == HANDSHAKE && handshake && handshake->exchange != WSHandshakeState::READING;
}

bool WSLink::_is_between_requests() const {
	return handshake && handshake->has_answered && handshake->request.get_head().is_empty();
}

bool WSLink::is_undecided() const {
	return phase == HANDSHAKE && handshake && handshake->exchange == WSHandshakeState::UNDECIDED;
}

const WSRequestParser &WSLink::get_request() const {
	return handshake->request;
}

int WSLink::_receive_request(Span<uint8_t> p_bytes, int64_t p_now) {
	if (!handshake) {
		handshake = memnew(WSHandshakeState);
	}
	int used = 0;
	const WSRequestParser &request = handshake->request;
	switch (handshake->request.feed(p_bytes, used)) {
		case WSRequestParser::NEED_MORE:
			break;
		case WSRequestParser::REJECTED:
			if (!request.is_plain_http() || !_answer_request()) {
				_refuse(request.get_http_status(), WSError::HANDSHAKE, request.get_error(), p_now);
			}
			break;
		case WSRequestParser::DONE:
			_judge_request(p_now);
			break;
	}
	return used;
}

void WSLink::_judge_request(int64_t p_now) {
	const WSVerdict verdict = judge_handshake();
	if (verdict.status == WSVerdict::LATER) {
		handshake->exchange = WSHandshakeState::UNDECIDED;
		events |= EVENT_REQUESTED;
	} else if (verdict.status != WSVerdict::ACCEPT) {
		_refuse(verdict.status, WSError::HANDSHAKE, verdict.text, p_now);
	} else {
		_accept_request(ws_make_views(settings->supported_protocols, handshake->texts), Vector<String>(), p_now);
	}
}

Error WSLink::accept_handshake(const String &p_protocol, const Vector<String> &p_headers, int64_t p_now) {
	DEV_ASSERT(is_undecided());
	LocalVector<std::string_view> supported = ws_make_views(p_protocol.is_empty() ? settings->supported_protocols : Vector<String>({ p_protocol }), handshake->texts);
	if (!p_protocol.is_empty() && ws_choose_protocol(handshake->request.get_request().protocols, supported).empty()) {
		return ERR_INVALID_PARAMETER;
	}
	_accept_request(supported, p_headers, p_now);
	return OK;
}

void WSLink::_accept_request(const LocalVector<std::string_view> &p_supported, const Vector<String> &p_headers, int64_t p_now) {
	const WSRequest &request = handshake->request.get_request();
	const std::string_view chosen = ws_choose_protocol(request.protocols, p_supported);
	if (chosen.empty() && (!request.protocols.is_empty() || !p_supported.is_empty())) {
		_refuse(400, WSError::SUBPROTOCOL, "There is no sub-protocol in common.", p_now);
		return;
	}
	if (!chosen.empty()) {
		_ensure_outcome().protocol = ws_to_string(chosen);
	}
	if (!settings->owner) {
		_ensure_outcome().requested_url = ws_to_string(request.host) + ws_to_string(request.target);
		_ensure_outcome().received_headers = ws_join_fields(handshake->request.get_head());
	}
	LocalVector<std::string_view> headers = ws_make_views(settings->handshake_headers, handshake->texts);
	for (const std::string_view &line : ws_make_views(p_headers, handshake->texts)) {
		headers.push_back(line);
	}
	const bool is_marked = settings->kin_heartbeat_interval > 0 && handshake->request.get_head().count_fields(WS_HEARTBEAT_HEADER_NAME) > 0;
	is_kin = settings->kin_heartbeat_interval > 0 && (is_marked || !request.origin.empty()); // Browsers answer pings by themselves.
	if (is_marked) {
		headers.push_back(WS_HEARTBEAT_HEADER);
	}
	WSDeflateParameters parameters;
	const std::string extensions = ws_accept_deflate(request.extensions, settings->compression, settings->compression_window_bits, parameters);
	ws_write_response(request.key, chosen, extensions, headers, get_output());
	if (parameters.enabled) {
		session.enable_deflate(parameters, settings->compression_threshold);
	}
	_open(p_now);
}

void WSLink::_begin_refusal(int p_status, int64_t p_now) {
	_ensure_outcome().http_status = p_status;
	phase = CLOSING;
	lingers = true;
	deadline = p_now + settings->close_timeout;
}

void WSLink::_refuse(int p_status, WSError p_error, const char *p_text, int64_t p_now) {
	_fail(p_error, p_text);
	ws_write_refusal(p_status, p_text, get_output());
	_begin_refusal(p_status, p_now);
}

void WSLink::refuse_handshake(int p_status, const Vector<String> &p_headers, const String &p_body, int64_t p_now) {
	DEV_ASSERT(is_undecided());
	_fail(WSError::HANDSHAKE, "The handshake was refused.");
	const CharString body = p_body.utf8();
	ws_write_refusal(p_status, ws_make_views(p_headers, handshake->texts), std::string_view(body.get_data(), size_t(body.length())), get_output());
	_begin_refusal(p_status, p_now);
}

bool WSLink::_check_request_deadline(int64_t p_now) {
	const WSHandshakeState::Exchange exchange = handshake ? handshake->exchange : WSHandshakeState::READING;
	if (exchange == WSHandshakeState::ANSWERING) {
		const bool moving = is_output_moving();
		deadline = p_now + settings->handshake_timeout;
		return moving;
	}
	if (exchange == WSHandshakeState::UNDECIDED) {
		_refuse(503, WSError::TIMEOUT, "The server did not decide in time.", p_now);
		return true;
	}
	if (_is_between_requests()) {
		return false; // Nobody waits for an answer.
	}
	_refuse(408, WSError::TIMEOUT, "The handshake took too long.", p_now);
	return true;
}

// --- Plain HTTP.

bool WSLink::_answer_request() {
	WSHttpAnswer answer;
	if (!answer_request(answer)) {
		return false;
	}
	handshake->exchange = WSHandshakeState::ANSWERING;
	handshake->keeps_alive = handshake->request.keeps_alive();
	const int64_t length = answer.text.empty() ? answer.length : int64_t(answer.text.size());
	char line[64];
	snprintf(line, sizeof(line), "HTTP/1.1 %d ", answer.status);
	std::string head(line);
	head.append(http_get_reason_phrase(answer.status)).append("\r\n").append(answer.headers);
	if (answer.announces_length) {
		snprintf(line, sizeof(line), "Content-Length: %lld\r\n", static_cast<long long>(length));
		head.append(line);
	}
	head.append(handshake->keeps_alive ? "\r\n" : "Connection: close\r\n\r\n");
	if (!answer.head_only) {
		head.append(answer.text);
		handshake->body = answer.body;
		handshake->body_left = answer.body ? answer.length : 0;
		answer.body = nullptr;
	}
	get_output().append(head.data(), int(head.size()));
	return true;
}

void WSLink::_note_answer(int64_t p_now) {
	if (handshake && handshake->exchange == WSHandshakeState::ANSWERING) {
		deadline = p_now + settings->handshake_timeout;
	}
}

void WSLink::_continue_answer(int64_t p_now) {
	if (!handshake || handshake->exchange != WSHandshakeState::ANSWERING) {
		return;
	}
	if (handshake->body_left > 0) {
		uint8_t piece[BODY_PIECE];
		const int wanted = int(MIN(handshake->body_left, int64_t(BODY_PIECE)));
		const int size = handshake->body->read(piece, wanted);
		if (size <= 0) {
			_end();
			return;
		}
		output.get_tail().append(piece, size);
		handshake->body_left -= size;
		return;
	}
	deadline = p_now + settings->handshake_timeout;
	if (handshake->keeps_alive) {
		memdelete(handshake);
		handshake = memnew(WSHandshakeState);
		handshake->has_answered = true;
		return;
	}
	phase = CLOSING;
	lingers = true;
	deadline = p_now + settings->close_timeout;
}
