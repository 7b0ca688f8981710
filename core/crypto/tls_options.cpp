// TLSOptions: the ways to make one.
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

Ref<TLSOptions> TLSOptions::_copy() const {
	Ref<TLSOptions> copy;
	copy.instantiate();
	copy->mode = mode;
	copy->client_certificate_required = client_certificate_required;
	copy->common_name = common_name;
	copy->trusted_chain = trusted_chain;
	copy->own_certificate = own_certificate;
	copy->private_key = private_key;
	copy->alpn_protocols = alpn_protocols;
	copy->host_certificates = host_certificates;
	return copy;
}

Ref<TLSOptions> TLSOptions::with_client_certificate(Ref<CryptoKey> p_key, Ref<X509Certificate> p_certificate) const {
	ERR_FAIL_COND_V_MSG(is_server(), Ref<TLSOptions>(), "These options are for a server, which has its certificate from TLSOptions.server().");
	ERR_FAIL_COND_V_MSG(p_key.is_null() || p_certificate.is_null(), Ref<TLSOptions>(), "A client's certificate needs its private key, and the key its certificate.");
	Ref<TLSOptions> copy = _copy();
	copy->private_key = p_key;
	copy->own_certificate = p_certificate;
	return copy;
}

Ref<TLSOptions> TLSOptions::with_client_authority(Ref<X509Certificate> p_trusted_chain, bool p_required) const {
	ERR_FAIL_COND_V_MSG(!is_server(), Ref<TLSOptions>(), "Only a server asks for the certificates of clients: start from TLSOptions.server().");
	ERR_FAIL_COND_V_MSG(p_trusted_chain.is_null(), Ref<TLSOptions>(), "Pass the certificate of the authority that signs the certificates of your clients.");
	Ref<TLSOptions> copy = _copy();
	copy->trusted_chain = p_trusted_chain;
	copy->client_certificate_required = p_required;
	return copy;
}

Ref<TLSOptions> TLSOptions::with_alpn_protocols(const Vector<String> &p_protocols) const {
	static constexpr int MAX_NAME_BYTES = 255; // RFC 7301 section 3.1.
	for (const String &name : p_protocols) {
		const int64_t size = name.utf8().length();
		ERR_FAIL_COND_V_MSG(size == 0 || size > MAX_NAME_BYTES, Ref<TLSOptions>(), "A protocol's name has 1 to 255 bytes, as in \"http/1.1\".");
	}
	Ref<TLSOptions> copy = _copy();
	copy->alpn_protocols = p_protocols;
	return copy;
}

Ref<TLSOptions> TLSOptions::with_host_certificate(const String &p_host_name, Ref<CryptoKey> p_key, Ref<X509Certificate> p_certificate) const {
	ERR_FAIL_COND_V_MSG(!is_server(), Ref<TLSOptions>(), "Only a server has certificates for host names: start from TLSOptions.server().");
	ERR_FAIL_COND_V_MSG(p_host_name.is_empty(), Ref<TLSOptions>(), "The host name must not be empty.");
	ERR_FAIL_COND_V_MSG(p_key.is_null() || p_certificate.is_null(), Ref<TLSOptions>(), "A TLS server needs a private key and a certificate.");
	Ref<TLSOptions> copy = _copy();
	HostCertificate entry;
	entry.host_name = p_host_name.to_lower();
	entry.key = p_key;
	entry.certificate = p_certificate;
	copy->host_certificates.push_back(entry);
	return copy;
}

Ref<RefCounted> TLSOptions::get_prepared() const {
	MutexLock lock(prepared_mutex);
	return prepared;
}

void TLSOptions::set_prepared(const Ref<RefCounted> &p_prepared) const {
	Ref<RefCounted> old = p_prepared; // What is replaced dies after the lock is given back.
	MutexLock lock(prepared_mutex);
	SWAP(old, prepared);
}

void TLSOptions::_bind_methods() {
	ClassDB::bind_static_method("TLSOptions", D_METHOD("client", "trusted_chain", "common_name_override"), &TLSOptions::client, DEFVAL(Ref<X509Certificate>()), DEFVAL(String()));
	ClassDB::bind_static_method("TLSOptions", D_METHOD("client_unsafe", "trusted_chain"), &TLSOptions::client_unsafe, DEFVAL(Ref<X509Certificate>()));
	ClassDB::bind_static_method("TLSOptions", D_METHOD("server", "key", "certificate"), &TLSOptions::server);
	ClassDB::bind_method(D_METHOD("with_client_certificate", "key", "certificate"), &TLSOptions::with_client_certificate);
	ClassDB::bind_method(D_METHOD("with_client_authority", "trusted_chain", "required"), &TLSOptions::with_client_authority, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("with_alpn_protocols", "protocols"), &TLSOptions::with_alpn_protocols);
	ClassDB::bind_method(D_METHOD("with_host_certificate", "host_name", "key", "certificate"), &TLSOptions::with_host_certificate);
	ClassDB::bind_method(D_METHOD("requires_client_certificate"), &TLSOptions::requires_client_certificate);
	ClassDB::bind_method(D_METHOD("get_alpn_protocols"), &TLSOptions::get_alpn_protocols);
	ClassDB::bind_method(D_METHOD("is_server"), &TLSOptions::is_server);
	ClassDB::bind_method(D_METHOD("is_unsafe_client"), &TLSOptions::is_unsafe_client);
	ClassDB::bind_method(D_METHOD("get_common_name_override"), &TLSOptions::get_common_name_override);
	ClassDB::bind_method(D_METHOD("get_trusted_ca_chain"), &TLSOptions::get_trusted_ca_chain);
	ClassDB::bind_method(D_METHOD("get_private_key"), &TLSOptions::get_private_key);
	ClassDB::bind_method(D_METHOD("get_own_certificate"), &TLSOptions::get_own_certificate);
}
