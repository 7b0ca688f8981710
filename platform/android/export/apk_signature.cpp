// Signing packages: see the header. Numbers are little endian, and whatever varies stands behind its length (u32).
#include "platform/android/export/apk_signature.h"

#include "core/string/digest.h"
#include "platform/android/export/byte_out.h"
#include "platform/android/export/der_reader.h"

#include <cstring>

namespace {

constexpr uint32_t ID_V2 = 0x7109871a;
constexpr uint32_t ID_V3 = 0xf05368c0;
constexpr uint32_t RSA_SHA256 = 0x0103; // PKCS #1 v1.5.
constexpr uint32_t ECDSA_SHA256 = 0x0201;
constexpr uint32_t ATTRIBUTE_STRIPPED = 0xbeeff00d; // "There was a signature of scheme v3": nobody can take it away unseen.
constexpr uint32_t FIRST_V3_SDK = 28;
constexpr uint32_t LAST_SDK = 0x7fffffff;
constexpr uint64_t CHUNK_BYTES = 1024 * 1024;
constexpr char MAGIC[] = "APK Sig Block 42";

Vector<uint8_t> digest_of(const Vector<uint8_t> &p_bytes) {
	Vector<uint8_t> digest;
	digest.resize(Digest::get_size(Digest::SHA256));
	Digest::compute(Digest::SHA256, p_bytes.span(), digest.ptrw());
	return digest;
}

// Of pieces of a mebibyte each: SHA-256 of 0xa5, its length and itself.
void add_chunk_digests(const Vector<uint8_t> &p_part, ByteOut &r_digests, uint32_t &r_count) {
	for (uint64_t at = 0; at < uint64_t(p_part.size()); at += CHUNK_BYTES) {
		const uint64_t length = MIN(CHUNK_BYTES, uint64_t(p_part.size()) - at);
		ByteOut head;
		head.u8(0xa5);
		head.u32(uint32_t(length));
		Digest digest(Digest::SHA256);
		digest.update(head.get().span());
		digest.update(Span<uint8_t>(p_part.ptr() + at, length));
		uint8_t result[Digest::MAX_BYTES];
		digest.finish(result);
		r_digests.append(Span<uint8_t>(result, 32));
		r_count++;
	}
}

Vector<uint8_t> digest_of_archive(const Vector<uint8_t> &p_entries, const Vector<uint8_t> &p_directory, const Vector<uint8_t> &p_end) {
	ByteOut digests;
	uint32_t count = 0;
	for (const Vector<uint8_t> *part : { &p_entries, &p_directory, &p_end }) {
		add_chunk_digests(*part, digests, count);
	}
	ByteOut top;
	top.u8(0x5a);
	top.u32(count);
	top.append(digests.get());
	return digest_of(top.get());
}

// A list with one item.
Vector<uint8_t> list_of(const Vector<uint8_t> &p_item) {
	ByteOut list;
	list.block(p_item);
	return list.get();
}

Vector<uint8_t> numbered(uint32_t p_number, const Vector<uint8_t> &p_bytes) {
	ByteOut item;
	item.u32(p_number);
	item.block(p_bytes);
	return item.get();
}

struct Scheme {
	uint32_t id;
	bool has_range; // Of Android versions.
	uint32_t first_sdk;
};

Vector<uint8_t> make_signer(const SigningIdentity &p_identity, const Scheme &p_scheme, const Vector<uint8_t> &p_digest) {
	const uint32_t algorithm = p_identity.is_elliptic ? ECDSA_SHA256 : RSA_SHA256;
	ByteOut range;
	if (p_scheme.has_range) {
		range.u32(p_scheme.first_sdk);
		range.u32(LAST_SDK);
	}
	ByteOut stripped;
	stripped.u32(ATTRIBUTE_STRIPPED);
	stripped.u32(3);
	ByteOut signed_data;
	signed_data.block(list_of(numbered(algorithm, p_digest)));
	signed_data.block(list_of(p_identity.certificate));
	signed_data.append(range.get());
	signed_data.block(p_scheme.has_range ? Vector<uint8_t>() : list_of(stripped.get()));

	const Ref<Crypto> crypto(Crypto::create());
	const Vector<uint8_t> signature = crypto->sign(HashingContext::HASH_SHA256, digest_of(signed_data.get()), p_identity.key);
	if (signature.is_empty()) {
		return signature;
	}
	ByteOut signer;
	signer.block(signed_data.get());
	signer.append(range.get());
	signer.block(list_of(numbered(algorithm, signature)));
	signer.block(p_identity.public_key);
	return signer.get();
}

} // namespace

bool SigningIdentity::set_certificate(const Vector<uint8_t> &p_certificate) {
	static constexpr uint8_t RSA_OID[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01 };
	static constexpr uint8_t EC_OID[] = { 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01 };
	DerReader outer(p_certificate.span());
	DerReader whole = outer.enter(DER_SEQUENCE);
	DerReader body = whole.enter(DER_SEQUENCE);
	body.skip_if(DER_CONTEXT_0); // Version.
	body.skip(); // Serial number.
	body.skip(); // Algorithm.
	body.skip(); // Issuer.
	body.skip(); // Validity.
	body.skip(); // Subject.
	const Span<uint8_t> key_info = body.take_whole(DER_SEQUENCE);
	DerReader info(key_info);
	DerReader algorithm = info.enter(DER_SEQUENCE).enter(DER_SEQUENCE);
	const Span<uint8_t> kind = algorithm.take(DER_OID);
	const bool is_rsa = der_equal(kind, RSA_OID, sizeof(RSA_OID));
	is_elliptic = der_equal(kind, EC_OID, sizeof(EC_OID));
	certificate = p_certificate;
	public_key.clear();
	public_key.append_span(key_info);
	return is_rsa || is_elliptic;
}

bool SigningIdentity::is_consistent() const {
	if (key.is_null()) {
		return false;
	}
	const Vector<uint8_t> own = pem_to_der(key->save_to_string(true));
	return own == public_key;
}

Vector<uint8_t> ApkSignature::make_block(const SigningIdentity &p_identity, const Vector<uint8_t> &p_entries, const Vector<uint8_t> &p_directory, const Vector<uint8_t> &p_end, int p_min_sdk) {
	const Vector<uint8_t> digest = digest_of_archive(p_entries, p_directory, p_end);
	const Scheme schemes[] = { { ID_V2, false, 0 }, { ID_V3, true, MAX(FIRST_V3_SDK, uint32_t(p_min_sdk)) } };
	ByteOut pairs;
	for (const Scheme &scheme : schemes) {
		const Vector<uint8_t> signer = make_signer(p_identity, scheme, digest);
		if (signer.is_empty()) {
			return Vector<uint8_t>();
		}
		ByteOut value;
		value.u32(scheme.id);
		value.block(list_of(signer));
		pairs.u64(uint64_t(value.size()));
		pairs.append(value.get());
	}
	ByteOut block;
	const uint64_t length = uint64_t(pairs.size()) + 8 + 16;
	block.u64(length);
	block.append(pairs.get());
	block.u64(length);
	block.text(MAGIC, 16);
	return block.get();
}
