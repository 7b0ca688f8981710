// AES-GCM and ChaCha20-Poly1305: published values, and whole messages (the fast way) against the same in pieces (mbedTLS's own code).
#pragma once

#include "core/string/ustring.h"
#include "core/templates/vector.h"
#include "tests/test_macros.h"

#include <mbedtls/chachapoly.h>
#include <mbedtls/gcm.h>

namespace TestAEAD {

struct Sealed {
	Vector<uint8_t> text;
	Vector<uint8_t> tag;
};

class GCM {
public:
	mbedtls_gcm_context gcm;
	static constexpr int REFUSED = MBEDTLS_ERR_GCM_AUTH_FAILED;

	explicit GCM(const Vector<uint8_t> &p_key) {
		mbedtls_gcm_init(&gcm);
		mbedtls_gcm_setkey(&gcm, MBEDTLS_CIPHER_ID_AES, p_key.ptr(), unsigned(p_key.size()) * 8);
	}
	~GCM() { mbedtls_gcm_free(&gcm); }
	GCM(const GCM &) = delete;
	GCM &operator=(const GCM &) = delete;

	Sealed seal(const Vector<uint8_t> &p_iv, const Vector<uint8_t> &p_aad, const Vector<uint8_t> &p_plain) {
		Sealed sealed;
		sealed.text.resize(p_plain.size());
		sealed.tag.resize(16);
		mbedtls_gcm_crypt_and_tag(&gcm, MBEDTLS_GCM_ENCRYPT, size_t(p_plain.size()), p_iv.ptr(), size_t(p_iv.size()), p_aad.ptr(), size_t(p_aad.size()), p_plain.ptr(), sealed.text.ptrw(), 16, sealed.tag.ptrw());
		return sealed;
	}
	// Piece by piece, which is always mbedTLS's own code.
	Sealed seal_in_pieces(const Vector<uint8_t> &p_iv, const Vector<uint8_t> &p_aad, const Vector<uint8_t> &p_plain) {
		Sealed sealed;
		sealed.text.resize(p_plain.size());
		sealed.tag.resize(16);
		size_t written = 0;
		mbedtls_gcm_starts(&gcm, MBEDTLS_GCM_ENCRYPT, p_iv.ptr(), size_t(p_iv.size()));
		mbedtls_gcm_update_ad(&gcm, p_aad.ptr(), size_t(p_aad.size()));
		mbedtls_gcm_update(&gcm, p_plain.ptr(), size_t(p_plain.size()), sealed.text.ptrw(), size_t(sealed.text.size()), &written);
		mbedtls_gcm_finish(&gcm, nullptr, 0, &written, sealed.tag.ptrw(), 16);
		return sealed;
	}
	int open(const Vector<uint8_t> &p_iv, const Vector<uint8_t> &p_aad, const Sealed &p_sealed, Vector<uint8_t> &r_plain) {
		r_plain.resize(p_sealed.text.size());
		return mbedtls_gcm_auth_decrypt(&gcm, size_t(p_sealed.text.size()), p_iv.ptr(), size_t(p_iv.size()), p_aad.ptr(), size_t(p_aad.size()), p_sealed.tag.ptr(), 16, p_sealed.text.ptr(), r_plain.ptrw());
	}
};

class ChaCha {
public:
	mbedtls_chachapoly_context chacha;
	static constexpr int REFUSED = MBEDTLS_ERR_CHACHAPOLY_AUTH_FAILED;

	explicit ChaCha(const Vector<uint8_t> &p_key) {
		mbedtls_chachapoly_init(&chacha);
		mbedtls_chachapoly_setkey(&chacha, p_key.ptr());
	}
	~ChaCha() { mbedtls_chachapoly_free(&chacha); }
	ChaCha(const ChaCha &) = delete;
	ChaCha &operator=(const ChaCha &) = delete;

	Sealed seal(const Vector<uint8_t> &p_iv, const Vector<uint8_t> &p_aad, const Vector<uint8_t> &p_plain) {
		Sealed sealed;
		sealed.text.resize(p_plain.size());
		sealed.tag.resize(16);
		mbedtls_chachapoly_encrypt_and_tag(&chacha, size_t(p_plain.size()), p_iv.ptr(), p_aad.ptr(), size_t(p_aad.size()), p_plain.ptr(), sealed.text.ptrw(), sealed.tag.ptrw());
		return sealed;
	}
	Sealed seal_in_pieces(const Vector<uint8_t> &p_iv, const Vector<uint8_t> &p_aad, const Vector<uint8_t> &p_plain) {
		Sealed sealed;
		sealed.text.resize(p_plain.size());
		sealed.tag.resize(16);
		mbedtls_chachapoly_starts(&chacha, p_iv.ptr(), MBEDTLS_CHACHAPOLY_ENCRYPT);
		mbedtls_chachapoly_update_aad(&chacha, p_aad.ptr(), size_t(p_aad.size()));
		mbedtls_chachapoly_update(&chacha, size_t(p_plain.size()), p_plain.ptr(), sealed.text.ptrw());
		mbedtls_chachapoly_finish(&chacha, sealed.tag.ptrw());
		return sealed;
	}
	int open(const Vector<uint8_t> &p_iv, const Vector<uint8_t> &p_aad, const Sealed &p_sealed, Vector<uint8_t> &r_plain) {
		r_plain.resize(p_sealed.text.size());
		return mbedtls_chachapoly_auth_decrypt(&chacha, size_t(p_sealed.text.size()), p_iv.ptr(), p_aad.ptr(), size_t(p_aad.size()), p_sealed.tag.ptr(), p_sealed.text.ptr(), r_plain.ptrw());
	}
};

inline Vector<uint8_t> counted(int64_t p_size, int p_step) {
	Vector<uint8_t> bytes;
	bytes.resize(p_size);
	for (int64_t i = 0; i < p_size; i++) {
		bytes.write[i] = uint8_t(i * p_step + 1);
	}
	return bytes;
}

TEST_CASE("[Crypto][AEAD] The values of the GCM specification, test cases 4 and 16") {
	const Vector<uint8_t> iv = String("cafebabefacedbaddecaf888").hex_decode();
	const Vector<uint8_t> aad = String("feedfacedeadbeeffeedfacedeadbeefabaddad2").hex_decode();
	const Vector<uint8_t> plain = String("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39").hex_decode();
	GCM small(String("feffe9928665731c6d6a8f9467308308").hex_decode());
	const Sealed by_small = small.seal(iv, aad, plain);
	CHECK_EQ(String::hex_encode_buffer(by_small.tag.ptr(), 16), "5bc94fbc3221a5db94fae95ae7121a47");
	CHECK_EQ(String::hex_encode_buffer(by_small.text.ptr(), 16), "42831ec2217774244b7221b784d0d49c");
	GCM large(String("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308").hex_decode());
	CHECK_EQ(String::hex_encode_buffer(large.seal(iv, aad, plain).tag.ptr(), 16), "76fc6ece0f4e1768cddf8853bb2d551b");
}

TEST_CASE("[Crypto][AEAD] The values of RFC 8439, section 2.8.2") {
	ChaCha chacha(String("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f").hex_decode());
	const Vector<uint8_t> plain = String("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.").to_utf8_buffer();
	const Sealed sealed = chacha.seal(String("070000004041424344454647").hex_decode(), String("50515253c0c1c2c3c4c5c6c7").hex_decode(), plain);
	CHECK_EQ(String::hex_encode_buffer(sealed.text.ptr(), 16), "d31a8d34648e60db7b86afbc53ef7ec2");
	CHECK_EQ(String::hex_encode_buffer(sealed.tag.ptr(), 16), "1ae10b594f09e26a7e902ecbd0600691");
}

template <class Cipher>
void check_every_length(int p_key_size) {
	Cipher cipher(counted(p_key_size, 7));
	for (int64_t size = 0; size < 20000; size += size < 300 ? 1 : (size < 700 ? 13 : 1811)) {
		const Vector<uint8_t> iv = counted(12, int(size));
		const Vector<uint8_t> aad = counted(size % 37, 3);
		const Vector<uint8_t> plain = counted(size, 5);
		Sealed sealed = cipher.seal(iv, aad, plain);
		const Sealed expected = cipher.seal_in_pieces(iv, aad, plain);
		REQUIRE_EQ(sealed.text, expected.text);
		REQUIRE_EQ(sealed.tag, expected.tag);
		Vector<uint8_t> opened;
		REQUIRE_EQ(cipher.open(iv, aad, sealed, opened), 0);
		REQUIRE_EQ(opened, plain);
		sealed.tag.write[int(size % 16)] ^= 1;
		CHECK_EQ(cipher.open(iv, aad, sealed, opened), Cipher::REFUSED);
		if (size > 0) {
			sealed.tag = expected.tag;
			sealed.text.write[size / 2] ^= 1;
			opened.fill(0);
			CHECK_EQ(cipher.open(iv, aad, sealed, opened), Cipher::REFUSED);
			CHECK_NE(opened, plain);
		}
	}
}

TEST_CASE("[Crypto][AEAD] Every length is what mbedTLS makes of it, opens again, and shows what was changed") {
	check_every_length<GCM>(16);
	check_every_length<GCM>(32);
	check_every_length<ChaCha>(32);
}

TEST_CASE("[Crypto][AEAD] A message can take the place of what it was") {
	const Vector<uint8_t> iv = counted(12, 1);
	const Vector<uint8_t> plain = counted(5000, 5);
	Vector<uint8_t> bytes = plain;
	uint8_t tag[16];
	ChaCha chacha(counted(32, 7));
	mbedtls_chachapoly_encrypt_and_tag(&chacha.chacha, 5000, iv.ptr(), nullptr, 0, bytes.ptr(), bytes.ptrw(), tag);
	CHECK_EQ(bytes, chacha.seal(iv, Vector<uint8_t>(), plain).text);
	CHECK_EQ(mbedtls_chachapoly_auth_decrypt(&chacha.chacha, 5000, iv.ptr(), nullptr, 0, tag, bytes.ptr(), bytes.ptrw()), 0);
	CHECK_EQ(bytes, plain);
	GCM gcm(counted(16, 7));
	mbedtls_gcm_crypt_and_tag(&gcm.gcm, MBEDTLS_GCM_ENCRYPT, 5000, iv.ptr(), 12, nullptr, 0, bytes.ptr(), bytes.ptrw(), 16, tag);
	CHECK_EQ(bytes, gcm.seal(iv, Vector<uint8_t>(), plain).text);
	CHECK_EQ(mbedtls_gcm_auth_decrypt(&gcm.gcm, 5000, iv.ptr(), 12, nullptr, 0, tag, 16, bytes.ptr(), bytes.ptrw()), 0);
	CHECK_EQ(bytes, plain);
}

} // namespace TestAEAD
