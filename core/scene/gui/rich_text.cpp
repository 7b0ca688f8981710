// Adding to the last paragraph, and ending it.
#include "core/scene/gui/rich_text.h"

#include "core/error/error_macros.h"
#include "core/string/text_builder.h"

bool RichText::Style::operator==(const Style &p_other) const {
	return marks == p_other.marks && alignment == p_other.alignment && font_size == p_other.font_size && color == p_other.color && background == p_other.background && hint == p_other.hint && meta.get_type() == p_other.meta.get_type() && (meta.get_type() == Variant::NIL || (meta.get_type() == Variant::STRING && String(meta) == String(p_other.meta)));
}

// Text of the same style goes on the run before it.
void RichText::add_to_last(const String &p_text) {
	Paragraph &last = paragraphs[paragraphs.size() - 1];
	last.text += p_text;
	if (!last.runs.is_empty() && last.runs[last.runs.size() - 1].style == style) {
		last.runs[last.runs.size() - 1].end = last.text.length();
	} else {
		last.runs.push_back(Run{ last.text.length(), style });
	}
}

void RichText::clear() {
	style = Style();
	paragraphs.clear();
	paragraphs.push_back(Paragraph());
	opened.clear();
	contexts.clear();
	has_content = false;
	list_level = 0;
	cell_level = 0;
}

void RichText::begin_paragraph() {
	if (cell_level == 0) {
		paragraphs.push_back(Paragraph());
	}
	has_content = false;
}

void RichText::add_newline() {
	if (is_in(TABLE)) {
		return;
	}
	Paragraph &last = paragraphs[paragraphs.size() - 1];
	if (cell_level > 0) {
		add_to_last("\n");
	} else {
		last.has_newline = true;
	}
	begin_paragraph();
}

void RichText::add_text(const String &p_text) {
	if (is_in(TABLE)) {
		return;
	}
	for (int64_t at = 0; at <= p_text.length();) {
		const int64_t found = p_text.find("\n", at);
		const int64_t end = found < 0 ? p_text.length() : found;
		if (end > at) {
			add_to_last(p_text.substr(at, end - at));
			paragraphs[paragraphs.size() - 1].uncounted += is_in(DROPCAP) ? end - at : 0;
			has_content = true;
		}
		if (found >= 0) {
			add_newline();
		}
		at = end + 1;
	}
}

void RichText::add_object() {
	add_text(" ");
}

void RichText::open(Format p_format, const Style &p_style) {
	if (p_format == PARAGRAPH || p_format == INDENT || p_format == LIST) {
		if (has_content) {
			begin_paragraph();
		}
		has_content = true;
	}
	if (p_format == INDENT || p_format == LIST) {
		add_to_last("\t");
		paragraphs[paragraphs.size() - 1].uncounted++;
	}
	Open one = { p_format, has_content, style };
	if (p_format == CELL) {
		if (is_in(TABLE)) {
			cell_level++;
			has_content = false;
		} else {
			one.format = SPAN;
			ERR_PRINT("A cell must stand in a table: push_table(), or [table=COLUMNS], comes first.");
		}
	}
	list_level += p_format == LIST;
	opened.push_back(one);
	style = p_style;
}

bool RichText::close() {
	if (opened.is_empty()) {
		return false;
	}
	const Open last = opened[opened.size() - 1];
	opened.resize(opened.size() - 1);
	if (last.format == CELL) {
		cell_level--;
		has_content = last.outer_has_content;
	}
	if (last.format == TABLE) {
		has_content = true;
	}
	list_level -= last.format == LIST;
	style = last.outer_style;
	return true;
}

void RichText::close_all() {
	while (close()) {
	}
	contexts.clear();
}

void RichText::open_context() {
	contexts.push_back(opened.size());
}

void RichText::close_context() {
	const uint32_t kept = contexts.is_empty() ? 0 : contexts[contexts.size() - 1];
	while (opened.size() > kept && close()) {
	}
	if (!contexts.is_empty()) {
		contexts.resize(contexts.size() - 1);
	}
}

bool RichText::remove_paragraph(int p_index) {
	if (p_index < 0 || p_index >= int(paragraphs.size())) {
		return false;
	}
	const bool is_last = p_index == int(paragraphs.size()) - 1;
	paragraphs.remove_at(uint32_t(p_index));
	if (is_last) {
		has_content = !paragraphs.is_empty();
	}
	if (paragraphs.is_empty()) {
		paragraphs.push_back(Paragraph());
	} else if (is_last && paragraphs[paragraphs.size() - 1].has_newline) {
		// Its newline stays, and what is added goes on behind it.
		Paragraph &last = paragraphs[paragraphs.size() - 1];
		last.has_newline = false;
		add_to_last("\n");
	}
	return true;
}

int64_t RichText::get_character_count() const {
	int64_t count = 0;
	for (int i = 0; i < get_paragraph_count(); i++) {
		count += get_paragraph_length(i);
	}
	return count;
}

int64_t RichText::get_paragraph_length(int p_index) const {
	const Paragraph &paragraph = paragraphs[p_index];
	return paragraph.text.length() - paragraph.uncounted + paragraph.has_newline;
}

String RichText::get_text() const {
	TextBuilder text;
	for (const Paragraph &paragraph : paragraphs) {
		text.add(paragraph.text);
		if (paragraph.has_newline) {
			text.add('\n');
		}
	}
	return text.take();
}
