// The certificates that clients trust unless told otherwise: the system's, or a bundle that the project names.
#pragma once

#include "modules/mbedtls/crypto/x509_certificate_mbedtls.h"

// Parsed once and again when they have changed. null, with r_error untouched, when the system has none. r_error says so when the project
// setting network/tls/certificate_bundle_override names a file that cannot be read. Any thread.
Ref<ParsedChain> tls_get_system_trust(String &r_error);
void tls_forget_system_trust();
