// Where KnownFacts gets its text: from the binary, or from where the platform has it.
#pragma once

#include "core/templates/vector.h"

// As KnownFacts::Source.
bool unpack_known_facts(Vector<uint8_t> &r_text);

// For builds without the text: gives it packed (a zlib stream), or false. Set before Main::setup(); called once, when the first such class is named.
extern bool (*fetch_known_facts)(Vector<uint8_t> &r_packed);
