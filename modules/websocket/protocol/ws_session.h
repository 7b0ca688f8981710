// An open WebSocket without its socket: bytes in, messages and bytes out (RFC 6455 §5 to §7). Framed by wslay.
#pragma once

#include "core/templates/span.h"
#include "core/templates/vector.h"
#include "modules/websocket/protocol/ws_buffer.h"
#include "modules/websocket/protocol/ws_deflate.h"
#include "modules/websocket/protocol/ws_types.h"
#include "modules/websocket/protocol/ws_utf8.h"

struct WSFrameReader;

// Hears what WSSession::feed() finds, in order of arrival. Must not feed or destroy the session from inside a call;
// sending and closing are fine.
class WSSessionHandler {
public:
	// A whole message that lay in one piece in the fed bytes. p_data is valid for the call only.
	virtual void on_message(WSMessageType p_type, Span<uint8_t> p_data) = 0;
	// A whole message that had to be put together; the handler may keep it without a copy.
	virtual void on_assembled_message(WSMessageType p_type, Vector<uint8_t> &&p_data) = 0;
	// Asked before anything and after every message: false makes feed() stop there.
	virtual bool wants_more() const = 0;
	// The other side's close frame; WS_CLOSE_NO_CODE when it has no code.
	virtual void on_close(int p_code, Span<uint8_t> p_reason) = 0;
	virtual void on_ping(Span<uint8_t> p_payload) = 0; // Only while OPEN. A pong is due.
	virtual void on_pong(Span<uint8_t> p_payload) = 0;

protected:
	~WSSessionHandler() = default;
};

// One direction-agnostic endpoint. Keeps no view of anything it is given. Needs memory beyond itself only in the middle of a
// frame or of a message. Not for more than one thread at a time.
class WSSession {
public:
	enum State : uint8_t {
		OPEN,
		CLOSE_SENT, // We asked to close; messages still arrive until the other side answers.
		CLOSE_RECEIVED, // The other side asked to close. Nothing is read any more; answer_end() is due.
		CLOSED, // Close frames went both ways. Nothing is read or sent any more.
		FAILED, // The other side broke a rule: get_failure(). Nothing is read any more; answer_end() is due.
	};
	struct Failure {
		WSError error = WSError::NONE;
		int close_code = WS_CLOSE_UNCLEAN; // What our close frame says.
		const char *text = ""; // The same as its reason. Static.
	};
	// What send() did not copy: the caller writes it after r_out, in one go if it can.
	struct Borrowed {
		const uint8_t *data = nullptr;
		int size = 0;
	};
	static constexpr int BORROW_FROM = 32 * 1024; // Smaller payloads are cheaper to copy than to write apart.

	// p_random is needed by clients, for masks. p_max_message_size: longer messages fail with 1009; 0 for no limit but 2 GiB.
	WSSession(WSRole p_role, int p_max_message_size, WSRandomFill p_random = nullptr);
	WSSession(const WSSession &) = delete;
	WSSession &operator=(const WSSession &) = delete;
	~WSSession();

	// Right after the handshake: messages may come compressed, and those of p_threshold bytes or more are sent so (RFC 7692).
	void enable_deflate(const WSDeflateParameters &p_parameters, int p_threshold);
	bool has_deflate() const { return deflate != nullptr; }

	// Takes bytes from the connection and returns how many it used: all of them unless the handler wanted no more or the
	// session ended. p_bytes is scratch memory afterwards (payload is unmasked in place) except for what was not used.
	int feed(uint8_t *p_bytes, int p_size, WSSessionHandler &p_handler);

	// Appends one whole message as one frame. Only while can_send(). With r_borrowed a large payload of a server is not copied:
	// r_out then ends with the frame's header and r_borrowed tells what must follow it.
	void send(WSMessageType p_type, Span<uint8_t> p_data, WSBuffer &r_out, Borrowed *r_borrowed = nullptr);
	// For a message that goes to many: connections of the same form get the same frame. 0: as it is; -1: only send() can make it.
	int get_shared_form(uint64_t p_size) const { return deflate ? deflate->get_shared_bits(p_size) : 0; }
	static constexpr int SHARED_FORMS = WSDeflateParameters::MAX_WINDOW_BITS + 1;
	// Writes a server's frame of a form. False: that is compressed, and the message does not get smaller.
	static bool write_shared(WSMessageType p_type, Span<uint8_t> p_data, int p_form, WSBuffer &r_out);

	// Up to MAX_CONTROL_PAYLOAD bytes. Only while can_send().
	void ping(Span<uint8_t> p_payload, WSBuffer &r_out);
	void pong(Span<uint8_t> p_payload, WSBuffer &r_out);
	// Starts the closing handshake. p_code must be valid (ws_is_close_code_valid) or WS_CLOSE_NO_CODE, p_reason at most
	// MAX_CLOSE_REASON bytes of UTF-8. Only while OPEN.
	void close(int p_code, Span<uint8_t> p_reason, WSBuffer &r_out);

	State get_state() const { return state; }
	WSRole get_role() const { return role; }
	const Failure &get_failure() const; // Only while FAILED.
	// While CLOSE_RECEIVED or FAILED: appends the close frame that answers, unless one was sent before. Answers to messages that came
	// before the end may be sent first. p_reason: of the close frame that came; it goes back with the code.
	void answer_end(WSBuffer &r_out, Span<uint8_t> p_reason = Span<uint8_t>());
	bool can_send() const { return !close_written; }
	void set_max_message_size(int p_bytes) { max_message_size = p_bytes > 0 ? uint32_t(p_bytes) : uint32_t(INT32_MAX); } // Also in the middle of a message.
	bool is_inside_message() const { return message_opcode != 0; }

private:
	struct Frame;

	bool _check_frame(const Frame &p_frame);
	void _take_chunk(const Frame &p_frame, WSSessionHandler &p_handler);
	void _take_data(const Frame &p_frame, WSSessionHandler &p_handler);
	void _take_control(const Frame &p_frame, WSSessionHandler &p_handler);
	void _take_close(Span<uint8_t> p_payload, WSSessionHandler &p_handler);
	void _assemble(const Frame &p_frame);
	void _inflate(Span<uint8_t> p_compressed, WSSessionHandler &p_handler);
	_NO_INLINE_ void _fail(WSError p_error);
	void _write_close(int p_code, Span<uint8_t> p_reason, WSBuffer &r_out);
	void _let_reader_go();

	WSFrameReader *reader = nullptr; // Only while a frame is incomplete; lent by a pool.
	WSDeflate *deflate = nullptr; // Where it was agreed upon.
	WSRandomFill random = nullptr;
	Vector<uint8_t> message; // What came of a message that is not complete; the first message_size bytes count.
	uint32_t message_size = 0;
	uint32_t max_message_size = 0;
	int16_t received_code = 0; // While CLOSE_RECEIVED.
	uint16_t unparsed = 0; // Bytes the reader holds that belong to no frame it has told us of.
	WSUtf8Validator text_check;
	uint8_t message_opcode = 0; // Of the message in progress; 0 between messages.
	bool is_compressed = false; // The message in progress.
	bool inside_frame = false;
	bool close_written = false;
	WSRole role;
	State state = OPEN;
	WSError error = WSError::NONE;
};
