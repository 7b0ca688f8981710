// Where KnownFacts gets its text: from the binary.
#pragma once

#include "core/templates/vector.h"

// As KnownFacts::Source.
bool unpack_known_facts(Vector<uint8_t> &r_text);
