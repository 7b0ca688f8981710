// What the entry points of POSIX systems have in common: signals, then Main from setup to cleanup.
#pragma once

class OS;

// The exit code of the program. p_os exists already.
int run_main(OS &p_os, int p_argc, char **p_argv);
