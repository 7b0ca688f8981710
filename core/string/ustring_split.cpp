// String: taking a text apart at delimiters, and joining parts.
#include "core/string/ustring.h"

String String::get_slice(const String &p_delimiter, int64_t p_slice) const {
	if (is_empty() || p_delimiter.is_empty() || p_slice < 0) {
		return String();
	}
	int64_t from = 0;
	int64_t end = find(p_delimiter);
	if (end < 0) {
		return *this;
	}
	for (int64_t slice = 0; slice < p_slice; slice++) {
		if (end < 0) {
			return String();
		}
		from = end + p_delimiter.length();
		end = from < length() ? find(p_delimiter, from) : -1;
	}
	return substr(from, end < 0 ? -1 : end - from);
}

String String::get_slicec(char32_t p_delimiter, int64_t p_slice) const {
	if (p_slice < 0) {
		return String();
	}
	int64_t from = 0;
	const char32_t *data = get_data();
	const int64_t count = length();
	for (int64_t i = 0; i <= count; i++) {
		if (i < count && data[i] != p_delimiter) {
			continue;
		}
		if (p_slice-- == 0) {
			return substr(from, i - from);
		}
		from = i + 1;
	}
	return String();
}

int64_t String::get_slice_count(const String &p_delimiter) const {
	return is_empty() || p_delimiter.is_empty() ? 0 : count(p_delimiter) + 1;
}

Vector<String> String::split(const String &p_delimiter, bool p_allow_empty, int64_t p_maxsplit) const {
	Vector<String> parts;
	const int64_t count = length();
	if (count == 0) {
		if (p_allow_empty) {
			parts.push_back(String());
		}
		return parts;
	}
	int64_t from = 0;
	while (true) {
		int64_t end = -1;
		if (p_delimiter.is_empty()) {
			end = from + 1 < count ? from + 1 : -1;
		} else if (from < count) {
			end = find(p_delimiter, from);
		}
		const bool is_last = end < 0;
		end = is_last ? count : end;
		if (p_allow_empty || end > from) {
			if (p_maxsplit > 0 && parts.size() == p_maxsplit) {
				parts.push_back(substr(from)); // All that is left.
				return parts;
			}
			parts.push_back(substr(from, end - from));
		}
		if (is_last) {
			return parts;
		}
		from = end + p_delimiter.length();
	}
}

Vector<String> String::rsplit(const String &p_delimiter, bool p_allow_empty, int64_t p_maxsplit) const {
	Vector<String> parts;
	int64_t end = length();
	if (end == 0 && p_delimiter.is_empty()) {
		return split(p_delimiter, p_allow_empty, p_maxsplit);
	}
	while (true) {
		const bool is_full = p_maxsplit > 0 && parts.size() == p_maxsplit;
		const int64_t latest = end - MAX(p_delimiter.length(), int64_t(1));
		int64_t found = -1;
		if (!is_full && latest >= 0) {
			if (p_delimiter.is_empty()) {
				found = latest > 0 ? latest : -1;
			} else {
				found = rfind(p_delimiter, latest);
			}
		}
		const int64_t from = found < 0 ? 0 : found + p_delimiter.length();
		if (p_allow_empty || end > from) {
			parts.push_back(substr(from, end - from));
		}
		if (found < 0) {
			parts.reverse();
			return parts;
		}
		end = found;
	}
}

Vector<String> String::split_spaces() const {
	Vector<String> parts;
	const char32_t *data = get_data();
	const int64_t count = length();
	int64_t from = 0;
	for (int64_t i = 0; i <= count; i++) {
		if (i == count || data[i] <= ' ') {
			if (i > from) {
				parts.push_back(substr(from, i - from));
			}
			from = i + 1;
		}
	}
	return parts;
}

Vector<double> String::split_floats(const String &p_delimiter, bool p_allow_empty) const {
	Vector<double> numbers;
	if (is_empty()) {
		return numbers;
	}
	if (p_delimiter.is_empty()) {
		numbers.push_back(to_float());
		return numbers;
	}
	for (const String &part : std::as_const(*this).split(p_delimiter, p_allow_empty)) {
		numbers.push_back(part.to_float());
	}
	return numbers;
}

String String::join(const Vector<String> &p_parts) const {
	int64_t total = 0;
	for (const String &part : p_parts) {
		total += part.length() + length();
	}
	String joined;
	joined.reserve(total);
	for (int64_t i = 0; i < p_parts.size(); i++) {
		if (i > 0) {
			joined.append_utf32_unchecked(span());
		}
		joined.append_utf32_unchecked(p_parts[i].span());
	}
	return joined;
}
