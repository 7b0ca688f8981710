// AES-GCM: published values, and the kernels of this processor against mbedTLS's own code.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/vector.h"
#include "tests/test_macros.h"

#include <mbedtls/gcm.h>

namespace TestAESGCM {

struct Sealed {
	Vector<uint8_t> text;
	Vector<uint8_t> tag;
};

class Context {
public:
	mbedtls_gcm_context gcm;

	explicit Context(const Vector<uint8_t> &p_key) {
		mbedtls_gcm_init(&gcm);
		mbedtls_gcm_setkey(&gcm, MBEDTLS_CIPHER_ID_AES, p_key.ptr(), unsigned(p_key.size()) * 8);
	}
	~Context() { mbedtls_gcm_free(&gcm); }
	Context(const Context &) = delete;
	Context &operator=(const Context &) = delete;

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

inline Vector<uint8_t> counted(int64_t p_size, int p_step) {
	Vector<uint8_t> bytes;
	bytes.resize(p_size);
	for (int64_t i = 0; i < p_size; i++) {
		bytes.write[i] = uint8_t(i * p_step + 1);
	}
	return bytes;
}

TEST_CASE("[Crypto][AESGCM] The values of the GCM specification, test cases 4 and 16") {
	const Vector<uint8_t> iv = String("cafebabefacedbaddecaf888").hex_decode();
	const Vector<uint8_t> aad = String("feedfacedeadbeeffeedfacedeadbeefabaddad2").hex_decode();
	const Vector<uint8_t> plain = String("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39").hex_decode();
	Context small(String("feffe9928665731c6d6a8f9467308308").hex_decode());
	const Sealed by_small = small.seal(iv, aad, plain);
	CHECK_EQ(String::hex_encode_buffer(by_small.tag.ptr(), 16), "5bc94fbc3221a5db94fae95ae7121a47");
	CHECK_EQ(String::hex_encode_buffer(by_small.text.ptr(), 16), "42831ec2217774244b7221b784d0d49c");
	Context large(String("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308").hex_decode());
	CHECK_EQ(String::hex_encode_buffer(large.seal(iv, aad, plain).tag.ptr(), 16), "76fc6ece0f4e1768cddf8853bb2d551b");
}

TEST_CASE("[Crypto][AESGCM] Every length is what mbedTLS makes of it, opens again, and shows what was changed") {
	for (int key_size : { 16, 32 }) {
		Context context(counted(key_size, 7));
		for (int64_t size = 0; size < 700; size += size < 300 ? 1 : 13) {
			const Vector<uint8_t> iv = counted(12, int(size));
			const Vector<uint8_t> aad = counted(size % 37, 3);
			const Vector<uint8_t> plain = counted(size, 5);
			Sealed sealed = context.seal(iv, aad, plain);
			const Sealed expected = context.seal_in_pieces(iv, aad, plain);
			REQUIRE_EQ(sealed.text, expected.text);
			REQUIRE_EQ(sealed.tag, expected.tag);
			Vector<uint8_t> opened;
			REQUIRE_EQ(context.open(iv, aad, sealed, opened), 0);
			REQUIRE_EQ(opened, plain);
			if (size > 0) {
				sealed.text.write[size / 2] ^= 1;
			} else {
				sealed.tag.write[3] ^= 1;
			}
			CHECK_EQ(context.open(iv, aad, sealed, opened), MBEDTLS_ERR_GCM_AUTH_FAILED);
		}
	}
}

} // namespace TestAESGCM
