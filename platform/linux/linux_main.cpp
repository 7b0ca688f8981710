// The entry point on Linux.
#include "core/main/main.h"
#include "platform/export/exporter.h"
#include "platform/linux/os_linux.h"
#include "platform/unix/main_unix.h"

int main(int p_argc, char **p_argv) {
	OS_Linux os;
	Main::run_export = run_export;
	return run_main(os, p_argc, p_argv);
}
