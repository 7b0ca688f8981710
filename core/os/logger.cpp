// The loggers in use, and handing reports to them.
#include "core/os/logger.h"

#include "core/error/report_hooks.h"
#include "core/object/class_db.h"
#include "core/os/mutex.h"

namespace {

Mutex loggers_mutex;
Vector<Ref<Logger>> loggers;
thread_local bool is_logging = false;

// A copy, so that a logger may add and remove some. Empty while one of this thread is at work.
Vector<Ref<Logger>> get_listeners() {
	if (is_logging) {
		return Vector<Ref<Logger>>();
	}
	const MutexLock lock(loggers_mutex);
	return loggers;
}

struct Logging {
	Logging() { is_logging = true; }
	~Logging() { is_logging = false; }
};

void log_error(const ErrorReport &p_report) {
	const Vector<Ref<Logger>> listeners = get_listeners();
	if (listeners.is_empty()) {
		return;
	}
	const Logging logging;
	// What was found comes first, and what it means second; where only one was said, it is what was found.
	const bool has_condition = *p_report.condition != 0;
	const String code = String::utf8(has_condition ? p_report.condition : p_report.message);
	const String rationale = String::utf8(has_condition ? p_report.message : "");
	const String function = String::utf8(p_report.function);
	const String file = String::utf8(p_report.file);
	const TypedArray<ScriptBacktrace> traces = ScriptBacktrace::capture(false);
	for (const Ref<Logger> &logger : listeners) {
		logger->GDVIRTUAL_CALL(_log_error, function, file, p_report.line, code, rationale, false, int(p_report.type), traces);
	}
}

void log_message(const String &p_text, bool p_error) {
	const Vector<Ref<Logger>> listeners = get_listeners();
	if (listeners.is_empty()) {
		return;
	}
	const Logging logging;
	for (const Ref<Logger> &logger : listeners) {
		logger->GDVIRTUAL_CALL(_log_message, p_text, p_error);
	}
}

} // namespace

bool Logger::add(const Ref<Logger> &p_logger) {
	const MutexLock lock(loggers_mutex);
	if (loggers.has(p_logger)) {
		return false;
	}
	loggers.push_back(p_logger);
	error_log_hook.store(log_error, std::memory_order_release);
	print_log_hook.store(log_message, std::memory_order_release);
	return true;
}

bool Logger::remove(const Ref<Logger> &p_logger) {
	const Ref<Logger> kept(p_logger); // Its end may run a script, which must not find the lock taken.
	const MutexLock lock(loggers_mutex);
	return loggers.erase(p_logger);
}

void Logger::remove_all() {
	Vector<Ref<Logger>> removed;
	{
		const MutexLock lock(loggers_mutex);
		error_log_hook.store(nullptr, std::memory_order_release);
		print_log_hook.store(nullptr, std::memory_order_release);
		removed = loggers;
		loggers.clear();
	}
}

void Logger::_bind_methods() {
	GDVIRTUAL_BIND(_log_error, "function", "file", "line", "code", "rationale", "editor_notify", "error_type", "script_backtraces");
	GDVIRTUAL_BIND(_log_message, "message", "error");

	BIND_ENUM_CONSTANT(ERROR_TYPE_ERROR);
	BIND_ENUM_CONSTANT(ERROR_TYPE_WARNING);
	BIND_ENUM_CONSTANT(ERROR_TYPE_SCRIPT);
	BIND_ENUM_CONSTANT(ERROR_TYPE_SHADER);
}
