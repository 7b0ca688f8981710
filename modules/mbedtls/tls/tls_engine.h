// One side of one TLS connection, without I/O: bytes from the network go in, plain bytes and bytes to send come out.
#pragma once

#include "modules/mbedtls/tls/tls_bytes.h"
#include "modules/mbedtls/tls/tls_context.h"
#include "modules/mbedtls/tls/tls_verdict.h"

#include <estragon_ssl.h>

// Not thread-safe; connections of different threads share nothing but their context. Whatever the other side sends, the memory is
// bounded: one unfinished record beside what the caller lets pile up in get_output() and in r_plain. An idle connection owns no record
// buffers: those of its thread are lent to it for the length of a call. Keys are wiped when it ends.
class TLSEngine {
public:
	enum State : uint8_t {
		HANDSHAKING,
		OPEN,
		ENDED, // Said goodbye, or was told goodbye. Nothing goes out any more.
		FAILED, // get_verdict(). An alert for the other side may wait in get_output().
	};

	// p_host: whom a client wants to reach, as a name or an IP address. Empty for servers.
	TLSEngine(const Ref<TLSContext> &p_context, const String &p_host);
	~TLSEngine();
	TLSEngine(const TLSEngine &) = delete;
	TLSEngine &operator=(const TLSEngine &) = delete;

	// A client's first step; does nothing for servers.
	void start();
	// Takes what came from the network; plain bytes are appended to r_plain. All of p_received is taken. Any split gives the same result.
	void feed(Span<uint8_t> p_received, TLSBytes &r_plain);
	// The handshake has work left that was put off (TLSBudget); proceed() goes on with it.
	bool wants_proceed() const { return put_off; }
	void proceed(TLSBytes &r_plain) { feed(Span<uint8_t>(), r_plain); }
	// The network brings nothing any more.
	void end_of_input();

	// Encrypts into get_output(), in records of up to 16 KiB. Only if can_write(). False: it failed.
	bool write(Span<uint8_t> p_plain);
	// Sends a close_notify, after which nothing can be written; reading goes on.
	void say_goodbye();
	void close(); // The same, and ENDED.

	// What is to be sent; the caller takes it out.
	TLSBytes &get_output() { return output; }
	const TLSBytes &get_output() const { return output; }

	State get_state() const { return state; }
	const TLSVerdict &get_verdict() const { return verdict; }
	bool can_write() const { return state == OPEN && !goodbye_said; }
	bool is_resumed() const { return resumed; }
	String get_alpn_protocol() const;
	String get_version() const;
	String get_cipher_suite() const;

private:
	class Lending;

	static int _send(void *p_engine, const unsigned char *p_bytes, size_t p_size);
	static int _receive(void *p_engine, unsigned char *r_bytes, size_t p_size);
	static int _verify(void *p_engine, mbedtls_x509_crt *p_certificate, int p_depth, uint32_t *r_flags);
	size_t _measure_record() const;
	void _run(TLSBytes &r_plain);
	void _shake();
	void _decrypt(TLSBytes &r_plain);
	void _opened();
	void _keep_session();
	void _fail(int p_error);

	mbedtls_ssl_context ssl;
	Ref<TLSContext> context;
	estragon_ssl_parked parked = {};
	TLSBytes held; // The beginning of a record, or what came while the handshake was put off.
	TLSBytes output;
	TLSVerdict verdict;
	String host; // While HANDSHAKING; then empty, except for clients that may be sent tickets.
	// While a call lasts:
	const uint8_t *input = nullptr;
	size_t input_size = 0;
	size_t input_at = 0;
	size_t record_at = 0; // Where it began.
	size_t record_left = 0; // Of the record that is being read.
	bool starved = false; // The library asked for more than there is.

	State state = HANDSHAKING;
	bool put_off = false;
	bool resumed = false;
	bool goodbye_said = false;
};
