// --log-file and --log-format: what is printed and reported, also in a file, and as JSON lines.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"

namespace LogOutput {

// p_file: everything is also written there, each line at once; an existing file is replaced. Empty: no file. p_as_json: each printed line and each
// report is one JSON object in a line, {"time", "level", "message"} and for reports {"file", "line", "function"}, in the file and in place of what the
// streams get otherwise: reports and printerr() on stderr, the rest on stdout. Any thread may print. Call once, before others print.
Error start(const String &p_file, bool p_as_json);
void stop();

} // namespace LogOutput
