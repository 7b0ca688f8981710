// One WebSocket over one byte stream: handshake, session, queues and deadlines. Below script objects and without signals.
#pragma once

#include "core/string/char_string.h"
#include "core/string/ustring.h"
#include "modules/websocket/protocol/ws_session.h"
#include "modules/websocket/transport/ws_connection_settings.h"
#include "modules/websocket/transport/ws_stream.h"
#include "modules/websocket/transport/ws_url.h"
#include "modules/websocket/ws_packet_queue.h"

class WSConnection;
struct WSHandshakeState;
struct WSConnectionOutcome;

// What the holder of a connection decides while the connection is busy.
class WSConnectionOwner {
public:
	// True when the owner dealt with the message; false puts it into the connection's queue. The call may send and close, but not
	// process() any connection.
	virtual bool take_message(WSConnection *p_connection, WSMessageType p_type, Span<uint8_t> p_data) { return false; }
	// True when the owner will call flush() soon, so that several messages leave in one write.
	virtual bool defers_output(WSConnection *p_connection) { return false; }
	// Output waits for the network outside of process(); the owner's poller should watch for room.
	virtual void output_blocked(WSConnection *p_connection) {}
	// close() or abort() was called, from anywhere.
	virtual void closing_started(WSConnection *p_connection) {}
	// The stream is about to be closed: a poller must forget its socket now, while the descriptor is still this connection's.
	virtual void stream_closing(WSConnection *p_connection) {}
	// Server: 0 to accept this handshake, else the HTTP status to refuse it with.
	virtual int judge_handshake(WSConnection *p_connection) { return 0; }

protected:
	~WSConnectionOwner() = default;
};

// Not an Object and not thread-safe. While idle it needs no memory but its own. Reading stops when the queue is full, so that TCP
// slows the sender down; nothing is ever dropped.
class WSConnection : private WSSessionHandler {
public:
	enum Phase : uint8_t {
		HANDSHAKE,
		OPEN,
		CLOSING,
		CLOSED, // The stream is gone. What is in the queue can still be read.
	};
	enum Event : uint32_t {
		EVENT_OPENED = 1,
		EVENT_MESSAGES = 2,
		EVENT_CLOSE_REQUESTED = 4, // The other side's close frame came first.
		EVENT_CLOSED = 8,
	};

	// p_role is the session's: a server reads a request, a client (which calls start_client) reads an answer.
	WSConnection(WSRole p_role, const WSConnectionSettings *p_settings, WSStream &&p_stream, int64_t p_now);
	virtual ~WSConnection();

	void start_client(const WSUrl &p_url); // Sends the request.

	// Reads, parses, answers, writes and looks at deadlines. Returns what happened (bits of Event). p_now: milliseconds.
	uint32_t process(int64_t p_now);
	// Writes what waits. Errors end the connection at the next process().
	void flush();

	WSSendResult send(WSMessageType p_type, Span<uint8_t> p_data);
	// A valid close code or WS_CLOSE_NO_CODE, and at most MAX_CLOSE_REASON bytes. Ends at once when the handshake is not over.
	void close(int p_code, Span<uint8_t> p_reason, int64_t p_now);
	void abort(); // Ends without a close frame.

	int get_queued_count() const { return queue.get_count(); }
	// Only while get_queued_count() > 0. When that makes room for more, a frame follows: what waits unread would not cause it.
	WSPacketQueue::Packet take_packet();

	Phase get_phase() const { return phase; }
	WSRole get_role() const { return session.get_role(); }
	bool wants_input() const; // False while reading is stopped.
	bool has_output() const { return !pending.is_empty() || stream.has_output(); }
	bool wants_process() const { return failing && !draining; } // Even if nothing arrives.
	int get_buffered_amount() const { return pending.size(); }
	int64_t get_deadline() const { return deadline; } // When process() has something to do even if nothing arrives; 0: never.
	int get_close_code() const { return close_code; }
	String get_close_reason() const;
	WSError get_error() const { return error; }
	String get_error_text() const;
	int get_http_status() const; // Of the answer that refused the handshake; else 0.
	String get_protocol() const;
	// From now on p_settings holds; used when a connection outlives those it was made with.
	void set_settings(const WSConnectionSettings *p_settings) { settings = p_settings; }
	bool was_clean() const { return close_code != WS_CLOSE_UNCLEAN && error == WSError::NONE; }
	WSStream &get_stream() { return stream; }
	const WSStream &get_stream() const { return stream; }

private:
	friend class WSCork;

	// WSSessionHandler
	void on_message(WSMessageType p_type, Span<uint8_t> p_data) override;
	void on_assembled_message(WSMessageType p_type, Vector<uint8_t> &&p_data) override;
	bool wants_more() const override;
	void on_close(int p_code, Span<uint8_t> p_reason) override;
	void on_pong(Span<uint8_t> p_payload) override;

	void _read();
	int _feed(uint8_t *p_bytes, int p_size);
	int _feed_request(Span<uint8_t> p_bytes);
	int _feed_response(Span<uint8_t> p_bytes);
	void _accept_request();
	void _open();
	void _refuse(int p_status, WSError p_error, const char *p_text);
	void _fail(WSError p_error, const char *p_text);
	void _answer_failure();
	void _start_draining();
	void _stream_ended(Error p_why);
	void _end();
	void _check_deadline();
	void _beat();
	WSConnectionOutcome &_ensure_outcome();
	WSBuffer &_get_output();
	void _write(WSBuffer &r_out, const WSSession::Borrowed &p_borrowed);
	void _finish_closing();

	const WSConnectionSettings *settings;
	WSStream stream;
	WSSession session;
	WSPacketQueue queue;
	WSBuffer pending; // Output that the network did not take yet.
	WSBuffer *unread = nullptr; // Input that arrived before reading was stopped.
	WSHandshakeState *handshake = nullptr;
	WSConnectionOutcome *outcome = nullptr; // What few connections have to tell.
	int64_t deadline = 0; // While OPEN: of the next heartbeat.
	int16_t close_code = WS_CLOSE_UNCLEAN;
	Phase phase = HANDSHAKE;
	WSError error = WSError::NONE;
	uint8_t events = 0; // What process() will return.
	bool failing = false; // The other side broke a rule. The next process() says so: messages from before may be answered until then.
	bool draining = false; // We failed the connection: input is thrown away until the other side has seen why.
	bool sending_ended = false;
	bool awaiting_pong = false;
};

// While one lives, what its connection sends is gathered in a buffer of the thread, and leaves in one write at the end.
class WSCork {
public:
	explicit WSCork(WSConnection *p_connection);
	~WSCork();
	WSCork(const WSCork &) = delete;
	WSCork &operator=(const WSCork &) = delete;

private:
	WSConnection *connection;
	WSConnection *outer;
};
