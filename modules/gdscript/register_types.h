// Registers the language.
#pragma once

#include "modules/register_module_types.h"

void initialize_gdscript_module(ModuleInitializationLevel p_level);
void uninitialize_gdscript_module(ModuleInitializationLevel p_level);
