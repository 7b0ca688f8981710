// Configurations of mbedTLS from TLSOptions.
#include "modules/mbedtls/tls/tls_context.h"

#include "core/config/project_settings.h"
#include "modules/mbedtls/crypto/mbedtls_support.h"
#include "modules/mbedtls/tls/tls_system_trust.h"

#include <mbedtls/ssl_ciphersuites.h>
#include <psa/crypto.h>

namespace {

constexpr uint32_t TICKET_SECONDS = 86400;

// What 2026's practice accepts: forward secrecy always, and authenticated encryption before CBC.
const int CIPHERS[] = {
	MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
	MBEDTLS_TLS1_3_AES_256_GCM_SHA384,
	MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256,
	MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
	MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
	MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
	MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
	MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
	MBEDTLS_TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
	MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256,
	MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256,
	MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384,
	MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384,
	0,
};

// For options that are null: made once, dropped by cleanup().
BinaryMutex default_mutex;
Ref<TLSOptions> default_options;
bool library_started = false;

Ref<TLSOptions> get_default_options() {
	MutexLock lock(default_mutex);
	if (default_options.is_null()) {
		default_options = TLSOptions::client();
	}
	return default_options;
}

bool start_library() {
	MutexLock lock(default_mutex);
	library_started = library_started || psa_crypto_init() == PSA_SUCCESS;
	return library_started;
}

bool host_matches(const String &p_pattern, const String &p_name) {
	if (!p_pattern.begins_with("*.")) {
		return p_pattern == p_name;
	}
	const int64_t dot = p_name.find(".");
	return dot > 0 && p_name.substr(dot) == p_pattern.substr(1);
}

} // namespace

TLSContext::TLSContext() {
	mbedtls_ssl_config_init(&config);
	mbedtls_ssl_ticket_init(&tickets);
}

TLSContext::~TLSContext() {
	mbedtls_ssl_config_free(&config);
	mbedtls_ssl_ticket_free(&tickets);
}

void TLSContext::cleanup() {
	default_options.unref();
	tls_forget_system_trust();
	if (library_started) {
		mbedtls_psa_crypto_free();
		library_started = false;
	}
}

Ref<TLSContext> TLSContext::get(const Ref<TLSOptions> &p_options, String &r_error) {
	const Ref<TLSOptions> options = p_options.is_valid() ? p_options : get_default_options();
	const Ref<RefCounted> prepared = options->get_prepared();
	if (prepared.is_valid()) {
		// Nobody else prepares options in this build.
		const Ref<TLSContext> known(static_cast<TLSContext *>(prepared.ptr()));
		if (known->_is_current(options)) {
			return known;
		}
	}
	Ref<TLSContext> fresh;
	fresh.instantiate();
	if (!fresh->_make(options, r_error)) {
		return Ref<TLSContext>();
	}
	options->set_prepared(fresh);
	return fresh;
}

bool TLSContext::_is_current(const Ref<TLSOptions> &p_options) const {
	const Ref<ParsedChain> wanted_trust = X509CertificateMbedTLS::get_parsed(p_options->get_trusted_ca_chain());
	if (own.key != CryptoKeyMbedTLS::get_parsed(p_options->get_private_key()) || own.chain != X509CertificateMbedTLS::get_parsed(p_options->get_own_certificate())) {
		return false;
	}
	if (p_options->get_trusted_ca_chain().is_valid() && !unsafe && trusted != wanted_trust) {
		return false;
	}
	for (uint32_t i = 0; i < hosts.size(); i++) {
		const TLSOptions::HostCertificate &entry = p_options->get_host_certificates()[i];
		if (hosts[i].shown.key != CryptoKeyMbedTLS::get_parsed(entry.key) || hosts[i].shown.chain != X509CertificateMbedTLS::get_parsed(entry.certificate)) {
			return false;
		}
	}
	return true;
}

bool TLSContext::_make(const Ref<TLSOptions> &p_options, String &r_error) {
	if (!start_library()) {
		r_error = "The cryptography library could not be started.";
		return false;
	}
	server = p_options->is_server();
	unsafe = p_options->is_unsafe_client();
	common_name = p_options->get_common_name_override();
	const int result = mbedtls_ssl_config_defaults(&config, server ? MBEDTLS_SSL_IS_SERVER : MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT);
	if (result != 0) {
		r_error = "TLS could not be set up: " + mbedtls_describe_error(result) + ".";
		return false;
	}
	mbedtls_ssl_conf_rng(&config, mbedtls_fill_random, nullptr);
	mbedtls_ssl_conf_ciphersuites(&config, CIPHERS);
	mbedtls_ssl_conf_min_tls_version(&config, MBEDTLS_SSL_VERSION_TLS1_2);
	const bool newest = bool(ProjectSettings::get_singleton()->get_setting_with_override("network/tls/enable_tls_v1.3"));
	mbedtls_ssl_conf_max_tls_version(&config, newest ? MBEDTLS_SSL_VERSION_TLS1_3 : MBEDTLS_SSL_VERSION_TLS1_2);
	if (!_take_alpn(p_options->get_alpn_protocols(), r_error)) {
		return false;
	}
	if (server ? !_make_server(p_options, r_error) : !_make_client(p_options, r_error)) {
		return false;
	}
	_name_identity(p_options);
	return true;
}

bool TLSContext::_make_client(const Ref<TLSOptions> &p_options, String &r_error) {
	mbedtls_ssl_conf_session_tickets(&config, MBEDTLS_SSL_SESSION_TICKETS_ENABLED);
	mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(&config, MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
	mbedtls_ssl_conf_authmode(&config, unsafe ? MBEDTLS_SSL_VERIFY_NONE : MBEDTLS_SSL_VERIFY_REQUIRED);
	if (!unsafe) {
		if (p_options->get_trusted_ca_chain().is_valid()) {
			trusted = X509CertificateMbedTLS::get_parsed(p_options->get_trusted_ca_chain());
			if (trusted.is_null()) {
				r_error = "The certificate to trust is empty: load one into it.";
				return false;
			}
		} else {
			trusted = tls_get_system_trust(r_error);
			if (!r_error.is_empty()) {
				return false;
			}
		}
		mbedtls_ssl_conf_ca_chain(&config, trusted.is_valid() ? &trusted->chain : nullptr, nullptr);
	}
	if (p_options->get_private_key().is_valid()) {
		if (!_load_identity(p_options->get_private_key(), p_options->get_own_certificate(), own, r_error)) {
			return false;
		}
		mbedtls_ssl_conf_own_cert(&config, &own.chain->chain, &own.key->pk);
	}
	return true;
}

bool TLSContext::_make_server(const Ref<TLSOptions> &p_options, String &r_error) {
	if (!_load_identity(p_options->get_private_key(), p_options->get_own_certificate(), own, r_error)) {
		return false;
	}
	mbedtls_ssl_conf_own_cert(&config, &own.chain->chain, &own.key->pk);
	for (const TLSOptions::HostCertificate &entry : p_options->get_host_certificates()) {
		Host host;
		host.name = entry.host_name;
		if (!_load_identity(entry.key, entry.certificate, host.shown, r_error)) {
			r_error = entry.host_name + ": " + r_error;
			return false;
		}
		hosts.push_back(host);
	}
	if (!hosts.is_empty()) {
		mbedtls_ssl_conf_sni(&config, _choose_host, this);
	}
	if (p_options->get_trusted_ca_chain().is_valid()) {
		trusted = X509CertificateMbedTLS::get_parsed(p_options->get_trusted_ca_chain());
		if (trusted.is_null()) {
			r_error = "The certificate of the clients' authority is empty: load one into it.";
			return false;
		}
		mbedtls_ssl_conf_ca_chain(&config, &trusted->chain, nullptr);
		mbedtls_ssl_conf_authmode(&config, p_options->requires_client_certificate() ? MBEDTLS_SSL_VERIFY_REQUIRED : MBEDTLS_SSL_VERIFY_OPTIONAL);
	} else {
		mbedtls_ssl_conf_authmode(&config, MBEDTLS_SSL_VERIFY_NONE);
	}
	const int result = mbedtls_ssl_ticket_setup(&tickets, mbedtls_fill_random, nullptr, MBEDTLS_CIPHER_AES_256_GCM, TICKET_SECONDS);
	if (result != 0) {
		r_error = "Session tickets could not be set up: " + mbedtls_describe_error(result) + ".";
		return false;
	}
	mbedtls_ssl_conf_session_tickets_cb(&config, mbedtls_ssl_ticket_write, mbedtls_ssl_ticket_parse, &tickets);
	return true;
}

bool TLSContext::_load_identity(const Ref<CryptoKey> &p_key, const Ref<X509Certificate> &p_certificate, Identity &r_identity, String &r_error) {
	r_identity.key = CryptoKeyMbedTLS::get_parsed(p_key);
	r_identity.chain = X509CertificateMbedTLS::get_parsed(p_certificate);
	if (r_identity.key.is_null() || r_identity.chain.is_null()) {
		r_error = r_identity.key.is_null() ? "The private key is empty: load or generate one." : "The certificate is empty: load or generate one.";
	} else if (r_identity.key->is_public_only) {
		r_error = "The key has only its public part; TLS needs the private one.";
	} else if (mbedtls_pk_check_pair(&r_identity.chain->chain.pk, &r_identity.key->pk, mbedtls_fill_random, nullptr) != 0) {
		r_error = "The private key does not belong to the certificate (the first one, if there are several).";
	}
	return r_error.is_empty();
}

bool TLSContext::_take_alpn(const Vector<String> &p_names, String &r_error) {
	if (p_names.is_empty()) {
		return true;
	}
	for (const String &name : p_names) {
		alpn_names.push_back(name.utf8());
		alpn_list.push_back(alpn_names[alpn_names.size() - 1].get_data());
	}
	alpn_list.push_back(nullptr);
	const int result = mbedtls_ssl_conf_alpn_protocols(&config, alpn_list.ptr());
	if (result != 0) {
		r_error = "The ALPN protocols cannot be used: " + mbedtls_describe_error(result) + ".";
	}
	return result == 0;
}

void TLSContext::_name_identity(const Ref<TLSOptions> &p_options) {
	identity = String(unsafe ? "u" : "v") + (trusted.is_valid() ? itos(int64_t(trusted->get_instance_id())) : String()) + "/" + (own.chain.is_valid() ? itos(int64_t(own.chain->get_instance_id())) : String()) + "/" +
			common_name + "/" + String(",").join(p_options->get_alpn_protocols());
}

int TLSContext::_choose_host(void *p_context, mbedtls_ssl_context *p_ssl, const unsigned char *p_name, size_t p_size) {
	const TLSContext *context = static_cast<const TLSContext *>(p_context);
	const String name = String::utf8(reinterpret_cast<const char *>(p_name), int64_t(p_size)).to_lower();
	for (const Host &host : context->hosts) {
		if (host_matches(host.name, name)) {
			return mbedtls_ssl_set_hs_own_cert(p_ssl, &host.shown.chain->chain, &host.shown.key->pk);
		}
	}
	return 0; // The one that is not for a host.
}
