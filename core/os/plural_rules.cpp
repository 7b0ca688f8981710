// The expression becomes steps for a stack machine when it is read.
#include "core/os/plural_rules.h"

#include "core/string/char_utils.h"

struct PluralRules::Reader {
	const String &text;
	int64_t at;
	LocalVector<Step> &steps;
	String error;

	void fail(const char *p_what) {
		if (error.is_empty()) {
			error = String(p_what) + " at column " + String::num_int64(at + 1);
		}
	}
	char32_t look(int64_t p_ahead = 0) {
		while (at < text.length() && (text[at] == ' ' || text[at] == '\t')) {
			at++;
		}
		return at + p_ahead < text.length() ? text[at + p_ahead] : 0;
	}
	bool take(const char *p_token) {
		look();
		for (int64_t i = 0; p_token[i]; i++) {
			if (at + i >= text.length() || text[at + i] != char32_t(p_token[i])) {
				return false;
			}
		}
		at += String(p_token).length();
		return true;
	}
	void add(Operation p_operation, int64_t p_value = 0) {
		if (steps.size() >= MAX_STEPS) {
			fail("the rule is too long");
			return;
		}
		steps.push_back(Step{ p_operation, p_value });
	}

	void read_primary(int p_nesting) {
		if (p_nesting > MAX_NESTING) {
			fail("the rule is nested too deeply");
		} else if (take("(")) {
			read_choice(p_nesting + 1);
			if (!take(")")) {
				fail("a closing bracket is missing");
			}
		} else if (look() == '!' && look(1) != '=') {
			at++;
			read_primary(p_nesting + 1);
			add(NOT);
		} else if (take("n")) {
			add(PUSH_N);
		} else if (is_digit(look())) {
			int64_t number = 0;
			while (is_digit(look()) && number < 1000000000) {
				number = number * 10 + (text[at++] - '0');
			}
			add(PUSH, number);
		} else {
			fail("a number, n or a bracket is missing");
		}
	}

	// Binary operators, those that bind least first; of a level the longer ones first.
	void read_binary(int p_level, int p_nesting) {
		struct Binary {
			int level;
			const char *token;
			Operation operation;
		};
		static constexpr int LEVELS = 6;
		static constexpr Binary operators[] = {
			{ 0, "||", OR },
			{ 1, "&&", AND },
			{ 2, "==", EQUAL },
			{ 2, "!=", NOT_EQUAL },
			{ 3, "<=", LESS_EQUAL },
			{ 3, ">=", GREATER_EQUAL },
			{ 3, "<", LESS },
			{ 3, ">", GREATER },
			{ 4, "+", ADD },
			{ 4, "-", SUBTRACT },
			{ 5, "*", MULTIPLY },
			{ 5, "/", DIVIDE },
			{ 5, "%", REMAINDER },
		};
		if (p_level == LEVELS) {
			read_primary(p_nesting);
			return;
		}
		read_binary(p_level + 1, p_nesting);
		for (bool found = true; found && error.is_empty();) {
			found = false;
			for (const Binary &entry : operators) {
				if (entry.level == p_level && take(entry.token)) {
					read_binary(p_level + 1, p_nesting);
					add(entry.operation);
					found = true;
					break;
				}
			}
		}
	}

	void read_choice(int p_nesting) {
		read_binary(0, p_nesting);
		if (error.is_empty() && take("?")) {
			if (p_nesting > MAX_NESTING) {
				fail("the rule is nested too deeply");
				return;
			}
			read_choice(p_nesting + 1);
			if (!take(":")) {
				fail("a colon is missing");
				return;
			}
			read_choice(p_nesting + 1);
			add(CHOOSE);
		}
	}
};

bool PluralRules::parse(const String &p_text, String &r_error) {
	steps.clear();
	form_count = 1;
	const int64_t count = p_text.find("nplurals=");
	const int64_t rule = p_text.find("plural=", count < 0 ? 0 : count + 9);
	if (count < 0 || rule < 0) {
		r_error = "a rule looks like \"nplurals=2; plural=(n != 1);\"";
		return false;
	}
	form_count = int(CLAMP(p_text.substr(count + 9).get_slicec(';', 0).to_int(), int64_t(1), int64_t(MAX_FORMS)));
	Reader reader{ p_text, rule + 7, steps, String() };
	reader.read_choice(0);
	if (reader.error.is_empty() && reader.look() != 0 && reader.look() != ';') {
		reader.fail("there is more than an expression");
	}
	r_error = reader.error;
	if (!r_error.is_empty()) {
		steps.clear();
	}
	return r_error.is_empty();
}

int PluralRules::get_form(int64_t p_n) const {
	int64_t stack[MAX_STEPS];
	uint32_t top = 0;
	for (const Step &step : steps) {
		if (step.operation == PUSH || step.operation == PUSH_N) {
			stack[top++] = step.operation == PUSH ? step.value : p_n;
			continue;
		}
		if (step.operation == NOT) {
			stack[top - 1] = !stack[top - 1];
			continue;
		}
		const int64_t b = stack[--top];
		const int64_t a = stack[top - 1];
		int64_t &result = stack[top - 1];
		switch (step.operation) {
			case OR:
				result = a || b;
				break;
			case AND:
				result = a && b;
				break;
			case EQUAL:
				result = a == b;
				break;
			case NOT_EQUAL:
				result = a != b;
				break;
			case LESS:
				result = a < b;
				break;
			case LESS_EQUAL:
				result = a <= b;
				break;
			case GREATER:
				result = a > b;
				break;
			case GREATER_EQUAL:
				result = a >= b;
				break;
			case ADD:
				result = int64_t(uint64_t(a) + uint64_t(b));
				break;
			case SUBTRACT:
				result = int64_t(uint64_t(a) - uint64_t(b));
				break;
			case MULTIPLY:
				result = int64_t(uint64_t(a) * uint64_t(b));
				break;
			case DIVIDE:
				result = b == 0 || b == -1 ? 0 : a / b;
				break;
			case REMAINDER:
				result = b == 0 || b == -1 ? 0 : a % b;
				break;
			default: // CHOOSE
				top--;
				stack[top - 1] = stack[top - 1] ? a : b;
				break;
		}
	}
	return top == 1 ? int(CLAMP(stack[0], int64_t(0), int64_t(form_count - 1))) : 0;
}
