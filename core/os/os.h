// OS: what the operating system offers to the engine. platform/ derives from it; scripts see it through core/os/os_singleton.h.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"

class MainLoop;
struct PipedProcess;

// Made by the platform's entry point before anything else, and outlives everything else. Main thread, except where said.
class OS {
public:
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
	// Bytes; -1 where unknown.
	struct MemoryInfo {
		int64_t physical = -1;
		int64_t free = -1;
		int64_t available = -1; // Free, or free at once when asked for (caches).
		int64_t stack = -1; // Of the calling thread.
	};

	static OS *get_singleton() { return singleton; }

	// --- Clocks, from any thread. Monotonic ticks count from the start of the engine.
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
	// Whether what runs is an export, from a pack, or a project as it is worked on; scripts tell by the tags "template" and "editor".
	void set_exported(bool p_exported) { is_exported = p_exported; }
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
	String get_locale_language() const; // "en"
	virtual MemoryInfo get_memory_info() const { return MemoryInfo(); }

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
	virtual int create_process(const String &p_path, const Vector<String> &p_arguments); // Its id, or -1.
	// Begins the program with its standard streams in our hands. Reading and writing waits, unless p_blocking is false.
	virtual PipedProcess execute_with_pipe(const String &p_path, const Vector<String> &p_arguments, bool p_blocking);
	virtual Error kill(int p_pid);
	virtual bool is_process_running(int p_pid) const;
	virtual int get_process_exit_code(int p_pid) const; // -1 while it runs.
	virtual Error shell_open(const String &p_uri);
	virtual Error move_to_trash(const String &p_path);

	// --- Console, entropy and trust.
	virtual StdHandleType get_stdin_type() const { return STD_HANDLE_UNKNOWN; }
	virtual StdHandleType get_stdout_type() const { return STD_HANDLE_UNKNOWN; }
	virtual StdHandleType get_stderr_type() const { return STD_HANDLE_UNKNOWN; }
	virtual String read_string_from_stdin(int64_t p_buffer_size = 1024); // One line, or what is there.
	virtual Vector<uint8_t> read_buffer_from_stdin(int64_t p_buffer_size = 1024);
	// From the system's cryptographic generator; fills all of p_bytes or fails.
	// What the system trusts for TLS, as PEM; empty where it has no such store. Any thread.
	virtual String get_system_ca_certificates() const { return String(); }
	virtual Error get_entropy(uint8_t *r_buffer, int p_bytes) = 0;
	[[noreturn]] void crash(const String &p_message);

	OS();
	virtual ~OS();
	OS(const OS &) = delete;
	OS &operator=(const OS &) = delete;

protected:
	virtual bool _has_platform_feature(const String &p_tag) const = 0;

private:
	Vector<String> cmdline_args;
	Vector<String> cmdline_user_args;
	Vector<String> custom_features;
	bool is_exported = false;
	String executable_path;
	MainLoop *main_loop = nullptr;
	int exit_code = 0;
	bool verbose = false;

	static OS *singleton;
};
