// TextBuilder: puts a text together from many pieces; short ones without touching the heap until the end.
#pragma once

#include "core/string/ustring.h"

#include <cstring>

class TextBuilder {
	static constexpr int64_t INLINE_LENGTH = 240;

	char32_t inline_text[INLINE_LENGTH];
	String longer; // Takes over when the text grows out of inline_text; longer than what is used.
	char32_t *data = inline_text;
	int64_t used = 0;
	int64_t room = INLINE_LENGTH;

	void _grow(int64_t p_least);

public:
	TextBuilder() = default;
	TextBuilder(const TextBuilder &) = delete;
	void operator=(const TextBuilder &) = delete;

	int64_t length() const { return used; }
	// p_count new characters, for the caller to write before anything else is added.
	_FORCE_INLINE_ char32_t *extend(int64_t p_count) {
		if (unlikely(p_count > room - used)) {
			_grow(used + p_count);
		}
		char32_t *added = data + used;
		used += p_count;
		return added;
	}
	_FORCE_INLINE_ void add(char32_t p_char) { *extend(1) = p_char; }
	void add(Span<char32_t> p_text) {
		if (!p_text.is_empty()) {
			memcpy(extend(int64_t(p_text.size())), p_text.ptr(), size_t(p_text.size()) * sizeof(char32_t));
		}
	}
	void add(const String &p_text) { add(p_text.span()); }
	void add_ascii(const char *p_text, int64_t p_length) {
		char32_t *to = extend(p_length);
		for (int64_t i = 0; i < p_length; i++) {
			to[i] = uint8_t(p_text[i]);
		}
	}
	void add_ascii(const char *p_text) { add_ascii(p_text, int64_t(strlen(p_text))); }
	void fill(char32_t p_char, int64_t p_count) {
		if (p_count <= 0) {
			return;
		}
		char32_t *to = extend(p_count);
		for (int64_t i = 0; i < p_count; i++) {
			to[i] = p_char;
		}
	}
	// The whole text. The builder is empty afterwards.
	String take();
};
