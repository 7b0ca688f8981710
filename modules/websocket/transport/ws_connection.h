// A WSLink on a byte stream: reads and writes it, and gathers what leaves together.
#pragma once

#include "modules/websocket/link/ws_link.h"
#include "modules/websocket/transport/ws_stream.h"
#include "modules/websocket/transport/ws_url.h"

class WSConnection;

// What the holder of a connection decides while the connection is busy.
class WSConnectionOwner {
public:
	// True when the owner dealt with the message; false puts it into the connection's queue. The call may send and close, but not
	// process() any connection.
	virtual bool take_message(WSConnection *p_connection, WSMessageType p_type, Span<uint8_t> p_data) { return false; }
	// True when the owner will call flush() soon, so that several messages leave in one write.
	virtual bool defers_output(WSConnection *p_connection) { return false; }
	// Outside of process() something changed that the owner's poller or lists depend on: output waits for the network, closing began,
	// a deadline moved.
	virtual void connection_changed(WSConnection *p_connection) {}
	// The stream is about to be closed: a poller must forget its socket now, while the descriptor is still this connection's.
	virtual void stream_closing(WSConnection *p_connection) {}
	// Server: on the handshake that get_request() is.
	virtual WSVerdict judge_handshake(WSConnection *p_connection) { return WSVerdict(); }
	// Server: get_request() asks for no WebSocket. False: it is refused.
	virtual bool answer_request(WSConnection *p_connection, WSHttpAnswer &r_answer) { return false; }

protected:
	~WSConnectionOwner() = default;
};

// Not an Object and not thread-safe.
class WSConnection : public WSLink {
public:
	WSConnection(WSRole p_role, const WSConnectionSettings *p_settings, WSStream &&p_stream, int64_t p_now);
	~WSConnection() override;

	void start_client(const WSUrl &p_url, const Vector<String> &p_headers); // Sends the request, with p_headers and the URL's credentials.

	// Reads, parses, answers, writes and looks at deadlines. Returns what happened (bits of Event). p_now: milliseconds.
	uint32_t process(int64_t p_now);
	// Writes what waits. Errors end the connection at the next process().
	void flush();

	WSSendResult send(WSMessageType p_type, Span<uint8_t> p_data);
	// As send(), but a small message may stay in the output queue until flush(). True in r_gathered: it does.
	WSSendResult gather(WSMessageType p_type, Span<uint8_t> p_data, bool &r_gathered);
	WSSendResult send_shared(WSBroadcast &r_message); // A server's. The same for the other side, and cheaper when many get it.
	// As WSLink's, and at once on the wire.
	void close(int p_code, Span<uint8_t> p_reason, int64_t p_now);
	void abort(WSError p_error = WSError::NONE, const char *p_text = "");
	void change_settings(int64_t p_now);
	void ping(int64_t p_now); // As WSLink's, and at once on the wire.
	Error accept_handshake(const String &p_protocol, const Vector<String> &p_headers, int64_t p_now);
	void refuse_handshake(int p_status, const Vector<String> &p_headers, const String &p_body, int64_t p_now);

	// Only while get_queued_count() > 0. When that makes room for more, a frame follows: what waits unread would not cause it.
	WSPacketQueue::Packet take_packet();

	// How long a message may be to be accepted.
	int64_t get_room() const {
		const int64_t limit = settings->outbound_buffer_size > 0 ? settings->outbound_buffer_size : INT32_MAX / 2;
		return limit - get_buffered_amount();
	}
	// Output waits for room in the network, in the queue or in the stream itself.
	bool has_output() const { return has_waiting_output() || stream.has_output(); }
	// From now on p_settings holds; used when a connection outlives those it was made with.
	void set_settings(const WSConnectionSettings *p_settings) { settings = p_settings; }
	const WSConnectionSettings *get_settings() const { return settings; }
	WSStream &get_stream() { return stream; }
	const WSStream &get_stream() const { return stream; }

private:
	friend class WSCork;

	// WSLink
	WSBuffer *get_direct_output() final;
	bool deliver(WSMessageType p_type, Span<uint8_t> p_data) final;
	WSVerdict judge_handshake() override;
	bool answer_request(WSHttpAnswer &r_answer) override;
	bool is_output_moving() override;
	void phase_ended() override;

	void _read(int64_t p_now);
	bool _feed_unread(int64_t p_now);
	void _write(WSBuffer &r_out, const WSSession::Borrowed &p_borrowed, WSSharedFrame *p_frame = nullptr);
	void _write_queue();
	bool _may_send(uint64_t p_size); // Makes room if it can.
	void _note_progress(int64_t p_bytes);
	void _finish_output(int64_t p_now);
	void _note_verdict(int64_t p_now);
	WSSendResult _deny_message();

	WSStream stream;
	WSBuffer *unread = nullptr; // Input that arrived before reading was stopped.
	int32_t last_unsent = 0; // What the system held of our output when a deadline was last put off for it.
	bool sending_ended = false;
	bool is_gathering = false; // Inside gather().
	bool is_broken = false; // A write failed. What arrived before can still be read.
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
