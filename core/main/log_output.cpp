// Hearing what is printed and reported, and writing it again.
#include "core/main/log_output.h"

#include "core/error/error_macros.h"
#include "core/io/json.h"
#include "core/os/time.h"
#include "core/string/print_string.h"
#include "core/variant/dictionary.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <mutex>

namespace {

struct Log {
	std::mutex mutex; // Guards the streams: a line stays whole.
	FILE *file = nullptr;
	bool as_json = false;
	bool running = false;
	PrintHandler prints;
	ErrorHandler reports;
};

Log log_state;

void write_line(FILE *p_stream, const String &p_text) {
	const CharString bytes = (p_text + "\n").utf8();
	fwrite(bytes.get_data(), 1, size_t(bytes.length()), p_stream);
	fflush(p_stream);
}

void put(const String &p_text, bool p_error) {
	const std::lock_guard<std::mutex> lock(log_state.mutex);
	if (log_state.as_json) {
		write_line(p_error ? stderr : stdout, p_text);
	}
	if (log_state.file) {
		write_line(log_state.file, p_text);
	}
}

Dictionary entry_of(const char *p_level, const String &p_message) {
	Dictionary entry;
	entry["time"] = Time::get_singleton()->get_unix_time_from_system();
	entry["level"] = p_level;
	entry["message"] = p_message;
	return entry;
}

// What is printed comes without its line end, or with it.
void heard(void *, const String &p_text, bool p_error) {
	const String text = p_text.ends_with("\n") ? p_text.substr(0, p_text.length() - 1) : p_text;
	put(log_state.as_json ? JSON::stringify(entry_of(p_error ? "stderr" : "info", text), String(), false) : text, p_error);
}

void reported(void *, const ErrorReport &p_report) {
	static const char *const levels[] = { "error", "warning", "script_error", "shader_error" };
	const String message = String::utf8(*p_report.message ? p_report.message : p_report.condition);
	const char *level = levels[CLAMP(int(p_report.type), 0, 3)];
	if (!log_state.as_json) {
		put(String(level).to_upper() + ": " + message + "\n   at: " + String::utf8(p_report.function) + " (" + String::utf8(p_report.file) + ":" + itos(p_report.line) + ")", true);
		return;
	}
	Dictionary entry = entry_of(level, message);
	entry["file"] = String::utf8(p_report.file);
	entry["line"] = p_report.line;
	entry["function"] = String::utf8(p_report.function);
	put(JSON::stringify(entry, String(), false), true);
}

} // namespace

Error LogOutput::start(const String &p_file, bool p_as_json) {
	if (!p_file.is_empty()) {
		log_state.file = fopen(p_file.utf8().get_data(), "wb");
		ERR_FAIL_NULL_V_MSG(log_state.file, ERR_CANT_CREATE, "Cannot write the log \"" + p_file + "\": " + String::utf8(strerror(errno)) + ".");
	}
	log_state.as_json = p_as_json;
	log_state.running = true;
	log_state.prints.func = &heard;
	log_state.reports.func = &reported;
	add_print_handler(&log_state.prints);
	add_error_handler(&log_state.reports);
	if (p_as_json) {
		flush_print();
		set_print_line_enabled(false);
		set_error_printing(false);
	}
	return OK;
}

void LogOutput::stop() {
	if (!log_state.running) {
		return;
	}
	remove_print_handler(&log_state.prints);
	remove_error_handler(&log_state.reports);
	log_state.running = false;
	if (log_state.as_json) {
		set_print_line_enabled(true);
		set_error_printing(true);
	}
	if (log_state.file) {
		fclose(log_state.file);
		log_state.file = nullptr;
	}
}
