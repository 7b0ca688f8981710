// Makes StreamPeerTLS this module's.
#include "modules/mbedtls/register_types.h"
#include "modules/mbedtls/tls/stream_peer_mbedtls.h"
#include "modules/mbedtls/tls/tls_context.h"
#include "modules/mbedtls/tls/tls_session_cache.h"

void initialize_mbedtls_streams() {
	StreamPeerMbedTLS::make_default();
}

void uninitialize_mbedtls_streams() {
	StreamPeerMbedTLS::unmake_default();
	TLSSessionCache::clear();
	TLSContext::cleanup();
}
