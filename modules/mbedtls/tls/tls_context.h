// What connections with the same TLSOptions share: mbedTLS's configuration, keys and certificates, the keys of tickets.
#pragma once

#include "core/crypto/tls_options.h"
#include "core/io/stream_peer_tls.h"
#include "modules/mbedtls/crypto/crypto_key_mbedtls.h"
#include "modules/mbedtls/crypto/x509_certificate_mbedtls.h"

#include <mbedtls/ssl.h>
#include <mbedtls/ssl_ticket.h>

// Immutable once made, except for what mbedTLS guards itself (tickets). Any thread.
class TLSContext : public RefCounted {
	GDCLASS(TLSContext, RefCounted);

public:
	// That of these options, made when it is first asked for, and again when a key or certificate in them was loaded anew. null options
	// are those of a client that trusts the system. null, and r_error says why, when the options cannot be used.
	static Ref<TLSContext> get(const Ref<TLSOptions> &p_options, String &r_error);
	static void cleanup(); // At the end of the module.

	const mbedtls_ssl_config *get_config() const { return &config; }
	bool is_server() const { return server; }
	bool verifies_names() const { return !server && !unsafe; }
	String get_common_name_override() const { return common_name; }
	const String &get_identity() const { return identity; } // Sessions may be resumed between contexts of one identity.

	TLSContext();
	~TLSContext() override;

private:
	struct Identity {
		Ref<ParsedKey> key;
		Ref<ParsedChain> chain;
	};
	struct Host {
		String name;
		Identity shown;
	};

	bool _is_current(const Ref<TLSOptions> &p_options) const;
	bool _make(const Ref<TLSOptions> &p_options, String &r_error);
	bool _make_client(const Ref<TLSOptions> &p_options, String &r_error);
	bool _make_server(const Ref<TLSOptions> &p_options, String &r_error);
	bool _take_alpn(const Vector<String> &p_names, String &r_error);
	void _name_identity(const Ref<TLSOptions> &p_options);
	static bool _load_identity(const Ref<CryptoKey> &p_key, const Ref<X509Certificate> &p_certificate, Identity &r_identity, String &r_error);
	static int _choose_host(void *p_context, mbedtls_ssl_context *p_ssl, const unsigned char *p_name, size_t p_size);

	mbedtls_ssl_config config;
	mbedtls_ssl_ticket_context tickets;
	bool server = false;
	bool unsafe = false;
	String common_name;
	String identity;
	Identity own;
	Ref<ParsedChain> trusted;
	LocalVector<Host> hosts;
	LocalVector<CharString> alpn_names;
	LocalVector<const char *> alpn_list; // Ends with nullptr.
};
