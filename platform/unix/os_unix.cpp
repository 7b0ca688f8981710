// OS over POSIX: clocks, environment, folders and entropy. Processes are in os_unix_process.cpp.
#include "platform/unix/os_unix.h"

#include "platform/unix/file_access_unix.h"

#include <sys/utsname.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <ctime>
#include <iterator>

static uint64_t monotonic_usec() {
	timespec now = {};
	clock_gettime(CLOCK_MONOTONIC, &now);
	return uint64_t(now.tv_sec) * 1000000 + uint64_t(now.tv_nsec) / 1000;
}

OS_Unix::OS_Unix() :
		start_usec(monotonic_usec()) {
	FileAccessUnix::make_default();
}

uint64_t OS_Unix::get_ticks_usec() const {
	return monotonic_usec() - start_usec;
}

double OS_Unix::get_unix_time() const {
	timespec now = {};
	clock_gettime(CLOCK_REALTIME, &now);
	return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

OS::DateTime OS_Unix::get_datetime(LocalClock p_clock) const {
	const time_t now = time(nullptr);
	tm parts = {};
	if (p_clock == CLOCK_UTC) {
		gmtime_r(&now, &parts);
	} else {
		localtime_r(&now, &parts);
	}
	DateTime result;
	result.year = int64_t(parts.tm_year) + 1900;
	result.month = parts.tm_mon + 1;
	result.day = parts.tm_mday;
	result.weekday = parts.tm_wday;
	result.hour = parts.tm_hour;
	result.minute = parts.tm_min;
	result.second = parts.tm_sec < 60 ? parts.tm_sec : 59; // A leap second has no number in the scripting API.
	result.dst = parts.tm_isdst > 0;
	return result;
}

OS::TimeZone OS_Unix::get_time_zone_info() const {
	const time_t now = time(nullptr);
	tm parts = {};
	localtime_r(&now, &parts);
	TimeZone zone;
	zone.bias = int(parts.tm_gmtoff / 60);
	zone.name = parts.tm_zone ? String::utf8(parts.tm_zone) : String();
	return zone;
}

void OS_Unix::delay_usec(uint32_t p_usec) const {
	timespec rest = { time_t(p_usec / 1000000), long(p_usec % 1000000) * 1000 };
	while (nanosleep(&rest, &rest) != 0 && errno == EINTR) {
	}
}

int OS_Unix::get_processor_count() const {
	const long count = sysconf(_SC_NPROCESSORS_ONLN);
	return count > 0 ? int(count) : 1;
}

String OS_Unix::get_locale() const {
	for (const char *name : { "LC_ALL", "LC_MESSAGES", "LANG" }) {
		const String value = get_environment(name);
		if (value.is_empty()) {
			continue;
		}
		const String locale = value.get_slicec('.', 0).get_slicec('@', 0);
		return locale == "C" || locale == "POSIX" ? String("en") : locale;
	}
	return "en";
}

String OS_Unix::get_version() const {
	utsname names = {};
	return uname(&names) == 0 ? String::utf8(names.release) : String();
}

String OS_Unix::get_data_dir() const {
	const String folder = get_environment("XDG_DATA_HOME");
	if (folder.is_absolute_path()) { // The XDG specification says to ignore relative ones.
		return folder.trim_suffix("/");
	}
	const String home = get_environment("HOME");
	return home.is_empty() ? get_config_dir() : home.path_join(".local/share");
}

String OS_Unix::get_config_dir() const {
	const String folder = get_environment("XDG_CONFIG_HOME");
	if (folder.is_absolute_path()) {
		return folder.trim_suffix("/");
	}
	const String home = get_environment("HOME");
	return home.is_empty() ? get_temp_dir() : home.path_join(".config");
}

String OS_Unix::get_cache_dir() const {
	const String folder = get_environment("XDG_CACHE_HOME");
	if (folder.is_absolute_path()) {
		return folder.trim_suffix("/");
	}
	const String home = get_environment("HOME");
	return home.is_empty() ? get_temp_dir() : home.path_join(".cache");
}

String OS_Unix::get_temp_dir() const {
	const String folder = get_environment("TMPDIR");
	return folder.is_absolute_path() ? folder.trim_suffix("/") : String("/tmp");
}

String OS_Unix::get_system_dir(SystemDir p_dir, bool) const {
	static const char *const NAMES[] = { "Desktop", "DCIM", "Documents", "Downloads", "Videos", "Music", "Pictures", "Ringtones" };
	ERR_FAIL_INDEX_V(int(p_dir), int(std::size(NAMES)), String());
	const String folder = get_environment("HOME").path_join(NAMES[p_dir]);
	return access(folder.utf8().get_data(), X_OK) == 0 ? folder : get_environment("HOME");
}

String OS_Unix::get_working_dir() const {
	char path[PATH_MAX];
	return getcwd(path, sizeof(path)) ? String::utf8(path) : String("/");
}

bool OS_Unix::has_environment(const String &p_name) const {
	return getenv(p_name.utf8().get_data()) != nullptr;
}

String OS_Unix::get_environment(const String &p_name) const {
	const char *value = getenv(p_name.utf8().get_data());
	return value ? String::utf8(value) : String();
}

void OS_Unix::set_environment(const String &p_name, const String &p_value) const {
	setenv(p_name.utf8().get_data(), p_value.utf8().get_data(), 1);
}

void OS_Unix::unset_environment(const String &p_name) const {
	unsetenv(p_name.utf8().get_data());
}

String OS_Unix::get_system_ca_certificates() const {
	// Where the families of systems keep them; SSL_CERT_FILE is what OpenSSL's users set instead.
	static const char *const PLACES[] = {
		"/etc/ssl/certs/ca-certificates.crt", // Debian, Arch
		"/etc/pki/tls/certs/ca-bundle.crt", // Fedora
		"/etc/ssl/ca-bundle.pem", // SUSE
		"/etc/ssl/cert.pem", // Alpine, BSD, macOS
	};
	const String chosen = get_environment("SSL_CERT_FILE");
	if (!chosen.is_empty()) {
		return FileAccess::get_file_as_string(chosen);
	}
	for (const char *place : PLACES) {
		const String text = FileAccess::get_file_as_string(place);
		if (!text.is_empty()) {
			return text;
		}
	}
	return String();
}

Error OS_Unix::get_entropy(uint8_t *r_buffer, int p_bytes) {
	static constexpr int MOST_AT_ONCE = 256; // The limit of getentropy().
	for (int done = 0; done < p_bytes;) {
		const int count = MIN(p_bytes - done, MOST_AT_ONCE);
		if (getentropy(r_buffer + done, size_t(count)) != 0) {
			return FAILED;
		}
		done += count;
	}
	return OK;
}

bool OS_Unix::_has_platform_feature(const String &p_tag) const {
	return p_tag == get_name().to_lower();
}
