// Registration of the module of TLS and cryptography.
#pragma once

#include "modules/register_module_types.h"

void initialize_mbedtls_module(ModuleInitializationLevel p_level);
void uninitialize_mbedtls_module(ModuleInitializationLevel p_level);

// TLS over streams, where the platform has it (tls/ or web/).
void initialize_mbedtls_streams();
void uninitialize_mbedtls_streams();
