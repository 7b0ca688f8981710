// Reports misuse by the local programmer and ends the function that was misused. Never for what a peer or a file contains:
// parsers of outside input return verdicts instead (DESIGN: "Trust nothing from outside").
// Every macro prints one line to stderr that names the function, file and line; messages may be const char * or String.
#pragma once

#include "core/typedefs.h"

class String;

enum ErrorHandlerType {
	ERR_HANDLER_ERROR,
	ERR_HANDLER_WARNING,
	ERR_HANDLER_SCRIPT,
	ERR_HANDLER_SHADER, // Kept for the numbering of the scripting API; never raised here.
};

// One error as handed to a handler. The views live for the call only.
struct ErrorReport {
	const char *function = "";
	const char *file = "";
	int line = 0;
	const char *condition = ""; // What was found wrong, e.g. `Condition "x" is true.`; may be empty.
	const char *message = ""; // What it means and how to mend it, UTF-8; may be empty.
	ErrorHandlerType type = ERR_HANDLER_ERROR;
};

// Called with every report after it was printed, on the thread that reports. Owned by whoever adds it, who removes it before it dies.
struct ErrorHandler {
	void (*func)(void *p_userdata, const ErrorReport &p_report) = nullptr;
	void *userdata = nullptr;
	ErrorHandler *next = nullptr;
};

void add_error_handler(ErrorHandler *p_handler);
void remove_error_handler(const ErrorHandler *p_handler);
// False silences stderr; handlers still hear of everything.
void set_error_printing(bool p_enabled);
bool is_error_printing_enabled();

void _err_print_error(const char *p_function, const char *p_file, int p_line, const char *p_condition, const char *p_message = "", ErrorHandlerType p_type = ERR_HANDLER_ERROR);
void _err_print_error(const char *p_function, const char *p_file, int p_line, const char *p_condition, const String &p_message, ErrorHandlerType p_type = ERR_HANDLER_ERROR);
void _err_print_index_error(const char *p_function, const char *p_file, int p_line, int64_t p_index, int64_t p_size, const char *p_index_text, const char *p_size_text, const char *p_message = "");
void _err_print_index_error(const char *p_function, const char *p_file, int p_line, int64_t p_index, int64_t p_size, const char *p_index_text, const char *p_size_text, const String &p_message);
[[noreturn]] void _err_crash(const char *p_function, const char *p_file, int p_line, const char *p_condition);

#define _ERR_TEXT_TRUE(m_cond) "Condition \"" #m_cond "\" is true."
#define _ERR_TEXT_NULL(m_param) "Parameter \"" #m_param "\" is null."

#define _ERR_FAIL_IF(m_cond, m_text, m_msg, ...) \
	do { \
		if (unlikely(m_cond)) { \
			_err_print_error(__FUNCTION__, __FILE__, __LINE__, m_text, m_msg); \
			return __VA_ARGS__; \
		} \
	} while (false)

#define ERR_FAIL_COND(m_cond) _ERR_FAIL_IF(m_cond, _ERR_TEXT_TRUE(m_cond), "")
#define ERR_FAIL_COND_MSG(m_cond, m_msg) _ERR_FAIL_IF(m_cond, _ERR_TEXT_TRUE(m_cond), m_msg)
#define ERR_FAIL_COND_V(m_cond, m_ret) _ERR_FAIL_IF(m_cond, _ERR_TEXT_TRUE(m_cond) " Returning: " #m_ret, "", m_ret)
#define ERR_FAIL_COND_V_MSG(m_cond, m_ret, m_msg) _ERR_FAIL_IF(m_cond, _ERR_TEXT_TRUE(m_cond) " Returning: " #m_ret, m_msg, m_ret)

#define ERR_FAIL_NULL(m_param) _ERR_FAIL_IF((m_param) == nullptr, _ERR_TEXT_NULL(m_param), "")
#define ERR_FAIL_NULL_MSG(m_param, m_msg) _ERR_FAIL_IF((m_param) == nullptr, _ERR_TEXT_NULL(m_param), m_msg)
#define ERR_FAIL_NULL_V(m_param, m_ret) _ERR_FAIL_IF((m_param) == nullptr, _ERR_TEXT_NULL(m_param), "", m_ret)
#define ERR_FAIL_NULL_V_MSG(m_param, m_ret, m_msg) _ERR_FAIL_IF((m_param) == nullptr, _ERR_TEXT_NULL(m_param), m_msg, m_ret)

// Without an `if`, so that the compiler knows that nothing follows.
#define _ERR_FAIL_ALWAYS(m_text, m_msg, ...) \
	do { \
		_err_print_error(__FUNCTION__, __FILE__, __LINE__, m_text, m_msg); \
		return __VA_ARGS__; \
	} while (false)

#define ERR_FAIL() _ERR_FAIL_ALWAYS("Method or function failed.", "")
#define ERR_FAIL_MSG(m_msg) _ERR_FAIL_ALWAYS("", m_msg)
#define ERR_FAIL_V(m_ret) _ERR_FAIL_ALWAYS("Method or function failed. Returning: " #m_ret, "", m_ret)
#define ERR_FAIL_V_MSG(m_ret, m_msg) _ERR_FAIL_ALWAYS("", m_msg, m_ret)

#define _ERR_FAIL_INDEX(m_index, m_size, m_msg, ...) \
	do { \
		const int64_t _err_index = int64_t(m_index); \
		const int64_t _err_size = int64_t(m_size); \
		if (unlikely(_err_index < 0 || _err_index >= _err_size)) { \
			_err_print_index_error(__FUNCTION__, __FILE__, __LINE__, _err_index, _err_size, #m_index, #m_size, m_msg); \
			return __VA_ARGS__; \
		} \
	} while (false)

#define ERR_FAIL_INDEX(m_index, m_size) _ERR_FAIL_INDEX(m_index, m_size, "")
#define ERR_FAIL_INDEX_MSG(m_index, m_size, m_msg) _ERR_FAIL_INDEX(m_index, m_size, m_msg)
#define ERR_FAIL_INDEX_V(m_index, m_size, m_ret) _ERR_FAIL_INDEX(m_index, m_size, "", m_ret)
#define ERR_FAIL_INDEX_V_MSG(m_index, m_size, m_ret, m_msg) _ERR_FAIL_INDEX(m_index, m_size, m_msg, m_ret)

#define _ERR_LEAVE_LOOP_IF(m_cond, m_msg, m_leave) \
	if (unlikely(m_cond)) { \
		_err_print_error(__FUNCTION__, __FILE__, __LINE__, _ERR_TEXT_TRUE(m_cond), m_msg); \
		m_leave; \
	} else \
		((void)0)

#define ERR_CONTINUE(m_cond) _ERR_LEAVE_LOOP_IF(m_cond, "", continue)
#define ERR_CONTINUE_MSG(m_cond, m_msg) _ERR_LEAVE_LOOP_IF(m_cond, m_msg, continue)
#define ERR_BREAK(m_cond) _ERR_LEAVE_LOOP_IF(m_cond, "", break)
#define ERR_BREAK_MSG(m_cond, m_msg) _ERR_LEAVE_LOOP_IF(m_cond, m_msg, break)

#define ERR_PRINT(m_msg) _err_print_error(__FUNCTION__, __FILE__, __LINE__, "", m_msg)
#define WARN_PRINT(m_msg) _err_print_error(__FUNCTION__, __FILE__, __LINE__, "", m_msg, ERR_HANDLER_WARNING)

#define _ERR_ONCE(m_statement) \
	do { \
		static bool _err_said = false; \
		if (unlikely(!_err_said)) { \
			_err_said = true; \
			m_statement; \
		} \
	} while (false)

#define ERR_PRINT_ONCE(m_msg) _ERR_ONCE(ERR_PRINT(m_msg))
#define WARN_PRINT_ONCE(m_msg) _ERR_ONCE(WARN_PRINT(m_msg))

// For broken invariants of our own, where going on would corrupt memory.
#define CRASH_COND(m_cond) \
	do { \
		if (unlikely(m_cond)) { \
			_err_crash(__FUNCTION__, __FILE__, __LINE__, _ERR_TEXT_TRUE(m_cond)); \
		} \
	} while (false)

#define CRASH_NOW() _err_crash(__FUNCTION__, __FILE__, __LINE__, "Unreachable code was reached.")

// Checked in debug builds only.
#if defined(DEBUG_ENABLED)
#define DEV_ASSERT(m_cond) CRASH_COND(!(m_cond))
#else
#define DEV_ASSERT(m_cond) ((void)0)
#endif
