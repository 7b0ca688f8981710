// FileSystem over POSIX.
#include "core/io/file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace {

constexpr uint32_t PERMISSION_MASK = 0777 | S_ISUID | S_ISGID | S_ISVTX;

struct DirectoryCloser {
	void operator()(DIR *p_directory) const { ::closedir(p_directory); }
};
using OwnedDirectory = std::unique_ptr<DIR, DirectoryCloser>;

FileSystem::EntryKind kind_of(mode_t p_mode) {
	if (S_ISDIR(p_mode)) {
		return FileSystem::KIND_FOLDER;
	}
	return S_ISREG(p_mode) ? FileSystem::KIND_FILE : FileSystem::KIND_OTHER;
}

bool stat_path(const String &p_path, struct stat &r_info) {
	return ::stat(p_path.utf8().get_data(), &r_info) == 0;
}

} // namespace

FileSystem::EntryKind FileSystem::get_kind(const String &p_path) {
	struct stat info = {};
	return stat_path(p_path, info) ? kind_of(info.st_mode) : KIND_NONE;
}

bool FileSystem::get_info(const String &p_path, Info &r_info) {
	struct stat info = {};
	if (!stat_path(p_path, info)) {
		return false;
	}
	r_info.modified_time = uint64_t(info.st_mtime);
	r_info.access_time = uint64_t(info.st_atime);
	r_info.size = int64_t(info.st_size);
	r_info.permissions = uint32_t(info.st_mode) & PERMISSION_MASK;
	return true;
}

Error FileSystem::set_permissions(const String &p_path, uint32_t p_permissions) {
	return ::chmod(p_path.utf8().get_data(), mode_t(p_permissions & PERMISSION_MASK)) == 0 ? OK : FAILED;
}

Error FileSystem::list(const String &p_folder, bool p_with_dot_entries, Vector<Entry> &r_entries) {
	const OwnedDirectory directory(::opendir(p_folder.utf8().get_data()));
	if (!directory) {
		return ERR_CANT_OPEN;
	}
	while (const dirent *item = ::readdir(directory.get())) {
		const bool is_dot = strcmp(item->d_name, ".") == 0 || strcmp(item->d_name, "..") == 0;
		if (is_dot && !p_with_dot_entries) {
			continue;
		}
		Entry entry;
		entry.name = String::utf8(item->d_name);
		if (item->d_type == DT_UNKNOWN || item->d_type == DT_LNK) {
			entry.is_folder = get_kind(p_folder.path_join(entry.name)) == KIND_FOLDER;
		} else {
			entry.is_folder = item->d_type == DT_DIR;
		}
		r_entries.push_back(entry);
	}
	return OK;
}

Error FileSystem::make_folder(const String &p_path) {
	if (::mkdir(p_path.utf8().get_data(), 0777) == 0) {
		return OK;
	}
	return errno == EEXIST ? ERR_ALREADY_EXISTS : ERR_CANT_CREATE;
}

Error FileSystem::make_private_file(const String &p_path) {
	const int descriptor = ::open(p_path.utf8().get_data(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (descriptor < 0) {
		return errno == EEXIST ? ERR_ALREADY_EXISTS : ERR_CANT_CREATE;
	}
	::close(descriptor);
	return OK;
}

Error FileSystem::make_private_folder(const String &p_path) {
	if (::mkdir(p_path.utf8().get_data(), 0700) == 0) {
		return OK;
	}
	return errno == EEXIST ? ERR_ALREADY_EXISTS : ERR_CANT_CREATE;
}

Error FileSystem::rename(const String &p_from, const String &p_to) {
	return ::rename(p_from.utf8().get_data(), p_to.utf8().get_data()) == 0 ? OK : FAILED;
}

Error FileSystem::rename_new(const String &p_from, const String &p_to) {
	const CharString from = p_from.utf8();
	const CharString to = p_to.utf8();
	if (::link(from.get_data(), to.get_data()) == 0) {
		::unlink(from.get_data());
		return OK;
	}
	struct stat info = {};
	if (errno == EEXIST || ::lstat(to.get_data(), &info) == 0) {
		return ERR_ALREADY_EXISTS;
	}
	return rename(p_from, p_to); // Some file systems give a file one name only.
}

Error FileSystem::remove(const String &p_path) {
	return ::remove(p_path.utf8().get_data()) == 0 ? OK : FAILED;
}

bool FileSystem::is_link(const String &p_path) {
	struct stat info = {};
	return ::lstat(p_path.trim_suffix("/").utf8().get_data(), &info) == 0 && S_ISLNK(info.st_mode);
}

String FileSystem::read_link(const String &p_path) {
	char target[PATH_MAX];
	const ssize_t length = ::readlink(p_path.trim_suffix("/").utf8().get_data(), target, sizeof(target));
	return length > 0 ? String::utf8(target, length) : String();
}

String FileSystem::get_real_path(const String &p_path) {
	char path[PATH_MAX];
	return ::realpath(p_path.utf8().get_data(), path) ? String::utf8(path) : String();
}

Error FileSystem::create_link(const String &p_source, const String &p_target) {
	return ::symlink(p_source.utf8().get_data(), p_target.utf8().get_data()) == 0 ? OK : FAILED;
}

bool FileSystem::is_same_file(const String &p_a, const String &p_b) {
	struct stat a = {};
	struct stat b = {};
	return stat_path(p_a, a) && stat_path(p_b, b) && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

uint64_t FileSystem::get_space_left(const String &p_path) {
	struct statvfs info = {};
	if (::statvfs(p_path.utf8().get_data(), &info) != 0) {
		return 0;
	}
	return uint64_t(info.f_bavail) * uint64_t(info.f_frsize);
}

String FileSystem::get_working_folder() {
	char path[PATH_MAX];
	return ::getcwd(path, sizeof(path)) ? String::utf8(path) : String("/");
}

// The mount with the longest prefix of the path, from the table of the kernel.
String FileSystem::get_type(const String &p_path) {
	const std::unique_ptr<FILE, int (*)(FILE *)> table(::fopen("/proc/self/mounts", "re"), &::fclose);
	if (!table) {
		return String();
	}
	char line[2048];
	String type;
	int64_t best_length = -1;
	while (::fgets(line, sizeof(line), table.get())) {
		const Vector<String> fields = String::utf8(line).split(" ");
		if (fields.size() < 3) {
			continue;
		}
		const String mount = fields[1];
		const bool holds_path = mount == "/" || p_path == mount || p_path.begins_with(mount + "/");
		if (holds_path && mount.length() > best_length) {
			best_length = mount.length();
			type = fields[2].to_upper();
		}
	}
	return type;
}

// User attributes live in a name space of their own, which scripts do not see.
static CharString attribute_name(const String &p_name) {
	return ("user." + p_name).utf8();
}

Error FileSystem::get_attribute(const String &p_path, const String &p_name, Vector<uint8_t> &r_value) {
	const CharString path = p_path.utf8();
	const CharString name = attribute_name(p_name);
	const ssize_t size = ::getxattr(path.get_data(), name.get_data(), nullptr, 0);
	if (size < 0 || r_value.resize_uninitialized(size) != OK) {
		return FAILED;
	}
	return ::getxattr(path.get_data(), name.get_data(), r_value.ptrw(), size_t(size)) == size ? OK : FAILED;
}

Error FileSystem::set_attribute(const String &p_path, const String &p_name, const Vector<uint8_t> &p_value) {
	return ::setxattr(p_path.utf8().get_data(), attribute_name(p_name).get_data(), p_value.ptr(), size_t(p_value.size()), 0) == 0 ? OK : FAILED;
}

Error FileSystem::remove_attribute(const String &p_path, const String &p_name) {
	return ::removexattr(p_path.utf8().get_data(), attribute_name(p_name).get_data()) == 0 ? OK : FAILED;
}

Vector<String> FileSystem::list_attributes(const String &p_path) {
	Vector<String> names;
	const CharString path = p_path.utf8();
	const ssize_t size = ::listxattr(path.get_data(), nullptr, 0);
	Vector<uint8_t> text;
	if (size <= 0 || text.resize(size) != OK || ::listxattr(path.get_data(), reinterpret_cast<char *>(text.ptrw()), size_t(size)) != size) {
		return names;
	}
	for (ssize_t at = 0; at < size;) {
		const String name = String::utf8(reinterpret_cast<const char *>(text.ptr()) + at);
		at += ssize_t(name.utf8().length()) + 1;
		if (name.begins_with("user.")) {
			names.push_back(name.substr(5));
		}
	}
	return names;
}
