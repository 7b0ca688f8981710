// TLSEngine: handshakes, data, resumption, and every way to fail.
#pragma once

#include "modules/mbedtls/tests/tls_test_pair.h"

namespace TestTLS {

inline void for_both_versions(void (*p_test)(const char *p_version)) {
	TLSSessionCache::clear();
	p_test("TLSv1.3");
	TLSSessionCache::clear();
	const OnlyTLS12 only;
	p_test("TLSv1.2");
	TLSSessionCache::clear();
}

TEST_CASE("[TLS] Both versions carry data both ways, however the bytes are cut") {
	for_both_versions([](const char *p_version) {
		const TestIdentity self = make_identity(plan_for("a.test", make_key()));
		const Ref<TLSOptions> client = TLSOptions::client(self.certificate);
		const Ref<TLSOptions> server = TLSOptions::server(self.key, self.certificate);
		for (int step : { 1, 2, 5, 17, 1000, 1 << 20 }) {
			TestPair pair(client, server);
			pair.step = step;
			pair.run();
			REQUIRE(pair.is_open());
			CHECK_EQ(pair.client.get_version(), p_version);
			CHECK_EQ(pair.client.get_cipher_suite(), pair.server.get_cipher_suite());
			const String large = String("0123456789abcdef").repeat(3000); // More than one record.
			CHECK(TestPair::write(pair.client, "ping"));
			CHECK(TestPair::write(pair.client, large));
			CHECK(TestPair::write(pair.server, "pong"));
			pair.run();
			CHECK_EQ(TestPair::take(pair.server_plain), "ping" + large);
			CHECK_EQ(TestPair::take(pair.client_plain), "pong");
		}
	});
}

TEST_CASE("[TLS] A later connection goes on with the session of an earlier one") {
	for_both_versions([](const char *) {
		const TestIdentity self = make_identity(plan_for("a.test", make_key()));
		const Ref<TLSOptions> client = TLSOptions::client(self.certificate);
		const Ref<TLSOptions> server = TLSOptions::server(self.key, self.certificate);
		for (int round = 0; round < 4; round++) {
			TestPair pair(client, server);
			pair.run();
			REQUIRE(pair.is_open());
			CHECK_EQ(pair.client.is_resumed(), round > 0);
			CHECK_EQ(pair.server.is_resumed(), round > 0);
			CHECK(TestPair::write(pair.client, "x"));
			pair.run();
			CHECK_EQ(TestPair::take(pair.server_plain), "x");
		}
		// Another server cannot read the ticket: no error, a whole handshake.
		TestPair stranger(client, TLSOptions::server(self.key, self.certificate));
		stranger.run();
		CHECK(stranger.is_open());
		CHECK_FALSE(stranger.server.is_resumed());
		// Whoever trusts something else starts anew.
		const TestIdentity other = make_identity(plan_for("b.test", make_key()));
		TestPair distrustful(TLSOptions::client(other.certificate), server);
		distrustful.run();
		CHECK_EQ(distrustful.client.get_state(), TLSEngine::FAILED);
	});
}

TEST_CASE("[TLS] A goodbye ends what was said before it; an end without one is told") {
	for_both_versions([](const char *) {
		const TestIdentity self = make_identity(plan_for("a.test", make_key()));
		TestPair pair(TLSOptions::client(self.certificate), TLSOptions::server(self.key, self.certificate));
		pair.run();
		CHECK(TestPair::write(pair.client, "last words"));
		pair.client.close();
		pair.run();
		CHECK_EQ(TestPair::take(pair.server_plain), "last words");
		CHECK_EQ(pair.server.get_state(), TLSEngine::ENDED);
		CHECK_EQ(pair.server.get_verdict().kind, StreamPeerTLS::FAILURE_NONE);
		CHECK_FALSE(pair.server.can_write());

		TestPair half(TLSOptions::client(self.certificate), TLSOptions::server(self.key, self.certificate));
		half.run();
		half.client.say_goodbye();
		CHECK_FALSE(half.client.can_write());
		CHECK(TestPair::write(half.server, "answer"));
		half.run();
		CHECK_EQ(TestPair::take(half.client_plain), "answer");

		TestPair cut(TLSOptions::client(self.certificate), TLSOptions::server(self.key, self.certificate));
		cut.run();
		cut.server.end_of_input();
		CHECK_EQ(cut.server.get_state(), TLSEngine::ENDED);
		CHECK_EQ(cut.server.get_verdict().kind, StreamPeerTLS::FAILURE_CONNECTION_LOST);
	});
}

struct Refusal {
	StreamPeerTLS::Failure client = StreamPeerTLS::FAILURE_NONE;
	StreamPeerTLS::Failure server = StreamPeerTLS::FAILURE_NONE;
	String text;
};

inline Refusal try_to_connect(const Ref<TLSOptions> &p_client, const TestIdentity &p_server, const String &p_host) {
	TestPair pair(p_client, TLSOptions::server(p_server.key, p_server.certificate), p_host);
	pair.run();
	Refusal refusal;
	refusal.client = pair.client.get_verdict().kind;
	refusal.server = pair.server.get_verdict().kind;
	refusal.text = pair.client.get_verdict().text;
	return refusal;
}

TEST_CASE("[TLS] A certificate that is refused says why and what to do") {
	for_both_versions([](const char *) {
		const TestAuthority authority;
		const Ref<TLSOptions> trusting = TLSOptions::client(authority.identity.certificate);
		const TestIdentity good = make_identity(authority.sign("a.test"));
		CHECK_EQ(try_to_connect(trusting, good, "a.test").client, StreamPeerTLS::FAILURE_NONE);

		const Refusal wrong_name = try_to_connect(trusting, good, "b.test");
		CHECK_EQ(wrong_name.client, StreamPeerTLS::FAILURE_HOSTNAME_MISMATCH);
		CHECK_MESSAGE(wrong_name.server == StreamPeerTLS::FAILURE_REFUSED, wrong_name.text);
		CHECK(wrong_name.text.contains("a.test"));
		CHECK(wrong_name.text.contains("b.test"));
		CHECK_EQ(try_to_connect(TLSOptions::client(authority.identity.certificate, "a.test"), good, "b.test").client, StreamPeerTLS::FAILURE_NONE);
		CHECK_EQ(try_to_connect(TLSOptions::client_unsafe(), good, "b.test").client, StreamPeerTLS::FAILURE_NONE);

		CertificatePlan plan = authority.sign("a.test");
		plan.not_after = "20210101000000";
		const Refusal expired = try_to_connect(trusting, make_identity(plan), "a.test");
		CHECK_EQ(expired.client, StreamPeerTLS::FAILURE_CERTIFICATE_EXPIRED);
		CHECK(expired.text.contains("2021-01-01"));

		plan.not_before = "20380101000000";
		plan.not_after = "20400101000000";
		const Refusal early = try_to_connect(trusting, make_identity(plan), "a.test");
		CHECK_EQ(early.client, StreamPeerTLS::FAILURE_CERTIFICATE_NOT_YET_VALID);
		CHECK(early.text.contains("2038-01-01"));

		const TestAuthority unknown;
		const Refusal untrusted = try_to_connect(TLSOptions::client(unknown.identity.certificate), make_identity(TestAuthority().sign("a.test")), "a.test");
		CHECK_EQ(untrusted.client, StreamPeerTLS::FAILURE_UNKNOWN_AUTHORITY);
		CHECK(untrusted.text.contains("TLSOptions.client"));

		const Refusal self_signed = try_to_connect(trusting, make_identity(plan_for("a.test", make_key())), "a.test");
		CHECK_EQ(self_signed.client, StreamPeerTLS::FAILURE_SELF_SIGNED);

		String error;
		const Refusal weak = try_to_connect(trusting, make_identity(authority.sign("a.test", generate_rsa_key(1024, error))), "a.test");
		CHECK_EQ(weak.client, StreamPeerTLS::FAILURE_WEAK_CERTIFICATE);
		CHECK(weak.text.contains("1024"));
	});
}

TEST_CASE("[TLS] Addresses are compared with the addresses in a certificate") {
	const TestAuthority authority;
	const Ref<TLSOptions> trusting = TLSOptions::client(authority.identity.certificate);
	CertificatePlan plan = authority.sign("a.test");
	plan.alternative_names = { "127.0.0.1", "2001:db8::1", "*.b.test" };
	const TestIdentity many = make_identity(plan);
	CHECK_EQ(try_to_connect(trusting, many, "127.0.0.1").client, StreamPeerTLS::FAILURE_NONE);
	CHECK_EQ(try_to_connect(trusting, many, "2001:db8:0:0::1").client, StreamPeerTLS::FAILURE_NONE);
	CHECK_EQ(try_to_connect(trusting, many, "x.b.test").client, StreamPeerTLS::FAILURE_NONE);
	CHECK_EQ(try_to_connect(trusting, many, "X.B.test.").client, StreamPeerTLS::FAILURE_NONE);
	CHECK_EQ(try_to_connect(trusting, many, "x.y.b.test").client, StreamPeerTLS::FAILURE_HOSTNAME_MISMATCH);
	const Refusal other = try_to_connect(trusting, many, "127.0.0.2");
	CHECK_EQ(other.client, StreamPeerTLS::FAILURE_HOSTNAME_MISMATCH);
	CHECK(other.text.contains("127.0.0.1"));
}

TEST_CASE("[TLS] Client certificates, protocols and certificates for host names") {
	for_both_versions([](const char *) {
		const TestAuthority authority;
		const TestIdentity server_identity = make_identity(authority.sign("a.test"));
		CertificatePlan client_plan = authority.sign("someone");
		client_plan.purpose = CertificatePlan::PURPOSE_SELF_SIGNED;
		const TestIdentity someone = make_identity(client_plan);
		const TestIdentity stranger = make_identity(plan_for("stranger", make_key()));
		const Ref<TLSOptions> client = TLSOptions::client(authority.identity.certificate);
		const Ref<TLSOptions> server = TLSOptions::server(server_identity.key, server_identity.certificate)->with_client_authority(authority.identity.certificate);
		const auto meet = [&](const Ref<TLSOptions> &p_client) {
			TestPair pair(p_client, server);
			pair.run();
			return pair.server.get_verdict().kind;
		};
		CHECK_EQ(meet(client->with_client_certificate(someone.key, someone.certificate)), StreamPeerTLS::FAILURE_NONE);
		CHECK_EQ(meet(client), StreamPeerTLS::FAILURE_BAD_CERTIFICATE);
		CHECK_EQ(meet(client->with_client_certificate(stranger.key, stranger.certificate)), StreamPeerTLS::FAILURE_SELF_SIGNED);

		const TestIdentity other = make_identity(authority.sign("b.test"));
		const Ref<TLSOptions> hosts = TLSOptions::server(server_identity.key, server_identity.certificate)->with_host_certificate("b.test", other.key, other.certificate)->with_alpn_protocols({ "two", "one" });
		for (const char *host : { "a.test", "b.test" }) {
			TestPair pair(client->with_alpn_protocols({ "one", "two" }), hosts, host);
			pair.run();
			CHECK(pair.is_open());
			CHECK_EQ(pair.client.get_alpn_protocol(), pair.server.get_alpn_protocol());
			CHECK_FALSE(pair.client.get_alpn_protocol().is_empty());
		}
		TestPair nothing_common(client->with_alpn_protocols({ "three" }), hosts);
		nothing_common.run();
		CHECK_EQ(nothing_common.client.get_verdict().kind, StreamPeerTLS::FAILURE_REFUSED);
	});
}

TEST_CASE("[TLS] Options that cannot work are refused before anything is sent") {
	const TestIdentity one = make_identity(plan_for("a.test", make_key()));
	const TestIdentity two = make_identity(plan_for("a.test", make_key()));
	String error;
	CHECK(TLSContext::get(TLSOptions::server(one.key, two.certificate), error).is_null());
	CHECK(error.contains("does not belong"));
	error = String();
	CHECK(TLSContext::get(TLSOptions::server(Ref<CryptoKey>(CryptoKey::create()), two.certificate), error).is_null());
	CHECK(error.contains("empty"));
	error = String();
	CHECK(TLSContext::get(TLSOptions::client(Ref<X509Certificate>(X509Certificate::create())), error).is_null());
	CHECK(error.contains("empty"));
}

TEST_CASE("[TLS] A certificate that is loaded again is shown to connections that come later") {
	const TestIdentity old_one = make_identity(plan_for("a.test", make_key()));
	const TestIdentity new_one = make_identity(plan_for("a.test", make_key()));
	const Ref<TLSOptions> server = TLSOptions::server(old_one.key, old_one.certificate);
	const Ref<TLSOptions> trusts_old = TLSOptions::client(X509CertificateMbedTLS::make(X509CertificateMbedTLS::get_parsed(old_one.certificate)));
	TestPair before(trusts_old, server);
	before.run();
	REQUIRE(before.is_open());
	REQUIRE_EQ(old_one.key->load_from_string(new_one.key->save_to_string()), OK);
	REQUIRE_EQ(old_one.certificate->load_from_string(new_one.certificate->save_to_string()), OK);
	TestPair after(TLSOptions::client(new_one.certificate), server);
	after.run();
	CHECK(after.is_open());
	CHECK(TestPair::write(before.client, "still here"));
	before.run();
	CHECK_EQ(TestPair::take(before.server_plain), "still here");
}

TEST_CASE("[TLS] A byte that is changed anywhere ends the connection or changes nothing") {
	for_both_versions([](const char *) {
		const TestIdentity self = make_identity(plan_for("a.test", make_key()));
		const Ref<TLSOptions> client = TLSOptions::client(self.certificate);
		const Ref<TLSOptions> server = TLSOptions::server(self.key, self.certificate);
		int64_t length = 1;
		for (int64_t at = -1; at < length; at += 29) {
			TLSSessionCache::clear();
			TestPair pair(client, server);
			pair.damage_at = at;
			pair.run();
			if (pair.is_open()) {
				TestPair::write(pair.client, "text");
				pair.run();
				const String text = TestPair::take(pair.server_plain);
				CHECK((text == "text" || (text.is_empty() && pair.server.get_state() == TLSEngine::FAILED)));
			}
			length = at < 0 ? pair.carried : length;
		}
	});
}

TEST_CASE("[TLS] What is no TLS is refused at its first bytes, and an end at every byte is an end") {
	const TestIdentity self = make_identity(plan_for("a.test", make_key()));
	const Ref<TLSOptions> options = TLSOptions::server(self.key, self.certificate);
	String error;
	const Ref<TLSContext> context = TLSContext::get(options, error);
	for (const char *text : { "GET / HTTP/1.1\r\n", "hello", "\x16\x02\x00\x00\x10", "\x16\x03\x01\xff\xff" }) {
		TLSEngine engine(context, String());
		TLSBytes plain;
		engine.feed(Span<uint8_t>(reinterpret_cast<const uint8_t *>(text), 5), plain);
		CHECK_MESSAGE(engine.get_state() == TLSEngine::FAILED, text);
		CHECK_EQ(engine.get_verdict().kind, StreamPeerTLS::FAILURE_PROTOCOL);
		engine.feed(Span<uint8_t>(reinterpret_cast<const uint8_t *>(text), 5), plain);
		CHECK(plain.is_empty());
	}
	TestPair pair(TLSOptions::client(self.certificate), options);
	TLSBytes hello;
	hello.append(pair.client.get_output().ptr(), pair.client.get_output().size());
	for (int size = 0; size <= hello.size(); size++) {
		TLSEngine engine(context, String());
		TLSBytes plain;
		engine.feed(Span<uint8_t>(hello.ptr(), uint64_t(size)), plain);
		engine.end_of_input();
		CHECK_EQ(engine.get_state(), TLSEngine::FAILED);
	}
}

TEST_CASE("[TLS] Many handshakes at once are put off to later turns, and all succeed") {
	String error;
	const TestIdentity self = make_identity(plan_for("a.test", generate_rsa_key(2048, error)));
	const Ref<TLSOptions> client = TLSOptions::client_unsafe();
	const Ref<TLSOptions> server = TLSOptions::server(self.key, self.certificate);
	LocalVector<TestPair *> pairs;
	int put_off = 0;
	for (int i = 0; i < 60; i++) {
		TLSSessionCache::clear();
		pairs.push_back(memnew(TestPair(client, server)));
		TestPair &pair = *pairs[pairs.size() - 1];
		pair.server.feed(pair.client.get_output().span(), pair.server_plain);
		pair.client.get_output().clear();
		put_off += pair.server.wants_proceed() || pair.client.wants_proceed();
	}
	CHECK(put_off > 0);
	for (TestPair *pair : pairs) {
		pair->run();
		CHECK(pair->is_open());
		memdelete(pair);
	}
}

} // namespace TestTLS
