// Printing to stdout and stderr.
#include "core/string/print_string.h"

#include "core/error/report_hooks.h"

#include <atomic>
#include <cstdio>
#include <mutex>

// Recursive: a handler may itself print. Never destroyed before the last thread.
static std::recursive_mutex handlers_mutex;
static std::atomic<PrintHandler *> print_handlers{ nullptr };
std::atomic<PrintLogHook> print_log_hook{ nullptr };
static std::atomic<bool> print_enabled{ true };
static std::atomic<bool> verbose{ false };
static std::atomic<bool> flushing{ true };

void add_print_handler(PrintHandler *p_handler) {
	const std::lock_guard<std::recursive_mutex> guard(handlers_mutex);
	p_handler->next = print_handlers;
	print_handlers = p_handler;
}

void remove_print_handler(const PrintHandler *p_handler) {
	const std::lock_guard<std::recursive_mutex> guard(handlers_mutex);
	PrintHandler *first = print_handlers.load();
	for (PrintHandler **link = &first; *link != nullptr; link = &(*link)->next) {
		if (*link == p_handler) {
			*link = p_handler->next;
			print_handlers.store(first);
			return;
		}
	}
}

static void print_to(FILE *p_file, const String &p_text, bool p_line_end) {
	if (print_enabled) {
		const CharString bytes = p_line_end ? (p_text + U'\n').utf8() : p_text.utf8();
		if (p_file == stderr) {
			flush_print();
		}
		fwrite(bytes.get_data(), 1, size_t(bytes.length()), p_file); // In one piece: lines of several threads do not mix.
		if (flushing || p_file == stderr) {
			fflush(p_file);
		}
	}
	if (const PrintLogHook log = print_log_hook.load(std::memory_order_acquire)) {
		log(p_line_end ? p_text + U'\n' : p_text, p_file == stderr);
	}
	if (!print_handlers.load(std::memory_order_acquire)) {
		return;
	}
	const std::lock_guard<std::recursive_mutex> guard(handlers_mutex);
	for (const PrintHandler *handler = print_handlers.load(); handler != nullptr;) {
		const PrintHandler *next = handler->next; // It may remove itself.
		handler->func(handler->userdata, p_text, p_file == stderr);
		handler = next;
	}
}

void print_line(const String &p_text) {
	print_to(stdout, p_text, true);
}

void print_error(const String &p_text) {
	print_to(stderr, p_text, true);
}

void print_raw(const String &p_text) {
	print_to(stdout, p_text, false);
}

void print_verbose(const String &p_text) {
	if (verbose) {
		print_line(p_text);
	}
}

void set_print_verbose(bool p_enabled) {
	verbose = p_enabled;
}

bool is_print_verbose_enabled() {
	return verbose;
}

void set_print_flushing(bool p_enabled) {
	flushing = p_enabled;
	flush_print();
}

void flush_print() {
	fflush(stdout);
}

void set_print_line_enabled(bool p_enabled) {
	print_enabled = p_enabled;
}
