/* What mbedTLS has no public way for. First of all, connections share record buffers: 2 x 16 KiB that the library would keep for each are lent
   for a call only. */
#pragma once

#include "mbedtls/ssl.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What of its buffers a connection must remember while it has none. */
typedef struct estragon_ssl_parked {
	unsigned char in_counter[8];
	unsigned out_message_offset;
} estragon_ssl_parked;

size_t estragon_ssl_in_buffer_size(void);
size_t estragon_ssl_out_buffer_size(void);

/* 1, with both buffers in r_in and r_out (now the caller's, to give back with estragon_ssl_lend_buffers() or mbedtls_free()), when nothing
   is in them that is still needed; else 0, and nothing has changed. Between calls into the library only, after the handshake. */
int estragon_ssl_take_buffers(mbedtls_ssl_context *ssl, unsigned char **r_in, unsigned char **r_out, estragon_ssl_parked *r_parked);
void estragon_ssl_lend_buffers(mbedtls_ssl_context *ssl, unsigned char *in, unsigned char *out, const estragon_ssl_parked *parked);
int estragon_ssl_has_buffers(const mbedtls_ssl_context *ssl);

/* After the handshake nobody needs the other side's certificates any more, and they are large. */
void estragon_ssl_drop_peer_certificates(mbedtls_ssl_context *ssl);

/* The code of the fatal alert that ended the connection, after MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE and before buffers are taken. */
int estragon_ssl_get_alert(const mbedtls_ssl_context *ssl);

/* Whether a session from mbedtls_ssl_get_session() can be resumed: it has a ticket or an id. */
int estragon_session_is_resumable(const mbedtls_ssl_session *session);
int estragon_session_is_single_use(const mbedtls_ssl_session *session); /* RFC 8446, appendix C.4. */

/* Whether this connection goes on with an earlier session. Before the handshake's last step has freed its state: ask at every step. */
int estragon_ssl_is_resuming(const mbedtls_ssl_context *ssl);

/* After every step of a handshake: a server of TLS 1.3 that has finished sends with the keys of the connection (RFC 8446 section 2), alerts
   too, which the library does only when the client has finished as well. Refused clients could not read why. */
void estragon_ssl_follow_keys(mbedtls_ssl_context *ssl);

#ifdef __cplusplus
}
#endif
