// LineEdit: one line of text with a caret and a selection, as data.
#pragma once

#include "core/scene/gui/control.h"
#include "core/templates/local_vector.h"

class LineEdit : public Control {
	GDCLASS(LineEdit, Control);

public:
	LineEdit();

	enum MenuItems : int {
		MENU_CUT,
		MENU_COPY,
		MENU_PASTE,
		MENU_CLEAR,
		MENU_SELECT_ALL,
		MENU_UNDO,
		MENU_REDO,
		MENU_SUBMENU_TEXT_DIR,
		MENU_DIR_INHERITED,
		MENU_DIR_AUTO,
		MENU_DIR_LTR,
		MENU_DIR_RTL,
		MENU_DISPLAY_UCC,
		MENU_SUBMENU_INSERT_UCC,
		MENU_INSERT_LRM,
		MENU_INSERT_RLM,
		MENU_INSERT_LRE,
		MENU_INSERT_RLE,
		MENU_INSERT_LRO,
		MENU_INSERT_RLO,
		MENU_INSERT_PDF,
		MENU_INSERT_ALM,
		MENU_INSERT_LRI,
		MENU_INSERT_RLI,
		MENU_INSERT_FSI,
		MENU_INSERT_PDI,
		MENU_INSERT_ZWJ,
		MENU_INSERT_ZWNJ,
		MENU_INSERT_WJ,
		MENU_INSERT_SHY,
		MENU_EMOJI_AND_SYMBOL,
		MENU_MAX,
	};

	enum VirtualKeyboardType : int {
		KEYBOARD_TYPE_DEFAULT,
		KEYBOARD_TYPE_MULTILINE,
		KEYBOARD_TYPE_NUMBER,
		KEYBOARD_TYPE_NUMBER_DECIMAL,
		KEYBOARD_TYPE_PHONE,
		KEYBOARD_TYPE_EMAIL_ADDRESS,
		KEYBOARD_TYPE_PASSWORD,
		KEYBOARD_TYPE_URL,
	};

	enum ExpandMode : int {
		EXPAND_MODE_ORIGINAL_SIZE,
		EXPAND_MODE_FIT_TO_TEXT,
		EXPAND_MODE_FIT_TO_LINE_EDIT,
	};

	void set_text(const String &p_text);
	String get_text() const { return text; }
	void set_placeholder(const String &p_text) { placeholder_text = p_text; }
	String get_placeholder() const { return placeholder_text; }
	void set_horizontal_alignment(HorizontalAlignment p_alignment);
	HorizontalAlignment get_horizontal_alignment() const { return alignment; }
	void set_max_length(int p_chars);
	int get_max_length() const { return max_length; }
	// What typing does: the text then, where the caret is, and text_changed. What does not fit is refused.
	void user_edit(const String &p_text, int p_caret_column);
	void user_submit(); // The Enter key.
	void set_editable(bool p_enabled); // Ends or begins editing where the line has the focus.
	bool is_editable() const { return editable; }
	void set_keep_editing_on_text_submit(bool p_enable) { keep_editing_on_text_submit = p_enable; }
	bool is_editing_kept_on_text_submit() const { return keep_editing_on_text_submit; }
	void set_expand_to_text_length_enabled(bool p_enabled) { expand_to_text_length = p_enabled; }
	bool is_expand_to_text_length_enabled() const { return expand_to_text_length; }
	void set_context_menu_enabled(bool p_enable) { context_menu_enabled = p_enable; }
	bool is_context_menu_enabled() const { return context_menu_enabled; }
	void set_emoji_menu_enabled(bool p_enable) { emoji_menu_enabled = p_enable; }
	bool is_emoji_menu_enabled() const { return emoji_menu_enabled; }
	void set_backspace_deletes_composite_character_enabled(bool p_enable) { backspace_deletes_composite_character_enabled = p_enable; }
	bool is_backspace_deletes_composite_character_enabled() const { return backspace_deletes_composite_character_enabled; }
	void set_clear_button_enabled(bool p_enable) { clear_button_enabled = p_enable; }
	bool is_clear_button_enabled() const { return clear_button_enabled; }
	void set_shortcut_keys_enabled(bool p_enable) { shortcut_keys_enabled = p_enable; }
	bool is_shortcut_keys_enabled() const { return shortcut_keys_enabled; }
	void set_middle_mouse_paste_enabled(bool p_enable) { middle_mouse_paste_enabled = p_enable; }
	bool is_middle_mouse_paste_enabled() const { return middle_mouse_paste_enabled; }
	void set_selecting_enabled(bool p_enable) { selecting_enabled = p_enable; }
	bool is_selecting_enabled() const { return selecting_enabled; }
	void set_deselect_on_focus_loss_enabled(bool p_enable) { deselect_on_focus_loss_enabled = p_enable; }
	bool is_deselect_on_focus_loss_enabled() const { return deselect_on_focus_loss_enabled; }
	void set_drag_and_drop_selection_enabled(bool p_enable) { drag_and_drop_selection_enabled = p_enable; }
	bool is_drag_and_drop_selection_enabled() const { return drag_and_drop_selection_enabled; }
	void set_flat(bool p_enabled) { flat = p_enabled; }
	bool is_flat() const { return flat; }
	void set_draw_control_chars(bool p_enable) { draw_control_chars = p_enable; }
	bool get_draw_control_chars() const { return draw_control_chars; }
	void set_select_all_on_focus(bool p_enabled) { select_all_on_focus = p_enabled; }
	bool is_select_all_on_focus() const { return select_all_on_focus; }
	void set_virtual_keyboard_enabled(bool p_enable) { virtual_keyboard_enabled = p_enable; }
	bool is_virtual_keyboard_enabled() const { return virtual_keyboard_enabled; }
	void set_virtual_keyboard_show_on_focus(bool p_show_on_focus) { virtual_keyboard_show_on_focus = p_show_on_focus; }
	bool get_virtual_keyboard_show_on_focus() const { return virtual_keyboard_show_on_focus; }
	void set_virtual_keyboard_type(VirtualKeyboardType p_type) { virtual_keyboard_type = p_type; }
	VirtualKeyboardType get_virtual_keyboard_type() const { return virtual_keyboard_type; }
	void set_caret_blink_enabled(bool p_enabled) { caret_blink = p_enabled; }
	bool is_caret_blink_enabled() const { return caret_blink; }
	void set_caret_blink_interval(real_t p_interval) { caret_blink_interval = p_interval; }
	real_t get_caret_blink_interval() const { return caret_blink_interval; }
	void set_caret_column(int p_position);
	int get_caret_column() const { return caret_column; }
	void set_caret_force_displayed(bool p_enabled) { caret_force_displayed = p_enabled; }
	bool is_caret_force_displayed() const { return caret_force_displayed; }
	void set_caret_mid_grapheme_enabled(bool p_enabled) { caret_mid_grapheme = p_enabled; }
	bool is_caret_mid_grapheme_enabled() const { return caret_mid_grapheme; }
	void set_secret(bool p_enabled) { secret = p_enabled; }
	bool is_secret() const { return secret; }
	void set_secret_character(const String &p_character);
	String get_secret_character() const { return secret_character; }
	void set_text_direction(TextDirection p_direction);
	TextDirection get_text_direction() const { return text_direction; }
	void set_language(const String &p_language) { language = p_language; }
	String get_language() const { return language; }
	void set_structured_text_bidi_override(TextServer::StructuredTextParser p_parser) { structured_text_bidi_override = p_parser; }
	TextServer::StructuredTextParser get_structured_text_bidi_override() const { return structured_text_bidi_override; }
	void set_structured_text_bidi_override_options(const Array &p_args) { structured_text_bidi_override_options = p_args; }
	Array get_structured_text_bidi_override_options() const { return structured_text_bidi_override_options; }
	void set_right_icon(const Ref<Texture2D> &p_icon) { right_icon = p_icon; }
	Ref<Texture2D> get_right_icon() const { return right_icon; }
	void set_icon_expand_mode(ExpandMode p_mode) { icon_expand_mode = p_mode; }
	ExpandMode get_icon_expand_mode() const { return icon_expand_mode; }
	void set_right_icon_scale(real_t p_scale) { right_icon_scale = p_scale; }
	real_t get_right_icon_scale() const { return right_icon_scale; }
	void clear();
	// The columns p_from to before p_to; -1 is the end. Nothing changes where that is no text.
	void select(int p_from = 0, int p_to = -1);
	void select_all() { select(0, -1); }
	void deselect();
	bool has_selection() const { return selection_from < selection_to; }
	String get_selected_text() const;
	int get_selection_from_column() const { return has_selection() ? selection_from : -1; }
	int get_selection_to_column() const { return has_selection() ? selection_to : -1; }
	// None of these emits text_changed but delete_char_at_caret and clear: the others are the script's own doing.
	void insert_text_at_caret(const String &p_text);
	void delete_char_at_caret();
	void delete_text(int p_from_column, int p_to_column);
	void menu_option(int p_option);

	// --- What the facts alone declare ---
	static void implement_known_methods();
	void edit(); // Takes the focus where the line has not got it.
	void unedit(); // Keeps it.
	bool is_editing() const { return editing && editable; }
	// What set_text(), clear(), delete_char_at_caret() and users did; what scripts insert and delete otherwise is no step of its own.
	bool has_undo() const { return undone < 0 ? states.size() > 1 : undone > 0; }
	bool has_redo() const { return undone >= 0 && undone < int(states.size()) - 1; }
	int get_next_composite_character_column(int p_column) const;
	int get_previous_composite_character_column(int p_column) const;
	Object *get_menu(); // Made when first asked for.
	bool is_menu_visible() const;

protected:
	static void _bind_methods();
	void _notification(int p_what);

private:
	int selection_from = 0;
	int selection_to = 0;
	String text;
	String placeholder_text;
	HorizontalAlignment alignment = HORIZONTAL_ALIGNMENT_LEFT;
	int max_length = 0;
	bool editable = true;
	bool keep_editing_on_text_submit = false;
	bool expand_to_text_length = false;
	bool context_menu_enabled = true;
	bool emoji_menu_enabled = true;
	bool backspace_deletes_composite_character_enabled = false;
	bool clear_button_enabled = false;
	bool shortcut_keys_enabled = true;
	bool middle_mouse_paste_enabled = true;
	bool selecting_enabled = true;
	bool deselect_on_focus_loss_enabled = true;
	bool drag_and_drop_selection_enabled = true;
	bool flat = false;
	bool draw_control_chars = false;
	bool select_all_on_focus = false;
	bool virtual_keyboard_enabled = true;
	bool virtual_keyboard_show_on_focus = true;
	VirtualKeyboardType virtual_keyboard_type = KEYBOARD_TYPE_DEFAULT;
	bool caret_blink = false;
	real_t caret_blink_interval = 0.65f;
	int caret_column = 0;
	bool caret_force_displayed = false;
	bool caret_mid_grapheme = false;
	bool secret = false;
	String secret_character = U"•";
	TextDirection text_direction = TEXT_DIRECTION_AUTO;
	String language;
	TextServer::StructuredTextParser structured_text_bidi_override = TextServer::STRUCTURED_TEXT_DEFAULT;
	Array structured_text_bidi_override_options;
	Ref<Texture2D> right_icon;
	ExpandMode icon_expand_mode = EXPAND_MODE_ORIGINAL_SIZE;
	real_t right_icon_scale = 1.0;

	struct State {
		String text;
		int caret = 0;
	};
	static constexpr uint32_t MOST_STATES = 1024;
	LocalVector<State> states; // The texts that undoing leads to, the last one as it was recorded last.
	int undone = -1; // Which of them is shown after undoing; -1: none was undone.
	bool editing = false;
	ObjectID menu;

	void record();
	void forget_all_but_now();
	void show_state(int p_index);
	void toggle_editing(bool p_editing);
	String fitting(const String &p_text, int p_room);
};

VARIANT_ENUM_CAST(LineEdit::MenuItems);
VARIANT_ENUM_CAST(LineEdit::VirtualKeyboardType);
VARIANT_ENUM_CAST(LineEdit::ExpandMode);
