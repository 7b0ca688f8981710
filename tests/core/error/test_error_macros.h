// Reports of misuse: what handlers hear, and that the failed call ends.
#pragma once

#include "core/error/error_list.h"
#include "core/error/error_macros.h"
#include "tests/test_macros.h"

namespace TestErrorMacros {

struct Heard {
	::String condition;
	::String message;
	ErrorHandlerType type = ERR_HANDLER_ERROR;
	int count = 0;
};

static void hear(void *p_userdata, const ErrorReport &p_report) {
	Heard *heard = static_cast<Heard *>(p_userdata);
	heard->condition = p_report.condition;
	heard->message = p_report.message;
	heard->type = p_report.type;
	heard->count++;
}

static int pick(int64_t p_index, int64_t p_size) {
	ERR_FAIL_INDEX_V(p_index, p_size, -1);
	return int(p_index);
}

TEST_CASE("[Error][Macros] A failed check reports once and returns the value named") {
	ExpectErrors silence;
	Heard heard;
	ErrorHandler handler{ hear, &heard, nullptr };
	add_error_handler(&handler);
	CHECK_EQ(pick(3, 3), -1);
	CHECK_EQ(heard.condition, "Index p_index = 3 is out of bounds (p_size = 3).");
	CHECK_EQ(pick(INT64_MIN, 3), -1);
	CHECK_EQ(pick(2, 3), 2);
	CHECK_EQ(heard.count, 2);
	WARN_PRINT("careful: " + itos(5));
	CHECK_EQ(heard.message, "careful: 5");
	CHECK_EQ(heard.type, ERR_HANDLER_WARNING);
	remove_error_handler(&handler);
	ERR_PRINT("unheard");
	CHECK_EQ(heard.count, 3);
}

TEST_CASE("[Error][List] Every code has a name") {
	for (int i = 0; i < ERR_MAX; i++) {
		CHECK_FALSE(::String(error_names[i]).is_empty());
	}
	CHECK_EQ(::String(error_names[ERR_PRINTER_ON_FIRE]), "Printer on fire");
}

} // namespace TestErrorMacros
