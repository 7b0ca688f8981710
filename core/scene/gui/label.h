// Label: a text and how it would be laid out, as data.
#pragma once

#include "core/scene/gui/control.h"

class Label : public Control {
	GDCLASS(Label, Control);

public:
	Label();

	void set_label_settings(const Ref<Resource> &p_settings) { label_settings = p_settings; }
	Ref<Resource> get_label_settings() const { return label_settings; }
	void set_horizontal_alignment(HorizontalAlignment p_alignment);
	HorizontalAlignment get_horizontal_alignment() const { return horizontal_alignment; }
	void set_vertical_alignment(VerticalAlignment p_alignment);
	VerticalAlignment get_vertical_alignment() const { return vertical_alignment; }
	void set_autowrap_mode(TextServer::AutowrapMode p_autowrap_mode) { autowrap_mode = p_autowrap_mode; }
	TextServer::AutowrapMode get_autowrap_mode() const { return autowrap_mode; }
	void set_autowrap_trim_flags(BitField<TextServer::LineBreakFlag> p_autowrap_trim_flags) { autowrap_trim_flags = int64_t(p_autowrap_trim_flags) & TextServer::BREAK_TRIM_MASK; }
	BitField<TextServer::LineBreakFlag> get_autowrap_trim_flags() const { return autowrap_trim_flags; }
	void set_justification_flags(BitField<TextServer::JustificationFlag> p_justification_flags) { justification_flags = p_justification_flags; }
	BitField<TextServer::JustificationFlag> get_justification_flags() const { return justification_flags; }
	void set_paragraph_separator(const String &p_paragraph_separator) { paragraph_separator = p_paragraph_separator; }
	String get_paragraph_separator() const { return paragraph_separator; }
	void set_clip_text(bool p_enable) { clip_text = p_enable; }
	bool is_clipping_text() const { return clip_text; }
	void set_text_overrun_behavior(TextServer::OverrunBehavior p_overrun_behavior) { text_overrun_behavior = p_overrun_behavior; }
	TextServer::OverrunBehavior get_text_overrun_behavior() const { return text_overrun_behavior; }
	void set_ellipsis_char(const String &p_char) { ellipsis_char = p_char.left(1); } // Keeps the first one.
	String get_ellipsis_char() const { return ellipsis_char; }
	void set_uppercase(bool p_enable) { uppercase = p_enable; }
	bool is_uppercase() const { return uppercase; }
	void set_tab_stops(const PackedFloat32Array &p_tab_stops) { tab_stops = p_tab_stops; }
	PackedFloat32Array get_tab_stops() const { return tab_stops; }
	void set_lines_skipped(int p_lines_skipped);
	int get_lines_skipped() const { return lines_skipped; }
	void set_max_lines_visible(int p_lines_visible) { max_lines_visible = p_lines_visible; }
	int get_max_lines_visible() const { return max_lines_visible; }
	void set_visible_characters_behavior(TextServer::VisibleCharactersBehavior p_behavior) { visible_characters_behavior = p_behavior; }
	TextServer::VisibleCharactersBehavior get_visible_characters_behavior() const { return visible_characters_behavior; }
	void set_text_direction(TextDirection p_direction);
	TextDirection get_text_direction() const { return text_direction; }
	void set_language(const String &p_language) { language = p_language; }
	String get_language() const { return language; }
	void set_structured_text_bidi_override(TextServer::StructuredTextParser p_parser) { structured_text_bidi_override = p_parser; }
	TextServer::StructuredTextParser get_structured_text_bidi_override() const { return structured_text_bidi_override; }
	void set_structured_text_bidi_override_options(const Array &p_args) { structured_text_bidi_override_options = p_args; }
	Array get_structured_text_bidi_override_options() const { return structured_text_bidi_override_options; }
	void set_text(const String &p_text);
	String get_text() const { return text; }
	int get_total_character_count() const { return text.length(); }
	// The number of characters shown and its share of the text follow each other; -1 and 1 show everything.
	void set_visible_characters(int p_amount);
	int get_visible_characters() const { return visible_characters; }
	void set_visible_ratio(real_t p_ratio);
	real_t get_visible_ratio() const { return visible_ratio; }

	// What the facts alone declare. Nothing is measured and nothing wraps: lines are of one height, characters of one width.
	static void implement_known_methods();
	int get_line_count() const;
	int get_visible_line_count() const;
	int get_line_height(int p_line) const;
	Rect2 get_character_bounds(int p_position) const; // Empty where there is none.

protected:
	static void _bind_methods();

private:
	String text;
	int visible_characters = -1;
	real_t visible_ratio = 1;
	Ref<Resource> label_settings;
	HorizontalAlignment horizontal_alignment = HORIZONTAL_ALIGNMENT_LEFT;
	VerticalAlignment vertical_alignment = VERTICAL_ALIGNMENT_TOP;
	TextServer::AutowrapMode autowrap_mode = TextServer::AUTOWRAP_OFF;
	BitField<TextServer::LineBreakFlag> autowrap_trim_flags = TextServer::BREAK_TRIM_START_EDGE_SPACES | TextServer::BREAK_TRIM_END_EDGE_SPACES;
	BitField<TextServer::JustificationFlag> justification_flags = TextServer::JUSTIFICATION_KASHIDA | TextServer::JUSTIFICATION_WORD_BOUND | TextServer::JUSTIFICATION_SKIP_LAST_LINE | TextServer::JUSTIFICATION_DO_NOT_SKIP_SINGLE_LINE;
	String paragraph_separator = "\\n";
	bool clip_text = false;
	TextServer::OverrunBehavior text_overrun_behavior = TextServer::OVERRUN_NO_TRIMMING;
	String ellipsis_char = U"…";
	bool uppercase = false;
	PackedFloat32Array tab_stops;
	int lines_skipped = 0;
	int max_lines_visible = -1;
	TextServer::VisibleCharactersBehavior visible_characters_behavior = TextServer::VC_CHARS_BEFORE_SHAPING;
	TextDirection text_direction = TEXT_DIRECTION_AUTO;
	String language;
	TextServer::StructuredTextParser structured_text_bidi_override = TextServer::STRUCTURED_TEXT_DEFAULT;
	Array structured_text_bidi_override_options;
};
