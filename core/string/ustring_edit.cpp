// String: parts of a text, and changed copies of it.
#include "core/string/char_utils.h"
#include "core/string/ustring.h"
#include "core/string/utf8.h"
#include "core/templates/local_vector.h"

#include <cstring>

static bool holds(const String &p_chars, char32_t p_char) {
	return p_chars.find_char(p_char) >= 0;
}

// Blank is everything up to the space, as in the scripting API: Unicode's other spaces are text.
static bool is_blank(char32_t p_char) {
	return p_char <= ' ';
}

String String::substr(int64_t p_from, int64_t p_length) const {
	const int64_t count = length();
	if (p_from < 0 || p_from >= count) {
		return String();
	}
	const int64_t rest = count - p_from;
	const int64_t wanted = p_length == -1 ? rest : MIN(p_length, rest);
	if (wanted <= 0) {
		return String();
	}
	return wanted == count ? *this : String(get_data() + p_from, wanted);
}

String String::left(int64_t p_length) const {
	const int64_t count = p_length < 0 ? length() + p_length : p_length;
	return count <= 0 ? String() : substr(0, count);
}

String String::right(int64_t p_length) const {
	const int64_t count = p_length < 0 ? length() + p_length : p_length;
	return count <= 0 ? String() : substr(MAX(length() - count, int64_t(0)));
}

// p_find tells where the next occurrence is, or -1.
template <typename Find>
static String replace_found(const String &p_text, const String &p_what, const String &p_by, Find p_find) {
	LocalVector<int64_t> places;
	for (int64_t found = p_what.is_empty() ? -1 : p_find(0); found >= 0; found = p_find(found + p_what.length())) {
		places.push_back(found);
	}
	const int64_t count = int64_t(places.size());
	if (count == 0) {
		return p_text;
	}
	const int64_t growth = p_by.length() - p_what.length();
	ERR_FAIL_COND_V_MSG(growth > 0 && count > (INT32_MAX - p_text.length()) / growth, p_text, "The text with its replacements would not fit into memory.");
	String result;
	if (result.resize_uninitialized(p_text.length() + count * growth) != OK || result.is_empty()) {
		return String();
	}
	char32_t *to = result.ptrw();
	const auto copy = [&to](const char32_t *p_from, int64_t p_length) {
		memcpy(to, p_from, size_t(p_length) * sizeof(char32_t));
		to += p_length;
	};
	int64_t copied = 0;
	for (const int64_t place : places) {
		copy(p_text.get_data() + copied, place - copied);
		copy(p_by.get_data(), p_by.length());
		copied = place + p_what.length();
	}
	copy(p_text.get_data() + copied, p_text.length() - copied);
	return result;
}

String String::replace(const String &p_what, const String &p_by) const {
	return replace_found(*this, p_what, p_by, [&](int64_t p_from) { return find(p_what, p_from); });
}

String String::replacen(const String &p_what, const String &p_by) const {
	return replace_found(*this, p_what, p_by, [&](int64_t p_from) { return findn(p_what, p_from); });
}

String String::replace_first(const String &p_what, const String &p_by) const {
	const int64_t found = find(p_what);
	return found < 0 ? *this : left(found) + p_by + substr(found + p_what.length());
}

// Refuses the end mark, which would cut the text short.
static bool is_replacement_usable(char32_t &r_char) {
	ERR_FAIL_COND_V_MSG(r_char == 0, false, "The null character cannot be part of a String. Use remove_char() to take characters out.");
	r_char = r_char <= 0x10FFFF ? r_char : UTF8::REPLACEMENT;
	return true;
}

String String::replace_char(char32_t p_key, char32_t p_by) const {
	if (!is_replacement_usable(p_by) || find_char(p_key) < 0) {
		return *this;
	}
	String result = *this;
	char32_t *data = result.ptrw();
	for (int64_t i = 0; i < length(); i++) {
		data[i] = data[i] == p_key ? p_by : data[i];
	}
	return result;
}

String String::replace_chars(const String &p_keys, char32_t p_by) const {
	if (!is_replacement_usable(p_by) || p_keys.is_empty() || is_empty()) {
		return *this;
	}
	String result = *this;
	char32_t *data = result.ptrw();
	for (int64_t i = 0; i < length(); i++) {
		data[i] = holds(p_keys, data[i]) ? p_by : data[i];
	}
	return result;
}

template <typename Keep>
static String keep_chars(const String &p_text, Keep p_keep) {
	String result;
	if (p_text.is_empty() || result.resize_uninitialized(p_text.length()) != OK) {
		return result;
	}
	char32_t *data = result.ptrw();
	int64_t kept = 0;
	for (char32_t character : p_text) {
		if (p_keep(character)) {
			data[kept++] = character;
		}
	}
	result.resize_uninitialized(kept);
	return result;
}

String String::remove_char(char32_t p_char) const {
	return keep_chars(*this, [p_char](char32_t p_each) { return p_each != p_char; });
}

String String::remove_chars(const String &p_chars) const {
	return keep_chars(*this, [&p_chars](char32_t p_each) { return !holds(p_chars, p_each); });
}

String String::strip_escapes() const {
	return keep_chars(*this, [](char32_t p_each) { return p_each >= ' '; });
}

String String::repeat(int64_t p_count) const {
	ERR_FAIL_COND_V_MSG(p_count < 0, String(), "A text cannot be repeated a negative number of times.");
	const int64_t count = length();
	if (p_count == 0 || count == 0) {
		return String();
	}
	String result;
	ERR_FAIL_COND_V_MSG(p_count > INT32_MAX / count || result.resize_uninitialized(count * p_count) != OK, String(), "The repeated text would not fit into memory.");
	char32_t *to = result.ptrw();
	for (int64_t i = 0; i < p_count; i++) {
		memcpy(to + i * count, get_data(), size_t(count) * sizeof(char32_t));
	}
	return result;
}

String String::reverse() const {
	String result = *this;
	char32_t *data = result.ptrw();
	for (int64_t i = 0, j = length() - 1; i < j; i++, j--) {
		SWAP(data[i], data[j]);
	}
	return result;
}

String String::insert(int64_t p_position, const String &p_what) const {
	if (p_what.is_empty() || p_position < 0) {
		return *this;
	}
	const int64_t position = MIN(p_position, length());
	return left(position) + p_what + substr(position);
}

String String::erase(int64_t p_position, int64_t p_chars) const {
	ERR_FAIL_COND_V_MSG(p_position < 0, String(), "The position to erase at is negative.");
	ERR_FAIL_COND_V_MSG(p_chars < 0, String(), "The number of characters to erase is negative.");
	const int64_t count = length();
	const int64_t from = MIN(p_position, count);
	return left(from) + substr(from + MIN(p_chars, count - from));
}

String String::lpad(int64_t p_min_length, const String &p_character) const {
	return p_min_length > length() ? p_character.repeat(p_min_length - length()) + *this : *this;
}

String String::rpad(int64_t p_min_length, const String &p_character) const {
	return p_min_length > length() ? *this + p_character.repeat(p_min_length - length()) : *this;
}

String String::pad_decimals(int64_t p_digits) const {
	const int64_t period = find_char('.');
	if (p_digits <= 0) {
		return period < 0 ? *this : left(period);
	}
	const int64_t decimals = period < 0 ? 0 : length() - period - 1;
	if (decimals >= p_digits) {
		return left(period + 1 + p_digits);
	}
	return (period < 0 ? *this + U'.' : *this) + String("0").repeat(p_digits - decimals);
}

String String::pad_zeros(int64_t p_digits) const {
	const int64_t period = find_char('.');
	const int64_t end = period < 0 ? length() : period;
	if (end == 0) {
		return *this;
	}
	int64_t begin = 0;
	while (begin < end && !is_digit(get_data()[begin])) {
		begin++;
	}
	const int64_t digits = end - begin;
	return p_digits > digits ? insert(begin, String("0").repeat(p_digits - digits)) : *this;
}

String String::trim_prefix(const String &p_prefix) const {
	return begins_with(p_prefix) ? substr(p_prefix.length()) : *this;
}

String String::trim_suffix(const String &p_suffix) const {
	return ends_with(p_suffix) ? left(length() - p_suffix.length()) : *this;
}

template <typename Drop>
static String strip_ends(const String &p_text, bool p_left, bool p_right, Drop p_drop) {
	int64_t begin = 0;
	int64_t end = p_text.length();
	const char32_t *data = p_text.get_data();
	while (p_left && begin < end && p_drop(data[begin])) {
		begin++;
	}
	while (p_right && end > begin && p_drop(data[end - 1])) {
		end--;
	}
	return p_text.substr(begin, end - begin);
}

String String::strip_edges(bool p_left, bool p_right) const {
	return strip_ends(*this, p_left, p_right, is_blank);
}

String String::lstrip(const String &p_chars) const {
	return strip_ends(*this, true, false, [&p_chars](char32_t p_char) { return holds(p_chars, p_char); });
}

String String::rstrip(const String &p_chars) const {
	return strip_ends(*this, false, true, [&p_chars](char32_t p_char) { return holds(p_chars, p_char); });
}

// Calls p_line(from, to) for every line, without its line end, and says whether one follows.
template <typename Line>
static void for_each_line(const String &p_text, Line p_line) {
	int64_t from = 0;
	while (true) {
		const int64_t found = p_text.find_char('\n', from);
		const bool is_last = found < 0 || from >= p_text.length();
		p_line(from, is_last ? p_text.length() : found, is_last);
		if (is_last) {
			return;
		}
		from = found + 1;
	}
}

String String::indent(const String &p_prefix) const {
	String result;
	for_each_line(*this, [&](int64_t p_from, int64_t p_to, bool p_is_last) {
		if (p_to > p_from) {
			result += p_prefix;
			result.append_utf32_unchecked(span().subspan(uint64_t(p_from), uint64_t(p_to - p_from)));
		}
		if (!p_is_last) {
			result += U'\n';
		}
	});
	return result;
}

// The first line with text sets what is taken off; other lines lose as much of that as they begin with.
String String::dedent() const {
	String result;
	String margin;
	bool has_margin = false;
	for_each_line(*this, [&](int64_t p_from, int64_t p_to, bool p_is_last) {
		const char32_t *data = get_data();
		int64_t text = p_from;
		while (text < p_to && is_blank(data[text])) {
			text++;
		}
		if (text < p_to) {
			if (!has_margin) {
				has_margin = true;
				margin = substr(p_from, text - p_from);
			}
			int64_t cut = 0;
			while (cut < margin.length() && p_from + cut < text && data[p_from + cut] == margin[cut]) {
				cut++;
			}
			result.append_utf32_unchecked(span().subspan(uint64_t(p_from + cut), uint64_t(p_to - p_from - cut)));
		}
		if (!p_is_last) {
			result += U'\n';
		}
	});
	return result;
}

String String::quote(const char *p_quote) const {
	return p_quote + *this + p_quote;
}

String String::unquote() const {
	return is_quoted() && length() >= 2 ? substr(1, length() - 2) : *this;
}
