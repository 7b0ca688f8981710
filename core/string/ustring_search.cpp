// String: finding, counting and matching.
#include "core/string/char_utils.h"
#include "core/string/ustring.h"

#include <cstring>
#include <cwchar>

namespace {

// Up to p_end, nullptr when it is not there. Where wchar_t is as wide as a character, the C library looks at many at once.
_FORCE_INLINE_ const char32_t *find_unit(const char32_t *p_at, const char32_t *p_end, char32_t p_char) {
	if constexpr (sizeof(wchar_t) == sizeof(char32_t)) {
		return p_at < p_end ? reinterpret_cast<const char32_t *>(wmemchr(reinterpret_cast<const wchar_t *>(p_at), wchar_t(p_char), size_t(p_end - p_at))) : nullptr;
	} else {
		for (; p_at < p_end; p_at++) {
			if (*p_at == p_char) {
				return p_at;
			}
		}
		return nullptr;
	}
}

// The first place from p_at on where p_count > 0 characters are p_what; p_last is the last place where they fit.
const char32_t *find_run(const char32_t *p_at, const char32_t *p_last, const char32_t *p_what, int64_t p_count) {
	while (p_at <= p_last) {
		p_at = find_unit(p_at, p_last + 1, p_what[0]);
		if (p_at == nullptr) {
			return nullptr;
		}
		if (p_at[p_count - 1] == p_what[p_count - 1] && memcmp(p_at, p_what, size_t(p_count) * sizeof(char32_t)) == 0) {
			return p_at;
		}
		p_at++;
	}
	return nullptr;
}

struct Exact {
	static char32_t fold(char32_t p_char) { return p_char; }
};
struct NoCase {
	static char32_t fold(char32_t p_char) { return to_lower_char(p_char); }
};

template <typename Fold>
bool equal_at(const char32_t *p_text, const char32_t *p_what, int64_t p_count) {
	for (int64_t i = 0; i < p_count; i++) {
		if (Fold::fold(p_text[i]) != Fold::fold(p_what[i])) {
			return false;
		}
	}
	return true;
}

// Negative starts count back from the last place where p_count characters fit.
int64_t resolve_start(int64_t p_from, int64_t p_last) {
	return p_from < 0 ? p_from + (p_last + 1) : p_from;
}

template <typename Fold>
int64_t find_in(const String &p_text, const String &p_what, int64_t p_from) {
	const int64_t count = p_what.length();
	const int64_t last = p_text.length() - count;
	if (count == 0 || last < 0) {
		return -1;
	}
	const int64_t from = resolve_start(p_from, last);
	if (from < 0 || from > last) {
		return -1;
	}
	const char32_t *text = p_text.get_data();
	const char32_t *what = p_what.get_data();
	if constexpr (std::is_same_v<Fold, Exact>) {
		const char32_t *found = find_run(text + from, text + last, what, count);
		return found != nullptr ? found - text : -1;
	}
	const char32_t first = Fold::fold(what[0]);
	for (int64_t i = from; i <= last; i++) {
		if (Fold::fold(text[i]) == first && equal_at<Fold>(text + i + 1, what + 1, count - 1)) {
			return i;
		}
	}
	return -1;
}

// A start behind the last place where a match fits finds nothing, as scripts have come to expect.
template <typename Fold>
int64_t rfind_in(const String &p_text, const String &p_what, int64_t p_from) {
	const int64_t count = p_what.length();
	const int64_t last = p_text.length() - count;
	if (count == 0 || last < 0) {
		return -1;
	}
	const int64_t from = resolve_start(p_from, last);
	if (from > last) {
		return -1;
	}
	const char32_t *text = p_text.get_data();
	const char32_t *what = p_what.get_data();
	const char32_t first = Fold::fold(what[0]);
	for (int64_t i = from; i >= 0; i--) {
		if (Fold::fold(text[i]) == first && equal_at<Fold>(text + i + 1, what + 1, count - 1)) {
			return i;
		}
	}
	return -1;
}

template <typename Fold>
int64_t count_in(const String &p_text, const String &p_what, int64_t p_from, int64_t p_to) {
	const int64_t length = p_text.length();
	if (p_what.is_empty() || p_from < 0 || p_to < 0) {
		return 0;
	}
	const int64_t end = p_to == 0 ? length : MIN(p_to, length);
	const int64_t width = p_what.length();
	const char32_t *text = p_text.get_data();
	int64_t found = 0;
	if constexpr (std::is_same_v<Fold, Exact>) {
		if (p_from > end - width) {
			return 0;
		}
		const char32_t *last = text + end - width;
		for (const char32_t *at = text + p_from; (at = find_run(at, last, p_what.get_data(), width)) != nullptr; at += width) {
			found++;
		}
		return found;
	}
	for (int64_t i = p_from; i + width <= end;) {
		if (equal_at<Fold>(text + i, p_what.get_data(), width)) {
			found++;
			i += width;
		} else {
			i++;
		}
	}
	return found;
}

template <typename Fold>
bool is_subsequence(const String &p_part, const String &p_whole) {
	const char32_t *wanted = p_part.get_data();
	for (char32_t character : p_whole) {
		if (*wanted == 0) {
			break;
		}
		if (Fold::fold(*wanted) == Fold::fold(character)) {
			wanted++;
		}
	}
	return *wanted == 0;
}

// Goes back to the last `*` only: enough for a full match, and never worse than length times length.
template <typename Fold>
bool wildcard_match(const String &p_text, const String &p_pattern) {
	if (p_text.is_empty() || p_pattern.is_empty()) {
		return false;
	}
	const char32_t *text = p_text.get_data();
	const char32_t *pattern = p_pattern.get_data();
	const char32_t *star = nullptr;
	const char32_t *star_text = nullptr;
	while (*text != 0) {
		if (*pattern == '*') {
			star = pattern++;
			star_text = text;
		} else if (*pattern != 0 && (*pattern == '?' ? *text != '.' : Fold::fold(*pattern) == Fold::fold(*text))) {
			pattern++;
			text++;
		} else if (star != nullptr) {
			pattern = star + 1;
			text = ++star_text;
		} else {
			return false;
		}
	}
	while (*pattern == '*') {
		pattern++;
	}
	return *pattern == 0;
}

} // namespace

int64_t String::find(const String &p_what, int64_t p_from) const {
	return find_in<Exact>(*this, p_what, p_from);
}

int64_t String::findn(const String &p_what, int64_t p_from) const {
	return find_in<NoCase>(*this, p_what, p_from);
}

int64_t String::find_char(char32_t p_char, int64_t p_from) const {
	const int64_t count = length();
	const char32_t *data = get_data();
	const int64_t from = p_from < 0 ? p_from + count : p_from;
	const char32_t *found = from >= 0 && from < count ? find_unit(data + from, data + count, p_char) : nullptr;
	return found != nullptr ? found - data : -1;
}

int64_t String::rfind_char(char32_t p_char, int64_t p_from) const {
	const int64_t count = length();
	const char32_t *data = get_data();
	const int64_t from = p_from < 0 ? p_from + count : p_from;
	for (int64_t i = from; i >= 0 && i < count; i--) {
		if (data[i] == p_char) {
			return i;
		}
	}
	return -1;
}

int64_t String::rfind(const String &p_what, int64_t p_from) const {
	return rfind_in<Exact>(*this, p_what, p_from);
}

int64_t String::rfindn(const String &p_what, int64_t p_from) const {
	return rfind_in<NoCase>(*this, p_what, p_from);
}

int64_t String::findmk(const Vector<String> &p_keys, int64_t p_from, int *r_key) const {
	const int64_t count = length();
	for (int64_t i = p_from; i >= 0 && i < count; i++) {
		for (int64_t key = 0; key < p_keys.size(); key++) {
			const String &text = p_keys[key];
			if (!text.is_empty() && i + text.length() <= count && equal_at<Exact>(get_data() + i, text.get_data(), text.length())) {
				if (r_key != nullptr) {
					*r_key = int(key);
				}
				return i;
			}
		}
	}
	return -1;
}

int64_t String::count(const String &p_what, int64_t p_from, int64_t p_to) const {
	return count_in<Exact>(*this, p_what, p_from, p_to);
}

int64_t String::countn(const String &p_what, int64_t p_from, int64_t p_to) const {
	return count_in<NoCase>(*this, p_what, p_from, p_to);
}

bool String::begins_with(const String &p_text) const {
	return p_text.length() <= length() && memcmp(get_data(), p_text.get_data(), size_t(p_text.length()) * sizeof(char32_t)) == 0;
}

bool String::begins_with(const char *p_text) const {
	return begins_with(String(p_text));
}

bool String::ends_with(const String &p_text) const {
	const int64_t start = length() - p_text.length();
	return start >= 0 && memcmp(get_data() + start, p_text.get_data(), size_t(p_text.length()) * sizeof(char32_t)) == 0;
}

bool String::match(const String &p_wildcard) const {
	return wildcard_match<Exact>(*this, p_wildcard);
}

bool String::matchn(const String &p_wildcard) const {
	return wildcard_match<NoCase>(*this, p_wildcard);
}

bool String::is_subsequence_of(const String &p_text) const {
	return is_subsequence<Exact>(*this, p_text);
}

bool String::is_subsequence_ofn(const String &p_text) const {
	return is_subsequence<NoCase>(*this, p_text);
}

bool String::is_quoted() const {
	return is_enclosed_in("\"") || is_enclosed_in("'");
}
