// One tag after the other; see https://docs.godotengine.org, "BBCode in RichTextLabel", for what there is.
#include "core/scene/gui/bbcode_parser.h"

namespace {

enum Arguments {
	NONE, // [name]
	VALUE, // [name=...]
	WORDS, // [name] or [name word...]
	VALUE_OR_WORDS, // [name=...] or [name word...]
	ANY, // All three.
};

struct TagKind {
	const char *name;
	Arguments arguments;
	RichText::Format format;
};

const TagKind KINDS[] = {
	{ "b", NONE, RichText::SPAN },
	{ "i", NONE, RichText::SPAN },
	{ "code", NONE, RichText::SPAN },
	{ "u", WORDS, RichText::SPAN },
	{ "s", WORDS, RichText::SPAN },
	{ "url", ANY, RichText::SPAN },
	{ "hint", VALUE, RichText::SPAN },
	{ "color", VALUE, RichText::SPAN },
	{ "bgcolor", VALUE, RichText::SPAN },
	{ "fgcolor", VALUE, RichText::SPAN },
	{ "outline_size", VALUE, RichText::SPAN },
	{ "outline_color", VALUE, RichText::SPAN },
	{ "font_size", VALUE, RichText::SPAN },
	{ "font", VALUE_OR_WORDS, RichText::SPAN },
	{ "lang", VALUE, RichText::SPAN },
	{ "opentype_features", VALUE, RichText::SPAN },
	{ "otf", VALUE, RichText::SPAN },
	{ "wave", WORDS, RichText::SPAN },
	{ "tornado", WORDS, RichText::SPAN },
	{ "shake", WORDS, RichText::SPAN },
	{ "rainbow", WORDS, RichText::SPAN },
	{ "fade", WORDS, RichText::SPAN },
	{ "pulse", WORDS, RichText::SPAN },
	{ "dropcap", WORDS, RichText::DROPCAP },
	{ "p", WORDS, RichText::PARAGRAPH },
	{ "center", NONE, RichText::PARAGRAPH },
	{ "left", NONE, RichText::PARAGRAPH },
	{ "right", NONE, RichText::PARAGRAPH },
	{ "fill", NONE, RichText::PARAGRAPH },
	{ "indent", NONE, RichText::INDENT },
	{ "table", VALUE, RichText::TABLE },
	{ "cell", ANY, RichText::CELL },
};

struct Character {
	const char *tag;
	char32_t character;
};

const Character CHARACTERS[] = {
	{ "lb", '[' },
	{ "rb", ']' },
	{ "br", '\r' },
	{ "lrm", 0x200E },
	{ "rlm", 0x200F },
	{ "lre", 0x202A },
	{ "rle", 0x202B },
	{ "pdf", 0x202C },
	{ "lro", 0x202D },
	{ "rlo", 0x202E },
	{ "wj", 0x2060 },
	{ "lri", 0x2066 },
	{ "rli", 0x2067 },
	{ "fsi", 0x2068 },
	{ "pdi", 0x2069 },
	{ "zwj", 0x200D },
	{ "zwnj", 0x200C },
	{ "shy", 0x00AD },
	{ "alm", 0x061C },
};

// The name of a tag ends at its value or at its first argument.
String name_of(const String &p_tag) {
	for (int64_t i = 0; i < p_tag.length(); i++) {
		if (p_tag[i] == '=' || p_tag[i] == ' ') {
			return p_tag.left(i);
		}
	}
	return p_tag;
}

bool takes(Arguments p_arguments, char32_t p_behind_name) {
	switch (p_behind_name) {
		case '=':
			return p_arguments == VALUE || p_arguments == VALUE_OR_WORDS || p_arguments == ANY;
		case ' ':
			return p_arguments == WORDS || p_arguments == VALUE_OR_WORDS || p_arguments == ANY;
		default:
			return p_arguments == NONE || p_arguments == WORDS || p_arguments == ANY;
	}
}

struct MarkTag {
	const char *name;
	RichText::Style::Mark mark;
};

const MarkTag MARKS[] = { { "b", RichText::Style::BOLD }, { "i", RichText::Style::ITALIC }, { "u", RichText::Style::UNDERLINED }, { "s", RichText::Style::STRUCK }, { "code", RichText::Style::MONOSPACED } };
const char *const ALIGNMENTS[] = { "", "left", "center", "right", "fill" };
constexpr int MOST_FONT_SIZE = 500; // Pixels.

// What the text of a tag looks like. p_inside: what stands up to the end of a link, whose target it is if the tag names none.
RichText::Style styled(RichText::Style p_style, const String &p_name, const String &p_tag, const String &p_inside) {
	const String value = p_tag.substr(p_name.length() + 1).unquote();
	for (const MarkTag &mark : MARKS) {
		p_style.marks |= p_name == mark.name ? mark.mark : 0;
	}
	for (int i = 1; i < 5; i++) {
		p_style.alignment = p_name == ALIGNMENTS[i] || (p_name == "p" && value == String("align=") + ALIGNMENTS[i]) ? uint8_t(i) : p_style.alignment;
	}
	if (p_name == "color") {
		p_style.color = Color::from_string(value, p_style.color);
	} else if (p_name == "bgcolor") {
		p_style.background = Color::from_string(value, p_style.background);
	} else if (p_name == "font_size") {
		p_style.font_size = int(CLAMP(value.to_int(), int64_t(1), int64_t(MOST_FONT_SIZE)));
	} else if (p_name == "hint") {
		p_style.hint = value;
	} else if (p_name == "url") {
		p_style.meta = p_tag.length() > p_name.length() ? value : p_inside;
	}
	return p_style;
}

// A link's text that is its target too. No further than the longest that browsers take: each of many open links looks ahead.
String link_at(const String &p_bbcode, int64_t p_at) {
	constexpr int64_t LONGEST = 2048;
	const String ahead = p_bbcode.substr(p_at, LONGEST);
	return ahead.left(MAX(ahead.find("[/url]"), int64_t(0)));
}

} // namespace

void BBCodeParser::clear() {
	open_tags.clear();
	skips_newline = false;
}

void BBCodeParser::begin(RichText &r_to, const String &p_name, RichText::Format p_format, const RichText::Style &p_style) {
	open_tags.push_back(Tag{ p_name, p_format == RichText::LIST });
	r_to.open(p_format, p_style);
}

bool BBCodeParser::open_list(RichText &r_to, const String &p_tag) {
	const bool is_list = p_tag == "ul" || p_tag == "ol" || p_tag.begins_with("ul bullet=") || (p_tag.begins_with("ol type=") && p_tag.length() == 9 && String("1aAiI").contains_char(p_tag[8]));
	if (!is_list) {
		return false;
	}
	if (r_to.get_list_level() > 0 && !r_to.is_at_paragraph_start()) {
		r_to.add_newline();
	}
	begin(r_to, p_tag.left(2), RichText::LIST, r_to.get_style());
	skips_newline = true;
	return true;
}

bool BBCodeParser::add_character(RichText &r_to, const String &p_tag) {
	for (const Character &one : CHARACTERS) {
		if (p_tag == one.tag) {
			r_to.add_text(String::chr(one.character));
			return true;
		}
	}
	if (p_tag.begins_with("char=")) {
		const String digits = p_tag.substr(5);
		r_to.add_text(String::chr(digits.is_valid_hex_number(false) ? char32_t(digits.hex_to_int()) : 0));
		return true;
	}
	if (p_tag == "hr" || p_tag.begins_with("hr ")) {
		r_to.add_object();
		return true;
	}
	return false;
}

bool BBCodeParser::open_tag(RichText &r_to, const String &p_tag, const String &p_rest) {
	if (open_list(r_to, p_tag) || add_character(r_to, p_tag)) {
		return true;
	}
	const String name = name_of(p_tag);
	for (const TagKind &kind : KINDS) {
		if (name == kind.name && takes(kind.arguments, p_tag[name.length()])) {
			begin(r_to, name, kind.format, styled(r_to.get_style(), name, p_tag, p_rest));
			return true;
		}
	}
	return false;
}

bool BBCodeParser::close_tag(RichText &r_to, const String &p_name) {
	if (open_tags.is_empty() || open_tags[open_tags.size() - 1].name != p_name) {
		return false;
	}
	if (open_tags[open_tags.size() - 1].is_list) {
		if (!r_to.is_at_paragraph_start()) {
			r_to.add_newline();
		}
		skips_newline = true;
	}
	open_tags.resize(open_tags.size() - 1);
	r_to.close();
	return true;
}

void BBCodeParser::append(RichText &r_to, const String &p_bbcode, bool (*p_is_effect)(const void *p_owner, const String &p_name), const void *p_owner) {
	int64_t at = 0;
	while (at < p_bbcode.length()) {
		const int64_t bracket = p_bbcode.find("[", at);
		const int64_t end = bracket < 0 ? -1 : p_bbcode.find("]", bracket);
		const int64_t text_end = end < 0 ? p_bbcode.length() : bracket;
		if (text_end > at) {
			const bool skips = skips_newline && p_bbcode[at] == '\n';
			r_to.add_text(p_bbcode.substr(at + skips, text_end - at - skips));
			skips_newline = false;
		}
		if (end < 0) {
			return;
		}
		const String tag = p_bbcode.substr(bracket + 1, end - bracket - 1);
		const String name = name_of(tag);
		at = end + 1;
		if (tag.begins_with("/") ? close_tag(r_to, tag.substr(1)) : open_tag(r_to, tag, tag == "url" ? link_at(p_bbcode, at) : String())) {
			continue;
		}
		if (name == "img" && !tag.begins_with("/")) {
			// Its path is no text; there is no picture either.
			at = p_bbcode.find("[", at);
			at = at < 0 ? p_bbcode.length() : at;
			begin(r_to, name, RichText::SPAN, r_to.get_style());
		} else if (!tag.begins_with("/") && p_is_effect(p_owner, name)) {
			begin(r_to, name, RichText::SPAN, r_to.get_style());
		} else {
			r_to.add_text("[");
			skips_newline = false;
			at = bracket + 1;
		}
	}
}
