// TLSOptions: what a TLS connection trusts and shows. Immutable once made.
#pragma once

#include "core/crypto/crypto.h"

class TLSOptions : public RefCounted {
	GDCLASS(TLSOptions, RefCounted);

public:
	static Ref<TLSOptions> client(Ref<X509Certificate> p_trusted_chain = Ref<X509Certificate>(), const String &p_common_name_override = String());
	static Ref<TLSOptions> client_unsafe(Ref<X509Certificate> p_trusted_chain = Ref<X509Certificate>());
	static Ref<TLSOptions> server(Ref<CryptoKey> p_key, Ref<X509Certificate> p_certificate); // null when either is missing.

	bool is_server() const { return mode == MODE_SERVER; }
	bool is_unsafe_client() const { return mode == MODE_CLIENT_UNSAFE; }
	String get_common_name_override() const { return common_name; }
	Ref<X509Certificate> get_trusted_ca_chain() const { return trusted_chain; }
	Ref<CryptoKey> get_private_key() const { return private_key; }
	Ref<X509Certificate> get_own_certificate() const { return own_certificate; }

protected:
	static void _bind_methods();

private:
	enum Mode {
		MODE_CLIENT,
		MODE_CLIENT_UNSAFE,
		MODE_SERVER,
	};

	Mode mode = MODE_CLIENT;
	String common_name;
	Ref<X509Certificate> trusted_chain;
	Ref<X509Certificate> own_certificate;
	Ref<CryptoKey> private_key;
};
