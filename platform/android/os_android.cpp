// OS on Android: see the header.
#include "platform/android/os_android.h"

#include "core/io/file_access.h"

#include <unistd.h>

#include <climits>

String OS_Android::get_executable_path() const {
	char path[PATH_MAX];
	const ssize_t length = readlink("/proc/self/exe", path, sizeof(path));
	return length > 0 ? String::utf8(path, length) : OS_Unix::get_executable_path();
}

String OS_Android::get_model_name() const {
	const String model = get_environment("ESTRAGON_DEVICE_MODEL");
	return model.is_empty() ? OS_Unix::get_model_name() : model;
}

// An app has its folder for itself.
String OS_Android::get_user_data_dir() const {
	const String folder = get_environment("ESTRAGON_USER_DIR");
	return folder.is_absolute_path() ? folder.trim_suffix("/") : OS_Unix::get_user_data_dir();
}

// Android keeps its authorities where only its own Java classes find them: the Activity writes them to a file.
String OS_Android::get_system_ca_certificates() const {
	const String chosen = get_environment("SSL_CERT_FILE");
	return chosen.is_empty() ? String() : FileAccess::get_file_as_string(chosen);
}

bool OS_Android::_has_platform_feature(const String &p_tag) const {
	return p_tag == "android" || p_tag == "mobile" || OS_Unix::_has_platform_feature(p_tag);
}
