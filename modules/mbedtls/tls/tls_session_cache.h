// Sessions that clients can resume, by whom they were made with.
#pragma once

#include "core/string/ustring.h"

#include <mbedtls/ssl.h>

// Any thread. Holds few: the oldest goes first. What goes is wiped.
namespace TLSSessionCache {

constexpr uint32_t MAX_SESSIONS = 64;
constexpr uint64_t MAX_AGE_SECONDS = 7200;

// Gives the newest session for p_key to p_ssl, which has not begun its handshake. A ticket of TLS 1.3 is used once.
void offer(const String &p_key, mbedtls_ssl_context *p_ssl);
// Keeps p_ssl's session, if it can be resumed.
void keep(const String &p_key, mbedtls_ssl_context *p_ssl);
// After a handshake that failed: what was offered may be why.
void forget(const String &p_key);
void clear();
uint32_t get_count();

} // namespace TLSSessionCache
