// OS on Linux: see the header.
#include "platform/linux/os_linux.h"

#include "core/io/file_access.h"

#include <pthread.h>
#include <unistd.h>

#include <climits>

// Files of /proc have no length, so they are read to their end.
static String read_system_file(const char *p_path) {
	static constexpr int64_t LONGEST = 64 * 1024;
	Ref<FileAccess> file = FileAccess::open(p_path, FileAccess::READ);
	if (file.is_null()) {
		return String();
	}
	const Vector<uint8_t> bytes = file->get_buffer(LONGEST);
	return String::utf8(reinterpret_cast<const char *>(bytes.ptr()), bytes.size());
}

// The value behind "NAME<separator>" at the start of a line.
static String find_value(const String &p_text, const String &p_name, const String &p_separator) {
	for (const String &line : p_text.split("\n")) {
		if (line.get_slice(p_separator, 0).strip_edges() == p_name) {
			return line.substr(line.find(p_separator) + p_separator.length()).strip_edges().unquote();
		}
	}
	return String();
}

String OS_Linux::get_distribution_name() const {
	const String name = find_value(read_system_file("/etc/os-release"), "NAME", "=");
	return name.is_empty() ? get_name() : name;
}

String OS_Linux::get_version() const {
	const String version = find_value(read_system_file("/etc/os-release"), "VERSION_ID", "=");
	return version.is_empty() ? OS_Unix::get_version() : version;
}

String OS_Linux::get_executable_path() const {
	char path[PATH_MAX];
	const ssize_t length = readlink("/proc/self/exe", path, sizeof(path));
	return length > 0 ? String::utf8(path, length) : OS_Unix::get_executable_path();
}

String OS_Linux::get_processor_name() const {
	return find_value(read_system_file("/proc/cpuinfo"), "model name", ":");
}

String OS_Linux::get_unique_id() const {
	return read_system_file("/etc/machine-id").strip_edges();
}

OS::MemoryInfo OS_Linux::get_memory_info() const {
	const String text = read_system_file("/proc/meminfo");
	MemoryInfo info;
	info.physical = find_value(text, "MemTotal", ":").to_int() * 1024;
	info.free = find_value(text, "MemFree", ":").to_int() * 1024;
	info.available = find_value(text, "MemAvailable", ":").to_int() * 1024;
	pthread_attr_t attributes;
	if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
		void *lowest = nullptr;
		size_t size = 0;
		pthread_attr_getstack(&attributes, &lowest, &size);
		pthread_attr_destroy(&attributes);
		info.stack = int64_t(size);
	}
	return info;
}

bool OS_Linux::_has_platform_feature(const String &p_tag) const {
	return p_tag == "pc" || p_tag == "linuxbsd" || OS_Unix::_has_platform_feature(p_tag);
}
