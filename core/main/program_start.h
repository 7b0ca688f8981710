// What a program consists of at its start: the main loop object, autoloads, the first script or scene.
#pragma once

#include "core/error/error_list.h"
#include "core/main/command_line.h"

class MainLoop;

// Mounts --main-pack, or without any orders the pack at the end of the executable or beside it. Finds res://: --path, else the pack alone, the nearest folder above the script that has a project.godot, else the script's own folder.
// Rewrites script and scene of r_line to res:// paths. Errors are printed with their mend.
Error open_project(CommandLine &r_line);

// Puts the project's own classes that load or save resources (those with a class_name) to work.
void add_formats_of_scripts();

// Makes the main loop with everything the first frame needs. Null after an error was printed. The caller owns it.
MainLoop *create_main_loop(const CommandLine &p_line);
