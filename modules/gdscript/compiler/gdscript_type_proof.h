// Proves of code, whose operands are known to be in range, what typed instructions rely on: their operands hold exactly the types that they
// work on, registers that are never released hold nothing that must be, and typed places get only values of their type.
#pragma once

#include "core/string/ustring.h"

class GDScriptFunction;

// Empty when all is proved, else what is not and where. What is beyond the code is taken for granted: that functions give what they declare,
// and that the elements of typed arrays are of their type.
String gdscript_prove_types(const GDScriptFunction *p_function);
