// CryptoKey: parsing and writing of keys.
#include "modules/mbedtls/crypto/crypto_key_mbedtls.h"

#include "core/io/file_access.h"
#include "core/io/file_system.h"
#include "core/io/path_mapping.h"
#include "modules/mbedtls/crypto/mbedtls_support.h"

#include <cstring>

// Bytes of PEM that the largest key (16384 bits) needs.
static constexpr size_t MAX_PEM_BYTES = 16 * 1024;

Ref<ParsedKey> CryptoKeyMbedTLS::get_parsed(const Ref<CryptoKey> &p_key) {
	// In this build every key is one of ours.
	return p_key.is_valid() ? static_cast<const CryptoKeyMbedTLS *>(p_key.ptr())->parsed : Ref<ParsedKey>();
}

Ref<CryptoKey> CryptoKeyMbedTLS::make(const Ref<ParsedKey> &p_parsed) {
	CryptoKeyMbedTLS *key = memnew(CryptoKeyMbedTLS);
	key->parsed = p_parsed;
	return Ref<CryptoKey>(key);
}

int CryptoKeyMbedTLS::parse(Span<uint8_t> p_bytes, bool p_public_only, Ref<ParsedKey> &r_parsed) {
	if (p_bytes.is_empty()) {
		return MBEDTLS_ERR_PK_KEY_INVALID_FORMAT;
	}
	// The parser takes PEM with the zero at its end, and tells it from DER by that.
	WipedBytes terminated(p_bytes.size() + 1);
	memcpy(terminated.ptr(), p_bytes.ptr(), p_bytes.size());
	terminated.ptr()[p_bytes.size()] = 0;
	const bool is_pem = strstr(terminated.text(), "-----BEGIN") != nullptr;
	const size_t size = terminated.size() - (is_pem ? 0 : 1);
	Ref<ParsedKey> fresh;
	fresh.instantiate();
	fresh->is_public_only = p_public_only;
	const int result = p_public_only ? mbedtls_pk_parse_public_key(&fresh->pk, terminated.ptr(), size) : mbedtls_pk_parse_key(&fresh->pk, terminated.ptr(), size, nullptr, 0, mbedtls_fill_random, nullptr);
	if (result == 0) {
		r_parsed = fresh;
	}
	return result;
}

Error CryptoKeyMbedTLS::_take(Span<uint8_t> p_bytes, bool p_public_only, const String &p_where) {
	ERR_FAIL_COND_V_MSG(p_public_only && !is_public_only(), FAILED, "This CryptoKey holds a private key, which a public one does not replace: load " + p_where + " into a new CryptoKey.");
	Ref<ParsedKey> fresh;
	const int result = parse(p_bytes, p_public_only, fresh);
	const String kind = p_public_only ? "public" : "private";
	ERR_FAIL_COND_V_MSG(result != 0, FAILED, "No " + kind + " key can be read from " + p_where + ": " + mbedtls_describe_error(result) + "." + mbedtls_describe_text(p_bytes));
	parsed = fresh;
	return OK;
}

Error CryptoKeyMbedTLS::load(const String &p_path, bool p_public_only) {
	Error error = OK;
	Vector<uint8_t> bytes = FileAccess::get_file_as_bytes(p_path, &error);
	ERR_FAIL_COND_V_MSG(error != OK, ERR_INVALID_PARAMETER, "The key file " + p_path + " cannot be opened.");
	error = _take(bytes.span(), p_public_only, p_path);
	mbedtls_wipe(bytes.ptrw(), size_t(bytes.size()));
	return error;
}

Error CryptoKeyMbedTLS::load_from_string(const String &p_text, bool p_public_only) {
	const CharString text = p_text.utf8();
	const Error error = _take(Span<uint8_t>(reinterpret_cast<const uint8_t *>(text.get_data()), uint64_t(text.length())), p_public_only, "the text");
	mbedtls_wipe(const_cast<char *>(text.get_data()), size_t(text.length())); // Nobody else has it.
	return error;
}

String CryptoKeyMbedTLS::save_to_string(bool p_public_only) {
	ERR_FAIL_COND_V_MSG(parsed.is_null(), String(), "This CryptoKey is empty: load or generate a key first.");
	ERR_FAIL_COND_V_MSG(!p_public_only && parsed->is_public_only, String(), "This CryptoKey has only the public part: pass public_only = true.");
	WipedBytes pem(MAX_PEM_BYTES);
	const int result = p_public_only ? mbedtls_pk_write_pubkey_pem(&parsed->pk, pem.ptr(), pem.size()) : mbedtls_pk_write_key_pem(&parsed->pk, pem.ptr(), pem.size());
	ERR_FAIL_COND_V_MSG(result != 0, String(), "The key cannot be written: " + mbedtls_describe_error(result) + ".");
	return String(pem.text());
}

// A private key is readable by its owner alone, from the first byte on.
Error CryptoKeyMbedTLS::save(const String &p_path, bool p_public_only) {
	const String text = save_to_string(p_public_only);
	if (text.is_empty()) {
		return ERR_INVALID_DATA;
	}
	const String system_path = map_to_system_path(p_path);
	const bool is_new = !p_public_only && FileSystem::get_kind(system_path) == FileSystem::KIND_NONE;
	Error error = is_new ? FileSystem::make_private_file(system_path) : OK;
	if (error == OK) {
		error = FileAccess::save_text(p_path, text);
		if (error != OK && is_new) {
			FileSystem::remove(system_path);
		}
	}
	ERR_FAIL_COND_V_MSG(error != OK, ERR_INVALID_PARAMETER, "The key file " + p_path + " cannot be written.");
	return OK;
}
