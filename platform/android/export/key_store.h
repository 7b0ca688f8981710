// Keys and certificates to sign with: from PKCS #12 files, as keytool and OpenSSL 3 write them, and from PEM files.
#pragma once

#include "core/error/error_list.h"
#include "platform/android/export/apk_signature.h"

namespace KeyStore {

constexpr int64_t MAX_BYTES = 1024 * 1024;
constexpr int64_t MAX_ROUNDS = 500000; // Of all derivations of keys from the password that one file asks for: seconds, not hours.

// p_alias chooses among several keys (case does not matter); empty: the only one. On an error r_problem is a sentence about the file, without its name.
Error open(const Vector<uint8_t> &p_bytes, const String &p_alias, const String &p_password, SigningIdentity &r_identity, String &r_problem);
// The key for debug exports at p_path, a PEM file: made when it is not there. r_made tells.
Error open_debug_key(const String &p_path, SigningIdentity &r_identity, bool &r_made, String &r_problem);

} // namespace KeyStore
