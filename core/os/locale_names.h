// Locales as text: "language[_Script][_COUNTRY][_variant]", their standard form, their names, and how alike two of them are.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/vector.h"

namespace LocaleNames {

// Other separators, encodings and unknown parts go; old codes of languages become the new ones. With p_add_defaults the script (and for a
// few the country) that a language without one means is put in.
String standardize(const String &p_locale, bool p_add_defaults = false);
// 10: the same; 0: another language; in between, 5 for the language, one more or less for each part that both have and that is equal or not.
int compare(const String &p_a, const String &p_b);

enum Part {
	LANGUAGE,
	SCRIPT,
	COUNTRY,
};
Vector<String> get_codes(Part p_part);
String get_name(Part p_part, const String &p_code); // The code itself, when it has none.
String get_locale_name(const String &p_locale); // "Chinese (Simplified Han), China"

// gettext's rule for the plurals of a language; empty when it is not known.
String get_plural_rule(const String &p_locale);

// The digits (10), the decimal separator and the exponent of languages that do not write 0 to 9; null for those that do.
struct NumberForms {
	const char32_t *digits;
	const char32_t *separator;
	const char32_t *exponent; // For e.
	const char32_t *capital_exponent; // For E.
	const char32_t *percent;
};
const NumberForms *get_number_forms(const String &p_locale);

} // namespace LocaleNames
