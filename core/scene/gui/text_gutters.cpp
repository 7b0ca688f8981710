// Gutters, and the lines that have something in them.
#include "core/scene/gui/text_gutters.h"

static constexpr int PADDING = 2; // Pixels between gutters and text.

void TextGutters::add(int p_at) {
	if (p_at < 0 || p_at >= get_count()) {
		gutters.push_back(Gutter());
		return;
	}
	gutters.insert(uint32_t(p_at), Gutter());
	for (Line &line : lines) {
		if (p_at < int(line.cells.size())) {
			line.cells.insert(uint32_t(p_at), Cell());
		}
	}
}

void TextGutters::remove(int p_gutter) {
	const LocalVector<Line> before = lines; // Metadata may run a script when it goes.
	const Gutter removed = gutters[p_gutter];
	gutters.remove_at(uint32_t(p_gutter));
	for (Line &line : lines) {
		if (p_gutter < int(line.cells.size())) {
			line.cells.remove_at(uint32_t(p_gutter));
		}
	}
}

int TextGutters::get_total_width() const {
	int64_t width = 0;
	for (const Gutter &gutter : gutters) {
		width += gutter.drawn ? gutter.width : 0;
	}
	return int(CLAMP(width > 0 ? width + PADDING : width, int64_t(INT32_MIN), int64_t(INT32_MAX)));
}

TextGutters::Line &TextGutters::edit_line(int p_line) {
	if (p_line >= int(lines.size())) {
		lines.resize(uint32_t(p_line) + 1);
	}
	return lines[p_line];
}

TextGutters::Cell &TextGutters::edit_cell(int p_line, int p_gutter) {
	Line &line = edit_line(p_line);
	if (p_gutter >= int(line.cells.size())) {
		line.cells.resize(uint32_t(p_gutter) + 1);
	}
	return line.cells[p_gutter];
}

TextGutters::Cell TextGutters::get_cell(int p_line, int p_gutter) const {
	return p_line < int(lines.size()) && p_gutter < int(lines[p_line].cells.size()) ? lines[p_line].cells[p_gutter] : Cell();
}

void TextGutters::set_background(int p_line, const Color &p_color) {
	edit_line(p_line).background = p_color;
}

Color TextGutters::get_background(int p_line) const {
	return p_line < int(lines.size()) ? lines[p_line].background : Color(0, 0, 0, 0);
}

void TextGutters::merge(int p_from_line, int p_to_line) {
	for (int i = 0; i < get_count(); i++) {
		if (!gutters[i].overwritable) {
			continue;
		}
		const Cell from = get_cell(p_from_line, i);
		Cell to = get_cell(p_to_line, i);
		to.text = from.text.is_empty() ? to.text : from.text;
		to.icon = from.icon.is_valid() ? from.icon : to.icon;
		to.metadata = from.metadata.get_type() != Variant::NIL ? from.metadata : to.metadata;
		to.clickable = to.clickable || from.clickable;
		to.color = from.color == Cell().color ? to.color : from.color;
		edit_cell(p_to_line, i) = to;
	}
}

void TextGutters::lines_inserted(int p_behind, int p_count) {
	if (p_count <= 0 || p_behind + 1 >= int(lines.size())) {
		return;
	}
	LocalVector<Line> changed;
	changed.reserve(lines.size() + uint32_t(p_count));
	for (int i = 0; i <= p_behind; i++) {
		changed.push_back(lines[i]);
	}
	changed.resize(changed.size() + uint32_t(p_count));
	for (uint32_t i = uint32_t(p_behind) + 1; i < lines.size(); i++) {
		changed.push_back(lines[i]);
	}
	lines = std::move(changed);
}

void TextGutters::lines_removed(int p_first, int p_count) {
	const int last = MIN(p_first + p_count, int(lines.size()));
	if (p_first >= last) {
		return;
	}
	LocalVector<Line> kept;
	kept.reserve(lines.size());
	for (int i = 0; i < int(lines.size()); i++) {
		if (i < p_first || i >= last) {
			kept.push_back(lines[i]);
		}
	}
	const LocalVector<Line> gone = lines; // Destroyed when nothing is open any more.
	lines = std::move(kept);
}
