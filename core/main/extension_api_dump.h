// --dump-extension-api: everything scripts can use, as JSON.
#pragma once

#include "core/error/error_list.h"

class String;

// Writes p_file. The format is that of the stock engine's extension_api.json, so that tools can compare the two.
Error dump_extension_api(const String &p_file);
