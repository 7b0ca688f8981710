// String orders: by code point, without case, natural (numbers by value), and as a file dialog shows names.
#include "core/string/char_utils.h"
#include "core/string/ustring.h"

namespace {

struct Exact {
	static char32_t fold(char32_t p_char) { return p_char; }
};
struct NoCase {
	static char32_t fold(char32_t p_char) { return to_upper_char(p_char); }
};

template <typename Fold>
signed char compare_plain(const String &p_a, const String &p_b) {
	// The end mark is smaller than any character, so a prefix comes first.
	const char32_t *a = p_a.get_data();
	const char32_t *b = p_b.get_data();
	for (;; a++, b++) {
		const char32_t left = Fold::fold(*a);
		const char32_t right = Fold::fold(*b);
		if (left != right) {
			return left < right ? -1 : 1;
		}
		if (left == 0) {
			return 0;
		}
	}
}

// Moves both behind their number and says which is larger. Zeros in front do not count.
signed char compare_numbers(const char32_t *&r_a, const char32_t *&r_b) {
	while (*r_a == '0') {
		r_a++;
	}
	while (*r_b == '0') {
		r_b++;
	}
	signed char first_difference = 0;
	while (is_digit(*r_a) && is_digit(*r_b)) {
		if (first_difference == 0 && *r_a != *r_b) {
			first_difference = *r_a < *r_b ? -1 : 1;
		}
		r_a++;
		r_b++;
	}
	if (is_digit(*r_a)) {
		return 1;
	}
	return is_digit(*r_b) ? -1 : first_difference;
}

template <typename Fold>
signed char compare_natural(const char32_t *p_a, const char32_t *p_b) {
	// Names that begin with periods come first, even before the empty one.
	while (*p_a == '.' && *p_b == '.') {
		p_a++;
		p_b++;
		if (*p_a == 0 || *p_b == 0) {
			return *p_a != 0 ? 1 : (*p_b != 0 ? -1 : 0);
		}
	}
	if (*p_a == '.' || *p_b == '.') {
		return *p_a == '.' ? -1 : 1;
	}
	while (*p_a != 0 && *p_b != 0) {
		if (is_digit(*p_a) != is_digit(*p_b)) {
			return is_digit(*p_a) ? -1 : 1;
		}
		if (is_digit(*p_a)) {
			const signed char order = compare_numbers(p_a, p_b);
			if (order != 0) {
				return order;
			}
			continue;
		}
		const char32_t left = Fold::fold(*p_a++);
		const char32_t right = Fold::fold(*p_b++);
		if (left != right) {
			return left < right ? -1 : 1;
		}
	}
	return *p_a != 0 ? 1 : (*p_b != 0 ? -1 : 0);
}

// After names with periods come those with underscores, then the rest.
template <typename Fold>
signed char compare_files(const String &p_a, const String &p_b) {
	const char32_t *a = p_a.get_data();
	const char32_t *b = p_b.get_data();
	while (*a == '_' && *b == '_') {
		a++;
		b++;
	}
	if (*a == '_' && *b != '.' && *b != 0) {
		return -1;
	}
	if (*b == '_' && *a != '.' && *a != 0) {
		return 1;
	}
	return compare_natural<Fold>(a, b);
}

} // namespace

signed char String::casecmp_to(const String &p_other) const {
	return compare_plain<Exact>(*this, p_other);
}

signed char String::nocasecmp_to(const String &p_other) const {
	return compare_plain<NoCase>(*this, p_other);
}

signed char String::naturalcasecmp_to(const String &p_other) const {
	return compare_natural<Exact>(get_data(), p_other.get_data());
}

signed char String::naturalnocasecmp_to(const String &p_other) const {
	return compare_natural<NoCase>(get_data(), p_other.get_data());
}

signed char String::filecasecmp_to(const String &p_other) const {
	return compare_files<Exact>(*this, p_other);
}

signed char String::filenocasecmp_to(const String &p_other) const {
	return compare_files<NoCase>(*this, p_other);
}

PackedStringArray String::bigrams() const {
	PackedStringArray pairs;
	const int64_t count = length();
	if (count < 2) {
		return pairs;
	}
	pairs.reserve(count - 1);
	for (int64_t i = 0; i + 1 < count; i++) {
		pairs.push_back(substr(i, 2));
	}
	return pairs;
}

// Twice the pairs of neighbouring characters that both hold, counted with repetition, over the pairs of each: the Dice
// coefficient, except that repeated pairs may carry it above 1.
double String::similarity(const String &p_text) const {
	if (*this == p_text) {
		return 1.0;
	}
	const int64_t own = length();
	const int64_t others = p_text.length();
	if (own < 2 || others < 2) {
		return 0.0;
	}
	const char32_t *a = get_data();
	const char32_t *b = p_text.get_data();
	int64_t common = 0;
	for (int64_t i = 0; i + 1 < own; i++) {
		for (int64_t j = 0; j + 1 < others; j++) {
			common += a[i] == b[j] && a[i + 1] == b[j + 1] ? 1 : 0;
		}
	}
	return double(2.0f * float(common) / float(own - 1 + others - 1));
}
