// RichText: what a RichTextLabel holds, as paragraphs of plain text and the formats that are open at its end.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/local_vector.h"

class RichText {
public:
	enum Format : uint8_t {
		SPAN, // Bold, colour, link: changes nothing of the text.
		DROPCAP, // A letter that stands before the text and is not counted.
		PARAGRAPH, // This and the next two begin a paragraph where one has content.
		INDENT, // Shows as a tab, which is not counted.
		LIST, // Likewise.
		TABLE, // Takes no text but that of its cells.
		CELL, // Breaks lines of its own, all of them in the table's paragraph.
	};

	void clear();
	void add_text(const String &p_text); // Newlines end paragraphs.
	void add_newline();
	void add_object(); // A picture or a rule: one character, shown as a space.
	void open(Format p_format); // A cell outside of a table is an ordinary span, and an error.
	bool close(); // The innermost format; false: none is open.
	void close_all();
	void open_context(); // Guards what is open from close_context().
	void close_context(); // Closes what was opened since.

	bool is_at_paragraph_start() const { return !has_content; }
	int get_list_level() const { return list_level; }
	bool remove_paragraph(int p_index); // False: there is none of that number.
	int get_paragraph_count() const { return int(paragraphs.size()); }
	int64_t get_character_count() const; // Newlines included.
	String get_text() const;

	RichText() { clear(); }

private:
	struct Paragraph {
		String text;
		int64_t uncounted = 0; // Of text.
		bool has_newline = false; // Was ended by one, which counts.
	};
	struct Open {
		Format format;
		bool outer_has_content; // Of a cell: what to go back to.
	};

	void begin_paragraph();
	bool is_in(Format p_format) const { return !opened.is_empty() && opened[opened.size() - 1].format == p_format; }

	LocalVector<Paragraph> paragraphs; // Never empty.
	LocalVector<Open> opened;
	LocalVector<uint32_t> contexts; // Sizes of opened.
	bool has_content = false; // In the paragraph, or in the line of the cell.
	int list_level = 0;
	int cell_level = 0;
};
