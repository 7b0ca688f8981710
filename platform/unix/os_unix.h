// OS over POSIX: clocks, environment, folders (XDG), processes, console.
#pragma once

#include "core/os/mutex.h"
#include "core/os/os.h"
#include "core/templates/hash_map.h"

class OS_Unix : public OS {
public:
	uint64_t get_ticks_usec() const override;
	double get_unix_time() const override;
	DateTime get_datetime(LocalClock p_clock) const override;
	TimeZone get_time_zone_info() const override;
	void delay_usec(uint32_t p_usec) const override;

	int get_processor_count() const override;
	String get_locale() const override;
	String get_version() const override;
	String get_data_dir() const override;
	String get_config_dir() const override;
	String get_cache_dir() const override;
	String get_temp_dir() const override;
	String get_system_dir(SystemDir p_dir, bool p_shared_storage) const override;
	String get_working_dir() const override;

	bool has_environment(const String &p_name) const override;
	String get_environment(const String &p_name) const override;
	void set_environment(const String &p_name, const String &p_value) const override;
	void unset_environment(const String &p_name) const override;

	int get_process_id() const override;
	int execute(const String &p_path, const Vector<String> &p_arguments, String *r_output, bool p_read_stderr) override;
	int create_process(const String &p_path, const Vector<String> &p_arguments) override;
	PipedProcess execute_with_pipe(const String &p_path, const Vector<String> &p_arguments, bool p_blocking) override;
	Error kill(int p_pid) override;
	bool is_process_running(int p_pid) const override;
	int get_process_exit_code(int p_pid) const override;
	Error shell_open(const String &p_uri) override;

	StdHandleType get_stdin_type() const override;
	StdHandleType get_stdout_type() const override;
	StdHandleType get_stderr_type() const override;
	String read_string_from_stdin(int64_t p_buffer_size) override;
	Vector<uint8_t> read_buffer_from_stdin(int64_t p_buffer_size) override;
	String get_system_ca_certificates() const override;
	Error get_entropy(uint8_t *r_buffer, int p_bytes) override;

	OS_Unix();

protected:
	bool _has_platform_feature(const String &p_tag) const override;

private:
	void _add_child(int p_pid);
	void _collect_child(int p_pid, bool p_wait) const;

	struct Child {
		bool is_running = true;
		int exit_code = -1;
	};
	BinaryMutex children_mutex;
	mutable HashMap<int, Child> children; // Those that were not waited for at once; their exit codes are kept.
	uint64_t start_usec = 0;
};
