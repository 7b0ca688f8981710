// What scripts call, mapped to the content.
#include "core/scene/gui/rich_text_label.h"

#include "core/object/class_db.h"

#include <cmath>

RichTextLabel::RichTextLabel() {
	set_clip_contents(true);
}

void RichTextLabel::clear() {
	deselect();
	edit().clear();
	parser.clear();
}

void RichTextLabel::set_text(const String &p_text) {
	if (text != p_text || p_text.is_empty()) {
		text = p_text;
		show_text();
	}
}

void RichTextLabel::set_use_bbcode(bool p_enable) {
	if (use_bbcode != p_enable) {
		use_bbcode = p_enable;
		if (!is_edited) {
			show_text();
		}
	}
}

void RichTextLabel::show_text() {
	clear();
	if (use_bbcode) {
		append_text(text);
	} else {
		add_text(text);
	}
	is_edited = false;
}

void RichTextLabel::parse_bbcode(const String &p_bbcode) {
	clear();
	append_text(p_bbcode);
}

void RichTextLabel::append_text(const String &p_bbcode) {
	parser.append(edit(), p_bbcode, is_effect, this);
}

bool RichTextLabel::is_effect(const void *p_self, const String &p_name) {
	const Array own(static_cast<const RichTextLabel *>(p_self)->effects);
	for (int i = 0; i < own.size(); i++) {
		Object *effect = own[i];
		if (effect && String(effect->get(SNAME("bbcode"))) == p_name) {
			return true;
		}
	}
	return false;
}

void RichTextLabel::install_effect(const Variant &p_effect) {
	ERR_FAIL_COND_MSG(p_effect.get_type() != Variant::OBJECT || !p_effect.get_validated_object(), "install_effect: this is no RichTextEffect.");
	effects.push_back(p_effect);
}

void RichTextLabel::push_table(int p_columns, int p_inline_align, int p_align_to_row, const String &p_name) {
	ERR_FAIL_COND_MSG(p_columns < 1, "push_table: a table has at least one column.");
	edit().open(RichText::TABLE);
}

void RichTextLabel::push_dropcap(const String &p_string, const Ref<Resource> &p_font, int p_size, const Rect2 &p_margins, const Color &p_color, int p_outline_size, const Color &p_outline_color) {
	edit().open(RichText::DROPCAP);
	content.add_text(p_string);
}

void RichTextLabel::push_font_size(int p_font_size) {
	RichText::Style style = content.get_style();
	style.font_size = MAX(p_font_size, 0);
	edit().open(RichText::SPAN, style);
}

void RichTextLabel::push_marks(int p_marks) {
	constexpr int OF_FONT = RichText::Style::BOLD | RichText::Style::ITALIC | RichText::Style::MONOSPACED;
	RichText::Style style = content.get_style();
	style.marks = uint8_t((style.marks & ~OF_FONT) | p_marks);
	edit().open(RichText::SPAN, style);
}

void RichTextLabel::add_mark(RichText::Style::Mark p_mark) {
	RichText::Style style = content.get_style();
	style.marks |= p_mark;
	edit().open(RichText::SPAN, style);
}

void RichTextLabel::push_color(const Color &p_color) {
	RichText::Style style = content.get_style();
	style.color = p_color;
	edit().open(RichText::SPAN, style);
}

void RichTextLabel::push_bgcolor(const Color &p_color) {
	RichText::Style style = content.get_style();
	style.background = p_color;
	edit().open(RichText::SPAN, style);
}

void RichTextLabel::push_paragraph(HorizontalAlignment p_alignment, TextDirection p_base_direction, const String &p_language, TextServer::StructuredTextParser p_st_parser, BitField<TextServer::JustificationFlag> p_justification_flags, const PackedFloat32Array &p_tab_stops) {
	RichText::Style style = content.get_style();
	style.alignment = uint8_t(CLAMP(int(p_alignment), 0, 3) + 1);
	edit().open(RichText::PARAGRAPH, style);
}

void RichTextLabel::push_meta(const Variant &p_data, MetaUnderline p_underline_mode, const String &p_tooltip) {
	RichText::Style style = content.get_style();
	style.meta = p_data;
	style.hint = p_tooltip;
	edit().open(RichText::SPAN, style);
}

void RichTextLabel::push_hint(const String &p_description) {
	RichText::Style style = content.get_style();
	style.hint = p_description;
	edit().open(RichText::SPAN, style);
}

void RichTextLabel::pop() {
	ERR_FAIL_COND_MSG(!edit().close(), "pop: nothing is open; each pop() ends one push_...().");
}

void RichTextLabel::set_visible_characters(int p_amount) {
	visible_characters = p_amount;
	const int total = get_total_character_count();
	visible_ratio = p_amount < 0 || total == 0 ? real_t(1) : real_t(p_amount) / total;
}

void RichTextLabel::set_visible_ratio(real_t p_ratio) {
	ERR_FAIL_COND_MSG(std::isnan(p_ratio), "visible_ratio is a number from 0 to 1, not NaN.");
	visible_ratio = CLAMP(p_ratio, real_t(0), real_t(1));
	visible_characters = p_ratio >= 1 ? -1 : int(get_total_character_count() * visible_ratio);
}

static Variant value_of(const String &p_text) {
	if (p_text.begins_with("#")) {
		return Color::from_string(p_text, Color());
	}
	if (p_text == "true" || p_text == "false") {
		return p_text == "true";
	}
	if (p_text.is_valid_int()) {
		return p_text.to_int();
	}
	return p_text.is_valid_float() ? Variant(p_text.to_float()) : Variant(p_text);
}

Dictionary RichTextLabel::parse_expressions_for_values(const Vector<String> &p_expressions) const {
	Dictionary values;
	for (const String &expression : p_expressions) {
		const int64_t equals = expression.find("=");
		if (equals <= 0) {
			continue;
		}
		const Vector<String> parts = expression.substr(equals + 1).split(",");
		Array all;
		for (const String &part : parts) {
			all.push_back(value_of(part.strip_edges()));
		}
		values[expression.left(equals)] = all.size() == 1 ? Variant(all[0]) : Variant(all);
	}
	return values;
}

void RichTextLabel::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_parsed_text"), &RichTextLabel::get_parsed_text);
	ClassDB::bind_method(D_METHOD("add_text", "text"), &RichTextLabel::add_text);
	ClassDB::bind_method(D_METHOD("set_text", "text"), &RichTextLabel::set_text);
	ClassDB::bind_method(D_METHOD("get_text"), &RichTextLabel::get_text);
	ClassDB::bind_method(D_METHOD("add_hr", "width", "height", "color", "alignment", "width_in_percent", "height_in_percent"), &RichTextLabel::add_hr, DEFVAL(90), DEFVAL(2), DEFVAL(Color(1, 1, 1)), DEFVAL(HORIZONTAL_ALIGNMENT_CENTER), DEFVAL(true), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("newline"), &RichTextLabel::newline);
	ClassDB::bind_method(D_METHOD("remove_paragraph", "paragraph", "no_invalidate"), &RichTextLabel::remove_paragraph, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("invalidate_paragraph", "paragraph"), &RichTextLabel::invalidate_paragraph);
	ClassDB::bind_method(D_METHOD("push_font", "font", "font_size"), &RichTextLabel::push_font, DEFVAL(0));
	ClassDB::bind_method(D_METHOD("push_font_size", "font_size"), &RichTextLabel::push_font_size);
	ClassDB::bind_method(D_METHOD("push_normal"), &RichTextLabel::push_marks<0>);
	ClassDB::bind_method(D_METHOD("push_bold"), &RichTextLabel::push_marks<RichText::Style::BOLD>);
	ClassDB::bind_method(D_METHOD("push_bold_italics"), &RichTextLabel::push_marks<RichText::Style::BOLD | RichText::Style::ITALIC>);
	ClassDB::bind_method(D_METHOD("push_italics"), &RichTextLabel::push_marks<RichText::Style::ITALIC>);
	ClassDB::bind_method(D_METHOD("push_mono"), &RichTextLabel::push_marks<RichText::Style::MONOSPACED>);
	ClassDB::bind_method(D_METHOD("push_color", "color"), &RichTextLabel::push_color);
	ClassDB::bind_method(D_METHOD("push_outline_size", "outline_size"), &RichTextLabel::push_outline_size);
	ClassDB::bind_method(D_METHOD("push_outline_color", "color"), &RichTextLabel::push_ignored_color);
	ClassDB::bind_method(D_METHOD("push_paragraph", "alignment", "base_direction", "language", "st_parser", "justification_flags", "tab_stops"), &RichTextLabel::push_paragraph, DEFVAL(TEXT_DIRECTION_AUTO), DEFVAL(""), DEFVAL(TextServer::STRUCTURED_TEXT_DEFAULT), DEFVAL(163), DEFVAL(PackedFloat32Array()));
	ClassDB::bind_method(D_METHOD("push_indent", "level"), &RichTextLabel::push_indent);
	ClassDB::bind_method(D_METHOD("push_list", "level", "type", "capitalize", "bullet"), &RichTextLabel::push_list, DEFVAL(String::utf8("•")));
	ClassDB::bind_method(D_METHOD("push_meta", "data", "underline_mode", "tooltip"), &RichTextLabel::push_meta, DEFVAL(META_UNDERLINE_ALWAYS), DEFVAL(""));
	ClassDB::bind_method(D_METHOD("push_hint", "description"), &RichTextLabel::push_hint);
	ClassDB::bind_method(D_METHOD("push_language", "language"), &RichTextLabel::push_language);
	ClassDB::bind_method(D_METHOD("push_underline", "color"), &RichTextLabel::push_underline, DEFVAL(Color(0, 0, 0, 0)));
	ClassDB::bind_method(D_METHOD("push_strikethrough", "color"), &RichTextLabel::push_strikethrough, DEFVAL(Color(0, 0, 0, 0)));
	ClassDB::bind_method(D_METHOD("push_table", "columns", "inline_align", "align_to_row", "name"), &RichTextLabel::push_table, DEFVAL(0), DEFVAL(-1), DEFVAL(""));
	ClassDB::bind_method(D_METHOD("push_dropcap", "string", "font", "size", "dropcap_margins", "color", "outline_size", "outline_color"), &RichTextLabel::push_dropcap, DEFVAL(Rect2()), DEFVAL(Color(1, 1, 1)), DEFVAL(0), DEFVAL(Color(0, 0, 0, 0)));
	ClassDB::bind_method(D_METHOD("push_cell"), &RichTextLabel::push_cell);
	ClassDB::bind_method(D_METHOD("push_fgcolor", "fgcolor"), &RichTextLabel::push_ignored_color);
	ClassDB::bind_method(D_METHOD("push_bgcolor", "bgcolor"), &RichTextLabel::push_bgcolor);
	ClassDB::bind_method(D_METHOD("push_customfx", "effect", "env"), &RichTextLabel::push_customfx);
	ClassDB::bind_method(D_METHOD("push_context"), &RichTextLabel::push_context);
	ClassDB::bind_method(D_METHOD("pop_context"), &RichTextLabel::pop_context);
	ClassDB::bind_method(D_METHOD("pop"), &RichTextLabel::pop);
	ClassDB::bind_method(D_METHOD("pop_all"), &RichTextLabel::pop_all);
	ClassDB::bind_method(D_METHOD("clear"), &RichTextLabel::clear);
	ClassDB::bind_method(D_METHOD("parse_bbcode", "bbcode"), &RichTextLabel::parse_bbcode);
	ClassDB::bind_method(D_METHOD("append_text", "bbcode"), &RichTextLabel::append_text);
	ClassDB::bind_method(D_METHOD("is_ready"), &RichTextLabel::is_finished);
	ClassDB::bind_method(D_METHOD("is_finished"), &RichTextLabel::is_finished);
	ClassDB::bind_method(D_METHOD("set_visible_characters", "amount"), &RichTextLabel::set_visible_characters);
	ClassDB::bind_method(D_METHOD("get_visible_characters"), &RichTextLabel::get_visible_characters);
	ClassDB::bind_method(D_METHOD("set_visible_ratio", "ratio"), &RichTextLabel::set_visible_ratio);
	ClassDB::bind_method(D_METHOD("get_visible_ratio"), &RichTextLabel::get_visible_ratio);
	ClassDB::bind_method(D_METHOD("get_total_character_count"), &RichTextLabel::get_total_character_count);
	ClassDB::bind_method(D_METHOD("set_use_bbcode", "enable"), &RichTextLabel::set_use_bbcode);
	ClassDB::bind_method(D_METHOD("is_using_bbcode"), &RichTextLabel::is_using_bbcode);
	ClassDB::bind_method(D_METHOD("get_paragraph_count"), &RichTextLabel::get_paragraph_count);
	ClassDB::bind_method(D_METHOD("parse_expressions_for_values", "expressions"), &RichTextLabel::parse_expressions_for_values);
	ClassDB::bind_method(D_METHOD("set_effects", "effects"), &RichTextLabel::set_effects);
	ClassDB::bind_method(D_METHOD("get_effects"), &RichTextLabel::get_effects);
	ClassDB::bind_method(D_METHOD("install_effect", "effect"), &RichTextLabel::install_effect);

	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "bbcode_enabled"), "set_use_bbcode", "is_using_bbcode");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "text", PROPERTY_HINT_MULTILINE_TEXT), "set_text", "get_text");
	ADD_PROPERTY(PropertyInfo(Variant::ARRAY, "custom_effects"), "set_effects", "get_effects");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "visible_characters"), "set_visible_characters", "get_visible_characters");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "visible_ratio", PROPERTY_HINT_RANGE, "0,1,0.001"), "set_visible_ratio", "get_visible_ratio");

	ADD_SIGNAL(MethodInfo("meta_clicked", PropertyInfo(Variant::NIL, "meta", PROPERTY_HINT_NONE, String(), PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_NIL_IS_VARIANT)));
	BIND_ENUM_CONSTANT(LIST_NUMBERS);
	BIND_ENUM_CONSTANT(LIST_LETTERS);
	BIND_ENUM_CONSTANT(LIST_ROMAN);
	BIND_ENUM_CONSTANT(LIST_DOTS);

	BIND_ENUM_CONSTANT(META_UNDERLINE_NEVER);
	BIND_ENUM_CONSTANT(META_UNDERLINE_ALWAYS);
	BIND_ENUM_CONSTANT(META_UNDERLINE_ON_HOVER);
}
