// Words for what can go wrong. Names in certificates come from strangers: they are cut and cleaned before they are shown.
#include "modules/mbedtls/tls/tls_verdict.h"

#include "core/os/time.h"
#include "modules/mbedtls/crypto/mbedtls_support.h"

#include <mbedtls/ssl.h>

#include <cstring>

namespace {

constexpr int MAX_NAMES = 10;
constexpr int MAX_NAME_LENGTH = 80;

String clean(const uint8_t *p_bytes, size_t p_size) {
	String text;
	for (size_t i = 0; i < p_size && int(i) < MAX_NAME_LENGTH; i++) {
		text += String::chr(p_bytes[i] >= 0x20 && p_bytes[i] < 0x7F ? p_bytes[i] : '?');
	}
	return p_size > MAX_NAME_LENGTH ? text + "..." : text;
}

String describe_name(const mbedtls_x509_name &p_name) {
	char text[256];
	const int size = mbedtls_x509_dn_gets(text, sizeof(text), &p_name);
	return size > 0 ? clean(reinterpret_cast<const uint8_t *>(text), size_t(size)) : String("?");
}

String describe_address(const mbedtls_x509_buf &p_bytes) {
	IPAddress address;
	if (p_bytes.len == 4) {
		address.set_ipv4(p_bytes.p);
	} else if (p_bytes.len == 16) {
		address.set_ipv6(p_bytes.p);
	}
	return address;
}

constexpr int kind_of_name(const mbedtls_x509_buf &p_name) {
	return p_name.tag & MBEDTLS_ASN1_TAG_VALUE_MASK;
}

// Those that the certificate is for.
String list_names(const mbedtls_x509_crt *p_certificate) {
	Vector<String> names;
	int more = 0;
	for (const mbedtls_x509_sequence *entry = &p_certificate->subject_alt_names; entry && entry->buf.p; entry = entry->next) {
		const int kind = kind_of_name(entry->buf);
		if (kind != MBEDTLS_X509_SAN_DNS_NAME && kind != MBEDTLS_X509_SAN_IP_ADDRESS) {
			continue;
		}
		if (names.size() < MAX_NAMES) {
			names.push_back(kind == MBEDTLS_X509_SAN_DNS_NAME ? clean(entry->buf.p, entry->buf.len) : describe_address(entry->buf));
		} else {
			more++;
		}
	}
	if (names.is_empty()) {
		return describe_name(p_certificate->subject);
	}
	return String(", ").join(names) + (more > 0 ? " and " + itos(more) + " more" : String());
}

String describe_time(const mbedtls_x509_time &p_time) {
	const auto two = [](int p_number) {
		return String::num_int64(p_number).lpad(2, "0");
	};
	return itos(p_time.year) + "-" + two(p_time.mon) + "-" + two(p_time.day) + " " + two(p_time.hour) + ":" + two(p_time.min) + " UTC";
}

bool is_self_signed(const mbedtls_x509_crt *p_certificate) {
	return p_certificate->issuer_raw.len == p_certificate->subject_raw.len &&
			memcmp(p_certificate->issuer_raw.p, p_certificate->subject_raw.p, p_certificate->subject_raw.len) == 0;
}

// The graver, the smaller. A certificate that nobody vouches for says nothing by its dates and names.
int get_rank(StreamPeerTLS::Failure p_kind) {
	switch (p_kind) {
		case StreamPeerTLS::FAILURE_SELF_SIGNED:
		case StreamPeerTLS::FAILURE_UNKNOWN_AUTHORITY:
			return 1;
		case StreamPeerTLS::FAILURE_WEAK_CERTIFICATE:
			return 0;
		case StreamPeerTLS::FAILURE_CERTIFICATE_EXPIRED:
		case StreamPeerTLS::FAILURE_CERTIFICATE_NOT_YET_VALID:
			return 2;
		case StreamPeerTLS::FAILURE_BAD_CERTIFICATE:
			return 3;
		case StreamPeerTLS::FAILURE_HOSTNAME_MISMATCH:
			return 4;
		default:
			return 5;
	}
}

void judge_trust(TLSVerdict &r_verdict, const mbedtls_x509_crt *p_certificate, int p_depth, bool p_is_client) {
	const String remedy = p_is_client ? String(" To trust it, load its certificate, or that of the authority behind it, into an X509Certificate and pass TLSOptions.client(certificate).")
									  : String(" To let it in, pass the certificate of its authority to TLSOptions.with_client_authority().");
	if (p_depth == 0 && is_self_signed(p_certificate)) {
		r_verdict.kind = StreamPeerTLS::FAILURE_SELF_SIGNED;
		r_verdict.text = "The certificate of " + describe_name(p_certificate->subject) + " is signed by itself and not among those trusted." + remedy;
	} else {
		r_verdict.kind = StreamPeerTLS::FAILURE_UNKNOWN_AUTHORITY;
		r_verdict.text = "The certificate of " + describe_name(p_certificate->subject) + " is signed by " + describe_name(p_certificate->issuer) + ", whom nobody trusted vouches for. Perhaps the other side does not send the certificates between its own and its authority's." + remedy;
	}
}

const char *describe_alert(int p_alert) {
	switch (p_alert) {
		case MBEDTLS_SSL_ALERT_MSG_UNKNOWN_CA:
			return "it does not trust our certificate's authority";
		case MBEDTLS_SSL_ALERT_MSG_BAD_CERT:
		case MBEDTLS_SSL_ALERT_MSG_UNSUPPORTED_CERT:
		case MBEDTLS_SSL_ALERT_MSG_CERT_UNKNOWN:
			return "it refuses our certificate";
		case MBEDTLS_SSL_ALERT_MSG_CERT_EXPIRED:
			return "our certificate has expired for it";
		case MBEDTLS_SSL_ALERT_MSG_CERT_REVOKED:
			return "our certificate is revoked";
		case MBEDTLS_SSL_ALERT_MSG_CERT_REQUIRED:
			return "it wants a client certificate, see TLSOptions.with_client_certificate()";
		case MBEDTLS_SSL_ALERT_MSG_HANDSHAKE_FAILURE:
			return "it found no ciphers or certificates in common with us, or wants a client certificate";
		case MBEDTLS_SSL_ALERT_MSG_PROTOCOL_VERSION:
			return "it speaks neither TLS 1.2 nor 1.3";
		case MBEDTLS_SSL_ALERT_MSG_UNRECOGNIZED_NAME:
			return "it does not know the host name we asked for";
		case MBEDTLS_SSL_ALERT_MSG_NO_APPLICATION_PROTOCOL:
			return "it knows none of our ALPN protocols";
		case MBEDTLS_SSL_ALERT_MSG_ACCESS_DENIED:
			return "it denies access";
		case MBEDTLS_SSL_ALERT_MSG_INTERNAL_ERROR:
			return "it has an error of its own";
		default:
			return nullptr;
	}
}

} // namespace

bool tls_certificate_has_address(const mbedtls_x509_crt *p_certificate, const IPAddress &p_address) {
	const uint8_t *bytes = p_address.is_ipv4() ? p_address.get_ipv4() : p_address.get_ipv6();
	const size_t size = p_address.is_ipv4() ? 4 : 16;
	for (const mbedtls_x509_sequence *entry = &p_certificate->subject_alt_names; entry && entry->buf.p; entry = entry->next) {
		if (kind_of_name(entry->buf) == MBEDTLS_X509_SAN_IP_ADDRESS && entry->buf.len == size && memcmp(entry->buf.p, bytes, size) == 0) {
			return true;
		}
	}
	return false;
}

void TLSVerdict::note_certificate(const mbedtls_x509_crt *p_certificate, int p_depth, uint32_t p_flags, const String &p_host) {
	static constexpr uint32_t WEAK = MBEDTLS_X509_BADCERT_BAD_KEY | MBEDTLS_X509_BADCERT_BAD_MD | MBEDTLS_X509_BADCERT_BAD_PK;
	static constexpr uint32_t MISUSED = MBEDTLS_X509_BADCERT_KEY_USAGE | MBEDTLS_X509_BADCERT_EXT_KEY_USAGE | MBEDTLS_X509_BADCERT_NS_CERT_TYPE;
	const String whose = "The certificate of " + describe_name(p_certificate->subject);
	TLSVerdict found;
	if (p_flags & WEAK) {
		found.kind = StreamPeerTLS::FAILURE_WEAK_CERTIFICATE;
		found.text = whose + ((p_flags & MBEDTLS_X509_BADCERT_BAD_MD) ? String(" is signed with a hash that can be forged") : " has a key that is too weak (" + itos(int64_t(mbedtls_pk_get_bitlen(&p_certificate->pk))) + " bits)") +
				". It must be replaced by one with an RSA key of 2048 bits or more, or an EC key, signed with SHA-256.";
	} else if (p_flags & MBEDTLS_X509_BADCERT_NOT_TRUSTED) {
		judge_trust(found, p_certificate, p_depth, !p_host.is_empty());
	} else if (p_flags & MBEDTLS_X509_BADCERT_EXPIRED) {
		found.kind = StreamPeerTLS::FAILURE_CERTIFICATE_EXPIRED;
		found.text = whose + " expired on " + describe_time(p_certificate->valid_to) + ". It must be renewed. (This computer's clock shows " + Time::get_singleton()->get_datetime_string_from_system(true, true) + " UTC.)";
	} else if (p_flags & MBEDTLS_X509_BADCERT_FUTURE) {
		found.kind = StreamPeerTLS::FAILURE_CERTIFICATE_NOT_YET_VALID;
		found.text = whose + " is valid from " + describe_time(p_certificate->valid_from) + " on. Is this computer's clock right? It shows " + Time::get_singleton()->get_datetime_string_from_system(true, true) + " UTC.";
	} else if (p_flags & MISUSED) {
		found.kind = StreamPeerTLS::FAILURE_BAD_CERTIFICATE;
		found.text = whose + " is not meant for this use (its key usage says otherwise).";
	} else if (p_flags & MBEDTLS_X509_BADCERT_CN_MISMATCH) {
		found.kind = StreamPeerTLS::FAILURE_HOSTNAME_MISMATCH;
		found.text = "The certificate is for " + list_names(p_certificate) + ", not for " + p_host + ". Connect to one of those names, or pass it to TLSOptions.client() as common_name_override.";
	} else if (p_flags != 0) {
		found.kind = StreamPeerTLS::FAILURE_BAD_CERTIFICATE;
		found.text = whose + " is not acceptable (0x" + String::num_int64(p_flags, 16) + ").";
	}
	if (found.kind != StreamPeerTLS::FAILURE_NONE && get_rank(found.kind) < get_rank(kind)) {
		*this = found;
	}
}

void TLSVerdict::note_error(int p_error, int p_alert, bool p_is_server) {
	if (kind != StreamPeerTLS::FAILURE_NONE) {
		return;
	}
	kind = StreamPeerTLS::FAILURE_PROTOCOL;
	const String other = p_is_server ? String("The client") : String("The server");
	switch (p_error) {
		case MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE: {
			kind = StreamPeerTLS::FAILURE_REFUSED;
			const char *reason = describe_alert(p_alert);
			text = other + " ended the connection: " + (reason ? String(reason) : String("no reason that would help")) + " (TLS alert " + itos(p_alert) + ").";
			break;
		}
		case MBEDTLS_ERR_SSL_CA_CHAIN_REQUIRED:
			kind = StreamPeerTLS::FAILURE_CONFIGURATION;
			text = "There are no certificates to trust: the system has none (Debian: apt-get install ca-certificates), and TLSOptions.client() was given none.";
			break;
		case MBEDTLS_ERR_SSL_NO_CLIENT_CERTIFICATE:
			kind = StreamPeerTLS::FAILURE_BAD_CERTIFICATE;
			text = "The client shows no certificate, and this server takes only clients with one (TLSOptions.with_client_authority).";
			break;
		case MBEDTLS_ERR_SSL_BAD_CERTIFICATE:
			kind = StreamPeerTLS::FAILURE_BAD_CERTIFICATE;
			text = other + "'s certificate is not acceptable.";
			break;
		case MBEDTLS_ERR_SSL_INVALID_RECORD:
			text = other + " does not speak TLS on this connection: is it the right port, and does it want plain ws:// or http://?";
			break;
		case MBEDTLS_ERR_SSL_BAD_PROTOCOL_VERSION:
			text = other + " speaks neither TLS 1.2 nor 1.3.";
			break;
		case MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE:
			text = other + " has no ciphers, groups or signatures in common with us.";
			break;
		case MBEDTLS_ERR_SSL_NO_APPLICATION_PROTOCOL:
			text = other + " knows none of our ALPN protocols.";
			break;
		case MBEDTLS_ERR_SSL_INVALID_MAC:
			text = "What " + other.to_lower() + " sent was changed on its way.";
			break;
		default:
			text = other + " broke the rules of TLS: " + mbedtls_describe_error(p_error) + ".";
			break;
	}
}
