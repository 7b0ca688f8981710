// Why a TLS connection failed: the kind, and a sentence with the reason and the remedy.
#pragma once

#include "core/io/ip_address.h"
#include "core/io/stream_peer_tls.h"

#include <mbedtls/x509_crt.h>

struct TLSVerdict {
	StreamPeerTLS::Failure kind = StreamPeerTLS::FAILURE_NONE;
	String text;

	// What the verification says of one certificate of a chain: p_flags are the library's MBEDTLS_X509_BADCERT_*, p_depth is 0 for the
	// other side's own certificate. p_host is who it should be; empty for clients. Keeps the gravest of what it is told.
	void note_certificate(const mbedtls_x509_crt *p_certificate, int p_depth, uint32_t p_flags, const String &p_host);
	// What made the library give up; keeps what was noted of certificates. p_alert: the other side's alert, or -1.
	void note_error(int p_error, int p_alert, bool p_is_server);
};

// Whether one of the certificate's alternative names is p_address.
bool tls_certificate_has_address(const mbedtls_x509_crt *p_certificate, const IPAddress &p_address);
