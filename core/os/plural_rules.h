// PluralRules: which of a language's plural forms a number takes, as gettext writes it: "nplurals=2; plural=(n != 1);".
#pragma once

#include "core/string/ustring.h"
#include "core/templates/local_vector.h"

// An expression of C over n: ?: || && == != < <= > >= + - * / % ! ( ). Rules come from files: what is no rule is refused, and neither its
// length nor its nesting can hurt.
class PluralRules {
public:
	// False, with r_error, for what is no rule; then every number takes the first form.
	bool parse(const String &p_text, String &r_error);
	int get_form(int64_t p_n) const; // Below get_form_count().
	int get_form_count() const { return form_count; }

private:
	// Operations on a stack, in order; numbers push themselves, n pushes the number asked for.
	enum Operation : uint8_t {
		PUSH,
		PUSH_N,
		NOT,
		OR,
		AND,
		EQUAL,
		NOT_EQUAL,
		LESS,
		LESS_EQUAL,
		GREATER,
		GREATER_EQUAL,
		ADD,
		SUBTRACT,
		MULTIPLY,
		DIVIDE,
		REMAINDER,
		CHOOSE, // The third from the top says which of the other two stays.
	};
	struct Step {
		Operation operation;
		int64_t value;
	};
	static constexpr uint32_t MAX_STEPS = 512;
	static constexpr int MAX_NESTING = 32;
	static constexpr int MAX_FORMS = 32;

	LocalVector<Step> steps;
	int form_count = 1;

	struct Reader;
};
