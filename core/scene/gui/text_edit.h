// TextEdit: lines of text with carets, selections, undo and search, as data.
#pragma once

#include "core/scene/gui/control.h"
#include "core/scene/gui/text_gutters.h"
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

	// --- What the facts alone declare: text_edit_known.cpp registers it ---
	static void implement_known_methods();

	// Several carets at once: text_edit_multicaret.cpp. Between begin and end nothing is merged, and carets that come or collapse are ignored.
	void begin_multicaret_edit() { multicaret_depth++; }
	void end_multicaret_edit();
	bool is_in_multicaret_edit() const { return multicaret_depth > 0; }
	bool is_caret_ignored(int p_caret) const { return p_caret >= 0 && p_caret < int(carets.size()) && carets[p_caret].ignored; }
	void add_caret_at_carets(bool p_below);
	void collapse_carets(int p_from_line, int p_from_column, int p_to_line, int p_to_column, bool p_inclusive);
	void add_selection_for_next_occurrence();
	void skip_selection_for_next_occurrence();
	int get_selection_at_line_column(int p_line, int p_column, bool p_include_edges, bool p_only_selections) const;
	TypedArray<Vector2i> get_line_ranges_from_carets(bool p_only_selections, bool p_merge_adjacent) const;
	void set_selection_origin_line(int p_line, bool p_can_be_hidden, int p_wrap_index, int p_caret);
	void set_selection_origin_column(int p_column, int p_caret);
	PackedInt32Array get_caret_index_edit_order() const;
	int get_selection_line(int p_caret) const { return has_selection(p_caret) ? get_selection_origin_line(p_caret) : 0; }
	int get_selection_column(int p_caret) const { return has_selection(p_caret) ? get_selection_origin_column(p_caret) : 0; }

	// Where things are: text_edit_view.cpp. Nothing is measured: lines are of one height, characters of one width, and nothing wraps.
	int get_line_height() const;
	int get_line_width(int p_line, int p_wrap_index) const;
	int get_visible_line_count() const; // That have room.
	int get_visible_line_count_in_range(int p_from_line, int p_to_line) const;
	int get_minimap_visible_lines() const;
	int get_first_visible_line() const;
	int get_last_full_visible_line() const;
	void set_first_visible_line(int64_t p_line);
	void set_line_as_first_visible(int p_line, int p_wrap_index);
	void set_line_as_center_visible(int p_line, int p_wrap_index);
	void set_line_as_last_visible(int p_line, int p_wrap_index);
	void adjust_viewport_to_caret(int p_caret);
	void center_viewport_to_caret(int p_caret);
	double get_scroll_pos_for_line(int p_line, int p_wrap_index) const;
	int get_next_visible_line_offset_from(int p_line, int p_amount) const;
	Vector2i get_next_visible_line_index_offset_from(int p_line, int p_wrap_index, int p_amount) const;
	bool check_line(int p_line) const; // With an error where there is none.
	int get_line_wrap_count(int p_line) const;
	int get_line_wrap_index_at_column(int p_line, int p_column) const;
	PackedStringArray get_line_wrapped_text(int p_line) const;
	String get_line_with_ime(int p_line) const { return p_line >= 0 && p_line < get_line_count() ? get_line(p_line) : String(); }
	int get_next_composite_character_column(int p_line, int p_column) const;
	int get_previous_composite_character_column(int p_line, int p_column) const;
	Vector2i get_line_column_at_pos(const Vector2i &p_position, bool p_clamp_line, bool p_clamp_column) const;
	Vector2i get_pos_at_line_column(int p_line, int p_column) const;
	Rect2i get_rect_at_line_column(int p_line, int p_column) const;
	int get_minimap_line_at_pos(const Vector2i &p_position) const;
	String get_word_at_pos(const Vector2 &p_position) const;
	bool is_caret_visible(int p_caret) const;
	Vector2 get_caret_draw_pos(int p_caret) const;
	Object *get_bar(bool p_vertical);
	Object *get_menu(); // Made when first asked for.
	bool is_menu_visible() const;
	void set_tooltip_request_func(const Callable &p_callback) { tooltip_request = p_callback; }
	String get_tooltip(const Vector2 &p_at_position = Vector2()) const override;
	void set_overtype_mode_enabled(bool p_enabled) { overtype = p_enabled; }
	bool is_overtype_mode_enabled() const { return overtype; }
	void set_selection_mode(int p_mode) { selection_mode = p_mode; }
	int get_selection_mode() const { return selection_mode; }

	// Gutters: text_edit_gutters.cpp.
	void add_gutter(int p_at);
	void remove_gutter(int p_gutter);
	int get_gutter_count() const { return gutters.get_count(); }
	void set_gutter_name(int p_gutter, const String &p_name);
	String get_gutter_name(int p_gutter) const;
	void set_gutter_type(int p_gutter, int p_type);
	int get_gutter_type(int p_gutter) const;
	void set_gutter_width(int p_gutter, int p_width);
	int get_gutter_width(int p_gutter) const;
	void set_gutter_draw(int p_gutter, bool p_draw);
	bool is_gutter_drawn(int p_gutter) const;
	void set_gutter_clickable(int p_gutter, bool p_clickable);
	bool is_gutter_clickable(int p_gutter) const;
	void set_gutter_overwritable(int p_gutter, bool p_overwritable);
	bool is_gutter_overwritable(int p_gutter) const;
	void set_gutter_custom_draw(int p_gutter, const Callable &p_callback);
	void merge_gutters(int p_from_line, int p_to_line);
	int get_total_gutter_width() const { return gutters.get_total_width(); }
	void set_line_gutter_metadata(int p_line, int p_gutter, const Variant &p_metadata);
	Variant get_line_gutter_metadata(int p_line, int p_gutter) const;
	void set_line_gutter_text(int p_line, int p_gutter, const String &p_text);
	String get_line_gutter_text(int p_line, int p_gutter) const;
	void set_line_gutter_icon(int p_line, int p_gutter, const Ref<Texture2D> &p_icon);
	Ref<Texture2D> get_line_gutter_icon(int p_line, int p_gutter) const;
	void set_line_gutter_item_color(int p_line, int p_gutter, const Color &p_color);
	Color get_line_gutter_item_color(int p_line, int p_gutter) const;
	void set_line_gutter_clickable(int p_line, int p_gutter, bool p_clickable);
	bool is_line_gutter_clickable(int p_line, int p_gutter) const;
	void set_line_background_color(int p_line, const Color &p_color);
	Color get_line_background_color(int p_line) const;

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
	bool overtype = false;
	bool merge_pending = false; // Carets that came to meet during an edit of several.
	int multicaret_depth = 0;
	int selection_mode = 0;
	TextGutters gutters;
	Callable tooltip_request;
	ObjectID bars[2]; // HScrollBar and VScrollBar, internal children.
	ObjectID menu;

	bool has_gutter(int p_gutter) const; // With an error where there is none.
	bool has_cell(int p_line, int p_gutter) const;
	int visual_column(const TextPlace &p_place) const; // In characters as wide as most, from the left.
	TextPlace at_visual_column(int p_line, int p_column) const;
	int get_wanted_column(const TextCaret &p_caret) const;
	void move_caret_to(TextCaret &r_caret, const TextPlace &p_place);
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
	LocalVector<int> carets_from_last(int p_caret, bool p_include_ignored = false) const;
	bool is_caret(int p_caret) const;
	void text_has_changed();
	void caret_has_moved();
	void tell_text();
	void tell_caret();
	bool find_in_line(const String &p_text, int p_flags, int p_line, int p_from, int &r_column) const;
	String word_at(const TextPlace &p_place) const; // Empty where none is.
	static void implement_view();
	static void implement_gutters();
	static void bind_editing();
	static void bind_carets();
};

VARIANT_ENUM_CAST(TextEdit::MenuItems);
VARIANT_ENUM_CAST(TextEdit::SearchFlags);
VARIANT_ENUM_CAST(TextEdit::EditAction);
