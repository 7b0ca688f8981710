// Registration of the module of regular expressions.
#pragma once

#include "modules/register_module_types.h"

void initialize_regex_module(ModuleInitializationLevel p_level);
void uninitialize_regex_module(ModuleInitializationLevel p_level);
