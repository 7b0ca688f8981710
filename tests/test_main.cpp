// The doctest runner inside the engine binary.
#define DOCTEST_CONFIG_IMPLEMENT
#include "tests/test_macros.h"
#include "tests/test_runner.h"

int run_tests(int p_argc, const char *const *p_argv) {
	doctest::Context context;
	context.applyCommandLine(p_argc, p_argv);
	return context.run();
}
