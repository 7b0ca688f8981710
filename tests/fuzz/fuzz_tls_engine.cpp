// TLSEngine: whatever arrives, in whatever pieces, is taken or refused; what a conversation that was tampered with still delivers is the
// beginning of what was sent.
#include "modules/mbedtls/crypto/certificate_writer.h"
#include "modules/mbedtls/tls/tls_engine.h"
#include "tests/fuzz/fuzz_support.h"

#include <cstdlib>

FUZZ_WITH_ENGINE

namespace {

struct Parties {
	Ref<TLSContext> client;
	Ref<TLSContext> server;

	Parties() {
		String error;
		CertificatePlan plan;
		plan.key = generate_ec_key(256, error);
		plan.issuer_key = plan.key;
		plan.subject = "CN=a.test";
		plan.issuer = plan.subject;
		plan.not_before = "20200101000000";
		plan.not_after = "20400101000000";
		const Ref<X509Certificate> certificate = X509CertificateMbedTLS::make(write_certificate(plan, error));
		client = TLSContext::get(TLSOptions::client(certificate, "a.test"), error);
		server = TLSContext::get(TLSOptions::server(CryptoKeyMbedTLS::make(plan.key), certificate)->with_client_authority(certificate, false), error);
	}
};

void feed_in_pieces(TLSEngine &r_engine, const uint8_t *p_data, size_t p_size, size_t p_piece) {
	TLSBytes plain;
	for (size_t at = 0; at < p_size; at += p_piece) {
		r_engine.feed(Span<uint8_t>(p_data + at, uint64_t(MIN(p_piece, p_size - at))), plain);
	}
	while (r_engine.wants_proceed()) {
		r_engine.proceed(plain);
	}
	r_engine.end_of_input();
	if (r_engine.get_state() == TLSEngine::HANDSHAKING || r_engine.get_state() == TLSEngine::OPEN) {
		abort();
	}
}

// Pairs of bytes say where the conversation is changed (relative to the last change) and how.
void tamper(const Parties &p_parties, const uint8_t *p_data, size_t p_size) {
	TLSEngine ends[2] = { { p_parties.client, "a.test" }, { p_parties.server, String() } };
	TLSBytes plain[2];
	size_t script = 0;
	int until_change = p_size > 0 ? p_data[0] * 16 : 0;
	bool said = false;
	ends[0].start();
	for (bool moved = true; moved;) {
		moved = false;
		for (int from = 0; from < 2; from++) {
			TLSBytes bytes;
			TLSBytes &output = ends[from].get_output();
			bytes.append(output.ptr(), output.size());
			output.clear();
			uint8_t *at = const_cast<uint8_t *>(bytes.ptr());
			for (int i = 0; i < bytes.size(); i++) {
				if (script + 1 < p_size && until_change-- == 0) {
					at[i] ^= p_data[script + 1];
					script += 2;
					until_change = script < p_size ? p_data[script] * 4 : 0;
				}
			}
			moved = moved || bytes.size() > 0 || ends[1 - from].wants_proceed();
			ends[1 - from].feed(bytes.span(), plain[1 - from]);
		}
		if (!said && ends[0].can_write()) {
			said = true;
			const uint8_t text[] = "some text";
			moved = ends[0].write(Span<uint8_t>(text, 9)) || moved;
		}
	}
	if (plain[1].size() > 9 || (plain[1].size() > 0 && memcmp(plain[1].ptr(), "some text", size_t(plain[1].size())) != 0) || plain[0].size() > 0) {
		abort();
	}
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	static const Parties parties;
	if (p_size < 2) {
		return 0;
	}
	const size_t piece = p_data[1] == 0 ? p_size : p_data[1];
	switch (p_data[0] % 8) {
		case 0:
			tamper(parties, p_data + 2, p_size - 2);
			break;
		case 1:
		case 2:
		case 3: {
			TLSEngine engine(parties.client, "a.test");
			engine.start();
			feed_in_pieces(engine, p_data + 2, p_size - 2, piece);
			break;
		}
		default: {
			TLSEngine engine(parties.server, String());
			feed_in_pieces(engine, p_data + 2, p_size - 2, piece);
			break;
		}
	}
	return 0;
}
