// LinkButton: a button that looks like a link, as data.
#pragma once

#include "core/scene/gui/base_button.h"

class LinkButton : public BaseButton {
	GDCLASS(LinkButton, BaseButton);

public:
	LinkButton() {
		set_focus_mode(FOCUS_ACCESSIBILITY);
		set_default_cursor_shape(CURSOR_POINTING_HAND);
	}

	enum UnderlineMode : int {
		UNDERLINE_MODE_ALWAYS,
		UNDERLINE_MODE_ON_HOVER,
		UNDERLINE_MODE_NEVER,
	};

	void set_text(const String &p_text) { text = p_text; }
	String get_text() const { return text; }
	void set_underline_mode(UnderlineMode p_underline_mode) { underline = p_underline_mode; }
	UnderlineMode get_underline_mode() const { return underline; }
	void set_uri(const String &p_uri) { uri = p_uri; }
	String get_uri() const { return uri; }
	void set_text_overrun_behavior(TextServer::OverrunBehavior p_overrun_behavior) { text_overrun_behavior = p_overrun_behavior; }
	TextServer::OverrunBehavior get_text_overrun_behavior() const { return text_overrun_behavior; }
	void set_ellipsis_char(const String &p_char) { ellipsis_char = p_char.left(1); } // Keeps the first one.
	String get_ellipsis_char() const { return ellipsis_char; }
	void set_text_direction(TextDirection p_direction);
	TextDirection get_text_direction() const { return text_direction; }
	void set_language(const String &p_language) { language = p_language; }
	String get_language() const { return language; }
	void set_structured_text_bidi_override(TextServer::StructuredTextParser p_parser) { structured_text_bidi_override = p_parser; }
	TextServer::StructuredTextParser get_structured_text_bidi_override() const { return structured_text_bidi_override; }
	void set_structured_text_bidi_override_options(const Array &p_args) { structured_text_bidi_override_options = p_args; }
	Array get_structured_text_bidi_override_options() const { return structured_text_bidi_override_options; }

protected:
	static void _bind_methods();

private:
	String text;
	UnderlineMode underline = UNDERLINE_MODE_ALWAYS;
	String uri;
	TextServer::OverrunBehavior text_overrun_behavior = TextServer::OVERRUN_NO_TRIMMING;
	String ellipsis_char = U"…";
	TextDirection text_direction = TEXT_DIRECTION_AUTO;
	String language;
	TextServer::StructuredTextParser structured_text_bidi_override = TextServer::STRUCTURED_TEXT_DEFAULT;
	Array structured_text_bidi_override_options;
};

VARIANT_ENUM_CAST(LinkButton::UnderlineMode);
