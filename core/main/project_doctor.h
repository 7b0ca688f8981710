// --doctor: what a project needs that this engine has not, file by file, without running anything.
#pragma once

#include "core/main/command_line.h"

// Reads the scripts, scenes, resources and settings of the opened project and prints one table: where, what, and what for. As JSON with
// --format=json. True when the project needs nothing more; a call that does nothing here counts as a need, a node that is kept as data does not.
bool examine_project(const CommandLine &p_line);
