// The overloads of the error reports that take a String; the rest of them must do without.
#include "core/error/error_macros.h"
#include "core/string/ustring.h"

void _err_print_error(const char *p_function, const char *p_file, int p_line, const char *p_condition, const String &p_message, ErrorHandlerType p_type) {
	_err_print_error(p_function, p_file, p_line, p_condition, p_message.utf8().get_data(), p_type);
}

void _err_print_index_error(const char *p_function, const char *p_file, int p_line, int64_t p_index, int64_t p_size, const char *p_index_text, const char *p_size_text, const String &p_message) {
	_err_print_index_error(p_function, p_file, p_line, p_index, p_size, p_index_text, p_size_text, p_message.utf8().get_data());
}
