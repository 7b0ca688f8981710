// Crypto, CryptoKey, X509Certificate, AESContext and HMACContext, against published values and what other programs made.
#pragma once

#include "core/crypto/aes_context.h"
#include "core/crypto/hashing_context.h"
#include "core/io/file_access.h"
#include "core/io/file_system.h"
#include "core/os/os.h"
#include "modules/mbedtls/crypto/crypto_key_mbedtls.h"
#include "modules/mbedtls/crypto/mbedtls_support.h"
#include "modules/mbedtls/crypto/x509_certificate_mbedtls.h"
#include "tests/test_macros.h"

namespace TestCrypto {

inline Vector<uint8_t> hex(const char *p_text) {
	return String(p_text).hex_decode();
}

inline String to_hex(const Vector<uint8_t> &p_bytes) {
	return String::hex_encode_buffer(p_bytes.ptr(), p_bytes.size());
}

inline Vector<uint8_t> sha256(const char *p_text) {
	Vector<uint8_t> digest;
	digest.resize(32);
	Digest::compute(Digest::SHA256, String(p_text).to_utf8_buffer().span(), digest.ptrw());
	return digest;
}

// Made by another program, with its signature of "sample".
inline const char *RSA_KEY =
		"-----BEGIN RSA PRIVATE KEY-----\n"
		"MIICXAIBAAKBgQCo9reeqtoDOo0IAA6dufibuJ2IosrREFCcSrsHn+EjNFG10/Yk\n"
		"cykVhJg8UUTMNZ2av2SMOC+gXaHpBBsRJDxnsesG8Fxj3gejEjN3AJE/AgiIe2iw\n"
		"ay2JjPKffcGdV8EDD8SQqSu4ZYMvU67vepJRFb60Lx/oYr+TvFcJ5+iKtwIDAQAB\n"
		"AoGAUJsKtD4rrXikSVnFn0dWK+vh84o+GYif/D/Gg/eo7yOJi6Xn+jGaOvK7saLP\n"
		"oGA/pNCDxkUTq3yfvktAImhYDBWbgFKRlv8VTYwpRqw2u5cMkMQZEZ491pJDWyon\n"
		"e942CAHBKyaFoWnarRX/vM9ynqOVkwjsGfwkOvslyobS99ECQQDVSyESs6MQORjd\n"
		"tK1dilrEkApZ04jzlzYwkzLAK+b2DYWGhEY584NEkySTnsdCqDU5sMPvQoLS5wNP\n"
		"6yP1JXvZAkEAystcWtbQiTA1zowLpSDAR6fFqjfi3W07Mm8eJ82nNBYSrOaKx2He\n"
		"dDfA68wKx+G9aq5BfMhvn3/xlH7p4bfxDwJBAIFQ+Y5TJ0wQsgjJIEsUNQ/znLL1\n"
		"U5UMWqh8tkpY08DeVdRGoiVEhJOw+n4dyAWb4hlGGKUZGCQyN4nesIBS55ECQDWK\n"
		"oZSeOKqv3tTsprpvPjTs98QsQyqBB2sWaVjK9EVNOpsJt0RS85+thLL8yS/iytba\n"
		"sRGX/diXuBmjtG5S2UMCQBUds0Dxraxy7dXxjjKNSdMhISHUp3cCtTJttbcvd09p\n"
		"ZPr25WPrrkyKQqfWyAzEgDWO5dVxqm09N8LE6IQ09dQ=\n"
		"-----END RSA PRIVATE KEY-----\n";
inline const char *RSA_SIGNATURE =
		"6fe2006cc950ae4ebe2ebb8bcfefae666fc714a729772407e29929ba4adc40e3"
		"3cc8c71308d4e73538599d6ed251ecbd5b9ed903a5f15fc9882e47658157a257"
		"25bd20c5ad817ebef17d300abee12ae0b684576662d7119a264efd8fa8ca6fc4"
		"f439334799429b795d3404673ba68663a22751a14e63e13a70afb3e07580a13f";

TEST_CASE("[Crypto] AES has the values of NIST SP 800-38A, in any number of pieces") {
	const Vector<uint8_t> key = hex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
	const Vector<uint8_t> iv = hex("000102030405060708090a0b0c0d0e0f");
	const Vector<uint8_t> plain = hex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51");
	const Ref<AESContext> aes(AESContext::create());
	REQUIRE_EQ(aes->start(AESContext::MODE_CBC_ENCRYPT, key, iv), OK);
	CHECK_EQ(to_hex(aes->update(plain.slice(0, 16))), "f58c4c04d6e5f1ba779eabfb5f7bfbd6");
	CHECK_EQ(to_hex(aes->update(plain.slice(16))), "9cfc4e967edb808d679f777bc6702c7d");
	aes->finish();
	REQUIRE_EQ(aes->start(AESContext::MODE_CBC_DECRYPT, key, iv), OK);
	CHECK_EQ(aes->update(hex("f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d")), plain);
	aes->finish();
	Vector<uint8_t> state = iv;
	Vector<uint8_t> bytes = plain;
	REQUIRE(AESContext::crypt_cfb(true, key.ptr(), state.ptrw(), bytes.ptrw(), 16));
	REQUIRE(AESContext::crypt_cfb(true, key.ptr(), state.ptrw(), bytes.ptrw() + 16, 16));
	CHECK_EQ(to_hex(bytes), "dc7e84bfda79164b7ecd8486985d386039ffed143b28b1c832113c6331e5407b");
}

TEST_CASE("[Crypto] HMAC has the values of RFC 4231") {
	const Ref<Crypto> crypto(Crypto::create());
	CHECK_EQ(to_hex(crypto->hmac_digest(HashingContext::HASH_SHA256, String("Jefe").to_utf8_buffer(), String("what do ya want for nothing?").to_utf8_buffer())),
			"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	Vector<uint8_t> long_key;
	long_key.resize(131);
	long_key.fill(0xaa);
	CHECK_EQ(to_hex(crypto->hmac_digest(HashingContext::HASH_SHA256, long_key, String("Test Using Larger Than Block-Size Key - Hash Key First").to_utf8_buffer())),
			"60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("[Crypto] ECDSA signs as RFC 6979 A.2.5 does") {
	Ref<ParsedKey> parsed;
	REQUIRE_EQ(CryptoKeyMbedTLS::parse(hex("30310201010420C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721A00A06082A8648CE3D030107").span(), false, parsed), 0);
	const Ref<CryptoKey> key = CryptoKeyMbedTLS::make(parsed);
	const Ref<Crypto> crypto(Crypto::create());
	const Vector<uint8_t> signature = crypto->sign(HashingContext::HASH_SHA256, sha256("sample"), key);
	CHECK_EQ(to_hex(signature), "3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
								"022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
	CHECK(crypto->verify(HashingContext::HASH_SHA256, sha256("sample"), signature, key));
	CHECK_FALSE(crypto->verify(HashingContext::HASH_SHA256, sha256("simple"), signature, key));
}

TEST_CASE("[Crypto] RSA signs as another program does, and takes its own part of a pair only") {
	const Ref<Crypto> crypto(Crypto::create());
	const Ref<CryptoKey> key(CryptoKey::create());
	REQUIRE_EQ(key->load_from_string(RSA_KEY), OK);
	CHECK_EQ(key->save_to_string(), RSA_KEY);
	CHECK_EQ(to_hex(crypto->sign(HashingContext::HASH_SHA256, sha256("sample"), key)), RSA_SIGNATURE);
	const Ref<CryptoKey> half(CryptoKey::create());
	REQUIRE_EQ(half->load_from_string(key->save_to_string(true), true), OK);
	CHECK(half->is_public_only());
	CHECK(crypto->verify(HashingContext::HASH_SHA256, sha256("sample"), hex(RSA_SIGNATURE), half));
	const Vector<uint8_t> secret = String("secret").to_utf8_buffer();
	const Vector<uint8_t> encrypted = crypto->encrypt(half, secret);
	CHECK_EQ(crypto->decrypt(key, encrypted), secret);
	const ExpectErrors expected;
	CHECK_FALSE(crypto->verify(HashingContext::HashType(99), sha256("sample"), hex(RSA_SIGNATURE), half));
	CHECK(crypto->sign(HashingContext::HashType(-1), sha256("sample"), key).is_empty());
	CHECK(crypto->encrypt(crypto->generate_ec(256), secret).is_empty());
	CHECK(crypto->decrypt(half, encrypted).is_empty());
	CHECK(crypto->sign(HashingContext::HASH_SHA256, sha256("sample"), half).is_empty());
	CHECK(crypto->sign(HashingContext::HASH_SHA1, sha256("sample"), key).is_empty());
	CHECK(half->save_to_string().is_empty());
	CHECK_EQ(key->load_from_string(half->save_to_string(true), true), FAILED);
	CHECK_FALSE(key->is_public_only());
}

TEST_CASE("[Crypto] Signatures that only look like one are refused") {
	const Ref<Crypto> crypto(Crypto::create());
	const Ref<CryptoKey> key = crypto->generate_ec(256);
	const Vector<uint8_t> hash = sha256("sample");
	const auto accepts = [&](const String &p_hex) {
		return crypto->verify(HashingContext::HASH_SHA256, hash, p_hex.hex_decode(), key);
	};
	const String good = to_hex(crypto->sign(HashingContext::HASH_SHA256, hash, key));
	REQUIRE(accepts(good));
	// Order of the curve, and the prime of its field.
	const String n = "022100ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
	const String p = "022100ffffffff00000001000000000000000000000000ffffffffffffffffffffffff";
	const String zero = "020100";
	const String one = "020101";
	const String minus_one = "0201ff";
	for (const String &r : Vector<String>({ zero, one, minus_one, n, p })) {
		for (const String &s : Vector<String>({ zero, one, minus_one, n, p })) {
			const int64_t size = (r.length() + s.length()) / 2;
			CHECK_FALSE(accepts("30" + String::num_int64(size, 16).lpad(2, "0") + r + s));
		}
	}
	for (const String &bad : Vector<String>({ "", "00", "30", "3000", "30020500", "3080" + good.substr(4) + "0000", good + "00", good.substr(0, good.length() - 2), "31" + good.substr(2), good.replace("30", "20"), "3081" + good.substr(2, 2) + good.substr(4) + "00", String("ff").repeat(64), String("00").repeat(1000) })) {
		CHECK_FALSE_MESSAGE(accepts(bad), bad);
	}
	for (int64_t i = 0; i < good.length(); i += 2) {
		const String changed = good.substr(0, i) + String::num_int64((good.substr(i, 2).hex_to_int() ^ 0x04) & 0xff, 16).lpad(2, "0") + good.substr(i + 2);
		CHECK_FALSE_MESSAGE(accepts(changed), changed);
	}
	// RSA: PKCS #1 v1.5 to the letter.
	const Ref<CryptoKey> rsa(CryptoKey::create());
	REQUIRE_EQ(rsa->load_from_string(RSA_KEY), OK);
	const String signature = RSA_SIGNATURE;
	for (const String &bad : Vector<String>({ "", "00", signature.substr(2), signature + "00", "00" + signature, String("00").repeat(signature.length() / 2), String("ff").repeat(signature.length() / 2), String("00").repeat(signature.length() / 2 - 1) + "01" })) {
		CHECK_FALSE_MESSAGE(crypto->verify(HashingContext::HASH_SHA256, hash, bad.hex_decode(), rsa), bad);
	}
}

TEST_CASE("[Crypto] Damaged keys and certificates of every length are refused") {
	const ExpectErrors expected;
	const Ref<Crypto> crypto(Crypto::create());
	const Ref<CryptoKey> key = crypto->generate_ec(256);
	const String pem = key->save_to_string();
	const String certificate_pem = crypto->generate_self_signed_certificate(key, "CN=a.test", "20200101000000", "20400101000000", Vector<String>())->save_to_string();
	int taken = 0;
	const auto try_all = [&](const String &p_text) {
		const Ref<CryptoKey> fresh(CryptoKey::create());
		const Ref<X509Certificate> certificate(X509Certificate::create());
		taken += fresh->load_from_string(p_text) == OK;
		taken += fresh->load_from_string(p_text, true) == OK;
		taken += certificate->load_from_string(p_text) == OK;
		CHECK(fresh->is_public_only());
	};
	for (const String &whole : Vector<String>({ pem, certificate_pem })) {
		for (int64_t i = 0; i < whole.length() - 2; i += 3) {
			try_all(whole.substr(0, i));
		}
	}
	for (const char *text : { "", "garbage", "-----BEGIN CERTIFICATE-----", "-----BEGIN EC PRIVATE KEY-----\n!!!!\n-----END EC PRIVATE KEY-----\n", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n" }) {
		try_all(text);
	}
	CHECK_EQ(taken, 0);
}

TEST_CASE("[Crypto] What a text holds in place of what was asked for is named") {
	const auto describe = [](const char *p_text) {
		return mbedtls_describe_text(String(p_text).to_utf8_buffer().span());
	};
	CHECK_EQ(describe("-----BEGIN CERTIFICATE-----\nAAAA"), " It holds a block \"CERTIFICATE\".");
	CHECK(describe("Bag attributes\n-----BEGIN ENCRYPTED PRIVATE KEY-----\n").contains("decrypt it first"));
	for (const char *text : { "", "x", "-----BEGIN ", "-----BEGIN -----", "-----BEGIN A", "-----BEGIN AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-----" }) {
		CHECK_EQ(describe(text), "");
	}
}

TEST_CASE("[Crypto] Certificates of a chain that cannot be read are left out, with a warning") {
	const Ref<Crypto> crypto(Crypto::create());
	const Ref<CryptoKey> key = crypto->generate_ec(256);
	const String pem = crypto->generate_self_signed_certificate(key, "CN=a.test", "20200101000000", "20400101000000", Vector<String>())->save_to_string();
	const Ref<X509Certificate> certificate(X509Certificate::create());
	const ExpectErrors expected;
	CHECK_EQ(certificate->load_from_string(pem + pem.replace("MII", "MIA") + pem), OK);
	CHECK_EQ(certificate->save_to_string(), pem + pem);
}

TEST_CASE("[Crypto] A self-signed certificate is for its common name, or for the names it is given") {
	const Ref<Crypto> crypto(Crypto::create());
	const Ref<CryptoKey> key = crypto->generate_ec(384);
	const auto check = [&](const Vector<String> &p_names, const char *p_name, bool p_fits) {
		const Ref<X509Certificate> certificate = crypto->generate_self_signed_certificate(key, "CN=a.test,O=x", "20200101000000", "20400101000000", p_names);
		REQUIRE(certificate.is_valid());
		const Ref<ParsedChain> chain = X509CertificateMbedTLS::get_parsed(certificate);
		uint32_t flags = 0;
		const int result = mbedtls_x509_crt_verify(&chain->chain, &chain->chain, nullptr, p_name, &flags, nullptr, nullptr);
		CHECK_EQ(result == 0, p_fits);
	};
	check(Vector<String>(), "a.test", true);
	check(Vector<String>(), "b.test", false);
	check({ "b.test", "*.c.test", "127.0.0.1", "::1" }, "a.test", false);
	check({ "b.test", "*.c.test", "127.0.0.1", "::1" }, "x.c.test", true);
	check({ "b.test", "*.c.test", "127.0.0.1", "::1" }, "127.0.0.1", true);
	check({ "b.test", "*.c.test", "127.0.0.1", "::1" }, "::1", true);
	const ExpectErrors expected;
	CHECK(crypto->generate_self_signed_certificate(key, "nonsense", "20200101000000", "20400101000000", Vector<String>()).is_null());
	CHECK(crypto->generate_self_signed_certificate(key, "CN=a", "2020", "20400101000000", Vector<String>()).is_null());
	CHECK(crypto->generate_self_signed_certificate(key, "CN=a", "20400101000000", "20200101000000", Vector<String>()).is_null());
	CHECK(crypto->generate_self_signed_certificate(key, "CN=a", "20200101000000", "20400101000000", { "no name" }).is_null());
	CHECK(crypto->generate_self_signed_certificate(Ref<CryptoKey>(), "CN=a", "20200101000000", "20400101000000", Vector<String>()).is_null());
	CHECK(crypto->generate_rsa(512).is_null());
	CHECK(crypto->generate_ec(255).is_null());
}

TEST_CASE("[Crypto] The file of a private key is its owner's alone") {
	const String path = OS::get_singleton()->get_temp_dir().path_join("estragon_key_test_" + itos(OS::get_singleton()->get_process_id()));
	const Ref<CryptoKey> key = Ref<Crypto>(Crypto::create())->generate_ec(256);
	REQUIRE_EQ(key->save(path), OK);
	FileSystem::Info info;
	REQUIRE(FileSystem::get_info(path, info));
	CHECK_EQ(info.permissions, uint32_t(FileAccess::UNIX_READ_OWNER | FileAccess::UNIX_WRITE_OWNER));
	const Ref<CryptoKey> loaded(CryptoKey::create());
	CHECK_EQ(loaded->load(path), OK);
	CHECK_EQ(loaded->save_to_string(), key->save_to_string());
	FileSystem::remove(path);
}

} // namespace TestCrypto
