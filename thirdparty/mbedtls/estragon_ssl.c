/* Written against mbedTLS 3.6, whose connection has no other way to do without its buffers while it is idle. */
#include "ssl_misc.h" /* First: it opens what the public headers close. */

#include "estragon_ssl.h"
#include "mbedtls/platform.h"

#include <string.h>

size_t estragon_ssl_in_buffer_size(void) {
	return MBEDTLS_SSL_IN_BUFFER_LEN;
}

size_t estragon_ssl_out_buffer_size(void) {
	return MBEDTLS_SSL_OUT_BUFFER_LEN;
}

int estragon_ssl_has_buffers(const mbedtls_ssl_context *ssl) {
	return ssl->in_buf != NULL;
}

int estragon_ssl_take_buffers(mbedtls_ssl_context *ssl, unsigned char **r_in, unsigned char **r_out, estragon_ssl_parked *r_parked) {
	/* A handshake message that ends where its record does is consumed at the next read; until then it looks as if it were there. */
	const int message_remains = ssl->in_hslen != 0 ? ssl->in_hslen < ssl->in_msglen : ssl->in_offt != NULL;
	if (!mbedtls_ssl_is_handshake_over(ssl) || message_remains || ssl->in_left != 0 || ssl->out_left != 0 ||
			ssl->keep_current_message != 0 || ssl->badmac_seen_or_in_hsfraglen != 0 || ssl->in_buf == NULL) {
		return 0;
	}
	ssl->in_hslen = 0;
	ssl->in_msglen = 0;
	memcpy(r_parked->in_counter, ssl->in_ctr, sizeof(r_parked->in_counter));
	r_parked->out_message_offset = (unsigned) (ssl->out_msg - ssl->out_buf);
	*r_in = ssl->in_buf;
	*r_out = ssl->out_buf;
	ssl->in_buf = NULL;
	ssl->out_buf = NULL;
	return 1;
}

void estragon_ssl_lend_buffers(mbedtls_ssl_context *ssl, unsigned char *in, unsigned char *out, const estragon_ssl_parked *parked) {
	ssl->in_buf = in;
	ssl->out_buf = out;
	mbedtls_ssl_reset_in_pointers(ssl);
	mbedtls_ssl_reset_out_pointers(ssl);
	memcpy(ssl->in_ctr, parked->in_counter, sizeof(parked->in_counter));
	ssl->out_msg = ssl->out_buf + parked->out_message_offset;
}

void estragon_ssl_drop_peer_certificates(mbedtls_ssl_context *ssl) {
	if (ssl->session != NULL && ssl->session->peer_cert != NULL) {
		mbedtls_x509_crt_free(ssl->session->peer_cert);
		mbedtls_free(ssl->session->peer_cert);
		ssl->session->peer_cert = NULL;
	}
}

int estragon_ssl_get_alert(const mbedtls_ssl_context *ssl) {
	return ssl->in_buf != NULL && ssl->in_msgtype == MBEDTLS_SSL_MSG_ALERT ? ssl->in_msg[1] : -1;
}

int estragon_session_is_resumable(const mbedtls_ssl_session *session) {
	return session->ticket_len > 0 || (session->tls_version == MBEDTLS_SSL_VERSION_TLS1_2 && session->id_len > 0);
}

int estragon_session_is_single_use(const mbedtls_ssl_session *session) {
	return session->tls_version == MBEDTLS_SSL_VERSION_TLS1_3;
}

int estragon_ssl_is_resuming(const mbedtls_ssl_context *ssl) {
	if (ssl->handshake == NULL) {
		return 0;
	}
	if (ssl->tls_version == MBEDTLS_SSL_VERSION_TLS1_3) {
		return ssl->handshake->key_exchange_mode == MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL;
	}
	return ssl->handshake->resume != 0;
}

void estragon_ssl_follow_keys(mbedtls_ssl_context *ssl) {
	if (ssl->conf->endpoint == MBEDTLS_SSL_IS_SERVER && ssl->tls_version == MBEDTLS_SSL_VERSION_TLS1_3 && !mbedtls_ssl_is_handshake_over(ssl) &&
			ssl->transform_application != NULL && ssl->transform_out != ssl->transform_application) {
		mbedtls_ssl_set_outbound_transform(ssl, ssl->transform_application);
	}
}
