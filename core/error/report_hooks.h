// Where reports and printed lines meet the layers that know scripts. Those fill the hooks in; a null hook means nobody wants to know.
#pragma once

#include <atomic>
#include <cstddef>

class String;
struct ErrorReport;

// Writes the running script calls of this thread into r_text, one a line, each line after p_indent spaces, and gives the length; 0 when
// no script runs. Cut short where p_size ends.
using ErrorTraceHook = size_t (*)(char *r_text, size_t p_size, int p_indent);
extern std::atomic<ErrorTraceHook> error_trace_hook;

// Hear of every report and of every printed text (with its line end), on the thread it comes from and with no lock held, so that they may
// run scripts. What they cause themselves comes to them, too: they tell it apart.
using ErrorLogHook = void (*)(const ErrorReport &p_report);
using PrintLogHook = void (*)(const String &p_text, bool p_error);
extern std::atomic<ErrorLogHook> error_log_hook;
extern std::atomic<PrintLogHook> print_log_hook;
