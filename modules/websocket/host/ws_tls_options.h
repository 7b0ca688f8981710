// TLSOptions of the engine tree that hosts the module.
#pragma once

#if __has_include("core/crypto/tls_options.h")
#include "core/crypto/tls_options.h"
#else
#include "core/crypto/crypto.h"
#endif
