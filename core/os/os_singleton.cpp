// The singleton `OS`: bindings.
#include "core/os/os_singleton.h"

#include "core/error/error_macros.h"
#include "core/io/file_access.h"
#include "core/os/memory.h"
#include "core/os/piped_process.h"
#include "core/os/script_interrupt.h"
#include "core/os/thread.h"
#include "core/string/print_string.h"

namespace core_bind {

OS *OS::singleton = nullptr;

static ::OS &host() {
	return *::OS::get_singleton();
}

Vector<uint8_t> OS::get_entropy(int p_size) {
	Vector<uint8_t> bytes;
	ERR_FAIL_COND_V_MSG(p_size < 0, bytes, "The number of bytes must not be negative.");
	if (bytes.resize_uninitialized(p_size) != OK || (p_size > 0 && host().get_entropy(bytes.ptrw(), p_size) != OK)) {
		ERR_FAIL_V_MSG(Vector<uint8_t>(), "The system gave no random bytes.");
	}
	return bytes;
}

int OS::get_processor_count() const {
	return host().get_processor_count();
}

String OS::get_system_ca_certificates() {
	return ::OS::get_singleton()->get_system_ca_certificates();
}

String OS::get_processor_name() const {
	return host().get_processor_name();
}

String OS::get_name() const {
	return host().get_name();
}

String OS::get_distribution_name() const {
	return host().get_distribution_name();
}

String OS::get_version() const {
	return host().get_version();
}

String OS::get_version_alias() const {
	return host().get_version();
}

String OS::get_model_name() const {
	return host().get_model_name();
}

String OS::get_unique_id() const {
	return host().get_unique_id();
}

String OS::get_locale() const {
	return host().get_locale();
}

String OS::get_locale_language() const {
	return host().get_locale_language();
}

bool OS::has_feature(const String &p_tag_name) const {
	return host().has_feature(p_tag_name);
}

bool OS::is_debug_build() const {
	return host().has_feature("debug");
}

bool OS::is_stdout_verbose() const {
	return host().is_stdout_verbose();
}

bool OS::is_userfs_persistent() const {
	return !host().has_feature("web");
}

uint64_t OS::get_static_memory_usage() const {
	return Memory::get_mem_usage();
}

uint64_t OS::get_static_memory_peak_usage() const {
	return Memory::get_mem_max_usage();
}

Dictionary OS::get_memory_info() const {
	const ::OS::MemoryInfo info = host().get_memory_info();
	Dictionary result;
	result["physical"] = info.physical;
	result["free"] = info.free;
	result["available"] = info.available;
	result["stack"] = info.stack;
	return result;
}

Vector<String> OS::get_cmdline_args() {
	return host().get_cmdline_args();
}

Vector<String> OS::get_cmdline_user_args() {
	return host().get_cmdline_user_args();
}

String OS::get_executable_path() const {
	return host().get_executable_path();
}

String OS::read_string_from_stdin(int64_t p_buffer_size) {
	return host().read_string_from_stdin(p_buffer_size);
}

Vector<uint8_t> OS::read_buffer_from_stdin(int64_t p_buffer_size) {
	return host().read_buffer_from_stdin(p_buffer_size);
}

OS::StdHandleType OS::get_stdin_type() const {
	return StdHandleType(host().get_stdin_type());
}

OS::StdHandleType OS::get_stdout_type() const {
	return StdHandleType(host().get_stdout_type());
}

OS::StdHandleType OS::get_stderr_type() const {
	return StdHandleType(host().get_stderr_type());
}

int OS::execute(const String &p_path, const Vector<String> &p_arguments, Array p_output, bool p_read_stderr, bool) {
	String output;
	const int exit_code = host().execute(p_path, p_arguments, &output, p_read_stderr);
	p_output.push_back(output);
	return exit_code;
}

Dictionary OS::execute_with_pipe(const String &p_path, const Vector<String> &p_arguments, bool p_blocking) {
	const PipedProcess process = host().execute_with_pipe(p_path, p_arguments, p_blocking);
	Dictionary result;
	if (process.pid > 0) {
		result["stdio"] = process.stdio;
		result["stderr"] = process.stderr_output;
		result["pid"] = process.pid;
	}
	return result;
}

int OS::create_process(const String &p_path, const Vector<String> &p_arguments, bool) {
	return host().create_process(p_path, p_arguments);
}

int OS::create_instance(const Vector<String> &p_arguments) {
	return host().create_process(host().get_executable_path(), p_arguments);
}

Error OS::open_with_program(const String &p_program_path, const Vector<String> &p_paths) {
	return host().create_process(p_program_path, p_paths) > 0 ? OK : ERR_CANT_FORK;
}

Error OS::kill(int p_pid) {
	return host().kill(p_pid);
}

Error OS::shell_open(const String &p_uri) {
	return host().shell_open(p_uri);
}

Error OS::shell_show_in_file_manager(const String &p_path, bool p_open_folder) {
	return host().shell_open(p_open_folder ? p_path : p_path.get_base_dir());
}

bool OS::is_process_running(int p_pid) const {
	return host().is_process_running(p_pid);
}

int OS::get_process_exit_code(int p_pid) const {
	return host().get_process_exit_code(p_pid);
}

int OS::get_process_id() const {
	return host().get_process_id();
}

bool OS::has_environment(const String &p_variable) const {
	return host().has_environment(p_variable);
}

String OS::get_environment(const String &p_variable) const {
	return host().get_environment(p_variable);
}

void OS::set_environment(const String &p_variable, const String &p_value) const {
	ERR_FAIL_COND_MSG(p_variable.is_empty() || p_variable.contains("="), "The name of an environment variable must not be empty or contain \"=\".");
	host().set_environment(p_variable, p_value);
}

void OS::unset_environment(const String &p_variable) const {
	ERR_FAIL_COND_MSG(p_variable.is_empty() || p_variable.contains("="), "The name of an environment variable must not be empty or contain \"=\".");
	host().unset_environment(p_variable);
}

void OS::set_restart_on_exit(bool p_restart, const Vector<String> &p_arguments) {
	restart_on_exit = p_restart;
	restart_arguments = p_restart ? p_arguments : Vector<String>();
}

void OS::alert(const String &p_text, const String &p_title) {
	print_error(p_title + ": " + p_text);
}

void OS::add_logger(const Ref<Logger> &p_logger) {
	ERR_FAIL_COND_MSG(p_logger.is_null(), "There is no logger to add: make one of a class that extends Logger.");
	ERR_FAIL_COND_MSG(!Logger::add(p_logger), "This logger was added before; each is called once.");
}

void OS::remove_logger(const Ref<Logger> &p_logger) {
	ERR_FAIL_COND_MSG(p_logger.is_null(), "There is no logger to remove.");
	ERR_FAIL_COND_MSG(!Logger::remove(p_logger), "This logger cannot be removed, as it was not added.");
}

void OS::crash(const String &p_message) {
	host().crash(p_message);
}

void OS::delay_usec(int p_usec) const {
	ERR_FAIL_COND_MSG(p_usec < 0, "Cannot sleep for " + itos(p_usec) + " microseconds: the delay must not be negative.");
	ScriptInterrupt::sleep(uint64_t(p_usec));
}

void OS::delay_msec(int p_msec) const {
	ERR_FAIL_COND_MSG(p_msec < 0, "Cannot sleep for " + itos(p_msec) + " milliseconds: the delay must not be negative.");
	ScriptInterrupt::sleep(uint64_t(p_msec) * 1000);
}

Error OS::set_thread_name(const String &p_name) {
	return Thread::set_name(p_name);
}

uint64_t OS::get_thread_caller_id() const {
	return Thread::get_caller_id();
}

uint64_t OS::get_main_thread_id() const {
	return Thread::get_main_id();
}

Error OS::move_to_trash(const String &p_path) const {
	return host().move_to_trash(p_path);
}

String OS::get_user_data_dir() const {
	return host().get_user_data_dir();
}

String OS::get_system_dir(SystemDir p_dir, bool p_shared_storage) const {
	return host().get_system_dir(::OS::SystemDir(p_dir), p_shared_storage);
}

String OS::get_config_dir() const {
	return host().get_config_dir();
}

String OS::get_data_dir() const {
	return host().get_data_dir();
}

String OS::get_cache_dir() const {
	return host().get_cache_dir();
}

String OS::get_temp_dir() const {
	return host().get_temp_dir();
}

void OS::set_use_file_access_save_and_swap(bool p_enabled) {
	FileAccess::set_backup_save(p_enabled);
}

String OS::get_system_font_path(const String &, int, int, bool) const {
	return String();
}

Vector<String> OS::get_system_font_path_for_text(const String &, const String &, const String &, const String &, int, int, bool) const {
	return Vector<String>();
}

bool OS::request_permission(const String &) {
	return true;
}

void OS::bind_machine_methods() {
	ClassDB::bind_method(D_METHOD("get_entropy", "size"), &OS::get_entropy);
	ClassDB::bind_method(D_METHOD("get_system_ca_certificates"), &OS::get_system_ca_certificates);
	ClassDB::bind_method(D_METHOD("get_processor_count"), &OS::get_processor_count);
	ClassDB::bind_method(D_METHOD("get_processor_name"), &OS::get_processor_name);
	ClassDB::bind_method(D_METHOD("get_name"), &OS::get_name);
	ClassDB::bind_method(D_METHOD("get_distribution_name"), &OS::get_distribution_name);
	ClassDB::bind_method(D_METHOD("get_version"), &OS::get_version);
	ClassDB::bind_method(D_METHOD("get_version_alias"), &OS::get_version_alias);
	ClassDB::bind_method(D_METHOD("get_model_name"), &OS::get_model_name);
	ClassDB::bind_method(D_METHOD("get_unique_id"), &OS::get_unique_id);
	ClassDB::bind_method(D_METHOD("get_locale"), &OS::get_locale);
	ClassDB::bind_method(D_METHOD("get_locale_language"), &OS::get_locale_language);
	ClassDB::bind_method(D_METHOD("has_feature", "tag_name"), &OS::has_feature);
	ClassDB::bind_method(D_METHOD("is_debug_build"), &OS::is_debug_build);
	ClassDB::bind_method(D_METHOD("is_stdout_verbose"), &OS::is_stdout_verbose);
	ClassDB::bind_method(D_METHOD("is_userfs_persistent"), &OS::is_userfs_persistent);
	ClassDB::bind_method(D_METHOD("is_sandboxed"), &OS::is_sandboxed);
	ClassDB::bind_method(D_METHOD("get_static_memory_usage"), &OS::get_static_memory_usage);
	ClassDB::bind_method(D_METHOD("get_static_memory_peak_usage"), &OS::get_static_memory_peak_usage);
	ClassDB::bind_method(D_METHOD("get_memory_info"), &OS::get_memory_info);
}

void OS::bind_process_methods() {
	ClassDB::bind_method(D_METHOD("get_cmdline_args"), &OS::get_cmdline_args);
	ClassDB::bind_method(D_METHOD("get_cmdline_user_args"), &OS::get_cmdline_user_args);
	ClassDB::bind_method(D_METHOD("get_executable_path"), &OS::get_executable_path);
	ClassDB::bind_method(D_METHOD("read_string_from_stdin", "buffer_size"), &OS::read_string_from_stdin, DEFVAL(1024));
	ClassDB::bind_method(D_METHOD("read_buffer_from_stdin", "buffer_size"), &OS::read_buffer_from_stdin, DEFVAL(1024));
	ClassDB::bind_method(D_METHOD("get_stdin_type"), &OS::get_stdin_type);
	ClassDB::bind_method(D_METHOD("get_stdout_type"), &OS::get_stdout_type);
	ClassDB::bind_method(D_METHOD("get_stderr_type"), &OS::get_stderr_type);
	ClassDB::bind_method(D_METHOD("execute", "path", "arguments", "output", "read_stderr", "open_console"), &OS::execute, DEFVAL(Array()), DEFVAL(false), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("execute_with_pipe", "path", "arguments", "blocking"), &OS::execute_with_pipe, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("create_process", "path", "arguments", "open_console"), &OS::create_process, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("create_instance", "arguments"), &OS::create_instance);
	ClassDB::bind_method(D_METHOD("open_with_program", "program_path", "paths"), &OS::open_with_program);
	ClassDB::bind_method(D_METHOD("kill", "pid"), &OS::kill);
	ClassDB::bind_method(D_METHOD("shell_open", "uri"), &OS::shell_open);
	ClassDB::bind_method(D_METHOD("shell_show_in_file_manager", "file_or_dir_path", "open_folder"), &OS::shell_show_in_file_manager, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("is_process_running", "pid"), &OS::is_process_running);
	ClassDB::bind_method(D_METHOD("get_process_exit_code", "pid"), &OS::get_process_exit_code);
	ClassDB::bind_method(D_METHOD("get_process_id"), &OS::get_process_id);
	ClassDB::bind_method(D_METHOD("has_environment", "variable"), &OS::has_environment);
	ClassDB::bind_method(D_METHOD("get_environment", "variable"), &OS::get_environment);
	ClassDB::bind_method(D_METHOD("set_environment", "variable", "value"), &OS::set_environment);
	ClassDB::bind_method(D_METHOD("unset_environment", "variable"), &OS::unset_environment);
	ClassDB::bind_method(D_METHOD("set_restart_on_exit", "restart", "arguments"), &OS::set_restart_on_exit, DEFVAL(Vector<String>()));
	ClassDB::bind_method(D_METHOD("is_restart_on_exit_set"), &OS::is_restart_on_exit_set);
	ClassDB::bind_method(D_METHOD("get_restart_on_exit_arguments"), &OS::get_restart_on_exit_arguments);
	ClassDB::bind_method(D_METHOD("alert", "text", "title"), &OS::alert, DEFVAL("Alert!"));
	ClassDB::bind_method(D_METHOD("crash", "message"), &OS::crash);
	ClassDB::bind_method(D_METHOD("add_logger", "logger"), &OS::add_logger);
	ClassDB::bind_method(D_METHOD("remove_logger", "logger"), &OS::remove_logger);
	ClassDB::bind_method(D_METHOD("delay_usec", "usec"), &OS::delay_usec);
	ClassDB::bind_method(D_METHOD("delay_msec", "msec"), &OS::delay_msec);
	ClassDB::bind_method(D_METHOD("set_thread_name", "name"), &OS::set_thread_name);
	ClassDB::bind_method(D_METHOD("get_thread_caller_id"), &OS::get_thread_caller_id);
	ClassDB::bind_method(D_METHOD("get_main_thread_id"), &OS::get_main_thread_id);
}

void OS::bind_folder_methods() {
	ClassDB::bind_method(D_METHOD("move_to_trash", "path"), &OS::move_to_trash);
	ClassDB::bind_method(D_METHOD("get_user_data_dir"), &OS::get_user_data_dir);
	ClassDB::bind_method(D_METHOD("get_system_dir", "dir", "shared_storage"), &OS::get_system_dir, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("get_config_dir"), &OS::get_config_dir);
	ClassDB::bind_method(D_METHOD("get_data_dir"), &OS::get_data_dir);
	ClassDB::bind_method(D_METHOD("get_cache_dir"), &OS::get_cache_dir);
	ClassDB::bind_method(D_METHOD("get_temp_dir"), &OS::get_temp_dir);
	ClassDB::bind_method(D_METHOD("set_use_file_access_save_and_swap", "enabled"), &OS::set_use_file_access_save_and_swap);
}

void OS::bind_device_methods() {
	ClassDB::bind_method(D_METHOD("get_connected_midi_inputs"), &OS::get_connected_midi_inputs);
	ClassDB::bind_method(D_METHOD("open_midi_inputs"), &OS::do_nothing);
	ClassDB::bind_method(D_METHOD("close_midi_inputs"), &OS::do_nothing);
	ClassDB::bind_method(D_METHOD("get_system_fonts"), &OS::get_no_strings);
	ClassDB::bind_method(D_METHOD("get_system_font_path", "font_name", "weight", "stretch", "italic"), &OS::get_system_font_path, DEFVAL(400), DEFVAL(100), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_system_font_path_for_text", "font_name", "text", "locale", "script", "weight", "stretch", "italic"), &OS::get_system_font_path_for_text, DEFVAL(String()), DEFVAL(String()), DEFVAL(400), DEFVAL(100), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_video_adapter_driver_info"), &OS::get_video_adapter_driver_info);
	ClassDB::bind_method(D_METHOD("request_permission", "name"), &OS::request_permission);
	ClassDB::bind_method(D_METHOD("request_permissions"), &OS::request_permissions);
	ClassDB::bind_method(D_METHOD("get_granted_permissions"), &OS::get_no_strings);
	ClassDB::bind_method(D_METHOD("revoke_granted_permissions"), &OS::do_nothing);

	ClassDB::bind_method(D_METHOD("set_low_processor_usage_mode", "enable"), &OS::set_low_processor_usage_mode);
	ClassDB::bind_method(D_METHOD("is_in_low_processor_usage_mode"), &OS::is_in_low_processor_usage_mode);
	ClassDB::bind_method(D_METHOD("set_low_processor_usage_mode_sleep_usec", "usec"), &OS::set_low_processor_usage_mode_sleep_usec);
	ClassDB::bind_method(D_METHOD("get_low_processor_usage_mode_sleep_usec"), &OS::get_low_processor_usage_mode_sleep_usec);
	ClassDB::bind_method(D_METHOD("set_delta_smoothing", "delta_smoothing_enabled"), &OS::set_delta_smoothing);
	ClassDB::bind_method(D_METHOD("is_delta_smoothing_enabled"), &OS::is_delta_smoothing_enabled);
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "low_processor_usage_mode"), "set_low_processor_usage_mode", "is_in_low_processor_usage_mode");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "low_processor_usage_mode_sleep_usec"), "set_low_processor_usage_mode_sleep_usec", "get_low_processor_usage_mode_sleep_usec");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "delta_smoothing"), "set_delta_smoothing", "is_delta_smoothing_enabled");
}

void OS::bind_constants() {
	BIND_ENUM_CONSTANT(RENDERING_DRIVER_VULKAN);
	BIND_ENUM_CONSTANT(RENDERING_DRIVER_OPENGL3);
	BIND_ENUM_CONSTANT(RENDERING_DRIVER_D3D12);
	BIND_ENUM_CONSTANT(RENDERING_DRIVER_METAL);

	BIND_ENUM_CONSTANT(SYSTEM_DIR_DESKTOP);
	BIND_ENUM_CONSTANT(SYSTEM_DIR_DCIM);
	BIND_ENUM_CONSTANT(SYSTEM_DIR_DOCUMENTS);
	BIND_ENUM_CONSTANT(SYSTEM_DIR_DOWNLOADS);
	BIND_ENUM_CONSTANT(SYSTEM_DIR_MOVIES);
	BIND_ENUM_CONSTANT(SYSTEM_DIR_MUSIC);
	BIND_ENUM_CONSTANT(SYSTEM_DIR_PICTURES);
	BIND_ENUM_CONSTANT(SYSTEM_DIR_RINGTONES);

	BIND_ENUM_CONSTANT(STD_HANDLE_INVALID);
	BIND_ENUM_CONSTANT(STD_HANDLE_CONSOLE);
	BIND_ENUM_CONSTANT(STD_HANDLE_FILE);
	BIND_ENUM_CONSTANT(STD_HANDLE_PIPE);
	BIND_ENUM_CONSTANT(STD_HANDLE_UNKNOWN);
}

void OS::_bind_methods() {
	bind_machine_methods();
	bind_process_methods();
	bind_folder_methods();
	bind_device_methods();
	bind_constants();
}

} // namespace core_bind
