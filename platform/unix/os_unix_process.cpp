// OS over POSIX: child processes and the console.
#include "platform/unix/os_unix.h"

#include "core/error/error_macros.h"
#include "core/os/piped_process.h"
#include "core/string/print_string.h"
#include "core/templates/local_vector.h"
#include "platform/unix/file_access_pipe.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>

extern char **environ;

namespace {

constexpr int EXIT_CODE_NOT_FOUND = 127; // What a shell answers, too.

// Closes itself; -1 is none.
struct OwnedDescriptor {
	int value = -1;

	void close() {
		if (value >= 0) {
			::close(value);
			value = -1;
		}
	}
	int give_away() {
		const int given = value;
		value = -1;
		return given;
	}
	OwnedDescriptor() = default;
	~OwnedDescriptor() { close(); }
	OwnedDescriptor(const OwnedDescriptor &) = delete;
	OwnedDescriptor &operator=(const OwnedDescriptor &) = delete;
};

// Both ends are closed in programs that are started, but for what they are given on purpose.
bool make_pipe(OwnedDescriptor &r_reader, OwnedDescriptor &r_writer) {
	int ends[2];
	if (::pipe(ends) != 0) {
		return false;
	}
	r_reader.value = ends[0];
	r_writer.value = ends[1];
	::fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	::fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	return true;
}

// What a program reads and writes; -1: as we do.
struct Streams {
	int in = -1;
	int out = -1;
	int err = -1;
};

// Returns 0 or an errno.
int spawn(const String &p_path, const Vector<String> &p_arguments, const Streams &p_streams, pid_t &r_pid) {
	Vector<CharString> kept;
	kept.push_back(p_path.utf8());
	for (const String &argument : p_arguments) {
		kept.push_back(argument.utf8());
	}
	LocalVector<char *> pointers;
	for (const CharString &text : kept) {
		pointers.push_back(const_cast<char *>(text.get_data()));
	}
	pointers.push_back(nullptr);

	posix_spawn_file_actions_t actions;
	posix_spawn_file_actions_init(&actions);
	const int given[] = { p_streams.in, p_streams.out, p_streams.err };
	for (int stream = 0; stream < 3; stream++) {
		if (given[stream] >= 0) {
			posix_spawn_file_actions_adddup2(&actions, given[stream], stream);
		}
	}
	// We ignore these; most programs count on their default.
	posix_spawnattr_t attributes;
	posix_spawnattr_init(&attributes);
	sigset_t defaults;
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	sigaddset(&defaults, SIGXFSZ);
	posix_spawnattr_setsigdefault(&attributes, &defaults);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	flush_print(); // What the other program prints comes after it.
	const int failure = posix_spawnp(&r_pid, pointers[0], &actions, &attributes, pointers.ptr(), environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return failure;
}

String read_all(int p_descriptor) {
	Vector<uint8_t> bytes;
	uint8_t chunk[16384];
	for (;;) {
		const ssize_t count = ::read(p_descriptor, chunk, sizeof(chunk));
		if (count > 0) {
			bytes.append_span(Span<uint8_t>(chunk, uint64_t(count)));
		} else if (count == 0 || errno != EINTR) {
			break;
		}
	}
	return String::utf8(reinterpret_cast<const char *>(bytes.ptr()), bytes.size());
}

int exit_code_of(int p_status) {
	return WIFEXITED(p_status) ? WEXITSTATUS(p_status) : 128 + WTERMSIG(p_status);
}

OS::StdHandleType type_of(int p_descriptor) {
	struct stat info = {};
	if (::fstat(p_descriptor, &info) != 0) {
		return OS::STD_HANDLE_INVALID;
	}
	if (S_ISCHR(info.st_mode)) {
		return ::isatty(p_descriptor) ? OS::STD_HANDLE_CONSOLE : OS::STD_HANDLE_UNKNOWN;
	}
	if (S_ISFIFO(info.st_mode) || S_ISSOCK(info.st_mode)) {
		return OS::STD_HANDLE_PIPE;
	}
	return S_ISREG(info.st_mode) ? OS::STD_HANDLE_FILE : OS::STD_HANDLE_UNKNOWN;
}

} // namespace

int OS_Unix::get_process_id() const {
	return int(::getpid());
}

int OS_Unix::execute(const String &p_path, const Vector<String> &p_arguments, String *r_output, bool p_read_stderr) {
	OwnedDescriptor reader;
	OwnedDescriptor writer;
	if (r_output && !make_pipe(reader, writer)) {
		return -1;
	}
	pid_t pid = 0;
	const int failure = spawn(p_path, p_arguments, { -1, writer.value, p_read_stderr ? writer.value : -1 }, pid);
	if (failure != 0) {
		return failure == EAGAIN || failure == ENOMEM ? -1 : EXIT_CODE_NOT_FOUND;
	}
	writer.close(); // Ours; else the end of the child's output would never show.
	if (r_output) {
		*r_output = read_all(reader.value);
	}
	int status = 0;
	while (::waitpid(pid, &status, 0) < 0) {
		if (errno != EINTR) {
			return -1;
		}
	}
	return exit_code_of(status);
}

int OS_Unix::create_process(const String &p_path, const Vector<String> &p_arguments) {
	pid_t pid = 0;
	if (spawn(p_path, p_arguments, Streams(), pid) != 0) {
		return -1;
	}
	_add_child(int(pid));
	return int(pid);
}

PipedProcess OS_Unix::execute_with_pipe(const String &p_path, const Vector<String> &p_arguments, bool p_blocking) {
	OwnedDescriptor ours[3];
	OwnedDescriptor theirs[3];
	const bool made = make_pipe(theirs[0], ours[0]) && make_pipe(ours[1], theirs[1]) && make_pipe(ours[2], theirs[2]);
	PipedProcess process;
	pid_t pid = 0;
	if (!made || spawn(p_path, p_arguments, { theirs[0].value, theirs[1].value, theirs[2].value }, pid) != 0) {
		return process;
	}
	if (!p_blocking) {
		for (const OwnedDescriptor &end : ours) {
			::fcntl(end.value, F_SETFL, ::fcntl(end.value, F_GETFL) | O_NONBLOCK);
		}
	}
	_add_child(int(pid));
	process.stdio = FileAccessPipe::make(ours[1].give_away(), ours[0].give_away());
	process.stderr_output = FileAccessPipe::make(ours[2].give_away(), -1);
	process.pid = int(pid);
	return process;
}

void OS_Unix::_add_child(int p_pid) {
	MutexLock lock(children_mutex);
	// Those that have ended meanwhile, so that processes nobody asks about do not stay in the system's table.
	for (const KeyValue<int, Child> &child : children) {
		_collect_child(child.key, false);
	}
	children.insert(p_pid, Child());
}

// Called with the mutex held.
void OS_Unix::_collect_child(int p_pid, bool p_wait) const {
	Child *child = children.getptr(p_pid);
	if (!child || !child->is_running) {
		return;
	}
	int status = 0;
	pid_t result;
	do {
		result = ::waitpid(p_pid, &status, p_wait ? 0 : WNOHANG);
	} while (result < 0 && errno == EINTR);
	if (result == p_pid) {
		child->is_running = false;
		child->exit_code = exit_code_of(status);
	}
}

Error OS_Unix::kill(int p_pid) {
	flush_print(); // It may be this process.
	ERR_FAIL_COND_V_MSG(p_pid <= 0, ERR_INVALID_PARAMETER, "This is no process id.");
	if (::kill(p_pid, SIGKILL) != 0) {
		return errno == EPERM ? ERR_UNAUTHORIZED : ERR_INVALID_PARAMETER;
	}
	MutexLock lock(children_mutex);
	_collect_child(p_pid, true);
	return OK;
}

bool OS_Unix::is_process_running(int p_pid) const {
	MutexLock lock(children_mutex);
	_collect_child(p_pid, false);
	if (const Child *child = children.getptr(p_pid)) {
		return child->is_running;
	}
	return p_pid > 0 && ::kill(p_pid, 0) == 0;
}

int OS_Unix::get_process_exit_code(int p_pid) const {
	MutexLock lock(children_mutex);
	_collect_child(p_pid, false);
	const Child *child = children.getptr(p_pid);
	return child && !child->is_running ? child->exit_code : -1;
}

Error OS_Unix::shell_open(const String &p_uri) {
	return create_process("xdg-open", { p_uri }) > 0 ? OK : ERR_CANT_FORK;
}

OS::StdHandleType OS_Unix::get_stdin_type() const {
	return type_of(STDIN_FILENO);
}

OS::StdHandleType OS_Unix::get_stdout_type() const {
	return type_of(STDOUT_FILENO);
}

OS::StdHandleType OS_Unix::get_stderr_type() const {
	return type_of(STDERR_FILENO);
}

String OS_Unix::read_string_from_stdin(int64_t p_buffer_size) {
	flush_print(); // A question stands there before the answer.
	static constexpr int64_t LONGEST = 16 * 1024 * 1024;
	Vector<uint8_t> line;
	const int64_t limit = CLAMP(p_buffer_size, int64_t(1), LONGEST);
	while (line.size() < limit) {
		const int character = getc(stdin); // Buffered by the C library.
		if (character == EOF) {
			break;
		}
		line.push_back(uint8_t(character));
		if (character == '\n') {
			break;
		}
	}
	return String::utf8(reinterpret_cast<const char *>(line.ptr()), line.size());
}

Vector<uint8_t> OS_Unix::read_buffer_from_stdin(int64_t p_buffer_size) {
	flush_print();
	Vector<uint8_t> bytes;
	if (p_buffer_size <= 0 || bytes.resize_uninitialized(p_buffer_size) != OK) {
		return Vector<uint8_t>();
	}
	bytes.resize(int64_t(fread(bytes.ptrw(), 1, size_t(p_buffer_size), stdin)));
	return bytes;
}
