// Gutters as scripts see them: lines and gutters that are not there are errors.
#include "core/scene/gui/text_edit.h"

#include <utility>

static const Color NO_COLOR = Color(0, 0, 0, 1); // Of what is not there.

bool TextEdit::has_gutter(int p_gutter) const {
	ERR_FAIL_INDEX_V(p_gutter, gutters.get_count(), false);
	return true;
}

bool TextEdit::has_cell(int p_line, int p_gutter) const {
	ERR_FAIL_INDEX_V(p_line, get_line_count(), false);
	return has_gutter(p_gutter);
}

void TextEdit::add_gutter(int p_at) {
	gutters.add(p_at);
	emit_signal(SNAME("gutter_added"));
}

void TextEdit::remove_gutter(int p_gutter) {
	if (has_gutter(p_gutter)) {
		gutters.remove(p_gutter);
		emit_signal(SNAME("gutter_removed"));
	}
}

#define GUTTER_VALUE(m_set, m_get, m_argument, m_type, m_field, m_default) \
	void TextEdit::m_set(int p_gutter, m_argument p_value) { \
		if (has_gutter(p_gutter)) { \
			gutters.get(p_gutter).m_field = p_value; \
		} \
	} \
	m_type TextEdit::m_get(int p_gutter) const { \
		return has_gutter(p_gutter) ? gutters.get(p_gutter).m_field : m_default; \
	}
GUTTER_VALUE(set_gutter_name, get_gutter_name, const String &, String, name, String())
GUTTER_VALUE(set_gutter_type, get_gutter_type, int, int, type, 0)
GUTTER_VALUE(set_gutter_width, get_gutter_width, int, int, width, -1)
GUTTER_VALUE(set_gutter_draw, is_gutter_drawn, bool, bool, drawn, false)
GUTTER_VALUE(set_gutter_clickable, is_gutter_clickable, bool, bool, clickable, false)
GUTTER_VALUE(set_gutter_overwritable, is_gutter_overwritable, bool, bool, overwritable, false)
#undef GUTTER_VALUE

void TextEdit::set_gutter_custom_draw(int p_gutter, const Callable &p_callback) {
	if (has_gutter(p_gutter)) {
		gutters.get(p_gutter).custom_draw = p_callback;
	}
}

void TextEdit::merge_gutters(int p_from_line, int p_to_line) {
	if (check_line(p_from_line) && check_line(p_to_line)) {
		gutters.merge(p_from_line, p_to_line);
	}
}

#define LINE_VALUE(m_set, m_get, m_argument, m_type, m_field, m_default) \
	void TextEdit::m_set(int p_line, int p_gutter, m_argument p_value) { \
		if (has_cell(p_line, p_gutter)) { \
			m_type value = p_value; /* What was there goes at the end. */ \
			std::swap(gutters.edit_cell(p_line, p_gutter).m_field, value); \
		} \
	} \
	m_type TextEdit::m_get(int p_line, int p_gutter) const { \
		return has_cell(p_line, p_gutter) ? gutters.get_cell(p_line, p_gutter).m_field : m_default; \
	}
LINE_VALUE(set_line_gutter_metadata, get_line_gutter_metadata, const Variant &, Variant, metadata, Variant(String()))
LINE_VALUE(set_line_gutter_text, get_line_gutter_text, const String &, String, text, String())
LINE_VALUE(set_line_gutter_icon, get_line_gutter_icon, const Ref<Texture2D> &, Ref<Texture2D>, icon, Ref<Texture2D>())
LINE_VALUE(set_line_gutter_item_color, get_line_gutter_item_color, const Color &, Color, color, NO_COLOR)
LINE_VALUE(set_line_gutter_clickable, is_line_gutter_clickable, bool, bool, clickable, false)
#undef LINE_VALUE

void TextEdit::set_line_background_color(int p_line, const Color &p_color) {
	if (check_line(p_line)) {
		gutters.set_background(p_line, p_color);
	}
}

Color TextEdit::get_line_background_color(int p_line) const {
	return check_line(p_line) ? gutters.get_background(p_line) : NO_COLOR;
}
