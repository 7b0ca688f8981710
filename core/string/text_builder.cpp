// TextBuilder: see the header.
#include "core/string/text_builder.h"

void TextBuilder::_grow(int64_t p_least) {
	const bool was_inline = data == inline_text;
	room = MAX(p_least, room * 2);
	CRASH_COND(longer.resize_uninitialized(room) != OK);
	data = longer.ptrw();
	if (was_inline) {
		memcpy(data, inline_text, size_t(used) * sizeof(char32_t));
	}
}

String TextBuilder::take() {
	String text;
	if (data == inline_text) {
		text = String(inline_text, used);
	} else {
		longer.resize_uninitialized(used);
		text = static_cast<String &&>(longer);
	}
	data = inline_text;
	room = INLINE_LENGTH;
	used = 0;
	return text;
}
