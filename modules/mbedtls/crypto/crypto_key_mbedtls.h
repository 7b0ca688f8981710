// CryptoKey on mbedTLS: RSA and EC keys.
#pragma once

#include "core/crypto/crypto.h"

#include <mbedtls/pk.h>

// A parsed key. Never changed once it is shared, so that connections of any thread may use it; wiped when the last one lets go.
class ParsedKey : public RefCounted {
	GDCLASS(ParsedKey, RefCounted);

public:
	mbedtls_pk_context pk;
	bool is_public_only = false;

	ParsedKey() { mbedtls_pk_init(&pk); }
	~ParsedKey() override { mbedtls_pk_free(&pk); }
};

class CryptoKeyMbedTLS : public CryptoKey {
public:
	static CryptoKey *create() { return memnew(CryptoKeyMbedTLS); }
	static void make_default() { _create = create; }
	static void unmake_default() { _create = nullptr; }
	// null when p_key is null or empty.
	static Ref<ParsedKey> get_parsed(const Ref<CryptoKey> &p_key);
	static Ref<CryptoKey> make(const Ref<ParsedKey> &p_parsed);

	Error load(const String &p_path, bool p_public_only) override;
	Error save(const String &p_path, bool p_public_only) override;
	String save_to_string(bool p_public_only) override;
	Error load_from_string(const String &p_text, bool p_public_only) override;
	bool is_public_only() const override { return parsed.is_null() || parsed->is_public_only; }

	// p_bytes: PEM or DER. Reports nothing; the library's error number, 0 when it went well.
	static int parse(Span<uint8_t> p_bytes, bool p_public_only, Ref<ParsedKey> &r_parsed);

private:
	Error _take(Span<uint8_t> p_bytes, bool p_public_only, const String &p_where);

	Ref<ParsedKey> parsed; // null while empty. Replaced as a whole: who uses the old one keeps it.
};
