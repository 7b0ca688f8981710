// X25519: published values, and mbedTLS's own multiplication as the oracle of what stands before it.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/vector.h"
#include "modules/mbedtls/crypto/mbedtls_support.h"
#include "tests/test_macros.h"

#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include <mbedtls/ecdh.h>

#include <estragon_x25519.h>

extern "C" void Hacl_Curve25519_crypto_scalarmult(uint8_t *r_output, uint8_t *scalar, uint8_t *point);

namespace TestX25519 {

class Curve {
public:
	mbedtls_ecp_group group;
	mbedtls_ecp_point point;
	mbedtls_ecp_point product;
	mbedtls_mpi scalar;

	Curve() {
		mbedtls_ecp_group_init(&group);
		mbedtls_ecp_point_init(&point);
		mbedtls_ecp_point_init(&product);
		mbedtls_mpi_init(&scalar);
		mbedtls_ecp_group_load(&group, MBEDTLS_ECP_DP_CURVE25519);
	}
	~Curve() {
		mbedtls_mpi_free(&scalar);
		mbedtls_ecp_point_free(&product);
		mbedtls_ecp_point_free(&point);
		mbedtls_ecp_group_free(&group);
	}
	Curve(const Curve &) = delete;
	Curve &operator=(const Curve &) = delete;

	void set(const Vector<uint8_t> &p_scalar, const Vector<uint8_t> &p_point) {
		Vector<uint8_t> clamped = p_scalar; // RFC 7748 section 5.
		clamped.write[0] &= 248;
		clamped.write[31] = uint8_t((clamped[31] & 127) | 64);
		mbedtls_mpi_read_binary_le(&scalar, clamped.ptr(), 32);
		Vector<uint8_t> masked = p_point;
		masked.write[31] &= 127;
		mbedtls_mpi_read_binary_le(&point.X, masked.ptr(), 32);
		mbedtls_mpi_lset(&point.Z, 1);
	}
	int multiply() { return mbedtls_ecp_mul(&group, &product, &scalar, &point, mbedtls_fill_random, nullptr); }
	int multiply_portably() { return estragon_portable_ecp_mul_restartable(&group, &product, &scalar, &point, mbedtls_fill_random, nullptr, nullptr); }
	// What is used where the processor or libcrypto has no faster way.
	String multiply_by_everest() const {
		uint8_t bytes[3][32] = {};
		mbedtls_mpi_write_binary_le(&scalar, bytes[0], 32);
		mbedtls_mpi_write_binary_le(&point.X, bytes[1], 32);
		Hacl_Curve25519_crypto_scalarmult(bytes[2], bytes[0], bytes[1]);
		return String::hex_encode_buffer(bytes[2], 32);
	}
	String get_product() const {
		uint8_t bytes[32] = {};
		mbedtls_mpi_write_binary_le(&product.X, bytes, 32);
		return String::hex_encode_buffer(bytes, 32);
	}
};

TEST_CASE("[Crypto][X25519] The values of RFC 7748, section 5.2") {
	Curve curve;
	curve.set(String("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4").hex_decode(), String("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c").hex_decode());
	REQUIRE_EQ(curve.multiply(), 0);
	CHECK_EQ(curve.get_product(), "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552");
	curve.set(String("4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d").hex_decode(), String("e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493").hex_decode());
	REQUIRE_EQ(curve.multiply(), 0);
	CHECK_EQ(curve.get_product(), "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957");
}

TEST_CASE("[Crypto][X25519] Any scalar and point give what mbedTLS makes of them") {
	Curve curve;
	for (int i = 0; i < 100; i++) {
		Vector<uint8_t> bytes[2];
		for (Vector<uint8_t> &each : bytes) {
			each.resize(32);
			mbedtls_fill_random(nullptr, each.ptrw(), 32);
		}
		if (i % 10 == 0) {
			bytes[1].fill(i % 20 == 0 ? 0xff : 0); // Not reduced; and small.
			bytes[1].write[0] = uint8_t(0xee + i % 7);
		}
		curve.set(bytes[0], bytes[1]);
		const int expected = curve.multiply_portably();
		const String product = curve.get_product();
		REQUIRE_EQ(curve.multiply(), expected);
		if (expected == 0) {
			REQUIRE_EQ(curve.get_product(), product);
			CHECK_EQ(curve.multiply_by_everest(), product);
			CHECK_EQ(mbedtls_mpi_cmp_int(&curve.product.Z, 1), 0);
		}
	}
}

TEST_CASE("[Crypto][X25519] Points of small order, and what is no scalar, are refused") {
	Curve curve;
	const Vector<uint8_t> scalar = String("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4").hex_decode();
	for (const char *point : { "0000000000000000000000000000000000000000000000000000000000000000", "0100000000000000000000000000000000000000000000000000000000000000",
				 "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800", "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
				 "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
				 "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f" }) {
		curve.set(scalar, String(point).hex_decode());
		CHECK_NE(curve.multiply(), 0);
	}
	curve.set(scalar, String("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c").hex_decode());
	mbedtls_mpi_lset(&curve.scalar, 5);
	CHECK_NE(curve.multiply(), 0);
}

} // namespace TestX25519
