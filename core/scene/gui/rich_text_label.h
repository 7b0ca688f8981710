// RichTextLabel: formatted text, as data.
#pragma once

#include "core/scene/gui/bbcode_parser.h"
#include "core/scene/gui/control.h"

// Fonts, tables and effects are taken and forgotten. What they enclose is kept as text, with its colours, marks and links.
class RichTextLabel : public Control {
	GDCLASS(RichTextLabel, Control);

public:
	enum ListType : int {
		LIST_NUMBERS,
		LIST_LETTERS,
		LIST_ROMAN,
		LIST_DOTS,
	};
	enum MetaUnderline : int {
		META_UNDERLINE_NEVER,
		META_UNDERLINE_ALWAYS,
		META_UNDERLINE_ON_HOVER,
	};

	RichTextLabel();

	void set_text(const String &p_text); // Replaces everything; as BBCode if that is enabled. The same text again, unless empty, changes nothing.
	String get_text() const { return text; } // What set_text() was given.
	void set_use_bbcode(bool p_enable); // Reads the text anew if nothing else has been done to the content.
	bool is_using_bbcode() const { return use_bbcode; }
	String get_parsed_text() const { return content.get_text(); }
	void parse_bbcode(const String &p_bbcode);
	void append_text(const String &p_bbcode);
	void add_text(const String &p_text) { edit().add_text(p_text); }
	void newline() { edit().add_newline(); }
	void clear();
	bool remove_paragraph(int p_paragraph, bool p_no_invalidate = false) { return edit().remove_paragraph(p_paragraph); }
	bool invalidate_paragraph(int p_paragraph) { return p_paragraph >= 0 && p_paragraph < content.get_paragraph_count(); }
	int get_paragraph_count() const { return content.get_paragraph_count(); }
	int get_total_character_count() const { return int(content.get_character_count()); }
	bool is_finished() const { return true; }

	void add_hr(int p_width, int p_height, const Color &p_color, HorizontalAlignment p_alignment, bool p_width_in_percent, bool p_height_in_percent) { edit().add_object(); }
	void push_font(const Ref<Resource> &p_font, int p_font_size) { edit().open(RichText::SPAN); }
	void push_font_size(int p_font_size);
	template <int MARKS>
	void push_marks() { push_marks(MARKS); } // Instead of the marks that there are.
	void push_color(const Color &p_color);
	void push_bgcolor(const Color &p_color);
	void push_underline(const Color &p_color) { add_mark(RichText::Style::UNDERLINED); }
	void push_strikethrough(const Color &p_color) { add_mark(RichText::Style::STRUCK); }
	void push_ignored_color(const Color &p_color) { edit().open(RichText::SPAN); }
	void push_outline_size(int p_outline_size) { edit().open(RichText::SPAN); }
	void push_paragraph(HorizontalAlignment p_alignment, TextDirection p_base_direction, const String &p_language, TextServer::StructuredTextParser p_st_parser, BitField<TextServer::JustificationFlag> p_justification_flags, const PackedFloat32Array &p_tab_stops);
	void push_indent(int p_level) { edit().open(RichText::INDENT); }
	void push_list(int p_level, ListType p_type, bool p_capitalize, const String &p_bullet) { edit().open(RichText::LIST); }
	void push_meta(const Variant &p_data, MetaUnderline p_underline_mode, const String &p_tooltip);
	void push_hint(const String &p_description);
	void push_language(const String &p_language) { edit().open(RichText::SPAN); }
	void push_table(int p_columns, int p_inline_align, int p_align_to_row, const String &p_name);
	void push_cell() { edit().open(RichText::CELL); }
	void push_dropcap(const String &p_string, const Ref<Resource> &p_font, int p_size, const Rect2 &p_margins, const Color &p_color, int p_outline_size, const Color &p_outline_color);
	void push_customfx(const Ref<Resource> &p_effect, const Dictionary &p_environment) { edit().open(RichText::SPAN); }
	void push_context() { edit().open_context(); }
	void pop_context() { edit().close_context(); }
	void pop();
	void pop_all() { edit().close_all(); }

	const RichText &get_content() const { return content; } // For who shows it.
	void user_follow(int p_paragraph, int p_run); // A click on a link. Nothing where there is none.

	// The number of characters shown and its share of the text follow each other; -1 and 1 show everything.
	void set_visible_characters(int p_amount);
	int get_visible_characters() const { return visible_characters; }
	void set_visible_ratio(real_t p_ratio);
	real_t get_visible_ratio() const { return visible_ratio; }

	// Tags that the program has defined: objects with a property `bbcode` that names them.
	void set_effects(const Array &p_effects) { effects = p_effects; }
	Array get_effects() const { return effects; }
	void install_effect(const Variant &p_effect);
	// "name=value" texts to numbers, colours, truth values or texts; lists where commas separate them.
	Dictionary parse_expressions_for_values(const Vector<String> &p_expressions) const;

	// --- What the facts alone declare: rich_text_label_view.cpp ---
	static void implement_known_methods();
	// Nothing is measured and nothing wraps: a paragraph is one line, all of one height. Outside the tree there are no lines.
	int get_line_count() const { return is_inside_tree() ? content.get_paragraph_count() : 0; }
	int get_visible_line_count() const;
	int get_content_height() const { return get_line_count() * LINE_HEIGHT; }
	int get_content_width() const;
	int get_line_height(int p_line) const { return p_line >= 0 && p_line < get_line_count() ? LINE_HEIGHT : 0; }
	int get_line_width(int p_line) const;
	double get_line_offset(int p_line) const { return p_line >= 0 && p_line < get_line_count() ? double(p_line) * LINE_HEIGHT : 0; }
	Vector2i get_line_range(int p_line) const; // Its first character and the one behind it.
	int get_character_line(int p_character) const; // -1: there is none.
	Rect2i get_visible_content_rect() const;
	void scroll_to_line(int p_line); // As far as there is something to scroll.
	void scroll_to_selection();
	Object *get_v_scroll_bar(); // An internal child, made when first asked for, and kept up with the content from then on.

	void select_all(); // Where selection_enabled is on, and there is text.
	void deselect() { selection_end = 0; }
	int get_selection_from() const { return has_selection() ? 0 : -1; }
	int get_selection_to() const { return has_selection() ? int(selection_end) - 1 : -1; }
	double get_selection_line_offset() const { return has_selection() ? 0 : -1; }
	String get_selected_text() const { return has_selection() ? content.get_text().substr(0, selection_end) : String(); }
	void menu_option(int p_option);
	Object *get_menu();
	bool is_menu_visible() const;

	void add_image(const Ref<Texture2D> &p_image, int p_width, int p_height);
	void check_table() const; // Errors where the innermost format that is open is none.
	void check_cell() const;

protected:
	static void _bind_methods();

private:
	static constexpr int LINE_HEIGHT = 16; // Pixels.

	int64_t selection_end = 0; // Everything before it is selected.
	ObjectID bar;
	ObjectID menu;
	bool bar_update_queued = false;

	RichText &edit() {
		is_edited = true;
		if (bar.is_valid()) {
			queue_bar_update();
		}
		return content;
	}
	bool has_selection() const;
	void queue_bar_update();
	void update_bar();
	void scroll_to(double p_offset);
	void show_text();
	void push_marks(int p_marks);
	void add_mark(RichText::Style::Mark p_mark);
	static bool is_effect(const void *p_self, const String &p_name);

	RichText content;
	BBCodeParser parser;
	String text;
	Array effects;
	int visible_characters = -1;
	real_t visible_ratio = 1;
	bool use_bbcode = false;
	bool is_edited = false; // By other means than set_text().
};

VARIANT_ENUM_CAST(RichTextLabel::ListType);
VARIANT_ENUM_CAST(RichTextLabel::MetaUnderline);
