// OS: what does not depend on the platform.
#include "core/os/os.h"

#include "core/config/project_settings.h"
#include "core/error/error_macros.h"
#include "core/os/piped_process.h"

OS *OS::singleton = nullptr;

void OS::set_cmdline(const String &p_executable, const Vector<String> &p_args, const Vector<String> &p_user_args) {
	executable_path = p_executable;
	cmdline_args = p_args;
	cmdline_user_args = p_user_args;
}

void OS::add_custom_feature(const String &p_tag) {
	if (!custom_features.has(p_tag)) {
		custom_features.push_back(p_tag);
	}
}

bool OS::has_feature(const String &p_tag) const {
	// Scripts ask with "debug" whether they are checked while they run, and here they always are.
	static const char *const TAGS[] = {
		"estragon",
		"debug",
		"single",
		sizeof(void *) == 8 ? "64" : "32",
#if !defined(__EMSCRIPTEN__)
		"threads",
#endif
#if defined(__x86_64__)
		"x86_64",
		"x86",
#elif defined(__aarch64__)
		"arm64",
		"arm",
#elif defined(__wasm32__)
		"wasm32",
		"wasm",
#endif
	};
	for (const char *tag : TAGS) {
		if (p_tag == tag) {
			return true;
		}
	}
	if (p_tag == (is_exported ? "template" : "editor") || p_tag == (is_exported ? "template_debug" : "editor_runtime")) {
		return true;
	}
	return _has_platform_feature(p_tag) || custom_features.has(p_tag);
}

String OS::get_executable_path() const {
	return executable_path;
}

String OS::get_locale_language() const {
	return get_locale().get_slicec('_', 0);
}

String OS::get_safe_dir_name(const String &p_name) {
	String safe = p_name.strip_edges();
	for (const char *refused : { ":", "*", "?", "\"", "<", ">", "|", "/", "\\" }) {
		safe = safe.replace(refused, "-");
	}
	// "." and ".." are folders already, and names that end in a dot do not survive on every system.
	return safe.rstrip(".");
}

String OS::get_user_data_dir() const {
	const ProjectSettings *settings = ProjectSettings::get_singleton();
	const String base = get_data_dir();
	const String name = settings ? get_safe_dir_name(settings->get_setting("application/config/name", "")) : String();
	if (settings && bool(settings->get_setting("application/config/use_custom_user_dir", false))) {
		const String custom = settings->get_setting("application/config/custom_user_dir_name", "");
		if (!custom.is_empty() && !custom.contains("..")) {
			return base.path_join(custom.trim_suffix("/"));
		}
		if (!name.is_empty()) {
			return base.path_join(name);
		}
	}
	return base.path_join("estragon/app_userdata").path_join(name.is_empty() ? "[unnamed project]" : name);
}

String OS::get_system_dir(SystemDir, bool) const {
	return String();
}

int OS::execute(const String &, const Vector<String> &, String *, bool) {
	return -1;
}

int OS::create_process(const String &, const Vector<String> &) {
	return -1;
}

PipedProcess OS::execute_with_pipe(const String &, const Vector<String> &, bool) {
	return PipedProcess();
}

Error OS::kill(int) {
	return ERR_UNAVAILABLE;
}

bool OS::is_process_running(int) const {
	return false;
}

int OS::get_process_exit_code(int) const {
	return -1;
}

Error OS::shell_open(const String &) {
	return ERR_UNAVAILABLE;
}

Error OS::move_to_trash(const String &) {
	return ERR_UNAVAILABLE;
}

String OS::read_string_from_stdin(int64_t) {
	return String();
}

Vector<uint8_t> OS::read_buffer_from_stdin(int64_t) {
	return Vector<uint8_t>();
}

void OS::crash(const String &p_message) {
	const CharString message = p_message.utf8();
	_err_crash("OS.crash", "script", 0, message.get_data());
}

OS::OS() {
	singleton = this;
}

OS::~OS() {
	singleton = nullptr;
}
