// RichText: what a RichTextLabel holds, as paragraphs of text in runs of one style, and the formats that are open at its end.
#pragma once

#include "core/math/color.h"
#include "core/templates/local_vector.h"
#include "core/variant/variant.h"

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

	// How a piece of text looks, and what it stands for.
	struct Style {
		enum Mark : uint8_t {
			BOLD = 1,
			ITALIC = 2,
			UNDERLINED = 4,
			STRUCK = 8,
			MONOSPACED = 16,
		};
		uint8_t marks = 0;
		uint8_t alignment = 0; // Of the paragraph: 0 as it comes, then left, centre, right, filled.
		int font_size = 0; // Pixels; 0: as the label has it.
		Color color = Color(0, 0, 0, 0); // Transparent: as the label has it.
		Color background = Color(0, 0, 0, 0);
		Variant meta; // Of a link; null for others.
		String hint;

		bool operator==(const Style &p_other) const;
	};
	struct Run {
		int64_t end; // In the text of the paragraph; the run before ends where it begins.
		Style style;
	};

	void clear();
	void add_text(const String &p_text); // Newlines end paragraphs.
	void add_newline();
	void add_object(); // A picture or a rule: one character, shown as a space.
	void open(Format p_format, const Style &p_style);
	void open(Format p_format) { open(p_format, style); } // A cell outside of a table is an ordinary span, and an error.
	bool close(); // The innermost format; false: none is open.
	void close_all();
	void open_context(); // Guards what is open from close_context().
	void close_context(); // Closes what was opened since.

	bool is_at_paragraph_start() const { return !has_content; }
	int get_list_level() const { return list_level; }
	bool is_open_innermost(Format p_format) const { return is_in(p_format); }
	int64_t get_paragraph_length(int p_index) const; // In counted characters, its newline included.
	bool remove_paragraph(int p_index); // False: there is none of that number.
	int get_paragraph_count() const { return int(paragraphs.size()); }
	int64_t get_character_count() const; // Newlines included.
	String get_text() const;
	const Style &get_style() const { return style; } // Of what is added now.
	const String &get_paragraph_text(int p_index) const { return paragraphs[p_index].text; }
	const LocalVector<Run> &get_paragraph_runs(int p_index) const { return paragraphs[p_index].runs; }

	RichText() { clear(); }

private:
	struct Paragraph {
		String text;
		int64_t uncounted = 0; // Of text.
		bool has_newline = false; // Was ended by one, which counts.
		LocalVector<Run> runs; // Of all of text.
	};
	struct Open {
		Format format;
		bool outer_has_content; // Of a cell: what to go back to.
		Style outer_style;
	};

	void begin_paragraph();
	void add_to_last(const String &p_text);
	bool is_in(Format p_format) const { return !opened.is_empty() && opened[opened.size() - 1].format == p_format; }

	LocalVector<Paragraph> paragraphs; // Never empty.
	LocalVector<Open> opened;
	LocalVector<uint32_t> contexts; // Sizes of opened.
	Style style;
	bool has_content = false; // In the paragraph, or in the line of the cell.
	int list_level = 0;
	int cell_level = 0;
};
