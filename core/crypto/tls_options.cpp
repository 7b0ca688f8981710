// TLSOptions: the three ways to make one.
#include "core/crypto/tls_options.h"

#include "core/object/class_db.h"

Ref<TLSOptions> TLSOptions::client(Ref<X509Certificate> p_trusted_chain, const String &p_common_name_override) {
	Ref<TLSOptions> options;
	options.instantiate();
	options->mode = MODE_CLIENT;
	options->trusted_chain = p_trusted_chain;
	options->common_name = p_common_name_override;
	return options;
}

Ref<TLSOptions> TLSOptions::client_unsafe(Ref<X509Certificate> p_trusted_chain) {
	Ref<TLSOptions> options;
	options.instantiate();
	options->mode = MODE_CLIENT_UNSAFE;
	options->trusted_chain = p_trusted_chain;
	return options;
}

Ref<TLSOptions> TLSOptions::server(Ref<CryptoKey> p_key, Ref<X509Certificate> p_certificate) {
	ERR_FAIL_COND_V_MSG(p_key.is_null() || p_certificate.is_null(), Ref<TLSOptions>(), "A TLS server needs a private key and a certificate.");
	Ref<TLSOptions> options;
	options.instantiate();
	options->mode = MODE_SERVER;
	options->private_key = p_key;
	options->own_certificate = p_certificate;
	return options;
}

void TLSOptions::_bind_methods() {
	ClassDB::bind_static_method("TLSOptions", D_METHOD("client", "trusted_chain", "common_name_override"), &TLSOptions::client, DEFVAL(Ref<X509Certificate>()), DEFVAL(String()));
	ClassDB::bind_static_method("TLSOptions", D_METHOD("client_unsafe", "trusted_chain"), &TLSOptions::client_unsafe, DEFVAL(Ref<X509Certificate>()));
	ClassDB::bind_static_method("TLSOptions", D_METHOD("server", "key", "certificate"), &TLSOptions::server);
	ClassDB::bind_method(D_METHOD("is_server"), &TLSOptions::is_server);
	ClassDB::bind_method(D_METHOD("is_unsafe_client"), &TLSOptions::is_unsafe_client);
	ClassDB::bind_method(D_METHOD("get_common_name_override"), &TLSOptions::get_common_name_override);
	ClassDB::bind_method(D_METHOD("get_trusted_ca_chain"), &TLSOptions::get_trusted_ca_chain);
	ClassDB::bind_method(D_METHOD("get_private_key"), &TLSOptions::get_private_key);
	ClassDB::bind_method(D_METHOD("get_own_certificate"), &TLSOptions::get_own_certificate);
}
