// Button: a button with a text and an icon, as data.
#pragma once

#include "core/scene/gui/base_button.h"
#include "core/scene/gui/text_enums.h"

class Button : public BaseButton {
	GDCLASS(Button, BaseButton);

public:
	void set_text(const String &p_text) { text = p_text; }
	String get_text() const { return text; }
	void set_button_icon(const Ref<Texture2D> &p_texture) { icon = p_texture; }
	Ref<Texture2D> get_button_icon() const { return icon; }
	void set_flat(bool p_enabled) { flat = p_enabled; }
	bool is_flat() const { return flat; }
	void set_text_alignment(HorizontalAlignment p_alignment) { alignment = p_alignment; }
	HorizontalAlignment get_text_alignment() const { return alignment; }
	void set_text_overrun_behavior(TextServer::OverrunBehavior p_overrun_behavior) { text_overrun_behavior = p_overrun_behavior; }
	TextServer::OverrunBehavior get_text_overrun_behavior() const { return text_overrun_behavior; }
	void set_autowrap_mode(TextServer::AutowrapMode p_autowrap_mode) { autowrap_mode = p_autowrap_mode; }
	TextServer::AutowrapMode get_autowrap_mode() const { return autowrap_mode; }
	void set_autowrap_trim_flags(BitField<TextServer::LineBreakFlag> p_autowrap_trim_flags) { autowrap_trim_flags = int64_t(p_autowrap_trim_flags) & TextServer::BREAK_TRIM_MASK; }
	BitField<TextServer::LineBreakFlag> get_autowrap_trim_flags() const { return autowrap_trim_flags; }
	void set_clip_text(bool p_enabled) { clip_text = p_enabled; }
	bool get_clip_text() const { return clip_text; }
	void set_icon_alignment(HorizontalAlignment p_icon_alignment) { icon_alignment = p_icon_alignment; }
	HorizontalAlignment get_icon_alignment() const { return icon_alignment; }
	void set_vertical_icon_alignment(VerticalAlignment p_vertical_icon_alignment) { vertical_icon_alignment = p_vertical_icon_alignment; }
	VerticalAlignment get_vertical_icon_alignment() const { return vertical_icon_alignment; }
	void set_expand_icon(bool p_enabled) { expand_icon = p_enabled; }
	bool is_expand_icon() const { return expand_icon; }
	void set_text_direction(TextDirection p_direction);
	TextDirection get_text_direction() const { return text_direction; }
	void set_language(const String &p_language) { language = p_language; }
	String get_language() const { return language; }

protected:
	static void _bind_methods();

private:
	String text;
	Ref<Texture2D> icon;
	bool flat = false;
	HorizontalAlignment alignment = HORIZONTAL_ALIGNMENT_CENTER;
	TextServer::OverrunBehavior text_overrun_behavior = TextServer::OVERRUN_NO_TRIMMING;
	TextServer::AutowrapMode autowrap_mode = TextServer::AUTOWRAP_OFF;
	BitField<TextServer::LineBreakFlag> autowrap_trim_flags = TextServer::BREAK_TRIM_END_EDGE_SPACES;
	bool clip_text = false;
	HorizontalAlignment icon_alignment = HORIZONTAL_ALIGNMENT_LEFT;
	VerticalAlignment vertical_icon_alignment = VERTICAL_ALIGNMENT_CENTER;
	bool expand_icon = false;
	TextDirection text_direction = TEXT_DIRECTION_AUTO;
	String language;
};
