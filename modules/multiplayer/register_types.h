// Registration of the module of high-level multiplayer.
#pragma once

#include "modules/register_module_types.h"

void initialize_multiplayer_module(ModuleInitializationLevel p_level);
void uninitialize_multiplayer_module(ModuleInitializationLevel p_level);
