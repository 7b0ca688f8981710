// Checks that code can be run at all: every operand in its table, every jump to an instruction; then what gdscript_type_proof.h proves. For
// tests, debug builds and fuzzers; the compiler's mistakes show here instead of in memory.
#pragma once

#include "core/string/ustring.h"

class GDScriptFunction;

// Empty when all is well, else what is wrong and where.
String gdscript_verify(const GDScriptFunction *p_function);
