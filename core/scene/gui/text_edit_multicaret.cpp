// Edits at several carets, and selecting what occurs again.
#include "core/scene/gui/text_edit.h"
#include "core/variant/typed_array.h"

void TextEdit::end_multicaret_edit() {
	if (multicaret_depth == 0 || --multicaret_depth > 0) {
		return;
	}
	for (TextCaret &caret : carets) {
		caret.ignored = false;
	}
	if (merge_pending) {
		merge_pending = false;
		merge_overlapping_carets();
	}
}

// --- Lines that are not as long as others ---

// A tab is half as many characters wide as it has columns, for blanks are narrow.
static int width_of(char32_t p_char, int p_tab_size) {
	return p_char == '\t' ? MAX(p_tab_size / 2, 1) : 1;
}

int TextEdit::visual_column(const TextPlace &p_place) const {
	const String &line = lines[p_place.line];
	int64_t column = 0;
	for (int i = 0; i < p_place.column; i++) {
		column += width_of(line[i], tab_size);
	}
	return int(MIN(column, int64_t(INT32_MAX)));
}

TextPlace TextEdit::at_visual_column(int p_line, int p_column) const {
	const String &line = lines[p_line];
	int64_t reached = 0;
	int column = 0;
	while (column < line.length() && reached + width_of(line[column], tab_size) <= p_column) {
		reached += width_of(line[column++], tab_size);
	}
	return { p_line, column };
}

int TextEdit::get_wanted_column(const TextCaret &p_caret) const {
	return p_caret.wanted_at == p_caret.at ? p_caret.wanted : visual_column(p_caret.at);
}

void TextEdit::add_caret_at_carets(bool p_below) {
	begin_multicaret_edit();
	const int step = p_below ? 1 : -1;
	for (uint32_t i = 0, count = carets.size(); i < count; i++) {
		const TextCaret from = carets[i];
		const int line = (p_below ? from.end().line : from.begin().line) + step;
		if (line < 0 || line >= get_line_count()) {
			continue;
		}
		const TextPlace at = at_visual_column(line, get_wanted_column(from));
		const int index = add_caret(at.line, at.column);
		if (index >= 0) {
			TextCaret &added = carets[index];
			added.wanted = get_wanted_column(from);
			added.wanted_at = at;
			added.origin = from.has_selection() ? at_visual_column(line, visual_column(from.origin)) : at;
		}
	}
	merge_pending = true;
	end_multicaret_edit();
}

void TextEdit::collapse_carets(int p_from_line, int p_from_column, int p_to_line, int p_to_column, bool p_inclusive) {
	const TextPlace target = clamped(p_from_line, p_from_column);
	const TextPlace other = clamped(p_to_line, p_to_column);
	const TextPlace first = other < target ? other : target;
	const TextPlace last = other < target ? target : other;
	const auto is_inside = [&](const TextPlace &p_place) {
		return (first < p_place && p_place < last) || (p_inclusive && (p_place == first || p_place == last));
	};
	for (TextCaret &caret : carets) {
		const bool selects = caret.has_selection();
		const bool moves = is_inside(caret.at);
		if (is_inside(caret.origin)) {
			caret.origin = target;
		}
		if (moves) {
			caret.at = target;
			caret.ignored = is_in_multicaret_edit() && (!selects || caret.origin == target);
			caret_has_moved();
		}
	}
	merge_overlapping_carets();
}

// --- What occurs again ---

void TextEdit::add_selection_for_next_occurrence() {
	const int last = get_caret_count() - 1;
	if (!has_selection(-1)) {
		select_word_under_caret(-1);
		return;
	}
	const String wanted = get_selected_text(last);
	const TextPlace from = carets[last].end();
	const Vector2i found = search(wanted, SEARCH_MATCH_CASE, from.line, from.column);
	const int added = found.y < 0 ? -1 : add_caret(found.y, found.x + int(wanted.length()));
	if (added >= 0) {
		select(found.y, found.x, found.y, found.x + int(wanted.length()), added);
	}
}

void TextEdit::skip_selection_for_next_occurrence() {
	const int last = get_caret_count() - 1;
	const bool selects = has_selection(last);
	const String wanted = selects ? get_selected_text(last) : get_word_under_caret(last);
	const TextPlace from = carets[last].end();
	const Vector2i found = search(wanted, SEARCH_MATCH_CASE, from.line, from.column);
	if (found.y < 0) {
		return;
	}
	const int end = found.x + (selects ? int(wanted.length()) : 0);
	select(found.y, found.x, found.y, end, last);
	merge_overlapping_carets();
}

// --- Where carets are ---

int TextEdit::get_selection_at_line_column(int p_line, int p_column, bool p_include_edges, bool p_only_selections) const {
	const TextPlace place = { p_line, p_column };
	for (uint32_t i = 0; i < carets.size(); i++) {
		const TextPlace begin = carets[i].begin();
		const TextPlace end = carets[i].end();
		if (!carets[i].has_selection() && p_only_selections) {
			continue;
		}
		if ((begin < place && place < end) || (p_include_edges && (begin == place || end == place))) {
			return int(i);
		}
	}
	return -1;
}

TypedArray<Vector2i> TextEdit::get_line_ranges_from_carets(bool p_only_selections, bool p_merge_adjacent) const {
	LocalVector<Vector2i> ranges;
	const LocalVector<int> order = carets_from_last(-1);
	for (uint32_t i = order.size(); i > 0; i--) {
		const TextCaret &caret = carets[order[i - 1]];
		if (p_only_selections && !caret.has_selection()) {
			continue;
		}
		const int first = caret.begin().line;
		const int last = caret.end().column == 0 && caret.end().line > first ? caret.end().line - 1 : caret.end().line;
		Vector2i *before = ranges.is_empty() ? nullptr : &ranges[ranges.size() - 1];
		if (before && before->y >= first - (p_merge_adjacent ? 1 : 0)) {
			before->y = MAX(before->y, last);
		} else {
			ranges.push_back(Vector2i(first, last));
		}
	}
	TypedArray<Vector2i> all;
	for (const Vector2i &range : ranges) {
		all.push_back(range);
	}
	return all;
}

void TextEdit::set_selection_origin_line(int p_line, bool p_can_be_hidden, int p_wrap_index, int p_caret) {
	if (is_caret(p_caret) && carets[p_caret].has_selection()) {
		carets[p_caret].origin = clamped(p_line, carets[p_caret].origin.column);
	}
}

void TextEdit::set_selection_origin_column(int p_column, int p_caret) {
	if (is_caret(p_caret) && carets[p_caret].has_selection()) {
		carets[p_caret].origin = clamped(carets[p_caret].origin.line, p_column);
	}
}

PackedInt32Array TextEdit::get_caret_index_edit_order() const {
	PackedInt32Array order;
	for (int index : carets_from_last(-1, true)) {
		order.push_back(index);
	}
	return order;
}
