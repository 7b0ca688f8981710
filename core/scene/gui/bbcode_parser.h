// BBCode to a RichText.
#pragma once

#include "core/scene/gui/rich_text.h"

// Tags are matched as they are written; what is no tag, or closes what is not the innermost one, is text. Tags stay open between calls.
class BBCodeParser {
public:
	// p_is_effect(name): a tag that the program has defined.
	void append(RichText &r_to, const String &p_bbcode, bool (*p_is_effect)(const void *p_owner, const String &p_name), const void *p_owner);
	void clear();

private:
	struct Tag {
		String name;
		bool is_list;
	};

	bool open_tag(RichText &r_to, const String &p_tag, const String &p_rest);
	bool open_list(RichText &r_to, const String &p_tag);
	bool add_character(RichText &r_to, const String &p_tag);
	bool close_tag(RichText &r_to, const String &p_name);
	void begin(RichText &r_to, const String &p_name, RichText::Format p_format, const RichText::Style &p_style);

	LocalVector<Tag> open_tags;
	bool skips_newline = false; // The first one behind the beginning or the end of a list.
};
