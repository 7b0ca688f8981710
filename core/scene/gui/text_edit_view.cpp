// Where lines and columns are. Fonts are not measured: a character is half as wide as the font is high.
#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/scene/gui/range.h"
#include "core/scene/gui/text_clusters.h"
#include "core/scene/gui/text_edit.h"
#include "core/scene/gui/text_menu.h"

// Pixels, of the default theme.
static constexpr int FONT_SIZE = 16;
static constexpr int LINE_HEIGHT = 25; // Of lines in a font of FONT_SIZE.
static constexpr int CHARACTER_WIDTH = 8;
static constexpr int MARGINS = 8; // Above and below the lines, together.
static constexpr int LEFT = 8;
static constexpr int TOP = 6;
static constexpr int BASELINE = 20; // Below the top of a line.
static constexpr int MINIMAP_LINE_HEIGHT = 3;

bool TextEdit::check_line(int p_line) const {
	ERR_FAIL_INDEX_V(p_line, get_line_count(), false);
	return true;
}

// --- Sizes ---

int TextEdit::get_line_height() const {
	return MAX(LINE_HEIGHT + get_theme_font_size(SNAME("font_size")) - FONT_SIZE, 1);
}

int TextEdit::get_line_width(int p_line, int p_wrap_index) const {
	return check_line(p_line) ? int(MIN(int64_t(visual_column({ p_line, int(lines[p_line].length()) })) * CHARACTER_WIDTH, int64_t(INT32_MAX))) : 0;
}

int TextEdit::get_visible_line_count() const {
	return MAX(int(get_size().y - MARGINS) / get_line_height(), 0);
}

int TextEdit::get_visible_line_count_in_range(int p_from_line, int p_to_line) const {
	return check_line(p_from_line) && check_line(p_to_line) ? ABS(p_to_line - p_from_line) + 1 : 0;
}

int TextEdit::get_minimap_visible_lines() const {
	return int(get_size().y - MARGINS) / MINIMAP_LINE_HEIGHT;
}

// --- Scrolling ---

int TextEdit::get_first_visible_line() const {
	const int64_t most = MAX(get_line_count() - get_visible_line_count(), 0);
	const double scroll = get(SNAME("scroll_vertical"));
	return scroll > 0 ? int(MIN(scroll, double(most))) : 0; // NaN is none.
}

int TextEdit::get_last_full_visible_line() const {
	return CLAMP(get_first_visible_line() + get_visible_line_count() - 1, 0, get_line_count() - 1);
}

void TextEdit::set_first_visible_line(int64_t p_line) {
	const int64_t most = MAX(get_line_count() - get_visible_line_count(), 0);
	set(SNAME("scroll_vertical"), double(CLAMP(p_line, int64_t(0), most)));
}

void TextEdit::set_line_as_first_visible(int p_line, int p_wrap_index) {
	if (check_line(p_line)) {
		set_first_visible_line(p_line);
	}
}

void TextEdit::set_line_as_center_visible(int p_line, int p_wrap_index) {
	if (check_line(p_line)) {
		set_first_visible_line(int64_t(p_line) - get_visible_line_count() / 2);
	}
}

void TextEdit::set_line_as_last_visible(int p_line, int p_wrap_index) {
	if (check_line(p_line)) {
		set_first_visible_line(int64_t(p_line) - get_visible_line_count() + 1);
	}
}

void TextEdit::adjust_viewport_to_caret(int p_caret) {
	if (!is_caret(p_caret) || get_visible_line_count() == 0) {
		return;
	}
	const int line = carets[p_caret].at.line;
	if (line < get_first_visible_line()) {
		set_line_as_first_visible(line, 0);
	} else if (line > get_last_full_visible_line()) {
		set_line_as_last_visible(line, 0);
	}
}

void TextEdit::center_viewport_to_caret(int p_caret) {
	if (is_caret(p_caret)) {
		set_line_as_center_visible(carets[p_caret].at.line, 0);
	}
}

double TextEdit::get_scroll_pos_for_line(int p_line, int p_wrap_index) const {
	return check_line(p_line) ? p_line : 0;
}

// Every line is visible, so it is as far as asked.
int TextEdit::get_next_visible_line_offset_from(int p_line, int p_amount) const {
	ERR_FAIL_INDEX_V(p_line, get_line_count(), ABS(p_amount));
	return ABS(p_amount);
}

Vector2i TextEdit::get_next_visible_line_index_offset_from(int p_line, int p_wrap_index, int p_amount) const {
	return Vector2i(get_next_visible_line_offset_from(p_line, p_amount), 0);
}

// --- Lines that do not wrap ---

int TextEdit::get_line_wrap_count(int p_line) const {
	check_line(p_line);
	return 0;
}

int TextEdit::get_line_wrap_index_at_column(int p_line, int p_column) const {
	if (check_line(p_line)) {
		ERR_FAIL_INDEX_V(p_column, int(lines[p_line].length()) + 1, 0);
	}
	return 0;
}

PackedStringArray TextEdit::get_line_wrapped_text(int p_line) const {
	return check_line(p_line) ? PackedStringArray({ lines[p_line] }) : PackedStringArray();
}

int TextEdit::get_next_composite_character_column(int p_line, int p_column) const {
	ERR_FAIL_INDEX_V(p_line, get_line_count(), -1);
	ERR_FAIL_INDEX_V(p_column, int(lines[p_line].length()) + 1, -1);
	return int(TextClusters::next(lines[p_line], p_column));
}

int TextEdit::get_previous_composite_character_column(int p_line, int p_column) const {
	ERR_FAIL_INDEX_V(p_line, get_line_count(), -1);
	ERR_FAIL_INDEX_V(p_column, int(lines[p_line].length()) + 1, -1);
	return int(TextClusters::previous(lines[p_line], p_column));
}

// --- Places on the screen ---

Vector2i TextEdit::get_line_column_at_pos(const Vector2i &p_position, bool p_clamp_line, bool p_clamp_column) const {
	const int64_t row = get_first_visible_line() + (int64_t(p_position.y) - TOP) / get_line_height();
	if (row >= get_line_count()) {
		return p_clamp_line ? Vector2i(last_place().column, last_place().line) : Vector2i(-1, -1);
	}
	const int line = int(MAX(row, int64_t(0)));
	const int64_t x = int64_t(p_position.x) - LEFT - get_total_gutter_width();
	const int column = int(CLAMP((x + CHARACTER_WIDTH / 2) / CHARACTER_WIDTH, int64_t(0), int64_t(INT32_MAX)));
	const int end = visual_column({ line, int(lines[line].length()) });
	if (column > end && !p_clamp_column) {
		return Vector2i(-1, -1);
	}
	return Vector2i(at_visual_column(line, column).column, line);
}

Rect2i TextEdit::get_rect_at_line_column(int p_line, int p_column) const {
	const Rect2i nowhere(-1, -1, 0, 0);
	ERR_FAIL_INDEX_V(p_line, get_line_count(), nowhere);
	ERR_FAIL_COND_V(p_column < 0 || p_column > lines[p_line].length(), nowhere);
	if (p_line < get_first_visible_line() || p_line > get_last_full_visible_line() + 1) {
		return nowhere;
	}
	const int64_t x = LEFT + int64_t(get_total_gutter_width()) + int64_t(visual_column({ p_line, p_column })) * CHARACTER_WIDTH;
	return Rect2i(int(MIN(x, int64_t(INT32_MAX))), TOP + (p_line - get_first_visible_line()) * get_line_height(), CHARACTER_WIDTH, get_line_height());
}

Vector2i TextEdit::get_pos_at_line_column(int p_line, int p_column) const {
	const Rect2i rect = get_rect_at_line_column(p_line, p_column);
	return rect.position.x == -1 ? Vector2i(-1, -1) : rect.position + Vector2i(0, get_line_height());
}

int TextEdit::get_minimap_line_at_pos(const Vector2i &p_position) const {
	return int(CLAMP((int64_t(p_position.y) - TOP) / MINIMAP_LINE_HEIGHT, int64_t(0), int64_t(get_line_count()) - 1));
}

String TextEdit::get_word_at_pos(const Vector2 &p_position) const {
	const Vector2i place = get_line_column_at_pos(Vector2i(p_position), true, true);
	return p_position.x < LEFT ? String() : word_at({ place.y, place.x });
}

bool TextEdit::is_caret_visible(int p_caret) const {
	if (!is_caret(p_caret) || !is_inside_tree() || get_visible_line_count() == 0) {
		return false;
	}
	const int line = carets[p_caret].at.line;
	return line >= get_first_visible_line() && line <= get_last_full_visible_line();
}

Vector2 TextEdit::get_caret_draw_pos(int p_caret) const {
	if (!is_caret_visible(p_caret)) {
		return Vector2();
	}
	return Vector2(get_rect_at_line_column(carets[p_caret].at.line, carets[p_caret].at.column).position) + Vector2(0, BASELINE);
}

// --- What belongs to it ---

Object *TextEdit::get_bar(bool p_vertical) {
	for (int i = 0; i < 2 && bars[i].is_null(); i++) {
		Range *bar = cast_to<Range>(::ClassDB::instantiate(i == 0 ? "HScrollBar" : "VScrollBar"));
		ERR_FAIL_NULL_V(bar, nullptr); // A build without the facts of known classes.
		bar->set_max(0);
		bar->hide();
		add_child(bar, false, INTERNAL_MODE_FRONT);
		bars[i] = bar->get_instance_id();
	}
	return ObjectDB::get_instance(bars[p_vertical]);
}

Object *TextEdit::get_menu() {
	if (menu.is_null()) {
		menu = TextMenu::make(this, callable_mp(this, &TextEdit::menu_option))->get_instance_id();
	}
	return ObjectDB::get_instance(menu);
}

bool TextEdit::is_menu_visible() const {
	const PopupMenu *shown = ObjectDB::get_instance<PopupMenu>(menu);
	return shown && shown->is_visible();
}

String TextEdit::get_tooltip(const Vector2 &p_at_position) const {
	if (!tooltip_request.is_valid()) {
		return Control::get_tooltip(p_at_position);
	}
	const Vector2i place = get_line_column_at_pos(Vector2i(p_at_position), true, true);
	const String word = word_at({ place.y, place.x });
	const Variant argument = word;
	const Variant *arguments[] = { &argument };
	Variant answer;
	Callable::CallError error;
	const Callable request = tooltip_request; // The call may set another.
	request.callp(arguments, 1, answer, error);
	return answer;
}
