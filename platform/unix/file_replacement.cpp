// Replacing a file by a whole one: see the header.
#include "platform/unix/file_replacement.h"

#include "core/os/os.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdio>

namespace {

constexpr int MAX_LINKS = 40; // As many as the kernel follows.
constexpr int MAX_ATTEMPTS = 16; // At a name that nobody has.
constexpr mode_t MODE_MASK = 0777 | S_ISUID | S_ISGID | S_ISVTX;

Error error_of(int p_errno) {
	switch (p_errno) {
		case ENOENT:
		case ENOTDIR:
			return ERR_FILE_NOT_FOUND;
		case EACCES:
		case EPERM:
		case EROFS:
			return ERR_FILE_NO_PERMISSION;
		default:
			return ERR_FILE_CANT_OPEN;
	}
}

// Open files by their numbers, above all: /dev/stdout leads there.
bool is_of_kernel(const String &p_path) {
	return p_path.begins_with("/proc/");
}

// Where the last part of the path leads, also when nothing is there yet.
Error follow_links(const String &p_path, String &r_target) {
	r_target = p_path;
	for (int i = 0; i < MAX_LINKS && !is_of_kernel(r_target); i++) {
		char link[PATH_MAX];
		const ssize_t length = ::readlink(r_target.utf8().get_data(), link, sizeof(link));
		if (length < 0 || length == ssize_t(sizeof(link))) {
			return OK; // No link: opening it says what else may be wrong.
		}
		const String next = String::utf8(link, length);
		r_target = next.is_absolute_path() ? next : r_target.get_base_dir().path_join(next);
	}
	return is_of_kernel(r_target) ? OK : ERR_FILE_CANT_OPEN;
}

void sync_folder(const String &p_folder) {
	const int folder = ::open(p_folder.utf8().get_data(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder >= 0) {
		::fsync(folder); // Some file systems cannot: the rename is theirs to keep.
		::close(folder);
	}
}

} // namespace

Error FileReplacement::open_special(const CharString &p_path, int &r_descriptor) {
	// Appended: /dev/stdout may be a file that holds what was printed before.
	r_descriptor = ::open(p_path.get_data(), O_WRONLY | O_APPEND | O_CLOEXEC);
	begun = r_descriptor >= 0;
	return begun ? OK : error_of(errno);
}

Error FileReplacement::begin(const String &p_path, int &r_descriptor) {
	discard();
	const CharString path = p_path.utf8();
	struct stat old = {};
	const bool exists = ::stat(path.get_data(), &old) == 0;
	if (exists && S_ISDIR(old.st_mode)) {
		return ERR_FILE_CANT_OPEN;
	}
	String resolved;
	const Error error = follow_links(p_path, resolved);
	if (error != OK) {
		return error;
	}
	if (exists && (!S_ISREG(old.st_mode) || is_of_kernel(resolved))) {
		return open_special(path, r_descriptor);
	}
	if (exists && ::faccessat(AT_FDCWD, path.get_data(), W_OK, AT_EACCESS) != 0) {
		return error_of(errno);
	}
	target = resolved.utf8();
	int descriptor = -1;
	const Error made = make_beside(descriptor);
	if (made != OK) {
		return made;
	}
	begun = true;
	if (exists) {
		// The owner first: changing it clears mode bits. Who may not give files away still keeps the group where it can.
		if (::fchown(descriptor, old.st_uid, old.st_gid) != 0 && ::fchown(descriptor, uid_t(-1), old.st_gid) != 0) {
			old.st_mode &= mode_t(~(S_ISUID | S_ISGID));
		}
		if (::fchmod(descriptor, old.st_mode & MODE_MASK) != 0) {
			const Error refused = error_of(errno);
			::close(descriptor);
			discard();
			return refused;
		}
	}
	r_descriptor = descriptor;
	return OK;
}

// Hidden, and short: the name of the target may be as long as names can be.
Error FileReplacement::choose_name() {
	uint8_t random[8] = {};
	if (OS::get_singleton()->get_entropy(random, sizeof(random)) != OK) {
		return ERR_CANT_CREATE;
	}
	temporary = String::utf8(target.get_data()).get_base_dir().path_join(".save-" + String::hex_encode_buffer(random, sizeof(random))).utf8();
	return OK;
}

// A new file gets the mode that the process gives its files; begin() changes it to that of the old one before anything is written.
Error FileReplacement::make_beside(int &r_descriptor) {
	const Error error = make_nameless(r_descriptor) ? choose_name() : make_named(r_descriptor);
	if (error != OK) {
		if (r_descriptor >= 0) {
			::close(r_descriptor);
		}
		discard();
	}
	return error;
}

// Not every file system can; commit() needs /proc to give the name.
bool FileReplacement::make_nameless(int &r_descriptor) {
	r_descriptor = -1;
#if defined(O_TMPFILE) && !defined(ANDROID_ENABLED) // Apps there may not make links.
	if (::access("/proc/self/fd", X_OK) == 0) {
		r_descriptor = ::open(String::utf8(target.get_data()).get_base_dir().utf8().get_data(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
	}
#endif
	return r_descriptor >= 0;
}

Error FileReplacement::make_named(int &r_descriptor) {
	for (int i = 0; i < MAX_ATTEMPTS; i++) {
		const Error error = choose_name();
		if (error != OK) {
			return error;
		}
		r_descriptor = ::open(temporary.get_data(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		is_named = r_descriptor >= 0;
		if (is_named) {
			return OK;
		}
		if (errno != EEXIST) {
			return error_of(errno);
		}
	}
	return ERR_CANT_CREATE;
}

void FileReplacement::start_storing(int p_descriptor) {
	unstarted = 0;
#if defined(__linux__)
	if (temporary.length() > 0) { // Advice alone: whether all is stored, commit() hears from the kernel.
		::sync_file_range(p_descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
	}
#endif
}

Error FileReplacement::commit(int p_descriptor) {
	if (!begun) {
		return ERR_UNCONFIGURED;
	}
	if (temporary.length() == 0) {
		begun = false;
		return OK;
	}
	const bool is_stored = ::fsync(p_descriptor) == 0;
	if (is_stored && !is_named) {
		const String name = "/proc/self/fd/" + itos(p_descriptor);
		is_named = ::linkat(AT_FDCWD, name.utf8().get_data(), AT_FDCWD, temporary.get_data(), AT_SYMLINK_FOLLOW) == 0;
	}
	if (!is_stored || !is_named || ::rename(temporary.get_data(), target.get_data()) != 0) {
		discard();
		return ERR_FILE_CANT_WRITE;
	}
	sync_folder(String::utf8(target.get_data()).get_base_dir());
	temporary = CharString();
	is_named = false;
	begun = false;
	return OK;
}

void FileReplacement::discard() {
	if (is_named) {
		::unlink(temporary.get_data());
	}
	temporary = CharString();
	is_named = false;
	begun = false;
	unstarted = 0;
}
