// Certificates and keys by mbedTLS's writers.
#include "modules/mbedtls/crypto/certificate_writer.h"

#include "core/io/ip_address.h"
#include "modules/mbedtls/crypto/mbedtls_support.h"

#include <mbedtls/asn1write.h>
#include <mbedtls/ecp.h>
#include <mbedtls/oid.h>
#include <mbedtls/rsa.h>

#include <cstring>

namespace {

constexpr size_t MAX_CERTIFICATE_BYTES = 32 * 1024;
constexpr int SERIAL_BYTES = 16;
constexpr int DATE_DIGITS = 14;

// Gives the writer back on every path.
struct Writer {
	mbedtls_x509write_cert certificate;
	Writer() { mbedtls_x509write_crt_init(&certificate); }
	~Writer() { mbedtls_x509write_crt_free(&certificate); }
};

// A list of names in the library's form; owns the bytes they point to.
class NameList {
public:
	explicit NameList(const Vector<String> &p_names) {
		entries.resize(uint32_t(p_names.size()));
		values.resize(uint32_t(p_names.size()));
		for (uint32_t i = 0; i < entries.size(); i++) {
			_fill(entries[i], values[i], p_names[i]);
			entries[i].next = i + 1 < entries.size() ? &entries[i + 1] : nullptr;
		}
	}
	const mbedtls_x509_san_list *first() const { return entries.is_empty() ? nullptr : entries.ptr(); }

private:
	static void _fill(mbedtls_x509_san_list &r_entry, Vector<uint8_t> &r_value, const String &p_name) {
		memset(&r_entry, 0, sizeof(r_entry));
		const IPAddress address(p_name);
		if (address.is_valid()) {
			r_value.append_span(address.is_ipv4() ? Span<uint8_t>(address.get_ipv4(), 4) : Span<uint8_t>(address.get_ipv6(), 16));
			r_entry.node.type = MBEDTLS_X509_SAN_IP_ADDRESS;
		} else {
			r_value = p_name.to_utf8_buffer();
			r_entry.node.type = MBEDTLS_X509_SAN_DNS_NAME;
		}
		r_entry.node.san.unstructured_name.p = r_value.ptrw();
		r_entry.node.san.unstructured_name.len = size_t(r_value.size());
	}

	LocalVector<mbedtls_x509_san_list> entries;
	LocalVector<Vector<uint8_t>> values;
};

bool is_date(const String &p_text) {
	return p_text.length() == DATE_DIGITS && p_text.is_valid_int();
}

int set_usage(mbedtls_x509write_cert &r_writer, CertificatePlan::Purpose p_purpose) {
	if (p_purpose == CertificatePlan::PURPOSE_AUTHORITY) {
		return mbedtls_x509write_crt_set_key_usage(&r_writer, MBEDTLS_X509_KU_KEY_CERT_SIGN | MBEDTLS_X509_KU_CRL_SIGN);
	}
	if (p_purpose == CertificatePlan::PURPOSE_SELF_SIGNED) {
		return 0; // For everything.
	}
	mbedtls_asn1_sequence usage = {};
	usage.buf.tag = MBEDTLS_ASN1_OID;
	usage.buf.p = reinterpret_cast<unsigned char *>(const_cast<char *>(MBEDTLS_OID_SERVER_AUTH));
	usage.buf.len = MBEDTLS_OID_SIZE(MBEDTLS_OID_SERVER_AUTH);
	const int result = mbedtls_x509write_crt_set_ext_key_usage(&r_writer, &usage);
	return result != 0 ? result : mbedtls_x509write_crt_set_key_usage(&r_writer, MBEDTLS_X509_KU_DIGITAL_SIGNATURE | MBEDTLS_X509_KU_KEY_ENCIPHERMENT);
}

int fill_writer(mbedtls_x509write_cert &r_writer, const CertificatePlan &p_plan) {
	unsigned char serial[SERIAL_BYTES];
	int result = mbedtls_fill_random(nullptr, serial, sizeof(serial));
	serial[0] &= 0x7F; // Positive,
	serial[0] |= 0x40; // and not shorter than it is.
	const bool is_authority = p_plan.purpose != CertificatePlan::PURPOSE_SERVER;
	const bool is_large = mbedtls_pk_get_bitlen(&p_plan.issuer_key->pk) == 384;
	mbedtls_x509write_crt_set_version(&r_writer, MBEDTLS_X509_CRT_VERSION_3);
	mbedtls_x509write_crt_set_md_alg(&r_writer, is_large ? MBEDTLS_MD_SHA384 : MBEDTLS_MD_SHA256);
	mbedtls_x509write_crt_set_subject_key(&r_writer, &p_plan.key->pk);
	mbedtls_x509write_crt_set_issuer_key(&r_writer, &p_plan.issuer_key->pk);
	const NameList names(p_plan.alternative_names);
	// The first that fails decides.
	result = result != 0 ? result : mbedtls_x509write_crt_set_serial_raw(&r_writer, serial, sizeof(serial));
	result = result != 0 ? result : mbedtls_x509write_crt_set_subject_name(&r_writer, p_plan.subject.utf8().get_data());
	result = result != 0 ? result : mbedtls_x509write_crt_set_issuer_name(&r_writer, p_plan.issuer.utf8().get_data());
	result = result != 0 ? result : mbedtls_x509write_crt_set_validity(&r_writer, p_plan.not_before.utf8().get_data(), p_plan.not_after.utf8().get_data());
	result = result != 0 ? result : mbedtls_x509write_crt_set_basic_constraints(&r_writer, is_authority, is_authority ? 0 : -1);
	result = result != 0 ? result : set_usage(r_writer, p_plan.purpose);
	result = result != 0 ? result : mbedtls_x509write_crt_set_subject_key_identifier(&r_writer);
	result = result != 0 ? result : mbedtls_x509write_crt_set_authority_key_identifier(&r_writer);
	if (result == 0 && names.first()) {
		result = mbedtls_x509write_crt_set_subject_alternative_name(&r_writer, names.first());
	}
	return result;
}

} // namespace

Ref<ParsedChain> write_certificate(const CertificatePlan &p_plan, String &r_error) {
	if (!is_date(p_plan.not_before) || !is_date(p_plan.not_after)) {
		r_error = "dates are written YYYYMMDDhhmmss, not \"" + p_plan.not_before + "\" and \"" + p_plan.not_after + "\"";
		return Ref<ParsedChain>();
	}
	if (p_plan.not_after < p_plan.not_before) {
		r_error = "it would end (" + p_plan.not_after + ") before it begins (" + p_plan.not_before + ")";
		return Ref<ParsedChain>();
	}
	Writer writer;
	int result = fill_writer(writer.certificate, p_plan);
	LocalVector<uint8_t> der;
	der.resize(MAX_CERTIFICATE_BYTES);
	if (result == 0) {
		result = mbedtls_x509write_crt_der(&writer.certificate, der.ptr(), der.size(), mbedtls_fill_random, nullptr);
	}
	Ref<ParsedChain> parsed;
	if (result > 0) {
		// It is written from the end of the buffer backwards.
		result = X509CertificateMbedTLS::parse(Span<uint8_t>(der.ptr() + der.size() - uint32_t(result), uint64_t(result)), parsed);
	}
	if (result != 0) {
		r_error = mbedtls_describe_error(result);
	}
	return parsed;
}

Ref<ParsedKey> generate_rsa_key(int p_bits, String &r_error) {
	static constexpr int PUBLIC_EXPONENT = 65537;
	Ref<ParsedKey> key;
	key.instantiate();
	int result = mbedtls_pk_setup(&key->pk, mbedtls_pk_info_from_type(MBEDTLS_PK_RSA));
	if (result == 0) {
		result = mbedtls_rsa_gen_key(mbedtls_pk_rsa(key->pk), mbedtls_fill_random, nullptr, unsigned(p_bits), PUBLIC_EXPONENT);
	}
	if (result != 0) {
		r_error = mbedtls_describe_error(result);
		return Ref<ParsedKey>();
	}
	return key;
}

Ref<ParsedKey> generate_ec_key(int p_bits, String &r_error) {
	Ref<ParsedKey> key;
	key.instantiate();
	int result = mbedtls_pk_setup(&key->pk, mbedtls_pk_info_from_type(MBEDTLS_PK_ECKEY));
	if (result == 0) {
		result = mbedtls_ecp_gen_key(p_bits == 384 ? MBEDTLS_ECP_DP_SECP384R1 : MBEDTLS_ECP_DP_SECP256R1, mbedtls_pk_ec(key->pk), mbedtls_fill_random, nullptr);
	}
	if (result != 0) {
		r_error = mbedtls_describe_error(result);
		return Ref<ParsedKey>();
	}
	return key;
}
