// Logger: hears of every error, warning and printed line, in a script.
#pragma once

#include "core/error/error_macros.h"
#include "core/object/gdvirtual.h"
#include "core/object/ref_counted.h"
#include "core/object/script_backtrace.h"

// Called on whatever thread reports or prints, from several at once, and with no lock held. What a logger itself reports or prints goes
// to no logger, on its thread, until it returns.
class Logger : public RefCounted {
	GDCLASS(Logger, RefCounted);

public:
	enum ErrorType : int {
		ERROR_TYPE_ERROR = ERR_HANDLER_ERROR,
		ERROR_TYPE_WARNING = ERR_HANDLER_WARNING,
		ERROR_TYPE_SCRIPT = ERR_HANDLER_SCRIPT,
		ERROR_TYPE_SHADER = ERR_HANDLER_SHADER,
	};

	// Those in use; any thread may change them. False: it was in use already, or was not.
	static bool add(const Ref<Logger> &p_logger);
	static bool remove(const Ref<Logger> &p_logger);
	// Before the script languages end.
	static void remove_all();

	GDVIRTUAL8(_log_error, String, String, int, String, String, bool, int, TypedArray<ScriptBacktrace>)
	GDVIRTUAL2(_log_message, String, bool)

protected:
	static void _bind_methods();
};

VARIANT_ENUM_CAST(Logger::ErrorType);
