// OS: what the operating system offers to the engine and, as the singleton `OS`, to scripts. platform/ derives from it.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"
#include "core/variant/array.h"
#include "core/variant/dictionary.h"

class MainLoop;

class OS : public Object {
	GDCLASS(OS, Object);

public:
	enum RenderingDriver {
		RENDERING_DRIVER_VULKAN,
		RENDERING_DRIVER_OPENGL3,
		RENDERING_DRIVER_D3D12,
		RENDERING_DRIVER_METAL,
	};
	enum SystemDir {
		SYSTEM_DIR_DESKTOP,
		SYSTEM_DIR_DCIM,
		SYSTEM_DIR_DOCUMENTS,
		SYSTEM_DIR_DOWNLOADS,
		SYSTEM_DIR_MOVIES,
		SYSTEM_DIR_MUSIC,
		SYSTEM_DIR_PICTURES,
		SYSTEM_DIR_RINGTONES,
	};
	enum StdHandleType {
		STD_HANDLE_INVALID,
		STD_HANDLE_CONSOLE,
		STD_HANDLE_FILE,
		STD_HANDLE_PIPE,
		STD_HANDLE_UNKNOWN,
	};
	enum LocalClock {
		CLOCK_UTC,
		CLOCK_LOCAL,
	};
	// A civil date and time as the system's clock gives it.
	struct DateTime {
		int64_t year = 1970;
		int month = 1; // 1-12
		int day = 1;
		int weekday = 4; // 0 is Sunday.
		int hour = 0;
		int minute = 0;
		int second = 0;
		bool dst = false;
	};
	struct TimeZone {
		int bias = 0; // Minutes east of UTC.
		String name;
	};

	static OS *get_singleton() { return singleton; }

	// --- Clocks. Monotonic ticks count from the start of the engine.
	virtual uint64_t get_ticks_usec() const = 0;
	uint64_t get_ticks_msec() const { return get_ticks_usec() / 1000; }
	virtual double get_unix_time() const = 0; // Seconds since 1970, with fraction.
	virtual DateTime get_datetime(LocalClock p_clock) const = 0;
	virtual TimeZone get_time_zone_info() const = 0;
	virtual void delay_usec(uint32_t p_usec) const = 0;

	// --- Start-up values, set once by main.
	void set_cmdline(const String &p_executable, const Vector<String> &p_args, const Vector<String> &p_user_args);
	Vector<String> get_cmdline_args() const { return cmdline_args; }
	Vector<String> get_cmdline_user_args() const { return cmdline_user_args; }
	void set_verbose(bool p_verbose) { verbose = p_verbose; }
	bool is_stdout_verbose() const { return verbose; }
	// Tags of this build and run, e.g. "linux", "debug"; also those that ProjectSettings' overrides match.
	bool has_feature(const String &p_tag) const;
	void add_custom_feature(const String &p_tag);
	void set_exit_code(int p_code) { exit_code = p_code; }
	int get_exit_code() const { return exit_code; }
	void set_main_loop(MainLoop *p_main_loop) { main_loop = p_main_loop; } // Not owned.
	MainLoop *get_main_loop() const { return main_loop; }

	// --- Identity of system and machine.
	virtual String get_name() const = 0;
	virtual String get_distribution_name() const { return get_name(); }
	virtual String get_version() const { return String(); }
	virtual String get_executable_path() const;
	virtual int get_processor_count() const { return 1; }
	virtual String get_processor_name() const { return String(); }
	virtual String get_model_name() const { return "GenericDevice"; }
	virtual String get_unique_id() const { return String(); }
	virtual String get_locale() const = 0; // "en_US"
	String get_locale_language() const;	   // "en"
	virtual Dictionary get_memory_info() const;

	// --- Folders, absolute, without a slash at the end.
	virtual String get_user_data_dir() const;
	virtual String get_data_dir() const { return String(); }
	virtual String get_config_dir() const { return String(); }
	virtual String get_cache_dir() const { return String(); }
	virtual String get_temp_dir() const { return String(); }
	virtual String get_system_dir(SystemDir p_dir, bool p_shared_storage = true) const;
	virtual String get_working_dir() const { return String(); }
	static String get_safe_dir_name(const String &p_name); // With what file systems refuse replaced by "-".

	// --- Environment and processes.
	virtual bool has_environment(const String &p_name) const = 0;
	virtual String get_environment(const String &p_name) const = 0;
	virtual void set_environment(const String &p_name, const String &p_value) const = 0;
	virtual void unset_environment(const String &p_name) const = 0;
	virtual int get_process_id() const { return 0; }
	// Waits for the program. Its exit code, 127 when it cannot be started, -1 when no process can be made. r_output takes stdout (and stderr).
	virtual int execute(const String &p_path, const Vector<String> &p_arguments, String *r_output = nullptr, bool p_read_stderr = false);
	virtual Dictionary execute_with_pipe(const String &p_path, const Vector<String> &p_arguments, bool p_blocking = true);
	virtual int create_process(const String &p_path, const Vector<String> &p_arguments); // Its id, or -1.
	virtual Error kill(int p_pid);
	virtual bool is_process_running(int p_pid) const;
	virtual int get_process_exit_code(int p_pid) const; // -1 while it runs.
	virtual Error shell_open(const String &p_uri);
	virtual Error move_to_trash(const String &p_path);

	// --- Console and entropy.
	virtual StdHandleType get_stdin_type() const { return STD_HANDLE_UNKNOWN; }
	virtual StdHandleType get_stdout_type() const { return STD_HANDLE_UNKNOWN; }
	virtual StdHandleType get_stderr_type() const { return STD_HANDLE_UNKNOWN; }
	virtual String read_string_from_stdin(int64_t p_buffer_size = 1024); // One line, or what is there.
	virtual Vector<uint8_t> read_buffer_from_stdin(int64_t p_buffer_size = 1024);
	// From the system's cryptographic generator; fills all of p_bytes or fails.
	virtual Error get_entropy(uint8_t *r_buffer, int p_bytes) = 0;
	[[noreturn]] void crash(const String &p_message);

	// --- Low processor mode: kept for scripts; the event-driven loop idles anyway.
	void set_low_processor_usage_mode(bool p_enable) { low_processor_mode = p_enable; }
	bool is_in_low_processor_usage_mode() const { return low_processor_mode; }
	void set_low_processor_usage_mode_sleep_usec(int p_usec) { low_processor_sleep_usec = p_usec; }
	int get_low_processor_usage_mode_sleep_usec() const { return low_processor_sleep_usec; }

	OS();
	~OS() override;

protected:
	static void _bind_methods();
	virtual bool _has_platform_feature(const String &p_tag) const = 0;

private:
	Vector<uint8_t> _get_entropy(int p_bytes);
	int _execute(const String &p_path, const Vector<String> &p_arguments, const Array &r_output, bool p_read_stderr, bool p_open_console);
	int _create_process(const String &p_path, const Vector<String> &p_arguments, bool p_open_console);
	int _create_instance(const Vector<String> &p_arguments);
	Error _open_with_program(const String &p_program, const Vector<String> &p_paths);
	Error _shell_show_in_file_manager(const String &p_path, bool p_open_folder);
	void _delay_usec(int p_usec) const;
	void _delay_msec(int p_msec) const;
	void _alert(const String &p_text, const String &p_title);
	Error _set_thread_name(const String &p_name);
	uint64_t _get_thread_caller_id() const;
	uint64_t _get_main_thread_id() const;
	void _set_restart_on_exit(bool p_restart, const Vector<String> &p_arguments);
	static void _bind_system_methods();
	static void _bind_process_methods();
	static void _bind_device_methods();

	Vector<String> cmdline_args;
	Vector<String> cmdline_user_args;
	Vector<String> custom_features;
	Vector<String> restart_arguments;
	String executable_path;
	MainLoop *main_loop = nullptr;
	int exit_code = 0;
	int low_processor_sleep_usec = 6900;
	bool low_processor_mode = false;
	bool delta_smoothing = true;
	bool restart_on_exit = false;
	bool verbose = false;

	static OS *singleton;
};

VARIANT_ENUM_CAST(OS::RenderingDriver);
VARIANT_ENUM_CAST(OS::SystemDir);
VARIANT_ENUM_CAST(OS::StdHandleType);
