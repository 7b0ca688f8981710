// --check-only and --disassemble: what the script languages say of files, without running anything.
#pragma once

#include "core/error/error_list.h"
#include "core/main/command_line.h"

// Checks the file or every script below the folder that p_line names (without either, the whole project) with all that they need, and
// prints what was found: one line each as compilers do, or as JSON. OK if there is no error.
Error check_scripts(const CommandLine &p_line);

// Prints the instructions that a script compiles to.
Error disassemble_script(const CommandLine &p_line);
