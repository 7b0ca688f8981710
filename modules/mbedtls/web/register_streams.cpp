// Browsers have no sockets to speak TLS over.
#include "modules/mbedtls/register_types.h"

void initialize_mbedtls_streams() {
}

void uninitialize_mbedtls_streams() {
}
