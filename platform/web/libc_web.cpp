// POSIX calls that Emscripten's C library declares but does not have: a page can neither start programs nor keep file attributes.
#include <cerrno>
#include <spawn.h>
#include <sys/xattr.h>

static int not_here() {
	errno = ENOSYS;
	return -1;
}

int posix_spawnp(pid_t *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *, char *const *, char *const *) {
	return ENOSYS;
}

ssize_t getxattr(const char *, const char *, void *, size_t) {
	return not_here();
}

int setxattr(const char *, const char *, const void *, size_t, int) {
	return not_here();
}

ssize_t listxattr(const char *, char *, size_t) {
	return not_here();
}

int removexattr(const char *, const char *) {
	return not_here();
}
