// Printing lines to the terminal, and to whoever listens.
#pragma once

#include "core/string/ustring.h"

// Hears every printed line (without its line end), on the thread that prints.
struct PrintHandler {
	void (*func)(void *p_userdata, const String &p_text, bool p_error) = nullptr;
	void *userdata = nullptr;
	PrintHandler *next = nullptr;
};

// The handler stays the caller's, who removes it before it dies.
void add_print_handler(PrintHandler *p_handler);
void remove_print_handler(const PrintHandler *p_handler);

// print_line goes to stdout, print_error to stderr; print_raw adds no line end. UTF-8. A closed pipe is no error. What goes to stderr
// leaves at once, and after everything that was printed before it.
void print_line(const String &p_text);
void print_error(const String &p_text);
void print_raw(const String &p_text);
// Only when set_print_verbose(true) was said (--verbose).
void print_verbose(const String &p_text);
void set_print_verbose(bool p_enabled);
bool is_print_verbose_enabled();
// On (as at the start): every line leaves the process before printing returns. Off: lines gather until flush_print(), at the latest when
// the buffer is full; a terminal still gets each line at once.
void set_print_flushing(bool p_enabled);
// Before whatever others could see in another order, or what may end the process: sleeping, starting a program, reading input.
void flush_print();
// Off silences stdout and stderr; handlers still hear everything.
void set_print_line_enabled(bool p_enabled);
