// Registration of the WebSocket module.
#pragma once

#include "modules/register_module_types.h"

void initialize_websocket_module(ModuleInitializationLevel p_level);
void uninitialize_websocket_module(ModuleInitializationLevel p_level);
