// Finds names of networking classes in scripts and scenes.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/span.h"

// The first word of p_text that names a class which opens connections; r_line counts from 1. In scripts comments do not count. Null: none.
const char *find_network_class(Span<uint8_t> p_text, bool p_is_script, int &r_line);
