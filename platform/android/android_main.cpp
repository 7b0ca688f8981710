// The entry point on Android: the app's Activity runs this as a program of its own.
#include "platform/android/android_shell.h"
#include "platform/android/os_android.h"
#include "platform/unix/main_unix.h"

int main(int p_argc, char **p_argv) {
	OS_Android os;
	AndroidShell::begin();
	return run_main(os, p_argc, p_argv);
}
