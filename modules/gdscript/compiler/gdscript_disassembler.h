// Code as text, one instruction a line: "ADD_INT r2 r0 r1". For tests and for people.
#pragma once

#include "core/string/ustring.h"

class GDScriptFunction;

// Registers are r0…, constants k0…, members m0…; jumps show the word they lead to as @12.
String gdscript_disassemble(const GDScriptFunction *p_function);
