// doctest as every test header includes it: without exceptions, with our types printable.
#pragma once

#define DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS
#define DOCTEST_CONFIG_SUPER_FAST_ASSERTS
#include <doctest/doctest.h>

#include "core/error/error_macros.h"
#include "core/string/ustring.h"

namespace doctest {
template <>
struct StringMaker<::String> {
	static String convert(const ::String &p_text) { return p_text.utf8().get_data(); }
};
} // namespace doctest

// Silences stderr while a test provokes errors on purpose.
class ExpectErrors {
	bool was_enabled = is_error_printing_enabled();

public:
	ExpectErrors() { set_error_printing(false); }
	~ExpectErrors() { set_error_printing(was_enabled); }
};
