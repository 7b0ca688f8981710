// TextGutters: the columns beside the lines of a TextEdit, what stands in them, and the backgrounds of lines.
#pragma once

#include "core/math/color.h"
#include "core/scene/2d/texture_2d.h"
#include "core/templates/local_vector.h"

// Lines and gutters are counted from 0, and the caller checks them. What belongs to a line moves with it: the caller says which lines came and went.
class TextGutters {
public:
	struct Gutter {
		String name;
		int type = 0; // TextEdit.GutterType.
		int width = 24; // Pixels.
		bool drawn = true;
		bool clickable = false;
		bool overwritable = false;
		Callable custom_draw;
	};
	struct Cell {
		Variant metadata;
		String text;
		Ref<Texture2D> icon;
		Color color = Color(1, 1, 1, 1);
		bool clickable = false;
	};

	int get_count() const { return int(gutters.size()); }
	void add(int p_at); // Behind all others where there is no such place.
	void remove(int p_gutter);
	Gutter &get(int p_gutter) { return gutters[p_gutter]; }
	const Gutter &get(int p_gutter) const { return gutters[p_gutter]; }
	int get_total_width() const;

	Cell &edit_cell(int p_line, int p_gutter);
	Cell get_cell(int p_line, int p_gutter) const;
	void set_background(int p_line, const Color &p_color);
	Color get_background(int p_line) const;
	void merge(int p_from_line, int p_to_line); // Cells of gutters that may be overwritten.

	void lines_inserted(int p_behind, int p_count);
	void lines_removed(int p_first, int p_count);
	void clear_lines() { const LocalVector<Line> gone = std::move(lines); }

private:
	struct Line {
		Color background = Color(0, 0, 0, 0);
		LocalVector<Cell> cells; // Those that were written to; gutters behind them have nothing.
	};

	LocalVector<Gutter> gutters;
	LocalVector<Line> lines; // Up to the last that has something.

	Line &edit_line(int p_line);
};
