// Lines from and to the Activity: see the header. The thread that reads touches no engine objects but the queue of deferred calls.
#include "platform/android/android_shell.h"

#include "core/main/main.h"
#include "core/os/condition_variable.h"
#include "core/os/os.h"
#include "core/os/thread.h"
#include "platform/android/shell_lines.h"
#include "platform/unix/ip_unix.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

constexpr uint64_t ANSWER_USEC = 20 * 1000000; // Longer than Android's own resolver tries.

struct Shell {
	int in = -1;
	int out = -1;
	Thread reader;
	BinaryMutex mutex; // Guards what follows.
	ConditionVariable answered;
	ShellQuestions questions;
	bool has_ended = false;
};
Shell *shell = nullptr;

bool write_line(const char *p_text, size_t p_length) {
	while (p_length > 0) {
		const ssize_t count = ::write(shell->out, p_text, p_length);
		if (count < 0 && errno == EINTR) {
			continue;
		}
		if (count <= 0) {
			return false;
		}
		p_text += count;
		p_length -= size_t(count);
	}
	return true;
}

Error ask(const char *p_host, bool p_ipv4, bool p_ipv6, LocalVector<IPAddress> &r_addresses) {
	if (!ShellQuestions::is_askable(p_host)) {
		return ERR_DOES_NOT_EXIST;
	}
	char line[ShellQuestions::LONGEST_HOST + 64];
	MutexLock lock(shell->mutex);
	const uint32_t number = shell->questions.ask();
	const int length = snprintf(line, sizeof(line), "resolve %u %s%s %s\n", number, p_ipv4 ? "4" : "", p_ipv6 ? "6" : "", p_host);
	bool is_waiting = !shell->has_ended && write_line(line, size_t(length));
	const uint64_t deadline = OS::get_singleton()->get_ticks_usec() + ANSWER_USEC;
	while (is_waiting && !shell->questions.is_answered(number)) {
		const uint64_t now = OS::get_singleton()->get_ticks_usec();
		is_waiting = now < deadline && !shell->has_ended;
		if (is_waiting) {
			shell->answered.wait_for(shell->mutex, deadline - now);
		}
	}
	return shell->questions.take(number, r_addresses);
}

void obey(const ShellOrder &p_order) {
	switch (p_order.kind) {
		case ShellOrder::KIND_ANSWER: {
			MutexLock lock(shell->mutex);
			shell->questions.answer(p_order);
			shell->answered.notify_all();
		} break;
		case ShellOrder::KIND_PAUSE:
			Main::request_pause(true);
			break;
		case ShellOrder::KIND_RESUME:
			Main::request_pause(false);
			break;
		case ShellOrder::KIND_STOP:
			Main::request_close();
			break;
		case ShellOrder::KIND_UNKNOWN:
			break; // Of a newer Activity.
	}
}

void read_orders(void *) {
	ShellLineReader reader;
	char bytes[1024];
	for (;;) {
		const ssize_t count = ::read(shell->in, bytes, sizeof(bytes));
		if (count < 0 && errno == EINTR) {
			continue;
		}
		if (count <= 0) {
			break;
		}
		reader.feed(bytes, int(count), obey);
	}
	{
		MutexLock lock(shell->mutex);
		shell->has_ended = true;
		shell->answered.notify_all();
	}
	Main::request_close();
}

// The descriptor's own copy for us, which child processes do not inherit.
int take_descriptor(int p_descriptor, int p_replacement) {
	const int own = ::fcntl(p_descriptor, F_DUPFD_CLOEXEC, 3);
	::dup2(p_replacement, p_descriptor);
	return own;
}

} // namespace

void AndroidShell::begin() {
	const char *wanted = getenv("ESTRAGON_SHELL");
	if (!wanted || strcmp(wanted, "1") != 0) {
		return;
	}
	unsetenv("ESTRAGON_SHELL"); // Programs that this one starts have no Activity.
	shell = new Shell;
	const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
	shell->in = take_descriptor(STDIN_FILENO, nothing);
	shell->out = take_descriptor(STDERR_FILENO, STDOUT_FILENO);
	::close(nothing);
	IPUnix::resolver = ask;
	shell->reader.start(read_orders, nullptr, Thread::SHARES_NOTHING);
}
