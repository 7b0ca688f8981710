// The engine: mbedTLS between two queues.
#include "modules/mbedtls/tls/tls_engine.h"

#include "core/os/memory.h"
#include "core/os/os.h"
#include "modules/mbedtls/crypto/mbedtls_support.h"
#include "modules/mbedtls/tls/tls_budget.h"
#include "modules/mbedtls/tls/tls_session_cache.h"

#include <mbedtls/platform_util.h>

#include <cstdlib>
#include <cstring>

namespace {

constexpr size_t RECORD_HEADER = 5; // RFC 8446 section 5.1.
constexpr size_t MAX_RECORD_BODY = 16384 + 2048; // RFC 5246 section 6.2.3, the larger of both versions.
constexpr int MAX_PLAIN_RECORD = 16384;
constexpr size_t PLAIN_ALERT_SIZE = RECORD_HEADER + 2;
constexpr size_t NO_TLS = SIZE_MAX;

// A pair of record buffers of this thread, allocated as the library does, which may free them.
struct RecordBuffers {
	unsigned char *in = nullptr;
	unsigned char *out = nullptr;

	void drop() {
		if (in) {
			mbedtls_wipe(in, estragon_ssl_in_buffer_size());
			mbedtls_wipe(out, estragon_ssl_out_buffer_size());
			free(in);
			free(out);
		}
		in = out = nullptr;
	}
	~RecordBuffers() { drop(); }
};

thread_local RecordBuffers spare;

} // namespace

// While it lives, the connection has record buffers.
class TLSEngine::Lending {
public:
	explicit Lending(TLSEngine *p_engine) :
			engine(p_engine) {
		if (estragon_ssl_has_buffers(&engine->ssl)) {
			return;
		}
		if (!spare.in) {
			spare.in = static_cast<unsigned char *>(calloc(1, estragon_ssl_in_buffer_size()));
			spare.out = static_cast<unsigned char *>(calloc(1, estragon_ssl_out_buffer_size()));
			CRASH_COND(!spare.in || !spare.out);
		}
		estragon_ssl_lend_buffers(&engine->ssl, spare.in, spare.out, &engine->parked);
		spare.in = spare.out = nullptr;
	}
	~Lending() {
		RecordBuffers taken;
		if (estragon_ssl_take_buffers(&engine->ssl, &taken.in, &taken.out, &engine->parked) && !spare.in) {
			SWAP(spare.in, taken.in);
			SWAP(spare.out, taken.out);
		}
	}
	Lending(const Lending &) = delete;
	Lending &operator=(const Lending &) = delete;

private:
	TLSEngine *engine;
};

TLSEngine::TLSEngine(const Ref<TLSContext> &p_context, const String &p_host) :
		context(p_context) {
	mbedtls_ssl_init(&ssl);
	int result = mbedtls_ssl_setup(&ssl, context->get_config());
	if (!context->is_server()) {
		host = context->get_common_name_override().is_empty() ? p_host : context->get_common_name_override();
		host = host.trim_suffix(".");
		// Addresses are compared by _verify(): they are not for the server's eyes (RFC 6066 section 3).
		const bool is_name = !IPAddress(host).is_valid();
		if (result == 0) {
			result = mbedtls_ssl_set_hostname(&ssl, is_name ? host.utf8().get_data() : nullptr);
		}
		if (result == 0) {
			TLSSessionCache::offer(context->get_identity() + "\n" + host, &ssl);
		}
	}
	mbedtls_ssl_set_verify(&ssl, _verify, this);
	mbedtls_ssl_set_bio(&ssl, this, _send, _receive, nullptr);
	if (result != 0) {
		_fail(result);
	}
}

TLSEngine::~TLSEngine() {
	mbedtls_ssl_free(&ssl);
}

void TLSEngine::start() {
	if (!context->is_server()) {
		TLSBytes nothing;
		proceed(nothing);
	}
}

int TLSEngine::_send(void *p_engine, const unsigned char *p_bytes, size_t p_size) {
	static_cast<TLSEngine *>(p_engine)->output.append(p_bytes, int(p_size));
	return int(p_size);
}

// Bytes of the next record that may be handed out: all of it or nothing, so that the library never waits in the middle of one. Or NO_TLS.
size_t TLSEngine::_measure_record() const {
	const uint8_t *at = input + input_at;
	const size_t rest = input_size - input_at;
	if (rest >= 2 && (at[0] < MBEDTLS_SSL_MSG_CHANGE_CIPHER_SPEC || at[0] > MBEDTLS_SSL_MSG_APPLICATION_DATA || at[1] != 3)) {
		return NO_TLS;
	}
	if (rest < RECORD_HEADER) {
		return 0;
	}
	const size_t body = size_t(at[3]) << 8 | at[4];
	if (body > MAX_RECORD_BODY) {
		return NO_TLS;
	}
	return rest >= RECORD_HEADER + body ? RECORD_HEADER + body : 0;
}

int TLSEngine::_receive(void *p_engine, unsigned char *r_bytes, size_t p_size) {
	TLSEngine *engine = static_cast<TLSEngine *>(p_engine);
	if (engine->record_left == 0) {
		engine->record_left = engine->_measure_record();
		engine->record_at = engine->input_at;
	}
	if (engine->record_left == NO_TLS) {
		return MBEDTLS_ERR_SSL_INVALID_RECORD;
	}
	const size_t size = MIN(p_size, engine->record_left);
	if (size == 0) {
		engine->starved = true;
		return MBEDTLS_ERR_SSL_WANT_READ;
	}
	memcpy(r_bytes, engine->input + engine->input_at, size);
	engine->input_at += size;
	engine->record_left -= size;
	return int(size);
}

int TLSEngine::_verify(void *p_engine, mbedtls_x509_crt *p_certificate, int p_depth, uint32_t *r_flags) {
	TLSEngine *engine = static_cast<TLSEngine *>(p_engine);
	if (p_depth == 0 && !engine->context->is_server()) {
		const IPAddress address(engine->host);
		if (address.is_valid() && !tls_certificate_has_address(p_certificate, address)) {
			*r_flags |= MBEDTLS_X509_BADCERT_CN_MISMATCH;
		}
	}
	engine->verdict.note_certificate(p_certificate, p_depth, *r_flags, engine->host);
	return 0;
}

void TLSEngine::feed(Span<uint8_t> p_received, TLSBytes &r_plain) {
	if (state == ENDED || state == FAILED) {
		return;
	}
	const bool from_held = !held.is_empty();
	if (from_held) {
		held.append(p_received.ptr(), int(p_received.size()));
		p_received = held.span();
	}
	input = p_received.ptr();
	input_size = p_received.size();
	input_at = 0;
	_run(r_plain);
	const int used = int(input_at);
	const int rest = int(input_size - input_at);
	input = nullptr;
	input_size = input_at = 0;
	if (state == ENDED || state == FAILED) {
		held.clear();
	} else if (from_held) {
		held.consume(used);
	} else if (rest > 0) {
		held.append(p_received.ptr() + used, rest);
	}
}

void TLSEngine::_run(TLSBytes &r_plain) {
	const Lending lending(this);
	if (state == HANDSHAKING) {
		_shake();
	}
	if (state == OPEN) {
		_decrypt(r_plain);
	}
}

void TLSEngine::_shake() {
	put_off = false;
	while (!mbedtls_ssl_is_handshake_over(&ssl)) {
		if (!TLSBudget::may_go_on()) {
			put_off = true;
			return;
		}
		const uint64_t began = OS::get_singleton()->get_ticks_usec();
		starved = false;
		resumed = estragon_ssl_is_resuming(&ssl);
		const int result = mbedtls_ssl_handshake_step(&ssl);
		TLSBudget::spend(OS::get_singleton()->get_ticks_usec() - began);
		if (result == MBEDTLS_ERR_SSL_WANT_READ && starved) {
			return;
		}
		estragon_ssl_follow_keys(&ssl);
		if (result != 0 && result != MBEDTLS_ERR_SSL_WANT_READ) {
			_fail(result);
			return;
		}
	}
	_opened();
}

void TLSEngine::_opened() {
	state = OPEN;
	verdict = TLSVerdict(); // A certificate that was optional may have been noted.
	estragon_ssl_drop_peer_certificates(&ssl);
	if (!context->is_server()) {
		_keep_session();
	} else {
		host = String();
	}
}

void TLSEngine::_keep_session() {
	TLSSessionCache::keep(context->get_identity() + "\n" + host, &ssl);
}

void TLSEngine::_decrypt(TLSBytes &r_plain) {
	while (state == OPEN) {
		starved = false;
		uint8_t *at = r_plain.extend(MAX_PLAIN_RECORD);
		const int result = mbedtls_ssl_read(&ssl, at, MAX_PLAIN_RECORD);
		r_plain.drop_last(MAX_PLAIN_RECORD - MAX(result, 0));
		if (result > 0) {
			continue;
		}
		if (result == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY) {
			state = ENDED;
		} else if (result == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET) {
			_keep_session();
		} else if (result != MBEDTLS_ERR_SSL_WANT_READ && result != 0) {
			_fail(result);
		} else if (starved) {
			return;
		}
	}
}

void TLSEngine::_fail(int p_error) {
	if (!context->is_server() && state == HANDSHAKING) {
		TLSSessionCache::forget(context->get_identity() + "\n" + host);
	}
	int alert = p_error == MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE ? estragon_ssl_get_alert(&ssl) : -1;
	if (p_error == MBEDTLS_ERR_SSL_INVALID_MAC && state == HANDSHAKING && input && input[record_at] == MBEDTLS_SSL_MSG_ALERT && input_at - record_at == PLAIN_ALERT_SIZE) {
		// A client of TLS 1.3 that refuses us may say so before it encrypts, which the library does not expect any more.
		p_error = MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE;
		alert = input[record_at + RECORD_HEADER + 1];
	}
	if (p_error == MBEDTLS_ERR_SSL_NO_CLIENT_CERTIFICATE && mbedtls_ssl_get_version_number(&ssl) == MBEDTLS_SSL_VERSION_TLS1_2) {
		mbedtls_ssl_send_alert_message(&ssl, MBEDTLS_SSL_ALERT_LEVEL_FATAL, MBEDTLS_SSL_ALERT_MSG_HANDSHAKE_FAILURE); // The library says nothing.
	}
	verdict.note_error(p_error, alert, context->is_server());
	state = FAILED;
	put_off = false;
}

void TLSEngine::end_of_input() {
	if (state == ENDED || state == FAILED) {
		return;
	}
	verdict.kind = StreamPeerTLS::FAILURE_CONNECTION_LOST;
	if (state == HANDSHAKING) {
		verdict.text = "The other side ended the connection during the TLS handshake. Does it speak TLS on this port?";
		state = FAILED;
	} else {
		verdict.text = "The other side ended the connection without saying goodbye (close_notify): something may be missing.";
		state = ENDED;
	}
	put_off = false;
	held.clear();
}

bool TLSEngine::write(Span<uint8_t> p_plain) {
	const Lending lending(this);
	for (uint64_t done = 0; done < p_plain.size() && state == OPEN;) {
		const int result = mbedtls_ssl_write(&ssl, p_plain.ptr() + done, size_t(MIN(p_plain.size() - done, uint64_t(MAX_PLAIN_RECORD))));
		if (result <= 0) {
			_fail(result);
		} else {
			done += uint64_t(result);
		}
	}
	return state == OPEN;
}

void TLSEngine::say_goodbye() {
	if (!goodbye_said && (state == OPEN || (state == ENDED && verdict.kind == StreamPeerTLS::FAILURE_NONE))) {
		const Lending lending(this);
		goodbye_said = true;
		mbedtls_ssl_close_notify(&ssl);
	}
}

void TLSEngine::close() {
	say_goodbye();
	if (state != FAILED) {
		state = ENDED;
	}
	put_off = false;
	held.clear();
}

String TLSEngine::get_alpn_protocol() const {
	const char *name = mbedtls_ssl_get_alpn_protocol(&ssl);
	return name ? String::utf8(name) : String();
}

String TLSEngine::get_version() const {
	return state == HANDSHAKING ? String() : String(mbedtls_ssl_get_version(&ssl));
}

String TLSEngine::get_cipher_suite() const {
	const char *name = state == HANDSHAKING ? nullptr : mbedtls_ssl_get_ciphersuite(&ssl);
	return name ? String(name) : String();
}
