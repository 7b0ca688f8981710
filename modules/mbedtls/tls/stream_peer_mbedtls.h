// StreamPeerTLS on TLSEngine: moves bytes between a stream and the engine.
#pragma once

#include "core/io/stream_peer_tls.h"
#include "modules/mbedtls/tls/tls_engine.h"
#include "modules/mbedtls/tls/tls_outbox.h"

class StreamPeerMbedTLS : public StreamPeerTLS {
public:
	static StreamPeerTLS *create() { return memnew(StreamPeerMbedTLS); }
	static void make_default() { _create = create; }
	static void unmake_default() { _create = nullptr; }

	void poll() override;
	Error accept_stream(Ref<StreamPeer> p_stream, Ref<TLSOptions> p_options) override;
	Error connect_to_stream(Ref<StreamPeer> p_stream, const String &p_common_name, Ref<TLSOptions> p_options) override;
	Status get_status() const override { return status; }
	Ref<StreamPeer> get_stream() const override { return base; }
	void disconnect_from_stream() override;

	Failure get_failure() const override { return verdict.kind; }
	String get_failure_text() const override { return verdict.text; }
	String get_alpn_protocol() const override { return engine ? engine->get_alpn_protocol() : String(); }
	String get_protocol_version() const override { return engine ? engine->get_version() : String(); }
	String get_cipher_suite() const override { return engine ? engine->get_cipher_suite() : String(); }
	bool is_session_resumed() const override { return engine && engine->is_resumed(); }

	bool has_output() const override { return engine && (!engine->get_output().is_empty() || !outbox.is_empty()); }
	void flush() override;
	bool wants_poll() const override { return engine && engine->wants_proceed(); }
	void end_sending() override;

	Error put_data(const uint8_t *p_data, int p_bytes) override;
	Error put_partial_data(const uint8_t *p_data, int p_bytes, int &r_sent) override;
	Error put_partial_chunks(const ByteChunk *p_chunks, int p_count, int64_t &r_sent) override;
	Error get_data(uint8_t *p_into, int p_bytes) override;
	Error get_data_counted(uint8_t *p_into, int p_bytes, int &r_received) override;
	Error get_partial_data(uint8_t *p_into, int p_bytes, int &r_received) override;
	int get_available_bytes() const override { return plain.size(); }

	~StreamPeerMbedTLS() override;

	// Encrypts all of it and sends what the stream below takes.
	void write_now(Span<uint8_t> p_plain);

private:
	Error _begin(const Ref<StreamPeer> &p_stream, const Ref<TLSOptions> &p_options, const String &p_host);
	void _pump();
	void _read_base();
	void _update_status();
	void _drop_engine();
	void _send_output();
	Error _write_partial(const uint8_t *p_data, int p_bytes, int &r_sent);
	Error _wait_for(uint32_t p_events);

	Ref<StreamPeer> base;
	TLSEngine *engine = nullptr; // From the beginning of a handshake until the status is disconnected or an error.
	TLSOutbox outbox{ this };
	TLSBytes plain; // Decrypted, not yet read.
	TLSVerdict verdict;
	Status status = STATUS_DISCONNECTED;
};
