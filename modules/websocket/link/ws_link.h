// One WebSocket's whole life without socket, clock or script: bytes, time and calls in; bytes, wants, a deadline and events out.
#pragma once

#include "core/string/ustring.h"
#include "modules/websocket/host/ws_host.h"
#include "modules/websocket/link/ws_http_exchange.h"
#include "modules/websocket/link/ws_link_settings.h"
#include "modules/websocket/link/ws_out_queue.h"
#include "modules/websocket/link/ws_packet_queue.h"
#include "modules/websocket/link/ws_traffic.h"
#include "modules/websocket/protocol/ws_session.h"

struct WSHandshakeState;
struct WSLinkOutcome;
class WSRequestParser;

// The rules of an end. What send() accepted leaves before the close frame. A close frame that arrives behind messages is held, and so is
// the verdict on a broken rule, until whoever reads those messages had a chance to answer them: until the next advance(). While the other
// side makes progress no deadline of the closing runs out. Output that waits never stops the input; of the pongs that it delays only the
// last one is kept. Reading stops when the queue of messages is full, so that TCP slows the sender down; nothing is dropped.
//
// p_now, in milliseconds of any clock that does not go back, is told with every call that may need it. Not thread-safe. While idle it needs no
// memory but its own.
class WSLink : private WSSessionHandler {
public:
	enum Phase : uint8_t {
		HANDSHAKE,
		OPEN,
		CLOSING, // A close frame or a refusal was written, or waits behind other output.
		LINGERING, // Our last words have left and all is told. The stream stays until the other side has seen why.
		CLOSED, // The stream is not needed any more. What is in the queue can still be read.
	};
	enum Event : uint8_t {
		EVENT_OPENED = 1,
		EVENT_MESSAGES = 2,
		EVENT_CLOSE_REQUESTED = 4, // The other side's close frame came first.
		EVENT_CLOSED = 8, // Once, when LINGERING or CLOSED is reached.
		EVENT_DRAINED = 16, // All output has left after the network had stopped taking it (note_congestion()).
		EVENT_REQUESTED = 32, // Server: a handshake is_undecided().
	};

	// p_role is the session's: a server reads a request, a client (which calls start_client) reads an answer.
	WSLink(WSRole p_role, const WSConnectionSettings *p_settings, WSRandomFill p_random, int64_t p_now);
	virtual ~WSLink();
	WSLink(const WSLink &) = delete;
	WSLink &operator=(const WSLink &) = delete;

	// Writes the request. p_headers are further lines for it, most often the settings' own.
	void start_client(const CharString &p_target, const CharString &p_host, const Vector<String> &p_headers, const uint8_t p_random[16]);

	// Returns how many bytes were used; the rest is to be given again when wants_input(). p_bytes is scratch memory afterwards.
	int receive(uint8_t *p_bytes, int p_size, int64_t p_now);
	void end_input(Error p_why, int64_t p_now); // The stream has ended (ERR_FILE_EOF) or broke.
	// Acts on a held end and on deadlines. To be called before receive() when is_holding(), and after it.
	void advance(int64_t p_now);
	void note_output(int64_t p_bytes, int64_t p_now); // The network took that much.
	void note_congestion() { is_congested = true; } // It took less than it was offered, or there was no room for a message.
	// All output has left: get_output_queue() is empty, and so is what get_direct_output() gave. Ends what waited for that, or fills the
	// queue with the next piece of an answer in plain HTTP.
	void finish_output(int64_t p_now);

	// A server's handshake on which judge_handshake() put its verdict off. Until it comes nothing is read.
	bool is_undecided() const;
	// Of the handshake that is undecided, or under judgement.
	const WSRequestParser &get_request() const;
	// p_protocol must be one that the client offers; empty: the first of those that the settings name. p_headers: checked lines besides
	// those of the settings. A client with which no sub-protocol is in common is refused after all.
	// ERR_INVALID_PARAMETER: the client does not offer p_protocol; the handshake stays undecided.
	Error accept_handshake(const String &p_protocol, const Vector<String> &p_headers, int64_t p_now);
	void refuse_handshake(int p_status, const Vector<String> &p_headers, const String &p_body, int64_t p_now);

	// Only while can_send(). The bytes go to r_out, which is get_output() or stands before it.
	void write_message(WSMessageType p_type, Span<uint8_t> p_data, WSBuffer &r_out, WSSession::Borrowed *r_borrowed) {
		const int before = r_out.size();
		session.send(p_type, p_data, r_out, r_borrowed);
		if (settings->traffic) {
			settings->traffic->count_out(p_data.size(), uint64_t(r_out.size() - before) + uint64_t(r_borrowed ? r_borrowed->size : 0));
		}
	}
	bool can_send() const { return phase == OPEN; }
	// The frame of a message to many, counted as sent; null when write_message() has to make one for this connection.
	WSSharedFrame *get_shared_frame(WSBroadcast &r_message) const;
	void ping(int64_t p_now); // Only while can_send(). Its pong tells get_latency_msec().
	// A valid close code or WS_CLOSE_NO_CODE, and at most MAX_CLOSE_REASON bytes. Ends at once when the handshake is not over.
	void close(int p_code, Span<uint8_t> p_reason, int64_t p_now);
	// Ends without a close frame. p_text is static.
	void abort(WSError p_error = WSError::NONE, const char *p_text = "");
	// Closes as the other side broke a rule of ours: what it still sends is thrown away. p_text, static, is the reason that it reads.
	void cut_off(WSError p_error, const char *p_text, int p_code, int64_t p_now);
	void change_settings(int64_t p_now); // What the settings point to has changed. Times count from now.
	void set_handshake_deadline(int64_t p_deadline) { deadline = p_deadline; } // While HANDSHAKE: instead of what the settings say.
	// From now on nobody reads: messages are thrown away, so that the other side's close frame is found behind them.
	void discard_input() { discarding = true; }

	uint32_t take_events(); // Since the last call; bits of Event.
	Phase get_phase() const { return phase; }
	WSRole get_role() const { return session.get_role(); }
	bool wants_input() const; // False while reading is stopped.
	// There is room for another message.
	bool wants_more() const override {
		if (discarding || phase == CLOSED) {
			return phase != CLOSED;
		}
		const bool room = settings->inbound_buffer_size <= 0 || queue.get_bytes() < settings->inbound_buffer_size;
		return room && queue.get_count() < settings->max_queued_packets;
	}
	bool is_holding() const { return held != HELD_NOTHING; } // advance() has something to do even if nothing arrives.
	bool wants_half_close() const { return phase == LINGERING; } // The stream is to be ended in our direction.
	int64_t get_deadline() const { return deadline; } // When advance() has something to do; 0: never.

	WSOutQueue &get_output_queue() { return output; }
	bool has_waiting_output() const { return !output.is_empty(); }
	int64_t get_buffered_amount() const { return output.size(); }
	// Where the next frame goes: behind what waits already, else to where it leaves at once.
	WSBuffer &get_output() {
		WSBuffer *const direct = output.is_empty() ? get_direct_output() : nullptr;
		return direct ? *direct : output.get_tail();
	}

	int get_queued_count() const { return queue.get_count(); }
	WSPacketQueue::Packet take_packet() { return queue.pop(); } // Only while get_queued_count() > 0.

	int get_close_code() const { return phase > OPEN ? close_code : int(WS_CLOSE_UNCLEAN); }
	String get_close_reason() const;
	WSError get_error() const { return error; }
	String get_error_text() const;
	int get_http_status() const; // Of the answer to the handshake, as far as it is kept: a client's, and one that refuses; else 0.
	String get_protocol() const;
	// A client, or a server whose settings have no owner: the "Name: value" lines of the other side's handshake.
	Vector<String> get_received_headers() const;
	String get_requested_url() const; // Of a server whose settings have no owner: what the client asked for.
	int get_latency_msec() const { return latency == UNKNOWN_LATENCY ? -1 : int(latency); } // From the last ping that was answered to its pong.
	bool is_compressing() const { return session.has_deflate(); } // It was agreed upon in the handshake.
	bool was_clean() const { return close_code != WS_CLOSE_UNCLEAN && error == WSError::NONE; }

protected:
	// Null: the next frame joins the output queue. Else a buffer whose content leaves soon, before what is in the queue by then.
	virtual WSBuffer *get_direct_output() { return nullptr; }
	// True: the message is dealt with. False puts it into the queue. The call may send and close.
	virtual bool deliver(WSMessageType p_type, Span<uint8_t> p_data) { return false; }
	virtual WSVerdict judge_handshake() { return WSVerdict(); } // Server: asked with get_request().
	// Server: a request without Upgrade, get_request(). False: it is refused with 405 or 426.
	virtual bool answer_request(WSHttpAnswer &r_answer) { return false; }
	// Asked when a deadline of the closing has come: true while what the system holds of our output gets less.
	virtual bool is_output_moving() { return false; }
	virtual void phase_ended() {} // CLOSED was reached: the stream is to be closed.

	const WSConnectionSettings *settings;

private:
	enum Held : uint8_t {
		HELD_NOTHING,
		HELD_CLOSE,
		HELD_FAILURE,
	};

	// WSSessionHandler
	void on_message(WSMessageType p_type, Span<uint8_t> p_data) override;
	void on_assembled_message(WSMessageType p_type, Vector<uint8_t> &&p_data) override;
	void on_close(int p_code, Span<uint8_t> p_reason) override;
	void on_ping(Span<uint8_t> p_payload) override;
	void on_pong(Span<uint8_t> p_payload) override;

	int _receive_request(Span<uint8_t> p_bytes, int64_t p_now);
	int _receive_response(Span<uint8_t> p_bytes, int64_t p_now);
	void _keep_answer();
	bool _is_occupied() const; // A request is being dealt with: what comes behind it has to wait.
	bool _is_between_requests() const; // An answer in plain HTTP has left, and nothing of another request has come.
	void _judge_request(int64_t p_now);
	void _accept_request(const LocalVector<std::string_view> &p_supported, const Vector<String> &p_headers, int64_t p_now);
	bool _answer_request();
	void _note_answer(int64_t p_now);
	void _continue_answer(int64_t p_now);
	bool _check_request_deadline(int64_t p_now); // True when it was only put off.
	void _begin_refusal(int p_status, int64_t p_now);
	void _take_response(int64_t p_now);
	void _open(int64_t p_now);
	void _refuse(int p_status, WSError p_error, const char *p_text, int64_t p_now);
	void _fail(WSError p_error, const char *p_text);
	void _act_on_held(int64_t p_now);
	void _check_deadline(int64_t p_now);
	void _beat(int64_t p_now);
	int64_t _get_heartbeat() const { return is_kin && settings->kin_heartbeat_interval > 0 ? settings->kin_heartbeat_interval : settings->heartbeat_interval; }
	void _end();
	WSLinkOutcome &_ensure_outcome();

	WSSession session;
	WSPacketQueue queue;
	WSOutQueue output;
	WSHandshakeState *handshake = nullptr; // Until the handshake is over.
	WSLinkOutcome *outcome = nullptr; // What few connections have to tell.
	int64_t deadline = 0; // While OPEN: of the next heartbeat.
	static constexpr uint16_t UNKNOWN_LATENCY = 0xFFFF;

	uint32_t pinged_at = 0; // When the last ping left, and its payload.
	uint16_t latency = UNKNOWN_LATENCY;
	int16_t close_code = WS_CLOSE_UNCLEAN;
	Phase phase = HANDSHAKE;
	WSError error = WSError::NONE;
	uint8_t events = 0;
	Held held = HELD_NOTHING;
	bool discarding = false; // Input has no reader any more.
	bool lingers = false; // When the output has left: input is thrown away until the other side has seen why.
	bool awaiting_life = false; // A ping was sent, and nothing has come since.
	bool awaiting_pong = false; // Of the last ping.
	bool is_congested = false;
	bool is_kin = false; // The other side is known to answer pings.
};
