// Message assembly, control frames and the closing handshake over wslay's frame level.
#include "modules/websocket/protocol/ws_session.h"

#include <wslay/wslay.h>

// wslay without our second patch cannot borrow what it reads. WS_SESSION_COPIES is set by the test that keeps that way open.
#if defined(WSLAY_FRAME_LEND) && !defined(WS_SESSION_COPIES)
#define WS_SESSION_LENDS
#endif

// One incomplete frame. The wslay context is some 300 bytes, so idle connections give theirs back.
struct WSFrameReader {
	wslay_frame_context_ptr context = nullptr;
	WSFrameReader *next_free = nullptr;
	uint64_t frame_left = 0; // Payload of the current frame still to come.
	uint32_t announced_size = 0; // How large the current frame says it makes the message, as far as that is believed.
	// Where wslay copies from when it cannot borrow.
	const uint8_t *input = nullptr;
	int input_size = 0;
	int control_size = 0;
	uint8_t control[WSLimits::MAX_CONTROL_PAYLOAD] = {}; // Payload of a control frame so far.
};

// A frame, or a piece of one, as wslay tells it: payload_length is the whole frame's, data the piece.
struct WSSession::Frame : wslay_frame_iocb {
	bool starts; // The first piece.
	bool ends; // The last piece.

	Span<uint8_t> get_data() const { return Span<uint8_t>(data, data_length); }
};

namespace {

// Readers that no connection of this thread needs now.
struct ReaderPool {
	static constexpr int MAX_FREE = 16;

	WSFrameReader *free_list = nullptr;
	int free_count = 0;

	~ReaderPool() {
		while (free_list) {
			WSFrameReader *reader = free_list;
			free_list = reader->next_free;
			wslay_frame_context_free(reader->context);
			delete reader;
		}
	}
};

thread_local ReaderPool reader_pool;

// Called when the fed bytes are used up. Without WSLAY_FRAME_LEND this is also how they get in.
ssize_t _give_input(uint8_t *r_into, size_t p_capacity, int, void *p_reader) {
	WSFrameReader *reader = static_cast<WSFrameReader *>(p_reader);
	const size_t size = MIN(p_capacity, size_t(reader->input_size));
	if (size == 0) {
		return -1;
	}
	memcpy(r_into, reader->input, size);
	reader->input += size;
	reader->input_size -= int(size);
	return ssize_t(size);
}

WSFrameReader *_take_reader() {
	WSFrameReader *reader = reader_pool.free_list;
	if (reader) {
		reader_pool.free_list = reader->next_free;
		reader_pool.free_count--;
		return reader;
	}
	reader = new WSFrameReader;
	const wslay_frame_callbacks callbacks = { nullptr, _give_input, nullptr };
	CRASH_COND(wslay_frame_context_init(&reader->context, &callbacks, reader) != 0);
	return reader;
}

// Only at a frame boundary may another connection go on with it.
void _return_reader(WSFrameReader *p_reader, bool p_at_boundary) {
	if (!p_at_boundary || reader_pool.free_count == ReaderPool::MAX_FREE) {
		wslay_frame_context_free(p_reader->context);
		delete p_reader;
		return;
	}
	p_reader->control_size = 0;
	p_reader->next_free = reader_pool.free_list;
	reader_pool.free_list = p_reader;
	reader_pool.free_count++;
}

void _lend_input(WSFrameReader *p_reader, uint8_t *p_bytes, int p_size) {
#ifdef WS_SESSION_LENDS
	wslay_frame_lend(p_reader->context, p_bytes, size_t(p_size));
#else
	p_reader->input = p_bytes;
	p_reader->input_size = p_size;
#endif
}

// Returns how many bytes at the end of the input were not used.
int _take_input_back(WSFrameReader *p_reader) {
#ifdef WS_SESSION_LENDS
	return int(wslay_frame_take_back(p_reader->context));
#else
	const int left = p_reader->input_size;
	p_reader->input_size = 0;
	return left;
#endif
}

// One frame is written in one call, so the context never keeps anything in between.
struct FrameWriter {
	wslay_frame_context_ptr context = nullptr;
	WSRandomFill random = nullptr;
	// Where a frame goes whose payload is borrowed.
	WSBuffer *header = nullptr; // Null once it is written.
	WSSession::Borrowed *payload = nullptr;

	~FrameWriter() { wslay_frame_context_free(context); }
};

ssize_t _take_output(const uint8_t *p_data, size_t p_size, int, void *p_writer) {
	FrameWriter *writer = static_cast<FrameWriter *>(p_writer);
	if (writer->header) {
		writer->header->append(p_data, int(p_size));
		writer->header = nullptr;
	} else {
		writer->payload->data = p_data;
		writer->payload->size = int(p_size);
	}
	return ssize_t(p_size);
}

int _make_mask(uint8_t *r_mask, size_t p_size, void *p_writer) {
	static_cast<FrameWriter *>(p_writer)->random(r_mask, int(p_size));
	return 0;
}

// wslay's context remembers that it once masked, so each role has its own. Bare pointers, as those need no check for first use by the thread.
thread_local FrameWriter *masking_writer = nullptr;
thread_local FrameWriter *plain_writer = nullptr;

_NO_INLINE_ FrameWriter *_make_writer(bool p_masks) {
	thread_local FrameWriter writers[2];
	FrameWriter *const writer = &writers[p_masks ? 0 : 1];
	const wslay_frame_callbacks callbacks = { _take_output, nullptr, _make_mask };
	CRASH_COND(wslay_frame_context_init(&writer->context, &callbacks, writer) != 0);
	(p_masks ? masking_writer : plain_writer) = writer;
	return writer;
}

FrameWriter &_get_writer(bool p_masks) {
	FrameWriter *const writer = p_masks ? masking_writer : plain_writer;
	return likely(writer != nullptr) ? *writer : *_make_writer(p_masks);
}

int _header_size(const wslay_frame_iocb &p_frame) {
	const int length_bytes = p_frame.payload_length < 126 ? 0 : (p_frame.payload_length < 65536 ? 2 : 8);
	return 2 + length_bytes + (p_frame.mask ? 4 : 0);
}

wslay_frame_iocb _describe_frame(WSRole p_role, uint8_t p_opcode, Span<uint8_t> p_payload, uint8_t p_rsv = WSLAY_RSV_NONE) {
	wslay_frame_iocb frame;
	frame.fin = 1;
	frame.rsv = p_rsv;
	frame.opcode = p_opcode;
	frame.mask = p_role == WSRole::CLIENT ? 1 : 0;
	frame.payload_length = p_payload.size();
	frame.data = p_payload.ptr();
	frame.data_length = p_payload.size();
	return frame;
}

// p_random: for the mask of one that has it.
void _write_frame(wslay_frame_iocb p_frame, WSRandomFill p_random, WSBuffer &r_out) {
	FrameWriter &writer = _get_writer(p_frame.mask != 0);
	writer.random = p_random;
	const int size = _header_size(p_frame) + int(p_frame.data_length);
	size_t payload_written = 0;
	const ssize_t written = wslay_frame_write(writer.context, &p_frame, r_out.extend(size), size_t(size), &payload_written);
	CRASH_COND(written != size);
}

// One without a mask.
void _write_frame_apart(wslay_frame_iocb p_frame, WSBuffer &r_header, WSSession::Borrowed &r_payload) {
	FrameWriter &writer = _get_writer(false);
	writer.header = &r_header;
	writer.payload = &r_payload;
	const ssize_t written = wslay_frame_send(writer.context, &p_frame);
	CRASH_COND(written != ssize_t(p_frame.data_length));
}

uint8_t _get_opcode(WSMessageType p_type) {
	return p_type == WSMessageType::TEXT ? WSLAY_TEXT_FRAME : WSLAY_BINARY_FRAME;
}

const WSSession::Failure *_find_failure(WSError p_error) {
	static const WSSession::Failure failures[] = {
		{ WSError::PROTOCOL, WS_CLOSE_PROTOCOL_ERROR, "A frame broke the rules of the protocol." },
		{ WSError::INVALID_TEXT, WS_CLOSE_INVALID_PAYLOAD, "A text was not valid UTF-8." },
		{ WSError::INVALID_COMPRESSION, WS_CLOSE_INVALID_PAYLOAD, "A message could not be decompressed." },
		{ WSError::MESSAGE_TOO_BIG, WS_CLOSE_MESSAGE_TOO_BIG, "A message was longer than the receiver allows." },
	};
	for (const WSSession::Failure &failure : failures) {
		if (failure.error == p_error) {
			return &failure;
		}
	}
	return failures;
}

} // namespace

WSSession::WSSession(WSRole p_role, int p_max_message_size, WSRandomFill p_random) :
		random(p_random), role(p_role) {
	set_max_message_size(p_max_message_size);
}

WSSession::~WSSession() {
	_let_reader_go();
	memdelete_notnull(deflate);
}

void WSSession::enable_deflate(const WSDeflateParameters &p_parameters, int p_threshold) {
	deflate = memnew(WSDeflate(role, p_parameters, p_threshold));
}

void WSSession::_let_reader_go() {
	if (reader) {
		_return_reader(reader, !inside_frame && unparsed == 0);
		reader = nullptr;
	}
}

const WSSession::Failure &WSSession::get_failure() const {
	return *_find_failure(error);
}

int WSSession::feed(uint8_t *p_bytes, int p_size, WSSessionHandler &p_handler) {
	if ((state != OPEN && state != CLOSE_SENT) || !p_handler.wants_more()) {
		return 0;
	}
	if (!reader) {
		reader = _take_reader();
	}
	_lend_input(reader, p_bytes, p_size);
	int64_t parsed = 0;
	bool wants_more = true;
	while (wants_more && (state == OPEN || state == CLOSE_SENT)) {
		Frame frame;
		const ssize_t result = wslay_frame_recv(reader->context, &frame);
		if (result < 0) {
			if (result != WSLAY_ERR_WANT_READ) {
				_fail(WSError::PROTOCOL);
			}
			break;
		}
		frame.starts = !inside_frame;
		if (frame.starts) {
			parsed += _header_size(frame);
			reader->control_size = 0;
			reader->frame_left = frame.payload_length;
		}
		parsed += int64_t(frame.data_length);
		reader->frame_left -= frame.data_length;
		frame.ends = reader->frame_left == 0;
		inside_frame = !frame.ends;
		if (!frame.starts || _check_frame(frame)) {
			_take_chunk(frame, p_handler);
			wants_more = !frame.ends || !frame.fin || frame.opcode >= 8 || p_handler.wants_more();
		}
	}
	const int used = p_size - _take_input_back(reader);
	unparsed = uint16_t(unparsed + used - parsed);
	if (!inside_frame && unparsed == 0) {
		_let_reader_go();
	}
	return used;
}

bool WSSession::_check_frame(const Frame &p_frame) {
	const bool control = p_frame.opcode >= 8;
	const bool continuation = p_frame.opcode == WSLAY_CONTINUATION_FRAME;
	// Only compression gives one of the reserved bits a meaning: the first frame of a message says that it is compressed, RFC 7692 §6.
	const uint8_t meaningful = deflate && !control && !continuation ? uint8_t(WSLAY_RSV1_BIT) : uint8_t(WSLAY_RSV_NONE);
	bool valid = (p_frame.rsv & ~meaningful) == 0 && (p_frame.mask != 0) == (role == WSRole::SERVER);
	valid = valid && (control ? p_frame.opcode <= WSLAY_PONG : p_frame.opcode <= WSLAY_BINARY_FRAME);
	valid = valid && (control || continuation == is_inside_message());
	if (!valid) {
		_fail(WSError::PROTOCOL);
		return false;
	}
	const bool compressed = continuation ? is_compressed : p_frame.rsv != 0;
	const uint64_t limit = uint64_t(max_message_size) + (compressed ? uint64_t(max_message_size / 1000 + 64) : 0); // What does not shrink grows a little.
	if (!control && (message_size > limit || p_frame.payload_length > limit - message_size)) {
		_fail(WSError::MESSAGE_TOO_BIG);
		return false;
	}
	return true;
}

void WSSession::_take_chunk(const Frame &p_frame, WSSessionHandler &p_handler) {
	if (p_frame.opcode >= 8) {
		_take_control(p_frame, p_handler);
	} else {
		_take_data(p_frame, p_handler);
	}
}

void WSSession::_take_data(const Frame &p_frame, WSSessionHandler &p_handler) {
	if (p_frame.starts && !is_inside_message()) {
		message_opcode = p_frame.opcode;
		is_compressed = p_frame.rsv != 0;
		text_check.reset();
	}
	const bool is_text = message_opcode == WSLAY_TEXT_FRAME;
	const bool complete = p_frame.ends && p_frame.fin;
	if (is_compressed && complete && message_size == 0) {
		_inflate(p_frame.get_data(), p_handler);
		return;
	}
	if (is_text && !is_compressed && (!text_check.feed(p_frame.data, int64_t(p_frame.data_length)) || (complete && !text_check.is_complete()))) {
		_fail(WSError::INVALID_TEXT);
		return;
	}
	const WSMessageType type = is_text ? WSMessageType::TEXT : WSMessageType::BINARY;
	if (complete && message_size == 0) {
		message_opcode = 0;
		p_handler.on_message(type, p_frame.get_data());
		return;
	}
	_assemble(p_frame);
	if (complete) {
		Vector<uint8_t> whole = std::move(message);
		message = Vector<uint8_t>();
		whole.resize_uninitialized(message_size);
		message_size = 0;
		if (is_compressed) {
			_inflate(whole.span(), p_handler);
			return;
		}
		message_opcode = 0;
		p_handler.on_assembled_message(type, std::move(whole));
	}
}

void WSSession::_inflate(Span<uint8_t> p_compressed, WSSessionHandler &p_handler) {
	const WSMessageType type = message_opcode == WSLAY_TEXT_FRAME ? WSMessageType::TEXT : WSMessageType::BINARY;
	message_opcode = 0;
	Vector<uint8_t> whole;
	const WSDeflate::Result result = deflate->decompress(p_compressed, max_message_size, whole);
	if (result != WSDeflate::DONE) {
		_fail(result == WSDeflate::TOO_BIG ? WSError::MESSAGE_TOO_BIG : WSError::INVALID_COMPRESSION);
		return;
	}
	if (type == WSMessageType::TEXT && (!text_check.feed(whole.ptr(), whole.size()) || !text_check.is_complete())) {
		_fail(WSError::INVALID_TEXT);
		return;
	}
	p_handler.on_assembled_message(type, std::move(whole));
}

void WSSession::_assemble(const Frame &p_frame) {
	// What a header merely announces is believed up to this much.
	constexpr uint64_t TRUSTED_SIZE = 1024 * 1024;
	const uint64_t size = message_size + p_frame.data_length;
	if (p_frame.starts) {
		reader->announced_size = uint32_t(MIN(message_size + p_frame.payload_length, TRUSTED_SIZE));
	}
	if (size > uint64_t(message.size())) {
		const uint64_t doubled = MIN(uint64_t(message.size()) * 2, uint64_t(max_message_size));
		message.resize_uninitialized(int64_t(MAX(MAX(size, doubled), uint64_t(reader->announced_size))));
	}
	if (p_frame.data_length > 0) {
		memcpy(message.ptrw() + message_size, p_frame.data, p_frame.data_length);
	}
	message_size = uint32_t(size);
}

void WSSession::_take_control(const Frame &p_frame, WSSessionHandler &p_handler) {
	Span<uint8_t> payload = p_frame.get_data();
	if (!p_frame.starts || !p_frame.ends) {
		memcpy(reader->control + reader->control_size, p_frame.data, p_frame.data_length);
		reader->control_size += int(p_frame.data_length);
		payload = Span<uint8_t>(reader->control, uint64_t(reader->control_size));
	}
	if (!p_frame.ends) {
		return;
	}
	if (p_frame.opcode == WSLAY_CONNECTION_CLOSE) {
		_take_close(payload, p_handler);
	} else if (p_frame.opcode == WSLAY_PONG) {
		p_handler.on_pong(payload);
	} else if (state == OPEN) {
		p_handler.on_ping(payload);
	}
}

void WSSession::_take_close(Span<uint8_t> p_payload, WSSessionHandler &p_handler) {
	int code = WS_CLOSE_NO_CODE;
	Span<uint8_t> reason;
	if (!p_payload.is_empty()) {
		code = p_payload.size() < 2 ? int(WS_CLOSE_UNCLEAN) : p_payload[0] << 8 | p_payload[1];
		if (!ws_is_close_code_valid(code)) {
			_fail(WSError::PROTOCOL);
			return;
		}
		reason = Span<uint8_t>(p_payload.ptr() + 2, p_payload.size() - 2);
	}
	WSUtf8Validator check;
	if (!check.feed(reason.ptr(), int64_t(reason.size())) || !check.is_complete()) {
		_fail(WSError::INVALID_TEXT);
		return;
	}
	state = close_written ? CLOSED : CLOSE_RECEIVED;
	received_code = int16_t(code);
	p_handler.on_close(code, reason);
}

void WSSession::_fail(WSError p_error) {
	error = p_error;
	message = Vector<uint8_t>();
	message_size = 0;
	state = FAILED;
}

void WSSession::answer_end(WSBuffer &r_out, Span<uint8_t> p_reason) {
	DEV_ASSERT(state == CLOSE_RECEIVED || state == FAILED);
	if (state == CLOSE_RECEIVED) {
		_write_close(received_code, p_reason, r_out); // The code comes back, RFC 6455 §5.5.1.
		state = CLOSED;
	} else if (!close_written) {
		const Failure &failure = get_failure();
		_write_close(failure.close_code, Span<uint8_t>(reinterpret_cast<const uint8_t *>(failure.text), strlen(failure.text)), r_out);
	}
}

void WSSession::send(WSMessageType p_type, Span<uint8_t> p_data, WSBuffer &r_out, Borrowed *r_borrowed) {
	DEV_ASSERT(can_send());
	const Span<uint8_t> compressed = deflate ? deflate->compress(p_data) : Span<uint8_t>();
	if (!compressed.is_empty()) {
		_write_frame(_describe_frame(role, _get_opcode(p_type), compressed, WSLAY_RSV1_BIT), random, r_out);
	} else if (r_borrowed && role == WSRole::SERVER && p_data.size() >= uint64_t(BORROW_FROM)) {
		_write_frame_apart(_describe_frame(role, _get_opcode(p_type), p_data), r_out, *r_borrowed);
	} else {
		_write_frame(_describe_frame(role, _get_opcode(p_type), p_data), random, r_out);
	}
}

void WSSession::ping(Span<uint8_t> p_payload, WSBuffer &r_out) {
	DEV_ASSERT(can_send() && p_payload.size() <= uint64_t(WSLimits::MAX_CONTROL_PAYLOAD));
	_write_frame(_describe_frame(role, WSLAY_PING, p_payload), random, r_out);
}

void WSSession::pong(Span<uint8_t> p_payload, WSBuffer &r_out) {
	DEV_ASSERT(can_send() && p_payload.size() <= uint64_t(WSLimits::MAX_CONTROL_PAYLOAD));
	_write_frame(_describe_frame(role, WSLAY_PONG, p_payload), random, r_out);
}

void WSSession::close(int p_code, Span<uint8_t> p_reason, WSBuffer &r_out) {
	DEV_ASSERT(state == OPEN && p_reason.size() <= uint64_t(WSLimits::MAX_CLOSE_REASON));
	_write_close(p_code, p_reason, r_out);
	state = CLOSE_SENT;
}

void WSSession::_write_close(int p_code, Span<uint8_t> p_reason, WSBuffer &r_out) {
	close_written = true;
	uint8_t payload[WSLimits::MAX_CONTROL_PAYLOAD];
	uint64_t size = 0;
	if (p_code != WS_CLOSE_NO_CODE) {
		payload[0] = uint8_t(p_code >> 8);
		payload[1] = uint8_t(p_code);
		size = 2 + MIN(p_reason.size(), uint64_t(WSLimits::MAX_CLOSE_REASON));
		if (size > 2) {
			memcpy(payload + 2, p_reason.ptr(), size - 2);
		}
	}
	_write_frame(_describe_frame(role, WSLAY_CONNECTION_CLOSE, Span<uint8_t>(payload, size)), random, r_out);
}

bool WSSession::write_shared(WSMessageType p_type, Span<uint8_t> p_data, int p_form, WSBuffer &r_out) {
	if (p_form == 0) {
		_write_frame(_describe_frame(WSRole::SERVER, _get_opcode(p_type), p_data), nullptr, r_out);
		return true;
	}
	const Span<uint8_t> compressed = WSDeflate::compress_apart(p_data, p_form);
	if (!compressed.is_empty()) {
		_write_frame(_describe_frame(WSRole::SERVER, _get_opcode(p_type), compressed, WSLAY_RSV1_BIT), nullptr, r_out);
	}
	return !compressed.is_empty();
}
