// TextEdit: lines of text with carets, selections, undo and search, as data.
#pragma once

#include "core/scene/gui/control.h"
#include "core/scene/gui/text_undo.h"
#include "core/templates/local_vector.h"

// Lines and columns are counted from 0; columns are characters. Several carets edit at once; the first one is always there. Signals of changed text
// and carets come once, after the frame's calls; lines_edited_from at once.
class TextEdit : public Control {
	GDCLASS(TextEdit, Control);

public:
	enum MenuItems : int {
		MENU_CUT = 0,
		MENU_COPY = 1,
		MENU_PASTE = 2,
		MENU_CLEAR = 3,
		MENU_SELECT_ALL = 4,
		MENU_UNDO = 5,
		MENU_REDO = 6,
	};
	enum SearchFlags : int {
		SEARCH_MATCH_CASE = 1,
		SEARCH_WHOLE_WORDS = 2,
		SEARCH_BACKWARDS = 4,
	};
	enum EditAction : int {
		ACTION_NONE,
		ACTION_TYPING,
		ACTION_BACKSPACE,
		ACTION_DELETE,
	};

	TextEdit();

	// --- Text ---
	void set_text(const String &p_text);
	String get_text() const;
	void clear();
	int get_line_count() const { return lines.size(); }
	void set_line(int p_line, const String &p_text);
	String get_line(int p_line) const;
	void swap_lines(int p_from, int p_to);
	void insert_line_at(int p_line, const String &p_text);
	void remove_line_at(int p_line, bool p_move_carets_down);
	void insert_text(const String &p_text, int p_line, int p_column, bool p_before_selection_begin, bool p_before_selection_end);
	void remove_text(int p_from_line, int p_from_column, int p_to_line, int p_to_column);
	int get_indent_level(int p_line) const;
	int get_first_non_whitespace_column(int p_line) const;
	void set_editable(bool p_editable) { editable = p_editable; }
	bool is_editable() const { return editable; }
	void set_tab_size(int p_size);
	int get_tab_size() const { return tab_size; }
	Vector2i search(const String &p_text, int p_flags, int p_from_line, int p_from_column) const; // Column and line; (-1, -1): not there.

	// --- What keys do, at one caret or (-1) at all ---
	void insert_text_at_caret(const String &p_text, int p_caret);
	void backspace(int p_caret);
	void cut(int p_caret);
	void copy(int p_caret);
	void paste(int p_caret);
	void menu_option(int p_option);
	// What typing does: the text and where the caret is then; the signals as with keys.
	void user_edit(const String &p_text, int p_caret_line, int p_caret_column);

	// --- Undo ---
	void start_action(EditAction p_action) { begin_complex_operation(); }
	void end_action() { end_complex_operation(); }
	void begin_complex_operation();
	void end_complex_operation();
	bool has_undo() const { return history.has_undo(); }
	const TextUndo &get_history() const { return history; }
	bool has_redo() const { return history.has_redo(); }
	void undo();
	void redo();
	void clear_undo_history(); // No version counts as saved then.
	void tag_saved_version() { saved_version = history.get_version(); }
	int64_t get_version() const { return history.get_version(); }
	int64_t get_saved_version() const { return saved_version; }

	// --- Carets and selections: text_edit_carets.cpp ---
	int add_caret(int p_line, int p_column); // -1: there is one at that place.
	void remove_caret(int p_caret);
	void remove_secondary_carets();
	int get_caret_count() const { return carets.size(); }
	void merge_overlapping_carets();
	PackedInt32Array get_sorted_carets(bool p_include_ignored) const;
	void set_caret_line(int p_line, bool p_adjust_viewport, bool p_can_be_hidden, int p_wrap_index, int p_caret);
	int get_caret_line(int p_caret) const;
	void set_caret_column(int p_column, bool p_adjust_viewport, int p_caret);
	int get_caret_column(int p_caret) const;
	String get_word_under_caret(int p_caret) const;
	void select(int p_origin_line, int p_origin_column, int p_caret_line, int p_caret_column, int p_caret);
	void select_all();
	void select_word_under_caret(int p_caret);
	void deselect(int p_caret);
	void delete_selection(int p_caret);
	bool has_selection(int p_caret) const;
	String get_selected_text(int p_caret) const;
	int get_selection_origin_line(int p_caret) const;
	int get_selection_origin_column(int p_caret) const;
	int get_selection_from_line(int p_caret) const;
	int get_selection_from_column(int p_caret) const;
	int get_selection_to_line(int p_caret) const;
	int get_selection_to_column(int p_caret) const;
	bool is_caret_after_selection_origin(int p_caret) const;

protected:
	static void _bind_methods();

private:
	LocalVector<String> lines;
	LocalVector<TextCaret> carets;
	TextUndo history;
	int64_t saved_version = 0;
	int tab_size = 4;
	bool editable = true;
	bool setting_text = false;
	bool text_change_queued = false;
	bool caret_change_queued = false;

	TextPlace clamped(int p_line, int p_column) const;
	TextPlace last_place() const;
	TextPlace place_of(int64_t p_offset) const; // Of a character of the whole text.
	String text_between(const TextPlace &p_from, const TextPlace &p_to) const;
	TextPlace put(const TextPlace &p_at, const String &p_text); // Changes the lines and the carets, and tells; what the history replays.
	void take(const TextPlace &p_from, const TextPlace &p_to);
	TextPlace insert_recorded(const TextPlace &p_at, const String &p_text);
	void remove_recorded(const TextPlace &p_from, const TextPlace &p_to);
	void change_to(const String &p_text); // Records only what differs.
	void replay(const TextUndo::Step &p_step, bool p_backwards);
	LocalVector<int> carets_from_last(int p_caret) const;
	bool is_caret(int p_caret) const;
	void text_has_changed();
	void caret_has_moved();
	void tell_text();
	void tell_caret();
	bool find_in_line(const String &p_text, int p_flags, int p_line, int p_from, int &r_column) const;
	static void bind_editing();
	static void bind_carets();
};

VARIANT_ENUM_CAST(TextEdit::MenuItems);
VARIANT_ENUM_CAST(TextEdit::SearchFlags);
VARIANT_ENUM_CAST(TextEdit::EditAction);
