// What `estragon --test` calls; answered by the doctest runner or, without tests=yes, by a message that says how to get it.
#pragma once

// p_argc/p_argv: the arguments after --test, for doctest (e.g. --test-case="[String]*"). Returns the process exit code.
int run_tests(int p_argc, const char *const *p_argv);
