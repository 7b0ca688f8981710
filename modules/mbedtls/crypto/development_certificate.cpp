// --make-dev-cert: TLS for a developer's own machine in one call.
#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/os/os.h"
#include "core/os/time.h"
#include "modules/mbedtls/crypto/certificate_writer.h"
#include "modules/mbedtls/crypto/crypto_mbedtls.h"

namespace {

constexpr int64_t SECONDS_A_DAY = 86400;
constexpr int64_t AUTHORITY_DAYS = 3650;
constexpr int64_t CERTIFICATE_DAYS = 397; // Browsers take no longer ones.

String days_from_now(int64_t p_days) {
	const int64_t when = int64_t(OS::get_singleton()->get_unix_time()) + p_days * SECONDS_A_DAY;
	String digits;
	for (const char32_t c : Time::get_singleton()->get_datetime_string_from_unix_time(when)) {
		if (c >= '0' && c <= '9') {
			digits += String::chr(c);
		}
	}
	return digits;
}

// Writes a key and its certificate, or says which file cannot be written.
bool save_pair(const Ref<ParsedKey> &p_key, const Ref<ParsedChain> &p_chain, const String &p_path, String &r_report) {
	if (FileAccess::exists(p_path + ".key")) {
		DirAccess::remove_absolute(p_path + ".key"); // Written over, it would keep its mode.
	}
	if (CryptoKeyMbedTLS::make(p_key)->save(p_path + ".key") != OK || X509CertificateMbedTLS::make(p_chain)->save(p_path + ".crt") != OK) {
		r_report = "The files " + p_path + ".key and .crt cannot be written.";
		return false;
	}
	return true;
}

struct Authority {
	Ref<ParsedKey> key;
	Ref<ParsedChain> chain;
};

bool load_authority(const String &p_path, Authority &r_authority, String &r_report) {
	const Ref<CryptoKey> key(CryptoKey::create());
	const Ref<X509Certificate> certificate(X509Certificate::create());
	if (key->load(p_path + ".key") != OK || certificate->load(p_path + ".crt") != OK) {
		r_report = "The authority " + p_path + ".crt and .key cannot be read; delete both to make another one.";
		return false;
	}
	r_authority.key = CryptoKeyMbedTLS::get_parsed(key);
	r_authority.chain = X509CertificateMbedTLS::get_parsed(certificate);
	return true;
}

bool make_authority(const String &p_path, const String &p_name, Authority &r_authority, String &r_report) {
	CertificatePlan plan;
	plan.purpose = CertificatePlan::PURPOSE_AUTHORITY;
	plan.key = generate_ec_key(256, r_report);
	plan.issuer_key = plan.key;
	plan.subject = p_name;
	plan.issuer = p_name;
	plan.not_before = days_from_now(-1);
	plan.not_after = days_from_now(AUTHORITY_DAYS);
	if (plan.key.is_null()) {
		return false;
	}
	r_authority.key = plan.key;
	r_authority.chain = write_certificate(plan, r_report);
	return r_authority.chain.is_valid() && save_pair(r_authority.key, r_authority.chain, p_path, r_report);
}

bool make_server(const String &p_path, const String &p_name, const Authority &p_authority, String &r_report) {
	CertificatePlan plan;
	plan.purpose = CertificatePlan::PURPOSE_SERVER;
	plan.key = generate_ec_key(256, r_report);
	plan.subject = "CN=localhost";
	plan.issuer_key = p_authority.key;
	plan.issuer = p_name;
	plan.not_before = days_from_now(-1);
	plan.not_after = days_from_now(CERTIFICATE_DAYS);
	plan.alternative_names = { "localhost", "*.localhost", "127.0.0.1", "::1" };
	const Ref<ParsedChain> chain = plan.key.is_valid() ? write_certificate(plan, r_report) : Ref<ParsedChain>();
	return chain.is_valid() && save_pair(plan.key, chain, p_path, r_report);
}

String explain(const String &p_authority, const String &p_server, bool p_is_new) {
	return String(p_is_new ? "Made" : "Kept") + " the development authority " + p_authority + ".crt (its key, " + p_authority + ".key, is a secret).\n" +
			"Made the certificate " + p_server + ".crt with its key " + p_server + ".key (mode 0600), for localhost, 127.0.0.1 and ::1, for " + itos(CERTIFICATE_DAYS) + " days.\n\n" +
			"A server shows it:\n" +
			"    var key := CryptoKey.new()\n    key.load(\"" + p_server + ".key\")\n" +
			"    var certificate := X509Certificate.new()\n    certificate.load(\"" + p_server + ".crt\")\n" +
			"    peer.create_server(9080, \"*\", TLSOptions.server(key, certificate))\n\n" +
			"A client trusts the authority:\n" +
			"    var authority := X509Certificate.new()\n    authority.load(\"" + p_authority + ".crt\")\n" +
			"    peer.create_client(\"wss://localhost:9080\", TLSOptions.client(authority))\n" +
			"Other programs: curl --cacert " + p_authority + ".crt https://localhost:9080/\n" +
			"The whole system, as root (Debian): cp " + p_authority + ".crt /usr/local/share/ca-certificates/estragon-dev.crt && update-ca-certificates\n" +
			"Browsers have lists of their own: import " + p_authority + ".crt there as an authority for websites.\n\n" +
			"Only for development: never ship these keys, and never commit them.";
}

} // namespace

Error CryptoMbedTLS::make_development_certificate(const String &p_folder, String &r_report) {
	const String folder = p_folder.is_absolute_path() ? p_folder : OS::get_singleton()->get_working_dir().path_join(p_folder);
	if (DirAccess::make_dir_recursive_absolute(folder) != OK) {
		r_report = "The folder " + folder + " cannot be made.";
		return ERR_CANT_CREATE;
	}
	const String authority_path = folder.path_join("dev-ca");
	const String server_path = folder.path_join("localhost");
	// Those who trust the authority of an earlier call go on trusting.
	const bool is_new = !FileAccess::exists(authority_path + ".key") || !FileAccess::exists(authority_path + ".crt");
	const String name = "CN=Estragon development authority " + Time::get_singleton()->get_date_string_from_system() + ",O=Development";
	Authority authority;
	if (is_new ? !make_authority(authority_path, name, authority, r_report) : !load_authority(authority_path, authority, r_report)) {
		return FAILED;
	}
	char issuer[256];
	mbedtls_x509_dn_gets(issuer, sizeof(issuer), &authority.chain->chain.subject);
	if (!make_server(server_path, String(issuer).replace(", ", ","), authority, r_report)) {
		return FAILED;
	}
	r_report = explain(authority_path, server_path, is_new);
	return OK;
}
