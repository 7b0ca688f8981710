// The --test of a binary that was built without tests.
#include "tests/test_runner.h"

#include <cstdio>

int run_tests(int, const char *const *) {
	fprintf(stderr, "This binary was built without tests. Build it with `scons tests=yes` and use that one.\n");
	return 2;
}
