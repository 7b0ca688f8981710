// Two TLS engines wired to each other, and certificates to show each other.
#pragma once

#include "core/config/project_settings.h"
#include "modules/mbedtls/crypto/certificate_writer.h"
#include "modules/mbedtls/tls/tls_engine.h"
#include "modules/mbedtls/tls/tls_session_cache.h"
#include "tests/test_macros.h"

namespace TestTLS {

struct TestIdentity {
	Ref<CryptoKey> key;
	Ref<X509Certificate> certificate;
};

inline TestIdentity make_identity(const CertificatePlan &p_plan) {
	String error;
	TestIdentity made;
	const Ref<ParsedChain> chain = write_certificate(p_plan, error);
	REQUIRE_MESSAGE(chain.is_valid(), error);
	made.key = CryptoKeyMbedTLS::make(p_plan.key);
	made.certificate = X509CertificateMbedTLS::make(chain);
	return made;
}

inline CertificatePlan plan_for(const String &p_name, const Ref<ParsedKey> &p_key) {
	CertificatePlan plan;
	plan.key = p_key;
	plan.issuer_key = p_key;
	plan.subject = "CN=" + p_name;
	plan.issuer = plan.subject;
	plan.not_before = "20200101000000";
	plan.not_after = "20400101000000";
	plan.alternative_names = { p_name };
	return plan;
}

inline Ref<ParsedKey> make_key() {
	String error;
	return generate_ec_key(256, error);
}

// An authority and what it signs.
struct TestAuthority {
	CertificatePlan plan;
	TestIdentity identity;

	TestAuthority() {
		plan = plan_for("authority", make_key());
		plan.purpose = CertificatePlan::PURPOSE_AUTHORITY;
		plan.alternative_names.clear();
		identity = make_identity(plan);
	}
	CertificatePlan sign(const String &p_name, const Ref<ParsedKey> &p_key = make_key()) const {
		CertificatePlan signed_plan = plan_for(p_name, p_key);
		signed_plan.purpose = CertificatePlan::PURPOSE_SERVER;
		signed_plan.issuer_key = plan.key;
		signed_plan.issuer = plan.subject;
		return signed_plan;
	}
};

// For contexts that are made while it lives.
class OnlyTLS12 {
public:
	OnlyTLS12() { ProjectSettings::get_singleton()->set_setting("network/tls/enable_tls_v1.3", false); }
	~OnlyTLS12() { ProjectSettings::get_singleton()->set_setting("network/tls/enable_tls_v1.3", true); }
};

class TestPair {
public:
	TLSEngine client;
	TLSEngine server;
	TLSBytes client_plain;
	TLSBytes server_plain;
	int step = 1 << 20; // Bytes that are passed on at once.
	int64_t carried = 0;
	int64_t damage_at = -1; // The byte of the whole conversation that arrives changed.

	TestPair(const Ref<TLSOptions> &p_client, const Ref<TLSOptions> &p_server, const String &p_host = "a.test") :
			client(_context(p_client), p_host), server(_context(p_server), String()) {
		client.start();
	}

	// Until nothing moves any more.
	void run() {
		for (bool moved = true; moved;) {
			moved = _carry(client, server, server_plain);
			moved = _carry(server, client, client_plain) || moved;
			moved = _go_on(client, client_plain) || moved;
			moved = _go_on(server, server_plain) || moved;
		}
	}
	bool is_open() const { return client.get_state() == TLSEngine::OPEN && server.get_state() == TLSEngine::OPEN; }

	static String take(TLSBytes &r_plain) {
		const String text = String::utf8(reinterpret_cast<const char *>(r_plain.ptr()), r_plain.size());
		r_plain.clear();
		return text;
	}
	static bool write(TLSEngine &r_engine, const String &p_text) { return r_engine.write(p_text.to_utf8_buffer().span()); }

private:
	static Ref<TLSContext> _context(const Ref<TLSOptions> &p_options) {
		String error;
		const Ref<TLSContext> context = TLSContext::get(p_options, error);
		REQUIRE_MESSAGE(context.is_valid(), error);
		return context;
	}
	static bool _go_on(TLSEngine &r_engine, TLSBytes &r_plain) {
		if (!r_engine.wants_proceed()) {
			return false;
		}
		r_engine.proceed(r_plain);
		return true;
	}
	bool _carry(TLSEngine &r_from, TLSEngine &r_to, TLSBytes &r_plain) {
		bool moved = false;
		while (!r_from.get_output().is_empty()) {
			uint8_t piece[4096];
			const int size = MIN(MIN(step, r_from.get_output().size()), int(sizeof(piece)));
			memcpy(piece, r_from.get_output().ptr(), size_t(size));
			r_from.get_output().consume(size);
			if (damage_at >= carried && damage_at < carried + size) {
				piece[damage_at - carried] ^= 0x40;
			}
			carried += size;
			r_to.feed(Span<uint8_t>(piece, uint64_t(size)), r_plain);
			moved = true;
		}
		return moved;
	}
};

} // namespace TestTLS
