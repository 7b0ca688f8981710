// StreamPeerTLS: TLS over another StreamPeer. Abstract; a TLS library's module supplies the implementation.
#pragma once

#include "core/crypto/tls_options.h"
#include "core/io/stream_peer.h"

class StreamPeerTLS : public StreamPeer {
	GDCLASS(StreamPeerTLS, StreamPeer);

public:
	enum Status {
		STATUS_DISCONNECTED,
		STATUS_HANDSHAKING,
		STATUS_CONNECTED,
		STATUS_ERROR,
		STATUS_ERROR_HOSTNAME_MISMATCH,
	};

	// nullptr (with one clear error when p_complain) in a build without TLS.
	static StreamPeerTLS *create(bool p_complain = true);
	static bool is_available() { return _create != nullptr; }

	virtual void poll() = 0;
	virtual Error accept_stream(Ref<StreamPeer> p_stream, Ref<TLSOptions> p_options) = 0;
	virtual Error connect_to_stream(Ref<StreamPeer> p_stream, const String &p_common_name, Ref<TLSOptions> p_options = Ref<TLSOptions>()) = 0;
	virtual Status get_status() const = 0;
	virtual Ref<StreamPeer> get_stream() const = 0;
	virtual void disconnect_from_stream() = 0;

protected:
	static void _bind_methods();

	static StreamPeerTLS *(*_create)(); // Set by the module that brings TLS.
};

VARIANT_ENUM_CAST(StreamPeerTLS::Status);
