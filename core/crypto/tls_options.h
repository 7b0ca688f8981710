// TLSOptions: what a TLS connection trusts and shows. Immutable once made.
#pragma once

#include "core/crypto/crypto.h"
#include "core/os/mutex.h"

class TLSOptions : public RefCounted {
	GDCLASS(TLSOptions, RefCounted);

public:
	static Ref<TLSOptions> client(Ref<X509Certificate> p_trusted_chain = Ref<X509Certificate>(), const String &p_common_name_override = String());
	static Ref<TLSOptions> client_unsafe(Ref<X509Certificate> p_trusted_chain = Ref<X509Certificate>());
	static Ref<TLSOptions> server(Ref<CryptoKey> p_key, Ref<X509Certificate> p_certificate); // null when either is missing.

	// Each gives options like these and one thing more.
	Ref<TLSOptions> with_client_certificate(Ref<CryptoKey> p_key, Ref<X509Certificate> p_certificate) const; // For clients: who we are.
	Ref<TLSOptions> with_client_authority(Ref<X509Certificate> p_trusted_chain, bool p_required = true) const; // For servers: whose clients may come.
	Ref<TLSOptions> with_alpn_protocols(const Vector<String> &p_protocols) const; // The most wanted first.
	// For servers: clients that ask for p_host_name ("*." in front: any name one level below) get another certificate.
	Ref<TLSOptions> with_host_certificate(const String &p_host_name, Ref<CryptoKey> p_key, Ref<X509Certificate> p_certificate) const;

	struct HostCertificate {
		String host_name;
		Ref<CryptoKey> key;
		Ref<X509Certificate> certificate;
	};

	bool is_server() const { return mode == MODE_SERVER; }
	bool is_unsafe_client() const { return mode == MODE_CLIENT_UNSAFE; }
	String get_common_name_override() const { return common_name; }
	Ref<X509Certificate> get_trusted_ca_chain() const { return trusted_chain; }
	Ref<CryptoKey> get_private_key() const { return private_key; }
	Ref<X509Certificate> get_own_certificate() const { return own_certificate; }
	bool requires_client_certificate() const { return client_certificate_required; }
	Vector<String> get_alpn_protocols() const { return alpn_protocols; }
	const Vector<HostCertificate> &get_host_certificates() const { return host_certificates; }

	// What the TLS library made of these options, kept so that connections share it. Any thread.
	Ref<RefCounted> get_prepared() const;
	void set_prepared(const Ref<RefCounted> &p_prepared) const;

protected:
	static void _bind_methods();

private:
	enum Mode {
		MODE_CLIENT,
		MODE_CLIENT_UNSAFE,
		MODE_SERVER,
	};

	Ref<TLSOptions> _copy() const;

	Mode mode = MODE_CLIENT;
	bool client_certificate_required = false;
	String common_name;
	Ref<X509Certificate> trusted_chain; // Of a server: of its clients' certificates.
	Ref<X509Certificate> own_certificate;
	Ref<CryptoKey> private_key;
	Vector<String> alpn_protocols;
	Vector<HostCertificate> host_certificates;

	BinaryMutex prepared_mutex;
	mutable Ref<RefCounted> prepared;
};
