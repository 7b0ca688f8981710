// The lines and what changes them.
#include "core/scene/gui/text_edit.h"

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/object/message_queue.h"
#include "core/string/char_utils.h"

TextEdit::TextEdit() {
	set_focus_mode(FOCUS_ALL);
	set_clip_contents(true);
	set_default_cursor_shape(CURSOR_IBEAM);
	lines.push_back(String());
	carets.push_back(TextCaret());
}

// --- Signals ---

void TextEdit::text_has_changed() {
	if (is_inside_tree() && !text_change_queued && !setting_text) {
		text_change_queued = true;
		MessageQueue::get_singleton()->push_callable(callable_mp(this, &TextEdit::tell_text));
	}
}

void TextEdit::tell_text() {
	text_change_queued = false;
	emit_signal(SNAME("text_changed"));
}

void TextEdit::caret_has_moved() {
	if (is_inside_tree() && !caret_change_queued) {
		caret_change_queued = true;
		MessageQueue::get_singleton()->push_callable(callable_mp(this, &TextEdit::tell_caret));
	}
}

void TextEdit::tell_caret() {
	caret_change_queued = false;
	emit_signal(SNAME("caret_changed"));
}

// --- Places and pieces ---

TextPlace TextEdit::clamped(int p_line, int p_column) const {
	const int line = CLAMP(p_line, 0, int(lines.size()) - 1);
	return { line, CLAMP(p_column, 0, int(lines[line].length())) };
}

TextPlace TextEdit::last_place() const {
	const int line = int(lines.size()) - 1;
	return { line, int(lines[line].length()) };
}

String TextEdit::text_between(const TextPlace &p_from, const TextPlace &p_to) const {
	if (p_from.line == p_to.line) {
		return lines[p_from.line].substr(p_from.column, p_to.column - p_from.column);
	}
	Vector<String> parts = { lines[p_from.line].substr(p_from.column) };
	for (int i = p_from.line + 1; i < p_to.line; i++) {
		parts.push_back(lines[i]);
	}
	parts.push_back(lines[p_to.line].substr(0, p_to.column));
	return String("\n").join(parts);
}

static void shift_behind(TextPlace &r_place, const TextPlace &p_at, const TextPlace &p_end) {
	if (r_place < p_at) {
		return;
	}
	if (r_place.line == p_at.line) {
		r_place = { p_end.line, p_end.column + r_place.column - p_at.column };
	} else {
		r_place.line += p_end.line - p_at.line;
	}
}

TextPlace TextEdit::put(const TextPlace &p_at, const String &p_text) {
	const Vector<String> parts = p_text.split("\n");
	const int last = int(parts.size()) - 1;
	const TextPlace end = { p_at.line + last, (last == 0 ? p_at.column : 0) + int(parts[last].length()) };
	const String rest = lines[p_at.line].substr(p_at.column);
	if (last == 0) {
		lines[p_at.line] = lines[p_at.line].substr(0, p_at.column) + parts[0] + rest;
	} else {
		// In one piece: inserting line by line would move all that follow each time.
		LocalVector<String> changed;
		changed.reserve(lines.size() + last);
		for (int i = 0; i < p_at.line; i++) {
			changed.push_back(lines[i]);
		}
		changed.push_back(lines[p_at.line].substr(0, p_at.column) + parts[0]);
		for (int i = 1; i <= last; i++) {
			changed.push_back(i < last ? parts[i] : parts[i] + rest);
		}
		for (uint32_t i = p_at.line + 1; i < lines.size(); i++) {
			changed.push_back(lines[i]);
		}
		lines = std::move(changed);
		gutters.lines_inserted(p_at.line, last);
	}
	for (TextCaret &caret : carets) {
		shift_behind(caret.at, p_at, end);
		shift_behind(caret.origin, p_at, end);
	}
	text_has_changed();
	emit_signal(SNAME("lines_edited_from"), p_at.line, end.line);
	return end;
}

static void pull_back(TextPlace &r_place, const TextPlace &p_from, const TextPlace &p_to) {
	if (!(p_from < r_place)) {
		return;
	}
	if (!(p_to < r_place)) {
		r_place = p_from;
	} else if (r_place.line == p_to.line) {
		r_place = { p_from.line, p_from.column + r_place.column - p_to.column };
	} else {
		r_place.line -= p_to.line - p_from.line;
	}
}

void TextEdit::take(const TextPlace &p_from, const TextPlace &p_to) {
	lines[p_from.line] = lines[p_from.line].substr(0, p_from.column) + lines[p_to.line].substr(p_to.column);
	const int removed = p_to.line - p_from.line;
	if (removed > 0) {
		for (uint32_t i = p_from.line + 1; i + removed < lines.size(); i++) {
			lines[i] = lines[i + removed];
		}
		lines.resize(lines.size() - removed);
		gutters.lines_removed(p_from.line + 1, removed);
	}
	for (TextCaret &caret : carets) {
		pull_back(caret.at, p_from, p_to);
		pull_back(caret.origin, p_from, p_to);
	}
	text_has_changed();
	emit_signal(SNAME("lines_edited_from"), p_to.line, p_from.line);
}

TextPlace TextEdit::insert_recorded(const TextPlace &p_at, const String &p_text) {
	const TextPlace at = clamped(p_at.line, p_at.column); // A handler of the change before may have shortened the text.
	const String text = p_text.replace("\r\n", "\n").replace("\r", "\n");
	begin_complex_operation();
	TextUndo::Change change;
	change.inserted = true;
	change.text = text;
	change.from = at;
	const int breaks = text.count("\n");
	change.to = { at.line + breaks, breaks == 0 ? at.column + int(text.length()) : int(text.length() - text.rfind("\n")) - 1 };
	history.record(change);
	const TextPlace end = put(at, text);
	end_complex_operation();
	return end;
}

void TextEdit::remove_recorded(const TextPlace &p_from, const TextPlace &p_to) {
	begin_complex_operation();
	TextUndo::Change change;
	change.text = text_between(p_from, p_to);
	change.from = p_from;
	change.to = p_to;
	history.record(change);
	take(p_from, p_to);
	end_complex_operation();
}

TextPlace TextEdit::place_of(int64_t p_offset) const {
	TextPlace place;
	while (place.line + 1 < int(lines.size()) && p_offset > lines[place.line].length()) {
		p_offset -= lines[place.line].length() + 1;
		place.line++;
	}
	place.column = int(p_offset);
	return place;
}

void TextEdit::change_to(const String &p_text) {
	const String before = get_text();
	const String after = p_text.replace("\r\n", "\n").replace("\r", "\n");
	const int64_t most = MIN(before.length(), after.length());
	const char32_t *old_text = before.ptr();
	const char32_t *new_text = after.ptr();
	int64_t begin = 0;
	while (begin < most && old_text[begin] == new_text[begin]) {
		begin++;
	}
	int64_t rest = 0; // Behind the difference.
	while (rest < most - begin && old_text[before.length() - 1 - rest] == new_text[after.length() - 1 - rest]) {
		rest++;
	}
	const TextPlace from = place_of(begin);
	if (begin + rest < before.length()) {
		remove_recorded(from, place_of(before.length() - rest));
	}
	if (begin + rest < after.length()) {
		insert_recorded(from, after.substr(begin, after.length() - rest - begin));
	}
}

// --- The text as a whole ---

void TextEdit::set_text(const String &p_text) {
	setting_text = true;
	remove_secondary_carets();
	carets[0] = TextCaret();
	begin_complex_operation();
	remove_recorded(TextPlace(), last_place());
	insert_recorded(TextPlace(), p_text);
	carets[0] = TextCaret();
	end_complex_operation();
	setting_text = false;
	caret_has_moved();
	emit_signal(SNAME("text_set"));
}

String TextEdit::get_text() const {
	return text_between(TextPlace(), last_place());
}

void TextEdit::clear() {
	setting_text = true;
	remove_secondary_carets();
	carets[0] = TextCaret();
	begin_complex_operation();
	remove_recorded(TextPlace(), last_place());
	gutters.clear_lines();
	end_complex_operation();
	setting_text = false;
	emit_signal(SNAME("text_set"));
}

// --- Lines ---

String TextEdit::get_line(int p_line) const {
	ERR_FAIL_INDEX_V(p_line, int(lines.size()), String());
	return lines[p_line];
}

void TextEdit::set_line(int p_line, const String &p_text) {
	ERR_FAIL_INDEX(p_line, int(lines.size()));
	begin_complex_operation();
	const LocalVector<TextCaret> before = carets;
	const TextPlace begin = { p_line, 0 };
	const TextPlace old_end = { p_line, int(lines[p_line].length()) };
	remove_recorded(begin, old_end);
	insert_recorded(begin, p_text);
	for (uint32_t i = 0; i < MIN(carets.size(), before.size()); i++) {
		// Carets of the line stay in their columns.
		carets[i].at = before[i].at.line == p_line ? clamped(p_line, before[i].at.column) : carets[i].at;
		carets[i].origin = before[i].origin.line == p_line ? clamped(p_line, before[i].origin.column) : carets[i].origin;
	}
	caret_has_moved();
	end_complex_operation();
}

void TextEdit::swap_lines(int p_from, int p_to) {
	ERR_FAIL_INDEX(p_from, int(lines.size()));
	ERR_FAIL_INDEX(p_to, int(lines.size()));
	begin_complex_operation();
	const String first = lines[p_from];
	LocalVector<TextCaret> moved = carets;
	const String second = lines[p_to];
	set_line(p_from, second);
	if (p_to < int(lines.size())) {
		set_line(p_to, first);
	}
	for (TextCaret &caret : moved) {
		for (TextPlace *place : { &caret.at, &caret.origin }) {
			place->line = place->line == p_from ? p_to : place->line == p_to ? p_from
																			 : place->line;
			*place = clamped(place->line, place->column);
		}
	}
	carets = moved;
	end_complex_operation();
}

void TextEdit::insert_line_at(int p_line, const String &p_text) {
	ERR_FAIL_INDEX(p_line, int(lines.size()));
	insert_recorded({ p_line, 0 }, p_text + "\n");
}

void TextEdit::remove_line_at(int p_line, bool p_move_carets_down) {
	ERR_FAIL_INDEX(p_line, int(lines.size()));
	begin_complex_operation();
	const LocalVector<TextCaret> before = carets;
	const bool is_last = p_line == int(lines.size()) - 1;
	if (is_last && p_line > 0) {
		remove_recorded({ p_line - 1, int(lines[p_line - 1].length()) }, last_place());
	} else {
		remove_recorded({ p_line, 0 }, is_last ? last_place() : TextPlace{ p_line + 1, 0 });
	}
	for (uint32_t i = 0; i < MIN(carets.size(), before.size()); i++) {
		if (before[i].at.line == p_line && !is_last) {
			carets[i].at = clamped(p_line - (p_move_carets_down || p_line == 0 ? 0 : 1), before[i].at.column);
			carets[i].origin = carets[i].at;
		}
	}
	end_complex_operation();
}

void TextEdit::insert_text(const String &p_text, int p_line, int p_column, bool p_before_selection_begin, bool p_before_selection_end) {
	ERR_FAIL_INDEX(p_line, int(lines.size()));
	ERR_FAIL_INDEX(p_column, int(lines[p_line].length()) + 1);
	insert_recorded({ p_line, p_column }, p_text);
}

void TextEdit::remove_text(int p_from_line, int p_from_column, int p_to_line, int p_to_column) {
	ERR_FAIL_INDEX(p_from_line, int(lines.size()));
	ERR_FAIL_INDEX(p_from_column, int(lines[p_from_line].length()) + 1);
	ERR_FAIL_INDEX(p_to_line, int(lines.size()));
	ERR_FAIL_INDEX(p_to_column, int(lines[p_to_line].length()) + 1);
	const TextPlace from = { p_from_line, p_from_column };
	const TextPlace to = { p_to_line, p_to_column };
	ERR_FAIL_COND_MSG(to < from, "What is removed ends behind where it begins.");
	begin_multicaret_edit();
	collapse_carets(from.line, from.column, to.line, to.column, false);
	remove_recorded(from, to);
	end_multicaret_edit();
}

void TextEdit::set_tab_size(int p_size) {
	ERR_FAIL_COND_MSG(p_size <= 0, "A tab is at least one column wide.");
	tab_size = p_size;
}

int TextEdit::get_indent_level(int p_line) const {
	ERR_FAIL_INDEX_V(p_line, int(lines.size()), 0);
	int tabs = 0;
	int spaces = 0;
	const String &line = lines[p_line];
	for (int i = 0; i < line.length() && (line[i] == '\t' || line[i] == ' '); i++) {
		(line[i] == '\t' ? tabs : spaces)++;
	}
	return int(MIN(int64_t(tabs) * tab_size + spaces, int64_t(INT32_MAX)));
}

int TextEdit::get_first_non_whitespace_column(int p_line) const {
	ERR_FAIL_INDEX_V(p_line, int(lines.size()), 0);
	const String &line = lines[p_line];
	int column = 0;
	while (column < line.length() && is_whitespace(line[column])) {
		column++;
	}
	return column;
}

// --- Undo ---

void TextEdit::begin_complex_operation() {
	history.begin(carets);
}

void TextEdit::end_complex_operation() {
	history.end(carets);
}

void TextEdit::clear_undo_history() {
	history.clear();
	saved_version = 0;
}

void TextEdit::replay(const TextUndo::Step &p_step, bool p_backwards) {
	const TextUndo::Step step = p_step; // Handlers may edit.
	const uint32_t count = step.changes.size();
	for (uint32_t i = 0; i < count; i++) {
		const TextUndo::Change &change = step.changes[p_backwards ? count - 1 - i : i];
		if (last_place() < (change.inserted == p_backwards ? change.to : change.from)) {
			break; // A handler changed the text meanwhile.
		}
		if (change.inserted == p_backwards) {
			take(change.from, change.to);
		} else {
			put(change.from, change.text);
		}
	}
	carets = p_backwards ? step.before : step.after;
	for (TextCaret &caret : carets) {
		caret.at = clamped(caret.at.line, caret.at.column);
		caret.origin = clamped(caret.origin.line, caret.origin.column);
	}
	caret_has_moved();
}

void TextEdit::undo() {
	if (const TextUndo::Step *step = editable ? history.undo() : nullptr) {
		replay(*step, true);
	}
}

void TextEdit::redo() {
	if (const TextUndo::Step *step = editable ? history.redo() : nullptr) {
		replay(*step, false);
	}
}

void TextEdit::_bind_methods() {
	bind_editing();
	bind_carets();
}
