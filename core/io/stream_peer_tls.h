// StreamPeerTLS: TLS over another StreamPeer. Abstract; a TLS library's module supplies the implementation.
#pragma once

#include "core/crypto/tls_options.h"
#include "core/io/stream_peer.h"

// poll() moves the handshake on, reads what has come and writes what waits; the status changes in poll() and in transfers only.
// Everything that was received before the other side ended stays readable; get_status() is STATUS_CONNECTED until it has been read.
class StreamPeerTLS : public StreamPeer {
	GDCLASS(StreamPeerTLS, StreamPeer);

public:
	enum Status : int {
		STATUS_DISCONNECTED,
		STATUS_HANDSHAKING,
		STATUS_CONNECTED,
		STATUS_ERROR,
		STATUS_ERROR_HOSTNAME_MISMATCH,
	};
	// Why the status is an error.
	enum Failure : int {
		FAILURE_NONE,
		FAILURE_PROTOCOL, // The other side broke the rules of TLS, speaks something else, or has nothing in common with us.
		FAILURE_REFUSED, // The other side ended the handshake with an alert: it refuses our certificate, version or name.
		FAILURE_CONNECTION_LOST, // The stream below ended before TLS did.
		FAILURE_CERTIFICATE_EXPIRED,
		FAILURE_CERTIFICATE_NOT_YET_VALID,
		FAILURE_HOSTNAME_MISMATCH, // With STATUS_ERROR_HOSTNAME_MISMATCH.
		FAILURE_UNKNOWN_AUTHORITY,
		FAILURE_SELF_SIGNED,
		FAILURE_WEAK_CERTIFICATE, // Its key is too short, or it is signed in a way that can be forged.
		FAILURE_BAD_CERTIFICATE, // Not meant for this use, or missing where one was asked for.
		FAILURE_CONFIGURATION, // Our own options: key and certificate that do not belong together, no certificates to trust.
	};

	// nullptr (with one clear error when p_complain) in a build without TLS.
	static StreamPeerTLS *create(bool p_complain = true);
	static bool is_available() { return _create != nullptr; }

	virtual void poll() = 0;
	virtual Error accept_stream(Ref<StreamPeer> p_stream, Ref<TLSOptions> p_options) = 0;
	virtual Error connect_to_stream(Ref<StreamPeer> p_stream, const String &p_common_name, Ref<TLSOptions> p_options = Ref<TLSOptions>()) = 0;
	virtual Status get_status() const = 0;
	virtual Ref<StreamPeer> get_stream() const = 0;
	virtual void disconnect_from_stream() = 0; // Says goodbye (close_notify) as far as the stream takes it at once.

	virtual Failure get_failure() const = 0;
	virtual String get_failure_text() const = 0; // A sentence: what, why, and how to mend it. Empty without a failure.
	virtual String get_alpn_protocol() const = 0; // What both sides agreed upon; empty for nothing.
	virtual String get_protocol_version() const = 0; // "TLSv1.3"; empty before STATUS_CONNECTED.
	virtual String get_cipher_suite() const = 0;
	virtual bool is_session_resumed() const = 0;

	// For whoever serves the socket below by readiness:
	virtual bool has_output() const = 0; // Encrypted bytes wait for room in the stream; flush() or poll() writes them.
	virtual void flush() = 0;
	// The handshake was put off, so that other work of this turn gets its time: poll() again in the next turn though nothing arrives.
	virtual bool wants_poll() const = 0;
	virtual void end_sending() = 0; // What was written still arrives, with a close_notify behind it; reading goes on.

protected:
	static void _bind_methods();

	static StreamPeerTLS *(*_create)(); // Set by the module that brings TLS.

private:
	void _poll();
};

VARIANT_ENUM_CAST(StreamPeerTLS::Status);
VARIANT_ENUM_CAST(StreamPeerTLS::Failure);
