// From the entry point to the exit code: see the header.
#include "platform/unix/main_unix.h"

#include "core/main/end_guard.h"
#include "core/main/main.h"
#include "core/os/os.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace {

void on_end_signal(int p_signal) {
	const int interrupted_errno = errno;
	signal(p_signal, SIG_DFL); // A second one ends the process at once.
	Main::request_close();
	errno = interrupted_errno;
}

void on_alarm(int) {
	EndGuard::on_timer();
}

void set_alarm(unsigned int p_seconds) {
	alarm(p_seconds);
}

void write_error(const char *p_text) {
	[[maybe_unused]] const ssize_t written = write(STDERR_FILENO, p_text, strlen(p_text)); // If that fails, there is nobody to tell.
}

// Whoever starts the engine may have closed some: the first files that it opens would get their numbers, and what is printed.
void open_standard_descriptors() {
	for (const int descriptor : { STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO }) {
		if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF && open("/dev/null", O_RDWR) < 0) { // open() takes the lowest that is free.
			return; // A sandbox without devices.
		}
	}
}

} // namespace

int run_main(OS &p_os, int p_argc, char **p_argv) {
	open_standard_descriptors();
	signal(SIGPIPE, SIG_IGN); // A peer that went away is an error code of send(), not the end of the server.
	signal(SIGXFSZ, SIG_IGN); // A file that grows past its limit likewise: an error of write().
	if (Main::setup(p_argc, p_argv) == Main::STEP_CONTINUE) {
		signal(SIGINT, on_end_signal);
		signal(SIGTERM, on_end_signal);
		signal(SIGALRM, on_alarm);
		EndGuard::set_timer = set_alarm;
		EndGuard::write_error = write_error;
		if (Main::start() == Main::STEP_CONTINUE) {
			while (!Main::iteration()) {
			}
		}
	}
	Main::cleanup();
	return p_os.get_exit_code();
}
