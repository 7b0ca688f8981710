// PKCS #12 (RFC 7292) with PBES2 (RFC 8018): a list of parts, each a list of bags with keys and certificates, both sealed with the password.
#include "platform/android/export/key_store.h"

#include "core/crypto/aes_context.h"
#include "core/crypto/hashing_context.h"
#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/io/file_system.h"
#include "core/string/print_string.h"
#include "platform/android/export/der_reader.h"

#include <cstring>

namespace {

struct Oid {
	uint8_t bytes[12];
	uint64_t length;

	bool is(Span<uint8_t> p_oid) const { return der_equal(p_oid, bytes, length); }
};
#define PKCS 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d
constexpr Oid DATA = { { PKCS, 0x01, 0x07, 0x01 }, 9 };
constexpr Oid ENCRYPTED_DATA = { { PKCS, 0x01, 0x07, 0x06 }, 9 };
constexpr Oid PBES2 = { { PKCS, 0x01, 0x05, 0x0d }, 9 };
constexpr Oid PBKDF2 = { { PKCS, 0x01, 0x05, 0x0c }, 9 };
constexpr Oid HMAC_SHA1 = { { PKCS, 0x02, 0x07 }, 8 };
constexpr Oid HMAC_SHA256 = { { PKCS, 0x02, 0x09 }, 8 };
constexpr Oid PLAIN_KEY_BAG = { { PKCS, 0x01, 0x0c, 0x0a, 0x01, 0x01 }, 11 };
constexpr Oid SEALED_KEY_BAG = { { PKCS, 0x01, 0x0c, 0x0a, 0x01, 0x02 }, 11 };
constexpr Oid CERTIFICATE_BAG = { { PKCS, 0x01, 0x0c, 0x0a, 0x01, 0x03 }, 11 };
constexpr Oid FRIENDLY_NAME = { { PKCS, 0x01, 0x09, 0x14 }, 9 };
constexpr Oid LOCAL_KEY_ID = { { PKCS, 0x01, 0x09, 0x15 }, 9 };
#undef PKCS
constexpr Oid AES_128 = { { 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x02 }, 9 };
constexpr Oid AES_192 = { { 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x16 }, 9 };
constexpr Oid AES_256 = { { 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2a }, 9 };

Vector<uint8_t> copy_of(Span<uint8_t> p_bytes) {
	Vector<uint8_t> bytes;
	bytes.append_span(p_bytes);
	return bytes;
}

struct Bag {
	String name; // "friendlyName", which tools call the alias.
	Vector<uint8_t> id; // Equal for a key and its certificate.
	Vector<uint8_t> content; // PKCS #8, or X.509.
};

class Pkcs12 {
public:
	explicit Pkcs12(const String &p_password) :
			password(p_password.is_empty() ? Vector<uint8_t>({ 0 }) : p_password.to_utf8_buffer()) {} // HMAC fills keys up with zeros.

	LocalVector<Bag> keys;
	LocalVector<Bag> certificates;
	String problem;

	bool read(Span<uint8_t> p_bytes) {
		DerReader outer(p_bytes);
		DerReader file = outer.enter(DER_SEQUENCE);
		if (file.take_int() != 3) {
			return fail("it is no PKCS #12 key store");
		}
		DerReader info = file.enter(DER_SEQUENCE);
		if (!DATA.is(info.take(DER_OID))) {
			return fail("it is sealed with a public key, which is not supported");
		}
		DerReader parts = info.enter(DER_CONTEXT_0).enter(DER_OCTETS).enter(DER_SEQUENCE);
		while (!parts.is_at_end()) {
			if (!read_part(parts.enter(DER_SEQUENCE))) {
				return false;
			}
		}
		return true;
	}

private:
	bool fail(const char *p_problem) {
		problem = p_problem;
		return false;
	}

	bool read_part(DerReader p_part) {
		const Span<uint8_t> kind = p_part.take(DER_OID);
		DerReader content = p_part.enter(DER_CONTEXT_0);
		if (DATA.is(kind)) {
			return read_bags(content.take(DER_OCTETS));
		}
		if (!ENCRYPTED_DATA.is(kind)) {
			return fail("it has a part of an unknown kind");
		}
		DerReader sealed = content.enter(DER_SEQUENCE);
		sealed.take_int(); // Version.
		DerReader info = sealed.enter(DER_SEQUENCE);
		info.take(DER_OID);
		const DerReader algorithm = info.enter(DER_SEQUENCE);
		Vector<uint8_t> opened;
		return open_seal(algorithm, info.take(DER_CONTEXT_0_PLAIN), opened) && read_bags(opened.span());
	}

	bool read_bags(Span<uint8_t> p_bags) {
		DerReader outer(p_bags);
		DerReader bags = outer.enter(DER_SEQUENCE);
		while (!bags.is_at_end()) {
			DerReader bag = bags.enter(DER_SEQUENCE);
			const Span<uint8_t> kind = bag.take(DER_OID);
			DerReader value = bag.enter(DER_CONTEXT_0);
			Bag found;
			bool is_key = PLAIN_KEY_BAG.is(kind);
			if (is_key) {
				found.content = copy_of(value.take_whole(DER_SEQUENCE));
			} else if (SEALED_KEY_BAG.is(kind)) {
				is_key = true;
				DerReader sealed = value.enter(DER_SEQUENCE);
				const DerReader algorithm = sealed.enter(DER_SEQUENCE);
				if (!open_seal(algorithm, sealed.take(DER_OCTETS), found.content)) {
					return false;
				}
			} else if (CERTIFICATE_BAG.is(kind)) {
				DerReader certificate = value.enter(DER_SEQUENCE);
				certificate.take(DER_OID);
				found.content = copy_of(certificate.enter(DER_CONTEXT_0).take(DER_OCTETS));
			} else {
				continue;
			}
			read_attributes(bag.enter(DER_SET), found);
			(is_key ? keys : certificates).push_back(found);
		}
		return true;
	}

	static void read_attributes(DerReader p_attributes, Bag &r_bag) {
		while (!p_attributes.is_at_end()) {
			DerReader attribute = p_attributes.enter(DER_SEQUENCE);
			const Span<uint8_t> kind = attribute.take(DER_OID);
			DerReader values = attribute.enter(DER_SET);
			if (FRIENDLY_NAME.is(kind)) {
				const Span<uint8_t> text = values.take(DER_BMP_TEXT);
				for (uint64_t i = 0; i + 1 < text.size(); i += 2) {
					r_bag.name += String::chr(char32_t(text[i] << 8 | text[i + 1]));
				}
			} else if (LOCAL_KEY_ID.is(kind)) {
				r_bag.id = copy_of(values.take(DER_OCTETS));
			}
		}
	}

	// RFC 8018, 5.2. One block of the hash is enough for AES with SHA-256; SHA-1 needs two.
	Vector<uint8_t> derive_key(Span<uint8_t> p_salt, int64_t p_rounds, int p_bytes, HashingContext::HashType p_hash) const {
		const Ref<Crypto> crypto(Crypto::create());
		Vector<uint8_t> key;
		for (uint8_t block = 1; key.size() < p_bytes; block++) {
			Vector<uint8_t> salted = copy_of(p_salt);
			salted.append_array(Vector<uint8_t>({ 0, 0, 0, block }));
			Vector<uint8_t> last = crypto->hmac_digest(p_hash, password, salted);
			Vector<uint8_t> sum = last;
			for (int64_t round = 1; round < p_rounds; round++) {
				last = crypto->hmac_digest(p_hash, password, last);
				uint8_t *sums = sum.ptrw();
				for (int64_t i = 0; i < sum.size(); i++) {
					sums[i] ^= last[i];
				}
			}
			key.append_array(sum);
		}
		return key.slice(0, p_bytes);
	}

	bool open_seal(DerReader p_algorithm, Span<uint8_t> p_sealed, Vector<uint8_t> &r_opened) {
		static constexpr const char *OLD = "its encryption is an old one; make a copy that this program reads with: keytool -importkeystore -srckeystore OLD -destkeystore NEW -deststoretype PKCS12";
		if (!PBES2.is(p_algorithm.take(DER_OID))) {
			return fail(OLD);
		}
		DerReader parameters = p_algorithm.enter(DER_SEQUENCE);
		DerReader derivation = parameters.enter(DER_SEQUENCE);
		if (!PBKDF2.is(derivation.take(DER_OID))) {
			return fail(OLD);
		}
		DerReader settings = derivation.enter(DER_SEQUENCE);
		const Span<uint8_t> salt = settings.take(DER_OCTETS);
		const int64_t rounds = settings.take_int();
		settings.skip_if(DER_INTEGER); // The length of the key, which the cipher tells.
		const Span<uint8_t> function = settings.is_at_end() ? Span<uint8_t>() : settings.enter(DER_SEQUENCE).take(DER_OID);
		const bool is_sha1 = function.is_empty() || HMAC_SHA1.is(function);
		if (rounds < 1 || (!is_sha1 && !HMAC_SHA256.is(function))) {
			return fail("it derives its key in a way that is not supported (PBKDF2 with SHA-1 or SHA-256 is)");
		}
		if (rounds > rounds_left) {
			return fail("it asks for too many rounds to derive its keys; make a copy that asks for fewer with: keytool -importkeystore -srckeystore OLD -destkeystore NEW -deststoretype PKCS12");
		}
		rounds_left -= rounds;
		DerReader cipher = parameters.enter(DER_SEQUENCE);
		const Span<uint8_t> kind = cipher.take(DER_OID);
		const int key_bytes = AES_256.is(kind) ? 32 : (AES_192.is(kind) ? 24 : (AES_128.is(kind) ? 16 : 0));
		const Span<uint8_t> start = cipher.take(DER_OCTETS);
		if (key_bytes == 0 || start.size() != AESContext::BLOCK_BYTES) {
			return fail(OLD);
		}
		if (p_sealed.is_empty() || p_sealed.size() % AESContext::BLOCK_BYTES != 0) {
			return fail("it is damaged");
		}
		const Vector<uint8_t> key = derive_key(salt, rounds, key_bytes, is_sha1 ? HashingContext::HASH_SHA1 : HashingContext::HASH_SHA256);
		const Ref<AESContext> aes(AESContext::create());
		if (aes->start(AESContext::MODE_CBC_DECRYPT, key, copy_of(start)) != OK) {
			return fail("this build has no AES");
		}
		r_opened = aes->update(copy_of(p_sealed));
		return take_padding_off(r_opened);
	}

	bool take_padding_off(Vector<uint8_t> &r_bytes) {
		const int64_t count = r_bytes.is_empty() ? 0 : r_bytes[r_bytes.size() - 1];
		bool is_sound = count >= 1 && count <= AESContext::BLOCK_BYTES && count <= r_bytes.size();
		for (int64_t i = 0; is_sound && i < count; i++) {
			is_sound = r_bytes[r_bytes.size() - 1 - i] == count;
		}
		// What a wrong password opens is noise: rarely with sound padding, hardly ever a sequence of the right length.
		DerReader content(Span<uint8_t>(r_bytes.ptr(), uint64_t(is_sound ? r_bytes.size() - count : 0)));
		is_sound = is_sound && uint64_t(r_bytes.size() - count) == content.take_whole(DER_SEQUENCE).size();
		if (!is_sound) {
			return fail("the password is wrong");
		}
		r_bytes.resize(r_bytes.size() - count);
		return true;
	}

	Vector<uint8_t> password;
	int64_t rounds_left = KeyStore::MAX_ROUNDS;
};

const Bag *find_key(const Pkcs12 &p_store, const String &p_alias, String &r_problem) {
	if (p_alias.is_empty() && p_store.keys.size() == 1) {
		return &p_store.keys[0];
	}
	Vector<String> names;
	for (const Bag &key : p_store.keys) {
		if (!p_alias.is_empty() && key.name.to_lower() == p_alias.to_lower()) {
			return &key;
		}
		names.push_back("\"" + key.name + "\"");
	}
	r_problem = vformat("it has no key with the alias \"%s\"; it has: %s", p_alias, names.is_empty() ? String("none") : String(", ").join(names));
	return nullptr;
}

bool use_pkcs12(const Pkcs12 &p_store, const String &p_alias, SigningIdentity &r_identity, String &r_problem) {
	const Bag *key = find_key(p_store, p_alias, r_problem);
	if (!key) {
		return false;
	}
	r_identity.key = Ref<CryptoKey>(CryptoKey::create());
	if (r_identity.key.is_null() || r_identity.key->load_from_string(der_to_pem(key->content, "PRIVATE KEY")) != OK) {
		r_problem = "its key is of a kind that is not supported (RSA and the elliptic curves P-256 and P-384 are)";
		return false;
	}
	for (const Bag &certificate : p_store.certificates) {
		if (certificate.id == key->id && r_identity.set_certificate(certificate.content) && r_identity.is_consistent()) {
			return true;
		}
	}
	r_problem = "it has no certificate for its key";
	return false;
}

bool use_pem(const String &p_text, SigningIdentity &r_identity, String &r_problem) {
	r_identity.key = Ref<CryptoKey>(CryptoKey::create());
	if (r_identity.key.is_null() || r_identity.key->load_from_string(p_text) != OK) {
		r_problem = "its key cannot be read";
		return false;
	}
	if (!r_identity.set_certificate(pem_to_der(p_text, "CERTIFICATE")) || !r_identity.is_consistent()) {
		r_problem = "it needs a key and the certificate that belongs to it, one behind the other";
		return false;
	}
	return true;
}

// ERR_ALREADY_EXISTS: another program was faster.
Error make_debug_key(const String &p_path, String &r_problem) {
	static constexpr int BITS = 2048;
	const Ref<Crypto> crypto(Crypto::create());
	const Ref<CryptoKey> key = crypto->generate_rsa(BITS);
	const Ref<X509Certificate> certificate = key.is_valid() ? crypto->generate_self_signed_certificate(key, "CN=Android Debug,O=Android,C=US", "20200101000000", "20500101000000", Vector<String>()) : Ref<X509Certificate>();
	if (certificate.is_null()) {
		r_problem = "a debug key cannot be made";
		return ERR_CANT_CREATE;
	}
	const String folder = p_path.get_base_dir();
	const Error folder_error = DirAccess::make_dir_recursive_absolute(folder);
	// Whole under another name first: several programs may do this at once, and all must sign with the same key.
	const Vector<uint8_t> random = crypto->generate_random_bytes(8);
	const String draft = p_path + "." + String::hex_encode_buffer(random.ptr(), int(random.size()));
	Error error = FileSystem::make_private_file(draft);
	if (error == OK) {
		error = FileAccess::save_text(draft, key->save_to_string() + certificate->save_to_string());
		error = error == OK ? FileSystem::rename_new(draft, p_path) : error;
		if (error != OK) {
			FileSystem::remove(draft);
		}
	}
	if (error != OK && error != ERR_ALREADY_EXISTS) {
		r_problem = vformat("a debug key cannot be written there (%s)", error_names[folder_error != OK && folder_error != ERR_ALREADY_EXISTS ? folder_error : error]);
	}
	return error;
}

} // namespace

Error KeyStore::open(const Vector<uint8_t> &p_bytes, const String &p_alias, const String &p_password, SigningIdentity &r_identity, String &r_problem) {
	static constexpr uint8_t JKS_MAGIC[] = { 0xfe, 0xed, 0xfe, 0xed };
	static constexpr uint8_t JCEKS_MAGIC[] = { 0xce, 0xce, 0xce, 0xce };
	if (p_bytes.size() > MAX_BYTES || p_bytes.size() < int64_t(sizeof(JKS_MAGIC))) {
		r_problem = "it is no key store";
		return ERR_FILE_UNRECOGNIZED;
	}
	const bool is_jceks = memcmp(p_bytes.ptr(), JCEKS_MAGIC, sizeof(JCEKS_MAGIC)) == 0;
	if (is_jceks || memcmp(p_bytes.ptr(), JKS_MAGIC, sizeof(JKS_MAGIC)) == 0) {
		r_problem = String(is_jceks ? "it is a JCEKS key store" : "it is a JKS key store") + "; make a PKCS #12 one of it with: keytool -importkeystore -srckeystore OLD -destkeystore NEW -deststoretype PKCS12" + (is_jceks ? " -srcstoretype JCEKS" : "");
		return ERR_FILE_UNRECOGNIZED;
	}
	const String text = String::utf8(reinterpret_cast<const char *>(p_bytes.ptr()), p_bytes[0] == DER_SEQUENCE ? 0 : p_bytes.size());
	if (text.contains("-----BEGIN ")) {
		return use_pem(text, r_identity, r_problem) ? OK : ERR_FILE_CORRUPT;
	}
	Pkcs12 store(p_password);
	if (!store.read(p_bytes.span())) {
		r_problem = store.problem;
		return ERR_FILE_CORRUPT;
	}
	return use_pkcs12(store, p_alias, r_identity, r_problem) ? OK : ERR_FILE_CORRUPT;
}

Error KeyStore::open_debug_key(const String &p_path, SigningIdentity &r_identity, bool &r_made, String &r_problem) {
	const FileSystem::EntryKind kind = FileSystem::get_kind(p_path);
	if (kind == FileSystem::KIND_OTHER) {
		r_problem = "it is a device or a pipe, not a file";
		return ERR_FILE_UNRECOGNIZED;
	}
	r_made = FileAccess::get_size(p_path) <= 0;
	if (r_made) {
		if (kind == FileSystem::KIND_FILE) {
			FileSystem::remove(p_path); // An empty one was left by a program that was ended while it made it.
		}
		const Error error = make_debug_key(p_path, r_problem);
		r_made = error == OK;
		if (error != OK && error != ERR_ALREADY_EXISTS) {
			return error;
		}
	}
	Error error = OK;
	const Vector<uint8_t> bytes = FileAccess::get_file_as_bytes(p_path, &error);
	if (error != OK) {
		r_problem = vformat("it cannot be read (%s)", error_names[error]);
		return error;
	}
	return open(bytes, String(), String(), r_identity, r_problem);
}
