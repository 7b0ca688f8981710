// The sessions of clients.
#include "modules/mbedtls/tls/tls_session_cache.h"

#include "core/os/memory.h"
#include "core/os/mutex.h"
#include "core/os/os.h"
#include "core/templates/hash_map.h"

#include <estragon_ssl.h>

namespace {

// A session and when it was kept.
struct KeptSession {
	mbedtls_ssl_session session;
	uint64_t kept_at = 0;

	KeptSession() { mbedtls_ssl_session_init(&session); }
	~KeptSession() { mbedtls_ssl_session_free(&session); } // Wipes.
	KeptSession(const KeptSession &) = delete;
	KeptSession &operator=(const KeptSession &) = delete;
};

BinaryMutex cache_mutex;
HashMap<String, KeptSession *> sessions; // In the order they were kept.

uint64_t get_seconds() {
	return OS::get_singleton()->get_ticks_usec() / 1000000;
}

// Under the mutex.
void drop(const String &p_key) {
	if (KeptSession **known = sessions.getptr(p_key)) {
		KeptSession *gone = *known;
		sessions.erase(p_key);
		memdelete(gone);
	}
}

} // namespace

void TLSSessionCache::offer(const String &p_key, mbedtls_ssl_context *p_ssl) {
	MutexLock lock(cache_mutex);
	KeptSession **known = sessions.getptr(p_key);
	if (!known) {
		return;
	}
	const bool fresh = get_seconds() - (*known)->kept_at < MAX_AGE_SECONDS;
	if (fresh) {
		mbedtls_ssl_set_session(p_ssl, &(*known)->session); // What cannot be used any more is not offered: no error.
	}
	if (!fresh || estragon_session_is_single_use(&(*known)->session)) {
		drop(p_key);
	}
}

void TLSSessionCache::keep(const String &p_key, mbedtls_ssl_context *p_ssl) {
	KeptSession *fresh = memnew(KeptSession);
	fresh->kept_at = get_seconds();
	if (mbedtls_ssl_get_session(p_ssl, &fresh->session) != 0 || !estragon_session_is_resumable(&fresh->session)) {
		memdelete(fresh);
		return;
	}
	MutexLock lock(cache_mutex);
	drop(p_key);
	if (sessions.size() >= MAX_SESSIONS) {
		const String oldest = sessions.begin()->key;
		drop(oldest);
	}
	sessions.insert(p_key, fresh);
}

void TLSSessionCache::forget(const String &p_key) {
	MutexLock lock(cache_mutex);
	drop(p_key);
}

void TLSSessionCache::clear() {
	MutexLock lock(cache_mutex);
	while (!sessions.is_empty()) {
		const String key = sessions.begin()->key;
		drop(key);
	}
}

uint32_t TLSSessionCache::get_count() {
	MutexLock lock(cache_mutex);
	return uint32_t(sessions.size());
}
