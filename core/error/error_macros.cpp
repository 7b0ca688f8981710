// Where reports of misuse go: to stderr, and to whoever listens.
#include "core/error/error_macros.h"

#include "core/error/report_hooks.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>

std::atomic<ErrorTraceHook> error_trace_hook{ nullptr };
std::atomic<ErrorLogHook> error_log_hook{ nullptr };

// Recursive: a handler may itself report.
static std::recursive_mutex handlers_mutex;
static ErrorHandler *error_handlers = nullptr;
static std::atomic<bool> error_printing{ true };

void add_error_handler(ErrorHandler *p_handler) {
	const std::lock_guard<std::recursive_mutex> guard(handlers_mutex);
	p_handler->next = error_handlers;
	error_handlers = p_handler;
}

void remove_error_handler(const ErrorHandler *p_handler) {
	const std::lock_guard<std::recursive_mutex> guard(handlers_mutex);
	for (ErrorHandler **link = &error_handlers; *link != nullptr; link = &(*link)->next) {
		if (*link == p_handler) {
			*link = p_handler->next;
			return;
		}
	}
}

void set_error_printing(bool p_enabled) {
	error_printing = p_enabled;
}

bool is_error_printing_enabled() {
	return error_printing;
}

static const char *title_of(ErrorHandlerType p_type) {
	switch (p_type) {
		case ERR_HANDLER_WARNING:
			return "WARNING";
		case ERR_HANDLER_SCRIPT:
			return "SCRIPT ERROR";
		case ERR_HANDLER_SHADER:
			return "SHADER ERROR";
		default:
			return "ERROR";
	}
}

static void print_report(const ErrorReport &p_report) {
	constexpr size_t MAX_TRACE_BYTES = 6000;
	const char *title = title_of(p_report.type);
	const int indent = int(strlen(title)) - 2; // The place stands below the text.
	char trace[MAX_TRACE_BYTES];
	const ErrorTraceHook write_trace = error_trace_hook.load(std::memory_order_acquire);
	const size_t trace_bytes = write_trace ? write_trace(trace, sizeof(trace), indent) : 0;
	fflush(stdout); // What was printed before belongs above.
	flockfile(stderr); // Reports of several threads do not mix.
	fprintf(stderr, "%s: %s\n%*sat: %s (%s:%d)\n", title, *p_report.message != 0 ? p_report.message : p_report.condition, indent, "", p_report.function, p_report.file, p_report.line);
	fwrite(trace, 1, trace_bytes, stderr);
	fflush(stderr);
	funlockfile(stderr);
}

static void call_handlers(const ErrorReport &p_report) {
	const std::lock_guard<std::recursive_mutex> guard(handlers_mutex);
	for (const ErrorHandler *handler = error_handlers; handler != nullptr;) {
		const ErrorHandler *next = handler->next; // It may remove itself.
		handler->func(handler->userdata, p_report);
		handler = next;
	}
}

void _err_print_error(const char *p_function, const char *p_file, int p_line, const char *p_condition, const char *p_message, ErrorHandlerType p_type) {
	const ErrorReport report = { p_function, p_file, p_line, p_condition, p_message, p_type };
	if (error_printing) {
		print_report(report);
	}
	call_handlers(report);
	if (const ErrorLogHook log = error_log_hook.load(std::memory_order_acquire)) {
		log(report);
	}
}

void _err_print_index_error(const char *p_function, const char *p_file, int p_line, int64_t p_index, int64_t p_size, const char *p_index_text, const char *p_size_text, const char *p_message) {
	char condition[400];
	snprintf(condition, sizeof(condition), "Index %s = %lld is out of bounds (%s = %lld).", p_index_text, static_cast<long long>(p_index), p_size_text, static_cast<long long>(p_size));
	_err_print_error(p_function, p_file, p_line, condition, p_message);
}

void _err_crash(const char *p_function, const char *p_file, int p_line, const char *p_condition) {
	fflush(stdout);
	fprintf(stderr, "FATAL: %s\n   at: %s (%s:%d)\n", p_condition, p_function, p_file, p_line);
	fflush(stderr);
	abort();
}
