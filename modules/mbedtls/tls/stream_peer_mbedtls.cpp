// StreamPeerTLS: reading, writing and status over a TLSEngine.
#include "modules/mbedtls/tls/stream_peer_mbedtls.h"

#include "core/io/socket_poller.h"
#include "core/io/stream_peer_socket.h"
#include "core/os/memory.h"
#include "core/os/thread.h"
#include "modules/mbedtls/tls/tls_context.h"

#include <cstring>

namespace {

constexpr int READ_SIZE = 64 * 1024; // Of one read below; what it brings is decrypted at once.
constexpr int MAX_PLAIN = 64 * 1024; // With that much unread, reading stops and the network slows the sender down.
constexpr int MAX_OUTPUT = 64 * 1024; // With that much unsent, nothing more is taken.
constexpr int MAX_BATCH = 128 * 1024; // Taken and encrypted at once.

// Used in turn by the connections of a thread, as long as a call lasts.
struct Scratch {
	uint8_t *bytes = nullptr;
	uint8_t *get() {
		if (!bytes) {
			bytes = static_cast<uint8_t *>(memalloc(MAX_BATCH));
		}
		return bytes;
	}
	~Scratch() { memfree(bytes); }
};

thread_local Scratch scratch;

} // namespace

StreamPeerMbedTLS::~StreamPeerMbedTLS() {
	disconnect_from_stream();
}

void StreamPeerMbedTLS::_drop_engine() {
	outbox.drop();
	memdelete_notnull(engine);
	engine = nullptr;
}

Error StreamPeerMbedTLS::_begin(const Ref<StreamPeer> &p_stream, const Ref<TLSOptions> &p_options, const String &p_host) {
	ERR_FAIL_COND_V_MSG(p_stream.is_null(), ERR_INVALID_PARAMETER, "There is no stream to speak TLS over.");
	ERR_FAIL_COND_V_MSG(p_stream.ptr() == this, ERR_INVALID_PARAMETER, "A stream cannot run over itself.");
	ERR_FAIL_COND_V_MSG(engine != nullptr, ERR_ALREADY_IN_USE, "This StreamPeerTLS has a connection: disconnect_from_stream() first.");
	verdict = TLSVerdict();
	plain.clear();
	String error;
	const Ref<TLSContext> context = TLSContext::get(p_options, error);
	if (context.is_null()) {
		verdict.kind = FAILURE_CONFIGURATION;
		verdict.text = error;
		status = STATUS_ERROR;
		ERR_FAIL_V_MSG(ERR_INVALID_PARAMETER, error);
	}
	base = p_stream;
	engine = memnew(TLSEngine(context, p_host));
	status = STATUS_HANDSHAKING;
	engine->start();
	poll();
	return OK;
}

Error StreamPeerMbedTLS::accept_stream(Ref<StreamPeer> p_stream, Ref<TLSOptions> p_options) {
	ERR_FAIL_COND_V_MSG(p_options.is_null() || !p_options->is_server(), ERR_INVALID_PARAMETER, "A server needs TLSOptions.server() with its key and certificate.");
	return _begin(p_stream, p_options, String());
}

Error StreamPeerMbedTLS::connect_to_stream(Ref<StreamPeer> p_stream, const String &p_common_name, Ref<TLSOptions> p_options) {
	ERR_FAIL_COND_V_MSG(p_options.is_valid() && p_options->is_server(), ERR_INVALID_PARAMETER, "These TLSOptions are for a server; use TLSOptions.client().");
	return _begin(p_stream, p_options, p_common_name);
}

void StreamPeerMbedTLS::poll() {
	TLSOutbox::flush_all();
	if (engine) {
		_pump();
		_update_status();
	}
}

void StreamPeerMbedTLS::_pump() {
	flush();
	if (engine->wants_proceed()) {
		engine->proceed(plain);
	} else if (plain.size() < MAX_PLAIN && engine->get_output().size() < MAX_OUTPUT) {
		_read_base();
	}
	flush();
}

// One read: who wants more asks again, and a peer that sends without end gets no more than that of a turn.
void StreamPeerMbedTLS::_read_base() {
	if (engine->get_state() != TLSEngine::HANDSHAKING && engine->get_state() != TLSEngine::OPEN) {
		return;
	}
	int count = 0;
	const Error error = base->get_partial_data(scratch.get(), READ_SIZE, count);
	if (count > 0) {
		engine->feed(Span<uint8_t>(scratch.get(), uint64_t(count)), plain);
	}
	if (error != OK && count == 0) {
		engine->end_of_input();
	}
}

void StreamPeerMbedTLS::flush() {
	outbox.flush();
	_send_output();
}

void StreamPeerMbedTLS::write_now(Span<uint8_t> p_plain) {
	if (engine && engine->can_write()) {
		engine->write(p_plain);
		_send_output();
	}
}

void StreamPeerMbedTLS::_send_output() {
	while (engine && !engine->get_output().is_empty()) {
		TLSBytes &output = engine->get_output();
		int sent = 0;
		const Error error = base->put_partial_data(output.ptr(), output.size(), sent);
		output.consume(sent);
		if (error != OK) {
			output.clear(); // The end shows at the next read, which also brings what arrived before it.
		}
		if (sent == 0) {
			return;
		}
	}
}

void StreamPeerMbedTLS::_update_status() {
	switch (engine->get_state()) {
		case TLSEngine::HANDSHAKING:
			status = STATUS_HANDSHAKING;
			return;
		case TLSEngine::OPEN:
			status = STATUS_CONNECTED;
			return;
		case TLSEngine::ENDED:
		case TLSEngine::FAILED:
			break;
	}
	if (!plain.is_empty()) {
		status = STATUS_CONNECTED; // What came before the end is read first.
		return;
	}
	verdict = engine->get_verdict();
	status = STATUS_DISCONNECTED;
	if (engine->get_state() == TLSEngine::FAILED) {
		status = verdict.kind == FAILURE_HOSTNAME_MISMATCH ? STATUS_ERROR_HOSTNAME_MISMATCH : STATUS_ERROR;
	} else if (verdict.kind == FAILURE_NONE) {
		engine->close(); // Answers the goodbye.
		flush();
	}
	_drop_engine();
	base.unref();
}

void StreamPeerMbedTLS::end_sending() {
	if (engine) {
		outbox.flush();
		engine->say_goodbye();
		flush();
	}
}

void StreamPeerMbedTLS::disconnect_from_stream() {
	if (engine) {
		outbox.flush();
		engine->close();
		flush();
		_drop_engine();
	}
	base.unref();
	plain.clear();
	status = STATUS_DISCONNECTED;
}

// OK, or the reason why waiting has no sense.
Error StreamPeerMbedTLS::_wait_for(uint32_t p_events) {
	StreamPeerSocket *socket = Object::cast_to<StreamPeerSocket>(base.ptr());
	if (!socket || !socket->get_socket().is_open()) {
		return ERR_BUSY; // Nobody else can move such a stream while we wait.
	}
	socket->get_socket().wait(p_events, SocketPoller::WAIT_FOREVER);
	return OK;
}

Error StreamPeerMbedTLS::put_data(const uint8_t *p_data, int p_bytes) {
	for (int done = 0; done < p_bytes;) {
		int sent = 0;
		Error error = put_partial_data(p_data + done, p_bytes - done, sent);
		done += sent;
		if (error == OK && engine && !engine->get_output().is_empty()) {
			error = _wait_for(SocketPoller::EVENT_WRITABLE);
			flush();
		}
		if (error != OK) {
			return error;
		}
	}
	return OK;
}

Error StreamPeerMbedTLS::put_partial_data(const uint8_t *p_data, int p_bytes, int &r_sent) {
	if (Thread::is_main_thread() && status == STATUS_CONNECTED && p_bytes > 0 && engine->can_write() && engine->get_output().is_empty() && outbox.keep(p_data, p_bytes)) {
		r_sent = p_bytes;
		return OK;
	}
	return _write_partial(p_data, p_bytes, r_sent);
}

Error StreamPeerMbedTLS::_write_partial(const uint8_t *p_data, int p_bytes, int &r_sent) {
	r_sent = 0;
	if (status != STATUS_CONNECTED) {
		return ERR_UNCONFIGURED;
	}
	flush();
	if (!engine->can_write()) {
		return ERR_CONNECTION_ERROR; // The other side has ended; what it sent before can still be read.
	}
	if (p_bytes <= 0 || engine->get_output().size() >= MAX_OUTPUT) {
		return OK;
	}
	const int size = MIN(p_bytes, MAX_BATCH);
	if (!engine->write(Span<uint8_t>(p_data, uint64_t(size)))) {
		return ERR_CONNECTION_ERROR;
	}
	r_sent = size;
	flush();
	return OK;
}

// Small pieces share a record.
Error StreamPeerMbedTLS::put_partial_chunks(const ByteChunk *p_chunks, int p_count, int64_t &r_sent) {
	r_sent = 0;
	if (p_count == 1) {
		int sent = 0;
		const Error error = _write_partial(p_chunks[0].data, int(MIN(int64_t(p_chunks[0].size), int64_t(MAX_BATCH))), sent);
		r_sent = sent;
		return error;
	}
	uint8_t *bytes = scratch.get();
	int gathered = 0;
	for (int i = 0; i < p_count && gathered < MAX_BATCH; i++) {
		const int part = int(MIN(int64_t(p_chunks[i].size), int64_t(MAX_BATCH - gathered)));
		memcpy(bytes + gathered, p_chunks[i].data, size_t(part));
		gathered += part;
	}
	int sent = 0;
	const Error error = _write_partial(bytes, gathered, sent);
	r_sent = sent;
	return error;
}

Error StreamPeerMbedTLS::get_data(uint8_t *p_into, int p_bytes) {
	int received;
	return get_data_counted(p_into, p_bytes, received);
}

Error StreamPeerMbedTLS::get_data_counted(uint8_t *p_into, int p_bytes, int &r_received) {
	r_received = 0;
	while (r_received < p_bytes) {
		int count = 0;
		Error error = get_partial_data(p_into + r_received, p_bytes - r_received, count);
		r_received += count;
		if (error == OK && count == 0) {
			error = _wait_for(SocketPoller::EVENT_READABLE);
		}
		if (error != OK) {
			return error;
		}
	}
	return OK;
}

Error StreamPeerMbedTLS::get_partial_data(uint8_t *p_into, int p_bytes, int &r_received) {
	r_received = 0;
	if (status != STATUS_CONNECTED) {
		return ERR_UNCONFIGURED;
	}
	if (plain.is_empty()) {
		poll();
		if (plain.is_empty() && status != STATUS_CONNECTED) {
			return status == STATUS_DISCONNECTED ? ERR_FILE_EOF : ERR_CONNECTION_ERROR;
		}
	}
	const int count = MIN(MAX(p_bytes, 0), plain.size());
	if (count > 0) {
		memcpy(p_into, plain.ptr(), size_t(count));
		plain.consume(count);
	}
	r_received = count;
	return OK;
}
