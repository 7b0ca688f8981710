// String: upper and lower case, naming conventions, identifiers, names of files and nodes.
#include "core/string/char_utils.h"
#include "core/string/ustring.h"

template <typename Map>
static String map_chars(const String &p_text, Map p_map) {
	const int64_t count = p_text.length();
	for (int64_t i = 0; i < count; i++) {
		if (p_map(p_text.get_data()[i]) == p_text.get_data()[i]) {
			continue;
		}
		String result = p_text; // Only now is a copy worth its price.
		char32_t *data = result.ptrw();
		for (; i < count; i++) {
			data[i] = p_map(data[i]);
		}
		return result;
	}
	return p_text;
}

String String::to_upper() const {
	return map_chars(*this, to_upper_char);
}

String String::to_lower() const {
	return map_chars(*this, to_lower_char);
}

// True when a new word begins at p_at: "fooBar", "HTTPServer" before the S, "v2" before the 2, "2go" before the g.
static bool is_word_start(const char32_t *p_text, int64_t p_at) {
	const char32_t before = p_text[p_at - 1];
	const char32_t here = p_text[p_at];
	const bool next_is_lower = is_unicode_lower_case(p_text[p_at + 1]); // The end mark is no letter.
	if (is_digit(here)) {
		return is_unicode_upper_case(before) || is_unicode_lower_case(before);
	}
	if (is_unicode_upper_case(here)) {
		return is_unicode_lower_case(before) || ((is_unicode_upper_case(before) || is_digit(before)) && next_is_lower);
	}
	return is_unicode_lower_case(here) && is_digit(before) && next_is_lower;
}

// Lower-case words with spaces between; whatever separated words before is a space, too.
static String separate_words(const String &p_text) {
	String words;
	const char32_t *data = p_text.get_data();
	for (int64_t i = 0; i < p_text.length(); i++) {
		if (i > 0 && is_word_start(data, i)) {
			words += U' ';
		}
		const bool separates = data[i] == '_' || data[i] == '-' || is_whitespace(data[i]);
		words += separates ? U' ' : to_lower_char(data[i]);
	}
	return words;
}

// p_first: whether the first word begins with a capital, too.
static String join_words(const String &p_text, const String &p_between, bool p_first) {
	String result;
	for (const String &word : separate_words(p_text).strip_edges().split(" ", false)) {
		const bool capital = p_first || !result.is_empty();
		if (!result.is_empty()) {
			result += p_between;
		}
		result += capital ? to_upper_char(word[0]) : word[0];
		result += word.substr(1);
	}
	return result;
}

String String::capitalize() const {
	return join_words(*this, " ", true);
}

String String::to_pascal_case() const {
	return join_words(*this, "", true);
}

String String::to_camel_case() const {
	return join_words(*this, "", false);
}

String String::to_snake_case() const {
	return separate_words(*this).replace_char(' ', '_');
}

String String::to_kebab_case() const {
	return separate_words(*this).replace_char(' ', '-');
}

bool String::is_valid_ascii_identifier() const {
	if (is_empty() || is_digit(get_data()[0])) {
		return false;
	}
	for (char32_t character : *this) {
		if (!is_ascii_identifier_char(character)) {
			return false;
		}
	}
	return true;
}

bool String::is_valid_unicode_identifier() const {
	if (is_empty() || !is_unicode_identifier_start(get_data()[0])) {
		return false;
	}
	for (char32_t character : *this) {
		if (!is_unicode_identifier_continue(character)) {
			return false;
		}
	}
	return true;
}

String String::validate_ascii_identifier() const {
	if (is_empty()) {
		return "_";
	}
	String result = map_chars(*this, [](char32_t p_char) { return is_ascii_identifier_char(p_char) ? p_char : U'_'; });
	return is_digit(result[0]) ? "_" + result : result;
}

String String::get_invalid_node_name_characters(bool p_allow_internal) {
	// '@' marks names that the engine made up itself.
	return p_allow_internal ? ". : / \" %" : ". : @ / \" %";
}

String String::validate_node_name() const {
	return replace_chars(".:@/\"%", '_');
}

static const char INVALID_IN_FILENAMES[] = ":/\\?*\"|%<>";

bool String::is_valid_filename() const {
	return !is_empty() && strip_edges() == *this && remove_chars(INVALID_IN_FILENAMES).length() == length();
}

String String::validate_filename() const {
	return strip_edges().replace_chars(INVALID_IN_FILENAMES, '_');
}
