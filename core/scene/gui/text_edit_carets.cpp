// Carets, what they select, and what keys do at them.
#include "core/scene/gui/text_edit.h"
#include "core/scene/gui/text_menu.h"
#include "core/string/char_utils.h"

#include <algorithm>

bool TextEdit::is_caret(int p_caret) const {
	ERR_FAIL_INDEX_V_MSG(p_caret, int(carets.size()), false, "There is no such caret.");
	return true;
}

// Editing at one does not move those before it. -1: all of them.
LocalVector<int> TextEdit::carets_from_last(int p_caret, bool p_include_ignored) const {
	LocalVector<int> order;
	for (int i = 0; i < int(carets.size()); i++) {
		if (p_caret < 0 ? p_include_ignored || !carets[i].ignored : p_caret == i) {
			order.push_back(i);
		}
	}
	std::sort(order.begin(), order.end(), [this](int p_one, int p_other) {
		const TextPlace one = carets[p_one].begin();
		const TextPlace other = carets[p_other].begin();
		return one == other ? p_other < p_one : other < one;
	});
	return order;
}

// --- Editing ---

void TextEdit::insert_text_at_caret(const String &p_text, int p_caret) {
	ERR_FAIL_COND_MSG(p_caret < -1 || p_caret >= int(carets.size()), "There is no such caret.");
	begin_complex_operation();
	for (int index : carets_from_last(p_caret)) {
		if (index >= int(carets.size())) {
			break; // A handler removed it.
		}
		if (carets[index].has_selection()) {
			remove_recorded(carets[index].begin(), carets[index].end());
		}
		if (index < int(carets.size())) {
			const TextPlace end = insert_recorded(carets[index].at, p_text);
			if (index < int(carets.size())) {
				carets[index].at = carets[index].origin = clamped(end.line, end.column);
			}
		}
	}
	caret_has_moved();
	end_complex_operation();
}

void TextEdit::delete_selection(int p_caret) {
	begin_complex_operation();
	for (int index : carets_from_last(p_caret)) {
		if (index < int(carets.size()) && carets[index].has_selection()) {
			remove_recorded(carets[index].begin(), carets[index].end());
			caret_has_moved();
		}
	}
	end_complex_operation();
}

void TextEdit::backspace(int p_caret) {
	if (!editable) {
		return;
	}
	begin_complex_operation();
	for (int index : carets_from_last(p_caret)) {
		if (index >= int(carets.size())) {
			break;
		}
		const TextCaret caret = carets[index];
		if (caret.has_selection()) {
			remove_recorded(caret.begin(), caret.end());
		} else if (caret.at.column > 0) {
			remove_recorded({ caret.at.line, caret.at.column - 1 }, caret.at);
		} else if (caret.at.line > 0) {
			remove_recorded({ caret.at.line - 1, int(lines[caret.at.line - 1].length()) }, caret.at);
		}
		caret_has_moved();
	}
	end_complex_operation();
}

// There is no clipboard. Without a selection the line goes.
void TextEdit::cut(int p_caret) {
	if (!editable) {
		return;
	}
	if (has_selection(p_caret)) {
		delete_selection(p_caret);
		return;
	}
	begin_complex_operation();
	for (int index : carets_from_last(p_caret)) {
		if (index < int(carets.size())) {
			remove_line_at(carets[index].at.line, true);
			caret_has_moved();
		}
	}
	end_complex_operation();
}

void TextEdit::copy(int p_caret) {}

void TextEdit::paste(int p_caret) {}

void TextEdit::menu_option(int p_option) {
	switch (p_option) {
		case MENU_CUT:
			cut(-1);
			break;
		case MENU_CLEAR:
			if (editable) {
				clear();
			}
			break;
		case MENU_SELECT_ALL:
			select_all();
			break;
		case MENU_UNDO:
			undo();
			break;
		case MENU_REDO:
			redo();
			break;
		case TextMenu::DISPLAY_UCC:
			set(SNAME("draw_control_chars"), !bool(get(SNAME("draw_control_chars"))));
			break;
		default:
			if (TextMenu::direction_of(p_option) >= 0) {
				set(SNAME("text_direction"), TextMenu::direction_of(p_option));
			} else if (editable && TextMenu::character_of(p_option)) {
				insert_text_at_caret(String::chr(TextMenu::character_of(p_option)), -1);
			}
			break;
	}
}

// --- Carets ---

int TextEdit::add_caret(int p_line, int p_column) {
	TextCaret caret;
	caret.at = caret.origin = clamped(p_line, p_column);
	for (const TextCaret &other : carets) {
		if (other.at == caret.at || (other.has_selection() && other.begin() < caret.at && caret.at < other.end())) {
			return -1;
		}
	}
	caret.ignored = is_in_multicaret_edit();
	carets.push_back(caret);
	caret_has_moved();
	return int(carets.size()) - 1;
}

void TextEdit::remove_caret(int p_caret) {
	ERR_FAIL_COND_MSG(carets.size() <= 1, "The last caret stays.");
	if (is_caret(p_caret)) {
		carets.remove_at(p_caret);
		caret_has_moved();
	}
}

void TextEdit::remove_secondary_carets() {
	if (carets.size() > 1) {
		carets.resize(1);
		caret_has_moved();
	}
}

void TextEdit::merge_overlapping_carets() {
	if (is_in_multicaret_edit()) {
		merge_pending = true;
		return;
	}
	for (uint32_t i = 0; i < carets.size(); i++) {
		for (uint32_t j = carets.size() - 1; j > i; j--) {
			if (carets[i].at == carets[j].at || (carets[j].begin() < carets[i].end() && carets[i].begin() < carets[j].end())) {
				carets.remove_at(j);
				caret_has_moved();
			}
		}
	}
}

PackedInt32Array TextEdit::get_sorted_carets(bool p_include_ignored) const {
	LocalVector<int> order = carets_from_last(-1, p_include_ignored);
	PackedInt32Array sorted;
	for (uint32_t i = order.size(); i > 0; i--) {
		sorted.push_back(order[i - 1]);
	}
	return sorted;
}

void TextEdit::move_caret_to(TextCaret &r_caret, const TextPlace &p_place) {
	const bool selects = r_caret.has_selection();
	if (!(p_place == r_caret.at)) {
		r_caret.at = p_place;
		caret_has_moved();
	}
	r_caret.origin = selects ? r_caret.origin : r_caret.at;
}

void TextEdit::set_caret_line(int p_line, bool p_adjust_viewport, bool p_can_be_hidden, int p_wrap_index, int p_caret) {
	if (!is_caret(p_caret)) {
		return;
	}
	TextCaret &caret = carets[p_caret];
	const int wanted = get_wanted_column(caret);
	const int line = clamped(p_line, 0).line;
	move_caret_to(caret, p_wrap_index < 0 || line == caret.at.line ? clamped(line, caret.at.column) : at_visual_column(line, wanted));
	caret.wanted = wanted;
	caret.wanted_at = caret.at;
	if (p_adjust_viewport) {
		adjust_viewport_to_caret(p_caret);
	}
}

int TextEdit::get_caret_line(int p_caret) const {
	return is_caret(p_caret) ? carets[p_caret].at.line : 0;
}

void TextEdit::set_caret_column(int p_column, bool p_adjust_viewport, int p_caret) {
	if (is_caret(p_caret)) {
		TextCaret &caret = carets[p_caret];
		move_caret_to(caret, clamped(caret.at.line, p_column));
		caret.wanted_at.line = -1;
	}
}

int TextEdit::get_caret_column(int p_caret) const {
	return is_caret(p_caret) ? carets[p_caret].at.column : 0;
}

// --- Words ---

static bool is_of_word(char32_t p_char) {
	return p_char == '_' || is_ascii_alphanumeric_char(p_char) || (p_char > 127 && !is_whitespace(p_char));
}

// The word around a place: its first column and the one behind it. False: none is there.
static bool word_around(const String &p_line, int p_column, int &r_begin, int &r_end) {
	if (p_column >= p_line.length() || !is_of_word(p_line[p_column])) {
		return false;
	}
	r_begin = p_column;
	r_end = p_column;
	while (r_begin > 0 && is_of_word(p_line[r_begin - 1])) {
		r_begin--;
	}
	while (r_end < p_line.length() && is_of_word(p_line[r_end])) {
		r_end++;
	}
	return true;
}

String TextEdit::word_at(const TextPlace &p_place) const {
	int begin = 0;
	int end = 0;
	return word_around(lines[p_place.line], p_place.column, begin, end) ? lines[p_place.line].substr(begin, end - begin) : String();
}

String TextEdit::get_word_under_caret(int p_caret) const {
	Vector<String> words;
	for (int i = 0; i < int(carets.size()); i++) {
		int begin = 0;
		int end = 0;
		if ((p_caret < 0 || p_caret == i) && word_around(lines[carets[i].at.line], carets[i].at.column, begin, end)) {
			words.push_back(lines[carets[i].at.line].substr(begin, end - begin));
		}
	}
	return String("\n").join(words);
}

void TextEdit::select_word_under_caret(int p_caret) {
	for (int i = 0; i < int(carets.size()); i++) {
		if (p_caret >= 0 && p_caret != i) {
			continue;
		}
		const TextPlace at = carets[i].at;
		int begin = 0;
		int end = 0;
		if (carets[i].has_selection()) {
			deselect(i);
		} else if (word_around(lines[at.line], at.column, begin, end)) {
			select(at.line, begin, at.line, end, i);
		}
	}
}

// --- Selections ---

void TextEdit::select(int p_origin_line, int p_origin_column, int p_caret_line, int p_caret_column, int p_caret) {
	if (!is_caret(p_caret)) {
		return;
	}
	TextCaret &caret = carets[p_caret];
	caret.origin = clamped(p_origin_line, p_origin_column);
	const TextPlace at = clamped(p_caret_line, p_caret_column);
	if (!(caret.at == at)) {
		caret.at = at;
		caret_has_moved();
	}
}

void TextEdit::select_all() {
	remove_secondary_carets();
	const TextPlace last = last_place();
	select(0, 0, last.line, last.column, 0);
}

void TextEdit::deselect(int p_caret) {
	for (int i = 0; i < int(carets.size()); i++) {
		if (p_caret < 0 || p_caret == i) {
			carets[i].origin = carets[i].at;
		}
	}
}

bool TextEdit::has_selection(int p_caret) const {
	for (int i = 0; i < int(carets.size()); i++) {
		if ((p_caret < 0 || p_caret == i) && carets[i].has_selection()) {
			return true;
		}
	}
	return false;
}

String TextEdit::get_selected_text(int p_caret) const {
	Vector<String> parts;
	const LocalVector<int> order = carets_from_last(p_caret);
	for (uint32_t i = order.size(); i > 0; i--) {
		const TextCaret &caret = carets[order[i - 1]];
		if (caret.has_selection()) {
			parts.push_back(text_between(caret.begin(), caret.end()));
		}
	}
	return String("\n").join(parts);
}

int TextEdit::get_selection_origin_line(int p_caret) const {
	return is_caret(p_caret) ? carets[p_caret].origin.line : -1;
}

int TextEdit::get_selection_origin_column(int p_caret) const {
	return is_caret(p_caret) ? carets[p_caret].origin.column : -1;
}

int TextEdit::get_selection_from_line(int p_caret) const {
	return is_caret(p_caret) ? carets[p_caret].begin().line : -1;
}

int TextEdit::get_selection_from_column(int p_caret) const {
	return is_caret(p_caret) ? carets[p_caret].begin().column : -1;
}

int TextEdit::get_selection_to_line(int p_caret) const {
	return is_caret(p_caret) ? carets[p_caret].end().line : -1;
}

int TextEdit::get_selection_to_column(int p_caret) const {
	return is_caret(p_caret) ? carets[p_caret].end().column : -1;
}

bool TextEdit::is_caret_after_selection_origin(int p_caret) const {
	return is_caret(p_caret) && !(carets[p_caret].at < carets[p_caret].origin);
}

// --- Searching ---

bool TextEdit::find_in_line(const String &p_text, int p_flags, int p_line, int p_from, int &r_column) const {
	const String &line = lines[p_line];
	const bool backwards = p_flags & SEARCH_BACKWARDS;
	for (int from = p_from;;) {
		const int at = backwards ? (p_flags & SEARCH_MATCH_CASE ? line.rfind(p_text, from) : line.rfindn(p_text, from)) : (p_flags & SEARCH_MATCH_CASE ? line.find(p_text, from) : line.findn(p_text, from));
		if (at < 0) {
			return false;
		}
		const int behind = at + int(p_text.length());
		const bool is_whole = (at == 0 || !is_of_word(line[at - 1])) && (behind >= line.length() || !is_of_word(line[behind]));
		if (!(p_flags & SEARCH_WHOLE_WORDS) || is_whole) {
			r_column = at;
			return true;
		}
		from = backwards ? at - 1 : at + 1;
		if (from < 0) {
			return false;
		}
	}
}

Vector2i TextEdit::search(const String &p_text, int p_flags, int p_from_line, int p_from_column) const {
	const Vector2i nowhere(-1, -1);
	if (p_text.is_empty()) {
		return nowhere;
	}
	ERR_FAIL_INDEX_V(p_from_line, int(lines.size()), nowhere);
	ERR_FAIL_INDEX_V(p_from_column, int(lines[p_from_line].length()) + 1, nowhere);
	const int count = lines.size();
	const bool backwards = p_flags & SEARCH_BACKWARDS;
	// Round the text, and at last the rest of the first line.
	for (int i = 0; i <= count; i++) {
		const int line = ((p_from_line + (backwards ? -i : i)) % count + count) % count;
		const int last = int(lines[line].length()) - int(p_text.length());
		const int from = i == 0 ? p_from_column : backwards ? last
															: 0;
		int column = 0;
		// A match that begins at the place or before it, but has not room behind it, belongs to who looks from further down.
		if (from >= 0 && (!backwards || from <= last) && find_in_line(p_text, p_flags, line, from, column)) {
			return Vector2i(column, line);
		}
	}
	return nowhere;
}
