// Signatures of Android packages, schemes v2 (Android 7) and v3 (Android 9), as the platform's documentation describes them.
#pragma once

#include "core/crypto/crypto.h"
#include "core/templates/vector.h"

// Who signs. The certificate is DER, and so is its public key (SubjectPublicKeyInfo).
struct SigningIdentity {
	Ref<CryptoKey> key;
	Vector<uint8_t> certificate;
	Vector<uint8_t> public_key;
	bool is_elliptic = false; // Else RSA.

	// Takes the public key from the certificate. False: it is none, or of a kind that Android does not know.
	bool set_certificate(const Vector<uint8_t> &p_certificate);
	// Whether key and certificate belong together.
	bool is_consistent() const;
};

namespace ApkSignature {

// The block that stands between entries and directory. The three parts are those of the archive without it. Empty, with an error printed: the key cannot sign.
Vector<uint8_t> make_block(const SigningIdentity &p_identity, const Vector<uint8_t> &p_entries, const Vector<uint8_t> &p_directory, const Vector<uint8_t> &p_end, int p_min_sdk);

} // namespace ApkSignature
