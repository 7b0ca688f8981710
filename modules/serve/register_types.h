// Registration of the module of services.
#pragma once

#include "modules/register_module_types.h"

void initialize_serve_module(ModuleInitializationLevel p_level);
void uninitialize_serve_module(ModuleInitializationLevel p_level);
