// The singleton `OS` as scripts see it: the bindings over core/os/os.h.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/os/logger.h"
#include "core/os/os.h"
#include "core/variant/array.h"
#include "core/variant/dictionary.h"

namespace core_bind {

class OS : public Object {
	GDCLASS(OS, Object);

public:
	// There is no renderer; the names are kept for scripts that mention them.
	enum RenderingDriver : int {
		RENDERING_DRIVER_VULKAN,
		RENDERING_DRIVER_OPENGL3,
		RENDERING_DRIVER_D3D12,
		RENDERING_DRIVER_METAL,
	};
	enum SystemDir : int {
		SYSTEM_DIR_DESKTOP,
		SYSTEM_DIR_DCIM,
		SYSTEM_DIR_DOCUMENTS,
		SYSTEM_DIR_DOWNLOADS,
		SYSTEM_DIR_MOVIES,
		SYSTEM_DIR_MUSIC,
		SYSTEM_DIR_PICTURES,
		SYSTEM_DIR_RINGTONES,
	};
	enum StdHandleType : int {
		STD_HANDLE_INVALID,
		STD_HANDLE_CONSOLE,
		STD_HANDLE_FILE,
		STD_HANDLE_PIPE,
		STD_HANDLE_UNKNOWN,
	};

	static OS *get_singleton() { return singleton; }

	OS() { singleton = singleton ? singleton : this; } // ClassDB makes further ones to learn their defaults.
	~OS() override { singleton = singleton == this ? nullptr : singleton; }

protected:
	static void _bind_methods();

private:
	// Machine and build.
	Vector<uint8_t> get_entropy(int p_size);
	String get_system_ca_certificates();
	int get_processor_count() const;
	String get_processor_name() const;
	String get_name() const;
	String get_distribution_name() const;
	String get_version() const;
	String get_version_alias() const;
	String get_model_name() const;
	String get_unique_id() const;
	String get_locale() const;
	String get_locale_language() const;
	bool has_feature(const String &p_tag_name) const;
	bool is_debug_build() const;
	bool is_stdout_verbose() const;
	bool is_userfs_persistent() const;
	bool is_sandboxed() const { return false; }
	uint64_t get_static_memory_usage() const;
	uint64_t get_static_memory_peak_usage() const;
	Dictionary get_memory_info() const;
	Vector<String> get_video_adapter_driver_info() const { return Vector<String>(); }

	// Processes, environment, console.
	Vector<String> get_cmdline_args();
	Vector<String> get_cmdline_user_args();
	String get_executable_path() const;
	String read_string_from_stdin(int64_t p_buffer_size);
	Vector<uint8_t> read_buffer_from_stdin(int64_t p_buffer_size);
	StdHandleType get_stdin_type() const;
	StdHandleType get_stdout_type() const;
	StdHandleType get_stderr_type() const;
	int execute(const String &p_path, const Vector<String> &p_arguments, Array p_output, bool p_read_stderr, bool p_open_console);
	Dictionary execute_with_pipe(const String &p_path, const Vector<String> &p_arguments, bool p_blocking);
	int create_process(const String &p_path, const Vector<String> &p_arguments, bool p_open_console);
	int create_instance(const Vector<String> &p_arguments);
	Error open_with_program(const String &p_program_path, const Vector<String> &p_paths);
	Error kill(int p_pid);
	Error shell_open(const String &p_uri);
	Error shell_show_in_file_manager(const String &p_path, bool p_open_folder);
	bool is_process_running(int p_pid) const;
	int get_process_exit_code(int p_pid) const;
	int get_process_id() const;
	bool has_environment(const String &p_variable) const;
	String get_environment(const String &p_variable) const;
	void set_environment(const String &p_variable, const String &p_value) const;
	void unset_environment(const String &p_variable) const;
	void set_restart_on_exit(bool p_restart, const Vector<String> &p_arguments);
	bool is_restart_on_exit_set() const { return restart_on_exit; }
	Vector<String> get_restart_on_exit_arguments() const { return restart_arguments; }
	void alert(const String &p_text, const String &p_title);
	void add_logger(const Ref<Logger> &p_logger);
	void remove_logger(const Ref<Logger> &p_logger);
	void crash(const String &p_message);
	void delay_usec(int p_usec) const;
	void delay_msec(int p_msec) const;
	Error set_thread_name(const String &p_name);
	uint64_t get_thread_caller_id() const;
	uint64_t get_main_thread_id() const;

	// Folders and files.
	Error move_to_trash(const String &p_path) const;
	String get_user_data_dir() const;
	String get_system_dir(SystemDir p_dir, bool p_shared_storage) const;
	String get_config_dir() const;
	String get_data_dir() const;
	String get_cache_dir() const;
	String get_temp_dir() const;
	void set_use_file_access_save_and_swap(bool p_enabled);

	// Low processor mode: kept for scripts; the event-driven loop idles anyway.
	void set_low_processor_usage_mode(bool p_enable) { low_processor_mode = p_enable; }
	bool is_in_low_processor_usage_mode() const { return low_processor_mode; }
	void set_low_processor_usage_mode_sleep_usec(int p_usec) { low_processor_sleep_usec = p_usec; }
	int get_low_processor_usage_mode_sleep_usec() const { return low_processor_sleep_usec; }
	void set_delta_smoothing(bool p_enabled) { delta_smoothing = p_enabled; }
	bool is_delta_smoothing_enabled() const { return delta_smoothing; }

	// Devices that a headless engine does not have answer with nothing.
	Vector<String> get_connected_midi_inputs() { return Vector<String>(); }
	Vector<String> get_no_strings() const { return Vector<String>(); }
	void do_nothing() {}
	String get_system_font_path(const String &p_font_name, int p_weight, int p_stretch, bool p_italic) const;
	Vector<String> get_system_font_path_for_text(const String &p_font_name, const String &p_text, const String &p_locale, const String &p_script, int p_weight, int p_stretch, bool p_italic) const;
	bool request_permission(const String &p_name);
	bool request_permissions() { return true; }

	static void bind_machine_methods();
	static void bind_process_methods();
	static void bind_folder_methods();
	static void bind_device_methods();
	static void bind_constants();

	Vector<String> restart_arguments;
	int low_processor_sleep_usec = 6900;
	bool low_processor_mode = false;
	bool delta_smoothing = true;
	bool restart_on_exit = false;

	static OS *singleton;
};

} // namespace core_bind

VARIANT_ENUM_CAST(core_bind::OS::RenderingDriver);
VARIANT_ENUM_CAST(core_bind::OS::SystemDir);
VARIANT_ENUM_CAST(core_bind::OS::StdHandleType);
